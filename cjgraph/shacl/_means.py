# ruff: noqa: E501, RUF001 - lists of words read best whole
"""Actions whose own words say that money, staff or time for them is lacking.

A caveat has three parts: a condition or an absence, what is needed, and its state. They have to
stand in one clause. What people who are helped do not have is no caveat: "a grant for those who
have no money" is left alone.
Source: Smart and Social Justice (2019), p. 28.
"""

from __future__ import annotations

import re
from typing import Final

from cjgraph.shacl._phrases import flatten

_MEANS: Final = (
    r"(?:funding|funds|funders?|monies|money|grants?|bids?|budgets?|staff(?:ing)?(?! (?:vetting|checks?|training|agreement|views|unions?))|"
    r"capacity|resourc(?:es?|ing)|finances?|posts|recruitment|sponsorship|cash)\b"
)
#: What is plainly the partners' own affair: nobody who is helped has a staffing.
_OWN: Final = r"(?:funding|budgets?|staffing|capacity|resourc(?:es|ing)|recruitment|bids?)\b"
#: A word of the same clause; money of those who are helped breaks it off.
_W: Final = r"(?!(?:benefits?|clothing|crisis|hardship|her|his|person's|people's|their|those|who|whose|people|prisoners?|famil(?:y|ies)|and|or|but|so|that|to)\b)[\w'’-]+ "
_BE: Final = (
    r"(?:is|are|be|been|being|becomes?|comes?|gets?|remains?|(?:has|have) been|can be|could be)"
)
_STATE: Final = r"(?:agreed|approved|available|awarded|confirmed|filled|forthcoming|found|granted|identified|in place|obtained|recruited|released|secured|set aside|successful|sufficient|adequate|there|won)\b"
_IF: Final = r"(?:if|unless|until|once|when|where|wherever|as soon as|as (?:long|far) as|so long as|should|provided|providing|assuming|as)(?: that)?"
#: A day follows: the means are expected then, which is a plan and no caveat.
_DATED: Final = r"(?! (?:in|on|by|from) (?:[0-9]|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter))"
_GETS: Final = r"(?:afford|agrees?|attracts?|finds?|found|gets?|has|have|identif(?:y|ies)|obtains?|receives?|raises?|recruit(?:ed|s)?|releases?|secures?|secured|wins?)"
_LACKED: Final = r"(?:afforded|covered|financed|funded|paid for|resourced|staffed)"

_CAVEATS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:subject to|(?<!people )(?<!those )(?<!who are )(?:dependent|depending|contingent|conditional) (?:up)?on|which (?:depends|relies) (?:up)?on|it depends (?:up)?on) (?:{_W}){{0,5}}?{_MEANS}",
        rf"\b(?:pending|awaiting|(?:still|currently|we are) (?:looking|searching|waiting|hoping) (?:for|on)) (?:(?:the )?(?:outcome|result|confirmation|decision|approval|news|award|release) (?:of|on) )?(?:{_W}){{0,3}}?"
        r"(?:funding|funds|money|budgets?|bids?|resources|recruitment|staffing)\b",
        rf"\b{_IF} (?:{_W}){{0,4}}?{_MEANS} (?:{_W}){{0,3}}?(?:allows?|permits?|succeeds?|comes? (?:in|through)\b|goes through\b|{_BE} (?:{_W}){{0,2}}?{_STATE}){_DATED}",
        rf"\b(?:if|unless|until|once|when|where|as long as|provided|assuming)(?: that)? there (?:is|are|will be) (?:ever |now |still )?(?:any|available|enough|spare|sufficient|the) (?:{_W}){{0,2}}?{_MEANS}",
        # "should resources become available", "should the money be there"
        rf"\bshould (?:{_W}){{0,4}}?{_MEANS} (?:allow|permit|(?:be|become|come|prove) (?:{_W}){{0,2}}?{_STATE}){_DATED}",
        rf"\b{_IF} (?:we|it|partners|the (?:board|council|health board|partnership|government)) (?:can |could |is able to |are able to |has |have )?{_GETS} (?:{_W}){{0,3}}?{_MEANS}{_DATED}",
        r"\b(?:funding|resources?|capacity|budgets?|staffing|finance|money)[ -](?:permitting|allowing|dependent)\b",
        r"\b(?:no|not|without|insufficient|lack of) (?:any |yet |enough |dedicated |identified |sufficient ){0,3}(?:funding|funded|resourced|staffing)\b",
        r"\b(?:no|without|insufficient) (?:dedicated|identified|confirmed|agreed|available) (?:resources?|funds|budget)\b",
        r"\bunfunded\b|\bunresourced\b|\bunstaffed (?:at present|at the moment|for now)\b",
        # Who lacks it is told, and it is the partners.
        rf"\b(?:there (?:is|are)|we have) (?:{_W}){{0,3}}?(?:no|little|not (?:yet )?(?:much|enough|the|any|sufficient)|insufficient|too (?:little|few)|a (?:lack|shortage) of) (?:{_W}){{0,2}}?{_MEANS}",
        rf"\b(?:we|partners|the (?:council|partnership|service)) (?:currently |still )?(?:lack|(?:do|does|can) ?n(?:o|['’])t (?:yet |currently |at present )?(?:have|afford|fund|resource|staff)) (?:{_W}){{0,3}}?{_MEANS}",
        rf"\bwe (?:can(?:no|['’])t|cannot) (?:currently |yet |at present )?(?:afford|fund|resource|staff) (?:it|this|that)\b|\bcan(?:no|['’])t (?:yet |currently |at present )?be {_LACKED}\b",
        rf"\b(?:no|insufficient) (?:{_W}){{0,2}}?(?:money|funds|{_OWN}|staff|posts) (?:is|are|has|have) (?:been |yet |currently |as yet |so far ){{0,3}}{_STATE}",
        rf"\b(?:money|funds?|posts|grant for (?:this|it)|{_OWN}) (?:{_W}){{0,3}}?(?:is |are |has |have |still |yet ){{0,3}}(?:not (?:yet |currently )?(?:been )?|(?:still |yet )?to be ){_STATE}",
        rf"\b(?:money|funds?|{_OWN}) (?:{_W}){{0,3}}?(?:is|are|remains?) (?:still |currently |as yet )?(?:in doubt|not certain|unclear|uncertain|unconfirmed|unknown|at risk|(?:(?:too|very) )?(?:limited|scarce|stretched|tight))\b",
    )
)


def lacking_means(text: str) -> str | None:
    """Return the words of an action that say that its means are lacking, or None.

    Args:
        text: The words of an action.

    >>> lacking_means("Open a drop-in at the court, if the money is there")
    'if the money is there'
    """
    flat = flatten(text)
    found = [match for caveat in _CAVEATS if (match := caveat.search(flat))]
    if not found:
        return None
    return min(found, key=lambda match: (match.start(), -match.end()))[0].strip()
