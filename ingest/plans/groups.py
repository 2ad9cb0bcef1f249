# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Headings that group the work of a plan: what stands over several actions is what they are for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from .blocks import Block
from .candidates import ACTION_HEADING, OUTSIDE_HEADING, speaks_of_plan

#: Headings that say of what kind a part is, not what it is for.
_GENERIC: Final = re.compile(
    r"^(?:(?:part|section|chapter|appendix|annexe?|sheet)\b\W*)?(?:[\dA-Z][\d.]*[.):]?\s+)?(?:the |our |local |detailed |three[- ]year |annual |full )*"
    r"(?:delivery|action|actions|work|improvement|implementation|outcomes?|objectives?|priorities|plan|programme|table|tables|schedule|year \d|20\d\d\S*|continued|and|of|for|our|the|\W)+$|"
    r"^(?:actions?|what (?:we|partners)\b.*\b(?:do|deliver|done)|measures?|leads?|the work)\W*$",
    re.IGNORECASE,
)
#: Work that serves no outcome of its own.
_NO_OUTCOME: Final = re.compile(
    r"^(?:enabling|cross[- ]cutting|supporting|other|general|underpinning)\b|\b(?:not|no)\b.{0,40}\boutcomes?\b",
    re.IGNORECASE,
)
_CONTINUED: Final = re.compile(r"\W*\b(?:continued|cont['’]?d?)\b\W*$", re.IGNORECASE)
_NUMBER: Final = re.compile(r"^(?:(?:[A-Z]|\d{1,2})(?:\.\d{1,2})*[.):]?\s+)")
_FEWEST: Final = 2
_STATEMENT_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with the work that stands under it.

    Args:
        heading: The heading.
        text: Its words without a number before them.
    """

    heading: Block
    text: str


def find_groups(blocks: list[Block], works: Iterable[Block]) -> list[Group]:
    """Find the headings that group a plan's work.

    Args:
        blocks: The document.
        works: Tables of actions, and other blocks that set out an action.

    Returns:
        Each nearest telling heading over some work, in the order of the document, where it
        is a statement or one of several that stand side by side.
    """
    headings = {block.path: block for block in blocks if block.kind == "heading" and block.level}
    over: dict[tuple[str, ...], int] = defaultdict(int)
    for work in works:
        path = _telling(work.path)
        if path and path in headings:
            over[path] += 1
    beside: dict[tuple[str, ...], int] = defaultdict(int)
    for path in over:
        beside[path[:-1]] += 1
    groups = []
    for path in over:
        heading = headings[path]
        text = _NUMBER.sub("", heading.text).strip(" :–—-")
        if _NO_OUTCOME.search(text):
            continue
        statement = len(text.split()) >= _STATEMENT_WORDS
        if statement or beside[path[:-1]] >= _FEWEST:
            groups.append(Group(heading, text))
    order = {id(block): at for at, block in enumerate(blocks)}
    return sorted(groups, key=lambda group: order[id(group.heading)])


def is_generic(text: str) -> bool:
    """Tell whether a heading says only of what kind its part is, such as "Action plan"."""
    return bool(_GENERIC.match(plain_heading(text)))


def plain_heading(text: str) -> str:
    """Take "(continued)" off a heading that is repeated on a new page."""
    return _CONTINUED.sub("", text).strip() or text


def _telling(path: tuple[str, ...]) -> tuple[str, ...]:
    """Cut headings such as "Actions" off the end of a path, until one tells something."""
    while path:
        last = path[-1]
        plain = _NUMBER.sub("", last)
        if not _GENERIC.match(last) and not ACTION_HEADING.match(plain):
            return (
                ()
                if speaks_of_plan(plain)
                or (OUTSIDE_HEADING.search(last) and len(plain.split()) < _STATEMENT_WORDS)
                else path
            )
        path = path[:-1]
    return path
