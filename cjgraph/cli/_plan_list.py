"""``cjgraph plan list`` and ``cjgraph plan show``: the drafts and editions that there are."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cjgraph.cli._data import open_data
from cjgraph.cli._screen import answer, answer_json

if TYPE_CHECKING:
    from ingest.drafts import Draft, EditionRow


def add(plan: typer.Typer) -> None:
    """Add the verbs to ``cjgraph plan``."""
    plan.command("list")(list_)
    plan.command("show")(show)


def list_(
    json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """List drafts and published editions: area, years, who checked them, corrections."""
    from ingest.drafts import edition_rows

    rows = edition_rows(open_data(quiet=json))
    if json:
        answer_json([row.to_json() for row in rows])
        return
    if not rows:
        answer("There is no plan yet; 'cjgraph plan import FILE' makes a draft of one.")
    for row in rows:
        checked = f"checked by {row.checked_by}" if row.checked_by else "not checked"
        parts = [_state(row, rows), checked]
        parts += ["invented"] if row.invented else []
        parts.append(f"{row.corrections} correction{'' if row.corrections == 1 else 's'}")
        parts += [f"{row.unplaced} of them have lost their item"] if row.unplaced else []
        answer(f"{row.name}: {row.area or 'no area'}; {'; '.join(parts)}")
        answer(f"  {row.file} {row.sha256[:12]}")


def _state(row: EditionRow, rows: list[EditionRow]) -> str:
    """Return the word for what a draft or an edition is, and how it stands to others."""
    if row.status == "archived":
        return "archived (another edition took its place)"
    if row.status == "published":
        return "published (current)"
    stem = f"{row.name}-v"
    made = [
        other
        for other in rows
        if other.status != "draft"
        and (other.name == row.name or other.name.removeprefix(stem).isdigit())
    ]
    if not made:
        return "draft (not published)"
    last = max(made, key=lambda other: (len(other.name), other.name))
    if last.state and last.state == row.state:
        return f"draft (published as {last.name}, not changed since)"
    return f"draft (changed since {last.name} was published)"


def show(
    name: Annotated[str, typer.Argument(help="The draft, as fife/2024-2029.")],
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Show a draft: what it says as corrected, with every correction and who made it."""
    from ingest.drafts import find_draft

    draft = find_draft(open_data(quiet=json), name)
    if json:
        answer_json(_as_json(draft))
        return
    _print(draft)


def _as_json(draft: Draft) -> dict[str, Any]:
    from ingest.drafts.conflicts import conflicts_of

    return {
        "draft": draft.name,
        "invented": draft.invented,
        "state": draft.state(),
        "files": [
            {
                "name": kept.reading.source.name,
                "sha256": kept.reading.source.sha256,
                "by": kept.by,
                "at": kept.at.isoformat(),
                "software": kept.software,
            }
            for kept in draft.readings
        ],
        "corrections": [
            {
                "number": made.number,
                "item": made.change.item,
                "field": made.change.field,
                "old": made.change.old,
                "new": made.change.new,
                "sentence": made.change.sentence,
                "by": made.by,
                "at": made.at.isoformat(),
                "reason": made.reason,
                "file": made.file_name,
                "sha256": made.file_sha256,
                "placed": made.placed,
            }
            for made in draft.corrections
        ],
        "conflicts": [asdict(conflict) for conflict in conflicts_of(draft)],
        "reading": draft.reading().to_json(),
    }


def _print(draft: Draft) -> None:
    from ingest.drafts.items import items_of
    from ingest.drafts.wording import FIELD_NAMES, shown

    reading = draft.reading()
    answer(f"{draft.name}: {reading.title or 'no title'}")
    answer(f"Read from {draft.latest.reading.source.name} by {draft.latest.by}.")
    for item in items_of(reading):
        if item.kind in ("need", "service", "partner"):
            continue
        answer(f"\n{item.id}" + (f": {item.words}" if item.words else ""))
        for field, value in item.fields.items():
            if value not in (None, "", []) and value != item.words:
                answer(f"  {FIELD_NAMES.get(field, field)}: {shown(field, value)}")
    answer(f"\nCorrections ({len(draft.corrections)})")
    for made in draft.corrections:
        lost = "" if made.placed else " (its item is gone)"
        why = f"; {made.reason}" if made.reason else ""
        answer(
            f"  {made.number}. {made.change.sentence}{lost} ({made.by}, {made.at:%d %B %Y}{why})"
        )
    from ingest.drafts.conflicts import conflicts_of

    conflicts = conflicts_of(draft)
    if conflicts:
        answer("\nThe newer file says otherwise")
    for conflict in conflicts:
        answer(f"  {conflict.sentence}")
    for warned in draft.latest.reading.warnings:
        answer(f"Note: {warned.message}")
