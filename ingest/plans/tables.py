# ruff: noqa: E501, RUF001 - patterns read best on one line; plans have long dashes
"""Tables by their headers: which column holds the action, the lead, the date and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from .blocks import Block, Cell, Locator, unique_texts
from .columns import more_certain, told_by_content
from .dates import due_date

#: Role of a column by the words of its header; the first pattern that fits decides.
_ROLES: Final = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        ("ref", r"^(ref(erence)?|no|nr|number|id|#|(action|outcome|objective) (ref(erence)?|no|number|id))\.?$"),
        ("kind", r"\btype$"),
        ("need", r"^(identified )?needs?$|^what people need$"),
        ("service", r"^(name of )?(the )?services?( name)?$|^project$|^programme$|^current services?$"),
        ("assessment", r"assess|where (are )?we (are )?(now|today|at|currently|stand)\b|^where (we are|are we)$|where things (are|stand)|how (things|we) stand|state of play|current (position|performance|picture)|how near|how are we doing|how (far|close)|^rag( status)?$|^(are (they|we) )?(met|achieved)|^baseline|^progress|^position"),
        ("priority", r"priority(?! actions?\b)|prioritised"),
        ("national", r"national(ly)?[ -]*(determined|community justice|strategic)?[ -]*(outcome|link|priorit)|\bndos?\b|common outcome|priority action|^links? to(?!.*\blocal)|^contribut(es?|ion|ing) to(?!.*\blocal)|^(supports|serves)( which)?( outcomes?)?$"),
        ("national_indicator", r"national indicator"),
        ("due", r"^by$|^(end|finish)( date)?$|^(to be )?(finished|done|ready) by|finish|\bby when|\bdue\b|time ?scale|time ?frame|\bdates?\b|deadline|^when\b|complet(ed|ion) by|^timing|target year"),
        ("lead", r"\bleads?\b|\bowners?\b|managed by|responsib|^(by )?who\b|accountable|delivered by|^delivery partners?$|lead partners?"),
        ("measure", r"measur|indicator|how (will )?we('ll| will| shall)? (know|tell|see)|^shown by|what will show|\bsigns?\b|\bproof\b|success|evidence|performance|\bkpis?\b|^targets?$|what will (it|success) look like"),
        ("objective", r"objective|^(strategic |local |our )?(aims?|goals?)$"),
        ("outcome", r"outcome|^los?$"),
        ("action", r"\bactions?\b|deliverable|activit|what (we('ll| will)?|will we|are we going to) do|^what$|\bsteps?\b|\btasks?\b|improvement|commitment"),
        ("provider", r"provider|provided by|delivered by"),
        ("partner", r"partners?\b|organisation|agency|agencies|^members?$|^body$"),
        ("when", r"^term$|^period$|^horizon$"),
    )
)  # fmt: skip
#: Tables that list one kind of thing need no second column that is known.
_LISTS: Final = frozenset({"partner", "service", "need"})
_SHORT: Final = 40
#: A header stands within so many rows from the top, below titles and blank rows.
_HEADER_WITHIN: Final = 6
#: A band leaves no more columns free at its side, and spans no fewer.
_BESIDE: Final = 2
_BAND_WIDTH: Final = 3
_TITLES_WITHIN: Final = 2
_HEADER_LONGEST: Final = 90
#: A row below one that is a header already must tell so many roles to be the true header.
_ROLES_BELOW: Final = 3
_PAIR: Final = 2
#: A key on a card is a few words; a cell of a list of actions is more.
_KEY_WORDS: Final = 5
_ACTION_REF: Final = re.compile(
    r"\bactions?\s+(?:no\.?|number|ref\.?)?\s*(?P<ref>[A-Z]{0,3}[ -]?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)\b",
    re.IGNORECASE,
)
_ACTION_KEY: Final = re.compile(
    r"^action\b(?:\s+(?:no\.?|number|ref\.?)?\s*[A-Z]{0,3}[ -]?\d[\w.]*)?\s*[:.–—-]\s+",
    re.IGNORECASE,
)
_PLAIN: Final = re.compile(r"[^\w#?' ]+")


@dataclass(frozen=True, slots=True)
class Field:
    """One cell of a row, by what its column is for."""

    text: str
    locator: Locator
    origin: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A body row of a table with a known header.

    Args:
        fields: Cells by role; where two columns have one role, the first.
        locator: Place of the row.
        band: Words of the last row that spanned the whole table, such as "Objective 2".
        more: Further columns of a role that is already taken.
        rest: Words of the columns whose role is not known.
        band_place: Where that row is.
    """

    fields: dict[str, Field]
    locator: Locator
    band: str
    more: tuple[tuple[str, Field], ...]
    rest: str = ""
    band_place: Locator | None = None

    def text(self, role: str) -> str:
        """Return the words of a cell on one line, or nothing."""
        field = self.fields.get(role)
        return " ".join(field.text.split()) if field else ""


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table whose header is understood.

    Args:
        title: The last title above its header.
        titles: All of them with their places, where there are several.
    """

    block: Block
    roles: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    ref: str = ""
    title: str = ""
    titles: tuple[tuple[str, Locator], ...] = ()

    def has(self, *roles: str) -> bool:
        """Tell whether the table has columns for all these roles."""
        return all(role in self.roles for role in roles)


def role_of(header: str) -> str:
    """Return the role of a column by its header, or nothing.

    >>> role_of("Action Due Date"), role_of("Managed By"), role_of("What we will do")
    ('due', 'lead', 'action')
    """
    plain = " ".join(_PLAIN.sub(" ", header).split())
    if not plain or len(plain.split()) > 14:
        return ""
    return next((role for role, pattern in _ROLES if pattern.search(plain)), "")


def read_tables(blocks: list[Block]) -> Iterator[ReadTable]:
    """Give the tables of a document whose headers are understood.

    A table without a header that follows one of the same width, with nothing between,
    goes on with its columns: Word breaks long tables so.
    """
    last: ReadTable | None = None
    for block in blocks:
        if block.kind != "table":
            if block.kind == "heading":
                last = None
            continue
        cards = list(_cards(block))
        if cards:
            yield from cards
            last = None
            continue
        found = _read(block) or _turned(block)
        if not found and last and block.rows and len(block.rows[0]) == len(last.roles):
            found = _with_header(block, last.roles, last.header, first=0, band="")
        if found:
            yield found
        last = found


def _read(block: Block) -> ReadTable | None:
    band = ""
    band_at: Locator | None = None
    titles: list[tuple[str, Locator]] = []
    above = False
    for number, row in enumerate(block.rows[:_HEADER_WITHIN]):
        filled = unique_texts(row)
        if _spans_all(row) or (len(filled) == 1 and len(row) > 2):
            if filled:  # a title above the header
                band, band_at = filled[0], block.cell_place(number, 0)
                titles.append((band, band_at))
            continue
        if not filled:
            continue
        header = tuple(" ".join(cell.text.split()) for cell in row)
        roles = more_certain(tuple(role_of(text) for text in header), header)
        told, headed = len({role for role in roles if role}), len(filled) == len(row)
        dated = any(due_date(text) for text in header)  # a row of the body, not a header
        if not dated and len(filled) * 2 > len(row) and max(map(len, header)) < _HEADER_LONGEST:
            roles = told_by_content(roles, header, _columns(block, number + 1))
        known = [role for role in roles if role]
        listing = roles[0] in _LISTS and len(roles) > 1 and max(map(len, header)) < _SHORT
        # Below a header of its own ("Who | Part") a row is one of the body, whatever its words.
        if above and told < _ROLES_BELOW:
            return None
        above = above or (headed and not dated and (told > 0 or _names_a_pair(header)))
        if len(set(known)) >= 2 or listing:
            kin = len(titles) >= _PAIR and _opening(titles[-1][0]) == _opening(titles[-2][0])
            found = _with_header(
                block, roles, header, first=number + 1, band="" if kin else band, band_place=band_at
            )
            return replace(found, titles=tuple(titles))
        if number >= _TITLES_WITHIN:
            return None
    return None


def _opening(words: str) -> str:
    """The first word, which says what a title is: of "Objective 1.1" and 1.2 neither holds alone."""
    return words.split()[0].lower()


def _names_a_pair(header: tuple[str, ...]) -> bool:
    """Tell whether two cells read as the header of a list of pairs: "Body | Part"."""
    brief = all(len(words.split()) <= _PAIR and words.isascii() for words in header)
    return len(header) == _PAIR and brief and not any(c.isdigit() for c in "".join(header))


def _columns(block: Block, first: int) -> list[list[str]]:
    """The words of each column below the header, merged cells once, blank ones left out."""
    columns: list[list[str]] = [[] for _ in block.rows[0]]
    for r in range(first, len(block.rows)):
        if _spans_all(block.rows[r]):
            continue
        for c, cell in enumerate(block.rows[r]):
            if cell.origin == (r, c) and cell.text.strip():
                columns[c].append(" ".join(cell.text.split()))
    return columns


def _cards(block: Block) -> Iterator[ReadTable]:
    """Read a table of two columns, keys and values, as a card for each action in it.

    A card begins with its action, or with the key that the first card begins with.
    """
    if not block.rows or len(block.rows[0]) != 2:
        return
    keys = [
        "action" if _spans_all(row) and _ACTION_KEY.match(row[0].text) else row[0].text
        for row in block.rows
    ]
    roles = [role_of(key) if len(key.split()) <= _KEY_WORDS else "" for key in keys]
    known = [role for role in roles if role]
    if "action" not in known or len(set(known)) < 3 or len(known) * 3 < len(roles) * 2:
        return
    starts = [n for n, role in enumerate(roles) if role == roles[0]]
    if not roles[0] or (len(starts) == 1 and known.count("action") > 1):
        starts = [n for n, role in enumerate(roles) if role == "action"]
    for start, end in zip(starts, [*starts[1:], len(roles)], strict=True):
        fields: dict[str, Field] = {}
        ref = ""
        for number in range(start, end):
            key, cell = block.rows[number]
            if not roles[number] or roles[number] in fields:
                continue
            place = block.cell_place(number, 1)
            text = cell.text
            if key.origin == cell.origin:  # "Action 3: words" across both columns
                text = _ACTION_KEY.sub("", text, count=1)
            if roles[number] == "action" and (named := _ACTION_REF.search(key.text)):
                ref = named["ref"]
            fields[roles[number]] = Field(text, place, cell.origin)
        if "action" in fields:
            row = Row(fields, fields["action"].locator, "", ())
            header = tuple(keys[start:end])
            yield ReadTable(block, tuple(roles[start:end]), header, (row,), ref)


def _turned(block: Block) -> ReadTable | None:
    """Read a table that stands on its side: names in the first column, one thing a table."""
    if not block.rows or len(block.rows[0]) < 2 or len(block.rows) > 12:
        return None
    roles = [role_of(row[0].text) for row in block.rows]
    if "action" not in roles or len({role for role in roles if role}) < 3:
        return None
    fields: dict[str, Field] = {}
    for number, (role, row) in enumerate(zip(roles, block.rows, strict=True)):
        if role:
            fields.setdefault(role, Field(row[1].text, block.cell_place(number, 1), row[1].origin))
    row_place = fields["action"].locator
    header = tuple(row[0].text for row in block.rows)
    return ReadTable(block, tuple(roles), header, (Row(fields, row_place, "", ()),))


def _with_header(
    block: Block,
    roles: tuple[str, ...],
    header: tuple[str, ...],
    *,
    first: int,
    band: str,
    band_place: Locator | None = None,
) -> ReadTable:
    rows = []
    title = band
    for number in range(first, len(block.rows)):
        cells = block.rows[number]
        texts = tuple(" ".join(cell.text.split()) for cell in cells)
        if not any(texts) or all(
            text == words for text, words in zip(texts, header, strict=False) if words
        ):
            continue
        across = _band_at(cells)
        if across is not None:
            band, band_place = texts[across], block.cell_place(number, across)
            continue
        fields: dict[str, Field] = {}
        more: list[tuple[str, Field]] = []
        for column, (role, cell) in enumerate(zip(roles, cells, strict=False)):
            field = Field(cell.text, block.cell_place(number, column), cell.origin)
            if role and role not in fields:
                fields[role] = field
            elif role:
                more.append((role, field))
        rest = " | ".join(text for text, role in zip(texts, roles, strict=False) if not role)
        place = block.cell_place(number)
        rows.append(Row(fields, place, band, tuple(more), rest, band_place))
    return ReadTable(block, roles, header, tuple(rows), title=title)


def _band_at(row: tuple[Cell, ...]) -> int | None:
    """Return the column where a cell begins that spans the row, or all but a first cell or two.

    A table may carry the name of its outcome down its side, beside the bands.
    """
    if _spans_all(row):
        return 0
    last = row[-1]
    first = next((c for c, cell in enumerate(row) if cell.origin == last.origin), len(row))
    spans = len(row) - first
    wide = spans >= _BAND_WIDTH and first <= _BESIDE and spans > first
    return (
        first if wide and last.text and all(c.origin == last.origin for c in row[first:]) else None
    )


def _spans_all(row: tuple[Cell, ...]) -> bool:
    """Tell whether one cell fills a row: a title or a band across the table."""
    if len(row) == 1:
        return False
    return len({cell.origin for cell in row}) == 1 and len(unique_texts(row)) == 1
