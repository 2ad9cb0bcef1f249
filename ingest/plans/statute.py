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
    r"\b(?:is|are|was|will(?P<never> not)? be|remains|made|chosen as|treated as|regarded as) (?P<no>not )?(?:it |this |them )?(?:(?:a|an|our|one of our|one of the) (?:\w+ )?priorit|priorities\b)",
    re.I,
)
_NOT_MADE: Final = re.compile(
    r"\b(?:not|never)(?: been)? (?:made|chosen|treated|regarded|picked|taken)\b", re.I
)
#: What was decided, behind the word itself.
_DECISION: Final = re.compile(
    r"\b(?:decision|decided|verdict|priority(?: for (?:us|the partnership|action)| here| locally)?)\s*(?:\([^)]*\))?\s*[:?–—-]+\s*(?P<said>[^.;\n]+)",
    re.IGNORECASE,
)
_NO: Final = re.compile(
    r"^(?:no\b|not\b|✗|✘|maintain|n\b|low\b|hold(?:ing)? (?:the line|steady)|keep (?:on|going|under review|as)|(?:keep )?watch|monitor|business as usual|"
    r"carry on|continue|sustain|leave|none\b|nothing\b|steady|stand still|review (?:next|later|in)|(?:kept|for) (?:under )?review|non-priority|medium to low)",
    re.IGNORECASE,
)
_YES: Final = re.compile(
    r"^(?:yes\b|y\b|✓|✔|x$|high\b|medium\b|(?:a |our |top |key |first |main |second |third |local |high |joint )*priorit(?:y|ise)\b|act(?:ion)?\b|improve\b|top\b|urgent\b|do more\b|step up\b|focus\b)",
    re.IGNORECASE,
)
_PROMISE: Final = re.compile(
    r"^(?:to be (?:completed|confirmed|developed|agreed|added|assessed)|tbc|tbd|n/?a|to follow|"
    r"not yet (?:assessed|known|done)|none|-+|–)\.?$",
    re.IGNORECASE,
)
#: Words that judge how near an outcome is, wherever they stand in a sentence.
_JUDGES: Final = re.compile(
    r"\b(?:judge|assess|rate|regard|consider|reckon|think)(?:s|ed)? (?:this|it|that|ourselves)\b|\b(?:is|are|was|has been|have been|as|being|not|yet|partly|partially|largely|mostly|nearly|fully|almost|been|judged|assessed|rated) (?:\w+ )?(?:met|achieved|reached|attained)\b|"
    r"\b(?:a long|some|part of the|half|most of the|no) way\b|\bway off\b|\bnear(?:ly|est)? (?:there|where|to)\b|\bfurthest\b|\bnearest\b|\b(?:on|off|behind|ahead of) (?:track|target)\b|"
    r"\b(?:better|worse|lower|higher|fewer|more|less) than (?:it|we|they|the|last|in|before|average|scotland|expected)\b|\b(?:improving|worsening|getting (?:better|worse)|falling|rising|no change|unchanged|holding steady)\b|\bthe indicator\b|\bindicator (?:is|stands|shows)\b|"
    r"\bnot known\b|\bcannot say\b|\btoo little is known\b|\b(?:red|amber|green)\b|\bwhere we (?:should|ought|want)\b|\b(?:below|above) the (?:national|scottish)\b",
    re.IGNORECASE,
)
#: Headers of columns that hold an assessment or a decision in tables of national outcomes.
_ASSESS_HEADER: Final = re.compile(
    r"assess|\bwhere\b.*\b(?:stands?|are|is|we)\b|\bposition\b|\bhow (?:near|far|close|well|are)\b|^(?:brag|rag)\b|\brating\b|\bstatus\b|\bjudge?ment\b|\bprogress\b|\bachiev|\bmet\b|\bpicture\b|\bour view\b|\bbaseline\b|\bperformance\b|\bdoing\b|\bevidence\b",
    re.IGNORECASE,
)
_DECISION_HEADER: Final = re.compile(r"\bpriorit|\bdeci[sd]", re.IGNORECASE)
_NATIONAL_HEADER: Final = re.compile(
    r"\bnational|\bndos?\b|\bcommon outcome|\bnationally determined|\bcommunity justice outcome",
    re.IGNORECASE,
)
_OUTCOME_HEADER: Final = re.compile(r"\boutcomes?\b|^(?:no\.?|number|#)$", re.IGNORECASE)
#: Several outcomes in one go: "NDO 1, 4 and 7".
_SEVERAL: Final = re.compile(
    r"\b(?:NDOs?|(?:(?:common|national|nationally determined) )?outcomes?)\s+\d{1,2}(?:(?:,? and |, | & | to |-|–)\d{1,2})*\b",
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
_MIN_ROWS: Final = 3
_STOP: Final = re.compile(r"(?<=[.!?])\s+")
_STARTS: Final = re.compile(
    r"(?:(?:national(?:ly determined)?|common) outcomes?|NDO|O)\s?\d", re.IGNORECASE
)
_ENDS: Final = re.compile(
    r"^(?:and|but|that|,)\s+(?:that\s+)?|,?\s+(?:and|but|that)(?:\s+that)?$", re.IGNORECASE
)


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
    actions = {table.block.locator.table for table in tables if table.has("action")}
    for block in blocks:
        if block.kind == "table" and block.locator.table not in actions:
            _from_grid(block, found, generation)
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
                used = row.text("national_indicator")
                used = "" if _PROMISE.match(used) else used
                header = table.header[table.roles.index("assessment")]
                item = replace(
                    item,
                    assessment=Evidence(assessment.text, assessment.locator),
                    indicators=_indicators(f"{assessment.text} {used}", code)
                    or (_own(code) if used or _INDICATOR.search(header) else ()),
                )
            decision = row.fields.get("priority")
            if decision and item.priority is None:
                said = _yes_or_no(decision.text)
                if said is not None:
                    place = Evidence(decision.text, decision.locator)
                    item = replace(item, priority=said, decision=place)
            found[code] = item


def _from_grid(block: Block, found: dict[str, StatuteReading], generation: Generation) -> None:
    """Read a table with a row for each national outcome, whatever its other columns are called."""
    if len(block.rows) < _MIN_ROWS:
        return
    header = [" ".join(cell.text.split()) for cell in block.rows[0]]
    names = [" ".join(row[0].text.split()) for row in block.rows[1:]]
    numbers = {name.rstrip(".") for name in names}
    # Bare numbers are those of the national outcomes where all of these are there.
    every = {code.rsplit("-", 1)[1] for code in found}
    bare = bool(_NATIONAL_HEADER.search(header[0])) or (
        numbers == every and bool(_OUTCOME_HEADER.search(header[0]))
    )
    assessing = [c for c, words in enumerate(header) if c and _ASSESS_HEADER.search(words)]
    deciding = [c for c, words in enumerate(header) if c and _DECISION_HEADER.search(words)]
    for r, (row, name) in enumerate(zip(block.rows[1:], names, strict=True), start=1):
        links = explicit_links(name, generation, bare=bare).national
        if len(links) != 1 or links[0] not in found:
            continue
        code = links[0]
        for c in assessing:
            text = " ".join(row[c].text.split())
            if c not in deciding and row[c].origin == (r, c) and text:
                _assess(found, code, text, block.cell_place(r, c))
        for c in deciding:
            said = _yes_or_no(row[c].text)
            if said is not None and found[code].priority is None:
                place = Evidence(" ".join(row[c].text.split()), block.cell_place(r, c))
                found[code] = replace(found[code], priority=said, decision=place)


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
        elif block.kind == "paragraph" and (
            _DECISION.search(block.text) or _heads_national(block.path, generation)
        ):
            _judge(found, code, block.text, block.locator)
        opened = ""
        _decide(found, code, block.text, block.locator)


def _from_sentence(
    passage: Passage, found: dict[str, StatuteReading], generation: Generation
) -> None:
    """Read a paragraph that names one outcome and assesses it or decides on it."""
    links = explicit_links(passage.text, generation)
    if len(links.national) > 1:
        _from_several(passage, found, generation)
    if len(links.national) != 1:
        return
    code = links.national[0]
    if code not in found:
        return
    inner = re.search(r"\bassessment\b\s*[:\-–—]\s*(?P<text>.+)", passage.text, re.IGNORECASE)
    if inner:
        _assess(found, code, inner["text"], passage.locator)
    elif passage.kind == "list" or _STARTS.match(passage.text):
        name, colon, said = passage.text.partition(":")
        if colon and explicit_links(name, generation).national == (code,):
            _judge(found, code, said.strip(), passage.locator, sure=True)
    _decide(found, code, passage.text, passage.locator)


def _from_several(
    passage: Passage, found: dict[str, StatuteReading], generation: Generation
) -> None:
    """Read a sentence that judges several outcomes, each with the words before or behind it."""
    for sentence in re.split(r"(?<=[.!?])\s+", passage.text):
        if not _JUDGES.search(sentence):
            continue
        named = list(_SEVERAL.finditer(sentence))
        before = bool(named) and bool(_JUDGES.search(sentence[: named[0].start()]))
        for at, match in enumerate(named):
            if before:
                first = named[at - 1].end() if at else 0
                words = sentence[first : match.end()]
            else:
                last = named[at + 1].start() if at + 1 < len(named) else len(sentence)
                words = sentence[match.start() : last]
            words = _ENDS.sub("", words.strip(" ,;"))
            bare = (
                match[0]
                if match[0][0] in "Nn"
                else f"national outcomes {match[0].split(' ', 1)[1]}"
            )
            codes = (
                explicit_links(match[0], generation).national
                or explicit_links(bare, generation, bare=True).national
            )
            if not _JUDGES.search(words):
                continue
            for code in codes:
                if code in found and found[code].assessment is None:
                    found[code] = replace(found[code], assessment=Evidence(words, passage.locator))


def _judge(
    found: dict[str, StatuteReading], code: str, text: str, place: Locator, *, sure: bool = False
) -> None:
    """Take the words before a decision as an assessment, where they judge or count anything."""
    decision = _DECISION.search(text)
    words = text[: decision.start()].strip() if decision else text
    told = re.search(
        r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?)\b",
        words,
        re.IGNORECASE,
    )
    if _JUDGES.search(words) or (decision and told) or (sure and _says(words)):
        _assess(found, code, words, place)


def _code_of_section(path: tuple[str, ...], generation: Generation) -> str:
    for heading in reversed(path):
        code = outcome_of_heading(heading, generation)
        if code:
            return code
    return ""


def _heads_national(path: tuple[str, ...], generation: Generation) -> bool:
    """Tell whether the nearest heading that names an outcome is that of a national one itself."""
    for heading in reversed(path):
        if outcome_of_heading(heading, generation):
            own = re.sub(r"^\W*(?:outcome\s+)?\d{0,2}[.:)\s–-]*", "", heading, flags=re.IGNORECASE)
            bare = re.sub(r"[(\[].*", "", own)
            named = bool(_NATIONAL_HEADER.search(bare[:30]))
            return named or bool(explicit_links(bare, generation).national)
    return False


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
    stated = _DECISION.search(text)
    told = _yes_or_no(stated["said"]) if stated else None
    if stated and told is not None:
        first = max((m.end() for m in _STOP.finditer(text, 0, stated.start())), default=0)
        last = stated.end() + (1 if text[stated.end() : stated.end() + 1] == "." else 0)
        last = max(last, next((m.start() for m in _STOP.finditer(text, stated.end())), len(text)))
        found[code] = replace(item, priority=told, decision=Evidence(text[first:last], place))
        return
    for sentence in _STOP.split(text):
        plain = _IS_PRIORITY.search(sentence)
        if plain:
            denied = plain["no"] or plain["never"] or _NOT_MADE.search(sentence)
            decision = Evidence(sentence, place)
            found[code] = replace(item, priority=not denied, decision=decision)
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
