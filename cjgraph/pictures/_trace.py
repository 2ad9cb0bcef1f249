"""A thread as layers: from need and service up to the nation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from cjgraph.pictures._layers import (
    LayerBox,
    LayerLink,
    Style,
    draw_layers,
    layer_legend,
    width_for,
)
from cjgraph.pictures._picture import Picture
from cjgraph.pictures._sheet import Sheet
from cjgraph.thread import Break, Node, Thread, ThreadGraph, Trace

#: Most boxes in a layer.
MOST_BOXES: Final = 9
_MOST_BREAKS: Final = 4

_LAYERS: Final = {
    0: "Need",
    1: "Partner or service",
    2: "Action",
    3: "Strategic objective",
    4: "Local outcome",
    5: "Community justice outcome",
    6: "Priority action",
    7: "National aim",
    8: "National Outcome",
}
_LAYER_OF: Final = {
    "Need": 0,
    "Service": 1,
    "Action": 2,
    "StrategicObjective": 3,
    "LocalOutcome": 4,
    "CommonOutcome": 5,
    "NationallyDeterminedOutcome": 5,
    "PriorityAction": 6,
    "NationalAim": 7,
    "NationalPriority": 7,
    "NationalOutcome": 8,
}
_BELOW: Final = frozenset(
    {"objective_without_action", "outcome_without_action", "outcome_without_objective"}
)


@dataclass(slots=True)
class _Drawn:
    start: Node
    nodes: dict[str, Node] = field(default_factory=dict)
    layers: dict[str, int] = field(default_factory=dict)
    links: dict[tuple[str, str], Style] = field(default_factory=dict)
    judged: dict[str, str] = field(default_factory=dict)

    def full(self, layer: int) -> bool:
        return sum(at == layer for at in self.layers.values()) >= MOST_BOXES


def trace_picture(trace: Trace, graph: ThreadGraph | None = None) -> Picture | None:
    """Draw a trace, or return None where the thing is on no thread.

    Args:
        trace: The trace.
        graph: What it was traced in; with it, needs stand beside what addresses them.
    """
    if not (trace.upward or trace.downward or trace.breaks or trace.needs):
        return None
    drawn = _Drawn(trace.start)
    drawn.nodes[trace.start.iri] = trace.start
    drawn.layers[trace.start.iri] = _LAYER_OF.get(trace.start.kind, 1)
    for threads, upward in ((trace.upward, True), (trace.downward, False)):
        for thread in threads:
            _add(drawn, thread, upward=upward)
    boxes = [_box(drawn, iri) for iri in drawn.nodes]
    links = [LayerLink(*ends, style) for ends, style in drawn.links.items()]
    needs = _needs(drawn, trace, graph)
    boxes += [LayerBox(f"need {name}", 0, "", name) for name in dict.fromkeys(n for n, _ in needs)]
    links += [LayerLink(f"need {name}", iri) for name, iri in needs]
    _breaks(drawn, trace.breaks, boxes, links)
    layers = {box.layer for box in boxes}
    sheet = Sheet(f"Golden thread: {trace.start.label}", trace.notice, width=width_for(len(layers)))
    draw_layers(sheet, _LAYERS, boxes, links, notes=_left_out(drawn, trace))
    styles: list[tuple[Style, str]] = [("plain", "stated in a plan or in the framework")]
    if any(link.style == "judged" for link in links):
        words = "only this service's judgement: no source states it, and it counts in no figure"
        styles.append(("judged", words))
    if any(link.style == "break" for link in links):
        styles.append(("break", "the thread breaks here"))
    layer_legend(sheet, styles)
    if trace.needs and not needs:
        sheet.paragraph("Needs it addresses: " + ", ".join(trace.needs), most=4)
    if len(trace.breaks) > _MOST_BREAKS:
        more = len(trace.breaks) - _MOST_BREAKS
        sheet.paragraph(f"{more} more breaks are listed with the trace.", bold=True)
    return sheet.finish(trace.sentence, trace.rows())


def _add(drawn: _Drawn, thread: Thread, *, upward: bool) -> None:
    """Add a thread where there is room for the whole of it."""
    layers = dict(drawn.layers)
    at = layers[drawn.start.iri]
    for step in thread.steps:
        iri = step.node.iri
        known = _LAYER_OF.get(step.node.kind)
        if iri not in layers:
            at = known if known is not None else min(8, at + 1) if upward else 1
            if drawn.full(at):
                return
            layers[iri] = at
        at = layers[iri]
    before = drawn.start.iri
    for step in thread.steps:
        iri = step.node.iri
        drawn.nodes.setdefault(iri, step.node)
        ends = (before, iri) if upward else (iri, before)
        style: Style = "judged" if step.edge.judged else "plain"
        drawn.links.setdefault(ends, style)
        if step.edge.judged and step.edge.confidence is not None:
            drawn.judged[iri] = f"Judged, {step.edge.confidence:g}"
        before = iri
    drawn.layers = layers


def _box(drawn: _Drawn, iri: str) -> LayerBox:
    node = drawn.nodes[iri]
    layer = drawn.layers[iri]
    heading = node.notation or ""
    if _LAYER_OF.get(node.kind) is None:
        heading = heading if node.kind else "Not found"
    text = node.label if node.kind else _tail(node)
    if node.unconfirmed:
        text += " (wording not confirmed)"
    if iri == drawn.start.iri:
        place = f" ({node.place})" if node.place else ""
        return LayerBox(iri, layer, f"Start {heading}".strip(), text + place, "start")
    if iri in drawn.judged:
        return LayerBox(iri, layer, f"{drawn.judged[iri]}", text, "judged")
    return LayerBox(iri, layer, heading, text)


def _tail(node: Node) -> str:
    return node.iri.rsplit("/", 1)[-1].replace("-", " ") if node.label == node.iri else node.label


def _needs(drawn: _Drawn, trace: Trace, graph: ThreadGraph | None) -> list[tuple[str, str]]:
    """Return names of needs with what addresses them, as far as there is room."""
    if graph is None:
        own = trace.start.kind in ("Action", "Service")
        return [(name, trace.start.iri) for name in trace.needs[:MOST_BOXES]] if own else []
    found = [
        (graph.nodes[topic].label, iri)
        for iri in drawn.nodes
        for kind, topic in graph.attached.get(iri, ())
        if kind == "addressesNeed" and drawn.layers[iri] > 0
    ]
    some = set(list(dict.fromkeys(name for name, _ in found))[:MOST_BOXES])
    return [(name, iri) for name, iri in found if name in some]


def _breaks(
    drawn: _Drawn, breaks: Iterable[Break], boxes: list[LayerBox], links: list[LayerLink]
) -> None:
    """Add a box where the thread should go on and does not."""
    told = 0
    for each in breaks:
        iri = each.thing.iri
        if iri not in drawn.nodes or told >= _MOST_BREAKS or each.type == "dangling_reference":
            continue
        told += 1
        below = each.type in _BELOW or each.type == "action_without_lead"
        layer = drawn.layers[iri] + (-1 if below else 1)
        key = f"break {told}"
        boxes.append(LayerBox(key, layer, "Break", each.message, "break"))
        ends = (key, iri) if below else (iri, key)
        links.append(LayerLink(*ends, "break"))


def _left_out(drawn: _Drawn, trace: Trace) -> dict[int, str]:
    """Say below each layer how many boxes there was no room for."""
    hidden: dict[int, set[str]] = {}
    for thread in (*trace.upward, *trace.downward):
        for step in thread.steps:
            if step.node.iri not in drawn.nodes:
                layer = _LAYER_OF.get(step.node.kind, 1)
                hidden.setdefault(layer, set()).add(step.node.iri)
    least = "at least " if trace.truncated else ""
    return {layer: f"and {least}{len(iris)} more, in the table" for layer, iris in hidden.items()}
