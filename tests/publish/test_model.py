"""What readers are told of a term, its uses and its changes."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from cjgraph.errors import SyntaxFault
from cjgraph.namespaces import CIDS, CJ, PREFIXES
from cjgraph.publish import (
    Ontology,
    count_uses,
    read_changes,
    read_ontology,
    unrecorded_terms,
)
from cjgraph.resources import resource_folder
from cjgraph.store import Snapshot

SMALL = """
cj:Old a owl:Class ; rdfs:label "old"@en ; owl:deprecated true ; dcterms:isReplacedBy cj:New .
cj:New a owl:Class ; rdfs:label "new"@en ; rdfs:subClassOf cj:Top .
cj:Top a owl:Class ; rdfs:label "top"@en .
cj:has a owl:ObjectProperty ; rdfs:label "has"@en ; rdfs:domain cj:Top ; owl:inverseOf cj:of .
cj:of a owl:ObjectProperty ; rdfs:label "of"@en .
cj:hasBest a owl:ObjectProperty ; rdfs:label "has best"@en ; rdfs:subPropertyOf cj:has .
"""


def graph(text: str) -> list[ox.Triple]:
    declared = "".join(f"@prefix {k}: <{v}> .\n" for k, v in PREFIXES.items())
    return [q.triple for q in ox.parse((declared + text).encode(), format=ox.RdfFormat.TURTLE)]


@pytest.fixture
def small() -> Ontology:
    return read_ontology({"small": graph(SMALL)})


def test_a_term_shows_what_stands_next_to_it(model: Ontology) -> None:
    outcome = model.terms[CJ + "LocalOutcome"]
    assert (outcome.subject, outcome.kind) == ("plan", "class")
    assert {CJ + "PlanItem", CIDS + "Outcome"} <= set(outcome.parents)
    assert CJ + "localOutcomeForOutcome" in outcome.domain_of
    assert CJ + "objectiveForOutcome" in outcome.range_of
    assert CJ + "Action" in outcome.disjoint
    assert CJ + "ledBy" in model.terms[CJ + "leadsAction"].inverses
    assert CJ + "leadsAction" in model.terms[CJ + "ledBy"].inverses
    assert CJ + "CommonOutcome" in model.terms[CJ + "CommunityJusticeOutcome"].children


def test_every_term_can_be_read(model: Ontology) -> None:
    for term in model.terms.values():
        assert term.label and term.definition and term.sources, term.iri
    assert sum(len(subject.terms) for subject in model.subjects) == len(model.terms)


def test_a_deprecated_term_stays_and_says_what_to_use(small: Ontology) -> None:
    assert small.terms[CJ + "Old"].deprecated
    assert small.terms[CJ + "Old"].replaced_by == (CJ + "New",)
    assert not small.terms[CJ + "New"].deprecated


def test_uses_count_for_the_terms_above(small: Ontology) -> None:
    national = graph('id:a a cj:New ; rdfs:label "A"@en ; cj:hasBest id:b . id:b a cj:Top .')
    invented = graph('id:c a cj:Old ; rdfs:label "C"@en .')
    uses = count_uses(small, national, invented)
    assert {t.removeprefix(CJ): (u.national, u.invented) for t, u in uses.items()} == {
        "Old": (0, 1),
        "New": (1, 0),
        "Top": (2, 0),
        "has": (1, 0),
        "hasBest": (1, 0),
        "of": (0, 0),
    }
    assert (uses[CJ + "New"].example, uses[CJ + "New"].example_is_invented) == ("A", False)
    assert (uses[CJ + "Old"].example, uses[CJ + "Old"].example_is_invented) == ("C", True)


def test_uses_agree_with_the_published_data(model: Ontology, snapshot: Snapshot) -> None:
    uses = count_uses(model, snapshot.default_triples())
    assert uses[CJ + "ChecklistItem"].national == 13
    assert uses[CJ + "PriorityAction"].national == 13
    assert uses[CJ + "CommunityJusticeOutcome"].national == 16
    assert uses[CJ + "CommunityJusticePartnership"].national == 30
    assert uses[CJ + "LocalOutcome"].national == 0


def test_the_change_log_holds_every_term_and_loses_none(model: Ontology) -> None:
    text = (resource_folder("ontology") / "CHANGES.md").read_text(encoding="utf-8")
    versions = read_changes(text)
    assert versions[0].number == model.version
    unrecorded, gone = unrecorded_terms(model, versions)
    assert not gone, "a term is never deleted: mark it deprecated and say what replaces it"
    names = ", ".join(f"`cj:{name}`" for name in unrecorded)
    assert not unrecorded, (
        f"add to ontology/CHANGES.md below 'Added': - {names}: what they are for."
    )


def test_the_change_log_names_every_deprecated_term(model: Ontology) -> None:
    text = (resource_folder("ontology") / "CHANGES.md").read_text(encoding="utf-8")
    told = {
        name
        for version in read_changes(text)
        for change in version.changes
        if change.kind == "Deprecated"
        for name in change.terms
    }
    assert {t.name for t in model.terms.values() if t.deprecated} <= told


def test_changes_are_read_over_several_lines(small: Ontology) -> None:
    versions = read_changes(
        "# Title\n\nIntro.\n\n## 1.1.0 (2031-01-02)\n\nA summary\nin two lines.\n\n"
        "### Deprecated\n- `cj:Old`: use\n  `cj:New`.\n\n## 1.0.0 (not yet released)\n\n"
        "### Added\n- `cj:Old`, `cj:Lost`: things.\n"
    )
    assert [(v.number, v.date, v.summary) for v in versions] == [
        ("1.1.0", "2031-01-02", "A summary in two lines."),
        ("1.0.0", "not yet released", ""),
    ]
    assert versions[0].changes[0].terms == ("Old",)
    assert versions[0].changes[0].text == "use `cj:New`."
    assert unrecorded_terms(small, versions) == (("New", "Top", "has", "hasBest", "of"), ("Lost",))


def test_a_heading_that_names_no_version_is_refused() -> None:
    with pytest.raises(SyntaxFault, match="line 3"):
        read_changes("# Title\n\n## Next\n")
