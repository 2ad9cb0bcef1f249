"""What the three quartz plans share: the source objects, dates and the gold."""

from __future__ import annotations

import calendar
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[3] / "data" / "plans" / "quartz"
MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: i for name, i in MONTHS.items()} | {"sept": 9}
QUARTERS = {1: (0, 6, 30), 2: (0, 9, 30), 3: (0, 12, 31), 4: (1, 3, 31)}


def iso(written: str) -> str | None:
    """The date that the conventions give to the words in a date cell."""
    if m := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", written):
        return f"{m[3]}-{m[2]}-{m[1]}"
    if m := re.fullmatch(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})", written):
        return f"{m[3]}-{MONTHS[m[2].lower()]:02d}-{int(m[1]):02d}"
    if m := re.fullmatch(r"(?:by |By )?(?:the )?end (?:of )?(\d{4})", written):
        return f"{m[1]}-12-31"
    if m := re.fullmatch(r"Q(\d) (\d{4})/\d\d", written):
        add, month, day = QUARTERS[int(m[1])]
        return f"{int(m[2]) + add}-{month:02d}-{day:02d}"
    if m := re.fullmatch(r"(\d{4})[/-]\d\d", written):
        return f"{int(m[1]) + 1}-03-31"
    m = re.fullmatch(r"(?:by |by the end of |end )?([A-Z][a-z]+) (\d{4})", written)
    if m and m[1].lower() in MONTHS:
        month = MONTHS[m[1].lower()]
        return f"{m[2]}-{month:02d}-{calendar.monthrange(int(m[2]), month)[1]}"
    return None


@dataclass
class Act:
    """One action: lead is a list of names as written."""

    text: str
    lead: list[str] = field(default_factory=list)
    due: str = ""
    measure: str | None = None
    support: str = ""
    start: str = ""
    baseline: str = ""
    notes: str = ""
    outcome: str | None = None
    objective: str | None = None
    id: str = ""


@dataclass
class Outcome:
    """One local outcome and its national links."""

    id: str
    text: str
    national: list[str]
    how: str = "number"


@dataclass
class Plan:
    """The whole of a plan's answer key."""

    slug: str
    ext: str
    layout: str
    title: str
    area: str
    start: str
    end: str
    checklist: dict[str, tuple[str, str]]
    cats: dict[str, str]
    outcomes: list[Outcome]
    objectives: list[tuple[str, str, str | None]]
    actions: list[Act]
    needs: list[str]
    services: list[str]
    partners: list[tuple[str, str]]
    outside: list[str]

    @property
    def path(self) -> Path:
        return OUT / f"{self.slug}.{self.ext}"

    def gold(self) -> dict[str, Any]:
        """The answer key as the brief lays it down."""
        return {
            "invented": True,
            "bank": "quartz",
            "layout": self.layout,
            "file": self.path.name,
            "status": "ok",
            "title": self.title,
            "area": self.area,
            "period": {"start": self.start, "end": self.end},
            "framework": "2023",
            "checklist": {k: v[0] for k, v in self.checklist.items()},
            "checklist_why": {k: v[1] for k, v in self.checklist.items()},
            "outcomes": [
                {"id": o.id, "text": o.text, "national": o.national, "national_how": o.how}
                for o in self.outcomes
            ],
            "objectives": [{"id": i, "text": t, "outcome": o} for i, t, o in self.objectives],
            "actions": [
                {
                    "id": a.id,
                    "text": a.text,
                    "objective": a.objective,
                    "outcome": a.outcome,
                    "lead": [{"as_written": w, "category": self.cats[w]} for w in a.lead],
                    "due": {"as_written": a.due, "date": iso(a.due)},
                    "measure": a.measure or None,
                }
                for a in self.actions
            ],
            "needs": self.needs,
            "services": self.services,
            "partners": [{"as_written": w, "category": c} for w, c in self.partners],
            "outside": self.outside,
        }

    def write_gold(self) -> None:
        """Write the answer key beside the document."""
        text = json.dumps(self.gold(), ensure_ascii=False, indent=1)
        (OUT / f"{self.slug}.gold.json").write_text(text + "\n", encoding="utf-8")
