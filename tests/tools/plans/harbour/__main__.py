"""Write the five plans and their gold: ``python -m tests.tools.plans.harbour``."""

import json
from collections.abc import Callable
from pathlib import Path

from . import pages, word, workbook
from .model import Plan, gold, load

TARGET = Path(__file__).parents[3] / "data" / "plans" / "harbour"
PLANS: dict[str, tuple[str, Callable[[Plan, Path], None]]] = {
    "strathmarrow": ("docx", word.build),
    "lochandry": ("pdf", pages.designed),
    "kilbrannoch": ("html", pages.web),
    "portnessan": ("pdf", pages.chapter),
    "dunmarle": ("xlsx", workbook.build),
}


def main() -> None:
    """Build everything."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for slug, (ext, build) in PLANS.items():
        plan = load(slug)
        file = f"{slug}.{ext}"
        build(plan, TARGET / file)
        text = json.dumps(gold(plan, file), indent=1, ensure_ascii=False) + "\n"
        (TARGET / f"{slug}.gold.json").write_text(text, encoding="utf-8")
        print(f"{file}: {len(plan.outcomes)} outcomes, {len(plan.actions)} actions")


if __name__ == "__main__":
    main()
