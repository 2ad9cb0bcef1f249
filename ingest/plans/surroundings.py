"""What a plan says around each outcome: the words of its section, or of its rows in a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .blocks import Block, Locator, unique_texts

#: Blocks after an outcome that are looked at, and texts that are kept of them.
_BLOCKS: Final = 40
_TEXTS: Final = 14
_FEWEST_WORDS: Final = 4
_MOST_WORDS: Final = 60


def surroundings(blocks: list[Block], places: Sequence[Locator]) -> list[tuple[str, ...]]:
    """Return for each outcome the texts that belong to it, in the order of the plan.

    Args:
        blocks: The document.
        places: Where each outcome stands.

    Returns:
        For an outcome in running text what follows it, up to the next outcome or a heading
        of the same rank; for one in a table the other cells of its rows.
    """
    taken = {_key(place) for place in places}
    at = {_key(block.locator): n for n, block in enumerate(blocks)}
    return [
        tuple(
            _kept(_in_table(blocks, at, place) if place.table else _after(blocks, at, place, taken))
        )
        for place in places
    ]


def _key(place: Locator) -> tuple[int | None, int | None]:
    return place.paragraph, place.table


def _after(
    blocks: list[Block],
    at: dict[tuple[int | None, int | None], int],
    place: Locator,
    taken: set[tuple[int | None, int | None]],
) -> list[str]:
    start = at.get(_key(place))
    if start is None:
        return []
    own = blocks[start]
    depth = len(own.path)
    found: list[str] = []
    for block in blocks[start + 1 : start + 1 + _BLOCKS]:
        if _key(block.locator) in taken or block.path[:depth] != own.path:
            break
        # A heading beside the one that it stands under begins another matter.
        if block.kind == "heading" and len(block.path) <= depth:
            break
        if block.kind == "table":
            found += [text for row in block.rows for text in unique_texts(row)]
        elif block.kind != "heading" and not block.contents:
            found.append(block.text)
    return found


def _in_table(
    blocks: list[Block], at: dict[tuple[int | None, int | None], int], place: Locator
) -> list[str]:
    here = at.get(_key(place))
    if here is None or place.row is None or place.column is None:
        return []
    rows = blocks[here].rows
    r, c = place.row - 1, place.column - 1
    if r >= len(rows) or c >= len(rows[r]):
        return []
    origin, found = rows[r][c].origin, list[str]()
    whole = len({cell.origin for cell in rows[r]}) == 1
    for number, row in enumerate(rows[r:], r):
        if c >= len(row):
            break
        if whole:  # a band: what stands below it, up to the next
            if number > r and len({cell.origin for cell in row}) == 1:
                break
        elif row[c].origin != origin and row[c].text != rows[r][c].text:
            break
        found += [cell.text for n, cell in enumerate(row) if n != c and cell.origin[0] == number]
    return found


def _kept(texts: list[str]) -> list[str]:
    """The first texts that are sentences, each once, none too long to compare."""
    plain = dict.fromkeys(" ".join(text.split()) for text in texts)
    whole = [text for text in plain if len(text.split()) >= _FEWEST_WORDS]
    return [" ".join(text.split()[:_MOST_WORDS]) for text in whole[:_TEXTS]]
