"""Fills the rows of a template from a reading, or leaves them empty with an example."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..blocks import HEADING_SEPARATOR, Locator
from ..reading import Evidence, Outcome, PlanReading
from ..vocabulary import Edition, vocabulary
from . import choices
from .checklist_items import checklist_items
from .form import Filled, FilledRow
from .kept import Kept
from .layout import EXAMPLE
from .meanings import rules_version
from .texts import escaped, mark_of

Cells = dict[str, str | date]


def filled(
    reading: PlanReading | None, edition: Edition, example: PlanReading | None, most: int | None
) -> Filled:
    """Return the rows of a template.

    Args:
        reading: The reading to fill it from, or None for an empty one.
        edition: The edition whose outcomes an empty template lists.
        example: A reading whose first items an empty template shows as examples.
        most: Most characters that a cell can hold.
    """
    kept = Kept(edition.generation, rules_version(), reading.source if reading else None)
    filler = _Filler(kept, edition, most)
    if reading is not None:
        filler.take(reading)
    else:
        filler.leave_empty(example)
    title = reading.title if reading and reading.title else "A community justice plan"
    made = Filled(escaped(" ".join(title.split())), edition.generation, filler.rows, kept)
    if reading is not None:
        made.origin = escaped(reading.source.name)
        made.notes = [
            (escaped(note.message), escaped(note.locator.in_words())) for note in reading.warnings
        ]
    return made


class _Filler:
    def __init__(self, kept: Kept, edition: Edition, most: int | None) -> None:
        self.kept = kept
        self.edition = edition
        self.most = most
        self.rows: dict[str, list[FilledRow]] = {}

    def show(self, text: str) -> str:
        return self.kept.show(text, self.most)

    def take(self, read: PlanReading) -> None:
        self._plan(read)
        self._checklist(read)
        self._assessment(read)
        self.rows["outcomes"] = [self._outcome(item) for item in read.outcomes]
        self._objectives(read)
        self._actions(read)
        self._mentions(read)

    def leave_empty(self, example: PlanReading | None) -> None:
        shown = choices.editions().show(self.edition.generation)
        self.rows["plan"] = [FilledRow({"framework": shown})]
        self.rows["checklist"] = list(self._items(None))
        self.rows["assessment"] = [
            FilledRow({"outcome": shown}) for shown in choices.outcomes_of(self.edition)
        ]
        for key in ("outcomes", "objectives", "actions", "needs", "services", "partners"):
            self.rows[key] = []
        if example is not None:
            self._examples(example)

    def _examples(self, read: PlanReading) -> None:
        """Show the first row of each kind of an invented plan, marked for what it is."""
        shown = _Filler(Kept(), self.edition, self.most)
        shown.take(read)
        for key in ("outcomes", "objectives", "actions", "needs", "services", "partners"):
            for row in shown.rows[key][:1]:
                cells: Cells = dict(row.cells)
                if "ref" in cells:
                    cells["ref"] = EXAMPLE
                elif key == "needs":
                    cells["category"] = f"{EXAMPLE}: {cells['category']}"
                else:
                    cells["words"] = f"{EXAMPLE}: {cells['words']}"
                self.rows[key].append(FilledRow(cells, "example"))

    def _plan(self, read: PlanReading) -> None:
        cells: Cells = {}
        for key, text in (("title", read.title), ("area", read.area)):
            if text:
                cells[key] = self.show(text)
        if read.partnership:
            cells["partnership"] = choices.partnerships().show(read.partnership)
        if read.period:
            cells["start"], cells["end"] = read.period
        cells["framework"] = choices.editions().show(read.framework)
        for key, said in (("publication", read.publication), ("participation", read.participation)):
            if said:
                cells[key] = self.show(said.quote)
                self.kept.add("plan", (key, said.quote), {"at": said.locator.to_json()})
        self.kept.add("plan", ("area", read.area), {"partnership": read.partnership})
        self.rows["plan"] = [FilledRow(cells)]

    def _checklist(self, read: PlanReading) -> None:
        self.rows["checklist"] = list(self._items(read))

    def _items(self, read: PlanReading | None) -> list[FilledRow]:
        rows = []
        for item in checklist_items():
            found = read.checklist.get(item.number) if read else None
            name = f"{item.number} {item.label}"
            head: Cells = {"item": name, "asked": f"{item.definition} ({item.place})"}
            if found:
                head["found"] = choices.verdicts().show(found.verdict)
                self.kept.add(
                    "checklist",
                    (item.number,),
                    {
                        "verdict": found.verdict,
                        "confidence": found.confidence,
                        "parts": [list(part) for part in found.parts],
                        "of": mark_of(*(said.quote for said in found.evidence)),
                    },
                )
            rows.append(FilledRow(head, "band"))
            for at, said in enumerate(found.evidence if found else ()):
                quoted: Cells = self._said(item.number, said)
                if at == 0:
                    head.update(quoted)
                else:
                    rows.append(FilledRow({"item": item.number, **quoted}, "part"))
            held = dict(found.parts) if found else {}
            for part in item.parts if len(item.parts) > 1 else ():
                cells: Cells = {"item": item.number, "part": part.label, "asked": part.definition}
                if part.code in held:
                    cells["found"] = choices.YES if held[part.code] else choices.NO
                rows.append(FilledRow(cells, "part"))
        return rows

    def _said(self, number: str, said: Evidence) -> Cells:
        where = self.show(_where(said.locator))
        self.kept.add(
            "checklist", (number, said.quote), {"at": said.locator.to_json(), "where": where}
        )
        cells: Cells = {"words": self.show(said.quote)}
        if where:
            cells["where"] = where
        return cells

    def _assessment(self, read: PlanReading) -> None:
        judged = vocabulary().edition_on(read.period[0]) if read.period else self.edition
        rows = []
        for code in dict.fromkeys((*read.statute, *judged.outcomes)):
            cells: Cells = {"outcome": choices.outcomes().show(code)}
            item = read.statute.get(code)
            if item:
                facts: dict[str, object] = {"priority": item.priority}
                for key, said in (("now", item.assessment), ("reason", item.decision)):
                    if said:
                        cells[key] = self.show(said.quote)
                        facts[key] = [mark_of(said.quote), said.locator.to_json()]
                if item.priority is not None:
                    cells["priority"] = choices.YES if item.priority else choices.NO
                for number, indicator in enumerate(item.indicators, 1):
                    cells[f"indicator-{number}"] = choices.indicators().show(indicator)
                self.kept.add("assessment", (code,), facts)
            rows.append(FilledRow(cells))
        self.rows["assessment"] = rows

    def _outcome(self, item: Outcome) -> FilledRow:
        cells: Cells = {"ref": item.id, "words": self.show(item.text)}
        for key, codes, known in (
            ("national", item.national, choices.outcomes()),
            ("priority", item.priority_actions, choices.priority_actions()),
        ):
            for number, code in enumerate(codes, 1):
                cells[f"{key}-{number}"] = known.show(code)
        for number, measure in enumerate(item.measures, 1):
            cells[f"measure-{number}"] = self.show(measure)
        facts = {
            "of": mark_of(item.text),
            "at": item.locator.to_json(),
            "confidence": item.confidence,
            "links": [list(item.national), list(item.priority_actions)],
            "implied": item.implied,
            "measures": len(item.measures),
        }
        self.kept.add("outcomes", (item.id,), facts)
        return FilledRow(cells)

    def _objectives(self, read: PlanReading) -> None:
        rows = []
        for item in read.objectives:
            cells: Cells = {"ref": item.id, "words": self.show(item.text)}
            if item.outcome:
                cells["outcome"] = item.outcome
            facts = {"of": mark_of(item.text), "at": item.locator.to_json()}
            self.kept.add("objectives", (item.id,), facts)
            rows.append(FilledRow(cells))
        self.rows["objectives"] = rows

    def _actions(self, read: PlanReading) -> None:
        rows = []
        for item in read.actions:
            cells: Cells = {"ref": item.id, "words": self.show(item.text)}
            for key, target in (("objective", item.objective), ("outcome", item.outcome)):
                if target:
                    cells[key] = target
            for number, lead in enumerate(item.leads, 1):
                cells[f"lead-{number}"] = self.show(lead.as_written)
                cells[f"category-{number}"] = choices.categories().show(lead.category)
            if item.due_as_written:
                cells["due"] = self.show(item.due_as_written)
            if item.due:
                cells["day"] = item.due
            if item.measure is not None:
                cells["measure"] = self.show(item.measure)
            for number, need in enumerate(item.needs, 1):
                cells[f"need-{number}"] = choices.needs().show(need)
            self.kept.add(
                "actions",
                (item.id,),
                {
                    "of": mark_of(item.text),
                    "at": item.locator.to_json(),
                    "interventions": list(item.interventions),
                    "leads": [
                        [mark_of(lead.as_written), lead.organization, lead.locator.to_json()]
                        for lead in item.leads
                    ],
                    "due": [item.due_as_written, item.due.isoformat() if item.due else None],
                },
            )
            rows.append(FilledRow(cells))
        self.rows["actions"] = rows

    def _mentions(self, read: PlanReading) -> None:
        rows: dict[str, list[FilledRow]] = {"needs": [], "services": [], "partners": []}
        for need in read.needs:
            shown = choices.needs().show(need.category)
            rows["needs"].append(FilledRow({"category": shown, "words": self.show(need.quote)}))
            at = need.locator.to_json()
            self.kept.add("needs", (need.category, need.quote), {"at": at})
        for service in read.services:
            rows["services"].append(FilledRow({"words": self.show(service.name)}))
            self.kept.add("services", (service.name,), {"at": service.locator.to_json()})
        for partner in read.partners:
            shown = choices.categories().show(partner.category)
            words = self.show(partner.as_written)
            rows["partners"].append(FilledRow({"words": words, "category": shown}))
            facts = {"at": partner.locator.to_json(), "organisation": partner.organization}
            self.kept.add("partners", (partner.as_written,), facts)
        self.rows.update(rows)


def _where(place: Locator) -> str:
    nearest = replace(place, heading=place.heading.rpartition(HEADING_SEPARATOR)[2])
    return nearest.in_words() if place.to_json() else ""
