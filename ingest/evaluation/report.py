"""Scores as a table for people, as Markdown, and as JSON."""

from __future__ import annotations

from typing import Any, Final

from .scores import FOUND, RIGHT, PlanScores

#: Column title, and how its figure is found.
_COLUMNS: Final = (
    ("actions", "F1"),
    ("lead", "right"),
    ("due", "right"),
    ("measure", "right"),
    ("outcomes", "F1"),
    ("objectives", "F1"),
    ("national", "right"),
    ("edges", "F1"),
    ("checklist", "macro-F1"),
    ("needs", "F1"),
    ("services", "F1"),
    ("partners", "F1"),
    ("area", "right"),
    ("period", "right"),
)


def figure(scores: PlanScores, kind: str) -> float:
    """Return the one figure that a kind of thing is judged by.

    Args:
        scores: Of one or many plans.
        kind: One of the columns of the table.
    """
    if kind == "checklist":
        return scores.checklist_f1
    return scores.tallies[kind].f1 if kind in scores.tallies else scores.accuracy(kind)


def table_rows(groups: dict[str, PlanScores]) -> list[list[str]]:
    """Return header and rows of the table of figures.

    Args:
        groups: Scores by the name of a plan, a layout or a bank.
    """
    rows = [["", *(f"{kind} {how}" for kind, how in _COLUMNS)]]
    for name, scores in groups.items():
        rows.append([name, *(f"{figure(scores, kind):.2f}" for kind, _ in _COLUMNS)])
    return rows


def markdown(rows: list[list[str]]) -> str:
    """Return rows as a Markdown table."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(lines)


def as_json(scores: PlanScores) -> dict[str, Any]:
    """Return all figures of some scores."""
    return {
        "found": {
            kind: {
                "precision": round(scores.tallies[kind].precision, 4),
                "recall": round(scores.tallies[kind].recall, 4),
                "f1": round(scores.tallies[kind].f1, 4),
            }
            for kind in FOUND
        },
        "right": {kind: round(scores.accuracy(kind), 4) for kind in RIGHT},
        "checklist_macro_f1": round(scores.checklist_f1, 4),
        "verdicts": {f"{gold}>{said}": n for (gold, said), n in sorted(scores.verdicts.items())},
        "leaks": scores.leaks,
    }
