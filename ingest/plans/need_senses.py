# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Words that name a need in one sense only: "partner", "work", "home", "training" and their like.

A plan is full of partners who work together and of training for staff; none of that says what
people need. A word that has several senses counts where the words beside it show the right one.
"""

from __future__ import annotations

import re
from typing import Final

#: How many characters on each side of a word are looked at.
_BESIDE: Final = 48
_STAFF: Final = (
    r"(?:staff|officers?|workers?|managers?|volunteers?|mentors?|partners?|professionals?|practitioners?|sheriffs?|police|"
    r"teams?|members?|boards?|employers?|landlords?|clerks?|leaders?|colleagues|social work)"
)
_BODIES: Final = (
    r"(?:partners?|agenc|providers?|organisations?|bodies|boards?|services|employers?|landlords?|media|press|courts?|sectors?|"
    r"councils?|businesses|stakeholders?)"
)
#: What must stand around a word, which is put in angle brackets, for it to name a need.
_SHOWN_BY: Final = {
    "partner": r"\b(?:violent (?:to|towards)|abus\w+|controlling|controlled) (?:an? |their |his |her )?(?:former |ex-)?<|\b(?:his|her|ex|intimate|abusive|violent|their|a child or)[ -]<partner(?!s)[^>]*>(?! (?:agenc|bod|organisation))|"
    r"\b(?:famil\w+|child(?:ren)?|parents?|wi(?:fe|ves)|husbands?|mothers?|fathers?|kin|friends)(?:,| and| or|, and|, or) <|"
    r">(?:,| and| or|, and|, or) (?:their |the |his |her )?(?:famil|child|parent|wi(?:fe|ves)\b|husband|mother|father|kin\b)",
    "work": r"\b(?:into|towards?|seek(?:ing|s)?|find(?:ing|s)?|finds? people|found|lack of|never had|lost|steady|paid|decent|suitable|regular|out of|world of|back (?:to|in|into)|"
    r"return(?:ing)? to|routes? (?:to|into)|ways? (?:to|into)|(?:ready|readiness) for|looking for) <work>(?! (?:with|together|alongside)\b)|"
    r"(?:\b(?:in|for|at|about|around|getting|get|no|and|or) |[,;:] (?:and |or )?|"
    r"^\W*(?:(?:need \d+|\d+|[a-z])[.):] |(?:first|second|third|fourth|fifth|sixth|then|next|finally|last|also|lastly),? )?)"
    r"<work>(?=\s*(?:[,;:.()–—]|$|to do\b|(?:and|or) (?!(?:with|on|to|support)\b)|(?:is|was|are|there|comes?|after|when|once|on release|from the)\b))",
    "responsibility": r"\b(?:personal|sense of|own) <|\b(?:tak|accept)\w* <[^>]*> for (?:the )?(?:harm|what|their|his|her|offending|behaviour)",
}
#: What around a word shows that it means something else.
_DENIED_BY: Final = {
    "hope": r"\b(?:we|they|i|partners|people|who|board|council) <|\bto <|>s? (?:to|that|for|we|this|it|they)\b",
    "confidence": r"\b(?:public|communit\w+|courts?|sheriffs?|sentencers?|judicial|victims?['’]?|residents?|with) <|> (?:in|that|of|among)\b",
    "resilience": r"\b(?:community|service|local|financial|organisational) <|> (?:partnership|plan|board)",
    "training": rf"\b{_STAFF}(?:['’]s?)? <|\b(?:workforce|joint|awareness|induction|refresher|multi-agency) <|> (?:plan|needs|event|day|pack|session|module)s?\b|"
    rf"> (?:for|of|to|with|among) (?:\w+ ){{0,3}}{_STAFF}\b|\b(?:each|every|all|our|new) {_STAFF} (?:\w+ ){{0,4}}<",
    "learning": r"\b(?:shared?|sharing|joint|organisational|apply|the|our|lessons|this) <|> (?:from|event|review|exchange|set|network|points?|log|between|across)",
    "skills": r"\b(?:staff|workforce|leadership|officers['’]) <|> (?:shortage|gap|audit|mix)",
    "home": r"\b(?:returns?|returning|returned|come|comes|coming|came|go|goes|going|went|way|get|gets|getting|journey|brought|bring|travel|taken?|at|arrive|arrives) (?:safely |safe |back |straight )?<|"
    r"\b(?:care|children['’]?s?|nursing) <|> (?:visit|area|town|office|detention|secretary|countr|page|city)",
    "benefits": r"> (?:of|from|realisation|to)\b|\b(?:community|communities|wider|public|mutual|social|economic|the area|everyone|who) <",
    "relationships": rf"\b(?:working|partner|partnership|strategic|professional|business) <|> (?:between|with|across|among) (?:\w+ ){{0,4}}{_BODIES}",
    "recovery": r"\b(?:covid(?:-19)?|pandemic|economic|cost|debt|asset) <|> from (?:covid|the pandemic)",
    "belonging": r"> to\b",
    "safety": r"\b(?:community|public|road|fire|data|food) <",
    "school": r"> of\b",
    "health": r"> (?:board|and safety|check of|of the partnership)\b",
}
_PLAIN: Final = {"partners": "partner", "relationship": "relationships", "homes": "home"}
_SHOWN: Final = {word: re.compile(words, re.IGNORECASE) for word, words in _SHOWN_BY.items()}
_DENIED: Final = {word: re.compile(words, re.IGNORECASE) for word, words in _DENIED_BY.items()}
_FAMILY: Final = re.compile(
    r"famil|child|bairn|wean|parent|mother|father|\bmums?\b|\bdads?\b|\bkin\b|kinship|relationship|relative|grandparent|"
    r"\bpartners?\b|wives|husband|spouse|\bsons?\b|daughter|brother|sister|loved ones|those (?:close|dear) to",
    re.IGNORECASE,
)


def names_need(text: str, start: int, end: int) -> bool:
    """Tell whether a word that may name a need does so where it stands.

    Args:
        text: Any text.
        start: Where the word begins.
        end: Where it ends.
    """
    word = text[start:end].lower().rstrip("'’")
    word = _PLAIN.get(word, word)
    shown, denied = _SHOWN.get(word), _DENIED.get(word)
    if shown is None and denied is None:
        return True
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    around = f"{before}<{text[start:end]}>{after}"
    if shown is not None:
        return bool(shown.search(around))
    return not (denied and denied.search(around))


def speaks_of_family(text: str) -> bool:
    """Tell whether a text has any word for those who are close to a person."""
    return bool(_FAMILY.search(text))
