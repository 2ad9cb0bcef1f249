"""Finds the services in a JSON listing: one object, a list, or pages of either dialect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cjgraph.errors import WrongFormat
from ingest.imports._draft import DraftBuilder
from ingest.imports._file import ImportFile
from ingest.imports._json import parse_json
from ingest.imports._wording import decoded
from ingest.services._item import Item

#: Where listings keep their services: HSDS 3, Open Referral UK 1 and others.
_WRAPPERS: Final = ("contents", "content", "services", "items", "data", "results")
_TOTALS: Final = ("total_items", "totalElements", "total", "count")


def listing_items(file: ImportFile, builder: DraftBuilder) -> Iterator[Item]:
    """Yield the services of a listing.

    Args:
        file: The file.
        builder: Where faults of the listing as a whole go.

    Raises:
        SyntaxFault: It is no valid JSON.
        WrongFormat: It is JSON without services.
    """
    text, note = decoded(file.content, file.name)
    if note:
        builder.note(file.name, note)
    found = parse_json(text, file.name)
    path = ""
    total = 0
    while isinstance(found, dict):
        wrapper = next((w for w in _WRAPPERS if isinstance(found.get(w), dict | list)), None)
        if wrapper is None or ("name" in found and wrapper != "services"):
            break
        total = next((n for t in _TOTALS if isinstance(n := found.get(t), int)), total)
        path = f"{path}.{wrapper}".lstrip(".")
        found = found[wrapper]
    if isinstance(found, dict) and "name" in found:
        yield from _service(found, f"{file.name}, {path or 'the service'}", builder)
        return
    if not isinstance(found, list):
        raise WrongFormat(
            f"{file.name} is JSON, but no list of services.",
            hint="A service has a 'name'; a list of them stands alone or under 'contents'.",
        )
    if total > len(found):
        builder.note(
            file.name,
            f"this is one page with {len(found)} of {total} services; import the others as well",
        )
    for index, entry in enumerate(found):
        yield from _service(entry, f"{file.name}, {path}[{index}]", builder)


def _service(entry: Any, place: str, builder: DraftBuilder) -> Iterator[Item]:
    # Listings by place wrap each service.
    if isinstance(entry, dict) and isinstance(entry.get("service"), dict) and "name" not in entry:
        yield Item(entry["service"], f"{place}.service")
    elif isinstance(entry, dict):
        yield Item(entry, place)
    else:
        builder.fault(place, "is no service; an object with a 'name' is needed", place)
