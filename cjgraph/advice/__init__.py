"""What a finding offers to whoever has to mend it: evidence, an example, the page to read.

Nothing heavy is loaded by importing this package; names are looked up when they are used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cjgraph.advice._advise import advise as advise
    from cjgraph.advice._evidence import EvidenceSearch as EvidenceSearch
    from cjgraph.advice._evidence import engine_search as engine_search

__all__ = ["EvidenceSearch", "advise", "engine_search"]

_HOMES = {"EvidenceSearch": "_evidence", "advise": "_advise", "engine_search": "_evidence"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'cjgraph.advice' has no attribute '{name}'")
    return getattr(import_module(f"cjgraph.advice.{_HOMES[name]}"), name)
