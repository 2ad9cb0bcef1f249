"""What Word files and workbooks have in common: properties, drawings, charts, files inside."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from ..archive import MAX_ENTRIES, MAX_XML
from .note import Aside

#: Largest part that is looked at, unpacked; the guard has bounded all parts together.
_LARGEST: Final = 30 * 1024 * 1024
_PROPERTIES: Final = re.compile(r"^docProps/(?:core|app|custom)\.xml$", re.IGNORECASE)
_COUNTED: Final = frozenset(
    "created modified lastPrinted revision TotalTime Pages Words Characters CharactersWithSpaces "
    "Lines Paragraphs AppVersion DocSecurity Slides Notes".split()
)
_DRAWN: Final = re.compile(r"/(?:drawings|charts|diagrams|chartsheets)/[^/]+\.(?:xml|vml)$", re.I)
#: Attributes that hold words which a person typed.
_TYPED: Final = ("descr", "title", "alt")
_BLOCKS: Final = frozenset({"p", "v", "pt", "div", "c"})


def tree_of(archive: zipfile.ZipFile, part: str) -> Any | None:
    """Parse a part; nothing is fetched and no entities are known. None where it is too large."""
    if archive.getinfo(part).file_size > _LARGEST:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(archive.read(part), parser)


def local(element: Any) -> str:
    """Return the name of an element without its namespace; nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def common_asides(archive: zipfile.ZipFile) -> Iterator[Aside]:
    """Give what any Office file holds beside its main part.

    Args:
        archive: The file.
    """
    for part in sorted(archive.namelist()):
        if _PROPERTIES.match(part):
            yield from _properties(archive, part)
        elif _DRAWN.search(part):
            tree = tree_of(archive, part)
            if tree is not None:
                where = "A chart or diagram" if "/drawings/" not in part else "A drawing"
                yield from drawn(tree, where)


def drawn(tree: Any, where: str) -> Iterator[Aside]:
    """Give the words of a drawing, a chart or a diagram, one text for each paragraph or value."""
    for element in tree.iter():
        if local(element) in _BLOCKS and (words := _words(element)):
            # Bare figures of a chart are not what anyone typed of a person.
            yield Aside(where, words, wary=local(element) not in {"p", "div"})
    yield from described(tree)


def described(tree: Any) -> Iterator[Aside]:
    """Give the descriptions of pictures."""
    for element in tree.iter():
        if local(element) in {"docPr", "cNvPr", "shape", "rect", "imagedata"}:
            for key in _TYPED:
                if words := element.get(key):
                    yield Aside("The description of a picture", words)


def files_inside(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Give the Office files that stand inside a file, such as the figures of a chart."""
    for part in sorted(archive.namelist()):
        if re.search(r"\.(?:xlsx|docx)$", part, re.IGNORECASE):
            if archive.getinfo(part).file_size > _LARGEST:
                continue
            data = archive.read(part)
            if zipfile.is_zipfile(io.BytesIO(data)) and _bounded(data):
                yield part.rpartition(".")[2].lower(), data


def _bounded(data: bytes) -> bool:
    """Tell whether a file inside unpacks to no more than the guard lets a file unpack to."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        return len(entries) <= MAX_ENTRIES and sum(e.file_size for e in entries) <= MAX_XML


def _words(element: Any) -> str:
    # Runs within a word have nothing between them; other pieces stand on lines of their own.
    return "".join(t for t in element.itertext() if t).strip()


def _properties(archive: zipfile.ZipFile, part: str) -> Iterator[Aside]:
    tree = tree_of(archive, part)
    if tree is None:
        return
    where = "A property of the file"
    for element in tree.iter():
        text = (element.text or "").strip() if local(element) else ""
        if not text or local(element) in _COUNTED:
            continue
        parent = element.getparent()
        name = (parent.get("name") or "") if parent is not None else ""
        # Programs keep numbers of their own in properties that people add.
        yield Aside(where, text, labels=name, wary=part.lower().endswith("custom.xml"))
