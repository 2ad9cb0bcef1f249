"""What a finding offers, in words: evidence, examples of other plans, the page to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from cjgraph.namespaces import ACT_2016
from cjgraph.shacl._findings import Finding

_LONGEST_TITLE: Final = 60
_LONGEST_QUOTE: Final = 240
#: How many offers of a kind a report shows.
_MOST: Final = 3


@dataclass(frozen=True)
class Offer:
    """One thing that may help.

    Args:
        label: What it is, such as "Evidence".
        title: Publication or plan.
        code: Code of the finding in the catalogue, or nothing.
        said: Stance and strength, or that a plan is invented.
        quote: What it says.
        place: Where in the document.
        url: Public address; empty where none is known or it is no web address.
    """

    label: str
    title: str
    code: str = ""
    said: str = ""
    quote: str = ""
    place: str = ""
    url: str = ""

    @property
    def sentence(self) -> str:
        """The offer in a sentence, without the address."""
        named = " ".join(
            part for part in (self.title, f"({self.code})" if self.code else "") if part
        )
        told = ", ".join(part for part in (named, self.place, self.said) if part)
        return f'{self.label}: {told}: "{self.quote}"' if self.quote else f"{self.label}: {told}."


def offered(offers: Mapping[str, Any]) -> tuple[Offer, ...]:
    """Return the evidence and the examples that a finding offers.

    Args:
        offers: ``evidence`` and ``examples`` of a finding; either may be absent.
    """
    return (
        *(_evidence(row) for row in _rows(offers.get("evidence"))),
        *(_example(row) for row in _rows(offers.get("examples"))),
    )


def page(finding: Finding) -> Offer | None:
    """Return the page to read on a finding, where one is known.

    Args:
        finding: Any finding.
    """
    told = finding.offers.get("page")
    known = told if isinstance(told, Mapping) else {}
    if finding.tier == "statute" and "section " in finding.source:
        section = finding.source.rpartition("section ")[2].strip()
        if section.isdecimal():
            url = _address(known) or f"{ACT_2016}/section/{section}"
            return Offer("Read", f"section {section} of the Act", url=url)
    if not known.get("title"):
        return None
    return Offer("Read", _word(known, "title"), place=_word(known, "place"), url=_address(known))


def cited(row: Mapping[str, Any]) -> str:
    """Name a finding of the catalogue in a few words.

    Args:
        row: A row of the evidence of a finding.
    """
    title = _clip(str(row.get("title") or "").partition(": ")[0], _LONGEST_TITLE)
    return f'"{title}" ({row["finding"]})' if title else str(row["finding"])


def catalogue(rows: Iterable[Mapping[str, Any]]) -> Iterator[Offer]:
    """Return the findings of the catalogue that a rule itself names, as offers.

    Args:
        rows: The evidence of a finding.
    """
    for row in rows:
        yield _evidence(row)


def _rows(value: Any) -> list[Mapping[str, Any]]:
    rows = value if isinstance(value, list | tuple) else ()
    return [row for row in rows if isinstance(row, Mapping)][:_MOST]


def _evidence(row: Mapping[str, Any]) -> Offer:
    said = ", ".join(part for part in (_word(row, "stance"), _word(row, "strength")) if part)
    return Offer(
        "Evidence",
        _word(row, "title") or _word(row, "publication"),
        _word(row, "finding"),
        said,
        _clip(_word(row, "quote"), _LONGEST_QUOTE),
        _word(row, "place"),
        _address(row),
    )


def _example(row: Mapping[str, Any]) -> Offer:
    return Offer(
        "Another plan",
        _word(row, "plan") or _word(row, "title"),
        said="an invented example"
        if row.get("invented")
        else ("" if row.get("checked", True) else "not checked by a person"),
        quote=_clip(_word(row, "quote"), _LONGEST_QUOTE),
        place=_word(row, "place"),
        url=_address(row),
    )


def _word(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return value.strip() if isinstance(value, str) else ""


def _address(row: Mapping[str, Any]) -> str:
    """A web address, or nothing: other schemes could run a script."""
    url = _word(row, "url")
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def _clip(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + "…"
