"""The forms that a report can be had in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from cjgraph.shacl._report import CheckReport


@dataclass(frozen=True)
class ReportForm:
    """A form of a report.

    Args:
        name: What it is called.
        media_type: Its media type, without parameters.
        ending: What names of its files end in.
    """

    name: str
    media_type: str
    ending: str


FORMS: Final[dict[str, ReportForm]] = {
    form.name: form
    for form in (
        ReportForm("json", "application/json", "json"),
        ReportForm("html", "text/html", "html"),
        ReportForm("csv", "text/csv", "csv"),
        ReportForm(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
        ),
        ReportForm("turtle", "text/turtle", "ttl"),
        ReportForm("text", "text/plain", "txt"),
        ReportForm("checkpoints", "text/plain", "txt"),
    )
}


def report_json(report: CheckReport, notes: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    """Return everything that is known of a check as JSON values.

    Args:
        report: The report.
        notes: What to know of the reading first, as JSON values.
    """
    return report.to_json() | {"notes": list(notes)}


def report_bytes(
    form: str, report: CheckReport, notes: Sequence[dict[str, Any]] = (), *, name: str = ""
) -> bytes:
    """Return a report in one of the forms, as the bytes of a file.

    Args:
        form: A key of ``FORMS``.
        report: The report.
        notes: What to know of the reading first, as JSON values; ``message`` says it.
        name: Name of the file that was checked.
    """
    told = [str(note.get("message", "")) for note in notes]
    if form == "xlsx":
        from cjgraph.shacl._workbook import report_xlsx

        return report_xlsx(report, notes=told, name=name)
    return _text(form, report, notes, told, name).encode("utf-8")


def _text(
    form: str,
    report: CheckReport,
    notes: Sequence[dict[str, Any]],
    told: Sequence[str],
    name: str,
) -> str:
    if form == "json":
        return json.dumps(report_json(report, notes), ensure_ascii=False, indent=2) + "\n"
    if form == "html":
        from cjgraph.shacl._html import report_html

        return report_html(report, notes=told, name=name)
    if form == "csv":
        from cjgraph.shacl._rows import report_csv

        return report_csv(report)
    if form == "turtle":
        from cjgraph.shacl._turtle import report_turtle

        return report_turtle(report)
    if form == "checkpoints":
        from cjgraph.shacl._checkpoint_text import checkpoints_text

        return checkpoints_text(report)
    from cjgraph.shacl._text import report_text

    return "".join(f"{note}\n\n" for note in told) + report_text(report)
