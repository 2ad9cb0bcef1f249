"""Reads one annual report, and joins it to the plan that it reports on."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

from ingest.plans.blocks import Block
from ingest.plans.reading import Evidence, PlanReading, Warned
from ingest.plans.spans import with_spans
from ingest.plans.vocabulary import flat

from .cover import cover_of_report, is_report
from .joining import action_progress, new_actions, outcome_progress, placed
from .matching import Matcher
from .national import national_progress
from .opening import Opened, opened
from .progress import PlanRef, ReportReading
from .prose import OutcomeOf, ProseReader
from .statements import Statement
from .states import Legend
from .tabular import table_statements

_FEW_WORDS: Final = 6


def read_report(
    path: Path, plan: PlanReading | None = None, *, name: str | None = None
) -> ReportReading:
    """Read an annual report from a file of any format that plans come in.

    Args:
        path: The file.
        plan: The plan that it reports on, as read; progress is told by its actions. Without
            it, what the report says stands under ``new_actions``, joined to nothing.
        name: What to call the file; its own name where left out.

    Returns:
        The reading. A file that is empty, is no report, is encrypted, is damaged or had to be
        refused gives a reading with that status and a warning that says why.

    Raises:
        FileNotReadable: There is no such file, it is a folder or may not be read.
        WrongFormat: It is a sound file of a kind that is not read today.
        ValueError: The plan could not be read.
    """
    if plan is not None and plan.status != "ok":
        raise ValueError(f"A report can't be joined to a plan with the status '{plan.status}'.")
    report = opened(path, name or path.name)
    if report.status != "ok":
        return ReportReading(report.status, report.source, warnings=report.warnings)
    good, kind = is_report(report.blocks, report.title)
    if not good:
        why = Warned("not_a_report", _instead(report.source.name, kind))
        warnings = (*report.warnings, why)
        return ReportReading("not_a_report", report.source, warnings=warnings)
    reading = _joined(report, plan)
    # Places are found in the words of the file as they stand, before names were masked.
    spanned = with_spans(reading, report.raw, report.page_texts)
    return spanned


def _joined(report: Opened, plan: PlanReading | None) -> ReportReading:
    blocks = report.blocks
    cover = cover_of_report(blocks, report.title)
    area = cover.area or (plan.area if plan and _names(blocks, plan.area) else "")
    end = cover.period[1] if cover.period else None
    legend = Legend(blocks)
    planned = plan.actions if plan else ()
    outcomes = plan.outcomes if plan else ()
    matcher = Matcher([a.text for a in planned], [a.id for a in planned])
    outcome_of = OutcomeOf(Matcher([o.text for o in outcomes], [o.id for o in outcomes]))
    order = {outcome.id: at for at, outcome in enumerate(outcomes)}
    sections = [order.get(a.outcome or "") for a in planned]
    rows = list(table_statements(blocks, legend))
    prose = list(ProseReader(matcher, sections, legend, outcome_of).statements(blocks))
    found, left = placed([*rows, *prose], matcher, sections, outcome_of)
    actions = [
        action_progress(action, found.get(at, []), legend, end) for at, action in enumerate(planned)
    ]
    framework = plan.framework if plan else "2023"
    return ReportReading(
        "ok",
        report.source,
        title=cover.title,
        area=area,
        period=cover.period,
        plan=_ref(plan) if plan else None,
        actions=tuple(actions),
        outcomes=outcome_progress(outcomes, actions, _told(blocks, outcome_of)),
        national=national_progress(blocks, framework),
        new_actions=new_actions(left, legend),
        warnings=(*report.warnings, *_notes(area, end, plan, found)),
    )


def _names(blocks: list[Block], area: str) -> bool:
    """Tell whether a report names an area; a plan says more plainly which one it is for."""
    named = re.compile(rf"\b{re.escape(area)}\b", re.IGNORECASE) if area else None
    return bool(named) and any(named.search(block.text) for block in blocks if named)


def _told(blocks: list[Block], outcome_of: OutcomeOf) -> dict[int, Evidence]:
    """Return the first paragraph that stands under the heading of each outcome."""
    told: dict[int, Evidence] = {}
    for block in blocks:
        if block.kind == "heading" or block.kind == "table" or block.contents or not block.path:
            continue
        at = outcome_of(block.path[-1])
        if at is not None and len(block.text.split()) >= _FEW_WORDS:
            told.setdefault(at, Evidence(block.text, block.locator))
    return told


def _notes(
    area: str, end: date | None, plan: PlanReading | None, found: dict[int, list[Statement]]
) -> list[Warned]:
    notes = []
    if end is None:
        said = "The report does not say which year it is for, so nothing is late by its due date."
        notes.append(Warned("no_period", said))
    if plan is None:
        said = "No plan was given, so progress is joined to nothing; give it with --plan."
        notes.append(Warned("no_plan", said))
        return notes
    if area and plan.area and flat(area) != flat(plan.area):
        said = f"The report is for {area}, but the plan is for {plan.area}; is it the right plan?"
        notes.append(Warned("area_differs", said))
    if not found and plan.actions:
        said = "The report speaks of none of the plan's actions; is it the right plan?"
        notes.append(Warned("nothing_joined", said))
    return notes


def _ref(plan: PlanReading) -> PlanRef:
    start, end = plan.period or (None, None)
    return PlanRef(plan.title, plan.area, plan.source.name, plan.source.sha256, start, end)


def _instead(name: str, kind: str) -> str:
    if kind == "plan":
        return (
            f"{name} seems to be a plan, not an annual report; read it with 'cjgraph plan read', "
            "and give the report that tells what was done."
        )
    return (
        f"{name} does not read like an annual report of a community justice Partnership; give "
        "the report that tells what was done on the plan."
    )
