"""What a reading knows beyond what the template shows: places, confidences and the like.

It travels inside the file, out of sight, and each fact is tied to the words that it is about
by a mark of them. Where a person has changed the words, the fact no longer holds and is left.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from ..blocks import Locator
from ..reading import Source
from ..vocabulary import Term
from .texts import escaped, mark_of, tidy, unescaped

#: What the files are known by.
MARK: Final = "cjgraph-template"
VERSION: Final = "1"

Facts = dict[str, Any]


@dataclass(slots=True)
class Kept:
    """What a template carries along.

    Args:
        edition: Generation of the framework that it was made for.
        rules: Version of the rules that it was made from.
        source: The file that was read to fill it; None where it was handed out empty.
        exact: Words that a cell can't be trusted with, by the mark of what the cell shows.
        facts: By sheet and by the mark of what they are about; several where words repeat.
    """

    edition: str = ""
    rules: str = ""
    source: Source | None = None
    exact: dict[str, str] = field(default_factory=dict)
    facts: dict[str, dict[str, list[Facts]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def show(self, text: str, most: int | None = None) -> str:
        """Return what a cell shows for some words, and keep the words where they differ.

        Args:
            text: Any words.
            most: Most characters that the cell can hold.
        """
        shown = escaped(text)
        if most and len(shown) > most:
            shown = shown[: most - 1] + "…"
        if tidy(unescaped(shown)) != text:
            self.exact[mark_of(shown)] = text
        return shown

    def meant(self, shown: str) -> str:
        """Return the words that a cell stands for."""
        exact = self.exact.get(mark_of(shown))
        # What is kept may add white space or an end that was cut off, never other words.
        if exact is not None and (
            escaped(exact) == shown
            or (shown.endswith("…") and escaped(exact).startswith(shown[:-1]))
        ):
            return exact
        return tidy(unescaped(shown))

    def add(self, sheet: str, about: tuple[str, ...], facts: Facts) -> None:
        """Keep facts about something."""
        self.facts[sheet][mark_of(*about)].append(facts)

    def take(self, sheet: str, *about: str) -> Facts | None:
        """Return facts about something and strike them off, so that a copy gets none."""
        known = self.facts.get(sheet, {}).get(mark_of(*about))
        return known.pop(0) if known else None

    def to_text(self) -> str:
        """Return all of it as plain ASCII text."""
        source = self.source
        return json.dumps(
            {
                "version": VERSION,
                "edition": self.edition,
                "rules": self.rules,
                "source": source and [source.name, source.media_type, source.sha256, source.pages],
                "exact": self.exact,
                "facts": self.facts,
            },
            separators=(",", ":"),
        )


def kept_from(text: str) -> Kept:
    """Read what ``Kept.to_text`` wrote; whatever else is there gives nothing kept."""
    kept = Kept()
    try:
        found = json.loads(text)
        kept.edition, kept.rules = str(found["edition"]), str(found["rules"])
        if found["source"]:
            name, media, sha256, pages = found["source"]
            kept.source = Source(str(name), str(media), str(sha256), pages)
        kept.exact = {str(key): str(value) for key, value in found["exact"].items()}
        for sheet, known in found["facts"].items():
            for key, many in known.items():
                kept.facts[sheet][key] = [dict(facts) for facts in many]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Kept()
    return kept


def sure(value: object) -> float:
    """Return a confidence.

    Raises:
        ValueError: It is not a number from 0 to 1.
    """
    if isinstance(value, float | int) and 0 <= value <= 1:
        return float(value)
    raise ValueError(value)


def known_iri(value: object, terms: Iterable[Term]) -> str | None:
    """Return an IRI that the vocabularies have, or None for any other."""
    return next((term.iri for term in terms if term.iri == value), None)


def place_from(found: object) -> Locator | None:
    """Return the place that a fact gives, or None where it is none."""
    if not isinstance(found, dict):
        return None
    number = {key: value for key, value in found.items() if isinstance(value, int)}
    words = {key: value for key, value in found.items() if isinstance(value, str)}
    return Locator(
        paragraph=number.get("paragraph"),
        table=number.get("table"),
        row=number.get("row"),
        column=number.get("column"),
        heading=words.get("heading", ""),
        page=number.get("page"),
        sheet=words.get("sheet"),
        cell=words.get("cell"),
        path=words.get("path"),
        start=number.get("start"),
        end=number.get("end"),
    )
