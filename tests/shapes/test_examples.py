"""The two example plans, read from Word: every planted fault is found, and no other."""

from __future__ import annotations

import json
from pathlib import Path

from rdflib import Graph

from cjgraph.resources import resource_folder
from cjgraph.shacl import CheckReport, check_plan, report_text
from ingest.plans import read_plan
from ingest.plans.rdf import plan_triples
from tests.shapes.plan_fixtures import SHA, key, packaged_framework

EXAMPLES = resource_folder("ontology") / "examples"
FAULTS = json.loads((EXAMPLES / "faults.json").read_text(encoding="utf-8"))


def check_word_file(path: Path) -> CheckReport:
    triples = plan_triples(read_plan(path), slug="example", edition="2024", invented=True)
    lines = "\n".join(f"{triple} ." for triple in triples)
    plan = Graph().parse(data=lines, format="nt")
    return check_plan(plan, packaged_framework(), plan_sha256=SHA)


def test_planted_faults_are_found_and_no_other() -> None:
    report = check_word_file(EXAMPLES / FAULTS["plan"])
    planted = {
        (
            fault["type"],
            str(
                fault.get("subject_id")
                or fault.get("checklist_item")
                or fault.get("outcome")
                or "plan"
            ),
        )
        for fault in FAULTS["faults"]
    }
    found = {key(f) for f in report.findings}
    assert found == planted
    assert not report.conforms
    text = " ".join(report_text(report).split())
    for fault in FAULTS["faults"]:
        if fault["tier"] in {"statute", "thread", "smart"}:
            assert fault["subject"] in text


def test_findings_on_items_say_where_they_stand() -> None:
    for finding in check_word_file(EXAMPLES / FAULTS["plan"]).findings:
        if finding.tier in {"thread", "smart"}:
            assert "Table" in finding.locator["place"]
            assert finding.quote


def test_complete_example_passes() -> None:
    [path] = [p for p in EXAMPLES.glob("*.docx") if p.name != FAULTS["plan"]]
    report = check_word_file(path)
    assert [f.message for f in report.findings if f.severity != "info"] == []
    assert report.conforms
    assert (report.scores.checklist, report.scores.thread) == (13.0, 1.0)
