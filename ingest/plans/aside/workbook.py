"""What a workbook holds beside its visible cells: hidden ones, notes, names, page headers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from openpyxl.xml.constants import SHEET_MAIN_NS

from ..blocks import Locator
from .note import Aside
from .office import common_asides, files_inside, local, tree_of

_MAIN: Final = f"{{{SHEET_MAIN_NS}}}"
_NOTES: Final = re.compile(r"/(?:threaded)?comments?\d*\.xml$", re.IGNORECASE)
_SHEETS: Final = re.compile(r"^xl/(?:work|chart|dialog|macro)sheets/[^/]+\.xml$", re.IGNORECASE)
_OTHERS: Final = (
    (re.compile(r"^xl/tables/", re.I), "A name within a table"),
    (re.compile(r"^xl/pivotCache/", re.I), "The data kept behind a pivot table"),
    (re.compile(r"^xl/externalLinks/", re.I), "The data kept from a linked workbook"),
    (re.compile(r"^xl/(?:slicer|timeline|queryTable|connections)", re.I), "A filter or a link"),
)
#: Parts of a sheet's description that hold what a person typed.
_HEADERS: Final = re.compile(r"(?:Header|Footer)$")
_PROMPTS: Final = ("prompt", "promptTitle", "error", "errorTitle")
#: Marks of fonts, sizes and page numbers within page headers; ECMA-376 part 1, 18.3.1.46.
_CODES: Final = re.compile(r'&"[^"]*"|&\d+|&K[0-9A-F+-]{6}|&[A-Z]')


def workbook_asides(data: bytes, inside: bool = False) -> Iterator[Aside]:
    """Give the texts of a workbook that are not read as the plan, cells left to others.

    Args:
        data: The bytes of the file.
        inside: Whether it stands inside another, and its cells are beside the plan as well.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield from _book(archive)
        for part in sorted(archive.namelist()):
            if not part.lower().endswith(".xml"):
                continue
            if _NOTES.search(part):
                yield from _notes(archive, part)
            elif _SHEETS.match(part):
                yield from _sheet(archive, part)
            elif where := next((said for form, said in _OTHERS if form.match(part)), ""):
                yield from _others(archive, part, where)
        yield from common_asides(archive)
        if inside:
            if "xl/sharedStrings.xml" in archive.namelist():
                yield from _texts(archive, "xl/sharedStrings.xml", "A workbook inside the file")
            return
        for ending, held in files_inside(archive):
            if ending == "xlsx":
                yield from workbook_asides(held, inside=True)
            else:
                from .word import word_asides

                yield from word_asides(held, inside=True)


def _book(archive: zipfile.ZipFile) -> Iterator[Aside]:
    if "xl/workbook.xml" not in archive.namelist():
        return
    tree = tree_of(archive, "xl/workbook.xml")
    for sheet in tree.iter(_MAIN + "sheet") if tree is not None else ():
        if sheet.get("state", "visible") != "visible":
            yield Aside("The name of a hidden sheet", sheet.get("name") or "")
    for name in tree.iter(_MAIN + "definedName") if tree is not None else ():
        label = name.get("name") or ""
        yield Aside("A defined name", f"{label} {name.get('comment') or ''}")
        yield Aside("A defined name", name.text or "", labels=label)


def _notes(archive: zipfile.ZipFile, part: str) -> Iterator[Aside]:
    tree = tree_of(archive, part)
    for note in tree.iter() if tree is not None else ():
        if local(note) in {"comment", "threadedComment"}:
            cell = note.get("ref") or ""
            text = "".join(note.itertext())
            where = f"The note on cell {cell}" if cell else "A note"
            yield Aside(where, text, Locator(cell=cell or None))


def _sheet(archive: zipfile.ZipFile, part: str) -> Iterator[Aside]:
    tree = tree_of(archive, part)
    for element in tree.iter() if tree is not None else ():
        name = local(element)
        if _HEADERS.search(name) and element.text:
            which = "page header" if name.endswith("Header") else "page footer"
            yield Aside(f"The {which} of a sheet", _CODES.sub(" ", element.text))
        elif name == "dataValidation":
            for key in _PROMPTS:
                yield Aside("The prompt of a cell", element.get(key) or "")
            for formula in element:
                yield Aside("A list to choose from", formula.text or "")
        elif name == "hyperlink":
            for key in ("tooltip", "display"):
                yield Aside("The tip of a link", element.get(key) or "")
        elif name == "f" and element.text and '"' in element.text:
            place = Locator(cell=element.getparent().get("r"))
            for text in re.findall(r'"([^"]{6,})"', element.text):
                yield Aside(f"The formula of cell {place.cell}", text, place)


def _others(archive: zipfile.ZipFile, part: str, where: str) -> Iterator[Aside]:
    tree = tree_of(archive, part)
    for element in tree.iter() if tree is not None else ():
        for key in ("v", "name", "caption", "displayName", "totalsRowLabel"):
            if value := element.get(key):
                above = element.getparent()
                field = above.getparent() if above is not None else None
                label = (field.get("name") or "") if field is not None else ""
                yield Aside(where, value, labels=label, wary=True)
        if element.text and element.text.strip():
            yield Aside(where, element.text, wary=True)


def _texts(archive: zipfile.ZipFile, part: str, where: str) -> Iterator[Aside]:
    tree: Any = tree_of(archive, part)
    for item in tree if tree is not None else ():
        yield Aside(where, "".join(item.itertext()))
