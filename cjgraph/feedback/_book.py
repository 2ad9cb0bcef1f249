"""Keeps remarks in the data folder: one named graph each, added and answered, never changed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pyoxigraph as ox

from cjgraph import __version__
from cjgraph.errors import InputError, TooManyRemarks, UnknownThing
from cjgraph.feedback._remark import DECISIONS, Answer, Remark
from cjgraph.feedback._words import reason_of, role_of
from cjgraph.namespaces import graph
from cjgraph.store import DataFolder, GraphSource, Snapshot, StoreWriter, open_snapshot

SOFTWARE: Final = f"cjgraph {__version__}"
#: Who writes, in the record of the store, where no role was given.
_NOBODY: Final = "reader"

_REMARKS: Final = """
SELECT * WHERE { GRAPH ?graph {
  ?remark a cj:Remark ; cj:disputesRule ?rule ; cj:disputedType ?type ;
    cj:disputedMessage ?message ; cj:disputedSubject ?subject ; cj:rulesVersion ?version ;
    cj:rulesHash ?rules ; cj:checkProfile ?profile ; dcterms:created ?created ;
    cj:softwareVersion ?software ; oa:hasBody/rdf:value ?reason ; oa:hasTarget ?target .
  ?target oa:hasSelector/oa:exact ?quote ; oa:hasSource ?file .
  ?file cj:sha256 ?plan ; rdfs:label ?title .
  OPTIONAL { ?remark prov:wasAttributedTo/rdfs:label ?role } } }"""

_ANSWERS: Final = """
SELECT * WHERE { GRAPH ?graph {
  ?answer a cj:RemarkAnswer ; oa:hasTarget ?remark ; cj:remarkState ?state ;
    oa:hasBody/rdf:value ?reason ; dcterms:created ?created ; cj:softwareVersion ?software .
  OPTIONAL { ?answer prov:wasAttributedTo/rdfs:label ?role } } }"""


def remarks(snapshot: Snapshot) -> tuple[Remark, ...]:
    """Return all remarks, the newest first, each with its answers.

    Args:
        snapshot: An opened snapshot.
    """
    answers: dict[str, list[Answer]] = defaultdict(list)
    for row in snapshot.rows(_ANSWERS):
        answers[row["remark"]].append(
            Answer(
                state=row["state"],
                reason=row["reason"],
                role=row.get("role", ""),
                created=datetime.fromisoformat(row["created"]),
                software=row["software"],
            )
        )
    found = [
        Remark(
            rule=row["rule"],
            finding_type=row["type"],
            message=row["message"],
            subject=row["subject"],
            quote=row["quote"],
            rules_version=row["version"],
            rules_sha256=row["rules"],
            plan_sha256=row["plan"],
            plan_title=row["title"],
            profile=row["profile"],
            reason=row["reason"],
            role=row.get("role", ""),
            created=datetime.fromisoformat(row["created"]),
            software=row["software"],
            answers=tuple(sorted(answers[row["remark"]], key=lambda a: a.created)),
        )
        for row in snapshot.rows(_REMARKS)
    ]
    return tuple(sorted(found, key=lambda r: (r.created, r.id), reverse=True))


def add_remark(data: DataFolder, remark: Remark, *, per_day: int | None = None) -> bool:
    """Keep a remark.

    Args:
        data: The data folder.
        remark: What :func:`cjgraph.feedback.remark_on` made.
        per_day: Most remarks that are kept in a day; None keeps any number.

    Returns:
        Whether it was kept: the same words on the same finding are kept once.

    Raises:
        SnapshotMissing: Nothing has been loaded yet.
        StoreLocked: Another process is writing.
        TooManyRemarks: As many as that were kept today.
    """
    held = remarks(open_snapshot(data))
    if any(other.id == remark.id for other in held):
        return False
    _check_room(held, remark.created, per_day)
    iri = graph("remark", remark.id)
    with StoreWriter(data, agent=remark.role or _NOBODY) as writer:
        if writer.triples(iri):  # kept by somebody else since
            return False
        writer.replace_graph(iri, remark.triples(), _source(remark.id, remark.triples()))
        writer.publish()
    return True


def answer_remark(
    data: DataFolder, wanted: str, *, state: str, because: str, role: str = "operator"
) -> Remark:
    """Answer a remark; an answer that was given before stays, and the latest one counts.

    Args:
        data: The data folder.
        wanted: Id of the remark, or its beginning.
        state: ``accepted`` or ``declined``.
        because: Why, at most 2,000 characters.
        role: The role of whoever decides.

    Returns:
        The remark with the answer.

    Raises:
        InputError: The state or the reason can't be used.
        UnknownThing: There is no such remark, or several begin so.
        StoreLocked: Another process is writing.
    """
    if state not in DECISIONS:
        raise InputError(f"A remark can't be '{state}'; say accepted or declined.")
    reason = reason_of(because)
    remark = _named(remarks(open_snapshot(data)), wanted)
    answer = Answer(state, reason, role_of(role), datetime.now(UTC), SOFTWARE)
    with StoreWriter(data, agent=answer.role) as writer:
        number = 1
        while writer.triples(iri := graph("remark", remark.id, f"answer-{number}")):
            number += 1
        written = list(answer.triples(remark.id, number))
        writer.replace_graph(iri, written, _source(f"{remark.id}, answer {number}", written))
        writer.publish()
    return replace(remark, answers=(*remark.answers, answer))


def _named(held: Iterable[Remark], wanted: str) -> Remark:
    name = wanted.strip().casefold()
    found = [remark for remark in held if name and remark.id.startswith(name)]
    if len(found) != 1:
        raise UnknownThing(
            f"{len(found)} remarks begin with '{name}'; give more of the id."
            if found
            else f"There is no remark '{wanted}'.",
            hint="'cjgraph feedback list' shows them with their ids.",
        )
    return found[0]


def _check_room(held: Iterable[Remark], now: datetime, per_day: int | None) -> None:
    if per_day is None:
        return
    today = sum(remark.created.date() == now.date() for remark in held)
    if today >= per_day:
        raise TooManyRemarks(
            f"No more than {per_day} remarks are kept in a day, and today's are there.",
            hint="Send it again tomorrow, or write to Community Justice Scotland.",
        )


def _source(name: str, triples: Iterable[ox.Triple]) -> GraphSource:
    digest = hashlib.sha256("\n".join(sorted(map(str, triples))).encode()).hexdigest()
    return GraphSource("remark", f"remark {name}", "feedback", digest)
