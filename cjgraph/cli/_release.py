"""``cjgraph release``: writes a version of the ontology as a folder of files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cjgraph.cli._screen import answer, answer_json
from cjgraph.errors import InputError, StoreUnwritable


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("release")(release)


def release(
    out: Annotated[Path, typer.Option("--out", help="Folder that gets a folder of the version.")],
    ontology: Annotated[
        Path | None, typer.Option(help="Ontology folder; the packaged one by default.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over a version that is there and differs.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Write the ontology, its pages, its picture and the vocabularies, with checksums.

    Example: cjgraph release --out releases
    """
    from api.ontology import release_folder

    version, files = release_folder(ontology)
    folder = out / version
    changed = [name for name, content in files.items() if _differs(folder / name, content)]
    if changed and not replace:
        raise InputError(
            f"{folder} holds another release of {version}: {', '.join(sorted(changed))} differ.",
            hint="Raise owl:versionInfo and owl:versionIRI in core/cjgraph.ttl, or use --replace.",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise StoreUnwritable(f"{folder} can't be written: {error.strerror}.") from error
    if json:
        answer_json({"version": version, "folder": str(folder), "files": sorted(files)})
    else:
        answer(f"Version {version} is in {folder}: {', '.join(sorted(files))}.")


def _differs(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() != content
    except OSError:  # it is not there yet
        return False
