# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Needs that a plan names as needs: labels of its list of needs, headings, tables, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .blocks import Locator, Passage
from .meaning import meaning
from .need_senses import speaks_of_family
from .reading import NeedMention
from .tables import ReadTable
from .vocabulary import Term, spoken_of, vocabulary

#: Sections that say what people need.
_SECTION: Final = re.compile(
    r"\bneeds?\b(?! (?:to|assess))|\bneeds? assessment\b|\bwhat (?:people|folk|they) (?:tell|told) us\b|\bwhat (?:gets|stands) in the way\b|\bbarriers?\b|\bwhat (?:lies|is) behind (?:offending|it|crime)\b|"
    r"\b(?:issues|problems|difficulties) (?:that )?(?:people|they|face)|\bpeople['’]s lives\b|\bunmet\b",
    re.IGNORECASE,
)
_NO_SECTION: Final = re.compile(
    r"\btraining needs?\b|\bstaff\b|\bworkforce\b|\bneeds? to (?:be|change|do)\b|\bservices?\b|\bpriorit|\boutcome|\baction",
    re.IGNORECASE,
)
#: A sentence that says that needs follow.
_CUE: Final = re.compile(
    r"\b(?:main|common|greatest|biggest|top|key|same|these|following|underlying|unmet|complex|their) (?:\w+ )?needs?\b(?! assess)|\bneeds? (?:are|were|is|include|included|such as|of|in|for|around|that|found|identified|named|which)\b|"
    r"\bneeds?:|\bwhat people need\b|\bstruggl(?:e|ed|ing) with\b|\bproblems? with\b|\bbarriers? (?:such|are|were|include|to)\b|\bneed(?:ed)? help with\b|\bpeople (?:\w+ ){0,4}need\b",
    re.IGNORECASE,
)
#: A line that announces something else: "After an analysis of need we chose these priorities:".
_OTHERS_FOLLOW: Final = re.compile(
    r"\b(?:priorit(?:y|ies)|objectives?|outcomes?|aims|goals|actions|commitments|principles|services)(?:\W+\w+){0,3}\W*:$",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"\b(?:training|strategic|staff) needs?\b|\bneeds? assessments?\b", re.I)
_ORDER: Final = r"(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth)(?:ly)?|next|then|also|finally|last(?:ly)?|need \d+|[\dA-Za-z][.)]|\d+)[,:.)]?\s+"
_LABEL: Final = re.compile(
    rf"^\W*(?:{_ORDER})?(?:(?:comes?|there is|is|was) )?(?P<label>[^.:;–—(]{{3,160}}?)\s*(?:[:.;(–—]|\s-\s|$)",
    re.IGNORECASE,
)
_HEADER: Final = re.compile(
    r"^(?:(?:main |key |identified |area of )?needs?|issues?|themes?|barriers?|problems?|areas?|what people need)\b",
    re.IGNORECASE,
)
#: Fewer needs than these are no list of needs.
_FEW: Final = 2
_ASSESSED: Final = re.compile(
    r"\b(?:needs? assessment|profile of needs?|assessment of needs?)\b[^.]{0,80}\b(?:found|reports?|showed|shows|looked|says|told|names?|named)\b",
    re.IGNORECASE,
)
_METHOD: Final = re.compile(
    r"\b(?:assessment|interview|survey|files|records|questionnaire|researcher|published|went through|drawn up)\b",
    re.IGNORECASE,
)
_REPORTS: Final = re.compile(r"\b(?:reports?|found|showed|shows|says|told us)\b(?: that)?", re.I)
#: Words that name a place or a service beside a need.
_NOT_NEEDED: Final = re.compile(
    r"\b(?:health board|social work|care homes?|home area|home town|at home|children['’]s|families of victims)\b",
    re.IGNORECASE,
)
_OPENING: Final = 3
_LABEL_WORDS: Final = 8
_ITEM_WORDS: Final = 14
_INTRODUCED: Final = 20
_SEVERAL: Final = 2
#: How alike a label and a need must be where no word tells, and how much more than the next need.
_ALIKE: Final = 0.42
_MARGIN: Final = 0.07
#: Narrower needs are counted with the wider one that plans list.
_WIDER: Final = {"alcohol": "substance-use", "drugs": "substance-use"}


@dataclass(frozen=True, slots=True)
class _Named:
    """Words that may name needs, with the passage that they stand in."""

    words: str
    quote: str
    place: Locator
    sure: bool = False


def find_needs(running: list[Passage], tables: list[ReadTable]) -> tuple[NeedMention, ...]:
    """Find the needs that the plan names, each once for every passage that names it.

    What counts are labels: of the items, headings and rows that list needs, and what a
    sentence such as "the main needs are" goes on to list. A need that is merely touched on,
    in an action or in what is said of another need, is not named.

    Args:
        running: The running text of the plan.
        tables: Its tables that are understood.
    """
    found: dict[tuple[str, str], NeedMention] = {}
    for named in [*_in_tables(tables), *_in_text(running)]:
        for code in _codes(named):
            found.setdefault((code, named.quote), NeedMention(code, named.quote, named.place))
    if len({code for code, _ in found}) < _FEW:
        for named in _told(running):
            for code in _codes(named):
                found.setdefault((code, named.quote), NeedMention(code, named.quote, named.place))
    return tuple(found.values())


def _told(running: list[Passage]) -> Iterator[_Named]:
    """Sentences that tell of needs without a list of them, in their section or assessment."""
    for passage in running:
        if passage.kind == "table":
            continue
        inside = _in_section(passage.path)
        if not inside and not _ASSESSED.search(passage.text):
            continue
        text = " ".join(passage.text.split())
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text):
            if not _METHOD.search(sentence) or _REPORTS.search(sentence):
                words = _REPORTS.split(sentence)[-1]
                yield _Named(_NOT_NEEDED.sub("", words), sentence, passage.locator)


def _in_tables(tables: list[ReadTable]) -> Iterator[_Named]:
    for table in tables:
        block = table.block
        if table.has("need") and not set(table.roles) & {"action", "lead"}:
            for row in table.rows:
                if need := row.fields.get("need"):
                    yield _Named(row.text("need"), row.text("need"), need.locator, sure=True)
        elif _in_section(block.path) and _HEADER.match(block.rows[0][0].text.strip()):
            for number, row_ in enumerate(block.rows[1:], 1):
                words = " ".join(row_[0].text.split())
                if words and len(words.split()) <= _LABEL_WORDS:
                    yield _Named(words, words, block.cell_place(number, 0), sure=True)


def _in_text(running: list[Passage]) -> Iterator[_Named]:
    introduced = 0
    path: tuple[str, ...] = ()
    for passage in running:
        if passage.kind == "table":
            continue
        text = " ".join(passage.text.split())
        inside = _in_section(passage.path)
        if passage.path != path:
            introduced, path = 0, passage.path
            if any(_says_need(heading) for heading in path[:-1]):  # a heading for each need
                yield _Named(path[-1], text, passage.locator, sure=True)
        if passage.kind == "list" and (inside or introduced):
            introduced = max(introduced - 1, 0)
            yield from _labelled(text, passage.locator, whole=True)
            continue
        introduced = 0
        told = _CUE.search(_ASIDE.sub("", text)) or re.search(r"\bof needs?\b", text)
        if text.endswith(":") and told and not _OTHERS_FOLLOW.search(text):
            introduced = _INTRODUCED
        if inside:
            yield from _labelled(text, passage.locator, whole=False)
            yield from _opened(text, passage.locator)
        yield from _listed_in_sentences(text, passage.locator, inside=inside)


def _labelled(text: str, place: Locator, *, whole: bool) -> Iterator[_Named]:
    match = _LABEL.match(text)
    label = match["label"] if match else ""
    if len(label.split()) > _LABEL_WORDS:  # "Third, poor mental health, low mood and ..."
        label = label.split(",")[0] if "," in label else ""
    if label and len(label.split()) <= _LABEL_WORDS:
        yield _Named(label, text, place, sure=whole)
    elif whole and len(text.split()) <= _ITEM_WORDS:
        yield _Named(text, text, place)


def _opened(text: str, place: Locator) -> Iterator[_Named]:
    """Sentences that open with a need: "Physical health is poor as well"."""
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text):
        opening = " ".join(sentence.split()[:_OPENING])
        if not _METHOD.search(sentence):
            yield _Named(opening, sentence, place)


def _listed_in_sentences(text: str, place: Locator, *, inside: bool) -> Iterator[_Named]:
    """Take what a sentence lists after it has said that needs follow."""
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text):
        plain = _ASIDE.sub("", sentence)
        cue = _CUE.search(plain)
        if not cue:
            continue
        listed = plain[cue.start() :]
        pieces = re.split(r"[:;,]\s+|\s+and\s+", listed)
        needs = {term.code for term in spoken_of(listed, vocabulary().needs)}
        if len(needs) >= _SEVERAL and (inside or len(pieces) > _SEVERAL):
            yield from (_Named(piece, sentence, place) for piece in re.split(r"[:;,]\s+", listed))


def _in_section(path: tuple[str, ...]) -> bool:
    return any(_says_need(heading) for heading in path[-2:])


def _says_need(heading: str) -> bool:
    return bool(_SECTION.search(heading)) and not _NO_SECTION.search(heading)


def _codes(named: _Named) -> list[str]:
    terms = spoken_of(named.words, vocabulary().needs)
    if not terms and named.sure:
        terms = _nearest(named.words)
    ends = [term.iri.rsplit("/", 1)[-1] for term in terms]
    # Trauma beside mental health is spoken of as a part of it.
    if "mental-health" in ends and re.search(r"\btrauma", named.words, re.IGNORECASE):
        terms = [term for term, end in zip(terms, ends, strict=True) if end != "safety"]
    by_end = {term.iri.rsplit("/", 1)[-1]: term.code for term in vocabulary().needs}
    codes = [by_end.get(_WIDER.get(t.iri.rsplit("/", 1)[-1], ""), t.code) for t in terms]
    return list(dict.fromkeys(codes))


def _nearest(words: str) -> list[Term]:
    """Return the need that a label is most alike to, where one stands out."""
    model, needs = meaning(), vocabulary().needs
    if model is None or not words.strip():
        return []
    scores = [
        float(model.likeness([words], [need.label, need.definition, *need.aliases]).max())
        for need in needs
    ]
    order = sorted(range(len(needs)), key=lambda n: -scores[n])
    ends = [needs[n].iri.rsplit("/", 1)[-1] for n in order]
    other = next(
        n
        for n, end in zip(order, ends, strict=True)
        if _WIDER.get(end, end) != _WIDER.get(ends[0], ends[0])
    )
    clear = scores[order[0]] >= _ALIKE and scores[order[0]] - scores[other] >= _MARGIN
    if ends[0] == "family" and not speaks_of_family(words):
        return []
    return [needs[order[0]]] if clear else []
