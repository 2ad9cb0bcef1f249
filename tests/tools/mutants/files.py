"""The clean files: which plan in which layout, and how a file is read and checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from cjgraph.shacl import CheckReport
from ingest.checking import check_file
from tests.tools.mutants import word, workbook
from tests.tools.mutants.graphs import first_week, framework
from tests.tools.mutants.plans import InventedPlan, plan_called


class CleanFile(NamedTuple):
    """A plan in a layout."""

    plan: str
    layout: str
    ending: str
    write: Callable[[InventedPlan], bytes]

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return f"{self.plan}-{self.layout}{self.ending}"

    def invented(self) -> InventedPlan:
        """Return the plan."""
        return plan_called(self.plan)

    def content(self) -> bytes:
        """Return the clean file."""
        return _content(self.name)


FILES = (
    CleanFile("auchenlarig", "styled", ".docx", word.styled),
    CleanFile("benvarra", "unstyled", ".docx", word.unstyled),
    CleanFile("corriemhor", "cards", ".docx", word.cards),
    CleanFile("dalnaspey", "styled", ".docx", word.styled),
    CleanFile("glenbrae", "cards", ".docx", word.cards),
    CleanFile("eilean-torra", "template", ".xlsx", workbook.template),
    CleanFile("fearnoch", "freeform", ".xlsx", workbook.freeform),
)


@cache
def _content(name: str) -> bytes:
    file = next(f for f in FILES if f.name == name)
    return file.write(file.invented())


def check_content(content: bytes, ending: str, today: date) -> CheckReport:
    """Read a file and check it on a given day, by the one path of the product.

    Raises:
        CJGraphError: It could not be read as a plan.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"plan{ending}"
        path.write_bytes(content)
        return check_file(path, framework(), today=today).report


def check_clean(file: CleanFile) -> CheckReport:
    """Read and check a clean file."""
    return check_content(file.content(), file.ending, first_week(file.invented()))
