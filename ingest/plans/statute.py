# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""What section 19 of the Act asks of a plan for each nationally determined outcome."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from .blocks import Block, Locator, Passage
from .links import Generation, explicit_links, outcome_of_heading
from .reading import Action, Evidence, Objective, Outcome, StatuteReading
from .tables import ReadTable
from .vocabulary import flat, vocabulary

_ASSESS: Final = re.compile(
    r"^(?:our )?(?:assessment|self-assessment|where (?:are )?we(?: are)? now|current (?:position|performance|"
    r"picture)|how near (?:are )?we(?: are)?|baseline|progress so far)\b[^:.]{0,40}(?P<sep>[:\-–—]|$)\s*",
    re.IGNORECASE,
)
_DECIDE: Final = re.compile(
    r"\b(?:a |this is (?:not )?a |local )?priority for (?:local )?action\b[^:?.]{0,30}[:?]*\s*"
    r"(?P<said>yes|no\b|not a priority|is (?:not )?a priority)?",
    re.IGNORECASE,
)
_IS_PRIORITY: Final = re.compile(
    r"\b(?:is|will be|remains) (?P<no>not )?(?:a|our|one of our) priorit", re.I
)
_NO: Final = re.compile(r"^(?:no\b|not\b|✗|✘|maintain|n\b|low\b)", re.IGNORECASE)
_YES: Final = re.compile(
    r"^(?:yes\b|y\b|✓|✔|x$|high\b|medium\b|priority\b|a priority)", re.IGNORECASE
)
_PROMISE: Final = re.compile(
    r"^(?:to be (?:completed|confirmed|developed|agreed|added|assessed)|tbc|tbd|n/?a|to follow|"
    r"not yet (?:assessed|known|done)|none|-+|–)\.?$",
    re.IGNORECASE,
)
#: A few words that say how near an outcome is, or a figure.
_STATUS: Final = re.compile(
    r"^(?:(?:not|partly|partially|part|fully|mostly|largely|nearly|almost|substantially|in part|already|not yet|un)[ -]?)?"
    r"(?:met|achieved|reached|there|known|clear|started|close|near)\b|"
    r"^(?:on|off|ahead of|behind) (?:track|target|schedule|course|plan)\b|^(?:some|a long|half|part) ?-?way\b|"
    r"^(?:very |quite |fairly )?(?:near|close|far|good|poor|fair|weak|strong|improving|worsening|stable|steady|unchanged)\b|"
    r"^(?:red|amber|green)\b|^(?:about |around |under |over |only |nearly |c\. ?)?\d[\d,.]* ?(?:%|per ?cent|of|in|out|people|cases)",
    re.IGNORECASE,
)
_INDICATOR: Final = re.compile(
    r"\bnational indicators?\b(?:\s*(?P<n>\d{1,2}))?|\bNI\s?(?P<m>\d{1,2})\b", re.I
)
_MIN_WORDS: Final = 4


def find_statute(
    blocks: list[Block],
    tables: list[ReadTable],
    running: list[Passage],
    generation: Generation,
) -> dict[str, StatuteReading]:
    """Find assessment and priority decision for each community justice outcome.

    Args:
        blocks: The document.
        tables: Its tables that are understood.
        running: Its running text.
        generation: Which set of outcomes it is written against.

    Returns:
        One entry for each outcome of that set, in their order.
    """
    found = {code: StatuteReading() for code in vocabulary().edition(generation).outcomes}
    for table in tables:
        if table.has("assessment") or table.has("priority"):
            _from_table(table, found, generation)
    _from_sections(blocks, found, generation)
    for passage in running:
        if passage.kind != "table":
            _from_sentence(passage, found, generation)
    return found


def with_actions(
    statute: dict[str, StatuteReading],
    outcomes: tuple[Outcome, ...],
    objectives: tuple[Objective, ...],
    actions: tuple[Action, ...],
) -> dict[str, StatuteReading]:
    """Add to each outcome the actions that reach it through the plan's own links."""
    national = {outcome.id: outcome.national for outcome in outcomes}
    by_objective = {objective.id: objective.outcome for objective in objectives}
    reach: dict[str, list[str]] = {code: [] for code in statute}
    for action in actions:
        local = {action.outcome, by_objective.get(action.objective or "")}
        codes = {code for item in local if item for code in national.get(item, ())}
        for code in codes & set(reach):
            reach[code].append(action.id)
    return {code: replace(item, actions=tuple(reach[code])) for code, item in statute.items()}


def _from_table(table: ReadTable, found: dict[str, StatuteReading], generation: Generation) -> None:
    for row in table.rows:
        # The number of an action is not that of an outcome.
        ref = "" if table.has("action") else row.text("ref")
        name = row.text("national") or row.text("outcome") or ref
        bare = bool(row.text("national")) or table.has("priority")
        for code in explicit_links(name, generation, bare=bare).national:
            if code not in found:
                continue
            item = found[code]
            assessment = row.fields.get("assessment")
            if assessment and item.assessment is None and _says(assessment.text):
                words = f"{assessment.text} {row.text('national_indicator')}"
                header = " ".join(table.header)
                item = replace(
                    item,
                    assessment=Evidence(assessment.text, assessment.locator),
                    indicators=_indicators(words, code)
                    or (
                        _own(code)
                        if row.text("national_indicator") or _INDICATOR.search(header)
                        else ()
                    ),
                )
            decision = row.fields.get("priority")
            if decision and item.priority is None:
                said = _yes_or_no(decision.text)
                if said is not None:
                    place = Evidence(decision.text, decision.locator)
                    item = replace(item, priority=said, decision=place)
            found[code] = item


def _from_sections(
    blocks: list[Block], found: dict[str, StatuteReading], generation: Generation
) -> None:
    """Read sections that are headed by a national outcome, or a local one tied to just one."""
    opened = ""  # the section in which a line such as "Where we are now" came last
    for block in blocks:
        if block.kind in {"heading", "table"} or block.contents:
            opened = ""
            continue
        code = _code_of_section(block.path, generation)
        if code not in found:
            continue
        cue = _ASSESS.match(block.text)
        headed = bool(_ASSESS.match(block.under())) and len(block.path) > 1
        words = block.text[cue.end() :] if cue else block.text
        if cue and not words.strip():
            opened = code
            continue
        if cue or headed or opened == code:
            _assess(found, code, words, block.locator)
        opened = ""
        _decide(found, code, block.text, block.locator)


def _from_sentence(
    passage: Passage, found: dict[str, StatuteReading], generation: Generation
) -> None:
    """Read a paragraph that names one outcome and assesses it or decides on it."""
    links = explicit_links(passage.text, generation)
    if len(links.national) != 1:
        return
    code = links.national[0]
    if code not in found:
        return
    inner = re.search(r"\bassessment\b\s*[:\-–—]\s*(?P<text>.+)", passage.text, re.IGNORECASE)
    if inner:
        _assess(found, code, inner["text"], passage.locator)
    _decide(found, code, passage.text, passage.locator)


def _code_of_section(path: tuple[str, ...], generation: Generation) -> str:
    for heading in reversed(path):
        code = outcome_of_heading(heading, generation)
        if code:
            return code
    return ""


def _assess(found: dict[str, StatuteReading], code: str, text: str, place: Locator) -> None:
    item = found[code]
    if item.assessment is None and _says(text):
        found[code] = replace(
            item, assessment=Evidence(text, place), indicators=_indicators(text, code)
        )
    elif item.assessment is not None and not item.indicators:
        found[code] = replace(item, indicators=_indicators(text, code))


def _decide(found: dict[str, StatuteReading], code: str, text: str, place: Locator) -> None:
    item = found[code]
    if item.priority is not None:
        return
    plain = _IS_PRIORITY.search(text)
    if plain:
        found[code] = replace(item, priority=not plain["no"], decision=Evidence(text, place))
        return
    asked = _DECIDE.search(text)
    if not asked:
        return
    said = _yes_or_no(asked["said"] or text[asked.end() :].strip(" :–—-"))
    if "not a priority" in text.lower():
        said = False
    if said is not None:
        found[code] = replace(item, priority=said, decision=Evidence(text, place))


def _says(text: str) -> bool:
    plain = " ".join(text.split())
    if _PROMISE.match(plain):
        return False
    return len(plain.split()) >= _MIN_WORDS or bool(_STATUS.match(plain))


def _yes_or_no(text: str) -> bool | None:
    plain = text.strip()
    if _NO.match(plain):
        return False
    return True if _YES.match(plain) else None


def _own(code: str) -> tuple[str, ...]:
    """The national indicator that the framework gives an outcome of its own."""
    term = vocabulary().outcome(code)
    measured = term.linked("measuredBy") if term else ()
    return tuple(known.code for known in vocabulary().indicators if known.iri in measured)[:1]


def _indicators(text: str, code: str) -> tuple[str, ...]:
    """Codes of the national indicators that an assessment uses."""
    first = _own(code)
    if not first:
        return ()
    known = {term.code: term for term in vocabulary().indicators}
    found: list[str] = []
    for match in _INDICATOR.finditer(text):
        number = match["n"] or match["m"]
        found.append(f"ni-{number}" if number else first[0])
    own = known.get(first[0])
    if own and not found:
        telling = {w for w in flat(f"{own.label} {own.definition}").split() if len(w) > 4}
        words = set(flat(text).split())
        # A figure beside the indicator's own words: the assessment rests on it.
        if re.search(r"\d", text) and (len(telling & words) >= 2 or "indicator" in words):
            found.append(own.code)
    return tuple(dict.fromkeys(code for code in found if code in known))
