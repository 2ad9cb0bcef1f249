"""Outcomes, objectives and actions, from the sheets that hold them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from ..dates import due_date
from ..partners import category_of, organisation_of
from ..reading import Action, Objective, Outcome, Partner
from ..vocabulary import spoken_of, vocabulary
from . import choices
from .form import ReadRow
from .interpret import Interpreter, Refs
from .kept import Facts, known_iri, place_from, sure
from .texts import mark_of, shortened

_IN_WORDS: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
_MONTH: Final = re.compile(rf"\b{_IN_WORDS}", re.IGNORECASE)
#: A day with its month, in figures or in words.
_DAY: Final = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_IN_WORDS}",
    re.IGNORECASE,
)
_YEAR: Final = 366


class Items:
    """Outcomes, objectives and actions with what ties them together."""

    def __init__(self, reader: Interpreter) -> None:
        self.reader = reader
        self.outcome_refs, self.objective_refs, refs = Refs(), Refs(), Refs()
        rows = {key: list(reader.rows(key)) for key in ("outcomes", "objectives", "actions")}
        ids = [
            reader.ref("outcomes", r, self.outcome_refs, n) for n, r in _from_1(rows["outcomes"])
        ]
        aims = [
            reader.ref("objectives", r, self.objective_refs, n)
            for n, r in _from_1(rows["objectives"])
        ]
        self.outcomes = tuple(map(self._outcome, rows["outcomes"], ids))
        self.objectives = tuple(map(self._objective, rows["objectives"], aims))
        self.serves = {item.id: item.outcome for item in self.objectives}
        self.actions = tuple(
            self._action(row, reader.ref("actions", row, refs, n))
            for n, row in _from_1(rows["actions"])
        )

    def _words(self, key: str, row: ReadRow, what: str) -> str:
        text = self.reader.text(row, "words")
        if not text:
            cell, said = row.cells.get("words"), f"The {what} has no words. Say what it is."
            self.reader.fault(key, row, cell, said, lacking="words")
        return text

    def _outcome(self, row: ReadRow, name: str) -> Outcome:
        reader = self.reader
        text = self._words("outcomes", row, "outcome")
        facts = reader.kept.take("outcomes", reader.text(row, "ref"))
        national = reader.codes("outcomes", row, "national", choices.outcomes(),
                                "national outcomes")  # fmt: skip
        aims = reader.codes("outcomes", row, "priority", choices.priority_actions(),
                            "priority actions")  # fmt: skip
        same = facts is not None and facts.get("links") == [national, aims]
        return Outcome(
            id=name,
            text=text,
            national=tuple(national),
            priority_actions=tuple(aims),
            # What a person has chosen is certain.
            confidence=sure(facts["confidence"]) if facts and same else 1.0,
            measures=tuple(reader.meant(cell) for cell in reader.values(row, "measure")),
            locator=reader.kept_place(facts, text, row, "words"),
            implied=bool(facts and same and facts.get("implied")),
        )

    def _objective(self, row: ReadRow, name: str) -> Objective:
        reader = self.reader
        text = self._words("objectives", row, "objective")
        facts = reader.kept.take("objectives", reader.text(row, "ref"))
        outcome = reader.target("objectives", row, "outcome", self.outcome_refs, "outcome")
        return Objective(name, text, outcome, reader.kept_place(facts, text, row, "words"))

    def _action(self, row: ReadRow, name: str) -> Action:
        reader = self.reader
        text = self._words("actions", row, "action")
        facts = reader.kept.take("actions", reader.text(row, "ref"))
        same = bool(facts and facts.get("of") == mark_of(text))
        objective = reader.target("actions", row, "objective", self.objective_refs, "objective")
        outcome = reader.target("actions", row, "outcome", self.outcome_refs, "outcome")
        if outcome is None and objective and facts is None:
            outcome = self.serves.get(objective)
        written, due = self._due(row, facts)
        needs = reader.codes("actions", row, "need", choices.needs(), "needs")
        if not needs and facts is None:
            needs = [term.code for term in spoken_of(text, vocabulary().needs)]
        return Action(
            id=name,
            text=text,
            objective=objective,
            outcome=outcome,
            leads=tuple(self._leads(row, facts)),
            due_as_written=written,
            due=due,
            measure=reader.text(row, "measure") or None,
            locator=reader.kept_place(facts, text, row, "words"),
            needs=tuple(needs),
            interventions=_interventions(text, facts if same else None),
        )

    def _due(self, row: ReadRow, facts: Facts | None) -> tuple[str, date | None]:
        """The day in its own column counts, unless only the words beside it were changed."""
        reader = self.reader
        written, cell = reader.text(row, "due"), row.cells.get("day")
        day = reader.day("actions", row, cell)
        before = facts.get("due") if facts else None
        # Who mends what was read changes one of the two; the other shows what was read.
        mended = before and (
            written == before[0] or (day.isoformat() if day else None) == before[1]
        )
        if cell is not None and day and not mended and _contradicts(written, day):
            reader.fault("actions", row, cell, f"The due date is {day:%d/%m/%Y}, but the words "
                         f"beside it say '{shortened(written, 60)}'. Correct the one that is "
                         "wrong.")  # fmt: skip
        if before and (day.isoformat() if day else None) == before[1]:
            return written, day if written == before[0] else due_date(written)
        if day is None and reader.meant(cell):
            return written or reader.meant(cell), None
        if day is not None:
            return written or f"{day:%d/%m/%Y}", day
        return written, None if before and before[1] and written == before[0] else due_date(written)

    def _leads(self, row: ReadRow, facts: Facts | None) -> list[Partner]:
        reader = self.reader
        known = list(facts.get("leads", ())) if facts else []
        places = {
            name.rpartition("-")[2]
            for name, cell in row.cells.items()
            if name.rpartition("-")[0] in {"lead", "category"} and reader.meant(cell)
        }
        found = []
        for number in sorted((p for p in places if p.isdigit()), key=int):
            written = reader.text(row, f"lead-{number}")
            lines = [line.strip() for line in written.splitlines() if line.strip()]
            if len(lines) > 1 and not any(lead[0] == mark_of(written) for lead in known):
                found += self._several(row, number, lines)
                continue
            category = category_in(reader, "actions", row, f"category-{number}", written)
            name = written or choices.categories().show(category)
            before = next((lead for lead in known if lead[0] == mark_of(name)), None)
            if before is not None:
                known.remove(before)
                place = place_from(before[2])
                organisation = known_iri(before[1], vocabulary().organisations)
            else:
                place, organisation = None, organisation_of(name)
            at = place if place is not None else reader.place(row, f"lead-{number}")
            found.append(Partner(name, category, organisation, at))
        return found

    def _several(self, row: ReadRow, number: str, names: list[str]) -> list[Partner]:
        """Return the leads that stand on lines of one cell, each with its own category."""
        reader, key = self.reader, f"category-{number}"
        named = [line.strip() for line in reader.text(row, key).splitlines() if line.strip()]
        cell = row.cells.get(key)
        found = []
        for at, name in enumerate(names):
            category = category_of(name)
            if cell is not None and at < len(named):
                one = ReadRow(row.number, {key: replace(cell, text=named[at])})
                category = category_in(reader, "actions", one, key, name)
            at_cell = reader.place(row, f"lead-{number}")
            found.append(Partner(name, category, organisation_of(name), at_cell))
        return found


def _contradicts(written: str, day: date) -> bool:
    """Tell whether words name another time than a day; a month or a year may hold the day."""
    last = due_date(written)
    if last is None or last == day:
        return False
    if _DAY.search(written):
        return True
    if len(_MONTH.findall(written)) == 1:
        return (day.year, day.month) != (last.year, last.month)
    return not 0 <= (last - day).days <= _YEAR


def _interventions(text: str, facts: Facts | None) -> tuple[str, ...]:
    """Those that were read before, or else those that the words speak of."""
    known = vocabulary().interventions
    if facts is None:
        return tuple(term.iri for term in spoken_of(text, known))
    return tuple(iri for kept in facts["interventions"] if (iri := known_iri(kept, known)))


def category_in(reader: Interpreter, key: str, row: ReadRow, name: str, written: str) -> str:
    """Return the category in a cell, or else that of the body that is written."""
    cell = row.cells.get(name)
    text = reader.meant(cell)
    if not text or cell is None:
        return category_of(written)
    named = choices.categories().code(text) or category_of(text)
    if named == "other" and choices.categories().code(text) is None:
        reader.choice(key, row, cell, choices.categories(), "partner categories")
        return category_of(written)
    return named


def _from_1(rows: list[ReadRow]) -> list[tuple[int, ReadRow]]:
    return list(enumerate(rows, 1))
