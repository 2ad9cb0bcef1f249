# ruff: noqa: E501, RUF001 - lists of words read best whole
"""What the words of an action give away: nothing to do, no means, out of reach.

Every list is cautious: what it lets through is common, what it accuses should be plain to
any colleague. No pattern repeats a group that holds a repetition, so that time grows with the
length of a text and not faster.
Source: Smart and Social Justice (2019), pp. 28 and 32.
"""

from __future__ import annotations

import re
from typing import Final

#: Longer texts are no single action; what matters stands near the beginning.
_LOOKED_AT: Final = 2_000
_SHOWN_WORDS: Final = 4

_WHO: Final = r"(?:to )?(?:(?:we|partners|all partners|the partnership|the partners) will )?"
_VAGUE: Final = re.compile(
    rf"^{_WHO}(?P<verb>aim to|build (?:better|good|stronger|on|upon)|champion|collaborate|consider|continue (?:to|with)|"
    r"develop (?:a )?(?:better |greater |shared )?(?:understanding|awareness|relationships)|drive|embed|encourage|engage|enhance|ensure|explore|"
    r"facilitate|foster|further|give consideration to|have regard to|help|improve|increase|liaise|look (?:at|into)|maximi[sz]e|optimi[sz]e|progress|promote|"
    r"raise|recogni[sz]e|reduce|seek|strengthen|strive|support|take forward|tackle|"
    r"work (?:closely |together |jointly |in partnership |collaboratively )(?:to|towards?|with|on|across)|work (?:to|towards?|across)|"
    r"work with (?:(?:all|our|other|local|key|relevant) )*(?:partners?|others|stakeholders|agencies|services|communit(?:y|ies)|organisations|colleagues|people))\b",
    re.IGNORECASE,
)
#: A product or an activity that one can see, wherever it stands.
_SEEN: Final = re.compile(
    r"[0-9£%]|\b(?:accommodation|advice|advocacy|agree(?:d|ment)?|appoint\w*|assessments?|audit\w*|booklets?|brief(?:ing|ings)|campaigns?|case ?loads?|champions?|checklists?|clinics?|"
    r"commission(?:ed|ing)?|conferences?|consultations?|contracts?|co-?ordinators?|courses?|dashboards?|data ?(?:sets?|bases?|sharing)|design(?:ed)?|directory|drop-?ins?|"
    r"employ(?:ed|s)?|evaluations?|events?|fares?|flats?|forums?|funds?|grants?|group ?work|guid(?:e|es|ance)|handbooks?|hubs?|information packs?|inductions?|interviews?|"
    r"launch\w*|leaflets?|lists?|map(?:s|ped|ping)?|meetings?|mentor(?:s|ing)?|naloxone|newsletters?|packs?|panels?|pathways?|peer|pilot(?:s|ed)?|placements?|podcasts?|posters?|procedures?|"
    r"programmes?|projects?|protocols?|publish\w*|qualifications?|recruit\w*|referrals?|registers?|reports?|research|reviews?|run|schemes?|screening|seminars?|sessions?|"
    r"set up|surger(?:y|ies)|surveys?|templates?|tenanc(?:y|ies)|tools?|toolkits?|train(?:s|ed|ing)?|videos?|visits?|vouchers?|web ?(?:sites?|pages?)|workshops?|write|written|"
    r"half|third|quarter|double|twice|weekly|monthly|daily)\b",
    re.IGNORECASE,
)
#: What names a product only where it is one of its kind: "a service", not "services".
_NAMED: Final = re.compile(
    r"\b(?:an?|new|each|every|one|two|three|four|five|six|dedicated|named|single)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:centres?|framework|homes?|models?|officers?|orders?|plans?|policy|policies|posts?|process(?:es)?|role|services?|standards?|statements?|strategy|strategies|systems?|teams?|workers?|groups?)\b|"
    r"\bthe\s+(?:[\w'’-]+\s+){0,3}?(?:framework|models?|plans?|policy|policies|standards?|strategy|strategies)\b",
    re.IGNORECASE,
)
_THING: Final = re.compile(
    r"\b(?:deliver(?:s|ed|ing)?|provid(?:e|es|ed|ing)|(?:each|every) (?:person|man|woman|child|family|prisoner))\b",
    re.IGNORECASE,
)

_MEANS: Final = re.compile(
    r"(?:subject to|dependent (?:up)?on|depending on|pending|conditional (?:up)?on) (?:the )?(?:availability of )?(?:securing |confirmation of |sufficient |available |future |additional )?(?:funding|funds|resources?|budgets?|staffing|capacity|finance)\b|"
    r"(?:if|when|where|as|should) (?:funding|funds|resources?|budgets?|staffing|capacity) (?:allows?|permits?|becomes? available|is found|can be found|is available|are available)\b|"
    r"(?:funding|resources?|capacity|budget) (?:permitting|allowing)\b|"
    r"\b(?:no|not|without|insufficient|lack of) (?:any |yet |enough |dedicated |identified |sufficient ){0,3}(?:funding|funded|resourced|staffing)\b|"
    r"\b(?:no|without|insufficient) (?:dedicated|identified|confirmed|agreed|available) (?:resources?|funds|budget)\b|"
    r"\bunfunded\b|\bunresourced\b|"
    r"\b(?:funding|funds|budget|resources?) (?:is |are |has |have |still |yet ){0,3}(?:not (?:yet )?(?:been )?|(?:still )?to be )(?:identified|confirmed|agreed|secured|found|available)\b",
    re.IGNORECASE,
)

_CRIME: Final = r"(?:crime|offending|re-?offending|re-?convictions?|drug (?:use|deaths)|addiction|poverty|violence|domestic abuse|inequality)"
#: Words that ask for more than partners can bring about, and why.
_BEYOND: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), why)
    for pattern, why in (
        (
            r"\b(?:change|reform|amend|rewrite|repeal|overhaul|tighten|relax) (?:the |uk |scottish |scotland's |national ){0,2}(?:(?:sentencing|criminal|bail|drugs?|immigration) )?(?:laws?|legislation|sentencing guidelines|act)\b",
            "laws are made by the Parliaments",
        ),
        (
            r"\b(?:raise|increase|change|lower|set|uprate) (?:the )?(?:(?:rates?|levels?|amounts?) of (?:uk )?(?:universal credit|benefits?|jobseeker's allowance)|(?:uk )?(?:universal credit|(?:welfare )?benefit) (?:rates?|levels?|payments?))\b|"
            r"\b(?:abolish|scrap|end|remove|lift) (?:the )?(?:two-child limit|benefits? cap|benefits? sanctions|universal credit)\b",
            "benefits are set by the governments",
        ),
        (
            r"\b(?:ensure|require|make|instruct|direct|order|compel|stop|prevent|oblige) (?:that )?(?:all |every |the |our |local |both ){0,2}(?:sheriffs?|judges?|courts?|justices of the peace|the bench|parole board|fiscals?|procurators? fiscal|crown office)(?: to| from| will| must| always| never| only)? "
            r"(?:impos|sentenc|grant|pass|remand|jail|imprison|releas|acquit|convict|hand|prosecut|never|always|choos|decid|send|us(?:e|ing) (?:bail|community|fewer|more|less|custod|prison|short|remand|diver))",
            "courts and prosecutors decide for themselves",
        ),
        (
            r"\b(?:overturn|overrule|override|change|set|shorten|lengthen) (?:the )?(?:(?:sheriffs?'?|judges?'?|courts?'?|parole) )?(?:sentences|verdicts|sentencing decisions|court decisions|bail decisions|parole decisions|decisions of (?:the )?(?:sheriffs?|courts?|judges?|parole board))\b|"
            r"\b(?:abolish|ban|outlaw|end) (?:all |the use of )?(?:short (?:prison |custodial )?sentences|prison sentences|custodial sentences|prisons?|remand)\b",
            "sentences are for the courts and Parliament",
        ),
        (
            rf"\b(?:abolish|eliminate|eradicate|end|stop|prevent|wipe out) (?:all |any |every )(?:forms? of |kinds? of |future )?{_CRIME}\b|\b(?:abolish|eliminate|eradicate|wipe out) {_CRIME}\b|"
            rf"\bzero {_CRIME}\b|\b(?:100 ?%|100 per ?cent) (?:reduction in|fall in|cut in) {_CRIME}\b|"
            r"\b(?:nobody|no one|no-one|none of them)\b[^.;]{0,60}\b(?:ever )?(?:re-?offends?|offends? again|commits? (?:a |any )?(?:crime|offence)s?)\b|"
            r"\b(?:everyone|everybody|all people|every person)\b[^.;]{0,60}\b(?:never|stops?|ceases?)(?: to)? (?:re-?offend\w*|offend\w*|commit\w*)",
            "no partnership can promise that",
        ),
        (
            r"\b(?:halve|double|end|close|transform|reverse|eliminate|change) (?:the )?(?:child |health |social )?(?:poverty|inequalit(?:y|ies)|life expectancy|culture of (?:the |our )?(?:area|communit(?:y|ies)|society)|attitudes of (?:the |our )?(?:whole )?(?:public|communit(?:y|ies)|society)|deprivation|poverty gap)\b[^.;]{0,60}\b(?:within|in|over) (?:the )?(?:next |first |coming )?(?:[a-z]+|[0-9]+) (?:days?|weeks?|months?)\b",
            "a change of that kind takes many years",
        ),
    )
)


def vague_words(text: str) -> str | None:
    """Return the opening of an action that names nothing that will exist or happen, or None.

    Args:
        text: The words of an action.

    >>> vague_words("Improve awareness of bail among partners")
    'improve awareness'
    """
    flat = _flat(text)
    opening = _VAGUE.match(flat)
    if opening is None or _SEEN.search(flat) or _NAMED.search(flat) or _THING.search(flat):
        return None
    rest = re.split(
        r"\b(?:of|for|in|on|with|by|to|so|that|and|across|among|between|around)\b|[,;:.(]",
        flat[opening.end() :],
    )[0]
    told = (opening["verb"] + " " + rest).split()
    if len(told) == 1:
        told = flat[opening.start("verb") :].split()
    shown = told[: max(_SHOWN_WORDS, len(opening["verb"].split()))]
    return " ".join([shown[0].lower(), *shown[1:]]).strip(" ,;:.")


def lacking_means(text: str) -> str | None:
    """Return the words of an action that say that its means are lacking, or None.

    Args:
        text: The words of an action.
    """
    found = _MEANS.search(_flat(text))
    return found[0].strip() if found else None


def beyond_reach(text: str) -> str | None:
    """Return the words of an action that ask for more than partners can do, and why, or None.

    Args:
        text: The words of an action.

    >>> beyond_reach("Change sentencing law so that fewer people go to prison")
    '"Change sentencing law": laws are made by the Parliaments'
    """
    flat = _flat(text)
    for pattern, why in _BEYOND:
        if found := pattern.search(flat):
            rest = re.match(r"\w*", flat[found.end() :])
            return f'"{found[0].strip()}{rest[0] if rest else ""}": {why}'
    return None


def _flat(text: str) -> str:
    return " ".join(text[:_LOOKED_AT].split())
