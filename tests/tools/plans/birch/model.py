"""Reads a source text (head, then body) into one object that feeds document and gold."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SEPARATORS = re.compile(r"^(?:[\s,;/&+()]|and|with|the|jointly|together)*$")


@dataclass
class Outcome:
    """A local outcome, or a national one that the plan works to."""

    id: str
    text: str
    national: list[str]
    how: str


@dataclass
class Action:
    """One action as its document shows it."""

    id: str
    outcome: str
    objective: str
    text: str
    lead: str
    due: str
    date: str
    measure: str
    tail: str = ""


@dataclass
class Plan:
    """Everything known of one plan."""

    meta: dict[str, str] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    objectives: dict[str, tuple[str, str]] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    checks: dict[str, tuple[str, str]] = field(default_factory=dict)
    needs: list[str] = field(default_factory=list)
    services: list[str] = field(default_factory=list)
    partners: list[tuple[str, str]] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    body: list[tuple[str, Any]] = field(default_factory=list)

    def fill(self, text: str) -> str:
        """Puts the exact words of outcomes and objectives where the text asks for them."""
        text = re.sub(r"\{out:(\w+)\}", lambda m: self.outcomes[m[1]].text, text)
        return re.sub(r"\{obj:(\w+)\}", lambda m: self.objectives[m[1]][0], text)

    def lead_list(self, cell: str) -> list[dict[str, str]]:
        """Finds the known names in a lead cell, in order; anything left over is a mistake."""
        found: list[tuple[int, str]] = []
        rest = cell
        for name in sorted(self.leads, key=len, reverse=True):
            at = rest.lower().find(name.lower())
            if at >= 0:
                found.append((at, name))
                rest = rest[:at] + " " * len(name) + rest[at + len(name) :]
        if not SEPARATORS.match(rest):
            raise ValueError(f"{self.meta['slug']}: lead not known in {cell!r}: {rest.strip()!r}")
        return [
            {"as_written": cell[at : at + len(name)], "category": self.leads[name]}
            for at, name in sorted(found)
        ]

    def gold(self) -> dict[str, Any]:
        """The answer key."""
        meta = self.meta
        return {
            "invented": True,
            "bank": "birch",
            "layout": meta["layout"],
            "file": f"{meta['slug']}.{meta['ext']}",
            "status": "ok",
            "title": meta["title"],
            "area": meta["area"],
            "period": {"start": meta["start"], "end": meta["end"]},
            "framework": meta["framework"],
            "checklist": {k: v for k, (v, _) in self.checks.items()},
            "checklist_why": {k: w for k, (_, w) in self.checks.items()},
            "outcomes": [
                {"id": o.id, "text": o.text, "national": o.national, "national_how": o.how}
                for o in self.outcomes.values()
            ],
            "objectives": [
                {"id": k, "text": text, "outcome": outcome or None}
                for k, (text, outcome) in self.objectives.items()
            ],
            "actions": [
                {
                    "id": a.id,
                    "text": a.text,
                    "objective": a.objective or None,
                    "outcome": a.outcome or None,
                    "lead": self.lead_list(a.lead),
                    "due": {"as_written": a.due, "date": a.date or None},
                    "measure": a.measure or None,
                }
                for a in self.actions
            ],
            "needs": self.needs,
            "services": self.services,
            "partners": [{"as_written": n, "category": c} for n, c in self.partners],
            "outside": self.outside,
        }

    def write_gold(self, folder: Path) -> None:
        """Writes the answer key beside its document."""
        text = json.dumps(self.gold(), indent=1, ensure_ascii=False)
        (folder / f"{self.meta['slug']}.gold.json").write_text(text + "\n", encoding="utf-8")


def _fields(text: str) -> list[str]:
    return [part.strip() for part in text.split("|")]


def _head(plan: Plan, line: str) -> None:
    key, _, value = line.partition(":")
    value = value.strip()
    part = _fields(value)
    if key == "outcome":
        codes = [c.strip() for c in part[2].split(",") if c.strip()]
        plan.outcomes[part[0]] = Outcome(part[0], part[1], codes, part[3])
    elif key == "objective":
        plan.objectives[part[0]] = (part[2], part[1])
    elif key == "lead":
        plan.leads[part[0]] = part[1]
    elif key == "check":
        number, _, verdict = part[0].partition(" ")
        plan.checks[number] = (verdict, part[1])
    elif key == "need":
        plan.needs.append(value)
    elif key == "service":
        plan.services.append(value)
    elif key == "partner":
        plan.partners.append((part[0], part[1]))
    elif key == "outside":
        plan.outside.append(value)
    else:
        plan.meta[key] = value


def _body(plan: Plan, line: str) -> None:
    body = plan.body
    if line.startswith("!act "):
        part = _fields(line[5:])
        action = Action(*(part + [""] * (9 - len(part))))
        plan.actions.append(action)
        body.append(("act", action))
    elif line.startswith("!"):
        name, _, rest = line[1:].partition(" ")
        body.append((name, plan.fill(rest)))
    elif line.startswith("#"):
        marks, _, rest = line.partition(" ")
        body.append((f"h{len(marks)}", plan.fill(rest)))
    elif line.startswith("- "):
        body.append(("li", plan.fill(line[2:])))
    elif line.startswith("|"):
        row = [plan.fill(cell) for cell in _fields(line.strip().strip("|"))]
        if body and body[-1][0] == "table":
            body[-1][1].append(row)
        else:
            body.append(("table", [row]))
    elif line.strip():
        body.append(("p", plan.fill(line.strip())))
    else:
        body.append(("gap", ""))


def load(name: str) -> Plan:
    """Reads texts/<name>.txt."""
    plan = Plan()
    head, _, body = (
        (HERE / "texts" / f"{name}.txt").read_text(encoding="utf-8").partition("\n---\n")
    )
    for line in head.splitlines():
        if line.strip():
            _head(plan, line)
    for line in body.splitlines():
        _body(plan, line)
    plan.body = [item for item in plan.body if item[0] != "gap"]
    if sorted(plan.checks, key=int) != [str(n) for n in range(1, 14)]:
        raise ValueError(f"{name}: checklist is not whole")
    for action in plan.actions:
        if action.outcome and action.outcome not in plan.outcomes:
            raise ValueError(f"{name}: {action.id} names outcome {action.outcome}")
        if action.objective and action.objective not in plan.objectives:
            raise ValueError(f"{name}: {action.id} names objective {action.objective}")
    return plan
