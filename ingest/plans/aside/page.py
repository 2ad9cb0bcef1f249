"""What a web page holds beside its main words: comments, hidden elements, data of programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from lxml import etree, html

from .note import Aside

_TYPED: Final = ("title", "alt", "placeholder", "aria-label", "summary", "label")
_PIECES: Final = frozenset(
    "p li dt dd h1 h2 h3 h4 h5 h6 caption figcaption summary label legend option button address "
    "div section article aside header footer nav blockquote pre template noscript textarea "
    "th td span a del s strike".split()
)
_TEN: Final = re.compile(r"\d{6}[\s-]{0,3}\d{4}")
_DIGITS: Final = re.compile(r"\d\d")
_BARE: Final = re.compile(r"\s*0\d{9}\s*")
#: Elements that may stand within a word.
_WITHIN: Final = frozenset("a b i em strong small span u s del ins sub sup mark font".split())
#: Longest element that is looked at as one; longer ones are looked at by their parts.
_LONGEST: Final = 2_000
_LABEL: Final = 80
_PROGRAMS: Final = frozenset({"script", "style"})
_COMMENT: Final = re.compile(r"<!--(.*?)-->", re.DOTALL)


def page_asides(data: bytes, read: Sequence[str] = ()) -> Iterator[Aside]:
    """Give the texts of a page, or of a text with marks of pages in it, that are not its words.

    Args:
        data: Its bytes.
        read: The words that were read as the plan; they are left out.
    """
    from ..webpage.page import decoded

    text = decoded(data).replace("\x00", "")
    if "<" not in text:
        return
    if not re.search(r"<(?:html|body|head|div|p|table|!doctype)\b", text, re.IGNORECASE):
        for comment in _COMMENT.finditer(text):
            yield Aside("A comment that the file hides", comment[1], wary=True)
        return
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return
    known = _squeezed(" ".join(read))
    for element in root.iter():
        yield from _one(element, known)


def _one(element: Any, known: str) -> Iterator[Aside]:
    if isinstance(element, etree._Comment):
        text = element.text or ""
        # Programs leave counts and dates in comments, but none that begins with a nought.
        wary = not _BARE.fullmatch(text)
        yield Aside("A comment that the page hides", text, wary=wary)
        return
    if not isinstance(element.tag, str):
        return
    if element.tag == "meta":
        yield Aside("A property of the page", element.get("content") or "", wary=True)
    elif element.tag == "input":
        hidden = element.get("type", "").lower() == "hidden"
        named = f"{element.get('name') or ''} {element.get('id') or ''}"
        text = element.get("value") or ""
        yield Aside("A field of a form", text, labels=named, wary=hidden)
    elif element.tag in _PROGRAMS:
        yield Aside("A script of the page", element.text or "", wary=True)
    elif element.tag in _PIECES:
        text = _words(element)
        if len(text) <= _LONGEST and _DIGITS.search(text) and not _was_read(text, known):
            before = element.getprevious()
            label = _words(before) if before is not None else ""
            label = f"{label} {element.getparent().text or ''}"
            yield Aside("Text that the page hides or sets aside", text, labels=label[-_LABEL:])
    for key, value in element.attrib.items():
        if key in _TYPED:
            yield Aside("The description of an element of the page", value)
        elif key.startswith("data-"):
            yield Aside("The data of an element of the page", value, labels=key, wary=True)


def _words(element: Any) -> str:
    """Return the words of an element, without comments and scripts."""
    parts: list[str] = []

    def walk(node: Any) -> None:
        if len(parts) > _LONGEST:
            return  # it is looked at by its parts
        shown = isinstance(node.tag, str) and node.tag not in _PROGRAMS
        gap = "" if node.tag in _WITHIN else " "
        parts.append(gap + (node.text or "") if shown else "")
        for child in node if shown else ():
            walk(child)
            parts.append(child.tail or "")
        parts.append(gap)

    walk(element)
    return "".join(parts[:_LONGEST]).strip()


def _was_read(text: str, known: str) -> bool:
    """Tell whether the words, or at least their numbers, were read as the plan and judged."""
    squeezed = _squeezed(text)
    numbers = [_squeezed(n) for n in _TEN.findall(text)]
    return squeezed in known or (bool(numbers) and all(n in known for n in numbers))


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
