"""A sheet of paper on which a picture is laid out, in points from its upper left corner."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from cjgraph.pictures._colours import INK, LINE, PAPER, SOFT, WARNING
from cjgraph.pictures._picture import Picture
from cjgraph.pictures._wording import clean, wrapped

#: Width of A4 paper on its side, in points.
A4_WIDTH: Final = 842.0
MARGIN: Final = 36.0
#: Lines are this many times as high as their letters.
LEADING: Final = 1.25


class Sheet:
    """What is to be drawn, from top to bottom.

    Args:
        title: Title of the picture.
        notice: What was added to the national data, or nothing.
        width: Width in points.
    """

    def __init__(self, title: str, notice: str = "", *, width: float = A4_WIDTH) -> None:
        self.title = clean(title)
        self.width = width
        #: Where the next thing goes.
        self.y = MARGIN
        self._parts: list[Callable[[Axes], None]] = []
        self._axes: list[tuple[tuple[float, float, float, float], Callable[[Axes], None]]] = []
        self.paragraph(self.title, size=14, bold=True)
        if notice:
            self._band(notice)
        self.y += 8

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * MARGIN

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 8,
        bold: bool = False,
        colour: str = INK,
        align: str = "left",
        turned: bool = False,
    ) -> None:
        """Write one line.

        Args:
            x: Where it begins, its middle or its end, by ``align``.
            y: Its base line.
            words: The words.
            size: Size of the letters.
            bold: Whether they are bold.
            colour: Their colour.
            align: ``left``, ``center`` or ``right``.
            turned: Whether it runs from bottom to top.
        """
        shown = clean(words)
        if not shown:
            return

        def draw(axes: Axes) -> None:
            axes.text(
                x,
                y,
                shown,
                fontsize=size,
                fontweight="bold" if bold else "normal",
                color=colour,
                ha=align,
                va="baseline",
                rotation=90 if turned else 0,
                rotation_mode="anchor",
                parse_math=False,
                zorder=5,
            )

        self._parts.append(draw)

    def lines(
        self, x: float, y: float, lines: Sequence[str], *, size: float = 8, **style: object
    ) -> float:
        """Write lines below each other; return the height that they take.

        Args:
            x: Where they begin.
            y: The top of the first.
            lines: The lines.
            size: Size of the letters.
            style: What ``text`` takes.
        """
        for at, line in enumerate(lines):
            base = y + size * (0.95 + LEADING * at)
            self.text(x, base, line, size=size, **style)  # type: ignore[arg-type]
        return size * LEADING * len(lines)

    def paragraph(
        self,
        words: str,
        *,
        size: float = 9,
        bold: bool = False,
        colour: str = INK,
        most: int | None = None,
    ) -> None:
        """Write a paragraph across the sheet and go on below it.

        Args:
            words: The words.
            size: Size of the letters.
            bold: Whether they are bold.
            colour: Their colour.
            most: Most lines.
        """
        broken = wrapped(words, self.inner, size, bold=bold, most=most)
        self.y += self.lines(MARGIN, self.y, broken, size=size, bold=bold, colour=colour) + 3

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = PAPER,
        edge: str = LINE,
        line: float = 0.6,
        hatch: str = "",
        dashed: bool = False,
        order: float = 2,
    ) -> None:
        """Draw a box.

        Args:
            x: Its left side.
            y: Its top.
            width: Its width.
            height: Its height.
            fill: Colour inside.
            edge: Colour of its line and hatching.
            line: Width of its line.
            hatch: A pattern of hatching, or nothing.
            dashed: Whether its line is dashed.
            order: What has a higher one lies on top.
        """

        def draw(axes: Axes) -> None:
            axes.add_patch(
                Rectangle(
                    (x, y),
                    width,
                    height,
                    facecolor=fill,
                    edgecolor=edge,
                    linewidth=line,
                    hatch=hatch or None,
                    linestyle=(0, (4, 2.5)) if dashed else "solid",
                    zorder=order,
                )
            )

        self._parts.append(draw)

    def path(
        self,
        points: Sequence[tuple[float, float]],
        codes: Sequence[int],
        *,
        colour: str = SOFT,
        line: float = 1.0,
        dashes: tuple[float, ...] = (),
        fill: str = "none",
        order: float = 1,
    ) -> None:
        """Draw a line or a shape.

        Args:
            points: Its points.
            codes: What matplotlib's ``Path`` takes as codes.
            colour: Colour of the line.
            line: Width of the line.
            dashes: Lengths of dashes and gaps; an unbroken line where there are none.
            fill: Colour inside.
            order: What has a higher one lies on top.
        """

        def draw(axes: Axes) -> None:
            axes.add_patch(
                PathPatch(
                    Path(list(points), list(codes)),
                    facecolor=fill,
                    edgecolor=colour,
                    linewidth=line,
                    linestyle=(0, dashes) if dashes else "solid",
                    zorder=order,
                )
            )

        self._parts.append(draw)

    def chart(
        self, x: float, y: float, width: float, height: float, draw: Callable[[Axes], None]
    ) -> None:
        """Draw a chart with axes of its own.

        Args:
            x: Its left side.
            y: Its top.
            width: Its width.
            height: Its height.
            draw: Draws it on its axes.
        """
        self._axes.append(((x, y, width, height), draw))

    def finish(
        self, text: str, rows: Sequence[Mapping[str, str | int | float | bool | None]]
    ) -> Picture:
        """Return the picture.

        Args:
            text: The same in words; it is written below the picture.
            rows: The same as a table.
        """
        self.y += 6
        self.paragraph(text, size=9, most=8)
        width, height = self.width, self.y + MARGIN - 10
        parts, charts = tuple(self._parts), tuple(self._axes)

        def draw(figure: Figure) -> None:
            axes = figure.add_axes((0, 0, 1, 1))
            axes.set_xlim(0, width)
            axes.set_ylim(height, 0)
            axes.set_axis_off()
            for part in parts:
                part(axes)
            for (x, y, across, down), inside in charts:
                place = (x / width, 1 - (y + down) / height, across / width, down / height)
                inside(figure.add_axes(place))

        return Picture(self.title, text, tuple(rows), (width, height), draw)

    def _band(self, notice: str) -> None:
        """Say on the face of the picture that it holds more than national data."""
        lines = wrapped(notice, self.inner - 34, 9.5, bold=True)
        height = 10 + 9.5 * LEADING * len(lines)
        self.box(MARGIN, self.y, self.inner, height, fill=WARNING, edge=INK, line=1.0)
        self.box(MARGIN, self.y, 16, height, fill=WARNING, edge=INK, line=1.0, hatch="////")
        self.lines(MARGIN + 26, self.y + 4, lines, size=9.5, bold=True)
        self.y += height + 4
