"""The plan as data: one text file per plan gives both the document and its answer key."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
SLUGS = ("drumlorne", "carsemuir", "lochanvale", "hallasay", "invercorrie")
CATEGORIES = {
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
LEAD = re.compile(r"\{([^={}]+)=([a-z]+)\}")
SAME = "^"


@dataclass
class Outcome:
    """A local outcome, or a national one where the plan works straight to those."""

    id: str
    text: str
    national: list[str]
    how: str


@dataclass
class Objective:
    """A strategic objective under one outcome."""

    id: str
    text: str
    outcome: str | None


@dataclass
class Action:
    """One action; `merged` names the fields whose cell is joined to the row above."""

    id: str
    text: str
    objective: str | None
    outcome: str | None
    lead_raw: str
    due: str
    date: str | None
    measure: str
    merged: set[str] = field(default_factory=set)

    @property
    def lead(self) -> str:
        """The lead as the reader sees it."""
        return LEAD.sub(r"\1", self.lead_raw)

    @property
    def leads(self) -> list[dict[str, str]]:
        """Each lead with its category."""
        return [
            {"as_written": name, "category": CATEGORIES[code]}
            for name, code in LEAD.findall(self.lead_raw)
        ]


@dataclass
class Block:
    """A piece of body: kind and its content."""

    kind: str
    text: str = ""
    items: list[Any] = field(default_factory=list)


@dataclass
class Plan:
    """A whole plan."""

    slug: str
    meta: dict[str, str]
    checklist: list[tuple[str, str, str]]
    outcomes: list[Outcome]
    objectives: list[Objective]
    actions: list[Action]
    needs: list[str]
    services: list[str]
    partners: list[tuple[str, str]]
    outside: list[str]
    body: list[str]

    def under(self, outcome: str, objective: str | None = None) -> list[Action]:
        """The actions of one outcome, or of one of its objectives."""
        return [
            a
            for a in self.actions
            if a.outcome == outcome and (objective is None or a.objective == objective)
        ]

    def aims(self, outcome: str) -> list[Objective]:
        """The objectives of one outcome."""
        return [o for o in self.objectives if o.outcome == outcome]

    def blocks(self) -> list[Block]:
        """The body cut into blocks."""
        return parse_body(self.body)

    def gold(self) -> dict[str, Any]:
        """The answer key."""
        meta = self.meta
        return {
            "invented": True,
            "bank": "moorland",
            "layout": meta["layout"],
            "file": meta["file"],
            "status": "ok",
            "title": meta["title"],
            "area": meta["area"],
            "period": {"start": meta["start"], "end": meta["end"]},
            "framework": meta["framework"],
            "checklist": {n: verdict for n, verdict, _ in self.checklist},
            "checklist_why": {n: why for n, _, why in self.checklist},
            "outcomes": [
                {"id": o.id, "text": o.text, "national": o.national, "national_how": o.how}
                for o in self.outcomes
            ],
            "objectives": [
                {"id": o.id, "text": o.text, "outcome": o.outcome} for o in self.objectives
            ],
            "actions": [
                {
                    "id": a.id,
                    "text": a.text,
                    "objective": a.objective,
                    "outcome": a.outcome,
                    "lead": a.leads,
                    "due": {"as_written": a.due, "date": a.date},
                    "measure": a.measure or None,
                }
                for a in self.actions
            ],
            "needs": self.needs,
            "services": self.services,
            "partners": [{"as_written": n, "category": CATEGORIES[c]} for n, c in self.partners],
            "outside": self.outside,
        }


def _cells(line: str) -> list[str]:
    return [c.strip() for c in line.split(" | ")]


def _blank(text: str) -> str:
    return "" if text == "-" else text


def _action(line: str, above: Action | None) -> Action:
    ident, text, objective, outcome, lead, due, measure = _cells(line)
    merged: set[str] = set()
    if lead == SAME:
        assert above is not None
        lead, merged = above.lead_raw, merged | {"lead"}
    if due == SAME:
        assert above is not None
        written, date, merged = above.due, above.date, merged | {"due"}
    else:
        written, _, day = due.partition(" => ")
        written, date = _blank(written), _blank(day) or None
    return Action(
        ident,
        text,
        _blank(objective) or None,
        _blank(outcome) or None,
        _blank(lead),
        written,
        date,
        _blank(measure),
        merged,
    )


def load(slug: str) -> Plan:
    """Read one plan from its text file."""
    parts: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (DATA / f"{slug}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("%"):
            current = parts.setdefault(line[1:].strip(), [])
        else:
            current.append(line)
    rows = {k: [r for r in v if r.strip()] for k, v in parts.items()}
    actions: list[Action] = []
    for line in rows["actions"]:
        actions.append(_action(line, actions[-1] if actions else None))
    outcomes = []
    for line in rows["outcomes"]:
        ident, text, national, how = _cells(line)
        codes = [c.strip() for c in _blank(national).split(",") if c.strip()]
        outcomes.append(Outcome(ident, text, codes, how if codes else "none"))
    meta = dict(line.split(": ", 1) for line in rows["meta"])
    checklist = [_cells(line) for line in rows["checklist"]]
    return Plan(
        slug=slug,
        meta=meta,
        checklist=[(n, verdict, why) for n, verdict, why in checklist],
        outcomes=outcomes,
        objectives=[Objective(*_cells(line)) for line in rows["objectives"]],
        actions=actions,
        needs=[n.strip() for n in rows["needs"][0].split(",")],
        services=rows["services"],
        partners=[(n, c) for n, c in (line.split(" = ") for line in rows["partners"])],
        outside=rows["outside"],
        body=parts["body"],
    )


def _kind(line: str) -> tuple[str, Any]:
    for mark, kind in (("## ", "h2"), ("# ", "h1"), ("> ", "quote"), ("!", "command")):
        if line.startswith(mark):
            return kind, line[len(mark) :].strip()
    if line.startswith(("- ", "-\t")):
        return "ul", line[2:].strip()
    if match := re.match(r"\d+\)\s+(.*)", line):
        return "ol", match.group(1)
    if line.startswith("|"):
        return "table", [c.strip() for c in line[1:-1].split("|")]
    if line.startswith("[box] "):
        return "box", line[6:].split(" :: ")
    if " :: " in line:
        return "dl", line.split(" :: ")
    return "p", line


def parse_body(lines: list[str]) -> list[Block]:
    """Cut body lines into blocks; neighbouring list items and table rows go together."""
    blocks: list[Block] = []
    for raw in lines:
        line = raw.rstrip()
        if not line or line in ("<dl>", "</dl>"):
            continue
        kind, value = _kind(line)
        if kind in ("ul", "ol", "table", "dl"):
            if not blocks or blocks[-1].kind != kind:
                blocks.append(Block(kind))
            blocks[-1].items.append(value)
        elif kind == "box":
            blocks.append(Block("box", value[0], [value[1]]))
        else:
            blocks.append(Block(kind, value))
    return blocks
