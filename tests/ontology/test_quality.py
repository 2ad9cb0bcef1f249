"""Quality checks as people meet them: sentences, refusal, the verb ``check``, the record."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from cjgraph.cli._main import app
from cjgraph.errors import CJGraphError, FileNotReadable, InputError, ShapesInvalid, SyntaxFault
from cjgraph.namespaces import CJ, PROV, SKOS, thing
from cjgraph.reasoner import reason
from cjgraph.resources import resource_folder
from ingest.loading import PackagedGraph, packaged_graphs
from ingest.model_check import check_model, record_hierarchy
from ingest.quality import (
    quality_checks,
    quality_errors,
    quality_findings,
    quality_refusal,
)
from ingest.quality_hierarchy import hierarchy_faults, hierarchy_text, read_hierarchy

HOMES = ox.Triple(
    ox.NamedNode(thing("need", "housing")),
    ox.NamedNode(SKOS + "prefLabel"),
    ox.Literal("Homes", language="en"),
)


@pytest.fixture(scope="module")
def packaged() -> list[PackagedGraph]:
    return [read() for read in packaged_graphs()]


@pytest.fixture(scope="module")
def two_names(packaged: list[PackagedGraph]) -> list[PackagedGraph]:
    """The data with one planted fault: housing has two preferred labels."""
    return [
        dataclasses.replace(one, triples=[*one.triples, HOMES])
        if one.source.file_name == "needs.ttl"
        else one
        for one in packaged
    ]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the ontology folder that a test may break; without plans, for speed."""
    folder = tmp_path / "ontology"
    shutil.copytree(
        resource_folder("ontology"), folder, ignore=shutil.ignore_patterns("*.docx", "*.md")
    )
    return folder


def test_packaged_data_has_no_error(packaged: list[PackagedGraph]) -> None:
    assert [finding.sentence() for finding in quality_errors(packaged)] == []


def test_every_warning_and_note_is_explained_and_every_check_says_where_it_comes_from() -> None:
    checks = quality_checks()
    assert len(checks) >= 60
    for check in checks:
        assert check.source, check.slug
        assert check.remedy.endswith("."), check.slug
        assert bool(check.explains) == (check.level != "ERROR"), check.slug


def test_readme_states_each_count_of_warnings(packaged: list[PackagedGraph]) -> None:
    """The count in the table is the count that the checks give."""
    text = (resource_folder("ontology") / "qc" / "README.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:3] for line in text.splitlines() if line.startswith("| `")]
    stated = {name.strip().strip("`"): int(count) for name, count in rows}
    found: dict[str, int] = {}
    for finding in quality_findings(packaged, levels=("WARN",)):
        found[finding.check] = found.get(finding.check, 0) + 1
    assert stated == found


def test_a_finding_names_file_term_and_remedy(two_names: list[PackagedGraph]) -> None:
    sentences = [finding.sentence() for finding in quality_errors(two_names)]
    assert (
        'needs.ttl: "Homes": two preferred labels in one language (Housing). '
        "Keep one, and make the other an alternative label." in sentences
    )


def test_a_finding_of_the_catalogue_names_its_table(packaged: list[PackagedGraph]) -> None:
    stance, finding = ox.NamedNode(CJ + "stance"), ox.NamedNode(thing("finding", "ev003-f5"))
    broken = [
        dataclasses.replace(
            one,
            triples=[
                t for t in one.triples if not (t.subject == finding and t.predicate == stance)
            ],
        )
        for one in packaged
    ]
    (found,) = [f for f in quality_errors(broken) if f.check == "finding-without-stance"]
    assert found.file == "findings.csv"


def test_refusal_says_how_many_and_the_first(two_names: list[PackagedGraph]) -> None:
    errors = [f for f in quality_errors(two_names) if f.check == "label-doubled"]
    refusal = quality_refusal(errors)
    assert isinstance(refusal, InputError)
    assert refusal.message.startswith("The data have 1 fault, so nothing was loaded. needs.ttl: ")
    assert refusal.hint is not None


def test_errors_alone_are_returned_to_a_load(packaged: list[PackagedGraph]) -> None:
    assert quality_findings(packaged, levels=("WARN",))
    assert {finding.level for finding in quality_errors(packaged)} <= {"ERROR"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT ?graph ?subject {}", "no line '# level:'"),
        (
            "# level: BAD\n# title: t\n# remedy: r\n# source: s\nSELECT ?graph ?subject {}",
            "level BAD",
        ),
        (
            "# level: WARN\n# title: t\n# remedy: r\n# source: s\nSELECT ?graph ?subject {}",
            "does not explain",
        ),
    ],
)
def test_a_check_with_a_faulty_head_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "qc").mkdir()
    (tmp_path / "qc" / "odd.rq").write_text(text, encoding="utf-8")
    with pytest.raises(ShapesInvalid, match=said):
        quality_checks(tmp_path)


@pytest.mark.parametrize(
    ("query", "said"),
    [("SELECT ?graph {", "not valid SPARQL"), ("ASK {}", "no SELECT"), ("SELECT ?x {}", "selects")],
)
def test_a_check_that_cannot_run_is_named(tmp_path: Path, query: str, said: str) -> None:
    head = "# level: ERROR\n# title: t\n# remedy: r.\n# source: s\n"
    (tmp_path / "qc").mkdir()
    (tmp_path / "qc" / "odd.rq").write_text(head + query, encoding="utf-8")
    with pytest.raises(ShapesInvalid, match=f"odd.*{said}"):
        quality_findings([], checks=quality_checks(tmp_path))


def test_a_folder_without_checks_uses_the_packaged_ones(tmp_path: Path) -> None:
    assert quality_checks(tmp_path) == quality_checks()


# --- The verb --------------------------------------------------------------


def test_check_of_a_folder_names_the_planted_fault(copied: Path) -> None:
    needs = copied / "vocabularies" / "needs.ttl"
    text = needs.read_text(encoding="utf-8")
    needs.write_text(
        text.replace('skos:prefLabel "Housing"@en', 'skos:prefLabel "Housing"@en , "Homes"@en'),
        encoding="utf-8",
    )
    done = CliRunner().invoke(app, ["check", "--ontology", str(copied), "--json"])
    assert done.exit_code == 1
    outcomes = {outcome["name"]: outcome for outcome in json.loads(done.stdout)}
    faults = outcomes["Quality, errors"]["faults"]
    assert any(
        fault.startswith("needs.ttl: ") and "two preferred labels" in fault for fault in faults
    )


@pytest.mark.parametrize("text", ["need:housing a", "<housing> a <Need> .", '<urn:x> a "\\q" .'])
def test_check_names_the_file_and_place_of_broken_turtle(copied: Path, text: str) -> None:
    (copied / "vocabularies" / "needs.ttl").write_text(text, encoding="utf-8")
    (outcome,) = check_model(copied)
    assert outcome.failed
    assert "needs.ttl is not valid Turtle at line 1" in outcome.faults[0]


def test_check_names_a_file_without_a_licence(copied: Path) -> None:
    needs = copied / "vocabularies" / "needs.ttl"
    text = needs.read_text(encoding="utf-8")
    needs.write_text(text.replace("# Licence:", "# Once licensed:"), encoding="utf-8")
    outcomes = {outcome.name: outcome for outcome in check_model(copied, full=True)}
    assert outcomes["Licences"].failed
    assert outcomes["Licences"].faults[0].startswith("needs.ttl: its head names no licence.")
    warnings = outcomes["Quality, warnings"]
    assert warnings.detail.startswith(f"{len(warnings.notes)} from "), "each is named"


def test_check_of_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable, match="There is no folder"):
        check_model(tmp_path / "nothing")


# --- The recorded hierarchy ------------------------------------------------


@pytest.mark.java
def test_the_recorded_hierarchy_is_the_inferred_one() -> None:
    outcomes = {outcome.name: outcome for outcome in check_model()}
    assert outcomes["Ontology (HermiT)"].status == "passed"
    assert outcomes["Class hierarchy"].faults == ()
    assert outcomes["Class hierarchy"].status == "passed"


@pytest.mark.java
def test_a_class_that_moves_is_named_until_it_is_recorded(copied: Path) -> None:
    service = copied / "core" / "service.ttl"
    with service.open("a", encoding="utf-8") as file:
        file.write("\ncj:Need rdfs:subClassOf cj:FrameworkItem .\n")
    record_hierarchy(copied)
    assert "cj:Need < cj:FrameworkItem" in (copied / "qc" / "hierarchy.txt").read_text()
    recorded = read_hierarchy(resource_folder("ontology") / "qc" / "hierarchy.txt")
    moved = hierarchy_faults(read_hierarchy(copied / "qc" / "hierarchy.txt"), recorded)
    assert [fault for fault in moved if '"cj:Need": now stands below cj:FrameworkItem' in fault]


@pytest.mark.java
def test_the_reasoner_gives_what_follows_not_only_what_is_stated() -> None:
    source = f"""
        <{CJ}A> a <http://www.w3.org/2002/07/owl#Class> ;
            <http://www.w3.org/2000/01/rdf-schema#subClassOf> <{CJ}B> .
        <{CJ}B> a <http://www.w3.org/2002/07/owl#Class> ;
            <http://www.w3.org/2000/01/rdf-schema#subClassOf> <{PROV}Entity> .
        <{PROV}Entity> a <http://www.w3.org/2002/07/owl#Class> ."""
    found = reason(q.triple for q in ox.parse(source, format=ox.RdfFormat.TURTLE))
    assert found.subclass_pairs == (
        (CJ + "A", PROV + "Entity"),
        (CJ + "A", CJ + "B"),
        (CJ + "B", PROV + "Entity"),
    )


def test_the_record_reads_back_as_it_was_written(tmp_path: Path) -> None:
    pairs = frozenset({("cj:A", "cj:B"), ("cj:A", "prov:Entity"), ("cj:B", "prov:Entity")})
    path = tmp_path / "hierarchy.txt"
    path.write_text(hierarchy_text(pairs), encoding="utf-8")
    assert read_hierarchy(path) == pairs


def test_a_class_that_is_lost_is_named() -> None:
    faults = hierarchy_faults(frozenset(), frozenset({("cj:A", "cj:B")}))
    assert faults[0].startswith('hierarchy.txt: "cj:A": no longer stands below cj:B.')


def test_a_broken_line_of_the_record_is_named(tmp_path: Path) -> None:
    path = tmp_path / "hierarchy.txt"
    path.write_text("cj:A cj:B\n", encoding="utf-8")
    with pytest.raises(SyntaxFault, match=r"hierarchy\.txt, line 1"):
        read_hierarchy(path)


@pytest.mark.java
def test_a_contradiction_is_not_recorded(copied: Path) -> None:
    with (copied / "vocabularies" / "needs.ttl").open("a", encoding="utf-8") as file:
        file.write("\nneed:housing a skos:ConceptScheme .\n")
    with pytest.raises(CJGraphError, match="not consistent"):
        record_hierarchy(copied)
