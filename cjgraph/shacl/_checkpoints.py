"""The checkpoint tables of the framework, filled in from a report.

Which findings bear on a question is said beside the question, in the vocabulary.
Source: Smart and Social Justice (2019), the boxes on pages 17 to 48.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

from rdflib import RDF, SKOS, Graph
from rdflib.term import Node

from cjgraph.resources import resource_folder
from cjgraph.shacl._groups import Fault, faults_of
from cjgraph.shacl._report import NOTICE, CheckReport
from cjgraph.shacl._terms import CJ

Answer = Literal["yes", "no", "cannot_tell", "ask"]
ANSWERS: Final[dict[Answer, str]] = {
    "yes": "Yes",
    "no": "No",
    "cannot_tell": "Can't be told from the plan",
    "ask": "Ask the Partnership",
}
#: How many weak points of one kind a table names before it only counts them.
_MOST_NAMED: Final = 5
_FILE: Final = "checkpoints.ttl"
#: Types of the findings that a checklist item is not met.
_OF_ITEMS: Final = ("checklist_missing", "checklist_partial")


@dataclass(frozen=True)
class Question:
    """A question of a checkpoint, and what a plan can say to it.

    Args:
        name: Its short name.
        asks: The question.
        shows: ``yes or no``, ``only no`` or ``neither``: what a plan can show.
        items: Numbers of the checklist items that answer it.
        types: Types of the findings that are weak points of it.
    """

    name: str
    asks: str
    shows: str
    items: frozenset[int]
    types: frozenset[str]


@dataclass(frozen=True)
class Checkpoint:
    """A box of the framework.

    Args:
        title: Its name.
        page: The page of the framework.
        questions: Its questions, in order.
    """

    title: str
    page: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class WeakPoint:
    """Faults of one kind that bear on a question.

    Args:
        said: What is wrong, in words.
        numbers: Places of the findings in the report, from 1.
    """

    said: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Answered:
    """A question with its answer.

    Args:
        question: The question.
        answer: The answer.
        because: What the answer rests on, in a sentence.
        weak: Where the weak points are.
    """

    question: Question
    answer: Answer
    because: str
    weak: tuple[WeakPoint, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the answer as JSON values."""
        return {
            "name": self.question.name,
            "question": self.question.asks,
            "answer": self.answer,
            "because": self.because,
            "weak_points": [{"said": w.said, "findings": list(w.numbers)} for w in self.weak],
        }


@dataclass(frozen=True)
class CheckpointTable:
    """A box of the framework, filled in.

    Args:
        checkpoint: The box.
        rows: Its questions with their answers.
    """

    checkpoint: Checkpoint
    rows: tuple[Answered, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the table as JSON values."""
        return {
            "title": self.checkpoint.title,
            "page": self.checkpoint.page,
            "questions": [row.to_json() for row in self.rows],
        }


def checkpoint_tables(report: CheckReport) -> tuple[CheckpointTable, ...]:
    """Fill in the checkpoint tables.

    Args:
        report: The report.
    """
    by_type: dict[str, list[Fault]] = {}
    for fault in faults_of(report):
        for kind in {finding.type for finding in fault.findings}:
            by_type.setdefault(kind, []).append(fault)
    return tuple(
        CheckpointTable(box, tuple(_answer(q, report, by_type) for q in box.questions))
        for box in _checkpoints(resource_folder("ontology") / "vocabularies" / _FILE)
    )


def _answer(
    question: Question, report: CheckReport, by_type: Mapping[str, Sequence[Fault]]
) -> Answered:
    weak = _weak_points(question, by_type)
    if question.shows == "neither":
        because = "A plan does not tell; partners have to say."
        if weak:
            because += " What was found may help to talk about it."
        return Answered(question, "ask", because, weak)
    if weak:
        return Answered(question, "no", "What was found speaks against it.", weak)
    if doubt := _doubt(question, report):
        return Answered(question, "cannot_tell", doubt, ())
    if question.shows == "only no":
        because = (
            "Nothing was found that speaks against it; whether it is so, partners have to say."
        )
        return Answered(question, "cannot_tell", because, ())
    return Answered(question, "yes", _found(question), ())


def _weak_points(
    question: Question, by_type: Mapping[str, Sequence[Fault]]
) -> tuple[WeakPoint, ...]:
    kinds: dict[tuple[str, ...], dict[int, Fault]] = {}
    for kind in question.types:
        for fault in by_type.get(kind, ()):
            kinds.setdefault((fault.told.shape,), {})[fault.number] = fault
    for kind in _OF_ITEMS:
        for fault in by_type.get(kind, ()):
            if fault.told.checklist_item in question.items:
                kinds.setdefault(("item", str(fault.number)), {})[fault.number] = fault
    found = [[faults[number] for number in sorted(faults)] for faults in kinds.values()]
    return tuple(_weak_point(faults) for faults in sorted(found, key=lambda f: f[0].number))


def _weak_point(faults: list[Fault]) -> WeakPoint:
    numbers = tuple(fault.number for fault in faults)
    if len(faults) == 1:
        return WeakPoint(faults[0].message.removesuffix(" This is guidance, not law."), numbers)
    # One passage may name several things, and one thing may be told for several outcomes.
    each = list(dict.fromkeys((f.told.brief or f.message).rstrip(".") for f in faults))
    named = "; ".join(each[:_MOST_NAMED])
    left = len(each) - _MOST_NAMED
    more = f"; and {left:,} more" if left > 0 else ""
    return WeakPoint(f"{faults[0].name}, {len(faults):,} times: {named}{more}", numbers)


def _doubt(question: Question, report: CheckReport) -> str:
    """Why a plan does not tell although nothing speaks against it; empty where it does."""
    unknown = sorted(
        item
        for item in question.items
        if report.basis.verdicts.get(item, "unknown") not in ("present", "partial", "missing")
    )
    if unknown:
        numbers = ", ".join(map(str, unknown))
        return f"Checklist item {numbers} could not be judged from what was read."
    if question.types and not report.thread.actions:
        return "No action was found in the plan."
    if question.types and any(finding.type == NOTICE for finding in report.findings):
        return "How the actions hang together could not be read."
    return ""


def _found(question: Question) -> str:
    found = []
    if question.items:
        numbers = " and ".join(map(str, sorted(question.items)))
        found.append(f"checklist item{'s' if len(question.items) > 1 else ''} {numbers} found")
    if question.types:
        found.append("no finding that speaks against it")
    return f"As far as the plan tells: {', '.join(found)}."


@lru_cache(maxsize=4)
def _checkpoints(path: Path) -> tuple[Checkpoint, ...]:
    graph = Graph().parse(data=path.read_bytes(), format="turtle")
    boxes = sorted(graph.subjects(RDF.type, CJ.Checkpoint), key=lambda b: _position(graph, b))
    return tuple(
        Checkpoint(
            _word(graph, box, SKOS.prefLabel),
            _word(graph, box, CJ.sourceLocator),
            tuple(
                _question(graph, question)
                for question in sorted(
                    graph.subjects(CJ.atCheckpoint, box), key=lambda q: _position(graph, q)
                )
            ),
        )
        for box in boxes
    )


def _question(graph: Graph, question: Node) -> Question:
    items = (str(item).rsplit("/", 1)[-1] for item in graph.objects(question, CJ.answeredByItem))
    return Question(
        _word(graph, question, SKOS.prefLabel),
        _word(graph, question, SKOS.definition),
        _word(graph, question, CJ.planCanShow) or "neither",
        frozenset(int(item) for item in items),
        frozenset(str(kind) for kind in graph.objects(question, CJ.answeredByFinding)),
    )


def _position(graph: Graph, thing: Node) -> int:
    return int(_word(graph, thing, CJ.position) or 0)


def _word(graph: Graph, thing: Node, predicate: Node) -> str:
    value = graph.value(thing, predicate)
    return "" if value is None else str(value)
