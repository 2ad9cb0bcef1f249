"""Adds to a report of a check what helps to mend its findings.

It runs in the service itself, not in the worker that reads the upload: only the service has
the evidence index open, and all that it is given is text.
"""

from __future__ import annotations

from api.state import Service
from cjgraph.advice import advise, engine_search
from cjgraph.shacl import CheckReport


def with_offers(
    service: Service, report: CheckReport, include: frozenset[str] = frozenset()
) -> CheckReport:
    """Return the report with its offers filled in; call it in a thread, it takes a moment.

    Args:
        service: Holds the index and the snapshot.
        report: What a worker found.
        include: ``"examples"``, ``"synthetic"`` and ``"unchecked"``, to show plans of those.
    """
    searcher = engine_search(service.search) if service.search is not None else None
    return advise(report, snapshot=service.snapshot(), searcher=searcher, include=include)
