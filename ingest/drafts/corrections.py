"""Corrections: what a person changed in a reading, one by one, and making them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from ingest.plans.reading import PlanReading
from ingest.plans.statute import with_actions

from .items import LISTS, REFERENCES, Item, Value, items_of, with_item, with_value, without_item
from .matching import matched, same_item
from .wording import sentence

ADDED: Final = "added"
DELETED: Final = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two readings of one plan.

    Args:
        kind: The kind of item.
        item: Its id.
        words: Its words before the change; for a new item, its words.
        field: The field, or ``added`` or ``deleted``.
        old: What the field held, as plain data.
        new: What it holds now.
        sentence: The change in plain words.
    """

    kind: str
    item: str
    words: str
    field: str
    old: Value
    new: Value
    sentence: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A change that a person made to a reading.

    Args:
        number: Its place among the corrections of the draft, from 1.
        change: What was changed.
        by: Who made it, as they call themselves.
        at: When.
        file_sha256: The file that it came from: a template, or the plan itself.
        file_name: The name of that file.
        reason: Why, where it was said.
        placed: Whether the item is in the plan as it was last read.
    """

    number: int
    change: Change
    by: str
    at: datetime
    file_sha256: str
    file_name: str = ""
    reason: str = ""
    placed: bool = True


@dataclass(slots=True)
class _Known:
    """What is known of the items that corrections speak of."""

    words: dict[tuple[str, str], set[str]]
    now: dict[tuple[str, str], str] = field(default_factory=dict)


def corrected(
    reading: PlanReading, corrections: Iterable[Correction]
) -> tuple[PlanReading, tuple[Correction, ...]]:
    """Make corrections to a reading, whether they were made to it before or to another one.

    Args:
        reading: The reading of a file, as it was read.
        corrections: The corrections in their order.

    Returns:
        The reading as corrected, and the corrections, each marked as placed or not.
    """
    every = list(corrections)
    if not every:
        return reading, ()
    known = _Known(known_words(correction.change for correction in every))
    told = []
    for correction in every:
        reading, placed = _made(reading, correction.change, known)
        told.append(replace(correction, placed=placed))
    statute = with_actions(reading.statute, reading.outcomes, reading.objectives, reading.actions)
    return replace(reading, statute=statute), tuple(told)


def known_words(changes: Iterable[Change]) -> dict[tuple[str, str], set[str]]:
    """Return the words that each item which changes speak of is known to have had."""
    words: dict[tuple[str, str], set[str]] = defaultdict(set)
    for change in changes:
        about = words[change.kind, change.item]
        about.add(change.words)
        if change.field in ("text", "quote", "name", "as_written"):
            about.update(text for text in (change.old, change.new) if text)
    return words


def _made(reading: PlanReading, change: Change, known: _Known) -> tuple[PlanReading, bool]:
    """Make one change; say whether there was where to make it."""
    items = items_of(reading)
    about = (change.kind, change.item)
    found = same_item(items, *(change.kind, known.now.get(about, change.item)), known.words[about])
    if change.field == ADDED:
        if found is not None:  # the file says it by now
            known.now[about] = found.id
            return reading, True
        name = _free(change.item, change.kind, items)
        known.now[about] = name
        return with_item(reading, change.kind, name, change.words), True
    if found is None:
        return reading, change.field == DELETED
    known.now[about] = found.id
    if change.field == DELETED:
        return without_item(reading, found), True
    value = change.new
    if (change.kind, change.field) in REFERENCES and value:
        target = REFERENCES[change.kind, change.field]
        words = {value["words"]} | known.words.get((target, value["id"]), set())
        name = known.now.get((target, value["id"]), value["id"])
        goal = same_item(items, target, name, words)
        value = {"id": goal.id if goal else value["id"], "words": value["words"]}
    return with_value(reading, found, change.field, value), True


def _free(name: str, kind: str, items: Sequence[Item]) -> str:
    """Return an id for a new item: the one that it had, if nothing else has it now."""
    if kind not in ("outcome", "objective", "action"):
        return f"{kind}-{sum(item.kind == kind for item in items) + 1}"
    taken = {item.id for item in items}
    wanted, again = name, 2
    while name in taken:
        name, again = f"{wanted}-{again}", again + 1
    return name


def changes_between(old: PlanReading, new: PlanReading) -> list[Change]:
    """List what a person changed between two readings of one file.

    Args:
        old: The reading that they were given.
        new: The reading as they sent it back.
    """
    before, after = items_of(old), items_of(new)
    pairs = matched(before, after)
    back = {other: one for one, other in pairs.items()}
    renamed = {(before[one].kind, after[other].id): before[one].id for one, other in pairs.items()}
    found: list[Change] = []
    for at, item in enumerate(after):
        if at not in back and item.kind in LISTS:
            told = sentence(item, ADDED, None, item.words, item.words)
            found.append(Change(item.kind, item.id, item.words, ADDED, None, item.words, told))
    for at, item in enumerate(after):
        known = before[back[at]] if at in back else None
        if known is None and item.kind not in LISTS:
            continue
        found += _fields(known, item, renamed)
    for at, item in enumerate(before):
        if at not in pairs and item.kind in LISTS:
            told = sentence(item, DELETED, item.words, None, item.words)
            found.append(Change(item.kind, item.id, item.words, DELETED, item.words, None, told))
    return found


def _fields(old: Item | None, new: Item, renamed: dict[tuple[str, str], str]) -> list[Change]:
    about = old or new
    found = []
    for name, value in new.fields.items():
        before = old.fields[name] if old else None
        if old is None and name in ("text", "quote", "name", "as_written"):
            continue  # its words came with it
        if (new.kind, name) in REFERENCES and value:
            target = REFERENCES[new.kind, name]
            value = {**value, "id": renamed.get((target, value["id"]), value["id"])}
        if same_value(before, value):
            continue
        told = sentence(about, name, before, value)
        found.append(Change(new.kind, about.id, about.words, name, before, value, told))
    return found


def same_value(old: Value, new: Value) -> bool:
    """Tell whether two values of a field say the same."""
    if not old and not new and old is not False and new is not False:
        return True
    if isinstance(old, dict) and isinstance(new, dict):
        return bool(old["id"] == new["id"])
    if isinstance(old, list) and isinstance(new, list):
        return [_bare(part) for part in old] == [_bare(part) for part in new]
    return bool(old == new)


def _bare(part: Value) -> Value:
    return (part["as_written"], part["category"]) if isinstance(part, dict) else part
