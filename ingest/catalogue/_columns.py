"""The columns of the catalogue's tables and what their cells may hold.

``csv-metadata.json`` describes the same columns to people and to CSVW tools; a test
keeps the two in step.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.table import Column

_CONFIRMATION = Column("confirmation", required=True, choices=("confirmed", "unconfirmed"))

PUBLICATIONS: Final = (
    Column("id", required=True, pattern=re.compile(r"EV\d{3}"), form="EV and three digits"),
    Column("title", required=True),
    Column("title_note"),
    Column("authors", many=True),
    Column("authors_note"),
    Column("publisher"),
    Column("publisher_note"),
    Column("year", pattern=re.compile(r"(19|20)\d\d"), form="a year of four digits"),
    Column("year_note"),
    Column("url", address=True),
    Column("other_urls", many=True, address=True),
    Column("found_at", address=True),
    Column("doi", pattern=re.compile(r"10\.\d{4,9}/\S+"), form="a DOI such as 10.4073/csr.2015.1"),
    Column("type", required=True, kind=("publication-type",)),
    Column("type_note"),
    Column("read_level", required=True, choices=("A", "B")),
    Column("read_note"),
    Column("applicability", required=True, kind=("applicability",)),
    Column("source_scale", kind=("scale",)),
    _CONFIRMATION,
    Column("note"),
)

FINDINGS: Final = (
    Column(
        "id",
        required=True,
        pattern=re.compile(r"EV\d{3}-F[1-9]\d*"),
        form="a publication's id, -F and a number",
    ),
    Column("publication", required=True, refers_to="publications.csv"),
    Column("text", required=True),
    Column("stance", required=True, kind=("stance",)),
    Column("own_label"),
    Column("design_level", kind=("strength",), prefix="maryland-"),
    Column("design_note"),
    Column("certainty", kind=("strength",), prefix="grade-"),
    Column("effect_size"),
    Column("caveat"),
    Column("interventions", many=True, kind=("intervention",)),
    Column("compared_with", many=True, kind=("intervention",)),
    Column("populations", many=True, kind=("population",)),
    Column("needs", many=True, kind=("need",)),
    Column("results", many=True, kind=("result",)),
    Column("outcomes", many=True, kind=("outcome", "priority-action")),
    Column("locator"),
    Column("locator_url", required=True, address=True),
    _CONFIRMATION,
    Column("confirmation_note"),
)

DISAGREEMENTS: Final = (
    Column(
        "id",
        required=True,
        pattern=re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
        form="small letters, digits and hyphens",
    ),
    Column("question", required=True),
    Column("side_a", required=True, many=True, refers_to="findings.csv"),
    Column("side_b", required=True, many=True, refers_to="findings.csv"),
    Column("note", required=True),
)
