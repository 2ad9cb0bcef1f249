"""How the paragraphs of a Word file are set: styles, outline levels, size and weight."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from .word_text import W, is_on, text_of

_HEADING_NAME: Final = re.compile(r"^heading\s*(\d)", re.IGNORECASE)
_DEFAULT_SIZE: Final = 20  # half-points, where neither run, style nor defaults say
_DEEPEST: Final = 9
_CHAIN: Final = 12


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks on the page.

    Args:
        size: Size of its letters in half-points: that of most of its words.
        bold: Whether all of it is bold.
        underlined: Whether all of it is underlined.
        capitals: Whether all of it is in capitals, typed or set so.
    """

    size: int
    bold: bool
    underlined: bool
    capitals: bool

    def stands_out(self, body: int) -> bool:
        """Tell whether it looks like a heading beside running text of a size."""
        return self.size > body + 1 or self.bold or self.underlined or self.capitals

    def rank(self) -> tuple[int, bool, bool, bool]:
        """Order looks by how much they stand out."""
        return self.size, self.capitals, self.bold, self.underlined


class Styles:
    """The styles of a document.

    Args:
        root: The root of its styles part, or None where it has none.
    """

    def __init__(self, root: Any | None) -> None:
        found = [] if root is None else list(root.iter(W + "style"))
        self._styles = {str(style.get(W + "styleId")): style for style in found}
        self._default = next(
            (str(s.get(W + "styleId")) for s in found if _is_default_paragraph(s)), ""
        )
        size = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
        self._size = _value(size) or _DEFAULT_SIZE

    def names(self, element: Any) -> list[str]:
        """Return the names of a paragraph's style and of those it is based on, nearest first."""
        return [_name(style) for style in self._chain(_style_id(element))]

    def heading_level(self, element: Any) -> int | None:
        """Return the level that a paragraph's style or outline level gives; None for body text."""
        direct = element.find(f"{W}pPr/{W}outlineLvl")
        if direct is not None and direct.get(W + "val", "").isdigit():
            level = int(direct.get(W + "val")) + 1
            return level if level <= _DEEPEST else None
        for style in self._chain(_style_id(element)):
            if match := _HEADING_NAME.match(_name(style)):
                return int(match[1]) or None
            outline = style.find(f"{W}pPr/{W}outlineLvl")
            if outline is not None and outline.get(W + "val", "").isdigit():
                level = int(outline.get(W + "val")) + 1
                return level if level <= _DEEPEST else None
        return None

    def is_title(self, element: Any) -> bool:
        """Tell whether a paragraph is set as the title of the document."""
        return "title" in (name.lower() for name in self.names(element))

    def look(self, element: Any) -> Look:
        """Return how a paragraph looks."""
        chain = self._chain(_style_id(element) or self._default)
        set_size = next((n for s in chain if (n := _value(s.find(f"{W}rPr/{W}sz")))), self._size)
        sizes: Counter[int] = Counter()
        switches = dict.fromkeys(("b", "u", "caps"), True)
        words = 0
        for run in element.iter(W + "r"):
            length = len("".join(t.text or "" for t in run.iter(W + "t")).strip())
            if not length:
                continue
            words += length
            own = run.find(W + "rPr")
            sizes[(_value(own.find(W + "sz")) if own is not None else 0) or set_size] += length
            for tag in switches:
                switches[tag] = switches[tag] and _switched(own, chain, tag)
        size = sizes.most_common(1)[0][0] if sizes else set_size
        text = text_of(element)
        capitals = (switches["caps"] and bool(words)) or (
            text.isupper() and len(text.split()) > 1 and len(re.findall(r"[A-Z]", text)) > 5
        )
        return Look(size, switches["b"] and bool(words), switches["u"] and bool(words), capitals)

    def list_level(self, element: Any) -> int | None:
        """Return how deep a paragraph is in a numbered or bulleted list, from 0; None outside."""
        chain = self._chain(_style_id(element))
        for holder in (element, *chain):
            numbering = holder.find(f"{W}pPr/{W}numPr")
            if numbering is None:
                continue
            if _value(numbering.find(W + "numId")) == 0 and numbering.find(W + "numId") is not None:
                return None  # numbering that the style gives is taken away here
            return _value(numbering.find(W + "ilvl"))
        listed = any(_name(style).lower().startswith("list") for style in chain)
        return 0 if listed else None

    def _chain(self, style_id: str) -> list[Any]:
        chain: list[Any] = []
        while style_id in self._styles and len(chain) < _CHAIN:
            style = self._styles[style_id]
            chain.append(style)
            based = style.find(W + "basedOn")
            style_id = "" if based is None else str(based.get(W + "val"))
        return chain


def body_size(looks: list[tuple[Look, int]]) -> int:
    """Return the size of most words of a document.

    Args:
        looks: The look of each paragraph with its number of characters.
    """
    sizes: Counter[int] = Counter()
    for look, length in looks:
        sizes[look.size] += length
    return sizes.most_common(1)[0][0] if sizes else _DEFAULT_SIZE


def _switched(own: Any | None, chain: list[Any], tag: str) -> bool:
    for holder in (own, *(style.find(W + "rPr") for style in chain)):
        found = None if holder is None else holder.find(W + tag)
        if found is not None:
            return is_on(found)
    return False


def _is_default_paragraph(style: Any) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true"}


def _style_id(element: Any) -> str:
    found = element.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(W + "val"))


def _name(style: Any) -> str:
    found = style.find(W + "name")
    return "" if found is None else str(found.get(W + "val"))


def _value(element: Any | None) -> int:
    value = "" if element is None else str(element.get(W + "val") or "")
    return int(value) if value.isdigit() and len(value) < 6 else 0
