# ruff: noqa: E501 - patterns read best on one line
"""Tells a local community justice plan from other documents on the same matters.

Points for a plan are weighed against points for each other kind. To take a plan for
something else is worse than to read something else as a plan, so that a document counts
as another kind only where it shows clearly what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .blocks import Block, unique_texts
from .cover import area_of, period_of, title_of
from .other_kinds import OTHER_KINDS, KindCode, OtherKind
from .tables import ReadTable, read_tables


@dataclass(frozen=True, slots=True)
class Kind:
    """What a document seems to be.

    Args:
        code: Its kind.
        words: The same in a few words, such as "an annual report".
        points: Points for this kind.
        plan_points: Points for its being a local plan.
    """

    code: KindCode
    words: str
    points: int
    plan_points: int

    @property
    def is_plan(self) -> bool:
        """Whether it is read as a local community justice plan."""
        return self.code == "plan"

    def sentence(self, name: str) -> str:
        """Say in a sentence what the file is, and what is wanted instead."""
        if self.code == "annual_report":
            return (
                f"{name} seems to be an annual report, not a plan; a report tells what was done, "
                "so read the plan that it reports on."
            )
        if self.code == "other_plan":
            return (
                f"{name} seems to be another kind of plan, without a chapter on community justice; "
                "give the community justice plan itself."
            )
        if self.code == "other":
            return f"{name} does not read like a community justice plan."
        return f"{name} seems to be {self.words}, not the plan of a local Partnership."


#: Words that only documents about community justice use often.
JUSTICE: Final = re.compile(
    r"\b(?:(?:community|criminal|youth|restorative|justice social) (?:justice|work)|CJOIP|CJP|(?:re-?)?offen(?:ding|ders?|ces?|ded)|"
    r"prisons?|prisoners|imprisonment|custod(?:y|ial)|sentence[sd]?|sentencing|convict(?:ed|ions?)|reconvict\w+|payback|"
    r"on bail|supervised bail|bail supervision|remand(?:ed)?|liberation|throughcare|desist\w*|diversion|diverted|courts?|sheriff|prosecut\w+|"
    r"justice (?:system|services?|settings?|partners?|experience)|unpaid work|electronic(?:ally)? monitor\w+|arrest referral|"
    r"victims? of crime)\b",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(
    r"\bcommunity justice\b|\bre-?offending\b|\bjustice social work\b|\bCJOIP\b|\bdesist[ae]nce\b|"
    r"\bcommunity payback\b|\bdiversion from prosecution\b",
    re.IGNORECASE,
)
_PLANNING: Final = re.compile(
    r"\boutcomes?\b|\bobjectives?\b|\bpriorit|\bactions?\b|\bpartnership\b|\bimprovement plan\b",
    re.IGNORECASE,
)
#: A title that names a plan for community justice.
JUSTICE_PLAN: Final = re.compile(
    r"\bCJOIP\b|\bcommunity justice\b.{0,60}\b(?:plan|strategy)\b|"
    r"\b(?:plan|strategy)\b.{0,40}\bcommunity justice\b|\bjustice (?:outcomes |improvement |delivery |action )*plan\b|"
    r"\b(?:reducing|reduce|tackling) (?:re-?)?offending (?:plan|strategy|action plan)\b",
    re.IGNORECASE,
)
_OF_ITSELF: Final = re.compile(
    r"\b(?:this|our) (?:(?:local|new|first|second|joint|improvement|community justice|outcomes?) ){0,3}(?:plan|CJOIP)\b|"
    r"\bthe plan (?:sets out|will|covers|has been|is|was|runs)\b",
    re.IGNORECASE,
)
_WILL: Final = re.compile(
    r"\b(?:we|(?:the|our) (?:community justice )?partnership|partners|the CJP|the board) (?:will|aim to|want|intend to|are going to)\b",
    re.IGNORECASE,
)
_SECTIONS: Final = re.compile(
    r"\bpriorit(?:y|ies)\b|\blocal outcomes?\b|\boutcome \d|\baction plan\b|\bdelivery plan\b|\bour vision\b|\bgovernance\b|\bparticipation\b|"
    r"\bneeds assessment\b|\bstrategic needs\b|\bforeword\b|\bobjectives?\b",
    re.IGNORECASE,
)
_OUR_AREA: Final = re.compile(
    r"\b(?:in|across|of|within) (?:our|the local) (?:area|communit(?:y|ies)|council area|partnership area)\b|\bour (?:area|partnership)\b",
    re.IGNORECASE,
)
#: Only these two together do without an area: the whole of the country.
_SCOTLAND: Final = frozenset({"", "Scotland", "National", "Scottish"})


#: Plans for more than justice; whether they have a chapter on it is found elsewhere.
WIDER_PLAN: Final = re.compile(
    r"\bLOIPs?\b|\blocal outcomes? improvement plan\b|\b(?:council|corporate|community|service|business|strategic|single outcome|locality|area) (?:service |business |improvement |corporate )*(?:plan|agreement)\b|"
    r"\b(?:community planning|community safety|health and social care|housing|economic|economy|children\w*|antisocial behaviour|safer communities)\b.{0,50}\b(?:plan|strategy)\b|\bstrategic plan\b|\bannual service plan\b",
    re.IGNORECASE,
)
_OPENING: Final = 14
_COVER: Final = 6
_CONTENTS: Final = re.compile(r"^\W*(?:table of )?contents\b", re.IGNORECASE)
#: Between the names of two documents: one file holds both.
_TOGETHER: Final = re.compile(r"\b(?:and|with|incl\w+|incorporating)\b|[&+,]", re.IGNORECASE)
_TITLE_LONGEST: Final = 25
#: A line with more words that ends in a full stop is no title.
_TITLE_SENTENCE: Final = 6
_TITLE_POINTS, _TITLE_SURE = 4, 5
#: Below this many words a document is too short to hold it against it that it sets out nothing.
_SHORT: Final = 200
_LEAST_SHARE: Final = 0.12
_WORDS_OF_PARAGRAPH: Final = 5


def kind_of(blocks: list[Block], in_properties: str = "") -> Kind:
    """Tell what kind of document a file is.

    Args:
        blocks: The document.
        in_properties: The title that its properties give, or nothing.
    """
    text = _text(blocks)
    words = len(text.split())
    if not _ABOUT.search(text) and not _mostly_justice(blocks):
        titled = any(WIDER_PLAN.search(line) for line in opening(blocks))
        return Kind("other_plan" if titled else "other", "another plan", 0, 0)
    planning = {match[0].lower() for match in _PLANNING.finditer(text)}
    titles, cover = opening(blocks, in_properties), _cover_lines(blocks, in_properties)
    plan = _plan_points(blocks, text, titles)
    rivals = [(_points(other, cover, text), other) for other in OTHER_KINDS]
    points, first = max(rivals, key=lambda rival: rival[0])
    if points > plan and points >= _TITLE_POINTS:
        return Kind(first.code, first.words, points, plan)
    named = any(JUSTICE_PLAN.search(line) for line in titles)
    if len(planning) + bool(_WILL.search(text)) < 2 and not named:
        return Kind("other", "something else", 0, plan)
    if plan < 2 and words > _SHORT:
        return (
            Kind(first.code, first.words, points, plan)
            if points > 1
            else Kind("other", "something else", points, plan)
        )
    if not named and words > _SHORT and share_of_justice(blocks) < _LEAST_SHARE:
        wider = any(WIDER_PLAN.search(line) for line in titles)
        return Kind("other_plan" if wider else "other", "another plan", points, plan)
    return Kind("plan", "a local community justice plan", plan, plan)


def opening(blocks: list[Block], in_properties: str = "") -> list[str]:
    """Return the lines of a document that may name it: its title and what stands near it."""
    lines = [in_properties] if in_properties else []
    for block in blocks[: _OPENING * 2]:
        if block.kind == "table" or block.contents:
            continue
        if _may_name(block):
            lines.append(block.text)
        elif lines and len(block.text.split()) > _TITLE_LONGEST:
            break
    return lines[:_OPENING]


def share_of_justice(blocks: list[Block]) -> float:
    """Return the share of paragraphs and rows that speak of justice, 0 to 1."""
    told = [bool(JUSTICE.search(text)) for text in _paragraphs(blocks)]
    return sum(told) / len(told) if told else 0.0


def _mostly_justice(blocks: list[Block]) -> bool:
    return share_of_justice(blocks) >= 0.5


def _paragraphs(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind == "table":
            for row in block.rows:
                words = " ".join(unique_texts(row))
                if len(words.split()) >= _WORDS_OF_PARAGRAPH:
                    yield words
        elif not block.contents and len(block.text.split()) >= _WORDS_OF_PARAGRAPH:
            yield block.text


def _text(blocks: list[Block]) -> str:
    parts: list[str] = []
    for block in blocks:
        parts.extend(" | ".join(unique_texts(row)) for row in block.rows)
        parts.append(block.text)
    return "\n".join(part for part in parts if part)


def _plan_points(blocks: list[Block], text: str, titles: list[str]) -> int:
    points = 0
    named = [line for line in titles if JUSTICE_PLAN.search(line)]
    if any(not _names_another(line) for line in named):
        points += _TITLE_SURE
    title = title_of(blocks, "")
    area, _ = area_of(blocks, title)
    local = area not in _SCOTLAND or bool(_OUR_AREA.search(text))
    points += 1 if local else -2
    points += 1 if period_of(blocks, title) else 0
    rows = sum(_work(table) for table in read_tables(blocks))
    points += 3 if rows >= 3 else 2 if rows else 0
    points += _scale(len(_OF_ITSELF.findall(text)), 2, 6)
    points += _scale(len(_WILL.findall(text)), 3, 12)
    headed = sum(1 for b in blocks if b.kind == "heading" and _SECTIONS.search(b.text))
    return points + _scale(headed, 2, 5)


def _work(table: ReadTable) -> int:
    if not table.has("action") or not ({"lead", "due"} & set(table.roles)):
        return 0
    return sum(1 for row in table.rows if row.text("action"))


def _names_another(line: str) -> bool:
    """Tell whether a line that names a plan names a document about it, such as guidance."""
    return any(_is_about(other, line) for other in OTHER_KINDS)


def _is_about(other: OtherKind, line: str) -> bool:
    """Tell whether a line is the title of another kind of document, whatever plan it names."""
    found, plan = other.title.search(line), JUSTICE_PLAN.search(line)
    if not found or not plan:
        return bool(found)
    if plan.start() < found.start() < plan.end():
        between = line[found.end() : plan.end()]
    else:
        between = line[min(found.end(), plan.end()) : max(found.start(), plan.start())]
        if other.code == "national_document" and plan.start() < found.start():
            return False
    return not _TOGETHER.search(between)


def _points(other: OtherKind, cover: list[str], text: str) -> int:
    titled = other.sure if any(_is_about(other, line) for line in cover) else 0
    marks = sum(1 for mark in other.marks if mark.search(text))
    points = titled + marks
    # Marks alone count where there are many: plans too have a list of contacts or questions.
    return points if titled or marks >= other.least else min(points, _TITLE_POINTS - 1)


def _cover_lines(blocks: list[Block], in_properties: str) -> list[str]:
    """The lines that name a document: those before its first section and its contents page."""
    lines = [in_properties] if in_properties else []
    headed = text_between = False
    for block in blocks[: _OPENING * 2]:
        is_heading = block.kind == "heading"
        stop = block.kind == "table" or block.contents or bool(_CONTENTS.match(block.text))
        if stop or len(lines) >= _COVER or (is_heading and text_between):
            break
        headed = headed or is_heading
        text_between = headed and not is_heading
        if _may_name(block):
            lines.append(block.text)
    return lines


def _may_name(block: Block) -> bool:
    words = len(block.text.split())
    sentence = block.kind != "heading" and block.text[-1:] == "." and words > _TITLE_SENTENCE
    return 0 < words <= _TITLE_LONGEST and not sentence


def _scale(count: int, some: int, many: int) -> int:
    return 2 if count >= many else 1 if count >= some else 0
