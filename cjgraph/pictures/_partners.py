"""What each partner leads, as bars."""

from __future__ import annotations

from typing import Final

from cjgraph.pictures._areas import without_ending
from cjgraph.pictures._bars import BarPart, bar_legend, draw_bar
from cjgraph.pictures._colours import PAPER, STEPS
from cjgraph.pictures._picture import Picture
from cjgraph.pictures._sheet import Sheet
from cjgraph.thread import PartnerLoad
from cjgraph.thread._answer import dated

_MOST: Final = 30


def partners_picture(found: PartnerLoad) -> Picture | None:
    """Draw what each partner leads, or return None where there is no action with a lead.

    Args:
        found: The partners.
    """
    if not found.loads:
        return None
    sheet = Sheet(f"Actions that each partner leads, on {dated(found.on)}", found.notice)
    most = max(load.actions for load in found.loads)
    bar_legend(
        sheet,
        [(BarPart(1, STEPS[3]), "led alone"), (BarPart(1, PAPER, "////"), "shared with others")],
    )
    for load in found.loads[:_MOST]:
        name = (
            load.name
            if load.partner or len(load.areas) != 1
            else f"{load.name}, {without_ending(load.areas[0])}"
        )
        told = str(load.actions)
        said = [f"{n} {word}" for n, word in ((load.late, "late"), (load.done, "done")) if n]
        told += f" ({', '.join(said)})" if said else ""
        parts = [BarPart(load.led_alone, STEPS[3]), BarPart(load.shared, PAPER, "////")]
        draw_bar(sheet, name, parts, most, after=told)
    if len(found.loads) > _MOST:
        sheet.paragraph(f"{len(found.loads) - _MOST} more partners are in the table.", bold=True)
    return sheet.finish(found.sentence, found.rows())
