# ruff: noqa: E501, RUF001 - patterns read best on one line; reports have long dashes
"""Progress told outside tables: under headings, under labels, in lists and running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from ingest.plans.blocks import Block, Locator
from ingest.plans.references import leading_number

from .matching import AGAINST, AHEAD, SECTION, SENTENCE, SUBJECT, Matcher, best
from .statements import Statement
from .states import STATUS_WORDS, Legend, looks_ahead, of_status

_LABEL: Final = re.compile(
    r"^\W*(?P<label>(?:our |the )?(?:action|what we said(?: we would do)?|we said|commitment|promise)(?: (?:no\.? ?)?(?P<ref>[A-Z]{0,3}\d[\w.]*))?|"
    r"(?:rag )?status|rag(?: rating)?|how it stands|where (?:it|this|we) stands?|position|stage|"
    r"progress(?: (?:made|this year|in the year|so far))?|update|what (?:we did|happened|was done|we have done)|we did|story so far|result|comments?|next(?: steps?)?|lead|owner|due|by when|measure)"
    r"\s*[:–—-]\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_REF: Final = re.compile(
    r"^\W*(?:(?:action|no\.?|number|ref\.?)\s+)+(?P<ref>[A-Z]{0,3}\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)\b\W*(?P<rest>.*)$",
    re.I | re.S,
)
_BARE_REF: Final = re.compile(
    r"^\W*\(?(?P<ref>[A-Z]{1,3}\d{1,2}(?:\.\d{1,2}){0,2}|\d{1,2}(?:\.\d{1,2}){1,2}|\d{1,2}[a-z])\)?[.:)\s–—-]+(?P<rest>\S.*)$",
    re.S,
)
_TAIL: Final = re.compile(
    r"(?:[\[(](?P<in>[^\[\]()]{2,60})[\])]|[–—-]\s(?P<dash>[^–—.]{2,40}))[\s.]*$"
)
_HEAD: Final = re.compile(r"^\W*(?P<status>[A-Za-z][\w %-]{1,28}?)\s*[:–—.]\s+(?=\S)")
_SENTENCE: Final = re.compile(r"(?<=[.!?;])[\"'”’)]*\s+(?=[A-Z\"'“(\d£])")
_NEW: Final = re.compile(
    r"\b(?:new|further|additional|extra|other|unplanned|not in (?:the|our) (?:original )?plan|beyond (?:the|our) plan|also did|added)\b.{0,40}\b(?:actions?|work|activit\w+|did|things|projects?|commitments?|plan)\b|\balso did\b|\bnot in (?:the|our) (?:original )?plan\b",
    re.I,
)
_ASIDE: Final = re.compile(
    r"^(?:contents|about this report|key|how to read|glossary|contacts?|rag key|key to)\b", re.I
)
_SHORT: Final = 4
_NEW_WORDS: Final = 7
#: So many headings of one section name actions before one that names none is taken for new.
_LIKE_IT: Final = 2
#: The same over the whole report; such a heading needs a status of its own besides.
_LIKE_IT_ELSEWHERE: Final = 4
#: How well words below the heading of one action must fit another to be about that.
_ANOTHER: Final = 0.7


@dataclass(slots=True)
class _Record:
    """An action that a heading or a label opened; what follows is about it."""

    ref: str
    subject: str
    at: int | None
    score: float
    section: str
    place: Locator
    said: str = ""
    status_at: Locator | None = None
    stories: list[tuple[str, Locator]] = field(default_factory=list)
    explicit: bool = False
    level: int = 0
    doubtful: bool = False

    def statement(self) -> Statement | None:
        if self.doubtful and not self.said:
            return None
        story = " ".join(words for words, _ in self.stories)
        if not story and not self.said:
            return None if not self.explicit else self._made(self.subject, self.place, "")
        quote, place = (
            self.stories[0] if self.stories else (self.said, self.status_at or self.place)
        )
        return self._made(quote, place, story)

    def _made(self, quote: str, place: Locator, story: str) -> Statement:
        return Statement("record", self.ref, self.subject, story, self.said, quote, place, self.section, self.at, self.score)  # fmt: skip


class ProseReader:
    """Finds statements of progress in running text.

    Args:
        matcher: Knows the actions of the plan.
        sections: Position of the outcome that each action serves, or None.
        legend: What colours mean in the report.
        outcome_of: Tells which outcome of the plan a heading is about.
    """

    def __init__(
        self, matcher: Matcher, sections: list[int | None], legend: Legend, outcome_of: OutcomeOf
    ) -> None:
        self._matcher = matcher
        self._sections = sections
        self._legend = legend
        self._outcome_of = outcome_of
        self._headed: list[tuple[int, tuple[str, ...]]] = []

    def statements(self, blocks: list[Block]) -> Iterator[Statement]:
        """Give what the prose of a report says, in its order."""
        record: _Record | None = None
        for block in blocks:
            if block.kind == "table" or block.contents or not block.text.strip():
                if block.kind == "table" and record and (made := record.statement()):
                    yield made
                    record = None
                continue
            text = " ".join(block.text.split())
            aside = any(_ASIDE.match(words) for words in (*block.path, text))
            if aside or any(looks_ahead(words) for words in block.path):
                continue
            if record and block.kind == "heading" and self._is_status_line(record, block, text):
                continue
            opened = self._opened(block, text)
            if opened or block.kind == "heading":
                if record and (made := record.statement()):
                    yield made
                record = opened
                continue
            if record and self._goes_on(record, text, block):
                continue
            if record and (made := record.statement()):
                yield made
                record = None
            yield from self._free(block, text)
        if record and (made := record.statement()):
            yield made

    def _opened(self, block: Block, text: str) -> _Record | None:
        """Open a record where a block names an action: by a label, a number or its words."""
        section = " > ".join(block.path)
        label = _LABEL.match(text)
        if label and re.match(
            r"\W*(?:our |the )?(?:action|what we said|we said|commitment|promise)",
            label["label"],
            re.I,
        ):
            ref, rest = label["ref"] or "", label["rest"]
            if not ref:
                ref, rest = leading_number(rest)
            return self._record(ref, rest, section, block.locator, explicit=True)
        if label:
            return None
        named = _REF.match(text) or _BARE_REF.match(text)
        if named and self._matcher.by_number(named["ref"]) is not None:
            return self._numbered(named["ref"], named["rest"], section, block)
        if block.kind == "heading" and len(text.split()) > 1:
            hit = self._best(text, section, subject=True, least=SUBJECT)
            if hit and hit[1] > self._outcome_of.score(text):
                self._headed.append((block.level, block.path[:-1]))
                return _Record("", text, *hit, section, block.locator, level=block.level)
            if self._headed.count((block.level, block.path[:-1])) >= _LIKE_IT:
                # Beside headings that name actions stands another: one that the plan lacks.
                return _Record("", text, None, 0.0, section, block.locator, level=block.level)
            if sum(level == block.level for level, _ in self._headed) >= _LIKE_IT_ELSEWHERE:
                made = _Record("", text, None, 0.0, section, block.locator, level=block.level)
                made.doubtful = True
                return made
        return None

    def _is_status_line(self, record: _Record, block: Block, text: str) -> bool:
        """Take a short bold line below an action, read as a heading, as its status."""
        if block.level <= record.level or record.said or record.stories or not record.level:
            return False
        if len(text.split()) > STATUS_WORDS:
            return False
        section = " > ".join(block.path[:-1])
        if not of_status(text, self._legend) and (
            len(text.split()) > _SHORT or self._best(text, section, subject=True, least=SUBJECT)
        ):
            return False
        record.said, record.status_at = text, block.locator
        return True

    def _record(
        self, ref: str, subject: str, section: str, place: Locator, *, explicit: bool
    ) -> _Record:
        body, said = self._status_apart(subject)
        at = self._matcher.by_number(ref) if ref else None
        scores = self._matcher.scores(body, subject=True)
        trusted = explicit and not ref.isdigit() and not best(scores, SUBJECT)
        if at is not None and (not body or scores[at] >= AGAINST or trusted):
            return _Record(
                ref, body, at, max(0.85, scores[at]), section, place, said, explicit=explicit
            )
        hit = self._best(body, section, subject=True, least=SUBJECT)
        made = _Record(ref, body, None, 0.0, section, place, said, explicit=explicit)
        return replace(made, at=hit[0], score=hit[1]) if hit else made

    def _numbered(self, ref: str, rest: str, section: str, block: Block) -> _Record | None:
        """Open a record at "1.2 Leaflet: complete. Printed in June."."""
        record = self._record(ref, rest, section, block.locator, explicit=False)
        if record.at is None:
            return None
        sentences = _SENTENCE.split(rest)
        if block.kind != "heading" and (len(sentences) > 1 or len(rest.split()) > _SHORT):
            record.stories.append((" ".join(block.text.split()), block.locator))
            record.said = record.said or self._inline_status(rest)
        return record

    def _goes_on(self, record: _Record, text: str, block: Block) -> bool:
        """Add a block to the record that is open, where it is about the same action."""
        label = _LABEL.match(text)
        if label:
            name, rest = label["label"].lower(), label["rest"].strip()
            if re.search(r"next|lead|owner|due|by when|measure", name):
                return True
            short = len(rest.split()) <= STATUS_WORDS
            named = re.search(r"status|rag|stand|position|stage", name)
            judged = of_status(rest, self._legend) if short else None
            if short and not record.said and (named or judged):
                record.said, record.status_at = rest, block.locator
            elif rest:
                record.stories.append((rest, block.locator))
            return True
        if len(text.split()) <= STATUS_WORDS and not record.said and of_status(text, self._legend):
            record.said, record.status_at = text, block.locator
            return True
        hit = self._best(text, record.section, subject=False, least=SENTENCE)
        if hit and hit[0] != record.at and (not record.level or hit[1] > _ANOTHER):
            return False
        record.stories.append((text, block.locator))
        record.said = record.said or self._inline_status(text)
        return True

    def _free(self, block: Block, text: str) -> Iterator[Statement]:
        """Take a paragraph apart where its sentences turn to another action."""
        section = " > ".join(block.path)
        groups: list[tuple[int | None, float, list[str]]] = []
        for sentence in _SENTENCE.split(text):
            hit = self._best(sentence, section, subject=False, least=SENTENCE)
            if hit and (not groups or groups[-1][0] != hit[0]):
                groups.append((hit[0], hit[1], [sentence]))
            elif groups:
                last = groups[-1]
                groups[-1] = (last[0], max(last[1], hit[1] if hit else 0.0), [*last[2], sentence])
            else:
                groups.append((None, 0.0, [sentence]))
        if block.kind == "list" or len(groups) == 1:
            whole = self._best(text, section, subject=False, least=SENTENCE)
            if whole and all(at in (None, whole[0]) for at, *_ in groups):
                groups = [(whole[0], whole[1], [text])]
        fresh = bool(_NEW.search(section.rsplit(" > ", 1)[-1]))
        for at, score, sentences in groups:
            words = " ".join(sentences)
            if at is not None:
                yield Statement("prose", "", "", words, self._inline_status(words), words, block.locator, section, at, score)  # fmt: skip
            elif fresh and len(words.split()) >= _NEW_WORDS:
                yield Statement("prose", "", words, words, self._inline_status(words), words, block.locator, section)  # fmt: skip

    def _best(
        self, text: str, section: str, *, subject: bool, least: float
    ) -> tuple[int, float] | None:
        scores = self._matcher.scores(text, subject=subject)
        here = self._outcome_of(section)
        if here is not None:
            scores = [
                s + SECTION if s and o == here else s
                for s, o in zip(scores, self._sections, strict=True)
            ]
        hit = best(scores, least, AHEAD)
        return (hit.at, min(hit.score, 1.0)) if hit else None

    def _status_apart(self, text: str) -> tuple[str, str]:
        """Part "Open a hub - complete" in the action and its status."""
        tail = _TAIL.search(text)
        if tail:
            said = (tail["in"] or tail["dash"]).strip()
            if len(said.split()) <= STATUS_WORDS and of_status(said, self._legend):
                return text[: tail.start()].strip(" :–—-"), said
        return text, ""

    def _inline_status(self, text: str) -> str:
        """Return a status set apart at either end of a text: "[Green]", "Complete:", "- late"."""
        for part in (text, _SENTENCE.split(text)[0]):
            tail = _TAIL.search(part)
            said = (tail["in"] or tail["dash"]).strip() if tail else ""
            if said and len(said.split()) <= STATUS_WORDS and of_status(said, self._legend):
                return said
        head = _HEAD.match(text)
        if (
            head
            and len(head["status"].split()) <= _SHORT
            and of_status(head["status"], self._legend)
        ):
            return head["status"].strip()
        return ""


class OutcomeOf:
    """Tells which outcome of the plan some headings are about, and remembers it.

    Args:
        matcher: Knows the outcomes of the plan.
    """

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._known: dict[str, int | None] = {}

    def __call__(self, section: str) -> int | None:
        """Return the position of the outcome, by the nearest heading that names one."""
        if section not in self._known:
            found = None
            for words in reversed(section.split(" > ")):
                found = self._one(words.strip())
                if found is not None:
                    break
            self._known[section] = found
        return self._known[section]

    def score(self, words: str) -> float:
        """Return how well words fit the outcome that they fit best, 0 to 1."""
        return max(self._matcher.scores(words, subject=True), default=0.0)

    def _one(self, words: str) -> int | None:
        if not words:
            return None
        named = re.search(
            r"\b(?:outcome|priority|theme|aim|ambition|goal|area)s?\s+(?:no\.?\s*)?(?P<ref>\d{1,2}|[A-H])\b",
            words,
            re.I,
        )
        if named is None:
            named = re.match(r"^\W*(?P<ref>[A-H]|\d{1,2})[.:)\s–—-]+\S", words)
        at = self._matcher.by_number(named["ref"]) if named else None
        scores = self._matcher.scores(words, subject=True)
        hit = best(scores, SUBJECT, AHEAD)
        if at is not None and (not hit or hit.at == at or scores[at] >= AGAINST):
            return at
        return hit.at if hit else at
