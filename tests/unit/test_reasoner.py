"""HermiT finds what is wrong with the model, not only that nothing is."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from cjgraph.namespaces import PREFIXES
from cjgraph.reasoner import JavaMissing, reason
from ingest.loading import packaged_graphs

pytestmark = pytest.mark.java

HEADER = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())


def triples(text: str) -> list[ox.Triple]:
    return [q.triple for q in ox.parse((HEADER + text).encode(), format=ox.RdfFormat.TURTLE)]


@pytest.fixture(scope="module")
def model() -> list[ox.Triple]:
    graphs = [read() for read in packaged_graphs()]
    return [t for g in graphs if g.source.kind == "ontology" for t in g.triples]


def test_the_model_is_consistent_and_every_class_can_have_members(model: list[ox.Triple]) -> None:
    found = reason(model)
    assert found.consistent
    assert found.unsatisfiable == ()
    assert found.classes > 80


def test_a_thing_of_two_disjoint_classes_is_a_contradiction(model: list[ox.Triple]) -> None:
    found = reason([*model, *triples("id:x a cj:Action, cj:LocalOutcome .")])
    assert not found.consistent


def test_a_class_below_two_disjoint_classes_is_named(model: list[ox.Triple]) -> None:
    bad = "cj:Impossible a owl:Class ; rdfs:subClassOf cj:Action, cj:LocalOutcome ."
    assert reason([*model, *triples(bad)]).unsatisfiable == (PREFIXES["cj"] + "Impossible",)


def test_a_machine_without_java_is_told_so(
    model: list[ox.Triple], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(JavaMissing, match="Java is not installed"):
        reason(model)
