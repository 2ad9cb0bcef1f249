"""A picture: what draws it, the same in words, and the same as a table."""

from __future__ import annotations

import io
import re
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from typing import Any, Final

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from cjgraph.pictures._wording import clean

#: The settings of matplotlib are one for the whole process, so pictures are drawn in turn.
_TURN: Final = threading.Lock()

_SETTINGS: Final[Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "cjgraph",
    "font.family": ["sans-serif"],
    # The first is as wide as any of the others, so what fits in it fits in them.
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Helvetica", "Arial"],
    "axes.unicode_minus": False,
    "text.hinting": "none",
    "hatch.linewidth": 0.6,
    "path.simplify": False,
}
_NO_METADATA: Final = dict.fromkeys(("Date", "Creator", "Format", "Type"))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its words and its table.

    Args:
        title: What it shows.
        text: The same in words, for those who can't see it.
        rows: The same as a table.
        size: Width and height in points.
        draw: Draws it on an empty figure.
    """

    title: str
    text: str
    rows: Sequence[Mapping[str, str | int | float | bool | None]]
    size: tuple[float, float]
    draw: Callable[[Figure], None] = field(repr=False, compare=False)

    def svg(self) -> str:
        """Return the picture as SVG; its text stays text, and the same data give the same bytes."""
        written = io.StringIO()
        with _drawing(self) as figure:
            FigureCanvasSVG(figure).print_svg(written, metadata=_NO_METADATA)  # type: ignore[no-untyped-call]
        return _described(written.getvalue(), self.title, self.text)

    def png(self, dots: int = 150) -> bytes:
        """Return the picture as PNG.

        Args:
            dots: Dots to the inch.
        """
        written = io.BytesIO()
        with _drawing(self) as figure:
            figure.set_dpi(dots)
            canvas = FigureCanvasAgg(figure)
            canvas.print_png(written, metadata={"Software": None})  # type: ignore[no-untyped-call]
        return written.getvalue()


@contextmanager
def _drawing(picture: Picture) -> Iterator[Figure]:
    with _TURN, mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        # A sign that the font lacks is drawn as a box; the table has the words.
        warnings.filterwarnings("ignore", "Glyph .* missing")
        width, height = picture.size
        figure = Figure(figsize=(width / 72, height / 72), dpi=72, facecolor="white")
        picture.draw(figure)
        yield figure


def _described(svg: str, title: str, text: str) -> str:
    """Put title and description in, for screen readers."""
    start = svg.index("<svg ")
    head, rest = svg[start:].split(">", 1)
    rest = re.sub(r"\s*<metadata>.*?</metadata>", "", rest, count=1, flags=re.DOTALL)
    root = head.replace(
        "<svg ", '<svg role="img" aria-labelledby="picture-title" aria-describedby="picture-text" '
    )
    named = f'<title id="picture-title">{escape(clean(title))}</title>'
    told = f'<desc id="picture-text">{escape(clean(text))}</desc>'
    return f'<?xml version="1.0" encoding="utf-8"?>\n{root}>\n {named}\n {told}{rest}'
