"""The words of a Word file's paragraphs: what a reader of the page would see of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from docx.oxml.ns import nsmap

W: Final = "{" + nsmap["w"] + "}"
#: What holds words that are not shown here: text boxes are read on their own.
_APART: Final = frozenset({W + "txbxContent", W + "del", W + "pPr", W + "rPr", W + "moveFrom"})
_OFF: Final = frozenset({"0", "false", "off", "none"})


def text_of(element: Any) -> str:
    """Return the words of a paragraph with tracked insertions, without deletions and text boxes."""
    parts: list[str] = []
    for node in _inside(element):
        if node.tag == W + "t":
            parts.append(node.text or "")
        elif node.tag in {W + "tab", W + "ptab"}:
            parts.append("\t")
        elif node.tag in {W + "br", W + "cr"}:
            parts.append("\n")
        elif node.tag == W + "noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def paragraphs_in(element: Any) -> Iterator[Any]:
    """Give the paragraphs of a cell or box in order, text boxes once, nested tables left out."""
    for child in element:
        if child.tag == W + "p":
            for box in boxes_in(child):
                yield from paragraphs_in(box)
            yield child
        elif child.tag in HOLDERS and not is_placeholder(child):
            yield from paragraphs_in(child)


#: What blocks may be wrapped in: content controls, tracked insertions, custom marks.
HOLDERS: Final = frozenset(
    W + tag for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)


def boxes_in(element: Any) -> list[Any]:
    """Return the text boxes of a paragraph, each once."""
    boxes = []
    for box in element.iter(W + "txbxContent"):
        above = [str(a.tag) for a in box.iterancestors()]
        # Word writes a box twice: for new readers (Choice) and for old ones (Fallback).
        if not any(tag.endswith("}Fallback") for tag in above):
            boxes.append(box)
    return boxes


def is_placeholder(control: Any) -> bool:
    """Tell whether a content control still shows its prompt, such as "Click to enter text"."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def is_on(element: Any | None) -> bool:
    """Tell whether a switch such as ``w:b`` is there and not turned off."""
    return element is not None and str(element.get(W + "val", "1")).lower() not in _OFF


def _inside(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in _APART or not isinstance(child.tag, str):
            continue
        if child.tag.endswith("}AlternateContent"):
            continue  # text boxes and drawings; their words are read on their own
        if child.tag == W + "r" and is_on(child.find(f"{W}rPr/{W}vanish")):
            continue
        if child.tag == W + "sdt" and is_placeholder(child):
            continue
        yield child
        yield from _inside(child)
