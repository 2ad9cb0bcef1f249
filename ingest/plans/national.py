"""Which national outcomes a local one means, where it names none by code or title.

A local outcome is compared with sentences that say the same as each national outcome
(``national_words``), and looked through for words that tell one, such as "bail". What counts is
how it stands against the other outcomes, not how alike two texts are as such: any two sentences
about justice are alike.

The weights below are those of a logistic regression over 103 outcomes with known links: 39 of the
invented plans that the reader is developed on and 64 written for practice. With each plan (or an
eighth of the practice set) left out in turn, the whole set of links was right for 33 of 39 and
51 of 64. Of single links given with a confidence of 0.42 to 0.6, 67 % were right; to 0.8, 83 %;
to 0.9, 87 %; to 0.97, 90 %; above, 99 %: so the confidence is the share to expect.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .links import Generation, Links, alias_links, explicit_links
from .meaning import Meaning, meaning
from .national_words import CUES, ELSEWHERE, ELSEWHERE_CUE, PRISON, RELEASE, SENTENCES
from .thresholds import thresholds
from .vocabulary import vocabulary

#: Weights of: no feature, most alike of all, a telling word, likeness above that of what serves no
#: outcome, a word of what serves none, likeness below the most alike outcome.
_BIAS: Final = -3.301
_FIRST: Final = 2.325
_CUE: Final = 5.795
_ABOVE: Final = 5.182
_AWAY: Final = -1.861
_BEHIND: Final = 7.243
#: A link that is less sure than this is dropped where the section never speaks of it.
_SURE: Final = 0.9
#: Share of the texts of a section that must speak of an outcome which its own words leave open.
_SPOKEN: Final = 0.25
#: So many texts must stand around an outcome for them to tell.
_ENOUGH: Final = 3
#: Links by meaning are never as sure as those that a plan states.
_MOST_SURE: Final = 0.85
_BY_WORDS: Final = 0.6
_BY_SECTION: Final = 0.5
_NEAREST: Final = 3
#: A plan that states links does so for so many outcomes, and for most of them.
_SEVERAL: Final = 2
_PART: Final = re.compile(r",\s+(?:and |but |or |so that )?|;\s+|:\s+|\s+and\s+|\.\s+")
_PART_WORDS: Final = 3
#: Outcomes at the same stage of the journey through justice.
_STAGES: Final = (
    frozenset({"ndo-1", "ndo-2", "ndo-3"}),
    frozenset({"ndo-5", "ndo-6", "ndo-8"}),
)


def meant_links(text: str, generation: Generation, around: Sequence[str] = ()) -> Links:
    """Find the national outcomes that a local outcome means.

    Args:
        text: The local outcome.
        generation: The edition whose outcomes count.
        around: What the plan says in the section of the outcome.

    Returns:
        Links with the confidence of the least sure; none where it is about other matters,
        such as leadership; then a priority action without an outcome, if its words name one.
    """
    model = meaning()
    chances = _chances(model, text, generation) if model else _by_cue(text, generation)
    chosen = {code: chance for code, chance in chances.items() if chance >= thresholds().national}
    if len(around) >= _ENOUGH:
        chosen = _with_section(text, chosen, generation, around)
    if not chosen:
        named = alias_links(text, generation)
        return named if named.priority_actions or not model else Links()
    ordered = [code for code in _codes(generation) if code in chosen]
    return Links(tuple(ordered), (), min(_MOST_SURE, *chosen.values()))


def states_links(found: Sequence[tuple[str, Links]], generation: Generation) -> bool:
    """Tell whether a plan says itself which national outcomes its own ones serve.

    An outcome without a link is then one that its writers left without, and none is guessed.
    An outcome in the very words of a national one states nothing by that.

    Args:
        found: Words and links of each of its outcomes.
        generation: The edition that it is written against.
    """
    stated = sum(
        bool(links) and links.national != explicit_links(text, generation).national
        for text, links in found
    )
    return stated >= _SEVERAL and stated * 2 > len(found)


def _codes(generation: Generation) -> tuple[str, ...]:
    return vocabulary().edition(generation).outcomes


def _chances(model: Meaning, text: str, generation: Generation) -> dict[str, float]:
    """Return the probability of a link to each outcome."""
    import numpy as np

    parts = _parts(text)
    best: dict[str, float] = {}
    near: dict[str, float] = {}
    for code in _codes(generation):
        term = vocabulary().outcome(code)
        said = (*SENTENCES.get(code, ()), *((term.label, term.definition) if term else ()))
        alike = model.likeness(parts, said).max(axis=0)
        best[code] = float(alike.max())
        near[code] = float(np.sort(alike)[-_NEAREST:].mean())
    other = float(model.likeness(parts, ELSEWHERE).max())
    away = bool(ELSEWHERE_CUE.search(text))
    cues, top = _cues(text), max(near.values())
    chances = {}
    for code in best:
        score = _BIAS + _FIRST * (near[code] == top) + _CUE * (code in cues)
        score += _ABOVE * (best[code] - other) + _AWAY * away + _BEHIND * (near[code] - top)
        chances[code] = 1 / (1 + float(np.exp(-score)))
    return chances


def _by_cue(text: str, generation: Generation) -> dict[str, float]:
    """Tell by words alone."""
    if ELSEWHERE_CUE.search(text):
        return {}
    cues = _cues(text)
    return {code: _BY_WORDS for code in _codes(generation) if code in cues}


def _with_section(
    text: str, chosen: dict[str, float], generation: Generation, around: Sequence[str]
) -> dict[str, float]:
    """Weigh the links of an outcome against what its section speaks of."""
    whole = " ".join((text, *around))
    release = bool(RELEASE.search(whole) or PRISON.search(whole))
    shares = {
        code: sum(code in _cues(said, release=release) for said in around) / len(around)
        for code in _codes(generation)
    }
    spoken = {code for code, share in shares.items() if share >= _SPOKEN}
    if not chosen:
        open_ = () if ELSEWHERE_CUE.search(text) else spoken
        return dict.fromkeys(open_, _BY_SECTION)
    kept = {code: p for code, p in chosen.items() if p >= _SURE or shares[code] or not spoken}
    kept = kept or chosen
    if max(kept.values()) < _SURE:  # "A key in the hand and a face that is known"
        for stage in _STAGES:
            if stage & set(kept):
                kept |= dict.fromkeys((stage & spoken) - set(kept), _BY_SECTION)
    return kept


def _cues(text: str, *, release: bool | None = None) -> set[str]:
    """Return the outcomes that a text has a telling word of.

    Args:
        text: Any text.
        release: Whether release from prison is spoken of; None to look in the text.
    """
    known = bool(RELEASE.search(text)) if release is None else release
    return {code for code, needs, words in CUES if (known or not needs) and words.search(text)}


def _parts(text: str) -> list[str]:
    """Return an outcome and the parts that it lists, so that each of several is compared."""
    parts = [part.strip() for part in _PART.split(text)]
    return [text, *(part for part in parts if len(part.split()) >= _PART_WORDS and part != text)]
