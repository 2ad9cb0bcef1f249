"""What a report says of something: a stretch of words with its place, before it is joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.plans.blocks import Locator

#: Where a statement was found: in a row, on a card, under a label or heading, in running text.
How = Literal["row", "card", "record", "prose"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a report says about one action.

    Args:
        how: Where it was found.
        ref: The number that it gives the action, or nothing.
        subject: The words that it gives for the action, or nothing.
        story: What it tells of progress.
        said: Its own words for the status, or nothing.
        quote: The words to quote.
        locator: Where they stand.
        section: The headings, band or outcome that it stands under.
        target: Position of the action in the plan, where that was found on the way.
        score: How sure that is, 0 to 1.
    """

    how: How
    ref: str
    subject: str
    story: str
    said: str
    quote: str
    locator: Locator
    section: str
    target: int | None = None
    score: float = 0.0
