"""``cjgraph load``: builds the data folder from what comes with the product."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from cjgraph.cli._screen import answer, answer_json, progress_bar, say
from cjgraph.errors import InputError, ModelUnavailable
from cjgraph.namespaces import compact
from cjgraph.store import DataFolder, Snapshot

#: More changed graphs than this, as at the first load, are not listed one by one.
_FEW = 10


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("load")(load)


def load(
    by: Annotated[
        str, typer.Option(help="Who loads, for the record: a role rather than a name.")
    ] = "operator",
    replace_edited: Annotated[
        bool,
        typer.Option(
            "--replace-edited", help="Put the packaged vocabularies in the place of edited ones."
        ),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Load vocabularies, evidence catalogue and examples; build the search index.

    Loading again changes nothing unless the data has changed. Vocabularies that were
    edited here stay as they are.
    """
    data = DataFolder.from_environment()
    before = data.current.exists()
    snapshot = load_all(data, by=by, replace_edited=replace_edited)
    if json:
        answer_json({"data": str(data.root), **snapshot.manifest})
        return
    answer(
        f"{data.root} is {'up to date' if before else 'ready'}: snapshot {snapshot.name},"
        f" {snapshot.manifest['graphs']} graphs, {snapshot.manifest['quads']:,} statements."
    )


def load_all(data: DataFolder, *, by: str = "operator", replace_edited: bool = False) -> Snapshot:
    """Load the packaged data, then export the model and build the index where needed.

    Args:
        data: The data folder.
        by: Who loads, for the record.
        replace_edited: Whether packaged vocabularies take the place of edited ones.
    """
    from ingest.loading import load_packaged

    with progress_bar("Loading") as progress:
        report = load_packaged(data, agent=by, progress=progress, replace_edited=replace_edited)
    for iri in report.changed if len(report.changed) <= _FEW else ():
        say(f"  changed: {compact(iri)}")
    for iri in report.kept:
        say(f"  kept as edited here: {compact(iri)}; 'load --replace-edited' puts it back.")
    refresh_index(data, report.snapshot)
    return report.snapshot


def refresh_index(data: DataFolder, snapshot: Snapshot) -> None:
    """Bring the evidence index in step with the snapshot; says what it lacks.

    ``CJGRAPH_MODEL=off`` leaves the embedding model out, as a small machine may want.

    Args:
        data: The data folder.
        snapshot: The current snapshot.
    """
    from cjgraph.search import prepare_search

    setting = os.environ.get("CJGRAPH_MODEL") or "on"
    if setting not in ("on", "off"):
        raise InputError(f"CJGRAPH_MODEL is '{setting}'; it takes 'on' or 'off'.")
    wanted = setting == "on"
    with progress_bar("Search index") as progress:
        try:
            prepare_search(data.models, data.index, snapshot.rows, model=wanted, progress=progress)
        except ModelUnavailable as error:
            say(f"{error.message} Search answers by words alone until then.")
            if error.hint:
                say(f"  {error.hint}")
            prepare_search(data.models, data.index, snapshot.rows, model=False, progress=progress)
