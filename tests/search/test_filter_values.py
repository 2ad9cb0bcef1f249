"""Filters that nothing could ever pass are refused, and the reader is told what exists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cjgraph.errors import InputError
from cjgraph.search import (
    EvidenceIndex,
    Passage,
    SearchFilters,
    build_index,
    prepare_search,
    search,
)
from cjgraph.store import Snapshot


@pytest.fixture(scope="module")
def packaged(
    snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[EvidenceIndex]:
    """The packaged catalogue in an index of its own: one process at a time can have it."""
    folder = tmp_path_factory.mktemp("packaged")
    with EvidenceIndex.open(
        prepare_search(folder / "models", folder / "index", snapshot.rows, model=False)
    ) as index:
        yield index


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (SearchFilters(stances=("suports",)), "stance 'suports'.*supports, mixed, null, against"),
        (SearchFilters(countries=("Wales",)), "country 'Wales'.*scotland, uk, other"),
        (SearchFilters(prevention=("late",)), "prevention level 'late'.*primary"),
        (SearchFilters(needs=("housng",)), "need 'housng'.*near it: housing"),
        (SearchFilters(outcomes=("ndo-33",)), "outcome 'ndo-33'.*near it: ndo-3"),
        (SearchFilters(interventions=("Supervised bail",)), "near it: supervised-bail"),
        (SearchFilters(populations=("woman",)), "population 'woman'.*women"),
        (SearchFilters(needs=("qqqqqq",)), "need 'qqqqqq'.*among the 1[0-9] that exist"),
        (SearchFilters(publications=("EV999",)), "publication 'EV999'"),
        (SearchFilters(year_from=2020, year_to=2010), "from 2020 to 2010"),
        (SearchFilters(stances=("null", "")), "stance ''"),
    ],
)
def test_a_value_that_does_not_exist_is_refused_with_what_does(
    packaged: EvidenceIndex, filters: SearchFilters, told: str
) -> None:
    with pytest.raises(InputError, match=told):
        search(packaged, None, "bail", filters=filters)
    with pytest.raises(InputError, match=told):
        search(packaged, None, "EV003", filters=filters)


def test_a_need_that_no_finding_bears_is_no_mistake(
    small_passages: list[Passage], tmp_path: Path
) -> None:
    folder = build_index(small_passages, tmp_path, None, terms={"needs": ["debt"]})
    with EvidenceIndex.open(folder) as index:
        answer = search(index, None, "bail", filters=SearchFilters(needs=("debt",)))
        assert not answer.answered and answer.searched == 0
        assert {"debt", "housing"} <= set(index.facets["needs"])
