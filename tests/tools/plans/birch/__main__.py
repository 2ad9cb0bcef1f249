"""Rebuilds the five plans and their answer keys: python -m tests.tools.plans.birch."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
FOLDER = ROOT / "tests" / "data" / "plans" / "birch"
NAMES = ("sulla", "dunarrow", "kinvarry", "ardvennan", "glenlyster")


def main() -> None:
    """Builds all, or those named on the command line."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or NAMES:
        importlib.import_module(f"{__package__}.{name}").build(FOLDER)


if __name__ == "__main__":
    main()
