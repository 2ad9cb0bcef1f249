"""Pieces of a Word file that python-docx has no words for: content controls, hidden parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.xml.constants import CUSTPROPS_NS, VTYPES_NS

from cjgraph.namespaces import ROOT

from .kept import MARK, VERSION

#: Namespace of the part that carries what is not shown.
KEPT_NS: Final = ROOT + "template"
_BREAK: Final = re.compile(r"([\n\t])")
_LONGEST_NAME: Final = 60


def run_of(text: str, style: str = "") -> Any:
    """Return a run with words, line breaks and tabs as Word has them."""
    run = OxmlElement("w:r")
    if style:
        look = OxmlElement("w:rPr")
        named = OxmlElement("w:rStyle")
        named.set(qn("w:val"), style)
        look.append(named)
        run.append(look)
    for piece in _BREAK.split(text):
        if piece == "\n":
            run.append(OxmlElement("w:br"))
        elif piece == "\t":
            run.append(OxmlElement("w:tab"))
        elif piece:
            words = OxmlElement("w:t")
            words.text = piece
            words.set(qn("xml:space"), "preserve")
            run.append(words)
    return run


class Controls:
    """Makes content controls, each with a number of its own."""

    def __init__(self) -> None:
        self._number = 7000

    def combo(self, name: str, options: Iterable[str], chosen: str, hint: str) -> Any:
        """Return a list that one may also type into."""
        listed = OxmlElement("w:comboBox")
        for option in dict.fromkeys(options):
            item = OxmlElement("w:listItem")
            item.set(qn("w:displayText"), option)
            item.set(qn("w:value"), option)
            listed.append(item)
        return self._control(name, listed, chosen, hint)

    def day(self, name: str, chosen: str, hint: str) -> Any:
        """Return a calendar to choose a day from."""
        found = OxmlElement("w:date")
        for tag, value in (("w:dateFormat", "dd/MM/yyyy"), ("w:lid", "en-GB"),
                           ("w:storeMappedDataAs", "dateTime"),
                           ("w:calendar", "gregorian")):  # fmt: skip
            part = OxmlElement(tag)
            part.set(qn("w:val"), value)
            found.append(part)
        return self._control(name, found, chosen, hint)

    def words(self, name: str, chosen: str, hint: str) -> Any:
        """Return a field for words, on several lines."""
        found = OxmlElement("w:text")
        found.set(qn("w:multiLine"), "1")
        return self._control(name, found, chosen, hint)

    def _control(self, name: str, kind: Any, chosen: str, hint: str) -> Any:
        self._number += 1
        control, about = OxmlElement("w:sdt"), OxmlElement("w:sdtPr")
        for tag, value in (("w:alias", name[:_LONGEST_NAME]), ("w:id", str(self._number))):
            part = OxmlElement(tag)
            part.set(qn("w:val"), value)
            about.append(part)
        if not chosen:
            about.append(OxmlElement("w:showingPlcHdr"))
        about.append(kind)
        content = OxmlElement("w:sdtContent")
        content.append(run_of(chosen) if chosen else run_of(hint, "PlaceholderText"))
        control.append(about)
        control.append(content)
        return control


def add_mark(document: Document) -> None:
    """Give the file the property that it is known by."""
    xml = (
        f'<Properties xmlns="{CUSTPROPS_NS}" xmlns:vt="{VTYPES_NS}">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{MARK}">'
        f"<vt:lpwstr>{VERSION}</vt:lpwstr></property></Properties>"
    )
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    package = document.part.package
    part = Part(PackURI("/docProps/custom.xml"), kind, xml.encode(), package)
    package.relate_to(part, RT.CUSTOM_PROPERTIES)


def add_kept(document: Document, text: str) -> None:
    """Put what is not shown into a part of its own."""
    xml = f'<kept xmlns="{KEPT_NS}">{escape(text)}</kept>'
    name = PackURI("/customXml/item77.xml")
    part = Part(name, "application/xml", xml.encode(), document.part.package)
    document.part.relate_to(part, RT.CUSTOM_XML)
