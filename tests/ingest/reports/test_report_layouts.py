"""Layouts of progress: cards, marks in columns, lists, labels, headings."""

from __future__ import annotations

from collections.abc import Callable

from ingest.reports import ReportReading

Read = Callable[..., ReportReading]


def states(reading: ReportReading) -> dict[str, str]:
    return {action.id.removeprefix("action-"): action.state for action in reading.actions}


def test_a_column_for_each_status_with_a_mark_in_one(report: Read) -> None:
    body = (
        "| Action | Done | On track | Late | Stopped |\n|---|---|---|---|---|\n"
        "| 1.1 Drop-in hub in Leven | x | | | |\n"
        "| 1.2 Volunteer mentors | | ✓ | | |\n"
        "| 1.3 Housing protocol for people leaving prison | | | ✓ | |\n"
        "| 2.1 Welding course with the college | | | | x |\n"
    )
    found = states(report(body))
    assert found == {
        "1-1": "done",
        "1-2": "on_course",
        "1-3": "late",
        "2-1": "dropped",
        "2-2": "not_mentioned",
    }


def test_a_card_for_each_action(report: Read) -> None:
    body = (
        "| Action | Open a drop-in hub in Leven High Street |\n|---|---|\n"
        "| Progress this year | The lease was signed and the doors opened in May. |\n"
        "| Status | Complete |\n\n"
        "Some words between the cards.\n\n"
        "| Action | Publish a guide to criminal records for employers |\n|---|---|\n"
        "| Progress this year | An outline has been written. |\n"
        "| Status | In progress |\n"
    )
    reading = report(body)
    found = states(reading)
    assert (found["1-1"], found["2-2"]) == ("done", "on_course")
    assert reading.actions[0].quote == "The lease was signed and the doors opened in May."


def test_a_list_with_the_status_at_the_end(report: Read) -> None:
    body = (
        "- 1.1 Drop-in hub in Leven High Street [Complete]\n"
        "- 2.1 Welding course with the college. The college withdrew its tutor. (Not started)\n"
        "- 2.2 Guide to criminal records for employers - on track\n"
    )
    found = states(report(body))
    assert (found["1-1"], found["2-1"], found["2-2"]) == ("done", "late", "on_course")


def test_labels_below_an_action(report: Read) -> None:
    body = (
        "Action 1.3: Housing protocol\n\nStatus: Delayed\n\n"
        "Progress: Two councils have signed and the third has not.\n\nNext steps: chase it.\n\n"
        "Action: Buy a minibus for the unpaid work squad\n\nStatus: Done\n\n"
    )
    reading = report(body)
    third = reading.actions[2]
    assert (third.state, third.said) == ("late", "Delayed")
    assert third.quote == "Two councils have signed and the third has not."
    assert [new.text for new in reading.new_actions] == ["Buy a minibus for the unpaid work squad"]


def test_a_status_table_and_a_story_elsewhere_are_put_together(report: Read) -> None:
    body = (
        "## Outcome 1\n\nThe drop-in hub in Leven High Street has welcomed 90 people.\n\n"
        "## Summary\n\n| Ref | Action | Status |\n|---|---|---|\n| 1.1 | Drop-in hub | Complete |\n"
    )
    hub = report(body).actions[0]
    assert (hub.state, hub.said) == ("done", "Complete")
    assert "90 people" in " ".join([hub.quote, *(item.quote for item in hub.evidence)])


def test_a_table_of_the_plan_alone_tells_no_progress(report: Read) -> None:
    body = (
        "## The plan\n\n| Action | Lead | By when |\n|---|---|---|\n"
        "| 1.1 Open a drop-in hub in Leven High Street | Police Scotland | 31/03/2025 |\n"
    )
    assert set(states(report(body)).values()) == {"not_mentioned"}
