"""Tables of which only a part is drawn: a header, some rows, rules between rows, or nothing more.

The drawn part gives the columns. Whatever stands below it and keeps to them belongs to the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from .cells import built
from .chain import Chain, column_of, cut, nearest
from .grid import Grid
from .lines import Line
from .rows import Band, bands_of
from .seeds import NEAR, Seed, seeds_of
from .strokes import Drawn

#: White space that ends a table, in parts of the type size.
_ENDS: Final = 4.5
#: White space between drawn rows of one table.
_BETWEEN: Final = 16.0
#: A drawn table of more rows than this is whole, unless what follows is plainly like it.
_HEADER_ROWS: Final = 4
_MOST_TABLES: Final = 60
_BAND_WORDS: Final = 30
_TILE: Final = 8.0


def stacked_grids(
    grids: Sequence[Grid],
    lines: Sequence[Line],
    drawn: Drawn,
    carried: Grid | None = None,
) -> tuple[list[Grid], list[Line]]:
    """Find the tables of a page of which a part is drawn.

    Args:
        grids: The tables that are drawn whole.
        lines: The lines outside them.
        drawn: What is drawn on the page.
        carried: The part of a table that ended the page before.

    Returns:
        All tables, and the lines outside them.
    """
    seeds = seeds_of(grids, drawn)
    if (not seeds and carried is None) or len(seeds) > 4_000:
        return list(grids), list(lines)
    made: list[Grid] = []
    done: set[int] = set()
    rest = list(lines)
    if carried is not None and carried.width > 2 and rest:
        top = min(line.top for line in rest)
        if not any(seed.top < top for seed in seeds):
            chain = Chain(carried.xs, top - 1.0, top - 1.0, model=carried)
            rest = _try(chain, seeds, rest, drawn, made, done)
    for seed in seeds:
        if id(seed) in done or len(made) > _MOST_TABLES:
            continue
        chain = Chain(seed.xs, seed.top, seed.bottom, [seed])
        rest = _try(chain, seeds, rest, drawn, made, done)
    kept = [s.grid for s in seeds if s.grid is not None and id(s) not in done]
    narrow = [grid for grid in grids if grid.width < 2]
    return sorted([*made, *kept, *narrow], key=lambda g: (g.rect.top, g.rect.x0)), rest


def _try(
    chain: Chain,
    seeds: Sequence[Seed],
    lines: list[Line],
    drawn: Drawn,
    made: list[Grid],
    done: set[int],
) -> list[Line]:
    """Grow a table; return the lines that are left outside it."""
    parts = _grow(chain, [s for s in seeds if id(s) not in done], lines, drawn)
    if not _is_table(chain):
        return lines
    grid = built(chain, drawn)
    if grid is None:
        return lines
    made.append(grid)
    done.update(id(seed) for seed in chain.seeds)
    used = {id(line) for band in chain.bands for line in band.lines}
    left: list[Line] = []
    for line in lines:
        pieces = parts.get(id(line), [line])
        outside = [piece for piece in pieces if id(piece) not in used]
        left.extend([line] if len(outside) == len(pieces) else outside)
    return left


def _grow(
    chain: Chain, seeds: Sequence[Seed], lines: Sequence[Line], drawn: Drawn
) -> dict[int, list[Line]]:
    """Take what keeps to the columns; return the pieces that lines were cut into."""
    left, right = chain.xs[0] - 3.0, chain.xs[-1] + 3.0
    parts: dict[int, list[Line]] = {}
    pieces: list[Line] = []
    bare = bool(chain.seeds) and chain.seeds[0].grid is None
    start = chain.top - (6.0 if bare else 0.0)
    for line in lines:
        if line.base < start or line.x1 < left or line.x0 > right:
            continue
        parts[id(line)] = cut(line, chain.xs)
        pieces.extend(parts[id(line)])
    events: list[tuple[float, Band | Seed]] = [(band.top, band) for band in bands_of(pieces)]
    events += [
        (seed.top - 0.1, seed)
        for seed in seeds
        if seed not in chain.seeds and seed.top > chain.top - 1.0 and seed.shares(left, right)
    ]
    if bare:
        _grow_up(chain, lines, parts)
    pending: list[Band] = []
    foot = chain.bottom
    rules = [
        rule.top
        for rule in drawn.across
        if rule.x0 > left and rule.x1 < right and min(abs(rule.x0 - x) for x in chain.xs) < NEAR
    ]
    for _, event in sorted(events, key=lambda one: one[0]):
        if isinstance(event, Seed):
            if not event.meets(chain.xs):
                if event.grid is not None:
                    break
                continue
            if event.top - foot > _BETWEEN + (20 if event.grid is None else 0):
                break
            if _repeats(chain, event):
                break
            if len(event.xs) > len(chain.xs) and not chain.bands:
                chain.xs = event.xs
            _commit(chain, pending)
            chain.seeds.append(event)
            foot = chain.bottom = max(foot, event.bottom)
            continue
        band = event
        if band.bottom <= chain.top:
            continue
        foot = max([foot, *(y for y in rules if foot < y < band.top)])
        if band.top - foot > _ENDS * band.size:
            break
        if band.x0 < left or band.x1 > right:
            break
        if any(column_of(chain.xs, line) is None for line in band.lines):
            if not _may_cross(band, drawn, chain):
                break
            pending.append(band)
            foot = band.bottom
            continue
        if pending and len(band.lines) < 2:
            pending.append(band)
            foot = band.bottom
            if len(pending) > 4:
                break
            continue
        if _says_header(chain, band, below=bool(pending)) or (
            pending and not _aligned(chain, band)
        ):
            break
        _commit(chain, pending)
        chain.bands.append(band)
        foot = chain.bottom = max(foot, band.bottom)
    _trim(chain, drawn)
    if chain.bands and chain.seeds:
        # The header of a table below that says the same is none of this one.
        foot = chain.bands[-1].base
        chain.seeds = [
            seed
            for seed in chain.seeds
            if seed.grid is not None or seed.top < foot or seed.bottom - seed.top < _TILE
        ]
    feet = [seed.bottom for seed in chain.seeds] + [band.bottom for band in chain.bands]
    chain.bottom = max(feet, default=chain.bottom)
    return parts


def _grow_up(chain: Chain, lines: Sequence[Line], parts: dict[int, list[Line]]) -> None:
    """Take the header that stands above the first rule."""
    above: list[Line] = []
    for line in lines:
        if chain.top - 60.0 < line.base <= chain.top + 1.0 and id(line) not in parts:
            if line.x1 >= chain.xs[0] - 3.0 and line.x0 <= chain.xs[-1] + 3.0:
                above.append(line)
    cuts = {id(line): cut(line, chain.xs) for line in above}
    bands = bands_of([piece for line in above for piece in cuts[id(line)]])
    foot = chain.top
    taken: list[Band] = []
    for band in reversed(bands):
        fits = all(column_of(chain.xs, line) is not None for line in band.lines)
        if foot - band.bottom > 1.3 * band.size or not fits:
            break
        taken.append(band)
        foot = band.top
    while taken and len(taken[-1].lines) < 2:
        taken.pop()
    if not taken:
        return
    used = {id(line) for band in taken for line in band.lines}
    for line in above:
        if any(id(piece) in used for piece in cuts[id(line)]):
            parts[id(line)] = cuts[id(line)]
    chain.bands.extend(reversed(taken))
    chain.top = min(chain.top, taken[-1].top - 2.0)


def _commit(chain: Chain, pending: list[Band]) -> None:
    for band in pending:
        chain.bands.append(band)
        if len(band.lines) == 1:
            chain.across.append(band)
    pending.clear()


def _may_cross(band: Band, drawn: Drawn, chain: Chain) -> bool:
    """Tell a heading over the columns from running text."""
    if len(band.lines) > 1 or len(band.lines[0].words) > _BAND_WORDS:
        return False
    line = band.lines[0]
    wide = chain.xs[-1] - chain.xs[0]
    middle = (line.top + line.bottom) / 2
    shaded = any(
        fill.rect.top <= middle <= fill.rect.bottom
        and fill.rect.height < 5 * line.size
        and fill.rect.width > 0.8 * wide
        for fill in drawn.fills
    )
    ruled = sum(
        abs(rule.top - y) < 1.2 * line.size and rule.x0 <= line.x0 + 4 and rule.x1 >= line.x1 - 4
        for y in (line.top, line.bottom)
        for rule in drawn.across
    )
    return line.bold or shaded or ruled >= 2


def _rows(grid: Grid) -> list[str]:
    rows = [""] * grid.height
    for cell in grid.cells:
        rows[cell.row] += "".join(word.text for word in cell.words).lower()
    return rows


def _repeats(chain: Chain, seed: Seed) -> bool:
    """Tell whether a drawn row says what the header of the table says: another begins."""
    if seed.grid is None:
        return False
    heads = {text for grid in chain.grids for text in _rows(grid)[:_HEADER_ROWS] if text}
    return any(text in heads for text in _rows(seed.grid)[:_HEADER_ROWS])


def _says_header(chain: Chain, band: Band, *, below: bool) -> bool:
    """Tell whether a row says what the header says: another table begins under it.

    At the top of a page the header of the page before may stand again, unless a heading
    stands over it.
    """
    if len(band.lines) < 2:
        return False
    first = next((one for one in chain.bands if len(one.lines) > 1), None)
    grids = [*chain.grids, *([chain.model] if chain.model and (below or chain.bands) else [])]
    heads = {text for grid in grids for text in _rows(grid)[:_HEADER_ROWS] if text}
    if first is not None and chain.model is None:
        heads.add(_flat(first))
    return _flat(band) in heads


def _flat(band: Band) -> str:
    return "".join(word.text for line in band.lines for word in line.words).lower()


def _aligned(chain: Chain, band: Band, *, strictly: bool = False) -> bool:
    """Tell whether a row's pieces begin, end or are centred where those above them are."""
    places: dict[int, list[tuple[float, float]]] = {}
    for grid in [*chain.grids, *([chain.model] if chain.model else [])]:
        for cell in grid.cells:
            if cell.columns == 1 and cell.words:
                at = nearest(chain.xs, cell.rect.x0)
                places.setdefault(at, []).extend((line.x0, line.x1) for line in cell.lines())
    for other in chain.bands:
        for line in other.lines:
            if (column := column_of(chain.xs, line)) is not None:
                places.setdefault(column, []).append((line.x0, line.x1))
    hits = 0
    offsets: list[float] = []
    for line in band.lines:
        column = column_of(chain.xs, line)
        known = places.get(column, []) if column is not None else []
        hits += any(
            abs(line.x0 - a) < 3.5 or abs(line.x1 - b) < 3.5 or abs(line.x0 + line.x1 - a - b) < 7.0
            for a, b in known
        )
        if known:
            offsets.append(line.x0 - min(a for a, _ in known))
    # Cells of the body may be set in further than those of the header, all alike.
    alike = len(offsets) > 1 and max(offsets) - min(offsets) < 3.0 and abs(offsets[0]) < 20.0
    return hits > 0.5 * len(band.lines) or (alike and not strictly)


def _trim(chain: Chain, drawn: Drawn) -> None:
    """Leave out words below the table that happen to keep within its first column."""
    sizes = sorted(band.size for band in chain.bands)
    light = sum(not band.lines[0].bold for band in chain.bands) > 0.6 * len(chain.bands)
    while chain.bands:
        last = chain.bands[-1]
        if last in chain.across:
            chain.across.remove(last)
            chain.bands.pop()
            continue
        if len(last.lines) > 1 or column_of(chain.xs, last.lines[0]) != 0 or len(chain.bands) < 2:
            return
        if last.size > 1.1 * sizes[len(sizes) // 2] or (light and last.lines[0].bold):
            chain.bands.pop()  # a heading over what comes next
            continue
        before = chain.bands[-2]
        steps = [b.base - a.base for a, b in pairwise(chain.bands)]
        closed = any(
            last.base - 2 < r.top < last.base + 2.5 * last.size
            and min(r.x1, chain.xs[-1]) - max(r.x0, chain.xs[0]) > 0.3 * (r.x1 - r.x0)
            for r in [*drawn.across, *(f.rect for f in drawn.fills)]
        )
        if closed or last.base - before.base <= 1.5 * min(steps):
            return
        chain.bands.pop()


def _is_table(chain: Chain) -> bool:
    full = [band for band in chain.bands if len(band.lines) > 1]
    grids = chain.grids
    if not chain.bands:
        return len(grids) > 1
    if not chain.seeds:  # carried over from the page before
        probe = Chain(chain.xs, 0.0, 0.0, model=chain.model)
        like = sum(_aligned(probe, band) for band in full)
        return bool(full) and like >= 0.7 * len(full) and not _is_prose(chain)
    if not grids:
        if len(chain.seeds) > 1:
            return len(full) > 1
        # A header of boxes: what stands below must begin where its words do.
        probe = Chain(chain.xs, 0.0, 0.0, bands=full[:1])
        tiled = chain.seeds[0].bottom - chain.seeds[0].top > _TILE
        below = full[1:]
        return tiled and bool(below) and all(_aligned(probe, band) for band in below)
    if len(grids) == 1 and len(chain.seeds) == 1 and grids[0].height > _HEADER_ROWS:
        probe = Chain(chain.xs, chain.top, chain.bottom, chain.seeds)
        like = all(_aligned(probe, band, strictly=True) for band in full)
        return len(full) > 1 and like and not _is_prose(chain)
    if len(chain.xs) == 3 and len(chain.seeds) == 1 and _is_prose(chain):
        return False
    probe = Chain(chain.xs, chain.top, chain.bottom, chain.seeds)
    return bool(full) and (
        sum(_aligned(probe, band) for band in full) >= 0.5 * len(full) or len(chain.seeds) > 1
    )


def _is_prose(chain: Chain) -> bool:
    """Tell columns of running text, which have the width of a table by chance."""
    columns: dict[int, list[Line]] = {}
    for band in chain.bands:
        for line in band.lines:
            columns.setdefault(column_of(chain.xs, line) or 0, []).append(line)
    prose = 0
    for lines in columns.values():
        wide = max(line.x1 for line in lines) - min(line.x0 for line in lines)
        full = sum(line.x1 - line.x0 > 0.7 * wide for line in lines)
        words = sum(len(line.words) for line in lines)
        prose += len(lines) > 7 and full > 0.6 * len(lines) and words > 4.2 * len(lines)
    return prose > 1
