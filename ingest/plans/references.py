# ruff: noqa: RUF001 - plans are typed with curly quotes and long dashes
"""Numbers and names by which a plan points to its own outcomes and objectives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from cjgraph.namespaces import slug

from .vocabulary import flat

Sort = Literal["outcome", "objective"]

#: The number of a section before what it is called: "6.1 Outcome 1: ...".
_SECTION: Final = re.compile(r"^(?:\d{1,2}\.(?:\d{1,2}\.?)*|\d{1,2}\)|[A-Z]\.)\s+(?=[A-Z])")
#: A code needs no mark after it: "LO 2 Fewer people ...".
_CODED: Final = re.compile(r"^[A-Z]{2,3} ?\d")
_FLAGS: Final = re.IGNORECASE | re.DOTALL
_SORTS: Final[tuple[Sort, ...]] = ("outcome", "objective")
_NUMBER: Final = r"(?P<num>[A-Z]{0,3}\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?|[A-H](?![\w'’]))"
_WORDS: Final[dict[Sort, str]] = {
    "outcome": r"(?:(?:local|partnership|shared|strategic|our|key|priority|agreed)[ -]+)*outcomes?"
    r"(?:[ -]+(?:no\.?|number|ref\.?))?[ ]*|(?:LO|PO|SOC)[ -]?",
    "objective": r"(?:(?:strategic|local|our|key|smart|priority)[ -]+)*(?:objective|goal)s?"
    r"(?:[ -]+(?:no\.?|number|ref\.?))?[ ]*|(?:SO|OBJ)[ -]?",
}
_WHOLE: Final = r"(?P<num>\d{1,2}|[A-H](?![\w'’]))(?![.\d]*\d)"
_PART: Final = r"(?P<num>\d{1,2}(?:\.\d{1,2}[a-z]?|[a-z])|[A-H]\.?\d{1,2})"
_ALONE: Final = re.compile(rf"^\W*{_NUMBER}\W*$")
_LEADING: Final = re.compile(
    r"^(?P<num>[A-Z]{0,3}[ -]?\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?)[.):]?\s+(?=\S)"
)
_UNNUMBERED: Final[dict[Sort, re.Pattern[str]]] = {
    "outcome": re.compile(r"^(?:local |shared |our )?outcome\s*[:\-–—]\s*(?P<text>\S.*)$", re.I),
    "objective": re.compile(
        r"^(?:(?:strategic |local |our )?(?:objective|aim|goal)\s*[:–—]|"
        r"to (?:get there|do this|achieve this),? we (?:aim|want|need|plan) to)\s*(?P<text>\S.*)$",
        re.I,
    ),
}
#: Words after a number that make a sentence about an outcome, not the outcome itself.
_ABOUT: Final = re.compile(
    r"^(?:is|are|was|were|will|has|have|can|links?|linked|and|to|for|in|on|above|below|group|"
    r"measures?|actions?|indicators?|progress|lead)\b",
    re.IGNORECASE,
)

#: Words that may also begin an objective: "Have a release plan agreed".
_ORDER: Final = re.compile(
    r"^(?:have|lead|measure|link|group)\b(?! (?:been|had|also|not)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Named:
    """A definition that was found: its number as written, in small letters, and its words."""

    number: str
    text: str


class References:
    """How one plan numbers its outcomes and objectives, and points to them.

    Args:
        outcomes: Words and codes that this plan calls its outcomes by, besides the common
            ones, such as ``"ambition"`` or ``"HO"``.
        objectives: The same for its objectives. The parts of a numbered outcome, such as
            ``HO1.1``, are objectives too.
    """

    def __init__(self, outcomes: Iterable[str] = (), objectives: Iterable[str] = ()) -> None:
        tops, subs = _names(outcomes), _names(objectives)
        self._forms: dict[Sort, list[str]] = {
            "outcome": [rf"(?:{_WORDS['outcome']}){_NUMBER}"],
            "objective": [rf"(?:{_WORDS['objective']}){_NUMBER}"],
        }
        if subs:
            self._forms["objective"].append(rf"(?:{subs}){_NUMBER}")
        if tops:
            self._forms["outcome"].append(rf"(?:{tops}){_WHOLE}")
            self._forms["objective"].append(rf"(?:{tops}){_PART}")
        self._definitions = {
            sort: [
                re.compile(rf"^{form}\s*(?P<sep>[:.)\-–—|]*)\s+(?P<text>\S.*)$", _FLAGS)
                for form in forms
            ]
            for sort, forms in self._forms.items()
        }
        self._pointing = {
            sort: [re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE) for form in forms]
            for sort, forms in self._forms.items()
        }

    def definition(self, sort: Sort, text: str, *, heading: bool) -> Named | None:
        """Read a text that sets out an outcome or an objective.

        Args:
            sort: What to look for.
            text: A heading, paragraph or list item such as ``"Objective 2.1: Open a hub"``.
            heading: Whether it is a heading; running text needs a mark after the number.
        """
        text = _SECTION.sub("", " ".join(text.replace("*", "").split()))
        for pattern in self._definitions[sort]:
            match = pattern.match(text)
            about = match and _ABOUT.match(match["text"])
            marked = heading or (match and match["sep"]) or _CODED.match(text)
            if match and marked and (not about or _ORDER.match(match["text"])):
                if len(match["text"].split()) >= 3:
                    return Named(match["num"].lower(), match["text"].strip(" :–—-"))
                return None
        bare = _UNNUMBERED[sort].match(text)
        if bare and len(bare["text"].split()) >= 3:
            return Named("", bare["text"].strip())
        return None

    def bare_label(self, text: str) -> tuple[Sort, str] | None:
        """Read a heading that is nothing but "Objective 1.1": its words stand elsewhere.

        Returns:
            What it announces and its number, or None.
        """
        plain = _SECTION.sub("", " ".join(text.split())).strip(" :.–—-*_")
        if plain.lower().startswith(("national", "common")):
            return None
        for sort in _SORTS:
            for form in self._forms[sort]:
                match = re.fullmatch(form, plain, re.IGNORECASE)
                if match:
                    return sort, match["num"].lower()
        return None

    def reference(self, sort: Sort, text: str, *, column: bool = False) -> str | None:
        """Return the number of the outcome or objective that a text points to.

        Args:
            sort: What it should point to.
            text: Any text.
            column: Whether it stands in a column for such references, where a number alone
                counts.
        """
        text = " ".join(text.split())
        for pattern in self._pointing[sort]:
            if match := pattern.search(text):
                return match["num"].lower()
        if column:
            alone = _ALONE.match(text)
            return alone["num"].lower() if alone else None
        return None


def _names(words: Iterable[str]) -> str:
    """An alternation of words, each with the blank that may stand before its number."""
    return "|".join(re.escape(word) + r"[ -]?" for word in sorted(words))


def leading_number(text: str) -> tuple[str, str]:
    """Split a leading number such as ``1.2`` or ``A3`` from the words of an action.

    Returns:
        The number in small letters, or nothing, and the words.
    """
    text = " ".join(text.split())
    match = _LEADING.match(text)
    if not match or (match["num"].isdigit() and not re.match(r"^\d+[.):]\s", text)):
        return "", text
    return match["num"].lower(), text[match.end() :]


def number_of(ref: str) -> str:
    """Return the number in a reference cell: ``"LO3"`` and ``"3."`` both give ``"3"``."""
    match = re.search(r"\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?", ref.lower())
    if match:
        return match[0]
    letter = re.fullmatch(r"\W*([A-Za-z])\W*", ref)
    return letter[1].lower() if letter else ""


def item_id(sort: str, number: str) -> str:
    """Return the id of an item, such as ``objective-2-1``."""
    return f"{sort}-{slug(number)}"


def alike(one: str, other: str) -> bool:
    """Tell whether two texts say the same thing in nearly the same words."""
    a, b = flat(one), flat(other)
    if not a or not b:
        return False
    if a == b or (min(len(a), len(b)) > 25 and (a in b or b in a)):
        return True
    first, second = set(a.split()), set(b.split())
    return len(first & second) / len(first | second) >= 0.8
