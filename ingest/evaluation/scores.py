"""Scores of one reading against its answers, and sums of them over many plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from ingest.plans.vocabulary import flat

from .gold import GoldPlan
from .pairing import likeness, pair

VERDICTS: Final = ("present", "partial", "missing")
#: Kinds of thing that are counted one by one, and kinds that are right or wrong.
FOUND: Final = ("outcomes", "objectives", "actions", "edges", "needs", "services", "partners")
RIGHT: Final = (
    "status",
    "title",
    "area",
    "period",
    "framework",
    "lead",
    "due",
    "measure",
    "national",
)
_MEASURE_SAME: Final = 0.6
_NAME_SAME: Final = 0.6


@dataclass(slots=True)
class Tally:
    """Hits, misses and false alarms of one kind of thing."""

    hits: int = 0
    missed: int = 0
    false: int = 0

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        self.hits += other.hits
        self.missed += other.missed
        self.false += other.false

    @property
    def precision(self) -> float:
        """Share of what was read that is right."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of what there is that was read."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = 2 * self.hits + self.missed + self.false
        return 2 * self.hits / total if total else 1.0


@dataclass(slots=True)
class PlanScores:
    """What one or many readings got right.

    Args:
        tallies: For kinds in ``FOUND``.
        right: For kinds in ``RIGHT``: how many were right, and how many there were.
        verdicts: How often each verdict of the answers was read as which.
        leaks: Phrases from outside the plan that the reading quotes.
    """

    tallies: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in FOUND})
    right: dict[str, tuple[int, int]] = field(default_factory=lambda: dict.fromkeys(RIGHT, (0, 0)))
    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter)
    leaks: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, other: PlanScores) -> None:
        """Add the scores of another plan."""
        for kind, tally in other.tallies.items():
            self.tallies[kind].add(tally)
        for kind, (good, of) in other.right.items():
            self.right[kind] = (self.right[kind][0] + good, self.right[kind][1] + of)
        self.verdicts.update(other.verdicts)
        self.leaks += other.leaks

    def accuracy(self, kind: str) -> float:
        """Return the share of a kind of ``RIGHT`` that is right."""
        good, of = self.right[kind]
        return good / of if of else 1.0

    @property
    def checklist_f1(self) -> float:
        """Macro F1 over the verdicts present, partial and missing; unknown is never right."""
        scores = []
        for verdict in VERDICTS:
            hits = self.verdicts[verdict, verdict]
            of = sum(n for (gold, _), n in self.verdicts.items() if gold == verdict)
            read = sum(n for (_, said), n in self.verdicts.items() if said == verdict)
            if of or read:
                scores.append(2 * hits / (of + read))
        return sum(scores) / len(scores) if scores else 1.0


def total(scores: Iterable[PlanScores]) -> PlanScores:
    """Sum the scores of many plans."""
    summed = PlanScores()
    for one in scores:
        summed.add(one)
    return summed


def score_plan(plan: GoldPlan, reading: dict[str, Any]) -> PlanScores:
    """Score a reading.

    Args:
        plan: The plan and its answers.
        reading: The reading as JSON, as ``PlanReading.to_json`` gives it.
    """
    gold = plan.answers
    scores = PlanScores()
    _score_face(scores, gold, reading)
    pairs = {
        kind: pair([x["text"] for x in gold[kind]], [x["text"] for x in reading[kind]])
        for kind in ("outcomes", "objectives", "actions")
    }
    for kind, paired in pairs.items():
        _count(scores.tallies[kind], len(paired), len(gold[kind]), len(reading[kind]))
        for g, item in enumerate(gold[kind]):
            if g not in paired:
                scores.notes.append(f"{kind}: missed {item['text'][:90]!r}")
        for r, item in enumerate(reading[kind]):
            if r not in paired.values():
                scores.notes.append(f"{kind}: false {item['text'][:90]!r}")
    _score_actions(scores, gold["actions"], reading["actions"], pairs["actions"])
    _score_national(scores, gold["outcomes"], reading["outcomes"], pairs["outcomes"])
    _score_edges(scores, gold, reading, pairs)
    for number, verdict in gold["checklist"].items():
        said = reading["checklist"][str(number)]["verdict"]
        scores.verdicts[verdict, said] += 1
        if said != verdict:
            scores.notes.append(f"checklist {number}: {verdict} read as {said}")
    needs = {need if isinstance(need, str) else need["category"] for need in gold.get("needs", [])}
    _count_sets(scores.tallies["needs"], needs, {need["category"] for need in reading["needs"]})
    _score_services(scores, gold, reading)
    _count_sets(
        scores.tallies["partners"],
        {partner["category"] for partner in gold.get("partners", [])},
        {partner["category"] for partner in reading["partners"]},
    )
    kept = flat(" ".join(_quotes(reading)))
    scores.leaks = [phrase for phrase in gold.get("outside", ()) if flat(phrase) in kept]
    return scores


def _score_face(scores: PlanScores, gold: dict[str, Any], reading: dict[str, Any]) -> None:
    def mark(kind: str, good: bool) -> None:
        scores.right[kind] = (int(good), 1)
        if not good:
            scores.notes.append(f"{kind}: {gold.get(kind)!r} read as {reading.get(kind)!r}")

    mark("status", reading["status"] == gold.get("status", "ok"))
    mark("title", likeness(gold["title"], reading["title"]) >= _NAME_SAME)
    mark("area", flat(gold["area"]) == flat(reading["area"]))
    mark("period", gold["period"] == reading["period"])
    mark("framework", gold["framework"] == reading["framework"])


def _score_actions(
    scores: PlanScores,
    gold: list[dict[str, Any]],
    read: list[dict[str, Any]],
    paired: dict[int, int],
) -> None:
    good: Counter[str] = Counter()
    for g, r in paired.items():
        wanted, found = gold[g], read[r]
        checks = {
            "lead": {x["category"] for x in wanted["lead"]}
            == {x["category"] for x in found["lead"]},
            "due": wanted["due"]["date"] == found["due"]["date"],
            "measure": _same_measure(wanted.get("measure"), found["measure"]),
        }
        for kind, right in checks.items():
            good[kind] += right
            if not right:
                name = wanted["text"][:50]
                scores.notes.append(f"{kind} of {name!r}: {wanted[kind]} read as {found[kind]}")
    for kind in ("lead", "due", "measure"):
        scores.right[kind] = (good[kind], len(paired))


def _same_measure(wanted: str | None, found: str | None) -> bool:
    if not wanted or not found:
        return not wanted and not found
    return likeness(wanted, found) >= _MEASURE_SAME


def _score_national(
    scores: PlanScores,
    gold: list[dict[str, Any]],
    read: list[dict[str, Any]],
    paired: dict[int, int],
) -> None:
    good = 0
    for g, item in enumerate(gold):
        found = set(read[paired[g]]["national"]) if g in paired else None
        good += found == set(item["national"])
        if found != set(item["national"]):
            said = sorted(found) if found is not None else "no outcome"
            scores.notes.append(f"national of {item['text'][:60]!r}: {item['national']} as {said}")
    scores.right["national"] = (good, len(gold))


def _score_edges(
    scores: PlanScores,
    gold: dict[str, Any],
    reading: dict[str, Any],
    pairs: dict[str, dict[int, int]],
) -> None:
    """Compare the edges of the thread; things that were read wrongly make wrong edges."""
    names: dict[tuple[str, str], str] = {}
    for kind, paired in pairs.items():
        for g, r in paired.items():
            names[kind, reading[kind][r]["id"]] = str(gold[kind][g]["id"])
    wanted = set(_edges(gold, {}))
    found = set(_edges(reading, names))
    _count_sets(scores.tallies["edges"], wanted, found)


def _edges(
    plan: dict[str, Any], names: dict[tuple[str, str], str]
) -> Iterable[tuple[str, str, str, str]]:
    known = {
        kind: {str(item["id"]) for item in plan[kind]}
        for kind in ("outcomes", "objectives", "actions")
    }

    def name(kind: str, item: str) -> str:
        return names.get((kind, item), f"?{item}") if names else item

    above = {str(o["id"]): o.get("outcome") for o in plan["objectives"]}
    for outcome in plan["outcomes"]:
        for code in outcome["national"]:
            yield "outcome", name("outcomes", str(outcome["id"])), "national", code
    for objective in plan["objectives"]:
        target = objective.get("outcome")
        if target in known["outcomes"]:
            one = name("objectives", str(objective["id"]))
            yield "objective", one, "outcome", name("outcomes", target)
    for action in plan["actions"]:
        one = name("actions", str(action["id"]))
        objective = action.get("objective")
        target = action.get("outcome") or above.get(objective or "")
        if objective in known["objectives"]:
            yield "action", one, "objective", name("objectives", objective)
        if target in known["outcomes"]:
            yield "action", one, "outcome", name("outcomes", target)


def _score_services(scores: PlanScores, gold: dict[str, Any], reading: dict[str, Any]) -> None:
    wanted = [s if isinstance(s, str) else s["name"] for s in gold.get("services", [])]
    found = [service["name"] for service in reading["services"]]
    paired = pair(wanted, found, _NAME_SAME)
    _count(scores.tallies["services"], len(paired), len(wanted), len(found))


def _quotes(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"source", "warnings"}:
                yield from _quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _quotes(inner)
    elif isinstance(value, str):
        yield value


def _count(tally: Tally, hits: int, wanted: int, found: int) -> None:
    tally.hits += hits
    tally.missed += wanted - hits
    tally.false += found - hits


def _count_sets(tally: Tally, wanted: set[Any], found: set[Any]) -> None:
    _count(tally, len(wanted & found), len(wanted), len(found))
