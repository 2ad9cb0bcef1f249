"""Source notation of the granite plans, and the answer key made from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[3] / "data" / "plans" / "granite"

CODES = {
    "la": "local_authority",
    "hb": "health_board",
    "pol": "police",
    "fire": "fire_and_rescue",
    "sds": "skills_development_scotland",
    "ijb": "integration_joint_board",
    "scts": "scts",
    "sm": "scottish_ministers",
    "ts": "third_sector",
    "all": "partnership_collective",
    "oth": "other",
}
KEYS: tuple[str, ...] = (
    "outcome",
    "objective",
    "action",
    "text",
    "lead",
    "due",
    "measure",
    "national",
    "how",
)
KEYS += ("under", "extra", "status")
MARK = re.compile(r"([^{}]+)\{([\w-]+)\}")


def flow(text: str) -> str:
    """One line, single spaces."""
    return " ".join(text.split())


def smart(text: str) -> str:
    """Curly quotes and spaced dashes, as word processors put them."""
    text = text.replace("'", "\u2019").replace(" -- ", " \u2013 ")
    text = re.sub(r'(^|[\s(])"', "\\1\u201c", text)
    return text.replace('"', "\u201d")


def plain(marked: str) -> str:
    """A cell as the document shows it: without the {codes}."""
    return re.sub(r"\{[\w-]+\}", "", marked)


def leads(marked: str) -> list[dict[str, str]]:
    """Who is named in a cell, each with its category."""
    found = []
    for name, code in MARK.findall(marked):
        written = re.sub(r"^(?:[\s/,;&+]|and\b|with\b)+", "", name)
        found.append({"as_written": written.strip(), "category": CODES[code]})
    return found


@dataclass
class Action:
    """One action; `merged` names the cells that it shares with the action above."""

    id: str
    text: str
    outcome: str | None
    objective: str | None
    lead: str = ""
    due: str = ""
    measure: str = ""
    extra: str = ""
    merged: set[str] = field(default_factory=set)

    def gold(self) -> dict[str, Any]:
        due = re.search(r"\{([\d-]+)\}", self.due)
        return {
            "id": self.id,
            "text": self.text,
            "objective": self.objective,
            "outcome": self.outcome,
            "lead": leads(self.lead),
            "due": {"as_written": plain(self.due), "date": due[1] if due else None},
            "measure": self.measure or None,
        }


@dataclass
class Plan:
    """A plan's structured part, in document order."""

    outcomes: list[dict[str, Any]] = field(default_factory=list)
    objectives: list[dict[str, Any]] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)

    def under(self, outcome: str, objective: str | None = "any") -> list[Action]:
        return [
            a for a in self.actions if a.outcome == outcome and objective in ("any", a.objective)
        ]

    def objectives_of(self, outcome: str) -> list[dict[str, Any]]:
        return [o for o in self.objectives if o["outcome"] == outcome]

    def outcome(self, key: str) -> dict[str, Any]:
        return next(o for o in self.outcomes if o["id"] == key)

    def gold(self, about: dict[str, Any], rest: dict[str, Any]) -> dict[str, Any]:
        head = {"invented": True, "bank": "granite", **about}
        verdicts = rest.pop("verdicts")
        return {
            **head,
            "checklist": {k: v[0] for k, v in verdicts.items()},
            "checklist_why": {k: v[1] for k, v in verdicts.items()},
            "outcomes": self.outcomes,
            "objectives": self.objectives,
            "actions": [a.gold() for a in self.actions],
            **rest,
        }


def verdicts(block: str) -> dict[str, tuple[str, str]]:
    """Lines `7 present why` as checklist verdicts."""
    words = {"p": "present", "h": "partial", "m": "missing"}
    out = {}
    for line in block.strip().splitlines():
        number, verdict, why = line.strip().split(" ", 2)
        out[number] = (words[verdict], why)
    if list(out) != [str(n) for n in range(1, 14)]:
        raise ValueError(f"checklist items: {list(out)}")
    return out


def named(block: str) -> list[dict[str, str]]:
    """Lines `Name{code}` as partners."""
    return [leads(line)[0] for line in block.strip().splitlines() if line.strip()]


def records(block: str) -> list[dict[str, str]]:
    """Paragraphs of `key: value` lines; other lines continue the value above."""
    out = []
    for chunk in re.split(r"\n\s*\n", block.strip()):
        rec: dict[str, str] = {}
        key = ""
        for line in chunk.splitlines():
            m = re.match(r"(\w+):(.*)$", line)
            if m and m[1] in KEYS:
                key = m[1]
                rec[key] = m[2].strip()
            else:
                rec[key] = flow(rec[key] + " " + line)
        out.append(rec)
    return out


def read(block: str) -> Plan:
    """Outcomes, objectives and actions; each action belongs to those last named above it."""
    plan = Plan()
    outcome: str | None = None
    objective: str | None = None
    for rec in records(block):
        if "outcome" in rec:
            outcome, objective = rec["outcome"], None
            row = {"id": outcome, "text": rec["text"], "national": rec["national"].split()}
            plan.outcomes.append({**row, "national_how": rec.get("how", "meaning")})
        elif "objective" in rec:
            objective = rec["objective"]
            plan.objectives.append({"id": objective, "text": rec["text"], "outcome": outcome})
        else:
            own = None if rec.get("under") == "outcome" else objective
            own_outcome = None if rec.get("under") == "none" else outcome
            if own_outcome is None:
                own = None
            act = Action(rec["action"], rec["text"], own_outcome, own)
            for key in ("lead", "due", "measure", "extra"):
                value = rec.get(key, "")
                if value == "^":
                    act.merged.add(key)
                    value = getattr(plan.actions[-1], key)
                setattr(act, key, value)
            plan.actions.append(act)
    return plan


@dataclass
class Block:
    """A piece of running text."""

    kind: str
    text: str = ""
    items: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def blocks(text: str) -> list[Block]:
    """Headings (#), lists (-), tables (|), boxes (>), directives (!) and paragraphs."""
    out = []
    for chunk in re.split(r"\n\s*\n", text.strip()):
        first = chunk[0]
        if first == "#":
            marks, title = chunk.split(" ", 1)
            out.append(Block(f"h{len(marks)}", flow(title)))
        elif first == "!":
            name, _, rest = chunk[1:].strip().partition(" ")
            out.append(Block(name, flow(rest)))
        elif first == "-":
            items = re.split(r"(?m)^- ", chunk)[1:]
            out.append(Block("ul", items=[flow(i) for i in items]))
        elif first == "|":
            lines = re.split(r"(?m)^\| ", chunk)[1:]
            rows = [[flow(c) for c in line.split(" | ")] for line in lines]
            out.append(Block("table", rows=rows))
        elif first == ">":
            out.append(Block("box", flow(chunk[1:])))
        else:
            out.append(Block("p", flow(chunk)))
    return out
