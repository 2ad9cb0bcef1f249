"""A text that stands in a file beside what is read as the plan."""

from __future__ import annotations

from dataclasses import dataclass

from ..blocks import NOWHERE, Locator


@dataclass(frozen=True, slots=True)
class Aside:
    """A text beside the plan's own words.

    Args:
        where: Where it stands, as a sentence begins with it, such as "The page footer".
        text: Its words.
        place: The nearest place that a locator can name.
        labels: What names it, such as the heads of its row and column.
        wary: Whether programs write there as well as people.
    """

    where: str
    text: str
    place: Locator = NOWHERE
    labels: str = ""
    wary: bool = False
