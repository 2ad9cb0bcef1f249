# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Priorities with a letter or a number, and lines that introduce an outcome in their sections."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from .blocks import Block
from .references import Named
from .tables import ReadTable

_SEP: Final = r"\s*[:.)\-–—|]+\s+"
_PRIORITY: Final = re.compile(
    r"^(?:[\d.]+\s+)?(?:(?:our|key|local|strategic|shared|partnership)\s+)*(?:priority|theme)(?:\s+(?:area|theme|question|no\.?|number))?\s+"
    rf"(?:(?P<number>\d{{1,2}})(?:{_SEP}|\s+)|(?P<letter>[A-Z]){_SEP})(?P<text>\S.*)$",
    re.IGNORECASE,
)
_LETTERED: Final = re.compile(rf"^(?:[\d.]+\s+)?(?P<letter>[A-Z]){_SEP}(?P<text>\S.*)$")
_LABEL: Final = re.compile(
    rf"^\W*(?:(?:[Pp]riority|PRIORITY|[Tt]heme|[Oo]utcome)\s*)?(?P<label>[A-Z]|\d{{1,2}})(?:\W*$|{_SEP}\S)"
)
_NATIONAL_BRACKET: Final = re.compile(
    r"\s*[\[(](?P<inside>[^()\[\]]{0,200}\b(?:NDOs?\d*|outcomes?|PAs?\d*|priority actions?)\b[^()\[\]]{0,200})[)\]]",
    re.IGNORECASE,
)
#: Where the words of an outcome end and what it serves begins.
_SERVED: Final = re.compile(
    r"(?:(?<=\n)\s*|[\[(]\s*|(?<=[.;|])\s*|\s)(?:(?:[Cc]ontribut(?:es?|ing)|[Ll]ink(?:s|ed)?|[Cc]ounts|[Ff]eeds|[Aa]ligns?) (?:to(?:wards)?|into|with)\s*(?::|(?=NDO|[Nn]ational|[Oo]utcomes?|[Pp]riority|PA ?\d))"
    r"|(?:[Ss]erves|[Ss]upports|National (?:outcomes?|links?|priorit\w+)|NDOs?)\s*:)",
)
#: Where the words of an outcome end and its measure begins.
_MEASURED: Final = re.compile(
    r"\s*[.;|(\[\n]\s*(?:(?:local|our|key|success|performance)\s+)?(?:measures?|measured by|indicators?|"
    r"how (?:will )?we(?: will|['’]ll)? know)\s*(?::|\s[–—-]\s)\s*(?P<measure>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
#: Lines that say what should be different; they set out an outcome only where work follows.
_WANTED_WORDS: Final = (
    r"(?:what (?:we|partners|people) (?:want|would like|hope|aim)(?: to (?:see|achieve|happen|change))?|"
    r"(?:the )?(?:change|difference) we want(?: to (?:see|make))?|what will be different|"
    r"we want(?: to (?:see|achieve))?)"
)
_OUTCOME_WORDS: Final = (
    r"(?:(?:our|the|local|shared|intended|agreed|desired|expected)\s+)*outcomes?(?: we want)?"
)
_WANTED: Final = re.compile(rf"^{_WANTED_WORDS}\s*(?::|\s[–—-]\s)\s*(?P<text>.*)$", re.IGNORECASE)
_OUTCOME: Final = re.compile(rf"^{_OUTCOME_WORDS}\s*(?::|\s[–—-]\s)\s*(?P<text>.*)$", re.IGNORECASE)
_WANTED_HEADING: Final = re.compile(
    rf"^(?:[\d.]+\s+)?(?:{_WANTED_WORDS}|(?:our|the|local) outcome)\s*:?$", re.IGNORECASE
)
#: A line that says itself what it is about, such as "Indicator: ...".
_KEYED: Final = re.compile(r"^(?:[\w'’]+ ){0,4}[\w'’]+:")
#: A line that says which national outcomes the one above it serves.
_SERVES: Final = re.compile(
    r"^(?:this |it )?(?:supports?|serves?|contributes?|links?|feeds?|counts|helps|national|nationally)\b",
    re.IGNORECASE,
)
_NO_WORK: Final = re.compile(r"\bvision\b|\bforeword\b|\bintroduction\b", re.IGNORECASE)
_LEAST_WORDS: Final = 4
#: Letters that stand for high, medium and low, yes and no, or a tick.
_MARKS: Final = frozenset("hmlynx")


@dataclass(frozen=True, slots=True)
class Section:
    """The section of a priority.

    Args:
        label: Its letter or number, in small letters.
        text: Its words, without what is in brackets about national outcomes.
        block: Its heading.
    """

    label: str
    text: str
    block: Block

    @property
    def path(self) -> tuple[str, ...]:
        """The headings that blocks of this section begin with."""
        return self.block.path

    def holds(self, block: Block) -> bool:
        """Tell whether a block stands in this section."""
        return block.path[: len(self.path)] == self.path


def priority_section(block: Block, wanted: frozenset[str]) -> Section | None:
    """Read a heading that names a priority.

    Args:
        block: A heading.
        wanted: Labels that actions of the plan point to; a letter alone counts only for these.
    """
    if block.kind != "heading" or block.level == 0:
        return None
    named = labelled(block.text, wanted)
    return Section(named.number, without_national(named.text), block) if named else None


def labelled(text: str, wanted: frozenset[str]) -> Named | None:
    """Split "Priority 2: words", or "B: words" where B is wanted, into label and words."""
    match = _PRIORITY.match(text)
    if match:
        return Named((match["number"] or match["letter"]).lower(), match["text"].strip())
    match = _LETTERED.match(text)
    if match and match["letter"].lower() in wanted:
        return Named(match["letter"].lower(), match["text"].strip())
    return None


def label_in(cell: str) -> str:
    """Return the label in a cell such as ``"B"`` or ``"Priority 2"``, or nothing."""
    match = _LABEL.match(" ".join(cell.split()))
    return match["label"].lower() if match else ""


def is_mark(label: str) -> bool:
    """Tell whether a letter may stand for high, low, yes or no instead of a name."""
    return label in _MARKS


def labels_wanted(tables: list[ReadTable]) -> frozenset[str]:
    """Return the labels that tables of actions point to, of priorities or of outcomes."""
    found = {
        label_in(row.text(role))
        for table in tables
        if table.has("action")
        for row in table.rows
        for role in ("priority", "outcome")
    }
    return frozenset(found - {""})


def without_national(text: str) -> str:
    """Take out brackets that only name national outcomes, and a last line that says what it serves."""
    plain = _NATIONAL_BRACKET.sub("", text)
    served = _SERVED.search(plain)
    if served and len(plain[: served.start()].split()) >= _LEAST_WORDS:
        plain = plain[: served.start()]
    return " ".join(plain.split()).strip(" :–—-") or text


def measure_apart(text: str) -> tuple[str, str]:
    """Part a line that sets out an outcome from the measure that it goes on to name.

    >>> measure_apart("People are safe. Measure: calls to the helpline.")
    ('People are safe', 'calls to the helpline')
    """
    match = _MEASURED.search(text)
    if not match or len(text[: match.start()].split()) < _LEAST_WORDS:
        return text, ""
    return text[: match.start()].strip(), match["measure"].strip(" .)]")


def national_brackets(text: str) -> str:
    """Return what stands in brackets about national outcomes, or nothing."""
    return "; ".join(match["inside"] for match in _NATIONAL_BRACKET.finditer(text))


class Introductions:
    """Recognises the lines that introduce an outcome, block by block in reading order.

    Args:
        tables: The tables of the plan that are understood.
        others: Blocks outside tables that set out an action.
    """

    def __init__(self, tables: list[ReadTable], others: Iterable[Block] = ()) -> None:
        self._works = [t.block.path for t in tables if t.has("action")]
        self._works += [block.path for block in others]
        self._open = False

    def read(self, block: Block, section: Section | None) -> str:
        """Return the words of the outcome that a block introduces, or nothing."""
        opened, self._open = self._open, False
        if block.kind in {"heading", "table"} or block.contents:
            return ""
        at_work = section is not None or self._at_work(block.path)
        match = _OUTCOME.match(block.text) or (_WANTED.match(block.text) if at_work else None)
        if match and not match["text"].strip():
            self._open = at_work
            return ""
        beside = at_work or self._at_work(block.path[:-1])
        headed = beside and self.is_headed(block)
        aside = _KEYED.match(block.text) or _SERVES.match(block.text)
        told = (opened or headed) and not aside
        words = match["text"] if match else block.text if told else ""
        words = measure_apart(words)[0]
        return words.strip() if len(words.split()) >= _LEAST_WORDS else ""

    @staticmethod
    def is_headed(block: Block) -> bool:
        """Tell whether a block stands under a heading such as "Our outcome"."""
        return bool(_WANTED_HEADING.match(block.under()))

    def _at_work(self, path: tuple[str, ...]) -> bool:
        if not path or _NO_WORK.search(path[-1]):
            return False
        return any(work[: len(path)] == path for work in self._works)
