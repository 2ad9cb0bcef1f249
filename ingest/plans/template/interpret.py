"""Turns the cells of a filled-in template into a reading, and tells what is wrong with them.

A fault never drops a row: what can be understood is kept, and the fault is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from cjgraph.namespaces import slug

from ..blocks import NOWHERE, Locator
from ..dates import due_date
from ..reading import Evidence
from .choices import Choices
from .faults import TemplateFault
from .form import ReadCell, ReadForm, ReadRow, ReadSheet
from .kept import Facts, place_from
from .layout import EXAMPLE
from .texts import mark_of

_SAFE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")
_EXAMPLE: Final = re.compile(rf"^{EXAMPLE}\b", re.IGNORECASE)
_NUMERIC: Final = re.compile(r"^\s*\d{1,4}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{1,4}\s*$")
_SERIAL: Final = re.compile(r"^\d{5}$")
_DAY_ZERO: Final = date(1899, 12, 30).toordinal()


@dataclass(slots=True)
class Refs:
    """The refs of one sheet: what each, as a person writes it, is called in the reading."""

    known: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    @staticmethod
    def plain(text: str) -> str:
        """Return a ref without what people write it differently by."""
        return " ".join(text.lower().split())

    def find(self, text: str) -> str | None:
        """Return the id that a ref means."""
        return self.known.get(self.plain(text))


class Interpreter:
    """Understands cells, one at a time, and collects the faults."""

    def __init__(self, form: ReadForm) -> None:
        self.form = form
        self.kept = form.kept
        self.faults: list[TemplateFault] = form.faults

    def sheet(self, key: str) -> ReadSheet:
        """Return a sheet; an empty one where a person has deleted it."""
        return self.form.sheets.get(key) or ReadSheet(key.capitalize(), [])

    def rows(self, key: str) -> Iterator[ReadRow]:
        """Give the rows of a sheet that hold anything and are no examples."""
        for row in self.sheet(key).rows:
            first = next(iter(row.cells.values()), None)
            if first is None or not any(self.meant(cell) for cell in row.cells.values()):
                continue
            if not self._is_example(row):
                yield row

    def _is_example(self, row: ReadRow) -> bool:
        if self.kept.source is not None:  # a template that was filled from a plan has none
            return False
        names = ("ref",) if "ref" in row.cells else ("category", "words")
        shown = [row.cells[name].text.strip() for name in names if name in row.cells]
        return any(_EXAMPLE.match(text) for text in shown)

    def meant(self, cell: ReadCell | None) -> str:
        """Return the words that a cell stands for, nothing where it is empty."""
        return self.kept.meant(cell.text) if cell else ""

    def text(self, row: ReadRow, key: str) -> str:
        """Return the words of one field of a row."""
        return self.meant(row.cells.get(key))

    def values(self, row: ReadRow, key: str) -> list[ReadCell]:
        """Return the cells of a group that hold anything, such as all leads."""
        numbered = []
        for name, cell in row.cells.items():
            start, dash, number = name.rpartition("-")
            if dash and start == key and number.isdigit() and self.meant(cell):
                numbered.append((int(number), cell))
        return [cell for _, cell in sorted(numbered, key=lambda pair: pair[0])]

    def fault(
        self, key: str, row: ReadRow, cell: ReadCell | None, message: str, *, lacking: str = ""
    ) -> None:
        """Note a fault with its place; where a cell is empty, ``lacking`` says which."""
        place = cell.place if cell else self.place(row)
        empty = self.sheet(key).columns.get(lacking, "").replace("{row}", str(row.number))
        number, name = (cell.row, cell.name) if cell else (row.number, empty)
        found = TemplateFault(self.sheet(key).title, number, name, message, place)
        self.faults.append(found)

    def place(self, row: ReadRow, key: str = "") -> Locator:
        """Return the place of a field, or else of the row."""
        cell = row.cells.get(key) or next(iter(row.cells.values()), None)
        return cell.place if cell else NOWHERE

    def kept_place(self, facts: Facts | None, text: str, row: ReadRow, key: str) -> Locator:
        """Return the place in the document that was read, where the words are still the same."""
        if facts and facts.get("of", mark_of(text)) == mark_of(text):
            place = place_from(facts.get("at"))
            if place is not None:
                return place
        return self.place(row, key)

    def choice(
        self, key: str, row: ReadRow, cell: ReadCell, known: Choices, what: str
    ) -> str | None:
        """Return the code that a cell chooses; a fault where it chooses none."""
        text = self.meant(cell)
        code = known.code(text)
        if code is None:
            self.fault(key, row, cell, f"'{_short(text)}' is not one of the {what}; "
                       f"choose one from the list.")  # fmt: skip
        return code

    def codes(self, key: str, row: ReadRow, name: str, known: Choices, what: str) -> list[str]:
        """Return the codes that the cells of a group choose, each once."""
        found: list[str] = []
        for cell in self.values(row, name):
            text = self.meant(cell)
            several = known.coded(text)
            if known.code(text) is None and len(several) > 1:
                found += several
                continue
            pieces = [text] if known.code(text) else re.split(r"\s*[;\n]\s*", text)
            if len(pieces) > 1 and all(known.code(piece) for piece in pieces if piece):
                found += [code for piece in pieces if (code := known.code(piece))]
            elif code := self.choice(key, row, cell, known, what):
                found.append(code)
            else:  # a number that nothing has is a reference that leads nowhere
                found += known.stated(text)
        return list(dict.fromkeys(found))

    def day(self, key: str, row: ReadRow, cell: ReadCell | None) -> date | None:
        """Return the day that a cell of dates holds; a fault where it is none."""
        if cell is None:
            return None
        if cell.day is not None:
            return cell.day
        text = self.meant(cell)
        if not text:
            return None
        if _SERIAL.match(text):  # a date that lost its format
            return date.fromordinal(_DAY_ZERO + int(text))
        found = due_date(text)
        if found is None:
            why = (
                "there is no such day"
                if _NUMERIC.match(text)
                else "it does not name a day, a month or a year"
            )
            self.fault(key, row, cell, f"'{_short(text)}' is not a date: {why}. "
                       "Write it as 31/03/2026.")  # fmt: skip
        return found

    def ref(self, key: str, row: ReadRow, refs: Refs, number: int) -> str:
        """Return an id for a row, and tell where its ref is missing or there twice."""
        cell = row.cells.get("ref")
        written = self.meant(cell)
        plain = Refs.plain(written)
        stem = f"{key.removesuffix('s')}-{number}"
        wanted = written if _SAFE.fullmatch(written) else _sluggish(written) or stem
        if plain and plain in refs.known:
            self.fault(key, row, cell, f"The ref '{_short(written)}' is there twice. "
                       "Give each row a ref of its own.")  # fmt: skip
            plain = ""
        chosen, again = wanted, 2
        while chosen in refs.taken:
            chosen, again = f"{wanted}-{again}", again + 1
        refs.taken.add(chosen)
        if plain:
            refs.known[plain] = chosen
        return chosen

    def target(self, key: str, row: ReadRow, name: str, refs: Refs, what: str) -> str | None:
        """Return the id that a cell refers to; a reference to nothing is kept and told."""
        cell = row.cells.get(name)
        written = self.meant(cell)
        if not written:
            return None
        known = refs.find(written)
        if known is None and (number := re.match(r"([^\s:]+)\s*[:–—]", written)):  # noqa: RUF001
            known = refs.find(number[1])
        if known is not None:
            return known
        self.fault(key, row, cell, f"There is no {what} with the ref '{_short(written)}'. "
                   f"Correct the ref, or add the {what}.")  # fmt: skip
        return written if _SAFE.fullmatch(written) else _sluggish(written) or "unknown"

    def evidence(self, text: str, place: Locator) -> Evidence | None:
        """Return words with their place, or None where there are none."""
        return Evidence(text, place) if text else None


def numbered(faults: list[TemplateFault]) -> tuple[TemplateFault, ...]:
    """Return faults in the order of sheets and rows, each once."""
    return tuple(dict.fromkeys(replace(fault) for fault in faults))


def _sluggish(text: str) -> str:
    found = slug(text)
    return "" if found == "x" else found


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:59].rstrip() + "…"
