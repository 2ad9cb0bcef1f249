"""Files that were made to hurt a reader of plans, or that people send by mistake.

Each is made in code, small on disk, and says what may become of it: a status of the
reading, or ``wrong format`` where it is a sound file of a kind that is not read.
"""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import docx
import openpyxl
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
LINES: Final = (
    "Nowhere Community Justice Outcomes Improvement Plan 2025-2028 (invented)",
    "Our priorities are bail and housing. Each outcome has actions.",
    "We will open a bail service by March 2026.",
)
WORDS: Final = ("Housing", "Bail", "Health", "Learning")
WRONG: Final = "wrong format"
CHI: Final = "1203851235"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file and what may become of it.

    Args:
        name: Its name.
        data: Its bytes.
        allowed: The statuses that are right.
        says: A word that the sentence about it holds.
    """

    name: str
    data: bytes
    allowed: frozenset[str]
    says: str = ""


def word(lines: tuple[str, ...] = LINES, change: Callable[[str], str] | None = None) -> bytes:
    """Return a Word file; ``change`` is applied to the XML of its body."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    if change is None:
        return made.getvalue()
    return rebuilt(made.getvalue(), "word/document.xml", change)


def workbook(change: tuple[str, Callable[[str], str]] | None = None) -> bytes:
    """Return a workbook; ``change`` names a part and what is done to its XML."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in LINES:
        sheet.append([line])
    made = io.BytesIO()
    book.save(made)
    return rebuilt(made.getvalue(), *change) if change else made.getvalue()


def rebuilt(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Return an archive with one part changed, or added where it had none."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                text = old.read(name)
                new.writestr(name, change(text.decode()).encode() if name == part else text)
            if part not in old.namelist():
                new.writestr(part, change(""))
    return made.getvalue()


def pdf(
    pages: int = 1, *, password: str = "", owner: str = "", pictures: tuple[int, ...] = ()
) -> bytes:
    """Return a PDF; the pages in ``pictures`` are pictures without text."""
    made = io.BytesIO()
    lock = StandardEncryption(password, owner or password) if password or owner else None
    sheet = canvas.Canvas(made, encrypt=lock, invariant=1)
    for page in range(1, pages + 1):
        if page in pictures:
            sheet.drawInlineImage(_grey(), 50, 50, 400, 600)
        else:
            for at, line in enumerate(LINES if page == 1 else _told(page)):
                sheet.drawString(60, 780 - 20 * at, line)
        sheet.showPage()
    sheet.save()
    return made.getvalue()


def _told(page: int) -> tuple[str, ...]:
    return tuple(f"{word} {page}: what partners of part {page * 7} will do." for word in WORDS)


def _grey() -> object:
    from PIL import Image

    return Image.new("L", (200, 300), 180)


def _laughs(name: str) -> Callable[[str], str]:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    return lambda text: _after_declaration(text, f"<!DOCTYPE {name} [{entities}]>")


def _after_declaration(text: str, more: str) -> str:
    return text.replace("?>", f"?>{more}", 1) if text.startswith("<?xml") else more + text


def _external(text: str) -> str:
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    return _after_declaration(text, entity).replace("Our", "&e; Our")


def _hidden_type(text: str) -> str:
    return _after_declaration(text, f"<!--{' ' * 200_000}--><!DOCTYPE x [<!ENTITY a 'b'>]>")


def _bomb(data: bytes, part: str, size: int) -> bytes:
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, b"\x00" * size)
    return made.getvalue()


def _named(names: list[str]) -> bytes:
    made = io.BytesIO(word())
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b"x")
    return made.getvalue()


def _doubled() -> bytes:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile itself warns of what is made here
        return _named(["word/document.xml"])


def _deep_tables(depth: int) -> Callable[[str], str]:
    head = "<w:tbl><w:tr><w:tc>" * depth
    tail = "<w:p/></w:tc></w:tr></w:tbl>" * depth
    return lambda text: text.replace("<w:body>", f"<w:body>{head}<w:p/>{tail}", 1)


def _wide(text: str) -> str:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc>'
    return text.replace("<w:body>", f"<w:body><w:tbl><w:tr>{cell}</w:tr></w:tbl>", 1)


def _flate_bomb() -> bytes:
    stream = zlib.compress(b"BT /F1 9 Tf (x) Tj ET " + b" " * 300_000_000, 9)
    return _raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
    )


def _raw_pdf(*objects: bytes) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )


def _looped_pdf() -> bytes:
    return _raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100000 >>",
    )


def _rows(count: int) -> Callable[[str], str]:
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>word</t></is></c></row>'
        for n in range(10, count)
    )
    return lambda text: text.replace("</sheetData>", f"{cells}</sheetData>")


def _many_rows_said(text: str) -> str:
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>'
    text = text.replace("</sheetData>", f"{far}</sheetData>")
    return text.replace('ref="A1:A3"', 'ref="A1:XFD1048576"')


def corpus() -> Iterator[Hostile]:
    """Give every file."""

    def file(name: str, data: bytes, *allowed: str, says: str = "") -> Hostile:
        return Hostile(name, data, frozenset(allowed), says)

    noise = random.Random(3).randbytes(40_000)  # noqa: S311 - no secret
    text = "\n\n".join(LINES)
    sound, book = word(), workbook()
    page = f"<html><body><main><h1>{LINES[0]}</h1><p>{LINES[1]}</p></main>"
    yield file("empty.docx", b"", "empty")
    yield file("blank.txt", b" \n\t\n", "empty")
    yield file("noise.docx", noise, "damaged")
    yield file("noise.xlsx", noise, "damaged")
    yield file("noise.pdf", b"%PDF-1.7\n" + noise, "damaged")
    yield file("noise.txt", noise, WRONG)
    yield file("is-a-pdf.docx", pdf(), "ok")
    yield file("is-a-word-file.pdf", sound, "ok")
    yield file("is-a-workbook.docx", book, "ok")
    yield file("is-text.pdf", (text * 9).encode(), "ok")
    yield file("old.doc", OLE + "WordDocument".encode("utf-16-le"), WRONG, says=".docx")
    for ending, data in (("docx", sound), ("xlsx", book), ("pdf", pdf(3))):
        yield file(f"cut.{ending}", data[: len(data) * 2 // 3], "damaged", "ok", "empty")
        yield file(f"cut-early.{ending}", data[:90], "damaged", says="damaged")
    locked = OLE + "EncryptedPackage".encode("utf-16-le")
    yield file("locked.docx", locked, "encrypted", says="password")
    yield file("locked.xlsx", locked, "encrypted", says="password")
    yield file("locked.pdf", pdf(password="secret"), "encrypted", says="password")  # noqa: S106
    yield file("owner-locked.pdf", pdf(owner="secret"), "ok")
    yield file("scanned.pdf", pdf(3, pictures=(1, 2, 3)), "empty", says="OCR")
    yield file("part-scanned.pdf", pdf(3, pictures=(2,)), "ok")
    yield file("bomb.docx", _bomb(sound, "word/media/a.bin", 60_000_000), "refused")
    yield file("bomb.xlsx", _bomb(book, "xl/media/a.bin", 60_000_000), "refused")
    yield file("bomb.pdf", _flate_bomb(), "ok", "empty", "refused", "damaged")
    yield file("laughs.docx", word(change=_laughs("w:document")), "refused")
    yield file(
        "laughs.xlsx", workbook(("xl/workbook.xml", _laughs("workbook"))), "refused", "damaged"
    )
    yield file(
        "laughs.html",
        _laughs("html")("<?xml version='1.0'?>" + page + "&i;").encode(),
        "ok",
        "refused",
        "damaged",
        WRONG,
    )
    yield file("external.docx", word(change=_external), "refused")
    yield file("hidden-type.docx", word(change=_hidden_type), "refused")
    yield file("macros.docm", _bomb(sound, "word/vbaProject.bin", 9), "refused", says="macros")
    yield file("macros.xlsm", _bomb(book, "xl/vbaProject.bin", 9), "refused", says="macros")
    yield file("macros.docx", _bomb(sound, "word/vbaProject.bin", 9), "refused", says="macros")
    yield file("many-parts.docx", _named([f"p{n}" for n in range(3100)]), "refused")
    yield file("doubled.docx", _doubled(), "refused")
    yield file("climbs.docx", _named(["../../climbed.txt", "/climbed.txt"]), "ok")
    yield file("deep-tables.docx", word(change=_deep_tables(80)), "ok", "damaged", "refused")
    yield file("deeper-tables.docx", word(change=_deep_tables(20_000)), "damaged", "refused")
    yield file("wide.docx", word(change=_wide), "ok")
    yield file("rows.xlsx", workbook(("xl/worksheets/sheet1.xml", _rows(60_000))), "refused")
    yield file("far.xlsx", workbook(("xl/worksheets/sheet1.xml", _many_rows_said)), "ok", "refused")
    yield file("500-pages.pdf", pdf(500), "refused", says="pages")
    yield file("500-pages.docx", word(LINES * 4000), "refused", says="more than")
    yield file("500-pages.txt", (text * 9000).encode(), "refused", says="more than")
    yield file("loop.pdf", _looped_pdf(), "damaged", "empty", "refused")
    yield file("deep.html", (page + "<div>" * 200_000 + "x").encode(), "ok", "refused", "damaged")
    yield file("script.html", (page + "<script>for(;;){}</script>").encode(), "ok")
    yield file("brackets.md", (f"# {text}\n\n" + "[a](" * 200_000).encode(), "ok", "refused")
    yield file("spaces.txt", (text + " " * 3_000_000 + "x").encode(), "ok", "refused")
    yield file(
        "case.docx", word((*LINES, f"One person, CHI {CHI}, was helped.")), "refused", says="CHI"
    )


def write(folder: Path) -> list[tuple[Hostile, Path]]:
    """Write the corpus to a folder."""
    made = []
    for hostile in corpus():
        path = folder / hostile.name
        path.write_bytes(hostile.data)
        made.append((hostile, path))
    return made
