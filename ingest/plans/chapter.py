# ruff: noqa: E501, RUF001 - patterns read best on one line; plans have long dashes
"""Finds the chapter on community justice inside a wider plan, and leaves the rest alone.

Some areas have no plan of its own for community justice: it is a chapter of the local
outcomes improvement plan, or a part of a community safety strategy. Nothing may be taken
from the other chapters then. A whole plan, on the other hand, is never cut: its chapters
on housing or health are part of it, however little they say of justice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from .blocks import NOWHERE, Block, Locator, unique_texts
from .personal import Masker
from .reading import Warned
from .recognise import JUSTICE_PLAN, opening, share_of_justice
from .tables import read_tables

_HEADING: Final = re.compile(
    r"\bcommunity justice\b|\bCJOIP\b|\bjustice\b|\breduc(?:ing|e) (?:re-?)?offending\b|\bre-?offending\b",
    re.IGNORECASE,
)
#: Headings that only explain or point elsewhere head no chapter that is a plan.
_EXPLAINS: Final = re.compile(
    r"^(?:[\d.]+\s+)?(?:what is|about|what do we mean by|why|introduction to|background to)\b|\?$",
    re.I,
)
LABEL: Final = re.compile(
    r"^(?P<word>chapter|part|section|theme|priority|annex|appendix|pillar|goal|outcome|workstream|schedule)?\s*"
    r"(?P<label>\d{1,2}(?:\.\d{1,2})*|[A-H]|[IVX]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)(?=[\s:.)–—-]|$)[\s:.)–—-]*(?P<text>.*)$",
    re.IGNORECASE,
)
#: A cover that names the plan, but as something that the document only holds.
_HOLDS: Final = re.compile(
    r"\b(?:incorporat\w+|includ\w+|contain\w+|with (?:the|our)|together with|part \w+|chapter|section|appendix|annex|see)\b",
    re.IGNORECASE,
)
_WIDER_THAN_JUSTICE: Final = re.compile(
    r"\bLOIP\b|\blocal outcomes improvement\b|\bcommunity (?:planning|safety)\b|\bsafer communities\b|\bpublic protection\b|"
    r"\bsafety (?:and|&) (?:community )?justice\b|\bantisocial\b",
    re.IGNORECASE,
)
_MAY_PROMISE: Final = re.compile(
    r"\bwe will\b|\bpartners will\b|\bpartnership will\b|\bwill be\b", re.I
)
_PLANNING: Final = re.compile(
    r"\b(?:actions?|outcomes?|priorit\w+|objectives?|lead|by when|due)\b", re.I
)

_LEAST_WORDS: Final = 80
#: Sections with fewer words tell nothing about what they are on.
_SHORT_SECTION: Final = 40
_INSIDE_LEAST: Final = 0.3
_OUTSIDE_MOST: Final = 0.3
_TIMES: Final = 2.0
#: A heading with fewer words below it before the next of its level only opens a chapter.
_THIN: Final = 60
_FOREIGN: Final = 0.12
_LEAST_SIBLINGS: Final = 2


@dataclass(frozen=True, slots=True)
class Chapter:
    """The chapter of a wider document that is the community justice plan.

    Args:
        heading: The words of its heading.
        blocks: Its blocks, the heading first.
        front: What stands before the first chapter of the document: cover and title.
        begins: Place of its heading.
        ends: Place of the heading that follows it; None where it ends the document.
        next_heading: The words of that heading.
    """

    heading: str
    blocks: list[Block]
    front: list[Block]
    begins: Locator
    ends: Locator | None
    next_heading: str

    def warning(self) -> Warned:
        """Say which chapter was read."""
        until = f"up to '{self.next_heading}'" if self.ends else "to its end"
        where = f" ({self.ends.bare().in_words().lower()})" if self.ends else ""
        return Warned(
            "chapter_only",
            "The document is wider than community justice; only the chapter "
            f"'{self.heading}' was read, {until}{where}.",
            self.begins,
        )

    def masked(self, masker: Masker) -> Chapter:
        """Return the chapter as it may be kept; what is masked in the chapter is noted."""
        return replace(
            self,
            heading=masker.text(self.heading, NOWHERE),
            blocks=[masker.block(block) for block in self.blocks],
            front=[Masker().block(block) for block in self.front],
        )


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading with what stands below it, as positions in the blocks.

    Args:
        start: Its heading.
        end: The first block after it.
        named: The heading that speaks of justice: its own, or one that goes on with it.
    """

    start: int
    end: int
    named: int


def find_chapter(blocks: list[Block], in_properties: str = "") -> Chapter | None:
    """Find the community justice chapter of a wider document.

    Args:
        blocks: The whole document.
        in_properties: The title that its properties give, or nothing.

    Returns:
        The chapter, or None where the document as a whole is the plan, or has no such chapter.
    """
    if _names_whole(blocks, in_properties):
        return None
    found = [section for section in _candidates(blocks) if _is_plan(blocks, section)]
    wider = [section for section in found if _others_differ(blocks, section)]
    if not wider:
        return None
    best = max(wider, key=lambda section: _worth(blocks, section))
    return _chapter(blocks, best)


def _names_whole(blocks: list[Block], in_properties: str) -> bool:
    """Tell whether title or cover call the whole document the community justice plan."""
    for line in opening(_front(blocks), in_properties):
        for match in JUSTICE_PLAN.finditer(line):
            before = line[: match.start()]
            if not _HOLDS.search(before) and not _WIDER_THAN_JUSTICE.search(line):
                return True
    return False


def _front(blocks: list[Block]) -> list[Block]:
    """Return what stands before the first section that says something."""
    front: list[Block] = []
    for block in blocks:
        if block.kind == "table" or len(block.text.split()) > _THIN:
            break
        front.append(block)
    heads = [at for at, block in enumerate(front) if block.kind == "heading" and block.level]
    # Where every line of a cover is a heading, the first ones still are the cover.
    return front[: max(heads[0] if heads else len(front), 4)]


def _candidates(blocks: list[Block]) -> Iterator[_Section]:
    for at, block in enumerate(blocks):
        if block.kind != "heading" or block.level == 0 or block.contents:
            continue
        if _HEADING.search(block.text) and not _EXPLAINS.search(block.text):
            start = at
            # "Chapter 4: Safer" and below it "Community justice plan" are one title.
            while start and _goes_on(blocks[start - 1], blocks[start]):
                start -= 1
            yield _Section(start, _end_of(blocks, start), at)


def _goes_on(above: Block, below: Block) -> bool:
    return above.kind == "heading" and 0 < above.level < below.level


def _end_of(blocks: list[Block], at: int) -> int:
    """Return where the section of a heading ends.

    Levels are trusted where the section then holds something; a part whose own headings
    are set as large as its title ends at the next part.
    """
    level = blocks[at].level
    end = _next_heading(blocks, at + 1, level)
    if _count_words(blocks[at + 1 : end]) >= _THIN or end == len(blocks):
        return end
    label = _label(blocks[at].text)
    if label:
        for later in range(end, len(blocks)):
            block = blocks[later]
            if block.kind == "heading" and _label(block.text) == label:
                return later
    listed = _in_contents(blocks)
    if _plain(blocks[at].text) in listed:
        for later in range(end, len(blocks)):
            block = blocks[later]
            if block.kind == "heading" and block.level and _plain(block.text) in listed:
                return later
    while end < len(blocks):
        after = _next_heading(blocks, end + 1, level)
        section = blocks[end:after]
        if _count_words(section) >= _SHORT_SECTION and share_of_justice(section) < _FOREIGN:
            break
        end = after
    return end


def _next_heading(blocks: list[Block], start: int, level: int) -> int:
    for at in range(start, len(blocks)):
        if blocks[at].kind == "heading" and 0 < blocks[at].level <= level:
            return at
    return len(blocks)


def _label(text: str) -> tuple[str, int] | None:
    """Return the kind and depth of a heading's number, such as "part" and 1 for "Part 3: ..."."""
    match = LABEL.match(text)
    if not match or not (match["word"] or match["label"][0].isdigit()):
        return None
    return (match["word"] or "").lower(), match["label"].count(".") + 1


def _in_contents(blocks: list[Block]) -> frozenset[str]:
    return frozenset(
        _plain(re.sub(r"[\s.…]*\d{1,3}\s*$", "", block.text)) for block in blocks if block.contents
    ) - {""}


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]+", " ", text.lower()).split())


def _count_words(blocks: list[Block]) -> int:
    count = 0
    for block in blocks:
        if block.kind == "table":
            count += sum(len(t.split()) for row in block.rows for t in unique_texts(row))
        elif block.kind != "heading":
            count += len(block.text.split())
    return count


def _is_plan(blocks: list[Block], section: _Section) -> bool:
    """Tell whether a section is long enough, on justice, and sets out work."""
    inside = blocks[section.start : section.end]
    if _count_words(inside) < _LEAST_WORDS or share_of_justice(inside) < _INSIDE_LEAST:
        return False
    return _has_work(inside)


def _has_work(blocks: list[Block]) -> bool:
    if any(table.has("action") and len(table.rows) >= 2 for table in read_tables(blocks)):
        return True
    said = [b for b in blocks if b.kind != "table" and _MAY_PROMISE.search(b.text)]
    planning = {m[0].lower() for b in blocks for m in _PLANNING.finditer(b.text)}
    return len(said) >= 2 and len(planning) >= 2


def _others_differ(blocks: list[Block], section: _Section) -> bool:
    """Tell whether the other chapters set out work of their own that is not about justice."""
    level = blocks[section.start].level
    inside = share_of_justice(blocks[section.start : section.end])
    rest = [*blocks[: section.start], *blocks[section.end :]]
    outside = share_of_justice(rest)
    if outside > _OUTSIDE_MOST or inside < _TIMES * outside:
        return False
    siblings = [s for s in _sections(blocks, level) if not section.start <= s.start < section.end]
    told = [blocks[s.start : s.end] for s in siblings]
    told = [part for part in told if _count_words(part) >= _SHORT_SECTION]
    foreign = [part for part in told if share_of_justice(part) <= _OUTSIDE_MOST]
    working = [part for part in foreign if _has_work(part)]
    return len(foreign) >= _LEAST_SIBLINGS and bool(working) and len(foreign) * 2 > len(told)


def _sections(blocks: list[Block], level: int) -> Iterator[_Section]:
    for at, block in enumerate(blocks):
        if block.kind == "heading" and 0 < block.level <= level:
            yield _Section(at, _end_of(blocks, at), at)


def _worth(blocks: list[Block], section: _Section) -> tuple[int, int, int]:
    """Order chapters: first those that are called a plan, then the outermost, then the longest."""
    words = blocks[section.named].text
    named = 2 * bool(JUSTICE_PLAN.search(words)) + bool(
        re.search(r"community justice|CJOIP", words, re.IGNORECASE)
    )
    return -blocks[section.start].level, named, section.end - section.start


def _chapter(blocks: list[Block], section: _Section) -> Chapter:
    first = blocks[section.start]
    words = blocks[section.named].text
    after = blocks[section.end] if section.end < len(blocks) else None
    inside = list(blocks[section.start : section.end])
    for other in _candidates(blocks):
        # Its tables of actions may stand in an appendix of their own.
        apart = other.start >= section.end and blocks[other.start].level == first.level
        if apart and _belongs(blocks[other.start].text):
            inside.extend(blocks[other.start : other.end])
    return Chapter(
        words if JUSTICE_PLAN.search(words) else first.text,
        inside,
        _front(blocks),
        first.locator,
        after.locator if after else None,
        after.text if after else "",
    )


def _belongs(heading: str) -> bool:
    return bool(re.search(r"\bcommunity justice\b|\bCJOIP\b", heading, re.IGNORECASE)) and bool(
        re.match(r"\W*(?:appendix|annex|schedule)\b", heading, re.IGNORECASE)
    )
