"""What an import would change: record by record, old value to new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import takewhile
from typing import Any, Literal

import pyoxigraph as ox

from cjgraph.namespaces import CJ, DCTERMS, ID, RDF, RDFS
from ingest.imports._draft import PROPERTY_NAMES, Draft
from ingest.imports._wording import shortened

_SOURCE = ox.NamedNode(DCTERMS + "source")
_LABEL = ox.NamedNode(RDFS + "label")
_TYPE = ox.NamedNode(RDF + "type")
_ROLE = ox.NamedNode(CJ + "Role")
_FILE = ID + "file/"

#: Longest value that is shown, in characters.
_SHOWN = 80

Kind = Literal["added", "changed", "dropped"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A property with its old and its new values, as text."""

    property: str
    old: tuple[str, ...]
    new: tuple[str, ...]

    def line(self) -> str:
        """Return it as one line."""
        old, new = "; ".join(self.old) or "nothing", "; ".join(self.new) or "nothing"
        same = sum(
            1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
        )
        if len(old) > _SHOWN < len(new) and same > _SHOWN // 2:  # show where they part
            start = old.rfind(" ", 0, same - _SHOWN // 4) + 1
            old, new = f"…{old[start:]}", f"…{new[start:]}"
        return f"{self.property}: {shortened(old, _SHOWN)} → {shortened(new, _SHOWN)}"


@dataclass(frozen=True, slots=True)
class Change:
    """A record that would be added, changed or dropped.

    Args:
        kind: Which of these.
        iri: IRI of the record.
        label: Its name.
        place: Where it stands in the file; empty where it is dropped.
        differences: What would change in it.
    """

    kind: Kind
    iri: str
    label: str
    place: str = ""
    differences: tuple[Difference, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the change as plain data for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Changes:
    """All that an import would change.

    Args:
        entries: The records that would change, in the order of the file.
        unchanged: How many records of the file stay as they are.
        kept: How many records of earlier files stay that this one does not name.
        triples: What the graph would hold.
    """

    entries: tuple[Change, ...]
    unchanged: int
    kept: int
    triples: tuple[ox.Triple, ...]

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """Return the changes of one kind."""
        return tuple(change for change in self.entries if change.kind == kind)


def compare(
    before: Iterable[ox.Triple],
    draft: Draft,
    *,
    file_sha256: str,
    replace: bool,
    name_of: Callable[[str], str],
) -> Changes:
    """Compare a list with what its graph holds.

    Args:
        before: The triples of the graph.
        draft: What the list says.
        file_sha256: Hash of the file; each new or changed record names it as its source.
        replace: Whether records that the list does not name are dropped.
        name_of: Returns the name of a thing or property by its IRI.
    """
    old: dict[str, list[ox.Triple]] = defaultdict(list)
    for triple in before:
        old[triple.subject.value].append(triple)  # type: ignore[union-attr]  # no triple terms
    after: dict[str, list[ox.Triple]] = {}
    entries: list[Change] = []
    unchanged = 0
    file = ox.NamedNode(_FILE + file_sha256)
    labels = {record.iri: record.label for record in draft.records}

    def named(iri: str) -> str:
        return labels.get(iri) or name_of(iri)

    for record in draft.records:
        stated = [t for t in old.get(record.iri, ()) if not _of_file(t)]
        if stated and set(stated) == set(record.triples):
            unchanged += 1
            after[record.iri] = old[record.iri]
            continue
        source = [] if record.adds_to else [ox.Triple(ox.NamedNode(record.iri), _SOURCE, file)]
        if not stated and not record.triples:
            unchanged += 1
            continue
        after[record.iri] = [*record.triples, *source]
        kind: Kind = "changed" if stated else "added"
        found = _differences(stated, record.triples, named) if stated else ()
        entries.append(Change(kind, record.iri, record.label, record.place, found))
    gone = {iri: triples for iri, triples in old.items() if iri not in labels}
    linked = {t.object for ts in after.values() for t in ts}
    if not replace:
        linked |= {t.object for ts in gone.values() for t in ts}
    kept = 0
    for iri, triples in gone.items():
        # A role that nobody holds any more goes with the list that took it away.
        loose = ox.NamedNode(iri) not in linked and any(
            t.predicate == _TYPE and t.object == _ROLE for t in triples
        )
        if replace or loose:
            entries.append(Change("dropped", iri, _label(triples) or name_of(iri)))
        else:
            after[iri] = triples
            kept += 1
    flat = tuple(t for triples in after.values() for t in triples)
    return Changes(tuple(entries), unchanged, kept, flat)


def _of_file(triple: ox.Triple) -> bool:
    return (
        triple.predicate == _SOURCE
        and isinstance(triple.object, ox.NamedNode)
        and triple.object.value.startswith(_FILE)
    )


def _differences(
    old: Iterable[ox.Triple], new: Iterable[ox.Triple], name_of: Callable[[str], str]
) -> tuple[Difference, ...]:
    before, after = _values(old, name_of), _values(new, name_of)
    found = []
    for predicate in dict.fromkeys((*after, *before)):
        one, other = before.get(predicate, ()), after.get(predicate, ())
        if sorted(one) != sorted(other):
            name = PROPERTY_NAMES.get(predicate) or name_of(predicate)
            found.append(Difference(name, one, other))
    return tuple(found)


def _values(
    triples: Iterable[ox.Triple], name_of: Callable[[str], str]
) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for triple in triples:
        term = triple.object
        text = name_of(term.value) if isinstance(term, ox.NamedNode) else str(term.value)  # type: ignore[union-attr]  # no triple terms
        found[triple.predicate.value].append(text)
    return {predicate: tuple(sorted(values)) for predicate, values in found.items()}


def _label(triples: Iterable[ox.Triple]) -> str:
    return next((t.object.value for t in triples if t.predicate == _LABEL), "")  # type: ignore[union-attr]  # labels are text
