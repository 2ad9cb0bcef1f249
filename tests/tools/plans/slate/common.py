"""What the four plans of the bank share: actions, dates, gold and checks."""

from __future__ import annotations

import calendar
import json
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

CATEGORIES = {
    "la": "local_authority",
    "hb": "health_board",
    "po": "police",
    "fi": "fire_and_rescue",
    "sd": "skills_development_scotland",
    "ij": "integration_joint_board",
    "sc": "scts",
    "sm": "scottish_ministers",
    "ts": "third_sector",
    "pc": "partnership_collective",
    "ot": "other",
}
MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name}
MONTHS["sept"] = 9
VERDICTS = {"P": "present", "h": "partial", "M": "missing"}


def parties(code: str) -> list[dict[str, str]]:
    """'la=Housing|po=Police' as the gold writes it; an empty text gives none."""
    pairs = [part.split("=", 1) for part in code.split("|") if part]
    return [{"as_written": name, "category": CATEGORIES[cat]} for cat, name in pairs]


def names(code: str, last: str = " / ") -> str:
    """The words of the cell for such a code."""
    return last.join(party["as_written"] for party in parties(code))


def _month_end(year: int, month: int) -> str:
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat()


def due_date(text: str) -> str | None:
    """The date of the forms that this bank writes, by the conventions of the design."""
    low = text.lower().strip()
    if m := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})", low):
        year = int(m[3]) if len(m[3]) == 4 else 2000 + int(m[3])
        return date(year, int(m[2]), int(m[1])).isoformat()
    if m := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]+) (\d{4})", low):
        return date(int(m[3]), MONTHS[m[2]], int(m[1])).isoformat()
    if m := re.fullmatch(r"(?:by |by end of |end of |end )?([a-z]+)[ -](\d{4}|\d{2})", low):
        if m[1] in MONTHS:
            year = int(m[2]) if len(m[2]) == 4 else 2000 + int(m[2])
            return _month_end(year, MONTHS[m[1]])
    if m := re.fullmatch(r"(?:q(\d),? )?(\d{4})[-/](\d{2})", low):
        year = int(m[2])
        quarter = int(m[1] or 4)
        return _month_end(year + (quarter == 4), (quarter * 3 + 3 - 1) % 12 + 1)
    if m := re.fullmatch(r"(?:by )?(?:the )?end of (\d{4})", low):
        return f"{m[1]}-12-31"
    return None


@dataclass
class Act:
    """One action as its plan shows it."""

    id: str
    text: str
    lead: str
    due: str
    measure: str = ""
    outcome: str | None = None
    objective: str | None = None
    extra: dict[str, str] = field(default_factory=dict)

    def gold(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "text": self.text,
            "objective": self.objective,
            "outcome": self.outcome,
            "lead": parties(self.lead),
            "due": {"as_written": self.due, "date": due_date(self.due)},
            "measure": self.measure or None,
        }


@dataclass
class Outcome:
    """One outcome with its national links."""

    id: str
    text: str
    national: list[str]
    how: str

    def gold(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "text": self.text,
            "national": self.national,
            "national_how": self.how,
        }


@dataclass
class Plan:
    """A plan's answer key."""

    slug: str
    file: str
    layout: str
    title: str
    area: str
    period: tuple[str, str]
    framework: str
    verdicts: str
    why: list[str]
    outcomes: list[Outcome]
    objectives: list[tuple[str, str, str | None]]
    actions: list[Act]
    needs: str
    services: list[str]
    partners: str
    outside: list[str]

    def write_gold(self, folder: Path) -> None:
        """Write `<slug>.gold.json` into the folder."""
        gold = {
            "invented": True,
            "bank": "slate",
            "layout": self.layout,
            "file": self.file,
            "status": "ok",
            "title": self.title,
            "area": self.area,
            "period": {"start": self.period[0], "end": self.period[1]},
            "framework": self.framework,
            "checklist": {str(n): VERDICTS[c] for n, c in enumerate(self.verdicts, 1)},
            "checklist_why": {str(n): why for n, why in enumerate(self.why, 1)},
            "outcomes": [outcome.gold() for outcome in self.outcomes],
            "objectives": [
                {"id": i, "text": text, "outcome": outcome} for i, text, outcome in self.objectives
            ],
            "actions": [action.gold() for action in self.actions],
            "needs": self.needs.split(),
            "services": self.services,
            "partners": parties(self.partners),
            "outside": self.outside,
        }
        text = json.dumps(gold, ensure_ascii=False, indent=1)
        (folder / f"{self.slug}.gold.json").write_text(text + "\n", encoding="utf-8")
