"""The words of an element in lines, as a browser sets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from .chrome import Chrome

#: Elements that begin and end a line.
BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main "
    "menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul".split()
)
#: Words that are struck out.
_STRUCK: Final = frozenset({"del", "s", "strike"})
_NOTE_MARK: Final = re.compile(r"^\W*(?:\d{1,3}|[*†‡§]{1,3}|[ivx]{1,4}|note\W*\d{1,3})\W*$", re.I)
_BACK: Final = re.compile(
    r"^\W*(?:(?:back|return|jump up)(?: to (?:the )?(?:text|content|top|reference))?)?\W*$",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(r"(?:\d|\b[kcm]?m|\b(?:ft|in))$")
_UNSEEN: Final = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


class Lines:
    """Gathers words, broken into lines where a browser breaks them."""

    def __init__(self, chrome: Chrome) -> None:
        self._chrome = chrome
        self._parts: list[str] = []

    def add(self, text: str | None) -> None:
        """Add words that run on."""
        if text:
            # White space in a page's source never breaks a line.
            self._parts.append(" ".join(_UNSEEN.sub("", f"|{text}|").split())[1:-1])

    def end(self) -> None:
        """End the line."""
        self._parts.append("\n")

    def element(self, element: Any) -> None:
        """Add the words of an element, those of menus and the like left out."""
        tag = element.tag
        if tag == "br":
            self.end()
            return
        if tag in _STRUCK or self._chrome.leaves_out(element) or self._is_note_mark(element):
            return
        if tag == "a" and element.get("href", "").startswith("#") and _is_back(element):
            return
        apart = tag in BLOCKS or self._chrome.is_block(element)
        if apart:
            self.end()
        self.add(element.text)
        for child in element:
            self.element(child)
            self.add(child.tail)
        if apart:
            self.end()

    def take(self) -> list[str]:
        """Return the lines gathered, white space made single, and begin anew."""
        whole = "".join(self._parts)
        self._parts = []
        lines = (" ".join(line.split()) for line in whole.split("\n"))
        return [line for line in lines if line]

    def _is_note_mark(self, element: Any) -> bool:
        """Tell whether a raised number points to a note, and is no power or ordinal."""
        if element.tag != "sup":
            return False
        text = element.text_content()
        if not _NOTE_MARK.match(text):
            return False
        linked = next(element.iter("a"), None) is not None
        before = "".join(self._parts)[-12:]
        return linked or not _UNIT.search(before)


def _is_back(link: Any) -> bool:
    """Tell whether a link only leads back from a note, as an arrow or a word does."""
    text = link.text_content()
    return bool(text.strip()) and not text.strip().isdigit() and bool(_BACK.match(text))


def lines_of(element: Any, chrome: Chrome) -> list[str]:
    """Return the words of an element in lines.

    Args:
        element: Any element.
        chrome: Tells what is left out.
    """
    lines = Lines(chrome)
    lines.add(element.text)
    for child in element:
        lines.element(child)
        lines.add(child.tail)
    return lines.take()


def block_holders(root: Any, chrome: Chrome) -> set[Any]:
    """Return the elements that begin a line, or have such ones in them.

    Args:
        root: The part of the page to look at.
        chrome: Tells what a style sets on lines of its own.
    """
    found: set[Any] = set()
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in BLOCKS or chrome.is_block(element):
            while element is not None and element not in found:
                found.add(element)
                element = element.getparent()
    return found


def is_bold(element: Any) -> bool:
    """Tell whether all words of an element are bold."""
    found = False
    for above in _texts(element):
        found = True
        if not any(node.tag in {"b", "strong"} or _heavy(node) for node in above):
            return False
    return found


def _texts(element: Any) -> Iterator[list[Any]]:
    """Give, for each piece of text, the elements that it stands in, up to the one given."""
    stack: list[tuple[Any, list[Any]]] = [(element, [element])]
    while stack:
        node, above = stack.pop()
        if not isinstance(node.tag, str):
            continue
        if (node.text or "").strip():
            yield above
        for child in node:
            stack.append((child, [*above, child]))
            if (child.tail or "").strip():
                yield above


def _heavy(node: Any) -> bool:
    weight = re.search(r"font-weight\s*:\s*(bold|[6-9]00)", node.get("style", ""), re.IGNORECASE)
    return weight is not None
