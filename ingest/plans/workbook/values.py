"""Values of cells as a person sees them: dates, percentages, money and words."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
#: Control characters as Office writes them inside XML; ECMA-376 part 1, 22.9.2.19.
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BREAKS: Final = re.compile(r"\r\n?|\u2028|\u2029|\x0b|\x0c|\x85")
#: What a format shows as it stands: quoted words, escaped signs, padding.
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKETS: Final = re.compile(r"\[(?P<money>\$[^\]\-]*)?[^\]]*\]")
_DIGITS: Final = re.compile(r"[0#?][0#?,]*(?:\.[0#?]*)?,*")
_MANY_DIGITS: Final = 30


def shown(value: object, pattern: str) -> str:
    """Return what a cell shows, near enough for a reader.

    Args:
        value: What the cell holds, as openpyxl gives it.
        pattern: Its number format, such as ``"0%"`` or ``"mmm yyyy"``.

    Returns:
        Its words on lines of their own; a day as ``31/03/2026``; a month as ``March 2026``.

    >>> shown(0.125, "0.0%"), shown(date(2026, 3, 1), "mmm yyyy")
    ('12.5%', 'March 2026')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime, date)):
        return _day(value, pattern)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        hours, seconds = divmod(int(value.total_seconds()), 3600)
        return f"{hours}:{seconds // 60:02}"
    if isinstance(value, (int, float)):
        return _number(value, pattern or "General")
    return tidy(str(value))


def tidy(text: str) -> str:
    """Make white space single, keep the lines, and drop the blank ones."""
    text = _BREAKS.sub("\n", _ESCAPED.sub(_character, text))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _character(match: re.Match[str]) -> str:
    sign = chr(int(match[1], 16))
    return sign if sign.isprintable() or sign.isspace() else ""


def _day(value: date, pattern: str) -> str:
    code = _BRACKETS.sub("", _LITERAL.sub("", pattern.split(";")[0])).lower()
    code = code.replace("am/pm", "").replace("a/p", "")
    if isinstance(value, datetime) and not re.search("[dy]", code) and "h" in code:
        return value.strftime("%H:%M")
    if "d" in code or not re.search("[my]", code):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    if "m" in code:
        return f"{_MONTHS[value.month - 1]} {value.year}"
    return str(value.year)


def _number(value: float, pattern: str) -> str:
    try:
        exact = Decimal(repr(value))
    except InvalidOperation:
        return str(value)
    if not exact.is_finite():
        return str(value)
    sections = _sections(pattern)
    at = 1 if exact < 0 and len(sections) > 1 else 2 if exact == 0 and len(sections) > 2 else 0
    code = sections[at]
    if at == 1:
        exact = -exact
    if re.search(r"general|@", _LITERAL.sub("", code), re.IGNORECASE):
        return _around(code, r"general|@", _general(exact))
    if re.search(r"E[+-]|/", _LITERAL.sub("", _BRACKETS.sub("", code)), re.IGNORECASE):
        return _general(exact)
    return _patterned(exact, code)


def _sections(pattern: str) -> list[str]:
    """Split a format into its parts for numbers above, below and at nought."""
    parts = [""]
    for piece in re.findall(r'"[^"]*"|\\.|;|.', pattern, re.DOTALL):
        if piece == ";":
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _general(exact: Decimal) -> str:
    if exact == exact.to_integral_value() and abs(exact) < 10**15:
        return str(int(exact))
    return f"{float(exact):.10g}"


def _patterned(exact: Decimal, code: str) -> str:
    plain = _LITERAL.sub(lambda match: " " * len(match[0]), code)
    plain = _BRACKETS.sub(lambda match: " " * len(match[0]), plain)
    digits = _DIGITS.search(plain)
    if not digits:
        return _literal(code).strip()
    exact *= Decimal(100) ** plain.count("%")
    body = digits[0].rstrip(",")
    exact /= Decimal(1000) ** (len(digits[0]) - len(body))
    whole, _, behind = body.partition(".")
    places = min(len(behind), _MANY_DIGITS)
    try:
        rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    except InvalidOperation:
        return _general(exact)
    sign = "-" if rounded < 0 else ""
    text = f"{abs(rounded):,f}" if "," in whole else f"{abs(rounded):f}"
    front, _, back = text.partition(".")
    for mark in reversed(behind[:places]):
        if mark == "0" or not back.endswith("0"):
            break
        back = back[:-1]
    front = front.rjust(min(whole.count("0"), _MANY_DIGITS), "0")
    number = sign + front + (f".{back}" if back else "")
    before, after = code[: digits.start()], code[digits.end() :]
    # Further places for digits, as in 00-00, are not filled one by one.
    after = re.sub(r"[0#?](?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", "", after)
    return " ".join(f"{_literal(before)}{number}{_literal(after)}".split())


def _around(code: str, mark: str, number: str) -> str:
    parts = re.split(mark, code, maxsplit=1, flags=re.IGNORECASE)
    return " ".join(f"{_literal(parts[0])}{number}{_literal(parts[-1])}".split())


def _literal(code: str) -> str:
    """Return what a piece of a format shows as it stands."""
    code = _BRACKETS.sub(lambda match: (match["money"] or "").lstrip("$"), code)

    def said(match: re.Match[str]) -> str:
        piece = match[0]
        if piece[0] == '"':
            return piece[1:-1]
        return piece[1:] if piece[0] == "\\" else " " if piece[0] == "_" else ""

    return _LITERAL.sub(said, code)
