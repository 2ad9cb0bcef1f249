"""The report as a web page, a workbook, CSV and Turtle, and the checkpoint tables."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html
from openpyxl import load_workbook
from rdflib import RDF, BNode, Graph, Literal, Namespace

from cjgraph import namespaces
from cjgraph.shacl import (
    FORMS,
    CheckReport,
    Finding,
    check_plan,
    checkpoint_tables,
    checkpoints_text,
    load_rules,
    report_bytes,
    report_text,
    report_turtle,
)
from cjgraph.shacl._checkpoints import ANSWERS
from cjgraph.shacl._groups import faults_of
from tests.shapes.plan_fixtures import SHA, complete, edit

NASTY = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{ 7*7 }} \u202e\x1b[2J"
FAULTS = """
    DELETE WHERE { plan:assessment/ndo-4 ?p ?o } ;
    DELETE WHERE { plan:decision/ndo-5 ?p ?o } ;
    DELETE WHERE { plan:action/a1 cj:leadAsWritten ?w ; cj:leadCategory ?c } ;
    DELETE WHERE { plan:action/a3 cj:due ?d } ;
    DELETE { ?v cj:hasVerdict ?o } INSERT { ?v cj:hasVerdict id:verdict/missing }
    WHERE { BIND (plan:verdict/10 AS ?v) ?v cj:hasVerdict ?o } ;
    DELETE { ?v cj:hasVerdict ?o } INSERT { ?v cj:hasVerdict id:verdict/unknown }
    WHERE { BIND (plan:verdict/11 AS ?v) ?v cj:hasVerdict ?o } ;
    DELETE WHERE { plan:action/a2 ?p ?o }
"""


@pytest.fixture(scope="module")
def report(framework: Graph) -> CheckReport:
    plan = complete("2023")
    edit(plan, FAULTS)
    return check_plan(plan, framework, plan_sha256=SHA)


@pytest.fixture(scope="module")
def passing(framework: Graph) -> CheckReport:
    return check_plan(complete("2023"), framework, plan_sha256=SHA)


def nasty(report: CheckReport) -> CheckReport:
    """The same report of a plan whose every word is meant to do harm."""
    findings = tuple(
        replace(
            finding,
            message=f"{NASTY} {finding.message}",
            subject=NASTY,
            brief=NASTY,
            quote=f"=cmd|' /C calc'!A0 {NASTY}",
            locator={"place": f"@SUM(1) {NASTY}"},
            offers={
                "evidence": [{"title": NASTY, "finding": "F1", "url": "javascript:alert(3)"}],
                "examples": [{"plan": NASTY, "quote": NASTY, "invented": True}],
                "page": {"title": NASTY, "url": "data:text/html,x"},
            },
        )
        for finding in report.findings
    )
    return replace(report, title=NASTY, findings=findings)


def page(report: CheckReport, name: str = "plan.docx") -> html.HtmlElement:
    return html.document_fromstring(report_bytes("html", report, name=name).decode())


def workbook(report: CheckReport) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(report_bytes("xlsx", report)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def rows(report: CheckReport) -> list[dict[str, str]]:
    text = report_bytes("csv", report).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_form_tells_every_fault(report: CheckReport) -> None:
    numbers = {str(fault.number) for fault in faults_of(report)}
    anchors = {e.get("id") for e in page(report).iter() if e.get("id")}
    assert {f"finding-{n}" for n in numbers} <= anchors
    assert {row["Number"] for row in rows(report)} == numbers
    assert {str(row[0]) for row in workbook(report)["Findings"][1:]} == numbers
    text = report_text(report)
    assert all(f"{n}. " in text for n in numbers)


def test_one_fault_is_one_row_and_json_keeps_both_findings(report: CheckReport) -> None:
    both = {"local_outcome_without_action", "outcome_without_action"}
    kept = [f for f in report.to_json()["findings"] if f["type"] in both]
    assert {f["type"] for f in kept} == both
    subject = kept[0]["subject"]
    told = [r for r in rows(report) if "action" in r["What"] and subject in r["What"]]
    assert len(told) == 1
    assert "section 19" in told[0]["Source"] and "golden thread" in told[0]["Source"]


def test_the_page_can_be_used_by_everyone(report: CheckReport) -> None:
    tree = page(report)
    assert tree.get("lang") == "en-GB"
    levels = [int(e.tag[1]) for e in tree.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    links = [a.get("href") for a in tree.iter("a")]
    assert all(link[1:] in ids for link in links if link.startswith("#"))
    assert all(table.find("caption") is not None for table in tree.iter("table"))
    assert not list(tree.iter("script", "img", "link", "iframe", "form"))
    words = tree.text_content()
    for told in ("Must be mended", "Should be mended", "For information"):
        assert told in words  # never by colour alone


def test_the_page_says_what_was_judged_and_how_to_repeat_it(report: CheckReport) -> None:
    words = " ".join(page(report).text_content().split())
    for told in (
        "Testshire",
        "1 April 2024 to 31 March 2029",
        "Community Justice Performance Framework (2023)",
        "It was in force on the first day of the plan",
        load_rules().sha256,
        SHA,
        "plan.docx",
    ):
        assert told in words


def test_the_page_links_to_the_section_of_the_act(report: CheckReport) -> None:
    links = {a.get("href") for a in page(report).iter("a")}
    assert f"{namespaces.ACT_2016}/section/19" in links


def test_the_page_shows_offers(report: CheckReport) -> None:
    offers = {
        "evidence": [{"title": "A study", "finding": "F9", "stance": "supports", "url": ""}],
        "examples": [{"plan": "Plan of B", "quote": "We say so", "invented": True}],
        "page": {"title": "The framework", "place": "p. 32", "url": "https://example.org/f"},
    }
    findings = [replace(f, offers=offers) if f.tier == "checklist" else f for f in report.findings]
    helped = replace(report, findings=tuple(findings))
    words = " ".join(page(helped).text_content().split())
    assert "Evidence: A study (F9), supports" in words
    assert "Another plan: Plan of B, an invented example: We say so" in words
    assert "Read The framework, p. 32" in words
    assert "Evidence: A study (F9), supports." in " ".join(report_text(helped).split())


def test_nothing_in_a_plan_becomes_markup(report: CheckReport) -> None:
    tree = page(nasty(report), name=NASTY + ".docx")
    assert not list(tree.iter("script", "img"))
    assert not [a for a in tree.iter("a") if not a.get("href").startswith(("#", "http"))]
    assert not [name for e in tree.iter() for name in e.attrib if name.startswith("on")]
    words = tree.text_content()
    assert "<script>alert(1)</script>" in words and "{{ 7*7 }}" in words
    assert "\u202e" not in words and "\x1b" not in words


def test_nothing_in_a_plan_becomes_a_formula(report: CheckReport) -> None:
    bad = nasty(report)
    for row in rows(bad):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row.values())
    assert {row["Where"][:2] for row in rows(bad)} == {"'@"}
    book = load_workbook(io.BytesIO(report_bytes("xlsx", bad)))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {
        "s",
        "n",
    }


def test_the_workbook_is_ready_for_a_meeting(report: CheckReport) -> None:
    book = load_workbook(io.BytesIO(report_bytes("xlsx", report)))
    assert book.sheetnames == ["Findings", "Checkpoints", "Summary"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth == 1
    sheets = workbook(report)
    assert sheets["Findings"][0][-2:] == ("Who will do it", "By when")
    assert all(row[-2:] == (None, None) for row in sheets["Findings"][1:])
    assert ("Plan", "Invented plan for Testshire") in sheets["Summary"]


def test_the_turtle_report_holds_what_the_verdict_rests_on(report: CheckReport) -> None:
    cj, sh = Namespace(namespaces.CJ), Namespace(namespaces.SH)
    graph = Graph().parse(data=report_turtle(report), format="turtle")
    [root] = graph.subjects(RDF.type, sh.ValidationReport)
    assert graph.value(root, sh.conforms) == Literal(report.conforms)
    assert str(graph.value(root, cj.checkProfile)) == "draft"
    assert {str(d) for d in graph.objects(None, cj.sha256)} == {SHA, load_rules().sha256}
    assert str(graph.value(root, Namespace(namespaces.DCTERMS).date)) == report.checked_on
    assert not [term for triple in graph for term in triple if isinstance(term, BNode)]
    assert report_turtle(report) == report_turtle(report)


def test_a_thing_without_an_address_stays_without_in_turtle(report: CheckReport) -> None:
    nameless = replace(report.findings[0], focus="n12ab", value="two words")
    graph = Graph().parse(
        data=report_turtle(replace(report, findings=(nameless,))), format="turtle"
    )
    [focus] = graph.objects(None, Namespace(namespaces.SH).focusNode)
    assert isinstance(focus, BNode)


def answers(report: CheckReport) -> dict[str, str]:
    return {row.question.name: row.answer for t in checkpoint_tables(report) for row in t.rows}


def test_checkpoints_of_a_complete_plan(passing: CheckReport) -> None:
    told = answers(passing)
    assert len(told) == 24
    assert told["Roles named"] == "yes"
    assert told["Shared understanding"] == "ask"
    assert told["Named leads"] == "cannot_tell"  # a plan can't show that each partner has both
    assert "no" not in {told[name] for name in ("Roles named", "Plan to fill gaps")}


def test_checkpoints_name_the_weak_points(report: CheckReport) -> None:
    told = answers(report)
    assert told["Roles named"] == "no"
    assert told["Plan to fill gaps"] == "no"
    assert told["Conclusions of Analyse"] == "no"
    assert told["Involvement at every stage"] == "cannot_tell"  # item 11 could not be judged
    [roles] = [
        row
        for t in checkpoint_tables(report)
        for row in t.rows
        if row.question.name == "Roles named"
    ]
    numbers = {number for weak in roles.weak for number in weak.numbers}
    assert "action_without_lead" in {report.findings[n - 1].type for n in numbers}
    assert "Train 20 staff" in " ".join(weak.said for weak in roles.weak)
    text = " ".join(checkpoints_text(report).split())
    assert "Where are the weak points?" in text
    assert all(words in text for words in ANSWERS.values() if words != "Yes")
    assert report.to_json()["checkpoints"][0]["questions"][0]["answer"] == "ask"


def test_what_answers_a_checkpoint_exists(report: CheckReport) -> None:
    """A type that no rule gives would leave a question open without a word."""
    types = {rule.type for rule in load_rules().rules.values()}
    for table in checkpoint_tables(report):
        for row in table.rows:
            assert row.question.types <= types
            assert row.question.shows in ("yes or no", "only no", "neither")
            assert row.question.items <= set(range(1, 14))


def test_a_flood_of_findings_stays_readable(report: CheckReport) -> None:
    one = next(f for f in report.findings if f.type == "smart_t")
    many = tuple(replace(one, focus=f"{one.focus}{n}", brief=f"action {n}") for n in range(3000))
    flooded = replace(report, findings=many, first=0)
    assert "And 2,800 more; the full list is in the CSV" in report_text(flooded)
    assert "And 2,800 more; the full list is in the CSV" in page(flooded).text_content()
    assert len(rows(flooded)) == 3000
    assert len(report.to_json()["findings"]) == len(report.findings)


def test_a_report_without_findings_has_every_form(passing: CheckReport) -> None:
    empty = replace(passing, findings=(), first=0)
    for form in FORMS:
        assert report_bytes(form, empty)
    assert json.loads(report_bytes("json", empty))["conforms"] is True


def finding(kind: str, tier: str, severity: str, focus: str) -> Finding:
    return Finding(
        shape=f"rule:{kind}", tier=tier, type=kind, letter=None, subject=focus, subject_id=focus,
        outcome=None, severity=severity,  # type: ignore[arg-type]
        checklist_item=None, message="M", remedy="R", source="S", focus=focus,
    )  # fmt: skip


def test_what_a_wise_colleague_would_mend_first() -> None:
    from cjgraph.shacl._report import in_order

    ordered, first = in_order(
        [
            finding("smart_t", "smart", "warning", "a1"),
            finding("action_without_lead", "thread", "violation", "a10"),
            finding("action_without_lead", "thread", "violation", "a9"),
            finding("outcome_without_national_link", "thread", "violation", "o1"),
            finding("no_action", "statute", "violation", "n2"),
            finding("no_assessment", "statute", "violation", "n1"),
            finding("period_backwards", "data", "violation", "p"),
            finding("evidence_available", "evidence", "info", "a1"),
        ]
    )
    assert first == 5
    assert [f.type for f in ordered[:5]] == [
        "period_backwards",  # decides by what the rest is judged
        "no_assessment",  # the law, in the order of section 19
        "no_action",
        "outcome_without_national_link",  # the top of the thread before its foot
        "action_without_lead",
    ]
    assert ordered[4].subject_id == "a9"  # numbers count as numbers


def test_warnings_fill_up_the_first_five() -> None:
    from cjgraph.shacl._report import in_order

    ordered, first = in_order(
        [
            finding("smart_t", "smart", "warning", "a1"),
            finding("no_action", "statute", "violation", "n2"),
            finding("evidence_available", "evidence", "info", "a1"),
        ]
    )
    assert [f.type for f in ordered[:first]] == ["no_action", "smart_t"]
