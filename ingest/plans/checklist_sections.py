# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes
"""A plan in sections: each heading with the sentences and cells below it, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from .blocks import NOWHERE, Block, Cell, Kind, Locator
from .checklist_promises import only_good_will, puts_off
from .headings import by_rule
from .reading import WITHHELD_NAME, Evidence

_SENTENCE: Final = re.compile(r"(?<=[.!?])[”’\"')]?\s+(?=[A-Z0-9“‘\"'(])")
#: A clause that turns from what there is to what will be.
_TURN: Final = re.compile(
    r"(?:; |, (?=and |but |while |whereas |though |although ))(?=(?:\w+ ){0,8}(?:will|is to|are to|has yet|have yet)\b)"
)
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|no|cf|approx|St|Dr|Mr|Mrs|Ms|Cllr|Rev|Supt|[A-Z])\.)$|^\s*\d{1,2}\.$"
)
_RUN_IN: Final = re.compile(r"^(?P<head>[A-Z][^.:!?|–—]{2,58}?)(?:[.:!?]|\s[–—-])\s+(?=\S)")
_NO_RUN_IN: Final = re.compile(
    r"^(?:it|we|they|this|these|that|those|there|he|she|i|you|in|on|at|by|from|for|to|under|our last|if)\b|"
    r"^(?!how\b|what\b|who\b|where\b|when\b|why\b).*\b(?:is|are|was|were|has|have|had|will|can|do|does|did|meets?|gives?|comes?|said|told)\b",
    re.IGNORECASE,
)
_RUN_IN_WORDS: Final = 8
_LABEL_WORDS: Final = 7
#: So long a heading is a statement that was set large.
_STATEMENT: Final = 12
_STATEMENT_STOPPED: Final = 8
_SPAN: Final = 2
_SIGNATURE: Final = 30
_SIGNED: Final = re.compile(r"(?:signed\b|on behalf of\b|cllr\b|councillor\b)", re.IGNORECASE)
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|meets?|has|have|will|leads|reports|chairs|keeps|said|says)\b", re.I
)
_QUOTES: Final = 3
_FULL: Final = 8
#: Most words in a box of a slide.
_BOX: Final = 45


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, a list item or a cell, in exact words and at its place.

    Args:
        labels: Header and row label of a cell.
        row: Number of the row of a table, from 1.
    """

    text: str
    place: Locator
    kind: Kind
    labels: tuple[str, ...] = ()
    row: int = 0

    @property
    def promise(self) -> bool:
        """Whether it puts something off."""
        return puts_off(self.text)

    @property
    def good_will(self) -> bool:
        """Whether it only says that something matters."""
        return only_good_will(self.text)

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


@dataclass(slots=True)
class Section:
    """What stands under one heading, or behind words that open a paragraph like one.

    Args:
        head: The heading, or nothing before the first.
        above: The section that it is a part of.
        place: Where the heading is.
        level: Its level, 1 and below.
        run_in: Whether the heading is the first words of a paragraph.
        items: Which items of the checklist it answers.
        aside: Whether it is known to answer none.
        sure: Whether a rule says which.
        known: Whether it is known what it speaks of, be it no item at all.
        work: Whether it holds a table of actions.
        joined: Whether it is a box of another section.
    """

    head: str
    above: Section | None = None
    place: Locator = NOWHERE
    level: int = 0
    run_in: bool = False
    said: list[Said] = field(default_factory=list)
    items: frozenset[str] = frozenset()
    aside: bool = False
    sure: bool = True
    known: bool = False
    work: bool = False
    joined: bool = False

    def opening(self) -> str:
        """Return the first words below the heading."""
        return " ".join(one.text for one in self.said[:3])

    @property
    def weight(self) -> int:
        """How many words it has."""
        return sum(one.words for one in self.said)


def quotes(said: Iterable[Said]) -> tuple[Evidence, ...]:
    """Return the best few of what is said, each in its exact words; fuller ones come first."""
    best = sorted(said, key=lambda one: one.words < _FULL)[:_QUOTES]
    return tuple(Evidence(one.text, one.place) for one in best)


def sections_of(blocks: list[Block], skip: frozenset[int]) -> list[Section]:
    """Take a plan apart into sections.

    Args:
        blocks: The document.
        skip: Numbers of tables whose rows are actions.
    """
    found = [Section("")]
    by_heading: dict[tuple[str, ...], Section] = {}
    here = run_in = found[0]
    for block in blocks:
        if block.contents or (block.kind != "table" and (not block.text or _is_signature(block))):
            continue
        if block.kind == "heading" and not _is_statement(block):
            parents = [
                by_heading[block.path[:n]]
                for n in range(len(block.path), 0, -1)
                if block.path[:n] in by_heading
            ]
            own = block.path[-1:] == (block.text,)
            above = next((p for p in parents if p.head != block.text), None) if own else here
            here = run_in = Section(block.text, above, block.locator, block.level)
            if own:
                by_heading[block.path] = here
            found.append(here)
            continue
        if block.kind == "table":
            if block.locator.table in skip:
                here.work = True
            else:
                here.said.extend(_cells(block))
            run_in = here
            continue
        head = _run_in_head(block)
        if block.kind == "list":
            run_in.said.extend(_sentences(block.text, block.locator, block.kind, head))
            continue
        if head:
            run_in = Section(head, here, run_in=True)
            found.append(run_in)
            run_in.said.extend(_sentences(block.text, block.locator, block.kind, head))
            continue
        run_in = here
        here.said.extend(_sentences(block.text, block.locator, block.kind))
    return list(_joined(found))


def _joined(sections: list[Section]) -> Iterator[Section]:
    """Join boxes that are headed like sections to the heading that they all stand under.

    On slides and designed pages a heading has no words of its own but some boxes, each with
    a title in type as large as that of a heading.
    """
    opened: Section | None = None
    for section in sections:
        if section.run_in:
            if opened is not None and section.above is not None and section.above.joined:
                opened.said.extend(section.said)
                section.above = opened
                continue
            if section.above is opened:
                opened = None  # it has words of its own
            yield section
            continue
        if opened is not None and _is_box(section, opened):
            opened.said.append(Said(section.head, section.place, "list"))
            opened.said.extend(section.said)
            section.joined = True
            continue
        empty = bool(section.head) and not section.said and not section.work
        opened = section if empty else None
        yield section


def _is_box(section: Section, opened: Section) -> bool:
    over, own = by_rule(opened.head).items, by_rule(section.head)
    if not over or own.aside or section.level < opened.level or section.work:
        return False
    if own.items == over:
        return True
    large = len(section.head.split()) >= _STATEMENT_STOPPED
    return section.weight <= _BOX and (large or not own.known)


def sentences(text: str) -> Iterator[str]:
    """Split running text into sentences, and those that turn to a promise into their clauses."""
    waiting = ""
    start = 0
    cuts = [(match.start(), match.end()) for match in _SENTENCE.finditer(text)]
    for end, after in [*cuts, (len(text), len(text))]:
        if end < len(text) and _ABBREVIATED.search(text[start:end]):
            continue
        waiting = text[start:end].strip()
        start = after
        if not waiting:
            continue
        if puts_off(waiting):
            yield from (part.strip() for part in _TURN.split(waiting) if part.strip())
        else:
            yield waiting


def _sentences(text: str, place: Locator, kind: Kind, label: str = "") -> Iterator[Said]:
    for sentence in sentences(text):
        yield Said(sentence, place, kind, (label,) if label else ())


def _cells(block: Block) -> Iterator[Said]:
    header = block.rows[0] if _has_header(block) else ()
    for r, row in enumerate(block.rows):
        if header and r == 0:
            continue
        label = row[0].text if len(row) > 1 and len(row[0].text.split()) <= _LABEL_WORDS else ""
        for c, cell in enumerate(row):
            if cell.origin != (r, c) or not cell.text.strip():
                continue
            labels = tuple(
                text
                for text in (label if c else "", header[c].text if c < len(header) else "")
                if text
            )
            for line in _lines(cell):
                for sentence in sentences(line):
                    yield Said(sentence, block.cell_place(r, c), "table", labels, r + 1)


def _lines(cell: Cell) -> list[str]:
    return [line.strip() for line in cell.text.split("\n") if line.strip()]


def _has_header(block: Block) -> bool:
    if len(block.rows) < _SPAN:
        return False
    first = {cell.origin for cell in block.rows[0]}
    words = [cell.text for cell in block.rows[0] if cell.text]
    return len(first) > 1 and len(words) > 1 and all(len(w.split()) <= 14 for w in words)


def _is_statement(block: Block) -> bool:
    words = block.text.split()
    if re.match(r"^(?:[\w&]+ ){0,3}\w*\d|^(?:how|what|who|where|when|why)\b", block.text, re.I):
        return False
    if block.level == 0:
        return True
    return len(words) > _STATEMENT or (
        len(words) >= _STATEMENT_STOPPED and block.text.endswith(".")
    )


def _is_signature(block: Block) -> bool:
    """Tell whether a line is a name with an office: what that is called is no content."""
    if len(block.text.split()) > _SIGNATURE or _VERB.search(block.text):
        return False
    return WITHHELD_NAME in block.text or bool(_SIGNED.match(block.text))


def _run_in_head(block: Block) -> str:
    match = _RUN_IN.match(block.text)
    if not match or _NO_RUN_IN.match(match["head"]):
        return ""
    words = match["head"].split()
    return match["head"] if len(words) <= _RUN_IN_WORDS else ""
