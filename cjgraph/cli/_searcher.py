"""Finds who answers a search: the running service, or an index opened here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from cjgraph.cli._data import open_data
from cjgraph.cli._load import refresh_index
from cjgraph.errors import CJGraphError, InputError, SnapshotMissing, StoreError
from cjgraph.store import DataFolder

_SECONDS = 30


@contextmanager
def searcher(limit: int) -> Iterator[Callable[[str, str | None], dict[str, Any]]]:
    """Give a function that searches one text.

    One process at a time may have the index open. While the service runs it has it, and
    is asked; else the index is opened here.

    Args:
        limit: Most findings in an answer.
    """
    data = DataFolder.from_environment()
    address = _service_address(data)
    if address is not None:
        yield lambda text, identity: _ask(address, text, identity, limit)
        return
    from cjgraph.search import SearchEngine

    try:
        engine = SearchEngine(data.models, data.index)
    except SnapshotMissing:
        refresh_index(data, open_data())
        engine = SearchEngine(data.models, data.index)
    with engine:
        yield lambda text, identity: engine.search(text, limit=limit, query_id=identity).as_json()


def _service_address(data: DataFolder) -> str | None:
    """Return the address of the service that runs on this data, or None."""
    try:
        record = json.loads(data.service_record.read_text(encoding="utf-8"))
        address = str(record["address"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    import httpx

    try:
        httpx.get(address + "/health/live", timeout=2).raise_for_status()
    except httpx.HTTPError:  # left behind by a service that was killed
        return None
    return address


def _ask(address: str, text: str, identity: str | None, limit: int) -> dict[str, Any]:
    import httpx

    try:
        reply = httpx.get(
            address + "/api/v1/search", params={"q": text, "limit": limit}, timeout=_SECONDS
        )
        content: dict[str, Any] = reply.json()
    except (httpx.HTTPError, ValueError) as error:
        raise StoreError(f"The service at {address} did not answer: {error}.") from error
    if reply.status_code >= 500:
        raise CJGraphError(content.get("detail", "The service failed."))
    if reply.status_code >= 400:
        raise InputError(content.get("detail", "The service refused the search."))
    return {**content, "id": identity}
