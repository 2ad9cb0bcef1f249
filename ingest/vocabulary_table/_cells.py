"""Cells: values to text and back, past everything that spreadsheet programs do to text.

Several values of one cell are separated by ``|``. A ``|`` or a backslash inside a value
has a backslash before it, and so has white space at a value's edge.
"""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Final

import pyoxigraph as ox

from cjgraph.namespaces import XSD

#: Whatever may stand as the object of a statement.
Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH: Final = rf"(?:{'|'.join(_MONTHS)})[a-z]*"

#: What a spreadsheet program takes for a number, date or time and writes back differently.
_TURNED: Final = re.compile(
    r"0\d+|\d{12,}|\d+\.\d*0|\d+[eE][-+]?\d+"
    r"|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?|\d+:\d+(?::\d+)?"
    rf"|{_MONTH}[-/ ]\d{{1,4}}|\d{{1,4}}[-/ ]{_MONTH}(?:[-/ ]\d{{2,4}})?|true|false",
    re.IGNORECASE,
)
_EDGE_OR_SEPARATOR: Final = re.compile(r"\\([\\|\s])", re.DOTALL)

#: Datatypes that spreadsheet programs may show as they like; no guard is set before them.
_NATIVE: Final = frozenset(
    XSD + name for name in ("date", "dateTime", "gYear", "integer", "decimal", "boolean")
)


def kind_of(term: Value) -> str:
    """Return the kind of column that a value belongs in."""
    if isinstance(term, ox.Literal):
        return "@" + term.language if term.language else term.datatype.value
    return ""


def guard(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet program would run or turn into a date.

    >>> guard("=1+1")
    "'=1+1"
    """
    return "'" + cell if _needs_guard(cell) else cell


def unguard(cell: str) -> str:
    """Take away the apostrophe that :func:`guard` has put there."""
    return cell[1:] if cell.startswith("'") and _needs_guard(cell[1:]) else cell


def _needs_guard(cell: str) -> bool:
    bare = cell.lstrip("'")  # an apostrophe before such text is told from a guard by one more
    return bare.startswith(_RISKY) or _TURNED.fullmatch(bare) is not None


def write_cell(values: list[str], kind: str) -> str:
    """Write the values of a term's property as one cell.

    Args:
        values: Lexical forms or references, in order.
        kind: The kind of the column.
    """
    cell = " | ".join(_escaped(value) for value in values)
    return cell if kind in _NATIVE and not cell.startswith(_RISKY) else guard(cell)


def read_cell(cell: str) -> list[str]:
    """Read the values of a cell.

    Args:
        cell: Its text, as the file has it.

    Returns:
        The values without their escapes; empty ones are left out.
    """
    parts, current = [], ""
    text = unguard(cell)
    position = 0
    while position < len(text):
        pair = text[position : position + 2]
        if len(pair) == 2 and pair[0] == "\\" and (pair[1] in "\\|" or pair[1].isspace()):
            current += pair
            position += 2
        elif pair[0] == "|":
            parts.append(current)
            current = ""
            position += 1
        else:
            current += pair[0]
            position += 1
    return [value for part in (*parts, current) if (value := _plain(part))]


def _escaped(value: str) -> str:
    text = value.replace("\\", "\\\\").replace("|", "\\|")
    start = len(text) - len(text.lstrip())
    text = re.sub(r"(\s)", r"\\\1", text[:start]) + text[start:]
    end = len(text.rstrip())
    if end < start * 2:  # nothing but white space
        return text
    return text[:end] + re.sub(r"(\s)", r"\\\1", text[end:])


def _plain(part: str) -> str:
    text = part.lstrip()
    end = len(text.rstrip())
    backslashes = len(text[:end]) - len(text[:end].rstrip("\\"))
    if backslashes % 2 and end < len(text):
        end += 1  # the white space that the last backslash keeps
    return _EDGE_OR_SEPARATOR.sub(r"\1", text[:end])


def read_literal(text: str, kind: str) -> ox.Literal:
    """Read one value.

    Args:
        text: The value as written.
        kind: ``@`` and a language tag, or a datatype.

    Raises:
        ValueError: It is not of this kind; the message says so in words.
    """
    if kind.startswith("@"):
        return ox.Literal(text, language=kind[1:])
    read = _READERS.get(kind)
    return ox.Literal(read(text) if read else text, datatype=ox.NamedNode(kind))


def same_value(old: Value, new: Value, *, lossy: bool) -> bool:
    """Tell whether a value is the old one, but for what spreadsheet programs do to it.

    Args:
        old: The value before.
        new: The value as read from the table.
        lossy: Whether the table was saved in Windows-1252, which lacks many letters.
    """
    if old == new:
        return True
    if not (isinstance(old, ox.Literal) and isinstance(new, ox.Literal)):
        return False
    if (old.datatype, old.language) != (new.datatype, new.language):
        return False
    if old.datatype.value in (XSD + "decimal", XSD + "integer"):
        try:
            return Decimal(old.value) == Decimal(new.value)
        except InvalidOperation:
            return False
    one, other = _one_line_end(old.value), _one_line_end(new.value)
    return one == other or (lossy and one.encode("cp1252", "replace").decode("cp1252") == other)


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _date(text: str) -> str:
    if re.fullmatch(r"\d{4}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?", text):
        try:
            datetime.fromisoformat(text[:10])
        except ValueError as error:
            raise ValueError(f"'{text}' is no day that exists") from error
        return text
    bare = re.sub(r"[ T]00:00(:00)?$", "", text)
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d-%b-%Y"):
        try:
            return datetime.strptime(bare, form).date().isoformat()
        except ValueError:
            continue
    raise ValueError(f"'{text}' is no date; write 2024-03-31 or 31/03/2024, the day first")


def _year(text: str) -> str:
    found = re.fullmatch(r"(\d{4})(\.0+)?", text)
    if not found:
        raise ValueError(f"'{text}' is no year; write 2024")
    return found[1]


def _month(text: str) -> str:
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        return text
    found = re.fullmatch(r"(?:1/|01/)?(0?[1-9]|1[0-2])/(\d{4})", text)
    if found:
        return f"{found[2]}-{int(found[1]):02d}"
    found = re.fullmatch(rf"({_MONTH})[- ](\d{{4}}|\d\d)", text, re.IGNORECASE)
    if found:
        year = found[2] if len(found[2]) == 4 else "20" + found[2]
        return f"{year}-{_MONTHS.index(found[1][:3].lower()) + 1:02d}"
    raise ValueError(f"'{text}' is no month; write 2024-03")


def _integer(text: str) -> str:
    found = re.fullmatch(r"([-+]?\d+)([.,]0+)?", text)
    if not found:
        raise ValueError(f"'{text}' is no whole number")
    return found[1]


def _decimal(text: str) -> str:
    point = text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
    if not re.fullmatch(r"[-+]?(\d+(\.\d*)?|\.\d+)", point):
        raise ValueError(f"'{text}' is no number")
    return point


def _boolean(text: str) -> str:
    for value, words in (("true", "true yes 1"), ("false", "false no 0")):
        if text.casefold() in words.split():
            return value
    raise ValueError(f"'{text}' is neither true nor false")


def _moment(text: str) -> str:
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"'{text}' is no date and time; write 2024-03-31T09:00:00") from error
    return text.replace(" ", "T", 1)


_READERS: Final = {
    XSD + "date": _date,
    XSD + "gYear": _year,
    XSD + "gYearMonth": _month,
    XSD + "integer": _integer,
    XSD + "decimal": _decimal,
    XSD + "boolean": _boolean,
    XSD + "dateTime": _moment,
}
