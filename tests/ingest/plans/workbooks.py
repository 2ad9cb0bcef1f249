"""What the tests of workbooks share: how one is made, changed and read."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl

from ingest.plans.blocks import Block
from ingest.plans.document import Document
from ingest.plans.workbook import read_workbook

HEADER = ["Action", "Lead", "By when"]


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(book: openpyxl.Workbook) -> Document:
    return read_workbook(saved(book), "plan.xlsx")


def sheet_of(rows: list[list[Any]], title: str = "Delivery") -> tuple[openpyxl.Workbook, Any]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return book, sheet


def tables(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind == "table"]


def texts(block: Block) -> list[list[str]]:
    return [[cell.text for cell in row] for row in block.rows]


def said(document: Document) -> list[str]:
    return [f"{b.kind}: {b.text}" for b in document.blocks if b.kind != "table"]


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Write a workbook again with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry.filename, change(content) if entry.filename == part else content)
    return out.getvalue()


def with_shared_words(data: bytes) -> bytes:
    """Put the words of the first sheet into a part of their own, as Excel does."""
    words: list[str] = []

    def moved(match: re.Match[str]) -> str:
        words.append(match[1])
        return f't="s"><v>{len(words) - 1}</v>'

    pattern = re.compile(r't="inlineStr"><is><t>([^<]*)</t></is>')
    data = changed(
        data,
        "xl/worksheets/sheet1.xml",
        lambda part: pattern.sub(moved, part.decode()).encode(),
    )
    items = "".join(f"<si><t>{text}</t></si>" for text in words)
    table = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{items}</sst>'
    kind = (
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    data = changed(
        data, "[Content_Types].xml", lambda part: part.decode().replace("</Types>", kind).encode()
    )
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a", 8) as archive:
        archive.writestr("xl/sharedStrings.xml", '<?xml version="1.0"?>' + table)
    return file.getvalue()
