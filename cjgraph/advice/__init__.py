"""What a finding offers to whoever has to mend it: evidence, an example, the page to read.

Nothing heavy is loaded by importing this package; names are looked up when they are used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjgraph.lazy import lazily

if TYPE_CHECKING:
    from cjgraph.advice._advise import advise as advise
    from cjgraph.advice._evidence import EvidenceSearch as EvidenceSearch
    from cjgraph.advice._evidence import engine_search as engine_search

__all__ = ["EvidenceSearch", "advise", "engine_search"]

_HOMES = {"EvidenceSearch": "_evidence", "advise": "_advise", "engine_search": "_evidence"}


__getattr__ = lazily(__name__, _HOMES)
