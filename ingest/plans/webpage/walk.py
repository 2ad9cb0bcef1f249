# ruff: noqa: E501, RUF001 - patterns read best whole; pages are typed with long dashes and bullets
"""The words of a page's main part as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, Final

from ..blocks import BlockList, Locator
from ..document import RefusedFile
from ..reading import Warned
from .chrome import Chrome, link_share, own_text
from .html_table import MOST_PLACES, is_data, rows_of
from .inline import Lines, block_holders, is_bold, lines_of
from .places import Places

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_LOWEST: Final = 6
_HEADING_WORDS: Final = 16
#: Headings and lines of the site that stand among the words of a page.
_OF_SITE: Final = re.compile(
    r"^(?:related(?: (?:pages?|links?|content|articles?|news|topics?|information|services?))?|"
    r"in this (?:section|guide)|(?:useful|quick|external|more) links?|see also|"
    r"more (?:in|on|about|from) .{1,60}|(?:also )?on other pages|elsewhere on (?:this|our) (?:web)?site|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)|explore(?: more)?|latest news|popular(?: pages?)?|"
    r"follow us(?: on .{1,30})?|share(?: this)?(?: page)?|is this page useful|help us improve .{1,40})\W*$",
    re.IGNORECASE,
)
_TOOLS: Final = re.compile(
    r"^(?:skip to|back to (?:the )?top|return to (?:the )?(?:top|previous)|top of (?:the )?page|print (?:this|page)|"
    r"share (?:this|on|via)|e-?mail this|tweet|(?:page )?last (?:updated|reviewed|modified|edited)|"
    r"(?:was|is|were) (?:this|the) (?:page|information|article)\b.{0,40}\?|did you find|rate this|"
    r"report a problem with this page|(?:open|close|show|hide|expand|collapse) all|read (?:more|aloud)|"
    r"(?:next|previous)(?: page| section)?(?: ?:.{0,80})?$|listen(?: to this)?|translate this|accept (?:all )?cookies)",
    re.IGNORECASE,
)
_TOOL_WORDS: Final = 14
_ON_PAGE: Final = re.compile(
    r"^(?:on this page|(?:page |table of )?contents|in this (?:plan|page)|jump to(?: section)?)\W*$",
    re.IGNORECASE,
)
_KEYED: Final = re.compile(r"^[A-Z][^:.]{0,40}:\s")
_BULLET: Final = re.compile(r"^(?:[•●▪■◦○‣·*–—-]|o(?=\s))\s+(?P<text>\S.*)$")
_RUNS_ON: Final = re.compile(r"(?:,|\b(?:of|the|and|a|an|to|in|for|with|by|on|at|or|&))$", re.I)
_LINKED: Final = 0.6
_LONG_TERM: Final = 40


class Walker:
    """Walks the main part of a page.

    Args:
        region: The element that holds the page's words.
        chrome: Tells what is left out.
        places: Gives the XPath of elements.

    Attributes:
        list: Takes the blocks.
        noted: What was left out that may hold words of the plan.
    """

    def __init__(self, region: Any, chrome: Chrome, places: Places) -> None:
        self.list = BlockList()
        self.noted: list[Warned] = []
        self._region = region
        self._chrome = chrome
        self._places = places
        self._level = 1
        self._cells = 0
        self._blocks = block_holders(region, chrome)
        tops = [h for h in region.iter("h1") if not chrome.leaves_out_above(h)]
        self._one_title = len(tops) == 1
        self._headed = {_flat(h) for tag in _HEADINGS for h in region.iter(tag)}
        if not tops:
            self._title_above(region)

    def read(self) -> None:
        """Walk the whole region."""
        self._walk(self._region)

    def _title_above(self, region: Any) -> None:
        """Take the page's title where it stands above the main part."""
        page = region.getroottree().getroot()
        tops = [h for h in page.iter("h1") if not self._chrome.leaves_out_above(h)]
        if len(tops) == 1 and (words := " ".join(lines_of(tops[0], self._chrome))):
            self.list.heading(words, 0, at=self._at(tops[0]))

    def _at(self, element: Any) -> Locator:
        return Locator(path=self._places.path(element))

    def _walk(self, element: Any) -> None:
        """Add what an element holds; words between its blocks are paragraphs of their own."""
        loose = Lines(self._chrome)
        loose.add(element.text)
        skip = self._of_site(element)
        for child in element:
            if child in skip or not isinstance(child.tag, str) or self._chrome.leaves_out(child):
                if child.tag == "aside":
                    self._note_aside(child)
            elif child in self._blocks:
                self._say(loose.take(), element)
                self._block(child)
            else:
                loose.element(child)
            loose.add(child.tail)
        self._say(loose.take(), element)

    def _block(self, element: Any) -> None:
        tag = element.tag
        if tag in _HEADINGS or element.get("role") == "heading":
            self._heading(element)
        elif tag in {"ul", "ol", "menu", "dir"}:
            self._items(element)
        elif tag == "dl":
            self._terms(element)
        elif tag == "table" and is_data(element, self._chrome):
            self._table(element)
        elif tag == "summary" and not any(d.tag in _HEADINGS for d in element.iterdescendants()):
            words = " ".join(lines_of(element, self._chrome))
            if words:
                self.list.heading(words, min(self._level + 1, _LOWEST), at=self._at(element))
        elif tag == "pre":
            for line in (element.text_content()).split("\n"):
                self._say([" ".join(line.split())] if line.strip() else [], element)
        elif tag == "li":
            self._item(element)
        elif any(child in self._blocks for child in element):
            self._walk(element)
        else:
            self._paragraph(element)

    def _heading(self, element: Any) -> None:
        words = " ".join(lines_of(element, self._chrome))
        if not words:
            return
        given = element.get("aria-level", "")
        level = _HEADINGS.get(element.tag) or (int(given) if given in set("123456") else 2)
        self._level = level
        if level == 1 and self._one_title:
            level = 0
        self.list.heading(words, level, at=self._at(element))

    def _paragraph(self, element: Any) -> None:
        lines = lines_of(element, self._chrome)
        words = " ".join(lines)
        if not words or self._is_tool(words, element) or self._is_trail(element):
            return
        if len(lines) == 1 and is_bold(element) and _looks_like_heading(words):
            self.list.heading(words, min(self._level + 1, _LOWEST), at=self._at(element))
            return
        self._say(lines, element)

    def _say(self, lines: list[str], element: Any) -> None:
        place = self._at(element) if lines else None
        for text in _paragraphs(lines):
            bullet = _BULLET.match(text)
            contents = bool(_ON_PAGE.match(text))
            words = bullet["text"] if bullet else text
            self.list.text(words, listed=bool(bullet), contents=contents, at=place)

    def _items(self, element: Any) -> None:
        items = [item for item in element if item.tag == "li"]
        contents = self._is_contents(element, items)
        for child in element:
            if not isinstance(child.tag, str) or self._chrome.leaves_out(child):
                continue
            if child.tag == "li":
                self._item(child, contents=contents)
            else:
                self._block(child)  # lists are often nested without an item around

    def _item(self, element: Any, *, contents: bool = False) -> None:
        """Add a list item; what is nested in it follows, each with its own words."""
        own = Lines(self._chrome)
        own.add(element.text)
        first = True
        for child in element:
            if not isinstance(child.tag, str) or self._chrome.leaves_out(child):
                pass
            elif _nests(child):
                self._own_words(own, element, leads=first, contents=contents)
                first = False
                self._block(child)
            else:
                own.element(child)
            own.add(child.tail)
        if first:
            self._own_words(own, element, contents=contents)
        else:
            self._say(own.take(), element)

    def _own_words(
        self, own: Lines, item: Any, *, leads: bool = False, contents: bool = False
    ) -> None:
        """Add the words of a list item; where they lead to items of its own, as a heading."""
        lines = own.take()
        words = "\n".join(lines)
        if not words or self._is_tool(words, item):
            return
        heads = leads and len(lines) == 1 and _looks_like_heading(words)
        if heads and self._bold_lead(item):
            self.list.heading(words, min(self._level + 1, _LOWEST), at=self._at(item))
        else:
            self.list.text(words, listed=True, contents=contents, at=self._at(item))

    def _bold_lead(self, item: Any) -> bool:
        loose = [item.text, *(child.tail for child in item)]
        leads = [child for child in item if isinstance(child.tag, str) and not _nests(child)]
        return not any((text or "").strip() for text in loose) and all(
            is_bold(child) or child.tag in {"b", "strong"} for child in leads
        )

    def _terms(self, element: Any) -> None:
        """Add terms with their words; words as long as a section stand under the term."""
        terms: list[Any] = []
        label = ""
        for part in _term_parts(element):
            if self._chrome.leaves_out(part):
                continue
            if part.tag == "dt":
                terms = [*terms, part] if not label else [part]
                label = ""
                continue
            if part.tag != "dd":
                self._block(part)
                continue
            names = (" ".join(lines_of(term, self._chrome)) for term in terms)
            first, label = not label, label or ", ".join(names).rstrip(" :–—-")
            lines = lines_of(part, self._chrome)
            if label and (len(" ".join(lines).split()) > _LONG_TERM or _nests_any(part)):
                if first:
                    level = min(self._level + 1, _LOWEST)
                    self.list.heading(label, level, at=self._at(terms[0]))
                self._walk(part)
            elif lines:
                words = " ".join(lines)
                text = f"{label}: {words}" if label and first else words
                self.list.text(text, listed=True, at=self._at(part.getparent()))
        if terms and not label:
            for term in terms:
                self._say(lines_of(term, self._chrome), term)

    def _table(self, element: Any) -> None:
        for caption in element.iter("caption"):
            words = " ".join(lines_of(caption, self._chrome))
            if words:
                self.list.text(words, at=self._at(caption))
        rows = rows_of(element, self._chrome, self._places)
        self._cells += sum(len(row) for row in rows)
        if self._cells > MOST_PLACES:
            raise RefusedFile("The tables of this page have more cells than any plan's do.")
        if rows:
            self.list.table(rows, at=self._at(element))

    def _of_site(self, element: Any) -> set[Any]:
        """Return the children that are a heading of the site with its links below."""
        skip: set[Any] = set()
        children = [child for child in element if isinstance(child.tag, str)]
        for at, child in enumerate(children):
            if child.tag not in {*_HEADINGS, "p", "strong"} or not _OF_SITE.match(_plain(child)):
                continue
            below = list(takewhile(_is_of_links, children[at + 1 :]))
            if below or at + 1 == len(children):
                skip |= {child, *below}
        return skip

    def _is_tool(self, words: str, element: Any) -> bool:
        if len(words.split()) > _TOOL_WORDS or not _TOOLS.match(words):
            return False
        return len(words.split()) <= 8 or link_share(element) > 0

    def _is_trail(self, element: Any) -> bool:
        """Tell whether a paragraph is the trail of pages that lead to this one."""
        links = sum(1 for _ in element.iter("a"))
        marks = len(re.findall(r"[>/»›→|]", own_text(element)))
        return links >= 2 and marks >= 1 and len(own_text(element).split()) <= 8 + marks

    def _is_contents(self, element: Any, items: list[Any]) -> bool:
        """Tell whether a list only names the sections of its page."""
        if len(items) < 3:
            return False
        links = [next(item.iter("a"), None) for item in items]
        inner = [a for a in links if a is not None and a.get("href", "").startswith("#")]
        targets = {a.get("href") for a in inner}
        whole = link_share(element) > 0.9 and len(targets) > 2
        named = sum(1 for item in items if _flat(item) in self._headed)
        return (whole and len(inner) >= 0.8 * len(items)) or named >= 0.8 * len(items)

    def _note_aside(self, element: Any) -> None:
        if len(own_text(element).split()) >= _LONG_TERM and link_share(element) < 0.3:
            place = self._at(element)
            said = "A box at the side of the text was left out."
            self.noted.append(Warned("left_out", said, place))


def _paragraphs(lines: list[str]) -> list[str]:
    """Join lines that run on; lines that say what they are about stay with those above."""
    if len(lines) > 1 and any(_KEYED.match(line) for line in lines[1:]):
        return ["\n".join(lines)]
    made: list[str] = []
    for line in lines:
        own = line[0].isupper() or line[0].isdigit() or not line[0].isalpha()
        if made and (not own or _RUNS_ON.search(made[-1])):
            made[-1] += f" {line}"
        else:
            made.append(line)
    return made


def _looks_like_heading(words: str) -> bool:
    letters = any(letter.isalpha() for letter in words)
    return letters and len(words.split()) <= _HEADING_WORDS and words[-1] not in ".;,"


def _term_parts(element: Any) -> Iterator[Any]:
    """Give the terms and words of a list of terms, out of the groups that they stand in."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag == "div":
            yield from _term_parts(child)
        else:
            yield child


def _nests(child: Any) -> bool:
    """Tell whether an element in a list item brings items or rows of its own."""
    return any(e.tag in {"ul", "ol", "dl", "table"} for e in child.iter())


def _nests_any(element: Any) -> bool:
    return any(_nests(child) for child in element)


def _is_of_links(element: Any) -> bool:
    """Tell whether what follows a heading of the site is its links."""
    if element.tag in _HEADINGS:
        return False
    return not element.text_content().strip() or link_share(element) >= _LINKED


def _plain(element: Any) -> str:
    return " ".join(element.text_content().split())


def _flat(element: Any) -> str:
    return _plain(element).lower()
