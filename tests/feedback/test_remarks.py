"""Remarks on findings are kept, counted and answered, and never shown to the public."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cjgraph.errors import (
    CJGraphError,
    EmptyQuery,
    InputError,
    SyntaxFault,
    TooLarge,
    TooManyRemarks,
    UnknownThing,
)
from cjgraph.feedback import Remark, add_remark, answer_remark, disputes, remark_on, remarks
from cjgraph.shacl import load_rules
from cjgraph.sparql import check_query, format_named, run_query
from cjgraph.store import DataFolder, open_snapshot
from ingest.loading import load_packaged
from ingest.remarks import without_persons

PLAN = "a" * 64


def report(**finding: Any) -> dict[str, Any]:
    rules = load_rules()
    rule = next(rule for rule in rules.rules.values() if rule.type == "smart_t")
    told = {"shape": rule.iri, "type": "smart_t", "message": "No date.", "subject": "Open a hub",
            "quote": "Open a hub by spring"}  # fmt: skip
    return {
        "rules": {"version": rules.version, "sha256": rules.sha256},
        "plan": {"sha256": PLAN, "title": "The plan of Fife"},
        "profile": "draft",
        "findings": [told | finding],
    }


def remark(because: str = "The date is in the next column.", **finding: Any) -> Remark:
    return remark_on(report(**finding), 1, because, role="coordinator", mask=without_persons)


@pytest.fixture(scope="module")
def book(loaded: DataFolder, tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """A data folder of this module's own; tests add remarks, each on a subject of its own."""
    data = DataFolder(tmp_path_factory.mktemp("book") / "data")
    shutil.copytree(loaded.root, data.root)
    return data


def held(data: DataFolder) -> dict[str, Remark]:
    return {remark.id: remark for remark in remarks(open_snapshot(data))}


def test_a_remark_is_kept_with_all_that_is_needed_to_judge_it(book: DataFolder) -> None:
    made = remark(subject="A hub in Leven")
    assert add_remark(book, made) is True
    kept = held(book)[made.id]
    assert kept == made
    row = kept.to_json()
    assert row["rules"] == report()["rules"]
    assert row["plan"] == {"title": "The plan of Fife", "sha256": PLAN}
    assert (row["state"], row["type"], row["by"]) == ("open", "smart_t", "coordinator")
    assert row["software"].startswith("cjgraph ")


def test_the_same_words_on_the_same_finding_are_kept_once(book: DataFolder) -> None:
    made = remark(subject="A hub in Cupar")
    assert add_remark(book, made)
    before = open_snapshot(book).name
    assert add_remark(book, remark(subject="A hub in Cupar")) is False
    assert open_snapshot(book).name == before


def test_answers_are_added_and_the_latest_counts(book: DataFolder) -> None:
    made = remark(subject="A hub in Kelty")
    add_remark(book, made)
    answer_remark(book, made.id[:8], state="declined", because="The rule stands.")
    answered = answer_remark(book, made.id, state="accepted", because="It was wrong after all.")
    kept = held(book)[made.id]
    assert kept == answered
    assert [a.state for a in kept.answers] == ["declined", "accepted"]
    assert kept.state == "accepted"
    assert kept.reason == made.reason


def test_no_public_query_sees_a_remark_and_loading_keeps_it(book: DataFolder) -> None:
    made = remark(subject="A hub that nobody else may know of")
    add_remark(book, made)
    answer_remark(book, made.id, state="declined", because="Secret answer.")
    load_packaged(book)
    assert held(book)[made.id].state == "declined"
    store, form = open_snapshot(book).store, format_named("json")
    assert form is not None
    for query in (
        "SELECT ?o { ?s ?p ?o FILTER(ISLITERAL(?o)) }",
        "SELECT ?o { GRAPH ?g { ?s ?p ?o } FILTER(ISLITERAL(?o)) }",
        f"SELECT ?o FROM graph:remark\\/{made.id} {{ ?s ?p ?o }}",
        f"SELECT ?o {{ GRAPH graph:remark\\/{made.id}\\/answer-1 {{ ?s ?p ?o }} }}",
    ):
        body = run_query(store, check_query(query), form, max_bytes=50_000_000).body
        for word in (b"nobody else", b"Secret answer", b"remark " + made.id.encode()):
            assert word not in body, query


def test_a_remark_leaves_what_is_published_as_it_is(book: DataFolder) -> None:
    before = sum(1 for _ in open_snapshot(book).default_triples())
    add_remark(book, remark(subject="A hub in Crail"))
    assert sum(1 for _ in open_snapshot(book).default_triples()) == before


def test_only_so_many_are_kept_in_a_day(book: DataFolder) -> None:
    made = remark(subject="A hub in Elie")
    with pytest.raises(TooManyRemarks, match="in a day"):
        add_remark(book, made, per_day=0)
    later = replace(made, created=made.created + timedelta(days=400))
    assert add_remark(book, later, per_day=1), "other days do not count"


def test_disputes_tell_which_rule_to_mend(book: DataFolder) -> None:
    made = [remark(subject=name) for name in "ab"]
    other = replace(made[0], rules_version="9.9", plan_sha256="b" * 64)
    older, newer = sorted(disputes([*made, other]), key=lambda d: d.version)
    assert (older.remarks, older.plans, older.open) == (2, 1, 2)
    assert (newer.version, newer.remarks) == ("9.9", 1)


@pytest.mark.parametrize("wanted", ["", "zzz", "0123456789ab"])
def test_an_answer_to_no_remark_is_refused(book: DataFolder, wanted: str) -> None:
    with pytest.raises(UnknownThing):
        answer_remark(book, wanted, state="accepted", because="Yes.")


def test_an_answer_is_accepted_or_declined(book: DataFolder) -> None:
    with pytest.raises(InputError, match="accepted or declined"):
        answer_remark(book, "0", state="open", because="Yes.")


def test_people_are_masked_and_cases_are_refused() -> None:
    made = remark("Mrs Jane Smith (jane.smith@fife.gov.uk, 0131 496 0000) knows the date.")
    assert "withheld" in made.reason
    for personal in ("Smith", "jane", "0131"):
        assert personal not in made.reason
    with pytest.raises(InputError, match="number or the birth date"):
        remark("It is about CHI 0101501005.")


def test_hostile_words_are_kept_as_harmless_words() -> None:
    made = remark("Wrong\u202e<script>alert(1)</script>\x00\x1b[31m\u200b\ud800\n\nreally")
    assert made.reason == "Wrong<script>alert(1)</script>[31m really"
    long = remark(subject="x" * 1_000_000, quote={"no": "text"}, message=None, type="<b>")
    assert (len(long.subject), long.quote, long.message, long.finding_type) == (1_000, "", "", "")


def test_hostile_words_come_back_from_the_store_as_they_were(book: DataFolder) -> None:
    made = remark('"}} DROP ALL; <a> \\u0022 \\', subject="'''\" . } \\n")
    add_remark(book, made)
    assert held(book)[made.id] == made


@pytest.mark.parametrize(
    ("because", "fault"),
    [("", EmptyQuery), (" \u202e\n?!", EmptyQuery), ("x" * 2_001, TooLarge),
     ("x" * 1_000_000, TooLarge)],
)  # fmt: skip
def test_a_reason_has_words_and_an_end(because: str, fault: type[CJGraphError]) -> None:
    with pytest.raises(fault):
        remark(because)


@pytest.mark.parametrize("number", [-1, 0, 2, 10**30])
def test_a_finding_that_the_report_lacks_is_refused(number: int) -> None:
    with pytest.raises(UnknownThing, match="has no finding"):
        remark_on(report(), number, "Wrong.")


@pytest.mark.parametrize("content", [None, [], "report", 7, {}, {"findings": []}])
def test_what_is_no_report_is_refused(content: Any) -> None:
    with pytest.raises(SyntaxFault, match="no report"):
        remark_on(content, 1, "Wrong.")


@pytest.mark.parametrize(
    "change",
    [
        {"rules": {}}, {"plan": "x"}, {"plan": {"sha256": "A" * 64}}, {"findings": {}},
        {"findings": ["x"]}, {"findings": [{}]}, {"findings": [{"shape": "file:///etc/passwd"}]},
        {"findings": [{"shape": ["x"]}]},
    ],
)  # fmt: skip
def test_a_report_that_was_tampered_with_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(SyntaxFault, match="no report"):
        remark_on(report() | change, 1, "Wrong.")


def test_a_rule_that_does_not_exist_is_refused_but_not_one_that_has_gone() -> None:
    strange = report()["findings"][0]["shape"] + "-strange"
    with pytest.raises(UnknownThing, match="rule that does not exist"):
        remark(shape=strange)
    older = report(shape=strange) | {"rules": {"version": "0.0.1", "sha256": "c" * 64}}
    assert remark_on(older, 1, "Wrong.").rule == strange


def test_a_report_on_another_plan_is_refused() -> None:
    with pytest.raises(InputError, match="another plan"):
        remark_on(report(), 1, "Wrong.", plan_sha256="b" * 64)
    assert remark_on(report(), 1, "Wrong.", plan_sha256=PLAN).plan_sha256 == PLAN


def test_a_report_as_it_is_printed_is_taken(tmp_path: Path) -> None:
    from cjgraph.shacl import check_plan
    from tests.shapes.plan_fixtures import complete, edit, packaged_framework

    plan = complete("2023")
    edit(plan, "DELETE { ?a cj:leadAsWritten ?l ; cj:leadCategory ?c ; cj:ledBy ?b } WHERE "
         "{ ?a a cj:Action ; cj:leadAsWritten ?l OPTIONAL { ?a cj:leadCategory ?c } "
         "OPTIONAL { ?a cj:ledBy ?b } }")  # fmt: skip
    printed = check_plan(plan, packaged_framework(), plan_sha256=PLAN).to_json()
    made = remark_on(json.loads(json.dumps(printed)), 1, "The lead is named above the table.")
    first = printed["findings"][0]
    assert (made.rule, made.subject) == (first["shape"], first["subject"])
