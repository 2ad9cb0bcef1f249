"""The command does each job from start to finish, and says in one sentence what is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cjgraph.resources import resource_folder
from cjgraph.store import DataFolder

EXAMPLES = resource_folder("ontology") / "examples"
COMPLETE = EXAMPLES / "strathmarnock-cjoip-2024-2029.docx"
FAULTY = EXAMPLES / "glenorrin-cjoip-2024-2029.docx"


def run(
    data: DataFolder, *arguments: str | Path, text: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "cjgraph.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        input=text,
        timeout=120,
        env={**os.environ, "CJGRAPH_DATA": str(data.root), "CJGRAPH_MODEL": "off"},
    )


def test_counts_of_the_default_graph(loaded: DataFolder) -> None:
    expected = {
        "ChecklistItem": 13,
        "NationallyDeterminedOutcome": 9,
        "CommonOutcome": 7,
        "CommunityJusticeOutcome": 16,
        "NationalAim": 4,
        "PriorityAction": 13,
        "NationalOutcome": 11,
        "CommissioningActivity": 12,
        "StatutoryPartnerCategory": 8,
        "LocalAuthority": 32,
        "HealthBoard": 14,
        "CommunityJusticePartnership": 30,
        "EvidenceReview": 100,
        "Finding": 79,
        "Disagreement": 6,
    }
    query = (
        "SELECT ?class (COUNT(DISTINCT ?x) AS ?n) WHERE { VALUES ?class { "
        + " ".join(f"cj:{name}" for name in expected)
        + " } ?x a ?class } GROUP BY ?class"
    )
    done = run(loaded, "query", "--json", query)
    rows = json.loads(done.stdout)["results"]["bindings"]
    found = {r["class"]["value"].rpartition("#")[2]: int(r["n"]["value"]) for r in rows}
    assert found == expected


@pytest.mark.parametrize("include", [[], ["--include", "examples"]])
def test_everything_has_a_label_and_a_source(loaded: DataFolder, include: list[str]) -> None:
    query = """SELECT DISTINCT ?x { ?x a ?class . ?class a owl:Class .
        FILTER(STRSTARTS(STR(?class), STR(cj:)))
        FILTER NOT EXISTS { ?x rdfs:label ?label ; dcterms:source ?source } }"""
    done = run(loaded, "query", "--format", "csv", *include, query)
    assert done.stdout.split() == ["x"]


def test_threads_of_the_examples_reach_the_nation_in_plain_sparql(loaded: DataFolder) -> None:
    query = (
        "SELECT (COUNT(DISTINCT ?action) AS ?n) { ?action a cj:Action ;"
        " cj:contributesTo+ ?outcome . ?outcome a cj:CommunityJusticeOutcome }"
    )
    assert run(loaded, "query", "--format", "csv", query).stdout.split() == ["n", "0"]
    with_examples = run(loaded, "query", "--format", "csv", "--include", "examples", query)
    assert int(with_examples.stdout.split()[1]) >= 20
    assert "invented examples" in with_examples.stderr


def test_a_second_load_changes_nothing(loaded: DataFolder) -> None:
    before = loaded.current.read_text()
    done = run(loaded, "load")
    assert done.returncode == 0
    assert "up to date" in done.stdout
    assert loaded.current.read_text() == before


def test_a_verb_without_data_loads_it_and_says_so(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "new")
    done = run(data, "query", "--format", "csv", "ASK { ?x a cj:NationalAim }")
    assert "loading the default data first" in done.stderr
    assert "true" in done.stdout


def test_the_complete_example_passes(loaded: DataFolder) -> None:
    done = run(loaded, "validate", COMPLETE)
    assert done.returncode == 0, done.stdout
    assert "passes" in done.stdout


def test_notes_of_one_kind_share_their_words(loaded: DataFolder) -> None:
    """The report of a good plan was a page of the same three sentences."""
    text = " ".join(run(loaded, "validate", COMPLETE).stdout.split())
    assert text.count("Evidence of what works helps") == 1
    assert text.count("Research may help with") > 5


def test_the_faulty_example_is_told_each_planted_fault_and_its_place(loaded: DataFolder) -> None:
    done = run(loaded, "validate", "--json", FAULTY)
    assert done.returncode == 1
    findings = json.loads(done.stdout)["findings"]
    faults = json.loads((EXAMPLES / "faults.json").read_text(encoding="utf-8"))["faults"]
    assert len(faults) >= 12
    for fault in faults:
        same = [f for f in findings if f["type"] == fault["type"]]
        if "subject_id" in fault:
            same = [f for f in same if f["subject_id"] == fault["subject_id"]]
        if "checklist_item" in fault:
            same = [f for f in same if f["checklist_item"] == fault["checklist_item"]]
        if "outcome" in fault:
            same = [f for f in same if f["outcome"] == fault["outcome"]]
        assert same, f"not found: {fault}"
        place = fault["place"] or {}
        if "table" in place:
            where = f"Table {place['table']}, row {place['row']}"
            assert where in same[0]["locator"]["place"]
    known = {fault["type"] for fault in faults}
    assert not [f for f in findings if f["severity"] != "info" and f["type"] not in known]


def test_reports_hold_no_addresses_and_no_blank_nodes(loaded: DataFolder) -> None:
    text = run(loaded, "validate", FAULTY).stdout
    assert "w3id.org" not in text
    assert "_:" not in text
    assert "sh:" not in text


@pytest.mark.parametrize("profile", ["publication", "exemplary"])
def test_a_stricter_profile_asks_for_more(loaded: DataFolder, profile: str) -> None:
    def violations(name: str) -> int:
        done = run(loaded, "validate", "--json", "--profile", name, FAULTY)
        found = json.loads(done.stdout)["findings"]
        return sum(f["severity"] == "violation" for f in found)

    assert violations(profile) > violations("draft")


def test_a_plan_is_read_with_every_key(loaded: DataFolder) -> None:
    reading = json.loads(run(loaded, "plan", "read", "--json", COMPLETE).stdout)
    assert reading["status"] == "ok"
    assert reading["framework"] == "2023"
    assert set(reading["checklist"]) == {str(n) for n in range(1, 14)}
    assert {"outcomes", "objectives", "actions", "needs", "services", "partners"} <= set(reading)


def test_search_by_words_finds_supervised_bail_with_its_caveat(loaded: DataFolder) -> None:
    question = "does supervised bail help people keep their home and job"
    done = run(loaded, "search", "--json", question)
    answer = json.loads(done.stdout)
    first = {row["finding"]: row for row in answer["results"][:3]}
    assert {"EV003-F5", "EV096-F1"} <= set(first)
    assert "up-tariffing" in first["EV003-F5"]["caveat"]
    assert answer["mode"] == "lexical"


def test_search_says_that_the_evidence_disagrees(loaded: DataFolder) -> None:
    done = run(loaded, "search", "restorative justice")
    assert "The evidence disagrees" in done.stdout
    assert "by words alone" in done.stderr


def test_batches_echo_ids_and_name_the_line_that_failed(loaded: DataFolder, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text(
        '{"id": "a", "text": "mentoring"}\n{"id": 7, "text": ""}\n'
        '{"broken\nplain words about bail\n',
        encoding="utf-8",
    )
    done = run(loaded, "search", "--batch", batch)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["a", "7", None, None]
    assert lines[0]["answered"]
    assert "error" in lines[1]
    assert "Line 3" in lines[2]["error"]
    assert lines[3]["query"] == "plain words about bail"


@pytest.mark.java
def test_check_passes_on_the_packaged_model(loaded: DataFolder) -> None:
    done = run(loaded, "check")
    assert done.returncode == 0, done.stdout
    assert "passed   Ontology (HermiT)" in done.stdout


BAD_INPUT = [
    (["validate", "/nowhere/plan.docx"], "/nowhere/plan.docx"),
    (["validate", "."], "folder"),
    (["validate", "{turtle}"], "line 2, column"),
    (["validate", "{noplan}"], "no community justice plan"),
    (["validate", "{csv}"], "save it as an Excel workbook"),
    (["validate", "{docx}", "--profile", "kind"], "kind"),
    (["validate", "{docx}", "--format", "pdf"], "pdf"),
    (["plan", "read", "/nowhere/plan.docx"], "plan.docx"),
    (["trace", "https://w3id.org/cjgraph/id/outcome/ndo-99"], "ndo-99"),
    (["query", ""], "empty"),
    (["query", "SELECT * {"], "line 1, column"),
    (["query", "DROP ALL"], "would change data"),
    (["query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"], "another server"),
    (["query", "--file", "/nowhere/query.rq"], "/nowhere/query.rq"),
    (["query", "--format", "yaml", "ASK {}"], "yaml"),
    (["query", "--include", "secrets", "ASK {}"], "secrets"),
    (["search", ""], "nothing to look for"),
    (["search", "?!"], "nothing to look for"),
    (["search", "--batch", "/nowhere/batch.txt"], "/nowhere/batch.txt"),
    (["frobnicate"], "frobnicate"),
    (["serve", "--port", "0"], "--port"),
]


@pytest.mark.parametrize(("arguments", "named"), BAD_INPUT, ids=lambda v: str(v)[:40])
def test_bad_input_gets_one_sentence_and_exit_code_2(
    loaded: DataFolder, tmp_path: Path, arguments: list[str], named: str
) -> None:
    files = {
        "{turtle}": ("bad.ttl", "@prefix x: <http://x/> .\nx:a x:b"),
        "{noplan}": ("noplan.ttl", "<a:b> <c:d> <e:f> ."),
        "{csv}": ("plan.csv", "a,b\n1,2\n"),
    }
    for name, content in files.values():
        (tmp_path / name).write_text(content, encoding="utf-8")
    places = {key: str(tmp_path / name) for key, (name, _) in files.items()}
    places["{docx}"] = str(COMPLETE)
    before = loaded.current.read_text()
    done = run(loaded, *(places.get(a, a) for a in arguments))
    assert done.returncode == 2, done.stderr
    assert named in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert loaded.current.read_text() == before


def test_a_query_may_come_from_standard_input_or_a_file(loaded: DataFolder, tmp_path: Path) -> None:
    query = "ASK { ?x a cj:NationalAim }"
    assert run(loaded, "query", "-", text=query).stdout.strip() == "yes"
    file = tmp_path / "aims.rq"
    file.write_text(query, encoding="utf-8")
    assert run(loaded, "query", "--file", file).stdout.strip() == "yes"


def test_a_broken_vocabulary_leaves_the_store_as_it_was(
    loaded: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    shutil.copytree(resource_folder("ontology"), tmp_path / "ontology")
    broken = tmp_path / "ontology" / "vocabularies" / "needs.ttl"
    broken.write_text(broken.read_text(encoding="utf-8") + "\nid:x a .\n", encoding="utf-8")
    monkeypatch.setenv("CJGRAPH_RESOURCES", str(tmp_path))
    before = loaded.current.read_text()
    done = run(loaded, "load")
    assert done.returncode == 2
    assert "needs.ttl" in done.stderr and "line" in done.stderr
    assert loaded.current.read_text() == before
    assert [p.name for p in loaded.snapshots.glob("work-*")] == []


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('skos:prefLabel "Housing"@en', 'skos:prefLabel "Housing"@en, "Homes"@en', "Housing"),
        ("skos:broader need:substance-use", "skos:broader need:nowhere", "nowhere"),
        ('skos:notation "housing"', 'skos:notation "physical_health"', "notation"),
    ],
)
def test_a_load_refuses_faulty_data_and_names_file_term_and_remedy(
    loaded: DataFolder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    old: str,
    new: str,
    named: str,
) -> None:
    import shutil

    shutil.copytree(resource_folder("ontology"), tmp_path / "ontology")
    needs = tmp_path / "ontology" / "vocabularies" / "needs.ttl"
    text = needs.read_text(encoding="utf-8")
    assert old in text
    needs.write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setenv("CJGRAPH_RESOURCES", str(tmp_path))
    before = loaded.current.read_text()
    done = run(loaded, "load")
    assert done.returncode == 2
    assert "needs.ttl" in done.stderr and named in done.stderr
    assert "cjgraph check" in done.stderr
    assert loaded.current.read_text() == before
