"""A draft: what was read of a plan, file by file, and what people corrected since."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime

from ingest.plans.reading import PlanReading

from .codec import reading_to_plain
from .corrections import Change, Correction, corrected


@dataclass(frozen=True, slots=True)
class KeptReading:
    """What was read from one file.

    Args:
        reading: The reading as the machine made it.
        by: Who had it read, as they call themselves.
        at: When.
        software: Name and version of the software.
        origin: Of a filled-in template, the hash of the file it had been filled from.
    """

    reading: PlanReading
    by: str
    at: datetime
    software: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of one edition of one plan.

    Args:
        slug: Name of the area in IRIs.
        edition: Name of the edition in IRIs.
        invented: Whether no one published this plan.
        readings: What was read, the latest last.
        corrections: What people changed, in their order.
    """

    slug: str
    edition: str
    invented: bool
    readings: tuple[KeptReading, ...]
    corrections: tuple[Correction, ...] = ()

    @property
    def name(self) -> str:
        """What people call it: area and edition."""
        return f"{self.slug}/{self.edition}"

    @property
    def latest(self) -> KeptReading:
        """The reading that the draft rests on."""
        return self.readings[-1]

    def reading(self) -> PlanReading:
        """Return the plan as read and corrected."""
        return corrected(self.latest.reading, self.corrections)[0]

    def unplaced(self) -> tuple[Correction, ...]:
        """Return the corrections whose item is gone."""
        return tuple(item for item in self.corrections if not item.placed)

    def settled(self) -> Draft:
        """Return the draft with every correction marked as placed or not."""
        return replace(self, corrections=corrected(self.latest.reading, self.corrections)[1])

    def with_changes(
        self,
        changes: list[Change],
        *,
        by: str,
        at: datetime,
        file: tuple[str, str],
        reason: str = "",
    ) -> Draft:
        """Return the draft with corrections added.

        Args:
            changes: What was changed.
            by: Who did.
            at: When.
            file: Hash and name of the file that the changes came from.
            reason: Why, where it was said.
        """
        start = len(self.corrections) + 1
        sha256, name = file
        more = tuple(
            Correction(number, change, by, at, sha256, name, reason)
            for number, change in enumerate(changes, start)
        )
        return replace(self, corrections=(*self.corrections, *more)).settled()

    def state(self) -> str:
        """Return a hash of what the draft says and how it came to."""
        content = {
            "reading": reading_to_plain(self.reading()),
            "invented": self.invented,
            "corrections": [
                [c.number, c.change.sentence, c.by, c.placed] for c in self.corrections
            ],
        }
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
