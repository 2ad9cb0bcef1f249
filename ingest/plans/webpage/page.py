# ruff: noqa: RUF001 - titles of pages have long dashes
"""A web page as a document: its bytes as a tree, its title, and what is not read of it."""

from __future__ import annotations

import codecs
import re
from typing import Any, Final

from lxml import etree, html

from cjgraph.errors import PlanNotReadable

from ..blocks import NOWHERE
from ..document import Document, RefusedFile
from ..reading import Warned
from .chrome import Chrome
from .places import Places
from .region import main_region
from .walk import Walker

#: Most elements that a page may have; a plan of 300 pages has some 20,000.
MOST_ELEMENTS: Final = 100_000
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_LOOKED_AT: Final = 4096
#: Browsers read these names as Windows-1252; https://encoding.spec.whatwg.org/#names-and-labels
_AS_WINDOWS: Final = frozenset({"iso8859-1", "ascii"})
_ARCHIVE: Final = re.compile(
    rb"^(?:from|subject|date|mime-version|snapshot-content-location|content-type)\s*:", re.I
)
_MULTIPART: Final = re.compile(rb"^content-type\s*:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
#: Share of signs that no page has, above which the file is no text.
_BINARY: Final = 0.02
_SITE: Final = re.compile(r"\s+[|·–—»-]\s+|\s*\|\s*")
_DOCUMENT: Final = re.compile(r"\.(?:pdf|docx?|xlsx?)(?:$|[?#])", re.IGNORECASE)


def read_webpage(data: bytes, name: str) -> Document:
    """Read a web page.

    Args:
        data: Its bytes.
        name: The name to call it by.

    Returns:
        The blocks of its main content, each with the XPath of its element.

    Raises:
        RefusedFile: It holds more than any plan does.
        PlanNotReadable: It is no web page inside, or an archive of one.
    """
    if _ARCHIVE.match(data.lstrip()) and _MULTIPART.search(data[: 4 * _LOOKED_AT]):
        raise PlanNotReadable(
            f"{name} is a web archive (MHTML), and those are not read; open it in a browser and "
            "save it as 'Web page, HTML only' or print it to PDF."
        )
    text, guessed = _decoded(data)
    if len(_CONTROL.findall(text)) > _BINARY * max(len(text), 1):
        raise PlanNotReadable(f"{name} is damaged or no web page inside, and can't be read.")
    if text.count("<") > 2 * MOST_ELEMENTS:
        raise RefusedFile(f"{name} has more elements than a plan's page ever has.")
    noted = []
    if guessed:
        said = f"{name} does not say how its letters are written; read as Windows-1252."
        noted.append(Warned("encoding_guessed", said))
    root = _tree(text, name)
    if root is None:
        return Document([], warnings=tuple(noted))
    chrome = Chrome(root)
    region = main_region(root, chrome)
    walker = Walker(region, chrome, Places())
    walker.read()
    noted += walker.noted
    unread = _unread(region, chrome)
    return Document(
        walker.list.blocks,
        _title(root, region),
        unreadable=tuple((NOWHERE, said) for said in unread),
        warnings=(*noted, *(Warned("not_read", said) for said in unread)),
    )


def decoded(data: bytes) -> str:
    """Turn the bytes of a page into text.

    Args:
        data: Its bytes.
    """
    return _decoded(data)[0]


def _decoded(data: bytes) -> tuple[str, bool]:
    """Turn the bytes of a page into text, and tell whether its encoding had to be guessed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(_wide(mark, encoding), errors="replace"), False
    declared = _DECLARED.search(data[:_LOOKED_AT])
    if declared:
        try:
            encoding = codecs.lookup((declared[1] or declared[2]).decode("ascii")).name
            # A page that can be searched for its declaration is not in a wide encoding.
            encoding = "cp1252" if encoding in _AS_WINDOWS else encoding
            if not encoding.startswith(("utf-16", "utf-32")):
                return data.decode(encoding), False
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), True


def _wide(mark: bytes, encoding: str) -> str:
    if encoding == "utf-8":
        return encoding
    return encoding + ("-le" if mark[:1] == b"\xff" else "-be")


def _tree(text: str, name: str) -> Any | None:
    """Parse a page; nothing is fetched, and entities of its own are not known to HTML."""
    text = text.replace("\x00", "")
    if not text.strip():
        return None
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        if "empty" in str(error).lower():
            return None
        raise PlanNotReadable(f"{name} is damaged and can't be read.") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise RefusedFile(
            f"{name} is nested deeper, or holds longer pieces, than any page a browser saves."
        )
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise RefusedFile(f"{name} has more elements than a plan's page ever has.")
    return root


def _title(root: Any, region: Any) -> str:
    """Return the page's title without the name of the site."""
    whole = " ".join((root.findtext(".//title") or "").split())
    parts = [part.strip() for part in _SITE.split(whole) if part.strip()]
    heads = {" ".join(head.text_content().split()).lower() for head in region.iter("h1")}
    return next((part for part in parts if part.lower() in heads), parts[0] if parts else "")


def _unread(region: Any, chrome: Chrome) -> list[str]:
    """Say what the page holds besides its words, so that nothing is dropped in silence."""
    pictures = sum(
        1
        for image in region.iter("img")
        if image.get("alt", "x").strip() and not chrome.leaves_out_above(image)
    )
    frames = sum(1 for tag in ("iframe", "embed", "object") for _ in region.iter(tag))
    links = {
        link.get("href", "")
        for link in region.iter("a")
        if _DOCUMENT.search(link.get("href", "")) and not chrome.leaves_out_above(link)
    }
    said = []
    if pictures:
        said.append(f"Pictures are not read ({pictures} on this page).")
    if frames:
        said.append(f"Pages and films set into this page are not read ({frames} of them).")
    if links:
        said.append(f"Documents that this page links to are not read ({len(links)} of them).")
    return said
