"""What an invented report holds, and how its answers are written."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
PLANS = ROOT / "tests/data/plans"
REPORTS = ROOT / "tests/data/reports"
INVENTED = "This report is invented, for testing; its area and its figures do not exist."


@dataclass(frozen=True)
class Line:
    """Progress on one action.

    Args:
        id: Id of the action in the answers to the plan; empty for one that the plan lacks.
        words: How the report names the action.
        story: What it tells.
        said: Its status, as it writes it, or nothing.
        state: The right answer.
    """

    id: str
    words: str
    story: str
    said: str
    state: str


@dataclass(frozen=True)
class Report:
    """One report.

    Args:
        plan: Bank and name of its plan, such as ``birch/kinvarry``.
        sections: Heading with the lines below it.
        figures: What it says of national outcomes: code, words, codes of indicators.
    """

    slug: str
    ending: str
    hand: str
    layout: str
    plan: str
    title: str
    area: str
    start: str
    end: str
    foreword: tuple[str, ...]
    sections: tuple[tuple[str, str, tuple[Line, ...]], ...]
    figures: tuple[tuple[str, str], ...] = ()
    closing: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return REPORTS / f"{self.slug}.{self.ending}"

    def lines(self) -> list[Line]:
        return [line for _, _, lines in self.sections for line in lines]

    def gold(self) -> dict[str, Any]:
        plan = json.loads((PLANS / f"{self.plan}.gold.json").read_text(encoding="utf-8"))
        known = {line.id: line for line in self.lines() if line.id}
        every = [str(action["id"]) for action in plan["actions"]]
        unknown = set(known) - set(every)
        if unknown:
            raise ValueError(f"{self.slug}: no actions {sorted(unknown)}")
        return {
            "invented": True,
            "hand": self.hand,
            "layout": self.layout,
            "file": self.path.name,
            "plan": f"../plans/{self.plan.split('/')[0]}/{plan['file']}",
            "plan_answers": f"../plans/{self.plan}.gold.json",
            "status": "ok",
            "title": self.title,
            "area": self.area,
            "period": {"start": self.start, "end": self.end},
            "actions": [
                {
                    "id": one,
                    "state": known[one].state if one in known else "not_mentioned",
                    "quote": known[one].story if one in known else "",
                }
                for one in every
            ],
            "new_actions": [line.words for line in self.lines() if not line.id],
        }

    def write_gold(self) -> None:
        path = REPORTS / f"{self.slug}.gold.json"
        text = json.dumps(self.gold(), ensure_ascii=False, indent=1)
        path.write_text(text + "\n", encoding="utf-8")
