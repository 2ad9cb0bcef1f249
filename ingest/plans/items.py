# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Local outcomes and strategic objectives of a plan, from headings, prose and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from .blocks import Block, Locator
from .links import Generation, Links, alias_links, explicit_links, outcome_of_heading
from .reading import Objective, Outcome
from .references import Named, Sort, alike, definition, item_id, number_of, reference
from .tables import ReadTable
from .vocabulary import vocabulary

_LINK_CUE: Final = re.compile(
    r"\bnational|\bNDOs?\b|common outcome|priority action|contributes? to|^links? to|\bserves\b",
    re.IGNORECASE,
)
_MEASURE_CUE: Final = re.compile(
    r"^(?:local |national |our |key )*(?:indicators?|measures?|measured by|how (?:will )?we(?: will)? know|"
    r"success measures?|performance measures?)\b[^:]{0,30}[:\-–—]\s*(?P<text>.+)$|"
    r"\b(?:is|will be) measured by (?P<more>.+)$",
    re.IGNORECASE,
)
_MEASURE_HEADING: Final = re.compile(
    r"^(?:local |our )*(?:indicators?|measures?|how (?:will )?we(?: will)? know)\b", re.IGNORECASE
)

#: Headings inside the section of an outcome, whatever level they are set in.
_INNER_HEADING: Final = re.compile(
    r"^(?:[\d.]+\s+)?(?:our |key |local |strategic |planned |priority )*(?:actions?|indicators?|measures?|"
    r"objectives?|what (?:we|partners) (?:will|are going to) do|how (?:will )?we(?: will)? know|leads?|partners|"
    r"where (?:are )?we(?: are)? now|assessment|baseline|evidence|timescales?)\s*:?$",
    re.IGNORECASE,
)
_IN_PROSE: Final = 99
_LOCAL: Final = re.compile(r"^(?:local(?:ly determined)? outcome|LO ?\d)", re.IGNORECASE)


@dataclass(slots=True)
class _OutcomeDraft:
    id: str
    text: str
    locator: Locator
    links: Links = field(default_factory=Links)
    measures: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Context:
    """The outcome and the objective that a plan is speaking of at some place.

    Levels are those of the headings that opened them, ``_IN_PROSE`` for a paragraph.
    """

    outcome: str | None = None
    level: int = 0
    objective: str | None = None
    objective_level: int = 0

    def after_heading(self, block: Block) -> _Context:
        """Return what still holds once a heading has been passed."""
        if _INNER_HEADING.match(block.text):
            return self
        if self.outcome and block.level <= self.level:
            return _Context()
        if self.objective and block.level <= self.objective_level:
            return replace(self, objective=None, objective_level=0)
        return self


class ItemFinder:
    """Finds outcomes and objectives, and answers which one a place or a text means.

    Args:
        blocks: The document.
        tables: Its tables that are understood.
        generation: Which set of national outcomes its numbers mean.
    """

    def __init__(
        self, blocks: list[Block], tables: list[ReadTable], generation: Generation
    ) -> None:
        self.generation = generation
        self._outcomes: dict[str, _OutcomeDraft] = {}
        self._objectives: dict[str, Objective] = {}
        self._contexts: dict[tuple[int | None, int | None], _Context] = {}
        self._has_local = any(
            _LOCAL.match(b.text) and definition("outcome", b.text, heading=True) for b in blocks
        )
        self._in_text(blocks)
        for table in tables:
            self._in_table(table)
        if not self._outcomes:
            self._adopt_national(blocks, tables)
        self._details(blocks)
        for draft in self._outcomes.values():
            if not draft.links:
                draft.links = explicit_links(draft.text, generation) or alias_links(
                    draft.text, generation
                )

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """All local outcomes in the order of the plan."""
        return tuple(
            Outcome(
                id=draft.id,
                text=draft.text,
                national=draft.links.national,
                priority_actions=draft.links.priority_actions,
                confidence=draft.links.confidence,
                measures=tuple(dict.fromkeys(draft.measures)),
                locator=draft.locator,
            )
            for draft in self._outcomes.values()
        )

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """All strategic objectives in the order of the plan."""
        return tuple(self._objectives.values())

    def outcome_at(self, place: Locator) -> str | None:
        """Return the id of the outcome under whose heading or words a block stands."""
        context = self._contexts.get((place.paragraph, place.table))
        return context.outcome if context else None

    def objective_at(self, place: Locator) -> str | None:
        """Return the id of the objective under whose heading or words a block stands."""
        context = self._contexts.get((place.paragraph, place.table))
        return context.objective if context else None

    def outcome_meant(self, text: str, *, column: bool = True) -> str | None:
        """Return the id that a text points to; an id that is not defined is dangling."""
        for draft in self._outcomes.values():
            if alike(draft.text, text):
                return draft.id
        named = definition("outcome", text, heading=True)
        number = named.number if named else reference("outcome", text, column=column)
        if number:
            return item_id("outcome", number)
        if column and (links := explicit_links(text, self.generation, bare=True)):
            return next((d.id for d in self._outcomes.values() if d.links == links), None)
        return None

    def objective_meant(self, text: str, *, column: bool = True) -> str | None:
        """Return the id that a text points to; an id that is not defined is dangling."""
        named = definition("objective", text, heading=True)
        number = named.number if named else reference("objective", text, column=column)
        if number:
            return item_id("objective", number)
        for objective in self._objectives.values():
            if alike(objective.text, text):
                return objective.id
        return None

    def outcome_of(self, objective: str | None) -> str | None:
        """Return the id of the outcome that an objective points to."""
        known = self._objectives.get(objective or "")
        return known.outcome if known else None

    def knows(self, item: str) -> bool:
        """Tell whether an id is defined in the plan."""
        return item in self._outcomes or item in self._objectives

    def define(
        self,
        sort: Sort,
        text: str,
        locator: Locator,
        *,
        outcome: str | None = None,
        path: tuple[str, ...] = (),
    ) -> str:
        """Add an item that a table of actions sets out in passing.

        Args:
            sort: What it is.
            text: Its words.
            locator: Its place.
            outcome: The outcome that an objective belongs to.
            path: The headings that it stands under; a national outcome among them is its link.
        """
        named = definition(sort, text, heading=True) or Named("", text)
        if sort == "objective":
            return self._objective(named, locator, outcome).id
        draft = self._outcome(named, locator)
        if not draft.links:
            draft.links = explicit_links(text, self.generation)
        for heading in reversed(path):
            if not draft.links and (code := outcome_of_heading(heading, self.generation)):
                draft.links = Links((code,), (), 0.9)
        return draft.id

    def _in_text(self, blocks: list[Block]) -> None:
        context = _Context()
        for block in blocks:
            if block.kind == "heading":
                context = context.after_heading(block)
            if block.kind != "table" and not block.contents and block.text:
                context = self._read(block, context)
            self._contexts[block.locator.paragraph, block.locator.table] = context

    def _read(self, block: Block, context: _Context) -> _Context:
        """Read one block; what it sets out becomes the context of the blocks after it."""
        heading = block.kind == "heading"
        level = block.level if heading else _IN_PROSE
        found = definition("outcome", block.text, heading=heading)
        if found and not self._is_national(block.text, found):
            draft = self._outcome(found, block.locator)
            return context if block.kind == "list" else _Context(draft.id, level)
        found = definition("objective", block.text, heading=heading)
        if not found:
            return context
        meant = reference("outcome", found.text)
        outcome = item_id("outcome", meant) if meant else context.outcome
        made = self._objective(found, block.locator, outcome)
        if block.kind == "list":
            return context
        return replace(context, objective=made.id, objective_level=level)

    def _is_national(self, text: str, found: Named) -> bool:
        """Tell whether a text recites a national outcome in a plan that has local ones."""
        if re.match(r"^(national|common)", text, re.IGNORECASE):
            return True
        official = any(alike(term.label, found.text) for term in vocabulary().outcomes)
        return official and self._has_local and not _LOCAL.match(text)

    def _in_table(self, table: ReadTable) -> None:
        if table.has("action"):
            return
        at_section = self.outcome_at(table.block.locator)
        for row in table.rows:
            sort: Sort = "objective" if table.has("objective") else "outcome"
            text = row.text(sort)
            if sort not in table.roles or len(text.split()) < 3:
                continue
            # An outcome beside an assessment or a need is spoken of here, not set out.
            if table.has("assessment") or table.has("need") or table.has("lead"):
                continue
            named = definition(sort, text, heading=True) or Named(number_of(row.text("ref")), text)
            place = row.fields[sort].locator
            if sort == "objective":
                cell = row.text("outcome")
                outcome = self.outcome_meant(cell) if cell else at_section
                self._objective(named, place, outcome)
                continue
            draft = self._outcome(named, place)
            draft.links = draft.links.joined(
                explicit_links(row.text("national"), self.generation, bare=True)
            )
            for role in ("measure", "national_indicator"):
                if row.text(role):
                    draft.measures.append(row.text(role))

    def _adopt_national(self, blocks: list[Block], tables: list[ReadTable]) -> None:
        """Take national outcomes as the plan's own where it sets out its work under them."""
        acting = [t.block.path for t in tables if t.has("action")]
        for block in blocks:
            if block.kind != "heading" or block.level == 0:
                continue
            code = outcome_of_heading(block.text, self.generation)
            works = any(path[: len(block.path)] == block.path for path in acting)
            if code and works:
                made = self._national(code, block.locator)
                for other in blocks:
                    if other.path[: len(block.path)] == block.path:
                        key = (other.locator.paragraph, other.locator.table)
                        self._contexts[key] = replace(self._contexts[key], outcome=made)
        for table in tables:
            if table.has("action", "national") and not table.has("outcome"):
                for row in table.rows:
                    links = explicit_links(row.text("national"), self.generation, bare=True)
                    for code in links.national:
                        self._national(code, row.fields["national"].locator)

    def _national(self, code: str, locator: Locator) -> str:
        term = vocabulary().outcome(code)
        draft = self._outcome(Named(code, term.label if term else code), locator)
        draft.links = Links((code,), (), 0.95)
        return draft.id

    def _details(self, blocks: list[Block]) -> None:
        """Add links and measures that stand in the section of an outcome."""
        for block in blocks:
            outcome = self.outcome_at(block.locator)
            if not outcome or block.contents:
                continue
            draft = self._outcomes[outcome]
            if block.kind == "heading" and block.locator == draft.locator:
                continue
            if block.kind != "table" and _LINK_CUE.search(block.text):
                bare = bool(re.match(r"^(links? to|contributes? to)\b", block.text, re.I))
                draft.links = draft.links.joined(
                    explicit_links(block.text, self.generation, bare=bare)
                )
            measure = _MEASURE_CUE.search(block.text) if block.kind != "table" else None
            if measure:
                draft.measures.append((measure["text"] or measure["more"]).strip())
            elif block.kind in {"list", "paragraph"} and _MEASURE_HEADING.match(block.under()):
                draft.measures.append(block.text)

    def _outcome(self, named: Named, locator: Locator) -> _OutcomeDraft:
        for draft in self._outcomes.values():
            if alike(draft.text, named.text):
                return draft
        number = named.number or _free("outcome", self._outcomes)
        key = item_id("outcome", number)
        known = self._outcomes.get(key)
        if known is None:
            known = _OutcomeDraft(key, named.text, locator)
            self._outcomes[key] = known
        return known

    def _objective(self, named: Named, locator: Locator, outcome: str | None) -> Objective:
        number = named.number or _free("objective", self._objectives)
        key = item_id("objective", number)
        known = self._objectives.get(key)
        if known is None:
            if outcome is None and "." in number:
                above = item_id("outcome", number.split(".")[0])
                outcome = above if above in self._outcomes else None
            known = Objective(key, named.text, outcome, locator)
            self._objectives[key] = known
        return known


def _free(sort: str, taken: dict[str, _OutcomeDraft] | dict[str, Objective]) -> str:
    number = len(taken) + 1
    while item_id(sort, str(number)) in taken:
        number += 1
    return str(number)
