"""The words that synthetic plans are made of."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ._places import Place

_FILE: Final = Path(__file__).with_name("words.toml")
_VENUES: Final = (
    "the library",
    "the town hall",
    "the health centre",
    "the college",
    "the old mill",
    "the justice centre",
    "the church hall",
    "the leisure centre",
)
_TAILS: Final = (
    ", first in {town}",
    ", starting from {venue}",
    ", beginning with {town}",
    ", for all of {area} after {town}",
    ", in {town} and the places round it",
)
#: Words without a product, activity or number: a rule on plain words must find them.
_VAGUE: Final = (
    "Improve outcomes for {people}",
    "Raise awareness of {topic} in {area}",
    "Promote a shared understanding of {topic}",
    "Ensure that {people} in {town} feel listened to",
    "Support {people} in {area} to move on",
    "Encourage partners around {town} to think about {people}",
    "Work towards better joint working on {topic} near {town}",
    "Explore opportunities for {people} around {town}",
    "Continue to value {people} in {town}",
    "Strengthen relationships around {topic} in {town}",
)
#: Outcomes of plans that put several national outcomes into one of their own.
_BROAD: Final = (
    "Better results for people in {area} in {topics}",
    "People in {area} are better served in {topics}",
    "{area} makes the most of {topics}",
)
_LACKING: Final = (
    ", subject to funding",
    ", if funding becomes available",
    ", dependent on resources",
    "; funding has not yet been identified",
)


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """A kind of work, with the words that belong to it.

    Args:
        name: Its name.
        serves: Codes of the outcomes that it leads to, by generation of the framework.
        people: Whom it is for, in words that name no product.
        topic: What it is about.
        needs: Codes of needs that it meets.
        interventions: Names of interventions in IRIs.
        leads: Codes of the partner categories that lead such work.
        population: Name of the population group in IRIs.
        indicators: Codes of the national indicators that tell of it.
        outcomes: Patterns of local outcomes.
        objectives: Strategic objectives.
        actions: Patterns of actions.
        measures: Measures.
    """

    name: str
    serves: dict[str, list[str]]
    people: str
    topic: str
    needs: tuple[str, ...]
    interventions: tuple[str, ...]
    leads: tuple[str, ...]
    population: str
    indicators: tuple[str, ...]
    outcomes: tuple[str, ...]
    objectives: tuple[str, ...]
    actions: tuple[str, ...]
    measures: tuple[str, ...]


@cache
def themes() -> tuple[Theme, ...]:
    """Read the themes."""
    content: dict[str, list[dict[str, Any]]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(Theme(**_frozen(theme)) for theme in content["theme"])


def _frozen(theme: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in theme.items()}


class Wording:
    """Makes the words of one plan, none twice.

    Args:
        place: The area that the plan is for.
        draw: Where chance comes from.
    """

    def __init__(self, place: Place, draw: Random) -> None:
        self._place = place
        self._draw = draw
        self._used: set[str] = set()
        self._times: Counter[str] = Counter()

    def outcome(self, kinds: Sequence[Theme]) -> str:
        """Return the words of a local outcome that is about one theme or several."""
        first = kinds[0]
        if len(kinds) == 1:
            return self._new(lambda: self._draw.choice(first.outcomes), first)
        topics = list(dict.fromkeys(theme.topic for theme in kinds))
        listed = " and ".join((", ".join(topics[:-1]), topics[-1]))
        return self._new(lambda: self._draw.choice(_BROAD).replace("{topics}", listed), first)

    def objective(self, theme: Theme) -> str:
        """Return the words of a strategic objective; no number is in them."""
        return self._new(lambda: self._fresh(theme.objectives), theme, (" in {town}",))

    def action(self, theme: Theme) -> str:
        """Return the words of an action that names a product or an activity."""
        return self._new(lambda: self._fresh(theme.actions), theme)

    def vague(self, theme: Theme) -> str:
        """Return the words of an action that names neither."""
        return self._new(lambda: self._draw.choice(_VAGUE), theme, ("", " and around {town}"))

    def lacking(self, theme: Theme) -> str:
        """Return the words of an action that say that its means are not there."""
        return self.action(theme) + self._draw.choice(_LACKING)

    def measure(self, theme: Theme) -> str:
        """Return a measure; measures may come twice."""
        return self._draw.choice(theme.measures)

    def _fresh(self, patterns: tuple[str, ...]) -> str:
        """Return one of the patterns that this plan has used least."""
        least = min(self._times[pattern] for pattern in patterns)
        chosen = self._draw.choice([p for p in patterns if self._times[p] == least])
        self._times[chosen] += 1
        return chosen

    def _new(self, pick: Callable[[], str], theme: Theme, tails: tuple[str, ...] = _TAILS) -> str:
        for tries in range(100):
            words = self._filled(pick() + (self._draw.choice(tails) if tries > 1 else ""), theme)
            if words not in self._used:
                break
        else:  # the words of a theme are used up; a number keeps the rest apart
            words = f"{words} (part {len(self._used)})"
        self._used.add(words)
        return words

    def _filled(self, pattern: str, theme: Theme) -> str:
        return pattern.format(
            area=self._place.name,
            town=self._draw.choice(self._place.towns),
            venue=self._draw.choice(_VENUES),
            number=self._draw.choice((3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30)),
            people=theme.people,
            topic=theme.topic,
        )
