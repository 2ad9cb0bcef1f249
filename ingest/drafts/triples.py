"""Drafts and corrections as triples, and back.

Source: PROV-O, W3C Recommendation.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Triple

from cjgraph.errors import StoreError
from cjgraph.namespaces import CJ, DCTERMS, PROV, RDF, RDFS, XSD, slug, thing
from ingest.plans.graph_terms import Thing, Things
from ingest.plans.rdf import plan_triples

from .codec import reading_from_plain, reading_to_plain
from .corrections import Change, Correction
from .draft import Draft, KeptReading

_A: Final = NamedNode(RDF + "type")
_JSON: Final = NamedNode(RDF + "JSON")
_HASH: Final = 16


def draft_triples(draft: Draft) -> Iterator[Triple]:
    """Turn a draft into triples: the plan as corrected, what was read, each correction.

    Args:
        draft: The draft.
    """
    plan = NamedNode(thing("plan", draft.name))
    base = thing("draft", draft.name)
    record, latest = NamedNode(base), draft.latest.reading.source
    yield from plan_triples(
        draft.reading(), slug=draft.slug, edition=draft.edition, invented=draft.invented
    )
    yield from _described(record, "DraftRecord", f"Draft {draft.name}", latest.sha256)
    yield Triple(record, _cj("draftOf"), plan)
    yield Triple(record, _cj("isInvented"), _truth(draft.invented))
    yield Triple(record, _cj("draftState"), Literal(draft.state()))
    for number, kept in enumerate(draft.readings, 1):
        yield from _kept(base, plan, number, kept, latest=number == len(draft.readings))
    yield from correction_triples(base, plan, draft.corrections)


def _kept(
    base: str, plan: NamedNode, number: int, kept: KeptReading, *, latest: bool
) -> Iterator[Triple]:
    source = kept.reading.source
    node = NamedNode(f"{base}/reading/{source.sha256[:_HASH]}")
    yield from file_triples(source.sha256, source.name)
    yield from _described(node, "KeptReading", f"Reading of {source.name}", source.sha256)
    yield Triple(node, _cj("readingOf"), plan)
    yield Triple(node, _cj("position"), _whole(number))
    yield Triple(node, _cj("isLatestReading"), _truth(latest))
    yield Triple(node, NamedNode(PROV + "wasDerivedFrom"), _file(source.sha256))
    yield from agent_triples(kept.by, node)
    yield Triple(node, NamedNode(PROV + "wasAttributedTo"), agent_node(kept.by))
    yield Triple(node, NamedNode(DCTERMS + "created"), time_literal(kept.at))
    yield Triple(node, _cj("softwareVersion"), Literal(kept.software))
    if kept.origin:
        yield Triple(node, _cj("filledFrom"), Literal(kept.origin))
    yield Triple(node, _cj("readingContent"), _json(reading_to_plain(kept.reading)))


def correction_triples(
    base: str, plan: NamedNode, corrections: Iterable[Correction]
) -> Iterator[Triple]:
    """Turn corrections into triples, one activity each.

    Args:
        base: IRI below which they are named.
        plan: The plan that they are about.
        corrections: The corrections.
    """
    for correction in corrections:
        node, change = NamedNode(f"{base}/correction/{correction.number}"), correction.change
        label = " ".join(change.sentence.split())
        yield from file_triples(correction.file_sha256, correction.file_name)
        yield from _described(node, "Correction", label, correction.file_sha256)
        yield Triple(node, _cj("correctedPlan"), plan)
        yield Triple(node, _cj("position"), _whole(correction.number))
        yield Triple(node, _cj("itemKind"), Literal(change.kind))
        yield Triple(node, _cj("localId"), Literal(change.item))
        if (item := _item_node(plan, change)) is not None:
            yield Triple(node, _cj("correctsItem"), item)
        yield Triple(node, _cj("itemWords"), Literal(change.words))
        yield Triple(node, _cj("correctedField"), Literal(change.field))
        yield Triple(node, _cj("oldValue"), _json(change.old))
        yield Triple(node, _cj("newValue"), _json(change.new))
        yield Triple(node, _cj("isPlaced"), _truth(correction.placed))
        if correction.reason:
            yield Triple(node, _cj("reason"), Literal(correction.reason))
        yield Triple(node, NamedNode(PROV + "used"), _file(correction.file_sha256))
        yield from agent_triples(correction.by, node)
        yield Triple(node, NamedNode(PROV + "wasAssociatedWith"), agent_node(correction.by))
        yield Triple(node, NamedNode(PROV + "endedAtTime"), time_literal(correction.at))


def _item_node(plan: NamedNode, change: Change) -> NamedNode | None:
    """Return the thing in the plan that a correction changes, where it has a name there."""
    if change.kind == "plan":
        return plan
    if change.kind in ("outcome", "objective", "action"):
        return NamedNode(f"{plan.value}/{change.kind}/{change.item}")
    if change.kind == "checklist":
        return NamedNode(f"{plan.value}/verdict/{change.item.removeprefix('checklist-')}")
    return None


def draft_from_triples(triples: Iterable[Triple], name: str) -> Draft:
    """Return the draft that a graph holds.

    Args:
        triples: The graph.
        name: Area and edition, as in ``fife/2024-2029``.

    Raises:
        StoreError: The graph holds no draft that can be taken up again.
    """
    things = Things(triples)
    records, kept = things.of_type("DraftRecord"), things.of_type("KeptReading")
    if not records or not kept:
        raise StoreError(f"The draft {name} can't be read from the store.")
    area, _, edition = name.partition("/")
    readings = tuple(_kept_reading(things, node, name) for node in kept)
    found = corrections_from(things)
    invented = things.truth(records[0], CJ + "isInvented") is True
    return Draft(area, edition, invented, readings, found)


def _kept_reading(things: Things, node: Thing, name: str) -> KeptReading:
    try:
        content = json.loads(things.text(node, CJ + "readingContent"))
        reading = reading_from_plain(content)
    except ValueError as error:
        raise StoreError(
            f"What was read for the draft {name} can't be taken up again: {error}",
            hint="Import the file of the plan again.",
        ) from error
    return KeptReading(
        reading=reading,
        by=_agent(things, node, PROV + "wasAttributedTo"),
        at=_time(things, node, DCTERMS + "created"),
        software=things.text(node, CJ + "softwareVersion"),
        origin=things.text(node, CJ + "filledFrom"),
    )


def corrections_from(things: Things) -> tuple[Correction, ...]:
    """Return the corrections that a graph holds, in their order."""
    found = []
    for number, node in enumerate(things.of_type("Correction"), 1):
        used = things.iri(node, PROV + "used") or ""
        change = Change(
            kind=things.text(node, CJ + "itemKind"),
            item=things.text(node, CJ + "localId"),
            words=things.text(node, CJ + "itemWords"),
            field=things.text(node, CJ + "correctedField"),
            old=_value(things.text(node, CJ + "oldValue")),
            new=_value(things.text(node, CJ + "newValue")),
            sentence=things.text(node, RDFS + "label"),
        )
        found.append(
            Correction(
                number=number,
                change=change,
                by=_agent(things, node, PROV + "wasAssociatedWith"),
                at=_time(things, node, PROV + "endedAtTime"),
                file_sha256=used.rsplit("/", 1)[-1],
                file_name=things.words(NamedNode(used)) if used else "",
                reason=things.text(node, CJ + "reason"),
                placed=things.truth(node, CJ + "isPlaced") is not False,
            )
        )
    return tuple(found)


def file_triples(sha256: str, name: str) -> Iterator[Triple]:
    """Describe a file by its hash and name."""
    node = _file(sha256)
    yield Triple(node, _A, _cj("ImportedFile"))
    yield Triple(node, NamedNode(RDFS + "label"), Literal(name))
    yield Triple(node, _cj("sha256"), Literal(sha256))
    yield Triple(node, NamedNode(DCTERMS + "source"), node)


def agent_node(name: str) -> NamedNode:
    """Return the node of someone who did something."""
    return NamedNode(thing("agent", slug(name)))


def agent_triples(name: str, activity: NamedNode) -> Iterator[Triple]:
    """Describe someone who did something."""
    node = agent_node(name)
    yield Triple(node, _A, NamedNode(PROV + "Agent"))
    yield Triple(node, NamedNode(RDFS + "label"), Literal(name, language="en"))
    yield Triple(node, NamedNode(DCTERMS + "source"), activity)


def time_literal(moment: datetime) -> Literal:
    """Return a moment as a literal."""
    return Literal(moment.isoformat(), datatype=NamedNode(XSD + "dateTime"))


def _agent(things: Things, node: Thing, prop: str) -> str:
    found = things.one(node, prop)
    return things.words(found) if found is not None else ""


def _time(things: Things, node: Thing, prop: str) -> datetime:
    return datetime.fromisoformat(things.text(node, prop))


def _value(text: str) -> Any:
    return json.loads(text) if text else None


def _described(node: NamedNode, kind: str, label: str, sha256: str) -> Iterator[Triple]:
    yield Triple(node, _A, _cj(kind))
    yield Triple(node, NamedNode(RDFS + "label"), Literal(label, language="en"))
    yield Triple(node, NamedNode(DCTERMS + "source"), _file(sha256))


def _file(sha256: str) -> NamedNode:
    return NamedNode(thing("file", sha256))


def _json(content: object) -> Literal:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Literal(text, datatype=_JSON)


def _truth(value: bool) -> Literal:
    return Literal("true" if value else "false", datatype=NamedNode(XSD + "boolean"))


def _whole(number: int) -> Literal:
    return Literal(str(number), datatype=NamedNode(XSD + "integer"))


def _cj(name: str) -> NamedNode:
    return NamedNode(CJ + name)
