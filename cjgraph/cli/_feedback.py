"""``cjgraph feedback``: says that a finding is wrong, and answers those who said so."""

from __future__ import annotations

import json as json_format
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from cjgraph.cli._data import open_data
from cjgraph.cli._screen import answer, answer_json, say
from cjgraph.errors import FileNotReadable, InputError, SyntaxFault, TooLarge
from cjgraph.spreadsheet import guarded
from cjgraph.store import DataFolder

if TYPE_CHECKING:
    from cjgraph.feedback import Remark

_MOST_BYTES: Final = 200_000_000
_COLUMNS: Final = (
    "id", "state", "created", "rule", "rules_version", "plan", "subject", "message", "because",
    "by", "answer", "answered_because",
)  # fmt: skip

feedback = typer.Typer(
    no_args_is_help=True,
    help="Says that a finding is wrong, and answers those who said so.",
)


def register(app: typer.Typer) -> None:
    """Add the verbs to the command."""
    app.add_typer(feedback, name="feedback")


@feedback.command("add")
def add(
    report: Annotated[Path, typer.Argument(help="A report that 'validate --json' printed.")],
    finding: Annotated[int, typer.Option(help="Number of the finding in the report, from 1.")],
    because: Annotated[str, typer.Option(help="Why it is wrong, in a few sentences.")],
    plan: Annotated[
        Path | None, typer.Option(help="The plan, to be sure that the report is about it.")
    ] = None,
    by: Annotated[
        str, typer.Option("--as", help="Your role, as coordinator; nobody's name is kept.")
    ] = "",
    json: Annotated[bool, typer.Option("--json", help="Print the remark as JSON.")] = False,
) -> None:
    """Say that a finding is wrong, and why; it is kept for those who look after the rules."""
    content = _report(report)
    digest = None if plan is None else _sha256(plan)
    snapshot = open_data(quiet=json)
    from cjgraph.feedback import add_remark, remark_on, remarks
    from cjgraph.shacl import load_rules
    from ingest.remarks import without_persons

    made = remark_on(content, finding, because, role=by, mask=without_persons, plan_sha256=digest)
    if made.rules_sha256 != load_rules().sha256:
        say("The rules have changed since that report; checking the plan again may settle it.")
    kept = add_remark(DataFolder.from_environment(), made)
    if not kept:
        made = next(r for r in remarks(snapshot) if r.id == made.id)
    if json:
        answer_json({"kept": kept, **made.to_json()})
    elif kept:
        answer(f"Kept as remark {made.id}. Thank you; it helps to mend the rules.")
    else:
        answer(f"The same was said before: remark {made.id}, {made.state}.")


@feedback.command("list")
def list_remarks(
    rule: Annotated[
        str | None, typer.Option(help="Only on this rule, as smart-measurable, or part of it.")
    ] = None,
    state: Annotated[str | None, typer.Option(help="Only open, accepted or declined.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print them as CSV.")] = False,
) -> None:
    """Show what people said against findings, the newest first."""
    if json and csv:
        raise InputError("Both --json and --csv were given; give one of them.")
    chosen = _chosen(rule, state, quiet=json or csv)
    if json:
        answer_json({"remarks": [remark.to_json() for remark in chosen]})
    elif csv:
        _print_csv(chosen)
    elif not chosen:
        answer("There are no such remarks." if rule or state else "There are no remarks yet.")
    for remark in () if json or csv else chosen:
        answer(_told(remark))


@feedback.command("answer")
def answer_one(
    remark: Annotated[str, typer.Argument(help="Id of the remark, or its beginning.")],
    state: Annotated[str, typer.Option(help="accepted or declined.")],
    because: Annotated[str, typer.Option(help="Why, in a few sentences.")],
    by: Annotated[
        str, typer.Option("--as", help="Who decides, for the record: a role, not a name.")
    ] = "operator",
    json: Annotated[bool, typer.Option("--json", help="Print the remark as JSON.")] = False,
) -> None:
    """Accept or decline a remark; the remark and answers before this one stay as they are."""
    open_data(quiet=json)
    from cjgraph.feedback import answer_remark
    from ingest.remarks import without_persons

    answered = answer_remark(
        DataFolder.from_environment(),
        remark,
        state=state,
        because=without_persons(because),
        role=without_persons(by),
    )
    if json:
        answer_json(answered.to_json())
    else:
        answer(f"Remark {answered.id} is {answered.state}.")


@feedback.command("summary")
def summary(
    rule: Annotated[str | None, typer.Option(help="Only this rule, or part of its name.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Count how often each rule was disputed, which tells which rule to mend."""
    chosen = _chosen(rule, None, quiet=json)
    from cjgraph.feedback import disputes

    counted = disputes(chosen)
    if json:
        answer_json({"rules": [dispute.to_json() for dispute in counted]})
        return
    if not counted:
        answer("No rule has been disputed yet.")
    for dispute in counted:
        answer(
            f"{_short(dispute.rule)} (rules {dispute.version or 'of no version'},"
            f" {dispute.sha256[:8]}): {_many(dispute.remarks, 'remark')} on"
            f" {_many(dispute.plans, 'plan')}; {dispute.open} open, {dispute.accepted} accepted,"
            f" {dispute.declined} declined"
        )


def _chosen(rule: str | None, state: str | None, *, quiet: bool) -> list[Remark]:
    snapshot = open_data(quiet=quiet)
    from cjgraph.feedback import STATES, remarks

    if state is not None and state not in STATES:
        raise InputError(f"A remark can't be '{state}'; it is open, accepted or declined.")
    return [
        remark
        for remark in remarks(snapshot)
        if (state is None or remark.state == state)
        and (rule is None or rule.casefold() in remark.rule.casefold())
    ]


def _report(path: Path) -> Any:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise TooLarge(f"{path} is larger than {_MOST_BYTES:,} bytes.")
        return json_format.loads(path.read_bytes())
    except OSError as error:
        raise FileNotReadable(f"{path} can't be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise SyntaxFault(
            f"{path} is no report that 'cjgraph validate --json' printed: it is not JSON."
        ) from error


def _sha256(path: Path) -> str:
    import hashlib

    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileNotReadable(f"{path} can't be read: {error.strerror}.") from error


def _told(remark: Remark) -> str:
    lines = [
        f"{remark.id}  {remark.state}  {remark.created:%d %B %Y}  {_short(remark.rule)}"
        f" (rules {remark.rules_version})",
        f"  Plan: {remark.plan_title or 'without a title'}",
        f"  Finding: {remark.message}",
        f"  This is wrong because: {remark.reason}" + (f" ({remark.role})" if remark.role else ""),
    ]
    lines += [f"  {a.state.capitalize()}: {a.reason} ({a.role})" for a in remark.answers]
    return "\n".join(lines) + "\n"


def _print_csv(remarks: list[Remark]) -> None:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for remark in remarks:
        last = remark.answers[-1] if remark.answers else None
        cells = (
            remark.id, remark.state, remark.created.isoformat(timespec="seconds"),
            _short(remark.rule), remark.rules_version, remark.plan_title, remark.subject,
            remark.message, remark.reason, remark.role, last.state if last else "",
            last.reason if last else "",
        )  # fmt: skip
        writer.writerow(guarded(cell) for cell in cells)
    answer(out.getvalue().rstrip("\n"))


def _short(iri: str) -> str:
    return iri.rpartition("#")[2]


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
