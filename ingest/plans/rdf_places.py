"""Where words stand, as Web Annotation has it: a quotation, its file and its place there.

The quotation alone is a selector that an item points to with ``cj:hasLocator``; file and
place together are a specific resource that it points to with ``cj:quotedFrom``.

Source: Web Annotation Data Model, W3C Recommendation, 3.2 and 4.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from cjgraph.namespaces import CJ, DCTERMS, OA, PDF_FRAGMENTS, RDF, RDFS, XSD

from .blocks import Locator

_A: Final = NamedNode(RDF + "type")
_LABEL: Final = NamedNode(RDFS + "label")
_SOURCE: Final = NamedNode(DCTERMS + "source")
_VALUE: Final = NamedNode(RDF + "value")
_WHOLE_NUMBER: Final = NamedNode(XSD + "integer")
_COUNTED: Final = NamedNode(XSD + "nonNegativeInteger")

#: The part of a place that each property holds.
PARTS: Final = {
    "page": CJ + "atPage",
    "sheet": CJ + "atSheet",
    "cell": CJ + "atCell",
    "paragraph": CJ + "atParagraph",
    "table": CJ + "atTable",
    "row": CJ + "atRow",
    "column": CJ + "atColumn",
    "heading": CJ + "underHeading",
}


def quotation_triples(
    node: NamedNode, file: NamedNode, text: str, place: Locator, label: str
) -> Iterator[Triple]:
    """Say where the words of an item stand.

    Args:
        node: The item.
        file: The file that was read.
        text: The words.
        place: Where they stand.
        label: The place in words, short enough for a label.
    """
    quote = NamedNode(f"{node.value}/locator")
    words = place.in_words()
    yield Triple(node, NamedNode(CJ + "hasLocator"), quote)
    yield Triple(quote, _A, NamedNode(OA + "TextQuoteSelector"))
    yield Triple(quote, NamedNode(OA + "exact"), Literal(text))
    yield Triple(quote, NamedNode(CJ + "sourceLocator"), Literal(words, language="en"))
    yield from _named(quote, file, label)
    target = NamedNode(f"{node.value}/place")
    yield Triple(node, NamedNode(CJ + "quotedFrom"), target)
    yield Triple(target, _A, NamedNode(OA + "SpecificResource"))
    yield from _named(target, file, label)
    yield Triple(target, NamedNode(OA + "hasSource"), file)
    yield Triple(target, NamedNode(OA + "hasSelector"), quote)
    for name, prop in PARTS.items():
        value = getattr(place, name)
        if value not in (None, ""):
            yield Triple(target, NamedNode(prop), _literal(value))
    yield from _selected(target, file, place, label)


def _selected(target: NamedNode, file: NamedNode, place: Locator, label: str) -> Iterator[Triple]:
    """Give the part of the file as a selector, and the span of characters within it."""
    kind, value = _fragment(place)
    part = NamedNode(f"{target.value}/part")
    if value:
        yield Triple(target, NamedNode(OA + "hasSelector"), part)
        yield Triple(part, _A, NamedNode(OA + kind))
        yield Triple(part, _VALUE, Literal(value))
        yield from _named(part, file, label)
        if value.startswith("page="):
            yield Triple(part, NamedNode(DCTERMS + "conformsTo"), NamedNode(PDF_FRAGMENTS))
    if place.start is None or place.end is None:
        return
    span = NamedNode(f"{target.value}/span")
    if value:  # characters are counted within that part
        yield Triple(part, NamedNode(OA + "refinedBy"), span)
    else:
        yield Triple(target, NamedNode(OA + "hasSelector"), span)
    yield Triple(span, _A, NamedNode(OA + "TextPositionSelector"))
    for name, number in (("start", place.start), ("end", place.end)):
        yield Triple(span, NamedNode(OA + name), Literal(str(number), datatype=_COUNTED))
    yield from _named(span, file, f"Characters {place.start} to {place.end}")


def _fragment(place: Locator) -> tuple[str, str]:
    """Return the kind and the value of the selector of a part of a file."""
    if place.path:
        return "XPathSelector", place.path
    if place.page:
        return "FragmentSelector", f"page={place.page}"
    if place.sheet:
        sheet = "'" + place.sheet.replace("'", "''") + "'"
        return "FragmentSelector", f"{sheet}!{place.cell}" if place.cell else sheet
    if place.table:
        counted = (("table", place.table), ("row", place.row), ("column", place.column))
        return "FragmentSelector", "&".join(f"{name}={n}" for name, n in counted if n)
    return "FragmentSelector", f"paragraph={place.paragraph}" if place.paragraph else ""


def _named(node: NamedNode, file: NamedNode, label: str) -> Iterator[Triple]:
    yield Triple(node, _LABEL, Literal(label, language="en"))
    yield Triple(node, _SOURCE, file)


def _literal(value: int | str) -> Literal:
    if isinstance(value, int):
        return Literal(str(value), datatype=_WHOLE_NUMBER)
    return Literal(value)
