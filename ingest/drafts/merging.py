"""Puts what a file says into the draft that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from cjgraph import __version__
from cjgraph.namespaces import slug
from ingest.plans.reading import PlanReading, Warned
from ingest.plans.template.reading import FAULT_CODE

from .corrections import Change, changes_between
from .draft import Draft, KeptReading
from .items import Item, item_of, items_of
from .matching import matched
from .reading_files import FileRead
from .wording import sentence

#: What an edition is called when a plan does not say which years it is for.
UNDATED: Final = "undated"
#: Kinds of items of which a draft may not lose more than half without a word.
_GUARDED: Final = ("outcome", "action")
_AGAIN: Final = "'cjgraph plan import' with --again makes it the current one."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was said about the files that are imported.

    Args:
        area: The area, where it was given.
        edition: The edition, where it was given.
        by: Who imports.
        invented: Whether the plans are invented.
        again: Whether a file is to be the current one of its draft whatever was read before
            or since, and however much of the draft that takes away.
    """

    area: str = ""
    edition: str = ""
    by: str = "coordinator"
    invented: bool = False
    again: bool = False


def edition_for(reading: PlanReading, wanted: Wanted) -> str:
    """Return the name of the edition that a reading is of."""
    if wanted.edition:
        return slug(wanted.edition)
    if not reading.period:
        return UNDATED
    start, end = reading.period
    return f"{start.year}-{end.year}"


def too_much_lost(before: Draft, after: Draft) -> str:
    """Say why a file may not take the place of what a draft says; nothing where it may.

    A summary or an easy-read version has the area and the years of the plan, but few of its
    actions, and must not take its place unasked.

    Args:
        before: The draft.
        after: The draft as the file would make it.
    """
    old, new = items_of(before.reading()), items_of(after.reading())
    gone = [kind for kind in _GUARDED if 2 * _lost(old, new, kind) > _number(old, kind)]
    if not gone:
        return ""
    told = " and ".join(f"{_lost(old, new, kind)} of {_number(old, kind)} {kind}s" for kind in gone)
    return (
        f"Held back: the draft {before.name} would lose {told}, as a summary or an easy-read"
        " version would do. If it is to be the current file of the draft all the same, import"
        " it with --force; if it is another plan, give its edition with --edition."
    )


def _lost(old: Sequence[Item], new: Sequence[Item], kind: str) -> int:
    had = [item for item in old if item.kind == kind]
    has = [item for item in new if item.kind == kind]
    return len(had) - len(matched(had, has))


def _number(items: Sequence[Item], kind: str) -> int:
    return sum(item.kind == kind for item in items)


def merged(before: Draft | None, found: FileRead, wanted: Wanted) -> tuple[Draft, str, str]:
    """Put a reading into a draft.

    Args:
        before: The draft, or None where the file begins one.
        found: What the file says.
        wanted: What was said about it.

    Returns:
        The draft, and what happened, in a word and a sentence.
    """
    reading, now = found.reading, datetime.now(UTC).replace(microsecond=0)
    source = reading.source
    file = (source.sha256, source.name)
    kept = KeptReading(reading, wanted.by, now, f"cjgraph {__version__}", found.origin)
    if before is None:
        area = slug(wanted.area or reading.area)
        draft = Draft(area, edition_for(reading, wanted), wanted.invented, (kept,))
        named = _area_given(draft.reading(), wanted)
        draft = draft.with_changes(named, by=wanted.by, at=now, file=file) if named else draft
        return draft, "new", "A new draft."
    before = replace(before, invented=before.invented or wanted.invented)
    known = {k.reading.source.sha256: at for at, k in enumerate(before.readings)}
    if found.template and found.origin in known:
        return _from_template(before, known[found.origin], kept, wanted)
    at = known.get(source.sha256)
    if at is not None:
        return _same_file(before, at, kept, wanted)
    if before.latest.origin == source.sha256:  # its template came first, the file itself now
        return _template_came_first(before, kept)
    draft = replace(before, readings=(*before.readings, kept)).settled()
    changes = _area_given(draft.reading(), wanted)
    draft = draft.with_changes(changes, by=wanted.by, at=now, file=file) if changes else draft
    return draft, "read again", f"A new file of the same area and years.{_made_again(draft)}"


def _made_again(draft: Draft) -> str:
    lost, every = len(draft.unplaced()), len(draft.corrections)
    return f" {every - lost} of {every} corrections were made again." if every else ""


def _from_template(
    before: Draft, at: int, kept: KeptReading, wanted: Wanted
) -> tuple[Draft, str, str]:
    """Take up a template that was filled from a file of the draft."""
    reading, given = kept.reading, before.readings[at].reading
    file = (reading.source.sha256, reading.source.name)
    if wanted.again:  # the draft is to say what the template says
        draft = _current(before, at)
        changes = changes_between(draft.reading(), reading)
    else:
        draft = before
        changes = _new_changes(before, changes_between(given, reading))
    changes += _area_given(draft.reading(), wanted)
    if changes or wanted.again or all(made.file_sha256 != file[0] for made in before.corrections):
        draft = _with_faults(draft, reading)  # an old template says nothing of what is mended since
    if changes:
        draft = draft.with_changes(changes, by=wanted.by, at=kept.at, file=file)
        return draft, "corrected", f"{_counted(len(changes))} from the template."
    if draft != before:
        return draft, "corrected", "The template says what the draft says, and is current now."
    return before, "unchanged", (
        "The template says nothing new. What was corrected since stands; --force makes the draft"
        " say what the template says."
    )  # fmt: skip


def _with_faults(draft: Draft, template: PlanReading) -> Draft:
    """Keep the faults of a template with what it mends, in place of those of the last one."""
    latest = draft.latest
    faults = [warned for warned in template.warnings if warned.code == FAULT_CODE]
    others = [w for w in latest.reading.warnings if w.code != FAULT_CODE]
    told: tuple[Warned, ...] = tuple(dict.fromkeys((*others, *faults)))
    if told == latest.reading.warnings:
        return draft
    last = replace(latest, reading=replace(latest.reading, warnings=told))
    return replace(draft, readings=(*draft.readings[:-1], last))


def _same_file(before: Draft, at: int, kept: KeptReading, wanted: Wanted) -> tuple[Draft, str, str]:
    """Take up a file that was read for the draft before."""
    reading = kept.reading
    file = (reading.source.sha256, reading.source.name)
    earlier = at < len(before.readings) - 1
    if earlier and not wanted.again:
        told = "An earlier file of this draft; the later one stands."
        return before, "unchanged", f"{told} {_AGAIN}"
    before, old = _current(before, at), before
    changes = _area_given(before.reading(), wanted)
    draft = before
    if changes:
        draft = before.with_changes(changes, by=wanted.by, at=kept.at, file=file)
    if not _alike(before.latest.reading, reading):  # newer software reads it differently
        kept = replace(kept, origin=kept.origin or before.latest.origin)
        draft = replace(draft, readings=(*before.readings[:-1], kept)).settled()
        told = "read by newer software."
        if earlier:
            return draft, "read again", f"The earlier file, {told}{_made_again(draft)}"
        return draft, "read again", f"The same file, {told}"
    if earlier:
        told = f"It is the current file again, in place of {old.latest.reading.source.name}."
        return draft, "read again", f"{told}{_made_again(draft)}"
    return draft, "unchanged" if not changes else "corrected", "The same file again."


def _current(draft: Draft, at: int) -> Draft:
    """Return a draft that rests on another one of its readings."""
    if at == len(draft.readings) - 1:
        return draft
    others = (*draft.readings[:at], *draft.readings[at + 1 :])
    return replace(draft, readings=(*others, draft.readings[at])).settled()


def _template_came_first(before: Draft, kept: KeptReading) -> tuple[Draft, str, str]:
    """Turn what a template changed into corrections, now that its file is known."""
    mended = before.latest
    file = (mended.reading.source.sha256, mended.reading.source.name)
    changes = changes_between(kept.reading, mended.reading)
    draft = replace(before, readings=(*before.readings, kept), corrections=())
    draft = draft.with_changes(changes, by=mended.by, at=mended.at, file=file)
    for made in before.corrections:
        draft = draft.with_changes(
            [made.change],
            by=made.by,
            at=made.at,
            file=(made.file_sha256, made.file_name),
            reason=made.reason,
        )
    return (
        _with_faults(draft, mended.reading),
        "read again",
        "The file that its template was filled from.",
    )


def _alike(one: PlanReading, other: PlanReading) -> bool:
    """Tell whether two readings of a file say the same, whatever the file is called."""
    return replace(one, source=other.source, warnings=()) == replace(other, warnings=())


def _new_changes(draft: Draft, changes: list[Change]) -> list[Change]:
    """Leave out what the draft says already, such as what the same template said before."""
    reading = draft.reading()
    known = {(c.change.kind, c.change.item, c.change.field, repr(c.change.new))
             for c in draft.corrections}  # fmt: skip
    found = []
    for change in changes:
        if (change.kind, change.item, change.field, repr(change.new)) in known:
            continue
        item = item_of(reading, change.item)
        if item is not None and item.fields.get(change.field) == change.new is not None:
            continue
        found.append(change)
    return found


def _area_given(reading: PlanReading, wanted: Wanted) -> list[Change]:
    """Return the correction that an area given by hand makes."""
    item = item_of(reading, "plan")
    if not wanted.area or item is None or reading.area == wanted.area:
        return []
    told = sentence(item, "area", reading.area, wanted.area)
    return [Change("plan", "plan", "", "area", reading.area, wanted.area, told)]


def _counted(number: int) -> str:
    return f"{number} correction{'' if number == 1 else 's'}"
