# ruff: noqa: E501 - cases read best on one line
"""What the verdicts rest on: promises, headings and the wording that they are compared with."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.plans.checklist_promises import only_good_will, puts_off
from ingest.plans.checklist_rules import RULES
from ingest.plans.checklist_sections import sentences
from ingest.plans.checklist_wording import WORDING
from ingest.plans.headings import HeadingReader, by_rule
from ingest.plans.meaning import Meaning


@pytest.mark.parametrize(
    ("sentence", "promise"),
    [
        ("An evaluation framework will be set out in due course.", True),
        ("A note on recruiting and training will be prepared during 2025.", True),
        ("Terms of reference are still to be agreed.", True),
        ("The partnership intends to agree how this is done at its June meeting.", True),
        ("A proper look is planned but not yet designed.", True),
        ("Work on a set of strategic objectives is under way.", True),
        ("The key deliverables will be agreed by the partnership each April.", True),
        ("A list will be published with the first annual report.", True),
        ("An annual report will be published by the end of September.", False),
        ("The Board meets every quarter and reports to the Council.", False),
        ("All staff will be trained within two years.", False),
        ("We will publish a report every year.", False),
        ("The university will follow forty people for two years.", False),
        ("An equality impact assessment will follow once the form is settled.", True),
    ],
)
def test_promises(sentence: str, promise: bool) -> None:
    assert puts_off(sentence) is promise


def test_good_will_says_nothing_of_what_is_done() -> None:
    assert only_good_will("We are committed to hearing people's voices.")
    assert not only_good_will("The panel meets every quarter.")


def test_a_sentence_that_turns_to_a_promise_is_two() -> None:
    text = "The needs assessment is on our page; the participation statement will follow."
    assert list(sentences(text)) == [
        "The needs assessment is on our page",
        "the participation statement will follow.",
    ]
    assert list(sentences("A note on recruiting, cover and training will be prepared.")) == [
        "A note on recruiting, cover and training will be prepared."
    ]


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("7. GOVERNANCE AND ACCOUNTABILITY", {"5"}),
        ("Who does what", {"6"}),
        ("How we will know", {"13"}),
        ("Objectives", {"3"}),
        ("Outcome 3: People have a workforce", set()),
        ("Local outcome 4: A vision for all", set()),
        ("Priority 2: Safe alternatives", set()),
        ("Our priorities 2025-28", {"4"}),
        ("Foreword", set()),
        ("What we learned from the last plan", set()),
        ("Areas of focus", {"4"}),
    ],
)
def test_headings_by_rule(heading: str, items: set[str]) -> None:
    assert by_rule(heading).items == items


class Likeness:
    """Stands in for the model: a text is like the phrases that share a word with it."""

    def encode(self, texts: list[str]) -> np.ndarray:
        words = sorted({w for known in WORDING.values() for p in known for w in _words(p)})
        rows = np.array([[float(w in _words(t)) for w in words] for t in texts], dtype=np.float32)
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)


def _words(text: str) -> set[str]:
    return {word.strip(".,:;?'").lower() for word in text.split()} - {"the", "of", "and", "we", "a", "in", "to"}  # fmt: skip


def test_a_heading_that_no_rule_knows_is_read_by_its_meaning() -> None:
    heading = ("Nothing about us without us", "People with convictions took part in workshops.")
    assert not by_rule(heading[0]).items
    [alone] = HeadingReader(None).read([heading])
    assert alone.items == frozenset()
    [read] = HeadingReader(Meaning(Likeness())).read([heading])  # type: ignore[arg-type]
    assert "11" in read.items
    assert not read.sure


def test_a_heading_that_is_like_nothing_answers_nothing() -> None:
    [read] = HeadingReader(Meaning(Likeness())).read([("Zebra", "Xylophone quartz.")])  # type: ignore[arg-type]
    assert read.items == frozenset()


def test_there_is_wording_for_every_item() -> None:
    assert {kind for kind in WORDING if kind.isdigit()} == set(RULES)
