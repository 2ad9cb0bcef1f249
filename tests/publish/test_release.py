"""A release: the same graph in every syntax, the same bytes every time, OWL 2 DL."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest

from cjgraph.namespaces import CJ, OWL, PREFIXES, RDF, RDFS, XSD, thing
from cjgraph.publish import Ontology, checksums, release_files, tidy_turtle
from cjgraph.reasoner import reason
from cjgraph.store import fingerprint

SYNTAXES = {
    "ontology.ttl": ox.RdfFormat.TURTLE,
    "ontology.rdf": ox.RdfFormat.RDF_XML,
    "ontology.jsonld": ox.RdfFormat.JSON_LD,
}
TYPE = RDF + "type"


@pytest.fixture(scope="module")
def files(triples: list[ox.Triple], vocabularies: list[ox.Triple]) -> dict[str, bytes]:
    return release_files(triples, vocabularies)


def parsed(content: bytes, name: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(content, format=SYNTAXES[name])]


@pytest.mark.parametrize("name", SYNTAXES)
def test_each_syntax_is_the_ontology_itself(
    name: str, files: dict[str, bytes], triples: list[ox.Triple]
) -> None:
    assert fingerprint(parsed(files[name], name)) == fingerprint(triples)


def test_order_and_names_of_blank_nodes_change_nothing(
    files: dict[str, bytes], triples: list[ox.Triple], vocabularies: list[ox.Triple]
) -> None:
    renamed = parsed(ox.serialize(triples, format=ox.RdfFormat.TURTLE) or b"", "ontology.ttl")
    random.Random(7).shuffle(renamed)  # noqa: S311 - no secret
    assert release_files(renamed, vocabularies) == files


def test_turtle_keeps_lists_and_nests_what_has_no_name(files: dict[str, bytes]) -> None:
    text = files["ontology.ttl"].decode()
    assert "owl:members ( cj:Need cj:PopulationGroup" in text
    assert "_:" not in text
    assert text.index("a owl:Ontology") < text.index("\ncj:Action ") < text.index("\nskos:Concept ")


def test_turtle_survives_awkward_graphs() -> None:
    text = """
        _:a <urn:p> _:b . _:b <urn:p> _:a .                        # a ring
        <urn:s> <urn:p> ( ) , ( "x" ( 1 2 ) ) , [ <urn:q> [ ] ] .  # lists in lists, empties
        <urn:s> <urn:p> _:shared . <urn:t> <urn:p> _:shared . _:shared <urn:q> "a\\"\\n\\\\b" .
        <urn:s> <urn:p> "1.0"^^<http://www.w3.org/2001/XMLSchema#decimal> , "gd"@gd ."""
    graph = parsed(text.encode(), "ontology.ttl")
    assert fingerprint(parsed(tidy_turtle(graph), "ontology.ttl")) == fingerprint(graph)
    as_json = release_files(graph)["ontology.jsonld"]
    assert fingerprint(parsed(as_json, "ontology.jsonld")) == fingerprint(graph)


def test_vocabularies_merge_without_loss(vocabularies: list[ox.Triple]) -> None:
    merged = parsed(tidy_turtle(vocabularies), "ontology.ttl")
    assert fingerprint(merged) == fingerprint(vocabularies)


def test_the_context_names_every_term_and_prefix(files: dict[str, bytes], model: Ontology) -> None:
    context = json.loads(files["context.jsonld"])["@context"]
    assert set(PREFIXES) <= set(context)
    for term in model.terms.values():
        defined = context[term.name]
        assert (defined if isinstance(defined, str) else defined["@id"]) == f"cj:{term.name}"


def test_the_context_lets_plain_json_mean_the_right_thing(files: dict[str, bytes]) -> None:
    plain = {
        "@context": json.loads(files["context.jsonld"])["@context"],
        "@id": "id:edition/invented",
        "@type": "FrameworkEdition",
        "label": "Invented edition",
        "validFrom": "2031-04-01",
        "editionStatus": "cj:draft",
        "generation": "2031",
        "replacesEdition": "id:edition/cjpf-2023",
    }
    edition = ox.NamedNode(thing("edition", "invented"))
    got = {
        (t.predicate.value, t.object) for t in parsed(json.dumps(plain).encode(), "ontology.jsonld")
    }
    assert got == {
        (TYPE, ox.NamedNode(CJ + "FrameworkEdition")),
        (RDFS + "label", ox.Literal("Invented edition", language="en")),
        (CJ + "validFrom", ox.Literal("2031-04-01", datatype=ox.NamedNode(XSD + "date"))),
        (CJ + "editionStatus", ox.NamedNode(CJ + "draft")),
        (CJ + "generation", ox.Literal("2031")),
        (CJ + "replacesEdition", ox.NamedNode(thing("edition", "cjpf-2023"))),
    }
    assert edition.value.endswith("/edition/invented")


def test_every_name_is_declared_as_one_kind_only(triples: list[ox.Triple]) -> None:
    """OWL 2 DL, section 5.9.1: what is used is declared, and no property is of two kinds."""
    kinds: dict[str, set[str]] = {}
    for triple in triples:
        if triple.predicate.value == TYPE and isinstance(triple.object, ox.NamedNode):
            kinds.setdefault(str(triple.subject), set()).add(triple.object.value)
    properties = {OWL + k for k in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")}
    builtin = (RDF, RDFS, OWL, XSD)
    for triple in triples:
        predicate = triple.predicate.value
        if not predicate.startswith(builtin):
            assert len(kinds[str(triple.predicate)] & properties) == 1, predicate
        if predicate in (RDFS + "subClassOf", RDFS + "domain", RDFS + "range"):
            value = triple.object
            assert isinstance(value, ox.NamedNode)
            assert value.value.startswith(XSD) or OWL + "Class" in kinds[str(value)], value
        if predicate == RDFS + "subPropertyOf":
            both = [kinds.get(str(end), {"built in"}) for end in (triple.subject, triple.object)]
            assert both[0] == both[1] or "built in" in both[1], triple


@pytest.mark.java
def test_the_rdf_xml_release_is_consistent(files: dict[str, bytes]) -> None:
    found = reason(parsed(files["ontology.rdf"], "ontology.rdf"))
    assert found.consistent and not found.unsatisfiable
    assert found.classes > 80


@pytest.mark.java
def test_hermit_reads_the_rdf_xml_file_without_a_warning(
    files: dict[str, bytes], tmp_path: Path, model: Ontology
) -> None:
    """HermiT's own command line parses the file as an OWL tool elsewhere would."""
    import owlready2

    path = tmp_path / "ontology.rdf"
    path.write_bytes(files["ontology.rdf"])
    folder = Path(owlready2.__file__).parent / "hermit"
    java = shutil.which("java")
    assert java
    done = subprocess.run(
        [
            *(java, "-cp", f"{folder}:{folder / 'HermiT.jar'}"),
            *("org.semanticweb.HermiT.cli.CommandLine", "-c", "-U", path.as_uri()),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr.strip() == ""
    for name in ("LocalOutcome", "Finding", "NationalIndicator"):
        assert f"{CJ}{name}>" in done.stdout, "the class hierarchy is printed"


def test_checksums_are_those_of_sha256sum() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert checksums({"b": b"", "a": b""}) == f"{empty}  a\n{empty}  b\n".encode()
