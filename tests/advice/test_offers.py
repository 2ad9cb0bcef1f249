"""Findings offer help where help makes sense, and nothing where it does not."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyoxigraph as ox
import pytest

from cjgraph.advice import advise, engine_search
from cjgraph.errors import StoreError
from cjgraph.namespaces import CJ, ID, graph
from cjgraph.search import SearchEngine
from cjgraph.search._encoded import EncodedBefore
from cjgraph.shacl import CheckReport, Finding, check_plan, load_rules
from cjgraph.store import DataFolder, GraphSource, Snapshot, StoreWriter
from tests.shapes.plan_fixtures import SHA, complete, packaged_framework

BAIL = "Provide supervised bail assessments to the court each morning"
EXAMPLES = frozenset({"examples"})
ELSEWHERE = ID + "plan/elsewhere/draft/action/action-1"


@pytest.fixture(scope="module")
def report() -> CheckReport:
    """The report on a complete plan, whose findings the tests replace."""
    return check_plan(complete("2023"), packaged_framework(), plan_sha256=SHA)


def finding(kind: str, subject: str = BAIL, **others: Any) -> Finding:
    rule = next(rule for rule in load_rules().rules.values() if rule.type == kind)
    told = Finding(
        shape=rule.iri,
        tier=rule.tier,
        type=kind,
        letter=rule.letter,
        subject=subject,
        subject_id=None,
        outcome=None,
        severity=rule.severity,
        checklist_item=rule.checklist_item,
        message="It is wrong.",
        remedy="Mend it.",
        source=rule.source,
        focus=ELSEWHERE,
    )
    return replace(told, **others)


class Catalogue:
    """Stands in for a search; knows bail and nothing else."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str], limit: int) -> Sequence[Mapping[str, Any]]:
        self.asked += texts
        row = {
            "publication": "EV003", "finding": "EV003-F5", "title": "A review",
            "stance": "supports", "strength": "medium", "quote": "Bail helps. " * 60,
            "locator": {"place": "page 4"}, "url": "https://example.org/review",
            "confirmed": True, "disagrees_with": [{"finding": "EV009-F1"}],
        }  # fmt: skip
        unread = {**row, "finding": None}
        return [
            {"answered": "bail" in text, "results": [unread, row, row, row][:limit]}
            for text in texts
        ]


def offers(
    report: CheckReport, told: Sequence[Finding], snapshot: Snapshot, **options: Any
) -> list[dict[str, Any]]:
    advised = advise(replace(report, findings=tuple(told)), snapshot=snapshot, **options)
    return [found.offers for found in advised.findings]


def test_a_finding_on_an_action_offers_what_the_search_finds(
    report: CheckReport, snapshot: Snapshot
) -> None:
    (found,) = offers(report, [finding("smart_m")], snapshot, searcher=Catalogue())
    assert [row["finding"] for row in found["evidence"]] == ["EV003-F5"] * 3
    row = found["evidence"][0]
    assert (row["stance"], row["strength"], row["place"]) == ("supports", "medium", "page 4")
    assert row["url"] == "https://example.org/review"
    assert row["disagrees_with"] == ["EV009-F1"]
    assert len(row["quote"]) <= 240 and row["quote"].endswith("…")


def test_nothing_is_offered_where_the_search_finds_nothing_relevant(
    report: CheckReport, snapshot: Snapshot
) -> None:
    told = [finding("smart_m", "Print a calendar")]
    assert offers(report, told, snapshot, searcher=Catalogue())[0]["evidence"] == []


@pytest.mark.parametrize(
    "kind", ["smart_t", "no_participation_statement", "due_outside_period", "action_without_lead"]
)
def test_no_evidence_is_looked_for_where_it_makes_no_sense(
    kind: str, report: CheckReport, snapshot: Snapshot
) -> None:
    catalogue = Catalogue()
    assert offers(report, [finding(kind)], snapshot, searcher=catalogue)[0]["evidence"] == []
    assert catalogue.asked == []


def test_a_text_is_searched_once_and_a_rule_only_so_often(
    report: CheckReport, snapshot: Snapshot
) -> None:
    catalogue = Catalogue()
    many = [finding("smart_m", f"Offer supervised bail {number}") for number in range(40)]
    same = [finding("no_action", "Offer supervised bail 0")] * 2
    found = offers(report, [*many, *same], snapshot, searcher=catalogue)
    assert catalogue.asked == [f"Offer supervised bail {number}" for number in range(5)]
    assert [bool(row["evidence"]) for row in found] == [True] * 5 + [False] * 35 + [True] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Buy a second van for unpaid work squads and bail",
        "Print a calendar of supervised bail",
        "Lunchtime sessions on supervised bail for staff of every partner",
        "Fire crews give the talk on bail in S3 classes",
        "Work with partners going forward",
    ],
)
def test_what_no_study_has_tried_is_offered_no_evidence(
    text: str, report: CheckReport, snapshot: Snapshot
) -> None:
    catalogue = Catalogue()
    for searcher in (catalogue, None):
        (found,) = offers(report, [finding("smart_m", text)], snapshot, searcher=searcher)
        assert found["evidence"] == []
    assert catalogue.asked == []


def test_an_action_that_names_nothing_is_offered_no_evidence(
    report: CheckReport, snapshot: Snapshot
) -> None:
    told = [finding("smart_m"), finding("smart_s")]
    assert [row["evidence"] for row in offers(report, told, snapshot)] == [[], []]


def test_evidence_is_on_what_is_done_and_tells_of_its_effect(
    report: CheckReport, snapshot: Snapshot
) -> None:
    def rows(finding_id: str, stance: str = "supports") -> Mapping[str, Any]:
        (row,) = Catalogue()(["bail"], 2)[0]["results"][1:]
        return {**row, "finding": finding_id, "stance": stance}

    def search(texts: Sequence[str], limit: int) -> Sequence[Mapping[str, Any]]:
        found = [rows("EV008-F1"), rows("EV096-F1", "context"), rows("EV003-F5")]
        return [{"answered": True, "relevance": sure, "results": found} for _ in texts]

    sure = 0.9
    (found,) = offers(report, [finding("smart_m")], snapshot, searcher=search)
    assert [row["finding"] for row in found["evidence"]] == ["EV003-F5"]
    sure = 0.6
    (found,) = offers(report, [finding("smart_m")], snapshot, searcher=search)
    assert found["evidence"] == []


def test_words_of_a_plan_are_no_orders_to_the_search(
    report: CheckReport, snapshot: Snapshot
) -> None:
    catalogue = Catalogue()
    told = [finding("smart_m", 'Set up a "bail hub"'), finding("smart_m", " ?! ")]
    offers(report, told, snapshot, searcher=catalogue)
    assert catalogue.asked == ["Set up a bail hub"]


def test_without_a_search_the_terms_that_words_name_lead_to_evidence(
    report: CheckReport, snapshot: Snapshot
) -> None:
    told = [finding("smart_m"), finding("smart_m", "Buy new curtains for the hall")]
    bail, curtains = offers(report, told, snapshot)
    assert any("bail" in row["quote"].casefold() for row in bail["evidence"])
    assert 1 <= len(bail["evidence"]) <= 3
    assert curtains["evidence"] == []


def test_a_check_goes_on_when_the_search_fails(report: CheckReport, snapshot: Snapshot) -> None:
    def broken(texts: Sequence[str], limit: int) -> Sequence[Mapping[str, Any]]:
        raise StoreError("The index is gone.")

    (found,) = offers(report, [finding("smart_m")], snapshot, searcher=broken)
    assert found["evidence"]


def test_only_the_offers_of_a_report_change(report: CheckReport, snapshot: Snapshot) -> None:
    told = replace(report, findings=(finding("smart_m"), finding("no_action")))
    advised = advise(told, snapshot=snapshot)
    bare = tuple(replace(found, offers={}) for found in advised.findings)
    assert replace(advised, findings=bare) == told
    assert all(set(f.offers) == {"evidence", "examples", "page"} for f in advised.findings)


def test_the_page_to_read_is_named_with_its_address(
    report: CheckReport, snapshot: Snapshot
) -> None:
    law, guidance, ours = offers(
        report, [finding("no_action"), finding("smart_t"), finding("period_backwards")], snapshot
    )
    assert law["page"]["place"].startswith("Section 19")
    assert law["page"]["url"] == "https://www.legislation.gov.uk/asp/2016/10/section/19"
    assert guidance["page"]["title"].startswith("Smart and Social Justice")
    assert guidance["page"]["place"].startswith("page ")
    assert ours["page"] == {}


def test_invented_plans_are_shown_only_where_asked_for_and_marked(
    report: CheckReport, snapshot: Snapshot
) -> None:
    told = [
        finding("checklist_missing", "Workforce considerations", checklist_item=9),
        finding("no_assessment", "An outcome", outcome="ndo-1"),
    ]
    for found in offers(report, told, snapshot):
        assert found["examples"] == []
    for found in offers(report, told, snapshot, include=EXAMPLES):
        assert 1 <= len(found["examples"]) <= 2
        for row in found["examples"]:
            assert row["invented"] is True
            assert row["quote"] and row["place"]
            assert "Community Justice Outcomes Improvement Plan" in row["plan"]


def test_a_plan_is_no_example_for_itself(report: CheckReport, snapshot: Snapshot) -> None:
    own = finding("no_assessment", "An outcome", outcome="ndo-1")
    plans = {
        row["plan"]
        for area in ("strathmarnock", "glenorrin")
        for found in offers(
            report,
            [replace(own, focus=f"{ID}plan/{area}/draft")],
            snapshot,
            include=EXAMPLES,
        )
        for row in found["examples"]
        if area in row["plan"].casefold()
    }
    assert plans == set()


def test_a_published_plan_that_a_person_checked_is_an_example(
    report: CheckReport, loaded: DataFolder, snapshot: Snapshot, tmp_path: Path
) -> None:
    data = DataFolder(tmp_path / "data")
    shutil.copytree(loaded.root, data.root)
    invented, checked = ox.NamedNode(CJ + "isInvented"), ox.NamedNode(CJ + "checkedByPerson")
    told = [
        ox.Triple(t.subject, checked, ox.Literal(True)) if t.predicate == checked else t
        for t in snapshot.triples(graph("example", "strathmarnock", "2024-2029"))
        if t.predicate != invented
    ]
    with StoreWriter(data) as writer:
        writer.remove_graph(graph("example", "strathmarnock", "2024-2029"))
        source = GraphSource("plan", "plan", "plan.docx", SHA)
        writer.replace_graph(graph("plan", "strathmarnock", "2024-2029"), told, source)
        published = writer.publish()
    (found,) = offers(report, [finding("no_assessment", outcome="ndo-1")], published)
    assert [row["invented"] for row in found["examples"]] == [False]


def test_what_rules_show_as_examples_exists(snapshot: Snapshot) -> None:
    from cjgraph.advice._rules import rule_advice

    classes = {row["c"] for row in snapshot.rows("SELECT ?c { ?c a owl:Class }")}
    shown = {rule.example for rule in rule_advice(load_rules()).values() if rule.example}
    assert shown and shown <= classes


def test_many_texts_are_answered_as_one_by_one(loaded: DataFolder, tmp_path: Path) -> None:
    shutil.copytree(loaded.index, tmp_path / "index")
    texts = [BAIL, "welding courses for people with convictions", "curtains"]
    with SearchEngine(loaded.models, tmp_path / "index") as engine:
        together = engine_search(engine)(texts, 3)
        assert together == [engine.search(text, limit=3).as_json() for text in texts]


def test_vectors_are_made_once_for_all_texts() -> None:
    class Counting:
        fingerprint = "counting"
        runs = 0

        def encode(self, texts: Sequence[str]) -> Any:
            self.runs += 1
            return np.array([[float(len(text))] for text in texts], dtype=np.float32)

    real = Counting()
    before = EncodedBefore(real, ["a", "bb", "a"])
    assert (before.encode(["bb"]).tolist(), before.encode(["a"]).tolist()) == ([[2.0]], [[1.0]])
    assert real.runs == 1
    assert before.encode(["new"]).tolist() == [[3.0]]
