"""Packages whose parts are imported when they are first asked for.

Some parts are slow to load (rdflib, pySHACL, matplotlib, the embedding model), and most
commands need few of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of a package, which imports a name from its module.

    Args:
        package: The package, its ``__name__``.
        homes: Each public name, and the module of the package that has it.

    >>> find = lazily("cjgraph", {"CjgraphError": "errors"})
    >>> find("CjgraphError").__name__
    'CjgraphError'
    """

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return find
