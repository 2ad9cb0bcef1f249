"""The checkpoint tables of the framework in plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from cjgraph.shacl._characters import printable
from cjgraph.shacl._checkpoints import ANSWERS, Answered, checkpoint_tables
from cjgraph.shacl._report import CheckReport
from cjgraph.shacl._rows import numbers


def checkpoints_text(report: CheckReport, *, width: int = 88) -> str:
    """Put the checkpoint tables into plain text: each question, its answer, the weak points.

    Args:
        report: The report.
        width: Columns of the terminal.
    """
    lines = [f"Checkpoints: {report.title}", ""]
    lines += textwrap.wrap(
        "The framework asks Partnerships these questions. They are answered as far as a plan "
        "can tell; the numbers are those of the findings in the report.",
        width,
    )
    for table in checkpoint_tables(report):
        title = f"{table.checkpoint.title} ({table.checkpoint.page})"
        lines += ["", title, "-" * len(title)]
        for row in table.rows:
            lines += ["", *_question(row, width)]
    return "\n".join(printable(line).rstrip() for line in lines) + "\n"


def _question(row: Answered, width: int) -> Iterator[str]:
    yield from textwrap.wrap(row.question.asks, width)
    yield from textwrap.wrap(
        f"{ANSWERS[row.answer]}. {row.because}", width, initial_indent="  ", subsequent_indent="  "
    )
    if row.weak:
        yield "  Where are the weak points?"
        for weak in row.weak:
            yield from textwrap.wrap(
                printable(f"{weak.said} ({numbers(weak.numbers)})"),
                width,
                initial_indent="  - ",
                subsequent_indent="    ",
                break_long_words=False,
            )
