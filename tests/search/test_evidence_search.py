from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cjgraph.errors import EmptyQuery, StoreError
from cjgraph.search import (
    Encoder,
    EvidenceIndex,
    Passage,
    SearchAnswer,
    SearchFilters,
    build_index,
    search,
)
from cjgraph.search.encoder import TextEncoder

BAIL = "does supervised bail help people keep their home and job"


def keys(answer: SearchAnswer) -> list[str]:
    return [result.passage.key for result in answer.results]


def check_bail(answer: SearchAnswer) -> None:
    assert answer.answered
    assert {"EV003-F5", "EV096-F1"} & set(keys(answer)[:3])
    assert keys(answer)[0] == "EV003-F5"
    first = answer.as_json()["results"][0]
    assert "up-tariffing" in first["caveat"]
    assert first["strength"].startswith("promising")
    assert first["quote"].startswith("Supervised bail")
    assert first["locator"]["place"] and first["url"]
    assert {"bail", "home", "job"} <= set(first["why"]["terms"])
    assert "Supervised bail" in first["why"]["concepts"]


def check_restorative(answer: SearchAnswer) -> None:
    found = {r.passage.key: r.passage.stance for r in answer.results}
    assert found["EV054-F1"] == found["EV055-F1"] == "supports"
    assert found["EV056-F1"] == "null"
    assert answer.summary.disagrees
    assert "The evidence disagrees" in answer.summary.text
    assert answer.summary.supports >= 2 and answer.summary.null >= 1
    row = next(r for r in answer.as_json()["results"] if r["finding"] == "EV056-F1")
    against = {other["finding"]: other for other in row["disagrees_with"]}
    assert against.keys() == {"EV054-F1", "EV055-F1"}
    assert against["EV054-F1"]["stance"] == "supports" and against["EV054-F1"]["quote"]


def test_supervised_bail_comes_first_by_words_alone(word_index: EvidenceIndex) -> None:
    answer = search(word_index, None, BAIL)
    check_bail(answer)
    assert "EV096-F1" in keys(answer)[:3]
    assert answer.mode == "lexical"
    assert all(r.why.dense is None for r in answer.results)


@pytest.mark.model
def test_supervised_bail_comes_first_with_the_model(
    model_index: EvidenceIndex, model: Encoder
) -> None:
    answer = search(model_index, model, BAIL)
    check_bail(answer)
    assert "EV096-F1" in keys(answer)[:3]
    assert answer.mode == "hybrid"


@pytest.mark.parametrize("text", ["restorative justice", "RJ"])
def test_restorative_justice_disagrees_by_words_alone(word_index: EvidenceIndex, text: str) -> None:
    check_restorative(search(word_index, None, text))


@pytest.mark.model
@pytest.mark.parametrize("text", ["restorative justice", "RJ", "Does RJ work?"])
def test_restorative_justice_disagrees_with_the_model(
    model_index: EvidenceIndex, model: Encoder, text: str
) -> None:
    check_restorative(search(model_index, model, text))


def test_an_answer_has_every_field_of_the_contract_and_is_plain_json(
    word_index: EvidenceIndex,
) -> None:
    answer = json.loads(json.dumps(search(word_index, None, "drug courts", query_id="7").as_json()))
    assert (answer["id"], answer["query"], answer["searched"]) == ("7", "drug courts", 100)
    assert answer["answered"] is True and answer["mode"] == "lexical"
    assert 0 < len(answer["results"]) <= 10
    for row in answer["results"]:
        assert row.keys() >= {
            "publication", "finding", "title", "score", "stance", "strength", "design_level",
            "certainty", "caveat", "confirmed", "confirmation", "quote", "locator", "url",
            "authors", "publisher", "year", "why", "disagrees_with",
        }  # fmt: skip
        assert row["why"].keys() == {"bm25", "dense", "weight", "terms", "concepts"}
    rows = [(r["publication"], r["finding"]) for r in answer["results"]]
    assert len(rows) == len(set(rows))
    counted = sum(
        answer["summary"][n] for n in ("supports", "mixed", "null", "against", "context", "unread")
    )
    assert counted == len(rows)


def test_an_acronym_finds_what_its_full_name_finds(word_index: EvidenceIndex) -> None:
    short = search(word_index, None, "DTTO")
    full = search(word_index, None, "drug treatment and testing order")
    assert set(keys(short)[:2]) == set(keys(full)[:2])
    assert short.results[0].why.concepts == ("Drug treatment and testing order",)


def test_a_hyphen_or_another_ending_makes_no_difference(word_index: EvidenceIndex) -> None:
    one = search(word_index, None, "re-offending after prison visits")
    other = search(word_index, None, "Reoffending after prison visit")
    assert keys(one) == keys(other)


def test_an_unread_publication_is_listed_without_claims(
    small_index: EvidenceIndex, letters: TextEncoder
) -> None:
    answer = search(small_index, letters, "mentors at the gate")
    assert answer.answered
    row = answer.as_json()["results"][0]
    assert (row["publication"], row["finding"], row["read"]) == ("EV906", None, False)
    assert (row["quote"], row["stance"]) == ("", "")
    assert answer.summary.unread >= 1


def test_an_opponent_that_ranks_low_is_brought_in_and_flagged(
    small_index: EvidenceIndex, letters: TextEncoder
) -> None:
    answer = search(small_index, letters, "lowered repeat offending", limit=3)
    assert len(answer.results) <= 3
    assert keys(answer)[0] == "EV902-F1" and "EV903-F1" in keys(answer)
    narrow = search(small_index, letters, '"lowered repeat offending"')
    assert [(r.passage.key, r.brought_in) for r in narrow.results] == [
        ("EV902-F1", False),
        ("EV903-F1", True),
    ]
    assert narrow.summary.disagrees


def test_a_limit_of_one_keeps_the_best_row_and_still_says_that_evidence_disagrees(
    small_index: EvidenceIndex, letters: TextEncoder
) -> None:
    answer = search(small_index, letters, "restorative justice conferences", limit=1)
    assert len(answer.results) == 1 and not answer.results[0].brought_in
    assert answer.summary.disagrees


def test_an_exact_phrase_must_stand_as_it_is(small_index: EvidenceIndex) -> None:
    loose = search(small_index, None, "classes in prison")
    exact = search(small_index, None, "\u201cclasses in prison\u201d")
    assert "EV904-F1" in keys(loose)
    assert keys(exact) == ["EV904-F1"]
    assert not search(small_index, None, '"prison in classes"').answered


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (SearchFilters(needs=("housing",)), {"EV901-F1"}),
        (SearchFilters(needs=("substance-use",)), {"EV905-F1"}),
        (SearchFilters(interventions=("restorative-justice",)), {"EV902-F1", "EV903-F1"}),
        (SearchFilters(outcomes=("NDO-3",)), {"EV901-F1"}),
        (SearchFilters(stances=("null",)), {"EV903-F1", "EV905-F1"}),
        (SearchFilters(strengths=("PROMISING",)), {"EV901-F1"}),
        (SearchFilters(countries=("uk", "other")), {"EV902-F1", "EV903-F1"}),
        (SearchFilters(prevention=("secondary",)), {"EV901-F1", "EV901-F2"}),
        (SearchFilters(publications=("ev904",)), {"EV904-F1"}),
        (SearchFilters(year_from=2014, year_to=2016), {"EV902-F1", "EV903-F1"}),
        (SearchFilters(min_design_level=3), {"EV902-F1"}),
        (SearchFilters(countries=("uk",), stances=("null",)), set()),
    ],
)
def test_filters_let_through_what_they_name_and_nothing_else(
    small_index: EvidenceIndex, letters: TextEncoder, filters: SearchFilters, expected: set[str]
) -> None:
    text = "bail court prison drinking restorative justice conferences classes later offences"
    answer = search(small_index, letters, text, filters=filters)
    rows = answer.results if answer.answered else answer.nearest
    assert {r.passage.key for r in rows} == expected
    assert answer.searched == len({r.passage.publication for r in rows})


def test_a_filter_keeps_opponents_out_but_the_row_still_names_them(
    small_index: EvidenceIndex, letters: TextEncoder
) -> None:
    only = SearchFilters(stances=("supports",))
    answer = search(small_index, letters, "restorative justice conferences", filters=only)
    assert "EV903-F1" not in keys(answer)
    assert answer.as_json()["results"][0]["disagrees_with"][0]["finding"] == "EV903-F1"
    assert answer.summary.disagrees


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\t", "?!", "\u2014 \u2026", '""', "\U0001f41f", "___"]
)
def test_a_query_with_nothing_to_look_for_is_refused(small_index: EvidenceIndex, text: str) -> None:
    with pytest.raises(EmptyQuery, match="nothing to look for"):
        search(small_index, None, text)


def test_stop_words_alone_find_nothing(small_index: EvidenceIndex) -> None:
    answer = search(small_index, None, "does it do that")
    assert not answer.answered and answer.results == ()


def test_a_model_other_than_the_index_was_built_with_is_refused(
    small_index: EvidenceIndex, other_letters: TextEncoder
) -> None:
    with pytest.raises(StoreError, match="another embedding model"):
        search(small_index, other_letters, "bail")


def test_an_index_of_words_alone_answers_by_words_even_with_a_model(
    word_index: EvidenceIndex, letters: TextEncoder
) -> None:
    assert search(word_index, letters, "mentoring").mode == "lexical"


def test_a_newline_or_a_very_long_text_is_a_query_like_any_other(
    small_index: EvidenceIndex, letters: TextEncoder
) -> None:
    assert search(small_index, letters, "supervised\nbail").answered
    assert search(small_index, letters, "supervised bail " * 3000).results


@given(text=st.text(max_size=200), quoted=st.booleans())
@example(text="\ud800", quoted=False)
@example(text='bail" "', quoted=True)
@example(text="(((bail] OR {x}) AND *", quoted=False)
@example(text="\x00bail\x00", quoted=True)
@example(text="\u202ebail \u0301\u0301", quoted=False)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_breaks_a_search(
    small_index: EvidenceIndex, letters: TextEncoder, text: str, quoted: bool
) -> None:
    given_text = f'"{text}"' if quoted else text
    for encoder in (letters, None):
        try:
            answer = search(small_index, encoder, given_text)
        except EmptyQuery:
            continue
        json.dumps(answer.as_json())
        assert answer.query == given_text
        assert bool(answer.results) == answer.answered
        assert len(answer.results) <= 10
        scores = [r.score for r in answer.results if not r.brought_in]
        assert scores == sorted(scores, reverse=True)


def test_searching_loads_neither_torch_nor_transformers(
    small_passages: list[Passage], tmp_path: Path
) -> None:
    folder = build_index(small_passages, tmp_path, None)
    code = (
        "import sys, pathlib, cjgraph.search as s\n"
        "from cjgraph.search import *\n"
        "light = {'numpy', 'qdrant_edge', 'onnxruntime', 'tokenizers'} & sys.modules.keys()\n"
        "index = s.EvidenceIndex.open(pathlib.Path(sys.argv[1]))\n"
        "s.search(index, None, 'bail')\n"
        "heavy = {'torch', 'transformers', 'fastapi', 'owlready2'} & sys.modules.keys()\n"
        "sys.exit(f'{sorted(light)} {sorted(heavy)}' if light or heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
