# ruff: noqa: E501 - patterns read best on one line
"""How documents that are no local plan show what they are: by their titles and by marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

KindCode = Literal[
    "plan",
    "annual_report",
    "national_document",
    "guidance",
    "consultation_response",
    "evidence_review",
    "leaflet",
    "minutes",
    "job_advert",
    "service_directory",
    "article",
    "committee_report",
    "needs_assessment",
    "impact_assessment",
    "survey",
    "other_plan",
    "other",
]


@dataclass(frozen=True, slots=True)
class OtherKind:
    """How another kind of document shows itself.

    Args:
        title: What its title or first lines say.
        marks: What else is found in it; each counts once.
        least: How many marks make up for a title.
        sure: Points for such a title; more where nothing else is called so.
    """

    code: KindCode
    words: str
    title: re.Pattern[str]
    marks: tuple[re.Pattern[str], ...]
    least: int = 3
    sure: int = 4


def _other(
    code: KindCode, words: str, title: str, marks: str, least: int = 3, sure: int = 4
) -> OtherKind:
    found = tuple(re.compile(mark.strip(), re.I | re.M) for mark in marks.strip().split("\n"))
    return OtherKind(code, words, re.compile(title, re.IGNORECASE), found, least, sure)


OTHER_KINDS: Final = (
    _other(
        "annual_report",
        "an annual report",
        r"\bannual (?:performance |progress |activity |outcome )*report\b|\b(?:annual|yearly|end of year) (?:review|return)\b|\byear in review\b|"
        r"\b(?:progress|performance|end of year|year-end|outcome activity) report\b|\breport on (?:progress|our progress|the (?:first|second|third|fourth|last) year)\b",
        r"""
        \bthis (?:annual )?report (?:covers|sets out|describes|tells|shows|looks back)\b
        \b(?:during|over|in) (?:the )?(?:reporting (?:year|period)|past year|last year|year under review)\b
        \bwhat (?:we|partners) (?:did|have done|achieved)\b
        \bprogress (?:made|in the year|this year|to date)\b
        \bsection 2[34]\b|\bs\.? ?2[34] of the act\b
        """,
        4,
        8,
    ),
    _other(
        "minutes",
        "the minutes of a meeting",
        r"^\W*(?:draft |approved )*(?:minutes?|notes? of (?:the |a )?(?:\w+ ){0,4}meeting|action (?:note|log)|agenda)\b|\bminutes? of (?:the |a )?(?:\w+ ){0,6}meeting\b",
        r"""
        ^\W*(?:members? |also )?(?:present|attendees?|in attendance|sederunt)\b\W*:?
        ^\W*(?:\d+\W+)?apologies\b
        ^\W*(?:\d+\W+)?(?:matters arising|declarations? of interest|minutes? of (?:the )?(?:last|previous) meeting|previous minutes?)\b
        ^\W*(?:\d+\W+)?(?:any other (?:competent )?business|a\.?o\.?c?\.?b\.?)\b
        ^\W*(?:\d+\W+)?(?:date|time) (?:and (?:time|venue|place) )?of (?:the )?next meeting\b
        \bthe (?:chair|convener) (?:welcomed|thanked|opened|closed)\b
        \b(?:members|the group|the board|the committee) (?:noted|agreed|approved|discussed)\b
        """,
        4,
        6,
    ),
    _other(
        "job_advert",
        "an advertisement for a job",
        r"^\W*(?:job (?:description|advert\w*|vacancy|pack)|vacancy|person specification|we are (?:recruiting|hiring)|job title)\b",
        r"""
        \bclosing date\b
        \bsalary\b|\bper (?:annum|hour)\b|\bgrade [A-Z0-9]{1,3}\b|£\d\d,\d{3}\s*(?:-|to|\u2013)\s*£\d\d,\d{3}
        \b(?:hours? per week|full[- ]time|part[- ]time|fixed[- ]term|permanent (?:post|contract))\b
        \b(?:person specification|essential (?:criteria|skills)|desirable)\b
        \bPVG\b|\bdisclosure scotland\b
        \b(?:to apply|how to apply|apply (?:online|now|by)|application form|interviews? (?:will|are))\b
        \b(?:the|this) (?:post|postholder|successful (?:candidate|applicant)|role is|vacancy)\b
        """,
        4,
        6,
    ),
    _other(
        "consultation_response",
        "a response to a consultation",
        r"\b(?:response|respon(?:ds|ding)|submission|input|reply) (?:to|from|on)\b.{0,60}\b(?:consultation|call for (?:views|evidence)|inquiry|bill)\b|\bconsultation (?:\w+ )?(?:response|input|submission|reply)\b|"
        r"\b(?:written evidence|call for (?:views|evidence))\b|\brespondent information\b",
        r"""
        \b(?:our|this|the following) (?:response|submission)\b
        \b(?:in )?response to (?:the|this|your|a|following|these) .{0,40}(?:consultation|questions?|draft)\b
        ^\W*(?:question|q)\.? ?\d{1,2}\b
        \bdo you (?:agree|think|support|have any)\b|\bwhat (?:is|are) your (?:views?|vision|comments?)\b
        \bwe (?:welcome|agree|disagree|would (?:like|welcome|urge|suggest|recommend)|recommend|strongly|feel|believe|are (?:concerned|disappointed))\b
        \b(?:the )?(?:consultation|proposed|proposals?|draft (?:framework|strategy|bill))\b
        """,
        5,
        6,
    ),
    _other(
        "evidence_review",
        "a review of evidence",
        r"\b(?:literature|evidence|rapid|systematic|scoping|research) (?:evidence )?reviews?\b|\breview of (?:the )?(?:evidence|literature|research)\b|\bwhat works\b.{0,60}\b(?:evidence|research|review)|"
        r"\b(?:evaluation|study|survey|research|findings) (?:of|on|into|report|paper|briefing)\b|\bresearch (?:report|paper|findings)\b|\bmeta-analysis\b",
        r"""
        ^\W*(?:\d[\d.]*\W+)?(?:abstract|methods?|methodology|search strategy|limitations|references|bibliography)\W*$
        \b(?:inclusion|exclusion|search) (?:criteria|terms)\b|\bdatabases? (?:searched|were)\b
        \b(?:studies|papers|articles|trials) (?:were|found|show\w*|report\w*|suggest\w*|included|identified)\b
        \b(?:randomi[sz]ed|quasi-experimental|meta-analys[ie]s|effect size|confidence interval|control group|sample size)\b
        \b[A-Z][a-z]+ (?:et al\.?|and [A-Z][a-z]+),? \(?(?:19|20)\d\d\b
        \bevidence (?:suggests|shows|is (?:mixed|weak|strong|limited)|indicates)\b
        """,
        4,
    ),
    _other(
        "service_directory",
        "a directory of services",
        r"\b(?:directory|guide|list|map) (?:of|to) (?:\w+ ){0,4}(?:services?|support|organisations?|help)\b|\bservices? (?:directory|guide|finder)\b|\bdirectory\b|\bwho can help\b",
        r"""
        \bopening (?:hours|times)\b|\bopen (?:mon|tue|wed|thu|fri|daily)\w*|\bmon(?:day)?\s?(?:-|to|\u2013)\s?(?:fri|thu)
        \b(?:how to (?:refer|access)|self[- ]referr\w+|referrals? (?:route|form|by|from|can|are)|to refer)\b
        \b(?:who it is for|who (?:we|they) help|eligibility|what (?:it|they|we) offers?)\b
        \b(?:drop[- ]in|by appointment|free of charge|wheelchair access)\b
        \b(?:tel|telephone|phone|freephone|e-?mail|website|address)\W*:
        """,
        4,
    ),
    _other(
        "leaflet",
        "a leaflet for people who use services",
        r"\b(?:leaflet|flyer|information for (?:people|families|victims)|a guide for (?:people|families|you)|know your rights|your (?:rights|order|sentence)|what happens (?:when|if|next|at))\b",
        r"""
        \bif you (?:are|have|need|want|do not|don't|miss|cannot|can't)\b
        \byou (?:can|will|may|must|should|do not|don't) \w+
        \b(?:call|phone|ring|text|e-?mail|visit|contact) (?:us|your|the|our)\b
        \byour (?:supervising|social|support|case|key|unpaid work|home|family|solicitor|order)\b
        \b(?:what (?:is|happens)|who can|how (?:do|can) i|where (?:do|can) i|can i|do i have to)\b.{0,60}\?
        """,
        5,
    ),
    _other(
        "guidance",
        "guidance",
        r"\b(?:guidance|toolkit|handbook|how[- ]to guide|practice guide|good practice|training (?:pack|manual)|self[- ]evaluation|quality (?:framework|indicators)|briefing|explanatory notes?|code of practice|template)\b",
        r"""
        \b(?:this|the) (?:guidance|guide|toolkit|handbook|framework|model|template|briefing|resource)\b
        \b(?:local )?partnerships (?:should|must|may|can|are (?:expected|encouraged|asked|required)|will (?:need|want|wish))\b
        \b(?:local |community justice |statutory )?partners (?:should|must|may wish|need to|are (?:expected|required|encouraged))\b
        \b(?:you|users|readers) (?:should|may wish|can use|will find)\b
        \b(?:each|every|your) (?:local )?partnership\b
        \b(?:step|stage|tip|checklist|question)s? (?:\d|one|two|to consider|to ask)\b
        """,
        4,
    ),
    _other(
        "national_document",
        "a national strategy or framework",
        r"\bnational (?:strategy|framework|performance framework|outcomes|priorities|plan|policy)\b|\bscotland(?:'s|\u2019s)\b.{0,60}\b(?:strategy|plan|framework|vision)\b|\b(?:strategy|vision|framework|plan|model|justice) (?:for|in|across) (?:\w+ ){0,4}scotland\b|"
        r"^\W*(?:the )?scottish (?:government|ministers|parliament)\b|^\W*community justice scotland\b|\bframework for (?:action|community justice)\b|\bframework for\b|\b(?:strategic )?commissioning (?:framework|model)\b|\bpolicy (?:paper|statement|memorandum)\b",
        r"""
        \blocal partnerships\b|\bcommunity justice partnerships\b|\b(?:30|thirty|all|across) (?:local |community justice )*partnerships\b
        \b(?:across|throughout|in all parts of) scotland\b|\bnationally\b|\bat (?:a )?national level\b
        \b(?:scottish government|scottish ministers|ministers|community justice scotland) (?:will|have|has|are|is|intends?)\b
        \b32 (?:local authorities|councils)\b|\bevery local authority\b
        \bthis (?:national )?(?:strategy|framework|model|vision)\b
        """,
        4,
    ),
    _other(
        "article",
        "an article",
        r"\b(?:blog|news(?:letter)?|press release|opinion|article|(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:ways|things|reasons|lessons)|speech|interview with|posted (?:on|by))\b",
        r"""
        \b(?:in )?this (?:article|blog|post|piece|paper|discussion paper)\b
        \b(?:read more|posted (?:on|by)|published by|share this|further reading|resources page)\b
        \bI (?:met|read|spoke|learn\w+|thought|know|knew|think|believe|asked|went|was)\b
        \bwe (?:welcome|highlighted|surveyed|feel|believe|think|understood|published)\b
        \b(?:our|its) (?:members|response|briefing|view)\b
        \blocal (?:community justice )?partnerships\b|\bscotland['\u2019]s (?:30 )?(?:community justice )?partnerships\b
        """,
        3,
    ),
    _other(
        "committee_report",
        "a report to a committee about a plan",
        r"^\W*(?:report|paper) (?:to|for|by)\b|\b(?:committee|board|cabinet|council) (?:report|paper)\b|^\W*agenda item\b",
        r"""
        ^\W*(?:\d[\d.]*\W+)?(?:purpose(?: of (?:the |this )?report)?|recommendations?|background(?: papers?)?|main (?:report|points|issues)|conclusions?)\W*$
        \bit is recommended that\b|\bthe (?:committee|board|council|cabinet) is (?:asked|invited|recommended) to\b
        ^\W*(?:\d[\d.]*\W+)?(?:financial|legal|resource|policy|equalit\w+|risk|staffing)?\s?implications\b
        \bthis report (?:asks|seeks|provides|presents|sets out|informs|advises|updates)\b
        \b(?:background papers|report author|approved by|report by|appendices)\b
        """,
        4,
        6,
    ),
    _other(
        "needs_assessment",
        "an assessment of needs, which informs a plan",
        r"\b(?:needs|strategic|strengths) (?:and strengths? |needs )?assessment\b|\barea profile\b|\bdata (?:profile|report|pack)\b",
        r"""
        \bthis (?:needs |strategic |strengths )*(?:assessment|profile)\b
        \b(?:sources? of (?:the )?data|where the data come|data (?:sources|limitations|gaps))\b
        \b(?:to|will) inform (?:the|our|a) (?:next |new )?(?:plan|priorit\w+|CJOIP)\b
        \b(?:per cent|percent)\b|\d ?%
        """,
        4,
        6,
    ),
    _other(
        "impact_assessment",
        "an assessment of impact",
        r"\b(?:equalit\w+|human rights|data protection|integrated|environmental|fairer scotland)\b.{0,40}\bassessment\b|\bEQIA\b|\bEQHRIA\b",
        r"""
        \bprotected characteristics?\b
        \b(?:positive|negative|neutral|differential|adverse) impacts?\b
        \b(?:public sector equality duty|equality act|fairer scotland duty)\b
        \b(?:mitigat\w+|screening)\b
        """,
        4,
        6,
    ),
    _other(
        "survey",
        "a questionnaire",
        r"\b(?:have your say|questionnaire|survey form|tell us what you think|your views)\b",
        r"""
        ^\W*(?:question|q)?\.? ?\d{1,2}[.:)]? .{5,120}\?\W*$
        \b(?:strongly agree|neither agree nor disagree|strongly disagree|please tick|tick (?:one|all))\b
        \b(?:your (?:answers?|views|comments) (?:will|are|help)|thank you for taking part|survey closes)\b
        """,
        3,
        5,
    ),
)
