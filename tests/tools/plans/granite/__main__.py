"""Rebuild every plan of the granite bank: python -m tests.tools.plans.granite."""

from __future__ import annotations

import importlib
import json
import sys

from tests.tools.plans.granite.model import DATA

PLANS = ("strathloan", "kinmarr", "carsefield", "dunmaddoch", "aberlachan")


def main() -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or PLANS:
        gold = importlib.import_module(f"tests.tools.plans.granite.{name}").write()
        text = json.dumps(gold, indent=1, ensure_ascii=False)
        (DATA / f"{name}.gold.json").write_text(text + "\n", encoding="utf-8")
        counts = {k: len(gold[k]) for k in ("outcomes", "objectives", "actions", "partners")}
        print(name, gold["layout"], counts)


if __name__ == "__main__":
    main()
