"""Lochanvale: a Markdown page as a co-ordinator keeps it in a wiki."""

from __future__ import annotations

from pathlib import Path

from tests.tools.plans.moorland.model import Objective, Outcome, Plan

KINDS = {"la": "Council", "ts": "Third sector"}


def build(plan: Plan, path: Path) -> None:
    """Write the page."""
    out: list[str] = []
    for line in plan.body:
        if line == "!partners":
            out += _partners(plan)
        elif line == "!aims":
            out += _aims(plan)
        elif line == "!actions":
            out += _actions(plan)
        else:
            out.append(line)
    path.write_text("\n".join(out).strip() + "\n", encoding="utf-8")


def _partners(plan: Plan) -> list[str]:
    rows = ["| Member | What sort |", "|---|---|"]
    return rows + [f"| {n} | {KINDS.get(c, 'Statutory')} |" for n, c in plan.partners]


def _aims(plan: Plan) -> list[str]:
    out: list[str] = []
    for outcome in plan.outcomes:
        out += [f"**{outcome.id}: {outcome.text}**", ""]
        out += [f"- *Aim {o.id}.* {o.text}" for o in plan.aims(outcome.id)] + [""]
    return out


def _actions(plan: Plan) -> list[str]:
    out: list[str] = []
    for number, outcome in enumerate(plan.outcomes):
        out += [f"### {outcome.id}. {outcome.text}", ""]
        for aim in plan.aims(outcome.id):
            out += [f"#### Aim {aim.id}", ""]
            out += _table(plan, outcome, aim) if number % 3 != 1 else _list(plan, outcome, aim)
            out.append("")
    return out


def _table(plan: Plan, outcome: Outcome, aim: Objective) -> list[str]:
    rows = ["| # | What | Who sees to it | When | Sign of success |", "|:--|---|---|---|---|"]
    for a in plan.under(outcome.id, aim.id):
        rows.append(f"| {a.id} | {a.text} | {a.lead} | {a.due} | {a.measure} |")
    return rows


def _list(plan: Plan, outcome: Outcome, aim: Objective) -> list[str]:
    rows = []
    for a in plan.under(outcome.id, aim.id):
        rows.append(f"- **{a.id}** {a.text}")
        named = (("Who", a.lead), ("When", a.due), ("Sign of success", a.measure))
        rows += [f"  - {label}: {value}" for label, value in named if value]
    return rows
