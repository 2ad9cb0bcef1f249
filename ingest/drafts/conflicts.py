"""Corrections that hide what a newer file of the plan says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ingest.evaluation.pairing import SAME, likeness

from .corrections import ADDED, DELETED, Correction, known_words, same_value
from .draft import Draft
from .items import REFERENCES, Item, Value, items_of
from .matching import same_item
from .wording import FIELD_NAMES, shown


@dataclass(frozen=True, slots=True)
class Conflict:
    """A correction that stands although the file says something new of the same field.

    Args:
        number: Number of the correction that stands.
        item: Id of the item in the file as it was read.
        field: The field, or ``deleted``.
        plan_says: What the file says now, as plain data.
        corrected_to: What the correction made of it.
        sentence: The same in plain words.
    """

    number: int
    item: str
    field: str
    plan_says: Value
    corrected_to: Value
    sentence: str


def conflicts_of(draft: Draft) -> tuple[Conflict, ...]:
    """List the corrections of a draft that were made against something else than it now says.

    Args:
        draft: The draft.
    """
    every = draft.corrections
    if not every:
        return ()
    words = known_words(made.change for made in every)
    now = items_of(draft.latest.reading)
    groups: dict[tuple[str, str, str], list[Correction]] = defaultdict(list)
    for made in every:
        item = same_item(now, made.change.kind, made.change.item, _words(words, made))
        if made.placed and item is not None and made.change.field != ADDED:
            groups[item.kind, item.id, made.change.field].append(made)
    items = {(item.kind, item.id): item for item in now}
    found = []
    for (kind, name, _), group in groups.items():
        conflict = _conflict(draft, items[kind, name], group, words)
        if conflict:
            found.append(conflict)
    return tuple(sorted(found, key=lambda conflict: conflict.number))


def _conflict(
    draft: Draft, now: Item, group: list[Correction], words: dict[tuple[str, str], set[str]]
) -> Conflict | None:
    last = group[-1]
    field, new = last.change.field, last.change.new
    then = _seen_by(draft, last, words)
    if field == DELETED:
        before = then.words if then else last.change.old
        if _flat(before) == _flat(now.words):
            return None
        told = f"the plan says now {shown('text', now.words)}; it stays struck out."
        return Conflict(last.number, now.id, field, now.words, None, f"{now.name()}: {told}")
    says = now.fields[field]
    before = then.fields[field] if then else group[0].change.old
    if _same(now, field, says, new):
        return None
    if _same(now, field, says, before):
        # Words that name no day may have changed though neither file gives a day.
        written = now.fields.get("due_as_written")
        if field != "due" or says or not then or then.fields["due_as_written"] == written:
            return None
    plain = shown(field, says)
    if field == "due" and not says and now.fields["due_as_written"]:
        plain = f"'{now.fields['due_as_written']}'"
    name = FIELD_NAMES.get(field, field.replace("_", " "))
    told = (
        f"{now.name()}: the plan says now {name} {plain};"
        f" the correction of {last.at:%d %B %Y} to {shown(field, new)} still stands."
    )
    return Conflict(last.number, now.id, field, says, new, told)


def _seen_by(draft: Draft, made: Correction, words: dict[tuple[str, str], set[str]]) -> Item | None:
    """Return the item as the file said it that the person had before them, where it is kept.

    Of a correction that a template made, the template itself is no witness of what stood
    there before; its old value is.
    """
    read = [k for k in draft.readings if k.reading.source.sha256 == made.file_sha256]
    if not read or read[0].origin:
        return None
    return same_item(
        items_of(read[0].reading), made.change.kind, made.change.item, _words(words, made)
    )


def _words(words: dict[tuple[str, str], set[str]], made: Correction) -> set[str]:
    return words[made.change.kind, made.change.item]


def _same(item: Item, field: str, one: Value, other: Value) -> bool:
    if (item.kind, field) in REFERENCES and one and other:
        # Ids are counted off anew in each file; what they point to is told by its words.
        if one["words"] and other["words"]:
            return likeness(one["words"], other["words"]) >= SAME
    if isinstance(one, str) and isinstance(other, str):
        return _flat(one) == _flat(other)
    return same_value(one, other)


def _flat(text: str) -> str:
    return " ".join(text.split())
