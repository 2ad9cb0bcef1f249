"""A new edition of the national framework is read from its file alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjgraph.namespaces import PREFIXES
from cjgraph.resources import resource_folder
from ingest.plans import read_plan
from ingest.plans import vocabulary as words

NEW = """
edition:invented-2031 a cj:FrameworkEdition ; rdfs:label "Invented framework"@en ;
    cj:generation "2031" ; cj:validFrom "2031-04-01"^^xsd:date .
"""
OUTCOME = """
outcome:invented-2031-{n} a cj:NationallyDeterminedOutcome ;
    skos:prefLabel "{label}"@en ;
    skos:notation "invented-2031-{n}" ;
    cj:inEdition edition:invented-2031 .
"""


@pytest.fixture
def with_a_new_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "ontology"
    shutil.copytree(resource_folder("ontology") / "vocabularies", folder / "vocabularies")
    head = "".join(f"@prefix {key}: <{iri}> .\n" for key, iri in PREFIXES.items())
    ids = resource_id("")
    head += f"@prefix edition: <{ids}edition/> .\n@prefix outcome: <{ids}outcome/> .\n"
    labels = ("More people find work they can keep", "Fewer families live with fear at home")
    text = (
        head + NEW + "".join(OUTCOME.format(n=n, label=label) for n, label in enumerate(labels, 1))
    )
    (folder / "vocabularies" / "invented.ttl").write_text(text, encoding="utf-8")
    old = folder / "vocabularies" / "framework-editions.ttl"
    changed = old.read_text(encoding="utf-8").replace(
        'cj:validFrom "2023-04-01"^^xsd:date ;',
        'cj:validFrom "2023-04-01"^^xsd:date ;\n    cj:validTo "2031-03-31"^^xsd:date ;',
    )
    old.write_text(changed, encoding="utf-8")
    monkeypatch.setattr(words, "resource_folder", lambda _: folder)
    words.vocabulary.cache_clear()
    yield
    words.vocabulary.cache_clear()


def resource_id(path: str) -> str:
    from cjgraph.namespaces import thing

    return thing("edition", "x").removesuffix("edition/x") + path


@pytest.mark.usefixtures("with_a_new_edition")
def test_a_plan_is_read_by_the_edition_of_its_first_day(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(
        "# Fife Community Justice Outcomes Improvement Plan 2031-2036\n\n"
        "Priorities under the nationally determined outcomes.\n\n"
        "| Local outcome | National outcome |\n|---|---|\n| People here find steady work | 1 |\n",
        encoding="utf-8",
    )
    reading = read_plan(path)
    assert reading.framework == "2031"
    assert list(reading.statute) == ["invented-2031-1", "invented-2031-2"]
    assert reading.outcomes[0].national == ("invented-2031-1",)
    earlier = path.read_text(encoding="utf-8").replace("2031-2036", "2026-2030")
    path.write_text(earlier, encoding="utf-8")
    assert read_plan(path).outcomes[0].national == ("ndo-1",)
