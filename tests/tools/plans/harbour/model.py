"""Read a plan's source text and make its gold.

One source per plan holds both the words and the facts, so document and gold cannot drift apart.
Lines that start with ``@`` are facts; after ``---`` come the words, in a small markup.
"""

import calendar
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).parent / "sources"
MONTHS = {m[:3].lower(): n for n, m in enumerate(calendar.month_name) if m}
SHEET_WORDS = ("title", "sub", "kv", "head", "text", "bul", "row")
NO_DATE = re.compile(r"^$|ongoing|spring|summer|autumn|winter|quarterly", re.IGNORECASE)


@dataclass
class Block:
    """One piece of a document: a heading, a paragraph, a list, a table."""

    kind: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    attrs: dict[str, str] = field(default_factory=dict)
    bands: dict[int, str] = field(default_factory=dict)


@dataclass
class Action:
    """An action as it goes into the gold."""

    id: str
    text: str
    objective: str | None
    outcome: str | None
    lead: str
    due: str
    measure: str | None


@dataclass
class Plan:
    """A plan: its facts, its words and its actions in reading order."""

    slug: str
    facts: dict[str, str] = field(default_factory=dict)
    checks: list[list[str]] = field(default_factory=list)
    outcomes: list[list[str]] = field(default_factory=list)
    objectives: list[list[str]] = field(default_factory=list)
    leads: dict[str, str] = field(default_factory=dict)
    partners: list[list[str]] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    services: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    prose: dict[str, Action] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)

    @property
    def texts(self) -> dict[str, str]:
        """Words of outcomes and objectives by id."""
        return {row[0]: row[1] for row in [*self.outcomes, *self.objectives]}

    def expand(self, text: str) -> str:
        """Put the words of outcomes, objectives and prose actions where the source names them."""

        def swap(match: re.Match[str]) -> str:
            key = match.group(1)
            if not key.startswith("act:"):
                return self.texts[key]
            action = self.prose[key[4:]]
            if action not in self.actions:
                self.actions.append(action)
            return action.text

        return re.sub(r"\{\{([^}]+)\}\}", swap, text)


def cells(line: str, sep: str = "|") -> list[str]:
    """Split a line into trimmed cells."""
    return [part.strip() for part in line.split(sep)]


def iso(written: str) -> str | None:
    """Give the day that a written date means, by the rules of design.md section 5."""
    text = written.strip()
    if NO_DATE.search(text):
        return None
    if m := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text):
        return f"{m[3]}-{m[2]}-{m[1]}"
    if m := re.fullmatch(r"Q([1-4]) (\d{4})/\d\d", text):
        quarter, year = int(m[1]), int(m[2])
        ends = {1: (year, 6, 30), 2: (year, 9, 30), 3: (year, 12, 31), 4: (year + 1, 3, 31)}
        return "{:04d}-{:02d}-{:02d}".format(*ends[quarter])
    if m := re.fullmatch(r"(\d{4})[-/](\d\d)", text):
        return f"{int(m[1]) + 1}-03-31"
    if m := re.fullmatch(r"(?:by )?end of (\d{4})", text):
        return f"{m[1]}-12-31"
    if m := re.fullmatch(r"(?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})", text):
        year, month = int(m[3]), MONTHS[m[2][:3].lower()]
        day = int(m[1]) if m[1] else calendar.monthrange(year, month)[1]
        return f"{year:04d}-{month:02d}-{day:02d}"
    raise ValueError(f"no rule for the date {written!r}")


def split_leads(plan: Plan, written: str) -> list[dict[str, str]]:
    """Find the known names in a lead cell; anything else left over is an error of the source."""
    names = sorted(plan.leads, key=len, reverse=True)
    pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names)
    found = [m.group(0) for m in re.finditer(pattern, written)]
    rest = re.sub(r"\band\b|[;,/\s]", "", re.sub(pattern, "", written))
    if rest:
        raise ValueError(f"{plan.slug}: unknown lead {rest!r} in {written!r}")
    return [{"as_written": name, "category": plan.leads[name]} for name in found]


def filled(rows: list[list[str]]) -> list[list[str]]:
    """Give every row the value of the merged cell (``^``) above it."""
    out: list[list[str]] = []
    for row in rows:
        out.append([out[-1][i] if cell == "^" else cell for i, cell in enumerate(row)])
    return out


def spans(rows: list[list[str]], column: int) -> list[int]:
    """Row span of each cell in a column, 0 where the cell above covers it."""
    result = [1] * len(rows)
    top = 0
    for index, row in enumerate(rows):
        if row[column] == "^":
            result[index] = 0
            result[top] += 1
        else:
            top = index
    return result


def take_actions(plan: Plan, block: Block) -> None:
    """Put the actions of a table into the plan, in order."""
    cols = cells(block.attrs["cols"], ",")
    outcome: str | None = block.attrs.get("out")
    objective: str | None = None
    for index, row in enumerate(filled(block.rows)):
        if band := block.attrs.get(f"band{index}"):
            key, value = band.split("=")
            objective = value if key == "obj" else objective
            outcome = value if key == "out" else outcome
        got = dict(zip(cols, row, strict=False))
        outcome = got.get("out", outcome)
        objective = row[len(cols)] if len(row) > len(cols) else got.get("obj", objective)
        number = sum(a.outcome == outcome for a in plan.actions) + 1
        plan.actions.append(
            Action(
                id=got.get("ref") or f"{outcome}-{number}",
                text=got["act"],
                objective=objective,
                outcome=outcome,
                lead=got.get("lead", ""),
                due=got.get("by", ""),
                measure=got.get("how") or None,
            )
        )


def parse_attrs(head: str) -> dict[str, str]:
    """Read ``key=value`` pairs whose values may hold spaces."""
    parts = re.split(r"\s*\b(cols|heads|title|out)=", head)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def read_table(plan: Plan, block: Block, lines: list[str]) -> None:
    """Read the rows of a table, with its title row, bands and attributes."""
    for line in lines:
        if line.startswith("!! "):
            block.attrs["over"] = line[3:]
        elif line.startswith("== "):
            text, _, setting = line[3:].partition(" /")
            block.bands[len(block.rows)] = plan.expand(text)
            block.attrs[f"band{len(block.rows)}"] = setting
        elif "|" in line:
            block.rows.append(cells(line))
        else:
            block.bands[len(block.rows)] = line
    if block.kind == "table":
        block.attrs["heads"] = "|".join(block.rows.pop(0))
    if block.kind == "actions":
        take_actions(plan, block)


def read_sheet_line(plan: Plan, line: str) -> Block:
    """Read one line of a workbook source."""
    if line.startswith("!! "):
        return Block("over", line[3:])
    word, _, rest = line.partition(" ")
    if word not in SHEET_WORDS:
        raise ValueError(f"unknown line in a sheet: {line!r}")
    if word in ("row", "kv") or (word == "head" and "|" in rest):
        return Block("heads" if word == "head" else word, rows=[cells(plan.expand(rest))])
    return Block(word, plan.expand(rest))


def read_body(plan: Plan, lines: list[str]) -> None:
    """Turn the words of a source into blocks."""
    index = 0
    in_sheet = False
    while index < len(lines):
        line = lines[index].strip()
        index += 1
        if not line:
            continue
        if m := re.fullmatch(r"\[(\w+)(.*)\]|\[(box)\] (.*)", line):
            inside = m[2] or m[4] or ""
            block = Block(m[1] or m[3], attrs=parse_attrs(inside), text=inside.strip())
            taken: list[str] = []
            if block.kind in ("table", "actions", "otheractions"):
                while index < len(lines) and lines[index].strip():
                    if re.match(r"\[\w+|#+ ", lines[index]):
                        break
                    taken.append(lines[index].strip())
                    index += 1
                read_table(plan, block, taken)
            if block.kind == "box":
                while lines[index].strip() != "[/box]":
                    block.rows.append([lines[index].strip()])
                    index += 1
                index += 1
            in_sheet = in_sheet or block.kind == "sheet"
            plan.blocks.append(block)
        elif in_sheet:
            plan.blocks.append(read_sheet_line(plan, line))
        elif m := re.match(r"(#+) (.*)", line):
            plan.blocks.append(Block(f"h{len(m[1])}", plan.expand(m[2])))
        elif m := re.match(r"(-|\d+\.) (.*)", line):
            kind = "ul" if m[1] == "-" else "ol"
            if plan.blocks[-1].kind != kind:
                plan.blocks.append(Block(kind))
            plan.blocks[-1].rows.append([plan.expand(m[2])])
        else:
            plan.blocks.append(Block("p", plan.expand(line)))


def take_sheet_actions(plan: Plan) -> None:
    """Put the rows of a workbook's delivery sheet into the plan."""
    sheet = ""
    rows: list[list[str]] = []
    for block in plan.blocks:
        sheet = block.text if block.kind == "sheet" else sheet
        if sheet == "Delivery" and block.kind == "row":
            rows += block.rows
    for out, obj, ref, text, lead, _, due, measure, _ in filled(rows):
        plan.actions.append(Action(ref, text, obj, out, lead, due, measure or None))


def load(slug: str) -> Plan:
    """Read the source of one plan."""
    head, body = (SOURCES / f"{slug}.txt").read_text(encoding="utf-8").split("\n---\n", 1)
    plan = Plan(slug)
    for line in head.splitlines():
        word, _, rest = line[1:].partition(" ")
        if word == "check":
            number, verdict, why = re.split(r" \| | ", rest, maxsplit=2)
            plan.checks.append([number, verdict, why.removeprefix("| ")])
        elif word in ("outcome", "objective"):
            getattr(plan, word + "s").append(cells(rest))
        elif word == "lead":
            name, category = rest.rsplit(" = ", 1)
            plan.leads[name] = category
        elif word == "partner":
            plan.partners.append(rest.rsplit(" = ", 1))
        elif word in ("need", "service"):
            getattr(plan, word + "s").append(rest)
        elif word == "outside":
            plan.outside.append(rest)
        elif word == "pact":
            key, obj, out, text, lead, due, measure = cells(rest)
            plan.prose[key] = Action(key, text, obj or None, out, lead, due, measure or None)
        else:
            plan.facts[word] = rest
    read_body(plan, body.splitlines())
    take_sheet_actions(plan)
    return plan


def gold(plan: Plan, file: str) -> dict[str, Any]:
    """Make the answer key of a plan."""
    start, end = plan.facts["period"].split()
    return {
        "invented": True,
        "bank": "harbour",
        "layout": plan.facts["layout"],
        "file": file,
        "status": "ok",
        "title": plan.facts["title"],
        "area": plan.facts["area"],
        "period": {"start": start, "end": end},
        "framework": plan.facts["framework"],
        "checklist": {number: verdict for number, verdict, _ in plan.checks},
        "checklist_why": {number: why for number, _, why in plan.checks},
        "outcomes": [
            {"id": key, "text": text, "national": codes.split(), "national_how": how}
            for key, text, codes, how in plan.outcomes
        ],
        "objectives": [
            {"id": key, "text": text, "outcome": outcome} for key, text, outcome in plan.objectives
        ],
        "actions": [
            {
                "id": a.id,
                "text": a.text,
                "objective": a.objective,
                "outcome": a.outcome,
                "lead": split_leads(plan, a.lead),
                "due": {"as_written": a.due, "date": iso(a.due)},
                "measure": a.measure,
            }
            for a in plan.actions
        ],
        "needs": plan.needs,
        "services": plan.services,
        "partners": [{"as_written": name, "category": cat} for name, cat in plan.partners],
        "outside": plan.outside,
    }
