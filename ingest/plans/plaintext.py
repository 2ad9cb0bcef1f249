# ruff: noqa: E501, RUF001 - patterns read best on one line; plans are typed with curly quotes and long dashes
"""Markdown and plain text as blocks."""

from __future__ import annotations

import re
from typing import Final

from .blocks import LONGEST, MOST, MOST_CHARACTERS, Block, BlockList, Cell
from .document import Document, RefusedFile
from .markup import plain_words, without_comments, without_front_matter, without_marks_of_lines
from .plain_cards import read_card
from .plain_columns import Columns, read_columns
from .plain_pages import without_pages
from .reading import Warned

#: A table has no more columns than this.
_WIDEST: Final = 60
_HASHES: Final = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_RULE: Final = re.compile(r"^(=+|-+)\s*$")
_BULLET: Final = re.compile(
    r"^\s*(?:[-*+•–—‣▪●○◦■□➢➤✓✔·∙]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z]|[ivx]{1,4})\.|o(?=\s\s|\t))\s+"
    r"(?:\[[ xX]\]\s+)?(?P<text>.+)$"
)
_NUMBERED: Final = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+[A-Z][^.;]{2,80}$")
_PIPE: Final = re.compile(r"\|")
_PIPE_RULE: Final = re.compile(r"^(?=[^|]*\|)[\s|:-]*-[\s|:-]*$")
#: The end of a line tells whether it is one of a contents page.
_END: Final = 80
_CONTENTS_LINE: Final = re.compile(r"(\t|\.{4,}|…)\s*\d{1,3}$")
_CONTENTS_HEADING: Final = re.compile(r"^(table of )?contents$", re.IGNORECASE)
#: A name under a foreword, or a labelled line, is no heading.
_NO_HEADING: Final = re.compile(
    r"^(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Rev)\b|^[\w'/ -]{1,30}:(?:\s|$)|, (?:Chair|Convener|Director)\b"
)
_HEADING_WORDS: Final = 40
#: A bullet that is a sign; a number or letter may begin a heading too.
_SIGN: Final = re.compile(r"^\s*[-*+•–—‣▪●○◦■□➢➤✓✔·∙]\s")
#: Spaces and marks of markup are no words of the plan; a text may have that many of them.
_SLACK: Final = 2
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

    Raises:
        RefusedFile: It is far longer than any plan.
    """
    text, guessed = decode(data)
    if len(text) > _SLACK * MOST_CHARACTERS and _letters(text) > _SLACK * MOST_CHARACTERS:
        raise RefusedFile(
            f"{name} has more than {MOST_CHARACTERS:,} characters, more than a plan ever does."
        )
    noted: list[Warned] = []
    if guessed:
        said = f"{name} is not UTF-8; read as Windows-1252."
        noted.append(Warned("encoding_guessed", said))
    title = ""
    if markdown:
        lines, title = without_front_matter(_lines(text))
        text = "\n".join(lines)
    blocks = read_text(text, markdown=markdown, noted=noted)
    return Document(blocks, title, warnings=tuple(noted))


def read_text(text: str, *, markdown: bool, noted: list[Warned] | None = None) -> list[Block]:
    """Read Markdown or plain text.

    Args:
        text: The whole document.
        markdown: Whether marks such as ``#`` and ``**`` are markup.
        noted: Takes a warning for each row of a table that has more cells than its header.

    Returns:
        Its blocks. Of a text that has more of them than any plan, no more than show that.
    """
    made = BlockList()
    counted = 0
    cells = 0
    typed = _lines(without_comments(text) if markdown else text)
    typed = without_marks_of_lines(typed) if markdown else typed
    typed = without_pages(typed)
    # No pattern below has to walk through long runs of spaces or endless lines.
    lines = [_SPACES.sub(_one_space, line)[: LONGEST + 1] for line in typed]
    in_contents = False
    at = 0
    while at < len(lines) and len(made.blocks) + cells <= MOST:
        for block in made.blocks[counted:]:
            cells += sum(map(len, block.rows))
        counted = len(made.blocks)
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
        columns = None if markdown or in_contents else _columns(typed, lines, at)
        if columns:
            made.table(columns.rows)
            at += columns.used
            continue
        bullet = _BULLET.match(line)
        first, (gathered, at) = at, _gather(lines, at)
        card = () if in_contents else read_card([plain_words(text) for text in lines[first:at]])
        if card:
            made.table(card)
            continue
        words = plain_words(bullet["text"] + gathered[len(line) :] if bullet else gathered)
        contents = in_contents or bool(_CONTENTS_LINE.search(gathered.strip()[-_END:]))
        if words:
            made.text(words, listed=bool(bullet), contents=contents)
    return made.blocks


def _letters(text: str) -> int:
    """Count the characters of a text as they would be read: spaces at ends and comments not."""
    lines = without_comments(text).splitlines()
    return sum(min(len(line.strip()), LONGEST) for line in lines)


def _lines(text: str) -> list[str]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return text.replace("\x0b", "\n").replace("\x0c", "\n\x0c").split("\n")


def _columns(typed: list[str], lines: list[str], at: int) -> Columns | None:
    """Read a table of aligned spaces; a line without wide gaps begins none."""
    if "  " not in typed[at].strip() or len(typed[at]) > _END * 5 or _BULLET.match(lines[at]):
        return None
    return read_columns(typed, at)


def _one_space(run: re.Match[str]) -> str:
    """A tab stands for itself: it parts a heading from its page in a contents list."""
    return "\t" if "\t" in run[0] else " "


def _heading(lines: list[str], at: int, markdown: bool) -> tuple[str, int, int] | None:
    line = lines[at].strip()
    hashes = _HASHES.match(line)
    if hashes:
        return plain_words(hashes[2]), len(hashes[1]), 1
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if set_over := _underlined(lines, at):
        return set_over
    alone = (at == 0 or not lines[at - 1].strip()) and not below.strip()
    if not alone or len(line.split()) > 14 or line[-1] in ".;,:" or _NO_HEADING.search(line):
        return None
    bold = markdown and re.fullmatch(r"(\*\*|__)(.+)\1", line)
    if bold:
        return plain_words(line), 3, 1
    numbered = _NUMBERED.match(line)
    if numbered:
        return line, numbered[1].count(".") + 1, 1
    if not markdown and line.isupper() and len(line) > 3:
        return line, 1, 1
    if not markdown and line[0].isupper() and len(line.split()) <= 10 and not _BULLET.match(line):
        return line, 2, 1
    return None


def _underlined(lines: list[str], at: int) -> tuple[str, int, int] | None:
    """Read a heading of one or a few lines with a rule of dashes or equals signs below it."""
    if at and lines[at - 1].strip():
        return None
    taken: list[str] = []
    for line in lines[at : at + 4]:
        if _RULE.match(line) and line.strip():
            words = " ".join(taken)
            if not taken or len(words.split()) > _HEADING_WORDS or words.endswith((".", ";")):
                return None
            return plain_words(words), 1 if line.strip().startswith("=") else 2, len(taken) + 1
        if not line.strip() or _SIGN.match(line) or "|" in line:
            return None
        taken.append(line.strip())
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
    # A row has one cell at least, so that more rows than this are more than a plan has.
    while at < len(lines) and lines[at].strip() and "|" in lines[at] and len(rows) <= MOST:
        rows.append(_cells(lines[at]))
        at += 1
    width = min(max(len(row) for row in rows), _WIDEST)
    made.table(
        tuple(
            tuple(Cell(plain_words(row[c]) if c < len(row) else "", (r, c)) for c in range(width))
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
