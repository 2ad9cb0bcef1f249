# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Local outcomes and strategic objectives of a plan, from headings, prose and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from .blocks import Block, Locator
from .links import Generation, Links, alias_links, explicit_links, heading_links
from .reading import Objective, Outcome
from .references import Named, Sort, alike, definition, item_id, number_of, reference
from .sections import (
    Introductions,
    Section,
    is_mark,
    label_in,
    labelled,
    labels_wanted,
    priority_section,
    without_national,
)
from .tables import ReadTable, Row
from .vocabulary import flat, vocabulary

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
    r"^(?:[\d.]+\s+)?(?:local |our |key )*(?:indicators?|measur(?:es?|ing)|how (?:will )?we(?:'ll|’ll| will)? (?:know|measure))\b",
    re.IGNORECASE,
)

#: Headings inside the section of an outcome, whatever level they are set in.
_INNER_HEADING: Final = re.compile(
    r"^(?:[\d.]+\s+)?(?:our |key |local |strategic |planned |priority )*(?:actions?|indicators?|measures?|"
    r"objectives?|what (?:we|partners) (?:will|are going to) do|how (?:will )?we(?: will)? know|outcomes?|what (?:we|partners) want(?: to (?:see|achieve))?|leads?|partners|"
    r"where (?:are )?we(?: are)? now|assessment|baseline|evidence|timescales?)\s*:?$",
    re.IGNORECASE,
)
_IN_PROSE: Final = 99
#: Confidence of a link that a plan states by code.
_STATED: Final = 0.95
#: A heading that names more national outcomes than this speaks of all of them at once.
_FEW: Final = 4
_LOCAL: Final = re.compile(r"^(?:local(?:ly determined)? outcome|LO ?\d)", re.IGNORECASE)


@dataclass(slots=True)
class _OutcomeDraft:
    id: str
    text: str
    locator: Locator
    links: Links = field(default_factory=Links)
    measures: list[str] = field(default_factory=list)
    path: tuple[str, ...] = ()
    implied: bool = False
    from_actions: bool = False


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
        #: Outcomes by the label of the priority that they belong to.
        self._labels: dict[str, str] = {}
        self._sections: list[Section] = []
        self._wanted = labels_wanted(tables)
        self._objectives: dict[str, Objective] = {}
        self._contexts: dict[tuple[int | None, int | None], _Context] = {}
        #: Places of the blocks under each heading, by its path.
        self._under: dict[tuple[str, ...], list[tuple[int | None, int | None]]] = {}
        for block in blocks:
            for depth in range(1, len(block.path) + 1):
                place = (block.locator.paragraph, block.locator.table)
                self._under.setdefault(block.path[:depth], []).append(place)
        #: Level of the heading that is in force while the text is read.
        self._level = 0
        self._opened: set[tuple[str, ...]] = set()
        self._has_local = any(
            _LOCAL.match(b.text) and definition("outcome", b.text, heading=True) for b in blocks
        )
        self._in_text(blocks, Introductions(tables))
        for table in tables:
            self._in_table(table)
        self._adopt_priorities(tables)
        self._adopt_national(blocks, tables)
        self._details(blocks)
        for table in tables:
            self._details_of_labels(table)
        for draft in self._outcomes.values():
            for heading in reversed(draft.path):
                draft.links = draft.links or heading_links(heading, generation)
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
                implied=draft.implied,
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

    def priority_meant(self, cell: str) -> str | None:
        """Return the id of the outcome of the priority that a cell names.

        A letter or number that the plan has no priority for is dangling where its other
        priorities are named so; else it is a rank or a mark, and means none.
        """
        label = label_in(cell)
        if not label:
            words = without_national(cell)
            hits = [d.id for d in self._outcomes.values() if alike(d.text, words)]
            hits += [self._labels.get(s.label, "") for s in self._sections if alike(s.text, words)]
            return next((hit for hit in hits if hit), None)
        if label in self._labels:
            return self._labels[label]
        key = item_id("outcome", label)
        if not label.isdigit() and key in self._outcomes:
            return key
        kin = any(known.isdigit() == label.isdigit() for known in self._labels)
        return key if kin and not is_mark(label) and key not in self._outcomes else None

    def serving(self, national: Links) -> str | None:
        """Return the id of the outcome that shares most of these national outcomes."""
        wanted = set(national.national)
        shared = [
            (len(wanted & set(d.links.national)), -len(d.links.national), d.id)
            for d in self._outcomes.values()
        ]
        best = max(shared, key=lambda score: score[:2], default=(0, 0, ""))
        return best[2] if best[0] else None

    def tie(self, outcome: str | None, national: Links) -> None:
        """Tie an outcome to what its actions say they serve, where it says nothing itself."""
        draft = self._outcomes.get(outcome or "")
        if draft and national and (draft.from_actions or draft.links.confidence < _STATED):
            known = draft.links if draft.from_actions else Links()
            draft.links, draft.from_actions = known.joined(national), True

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
            if not draft.links:
                draft.links = heading_links(heading, self.generation)
        return draft.id

    def _in_text(self, blocks: list[Block], introductions: Introductions) -> None:
        context = _Context()
        section: Section | None = None
        for block in blocks:
            if block.kind == "heading":
                context = context.after_heading(block)
                self._level = block.level
                section = priority_section(block, self._wanted) or (
                    section if section and section.holds(block) else None
                )
                if section and section.block is block:
                    self._sections.append(section)
            if block.kind != "table" and not block.contents and block.text:
                words = introductions.read(block, section)
                context = self._introduce(words, block, section, context) or self._read(
                    block, context
                )
            self._contexts[block.locator.paragraph, block.locator.table] = context

    def _introduce(
        self, words: str, block: Block, section: Section | None, context: _Context
    ) -> _Context | None:
        """Set out the outcome that a line introduces; its section speaks of it from then on."""
        found = Named("", without_national(words))
        if not words or self._is_national(words, found):
            return None
        label = section.label if section else ""
        number = label if item_id("outcome", label) not in self._outcomes else ""
        draft = self._outcome(replace(found, number=number), block.locator)
        path = section.path if section else block.path
        draft.path = draft.path or path
        draft.links = draft.links.joined(explicit_links(words, self.generation))
        if section:
            self._labels.setdefault(section.label, draft.id)
        # What stands above the line in its section belongs to the outcome as well.
        for key in () if path in self._opened else self._under.get(path, ()):
            known = self._contexts.get(key)
            if known and known.outcome is None:
                self._contexts[key] = replace(known, outcome=draft.id)
        self._opened.add(path)
        level = section.block.level if section else self._level or _IN_PROSE
        return _Context(draft.id, level)

    def _read(self, block: Block, context: _Context) -> _Context:
        """Read one block; what it sets out becomes the context of the blocks after it."""
        heading = block.kind == "heading"
        level = block.level if heading else _IN_PROSE
        found = definition("outcome", block.text, heading=heading)
        if found and not self._is_national(block.text, found):
            draft = self._outcome(found, block.locator)
            draft.path = draft.path or block.path
            return context if block.kind == "list" else _Context(draft.id, level)
        listed = labelled(block.text, self._wanted) if block.kind == "list" else None
        if (
            listed
            and not _MEASURE_HEADING.match(block.under())
            and listed.number not in self._labels
        ):
            if len(listed.text.split()) >= 3 and not context.outcome:
                self._labels[listed.number] = self._outcome(listed, block.locator).id
            return context
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
            label = label_in(row.text("priority")) if sort == "outcome" else ""
            number = number_of(row.text("ref")) or label
            named = definition(sort, text, heading=True) or Named(number, without_national(text))
            place = row.fields[sort].locator
            if sort == "objective":
                cell = row.text("outcome")
                outcome = self.outcome_meant(cell) if cell else at_section
                self._objective(named, place, outcome)
                continue
            draft = self._outcome(named, place)
            draft.path = draft.path or table.block.path
            if label:
                self._labels.setdefault(label, draft.id)
            draft.links = draft.links.joined(self.national_of(row)).joined(
                explicit_links(text, self.generation)
            )
            for role in ("measure", "national_indicator"):
                if row.text(role):
                    draft.measures.append(row.text(role))

    def _adopt_national(self, blocks: list[Block], tables: list[ReadTable]) -> None:
        """Take national outcomes as the plan's own where it sets out its work under them.

        A section or a row that has a local outcome, or a place for one, is left as it is.
        """
        local = bool(self._outcomes)
        acting = [t for t in tables if t.has("action")]
        headings = [b for b in blocks if b.kind == "heading" and b.level > 0]
        for block in sorted(headings, key=lambda b: -b.level):
            national = heading_links(block.text, self.generation).national
            if not 0 < len(national) <= _FEW:
                continue
            inside = self._under.get(block.path, [])
            works = [t for t in acting if t.block.path[: len(block.path)] == block.path]
            own = any(t.has(role) for t in works for role in ("outcome", "objective", "priority"))
            if not works or (local and own) or any(self._contexts[k].outcome for k in inside):
                continue
            made = self._national(national, block.locator)
            for key in inside:
                self._contexts[key] = replace(self._contexts[key], outcome=made)
        for table in acting:
            if not table.has("national") or table.has("outcome"):
                continue
            if self.outcome_at(table.block.locator):
                continue
            for row in table.rows:
                links = self.national_of(row)
                if links.national and not (local and self.serving(links)):
                    self._national(links.national, row.fields["national"].locator)

    def _adopt_priorities(self, tables: list[ReadTable]) -> None:
        """Take a priority as an outcome where actions point to it and it sets out none itself."""
        acting = [t.block.path for t in tables if t.has("action")]
        for section in self._sections:
            inside = self._under.get(section.path, [])
            known = self._labels.get(section.label)
            links = heading_links(section.block.text, self.generation)
            if known is None:
                own = {self._contexts[k].outcome for k in inside} - {None}
                works = any(path[: len(section.path)] == section.path for path in acting)
                free = item_id("outcome", section.label) not in self._outcomes
                pointed = free and section.label in self._wanted
                if own or len(section.text.split()) < 2 or not (pointed or (links and works)):
                    continue
                named = Named(section.label if free else "", section.text)
                draft = self._outcome(named, section.block.locator)
                draft.links, draft.path = draft.links.joined(links), section.path
                draft.implied = bool(links.national)
                self._labels[section.label] = known = draft.id
            else:
                draft = self._outcomes[known]
                draft.links = draft.links.joined(links)
            for key in inside:
                if self._contexts[key].outcome is None:
                    self._contexts[key] = replace(self._contexts[key], outcome=known)

    def national_of(self, row: Row) -> Links:
        """Find the links in all columns of a row that are for national outcomes."""
        fields = [row.fields[role] for role in ("national",) if role in row.fields]
        fields += [more for role, more in row.more if role == "national"]
        links = Links()
        for cell in fields:
            links = links.joined(explicit_links(cell.text, self.generation, bare=True))
        return links

    def _national(self, codes: tuple[str, ...], locator: Locator) -> str:
        known = [vocabulary().outcome(code) for code in codes]
        text = "; ".join(term.label for term in known if term)
        number = "-".join([codes[0], *(code.rpartition("-")[2] for code in codes[1:])])
        key = item_id("outcome", number)
        if key not in self._outcomes:
            self._outcomes[key] = _OutcomeDraft(key, text, locator, implied=True)
        self._outcomes[key].links = Links(codes, (), _STATED)
        return key

    def _details_of_labels(self, table: ReadTable) -> None:
        """Add measures and links from a table whose rows only name a priority by its label."""
        if set(table.roles) & {"action", "outcome", "objective", "assessment"}:
            return
        for row in table.rows:
            meant = self._labels.get(label_in(row.text("priority") or row.text("ref")))
            if meant:
                draft = self._outcomes[meant]
                draft.links = draft.links.joined(self.national_of(row))
                draft.measures += [row.text("measure")] if row.text("measure") else []

    def _details(self, blocks: list[Block]) -> None:
        """Add links and measures that stand in the section of an outcome."""
        for block in blocks:
            outcome = self.outcome_at(block.locator)
            if block.kind in {"list", "paragraph"} and _MEASURE_HEADING.match(block.under()):
                named = labelled(block.text, frozenset(self._labels))
                meant = self._labels.get(named.number) if named else None
                if named and meant:
                    self._outcomes[meant].measures.append(named.text)
                    continue
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
            known.implied = any(flat(t.label) == flat(named.text) for t in vocabulary().outcomes)
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
