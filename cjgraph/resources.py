"""Finds the ontology and shapes folders, in a wheel, a checkout or where an operator says."""

from __future__ import annotations

import os
from pathlib import Path

from cjgraph.errors import FileNotReadable

_PACKAGE = Path(__file__).resolve().parent


def resource_folder(kind: str) -> Path:
    """Return the folder of packaged data.

    Args:
        kind: ``"ontology"`` or ``"shapes"``.

    Raises:
        FileNotReadable: The folder is nowhere, or ``CJGRAPH_RESOURCES`` names a place
            that lacks it.
    """
    override = os.environ.get("CJGRAPH_RESOURCES")
    if override:
        folder = Path(override) / kind
        if not folder.is_dir():
            raise FileNotReadable(
                f"CJGRAPH_RESOURCES is {override}, but there is no folder '{kind}' in it."
            )
        return folder
    for folder in (_PACKAGE / "_data" / kind, _PACKAGE.parent / kind):
        if folder.is_dir():
            return folder
    raise FileNotReadable(f"The folder '{kind}' that belongs to cjgraph is missing.")
