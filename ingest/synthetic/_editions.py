"""The periods of synthetic plans, as editions of real plans have followed one another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

#: First and last year of the editions; those that come later last five years each.
_KNOWN: Final = ((2017, 2020), (2020, 2023), (2024, 2029))
_LATER: Final = 5


@dataclass(frozen=True, slots=True)
class EditionPeriod:
    """The period of one edition of a plan.

    Args:
        first: Year in which it begins, in April.
        last: Year in which it ends, in March.
    """

    first: int
    last: int

    @property
    def name(self) -> str:
        """What the edition is called in IRIs, such as ``"2024-2029"``."""
        return f"{self.first}-{self.last}"

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.first, 4, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        return date(self.last, 3, 31)


def edition_periods(wanted: int) -> Iterator[EditionPeriod]:
    """Yield the periods of the editions that each Partnership has.

    Args:
        wanted: How many; one alone is the newest generation.
    """
    known = _KNOWN[-wanted:] if wanted < len(_KNOWN) else _KNOWN
    yield from (EditionPeriod(*years) for years in known)
    end = known[-1][1]
    for _ in range(wanted - len(known)):
        yield EditionPeriod(end, end + _LATER)
        end += _LATER
