"""The command line, and the one place where library, reading and service meet.

Exit codes: 0 fine, 1 findings, 2 wrong use or input that can't be read, 3 failure.
"""

from cjgraph.cli._main import main

__all__ = ["main"]
