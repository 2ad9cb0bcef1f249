"""Rebuild the four plans and their gold: python -m tests.tools.plans.slate."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "data" / "plans" / "slate"
PLANS = ["glenorval_doc", "dunmarrow_doc", "kilbrannoch_doc", "inverlair_doc"]


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PLANS:
        import_module(f"{__package__}.{name}").build(FOLDER)


if __name__ == "__main__":
    main()
