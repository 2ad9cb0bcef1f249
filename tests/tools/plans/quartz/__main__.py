"""Rebuild the three quartz plans and their gold."""

from . import pages, paper, workbook
from .common import OUT


def main() -> None:
    """Write every plan and its answer key."""
    OUT.mkdir(parents=True, exist_ok=True)
    for module in (paper, pages, workbook):
        module.build()
        module.PLAN.write_gold()


if __name__ == "__main__":
    main()
