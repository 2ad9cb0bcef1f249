# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""What a body is, by the words that name or describe it."""

from __future__ import annotations

import re
from typing import Final

from .vocabulary import mentions, vocabulary

_JUSTICE_SOCIAL_WORK: Final = re.compile(
    r"\b(?:(?:community |criminal )?justice social work|C?JSWS?|CJSWS?|CJ social work|(?:criminal )?justice SW)\b",
    re.IGNORECASE,
)
#: The officer who serves the Partnership, and the team round that post: not all partners.
_OFFICER: Final = re.compile(
    r"^(?:the )?(?:\S+ ){0,3}?(?:(?:community justice|CJP?|CJOIP|partnership)(?: partnership)? (?:lead|co-?ordinator|manager|(?:lead|development|planning|support|policy|project) (?:officer|manager|co-?ordinator)|officer|team|support team)|(?:partnership )?co-?ordinator)$",
    re.IGNORECASE,
)
#: How names of voluntary bodies end, or what marks them as such.
_VOLUNTARY: Final = re.compile(
    r"\b(?:Trust|Aid|Foundation|Charity|Charities|Fellowship|Volunteers|Voluntary Action|CIC|C\.I\.C\.|SCIO|Credit Union|Society|Hospice|"
    r"Citizens['’]? (?:Advice|Bureau)|Advice Bureau|Mediation|Befriend\w*|Church|Kirk|Salvation Army|Samaritans|Food ?[Bb]ank|Pantry|"
    r"Recovery (?:Community|Caf[eé]|Network|Cafe)|Mentors|Women['’]?s (?:Space|Centre)|(?:Housing|Tenants['’]?|Residents['’]?|Community|Family|Families|Development|Football|Boxing) (?:Association|Assoc\.?|Co-?op(?:erative)?)|"
    r"Social Enterprise|Men['’]?s Shed)\.?(?=$|[ ,(])"
)
#: Bodies that look voluntary by their endings and are not.
_NOT_VOLUNTARY: Final = re.compile(
    r"\bNHS\b|\bLeisure\b|\bSports? Trust\b|\bCouncil\b(?! (?:for|of) Voluntary)|\bCommunity Councils?\b|\bLegal Aid\b|\bBuilding Society\b|\bLaw Society\b|\bFirst Aid\b",
    re.IGNORECASE,
)
#: A landlord by its name: "Kingdom Housing", "Eildon Homes", "Osprey Housing Group".
_LANDLORD: Final = re.compile(
    r"^(?:[Tt]he )?(?P<name>[A-Z][a-z][\w'’-]*(?: (?:and |& |of |the )?[A-Z][a-z][\w'’-]*){0,3}) (?:Housing(?: (?:Group|Ltd|Limited|Society))?|Homes(?: Group)?)$"
)
#: Words before "Housing" that name a sort of housing or a part of a body, and no landlord.
_NOT_LANDLORD: Final = re.compile(
    r"\b(?:council|comhairle|strategic|supported|social|sheltered|specialist|temporary|interim|private|public|affordable|local|rural|island|national|scottish|community|communities|homeless\w*|head|director|"
    r"managers?|officers?|leads?|leader|chief|senior|principal|assistant|executive|services?|teams?|unit|justice|education|health|care|safer|emergency|rapid|older|youth|young|children|property|place|places|"
    r"neighbourhoods?|environment\w*|econom\w*|corporate|regulatory|area|tenancy|new|our|city|planning|welfare|advice|support|customer|capital|development|employability|prison|partners?|partnership|"
    r"care|nursing|foster|residential|children['’]?s|stable|settled|secure|safe|warm|good|better|more|empty|leisure|social work|wellbeing|inclusion|finance|technical|building|repairs)\b",
    re.IGNORECASE,
)
_KINDS: Final = tuple(
    (category, re.compile(pattern, re.IGNORECASE))
    for category, pattern in (
        (
            "other",
            r"\barm['’]?s[ -]length\b|\bALEO\b|\bprivate (?:company|firm|contractor|sector)\b|\bbusiness(?:es)?\b|\bcollege\b|\buniversit|\bemployers?['’]?\b|\bhousing company\b",
        ),
        (
            "third_sector",
            r"\bthird[ -]sector\b|\b3rd sector\b|\bvoluntary\b|\bvolunteers?\b|\bcharit(?:y|ies|able)\b|\bsocial enterprises?\b|\bnot[ -](?:for|-for-)[ -]?profit\b|"
            r"\bcommunity interest\b|\bcredit union\b|\bco-?operative\b|\b(?:community|development) trust\b|\bcommunity(?:[ -](?:led|run|owned|based))? (?:group|organisation|body|enterprise)\b|"
            r"\bhousing association\b|\bcitizens['’]? advice\b|\bmutual aid\b|\bSCIO\b|\bCIC\b|\bself[ -]help\b|\bpeer[ -]led\b",
        ),
        (
            "local_authority",
            r"\b(?:the |our )?council['’]s\b|\bpart of (?:the |\w+ )?council\b|\b(?:the |\w+ )council (?:team|service|department|unit|section|staff|officers?|employees?)\b|\bcouncil (?:service|team)\b|"
            r"\bemployed by the council\b|\bby the council\b|\bstatutory.{0,20}\bcouncil\b|^council\b|\bin the council\b",
        ),
    )
)
#: Units of a council, in whatever words; only where nothing else tells what a body is.
_COUNCIL_UNIT: Final = re.compile(
    r"\b(?:roads?|parks?|greenspace|grounds|libraries|library|museums?|homes|neighbourhoods?|tenancy|lettings|communications|comms|HR|human resources|legal|finance|procurement|"
    r"economic development|property|estates|registrars?|information governance|youth (?:work|services?)|community learning|learning(?: team| service)?|schools?|adult (?:learning|literacy)|literac(?:y|ies)|money advice|"
    r"welfare|unpaid work|payback|diversion(?: team| service| scheme)?|community (?:development|engagement|empowerment|wardens)|waste|environment(?:al)?|licensing|resilience|planning and performance|policy|"
    r"performance and improvement|children|social care|cleansing|fleet|digital|IT|ICT|customer services?|business support|regeneration|throughcare team|bail (?:team|service|supervision|support)|no one left behind|fieldwork|court team|roads depot|depot|elected members?|councillors?)\b",
    re.IGNORECASE,
)
#: Words of names that are neither voluntary nor public bodies, and of posts and groups.
_OTHER: Final = re.compile(
    r"\b(?:colleges?|universit\w+|academy|institute|leisure|business(?:es)?|enterprise company|gateway|chamber|ltd|limited|plc|inc|company|compan(?:y|ies)|contractors?|associates|consult\w+|commission(?:er)?|inspectorate|"
    r"agency|authority|ombudsman|judiciary|sheriffs?|employers?|landlords?|solicitors?|partnership|committee|council|group|board|panel|team|unit|network of|managers?|officers?|leads?|head|director|coordinator|co-ordinator|"
    r"chief|convener|chair|adviser|clerk|inspector|sergeant|all|various|ongoing|partners?|internal|external|none|widgets|judges?|court|widely|staff|services$|dr|mr|mrs|ms|prof)\b",
    re.IGNORECASE,
)
_POSTS: Final = tuple(
    (category, re.compile(pattern, re.IGNORECASE))
    for category, pattern in (
        (
            "police",
            r"\b(?:area|divisional|local) commander\b|\bchief (?:inspector|superintendent)\b|\b(?:custody|duty|community) sergeant\b|\bsuperintendent\b|\bcommunity (?:policing|officers)\b|\bconstable\b|\bpolic(?:e|ing)\b",
        ),
        (
            "fire_and_rescue",
            r"\b(?:station|group|watch) commander\b|\blocal senior officer\b|\bfire (?:crews?|station|service|officers?)\b",
        ),
        (
            "scottish_ministers",
            r"\bgovernor\b|\bfiscal\b|\bPF\b|\bprisons?\b|\bHMP\b|\bcrown\b",
        ),
        ("scts", r"\bsheriff clerk|\bclerk of court\b|\bcourt (?:staff|manager|clerk)"),
        (
            "health_board",
            r"\bGPs?\b|\bnurs(?:e|es|ing)\b|\bpharmac|\bhospital|\bhealth (?:improvement|promotion|visitors?|centre)\b|\bpublic health\b|\bsexual health\b|\bpsycholog|\bforensic\b|\bdental\b|\bmidwi",
        ),
        (
            "integration_joint_board",
            r"\b(?:drug|alcohol|addictions?|substance use|recovery) (?:and alcohol )?(?:service|team)s?\b|\bcommunity mental health\b|\bhealth and care\b",
        ),
        (
            "local_authority",
            r"\b(?:housing|homelessness|education|social work|employability|service|team|welfare rights) (?:manager|officers?|lead|adviser|advisers|team)\b|\bhead teachers?\b|\bhead of (?:justice|housing|education|children)|\bchief executive\b|\bjustice (?:service|services|social|team|manager)\b",
        ),
    )
)
#: Groups that the partners sit in together.
_TOGETHER: Final = re.compile(
    r"^(?:the )?(?!.*\b(?:council|forum|chamber|protection|planning|chief officers|recovery|support|residents|tenants|user|carers|women)\b)(?:[A-Z][\w'’-]* |of |and |& |to |\d+ )*(?:(?:sub|working|task|delivery|steering|tasking|doing|theme|thematic|operational|strategic|short[ -]life)[ -]?)?(?:Group|group|Board|Sub-?group|sub-?group|Task ?[Ff]orce)s?$"
)


def known_kind(name: str) -> str | None:
    """Return the category that the vocabulary gives a name, or None.

    Names of local voluntary bodies are not in it; "Kirk and Community Trust" gives None.
    """
    if is_justice_social_work(name):
        return "local_authority"
    hits = mentions(name, vocabulary().categories)
    return hits[0][2].code if hits else None


def kind_of(words: str) -> str | None:
    """Return the category that a description stands for: "a local charity" is third sector.

    Args:
        words: What a plan says of a body, or the cell of a column "Sector".

    Returns:
        None where the words tell nothing.
    """
    if is_justice_social_work(words):
        return "local_authority"
    for category, pattern in _KINDS:
        if pattern.search(words):
            return category
    hits = [hit for hit in mentions(words, vocabulary().categories) if hit[2].code != "other"]
    # "Works with the Council and NHS Fife" tells of friends, not of what a body is.
    found = {term.code for _, _, term in hits}
    return found.pop() if len(found) == 1 else None


def kind_by_form(name: str) -> str | None:
    """Return the category that the form of a name suggests, where no list has it.

    >>> kind_by_form("The Hestay Development Trust"), kind_by_form("Sullom Roads Depot")
    ('third_sector', 'local_authority')
    """
    if is_officer(name):
        return "other"
    if is_voluntary(name):
        return "third_sector"
    for category, pattern in _POSTS:
        if pattern.search(name):
            return category
    if _COUNCIL_UNIT.search(name):
        return "local_authority"
    return "partnership_collective" if _TOGETHER.match(name) else None


def is_justice_social_work(name: str) -> bool:
    """Tell whether a name means justice social work, by its old names and short forms too."""
    return bool(_JUSTICE_SOCIAL_WORK.search(name))


def is_voluntary(name: str) -> bool:
    """Tell whether a name ends or reads as those of voluntary bodies do."""
    return bool(_VOLUNTARY.search(name)) and not _NOT_VOLUNTARY.search(name)


def landlord(name: str) -> str:
    """Return the own name of a social landlord, or nothing where a name is not formed so.

    A council's housing service is called by the name of its area, which is for others to tell.

    >>> landlord("Kingdom Housing"), landlord("Strategic Housing"), landlord("Council Housing")
    ('Kingdom', '', '')
    """
    match = _LANDLORD.match(name.strip())
    return "" if match is None or _NOT_LANDLORD.search(match["name"]) else match["name"]


def is_other(name: str) -> bool:
    """Tell whether a name has a word of posts, groups, companies or colleges in it."""
    return bool(_OTHER.search(name))


def is_officer(name: str) -> bool:
    """Tell whether a name is that of the post or team that serves the Partnership."""
    return bool(_OFFICER.match(name.strip()))
