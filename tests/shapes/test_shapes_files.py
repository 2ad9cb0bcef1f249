"""The shapes files themselves: valid SHACL, complete in what they say, hashed as a whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph, Namespace, URIRef

from cjgraph import namespaces
from cjgraph.errors import FileNotReadable, ShapesInvalid
from cjgraph.resources import resource_folder
from cjgraph.shacl import load_rules

FILES = sorted(resource_folder("shapes").glob("*.ttl"))
CJ = Namespace(namespaces.CJ)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_file_is_valid_by_the_shapes_of_shapes(file: Path) -> None:
    shapes = Graph().parse(data=file.read_bytes(), format="turtle")
    # pySHACL raises where its copy of the W3C shapes of shapes finds a fault.
    conforms, _, said = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, said


def test_checklist_rules_cover_thirteen_items_and_name_the_page() -> None:
    rules = [r for r in load_rules().rules.values() if r.tier == "checklist"]
    for kind in ("checklist_missing", "checklist_partial"):
        assert sorted(r.checklist_item for r in rules if r.type == kind) == list(range(1, 14))
    assert all(r.source.endswith("page 32") for r in rules)


def test_law_rules_name_a_section_of_the_act() -> None:
    for rule in load_rules().rules.values():
        assert (rule.tier == "statute") == ("Act 2016, section" in rule.source)


def test_every_type_of_the_plain_contract_has_a_rule() -> None:
    types = {r.type for r in load_rules().rules.values()}
    assert types >= {
        "objective_without_outcome",
        "objective_without_action",
        "outcome_without_objective",
        "outcome_without_action",
        "outcome_without_national_link",
        "outcome_without_indicator",
        "action_without_objective",
        "action_without_outcome",
        "action_without_lead",
        "dangling_reference",
        "cycle",
        "wrong_edition",
        "no_assessment",
        "no_priority_decision",
        "no_action",
        "smart_s",
        "smart_m",
        "smart_a",
        "smart_t",
    }


def test_letters_stand_with_their_types() -> None:
    for rule in load_rules().rules.values():
        expected = rule.type[-1].upper() if rule.tier == "smart" else None
        assert rule.letter == expected


def test_terms_of_the_ontology_that_rules_use_are_declared() -> None:
    declared = Graph()
    for file in (resource_folder("ontology") / "core").glob("*.ttl"):
        declared.parse(data=file.read_bytes(), format="turtle")
    known = set(declared.subjects())
    for file in FILES:
        shapes = Graph().parse(data=file.read_bytes(), format="turtle")
        used = {t for triple in shapes for t in triple if isinstance(t, URIRef) and t in CJ}
        assert not used - known, file.name


def test_rules_are_read_once_and_again_when_a_file_changes(tmp_path: Path) -> None:
    folder = tmp_path / "shapes"
    shutil.copytree(resource_folder("shapes"), folder)
    first = load_rules(folder)
    assert load_rules(folder) is first
    (folder / "smart.ttl").write_bytes((folder / "smart.ttl").read_bytes() + b"\n# A remark.\n")
    assert load_rules(folder).sha256 != first.sha256


def test_folder_without_rules_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable, match=r"no rules in the folder .*"):
        load_rules(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"cj:tier", b'cj:tier "x" , ', "smart.ttl"),
        (b"{thing}", b"{stranger}", "unknown place stranger"),
        (b'cj:tier "smart"', b'cj:tier "taste"', "unknown tier taste"),
        (b"cj:passingExample", b"rdfs:comment", "needs exactly one passingExample"),
        (b"cj:failingExample", b"rdfs:comment", "needs exactly one failingExample"),
        (b"sh:PropertyShape ;", b"sh:PropertyShape ,;", "smart.ttl can't be read"),
    ],
)
def test_broken_rules_are_named(old: bytes, new: bytes, said: str, tmp_path: Path) -> None:
    text = (resource_folder("shapes") / "smart.ttl").read_bytes()
    (tmp_path / "smart.ttl").write_bytes(text.replace(old, new))
    with pytest.raises(ShapesInvalid, match=said):
        load_rules(tmp_path)
