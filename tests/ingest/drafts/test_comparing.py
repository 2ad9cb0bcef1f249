"""Differences between plans in plain words, matched by what is said and not by numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cjgraph.store import DataFolder, open_snapshot
from ingest.drafts import compare_plans, correct_draft, find_draft, open_edition, publish_draft
from ingest.drafts.importing import ImportReport
from ingest.plans import read_plan

from .conftest import ACTIONS

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def _by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare by words alone, as an installation without the model does."""
    monkeypatch.setattr("ingest.drafts.comparing.meaning", lambda: None)


def lines(write: Write, **later: object) -> list[str]:
    found = compare_plans(
        read_plan(write("a.md")), read_plan(write("b.md", **later)), ("first", "second")
    )
    return [f"{change.kind}: {change.line()}" for change in found.changes]


def test_the_same_plan_does_not_differ(write: Write) -> None:
    plan = read_plan(write())
    found = compare_plans(plan, plan, ("first", "second"))
    assert found.changes == ()
    assert found.summary == "first and second say the same."


def test_what_only_moved_does_not_differ(write: Write) -> None:
    assert lines(write, actions=ACTIONS[::-1]) == []


def test_each_kind_of_difference_is_told(write: Write) -> None:
    later = (
        ("Publish a yearly account of unpaid work", "Fife Council", "31/03/2027", "Account"),
        (ACTIONS[2][0], "Scottish Prison Service", "31/03/2027", "Protocol signed"),
        ("Open a drop-in hub in Cowdenbeath High Street", *ACTIONS[0][1:]),
    )
    told = "\n".join(lines(write, actions=later))
    assert "action: added: 'Publish a yearly account of unpaid work'" in told
    assert "action: dropped: 'Train forty volunteer mentors each year'" in told
    assert (
        "reworded: 'Open a drop-in hub in Leven High Street'"
        " → 'Open a drop-in hub in Cowdenbeath High Street'" in told
    )
    assert "31 March 2026 → 31 March 2027" in told
    assert "'Fife Council' (local authority) → 'Scottish Prison Service'" in told
    assert "measure changed" in told and "'Signed' → 'Protocol signed'" in told
    assert told.count("date moved") == 1


def test_national_links_and_verdicts_are_told(
    data: DataFolder, take_in: Callable[..., ImportReport], write: Write
) -> None:
    take_in(write())
    publish_draft(data, "fife", checked_by="plan lead")
    correct_draft(data, "fife", item="outcome-1", field="national", value="ndo-4, ndo-5")
    correct_draft(data, "fife", item="checklist-5", field="verdict", value="present")
    snapshot = open_snapshot(data)
    name, published = open_edition(snapshot, "fife/2024-2029")
    other, draft = open_edition(snapshot, "draft:fife/2024-2029")
    assert (name, other) == ("fife/2024-2029", "the draft fife/2024-2029")
    assert draft == find_draft(snapshot, "fife").reading()
    found = compare_plans(published, draft, (name, other))
    told = [change.line() for change in found.changes]
    assert any("national links changed" in line and "NDO 4 → NDO 4, NDO 5" in line for line in told)
    assert any(line.startswith("checklist item 5") and "→ present" in line for line in told)
    assert len(told) == 2
    assert "1 checklist verdict changed" in found.summary
    assert found.to_json()["changes"][0]["change"] == "national links changed"
