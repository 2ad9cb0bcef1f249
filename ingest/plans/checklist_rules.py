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
        cue: Words of which a section about the item has at least one, in heading or text.
        parts: Parts of the item, each with the words that show it.
        needed: How many parts make the item present in a section of its own; 0 for none.
        away: How many make it present where it has no section of its own; 0 for never.
        enough: Words in a section of its own that answer the item though no part is named.
        strong: Words that answer the item on their own, outside a section of its own.
        named: Words that name the item, so that a promise about it is known anywhere.
        none: Words that answer it by saying that there is nothing to set out.
        told: Parts as they are told to the reader of a report, where they are told apart more
            finely than they are weighed.
        whole: Whether each part has to be there, as told, however much is said of the others.
    """

    heading: re.Pattern[str]
    cue: re.Pattern[str]
    parts: tuple[tuple[str, re.Pattern[str]], ...] = ()
    needed: int = 0
    away: int = 0
    enough: int = 12
    strong: re.Pattern[str] | None = None
    named: re.Pattern[str] | None = None
    none: re.Pattern[str] | None = None
    told: tuple[tuple[str, re.Pattern[str]], ...] = ()
    whole: bool = False


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _rule(
    heading: str,
    cue: str,
    parts: dict[str, str] | None = None,
    *,
    needed: int = 0,
    away: int = 0,
    enough: int = 12,
    strong: str = "",
    named: str = "",
    none: str = "",
    told: dict[str, str] | None = None,
    whole: bool = False,
) -> Rule:
    found = tuple((name, _words(pattern)) for name, pattern in (parts or {}).items())
    return Rule(
        heading=_words(heading),
        cue=_words(cue),
        parts=found,
        needed=needed,
        away=away,
        enough=enough,
        strong=_words(strong) if strong else None,
        named=_words(named) if named else None,
        none=_words(none) if none else None,
        told=tuple((name, _words(pattern)) for name, pattern in (told or {}).items()),
        whole=whole,
    )


_LIVED: Final = (
    r"\blived?(?: and living)? experience\b|\bliving experience\b|\b(?:people|persons|men|women|those|folk|individuals|adults)(?:, \w+,)? (?:\w+ )?(?:with|who have|who had|who've|who has|having) (?:(?:a|their|been|gone|had|lived|direct|personal|recent|come|already) ?){0,2}(?:convictions?|experience|through|offended|served|sentenced|arrested|in prison|in custody|a record|of (?:the )?(?:justice|courts?|prison))|"
    r"\bpeople (?:who are |who were |being )?(?:recently )?(?:serving|on|subject to|in|leaving|released from|completing|doing|supervised|affected by|arrested|sentenced)\b|\bpeople (?:\w+ ){0,3}(?:orders?|prison|custody|bail|unpaid work)\b|"
    r"\bservice users?\b|\bpeople who (?:have used|use|used) \b|\bpeers?\b|\bprisoners\b|\bex-?offenders\b|\bwith (?:a )?convictions?\b|\bbeen through (?:it|the (?:system|courts?|justice system|process))\b|\bexperts by experience\b|"
    r"\bvictims?\b|\bsurvivors?\b|\bfamilies\b|\brelatives\b|\bpeople (?:who have been )?(?:harmed|with experience)\b|\bpeople themselves\b"
)
_PROVIDERS: Final = (
    r"\bproviders?\b|\bthird[- ]sector\b|\bvoluntary (?:sector|organisations?|groups?|bod)|\bcharit(?:y|ies)\b|\bvolunteers?\b|"
    r"\bpractitioners?\b|\bstaff\b|\bfront-?line\b|\bworkers?\b|\bprofessionals\b|\bofficers\b|\bservices? (?:leads?|managers?)\b|\bpartner agencies\b|\bteams\b|\borganisations\b|\bagencies\b"
)

#: The two kinds of them: those who do the work, and the bodies that they work for.
_PRACTITIONERS: Final = r"\bpractitioners?\b|\bstaff\b|\bfront-?line\b|\bworkers?\b|\bprofessionals\b|\bofficers\b|\bteams\b|\bservices? (?:leads?|managers?)\b"
_BODIES: Final = r"\bproviders?\b|\bthird[- ]sector\b|\bvoluntary (?:sector|organisations?|groups?|bod)|\bcharit(?:y|ies)\b|\bvolunteers?\b|\bpartner agencies\b|\borganisations\b|\bagencies\b|\btrusts?\b(?! (?:in|the|and confidence|between))|\bbureau\b|\bWomen['’]s Aid\b|\bcommunity groups\b|\bhousing associations?\b|\bservices?\b(?! users?\b| (?:leads?|managers?)\b)"

#: Items 2, 3, 7, 9 and 12 are also judged by what was extracted or by lists of their own.
RULES: Final[dict[str, Rule]] = {
    "1": _rule(
        r"\bvisions?\b(?! (?:board|impairment))|\bour (?:goal|ambition|aim|purpose|aspiration)\b|\bmission\b|\baspiration|\bthe (?:future|place|community) we (?:want|hope)|\bwhat we (?:want to be|aspire to|are (?:aiming|trying|working))\b|\bwhere we (?:want|would like|hope|wish|aim)\b|\bstrategic intent\b",
        r"\bvision\b|\bwe want\b|\bwill be (?:known|a place|somewhere|the place)\b|\bgoal\b|\bambition\b|\baspir|\baim\b|\bwhere\b|\bexists to\b|\bpurpose\b|\bmission\b|\bplace (?:that|which)\b|\bin which\b",
        enough=5,
        strong=r"\b(?:our|the partnership(?:'s|’s)|(?:the|its|a|partners'?) shared|this plan(?:'s|’s)) (?:\w+ )?vision (?:is|for \w+ is|of)\b|\bvision (?:is|of) (?:a|an|for)\b|"
        r"\bpartnership(?:'s|’s) (?:goal|vision|aim|ambition|aspiration) is\b|"
        r"\bour (?:\w+ )?(?:goal|ambition|aspiration|purpose|mission) is\b|\b(?:partnership|we|plan) (?:exists?|are here|is here) to (?:make|help|build|create)\b|"
        r"\bwe (?:want|hope|aim|wish|would like) (?:\w+ ){1,6}to (?:be|become) (?:a|an|the|somewhere) (?:\w+ )?(?:place|area|community|county|city|town|region|where)\b",
        named=r"\b(?:a|our|the|shared) (?:\w+ )?vision\b(?! board)|\bvision statement\b",
    ),
    "2": _rule(
        r"\b(?:short|medium|long)(?:er)?[ ,-]+(?:and |,|medium|long|term)|\boutcomes? (?:over|through|across) time|\b(?:results|change|difference)s? over time\b|\b(?:what|when)\b.{0,30}\b(?:will (?:be different|change)|results|change)\b|"
        r"\boutcomes? (?:framework|chain|timeline|map|pathway)\b|\blogic model\b|\bnear\b.{0,20}\bfar\b|\bsoon\b.{0,20}\blater\b|\bnow,? next\b|\btheory of change\b|\bdifference (?:we|this|the plan)\b",
        r"\w",
    ),
    "3": _rule(
        r"\b(?:strategic )?objectives?\b|\bstrategic (?:aims|goals)\b|^aims\b(?! of)|\baims (?:under|for|by|of) each\b",
        r"\bobjectives?\b|\baims?\b|\bgoals?\b",
        named=r"\b(?:strategic )?objectives\b(?! of the (?:act|national))|\bstrategic (?:aims|goals)\b",
    ),
    "4": _rule(
        r"\bpriorit(?:y|ies|i[sz]ation)\b(?! actions?\b)|\b(?:what|which) (?:comes|matters|we will do|we do|goes) (?:first|most)\b|\b(?:areas? of focus|focus areas?|our focus|(?:key|main|strategic|priority) (?:themes|areas|issues))\b|\bthemes\b|\bfirst things first\b|\bwhere\b.{0,30}\b(?:first|effort|energies)\b|\bput(?:ting)? (?:\w+ )*first\b|\bconcentrate\b",
        r"\bpriorit|\bfocus\b|\bconcentrate\b|\bfirst\b|\bchose|\branked|\bscored|\bmost\b|\bmatters?\b|\beffort|\bselected\b|\bpicked\b|\bchosen\b|\bthemes\b|\bagreed\b",
        enough=8,
        strong=r"\b(?:our|local|these|key|agreed|following|two|four|three|five|six|seven)(?: \w+){0,2} priorities\b(?! of the (?:national|scottish))|"
        r"\bwe (?:have )?(?:chosen|chose|decided|agreed) to (?:focus|concentrate)\b|\b(?:chosen|chose|agreed|picked|selected|identified) (?:\w+ ){0,3}(?:as (?:our|the) )?priorities\b|"
        r"\b(?:selected|chose|chosen|picked|agreed|settled) (?:on )?(?:two|three|four|five|six|seven|\d)(?: \w+){0,2} (?:themes|areas|issues|topics|priorities)\b|\bwe (?:have )?prioriti[sz]ed?\b|\b(?:areas? of focus|focus areas?)\b",
        named=r"\b(?:local |our |the )?priorities\b",
    ),
    "5": _rule(
        r"\bgovernance\b|\baccountab|\bhow (?:the (?:\w+ )?partnership|the plan|we|it) (?:is|are|will be) (?:run|governed|managed|led|organised)|\bhow (?:we|things) (?:run|are run|work|decide|make decisions)\b|\bhow we run\b|"
        r"\bpartnership (?:structure|arrangements|board|working)\b|\b(?:reporting|decision)[- ](?:lines?|structure|making)\b|\bleadership\b|\bwho (?:is in charge|answers|decides|holds|runs|oversees)\b|\bwho we are and how\b|\bscrutiny\b|\bhow decisions\b|\bthe board\b|^oversight\b|^overseeing\b|\bleading the (?:partnership|plan|work)\b",
        r"\bgovern|\baccountab|\breport|\banswer|\bsteering\b|\bchair|\bconven|\bboard\b|\bmeets?\b|\bmeetings?\b|\bcommittees?\b|\bsub-?groups?\b|\bscrutin|\bdecisions?\b",
        {
            "chair": r"\bchair(?:s|ed|person|ing)?\b|\bconven[eo]r|\bvice-?\b|\bmade up of\b|\bmembers?(?:hip)?\b|\bseats?\b|\brepresent|\bsits? on\b|\bled by\b|\bco-?chaired\b",
            "meets": r"\bmeet(?:s|ings?)?\b|\bquorum\b|\bquarterly\b|\b(?:every|each) (?:\w+ )?(?:weeks?|months?|quarter|year)\b|\b(?:two|three|four|five|six|twice|\d)(?: times)? (?:a|each|in the|per|every) year\b",
            "answers": r"\breport(?:s|ed|ing|able)?\b(?: \w+){0,6} to\b|\banswer(?:s|able|ing)?\b(?: \w+){0,4} to\b|\baccountab\w+|\baccount (?:to|every|each|twice)\b|\bto (?:which|whom) (?:it|the \w+) (?:reports|submits|answers)\b|\bsub-?group of\b|\bthematic (?:group|partnership) of\b|\bpart of the (?:\w+ ){0,4}community planning\b|\breport(?:s|ed)? (?:is|are)?\b.{0,80}\bto (?:the |our |its )?(?:[A-Z][\w'’]+ ){0,6}(?:Community Planning|Board|Committee|Cabinet|Chief Officers)|\b(?:report|account|paper|update)s?\b.{0,40}\b(?:goes|go|sent|given|submitted|taken|presented|made) to\b|\bgives? (?:it|them) (?:a|an) (?:\w+ )?(?:report|account)\b|\bsigns? (?:it )?off\b|\bheld to account\b|\bhold(?:s|ing)? \w+ to account\b|\bscrutini[sz]",
            "decides": r"\bdecisions?\b|\bdecides?\b|\bvot(?:e|es|ing)\b|\bapproves?\b|\bagrees? (?:the|this) (?:plan|budget)\b|\bdisputes?\b|\bescalat|\brisks?\b|\bminutes?\b|\bterms of reference\b|\bmemorandum\b|\bconstitution\b|\bbudget\b",
        },
        needed=2,
        away=3,
        enough=45,
        strong=r"\b(?:partnership|board|group|chair|committee|coordinator|co-ordinator|we|it)\b.{0,60}\breports?\b(?: \w+){0,5} to (?:the|its|our|a) \w|"
        r"\b(?:is|are) (?:accountable|answerable) to\b|\b(?:partnership|board|group|chair|committee)\b.{0,30}\banswers? to the\b|"
        r"\breport(?:s|ed)?\b.{0,60}\bto (?:the |our )?(?:[A-Z][\w'’]+ ){0,6}(?:Community Planning|Board|Committee|Cabinet|Chief Officers)\b|"
        r"\b(?:partnership|board|committee|we) meets? (?:at least |in public |formally )?(?:every|each|once|twice|monthly|quarterly|yearly|four|six|bi-?monthly)\b|"
        r"\b(?:partnership|board) is (?:co-)?(?:chaired|convened|led) by\b|\bgovernance (?:arrangements|structure)\b.{0,40}\b(?:are|is|includes?|consists?)\b",
        named=r"\bgovernance (?:arrangements?|structures?|framework|model)\b|\bmemorandum of understanding\b",
    ),
    "6": _rule(
        r"\broles?\b(?! of (?:the )?(?:prison|court))|\bresponsibilit|\bdevelop\w*,? deliver|\bdeliver(?:y|ing),? and (?:overs|monitor)|\bdeliver\w*\b.{0,20}\boverse|"
        r"\bhow (?:the |our |this |we )?(?:work|activities|actions|plan|it)? ?(?:will|is going to|are going to) (?:be (?:delivered|overseen|carried out|put into practice)|deliver\b|make it happen)|"
        r"\bdelivery (?:arrangements|groups?|structures?|model|teams?)\b|\bwho (?:does|will do|is doing|delivers|leads|runs|carries) what\b|\bhow the work (?:gets|is|will be|will get) done\b|\bgetting (?:it|things|the work) done\b|\bwho is responsible\b|\bmak(?:ing|e) (?:it|the plan|this) (?:happen|work)\b|\bputting (?:it|the plan|this) into (?:practice|action)\b|\bimplementation arrangements\b",
        r"\broles?\b|\bparts?\b|\bresponsib|\boverse|\boversight|\bdeliver|\bdevelop|\bleads?\b|\bowners?\b|\bjob\b|\bcoordinat|\bco-ordinat|\bmanag|\bin charge",
        strong=r"\b(?:is|are) (?:jointly )?responsible for (?:deliver|develop|overse|draw|carry|mak|see)\w*|\boversees? (?:the )?(?:work|delivery|actions?|plan|whole|progress|objectives)\b|"
        r"\broles? and responsibilit\w+ (?:of|are|:)|\b(?:develops?|delivers?) and (?:delivers?|oversees?)\b|\bresponsible for (?:the )?(?:delivery|oversight|development)\b|\b(?:lead|owner) (?:who )?delivers\b|\bkeeps? (?:the )?(?:action log|tracker|register)\b",
        named=r"\b(?:roles?|responsibilities)\b|\bdelivery (?:agreement|arrangements|structure)\b",
    ),
    "7": _rule(
        r"\bdelivery (?:plan|table)|\baction (?:plan|table|card)s?|\bimplementation plan|\bactions?\b|\bwhat we (?:will|are going to) do\b|\bcommitments\b",
        r"\bdelivery plan|\baction plan",
        named=r"\b(?:delivery|action|implementation) plans?\b",
    ),
    "8": _rule(
        r"\b(?:major |planned |significant )?service[- ](?:changes?|redesign|transformation|transition|re-?design)\b|\bchang(?:es?|ing) (?:\w+ ){0,3}services?\b|\bservices?\b.{0,20}\bchanges?\b|\bservice has to change\b|\bsustain(?:ing|ability)\b|"
        r"\b(?:major|big|significant|large) changes?\b|\bmak(?:e|ing) (?:\w+ )?(?:changes?|it) (?:stick|last)\b|\b(?:manag|handl|introduc|embedd|sustain|keep)\w* (?:\w+ )?changes?\b|\bredesign|\bdecommission|\btransition arrangements\b|\bcontinuity of services?\b",
        r"\b(?:manag|handl|introduc|sustain)\w* (?:\w+ )?changes?\b|\bservices?\b.{0,80}\b(?:alter|merg|mov|chang|redesign|transform|clos|withdraw|end|stop|cut|re-?tender|replac|reduc)|\b(?:chang|redesign|transform|withdraw|re-?tender|alter)\w*\b.{0,60}\b(?:service|contract|pathway|provision|plan)|\bredesign\b|\bdecommission|\bnew contract\b|\bmajor change|\bchanges?\b.{0,60}\b(?:last|stick|kept|retain|sustain|outlast)|\bpilots?\b|\bcontinuity\b|\btransition\b|\b(?:significant|big|large|largest|substantial) changes?\b",
        {
            "in-place": r"\bput in(?:to)? place\b|(?<!kept )(?<!keep )(?<!keeps )(?<!stay )(?<!stays )(?<!remain )(?<!remains )(?<!retained )\bin place\b|\bplan(?:ned)? (?:for|agreed)|\b(?:change )?leads?\b|\bowner\b|\bcontract\b|\bmove[sd]?\b|\bimplement|\btransition|\bnotice\b|\bassessment\b|\bagreement\b|\bproject (?:plan|board|team)\b|\bbusiness case\b|\bhand-?over\b|\bside by side\b|\bpilot(?:ed)?\b|\bphase|\bconsult|\bbefore (?:it|they|any)\b|\breplacement\b|\btest(?:ed)?\b|\bstep",
            "retained": r"\bretain|\bkept\b|\bkeep|\bsustain|\bmaintain|\bfund(?:ing|ed|s)?\b|\bmoney\b|\bbudgets?\b|\bwhole (?:period|of the plan)\b|\blife of\b|\bas long as\b|\b(?:out)?lasts?\b|\bduring (?:the )?(?:period|life|plan)|\buntil\b|\bthroughout\b|\bcontinu|\bcheck(?:s|ed)?\b|\breview|\bstopped\b|\bnot be (?:ended|withdrawn)\b|\bmainstream|\bembed",
        },
        needed=2,
        enough=25,
        whole=True,
        strong=r"\b(?:major|significant|large|substantial) (?:service )?changes?\b|\bservice (?:change|redesign)s?\b|\b(?:redesign|reshape|restructure|merge|decommission|transfer)\w* (?:of )?(?:the |our )?(?:\w+ ){0,3}services?\b|\bservices?\b.{0,40}\b(?:withdrawn|decommissioned|re-?tendered|redesigned)\b",
        named=r"\b(?:major|significant|service|substantial) (?:service )?changes?\b|\bchanges? to services\b",
        none=r"\bno (?:(?:major|significant|large|other|further|big) )?(?:service )?(?:changes?|redesign)(?: (?:to|in|of) (?:\w+ ){0,3}services?)?\b.{0,40}\b(?:planned|proposed|expected|foreseen|intended|needed|required|anticipated)\b|"
        r"\b(?:not|no one|nor) (?:\w+ ){0,2}(?:planning|plan|proposing|propose|expecting|expect|intend|foresee|anticipate)\b.{0,30}\b(?:major|significant|large) (?:\w+ )?changes?\b|"
        r"\bplan no (?:major|significant|large) (?:\w+ )?changes?\b",
    ),
    "9": _rule(
        r"\bdeliverables?\b|\bwhat will (?:be (?:produced|in place|delivered|there)|have been (?:delivered|done|produced))\b|\b(?:key |main )?(?:products|outputs)\b|\b(?:key|main) milestones\b|\bwhat (?:we|partners) will (?:produce|deliver|bring about)\b|\b(?:things|what) (?:that )?(?:you|people|we)(?: will| should| can|'ll|’ll)? (?:be able to )?(?:see|expect|notice|get)\b|\bwhat (?:we|you|people|\w+) will have\b|\b(?:things|products|results) (?:that |which )?(?:we|you|people|partners)\b.{0,25}\b(?:deliver|see|point|hold|produce|expect|bring)|\bheadline (?:actions|commitments|promises)\b",
        r"\bdeliver|\bproduc|\bwill have\b|\bset up\b|\bopen|\bpublish|\bin place\b|\bthere (?:will|should) be\b|\bby\b|\byear\b|\b20\d\d\b|\bnew\b|\bsee\b|\ba\b",
        enough=8,
        strong=r"\bkey deliverables?\b(?! will)|\b(?:we|partners|the partnership) will have (?:delivered|produced|set up|opened|published|put in place|built)\b|\bour (?:key |main )?deliverables\b(?! will)|\b(?:will|should) (?:have|be)\s?:|\b(?:main|key|biggest) (?:things|products|pieces of work|results)\b[^.:]{0,70}\b(?:put in place|deliver|produc|bring|set up|are|will)\b[^.]*[:;]",
        named=r"\bdeliverables?\b",
    ),
    "10": _rule(
        r"\bworkforce\b(?! (?:in|and) the community)|\b(?:our|the|support(?:ing)?|skilled) staff\b|\bstaff(?:ing)?(?:,| and\b|$| \w+$)|\bour people$|\bour people(?: and|:|,)|\bskills and (?:training|capacity|learning)\b|\brecruit|\bpeople who do the work\b|\bthe (?:people|teams?) (?:behind|who)\b.{0,20}\bwork\b|\btraining\b",
        r"\bworkforce\b|\bstaff|\bcolleagues\b|\bcaseload|\binduction\b|\b(?:social|support|front-?line|key) workers?\b|\bteams?\b|\bpractitioners\b|\brecruit|\bshortages?\b|\bvacan(?:t|c)|\bunfilled\b|\bretention\b|\bemployed\b|\bemployees\b|\bposts?\b|\bretire|\bturnover\b|\bwell-?being\b.{0,30}\b(?:workers|staff|team)",
        {
            "skills-shortages": r"\bshort(?:age|ages|fall)\b|\bshort of\b|\bskills? (?:gap|mix|shortage|audit|needs)|\brecruit|\bvacan(?:t|c)|\bunfilled\b|\bcapacity\b|\bretention\b|\bhard to (?:recruit|fill|retain|staff)\b|\bhard to (?:keep|find)\b(?: \w+){0,3} (?:staff|workers?|nurses?|teams?|posts?|practitioners|volunteers)\b|\b(?:staff|workers?|nurses?|posts?|practitioners)\b.{0,40}\bhard to (?:keep|find)\b|\b(?:over|aged) (?:5\d|6\d)\b|\bretire|\bturnover\b|\bcaseloads?\b|\btrainees?\b|\bapprentice|\bstudents\b|\brelocation\b|\bsuccession\b|\bsickness\b|\bgaps? in\b|\bposts?\b",
            "training": r"\btrain(?:s|ed|ing|eeships?)?\b|\blearning\b|\bcourses?\b|\b(?:staff|workforce|professional|skills) development\b|\binduction\b|\btraineeship|\bsupervision\b|\bshadowing\b|\bbuddy\b|\bmentor|\bqualifications?\b|\bqualify|\b(?:become|becoming|gets?|getting|gain(?:s|ing)?|to be|newly) (?:\w+ )?qualified\b|\breflective\b|\bwell-?being\b|\bcoaching\b|\bskilled level\b",
        },
        needed=2,
        away=2,
        enough=40,
        whole=True,
        strong=r"\bposts?\b.{0,30}\b(?:vacant|unfilled|empty)\b|\bvacan(?:cies|cy|t posts?)\b|\bhard to (?:recruit|fill|retain)\b|"
        r"\b(?:short of|lack|too few) (?:\w+ ){0,3}(?:staff|workers)\b|\btrain(?:s|ed|ing)?\b.{0,40}\b(?:staff|workforce)\b|"
        r"\b(?:staff|workforce|social workers)\b.{0,40}\btrain(?:ed|ing)\b|"
        r"\bworkforce\b.{0,60}\b(?:shortage|skills|training|development|plan|needs?)\b",
        named=r"\bworkforce (?:plan|strategy|development|needs|note|paper|survey|section)s?\b|\b(?:staffing|training|recruitment|workforce) (?:and \w+ )?(?:plan|strategy|needs)\b|\btraining needs\b",
    ),
    "11": _rule(
        r"\binvolv|\bparticipat|\bengag|\bco-?produc\w*|\bco-?design|\blived experience\b|\bliving experience\b|\bconsult|\bhaving a say\b|\bvoices?\b|\bhow we (?:asked|listened|heard|worked with|wrote)\b|\blisten(?:ing|ed)\b|\bwho (?:helped|shaped|took part|we (?:asked|spoke|talked|heard))\b|"
        r"\bhow (?:people|you|others|communities) (?:\w+ ){0,2}(?:shape|help|have been|were|can|took)|\bwhat (?:you|people) (?:told us|said)\b(?!.*\bneed)|\bkeeping the conversation\b|\bconversations?\b|\bwho (?:\w+ )?wrote (?:this|it|the plan)\b",
        r"\binvolv|\bexperience\b|\bengag|\bconsult|\bworkshops?\b|\bpanel\b|\bforum\b|\btake part\b|\btook part\b|\bpractitioners?\b|\bproviders?\b|\bco-?produc|\bfocus groups?\b|\bsurvey|\b(?:asked|heard|listened|spoke|talked|interviewed|met)\b|\bvoices?\b|\bpeople\b",
        {
            "lived-experience": _LIVED,
            "providers": _PROVIDERS,
            "how": r"\bpanels?\b|\bforums?\b|\bworkshops?\b|\bsurvey(?:s|ed)?\b|\bquestionnaire|\bgroups?\b|\bmeet|\bmet\b|\binterview|\bevents?\b|\bfocus group|\bcomment|\bevenings?\b|\bmornings?\b|\bconversations?\b|\btalks?\b|\btalked\b|\bsit on\b|\bseats?\b|\bsat\b|\bsessions?\b|\bvisits?\b|\bround tables?\b|\bnetwork\b|\bboard\b|\bread\b|\bonline\b|\bdesign day\b|\bheld\b|\breference group\b|\badvisory\b|\bpeer researchers?\b|\bworkbook\b|\bform\b|\bwalkabout",
            "when": r"\b(?:each|every|once|twice|monthly|quarterly|yearly|annual\w*|four times|three times|six times|six-weekly|bi-?monthly)\b|\b(?:19|20)\d\d\b|\b(?:spring|summer|autumn|winter)\b|\b(?:january|february|april|june|july|august|september|october|november|december)\b|\b(?:in|by|from|last|until|since) (?:may|march)\b|\bwhile the plan\b|\bthroughout\b|\bbefore (?:it|the|each|any)\b|\bat (?:each|every)\b",
        },
        told={"providers": _BODIES, "practitioners": _PRACTITIONERS},
        needed=4,
        away=4,
        enough=0,
        whole=True,
        strong=r"\b(?:were|was) (?:\w+ )?(?:interviewed|consulted|surveyed|invited to comment)\b|\btook part\b|\bl(?:ived|iving) experience\b.{0,80}\b(?:panel|group|forum|workshop|helped|involved|meet)|"
        r"\bconsult(?:ed|ation)s? (?:with |of )?(?:(?:our|the|over|more than|about) )?(?:\d|(?:local )?(?:people|residents|communit|victims|families|staff|partners|service users))|"
        r"\bfocus groups? (?:with|of|for)\b|\btook part in (?:\w+ ){0,3}(?:workshops?|conversations?|interviews?|groups?|surveys?|events?)\b|\b(?:providers?|practitioners?|front-?line (?:staff|workers))\b.{0,80}\b(?:workshops?|questionnaire|survey|forum|panel|met|meets?|took part)\b|"
        r"\b(?:we|partners|partnership|they) (?:have )?(?:also )?(?:asked|heard from|listened to|interviewed|surveyed|spoke (?:to|with)|met with)\b.{0,80}\b(?:people|residents|victims|families|staff|groups)\b",
        named=r"\b(?:involv\w+|engagement|participation|co-?production|lived experience|consultation)\b.{0,40}\b(?:plan|strategy|approach|panel|group|framework|forum)\b|\b(?:plan|strategy|approach|panel|group|framework|forum)\b.{0,30}\b(?:involv\w+|engagement|participation|lived experience)\b|\bhow and when\b",
    ),
    "12": _rule(
        r"\b(?:supporting|related|linked|associated|background|companion|accompanying|other|key) (?:documents?|papers|information|plans|reading|material)\b|\b(?:documents?|papers|plans|read)\b.{0,20}\b(?:with|alongside|beside|behind|go)\b|"
        r"\blinks? to\b|\breferences\b|\bfurther reading\b|\bbibliography\b|\bevidence base\b|\bsources\b",
        r"\bparticipation statement\b|\bimpact assessments?\b|\bneeds assessments?\b|\bEQIA\b|\bSNA\b",
    ),
    "13": _rule(
        r"\bevaluat|\bmonitor|\bmeasuring\b|\bhow (?:will |shall )?we(?:'ll|’ll| will| shall)? (?:know|tell|check|judge|measure|see|track)\b|\bperformance (?:management|framework|reporting|monitoring)?\b|\b(?:continuous|quality|learning and|evaluation and|ongoing|monitoring and) improvement\b|^improvement\b(?! plan)|\breport(?:ing)?(?: on)?(?: progress)?$|\breporting\b|"
        r"\b(?:check(?:ing)?|track(?:ing)?|follow(?:ing)?|keep(?:ing)?|judg(?:e|ing)|measure|measuring|review(?:ing)?) (?:\w+ )?(?:how|progress|our|track|score|success|an eye)\b|\bkeeping (?:score|track|count)\b|\bcheck(?:ing)? (?:that|whether|if)\b|"
        r"\bhow (?:we|are we|we are) (?:doing|getting on)\b|\bprogress reports?\b|\b(?:is|whether|did|has) it (?:is )?(?:work(?:ing|ed)?|made)\b|\blearning\b(?! (?:and|or) (?:work|employ|skills))|\bwere we right\b|\bself-?evaluation\b|\bwhat (?:difference|has changed)\b|\breviewing?\b|\b(?:telling|knowing) (?:whether|if|how)\b",
        r"\bevaluat|\b(?:yearly|annual|quarterly|progress) (?:progress )?(?:reports?|account)\b|\bprogress\b|\bindicators?\b|\bmonitor|\bmeasur|\breview|\bimprov|\bimpact\b|\bperformance\b|\bjudge|\bsuccess|\bwork(?:ing|ed)\b|\blearn|\bRAG\b|\bscor(?:e|ing)|\bself-?assess",
        {
            "outcomes": r"\boutcomes?\b|\bindicators?\b|\bmeasures\b|\btargets?\b|\bscorecard\b|^(?!.*\bimpacts?\b).*\b(?:results|data|figures|numbers)\b",
            "process": r"\bprocess(?:es)?\b|\bhow (?:well )?(?:the (?:work|plan|partnership|actions)|services|we|it|they|partners|things) (?:is|are|have|has|ran|run|worked|work|working)|\bself-?(?:evaluat|assess)|\bfidelity\b|\bwhat was done\b|\bdid what\b|\bdid we do\b|\bdeliver(?:ed)? what\b|\bhow (?:well |far )?(?:partners|we|agencies|services) (?:\w+ )?work\w*\b|\bwe do what\b|\bwork(?:ed|ing)? (?:well )?together\b|\bdone (?:what|as)\b|\bwhether (?:the )?(?:actions?|work)\b.{0,30}\b(?:done|carried out|ran|delivered|agreed)|\bpeer (?:review|visit)|\blook us over\b|\bdeliver(?:ed|y) (?:as|on time)|\baudit\b",
            "impact": r"\bimpacts?\b(?! assessment)|\bdifference\b|\bwhat (?:\w+ ){1,5}(?:changed|achieved|happened)\b|\bwhat changed\b|\bbetter off\b|\bcase stud|\bfollow(?:ed|ing|s|-up| up|) \w*\b.{0,40}\b(?:people|interview|year|sample)|\blives\b|\breoffend|\breconvict|\bstories\b|\blong(?:er)?[- ]term effect|\bcontribution\b|\beconomic\b",
        },
        needed=3,
        away=3,
        enough=0,
        strong=r"\b(?:publish|writ|produc|prepar)(?:es?|ing)? (?:an?|our|its|the) (?:yearly|annual) (?:progress )?report\b|\bevaluation (?:framework|plan|approach)\b.{0,60}\b(?:sets? out|covers?|looks?)\b|"
        r"\bprogress is reported\b|\bwill evaluate\b|\bwill be evaluated\b|\b(?:looks? at|checks?|reviews?|monitors?|tracks?) (?:the |our |its )?(?:(?:national|local) )?(?:indicators?|measures)\b|\bself-?(?:evaluation|assessment)\b|\bevaluat\w+.{0,80}\b(?:outcomes|process|impact)",
        named=r"\bevaluation\b|\bevaluat(?:e|ing) (?:the|this|our|outcomes|impact)\b|\b(?:monitoring|performance|reporting) (?:framework|approach|arrangements)\b",
    ),
}
