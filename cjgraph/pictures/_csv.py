"""The table of an answer as CSV."""

from __future__ import annotations

import csv
import io

from cjgraph.spreadsheet import guarded
from cjgraph.thread import Answer


def answer_csv(found: Answer) -> str:
    """Return the rows of an answer as CSV; where data was added, each row says which.

    The text starts with a byte order mark, by which Excel knows the encoding. What a
    spreadsheet could take for a formula is led by an apostrophe.

    An answer without rows is its sentence.

    Args:
        found: The answer.
    """
    rows = found.rows() or [{"note": found.sentence}]
    return rows_csv(rows, found.included)


def rows_csv(
    rows: list[dict[str, str | int | float | bool | None]], included: tuple[str, ...] = ()
) -> str:
    """Return rows as CSV.

    Args:
        rows: The rows, with the same keys in each.
        included: What was added to the national data.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    added = {"included": ", ".join(included)} if included else {}
    if rows:
        writer.writerow([*rows[0], *added])
    for row in rows:
        writer.writerow([_cell(value) for value in (*row.values(), *added.values())])
    return "\ufeff" + written.getvalue()


def _cell(value: str | int | float | bool | None) -> str | int | float:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return guarded(value)
    return "" if value is None else value
