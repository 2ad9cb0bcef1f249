# ruff: noqa: E501, RUF001 - patterns read best on one line
"""Tables and cards of progress in an annual report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.plans.blocks import Block, Cell, Locator, unique_texts
from ingest.plans.references import leading_number
from ingest.plans.tables import role_of

from .statements import Statement
from .states import Legend, of_status

#: Role of a column by the words of its header; the first that fits decides.
_ROLES: Final = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        ("ref", r"^(?:(?:action|plan|our) )?(?:ref(?:erence)?|no|nr|number|id|#)\.?$"),
        ("next", r"^next|\bnext (?:year|steps?)\b|^what(?:'s| is| comes| happens) next|^planned\b|\bahead\b|^still to do"),
        ("progress", r"^actions? (?:taken|to date|so far)|^progress (?:made|in|this|to|over|so|report|update|note)|\bwhat (?:has |have |was |we |we've |we have |partners |actually )*(?:did|done|happened|been|achieved|delivered|changed)\b"),
        ("status", r"\brag\b|\bb?rag ?status|\bstatus\b|\bstate\b|\brating\b|traffic light|\bon (?:track|course|target)\b|\bstage\b|%|\bper ?cent|^(?:achieved|done|met|complete[d]?|finished)\W*$|\b(?:it|this|we|things?) stands?\b|^standing|^how far\b|^position\b|^colour\b|^verdict"),
        ("action", r"\b(?:we|plan|partners|you) (?:had )?(?:said|says|promised|planned|pledged|agreed)\b|\bpromises?\b|\bpledges?\b|commitment|undertak|^what was planned|^in the plan|said we would|^planned action"),
        ("progress", r"progress|update|achiev|outturn|^results?\b|comment|narrative|evidence|deliver(?:y|ed)|\bstory\b|how (?:it|we|that) (?:went|did|got)|\bthis year\b|in the year|\bnotes?\b|so far|impact|difference|happened|^account"),
    )
)  # fmt: skip
_HEADER_WITHIN: Final = 6
_HEADER_LONGEST: Final = 90
_CARD_KEY_WORDS: Final = 6
_SENTENCE_WORDS: Final = 4
_PLAIN: Final = re.compile(r"[^\w#%?' ]+")
_ACTION_REF: Final = re.compile(
    r"\baction\s+(?:no\.?\s*|ref\.?\s*)?(?P<ref>[A-Z]{0,3}\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)\b", re.I
)
_REF_ALONE: Final = re.compile(
    r"^\W*(?P<ref>[A-Z]{0,3}[ -]?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)\W*$", re.I
)


def column_of(header: str) -> str:
    """Return what a column of a report's table is for, or nothing.

    >>> column_of("RAG status"), column_of("What we did"), column_of("What we said we would do")
    ('status', 'progress', 'action')
    """
    plain = " ".join(_PLAIN.sub(" ", header).split())
    if not plain or len(plain) > _HEADER_LONGEST:
        return ""
    found = next((role for role, pattern in _ROLES if pattern.search(plain)), "")
    return found or role_of(header)


def table_statements(blocks: list[Block], legend: Legend) -> Iterator[Statement]:
    """Give what the tables of a report say of actions, row by row.

    Args:
        blocks: The report.
        legend: What its colours mean.
    """
    last: tuple[str, ...] = ()
    for block in blocks:
        if block.kind == "heading":
            last = last if block.level > 1 else ()
        if block.kind != "table" or not block.rows:
            continue
        cards = list(_cards(block))
        if cards:
            yield from cards
            continue
        roles, first, band = _header(block)
        if not roles and last and len(block.rows[0]) == len(last):
            roles, first = last, 0
        last = roles
        if roles:
            yield from _rows(block, roles, first, band, legend)


def is_progress_table(block: Block) -> bool:
    """Tell whether a table tells of progress with actions."""
    return (
        block.kind == "table" and bool(block.rows) and bool(_header(block)[0] or any(_cards(block)))
    )


def _header(block: Block) -> tuple[tuple[str, ...], int, str]:
    """Return the roles of the columns, the first row of the body, and a title above them."""
    band = ""
    for number, row in enumerate(block.rows[:_HEADER_WITHIN]):
        filled = unique_texts(row)
        if len(filled) <= 1:
            band = filled[0] if filled and len(row) > 1 else band
            continue
        texts = [" ".join(cell.text.split()) for cell in row]
        roles = [column_of(text) for text in texts]
        marks = [
            at
            for at, text in enumerate(texts)
            if len(text.split()) <= 3 and not _REF_ALONE.match(text) and of_status(text, Legend())
        ]
        if len(marks) >= 2:  # a column for each status, with a mark in one of them
            roles = ["mark:" + texts[at] if at in marks else role for at, role in enumerate(roles)]
        if roles.count("status") > 1 and "progress" not in roles:  # one of them tells the story
            told_in = [at for at, role in enumerate(roles) if role == "status"]
            roles[max(told_in, key=lambda at: _usual_length(block, number + 1, at))] = "progress"
        told = {"progress", "status"} & set(roles) or len(marks) >= 2
        if (
            told
            and "action" not in roles
            and (free := _sentences_column(block, number + 1, roles)) is not None
        ):
            roles[free] = "action"
        if told and {"action", "ref"} & set(roles):
            return tuple(roles), number + 1, band
    return (), 0, band


def _sentences_column(block: Block, first: int, roles: list[str]) -> int | None:
    """Return the first column of no known use that mostly holds several words."""
    for at, role in enumerate(roles):
        if role not in ("", "outcome", "objective", "measure"):
            continue
        if _usual_length(block, first, at) >= _SENTENCE_WORDS:
            return at
    return None


def _usual_length(block: Block, first: int, at: int) -> int:
    """The middle number of words in the cells of a column that hold any."""
    cells = (row[at].text for row in block.rows[first:])
    lengths = sorted(len(text.split()) for text in cells if text.strip())
    return lengths[len(lengths) // 2] if lengths else 0


def _rows(
    block: Block, roles: tuple[str, ...], first: int, band: str, legend: Legend
) -> Iterator[Statement]:
    header = tuple(" ".join(c.text.split()) for c in block.rows[first - 1]) if first else ()
    for number in range(first, len(block.rows)):
        row = block.rows[number]
        filled = unique_texts(row)
        if len(filled) <= 1 and len(row) > 1:
            band = filled[0] if filled else band
            continue
        if tuple(" ".join(cell.text.split()) for cell in row) == header:
            continue
        found = _row(block, number, row, roles, band, legend)
        if found:
            yield found


def _row(
    block: Block,
    number: int,
    row: tuple[Cell, ...],
    roles: tuple[str, ...],
    band: str,
    legend: Legend,
) -> Statement | None:
    cells: dict[str, tuple[str, Locator]] = {}
    marked = ""
    for at, (role, cell) in enumerate(zip(roles, row, strict=False)):
        text = " ".join(cell.text.split())
        place = block.cell_place(number, at)
        if role.startswith("mark:"):
            if text and text.lower() not in ("-", "–", "no", "n"):
                marked = role.removeprefix("mark:")
                cells.setdefault("mark", (text, place))
        elif role and text:
            if role in cells and role == "progress":
                continue
            cells.setdefault(role, (text, place))
    subject, ref = (
        cells.get("action", ("", block.locator))[0],
        cells.get("ref", ("", block.locator))[0],
    )
    if not subject and not ref:
        return None
    story, place = cells.get("progress", ("", block.cell_place(number)))
    said, said_place = cells.get("status", ("", block.cell_place(number)))
    if marked:
        said, said_place = marked, cells["mark"][1]
    if said and not story and len(said.split()) > 12:
        story, place, said = said, said_place, ""
    named, rest = leading_number(subject)
    if named and not ref:
        ref, subject = named, rest
    if not ref and (found := _ACTION_REF.match(subject)):
        ref, subject = found["ref"], subject[found.end() :].strip(" :.-–—")
    section = " > ".join(
        (
            *block.path,
            band,
            cells.get("outcome", ("", place))[0],
            cells.get("objective", ("", place))[0],
        )
    )
    quote, at_place = (story, place) if story else (said, said_place)
    if marked and not story:
        quote, at_place = cells["mark"]
    if not quote:
        quote, at_place = subject or ref, cells["action" if subject else "ref"][1]
    return Statement("row", _ref(ref), subject, story, said, quote, at_place, section)


def _cards(block: Block) -> Iterator[Statement]:
    """Read a table of two columns, keys and values, as a card for each action in it."""
    if len(block.rows[0]) != 2:
        return
    keys = [
        column_of(r[0].text) if len(r[0].text.split()) <= _CARD_KEY_WORDS else ""
        for r in block.rows
    ]
    if "action" not in keys or not {"progress", "status"} & set(keys):
        return
    if keys.count("action") * 2 > len(keys):  # a table with a column of actions
        return
    lead = "ref" if keys[0] == "ref" else "action"
    starts = [n for n, key in enumerate(keys) if key == lead]
    for start, end in zip(starts, [*starts[1:], len(keys)], strict=True):
        held: dict[str, tuple[str, Locator]] = {}
        for n in range(start, end):
            if keys[n] and keys[n] not in held:
                held[keys[n]] = (" ".join(block.rows[n][1].text.split()), block.cell_place(n, 1))
        subject, place = held.get("action", ("", block.locator))
        numbered = _ACTION_REF.search(block.rows[start][0].text)
        ref = held.get("ref", (numbered["ref"] if numbered else "", place))[0]
        story, story_at = held.get("progress", ("", place))
        said, said_at = held.get("status", ("", place))
        quote, at = (story, story_at) if story else (said, said_at) if said else (subject, place)
        if subject or ref:
            yield Statement(
                "card", _ref(ref), subject, story, said, quote, at, " > ".join(block.path)
            )


def _ref(text: str) -> str:
    found = _REF_ALONE.match(text) or _ACTION_REF.search(text)
    return found["ref"] if found else ""
