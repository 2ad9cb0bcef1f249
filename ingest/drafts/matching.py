"""Which item of one reading is which item of another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from ingest.evaluation.pairing import SAME, likeness, pair

from .items import Item

#: Least share of common words for two items of the same id to be the same; ids that
#: are counted off move on when an item is put in before them.
SAME_ID: Final = 0.5


def same_item(items: Iterable[Item], kind: str, name: str, words: Collection[str]) -> Item | None:
    """Find an item again: by its id and words that are alike, else by words alone.

    Args:
        items: Where to look.
        kind: The kind of item.
        name: Its id when it was last seen.
        words: The words that it is known to have had.
    """
    of_kind = [item for item in items if item.kind == kind]
    named = next((item for item in of_kind if item.id == name), None)
    if named is not None and (not named.words or _best(named.words, words) >= SAME_ID):
        return named
    alike = [(_best(item.words, words), item) for item in of_kind if item.words]
    score, found = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return found if score >= SAME else None


def matched(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Pair the items of two readings of one plan: by id and words, then by words alone.

    Returns:
        Positions in ``old`` with the positions in ``new``.
    """
    pairs: dict[int, int] = {}
    where = {(item.kind, item.id): at for at, item in enumerate(new)}
    for at, item in enumerate(old):
        other = where.get((item.kind, item.id))
        if other is None:
            continue
        if not item.words or likeness(item.words, new[other].words) >= SAME_ID:
            pairs[at] = other
    for kind in dict.fromkeys(item.kind for item in old):
        left = [at for at, item in enumerate(old) if item.kind == kind and at not in pairs]
        free = set(range(len(new))) - set(pairs.values())
        right = [at for at in sorted(free) if new[at].kind == kind]
        found = pair([old[at].words for at in left], [new[at].words for at in right])
        pairs |= {left[one]: right[other] for one, other in found.items()}
    for at, item in enumerate(old):  # a line that was written anew keeps its id
        other = where.get((item.kind, item.id))
        if at not in pairs and other is not None and other not in pairs.values():
            pairs[at] = other
    return pairs


def _best(text: str, words: Collection[str]) -> float:
    return max((likeness(text, known) for known in words), default=0.0)
