"""What the parts of a workbook tell besides values: what is hidden, merged or set aside.

Each sheet is read once as a stream before openpyxl takes its values, so that a sheet too
large for any plan is met early. Element names are those of ECMA-376 part 1, chapter 18.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from lxml import etree
from openpyxl.xml.constants import (
    DRAWING_NS,
    PKG_REL_NS,
    REL_NS,
    SHEET_DRAWING_NS,
    SHEET_MAIN_NS,
)

State = Literal["visible", "hidden"]
_MAIN: Final = f"{{{SHEET_MAIN_NS}}}"
_OFFICE: Final = f"{{{REL_NS}}}"
_RELATION: Final = f"{{{PKG_REL_NS}}}Relationship"
_DRAWN: Final = f"{{{SHEET_DRAWING_NS}}}"
_WORDS: Final = f"{{{DRAWING_NS}}}t"
_RANGE: Final = re.compile(r"^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$")
#: Columns of a sheet, by what Excel allows.
WIDEST: Final = 16_384
_READ: Final = tuple(
    _MAIN + tag for tag in ("row", "col", "mergeCell", "sheetFormatPr", "filterColumn")
)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, both corners in it, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it; ``path`` is its part within the file."""

    name: str
    state: State
    path: str
    chart: bool = False


@dataclass(slots=True)
class SheetFacts:
    """What one sheet tells besides values.

    Args:
        words: Number of cells that hold anything.
        last_row: The last row that holds anything.
        walked: Number of cells down to that row, blank ones with a format among them.
        cells: Number of cells down to the last.
        hidden_rows: In order.
        default_hidden: Whether rows that are not described are hidden.
        no_result: Addresses of formulas that were saved without their result.
        filtered: Whether a filter hides rows.
        aside: What is drawn or written on the sheet outside its cells, in words.
    """

    words: int = 0
    last_row: int = 0
    walked: int = 0
    cells: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    default_hidden: bool = False
    merged: list[Area] = field(default_factory=list)
    no_result: list[str] = field(default_factory=list)
    filtered: bool = False
    aside: tuple[str, ...] = ()

    def row_hidden(self, row: int) -> bool:
        """Tell whether a row is hidden."""
        at = bisect_left(self.hidden_rows, row)
        return at < len(self.hidden_rows) and self.hidden_rows[at] == row

    def rows_between(self, above: int, below: int) -> int:
        """Count the visible rows between two."""
        hidden = bisect_left(self.hidden_rows, below) - bisect_left(self.hidden_rows, above + 1)
        return 0 if self.default_hidden else below - above - 1 - hidden


def sheets_of(archive: zipfile.ZipFile, part: str) -> list[SheetPart]:
    """List the sheets of a workbook in order, chart sheets among them.

    Args:
        archive: The file.
        part: Path of the workbook's own part.
    """
    related = _relations(archive, part)
    found = []
    for sheet in _tree(archive, part).iter(_MAIN + "sheet"):
        kind, path = related.get(sheet.get(_OFFICE + "id", ""), ("", ""))
        state: State = "visible" if sheet.get("state", "visible") == "visible" else "hidden"
        chart = not kind.endswith("/worksheet")
        found.append(SheetPart(sheet.get("name", ""), state, path, chart))
    return found


def facts_of(archive: zipfile.ZipFile, path: str, most: int, blank: int) -> SheetFacts:
    """Read what a sheet tells besides values.

    Args:
        archive: The file.
        path: The sheet's part.
        most: Reading stops once more cells than this hold anything.
        blank: Reading stops once there are more cells than this, blank or not.
    """
    facts = SheetFacts()
    row_number = 0
    with archive.open(path) as source:
        parts: Any = etree.iterparse(
            source, tag=_READ, resolve_entities=False, no_network=True, load_dtd=False
        )
        for _, element in parts:
            if element.tag == _MAIN + "row":
                row_number = _whole(element.get("r")) or row_number + 1
                _look_at_row(element, row_number, facts)
                if facts.words > most or facts.cells > blank:
                    break
            elif element.tag == _MAIN + "col" and _hidden(element, "width"):
                first, last = _whole(element.get("min")), _whole(element.get("max"))
                facts.hidden_columns.update(range(max(first, 1), min(last, WIDEST) + 1))
            elif element.tag == _MAIN + "mergeCell" and len(facts.merged) <= most:
                if area := area_of(element.get("ref", "")):
                    facts.merged.append(area)
            elif element.tag == _MAIN + "sheetFormatPr":
                facts.default_hidden = element.get("zeroHeight") in {"1", "true"}
            elif element.tag == _MAIN + "filterColumn":
                facts.filtered = True
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    facts.hidden_rows.sort()
    facts.aside = tuple(_aside(archive, path))
    return facts


def area_of(reference: str) -> Area | None:
    """Read a reference such as ``"A1:C3"``; None where it is none.

    >>> area_of("B2:C3")
    Area(top=2, left=2, bottom=3, right=3)
    """
    match = _RANGE.match(reference)
    if not match:
        return None
    left, top = _column(match[1]), int(match[2])
    right, bottom = (_column(match[3]), int(match[4])) if match[3] else (left, top)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _look_at_row(row: Any, number: int, facts: SheetFacts) -> None:
    facts.cells += len(row)
    for cell in row:
        value = formula = False
        for child in cell:
            if child.tag == _MAIN + "f":
                formula = True
            elif child.tag == _MAIN + "is" or child.text:
                value = True
            elif child.tag == _MAIN + "v" and cell.get("t") == "str":
                formula = False  # its result is known to be no text
        if value:
            facts.words += 1
            facts.walked = facts.cells
            facts.last_row = max(facts.last_row, number)
        elif formula:
            facts.no_result.append(cell.get("r", f"row {number}"))
    if _hidden(row, "ht"):
        facts.hidden_rows.append(number)


def _hidden(element: Any, size: str) -> bool:
    if element.get("hidden") in {"1", "true"}:
        return True
    try:
        return float(element.get(size, "1")) == 0
    except ValueError:
        return False


def _aside(archive: zipfile.ZipFile, path: str) -> list[str]:
    """Say what lies on a sheet outside its cells; notes and drawings are parts of their own."""
    said = []
    for kind, part in _relations(archive, path).values():
        if part not in archive.namelist():
            continue
        if kind.endswith(("/comments", "/threadedComment")) and _any_words(archive, part):
            said.append("notes and comments")
        elif kind.endswith("/drawing"):
            drawing = _tree(archive, part)
            if any((node.text or "").strip() for node in drawing.iter(_WORDS)):
                said.append("text boxes")
            if next(drawing.iter(_DRAWN + "pic"), None) is not None:
                said.append("pictures")
            if next(drawing.iter(_DRAWN + "graphicFrame"), None) is not None:
                said.append("charts")
    return sorted(set(said))


def _any_words(archive: zipfile.ZipFile, part: str) -> bool:
    return any((text or "").strip() for text in _tree(archive, part).itertext())


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return kind and path of the parts that one part relates to, by their ids."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", name + ".rels")
    if path not in archive.namelist():
        return {}
    found = {}
    for relation in _tree(archive, path).iter(_RELATION):
        if relation.get("TargetMode") == "External":
            continue  # links to other files are never followed
        target = relation.get("Target", "")
        whole = target[1:] if target.startswith("/") else posixpath.join(folder, target)
        found[relation.get("Id", "")] = (relation.get("Type", ""), posixpath.normpath(whole))
    return found


def _tree(archive: zipfile.ZipFile, part: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(archive.read(part), parser)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
