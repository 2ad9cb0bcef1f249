"""The plan as a whole, from the sheet of that name."""

from __future__ import annotations

from datetime import date

from ..reading import Evidence
from ..vocabulary import vocabulary
from . import choices
from .form import ReadRow
from .interpret import Interpreter


class Cover:
    """The plan as a whole."""

    def __init__(self, reader: Interpreter) -> None:
        rows = self.rows = reader.sheet("plan").rows
        self.reader = reader
        row = rows[0] if rows else ReadRow(0, {})
        self.title = reader.text(row, "title")
        self.area = reader.text(row, "area")
        self.partnership = self._partnership(row)
        self.period = self._period(row)
        self.framework = self._framework(row)
        self.publication = self._said(row, "publication")
        self.participation = self._said(row, "participation")

    def _partnership(self, row: ReadRow) -> str | None:
        reader, known = self.reader, choices.partnerships()
        kept = reader.kept.take("plan", "area", self.area)
        cell = row.cells.get("partnership")
        if reader.meant(cell) and cell:
            return reader.choice("plan", row, cell, known, "Partnerships")
        if kept or not self.area:
            return None
        area = choices.areas().code(self.area)
        if area is None:
            return known.code(self.area)
        serving = [p for p in vocabulary().partnerships if area in p.linked("servesArea")]
        return serving[0].iri if serving else None

    def _period(self, row: ReadRow) -> tuple[date, date] | None:
        reader = self.reader
        start = reader.day("plan", row, row.cells.get("start"))
        end = reader.day("plan", row, row.cells.get("end"))
        if start and end:
            return start, end
        if start or end:
            there, lacking = ("first", "last") if start else ("last", "first")
            cell = row.cells["start" if start else "end"]
            told = f"The plan has a {there} day, but no {lacking} day that can be read."
            reader.fault("plan", row, cell, told)
        return None

    def _framework(self, row: ReadRow) -> str:
        cell = row.cells.get("framework")
        if cell and self.reader.meant(cell):
            found = self.reader.choice("plan", row, cell, choices.editions(), "national frameworks")
            if found:
                return found
        if self.period:
            return vocabulary().edition_on(self.period[0]).generation
        return self.reader.kept.edition or vocabulary().editions[-1].generation

    def _said(self, row: ReadRow, key: str) -> Evidence | None:
        text = self.reader.text(row, key)
        facts = self.reader.kept.take("plan", key, text)
        return self.reader.evidence(text, self.reader.kept_place(facts, text, row, key))
