"""The part of a page that holds its words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from .chrome import Chrome

#: Share of a page's own words that its main part must hold to be believed.
_ENOUGH: Final = 0.5
_WORDS: Final = 200
#: Share of what the judge keeps that must lie in the region.
_MOST: Final = 0.95
_LINE: Final = 25
#: Most paragraphs and cells that are put to the judge, whose work grows with their square.
_JUDGED: Final = 3_000
_NAMED: Final = frozenset(
    "main content main-content maincontent page-content primary-content article-content".split()
)
_HEAD: Final = frozenset("title meta link base style script noscript template object".split())
_LEAVES: Final = ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "dd", "dt", "summary")


def main_region(root: Any, chrome: Chrome) -> Any:
    """Return the element that holds the words of a page.

    A page that marks its main part is believed where that part holds most of the words.
    For others trafilatura judges which lines belong to it, and the smallest element
    around those is walked whole: what the judge leaves out of it may be the plan's too.

    Args:
        root: The page.
        chrome: Tells what belongs to the site.
    """
    body = next(root.iter("body"), root)
    whole = _words(root, chrome)
    # A page that leaves out its body's tag may have its main part in the head.
    if any(element.tag not in _HEAD for element in root.iterfind("head/*")):
        body = root
    for candidates in (_marked(root), _articles(root), _named(root)):
        sizes = [(_words(one, chrome), one) for one in candidates]
        size, best = max(sizes, key=lambda pair: pair[0], default=(0, None))
        if best is not None and (size >= _ENOUGH * whole or size >= _WORDS) and size:
            # Several articles of one size are parts of the page, not the page.
            if len(sizes) == 1 or size >= _ENOUGH * whole:
                return best
    return _judged(root, body, chrome)


def _marked(body: Any) -> list[Any]:
    return [e for e in body.iter() if e.tag == "main" or _get(e, "role") == "main"]


def _articles(body: Any) -> list[Any]:
    return list(body.iter("article"))


def _named(body: Any) -> list[Any]:
    return [e for e in body.iter() if _get(e, "id").lower() in _NAMED]


def _get(element: Any, name: str) -> str:
    return str(element.get(name, "")) if isinstance(element.tag, str) else ""


def _words(element: Any, chrome: Chrome) -> int:
    return 0 if chrome.leaves_out_above(element) else chrome.words(element)


def _judged(root: Any, body: Any, chrome: Chrome) -> Any:
    leaves = list(islice(_leaves(body, chrome), _JUDGED + 1))
    if len(leaves) > _JUDGED:
        return body
    import trafilatura
    from lxml import etree

    kept = trafilatura.extract(
        etree.tostring(root, encoding="unicode", method="html"),
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        output_format="txt",
    )
    lines = {_flat(line.strip("|- ")) for line in (kept or "").split("\n")}
    cells = {_flat(cell) for line in (kept or "").split("\n") for cell in line.split("|")}
    wanted = {line for line in lines | cells if len(line) >= _LINE}
    found = [leaf for leaf in leaves if _flat(leaf.text_content()) in wanted]
    weights: dict[Any, int] = {}
    total = 0
    for leaf in found:
        size = len(_flat(leaf.text_content()))
        total += size
        for above in (leaf, *leaf.iterancestors()):
            weights[above] = weights.get(above, 0) + size
    around = [element for element, weight in weights.items() if weight >= _MOST * total]
    best = max(around, key=lambda e: sum(1 for _ in e.iterancestors()), default=body)
    return best if best.tag not in _LEAVES else body


def _leaves(body: Any, chrome: Chrome) -> Iterator[Any]:
    for element in body.iter(*_LEAVES):
        if len(element) < 40 and not chrome.leaves_out_above(element):
            yield element


def _flat(text: str) -> str:
    return " ".join(text.split())
