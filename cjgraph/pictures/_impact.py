"""What a change would do, as layers: the thing, what it leaves bare, what it weakens."""

from __future__ import annotations

import re
from typing import Final

from cjgraph.pictures._layers import (
    LayerBox,
    LayerLink,
    Style,
    draw_layers,
    layer_legend,
)
from cjgraph.pictures._picture import Picture
from cjgraph.pictures._sheet import Sheet
from cjgraph.thread import Effect, Impact

#: Most boxes in a layer.
_MOST: Final = 9
_NAMES: Final = {0: "What would go", 1: "Loses its last", 2: "Left with less"}
_LAYERS: Final[dict[str, tuple[int, Style]]] = {"orphaned": (1, "break"), "weakened": (2, "plain")}


def impact_picture(found: Impact) -> Picture | None:
    """Draw what a change would do, or return None where nothing would lose a link.

    Args:
        found: What the change would do.
    """
    if not found.effects:
        return None
    start = found.start
    boxes = [LayerBox("start", 0, start.notation or _kind(start.kind), start.label, "start")]
    links: list[LayerLink] = []
    notes: dict[int, str] = {}
    for severity, (layer, style) in _LAYERS.items():
        own = [effect for effect in found.effects if effect.severity == severity]
        for at, effect in enumerate(own[:_MOST]):
            key = f"{severity} {at}"
            boxes.append(LayerBox(key, layer, _kind(effect.thing.kind), _told(effect), style))
            links.append(LayerLink("start", key, style))
        if len(own) > _MOST:
            notes[layer] = f"and {len(own) - _MOST} more, in the table"
    sheet = Sheet(f"If '{start.label}' {found.change}", found.notice)
    draw_layers(sheet, _NAMES, boxes, links, notes=notes)
    styles: list[tuple[Style, str]] = []
    if any(link.style == "break" for link in links):
        styles.append(("break", "nothing of the kind would be left"))
    if any(link.style == "plain" for link in links):
        styles.append(("plain", "others of the kind would be left"))
    layer_legend(sheet, styles)
    return sheet.finish(found.sentence, found.rows())


def _told(effect: Effect) -> str:
    """Return what is affected, in which plan, and what it loses."""
    loses = f"Loses {effect.loses}"
    if effect.left:
        loses += f"; {effect.left} left"
    plan = f" ({effect.row_name})" if effect.row_name else ""
    label = effect.thing.label
    short = label if len(label) <= 120 else label[:117].rpartition(" ")[0] + " …"
    return f"{short}{plan}. {loses}."


def _kind(name: str) -> str:
    """Return the name of a class as words."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name or "Thing").lower()
    return words[:1].upper() + words[1:]
