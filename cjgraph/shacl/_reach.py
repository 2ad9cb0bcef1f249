# ruff: noqa: E501, RUF001 - lists of words read best whole
"""Actions that ask for more than partners can bring about, and why.

What is for Parliaments, governments and courts to decide, what no one can promise of people,
and what takes many years. A partnership may ask, advise or answer a consultation on any of
them: the words have to say that it will do the thing itself.
Source: Smart and Social Justice (2019), p. 32.
"""

from __future__ import annotations

import re
from typing import Final

from cjgraph.shacl._phrases import WHO, flatten

#: The partners themselves will do what follows.
_OPENS: Final = rf"^{WHO}(?:(?:aim|seek|strive|work|plan) (?:to|towards?) )?"
_CRIME: Final = r"(?:crime|offending|re-?offending|re-?convictions?|drug (?:use|deaths)|addiction|poverty|violence|domestic abuse|inequality)"
_ILLS: Final = (
    rf"(?:{_CRIME}|homelessness|unemployment|deaths|suicides?|self-harm|victims|stigma|remand)"
)
#: Words of one clause, and few of them.
_W: Final = r"(?!(?:and|but|so|which)\b)[\w'’%-]+ "
#: The thing itself and not a leaflet or a talk on it.
_ITSELF: Final = r"(?=$|[,.;:)]| (?:[0-9]{4}|across|after|among|and|at|for|from|in|locally|nationally|of|on|so|throughout|to|until|when|within|law|laws|levels?|payments?|rates?|regime|regulations|rules|system)\b)"
#: A title in capitals, as Acts have; small words may stand between.
_ACT: Final = r"(?-i:(?:(?:[A-Z][\w'’]*|\([A-Z][a-z]+\)|of|and|from|to|with|for|in|etc\.?),? ){1,10}(?:Act|Bill|Order|Regulations))\b"
_CHANGES: Final = r"(?:abolish|amend|change|end|freeze|lift|overhaul|overturn|reform|remove|repeal|replace|reverse|revoke|rewrite|scrap|undo)"
_SETS: Final = rf"(?:{_CHANGES}|bring back|cut|double|extend|halve|increase|introduce|lower|raise|reduce|reintroduce|set|uprate)"
_SPAN: Final = (
    r"(?:(?:within|in|over|inside) (?:the )?(?:next |first |coming )?(?:a |an |one |two |three |four |five |six |seven |eight |nine |ten |eleven |twelve |[1-9] |1[0-2] |few |several |a few |a couple of )?(?:days?|weeks?|months?)|"
    r"by (?:next|the end of (?:the|this|next)) (?:week|month)|overnight)\b"
)
_GENERATION: Final = (
    rf"(?:(?:(?:rates? of |levels? of |all )?{_CRIME}|homelessness|deprivation|(?:the )?prison population)\b|(?:child|health|social) (?:poverty|inequalit(?:y|ies))|inequalities|life expectancy|poverty gap|"
    r"(?:the )?gap in (?:attainment|health|income|life expectancy|outcomes|pay|wealth)\b|culture of (?:the |our )?(?:area|communit(?:y|ies)|society)|(?:public|people's|society's|community) (?:attitudes?|opinion|views?)\b(?! (?:panels?|polls?|research|surveys?)\b)|"
    r"attitudes of (?:the |our )?(?:whole )?(?:public|communit(?:y|ies)|society))"
)
_PROMISE: Final = (
    r"\b(?:ensure|guarantee|make (?:sure|certain)|see to it|secure|achieve)(?: that)? "
)
_ALL: Final = r"(?:everyone|everybody|(?:all|every|each) (?:[\w'’-]+ ){0,2}(?:person|people|man|woman|men|women|prisoners?|leavers?|those)|all(?: of)? those|(?:100 ?%|100 per ?cent|all) of)\b"
_NOBODY: Final = r"(?:nobody|no[ -]one|none(?: of)?|no (?:[\w'’-]+ ){0,2}(?:person|people|man|woman|men|women|child|prisoners?|leavers?))\b"
_WORK: Final = r"(?:job|jobs|employment|paid work)(?: for (?:life|good|ever))?(?=$|[,.;]| (?:after|on|in|within|by|when|and|for)\b)"
_FALLS: Final = (
    r"(?<!who )(?<!that )(?:(?:ever )?(?:re-?offends?|offends?|commits? (?:a |an |any |another )?(?:further )?(?:crimes?|offences?)|breach(?:es)?|relapses?)|"
    r"(?:ever )?(?:goes|go|comes?|returns?|is sent|ends up) (?:back )?(?:(?:in)?to (?:prison|custody|jail|crime|court)|in (?:prison|custody))|(?:ever )?(?:goes|go) back(?: inside)?(?=$|[,.;])|"
    r"(?:becomes?|is made|ends up|is left|is ever) homeless|(?:ever )?(?:dies|die|is (?:ever )?harmed)|is ever remanded)\b"
)

#: Words that ask for more than partners can bring about, and why.
_BEYOND: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), why)
    for pattern, why in (
        (
            rf"\b(?:change|reform|amend|rewrite|repeal|overhaul|tighten|relax) (?:the |uk |scottish |scotland's |national ){{0,2}}(?:(?:sentencing|criminal|bail|drugs?|immigration) )?(?:laws?|legislation|sentencing guidelines|act)\b{_ITSELF}|"
            rf"{_OPENS}(?:{_CHANGES}) (?:the )?{_ACT}{_ITSELF}|"
            rf"{_OPENS}(?:{_SETS}|bring in|make|pass|enact) (?:a |the |new |stricter |tougher |fairer |better ){{1,3}}(?:[\w-]+ ){{0,2}}(?:laws?|legislation|statute)\b{_ITSELF}|"
            rf"{_OPENS}(?:decriminali[sz]e|legali[sz]e|criminali[sz]e|outlaw)\b|"
            rf"{_OPENS}make (?:(?!(?:are|is|that|what|who)\b){_W}){{1,7}}(?:legal|illegal|lawful|unlawful|(?:a|an) (?:crime|offence|criminal offence))(?=$|[,.;]| (?:for|in|across|throughout)\b)|"
            rf"{_OPENS}{_SETS} (?:the )?(?:higher |longer |lower |shorter )?(?:minimum )?(?:age of (?:criminal responsibility|consent|majority)|(?:voting|drinking|school leaving) age|(?:legal )?(?:drink-driv(?:e|ing)|drug-driv(?:e|ing)|alcohol) limit|"
            rf"(?:automatic )?early release|death penalty|not proven verdict|presumption against short (?:prison )?sentences|maximum sentences?|minimum sentences?)\b{_ITSELF}",
            "laws are made by the Parliaments",
        ),
        (
            r"\b(?:raise|increase|change|lower|set|uprate) (?:the )?(?:(?:rates?|levels?|amounts?) of (?:uk )?(?:universal credit|benefits?|jobseeker's allowance)|(?:uk )?(?:universal credit|(?:welfare )?benefit) (?:rates?|levels?|payments?))\b|"
            rf"\b(?:abolish|scrap|end|remove|lift) (?:the )?(?:two-child limit|benefits? cap|benefits? sanctions|universal credit)\b{_ITSELF}|"
            rf"{_OPENS}{_SETS} (?:the )?(?:uk |national |statutory |scottish |current ){{0,2}}(?:minimum wage|national living wage|income tax|inheritance tax|vat|national insurance|state pension|(?:child|housing|sickness|disability) benefit|"
            rf"personal independence payment|scottish child payment|two-child (?:limit|cap|rule)(?: (?:on|in|for) benefits?)?|bedroom tax|benefits? (?:cap|freeze|sanctions?)|universal credit(?: sanctions?)?|minimum unit price(?: of alcohol)?)\b{_ITSELF}",
            "wages, taxes and benefits are set by the governments",
        ),
        (
            r"\b(?:ensure|require|make|instruct|direct|order|compel|stop|prevent|oblige) (?:that )?(?:all |every |the |our |local |both ){0,2}(?:sheriffs?|judges?|courts?|justices of the peace|the bench|parole board|fiscals?|procurators? fiscal|crown office|lord advocate)(?: to| from| will| must| always| never| only)? "
            r"(?:impos|sentenc|grant|pass|remand|jail|imprison|releas|acquit|convict|hand|prosecut|never|always|choos|decid|send|stop|us(?:e|ing) (?:bail|community|fewer|more|less|custod|prison|short|remand|diver))|"
            rf"{_OPENS}(?:dictate to|direct|instruct|tell) (?:the )?(?:sheriffs?|judges?|courts?|fiscals?|procurators? fiscal) (?:what|which|how) (?:{_W}){{0,5}}?(?:decide|impose|pass|prosecute|rule|sentence)\b|"
            rf"{_OPENS}(?:decide|choose|determine|dictate) (?:which|what|whether|when|how) (?:{_W}){{0,3}}(?:the )?(?:sheriffs?|judges?|courts?|fiscals?|procurators? fiscal|crown office|parole board) (?:brings?|drops?|grants?|hears?|imposes?|pass(?:es)?|prosecutes?|releases?|sees?|sends?|takes?)\b",
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
            rf"\b(?:bring|cut|drive|get|lower|push|reduce) (?:(?:all|the|local|number of|rates?|levels?|of|rate of) ){{0,4}}(?:[\w'’-]+ )?{_ILLS} (?:{_W}){{0,4}}?(?:down )?to (?:zero|nil|nothing|0)\b|"
            r"\b(?:nobody|no one|no-one|none of them)\b[^.;]{0,60}\b(?:ever )?(?:re-?offends?|offends? again|commits? (?:a |any )?(?:crime|offence)s?)\b|"
            r"\b(?:everyone|everybody|all people|every person)\b[^.;]{0,60}\b(?:never|stops?|ceases?)(?: to)? (?:re-?offend\w*|offend\w*|commit\w*)|"
            rf"{_PROMISE}{_NOBODY} (?:(?!without\b){_W}){{0,10}}?{_FALLS}(?![^.;]{{0,60}}\bwithout\b)|"
            rf"{_PROMISE}{_ALL} (?:{_W}){{0,10}}?(?:(?:finds?|gets?|gains?|has|have|keeps?|holds?)(?: and (?:gets?|keeps?|holds?|stays? in))? (?:a |an |paid |secure |lasting |steady |their |good ){{0,3}}{_WORK}|finds? work\b|"
            r"(?:gives? up|quits?|stops?|ceases?|never) (?:to )?(?:using |taking )?(?:drinking|drugs|drug use|alcohol|crime|re-?offend\w*|offend\w*|commit\w*|breach\w*))|"
            rf"\bguarantee (?:everyone|everybody|all|each|every) (?:{_W}){{0,5}}?(?:a |secure |lasting ){{1,2}}{_WORK}",
            "no partnership can promise that",
        ),
        (
            rf"\b(?:halve|double|end|close|transform|reverse|eliminate|eradicate|change|turn round|turn around|solve) (?:the )?{_GENERATION}(?:[^.;]{{0,60}}\b)?{_SPAN}|"
            rf"\b(?:cut|reduce|bring down) (?:the )?{_GENERATION}[^.;]{{0,40}}\bby (?:half|50 ?%|two thirds|three quarters)\b[^.;]{{0,40}}\b{_SPAN}|"
            r"\b(?:halve|cut|reduce|lower|shrink) (?:the )?(?:prison population of scotland|(?:scotland's|scottish|national) prison population)\b",
            "a change of that kind takes many years",
        ),
    )
)


def beyond_reach(text: str) -> str | None:
    """Return the words of an action that ask for more than partners can do, and why, or None.

    Args:
        text: The words of an action.

    >>> beyond_reach("Change sentencing law so that fewer people go to prison")
    '"Change sentencing law": laws are made by the Parliaments'
    """
    flat = flatten(text)
    for pattern, why in _BEYOND:
        if found := pattern.search(flat):
            rest = re.match(r"\w*", flat[found.end() :])
            return f'"{found[0].strip()}{rest[0] if rest else ""}": {why}'
    return None
