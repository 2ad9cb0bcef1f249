"""The long term model as layers: what comes first and what rests on it."""

from __future__ import annotations

from typing import Final

from cjgraph.pictures._layers import LayerBox, LayerLink, draw_layers, layer_legend
from cjgraph.pictures._picture import Picture
from cjgraph.pictures._sheet import MARGIN, Sheet
from cjgraph.pictures._wording import wrapped
from cjgraph.thread import LongTermModel
from cjgraph.thread._answer import number

_MOST: Final = 16


def model_picture(found: LongTermModel) -> Picture | None:
    """Draw the long term model, or return None where it is not loaded.

    The framework's own outcomes are drawn; where plans fill the model in, the counts of
    their actions and outcomes stand below each term.

    Args:
        found: The model.
    """
    order = {term.code: at for at, term in enumerate(found.terms)}
    lines = [line for line in found.national if line.term in order]
    if not lines:
        return None
    boxes, links = [], []
    counts: dict[int, int] = {}
    shown = set()
    for line in lines:
        at = order[line.term or ""]
        counts[at] = counts.get(at, 0) + 1
        if counts[at] <= _MOST:
            shown.add(line.thing)
            boxes.append(LayerBox(line.thing, at, "", line.text))
            links += [LayerLink(source, line.thing) for source in line.depends_on]
    notes = {}
    for at, term in enumerate(found.terms):
        told = []
        if counts.get(at, 0) > _MOST:
            told.append(f"and {counts[at] - _MOST} more, in the table.")
        own = [line for line in found.local if line.term == term.code]
        if found.local:
            kinds = [
                number(sum(line.kind == kind for line in own), kind)
                for kind in ("action", "objective", "outcome")
            ]
            told.append("Plans have here: " + ", ".join(kinds) + ".")
        if told:
            notes[at] = " ".join(told)
    sheet = Sheet("Long term model", found.notice)
    names = {}
    for at, term in enumerate(found.terms):
        span = [f"{y:g}" for y in (term.from_years, term.to_years) if y is not None]
        years = " to ".join(dict.fromkeys(span))
        names[at] = term.label + (f" ({years} year{'' if years == '1' else 's'})" if years else "")
    for heading, part in (("Inputs", found.inputs), ("Outputs", found.outputs)):
        if part:
            words = f"{heading}: " + "; ".join(line.text for line in part) + "."
            broken = wrapped(words, sheet.inner, 8.5)
            sheet.y += sheet.lines(MARGIN, sheet.y, broken, size=8.5) + 6
    draw_layers(sheet, names, boxes, [k for k in links if k.source in shown], notes=notes)
    if links:
        layer_legend(
            sheet, [("plain", "what stands to the right rests on what stands to the left")]
        )
    return sheet.finish(found.sentence, found.rows())
