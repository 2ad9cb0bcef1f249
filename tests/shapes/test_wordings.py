"""What is learnt from wordings finds faults in words that it has not seen, and spares fair ones."""

from __future__ import annotations

import pytest

from cjgraph.shacl._wordings import FAULTS, Fault, fault_in
from tests.tools.wordings import gold_actions, wordings


@pytest.mark.parametrize("fault", FAULTS)
def test_most_faults_in_unseen_words_are_found(fault: Fault) -> None:
    held = wordings("unseen")[fault]
    assert sum(fault_in(text, fault) is not None for text in held) >= 0.55 * len(held)


def test_fair_actions_in_unseen_words_are_spared() -> None:
    fair = wordings("unseen")["fair_actions"]
    accused = [text for text in fair for fault in FAULTS if fault_in(text, fault)]
    assert len(accused) <= 0.02 * len(fair), accused


def test_actions_of_whole_plans_are_spared() -> None:
    assert [text for text in gold_actions() for fault in FAULTS if fault_in(text, fault)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Appoint two workers once a budget is found", "once a budget is found"),
        (
            "Provide a furnished flat for women. No property has been allocated at present.",
            "No property has been allocated at present",
        ),
    ],
)
def test_the_words_that_tell_are_given(text: str, told: str) -> None:
    assert fault_in(text, "means_lacking") == told


@pytest.mark.parametrize("text", ["", " ", "£", "0 0 0", "x" * 100_000, "if " * 50_000])
def test_any_text_is_looked_at_in_bounded_time(text: str) -> None:
    for fault in FAULTS:
        fault_in(text, fault)
