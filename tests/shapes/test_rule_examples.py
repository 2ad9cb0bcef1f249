"""Every rule has an example that passes and one that does not, and those of texts are true."""

from __future__ import annotations

import pytest
from rdflib import Literal, URIRef

from cjgraph.namespaces import CJ
from cjgraph.shacl import check_plan, load_rules
from cjgraph.shacl._rules import Rule
from tests.shapes.plan_fixtures import SHA, complete, packaged_framework

#: Types of findings on the words of an action: their examples are such words.
OF_WORDS = frozenset({"smart_s", "smart_a", "smart_r"})
RULES = sorted(load_rules().rules.values(), key=lambda rule: rule.iri)
TEXTS = [rule for rule in RULES if rule.type in OF_WORDS]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.iri.split("#")[1])
def test_examples_are_there_short_and_differ(rule: Rule) -> None:
    passing, failing = rule.passing, rule.failing
    assert passing != failing
    for words in (passing, failing):
        assert 10 < len(words) < 250
        assert words.count("“") == words.count("”")


@pytest.mark.parametrize("rule", TEXTS, ids=lambda rule: rule.iri.split("#")[1])
def test_example_of_words_is_judged_as_it_says(rule: Rule) -> None:
    for words, fires in ((rule.passing, False), (rule.failing, True)):
        plan = complete("2023")
        action = URIRef("https://w3id.org/cjgraph/id/plan/invented/2024/action/a3")
        plan.set((action, URIRef(CJ + "text"), Literal(words)))
        report = check_plan(plan, packaged_framework(), plan_sha256=SHA)
        shapes = {f.shape for f in report.findings if f.focus == str(action)}
        assert (rule.iri in shapes) == fires, words
        if not fires:
            assert not {f.type for f in report.findings} & OF_WORDS
