# ruff: noqa: E501, RUF001 - lists of words read best whole
"""Measures of actions that measure nothing: left for later, or the action said again.

Source: Smart and Social Justice (2019), p. 32.
"""

from __future__ import annotations

import re
from typing import Final

_LOOKED_AT: Final = 2_000
_LATER: Final = re.compile(
    r"(?:tb[acd]|n/?a|none|nil|not applicable|not (?:yet )?known|unknown|to follow|various|ditto|"
    r"(?:as|see) (?:above|below)|(?:still )?to be (?:confirmed|agreed|decided|determined|developed|advised))",
    re.IGNORECASE,
)
_ACTION: Final = r"(?:(?:the|this|these|each|all|our) ){0,2}(?:actions?|tasks?|work|activit(?:y|ies)|deliverables?)"
_DID: Final = r"(?:complete|completed|done|delivered|achieved|implemented|carried out|finished|met)"
_DONE: Final = re.compile(
    rf"(?:(?:{_ACTION}|it|this|that) (?:is |are |has been |have been |will be |will have been |was |gets )?)?"
    rf"(?:now |been |fully |successfully ){{0,2}}{_DID}(?: (?:on time|in full|on schedule|as planned|by then))?|"
    rf"(?:successful |full |timely )?(?:achievement|completion|delivery|implementation|execution) (?:of |against )?{_ACTION}|"
    r"yes(?: ?(?:/|or) ?no)?|done ?(?:/|or) ?not done|on track",
    re.IGNORECASE,
)
#: What may lead the words of the action said again: "Complete: ...", "Completion of ...".
_AGAIN: Final = re.compile(
    rf"(?:(?:that )?we (?:will |have |did )?|(?:{_DID}|achievement|completion|delivery|implementation|yes)(?: of)?(?: the)?)(?: ?[:,–—-])? ",
    re.IGNORECASE,
)
#: Words that add nothing to those of the action: that it is done, or that someone will see.
_ADDS_NOTHING: Final = re.compile(
    r"(?:done|complet(?:e|ed|ion)|set|place|taken|undertaken|implement\w*|achiev\w*|carried|out|up|"
    r"finished|exercise|process|will|been|being|has|have|had|is|was|were|are|not|yes|no|success\w*|"
    r"evidence|action|fully|now|progress|report(?:ed|ing)|ongoing|monitor\w*|we|know|when|this|that|"
    r"it|happen(?:s|ed)?|deliver\w*|exists?|the|of|and|a|an|in|on|to|by|for|with|at)",
    re.IGNORECASE,
)
#: What counts something, or asks someone, measures.
_COUNTS: Final = re.compile(
    r"[0-9%£]|\b(?:numbers?|how many|how much|rates?|share|per ?cent|proportion|survey|feedback|score|"
    r"records?|people|staff|all|every|each)\b",
    re.IGNORECASE,
)
_ALIKE: Final = 5
#: So few words may name the product of an action, which is a measure: "Protocol agreed".
_FEWEST: Final = 4
_SAME: Final = 0.8
_SMALL: Final = frozenset(
    "a all an and are as at be been by for from has have if in into is it its of on or our per so "
    "that the their them they this to up we were which who will with".split()
)
_ENDINGS: Final = re.compile(r"(?:ations?|ments?|ings?|ions?|ies|ed|es|s|e|y)$")


def empty_measure(measure: str, action: str) -> str | None:
    """Return what is the matter with a measure that measures nothing, or None.

    Args:
        measure: The measure as the plan has it.
        action: The words of the action.

    >>> empty_measure("TBC", "Open a recovery cafe")
    '"TBC" leaves the measure for later'
    """
    said = " ".join(measure[:_LOOKED_AT].split()).strip(" .;:-–—")
    if not said or not re.search(r"\w", said):
        return "its place holds no words"
    if _LATER.fullmatch(said):
        return f'"{said}" leaves the measure for later'
    if _DONE.fullmatch(said):
        return f'"{said}" does not say how anyone would know'
    words, own = _stems(_AGAIN.sub("", said, count=1)), _stems(action[:_LOOKED_AT])
    if len(words) >= _FEWEST and words <= own and len(words) >= _SAME * len(own):
        return f'"{said}" only says the action again'
    if _adds_nothing(said, action[:_LOOKED_AT]):
        return f'"{said}" says that the action is done, not what it changed'
    return None


def _adds_nothing(measure: str, action: str) -> bool:
    """Whether every word stands in the action too, and none of them counts anything.

    A plural counts: of "sessions held" one can say how many.
    """
    said = re.findall(r"[\w']+", measure.lower())
    told = [word for word in said if not _ADDS_NOTHING.fullmatch(word)]
    if _COUNTS.search(measure):
        return False
    if any(word.endswith("s") and not word.endswith("ss") for word in told):
        return False
    own = {word[:_ALIKE] for word in re.findall(r"[\w']+", action.lower())}
    return all(word[:_ALIKE] in own for word in told)


def _stems(text: str) -> set[str]:
    found = re.findall(r"\w+", text.lower())
    return {_ENDINGS.sub("", word) or word for word in found if word not in _SMALL}
