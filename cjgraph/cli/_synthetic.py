"""``cjgraph synthetic``: makes invented Partnerships and plans to try things out with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cjgraph.cli._screen import answer, answer_json, progress_bar
from cjgraph.errors import InputError
from cjgraph.store import DataFolder

if TYPE_CHECKING:
    from ingest.synthetic import SyntheticReport


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("synthetic")(synthetic)


def synthetic(
    partnerships: Annotated[int, typer.Option(help="How many Partnerships.")] = 30,
    editions: Annotated[int, typer.Option(help="How many editions of a plan each has.")] = 3,
    seed: Annotated[int, typer.Option(help="The same number gives the same data again.")] = 1,
    out: Annotated[
        Path | None,
        typer.Option(help="Write to a .trig file or a folder instead of the data folder."),
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="Take all synthetic data out of the data folder.")
    ] = False,
    by: Annotated[
        str, typer.Option(help="Who does it, for the record: a role rather than a name.")
    ] = "operator",
    json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Make invented Partnerships with plans, services and figures.

    They bear the word "Synthetic" and are about areas that do not exist. They count in no
    figure; 'coverage --include synthetic' and its like show them.
    """
    if remove and out:
        raise InputError("--remove and --out do not go together; give one of them.")
    if remove:
        report, words = _remove(by)
    elif out:
        report, words = _write(out, partnerships, editions, seed)
    else:
        report, words = _load(partnerships, editions, seed, by)
    if json:
        answer_json(
            {
                "seed": None if remove else seed,
                "partnerships": report.partnerships,
                "plans": report.plans,
                "actions": report.actions,
                "statements": report.statements,
                "removed_graphs": report.removed,
                "snapshot": report.snapshot,
                "out": str(out) if out else None,
            }
        )
    else:
        answer(words)


def _load(partnerships: int, editions: int, seed: int, by: str) -> tuple[SyntheticReport, str]:
    from cjgraph.cli._data import open_data
    from ingest.synthetic import load_synthetic

    open_data()
    data = DataFolder.from_environment()
    with progress_bar("Synthetic data") as progress:
        report = load_synthetic(
            data,
            partnerships=partnerships,
            editions=editions,
            seed=seed,
            agent=by,
            progress=progress,
        )
    return report, (
        f"{data.root} now holds {_counted(report)} (snapshot {report.snapshot})."
        " They are invented and count in no figure; add '--include synthetic' to see them,"
        " 'cjgraph synthetic --remove' takes them out."
    )


def _write(out: Path, partnerships: int, editions: int, seed: int) -> tuple[SyntheticReport, str]:
    from ingest.synthetic import write_synthetic

    with progress_bar("Synthetic data") as progress:
        report = write_synthetic(
            out, partnerships=partnerships, editions=editions, seed=seed, progress=progress
        )
    return report, f"{out} holds {_counted(report)}. They are invented. Nothing was loaded."


def _remove(by: str) -> tuple[SyntheticReport, str]:
    from ingest.synthetic import remove_synthetic

    data = DataFolder.from_environment()
    if not data.current.exists():
        raise InputError(f"There is no data in {data.root} yet, so nothing to remove.")
    report = remove_synthetic(data, agent=by)
    if not report.removed:
        return report, f"{data.root} holds no synthetic data; nothing was changed."
    return report, (
        f"All synthetic data was taken out of {data.root}: {report.removed:,} graphs"
        f" (snapshot {report.snapshot})."
    )


def _counted(report: SyntheticReport) -> str:
    return (
        f"{report.partnerships:,} synthetic Partnerships with {report.plans:,} editions of plans,"
        f" {report.actions:,} actions and {report.statements:,} statements"
    )
