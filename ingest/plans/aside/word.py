"""What a Word file holds beside its running text: page headers, notes, comments, deleted words."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from ..word_text import W, is_on, is_placeholder
from .note import Aside
from .office import common_asides, described, files_inside, local, tree_of

_PARTS: Final = (
    (re.compile(r"/header\d*\.xml$", re.I), "The page header"),
    (re.compile(r"/footer\d*\.xml$", re.I), "The page footer"),
    (re.compile(r"/comments\w*\.xml$", re.I), "A comment"),
    (re.compile(r"/footnotes\.xml$", re.I), "A footnote"),
    (re.compile(r"/endnotes\.xml$", re.I), "An endnote"),
    (re.compile(r"/glossary/document\.xml$", re.I), "A building block that is kept in the file"),
)
_MAIN: Final = re.compile(rb"wordprocessingml\.(?:document|template)\.main\+xml")
_DELETED: Final = frozenset({W + "del", W + "moveFrom"})
_ADDED: Final = frozenset({W + "ins", W + "moveTo"})
_TEXT: Final = frozenset({W + "t", W + "delText"})
_FIELD: Final = frozenset({W + "instrText", W + "delInstrText"})
_BETWEEN: Final = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


def word_asides(data: bytes, inside: bool = False) -> Iterator[Aside]:
    """Give the texts of a Word file that are not read as the plan.

    Args:
        data: The bytes of the file.
        inside: Whether it stands inside another, and all of it is beside the plan.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in sorted(archive.namelist()):
            where = next((said for form, said in _PARTS if form.search("/" + part)), "")
            if where and (tree := tree_of(archive, part)) is not None:
                yield from _all_of(tree, where)
                yield from described(tree)
        main = _main_part(archive)
        tree = tree_of(archive, main)
        if tree is not None and inside:
            yield from _all_of(tree, "A Word file inside the file")
        elif tree is not None:
            yield from _unseen(tree)
            yield from described(tree)
        if "word/settings.xml" in archive.namelist():
            settings = tree_of(archive, "word/settings.xml")
            for variable in settings.iter(W + "docVar") if settings is not None else ():
                name, text = variable.get(W + "name", ""), variable.get(W + "val", "")
                yield Aside("A property of the file", text, labels=name, wary=True)
        yield from common_asides(archive)
        if inside:
            return
        for ending, held in files_inside(archive):
            if ending == "docx":
                yield from word_asides(held, inside=True)
            else:
                from .workbook import workbook_asides

                yield from workbook_asides(held, inside=True)


def _main_part(archive: zipfile.ZipFile) -> str:
    if "word/document.xml" in archive.namelist():
        return "word/document.xml"
    types = tree_of(archive, "[Content_Types].xml")
    for override in types if types is not None else ():
        if _MAIN.search((override.get("ContentType") or "").encode()):
            return str(override.get("PartName")).lstrip("/")
    return "word/document.xml"


def _all_of(tree: Any, where: str) -> Iterator[Aside]:
    """Give each paragraph of a part as it stands, as it stood before changes, and its fields."""
    for paragraph in tree.iter(W + "p"):
        labels = _labels(paragraph)
        for text in dict.fromkeys((_joined(paragraph, _ADDED), _joined(paragraph, _DELETED))):
            if text:
                yield Aside(where, text, labels=labels)
        yield from _fields(paragraph)


def _unseen(tree: Any) -> Iterator[Aside]:
    """Give what the running text holds unseen: deleted, hidden, kept for old programs."""
    for paragraph in tree.iter(W + "p"):
        yield from _fields(paragraph)
        labels = ""
        if any(next(paragraph.iter(tag), None) is not None for tag in _DELETED):
            labels = _labels(paragraph)
            where = "Deleted text that is kept in the file"
            before = _joined(paragraph, _ADDED)
            yield Aside(where, before, labels=labels)
            yield Aside(where, _joined(paragraph, frozenset(), only=_DELETED), labels=labels)
        hidden = [r for r in paragraph.iter(W + "r") if is_on(r.find(f"{W}rPr/{W}vanish"))]
        if hidden:
            text = "".join(_joined(run, frozenset()) for run in hidden)
            yield Aside("Hidden text", text, labels=_labels(paragraph))
            yield Aside("Hidden text", _joined(paragraph, _DELETED), labels=_labels(paragraph))
        text = _joined(paragraph, frozenset())
        if text and text not in _also_shown(paragraph):
            yield Aside("A text box that is kept for old programs", text)
    for control in tree.iter(W + "sdt"):
        if is_placeholder(control):
            yield Aside("The prompt of a form field", _joined(control, frozenset()))
        for mark in control.iterfind(f"{W}sdtPr/{W}listItem"):
            yield Aside("A list to choose from", mark.get(W + "displayText") or "")
    for entry in tree.iter(W + "listItem"):
        yield Aside("A list to choose from", entry.get(W + "displayText") or "")
    for tag in ("default", "statusText", "helpText"):
        for entry in tree.iter(W + tag):
            yield Aside("A form field", entry.get(W + "val") or "")


def _also_shown(paragraph: Any) -> str:
    """Return what new programs show in place of a paragraph for old ones, else its own words."""
    for above in paragraph.iterancestors():
        if local(above) == "Fallback":
            return "".join(t.text or "" for t in above.getparent().iterfind(f"{{*}}Choice//{W}t"))
    return _joined(paragraph, frozenset())


def _fields(paragraph: Any) -> Iterator[Aside]:
    code = "".join(node.text or "" for node in paragraph.iter(*_FIELD))
    simple = [node.get(W + "instr") or "" for node in paragraph.iter(W + "fldSimple")]
    for text in (code, *simple):
        if text.strip():
            yield Aside("The code of a field", text, wary=True)


def _joined(element: Any, without: frozenset[str], only: frozenset[str] = frozenset()) -> str:
    """Join the words of an element, without some of its parts or of some alone."""
    parts: list[str] = []

    def walk(node: Any, kept: bool) -> None:
        for child in node:
            if child.tag in without or not isinstance(child.tag, str):
                continue
            # A paragraph in a box stands on its own.
            if child.tag == W + "p" and element.tag == W + "p":
                continue
            inner = kept or child.tag in only
            if inner and child.tag in _TEXT:
                parts.append(child.text or "")
            elif inner and child.tag in _BETWEEN:
                parts.append(_BETWEEN[child.tag])
            walk(child, inner)

    walk(element, not only)
    return "".join(parts).strip()


def _labels(paragraph: Any) -> str:
    """Return the heads of the row and the column, where a paragraph stands in a table."""
    cell = next(paragraph.iterancestors(W + "tc"), None)
    if cell is None:
        return ""
    row = cell.getparent()
    table = row.getparent()
    if row.tag != W + "tr" or table is None:
        return ""
    at = list(row.iterchildren(W + "tc")).index(cell)
    first = next(table.iterchildren(W + "tr"), row)
    heads = list(first.iterchildren(W + "tc"))
    named = [heads[at]] if first is not row and at < len(heads) else []
    named += [next(row.iterchildren(W + "tc"))] if at else []
    return " ".join(" ".join(t.text or "" for t in head.iter(W + "t")) for head in named)
