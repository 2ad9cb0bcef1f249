"""The drafts and published editions that a store holds."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

import pyoxigraph as ox

from cjgraph.errors import UnknownThing
from cjgraph.namespaces import CJ, DCTERMS, GRAPH, PREFIXES, PROV, graph, thing
from cjgraph.store import Snapshot, StoreWriter
from ingest.plans.from_graph import reading_from_graph
from ingest.plans.graph_terms import Things
from ingest.plans.reading import PlanReading, Source

from .draft import Draft
from .triples import corrections_from, draft_from_triples

_NAMED: Final = re.compile(
    rf"^(?:{re.escape(GRAPH)})?(?:(?P<kind>draft|plan|example|synthetic)[/:])?"
    r"(?P<slug>[a-z0-9-]+)/(?P<edition>[a-z0-9-]+)$"
)

_RECORDS: Final = """
SELECT ?graph ?kind ?current WHERE {
  GRAPH ?record { ?graph cj:graphKind ?kind ; cj:isCurrent ?current }
  FILTER (?kind IN ("draft", "plan", "example", "synthetic"))
}"""


_READ_FROM: Final = """
SELECT DISTINCT ?graph ?file WHERE {
  GRAPH ?graph { ?reading a cj:KeptReading ; prov:wasDerivedFrom ?file }
}"""


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A draft, or a published edition of a plan.

    Args:
        name: Area and edition, as in ``fife/2024-2029``.
        status: ``draft``, ``published`` or ``archived``.
        graph: IRI of its graph.
        title: Title of the plan.
        area: The area, as written.
        edition: Name of the edition.
        start: First day of its period, or nothing.
        end: Last day of its period, or nothing.
        invented: Whether no one published this plan.
        checked: Whether a person has checked it.
        checked_by: Who checked it, as they call themselves.
        checked_at: When, or nothing.
        corrections: How many corrections it has.
        unplaced: How many of them have lost their item.
        file: Name of the file that it was read from.
        sha256: Hash of that file.
        state: Hash of what it says and how it came to, where known.
    """

    name: str
    status: str
    graph: str
    title: str
    area: str
    edition: str
    start: str
    end: str
    invented: bool
    checked: bool
    checked_by: str
    checked_at: str
    corrections: int
    unplaced: int
    file: str
    sha256: str
    state: str

    def to_json(self) -> dict[str, Any]:
        """Return the row as plain data."""
        return asdict(self)


Store = Snapshot | StoreWriter


def edition_rows(store: Store) -> list[EditionRow]:
    """Return all drafts and published editions, by name and status.

    Args:
        store: A snapshot, or a write under way.
    """
    rows = [
        _row(store, iri, kind, current=current) for iri, (kind, current) in _records(store).items()
    ]
    return sorted((row for row in rows if row), key=lambda row: (row.name, row.status))


def edition_name(name: str) -> tuple[str, str, str]:
    """Take a name apart: kind, area and edition; the kind is empty where it is left out.

    Raises:
        UnknownThing: It is no name of an edition.
    """
    found = _NAMED.match(name.strip())
    if not found:
        raise UnknownThing(
            f"'{name}' is not the name of a draft or plan; they look like fife/2024-2029.",
            hint="'cjgraph plan list' shows those that there are.",
        )
    return found["kind"] or "", found["slug"], found["edition"]


def find_draft(store: Store, name: str) -> Draft:
    """Return a draft by its name, or by its area where there is only one.

    Args:
        store: A snapshot, or a write under way.
        name: As in ``fife/2024-2029`` or ``fife``.

    Raises:
        UnknownThing: There is no such draft; near names are told.
    """
    drafts = [iri for iri, (kind, _) in _records(store).items() if kind == "draft"]
    names = {iri.removeprefix(graph("draft") + "/"): iri for iri in drafts}
    wanted = name.strip().removeprefix(graph("draft") + "/").removeprefix("draft:")
    if wanted not in names:
        of_area = [known for known in names if known.partition("/")[0] == wanted]
        if len(of_area) == 1:
            wanted = of_area[0]
        elif of_area:
            raise UnknownThing(f"There are several drafts for {wanted}.",
                               hint="Say which: " + ", ".join(sorted(of_area)) + ".")  # fmt: skip
        else:
            raise _unknown(name, names, "draft")
    return draft_from_triples(store.triples(names[wanted]), wanted)


def draft_of(store: Store, slug: str, edition: str) -> Draft | None:
    """Return the draft of an edition, or None where there is none."""
    triples = list(store.triples(graph("draft", slug, edition)))
    return draft_from_triples(triples, f"{slug}/{edition}") if triples else None


def drafts_read_from(store: Store, sha256: str) -> list[Draft]:
    """Return the drafts for which a file was read, now or before.

    Args:
        store: A snapshot, or a write under way.
        sha256: Hash of the file.
    """
    solutions = store.store.query(
        _READ_FROM,
        prefixes=PREFIXES,
        substitutions={ox.Variable("file"): ox.NamedNode(thing("file", sha256))},
    )
    assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101 - it is a SELECT
    records = _records(store)
    drafts = {row["graph"].value for row in solutions} & set(records)
    start = graph("draft") + "/"
    return [
        draft_from_triples(store.triples(iri), iri.removeprefix(start)) for iri in sorted(drafts)
    ]


def open_edition(store: Store, name: str) -> tuple[str, PlanReading]:
    """Return what a published edition, or else a draft, says.

    Args:
        store: A snapshot, or a write under way.
        name: As in ``fife/2024-2029``; ``draft:fife/2024-2029`` means the draft.

    Returns:
        What to call it, and the reading.

    Raises:
        UnknownThing: There is no such edition.
    """
    kind, slug, edition = edition_name(name)
    records = _records(store)
    for wanted in (kind,) if kind else ("plan", "example", "synthetic", "draft"):
        iri = graph(wanted, slug, edition)
        if iri not in records:
            continue
        if wanted == "draft":
            draft = draft_from_triples(store.triples(iri), f"{slug}/{edition}")
            return f"the draft {draft.name}", draft.reading()
        triples = list(store.triples(iri))
        return f"{slug}/{edition}", reading_from_graph(triples, _source(Things(triples)))
    names = {f"{row.name}": row.graph for row in edition_rows(store)}
    raise _unknown(name, names, "draft or plan")


def _unknown(name: str, names: Iterable[str], what: str) -> UnknownThing:
    known = sorted(set(names))
    near = difflib.get_close_matches(name[:100], known, n=3, cutoff=0.5)
    if near:
        hint = "Did you mean " + ", ".join(near) + "?"
    elif known:
        hint = f"'cjgraph plan list' shows the {len(known)} that there are."
    else:
        hint = "There is none yet; 'cjgraph plan import FILE' makes one."
    return UnknownThing(f"There is no {what} called '{name[:100]}'.", hint=hint)


def _records(store: Store) -> Mapping[str, tuple[str, bool]]:
    solutions = store.store.query(_RECORDS, prefixes=PREFIXES)
    assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101 - it is a SELECT
    return {
        row["graph"].value: (row["kind"].value, row["current"].value == "true") for row in solutions
    }


def _row(store: Store, iri: str, kind: str, *, current: bool) -> EditionRow | None:
    things = Things(t for t in store.triples(iri) if t.predicate.value != CJ + "readingContent")
    plans = things.of_type("CJOIP")
    if not plans:
        return None
    plan, source = plans[0], _source(things)
    corrections = corrections_from(things)
    checks = things.of_type("PlanCheck")
    by = things.one(checks[0], PROV + "wasAssociatedWith") if checks else None
    record = next(iter((*things.of_type("DraftRecord"), *things.of_type("PlanPublication"))), None)
    slug, _, edition = iri.removeprefix(graph(kind) + "/").partition("/")
    published = "published" if current else "archived"
    return EditionRow(
        name=f"{slug}/{edition}",
        status="draft" if kind == "draft" else published,
        graph=iri,
        title=things.words(plan),
        area=things.text(plan, CJ + "planArea"),
        edition=edition,
        start=things.text(plan, CJ + "periodStart"),
        end=things.text(plan, CJ + "periodEnd"),
        invented=things.truth(plan, CJ + "isInvented") is True,
        checked=things.truth(plan, CJ + "checkedByPerson") is True,
        checked_by=things.words(by) if by is not None else "",
        checked_at=things.text(checks[0], PROV + "endedAtTime") if checks else "",
        corrections=len(corrections),
        unplaced=sum(not item.placed for item in corrections),
        file=source.name,
        sha256=source.sha256,
        state=things.text(record, CJ + "draftState") if record is not None else "",
    )


def _source(things: Things) -> Source:
    """Return the file that a plan was read from."""
    plan = things.of_type("CJOIP")[0]
    named = things.iri(plan, DCTERMS + "source") or ""
    node = ox.NamedNode(named) if named else None
    return Source(
        things.words(node) if node else "",
        "",
        things.text(node, CJ + "sha256") if node else "",
    )
