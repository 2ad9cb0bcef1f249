# ruff: noqa: RUF001 - plans are typed with curly quotes and long dashes
"""Markdown and plain text as blocks."""

from __future__ import annotations

import re
from typing import Final

from .blocks import LONGEST, Block, BlockList, Cell
from .document import Document
from .reading import Warned

#: A table has no more columns than this.
_WIDEST: Final = 60
_HASHES: Final = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_RULE: Final = re.compile(r"^(=+|-+)\s*$")
_BULLET: Final = re.compile(r"^\s*(?:[-*+•–]|\d{1,2}[.)]|[a-z][.)])\s+(?P<text>.+)$")
_NUMBERED: Final = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+[A-Z][^.;]{2,80}$")
_PIPE: Final = re.compile(r"\|")
_PIPE_RULE: Final = re.compile(r"^(?=[^|]*\|)[\s|:-]*-[\s|:-]*$")
#: The end of a line tells whether it is one of a contents page.
_END: Final = 80
_CONTENTS_LINE: Final = re.compile(r"(\t|\.{4,}|…)\s*\d{1,3}$")
_CONTENTS_HEADING: Final = re.compile(r"^(table of )?contents$", re.IGNORECASE)
_EMPHASIS: Final = re.compile(r"(\*\*|__|`)")
_LINK: Final = re.compile(r"!?\[([^\[\]]{0,400})\]\([^()\s]{0,2000}(?: [^()]{0,400})?\)")
_SPACES: Final = re.compile(r"[ \xa0\t]{2,}")


def decode(data: bytes) -> tuple[str, bool]:
    """Turn bytes into text.

    Returns:
        The text, and whether its encoding had to be guessed.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), False
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), True


def read_plain(data: bytes, name: str, *, markdown: bool) -> Document:
    """Read a Markdown or plain text file.

    Args:
        data: Its bytes.
        name: The name to call it by.
        markdown: Whether marks such as ``#`` and ``**`` are markup.
    """
    text, guessed = decode(data)
    noted: list[Warned] = []
    if guessed:
        said = f"{name} is not UTF-8; read as Windows-1252."
        noted.append(Warned("encoding_guessed", said))
    blocks = read_text(text, markdown=markdown, noted=noted)
    return Document(blocks, warnings=tuple(noted))


def read_text(text: str, *, markdown: bool, noted: list[Warned] | None = None) -> list[Block]:
    """Read Markdown or plain text.

    Args:
        text: The whole document.
        markdown: Whether marks such as ``#`` and ``**`` are markup.
        noted: Takes a warning for each row of a table that has more cells than its header.
    """
    made = BlockList()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").split("\n")
    # No pattern below has to walk through long runs of spaces or endless lines.
    lines = [_SPACES.sub(_one_space, line)[: LONGEST + 1] for line in lines]
    in_contents = False
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
            continue
        if _PIPE.search(line) and at + 1 < len(lines) and _PIPE_RULE.match(lines[at + 1]):
            at = _read_table(made, lines, at, noted)
            continue
        heading = _heading(lines, at, markdown)
        if heading:
            words, level, used = heading
            in_contents = bool(_CONTENTS_HEADING.match(words))
            made.heading(words, level)
            at += used
            continue
        bullet = _BULLET.match(line)
        gathered, at = _gather(lines, at)
        words = _plain(bullet["text"] + gathered[len(line) :] if bullet else gathered)
        contents = in_contents or bool(_CONTENTS_LINE.search(gathered.strip()[-_END:]))
        made.text(words, listed=bool(bullet), contents=contents)
    return made.blocks


def _one_space(run: re.Match[str]) -> str:
    """A tab stands for itself: it parts a heading from its page in a contents list."""
    return "\t" if "\t" in run[0] else " "


def _heading(lines: list[str], at: int, markdown: bool) -> tuple[str, int, int] | None:
    line = lines[at].strip()
    hashes = _HASHES.match(line)
    if hashes:
        return _plain(hashes[2]), len(hashes[1]), 1
    below = lines[at + 1] if at + 1 < len(lines) else ""
    alone = (at == 0 or not lines[at - 1].strip()) and not below.strip()
    if alone or not lines[at - 1].strip():
        ruled = _RULE.match(below) if below.strip() else None
        if ruled and len(line) < 120:
            return _plain(line), 1 if below.startswith("=") else 2, 2
    if not alone or len(line.split()) > 14 or line[-1] in ".;,:":
        return None
    bold = markdown and re.fullmatch(r"(\*\*|__)(.+)\1", line)
    if bold:
        return _plain(line), 3, 1
    numbered = _NUMBERED.match(line)
    if numbered:
        return line, numbered[1].count(".") + 1, 1
    if not markdown and line.isupper() and len(line) > 3:
        return line, 1, 1
    if not markdown and line[0].isupper() and len(line.split()) <= 10 and not _BULLET.match(line):
        return line, 2, 1
    return None


def _gather(lines: list[str], at: int) -> tuple[str, int]:
    """Join the lines of one paragraph or list item."""
    first = lines[at]
    taken = [first]
    at += 1
    while at < len(lines) and lines[at].strip():
        line = lines[at]
        if _BULLET.match(line) or _HASHES.match(line.strip()) or line.lstrip().startswith("|"):
            break
        taken.append(line.strip())
        at += 1
    return " ".join(taken), at


def _read_table(made: BlockList, lines: list[str], at: int, noted: list[Warned] | None) -> int:
    rows: list[list[str]] = [_cells(lines[at])]
    at += 2
    while at < len(lines) and lines[at].strip() and "|" in lines[at]:
        rows.append(_cells(lines[at]))
        at += 1
    width = min(max(len(row) for row in rows), _WIDEST)
    made.table(
        tuple(
            tuple(Cell(_plain(row[c]) if c < len(row) else "", (r, c)) for c in range(width))
            for r, row in enumerate(rows)
        )
    )
    for r, row in enumerate(rows):
        if noted is not None and len(row) > len(rows[0]):
            place = made.blocks[-1].cell_place(r)
            message = (
                f"Table {place.table}, row {place.row} has {len(row)} cells under "
                f"{len(rows[0])} headings, so its words may stand under the wrong ones; "
                "write a bar that is no border as \\|."
            )
            noted.append(Warned("table_row_too_wide", message, place))
    return at


def _cells(line: str) -> list[str]:
    inner = line.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith(r"\|") else inner
    return [cell.replace(r"\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner)]


def _plain(text: str) -> str:
    text = text.replace("<br>", " ").replace("<br/>", " ")
    return " ".join(_EMPHASIS.sub("", _LINK.sub(r"\1", text)).split())
