"""Compares two plans in plain words: what was added, dropped, reworded or moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from ingest.evaluation.pairing import likeness
from ingest.plans.meaning import meaning
from ingest.plans.reading import PlanReading

from .corrections import same_value
from .items import REFERENCES, Item, Value, items_of
from .wording import FIELD_NAMES, shown

#: Least share of common words of two items that are one. No two different actions or
#: objectives of ten plans of the development set share half their words; outcomes do.
_ALIKE: Final = {"action": 0.5, "objective": 0.5, "outcome": 0.72}
#: Least likeness in meaning. Of 3,673 pairs of different actions within ten plans of the
#: development set, 3 are as alike as that; of 184 pairs of objectives, none; of 135 pairs
#: of outcomes, which are short and near each other, 2.
_MEANS_THE_SAME: Final = {"action": 0.62, "objective": 0.62, "outcome": 0.7}
#: Kinds that are compared item by item, in the order in which they are told.
_KINDS: Final = ("outcome", "objective", "action")
#: What is told of each field, and under which name; the rest follows from these or is a detail.
_TOLD: Final = {
    "due": "date moved",
    "due_as_written": "date as written changed",
    "lead": "lead changed",
    "measure": "measure changed",
    "measures": "measure changed",
    "national": "national links changed",
    "priority_actions": "priority actions changed",
    "objective": "moved to another objective",
    "outcome": "moved to another outcome",
}


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One difference between two plans.

    Args:
        kind: What it is about: ``outcome``, ``objective``, ``action``, ``checklist``, ``plan``.
        change: What happened, such as ``added``, ``reworded`` or ``date moved``.
        before: Id in the first plan, or nothing.
        after: Id in the second plan, or nothing.
        words: The words of the item, as the later plan that has it puts them.
        old: What was there before, in plain words.
        new: What is there now, in plain words.
    """

    kind: str
    change: str
    before: str
    after: str
    words: str
    old: str
    new: str

    def line(self) -> str:
        """Return the difference as one line."""
        name = self.words if len(self.words) <= 90 else self.words[:89].rsplit(" ", 1)[0] + "…"
        name = f"'{name}'" if name else ""
        if self.change in ("added", "dropped"):
            return f"{self.change}: '{self.words}'"
        return f"{self.change}{': ' + name if name else ''}: {self.old} → {self.new}"


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """All differences between two plans.

    Args:
        first: What the first plan is called.
        second: What the second plan is called.
        summary: The differences in one paragraph.
        changes: Each difference.
    """

    first: str
    second: str
    summary: str
    changes: tuple[PlanChange, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "first": self.first,
            "second": self.second,
            "summary": self.summary,
            "changes": [asdict(change) for change in self.changes],
        }


def compare_plans(
    first: PlanReading, second: PlanReading, names: tuple[str, str]
) -> PlanDifference:
    """Compare two plans; items are matched by what they say, never by their numbers.

    Args:
        first: The earlier plan.
        second: The later plan.
        names: What to call them.
    """
    old, new = items_of(first), items_of(second)
    changes = _whole(old[0], new[0])
    renamed: dict[tuple[str, str], str] = {}
    pairs: dict[str, list[tuple[Item, Item]]] = {}
    for kind in _KINDS:
        before = [item for item in old if item.kind == kind]
        after = [item for item in new if item.kind == kind]
        found = _paired(before, after)
        pairs[kind] = [(before[one], after[other]) for one, other in found.items()]
        renamed |= {(kind, a.id): b.id for b, a in pairs[kind]}
        for item in (item for at, item in enumerate(before) if at not in found):
            changes.append(PlanChange(kind, "dropped", item.id, "", item.words, item.words, ""))
        for item in (item for at, item in enumerate(after) if at not in found.values()):
            changes.append(PlanChange(kind, "added", "", item.id, item.words, "", item.words))
    for kind in _KINDS:
        for one, other in pairs[kind]:
            changes += _fields(one, other, renamed)
    changes += _verdicts(old, new)
    summary = _summary(names, changes, first, second)
    return PlanDifference(*names, summary, tuple(changes))


def _paired(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Pair items by their words and, where a model is at hand, by what they mean."""
    vectors = meaning()
    cosine = None
    if vectors is not None and old and new:
        cosine = vectors.likeness([i.words for i in old], [i.words for i in new])
    offers = []
    for one, before in enumerate(old):
        for other, after in enumerate(new):
            words = likeness(before.words, after.words)
            close = float(cosine[one, other]) if cosine is not None else 0.0
            if words >= _ALIKE[before.kind] or close >= _MEANS_THE_SAME[before.kind]:
                offers.append((-max(words, close), -words, abs(one - other), one, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, one, other in sorted(offers):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _fields(old: Item, new: Item, renamed: dict[tuple[str, str], str]) -> list[PlanChange]:
    found = []
    if " ".join(old.words.split()) != " ".join(new.words.split()):
        found.append(
            PlanChange(old.kind, "reworded", old.id, new.id, "", f"'{old.words}'", f"'{new.words}'")
        )
    for field, told in _TOLD.items():
        if field not in old.fields:
            continue
        before, after = old.fields[field], new.fields[field]
        if field == "due_as_written" and (old.fields["due"] or new.fields["due"]):
            continue  # the day says it
        if field in ("national", "priority_actions"):
            before, after = sorted(before), sorted(after)
        if (old.kind, field) in REFERENCES and after:
            target = REFERENCES[old.kind, field]
            after = {**after, "id": renamed.get((target, after["id"]), f"new:{after['id']}")}
        if field == "lead":
            before, after = _leads(before), _leads(after)
        if same_value(before, after):
            continue
        found.append(
            PlanChange(old.kind, told, old.id, new.id, new.words,
                       _due(old) if field == "due" else shown(field, before),
                       _due(new) if field == "due" else shown(field, after))
        )  # fmt: skip
    return found


def _leads(leads: Value) -> Value:
    return sorted(leads, key=lambda lead: str(lead["as_written"]))


def _due(item: Item) -> str:
    if item.fields["due"] or not item.fields["due_as_written"]:
        return shown("due", item.fields["due"])
    return f"'{item.fields['due_as_written']}'"


def _whole(old: Item, new: Item) -> list[PlanChange]:
    """Return what differs in the plan as a whole."""
    found = []
    for field in ("title", "area", "period", "framework"):
        before, after = old.fields[field], new.fields[field]
        if before != after:
            name = f"{FIELD_NAMES.get(field, field)} changed"
            found.append(
                PlanChange("plan", name, "", "", "", shown(field, before), shown(field, after))
            )
    return found


def _verdicts(old: Sequence[Item], new: Sequence[Item]) -> list[PlanChange]:
    later = {item.id: item for item in new if item.kind == "checklist"}
    found = []
    for item in old:
        other = later.get(item.id) if item.kind == "checklist" else None
        if other is None or item.fields["verdict"] == other.fields["verdict"]:
            continue
        found.append(
            PlanChange(
                "checklist",
                f"checklist item {item.id.removeprefix('checklist-')}",
                item.id,
                other.id,
                "",
                item.fields["verdict"],
                other.fields["verdict"],
            )
        )
    return found


def _summary(
    names: tuple[str, str], changes: list[PlanChange], first: PlanReading, second: PlanReading
) -> str:
    if not changes:
        return f"{names[0]} and {names[1]} say the same."
    told = [
        f"{_counted(len(first.outcomes), 'outcome')}, {_counted(len(first.actions), 'action')}"
        f" in {names[0]}; {_counted(len(second.outcomes), 'outcome')},"
        f" {_counted(len(second.actions), 'action')} in {names[1]}."
    ]
    for kind in _KINDS:
        said = []
        for what in ("added", "dropped", "reworded"):
            number = sum(c.kind == kind and c.change == what for c in changes)
            if number:
                said.append(f"{number} {what}")
        if said:
            told.append(f"{kind.capitalize()}s: {', '.join(said)}.")
    moved = [
        (what, sum(c.change == what for c in changes))
        for what in ("date moved", "lead changed", "measure changed", "national links changed")
    ]
    details = [f"{what} for {_counted(number, 'item')}" for what, number in moved if number]
    if details:
        told.append(f"{'; '.join(details).capitalize()}.")
    better = [c for c in changes if c.kind == "checklist"]
    if better:
        told.append(f"{_counted(len(better), 'checklist verdict')} changed.")
    return " ".join(told)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
