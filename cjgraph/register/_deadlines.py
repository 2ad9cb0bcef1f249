"""Works out what each Partnership has to do by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final, Literal

from cjgraph.namespaces import ACT_2016
from cjgraph.register._rows import EditionRow, RegisterRow

#: Last day of the first reporting year: the model has run in full since 1 April 2017.
_FIRST_YEAR_END: Final = date(2018, 3, 31)

_REPORT_RULE: Final = (
    "Community Justice (Scotland) Act 2016, section 23; statutory guidance, part 5"
)
_REVIEW_RULE: Final = (
    "Community Justice (Scotland) Act 2016, section 22; statutory guidance, part 6"
)
_PLAN_RULE: Final = "Community Justice (Scotland) Act 2016, section 19"

Kind = Literal["annual_report", "review", "plan"]
#: ``due``: still to come. ``met``: on the register. ``not_on_record``: the day has passed
#: and the register holds nothing, which doesn't show that nothing was published.
#: ``review_due``: something that a plan must have regard to is newer than the plan.
#: ``run_out``: the plan's period is over. ``running``: it isn't. ``not_known``: the
#: register holds no plan, or not its period.
State = Literal["due", "met", "not_on_record", "review_due", "run_out", "running", "not_known"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that a Partnership has to do, or that has come about for its plan.

    Args:
        partnership: IRI of the Partnership.
        name: Its name.
        kind: ``annual_report``, ``review`` or ``plan``.
        state: How it stands on the day that was asked about.
        due: The day by which it is to be done; None where the law sets no day.
        since: The day on which it arose; None where there is no such day.
        reason: Why, in a sentence.
        rule: The section of the Act and the part of the guidance.
        rule_iri: The section's IRI.
        entry: IRI of the register entry that it is about, or None.
    """

    partnership: str
    name: str
    kind: Kind
    state: State
    due: date | None
    since: date | None
    reason: str
    rule: str
    rule_iri: str
    entry: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the deadline as plain data for JSON, days as ISO text."""
        return {k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(self).items()}


def deadlines(
    partnership_rows: Iterable[RegisterRow], editions: Sequence[EditionRow], today: date
) -> list[Deadline]:
    """Work out every deadline and review trigger.

    Args:
        partnership_rows: Partnerships with their entries, as ``register_rows`` gives them.
        editions: Community justice strategies and frameworks, as ``edition_rows`` gives
            them.
        today: The day that is asked about.

    Returns:
        For each Partnership in the order given: its plan, its reviews, its annual reports.
    """
    by_partnership: dict[str, list[RegisterRow]] = {}
    for row in partnership_rows:
        by_partnership.setdefault(row.partnership, []).append(row)
    found: list[Deadline] = []
    for rows in by_partnership.values():
        plan = _current_plan(rows, today)
        found.append(_plan(rows[0], plan, today))
        if plan is not None:
            found.extend(_reviews(plan, rows, editions, today))
        found.extend(_reports(rows, today))
    return found


def _current_plan(rows: list[RegisterRow], today: date) -> RegisterRow | None:
    plans = [r for r in rows if r.kind == "cjoip" and r.status == "published"]
    begun = [r for r in plans if r.start is None or r.start <= today]
    return max(begun, key=lambda r: r.start or r.made or date.min, default=None)


def _plan(who: RegisterRow, plan: RegisterRow | None, today: date) -> Deadline:
    entry = plan.entry if plan else None
    if plan is None:
        state: State = "not_known"
        reason = "The register holds no plan of this Partnership that is in its period."
    elif plan.end is None:
        state, reason = "not_known", f"The register does not say when {plan.title} ends."
    elif plan.end < today:
        state, reason = "run_out", f"The period of {plan.title} is over."
    else:
        state, reason = "running", f"{plan.title} is in its period."
    due = plan.end if plan else None
    return Deadline(
        who.partnership,
        who.name,
        "plan",
        state,
        due,
        plan.start if plan else None,
        reason,
        _PLAN_RULE,
        _section(19),
        entry,
    )


def _reviews(
    plan: RegisterRow, rows: list[RegisterRow], editions: Sequence[EditionRow], today: date
) -> Iterator[Deadline]:
    """Yield what is newer than a plan and calls for its review.

    A statement of no revision, published later, settles it.
    """
    made = plan.made
    if made is None:
        return
    # The first edition of a framework revises nothing.
    newer = [(e.published, e.title) for e in editions if e.replaces is not None]
    newer += [(r.made, r.title) for r in rows if r.kind == "loip" and r.status == "published"]
    settled = [
        r.made
        for r in rows
        if r.kind == "no-revision-statement" and r.status == "published" and r.made
    ]
    triggers = sorted((day, title) for day, title in newer if day and made < day <= today)
    for day, title in triggers:
        met = any(day <= other <= today for other in settled)
        outcome = (
            "a statement of no revision followed"
            if met
            else "the plan is to be revised, or a statement published that it is not"
        )
        yield Deadline(
            plan.partnership,
            plan.name,
            "review",
            "met" if met else "review_due",
            None,
            day,
            f"{title} is newer than {plan.title}: {outcome}.",
            _REVIEW_RULE,
            _section(22),
            plan.entry,
        )


def _reports(rows: list[RegisterRow], today: date) -> Iterator[Deadline]:
    """Yield the last annual report that fell due and the next one that will."""
    # The report for a year to 31 March is due on the last day of the same calendar year.
    for year in (today.year - 1, today.year):
        end, due = date(year, 3, 31), date(year, 12, 31)
        if end < _FIRST_YEAR_END:
            continue
        report = next(
            (
                r
                for r in rows
                if r.kind == "annual-report" and r.status != "not-known" and r.end == end
            ),
            None,
        )
        span = f"1 April {year - 1} to 31 March {year}"
        state: State
        if report is not None:
            state, reason = "met", f"The report for {span} is on the register."
        elif due < today:
            state, reason = "not_on_record", f"The register holds no report for {span}."
        else:
            state = "due"
            reason = f"The report for {span} is to be published by 31 December {year}."
        yield Deadline(
            rows[0].partnership,
            rows[0].name,
            "annual_report",
            state,
            due,
            end,
            reason,
            _REPORT_RULE,
            _section(23),
            report.entry if report else None,
        )


def _section(number: int) -> str:
    return f"{ACT_2016}/section/{number}"
