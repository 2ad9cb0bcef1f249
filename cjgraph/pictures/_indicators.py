"""Observed values over time, a small chart for each thing that was observed."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from matplotlib.ticker import MaxNLocator

from cjgraph.pictures._areas import in_code_order
from cjgraph.pictures._colours import INK, LINE, SERIES
from cjgraph.pictures._picture import Picture
from cjgraph.pictures._sheet import LEADING, MARGIN, Sheet
from cjgraph.pictures._wording import clean, wrapped
from cjgraph.thread import Indicators
from cjgraph.thread._answer import listed

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from cjgraph.thread._indicators import Observation, Series

_MOST_CHARTS: Final = 12
_MOST_LINES: Final = 5
_MOST_SINGLE: Final = 20
_ACROSS: Final = 3
_MARKS: Final = ("o", "s", "^", "D", "v", "P")
_HIGH: Final = 118.0


def indicators_picture(found: Indicators) -> Picture | None:
    """Draw values over time, or return None where no value has a time.

    Args:
        found: The values.
    """
    groups: dict[tuple[str, str, str], list[Series]] = {}
    for series in found.series:
        if any(_time(seen) is not None for seen in series.observations):
            key = (series.indicator or "", series.what, series.unit)
            groups.setdefault(key, []).append(series)
    if not groups:
        return None
    sheet = Sheet("Indicators over time", found.notice)
    keys = sorted(groups, key=lambda k: (not k[0], in_code_order(k[0]), k[1:]))
    for group in groups.values():
        group.sort(key=lambda series: not series.national)
    single = [k for k in keys if max(len(s.observations) for s in groups[k]) == 1]
    keys = [k for k in keys if k not in single]
    across = (sheet.inner - (_ACROSS - 1) * 26) / _ACROSS
    for at in range(0, min(len(keys), _MOST_CHARTS), _ACROSS):
        row = keys[at : min(at + _ACROSS, _MOST_CHARTS)]
        heads = [wrapped(_head(key, groups[key]), across, 8.5, bold=True) for key in row]
        deep = max(map(len, heads)) * 8.5 * LEADING + 4
        low = sheet.y + deep + _HIGH + 20
        for place, key in enumerate(row):
            left = MARGIN + place * (across + 26)
            sheet.lines(left, sheet.y, heads[place], size=8.5, bold=True)
            drawn = groups[key][:_MOST_LINES]
            sheet.chart(left + 34, sheet.y + deep, across - 34, _HIGH, _chart(drawn))
            low = max(low, _names(sheet, left, sheet.y + deep + _HIGH + 20, across, groups[key]))
        sheet.y = low + 12
    if len(keys) > _MOST_CHARTS:
        sheet.paragraph(f"{len(keys) - _MOST_CHARTS} more charts are in the table.", bold=True)
    _single(sheet, [series for key in single for series in groups[key]])
    return sheet.finish(found.sentence, found.rows())


def _single(sheet: Sheet, some: Sequence[Series]) -> None:
    """List what has one value only, which makes no line."""
    if not some:
        return
    sheet.paragraph("Seen once, so that nothing can be said of change", size=10, bold=True)
    for series in some[:_MOST_SINGLE]:
        seen = series.observations[0]
        where = ", ".join(name for name in (series.area_name, series.service) if name)
        told = f"{seen.qualifier} " if seen.qualifier else ""
        told += f"{seen.value:,g} {series.unit}"
        when = seen.period or (str(seen.end.year) if seen.end else "")
        code = f"{series.indicator}: " if series.indicator else ""
        ends = "; ".join(part for part in (where, when) if part)
        sheet.paragraph(f"{code}{series.what}: {told} ({ends})", size=8.5)
    if len(some) > _MOST_SINGLE:
        sheet.paragraph(f"{len(some) - _MOST_SINGLE} more values are in the table.", bold=True)


def _head(key: tuple[str, str, str], group: Sequence[Series]) -> str:
    code, what, unit = key
    outcomes = listed(group[0].outcomes, 3)
    head = f"{code}: {what}" if code else what
    return f"{head} ({unit})" + (f", for {outcomes}" if outcomes else "")


def _time(seen: Observation) -> float | None:
    day = seen.end or seen.start
    return day.year + (day.timetuple().tm_yday - 1) / 365.25 if day else None


def _names(sheet: Sheet, left: float, y: float, across: float, group: Sequence[Series]) -> float:
    """Name the lines of a chart below it."""
    for at, series in enumerate(group[:_MOST_LINES]):
        name = series.area_name or series.service or "area not stated"
        if series.service and series.area_name:
            name = f"{series.area_name}, {series.service}"
        lines = wrapped(name, across - 22, 7.5)
        sheet.chart(left, y + 1, 16, 8, _sample(at, series))
        y += sheet.lines(left + 20, y, lines, size=7.5) + 1
    if len(group) > _MOST_LINES:
        more = f"and {len(group) - _MOST_LINES} more areas, in the table"
        y += sheet.lines(left, y, [more], size=7.5)
    return y


def _line(at: int, series: Series) -> dict[str, object]:
    return {
        "color": INK if series.national else SERIES[at % len(SERIES)],
        "marker": _MARKS[at % len(_MARKS)],
        "markersize": 4.5,
        "linewidth": 1.8 if series.national else 1.2,
        "linestyle": "--" if series.national else "-",
        "markeredgecolor": INK,
        "markeredgewidth": 0.5,
    }


def _chart(group: Sequence[Series]) -> Callable[[Axes], None]:
    def draw(axes: Axes) -> None:
        times = []
        for at, series in enumerate(group):
            points = sorted(
                (when, seen.value)
                for seen in series.observations
                if (when := _time(seen)) is not None and math.isfinite(seen.value)
            )
            times += [when for when, _ in points]
            axes.plot([x for x, _ in points], [y for _, y in points], **_line(at, series))  # type: ignore[arg-type]
        low, high = (min(times), max(times)) if times else (0.0, 1.0)
        spare = max(0.6, (high - low) * 0.06)
        axes.set_xlim(low - spare, high + spare)
        bottom, top = axes.get_ylim()
        head = (top - bottom) * 0.08
        axes.set_ylim(min(0.0, bottom), max(0.0, top + head))
        axes.xaxis.set_major_locator(MaxNLocator(5, integer=True, min_n_ticks=1))
        axes.yaxis.set_major_locator(MaxNLocator(4))
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0f}")
        axes.yaxis.set_major_formatter(lambda value, _: clean(f"{value:,g}"))
        axes.tick_params(labelsize=7.5, color=LINE, labelcolor=INK, length=3)
        axes.grid(axis="y", color="#dddddd", linewidth=0.6)
        axes.set_axisbelow(True)
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)

    return draw


def _sample(at: int, series: Series) -> Callable[[Axes], None]:
    def draw(axes: Axes) -> None:
        axes.set_axis_off()
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1)
        axes.plot([0.1, 0.9], [0.5, 0.5], **{**_line(at, series), "marker": ""})  # type: ignore[arg-type]
        axes.plot([0.5], [0.5], **_line(at, series))  # type: ignore[arg-type]

    return draw
