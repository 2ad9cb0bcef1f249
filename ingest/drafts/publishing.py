"""Publishes drafts as editions; what is published is never overwritten.

The edition with the latest first day is current and takes the place of older ones, which
stay as they are and are only marked as archived. A plan that no person has checked takes
no place from one that was checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Triple

from cjgraph.errors import InputError
from cjgraph.namespaces import CJ, DCTERMS, PROV, RDF, RDFS, XSD, graph, thing
from cjgraph.store import DataFolder, GraphSource, StoreWriter
from ingest.plans.rdf import plan_triples
from ingest.plans.template.reading import FAULT_CODE

from .conflicts import conflicts_of
from .draft import Draft
from .editions import EditionRow, edition_rows, find_draft
from .triples import agent_node, agent_triples, correction_triples, time_literal

_A: Final = NamedNode(RDF + "type")


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did.

    Args:
        edition: Name of the edition, as in ``fife/2024-2029``.
        graph: IRI of its graph.
        checked_by: Who checked it, or nothing.
        changed: Whether anything was written.
        current: Whether this edition is the current one of its area.
        archived: Names of the editions that it took the place of.
        notes: What else the person should know.
    """

    edition: str
    graph: str
    checked_by: str
    changed: bool
    current: bool
    archived: tuple[str, ...]
    notes: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "edition": self.edition,
            "graph": self.graph,
            "checked_by": self.checked_by,
            "changed": self.changed,
            "current": self.current,
            "archived": list(self.archived),
            "notes": list(self.notes),
        }


def publish_draft(
    data: DataFolder,
    name: str,
    *,
    checked_by: str = "",
    by: str = "coordinator",
    again: bool = False,
    force: bool = False,
) -> Published:
    """Publish a draft as an edition.

    Args:
        data: The data folder; it holds data.
        name: Name of the draft.
        checked_by: The person who has checked it, as they call themselves; a plan that no
            one has checked counts in no national figure.
        by: Who publishes, where no one has checked.
        again: Whether to publish anew an edition that was published before; it becomes a
            further version, and the earlier one stays as it is.
        force: Whether to publish it although it says nothing or has faults.

    Raises:
        UnknownThing: There is no such draft.
        InputError: The edition was published before and the draft differs from it, or the
            draft says nothing or has faults.
        StoreError: The store can't be written.
    """
    checked_by = " ".join(checked_by.split())
    with StoreWriter(data, agent=checked_by or by) as writer:
        draft = find_draft(writer, name)
        rows = [row for row in edition_rows(writer) if row.status != "draft"]
        kind = "example" if draft.invented else "plan"
        versions = _versions(rows, draft)
        if versions and _same(versions[-1], draft, checked_by):
            last = versions[-1]
            return Published(last.name, last.graph, last.checked_by, False,
                             last.status == "published", (), ())  # fmt: skip
        if versions and not again:
            same = versions[-1].state == draft.state()
            told = "it was not checked" if same else "the draft is not the same"
            raise InputError(
                f"The edition {versions[-1].name} is published already, and {told};"
                " published editions are never overwritten.",
                hint="'--replace' publishes the draft as a further version of the edition, and"
                " archives the earlier one.",
            )
        if (faults := faults_of(draft)) and not force:
            raise InputError(
                f"The draft {draft.name} is not fit to be published: {' '.join(faults)}",
                hint="Mend it with 'cjgraph plan correct', or import a mended file; --force"
                " publishes it as it is.",
            )
        number = len(versions) + 1
        edition = draft.edition if number == 1 else f"{draft.edition}-v{number}"
        source = draft.latest.reading.source
        iri = graph(kind, draft.slug, edition)
        writer.replace_graph(
            iri,
            _triples(draft, edition, number, checked_by, by),
            GraphSource(
                kind,
                f"plan {draft.slug}/{edition}",
                source.name,
                source.sha256,
                edited_here=draft.invented,
            ),
        )
        archived, current = _settle(writer, iri)
        writer.publish()
    return Published(
        f"{draft.slug}/{edition}", iri, checked_by, True, current, archived,
        tuple(_notes(draft, checked_by, current=current)),
    )  # fmt: skip


def faults_of(draft: Draft) -> list[str]:
    """List what keeps a draft from being published, each in a sentence.

    Args:
        draft: The draft.
    """
    read = draft.reading()
    found = []
    if not read.outcomes and not read.actions:
        found.append("No outcome and no action was found in it; the reading may have failed.")
    for warned in draft.latest.reading.warnings:
        if warned.code == FAULT_CODE:
            line = warned.message.strip()
            found.append(f"{line[:1].upper()}{line[1:]}{'' if line.endswith('.') else '.'}")
    outcomes = {outcome.id for outcome in read.outcomes}
    objectives = {objective.id for objective in read.objectives}
    for objective in read.objectives:
        found += _dangling(objective.id, "outcome", objective.outcome, outcomes)
    for action in read.actions:
        found += _dangling(action.id, "objective", action.objective, objectives)
        found += _dangling(action.id, "outcome", action.outcome, outcomes)
    return found


def _dangling(name: str, kind: str, target: str | None, known: set[str]) -> Iterator[str]:
    if target and target not in known:
        yield f"{name} points to the {kind} '{target}', which the plan does not have."


def _versions(rows: list[EditionRow], draft: Draft) -> list[EditionRow]:
    """Return what was published from this draft so far, in order."""
    stem = f"{draft.name}-v"
    found = [
        row
        for row in rows
        if row.name == draft.name or (row.name.startswith(stem) and row.name[len(stem) :].isdigit())
    ]
    return sorted(found, key=lambda row: (len(row.name), row.name))


def _same(row: EditionRow, draft: Draft, checked_by: str) -> bool:
    if row.state != draft.state() or row.invented != draft.invented:
        return False
    return row.checked or not checked_by


def _triples(draft: Draft, edition: str, number: int, checked_by: str, by: str) -> Iterator[Triple]:
    reading = draft.reading()
    now = datetime.now(UTC).replace(microsecond=0)
    yield from plan_triples(
        reading,
        slug=draft.slug,
        edition=edition,
        invented=draft.invented,
        checked=bool(checked_by),
    )
    plan = NamedNode(thing("plan", f"{draft.slug}/{edition}"))
    file = NamedNode(thing("file", reading.source.sha256))
    yield from correction_triples(plan.value, plan, draft.corrections)
    act = NamedNode(f"{plan.value}/publication")
    yield Triple(plan, NamedNode(CJ + "publishedIn"), act)
    yield from _activity(act, "PlanPublication", f"Publication of {draft.slug}/{edition}", file,
                         checked_by or by, now)  # fmt: skip
    yield Triple(act, NamedNode(CJ + "draftState"), Literal(draft.state()))
    whole = NamedNode(XSD + "integer")
    yield Triple(act, NamedNode(CJ + "editionNumber"), Literal(str(number), datatype=whole))
    if checked_by:
        check = NamedNode(f"{plan.value}/check")
        yield Triple(plan, NamedNode(CJ + "checkedIn"), check)
        label = f"Check of the reading of {draft.slug}/{edition}"
        yield from _activity(check, "PlanCheck", label, file, checked_by, now)


def _activity(
    node: NamedNode, kind: str, label: str, file: NamedNode, who: str, when: datetime
) -> Iterator[Triple]:
    yield Triple(node, _A, NamedNode(CJ + kind))
    yield Triple(node, NamedNode(RDFS + "label"), Literal(label, language="en"))
    yield Triple(node, NamedNode(DCTERMS + "source"), file)
    yield Triple(node, NamedNode(PROV + "used"), file)
    yield Triple(node, NamedNode(PROV + "wasAssociatedWith"), agent_node(who))
    yield from agent_triples(who, node)
    yield Triple(node, NamedNode(PROV + "endedAtTime"), time_literal(when))


def _settle(writer: StoreWriter, new: str) -> tuple[tuple[str, ...], bool]:
    """Archive the editions of an area that another one takes the place of.

    Returns:
        Names of the editions that were archived, and whether the new one is current.
    """
    rows = [row for row in edition_rows(writer) if row.status == "published"]
    made = next(row for row in rows if row.graph == new)
    area = made.name.partition("/")[0]
    others = [
        row
        for row in rows
        if row.graph != new and row.name.partition("/")[0] == area and row.invented == made.invented
    ]
    archived = []
    for row in others:
        if row.checked and not made.checked:
            continue  # nothing that counts gives way to what does not
        if row.start and made.start and row.start > made.start:
            continue
        writer.archive_graph(row.graph)
        archived.append(row.name)
    newer = [r for r in others if r.start and made.start and r.start > made.start and r.checked]
    if newer and made.checked:  # an old plan that is added to the record late
        writer.archive_graph(new)
        return tuple(archived), False
    return tuple(archived), True


def _notes(draft: Draft, checked_by: str, *, current: bool) -> Iterator[str]:
    if not checked_by:
        yield "Published as not checked by a person: it counts in no national figure."
    if draft.invented:
        yield "The plan is invented: it is kept among the examples."
    if not current:
        yield "A newer edition of the area is current, so this one is on record as archived."
    read = draft.reading()
    for name, things in (("outcome", read.outcomes), ("action", read.actions)):
        if not things:
            yield f"No {name} was found in the plan; the reading may have failed."
    for conflict in conflicts_of(draft):
        yield f"{conflict.sentence[:1].upper()}{conflict.sentence[1:]}"
    lost = len(draft.unplaced())
    if lost:
        yield f"{lost} corrections have lost their item; 'cjgraph plan show' lists them."
