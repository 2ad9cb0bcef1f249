# ruff: noqa: RUF001 - plans are typed with curly quotes and long dashes
"""Actions of a plan, from its tables and from lists that stand under a heading for actions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cjgraph.namespaces import slug

from .aliases import LocalNames
from .blocks import Block, Locator
from .candidates import ACTION_HEADING, Candidate
from .commitments import commitment
from .dates import due_date
from .inherited import OF_ACTION
from .items import ItemFinder
from .partners import partners_in
from .reading import Action, Warned
from .references import leading_number
from .tables import ReadTable, Row
from .vocabulary import spoken_of, vocabulary

_LEAD: Final = re.compile(
    r"\b(?:lead|owner|led by|responsible)\b\s*[:\-–]?\s*(?P<who>[^;.)\]]+)", re.I
)
_BY: Final = re.compile(r"\b(?:by|due|timescale|by when)\b\s*[:\-–]?\s*(?P<when>[^;)\]]+)", re.I)
_MEASURE: Final = re.compile(
    r"\b(?:measure[ds]?(?: by)?|how we will know|indicator)\b\s*[:\-–]\s*(?P<how>[^;)\]]+)", re.I
)
_FEWEST_WORDS: Final = 3
_NOTHING: Final = re.compile(r"^(n/?a|tbc|tbd|none|to be (confirmed|agreed|developed)|-+|–)$", re.I)


def find_actions(
    blocks: list[Block],
    tables: list[ReadTable],
    items: ItemFinder,
    candidates: Sequence[Candidate],
    names: LocalNames,
) -> tuple[tuple[Action, ...], tuple[Warned, ...]]:
    """Find all actions and where they point.

    Args:
        blocks: The document.
        tables: Its tables that are understood.
        items: Its outcomes and objectives; inline ones are added to it.
        candidates: Passages outside tables that set out an action.
        names: Bodies that the plan introduces itself.

    Returns:
        The actions in the order of the plan, and a warning for each reference to an
        outcome or objective that the plan does not have.
    """
    finder = _ActionFinder(items)
    for table in tables:
        if table.has("action") and (set(table.roles) & {"lead", "due", "measure", "objective"}):
            for row in table.rows:
                finder.from_row(table, row)
    for candidate in candidates:
        finder.from_candidate(candidate)
    acting = {t.block.path for t in tables if t.has("action")}
    finder.from_lists(blocks, acting, {id(candidate.block) for candidate in candidates})
    order = {_place(block.locator): at for at, block in enumerate(blocks)}
    actions = tuple(
        sorted(finder.actions, key=lambda a: (order.get(_place(a.locator), 0), a.locator.row or 0))
    )
    actions = names.applied(actions)
    return actions, tuple(_dangling(actions, items))


class _ActionFinder:
    def __init__(self, items: ItemFinder) -> None:
        self.items = items
        self.actions: list[Action] = []
        self._ids: set[str] = set()
        self._origins: set[tuple[int | None, tuple[int, int]]] = set()

    def from_row(self, table: ReadTable, row: Row) -> None:
        number, text = leading_number(row.text("action"))
        if not text or _NOTHING.match(text) or not re.search(r"[A-Za-z]{3}", text):
            if not text and any(row.text(role) for role in OF_ACTION):
                self._outcome(table, row)  # the row has lost its action, not what that served
            return
        cell = row.fields["action"]
        origin = (cell.locator.table, cell.origin)
        if origin in self._origins:  # one action that is merged over several rows
            return
        self._origins.add(origin)
        outcome = self._outcome(table, row)
        objective = self._objective(table, row, outcome)
        due = row.text("due")
        measure = row.text("measure")
        lead = row.fields.get("lead")
        self._add(
            Action(
                id=self._id(number or row.text("ref") or table.ref),
                text=text,
                objective=objective,
                outcome=outcome or self.items.outcome_of(objective),
                leads=partners_in(lead.text, lead.locator) if lead else (),
                due_as_written=due,
                due=due_date(due),
                measure=_said(measure),
                locator=row.fields["action"].locator,
            )
        )

    def from_candidate(self, candidate: Candidate) -> None:
        """Add an action that is labelled in running text or promised in a sentence."""
        place, fields = candidate.place, candidate.fields
        number, text = leading_number(candidate.text)
        if len(text.split()) < _FEWEST_WORDS:
            return
        objective, outcome = self._pointed(fields, place)
        promised = candidate.promised or commitment(text)
        due = fields.get("due", promised.due_as_written if promised else "")
        leads = tuple(replace(p, locator=place) for p in promised.leads) if promised else ()
        if "lead" in fields:
            leads = partners_in(fields["lead"], candidate.places.get("lead", place))
        self._add(
            Action(
                id=self._id(number),
                text=text,
                objective=objective,
                outcome=outcome or self.items.outcome_of(objective),
                leads=leads,
                due_as_written=due,
                due=due_date(due),
                measure=_said(fields.get("measure") or candidate.measure),
                locator=place,
            )
        )

    def from_lists(
        self, blocks: list[Block], with_tables: set[tuple[str, ...]], taken: set[int]
    ) -> None:
        """Add the items of lists that stand under a heading for actions."""
        for block in blocks:
            if block.kind != "list" or block.contents or block.path in with_tables:
                continue
            outcome = self.items.outcome_at(block.locator)
            objective = self.items.objective_at(block.locator)
            in_list = bool(ACTION_HEADING.search(block.under()))
            if id(block) in taken or not in_list or not (outcome or objective):
                continue
            self.from_candidate(_listed(block))

    def _pointed(self, fields: dict[str, str], place: Locator) -> tuple[str | None, str | None]:
        """Where the labels of an action point, else what its section speaks of."""
        objective = self.items.objective_meant(fields.get("objective", ""))
        named = fields.get("outcome") or fields.get("national") or ""
        outcome = self.items.national_meant(named, place) or self.items.outcome_meant(named)
        return (
            objective or self.items.objective_at(place),
            outcome or self.items.outcome_at(place),
        )

    def _outcome(self, table: ReadTable, row: Row) -> str | None:
        cell = row.text("outcome")
        if cell:
            place, path = row.fields["outcome"].locator, table.block.path
            if serving := self.items.national_meant(cell, place):
                return serving
            meant = self.items.outcome_meant(cell)
            if not (meant and (self.items.knows(meant) or len(cell.split()) < 5)):
                wordy = len(cell.split()) >= _FEWEST_WORDS
                meant = self.items.define("outcome", cell, place, path=path) if wordy else None
            if meant:
                self.items.tie(meant, self.items.national_of(row))
                return meant
        if row.band_place and (serving := self.items.national_meant(row.band, row.band_place)):
            return serving
        if row.band and (meant := self.items.outcome_meant(row.band, column=False)):
            return meant
        if meant := self.items.priority_meant(row.text("priority")):
            return meant
        national = self.items.national_of(row)
        here = self.items.outcome_at(table.block.locator)
        if here is None and national and (serving := self.items.serving(national)):
            return serving
        self.items.tie(here, national)
        return here

    def _objective(self, table: ReadTable, row: Row, outcome: str | None) -> str | None:
        cell = row.text("objective")
        if cell and not _NOTHING.match(cell):
            meant = self.items.objective_meant(cell)
            if meant and (self.items.knows(meant) or len(cell.split()) < 5):
                return meant
            if len(cell.split()) >= 3:
                place = row.fields["objective"].locator
                return self.items.define("objective", cell, place, outcome=outcome)
        if row.band and (meant := self.items.objective_meant(row.band, column=False)):
            return meant
        if row.text("ref") and (meant := self.items.objective_meant(row.text("ref"), column=False)):
            return meant
        if table.has("objective"):
            return None  # the plan has a place for it and left it empty
        return self.items.objective_at(table.block.locator)

    def _id(self, number: str) -> str:
        base = f"action-{slug(number)}" if number.strip() else f"action-{len(self.actions) + 1}"
        made, again = base, 2
        while made in self._ids:
            made, again = f"{base}-{again}", again + 1
        self._ids.add(made)
        return made

    def _add(self, action: Action) -> None:
        words = vocabulary()
        needs = {term.code for term in spoken_of(action.text, words.needs)}
        kinds = {term.iri for term in spoken_of(action.text, words.interventions)}
        self.actions.append(
            replace(action, needs=tuple(sorted(needs)), interventions=tuple(sorted(kinds)))
        )


def _place(locator: Locator) -> tuple[int | None, int | None]:
    return locator.paragraph, locator.table


def _listed(block: Block) -> Candidate:
    """An item of a list of actions, with what it says in brackets or after a mark."""
    text = " ".join(block.text.split())
    lead, when, how = _LEAD.search(text), _BY.search(text), _MEASURE.search(text)
    fields = {"lead": lead["who"]} if lead else {}
    if when and due_date(when["when"]):
        fields["due"] = when["when"].strip(" .,")
    if how:
        fields["measure"] = how["how"].strip()
    words = re.split(r"\s*[\[(](?=lead|owner|by |due)", text, flags=re.I)[0]
    return Candidate(block, words, fields)


def _said(measure: str | None) -> str | None:
    return None if not measure or _NOTHING.match(measure) else measure


def _dangling(actions: tuple[Action, ...], items: ItemFinder) -> list[Warned]:
    found = []
    for objective in items.objectives:
        if objective.outcome and not items.knows(objective.outcome):
            found.append(
                Warned(
                    "dangling_reference",
                    f'The objective "{objective.text}" points to {_spoken(objective.outcome)}, '
                    "which the plan does not have.",
                    objective.locator,
                )
            )
    for action in actions:
        for pointed in (action.objective, action.outcome):
            if pointed and not items.knows(pointed):
                found.append(
                    Warned(
                        "dangling_reference",
                        f'The action "{action.text}" points to {_spoken(pointed)}, '
                        "which the plan does not have.",
                        action.locator,
                    )
                )
    return found


def _spoken(item: str) -> str:
    sort, _, number = item.partition("-")
    return f"{sort} {number.upper() if len(number) == 1 else number.replace('-', '.')}"
