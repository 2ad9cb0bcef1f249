"""Every form of the report counts and numbers the faults alike."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rdflib import Graph

from cjgraph.shacl import CheckReport, report_text
from cjgraph.shacl._groups import Fault
from cjgraph.shacl._html import report_html
from cjgraph.shacl._rows import report_csv
from cjgraph.shacl._wording import _stances
from tests.shapes.plan_fixtures import edit

Check = Callable[..., CheckReport]
_WITHOUT_ACTION = "DELETE WHERE { plan:action/a2 ?p ?o }"


def without(kind: str, count: int = 9) -> str:
    """Return an update that takes away what a plan says of the first outcomes."""
    return " ; ".join(f"DELETE WHERE {{ plan:{kind}/ndo-{n} ?p ?o }}" for n in range(1, count + 1))


def words(report: CheckReport) -> str:
    return " ".join(report_text(report).split())


def test_faults_are_numbered_without_a_gap_and_counted_alike(plan: Graph, check: Check) -> None:
    """One fault that two rules told of left a hole in the numbers: 6, then 8."""
    edit(plan, f"{_WITHOUT_ACTION} ; {without('assessment', 3)}")
    report = check(plan)
    told = report.to_json()
    folded = [row for row in told["findings"] if row["folded_into"]]
    assert {row["type"] for row in folded} == {"outcome_without_action"}
    assert folded[0]["message"] != told["findings"][folded[0]["folded_into"] - 1]["message"]
    assert [row["number"] for row in told["findings"]] == list(range(1, len(report.findings) + 1))

    faults = len(report.findings) - len(folded)
    assert sum(told["faults"].values()) == faults
    rows = list(csv.reader(io.StringIO(report_csv(report).removeprefix("\ufeff"))))[1:]
    assert sorted(int(row[0]) for row in rows) == list(range(1, faults + 1))
    numbered = re.findall(r"^(\d+)\. ", report_text(report), re.MULTILINE)
    assert sorted(map(int, numbered)) == list(range(1, faults + 1))
    assert f"{report.count('violation')} to mend" in words(report)
    assert told["faults"]["violation"] == report.count("violation")


@pytest.mark.parametrize(
    ("kind", "type_", "sentence"),
    [
        ("assessment", "no_assessment", "how near the area is to any of the nine national"),
        ("decision", "no_priority_decision", "whether any of the nine national outcomes"),
    ],
)
def test_a_section_that_is_missing_as_a_whole_is_told_once(
    kind: str, type_: str, sentence: str, plan: Graph, check: Check
) -> None:
    edit(plan, without(kind))
    report = check(plan)
    assert [f.type for f in report.mend_first()].count(type_) == 1
    assert sum(f.type == type_ for f in report.findings) == 9
    text = words(report)
    assert text.count(sentence) == 1
    assert re.search(r"Eight more findings, one for each of the other outcomes; see \d+ to", text)
    assert "the same for each of the other eight outcomes" in text
    assert sentence in report_html(report)


def test_a_part_of_a_section_is_told_outcome_by_outcome(plan: Graph, check: Check) -> None:
    edit(plan, without("assessment", 8))
    text = words(check(plan))
    assert "any of the nine" not in text
    assert re.search(
        r"Seven more of this kind; see 2 and 3 to 8|Seven more of this kind; see ", text
    )
    assert "told below" not in text


def test_words_that_end_a_sentence_get_no_second_stop(plan: Graph, check: Check) -> None:
    edit(plan, without("assessment", 5))
    report = check(plan)
    said = replace(report.findings[3], locator={"place": "Row 3"}, quote="Partly achieved so far.")
    text = words(replace(report, findings=(*report.findings[:3], said, *report.findings[4:])))
    assert 'The plan says: "Partly achieved so far."' in text
    assert '."."' not in text and '.".' not in text


def test_a_rule_is_not_told_of_itself_in_a_report(plan: Graph, check: Check) -> None:
    edit(plan, without("assessment", 1))
    [finding] = [f for f in check(plan).findings if f.type == "no_assessment"]
    why = "It matters. The rule is cautious: it speaks only when sure. Really."
    assert Fault(1, (replace(finding, why=why),)).why == "It matters. Really."
    ours = replace(finding, tier="data", source="Rule of the editors of cjgraph")
    assert Fault(1, (ours,)).sources == "Our own check of the file"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("30/02/2027", "there is no 30 February"),
        ("29.2.2027", "there is no 29 February 2027"),
        ("01/13/2027", "there is no month 13"),
        ("30 September each year", "say the first year"),
    ],
)
def test_a_date_that_is_none_is_told_why(
    written: str, said: str, plan: Graph, check: Check
) -> None:
    edit(
        plan,
        "DELETE { plan:action/a1 cj:due ?d ; cj:dueAsWritten ?w } "
        f"INSERT {{ plan:action/a1 cj:dueAsWritten '{written}' }} "
        "WHERE { plan:action/a1 cj:due ?d OPTIONAL { plan:action/a1 cj:dueAsWritten ?w } }",
    )
    [finding] = [f for f in check(plan).findings if f.type == "smart_t"]
    assert said in finding.message


def test_evidence_is_counted_in_plain_words() -> None:
    rows = [{"stance": "null"}, {"stance": "supports"}, {"stance": "supports"}]
    assert _stances(rows) == " (findings: 2 in favour, 1 found no effect)"


def test_a_first_day_to_come_is_no_day_that_was(plan: Graph, check: Check) -> None:
    edit(
        plan,
        "DELETE { ?p cj:periodStart ?s } INSERT { ?p cj:periodStart '2150-04-01'^^xsd:date } "
        "WHERE { ?p cj:periodStart ?s }",
    )
    why = check(plan).basis.why
    assert "still to come" in why and "latest framework that is known" in why


def test_a_framework_that_is_only_a_default_is_said_to_be_one(plan: Graph, check: Check) -> None:
    edit(
        plan,
        "DELETE WHERE { ?p cj:periodStart ?s } ; DELETE WHERE { ?p cj:writtenAgainst ?w } ; "
        "DELETE WHERE { ?o cj:localOutcomeForOutcome ?n }",
    )
    assert "taken for want of a better" in check(plan).basis.why
