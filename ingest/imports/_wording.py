"""Text from elsewhere made fit to keep: characters, HTML, dates, years, numbers, addresses."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata
from datetime import date, datetime
from typing import Final

import lxml.etree
import lxml.html

from cjgraph.errors import WrongFormat
from ingest.table import is_address

_TAG: Final = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>|<!--")
_UNSEEN: Final = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_BLOCK: Final = re.compile(r"<(?:/?(?:p|div|li|ul|ol|h\d|tr|td|title|sec)|br)\b", re.IGNORECASE)
_PREFIXED: Final = re.compile(r"(</?)\w+:")
_YEAR: Final = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_DAY_FORMS: Final = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%d/%m/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%d-%b-%Y",
    "%B %d, %Y",
    "%d/%m/%y",
    "%d-%b-%y",
)
_DIGIT: Final = re.compile(r"\d")
_NUMBER: Final = re.compile(
    r"[-+\u2212]?(?:\d{1,3}(?:[, \u2009]\d{3})+|\d+)(?:\.\d+)?|[-+\u2212]?\.\d+"
)

#: How tables of statistics mark a figure that is withheld or not known.
WITHHELD: Final = frozenset({"*", "**", "..", ":", "[c]", "[x]", "[z]", "[low]", "[u]", "c", "z"})

#: What people write into a cell that has no value.
_NOTHING: Final = frozenset(
    {"n/a", "na", "-", "\u2013", "\u2014", "null", "nil", "not known", "unknown"}
)


def decoded(content: bytes, name: str) -> tuple[str, str]:
    """Decode a text file as its bytes show.

    Args:
        content: The bytes.
        name: The file's name.

    Returns:
        The text, and a note where it is in no Unicode encoding; else an empty one.

    Raises:
        WrongFormat: It is no text.
    """
    note = ""
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = content.decode("utf-16")
        else:
            text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        note = (
            "the text is not UTF-8 and was read as Windows text, as Excel saves it; "
            "look whether letters with accents are right"
        )
    if "\x00" in text:
        raise WrongFormat(
            f"{name} is no text file.", hint="Save the list as 'CSV UTF-8', then import that."
        )
    return text, note


def clean(text: str) -> str:
    """Return a text on one line, without characters that can't be seen."""
    whole = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    kept = (
        " " if c.isspace() else c for c in whole if c.isspace() or unicodedata.category(c)[0] != "C"
    )
    return " ".join("".join(kept).split())


def plain(text: str) -> str:
    """Return a text without HTML tags and entities, on one line."""
    for _ in range(2):  # some exports escape twice
        if "&" in text:
            text = html.unescape(text)
        if _TAG.search(text):
            text = _without_tags(text)
    return clean(text)


def _without_tags(text: str) -> str:
    text = _PREFIXED.sub(r"\1", _UNSEEN.sub(" ", text))
    spaced = _BLOCK.sub(lambda m: " " + m[0], text)
    try:
        tree = lxml.html.fragment_fromstring(spaced, create_parent="div")
    except (lxml.etree.LxmlError, ValueError):
        return _TAG.sub(" ", spaced)
    return str(tree.text_content())


def is_nothing(text: str) -> bool:
    """Tell whether a cell only says that there is no value."""
    return text.casefold() in _NOTHING


def read_day(text: str) -> str:
    """Return a day as 2026-03-31; an empty text where it is not a whole date.

    Days come before months, as people write here. A time of day is left out.
    """
    bare = text.strip()
    if not 6 <= len(bare) <= 40 or not _DIGIT.search(bare):
        return ""
    bare = re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", bare)
    bare = re.sub(r"(?<=\d)[T ]\d\d:\d\d.*$", "", bare)
    for form in _DAY_FORMS:
        try:
            found = datetime.strptime(bare, form).date()
        except ValueError:
            continue
        return found.isoformat() if date(1800, 1, 1) <= found <= date(2199, 12, 31) else ""
    return ""


def read_year(text: str) -> str:
    """Return the first year in a text such as ``2019/03//``; empty where there is none."""
    found = _YEAR.search(text)
    return found[1] if found else ""


def read_number(text: str) -> str:
    """Return a number with a point and no separators; empty where the text is none."""
    bare = text.strip().removeprefix("£").removesuffix("%").strip()
    if not _NUMBER.fullmatch(bare):
        return ""
    bare = re.sub(r"[, \u2009]", "", bare).replace("\u2212", "-").removeprefix("+")
    sign = "-" if bare.startswith("-") else ""
    whole, _, part = bare.removeprefix("-").partition(".")
    return sign + (whole.lstrip("0") or "0") + (f".{part}" if part else "")


def read_address(text: str) -> str:
    """Return a web address that may be published as a link; empty where it is none.

    ``www.`` without a scheme is taken for a secure address.
    """
    bare = text.strip().replace(" ", "%20")
    if bare.casefold().startswith("www."):
        bare = "https:" + "//" + bare
    scheme, mark, rest = bare.partition("://")
    bare = scheme.casefold() + mark + rest
    host = rest.partition("/")[0].rpartition("@")[2]
    return bare if is_address(bare) and "." in host else ""


def shortened(text: str, most: int = 80) -> str:
    """Return a text for people to recognise, cut where it is long."""
    bare = " ".join(text.split())
    return bare if len(bare) <= most else bare[: most - 1].rstrip() + "…"
