"""A graph that is broken, hostile or absurd gets a verdict or one clear refusal."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from cjgraph.errors import InputError, PlanNotReadable, TooLarge
from cjgraph.shacl import _graphs
from ingest.checking import CheckedPlan, check_file
from tests.shapes.plan_fixtures import PLANS, packaged_framework

BASE = (PLANS / "complete-2023.ttl").read_text(encoding="utf-8")
PLAN = "<https://w3id.org/cjgraph/id/plan/invented/2024>"
ACTION = r"plan:action\/a1"
START, END = '"2024-04-01"^^xsd:date', '"2029-03-31"^^xsd:date'
HEAD = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix owl: <http://www.w3.org/2002/07/owl#> ."
LINKS = (
    "actionForObjective actionForOutcome objectiveForOutcome localOutcomeForOutcome "
    "localOutcomeForPriorityAction measuredBy assessesOutcome usesIndicator decidesOn ofPlan "
    "addressesItem hasLocator contributesTo usesIntervention addressesNeed partOfItem"
).split()
RULES = """[] a sh:NodeShape ; sh:targetClass cj:Action ;
    sh:property [ sh:path cj:text ; sh:maxCount 0 ] ; sh:js [ sh:jsFunctionName "f" ] ;
    sh:rule [ a sh:SPARQLRule ; sh:construct "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }" ] ;
    sh:sparql [ sh:select "SELECT $this FROM <file:///etc/passwd> { SERVICE <http://x/> {} }" ] ."""


def check(tmp_path: Path, text: str, name: str = "plan.ttl") -> CheckedPlan:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    checked = check_file(path, packaged_framework())
    json.dumps(checked.to_json())
    return checked


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        (RULES, "rules_ignored"),
        ("cj:Action sh:property plan:y .", "rules_ignored"),
        (f"{PLAN} owl:imports <file:///etc/passwd>, <http://127.0.0.1:9/x> .", "imports_ignored"),
        ("<< <urn:a> <urn:b> <urn:c> >> cj:text 'x' .", "statements_ignored"),
        (f"{ACTION} cj:hasLocator [ cj:text '{'no words ' * 200_000}' ] .", "text_cut"),
    ],
)
def test_what_is_no_statement_of_a_plan_is_left_out_and_told(
    extra: str, code: str, tmp_path: Path
) -> None:
    checked = check(tmp_path, HEAD + BASE + extra)
    assert [note.code for note in checked.notes] == [code]
    assert checked.report.conforms
    assert [f.type for f in checked.report.findings] == [
        f.type for f in check(tmp_path, BASE).report.findings
    ]


@pytest.mark.parametrize(
    "text",
    [
        BASE + "".join(f"<urn:a> cj:{p} <urn:b> . <urn:b> cj:{p} <urn:a> ." for p in LINKS),
        BASE + "".join(f"{PLAN} cj:{p} {PLAN} ." for p in LINKS),
        BASE + f"{ACTION} cj:due {'(' * 500}1{')' * 500} .",
        BASE + f"{ACTION} cj:due ({' 1' * 5000}) .",
        BASE + f"{ACTION} cj:due {'[ cj:text ' * 500}1{']' * 500} .",
        BASE + f'{ACTION} cj:due "tomorrow"^^xsd:date, "-0044-03-15"^^xsd:date, 1{"0" * 400}.0 .',
        BASE + f'{ACTION} cj:text "ein"@de, "x"^^xsd:integer, "1e400"^^xsd:double, {"9" * 6000} .',
        BASE + f"{ACTION} cj:actionForOutcome <file:///etc/passwd>, <http://127.0.0.1:9/x> .",
        BASE.replace(START, '"soon"^^xsd:date').replace(END, '"P1Y"^^xsd:duration'),
        BASE.replace(START, '"2024-04-01T00:00:00Z"^^xsd:dateTime').replace(END, "true"),
        BASE.replace("2024-04-01", "9999-04-01").replace("2029-03-31", "9999-12-31"),
        BASE.replace("Train 20 staff", r"Tr\u0000ain\u202E 20\u2066 \u001b[31m staff"),
        BASE[: BASE.index(PLAN)] + "[] a cj:CJOIP . [] a cj:Action ; cj:actionForObjective [] .",
    ],
    ids=lambda text: text[-40:],
)
def test_an_absurd_graph_gets_a_verdict(
    text: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        checked = check(tmp_path, text)
    assert all(f.message.isprintable() for f in checked.report.findings)
    assert "Traceback" not in capfd.readouterr().err + caplog.text


def test_a_thing_without_a_name_is_called_so(tmp_path: Path) -> None:
    text = BASE + f"[] a cj:Action ; cj:ofPlan {PLAN} ; cj:leadAsWritten 'x' ; cj:measureText 'y' ."
    found = check(tmp_path, text).report.findings
    assert any('"something without a name"' in f.message for f in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BASE + "<urn:second> a cj:CJOIP .", "2 plans"),
        (BASE.replace("a cj:CJOIP", "a cj:Plan"), "no community justice plan"),
        (HEAD + RULES.replace("cj:", "sh:"), "no community justice plan"),
        (
            BASE
            + "".join(
                f"<urn:c{i}> a cj:StrategicObjective ; cj:ofPlan {PLAN} ; "
                f"cj:objectiveForOutcome <urn:c{i + 1}> ."
                for i in range(2000)
            ),
            "one chain of hundreds of links",
        ),
    ],
    ids=["two plans", "no plan", "rules alone", "a long chain"],
)
def test_what_cannot_be_judged_is_refused_in_a_sentence(
    text: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises((InputError, PlanNotReadable), match=said):
        check(tmp_path, text)


def test_a_plan_too_large_to_check_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_graphs, "MAX_STATEMENTS", 100)
    with pytest.raises(TooLarge, match="more than 100 statements"):
        check(tmp_path, BASE)
