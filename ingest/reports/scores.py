"""Scores readings of reports against answers, and sums them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from cjgraph.errors import FileNotReadable, SyntaxFault
from ingest.evaluation.pairing import likeness, pair
from ingest.plans import PlanReading, read_plan
from ingest.plans.vocabulary import flat

from .progress import STATES, ReportReading
from .reader import read_report

_ENDING: Final = ".gold.json"
_KEYS: Final = ("file", "layout", "hand", "plan", "plan_answers", "actions", "new_actions")
_SAME: Final = 0.6


@dataclass(slots=True)
class ReportScores:
    """What one or many readings got right.

    Args:
        states: How often each state of the answers was read as which.
        joined: Actions that the report tells of and that were joined to something.
        told: Actions that the report tells of.
        quoted: Joined actions whose quotation is what the report says of just them.
        wrongly: Actions it does not tell of that were joined to something all the same.
        new: Right, wanted and read new actions.
        notes: Every fault, in words.
    """

    states: Counter[tuple[str, str]] = field(default_factory=Counter)
    joined: int = 0
    told: int = 0
    quoted: int = 0
    wrongly: int = 0
    new: tuple[int, int, int] = (0, 0, 0)
    face: tuple[int, int] = (0, 0)
    notes: list[str] = field(default_factory=list)

    def add(self, other: ReportScores) -> None:
        """Add the scores of another report."""
        self.states.update(other.states)
        self.joined += other.joined
        self.told += other.told
        self.quoted += other.quoted
        self.wrongly += other.wrongly
        self.new = tuple(map(sum, zip(self.new, other.new, strict=True)))  # type: ignore[assignment]
        self.face = (self.face[0] + other.face[0], self.face[1] + other.face[1])

    @property
    def accuracy(self) -> float:
        """Share of the plan's actions whose state is right."""
        total = sum(self.states.values())
        return sum(n for (a, b), n in self.states.items() if a == b) / total if total else 1.0

    @property
    def macro_f1(self) -> float:
        """Macro F1 over the states that occur."""
        scores = []
        for state in STATES:
            hits = self.states[state, state]
            of = sum(n for (gold, _), n in self.states.items() if gold == state)
            read = sum(n for (_, said), n in self.states.items() if said == state)
            if of or read:
                scores.append(2 * hits / (of + read))
        return sum(scores) / len(scores) if scores else 1.0

    def to_json(self) -> dict[str, Any]:
        """Return all figures."""
        return {
            "accuracy": round(self.accuracy, 4),
            "macro_f1": round(self.macro_f1, 4),
            "joined": self.joined,
            "told": self.told,
            "rightly_quoted": self.quoted,
            "wrongly_joined": self.wrongly,
            "new_actions": dict(zip(("right", "wanted", "read"), self.new, strict=True)),
            "states": {f"{gold}>{said}": n for (gold, said), n in sorted(self.states.items())},
        }


def score_reports(folder: Path) -> Iterator[tuple[dict[str, Any], ReportScores]]:
    """Read each report of a folder with the plan that its answers name, and score it.

    Raises:
        FileNotReadable: The folder, a report or a plan is missing.
        SyntaxFault: A file of answers is broken.
    """
    if not folder.is_dir():
        raise FileNotReadable(f"There is no folder {folder}.")
    for path in sorted(folder.rglob("*" + _ENDING)):
        gold = _answers(path)
        plan_gold = _answers(path.parent / gold["plan_answers"], keys=("actions",))
        plan = read_plan(path.parent / gold["plan"])
        yield (
            gold,
            score_report(gold, plan_gold, plan, read_report(path.parent / gold["file"], plan)),
        )


def score_report(
    gold: dict[str, Any], plan_gold: dict[str, Any], plan: PlanReading, reading: ReportReading
) -> ReportScores:
    """Score one reading; actions that the reading of the plan lacks count as not mentioned.

    Args:
        gold: The answers to the report.
        plan_gold: The answers to its plan, with the words of the actions.
        plan: The plan as read.
        reading: The report as read.
    """
    scores = ReportScores()
    pairs = pair([a["text"] for a in plan_gold["actions"]], [a.text for a in plan.actions])
    at = {str(a["id"]): pairs.get(n) for n, a in enumerate(plan_gold["actions"])}
    for wanted in gold["actions"]:
        where = at.get(str(wanted["id"]))
        found = reading.actions[where] if where is not None and reading.actions else None
        said = found.state if found else "not_mentioned"
        scores.states[wanted["state"], said] += 1
        told = wanted["state"] != "not_mentioned"
        scores.told += told
        scores.joined += told and said != "not_mentioned"
        if found and told and found.state != "not_mentioned":
            good = flat(wanted["quote"]) in flat(found.quote)
            scores.quoted += good
            if not good:
                scores.notes.append(f"{wanted['id']}: quotes {found.quote[:80]!r}")
        scores.wrongly += not told and said != "not_mentioned"
        if said != wanted["state"]:
            quote = (
                f"{found.said!r} {found.quote[:80]!r} {found.confidence:.2f}"
                if found
                else "no such action"
            )
            scores.notes.append(f"{wanted['id']}: {wanted['state']} read as {said}: {quote}")
    right = 0
    for text in gold["new_actions"]:
        good = any(likeness(text, new.text) >= _SAME for new in reading.new_actions)
        right += good
        if not good:
            scores.notes.append(f"new action missed: {text[:80]!r}")
    for new in reading.new_actions:
        if all(likeness(text, new.text) < _SAME for text in gold["new_actions"]):
            scores.notes.append(f"new action false: {new.text[:80]!r}")
    scores.new = (right, len(gold["new_actions"]), len(reading.new_actions))
    _score_face(scores, gold, reading)
    return scores


def _score_face(scores: ReportScores, gold: dict[str, Any], reading: ReportReading) -> None:
    read = reading.to_json()
    for kind in ("status", "title", "area", "period"):
        good = read[kind] == gold[kind]
        scores.face = (scores.face[0] + good, scores.face[1] + 1)
        if not good:
            scores.notes.append(f"{kind}: {gold[kind]!r} read as {read[kind]!r}")


def _answers(path: Path, keys: tuple[str, ...] = _KEYS) -> dict[str, Any]:
    try:
        answers: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise FileNotReadable(f"There is no file {path}.") from error
    except (OSError, ValueError) as error:
        raise SyntaxFault(f"{path} is not valid JSON: {error}.") from error
    if lacking := [key for key in keys if key not in answers]:
        raise SyntaxFault(f"{path} lacks {', '.join(lacking)}.")
    return answers


def table_rows(groups: dict[str, ReportScores]) -> list[list[str]]:
    """Return header and rows of the table of figures.

    Args:
        groups: Scores by the name of a layout, a hand or a report.
    """
    titles = "actions|state right|state macro-F1|joined|rightly quoted|joined wrongly|new actions"
    rows = [["", *titles.split("|")]]
    for name, scores in groups.items():
        right, wanted, read = scores.new
        rows.append(
            [
                name,
                str(sum(scores.states.values())),
                f"{scores.accuracy:.2f}",
                f"{scores.macro_f1:.2f}",
                f"{scores.joined} of {scores.told}",
                f"{scores.quoted} of {scores.joined}",
                str(scores.wrongly),
                f"{right} of {wanted}, {read - right} false",
            ]
        )
    return rows
