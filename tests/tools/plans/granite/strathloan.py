"""The Strathloan plan: plain text out of an old committee system."""

from __future__ import annotations

import textwrap
from typing import Any

from tests.tools.plans.granite import strathloan_actions as data
from tests.tools.plans.granite import strathloan_text as words
from tests.tools.plans.granite.model import DATA, Action, blocks, flow, named, plain, read, verdicts

WIDTH = 78
PAGE = 56
FOOT = "Strathloan CJP improvement plan 2024-27 (invented, for testing)"
COLUMNS = ((5, "REF"), (32, "WHAT"), (20, "WHO"), (19, "BY WHEN"))


def wrap(text: str, first: str = "", rest: str | None = None) -> list[str]:
    rest = first if rest is None else rest
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def columns(cells: list[str]) -> list[str]:
    wrapped = [
        textwrap.wrap(c, w - 2, break_on_hyphens=False) or [""]
        for c, (w, _) in zip(cells, COLUMNS, strict=True)
    ]
    lines = []
    for n in range(max(len(w) for w in wrapped)):
        row = [w[n] if n < len(w) else "" for w in wrapped]
        cols = zip(row, COLUMNS, strict=True)
        lines.append("".join(c.ljust(w) for c, (w, _) in cols).rstrip())
    return lines


def as_paragraph(act: Action) -> list[str]:
    lines = wrap(act.text + ".", f"{act.id}  ", "     ")
    lines += wrap("Who: " + plain(act.lead), "     ", "          ")
    if act.due:
        lines += wrap("By when: " + plain(act.due), "     ", "          ")
    if act.measure:
        lines += wrap("Shown by: " + act.measure, "     ", "          ")
    return [*lines, ""]


def as_columns(acts: list[Action]) -> list[str]:
    lines = columns([name for _, name in COLUMNS])
    lines += [" ".join("-" * (w - 1) for w, _ in COLUMNS)]
    for act in acts:
        lines += columns([act.id, act.text, plain(act.lead), plain(act.due)])
        lines += [""]
    lines += wrap("What will show it, in the same order: ")
    for act in acts:
        if act.measure:
            lines += wrap(f"{act.id} {act.measure}", "     ")
    return [*lines, ""]


def prose(text: str) -> list[str]:
    found = blocks(text)
    heads = [b.text for b in blocks(words.FRONT + words.BACK) if b.kind == "h1"][2:]
    lines: list[str] = []
    for block in found:
        if block.kind == "h1":
            lines += ["", block.text.upper(), "=" * len(block.text), ""]
        elif block.kind == "p":
            lines += [*wrap(block.text), ""]
        elif block.kind == "ul":
            for item in block.items:
                lines += wrap(item, "  *  ", "     ")
            lines += [""]
        elif block.kind == "table":
            for row in block.rows:
                lines += [row[0].ljust(38) + "".join(c.rjust(12) for c in row[1:])]
            lines += [""]
        elif block.kind == "contents":
            lines += [f"   {h}" for h in heads] + [""]
        elif block.kind == "partners":
            lines += [f"  *  {p['as_written']}" for p in named(words.PARTNERS)] + [""]
    return lines


def build() -> tuple[dict[str, Any], str]:
    plan = read(data.ACTIONS)
    lines = ["STRATHLOAN COMMUNITY JUSTICE PARTNERSHIP", ""]
    lines += ["COMMUNITY JUSTICE OUTCOMES IMPROVEMENT PLAN 2024-27", ""]
    lines += prose(words.FRONT)
    for out in plan.outcomes:
        lines += wrap(f"NATIONAL OUTCOME {out['id']}: {out['text']}")
        lines += ["-" * WIDTH, ""]
        lines += [*wrap(flow(words.ABOUT[out["id"]])), ""]
        acts = plan.under(out["id"])
        if out["id"] in ("3", "9"):
            lines += as_columns(acts)
        else:
            for act in acts:
                lines += as_paragraph(act)
    lines += prose(words.BACK)
    text = []
    for start in range(0, len(lines), PAGE):
        text += lines[start : start + PAGE]
        page = f"Page {start // PAGE + 1}"
        text += ["", FOOT.ljust(70) + page, "", ""]
    rest = {
        "verdicts": verdicts(data.VERDICTS),
        "needs": ["housing", "mental_health", "substance_use", "money", "employment", "family"],
        "services": [
            "Loanbridge Diversion Team",
            "Fresh Start Furniture",
            "Back on Track programme",
            "Strathloan Unpaid Work Squad",
            "The Bothy",
            "Moving In Moving On housing support",
        ],
        "partners": named(words.PARTNERS),
        "outside": [FOOT],
    }
    about = {
        "layout": "plain-text",
        "file": "strathloan.txt",
        "status": "ok",
        "title": "COMMUNITY JUSTICE OUTCOMES IMPROVEMENT PLAN 2024-27",
        "area": "Strathloan",
        "period": {"start": "2024-04-01", "end": "2027-03-31"},
        "framework": "2023",
    }
    return plan.gold(about, rest), "\n".join(text) + "\n"


def write() -> dict[str, Any]:
    gold, text = build()
    (DATA / "strathloan.txt").write_text(text, encoding="utf-8")
    return gold
