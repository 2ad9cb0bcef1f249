"""What the wording of an action gives away, by words that were learnt from examples.

Lists of phrases are exact and find little that they were not written for. Here every word, pair and
triple of words has a weight for each fault, learnt from many invented actions, fair and faulty;
their sum decides. The words that weigh most are the reason that is given.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final, Literal

Fault = Literal["vague", "means_lacking", "beyond_power"]

FAULTS: Final[tuple[Fault, ...]] = ("vague", "means_lacking", "beyond_power")
WEIGHTS_FILE: Final = "wordings.json"
#: Longer texts are no single action; what matters stands near the beginning.
_MOST_WORDS: Final = 120
_LOOKED_AT: Final = 2_000
_SHOWN_WORDS: Final = 12
_MARKS: Final = " ,;:.()[]\u2013\u2014-"
#: Where one part of a sentence ends and another begins.
_BREAK: Final = re.compile(
    r"[,;:.(\u2013\u2014]\s|\s-\s|\b(?:if|once|when|should|although|though|but|subject to|until|"
    r"pending|unless|provided|awaiting|while|depending|dependent|as soon as|so that)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 3
_WORD: Final = re.compile(r"[a-z]+(?:['\u2019][a-z]+)?|[0-9]+|£|%")
_START, _END, _NUMBER = "^", "$", "0"


@dataclass(frozen=True)
class Learnt:
    """The weights for one fault.

    Args:
        weights: Groups of words and what each adds.
        offset: What every text begins with.
        threshold: The sum above which a text has the fault.
    """

    weights: Mapping[str, float]
    offset: float
    threshold: float


@cache
def learnt() -> Mapping[str, Learnt]:
    """Return the weights that come with the package."""
    raw = json.loads(files("cjgraph.shacl").joinpath(WEIGHTS_FILE).read_text("utf-8"))
    return {fault: Learnt(**part) for fault, part in raw.items()}


def groups(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the groups of words of a text, each with its first word and the one after its last.

    Args:
        text: The words of an action.
    """
    words = [_START, *(_plain(word) for word in _words(text)), _END]
    for length in range(1, _LONGEST + 1):
        for first in range(len(words) - length + 1):
            yield " ".join(words[first : first + length]), first, first + length
    for first in range(len(words) - 2):
        yield f"{words[first]} _ {words[first + 2]}", first, first + 3


def fault_in(text: str, fault: Fault) -> str | None:
    """Return the words that give a fault away, or None where a text does not have it.

    Args:
        text: The words of an action.
        fault: The fault.

    >>> fault_in("Appoint two workers once a budget is found", "means_lacking")
    'once a budget is found'
    """
    text = text[:_LOOKED_AT]
    known = learnt()[fault]
    share = [0.0] * (len(_words(text)) + 2)
    total, seen = known.offset, set()
    for group, first, last in groups(text):
        weight = known.weights.get(group)
        if weight is None:
            continue
        if group not in seen:  # a group counts once, however often it stands there
            seen.add(group)
            total += weight
        for place in range(first, last):
            share[place] += weight / (last - first)
    if total <= known.threshold:
        return None
    return _shown(text, share[1:-1])


def _shown(text: str, share: list[float]) -> str:
    """Return the part of a sentence that weighs most, as written."""
    spans = [match.span() for match in _matches(text)]
    bounds = sorted({0, len(text), *(match.start() for match in _BREAK.finditer(text))})
    weighed = [
        (sum(w for w, (at, _) in zip(share, spans, strict=True) if begin <= at < end), -begin, end)
        for begin, end in pairwise(bounds)
    ]
    _, begin, end = max(weighed, default=(0.0, 0, len(text)))
    words = text[-begin:end].strip(_MARKS).split()
    return " ".join(words[:_SHOWN_WORDS]).strip(_MARKS)


def _matches(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(text.lower()))[:_MOST_WORDS]


def _words(text: str) -> list[str]:
    return [match[0] for match in _matches(text)]


def _plain(word: str) -> str:
    return _NUMBER if word.isdigit() else word.replace("\u2019", "'")
