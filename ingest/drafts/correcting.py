"""Corrects a draft by hand: one field of one item at a time."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from cjgraph.errors import InputError, UnknownThing
from cjgraph.namespaces import graph
from cjgraph.store import DataFolder, GraphSource, StoreWriter
from ingest.plans.dates import due_date
from ingest.plans.partners import category_of, organisation_of
from ingest.plans.reading import PlanReading
from ingest.plans.template import choices
from ingest.plans.template.choices import Choices
from ingest.plans.vocabulary import vocabulary

from .conflicts import conflicts_of
from .corrections import ADDED, DELETED, Change, Correction
from .draft import Draft
from .editions import find_draft
from .items import FIELDS, LISTS, REFERENCES, Item, Value, item_of, items_of
from .triples import draft_triples
from .wording import sentence

_MANY: Final = 12
_NOTHING: Final = frozenset({"", "-", "none", "nothing"})
_VERDICTS: Final = ("present", "partial", "missing", "unknown")
_LEAD: Final = re.compile(r"^(?P<name>[^()=]+?)\s*(?:[(=]\s*(?P<category>[^()]+?)\s*\)?)?$")


def correct_draft(
    data: DataFolder,
    name: str,
    *,
    item: str = "",
    field: str = "",
    value: str = "",
    add: str = "",
    delete: bool = False,
    by: str = "coordinator",
    reason: str = "",
) -> tuple[Draft, Correction | None]:
    """Make one correction to a draft.

    Args:
        data: The data folder; it holds data.
        name: Name of the draft.
        item: Id of the item, such as ``action-3``.
        field: Its field, such as ``due``.
        value: What the field is to hold, as a person writes it.
        add: A kind of item, to add one with ``value`` as its words.
        delete: Whether to strike the item out.
        by: Who corrects, as they call themselves.
        reason: Why.

    Returns:
        The draft, and the correction; None where the draft says that already.

    Raises:
        UnknownThing: There is no such draft, item or field.
        InputError: The field can't hold such a value.
        StoreError: The store can't be written.
    """
    with StoreWriter(data, agent=by) as writer:
        draft = find_draft(writer, name)
        reading = draft.reading()
        change = (
            _addition(reading, add, value)
            if add
            else _change(reading, item, field, value, delete=delete)
        )
        if change is None:
            change = _confirmed(draft, item, field)
        if change is None:
            return draft, None
        changes = [change, *_day_of(reading, change)]
        source = draft.latest.reading.source
        draft = draft.with_changes(
            changes,
            by=by,
            at=datetime.now(UTC).replace(microsecond=0),
            file=(source.sha256, source.name),
            reason=" ".join(reason.split()),
        )
        writer.replace_graph(
            graph("draft", draft.slug, draft.edition),
            draft_triples(draft),
            GraphSource("draft", f"draft {draft.name}", source.name, source.sha256),
        )
        writer.publish()
    return draft, draft.corrections[-len(changes)]


def _confirmed(draft: Draft, name: str, field: str) -> Change | None:
    """Return the correction made anew that a newer file of the plan speaks against."""
    field = _field_name(field)
    now = item_of(draft.latest.reading, name.strip())
    for conflict in conflicts_of(draft):
        if now and conflict.item == now.id and conflict.field == field:
            old, new = conflict.plan_says, conflict.corrected_to
            told = sentence(now, field, old, new)
            return Change(now.kind, now.id, now.words, field, old, new, told)
    return None


def _day_of(reading: PlanReading, change: Change) -> list[Change]:
    """Return the due date that new words for it ask for, so that the two do not differ."""
    if change.field != "due_as_written":
        return []
    item = item_of(reading, change.item)
    day = due_date(change.new or "")
    if item is None or item.fields["due"] == (day.isoformat() if day else None):
        return []
    old, new = item.fields["due"], day.isoformat() if day else None
    told = sentence(item, "due", old, new)
    return [Change(change.kind, change.item, change.words, "due", old, new, told)]


def _addition(reading: PlanReading, kind: str, words: str) -> Change:
    if kind not in LISTS:
        raise UnknownThing(f"'{kind}' can't be added; these can: {', '.join(LISTS)}.")
    words = " ".join(words.split())
    if not words:
        raise InputError(f"The new {kind} has no words; give them after its kind.")
    of_kind = [item for item in items_of(reading) if item.kind == kind]
    taken = {item.id for item in of_kind}
    number = len(of_kind) + 1
    stem = f"{kind}-added-" if kind in ("outcome", "objective", "action") else f"{kind}-"
    if stem.endswith("added-"):
        number = 1
    while f"{stem}{number}" in taken:
        number += 1
    made = Item(kind, f"{stem}{number}", words, {})
    told = sentence(made, ADDED, None, words, words)
    return Change(kind, made.id, words, ADDED, None, words, told)


def _change(
    reading: PlanReading, name: str, field: str, value: str, *, delete: bool
) -> Change | None:
    item = item_of(reading, name.strip())
    if item is None:
        raise _no_item(reading, name)
    if delete:
        if item.kind not in LISTS:
            raise InputError(f"{item.name().capitalize()} can't be struck out; correct it instead.")
        told = sentence(item, DELETED, item.words, None, item.words)
        return Change(item.kind, item.id, item.words, DELETED, item.words, None, told)
    field = _field_name(field)
    if field not in FIELDS[item.kind]:
        raise UnknownThing(
            f"{item.name().capitalize()} has no field '{field}'; it has"
            f" {', '.join(FIELDS[item.kind])}."
        )
    old, new = item.fields[field], _parsed(reading, item, field, value.strip())
    if old == new or (not old and not new and old is not False and new is not False):
        return None
    told = sentence(item, field, old, new)
    return Change(item.kind, item.id, item.words, field, old, new, told)


def _field_name(written: str) -> str:
    return written.strip().replace("-", "_").replace(" ", "_")


def _no_item(reading: PlanReading, name: str) -> UnknownThing:
    known = [item.id for item in items_of(reading)]
    kind = re.split(r"[-\s]", name.strip().lower())[0]
    alike = [known_id for known_id in known if known_id.startswith(f"{kind}-")]
    near = difflib.get_close_matches(name.strip().lower(), known, n=3, cutoff=0.6)
    there = alike or near or known
    shown = ", ".join(there[:_MANY]) + (", …" if len(there) > _MANY else "")
    return UnknownThing(f"The draft has no item '{name}'.", hint=f"It has {shown}.")


def _parsed(reading: PlanReading, item: Item, field: str, text: str) -> Value:
    """Read a value as a person writes it."""
    empty = text.casefold() in _NOTHING
    if (item.kind, field) in REFERENCES:
        return None if empty else _target(reading, REFERENCES[item.kind, field], text)
    if field == "due":
        return None if empty else _date(text)
    if field == "period":
        return None if empty else _period(text)
    if field in ("priority",):
        return _truth(text)
    if field == "lead":
        return [] if empty else [_lead(part) for part in re.split(r"\s*;\s*", text) if part]
    if field in _LISTS:
        parts = [] if empty else [part for part in _LISTS[field].split(text) if part]
        known = _CHOICES.get(field)
        return [_chosen(known(), part) for part in parts] if known else parts
    if field == "interventions":
        return [] if empty else [_intervention(part) for part in re.split(r"[,;]\s*", text)]
    if field in ("verdict", "framework", "category", "partnership"):
        return _single(item, field, text, empty=empty)
    if empty and field in ("text", "quote", "name", "as_written"):
        raise InputError(f"{item.name().capitalize()} needs words; '--delete' strikes it out.")
    return None if empty else text


_COMMAS: Final = re.compile(r"\s*[,;]\s*")
_SEMICOLONS: Final = re.compile(r"\s*;\s*")
#: Fields of several values, and what parts these.
_LISTS: Final = {
    "national": _COMMAS,
    "priority_actions": _COMMAS,
    "indicators": _COMMAS,
    "needs": _COMMAS,
    "parts": _COMMAS,
    "measures": _SEMICOLONS,
    "evidence": _SEMICOLONS,
}
_CHOICES: Final = {
    "national": choices.outcomes,
    "priority_actions": choices.priority_actions,
    "indicators": choices.indicators,
    "needs": choices.needs,
}


def _chosen(known: Choices, text: str) -> str:
    code = known.code(text)
    if code is None:
        raise InputError(f"'{text}' is none of {_some(known.shown)}.")
    return code


def _single(item: Item, field: str, text: str, *, empty: bool) -> Value:
    if field == "verdict":
        if text.casefold() not in _VERDICTS:
            raise InputError(f"'{text}' is no verdict; it is one of {', '.join(_VERDICTS)}.")
        return text.casefold()
    if field == "framework":
        return _chosen(choices.editions(), text)
    if field == "partnership":
        return None if empty else _chosen(choices.partnerships(), text)
    return _chosen(choices.needs() if item.kind == "need" else choices.categories(), text)


def _target(reading: PlanReading, kind: str, text: str) -> Value:
    found = item_of(reading, text)
    if found is None or found.kind != kind:
        there = [item.id for item in items_of(reading) if item.kind == kind]
        told = f"it has {', '.join(there[:_MANY])}" if there else f"it has no {kind}s"
        raise InputError(f"'{text}' is no {kind} of the draft; {told}.")
    return {"id": found.id, "words": found.words}


def _date(text: str) -> str:
    day = due_date(text)
    if day is None:
        raise InputError(f"'{text}' names no day; write it as 2026-03-31, or 'none'.")
    return day.isoformat()


def _period(text: str) -> str:
    days = re.split(r"\s*(?:/|\bto\b)\s*", text)
    found = [due_date(day) for day in days] if len(days) == 2 else []
    if len(found) != 2 or found[0] is None or found[1] is None or found[0] > found[1]:
        raise InputError(
            f"'{text}' is no period; write its first and last day, as 2024-04-01/2029-03-31."
        )
    return f"{found[0].isoformat()}/{found[1].isoformat()}"


def _truth(text: str) -> bool | None:
    known = {"yes": True, "true": True, "no": False, "false": False}
    if text.casefold() in known:
        return known[text.casefold()]
    if text.casefold() in _NOTHING:
        return None
    raise InputError(f"'{text}' is neither 'yes' nor 'no'.")


def _lead(text: str) -> Value:
    match = _LEAD.match(text)
    name = match["name"] if match else text
    category = category_of(name)
    if match and match["category"]:
        category = _chosen(choices.categories(), match["category"])
    return {"as_written": name, "category": category, "organization": organisation_of(name)}


def _intervention(text: str) -> str:
    for term in vocabulary().interventions:
        if text in (term.iri, term.code) or text.casefold() == term.label.casefold():
            return term.iri
    raise InputError(f"'{text}' is none of the interventions of the vocabulary.")


def _some(shown: Iterable[str]) -> str:
    codes = [code.rsplit("/", 1)[-1] for code in shown]
    return ", ".join(codes[:40]) + (", …" if len(codes) > 40 else "")
