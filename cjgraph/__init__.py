"""Links local community justice plans to national outcomes and to evidence.

The library reads no documents and serves no pages: `ingest` and `api` do, and
they import this package, never the other way round.
"""

from importlib.metadata import PackageNotFoundError, version

from cjgraph.errors import CJGraphError

try:
    __version__ = version("cjgraph")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0+unknown"

__all__ = ["CJGraphError", "__version__"]
