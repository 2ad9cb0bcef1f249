# ruff: noqa: E501, RUF001 - lists of words read best whole
"""Actions that name nothing to make or do: good will, and no product or activity.

Every list is cautious: what it lets through is common, what it accuses should be plain to
any colleague. No pattern repeats a group that holds a repetition without a bound, so that time
grows with the length of a text and not faster.
Source: Smart and Social Justice (2019), p. 32.
"""

from __future__ import annotations

import re
from typing import Final

#: Longer texts are no single action; what matters stands near the beginning.
_LOOKED_AT: Final = 2_000
_SHOWN_WORDS: Final = 4

#: Who acts, before the verb that opens an action.
WHO: Final = r"(?:to )?(?:(?:we|partners|all partners|the partnership|the partners) will )?"
_WILL: Final = re.compile(
    rf"^{WHO}(?P<verb>aim (?:to|for)|aspire to|build (?:better|good|stronger|on|upon)|carry on (?:as|with)|champion|collaborate|consider|continue (?:to|with)|"
    r"develop (?:a )?(?:better |greater |shared )?(?:understanding|awareness|relationships)|drive|embed|encourage|engage|enhance|ensure|explore|"
    r"facilitate|foster|further|give consideration to|have regard to|help|improve|increase|liaise|look (?:at|into)|maximi[sz]e|optimi[sz]e|progress|promote|"
    r"raise|recogni[sz]e|reduce|seek|strengthen|strive|support|take forward|tackle|"
    r"work (?:closely |together |jointly |in partnership |collaboratively )(?:to|towards?|with|on|across)|work (?:to|towards?|across)|"
    r"work with (?:(?:all|our|other|local|key|relevant) )*(?:partners?|others|stakeholders|agencies|services|communit(?:y|ies)|organisations|colleagues|people))\b",
    re.IGNORECASE,
)
#: Verbs that may open something quite concrete: they are vague with an abstraction alone.
_LIGHT: Final = (
    r"address|adopt|apply(?! for)|be|become|break down|bring|contribute to|create|cultivate|demonstrate|get|give|have|instil|keep|maintain|make|meet|nurture|overcome|"
    r"pay|place|pursue|put|reflect|remove|respect|respond to|share|show|sustain|take|uphold|value|widen"
)
#: What nobody can see, count or visit.
_ABSTRACT: Final = (
    r"aims?|ambitions?|approach(?:es)?|aspirations?|attention|attitudes|awareness|barriers|benefits of|causes|challenges|collaboration|commitments?|confidence|consideration|consistency|culture|"
    r"difficulties|diversity|effort|emphasis|engagement|equality|ethos|experiences?|fairness|focus|goals?|importance|improvements?|inclusion|inequalit(?:y|ies)|innovation|"
    r"inputs?|integration|involvement|issues|joint working|(?:better|closer|good|strong|stronger) links|mindset|momentum|needs|obstacles|opportunities|participation|partnership working|potential|principles|priorit(?:y|ies)|"
    r"profile|progress|prominence|quality|recognition|regard|relationships|resilience|resources|respect|(?<!welfare )rights|stigma|strengths|sustainability|themes|transparency|trust|understanding|values|vision|"
    r"voices?|ways of working|weight|wellbeing|working together"
)
#: A word between the verb and its object: not one that leads to another part of the sentence.
_ON: Final = r"(?!(?:a?bout|after|and|as|at|before|by|for|from|in|into|of|on|or|so|that|through|to|until|what|when|where|which|who|with)\b)[\w'’-]+ "
#: No other thing follows that it would only describe: "quality", not "the quality team".
_ALONE: Final = r"(?=$|[,.;:)]| (?:about|across|ahead|among|and|around|as|at|between|by|during|faced|for|from|in|into|of|on|or|over|so|that|through|throughout|to|towards?|we|when|where|which|who|with|within)\b)"
_LEANING: Final = re.compile(
    rf"^{WHO}(?P<verb>(?:{_LIGHT}) (?:{_ON}){{0,4}}?(?:{_ABSTRACT}){_ALONE}|"
    r"be(?:come)? (?:more|better|increasingly|mindful|aware|alert|sensitive|responsive|proactive|supportive|open|fully|truly)\b|get (?:even |much )?better (?:at|in)\b|"
    r"do (?:more|better|everything|our (?:best|utmost|part)|(?:all|what) (?:that )?(?:we|partners) can)\b|"
    r"(?:get|make) (?:better|best|effective|full|fuller|good|greater|more|more effective|smarter|the (?:most|best|fullest))(?: possible)?(?: use)? (?:of|from|out of)\b|"
    rf"(?:keep|put|place) (?:{_ON}){{1,4}}?(?:at the (?:heart|centre|core|forefront) of|first(?=$|[,.;]| in (?:all|everything|what)))"
    r")",
    re.IGNORECASE,
)
#: The aims of a strategy are not the strategy.
_AIMS: Final = re.compile(
    r"\b(?:aims|ambitions?|direction|goals|intentions?|messages?|objectives|principles|priorities|spirit|themes|values|vision)(?: and [a-z]+)? (?:of|in|behind|set out in) "
    r"(?:the|our|its|their) (?:[\w'’-]+ ){0,4}?(?:framework|guidance|plan|policy|standards?|strategy)\b",
    re.IGNORECASE,
)
#: A product or an activity that one can see, wherever it stands.
_SEEN: Final = re.compile(
    r"[0-9£%]|\b(?:accommodation|accounts?|advice|advocacy|agree(?:d|ment)?|appoint\w*|assessments?|audit\w*|bills?|booklets?|brief(?:ing|ings)|campaigns?|budget(?:s|ing)?|case ?loads?|champions?|checks?|checklists?|collected|clinics?|"
    r"commission(?:ed|ing)?|conferences?|consultations?|contracts?|co-?ordinators?|courses?|dashboards?|data ?(?:sets?|bases?|sharing)|descriptions?|design(?:ed)?|directory|disclos(?:e|ures?)|displays?|drop-?ins?|"
    r"employ(?:ed|s)?|evaluations?|events?|fares?|flats?|forums?|funds?|given|grants?|group ?work|guid(?:e|es|ance)|handbooks?|hubs?|information packs?|inductions?|interviews?|invited|"
    r"launch\w*|leaflets?|lists?|map(?:s|ped|ping)?|meetings?|mentor(?:s|ing)?|met|naloxone|newsletters?|offered|packs?|paid|panels?|pathways?|peer|pilot(?:s|ed)?|placements?|podcasts?|posters?|procedures?|"
    r"programmes?|projects?|protocols?|publish\w*|qualifications?|recruit\w*|referrals?|register(?:s|ed)?|released|reports?|research|reviews?|run|schemes?|screen(?:ed|ing)|seminars?|sessions?|"
    r"set up|surger(?:y|ies)|surveys?|templates?|tenanc(?:y|ies)|tools?|toolkits?|train(?:s|ed|ing)?|videos?|visits?|vouchers?|wages?|waiting (?:lists?|times?)|walls?|web ?(?:sites?|pages?)|workshops?|write|written|"
    r"half|third(?! sector)|quarter|double|twice|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|weekly|monthly|daily|yearly|zero)\b",
    re.IGNORECASE,
)
#: What names a product only where it is one of its kind: "a service", not "services".
_NAMED: Final = re.compile(
    r"\b(?:an?|new|each|every|one|two|three|four|five|six|dedicated|named|single)\s+(?:(?!(?:across|among|between|by|from|in|into|on|to|towards|with|within)\b)[\w'’-]+\s+){0,3}?"
    r"(?:centres?|framework|homes?|models?|officers?|orders?|plans?|policy|policies|posts?|process(?:es)?|role|services?|standards?|statements?|strategy|strategies|systems?|teams?|workers?|groups?)\b|"
    r"\bthe\s+(?:[\w'’-]+\s+){0,3}?(?:framework|models?|plans?|policy|policies|standards?|strategy|strategies)\b",
    re.IGNORECASE,
)
_THING: Final = re.compile(
    r"\b(?:deliver(?:s|ed|ing)?|provid(?:e|es|ed|ing)|(?:each|every) (?:prison )?(?:person|man|woman|child|family|prisoner|leaver|parent|tenant|victim|referral))\b|"
    # How it will be done: "by opening on Saturdays".
    r"\b(?:by|through) (?!(?:be|build|collaborat|continu|embedd|encourag|engag|enhanc|ensur|foster|hav|improv|increas|promot|rais|reduc|strengthen|support|tackl|tak|work)ing\b|making (?:better|good|more|sure|the)\b)[a-z]{2,}ing\b",
    re.IGNORECASE,
)
#: With these a light verb does say when or where: "before release", "on the day".
_SETTLED: Final = re.compile(
    r"\b(?:before|within|weeks?|days?|mornings?|evenings?|nights?|each|every|gate|cells|suite|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?s?\b",
    re.IGNORECASE,
)


def vague_words(text: str) -> str | None:
    """Return the opening of an action that names nothing that will exist or happen, or None.

    Args:
        text: The words of an action.

    >>> vague_words("Improve awareness of bail among partners")
    'improve awareness'
    >>> vague_words("Make better use of what we already have")
    'make better use of'
    """
    flat = flatten(text)
    opening = _WILL.match(flat)
    after = opening.end("verb") if opening else 0
    if opening is None:
        opening = _LEANING.match(flat)
        if opening is None or _SETTLED.search(flat):
            return None
    if names_something(flat[after:]):
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


def names_something(text: str) -> bool:
    """Whether words name a product or an activity that one can see.

    Args:
        text: The words of an action, on one line.
    """
    bare = _AIMS.sub("aims", text)
    return any(pattern.search(bare) for pattern in (_SEEN, _NAMED, _THING))


def flatten(text: str) -> str:
    """Return the beginning of a text on one line.

    Args:
        text: Any text.
    """
    return " ".join(text[:_LOOKED_AT].split())
