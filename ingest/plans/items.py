# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Local outcomes and strategic objectives of a plan, from headings, prose and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from .blocks import Block, Locator
from .candidates import Candidate
from .groups import find_groups, is_generic, plain_heading
from .links import Generation, explicit_links, heading_links
from .local_items import LOCAL, LocalItems
from .national import meant_links, states_links
from .objective_lists import item_of_list, listed_objectives, opens_objectives
from .references import Named, References, Sort, item_id, leading_number, number_of
from .sections import (
    Introductions,
    Section,
    label_in,
    labelled,
    labels_wanted,
    measure_apart,
    priority_section,
    without_national,
)
from .surroundings import surroundings
from .tables import ReadTable, Row
from .titles import written_titles

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
#: What an item of a list sets out holds for the items after it.
_IN_LIST: Final = 100
_FEWEST_WORDS: Final = 4
_OUTCOMES_HEADING: Final = re.compile(
    r"^(?:[\d.]+\s+)?(?:(?:our|the|local|shared|key|agreed|intended) )*(?:outcomes?|changes?|differences?)\b[\w ]{0,30}$|"
    r"^(?:[\d.]+\s+)?(?:what|the (?:change|difference)s?) (?:we|partners|people) (?:want|would like|hope)\b[\w ]{0,30}$",
    re.IGNORECASE,
)
#: Titles that say what a table is, not what it is for.
_OF_TABLE: Final = re.compile(
    r"\bactions?\b|\bcommitments?\b|\bdelivery\b|\bschedule\b|\btable\b|\bplan\b|\bwhat (?:we|partners)\b|\bcontinued\b",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"^[A-Z]{0,3}[ -]?\d{1,2}(?:\.\d{1,2})?[a-z]?\.?$")
_SEVERAL: Final = 2
#: A heading that names more national outcomes than this speaks of all of them at once.
_FEW: Final = 4


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


class ItemFinder(LocalItems):
    """Finds outcomes and objectives, and answers which one a place or a text means.

    Args:
        blocks: The document.
        tables: Its tables that are understood.
        generation: Which set of national outcomes its numbers mean.
        candidates: Passages outside tables that set out an action.
        references: How the plan numbers its outcomes and objectives.
    """

    def __init__(
        self,
        blocks: list[Block],
        tables: list[ReadTable],
        generation: Generation,
        candidates: Sequence[Candidate] = (),
        references: References | None = None,
    ) -> None:
        super().__init__(generation, references or References())
        self._wanted = labels_wanted(tables)
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
        #: Whether a list of objectives has been announced and goes on.
        self._listing = False
        #: What was spoken of last under each heading, by its words.
        self._last: dict[str, _Context] = {}
        #: What the heading before announced without its words: sort, number and level.
        self._announced: tuple[Sort, str, int] | None = None
        self._has_local = any(
            LOCAL.match(b.text) and self.references.definition("outcome", b.text, heading=True)
            for b in blocks
        )
        self.titles = written_titles(blocks, generation)
        self._in_text(blocks, Introductions(tables, [c.block for c in candidates]))
        for table in tables:
            self._in_titles(table)
            self._in_table(table)
        self._adopt_priorities(tables)
        self._adopt_national(blocks, tables)
        self._adopt_groups(blocks, tables, candidates)
        self._adopt_titles(tables)
        if not self._outcomes:
            self._adopt_listed(blocks)
        self._details(blocks)
        for table in tables:
            self._details_of_labels(table)
        around = surroundings(blocks, [draft.locator for draft in self._outcomes.values()])
        for draft in self._outcomes.values():
            for heading in reversed(draft.path):
                draft.links = draft.links or heading_links(heading, generation)
            draft.links = draft.links or explicit_links(draft.text, generation)
        states = states_links([(d.text, d.links) for d in self._outcomes.values()], generation)
        for draft, said in zip(self._outcomes.values(), around, strict=True):
            if not draft.links and not states:
                draft.links = meant_links(draft.text, generation, said)

    def outcome_at(self, place: Locator) -> str | None:
        """Return the id of the outcome under whose heading or words a block stands."""
        context = self._contexts.get((place.paragraph, place.table))
        return context.outcome if context else None

    def objective_at(self, place: Locator) -> str | None:
        """Return the id of the objective under whose heading or words a block stands."""
        context = self._contexts.get((place.paragraph, place.table))
        return context.objective if context else None

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
                    known = self._labels.get(section.label)
                    if known and is_generic(section.text):
                        context = _Context(known, block.level)  # "Priority 1: actions"
                    else:
                        self._sections.append(section)
                context = self._continued(block) or context
            if context.level == _IN_LIST and block.kind != "list":
                context = _Context()  # what a list spoke of ends with it
            if block.kind != "table" and not block.contents and block.text:
                words = introductions.read(block, section)
                context = self._introduce(words, block, section, context) or self._read(
                    block, context
                )
                if section and context.outcome:
                    self._labels.setdefault(section.label, context.outcome)
            if block.path:
                self._last[plain_heading(block.path[-1])] = context
            self._contexts[block.locator.paragraph, block.locator.table] = context

    def _continued(self, heading: Block) -> _Context | None:
        """What a heading such as "Actions (continued)" goes on with, at the top of a new page."""
        plain = plain_heading(heading.text)
        if plain == heading.text or (before := self._last.get(plain)) is None:
            return None
        level = min(before.level, heading.level) if before.level else 0
        return replace(before, level=level)

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
        if not section and Introductions.is_headed(block) and len(path) > 1:
            path = path[:-1]
        draft.path = draft.path or path
        draft.links = draft.links.joined(explicit_links(words, self.generation))
        if measure := measure_apart(block.text)[1]:
            draft.measures.append(measure)
        if section:
            self._labels.setdefault(section.label, draft.id)
        # What stands above the line in its section belongs to the outcome as well.
        for key in () if path in self._opened else self._under.get(path, ()):
            known = self._contexts.get(key)
            if known and known.outcome is None:
                self._contexts[key] = replace(known, outcome=draft.id)
        self._opened.add(path)
        level = section.block.level if section else self._level or _IN_PROSE
        if not section and Introductions.is_headed(block) and len(block.path) > 1:
            level = max(1, self._level - 1)  # the sections beside "Our outcome" are its own
        return _Context(draft.id, level)

    def _read(self, block: Block, context: _Context) -> _Context:
        """Read one block; what it sets out becomes the context of the blocks after it."""
        heading = block.kind == "heading"
        level = block.level if heading else _IN_PROSE
        told, label = self._announced, self.references.bare_label(block.text)
        if label and self.knows(item_id(*label)):  # what it names was set out before
            self._announced = None
            return self._again(item_id(*label), label[0], level, context)
        self._announced = (*label, level) if label else None
        if (
            told
            and not self.references.definition(told[0], block.text, heading=True)
            and block.kind != "list"
        ):
            return self._announce(told, block, context)
        found = self.references.definition("outcome", block.text, heading=heading)
        if found and not self._is_national(block.text, found):
            draft = self._outcome(found, block.locator)
            draft.path = draft.path or block.path
            return _Context(draft.id, _IN_LIST if block.kind == "list" else level)
        listed = labelled(block.text, self._wanted) if block.kind == "list" else None
        if (
            listed
            and not _MEASURE_HEADING.match(block.under())
            and listed.number not in self._labels
            and listed.number in self._wanted
        ):
            if len(listed.text.split()) >= 3 and not context.outcome:
                self._labels[listed.number] = self._outcome(listed, block.locator).id
            return context
        found = self.references.definition("objective", block.text, heading=heading)
        if self._listing and not heading and not found:
            found = item_of_list(block)
        self._listing = opens_objectives(block) or bool(
            self._listing and found and block.kind != "heading"
        )
        if not found:
            return context
        meant = self.references.reference("outcome", found.text)
        outcome = item_id("outcome", meant) if meant else context.outcome
        made = self._objective(found, block.locator, outcome)
        if self._listing or (block.kind == "list" and context.level != _IN_LIST):
            return context
        return replace(context, objective=made.id, objective_level=level)

    def _again(self, item: str, sort: Sort, level: int, context: _Context) -> _Context:
        """What a heading that names a known outcome or objective speaks of."""
        if sort == "outcome":
            return _Context(item, level)
        outcome = self.outcome_of(item) or context.outcome
        return replace(context, outcome=outcome, objective=item, objective_level=level)

    def _announce(self, told: tuple[Sort, str, int], block: Block, context: _Context) -> _Context:
        """Set out what a heading such as "Objective 1.1" announced: the words come after it."""
        sort, number, level = told
        level = block.level if block.kind == "heading" else level
        if len(block.text.split()) < _FEWEST_WORDS:
            return context
        if sort == "outcome":
            draft = self._outcome(Named(number, block.text), block.locator)
            draft.path = draft.path or block.path
            return _Context(draft.id, level)
        made = self._objective(Named(number, block.text), block.locator, context.outcome)
        return replace(context, objective=made.id, objective_level=level)

    def _in_titles(self, table: ReadTable) -> None:
        """Set out what the titles above a table name, one a row: an outcome, its links, its objectives."""
        path = table.block.path
        label = self.references.bare_label(path[-1]) if path else None
        headed = label[1] if label and label[0] == "outcome" else ""
        if (
            not table.has("action")
            or not table.titles
            or (len(table.titles) < _SEVERAL and not headed)
        ):
            return
        key = (table.block.locator.paragraph, table.block.locator.table)
        context = self._contexts.get(key, _Context())
        for words, place in table.titles:
            outcome = self.references.definition("outcome", words, heading=True)
            objectives = listed_objectives(words, self.references)
            plain = not objectives and len(words.split()) >= _FEWEST_WORDS
            if headed and plain and outcome is None and not self.knows(item_id("outcome", headed)):
                outcome = Named(headed, without_national(words))
            draft = self._outcomes.get(context.outcome or "")
            if outcome and not self._is_national(words, outcome):
                made = self._outcome(outcome, place)
                made.path = made.path or path
                context = _Context(made.id, _IN_PROSE)
            elif draft and _LINK_CUE.search(words):
                draft.links = draft.links.joined(explicit_links(words, self.generation, bare=True))
            elif draft and (measure := _MEASURE_CUE.search(words)):
                draft.measures.append((measure["text"] or measure["more"]).strip())
            for objective in objectives:
                self._objective(objective, place, context.outcome)
        self._contexts[key] = context

    def _in_bands(self, table: ReadTable) -> None:
        """Set out what rows across a table of actions name: an objective or an outcome."""
        bands = {row.band: row.band_place for row in table.rows if row.band_place}
        here = self.outcome_at(table.block.locator)
        titled = self.outcome_meant(table.title, column=False) if table.title else None
        here = titled if titled and self.knows(titled) else here
        pointed = any(table.has(role) for role in ("outcome", "priority", "national"))
        for words, place in bands.items():
            if place is None:
                continue
            objective = self.references.definition("objective", words, heading=True)
            outcome = self.references.definition("outcome", words, heading=True)
            if objective:
                self._objective(objective, place, here)
            elif outcome and not self._is_national(words, outcome):
                draft = self._outcome(outcome, place)
                draft.links = draft.links.joined(heading_links(words, self.generation))
                here = draft.id
            elif (links := heading_links(words, self.generation)).national:
                here = self.serving(links) or self._national(links.national, place)
            elif not pointed and len(bands) >= _SEVERAL and len(words.split()) >= _FEWEST_WORDS:
                named = Named("", without_national(words))
                if self.outcome_at(table.block.locator):
                    self._objective(named, place, here)
                else:
                    here = self._outcome(named, place).id

    def _in_table(self, table: ReadTable) -> None:
        if table.has("action"):
            self._in_bands(table)
            return
        at_section = self.outcome_at(table.block.locator)
        for row in table.rows:
            sort: Sort = "objective" if table.has("objective") else "outcome"
            text = row.text(sort)
            if sort not in table.roles or len(text.split()) < 3:
                continue
            if (
                sort == "objective"
                and table.has("outcome")
                and len(row.text("outcome").split()) > 2
            ):
                self._pair(table, row)
                continue
            # An outcome beside an assessment or a need is spoken of here, not set out.
            if table.has("assessment") or table.has("need") or table.has("lead"):
                continue
            label = label_in(row.text("priority")) if sort == "outcome" else ""
            number = number_of(row.text("ref")) or label
            named = self.references.definition(sort, text, heading=True) or Named(
                number, without_national(text)
            )
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

    def _pair(self, table: ReadTable, row: Row) -> None:
        """Set out the outcome and the objective that stand in one row, each with its number."""
        cell, own = row.fields["outcome"], row.fields["objective"]
        words = without_national(row.text("outcome"))
        named = self.references.definition("outcome", words, heading=True) or Named(
            number_of(row.text("ref")), words
        )
        draft = self._outcome(named, cell.locator)
        draft.path = draft.path or table.block.path
        draft.links = draft.links.joined(self.national_of(row)).joined(
            explicit_links(row.text("outcome"), self.generation)
        )
        code = next((c for c in row.rest.split(" | ") if _CODE.match(c.strip())), "")
        text = row.text("objective")
        objective = self.references.definition("objective", text, heading=True) or Named(
            number_of(code), text
        )
        self._objective(objective, own.locator, draft.id)

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

    def _adopt_groups(
        self, blocks: list[Block], tables: list[ReadTable], candidates: Sequence[Candidate]
    ) -> None:
        """Take a heading as an outcome where work stands under it that serves none yet."""
        works = [c.block for c in candidates if not self.outcome_at(c.place)]
        works += [t.block for t in tables if self._serves_no_outcome(t)]
        for group in find_groups(blocks, works):
            inside = self._under.get(group.heading.path, [])
            if any(self._contexts[key].outcome for key in inside):
                continue
            if self.references.bare_label(group.heading.text):  # a number without words is none
                continue
            text = without_national(group.text)
            named = self.references.definition(
                "outcome", group.heading.text, heading=True
            ) or Named("", text)
            draft = self._outcome(named, group.heading.locator)
            draft.links = draft.links.joined(heading_links(group.heading.text, self.generation))
            draft.path = draft.path or group.heading.path
            for key in inside:
                self._contexts[key] = replace(self._contexts[key], outcome=draft.id)

    def _serves_no_outcome(self, table: ReadTable) -> bool:
        """Tell whether the actions of a table point to no outcome by a column or a band."""
        if not table.has("action") or self.outcome_at(table.block.locator):
            return False
        if any(table.has(role) for role in ("outcome", "priority", "national")):
            return False
        return not any(self._names_outcome(row.band) for row in table.rows if row.band)

    def _names_outcome(self, band: str) -> bool:
        """Tell whether a row across a table, or a title above it, says which outcome it serves."""
        if heading_links(band, self.generation) or self.outcome_meant(band, column=False):
            return True
        return self.references.definition("outcome", band, heading=True) is not None

    def _adopt_listed(self, blocks: list[Block]) -> None:
        """Take a list under a heading such as "What we want to see" as outcomes, where none is set out."""
        listed = [
            (block, *leading_number(block.text))
            for block in blocks
            if block.kind in {"list", "paragraph"}
            and not block.contents
            and _OUTCOMES_HEADING.match(block.under())
        ]
        told = [(b, n, t) for b, n, t in listed if n or b.kind == "list"]
        if len(told) >= _SEVERAL:
            for block, number, text in told:
                if len(text.split()) >= _FEWEST_WORDS:
                    named = Named(number_of(number), without_national(text))
                    self._outcome(named, block.locator)

    def _adopt_titles(self, tables: list[ReadTable]) -> None:
        """Take the title of a table of actions as an objective, where each has one of its own."""
        acting = [t for t in tables if t.has("action")]
        titled = {}
        for table in acting:
            bands = {row.band: row.band_place for row in table.rows}
            if len(bands) != 1 or table.has("objective"):
                continue
            ((words, place),) = bands.items()
            plain = len(words.split()) >= _FEWEST_WORDS and not _OF_TABLE.search(words)
            plain = plain and not (_MEASURE_CUE.search(words) or _LINK_CUE.search(words))
            outcome = self.outcome_at(table.block.locator)
            if plain and place and outcome and not self._names_outcome(words):
                titled[words] = (place, outcome)
        if len(titled) < _SEVERAL or len(titled) * 2 < len(acting):
            return
        for words, (place, outcome) in titled.items():
            if not self.objective_meant(words, column=False):
                self._objective(Named("", words), place, outcome)

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
