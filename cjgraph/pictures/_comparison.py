"""Two Partnerships or plans side by side, as bars that point apart."""

from __future__ import annotations

from typing import Final

from cjgraph.pictures._areas import in_code_order, short_name
from cjgraph.pictures._bars import BarPart, draw_pair
from cjgraph.pictures._colours import SERIES, STEPS
from cjgraph.pictures._picture import Picture
from cjgraph.pictures._sheet import MARGIN, Sheet
from cjgraph.thread import Comparison

_TOPICS: Final = {
    "outcomes": "Community justice outcomes: actions that lead there",
    "priority_actions": "Priority actions: actions that lead there",
    "needs": "Needs: actions that are meant to meet them",
    "partners": "Partners: actions that they lead",
}
_MOST: Final = 14
_LEFT: Final = STEPS[3]
_RIGHT: Final = SERIES[5]


def comparison_picture(found: Comparison) -> Picture | None:
    """Draw a comparison, or return None where a side has no plan.

    Args:
        found: The comparison.
    """
    sides = (found.first, found.second)
    if not all(side.plans for side in sides):
        return None
    names = [short_name(side.row) for side in sides]
    sheet = Sheet(f"{names[0]} and {names[1]}", found.notice)
    middle = sheet.width / 2
    for place, side, name in (
        (middle - 125, sides[0], names[0]),
        (middle + 125, sides[1], names[1]),
    ):
        align = "right" if side is sides[0] else "left"
        told = f"{side.actions} actions, {side.reaching} lead to a national outcome"
        checklist = side.scores.get("checklist")
        if checklist is not None:
            told += f"; checklist {checklist:g} of 13"
        sheet.text(place, sheet.y + 10, name, size=10, bold=True, align=align)
        sheet.text(place, sheet.y + 22, told, size=8, align=align)
    sheet.y += 32
    counts = [n for side in sides for topic in side.topics.values() for n in topic.values()]
    most = max(counts, default=1)
    for topic, heading in _TOPICS.items():
        left, right = (side.topics.get(topic, {}) for side in sides)
        things = sorted({*left, *right}, key=lambda n: (-max(left.get(n, 0), right.get(n, 0)), n))
        if topic in ("outcomes", "priority_actions"):
            things = sorted({*left, *right}, key=in_code_order)
        if not things:
            continue
        sheet.text(MARGIN, sheet.y + 10, heading, size=9, bold=True)
        sheet.y += 16
        for name in things[:_MOST]:
            pair = [side.get(name) for side in (left, right)]
            marks = ["-" if n is None else str(n) for n in pair]
            draw_pair(
                sheet,
                name,
                BarPart(pair[0] or 0, _LEFT),
                BarPart(pair[1] or 0, _RIGHT, "////"),
                most,
                (marks[0], marks[1]),
            )
        if len(things) > _MOST:
            sheet.paragraph(f"and {len(things) - _MOST} more, in the table", size=8)
        sheet.y += 6
    sheet.paragraph("A dash says that the plan has nothing on it.", size=8)
    return sheet.finish(found.sentence, found.rows())
