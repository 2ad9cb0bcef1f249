"""How sure a reading by likeness of meaning must be, in one place.

Chosen on the development plans; ``cjgraph eval reading --leave-one-out`` chooses them anew for
each layout on the plans of all others, and shows what that would have cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What counts as known by its meaning.

    Args:
        stands_out: Least distance of a checklist item from the mean of all kinds of section
            that a heading may be of, in standard deviations.
        alike: Least likeness (cosine) of a heading to what it is taken for.
        national: Least probability at which an outcome counts as serving a national one.
    """

    stands_out: float = 1.4
    alike: float = 0.30
    national: float = 0.42


_CHOSEN = Thresholds()
_IN_FORCE: ContextVar[Thresholds] = ContextVar("thresholds", default=_CHOSEN)


def thresholds() -> Thresholds:
    """Return the thresholds in force."""
    return _IN_FORCE.get()


@contextmanager
def using(chosen: Thresholds) -> Iterator[None]:
    """Read with other thresholds for a while.

    Args:
        chosen: What to read with.
    """
    token = _IN_FORCE.set(chosen)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)
