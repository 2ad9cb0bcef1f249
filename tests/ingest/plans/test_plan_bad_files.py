from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cjgraph.errors import FileNotReadable, WrongFormat
from cjgraph.resources import resource_folder
from ingest.plans import read_plan
from ingest.plans.guard import MAX_BYTES

EXAMPLE = resource_folder("ontology") / "examples" / "strathmarnock-cjoip-2024-2029.docx"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable, match=r"no file gone\.docx"):
        read_plan(tmp_path / "gone.docx")


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable, match="is a folder"):
        read_plan(tmp_path)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("plan.csv", b"action,lead\n1,2\n", "save it as an Excel workbook"),
        ("plan.bin", b"\x7fELF\x00\x00\x00", r"read from Word \(\.docx\), PDF, Excel"),
        ("plan.doc", OLE + "WordDocument".encode("utf-16-le"), r"old Word file .* save it as Word"),
        ("plan.xls", OLE + "Workbook".encode("utf-16-le"), r"old Excel .* save it as an Excel"),
        ("plan.doc", OLE, "old Office file; save it as Word"),
        ("plan.rtf", b"{\\rtf1 Community justice}", r"rich text file .* save it as Word"),
        ("plan.mhtml", b"From: <Saved by X>\r\nMIME-Version: 1.0\r\n", "HTML only"),
        ("plan.html", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "HTML only"),
        ("plan.png", b"\x89PNG\r\n\x1a\n", r"text recognition \(OCR\)"),
        ("plan.xml", b"<?xml version='1.0'?><a/>", "is an XML file"),
    ],
)
def test_other_formats_are_refused_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(WrongFormat, match=said):
        read_plan(path)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("ppt/presentation.xml", "slides; save it as PDF"),
        ("xl/workbook.bin", r"\.xlsb"),
        ("content.xml", "OpenDocument text; save it as Word"),
        ("plan.docx", "unpack it"),
    ],
)
def test_other_archives_are_refused_with_what_to_do(tmp_path: Path, part: str, said: str) -> None:
    path = tmp_path / "plan.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "<x/>")
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text"[: len(part) * 4])
    with pytest.raises(WrongFormat, match=said):
        read_plan(path)


@pytest.mark.parametrize("data", [b"", b"  \n\t "])
def test_an_empty_file_is_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(data)
    reading = read_plan(path)
    assert reading.status == "empty"
    assert {item.verdict for item in reading.checklist.values()} == {"unknown"}


def test_a_word_file_without_words_is_empty(word_file: Callable[..., Path]) -> None:
    assert read_plan(word_file()).status == "empty"


@pytest.mark.parametrize("kept", [3, 40, 5000, -200])
def test_a_truncated_word_file_is_damaged(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "cut.docx"
    path.write_bytes(EXAMPLE.read_bytes()[:kept])
    reading = read_plan(path)
    assert reading.status == "damaged"
    assert "cut.docx" in reading.warnings[0].message


def rebuilt(target: Path, change: Callable[[str, bytes], bytes | None], **extra: bytes) -> Path:
    """Copy the example archive with parts changed, left out or added."""
    with zipfile.ZipFile(EXAMPLE) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = change(entry.filename, old.read(entry.filename))
            if data is not None:
                new.writestr(entry.filename, data)
        for name, data in extra.items():
            new.writestr(name, data)
    return target


def test_broken_xml_inside_is_damage(tmp_path: Path) -> None:
    path = rebuilt(
        tmp_path / "broken.docx", lambda n, d: d[:2000] if n == "word/document.xml" else d
    )
    reading = read_plan(path)
    assert reading.status == "damaged"
    # A sentence of our own, never a library's message.
    assert reading.warnings[0].message == "broken.docx is damaged inside and can't be read."


def test_a_part_that_is_gone_is_damage(tmp_path: Path) -> None:
    path = rebuilt(tmp_path / "gone.docx", lambda n, d: None if n == "_rels/.rels" else d)
    assert read_plan(path).status == "damaged"


def test_a_locked_file_is_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "locked.docx"
    mark = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512 + mark)
    assert read_plan(path).status == "encrypted"


def test_a_zip_bomb_is_refused_unopened(tmp_path: Path) -> None:
    path = rebuilt(tmp_path / "bomb.docx", lambda n, d: d, pad=b"\x00" * 40_000_000)
    assert path.stat().st_size < 200_000
    reading = read_plan(path)
    assert (reading.status, reading.actions) == ("refused", ())
    assert "unpacks" in reading.warnings[0].message


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    many = {f"part{n}": b"x" for n in range(3100)}
    assert read_plan(rebuilt(tmp_path / "many.docx", lambda n, d: d, **many)).status == "refused"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_document_type_is_refused(tmp_path: Path, encoding: str) -> None:
    marked = '<!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode(encoding)
    path = rebuilt(tmp_path / "dtd.docx", lambda n, d: marked if n == "word/styles.xml" else d)
    assert read_plan(path).status == "refused"


def test_macros_are_refused(tmp_path: Path) -> None:
    path = rebuilt(tmp_path / "macro.docx", lambda n, d: d, **{"word/vbaProject.bin": b"x"})
    reading = read_plan(path)
    assert reading.status == "refused"
    assert "macros" in reading.warnings[0].message


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert read_plan(path).status == "refused"


def test_a_word_file_about_something_else_is_no_plan(word_file: Callable[..., Path]) -> None:
    path = word_file("# Leek soup", "Cut three leeks and boil them in a litre of stock.")
    reading = read_plan(path)
    assert reading.status == "not_a_plan"
    assert reading.to_json()["actions"] == []


def test_the_name_given_is_the_name_used(tmp_path: Path) -> None:
    path = tmp_path / "upload-81"
    path.write_bytes(EXAMPLE.read_bytes())
    assert read_plan(path, name="our plan.docx").source.name == "our plan.docx"
