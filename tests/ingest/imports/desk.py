"""A data folder of its own for a test, and short ways to import into it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from cjgraph.store import DataFolder, Snapshot, open_snapshot
from ingest.imports import ImportOptions, ImportPlan, apply_import, plan_import


class Desk:
    """Writes a file, reads it as an import, and loads it.

    Args:
        shared: A data folder that other tests read too; a copy is made for the first write.
        folder: Where files are written.
    """

    def __init__(self, shared: DataFolder, folder: Path) -> None:
        self.data = shared
        self.folder = folder
        self._own = False

    def take_a_copy(self) -> None:
        """Make the data folder one that the test may change."""
        if not self._own:
            root = self.folder / "data"
            shutil.copytree(self.data.root, root)
            self.data, self._own = DataFolder(root), True

    @property
    def snapshot(self) -> Snapshot:
        """The current snapshot."""
        return open_snapshot(self.data)

    def file(self, name: str, content: str | bytes | list[Any] | dict[str, Any]) -> Path:
        """Write a file; lists and objects as JSON."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        if isinstance(content, list | dict):
            content = json.dumps(content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def plan(self, kind: str, path: Path, **options: Any) -> ImportPlan:
        """Work an import out without writing."""
        return plan_import(self.snapshot, kind, path, ImportOptions(**options))

    def load(self, kind: str, path: Path, **options: Any) -> ImportPlan:
        """Import a file."""
        self.take_a_copy()
        plan = self.plan(kind, path, **options)
        apply_import(self.data, plan, agent="test desk")
        return plan

    def values(self, iri: str) -> dict[str, list[str]]:
        """Return what the current snapshot says of a thing: last part of property to values."""
        found: dict[str, list[str]] = {}
        query = "SELECT ?thing ?p ?o WHERE { ?thing ?p ?o }"
        import pyoxigraph as ox

        for row in self.snapshot.rows(query, values={"thing": ox.NamedNode(iri)}):
            found.setdefault(row["p"].replace("#", "/").rpartition("/")[2], []).append(row["o"])
        return {name: sorted(values) for name, values in found.items()}


def counts(plan: ImportPlan) -> dict[str, int]:
    """Return the counts of a plan that are not zero."""
    return {name: n for name, n in plan.to_json()["counts"].items() if n}


def problems(plan: ImportPlan) -> list[str]:
    """Return the problems of a plan as lines."""
    return [fault.line() for fault in plan.draft.faults]


def notes(plan: ImportPlan) -> str:
    """Return the notes of a plan as one text."""
    return "\n".join(note.line() for note in plan.draft.notes)
