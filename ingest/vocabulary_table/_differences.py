"""Says in words what an edited table would change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass

import pyoxigraph as ox

from cjgraph.namespaces import DCTERMS, OWL, RDFS, SKOS
from ingest.vocabulary_table._cells import Value, kind_of
from ingest.vocabulary_table._headings import column_order
from ingest.vocabulary_table._known import Known, short
from ingest.vocabulary_table._table import natural

_REMEDY = (
    "terms are not deleted; put its row back, write 'true' under 'deprecated (true or false)'"
    " and, under 'replaced by', the term to use instead"
)
_NAMES = (SKOS + "prefLabel", RDFS + "label")
_DEPRECATED, _REPLACED_BY = OWL + "deprecated", DCTERMS + "isReplacedBy"

_Values = dict[tuple[str, str], set[Value]]


@dataclass(frozen=True, slots=True)
class Difference:
    """One change of one term.

    Args:
        term: The term in its short form.
        kind: ``new``, ``changed`` or ``gone``.
        text: The change in words.
    """

    term: str
    kind: str
    text: str

    def to_json(self) -> dict[str, str]:
        """Return the difference as plain data for JSON."""
        return asdict(self)


def differences(
    before: Iterable[ox.Triple], after: Iterable[ox.Triple], known: Known
) -> list[Difference]:
    """Compare a vocabulary with its edited table.

    Args:
        before: The vocabulary as it is.
        after: The vocabulary as the table has it.
        known: Gives the properties their names.

    Returns:
        New terms first, then changed ones, then those that are gone. A term that another
        vocabulary describes is not gone with its row: it only loses what was said here.
    """
    old, new = _by_term(before), _by_term(after)
    order = sorted(old.keys() | new.keys(), key=lambda iri: natural(short(iri)))
    gone = {iri for iri in old if iri not in new and iri not in known.typed}
    added = [_new(iri, new[iri]) for iri in order if iri not in old]
    changed = [
        difference
        for iri in order
        if iri in old and iri not in gone
        for difference in _changed(iri, old, new, known)
    ]
    lost = [
        Difference(short(iri), "gone", f"gone: {short(iri)} — {_REMEDY}")
        for iri in order
        if iri in gone
    ]
    return [*added, *changed, *lost]


def _by_term(triples: Iterable[ox.Triple]) -> dict[str, _Values]:
    found: defaultdict[str, _Values] = defaultdict(lambda: defaultdict(set))
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode):
            key = (triple.predicate.value, kind_of(triple.object))
            found[triple.subject.value][key].add(triple.object)
    return dict(found)


def _new(iri: str, values: _Values) -> Difference:
    labels = [_text(v) for (prop, _), found in values.items() if prop in _NAMES for v in found]
    count = sum(len(found) for found in values.values())
    label = f" ({labels[0]})" if labels else ""
    return Difference(short(iri), "new", f"new: {short(iri)}{label}, {count} statements")


def _changed(
    iri: str, old: dict[str, _Values], new: dict[str, _Values], known: Known
) -> list[Difference]:
    name = short(iri)
    old_values, new_values = old[iri], new.get(iri, {})
    keys = old_values.keys() | new_values.keys()
    columns = sorted((known.headings.column(*key) for key in keys), key=column_order)
    found = []
    for column in columns:
        key = (column.iri, column.kind)
        was, now = old_values.get(key, set()), new_values.get(key, set())
        if was == now:
            continue
        lost, gained = _texts(was - now), _texts(now - was)
        if len(was) == 1 and len(now) == 1:
            text = f"{column.name} changed from {lost[0]} to {gained[0]}"
        else:
            parts = [f"loses {', '.join(lost)}"] if lost else []
            parts += [f"gains {', '.join(gained)}"] if gained else []
            text = f"{column.name} {' and '.join(parts)}"
        found.append(Difference(name, "changed", f"{name}: {text}"))
    return found


def _texts(values: set[Value]) -> list[str]:
    return sorted(_text(value) for value in values)


def _text(value: Value) -> str:
    if isinstance(value, ox.Literal):
        return f"“{value.value}”"
    return short(value.value) if isinstance(value, ox.NamedNode) else str(value)
