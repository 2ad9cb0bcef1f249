from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from cjgraph.resources import resource_folder
from cjgraph.search.encoder import Encoder
from ingest.plans import PlanReading, read_plan
from ingest.plans.meaning import Meaning

#: Modules that ask for what compares texts by meaning.
COMPARING = ("checklist", "national", "need_names")
EXAMPLES = resource_folder("ontology") / "examples"


@pytest.fixture(scope="session")
def complete() -> PlanReading:
    return read_plan(EXAMPLES / "strathmarnock-cjoip-2024-2029.docx")


@pytest.fixture(scope="session")
def faulty() -> PlanReading:
    return read_plan(EXAMPLES / "glenorrin-cjoip-2024-2029.docx")


@pytest.fixture(scope="session")
def faults() -> list[dict[str, Any]]:
    return list(json.loads((EXAMPLES / "faults.json").read_text())["faults"])


@pytest.fixture(scope="session")
def compares(model_folder: Path) -> Meaning:
    """The embedding model of the session, loaded once."""
    return Meaning(Encoder.load(model_folder))


@pytest.fixture
def by_meaning(compares: Meaning, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with the embedding model, whatever data folder this machine has."""
    for module in COMPARING:
        monkeypatch.setattr(f"ingest.plans.{module}.meaning", lambda: compares)


@pytest.fixture
def markdown(tmp_path: Path) -> Callable[[str], PlanReading]:
    """Read a plan that is given as Markdown."""

    def read(text: str) -> PlanReading:
        path = tmp_path / "plan.md"
        path.write_text(text, encoding="utf-8")
        return read_plan(path)

    return read


@pytest.fixture
def word_file(tmp_path: Path) -> Callable[..., Path]:
    """Write a Word file: strings are paragraphs, lists of rows are tables."""

    def write(*parts: str | list[list[str]], name: str = "plan.docx") -> Path:
        document = docx.Document()
        for part in parts:
            if isinstance(part, str):
                if part.startswith("# "):
                    document.add_heading(part[2:], 1)
                else:
                    document.add_paragraph(part)
                continue
            table = document.add_table(rows=len(part), cols=len(part[0]))
            for r, row in enumerate(part):
                for c, text in enumerate(row):
                    table.cell(r, c).text = text
        path = tmp_path / name
        document.save(str(path))
        return path

    return write
