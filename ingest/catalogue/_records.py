"""The records of the evidence catalogue."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publication:
    """One entry of the catalogue, read or only known.

    The field names are the columns of ``publications.csv``, described in
    ``csv-metadata.json``. An empty cell is an empty string.
    """

    id: str
    title: str
    title_note: str
    authors: tuple[str, ...]
    authors_note: str
    publisher: str
    publisher_note: str
    year: str
    year_note: str
    url: str
    other_urls: tuple[str, ...]
    found_at: str
    doi: str
    type: str
    type_note: str
    read_level: str
    read_note: str
    applicability: str
    source_scale: str
    confirmation: str
    note: str

    @property
    def address(self) -> str:
        """The publication's own page, or else the page on which it was found."""
        return self.url or self.found_at


@dataclass(frozen=True, slots=True)
class Finding:
    """What a publication says, in our own words; the columns of ``findings.csv``."""

    id: str
    publication: str
    text: str
    stance: str
    own_label: str
    design_level: str
    design_note: str
    certainty: str
    effect_size: str
    caveat: str
    interventions: tuple[str, ...]
    compared_with: tuple[str, ...]
    populations: tuple[str, ...]
    needs: tuple[str, ...]
    results: tuple[str, ...]
    outcomes: tuple[str, ...]
    locator: str
    locator_url: str
    confirmation: str
    confirmation_note: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Findings that answer one question differently; ``disagreements.csv``."""

    id: str
    question: str
    side_a: tuple[str, ...]
    side_b: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole catalogue, checked, in the order of its tables."""

    publications: tuple[Publication, ...]
    findings: tuple[Finding, ...]
    disagreements: tuple[Disagreement, ...]
