"""Writes a trace as text that reads well in a terminal and aloud."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cjgraph.thread._graph import Node

if TYPE_CHECKING:
    from cjgraph.thread._trace import Step, Thread, Trace

_UPWARD = {
    "actionForObjective": "carries out the strategic objective",
    "actionForOutcome": "works towards the local outcome",
    "objectiveForOutcome": "is a step towards the local outcome",
    "localOutcomeForOutcome": "serves the community justice outcome",
    "localOutcomeForPriorityAction": "serves the priority action",
    "outcomeForPriorityAction": "shows the progress of the priority action",
    "priorityActionForAim": "belongs to the national aim",
    "serviceForAction": "is provided for the action",
    "leadsAction": "leads the action",
    "judgedToServe": "is judged by this service to serve the National Outcome",
}
_DOWNWARD = {
    "actionForObjective": "carried out by the action",
    "actionForOutcome": "worked towards by the action",
    "objectiveForOutcome": "approached by the strategic objective",
    "localOutcomeForOutcome": "served by the local outcome",
    "localOutcomeForPriorityAction": "served by the local outcome",
    "outcomeForPriorityAction": "shown by the community justice outcome",
    "priorityActionForAim": "pursued by the priority action",
    "serviceForAction": "supported by the service",
    "leadsAction": "led by",
}


def trace_text(trace: Trace) -> str:
    """Return a trace as text.

    Dashed lines mark steps that are only this service's judgement.

    Args:
        trace: A trace.
    """
    lines = [_start(trace.start), ""]
    if trace.upward:
        lines += ["What it serves", *_tree(trace.upward, _UPWARD)]
    else:
        lines.append("It serves nothing further up that is on record.")
    if not trace.reaches_nation:
        lines.append("The thread breaks: no step leads to a national community justice outcome.")
    lines += _mending(trace)
    lines.append("")
    if trace.downward:
        lines += ["What serves it", *_tree(trace.downward, _DOWNWARD)]
    else:
        lines.append(_nothing_below(trace.start))
    if trace.needs:
        lines += ["", "Needs it addresses: " + ", ".join(trace.needs)]
    if trace.indicators:
        names = ", ".join(_name(node) for node in trace.indicators)
        lines += ["", "Measured by: " + names]
    lines += ["", *_evidence(trace)]
    if trace.truncated:
        lines += ["", "There are more threads than are shown here."]
    return "\n".join(lines)


def thread_text(steps: Sequence[Step]) -> str:
    """Return the steps of a thread in one line.

    Args:
        steps: The steps in order.
    """
    return ", then ".join(
        f"to the {_kind(step.node).lower()} '{step.node.label}'" for step in steps
    )


def place_of(node: Node) -> str:
    """Return where in a plan something stands, as the end of a sentence, or nothing.

    Args:
        node: The thing.
    """
    return f" (See {node.place}.)" if node.place else ""


def _mending(trace: Trace) -> list[str]:
    """Return the breaks, each with what would mend it."""
    lines: list[str] = []
    for each in trace.breaks:
        lines += ["", f"  {each.message}", f"  {each.remedy}"]
    return ["", "What would mend it", *lines[1:]] if lines else []


def _nothing_below(node: Node) -> str:
    if node.plan:
        return "No service and no leading partner is recorded for it."
    return "Nothing that is loaded serves it: no plan of a Partnership leads here."


def _start(node: Node) -> str:
    line = f"{_kind(node)}: {_name(node)}"
    if node.plan:
        line += f"\n  in {node.plan}" + (" (invented example)" if node.invented else "")
    return line + (f"\n  {node.place}" if node.place else "")


def _evidence(trace: Trace) -> list[str]:
    if not trace.evidence:
        return ["No evidence in the catalogue is tied to it."]
    lines = ["What the evidence says"]
    for intervention, finding in trace.evidence:
        strength = f", in its own words: {finding.strength}" if finding.strength else ""
        lines.append(f"  {intervention}: {finding.stance}{strength}")
        lines.append(f"    {finding.text}")
        if finding.caveat:
            lines.append(f"    Note: {finding.caveat}")
        place = f", {finding.place}" if finding.place else ""
        lines.append(f"    {finding.publication}{place}")
    return lines


def _tree(threads: Sequence[Thread], phrases: dict[str, str]) -> list[str]:
    """Draw threads as one tree; what follows a thing is written out where it comes first."""
    root: dict[Step, Any] = {}
    for thread in threads:
        branch = root
        for step in thread.steps:
            branch = branch.setdefault(step, {})
    lines: list[str] = []
    drawn: set[str] = set()

    def draw(branch: dict[Step, Any], depth: int) -> None:
        for step, rest in branch.items():
            known = bool(rest) and step.node.iri in drawn
            lines.extend(_drawn(step, depth, phrases, again=known))
            if not known:
                drawn.add(step.node.iri)
                draw(rest, depth + 1)

    draw(root, 0)
    return lines


def _drawn(step: Step, depth: int, phrases: dict[str, str], *, again: bool) -> list[str]:
    indent = "  " * (depth + 1)
    branch = "┄┄" if step.edge.judged else "└─"
    phrase = phrases.get(step.edge.property, step.edge.property)
    node = step.node
    if again:
        return [f"{indent}{branch} {phrase}: {_name(node)} (as above)"]
    lines = [f"{indent}{branch} {phrase}: {_name(node)}"]
    if step.edge.judged:
        lines.append(f"{indent}   (confidence {step.edge.confidence:g}: {step.edge.reason})")
    if node.place:
        lines.append(f"{indent}   {node.place}")
    if node.unconfirmed:
        lines.append(f"{indent}   (wording not confirmed)")
    return lines


def _name(node: Node) -> str:
    code = f" [{node.notation}]" if node.notation else ""
    return f"{node.label}{code}"


def _kind(node: Node) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", node.kind or "Thing")
    return words[:1].upper() + words[1:].lower()
