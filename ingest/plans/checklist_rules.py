# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""What answers each item of the Partnership checklist: headings, cues and parts, as data.

Source: Smart and Social Justice (2019), p. 32.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """How one item is recognised in headings and running text.

    Args:
        heading: Headings that open a section about the item.
        cue: Words that speak of the item in running text, wherever it stands.
        parts: Parts of the item, each with the words that show it.
        needed: How many parts make the item present; all of them where 0.
        strong: Words that answer the item on their own, outside a section of its own.
        none: Words that answer it by saying that there is nothing to set out.
    """

    heading: re.Pattern[str]
    cue: re.Pattern[str]
    parts: tuple[tuple[str, re.Pattern[str]], ...] = ()
    needed: int = 0
    strong: re.Pattern[str] | None = None
    none: re.Pattern[str] | None = None


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _rule(
    heading: str,
    cue: str,
    parts: dict[str, str] | None = None,
    *,
    needed: int = 0,
    strong: str = "",
    none: str = "",
) -> Rule:
    named = tuple((name, _words(pattern)) for name, pattern in (parts or {}).items())
    return Rule(
        heading=_words(heading),
        cue=_words(cue),
        parts=named,
        needed=needed,
        strong=_words(strong) if strong else None,
        none=_words(none) if none else None,
    )


#: Items 3, 7 and partly 2, 4 and 9 are also judged by what was extracted (see checklist.py).
RULES: Final[dict[str, Rule]] = {
    "1": _rule(
        r"\bvision\b|\bour (?:goal|ambition|aim|purpose)\b|\bmission\b",
        r"\bvision\b|\bwe want\b|\bour (?:goal|ambition|aspiration|aim)\b|\bwhere\b|\bpurpose\b",
        strong=r"\b(?:our|the partnership's|shared) (?:shared )?vision (?:is|for)\b|"
        r"\bpartnership(?:'s|’s) (?:goal|vision|aim|ambition) is\b|"
        r"\bour (?:goal|aim|ambition|aspiration|purpose|mission) is\b|"
        r"\bwe (?:want|hope|aim) (?:\w+ ){1,6}to (?:be|become) (?:a|an|the) (?:place|area|community)\b",
    ),
    "2": _rule(
        r"\b(?:short|medium|long)(?:er)?[ ,-]+(?:and |,|medium|long|term)|outcomes over time|"
        r"\boutcomes?\b",
        r"\b(?:short|medium|long)(?:er)?[ -]term\b(?! (?:prison|custod|sentence|remand))|"
        r"\bwithin (?:one|a|three|five|ten) years?\b",
        {
            "short-term": r"\bshort(?:er)?[ -]*(?:term(?! (?:prison|custod|sentence|remand))|,)",
            "medium-term": r"\bmedium[ -]*(?:term|,)|\bmid[ -]term|\bintermediate\b",
            "long-term": r"\blong(?:er)?[ -]*term(?! (?:prison|custod|sentence))",
        },
    ),
    "3": _rule(r"\bobjectives?\b", r"\bobjectives?\b"),
    "4": _rule(
        r"\bpriorit",
        r"\bpriorit|\bfocus\b|\bconcentrate\b",
        strong=r"\b(?:our|local|these|key|agreed|following|four|three|five|six)(?: \w+)? priorities\b|"
        r"\bwe (?:have )?(?:chosen|chose|decided|agreed) to (?:focus|concentrate)\b|"
        r"\bwe (?:have )?prioriti[sz]ed?\b|\b(?:areas? of focus|focus areas?)\b",
    ),
    "5": _rule(
        r"\bgovernance\b|\baccountab|how (?:the partnership|we) (?:is|are) (?:run|governed)|"
        r"\bpartnership (?:structure|arrangements)\b",
        r"\bgovernance\b|\baccountab|\breport(?:s|ed|ing)?\b.{0,60}\bto\b|\banswer(?:able|s) to the\b|\bsteering group\b|\bchair|\bBoard\b|\bmeets?\b|\bcommittee\b|"
        r"\bsub-?groups?\b|\bscrutin",
        strong=r"\b(?:partnership|board|group|chair|committee|coordinator|co-ordinator|we)\b.{0,60}\breports? (?:directly |quarterly |yearly |annually )?to\b|"
        r"\b(?:is|are) (?:accountable|answerable) to\b|\b(?:partnership|board|group|chair|committee)\b.{0,30}\banswers? to the\b|"
        r"\breport(?:s|ed)?\b.{0,60}\bto (?:the |our )?(?:[A-Z][\w'’]+ ){0,6}(?:Community Planning|Board|Committee|Cabinet|Chief Officers)\b|"
        r"\b(?:partnership|board|group|committee|we) meets? (?:at least |in public )?(?:every|each|once|twice|monthly|quarterly|yearly|four|six)\b|"
        r"\bgovernance (?:arrangements|structure)\b.{0,40}\b(?:are|is|includes?|consists?)\b",
    ),
    "6": _rule(
        r"\broles? and responsibilit|\bdevelop\w*,? deliver|\bdelivering and overse|\boversight\b|"
        r"how (?:the |our )?(?:work|activities|actions|plan) will be (?:delivered|overseen)|"
        r"\bdelivery (?:arrangements|groups?|structure)\b|who does what",
        r"\broles?\b|\bresponsib|\boverse|\bdeliver|\bdevelop|\blead",
        {
            "developed": r"\bdevelop\w*|\bdesign\w*",
            "delivered": r"\bdeliver\w*",
            "overseen": r"\boverse\w*|\boversight\b|\bmonitors?\b|\bscrutin",
            "roles": r"\broles?\b|\bchairs?\b|\bleads?\b|\bdevelops? and delivers?\b",
            "responsibilities": r"\bresponsib\w+|\baccountab\w+",
        },
        needed=3,
        strong=r"\b(?:is|are) responsible for (?:deliver|develop|overse)\w*|\boversees? (?:the )?(?:work|delivery|actions?|plan)\b|"
        r"\broles? and responsibilit|\b(?:develops?|delivers?) and (?:delivers?|oversees?)\b",
    ),
    "7": _rule(
        r"\bdelivery plan|\baction plan|\bimplementation plan|\bactions?\b",
        r"\bdelivery plan|\baction plan",
    ),
    "8": _rule(
        r"\b(?:major |planned |significant )?(?:service )?(?:changes?|redesign|transformation)\b"
        r"(?: to services?)?|\bservice change|\bsustain(?:ing|ability)",
        r"\b(?:service|major|planned|significant)\b.{0,40}\b(?:change|redesign|transform)|"
        r"\bchanges? to (?:our |the )?services?\b|\bredesign\b|\bdecommission|\bnew contract\b",
        {
            "in-place": r"\bput in place\b|\bin place\b|\bplan(?:ned)? (?:for|agreed)|\bchange lead|"
            r"\bcontract\b|\bmove[sd]?\b|\bimplement|\btransition",
            "retained": r"\bretain|\bkept\b|\bkeep\b|\bsustain|\bmaintain|\bfunding\b|\bwhole period\b|"
            r"\bduring (?:the )?(?:period|life) of\b|\buntil\b|\bthroughout\b",
        },
        strong=r"\b(?:major|significant|large) (?:\w+ )?changes?\b|\b(?:redesign|reshape|restructure|merge|decommission|transfer)\w* (?:of )?(?:the |our )?(?:\w+ ){0,3}services?\b",
        none=r"\bno (?:(?:major|significant|large|other|further|big) )?(?:service )?(?:changes?|redesign)(?: (?:to|in|of) (?:\w+ ){0,3}services?)?\b.{0,40}\b(?:planned|proposed|expected|foreseen|intended|needed|required)\b|"
        r"\b(?:not|no one|nor) (?:\w+ ){0,2}(?:planning|plan|proposing|propose|expecting|expect|intend|foresee)\b.{0,30}\b(?:major|significant|large) (?:\w+ )?changes?\b|"
        r"\bplan no (?:major|significant|large) (?:\w+ )?changes?\b",
    ),
    "9": _rule(
        r"\bdeliverables?\b|\bwhat will be (?:produced|in place|delivered)\b|\bkey products?\b",
        r"\bdeliverables?\b|\bwill have (?:delivered|produced|set up|opened|published|put in place|built)\b|\bproducts?\b",
        strong=r"\bkey deliverables? (?:are|include|is)\b|\b(?:we|partners|the partnership) will have (?:delivered|produced|set up|opened|published|put in place|built)\b",
    ),
    "10": _rule(
        r"\bworkforce\b|\bour staff\b|\bstaff(?:ing)?(?:,| and\b|$)|\bour people\b|\bskills and training\b|\bstaff development\b",
        r"\bworkforce\b|\bstaff\b|\bskills?\b|\btrain|\brecruit|\bshortages?\b|\bvacan(?:t|c)|\bunfilled\b|\bretention\b",
        {
            "skills-shortages": r"\bshortages?\b|\bskills?\b|\brecruit|\bvacan(?:t|c)|\bunfilled\b|\bcapacity\b|\bretention\b",
            "training": r"\btrain|\blearning\b|\bdevelopment\b|\binduction\b|\btraineeship",
        },
        needed=1,
        strong=r"\bposts?\b.{0,30}\b(?:vacant|unfilled|empty)\b|\bvacan(?:cies|cy|t posts?)\b|\bhard to (?:recruit|fill|keep)\b|"
        r"\b(?:short of|lack|too few) (?:\w+ ){0,3}(?:staff|workers)\b|\btrain(?:s|ed|ing)?\b.{0,40}\b(?:staff|workforce)\b|"
        r"\b(?:staff|workforce|social workers)\b.{0,40}\btrain(?:ed|ing)\b|"
        r"\bworkforce\b.{0,60}\b(?:shortage|skills|training|development|plan|needs?)\b",
    ),
    "11": _rule(
        r"\binvolv|\bparticipation\b|\bengag|\bco-?production\b|\blived experience\b|\bconsult|"
        r"\bhaving a say\b|\bvoices?\b",
        r"\binvolv|\blived experience\b|\bengag|\bconsult|\bworkshops?\b|\bpanel\b|\bforum\b|"
        r"\btake part\b|\bpractitioners?\b|\bproviders?\b|\bco-?produc|\bfocus groups?\b|\bsurvey|\b(?:asked|heard from|listened to|spoke (?:to|with))\b",
        {
            "lived-experience": r"\blived experience\b|\bpeople with (?:convictions|experience)\b|"
            r"\bpeople (?:who are |who were )?(?:serving|on|subject to|in|leaving|released from|completing|doing) (?:\w+ ){0,2}(?:community|sentences?|orders?|prison|custody|bail|unpaid)\b|"
            r"\bservice users?\b|\bpeople who (?:have|use)\b|\bvictims?\b|\bfamilies\b",
            "providers": r"\bproviders?\b|\bthird sector\b|\bvoluntary (?:sector|organisations?)\b",
            "practitioners": r"\bpractitioners?\b|\bstaff\b|\bfront-?line\b|\bworkers\b",
            "how": r"\bpanel\b|\bforum\b|\bworkshops?\b|\bsurveys?\b|\bgroups?\b|\bmeet|\binterview|"
            r"\bevents?\b|\bfocus\b|\bcomment|\breview",
            "when": r"\b(?:each|every|once|twice|monthly|quarterly|yearly|annual\w*|four times)\b|"
            r"\b20\d\d\b|\bspring\b|\bautumn\b|\bbefore\b",
        },
        needed=4,
        strong=r"\blived experience\b.{0,80}\b(?:panel|group|forum|workshop|helped|involved|meet)|"
        r"\bconsult(?:ed|ation)s? (?:with |of )?(?:(?:our|the|over|more than|about) )?(?:\d|(?:local )?(?:people|residents|communit|victims|families|staff|partners|service users))|"
        r"\bfocus groups? (?:with|of|for)\b|"
        r"\b(?:we|partners|partnership|they) (?:have )?(?:also )?(?:asked|heard from|listened to|interviewed|surveyed|spoke (?:to|with)|met with)\b.{0,80}\b(?:people|residents|victims|families|staff|groups)\b",
    ),
    "12": _rule(
        r"\b(?:supporting|related|linked|associated|background) (?:documents?|papers|information|plans)\b|"
        r"\bappendi(?:x|ces)\b|\blinks? to\b|\breferences\b|\bstrategic context\b|\bannex",
        r"\bparticipation statement\b|\bimpact assessments?\b|\bneeds assessments?\b|\bEQIA\b|\bSNA\b",
        {
            "participation-statement": r"\bparticipation statement\b|\bstatement of participation\b",
            "impact-assessment": r"\bimpact assessments?\b|\bassess(?:ed|ing)? the (?:\w+ ){0,3}impact\b|\bEQIA\b|\bEHRIA\b|\bEqIA\b|\bHIIA\b|\bDPIA\b",
            "needs-assessment": r"\bneeds assessments?\b|\bSNA\b|\bstrategic assessment\b|\bneeds and "
            r"(?:strengths|services) (?:assessment|analysis)\b",
        },
        strong=r"\bparticipation statement\b|\bimpact assessments?\b|\bneeds assessments?\b|\bEQIA\b",
    ),
    "13": _rule(
        r"\bevaluat|\bmonitor|\bmeasuring\b|\bhow we will know\b|\bperformance (?:management|framework|"
        r"reporting)\b|\bimprovement\b(?! plan)|\breporting\b|\b(?:checking|tracking|following) (?:how|progress|our)\b|"
        r"\bhow (?:we|are we|we are) (?:doing|getting on)\b|\bmeasure progress\b|\bprogress reports?\b",
        r"\bevaluat|\b(?:yearly|annual|quarterly|progress) (?:progress )?reports?\b|\bprogress is reported\b|\bindicators? (?:every|each)\b|\bmonitor|\bmeasur|\breview|\bimprov|\bimpact\b|\bperformance\b",
        {
            "outcomes": r"\boutcomes?\b|\bindicators\b",
            "process": r"\bprocess(?:es)?\b|\bhow (?:well )?(?:the work|services|we|it) (?:is|are|ran|run|work)|"
            r"\bfidelity\b|\bimplementation\b",
            "impact": r"\bimpacts?\b(?! assessment)|\bdifference (?:\w+ ){0,4}(?:made|makes)\b|\bwhat (?:\w+ ){1,5}(?:changed|achieved)\b",
        },
        strong=r"\b(?:publish|writ|produc|prepar)(?:es?|ing)? (?:an?|our|its|the) (?:yearly|annual) (?:progress )?report\b|"
        r"\bprogress is reported\b|\bwill evaluate\b|\b(?:looks? at|checks?|reviews?|monitors?|tracks?) (?:the |our |its )?(?:indicators?|progress|measures)\b|\bevaluat\w+.{0,80}\b(?:outcomes|process|impact)",
    ),
}

#: A sentence that puts the thing off instead of saying it.
PROMISE: Final = _words(
    r"\b(?:will|shall|is to|are to|to) be (?:further |fully )?(?:developed|agreed|finali[sz]ed|confirmed|"
    r"drafted|drawn up|written|produced|prepared|considered|established|determined|set out|defined|"
    r"worked up|identified|completed)\b|"
    r"\bto follow\b|\bunder development\b|\bin development\b|\bin due course\b|\bat a later (?:date|stage)\b|"
    r"\bis being (?:developed|drafted|prepared|written)\b|\bwe (?:will|intend to|plan to|aim to) "
    r"(?:develop|prepare|draft|write|agree|consider|draw up|produce) (?:an?|the|our|its|these|this|these)\b|"
    r"\btbc\b|\bto be (?:confirmed|added|inserted)\b|\bnot yet\b.{0,20}\b(?:agreed|developed|in place)\b"
)
