"""Rebuild the five plans of the moorland bank and their answer keys."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tools.plans.moorland import cards, landscape, unstyled, webpage, wiki
from tests.tools.plans.moorland.model import SLUGS, load

TARGET = Path(__file__).resolve().parents[3] / "data" / "plans" / "moorland"
WRITERS = {
    "unstyled-word": unstyled.build,
    "landscape-pdf": landscape.build,
    "markdown": wiki.build,
    "web-page": webpage.build,
    "designed-pdf": cards.build,
}


def main() -> None:
    """Write every document and its gold."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for slug in SLUGS:
        plan = load(slug)
        WRITERS[plan.meta["layout"]](plan, TARGET / plan.meta["file"])
        text = json.dumps(plan.gold(), ensure_ascii=False, indent=1) + "\n"
        (TARGET / f"{slug}.gold.json").write_text(text, encoding="utf-8")
        print(f"{slug}: {len(plan.outcomes)} outcomes, {len(plan.actions)} actions")


if __name__ == "__main__":
    main()
