"""Which thing that was read is which thing of the answers, by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ingest.plans.vocabulary import flat

#: Two texts are the same thing from this share of common words on.
SAME: Final = 0.75


def likeness(one: str, other: str) -> float:
    """Return the share of words that two texts have in common, 0 to 1 (Dice's measure).

    >>> likeness("Open a hub in Leven", "Open a hub in Leven.")
    1.0
    """
    a, b = Counter(flat(one).split()), Counter(flat(other).split())
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 1.0


def pair(gold: Sequence[str], read: Sequence[str], least: float = SAME) -> dict[int, int]:
    """Pair texts one to one, the most alike first, and of equals the nearest in order.

    Args:
        gold: Texts of the answers.
        read: Texts that were read.
        least: How alike two must be.

    Returns:
        Positions in ``gold`` with the positions in ``read`` that they are paired with.
    """
    sets = [set(flat(text).split()) for text in read]
    offers = []
    for g, wanted in enumerate(gold):
        words = set(flat(wanted).split())
        for r, text in enumerate(read):
            if words & sets[r] and (alike := likeness(wanted, text)) >= least:
                offers.append((-alike, abs(g - r), g, r))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, g, r in sorted(offers):
        if g not in pairs and r not in taken:
            pairs[g] = r
            taken.add(r)
    return pairs
