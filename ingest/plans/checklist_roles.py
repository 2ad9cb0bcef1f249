# ruff: noqa: E501, RUF001 - patterns read best whole
"""Item 6: who develops, delivers and oversees the work, told by who does what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from .checklist_sections import Said, Section
from .reading import ChecklistReading, Evidence

#: Those who have a part in delivering a plan, each kind by its words.
_ACTORS: Final = (
    (
        "lead",
        r"leads?|lead (?:partner|agency|officer|organisation|body)s?|owners?|named (?:lead|agency|officer)|accountable officer",
    ),
    (
        "coordinator",
        r"co-?ordinators?|(?:justice|partnership|support|cj) team|team|manager|(?:lead|support|development|planning) officers?|secretariat",
    ),
    (
        "board",
        r"boards?|partnership|committee|chief officers(?:['’] group)?|executive|chair|conven[eo]r",
    ),
    (
        "group",
        r"(?:sub-?|working |delivery |tasking |steering |priority |theme |thematic |implementation |operational |co-?ordinating )?(?:groups?|hubs?|forum)",
    ),
    (
        "partner",
        r"(?:each|every|all|other|statutory|member|named)? ?(?:partners?|members?|agenc(?:y|ies)|bod(?:y|ies)|organisations?|services?)|link officers?|elected members|communities|social work|police(?: scotland)?|council|prison service|nhs(?: \w+)?",
    ),
)
_DOES: Final = (
    r"(?:leads?|develops?|designs?|delivers?|oversees?|keeps?|supports?|runs?|brings?|reports?|agrees?|approves?|manages?|co-?ordinates?|drafts?|writes?|chases?|tracks?|reviews?|monitors?|ensures?|"
    r"makes? sure|sees? (?:to|that)|is (?:\w+ )?(?:responsible|accountable|answerable)|are (?:\w+ )?(?:responsible|accountable|answerable|expected)|answers?|provides?|finds?|looks? after|looks? at|settles?|names?|nominates?|removes?|works? (?:through|up)|goes? through|"
    r"sets?|owns?|plans?|collates?|gathers?|checks?|takes?|hears?|sorts?|tells?|helps?|pulls?|draws?|designs?|allocates?|reallocates?|clears?|decides?|maintains?|prepares?|carr(?:y|ies) out|puts?|does|do|acts?|meets?|holds?|will (?:\w+ )?(?:lead|develop|deliver|oversee|keep|support|report|manage|co-?ordinate|ensure|monitor|bring|be responsible))"
)
_ROLE: Final = tuple(
    (
        name,
        re.compile(
            rf"\b(?:{words})\b(?:\s*\([^)]*\))?:?(?: (?!and\b)[\w'’,-]+){{0,7}}? {_DOES}\b",
            re.IGNORECASE,
        ),
    )
    for name, words in _ACTORS
)
#: The same told from the side of the work: "Delivery is overseen by the Board".
_DONE: Final = (
    r"(?:led|developed|designed|drawn up|written|drafted|costed|delivered|carried out|run|overseen|monitored|"
    r"supported|managed|co-?ordinated|agreed|approved|tracked|reviewed|checked|kept|maintained|reported|owned|planned|prepared|done|taken forward|provided|scrutini[sz]ed)"
)
_DONE_BY: Final = tuple(
    (
        name,
        re.compile(
            rf"\b(?:is|are|be|being) (?:\w+(?:,? and)? ){{0,3}}?{_DONE}(?: \w+){{0,4}}? by (?:[\w'’-]+ ){{0,4}}?(?:{words})\b|"
            rf"\b(?:is|are|rests?|lies?) (?:a |the )?(?:responsibility|job|task|duty|role)? ?(?:of|with|for) (?:[\w'’-]+ ){{0,3}}?(?:{words})\b",
            re.IGNORECASE,
        ),
    )
    for name, words in _ACTORS
)
_JOBS: Final = re.compile(
    r"\broles?\b|\bresponsib|\bjobs?\b|\bdoes\b|\bremit\b|\bfunctions?\b|\bwhat\b|\bparts?\b|\bpurpose\b|\btasks?\b",
    re.IGNORECASE,
)
#: Parts of the item, each with the words that show it.
ROLE_PARTS: Final = (
    (
        "developed",
        re.compile(
            r"\bdevelop\w*|\bdesign\w*|\bdraw\w* up\b|\bplan(?:s|ning)?\b|\bworks? up\b|\bset\w*\b",
            re.I,
        ),
    ),
    (
        "delivered",
        re.compile(
            r"\bdeliver\w*|\bcarr(?:y|ies|ied) out\b|\bput\w* into\b|\bdoes\b|\bruns?\b|\bprovid\w+|\bfind\w*\b",
            re.I,
        ),
    ),
    (
        "overseen",
        re.compile(
            r"\boverse\w*|\boversight\b|\bmonitors?\b|\bscrutin|\btracks?\b|\bchecks?\b|\bkeeps?\b|\breports?\b|\blooks? at\b|\bgoes through\b",
            re.I,
        ),
    ),
    (
        "responsibilities",
        re.compile(r"\bresponsib\w+|\baccountab\w+|\bleads?\b|\bowners?\b|\banswer", re.I),
    ),
)
_ENOUGH: Final = 2
_ROWS: Final = 3
#: So many sentences tell of all parts between them where a plan says who does what.
_SENTENCES: Final = 3


def roles(
    own: list[Section], governance: list[Section], by_text: ChecklistReading
) -> ChecklistReading:
    """Judge whether the plan says who does what in delivering it.

    Args:
        own: Sections about it.
        governance: Sections about governance, which may say it too.
        by_text: The verdict by words alone, for what stands elsewhere or is promised.
    """
    told = _told(own)
    rows = {
        (said.place.table, said.row): said
        for section in own
        for said in section.said
        if said.kind == "table"
        and said.labels
        and any(_JOBS.search(label) for label in said.labels)
    }
    telling = [s for section in own for s in section.said if not s.promise]
    parts = tuple((name, any(p.search(s.text) for s in telling)) for name, p in ROLE_PARTS)
    parts += (("roles", bool(told or rows)),)
    if len(rows) >= _ROWS:
        shown = list(rows.values())[:3]
        return ChecklistReading(
            "present", 0.85, tuple(Evidence(s.text, s.place) for s in shown), parts
        )
    promised = any(s.promise for section in own for s in section.said)
    shown = _each_part(telling)
    if told and not promised and len(shown) >= _SENTENCES:
        return ChecklistReading(
            "present", 0.75, tuple(Evidence(s.text, s.place) for s in shown[:3]), parts
        )
    needed = _ENOUGH + (1 if promised else 0)
    different = {id(said) for said in told.values()}
    if len(told) >= needed and (len(different) > 1 or len(told) > _ENOUGH):
        shown = list({id(s): s for s in told.values()}.values())[:3]
        return ChecklistReading(
            "present", 0.8, tuple(Evidence(s.text, s.place) for s in shown), parts
        )
    if by_text.verdict == "missing" and not own:
        told = _told(governance)
        if {"lead", "coordinator"} <= set(told) and len(told) > _ENOUGH:
            shown = [told["lead"], told["coordinator"]]
            proof = tuple(Evidence(s.text, s.place) for s in shown)
            return ChecklistReading("present", 0.6, proof, parts)
        return by_text
    by_text = replace(by_text, parts=parts)
    if told and by_text.verdict == "missing":
        shown = list(told.values())[:3]
        return ChecklistReading(
            "partial", 0.6, tuple(Evidence(s.text, s.place) for s in shown), parts
        )
    return by_text


def _each_part(telling: list[Said]) -> list[Said]:
    """The sentences that show every part between them, or none where a part is not shown."""
    found = [next((s for s in telling if p.search(s.text)), None) for _, p in ROLE_PARTS]
    shown = {id(said): said for said in found if said is not None}
    return list(shown.values()) if None not in found else []


def _told(sections: list[Section]) -> dict[str, Said]:
    """The first sentence that says what each kind of body does."""
    told: dict[str, Said] = {}
    for section in sections:
        for said in section.said:
            if said.promise:
                continue
            for name, pattern in (*_ROLE, *_DONE_BY):
                if pattern.search(said.text):
                    told.setdefault(name, said)
    return told
