"""Builds all invented reports: ``python -m tests.tools.reports``."""

from __future__ import annotations

from .building import bullets, designed_pdf, plain_text, progress_table, prose, web_page, workbook
from .clerk import CARSEFIELD, KINVARRY
from .consultant import ARDVENNAN, GLENLYSTER
from .islander import STRATHLOAN, SULLA
from .manager import KINMARR
from .model import REPORTS

REPORTS.mkdir(parents=True, exist_ok=True)
for build, report in (
    (progress_table, KINVARRY),
    (workbook, CARSEFIELD),
    (designed_pdf, GLENLYSTER),
    (web_page, ARDVENNAN),
    (prose, SULLA),
    (plain_text, STRATHLOAN),
    (bullets, KINMARR),
):
    build(report)
    report.write_gold()
