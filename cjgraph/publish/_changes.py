"""Reads the change log of the ontology, so that a program can hold it against the terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cjgraph.errors import SyntaxFault
from cjgraph.publish._model import Ontology

_VERSION: Final = re.compile(r"## (\S+) \((\d{4}-\d{2}-\d{2}|not yet released)\)")
_TERM: Final = re.compile(r"`cj:([A-Za-z0-9]+)`")


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the change log.

    Args:
        kind: ``Added``, ``Changed``, ``Deprecated``.
        terms: Local names of the terms it is about.
        text: The line without the names.
    """

    kind: str
    terms: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the ontology.

    Args:
        number: Such as ``"0.1.0"``.
        date: ISO date, or ``"not yet released"``.
        summary: What it is, in a sentence.
        changes: Its changes.
    """

    number: str
    date: str
    summary: str
    changes: tuple[Change, ...]


def read_changes(text: str) -> tuple[Version, ...]:
    """Read the change log: ``## number (date)``, ``### kind``, ``- `cj:Term`: what``.

    Args:
        text: The change log in Markdown.

    Raises:
        SyntaxFault: A heading is not of that form; the message gives the line.
    """
    versions: list[Version] = []
    kind = ""
    for number, block in _blocks(text):
        if block.startswith("## "):
            found = _VERSION.fullmatch(block)
            if not found:
                raise SyntaxFault(f"The change log, line {number}: '{block}' names no version.")
            versions.append(Version(found[1], found[2], "", ()))
            kind = ""
        elif block.startswith("### "):
            kind = block[4:].strip()
        elif not versions:
            continue
        elif block.startswith("- "):
            versions[-1] = _with_change(versions[-1], _change(kind, block[2:]))
        else:
            last = versions[-1]
            summary = f"{last.summary} {block}".strip()
            versions[-1] = Version(last.number, last.date, summary, last.changes)
    return tuple(versions)


def unrecorded_terms(
    ontology: Ontology, versions: Iterable[Version]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Hold the change log against the ontology.

    Args:
        ontology: The ontology.
        versions: The versions of its change log.

    Returns:
        Terms that no version says were added, and terms that were added and are gone,
        which must never be.
    """
    added = {
        name
        for version in versions
        for change in version.changes
        if change.kind == "Added"
        for name in change.terms
    }
    here = {term.name for term in ontology.terms.values()}
    return tuple(sorted(here - added)), tuple(sorted(added - here))


def _blocks(text: str) -> list[tuple[int, str]]:
    """Return headings, list items and paragraphs, each on one line, with their line numbers."""
    blocks: list[tuple[int, str]] = []
    is_open = False
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        starts = stripped.startswith(("#", "- "))
        if not stripped:
            is_open = False
        elif is_open and not starts:
            first, before = blocks[-1]
            blocks[-1] = (first, f"{before} {stripped}")
        else:
            blocks.append((number, stripped))
            is_open = not stripped.startswith("#")
    return blocks


def _change(kind: str, line: str) -> Change:
    names, _, text = line.partition(": ")
    terms = tuple(_TERM.findall(names))
    return Change(kind, terms, text if terms else line)


def _with_change(version: Version, change: Change) -> Version:
    changes = (*version.changes, change)
    return Version(version.number, version.date, version.summary, changes)
