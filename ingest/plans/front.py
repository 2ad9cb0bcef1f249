# ruff: noqa: E501, RUF001 - patterns read best on one line; plans have curly quotes
"""Title, area and period of a plan, whether it is a document or a chapter of one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from .blocks import Block
from .chapter import LABEL, Chapter
from .cover import area_of, period_of, title_of
from .dates import period
from .recognise import JUSTICE_PLAN

#: Says for which years the chapter is, rather than what happened in some.
_FOR_YEARS: Final = re.compile(
    r"\b(?:this|our|the) (?:plan|chapter|part|section|CJOIP)\b.{0,80}\b(?:covers?|runs|is for|period|from)\b|\bperiod\b",
    re.IGNORECASE,
)
_EARLY: Final = 25
_SENTENCE_END: Final = re.compile(r"(?<=[.!?;])\s+")
_BODY: Final = re.compile(
    r"\b(?!The |Our |Scottish |Community |Social |Safer |Joint |Local |Integration |Health )(?P<area>[A-Z][\w'’]+(?: (?:(?:and|of|the) )*[A-Z][\w'’]+){0,3}?) "
    r"(?:Council|CJP|Community (?:Justice|Planning|Safety)(?: and Justice)? Partnership|CPP)\b"
)


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says: title, area, the Partnership's IRI, first and last day."""

    title: str
    area: str
    partnership: str | None
    period: tuple[date, date] | None


def cover_of(blocks: list[Block], in_properties: str, chapter: Chapter | None) -> Cover:
    """Return title, area and period of a plan.

    A chapter has its own where it says so; else those of the document that holds it.

    Args:
        blocks: The plan: the document or its chapter.
        in_properties: The title that the properties of the file give, or nothing.
        chapter: The chapter, where the plan is one.
    """
    if chapter is None:
        title = title_of(blocks, in_properties)
        area, partnership = area_of(blocks, title)
        area = area or _area_of_bodies(blocks)
        return Cover(title, area, partnership, period_of(blocks, title))
    own = _without_label(chapter.heading) if JUSTICE_PLAN.search(chapter.heading) else ""
    title = own or title_of(chapter.front, in_properties) or chapter.heading
    area, partnership = area_of(chapter.front, title)
    if not area:
        area, partnership = area_of(blocks, title)
    area = area or _area_of_bodies([*chapter.front, *blocks])
    return Cover(title, area, partnership, _chapter_period(chapter, title))


def _without_label(heading: str) -> str:
    """Return a heading without "Part 3:" or "4." before it."""
    match = LABEL.match(heading)
    return match["text"] if match and JUSTICE_PLAN.search(match["text"]) else heading


def _area_of_bodies(blocks: list[Block]) -> str:
    """Return the place after which most councils, boards and partnerships are called."""
    found = Counter(match["area"] for block in blocks for match in _BODY.finditer(block.text))
    return found.most_common(1)[0][0] if found else ""


def _chapter_period(chapter: Chapter, title: str) -> tuple[date, date] | None:
    if found := period(chapter.heading):
        return found
    for block in chapter.blocks[:_EARLY]:
        if _FOR_YEARS.search(block.text):
            for sentence in _SENTENCE_END.split(block.text):
                if found := period(sentence):
                    return found
    return period_of(chapter.front, title) or period_of(chapter.blocks, "")
