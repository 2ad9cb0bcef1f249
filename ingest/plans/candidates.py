# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Passages outside tables that set out an action: labelled, listed, or promised in a sentence."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from .blocks import Block, Locator
from .commitments import Commitment, commitment
from .dates import period
from .fields import Labelled, labelled_fields, learn_labels, separated_fields
from .headings import by_rule
from .references import References, Sort
from .tables import ReadTable

#: Headings of lists of actions, and of parts of a plan that set out its work.
ACTION_HEADING: Final = re.compile(
    r"^(?:[\dA-Z][\d.]*[.)]?\s+)?(?:our |key |planned |agreed |priority |main |local |the )*actions?\b(?! plan)|"
    r"\bwhat (?:we|partners|will be|is to be)(?:['’]ll| will| are going to| have promised to| plan to| intend to| mean to)? ?(?:be )?(?:do(?:ne|ing)?|deliver)\b|"
    r"\b(?:delivery|action|work|improvement|implementation) (?:plan|programme)s?\b|\bcommitments?\b|\bpromises\b|^next steps$|"
    r"\bhow (?:we|partners) (?:will|are going to) (?:get there|do (?:it|this)|achieve|deliver)|\bthe work\b|\bwhat happens next\b",
    re.IGNORECASE,
)
#: Sections whose sentences with "will" are about how the Partnership works, not about actions.
OUTSIDE_HEADING: Final = re.compile(
    r"\bvision\b|\bgovern|\baccountab|\banswer(?:s|able|ing)? (?:for|to)\b|\bwho (?:does|do|we are|is)\b|\broles?\b|\bresponsib|"
    r"\binvolv|\bengag|\blisten|\bconsult|\bparticipation\b|\bheard\b|\bvoices?\b|\bworkforce\b|\bstaff|\bpeople who (?:do|work)|"
    r"\bevaluat|\bmonitor|\bmeasur|\bhow (?:will )?we(?:['’]ll| will)? (?:know|check|tell|report)|\breview|\breport|\bperformance\b|"
    r"\bresourc|\bmoney\b|\bfunding\b|\bbudget|\bfinanc|\bcontact|\bgetting hold|\bforeword|\bfrom the (?:chair|convener)|\bwelcome\b|\bintroduc|\babout (?:this|the|us)\b|"
    r"\bwhat this\b|\bbackground\b|\bcontext\b|\bpolicy\b|\blaw\b|\blegal|\bstatut|\brisks?\b|\bdeliverables?\b|\bwill (?:be|exist) (?:in place|different)|\bable to see\b|"
    r"\bequalit|\bglossary|\babbreviat|\bneeds?\b|\bprofile\b|\bplace and\b|\bservice changes?\b|\bchanges? to services|\bsustain|\bpublication\b|\bpublish|\b(?:supporting|related|other) (?:documents|papers|plans)\b|"
    r"\blast plan\b|\bprevious plan\b|\blook(?:ing)? back\b|\bachieved\b|\bso far\b|\bprogress (?:since|against|to date)\b|\bwhere (?:are )?we(?: are)? now\b|\bpartners?\b$|\bpriorit(?:y|ies)$",
    re.IGNORECASE,
)
#: Items of the checklist whose chapters set out no outcome and no action.
_OF_PLAN: Final = frozenset({"2", "5", "6", "8", "10", "11", "12", "13"})
_ASKS: Final = re.compile(r"^(?:[\d.]+\s+)?(?:how|what|when|where|who|why)\b", re.IGNORECASE)
_TERMS_HEADING: Final = re.compile(
    r"^(?:[\d.]+\s+)?(?:(?:our|the|local|outcomes?|changes?|results?|in|for|over) )*short(?:er)?\b.{0,20}\bmedium\b.{0,20}\blong(?:er)?\b",
    re.IGNORECASE,
)
#: What is to be so in the short, the medium or the long term is a change, not an action.
_IN_TERM: Final = re.compile(
    r"^(?:(?:in|over|for) the )?(?:short|medium|mid|long)(?:er)?[ -]+term\b", re.IGNORECASE
)
_BULLET: Final = re.compile(r"^\s*[•●▪■◦○‣⁃∙·*\-–—►➢✓✔]\s+")
_NUMBER_ONLY: Final = re.compile(
    r"^(?:action\s*)?[A-Z]{0,3}[ -]?\d{0,2}(?:\.\d{1,2}){0,3}[a-z]?[.):]?$", re.I
)
#: A line of the cover that says for how long the plan runs, whatever else stands in it.
_OF_PERIOD: Final = re.compile(
    r"^(?:(?:this|the|our|it|plan|strategy|cjoip|period|covers|covering|runs|running|valid|in force|dates?|is|for|of|from|the|years)\b\W*){0,6}"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:[A-Z][a-z]{2,8}\s+)?20\d\d[^.;]{0,30}$",
    re.IGNORECASE,
)
_FEWEST: Final = 2
_SORTS: Final[tuple[Sort, ...]] = ("outcome", "objective")
_HEAD_WORDS: Final = 3
_HEADING_WORDS: Final = 8


@dataclass(slots=True)
class Candidate:
    """A passage that may set out an action.

    Args:
        block: The block that has its words.
        text: The words of the action, without labels.
        fields: What is labelled in it or below it, by role.
        promised: What it promises as a sentence, where it does.
        measure: What a sentence says will show it.
        places: Where labelled words stand, by role, when that is another block.
    """

    block: Block
    text: str
    fields: dict[str, str] = field(default_factory=dict)
    promised: Commitment | None = None
    measure: str | None = None
    places: dict[str, Locator] = field(default_factory=dict)

    @property
    def place(self) -> Locator:
        """Where its words stand."""
        return self.block.locator


def in_action_section(block: Block) -> bool:
    """Tell whether a block stands under a heading that announces actions."""
    return any(ACTION_HEADING.search(heading) for heading in block.path)


def stands_outside(path: tuple[str, ...], last: int) -> bool:
    """Tell whether one of the last headings over a block says that no actions stand there.

    The words of an outcome or an objective are long, and may name needs or staff.
    """
    near = path[-last:]
    return any(
        (len(h.split()) <= _HEADING_WORDS and OUTSIDE_HEADING.search(h)) or speaks_of_plan(h)
        for h in near
    )


def speaks_of_plan(heading: str) -> bool:
    """Tell whether a heading, however long, names a chapter about the plan and its making.

    An outcome is a statement. A chapter asks ("How we will oversee the work"), or has its
    name before a colon ("Roles and responsibilities: who does what").

    >>> speaks_of_plan("What will be different, and when")
    True
    >>> speaks_of_plan("People are involved in decisions about their own support")
    False
    """
    name, colon, _ = heading.partition(":")
    if not (colon and len(name.split()) <= _HEADING_WORDS):
        if not _ASKS.match(heading):
            return bool(_TERMS_HEADING.match(heading))
        if ACTION_HEADING.search(heading):  # "What will be different, and what we will do"
            return False
    return bool(by_rule(name).items & _OF_PLAN)


def deliverables_apart(table: ReadTable) -> ReadTable:
    """Give the actions of a table another role where they are products that nobody leads.

    A table "Year | What will be in place" answers for deliverables; it is no delivery plan.
    """
    if not table.has("action") or set(table.roles) & {"lead", "objective", "outcome", "priority"}:
        return table
    if not stands_outside(table.block.path, 2):
        return table
    rename = {"action": "deliverable"}
    rows = tuple(
        replace(row, fields={rename.get(role, role): cell for role, cell in row.fields.items()})
        for row in table.rows
    )
    return replace(table, roles=tuple(rename.get(r, r) for r in table.roles), rows=rows)


def find_candidates(blocks: list[Block], references: References) -> list[Candidate]:
    """Find all passages outside tables that may set out an action, in reading order.

    Labelled passages always count. A promise in a sentence counts in a section that
    announces actions, or where the items of a list promise one after another.

    Args:
        blocks: The document.
        references: How the plan numbers its outcomes and objectives.
    """
    found = _labelled(blocks, references)
    taken = {id(candidate.block) for candidate in found}
    promised = _promised(blocks, taken)
    return sorted([*found, *promised], key=lambda c: blocks.index(c.block))


def _labelled(blocks: list[Block], references: References) -> list[Candidate]:
    found: list[Candidate] = []
    learned = learn_labels(b.text for b in blocks if b.kind in {"list", "paragraph"})
    open_: Candidate | None = None
    before: Block | None = None
    for block in blocks:
        if block.kind == "table" or block.contents:
            open_ = before = None
            continue
        words = _BULLET.sub("", block.text)
        read = labelled_fields(words, learned)
        if not read.fields and block.kind == "list":
            read = separated_fields(words)
        if block.kind == "heading" or not read.fields or _sets_out(block, references):
            open_ = open_ if open_ and _goes_on(open_, block) else None
            before = block
            continue
        whole = {"lead", "due"} <= set(read.fields)
        if not whole and open_ is None and stands_outside(block.path, 1):
            continue
        if _OF_PERIOD.match(read.head) and period(read.head):
            continue
        headed = len(read.head.split()) >= _HEAD_WORDS and not _NUMBER_ONLY.match(read.head)
        kin = block.kind == "list" and any(c.block.path == block.path for c in found)
        promised = "measure" in read.fields and (kin or commitment(read.head) is not None)
        if headed and (read.tells_of_action or promised):
            open_ = Candidate(block, read.head, dict(read.fields))
            found.append(open_)
        elif not headed and open_ and not set(read.fields) & set(open_.fields):
            open_.fields.update(read.fields)
            open_.places.update(dict.fromkeys(read.fields, block.locator))
        elif not headed and before is not None:
            kin = before.kind == "list" and any(c.block.path == before.path for c in found)
            if read.tells_of_action or (kin and "measure" in read.fields):
                open_ = _with_head(before, read)
                open_.places.update(dict.fromkeys(read.fields, block.locator))
                found.append(open_)
    return found


def _sets_out(block: Block, references: References) -> bool:
    """Tell whether a block sets out an outcome or objective: "Outcome 4: ..." is no label."""
    return any(references.definition(sort, block.text, heading=False) for sort in _SORTS)


def _with_head(head: Block, read: Labelled) -> Candidate:
    """Labels below the words that they belong to: an item, a paragraph or a small heading."""
    return Candidate(head, labelled_fields(_BULLET.sub("", head.text)).head, dict(read.fields))


def _goes_on(candidate: Candidate, block: Block) -> bool:
    """Tell whether labels after a block may still belong to the action before it."""
    return block.kind == "list" and len(block.text.split()) < _HEAD_WORDS


def _promised(blocks: list[Block], taken: set[int]) -> list[Candidate]:
    listed: list[Candidate] = []
    told: list[Candidate] = []
    loose: list[Candidate] = []
    for block in blocks:
        if block.kind not in {"list", "paragraph"} or block.contents or id(block) in taken:
            continue
        bulleted = block.kind == "list" or bool(_BULLET.match(block.text))
        words = _BULLET.sub("", block.text)
        made = commitment(words)
        if not made:
            continue
        if _IN_TERM.match(words) and not ACTION_HEADING.search(block.under()):
            continue
        outside = stands_outside(block.path, 2)
        announced = in_action_section(block)
        firm = made.named and bool(made.due_as_written)
        if outside and not firm and not (announced and ACTION_HEADING.search(block.under())):
            continue
        candidate = Candidate(block, made.text, promised=made, measure=made.measure)
        if bulleted:
            listed.append(candidate)
        elif firm and announced:
            told.append(candidate)
        elif firm:
            loose.append(candidate)
    # One bullet with "will" is a remark; a list of them is what is going to be done.
    many = Counter(c.block.path for c in listed if c.promised and c.promised.named)
    kept = [c for c in listed if in_action_section(c.block) or many[c.block.path] >= _FEWEST]
    # A section in which one body after another promises something by a day sets out actions.
    firmly = Counter(c.block.path for c in loose)
    told += [c for c in loose if firmly[c.block.path] >= _FEWEST]
    return [*kept, *told]
