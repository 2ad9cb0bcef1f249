"""Adds to a report of a check what helps to mend its findings, with the index if it is at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from cjgraph.cli._searcher import _ask, _service_address
from cjgraph.errors import CJGraphError
from cjgraph.store import DataFolder, Snapshot

if TYPE_CHECKING:
    from cjgraph.advice import EvidenceSearch
    from cjgraph.search import SearchEngine
    from cjgraph.shacl import CheckReport

#: Given a report and the snapshot that it was checked against, returns it with offers.
Advised = Callable[["CheckReport", Snapshot, frozenset[str]], "CheckReport"]


@contextmanager
def offering(*, wanted: bool = True) -> Iterator[Advised]:
    """Give a function that fills in the offers of a report.

    Open it before the plan is read: the model loads meanwhile. Where the running service has
    the index it is asked; where there is no index, evidence is found by the terms that the
    words name, and nobody is told to wait.

    Args:
        wanted: Whether to offer anything; without, reports come back as they are.
    """
    if not wanted:
        yield lambda report, snapshot, include: report
        return
    engine, address = _open()
    try:

        def advised(
            report: CheckReport, snapshot: Snapshot, include: frozenset[str]
        ) -> CheckReport:
            from cjgraph.advice import advise, engine_search

            searcher: EvidenceSearch | None = None
            if engine is not None:
                engine.wait_for_model()
                searcher = engine_search(engine)
            elif address is not None:
                searcher = _service_search(address)
            return advise(report, snapshot=snapshot, searcher=searcher, include=include)

        yield advised
    finally:
        if engine is not None:
            engine.wait_for_model()
            engine.close()


def _open() -> tuple[SearchEngine | None, str | None]:
    """Return the index opened here, or the address of the service that has it, or neither."""
    data = DataFolder.from_environment()
    address = _service_address(data)
    if address is not None:
        return None, address
    from cjgraph.search import SearchEngine

    try:
        return SearchEngine(data.models, data.index, background=True), None
    except CJGraphError:  # no index, or another process has it: a check goes on without
        return None, None


def _service_search(address: str) -> EvidenceSearch:
    def answers(texts: Sequence[str], limit: int) -> Sequence[Mapping[str, Any]]:
        return [_ask(address, text, None, limit) for text in texts]

    return answers
