# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""National links: which community justice outcomes and priority actions a text points to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from .sections import national_brackets
from .vocabulary import Term, flat, mentions, vocabulary

#: What plans call an edition of the national framework by, such as "2023".
Generation = str

_NUMBERS: Final = (
    r"(?P<n>\d{1,2}(?:\s*(?:,|;|and|&|\+|/|-|–|—|to)\s*(?:and\s+|&\s*)?\d{1,2}\b)*)(?!\d|%|\.\d)"
)
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
#: The national outcomes of Scotland as a whole have numbers of their own.
_OF_JUSTICE: Final = re.compile(r"NDO|CJPF|determined|community justice", re.IGNORECASE)
#: What may stand behind a number for it to be a name, not a count: "outcome 12." and "outcome 12: …".
_NAMED_BY: Final = re.compile(r"\s*(?:$|[.,;:()\[\]|\n–—/-]|(?:and|&)\s)(?!\d)")
_SMALL: Final = frozenset(
    "a an and are as at by for from have in into is it more of on or people that the their to with".split()
)


@dataclass(frozen=True, slots=True)
class Links:
    """What a text points to, and how sure that is (0 to 1).

    Args:
        national: Codes of community justice outcomes.
        priority_actions: Codes of priority actions.
        confidence: 0 to 1.
        unknown: Codes that are stated although no edition has them, such as ``ndo-12``.
    """

    national: tuple[str, ...] = ()
    priority_actions: tuple[str, ...] = ()
    confidence: float = 0.0
    unknown: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.national or self.priority_actions or self.unknown)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Codes of outcomes as stated, those that no edition has last."""
        return self.national + tuple(c for c in self.unknown if not c.startswith("pa-"))

    @property
    def aims(self) -> tuple[str, ...]:
        """Codes of priority actions as stated, those that are none last."""
        return self.priority_actions + tuple(c for c in self.unknown if c.startswith("pa-"))

    def joined(self, other: Links) -> Links:
        """Return both together, as sure as the surer."""
        if not other:
            return self
        return Links(
            tuple(dict.fromkeys(self.national + other.national)),
            tuple(dict.fromkeys(self.priority_actions + other.priority_actions)),
            max(self.confidence, other.confidence),
            tuple(dict.fromkeys(self.unknown + other.unknown)),
        )


def explicit_links(text: str, generation: Generation, *, bare: bool = False) -> Links:
    """Find links that a text states by code or official title.

    Args:
        text: Any text.
        generation: Which set of outcomes plain numbers mean.
        bare: Whether a number with nothing but "outcome" before it counts, as in a
            column that is headed "National outcome".
    """
    kind = vocabulary().edition(generation).prefix.rstrip("-")
    titled = _titles(text, generation)
    named = [(kind, m) for m in _NATIONAL.finditer(text)]
    named += [("o", m) for m in _COMMON.finditer(text)]
    if bare and not named and not titled:
        named = [(kind, m) for m in _BARE.finditer(text)]
    codes = [f"{kind}-{n}" for kind, m in named for n in _each(m["n"])]
    aims = [("pa", m) for m in _PRIORITY_ACTION.finditer(text)]
    pas = [f"pa-{n}" for _, m in aims for n in _each(m["n"])]
    known = {term.code for term in vocabulary().outcomes}
    real = {term.code for term in vocabulary().priority_actions}
    national = tuple(dict.fromkeys(code for code in (*codes, *titled) if code in known))
    actions = tuple(dict.fromkeys(code for code in pas if code in real))
    common = vocabulary().edition(generation).common
    unknown = tuple(
        dict.fromkeys(
            code
            for kind, match in (*named, *aims)
            if _NAMED_BY.match(text, match.end())
            and not (common and match.re is _NATIONAL and not _OF_JUSTICE.search(match[0]))
            for code in (f"{kind}-{n}" for n in _each(match["n"]))
            if code not in known | real
        )
    )
    if not national and not actions and not unknown:
        return Links()
    return Links(national, actions, 0.95 if codes or actions or unknown else 0.9, unknown)


def alias_links(text: str, generation: Generation) -> Links:
    """Find links that the words of a text suggest; less sure than a stated link."""
    own = vocabulary().edition(generation).outcomes
    terms = [term for term in vocabulary().outcomes if term.code in own]
    hits = [term.code for a, b, term in mentions(text, terms) if " " in text[a:b].strip()]
    actions: tuple[str, ...] = ()
    if not hits and not vocabulary().edition(generation).common:
        free = [t for t in vocabulary().priority_actions if not _has_outcome(t)]
        actions = tuple(
            dict.fromkeys(t.code for a, b, t in mentions(text, free) if " " in text[a:b].strip())
        )
    return Links(tuple(dict.fromkeys(hits)), actions, 0.6) if hits or actions else Links()


def generation_of(text: str, on: date | None = None) -> Generation | None:
    """Say which set of outcomes a plan's own words use.

    Args:
        text: All words of the plan.
        on: Its first day, which decides between editions that use the same words.

    Returns:
        None where its words do not tell.
    """
    new = len(re.findall(r"\bNDO\b|performance framework|priority actions?\b", text, re.I))
    new += len(re.findall(r"nationally[ -]determined outcomes?", text, re.I))
    old = len(
        re.findall(r"\bcommon outcomes?\b|\bOPI\b|outcomes,? performance and improv", text, re.I)
    )
    words = vocabulary()
    plain = flat(text)
    recited = {term.code for term in words.outcomes if flat(term.label) in plain}
    points = {
        edition.generation: (old if edition.common else new)
        + 3 * len(recited & set(edition.outcomes))
        for edition in words.editions
    }
    best = [generation for generation, count in points.items() if count == max(points.values())]
    in_force = words.edition_on(on).generation if on else ""
    if len(best) > 1 and len({words.edition(generation).common for generation in best}) > 1:
        return None
    return in_force if in_force in best else best[-1]


def outcome_of_heading(text: str, generation: Generation) -> str | None:
    """Return the one community justice outcome that a heading or a first cell names."""
    links = heading_links(text, generation)
    if len(links.national) == 1:
        return links.national[0]
    return None


def heading_links(text: str, generation: Generation) -> Links:
    """Find the links that a heading states, in its words or in brackets."""
    return explicit_links(text, generation) or explicit_links(
        national_brackets(text), generation, bare=True
    )


def _each(numbers: str) -> list[int]:
    found: list[int] = []
    for piece in re.split(r"\s*(?:,|;|and|&|\+|/)\s*", numbers):
        ends = [int(n) for n in re.findall(r"\d+", piece)]
        if len(ends) == 2 and ends[0] < ends[1] <= 20:
            found += range(ends[0], ends[1] + 1)
        else:
            found += ends
    return found


def _titles(text: str, generation: Generation) -> list[str]:
    plain = flat(text)
    words = set(plain.split())
    own = vocabulary().edition(generation).outcomes
    found: list[str] = []
    for term in vocabulary().outcomes:
        title, telling = _title(term.label)
        if title in plain:
            found.append(term.code)
            continue
        right_set = term.code in own
        if right_set and len(telling) >= 5 and len(telling & words) / len(telling) >= 0.85:
            found.append(term.code)
    return found


@cache
def _title(label: str) -> tuple[str, frozenset[str]]:
    """The plain words of an official title, and those of them that tell it from others."""
    title = flat(label)
    return title, frozenset(word for word in title.split() if word not in _SMALL)


def _has_outcome(action: Term) -> bool:
    return any(
        action.iri in term.linked("outcomeForPriorityAction") for term in vocabulary().outcomes
    )
