# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""National links: which community justice outcomes and priority actions a text points to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from .vocabulary import Term, flat, mentions, vocabulary

Generation = Literal["2016", "2023"]

_NUMBERS: Final = r"(?P<n>\d{1,2}(?:\s*(?:,|and|&|/|-|–|to)\s*(?:and\s+)?\d{1,2}\b)*)(?!\d|%|\.\d)"
_NATIONAL: Final = re.compile(
    r"\b(?:NDOs?|CJPF(?: outcomes?)?|nationally[ -]determined outcomes?|"
    r"national(?: community justice)?(?: \w+)? outcomes?)"
    r"[ \t]*(?:\(NDOs?\))?[ \t]*(?:nos?\.?|numbers?|:|#)?[ \t]*" + _NUMBERS,
    re.IGNORECASE,
)
_COMMON: Final = re.compile(
    r"\b(?:(?:common|structural|person[ -]cent(?:ric|red))(?: \w+)? outcomes?[ \t]*|O(?=[1-7]\b))"
    + _NUMBERS,
    re.IGNORECASE,
)
_PRIORITY_ACTION: Final = re.compile(
    r"\b(?:PAs?|(?:national )?priority actions?)[ \t]*(?:nos?\.?|:|#)?[ \t]*" + _NUMBERS,
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"(?:\boutcomes?[ \t]*|^\W*)" + _NUMBERS, re.IGNORECASE)
_SMALL: Final = frozenset(
    "a an and are as at by for from have in into is it more of on or people that the their to with".split()
)


@dataclass(frozen=True, slots=True)
class Links:
    """What a text points to, and how sure that is (0 to 1)."""

    national: tuple[str, ...] = ()
    priority_actions: tuple[str, ...] = ()
    confidence: float = 0.0

    def __bool__(self) -> bool:
        return bool(self.national or self.priority_actions)

    def joined(self, other: Links) -> Links:
        """Return both together, as sure as the surer."""
        if not other:
            return self
        return Links(
            tuple(dict.fromkeys(self.national + other.national)),
            tuple(dict.fromkeys(self.priority_actions + other.priority_actions)),
            max(self.confidence, other.confidence),
        )


def explicit_links(text: str, generation: Generation, *, bare: bool = False) -> Links:
    """Find links that a text states by code or official title.

    Args:
        text: Any text.
        generation: Which set of outcomes plain numbers mean.
        bare: Whether a number with nothing but "outcome" before it counts, as in a
            column that is headed "National outcome".
    """
    kind = "ndo" if generation == "2023" else "o"
    titled = _titles(text, generation)
    codes: list[str] = [f"{kind}-{n}" for m in _NATIONAL.finditer(text) for n in _each(m["n"])]
    codes += [f"o-{n}" for m in _COMMON.finditer(text) for n in _each(m["n"])]
    if bare and not codes and not titled:
        codes = [f"{kind}-{n}" for m in _BARE.finditer(text) for n in _each(m["n"])]
    known = {term.code for term in vocabulary().outcomes}
    national = tuple(dict.fromkeys(code for code in (*codes, *titled) if code in known))
    actions = tuple(
        dict.fromkeys(
            f"pa-{n}" for m in _PRIORITY_ACTION.finditer(text) for n in _each(m["n"]) if n <= 13
        )
    )
    if not national and not actions:
        return Links()
    return Links(national, actions, 0.95 if codes or actions else 0.9)


def alias_links(text: str, generation: Generation) -> Links:
    """Find links that the words of a text suggest; less sure than a stated link."""
    prefix = "ndo" if generation == "2023" else "o"
    terms = [term for term in vocabulary().outcomes if term.code.startswith(prefix + "-")]
    hits = [term.code for a, b, term in mentions(text, terms) if " " in text[a:b].strip()]
    actions: tuple[str, ...] = ()
    if not hits and generation == "2023":
        free = [t for t in vocabulary().priority_actions if not _has_outcome(t)]
        actions = tuple(
            dict.fromkeys(t.code for a, b, t in mentions(text, free) if " " in text[a:b].strip())
        )
    return Links(tuple(dict.fromkeys(hits)), actions, 0.6) if hits or actions else Links()


def generation_of(text: str) -> Generation | None:
    """Say which set of outcomes a plan's own words use.

    Returns:
        None where its words do not tell.
    """
    new = len(re.findall(r"\bNDO\b|performance framework|priority actions?\b", text, re.I))
    new += len(re.findall(r"nationally[ -]determined outcomes?", text, re.I))
    old = len(
        re.findall(r"\bcommon outcomes?\b|\bOPI\b|outcomes,? performance and improv", text, re.I)
    )
    for term in vocabulary().outcomes:
        if flat(term.label) in flat(text):
            new, old = (new + 3, old) if term.code.startswith("ndo") else (new, old + 3)
    if new == old:
        return None
    return "2023" if new > old else "2016"


def outcome_of_heading(text: str, generation: Generation) -> str | None:
    """Return the one community justice outcome that a heading or a first cell names."""
    links = explicit_links(text, generation)
    if len(links.national) == 1:
        return links.national[0]
    return None


def _each(numbers: str) -> list[int]:
    found: list[int] = []
    for piece in re.split(r"\s*(?:,|and|&|/)\s*", numbers):
        ends = [int(n) for n in re.findall(r"\d+", piece)]
        if len(ends) == 2 and ends[0] < ends[1] <= 13:
            found += range(ends[0], ends[1] + 1)
        else:
            found += ends
    return found


def _titles(text: str, generation: Generation) -> list[str]:
    plain = flat(text)
    words = set(plain.split())
    found: list[str] = []
    for term in vocabulary().outcomes:
        title = flat(term.label)
        if title in plain:
            found.append(term.code)
            continue
        telling = {word for word in title.split() if word not in _SMALL}
        right_set = term.code.startswith("ndo") == (generation == "2023")
        if right_set and len(telling) >= 5 and len(telling & words) / len(telling) >= 0.85:
            found.append(term.code)
    return found


def _has_outcome(action: Term) -> bool:
    return any(
        action.iri in term.linked("outcomeForPriorityAction") for term in vocabulary().outcomes
    )
