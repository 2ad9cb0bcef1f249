"""Reads the three tables together and checks what ties them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cjgraph.errors import FileNotReadable
from ingest.catalogue._columns import DISAGREEMENTS, FINDINGS, PUBLICATIONS
from ingest.catalogue._records import Catalogue, Disagreement, Finding, Publication
from ingest.table import Codes, Faults, Row, read_codes, read_table

_P, _F, _D = "publications.csv", "findings.csv", "disagreements.csv"


def read_catalogue(folder: Path, *, codes: Codes | None = None) -> Catalogue:
    """Read the evidence catalogue and check every row.

    Args:
        folder: The folder that holds ``publications.csv``, ``findings.csv`` and
            ``disagreements.csv``.
        codes: The slugs that exist, by kind; those of the packaged vocabularies where None.

    Raises:
        FileNotReadable: The folder or a table is missing or may not be read.
        SyntaxFault: Cells, ids or references are at fault; the message lists the first
            twenty faults by file, row and column.
    """
    if not folder.is_dir():
        raise FileNotReadable(f"There is no catalogue folder at {folder}.")
    codes = read_codes() if codes is None else codes
    faults = Faults()
    publications = read_table(folder / _P, PUBLICATIONS, codes, faults)
    findings = read_table(folder / _F, FINDINGS, codes, faults)
    disagreements = read_table(folder / _D, DISAGREEMENTS, codes, faults)
    for file, rows in ((_P, publications), (_F, findings), (_D, disagreements)):
        _unique(file, rows, faults)
    _publications(publications, findings, faults)
    _findings(findings, publications, faults)
    _disagreements(disagreements, findings, faults)
    faults.raise_if_any(folder)
    return Catalogue(
        tuple(Publication(**_fields(row)) for row in publications),
        tuple(Finding(**_fields(row)) for row in findings),
        tuple(Disagreement(**_fields(row)) for row in disagreements),
    )


def _fields(row: Row) -> dict[str, Any]:
    return {**row.one, **row.many}


def _unique(file: str, rows: list[Row], faults: Faults) -> None:
    first: dict[str, int] = {}
    for row in rows:
        name = row.one["id"]
        if name and name in first:
            what = f"'{name}' is already the id of row {first[name]}"
            faults.add(file, row.number, "id", what)
        first.setdefault(name, row.number)


def _publications(rows: list[Row], findings: list[Row], faults: Faults) -> None:
    cited = {row.one["publication"] for row in findings}
    for row in rows:
        if not (row.one["url"] or row.one["found_at"]):
            what = "there is neither an address of its own nor the page on which it was found"
            faults.add(_P, row.number, "url", what)
        if cited and row.one["read_level"] == "A" and row.one["id"] not in cited:
            what = "a publication that was read (A) needs at least one finding"
            faults.add(_P, row.number, "read_level", what)


def _findings(rows: list[Row], publications: list[Row], faults: Faults) -> None:
    levels = {row.one["id"]: row.one["read_level"] for row in publications}
    for row in rows:
        source = row.one["publication"]
        if source and levels and source not in levels:
            faults.add(_F, row.number, "publication", f"there is no publication '{source}'")
        elif levels.get(source) == "B":
            what = f"{source} is known but not read (B), so it can't have a finding"
            faults.add(_F, row.number, "publication", what)
        if source and row.one["id"].partition("-")[0] != source:
            what = f"'{row.one['id']}' does not begin with its publication, {source}"
            faults.add(_F, row.number, "id", what)
        if row.one["design_level"] and not row.one["design_note"]:
            what = "a design level needs a note that says how it was judged"
            faults.add(_F, row.number, "design_note", what)
        if row.one["confirmation"] == "unconfirmed" and not row.one["confirmation_note"]:
            what = "an unconfirmed finding needs a note that says what is unconfirmed"
            faults.add(_F, row.number, "confirmation_note", what)


def _disagreements(rows: list[Row], findings: list[Row], faults: Faults) -> None:
    known = {row.one["id"] for row in findings}
    for row in rows:
        for side in ("side_a", "side_b"):
            for name in row.many[side]:
                if known and name not in known:
                    faults.add(_D, row.number, side, f"there is no finding '{name}'")
        both = set(row.many["side_a"]) & set(row.many["side_b"])
        for name in sorted(both):
            faults.add(_D, row.number, "side_b", f"'{name}' stands on both sides")
