from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from cjgraph.resources import resource_folder
from ingest.plans import PlanReading, read_plan

EXAMPLES = resource_folder("ontology") / "examples"


def verdicts(reading: PlanReading, verdict: str) -> set[str]:
    return {number for number, item in reading.checklist.items() if item.verdict == verdict}


def test_the_complete_example_is_read_whole(complete: PlanReading) -> None:
    assert (complete.status, complete.area, complete.framework) == ("ok", "Strathmarnock", "2023")
    assert complete.period == (date(2024, 4, 1), date(2029, 3, 31))
    counts = len(complete.outcomes), len(complete.objectives), len(complete.actions)
    assert counts == (8, 11, 16)
    assert verdicts(complete, "present") == {str(n) for n in range(1, 14)}


def test_every_action_of_the_complete_example_has_all_that_it_needs(complete: PlanReading) -> None:
    outcomes = {outcome.id: outcome for outcome in complete.outcomes}
    objectives = {objective.id: objective for objective in complete.objectives}
    for action in complete.actions:
        assert action.leads and action.due and action.measure, action.text
        assert objectives[action.objective or ""].outcome == action.outcome
    assert all(outcome.measures for outcome in outcomes.values())
    assert outcomes["outcome-5"].national == ("ndo-5", "ndo-6", "ndo-8")
    assert outcomes["outcome-8"].priority_actions == ("pa-6",)
    assert outcomes["outcome-8"].national == ()


def test_the_complete_example_answers_section_19(complete: PlanReading) -> None:
    assert list(complete.statute) == [f"ndo-{n}" for n in range(1, 10)]
    for code, item in complete.statute.items():
        assert item.assessment and item.actions and item.priority is not None, code
        assert item.indicators == (f"ni-{code[-1]}",)
    assert [c for c, item in complete.statute.items() if not item.priority] == ["ndo-7", "ndo-9"]
    assert complete.publication and complete.participation


def test_joint_leads_merged_dates_and_interventions(complete: PlanReading) -> None:
    by_id = {action.id: action for action in complete.actions}
    assert by_id["action-1-1-2"].due == date(2025, 3, 31)  # from the cell above it
    assert [p.category for p in by_id["action-2-1-1"].leads] == ["police", "health_board"]
    assert [p.category for p in by_id["action-4-2-1"].leads] == ["local_authority"]
    assert any(i.endswith("/supervised-bail") for i in by_id["action-3-1-1"].interventions)
    assert any(i.endswith("/restorative-justice") for i in by_id["action-8-1-1"].interventions)
    assert by_id["action-5-1-1"].needs == ("housing",)


def test_needs_services_and_partners_are_named(complete: PlanReading) -> None:
    assert {"housing", "substance_use", "mental_health", "employment", "money", "family"} <= {
        need.category for need in complete.needs
    }
    assert [service.name for service in complete.services][:2] == [
        "Marnock Bail Supervision Service",
        "Burnside Gate Service",
    ]
    statutory = {partner.category for partner in complete.partners} - {"partnership_collective"}
    assert len(statutory) == 9  # the eight of section 13, and the third sector


def test_contact_details_are_masked_and_reported(complete: PlanReading) -> None:
    text = str(complete.to_json())
    assert "@strathmarnock" not in text and "960123" not in text
    assert {w.code for w in complete.warnings} == {"email_masked", "phone_masked"}


def test_the_faulty_example_keeps_what_is_right(faulty: PlanReading) -> None:
    counts = len(faulty.outcomes), len(faulty.objectives), len(faulty.actions)
    assert counts == (6, 8, 12)
    dated = [a for a in faulty.actions if a.due]
    assert len(dated) == 11
    assert verdicts(faulty, "missing") == {"8", "10"}
    assert verdicts(faulty, "partial") == {"13"}


def shows(fault: dict[str, Any], reading: PlanReading) -> bool:
    """Whether a reading makes a planted fault visible."""
    subject = fault.get("subject_id")
    actions = {a.id: a for a in reading.actions}
    outcomes = {o.id: o for o in reading.outcomes}
    statute = reading.statute.get(fault.get("outcome", ""))
    item = reading.checklist.get(str(fault.get("checklist_item", "")))
    match fault["type"]:
        case "no_assessment":
            return statute is not None and statute.assessment is None
        case "no_priority_decision":
            return statute is not None and statute.priority is None
        case "no_action":
            return statute is not None and not statute.actions
        case "statutory_partner_absent":
            return all(fault["subject"] not in p.as_written for p in reading.partners)
        case "checklist_missing":
            return item is not None and item.verdict == "missing"
        case "checklist_partial":
            return item is not None and (fault["part"], False) in item.parts
        case "objective_without_action":
            return subject not in {a.objective for a in reading.actions}
        case "outcome_without_national_link":
            return not outcomes[subject].national
        case "outcome_without_indicator" | "local_outcome_without_indicator":
            return not outcomes[subject].measures
        case "action_without_objective":
            return actions[subject].objective is None
        case "action_without_lead":
            return not actions[subject].leads
        case "dangling_reference":
            known = {o.id for o in reading.objectives}
            return actions[subject].objective == "objective-9" and "objective-9" not in known
        case "smart_m":
            return actions[subject].measure is None
        case "smart_t":
            return actions[subject].due is None and actions[subject].due_as_written == "ongoing"
        case "smart_s":
            return actions[subject].text == "Improve awareness"
    return False


def test_every_planted_fault_can_be_seen_in_the_reading(
    faulty: PlanReading, faults: list[dict[str, Any]]
) -> None:
    assert [f["type"] for f in faults if not shows(f, faulty)] == []


def test_planted_faults_are_where_they_are_said_to_be(
    faulty: PlanReading, faults: list[dict[str, Any]]
) -> None:
    items = {i.id: i for i in (*faulty.outcomes, *faulty.objectives, *faulty.actions)}
    for fault in faults:
        if "subject_id" in fault:
            item = items[fault["subject_id"]]
            assert item.text == fault["subject"]
            assert (item.locator.table, item.locator.row) == (
                fault["place"]["table"],
                fault["place"]["row"],
            )


def test_the_dangling_reference_is_warned_of(faulty: PlanReading) -> None:
    (warning,) = [w for w in faulty.warnings if w.code == "dangling_reference"]
    assert "Open a workshop space at the harbour" in warning.message
    assert warning.locator.row == 9


@pytest.mark.parametrize("name", ["strathmarnock", "glenorrin"])
def test_examples_say_on_their_face_that_they_are_invented(name: str) -> None:
    document = docx.Document(str(EXAMPLES / f"{name}-cjoip-2024-2029.docx"))
    notice = "Invented example: this area does not exist"
    assert document.sections[0].header.paragraphs[0].text == notice
    assert any(notice in p.text for p in document.paragraphs[:5])


def test_every_key_of_the_contract_is_there(complete: PlanReading) -> None:
    found = complete.to_json()
    assert {
        "status", "source", "title", "area", "period", "framework", "checklist", "outcomes",
        "objectives", "actions", "needs", "services", "partners", "warnings",
    } <= set(found)  # fmt: skip
    assert list(found["checklist"]) == [str(n) for n in range(1, 14)]
    action = found["actions"][0]
    assert action["due"] == {"as_written": "31/03/2025", "date": "2025-03-31"}
    assert set(action["lead"][0]) == {"as_written", "category", "organization"}
    assert action["locator"]["table"] == 5


def test_the_committed_files_are_what_the_script_writes(
    tmp_path: Path, complete: PlanReading, faulty: PlanReading
) -> None:
    script = EXAMPLES.parents[1] / "tests" / "tools" / "make_example_plans.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, capture_output=True)
    for reading in (complete, faulty):
        made = read_plan(tmp_path / reading.source.name).to_json()
        kept = reading.to_json()
        assert made.pop("source")["name"] == kept.pop("source")["name"]
        assert made == kept
