"""Pictures can be read by everyone, show everything or say what they leave out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from lxml import etree
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from cjgraph.pictures import NothingToDraw, Picture, answer_csv, picture_of
from cjgraph.pictures._colours import PALE, PAPER, SERIES, STEPS, WARNING, _contrast, ink_on
from cjgraph.pictures._picture import _drawing
from cjgraph.pictures._wording import width_of, wrapped
from cjgraph.thread import (
    Coverage,
    Node,
    Step,
    Thread,
    ThreadGraph,
    Trace,
    compare,
    coverage,
    gaps,
    impact,
    long_term_model,
    partner_load,
    read_thread_graph,
    thread_breaks,
    trace_thread,
)
from tests.thread.small import drawn, small_snapshot

SVG = "{http://www.w3.org/2000/svg}"
EVIL = "</text><script>alert(1)</script> & $x^2$ \x07 <b>"


@pytest.fixture(scope="module")
def graph() -> ThreadGraph:
    return read_thread_graph(small_snapshot(drawn("nation", "north", "others")))


@pytest.fixture(scope="module")
def bare() -> ThreadGraph:
    return read_thread_graph(small_snapshot(drawn("nation")))


def words_of(picture: Picture) -> list[str]:
    root = etree.fromstring(picture.svg().encode())
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


def texts(picture: Picture) -> Iterator[tuple[Text, tuple[float, float, float, float]]]:
    """Yield each text as it is drawn, with its left, lower, right and upper end."""
    with _drawing(picture) as figure:
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        found = [(t, t.get_window_extent(canvas.get_renderer())) for t in figure.axes[0].texts]
    for text, box in found:
        yield text, (box.x0, box.y0, box.x1, box.y1)


def assert_readable(picture: Picture) -> None:
    """Nothing lies on anything else or runs off the sheet, and nothing is too small."""
    found = list(texts(picture))
    width, height = picture.size
    for text, (left, low, right, high) in found:
        assert left > 10 and low > 5 and right < width - 5 and high < height - 5, text.get_text()
        assert text.get_fontsize() >= 5.5
    for (one, a), (other, b) in combinations(found, 2):
        apart = a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 2 or b[3] <= a[1] + 2
        assert apart, f"{one.get_text()!r} lies on {other.get_text()!r}"


def many_rows(found: Coverage, count: int) -> Coverage:
    """The same matrix with so many rows."""
    head = next(head for head in found.row_heads if head.plans)
    cells = [cell for cell in found.cells if cell.row == head.key]
    heads = [replace(head, key=f"row {n}", name=f"Area with a long name {n}") for n in range(count)]
    return replace(
        found,
        row_heads=tuple(heads),
        cells=tuple(
            replace(c, row=h.key, count=n % 30) for n, h in enumerate(heads) for c in cells
        ),
    )


def first_served(graph: ThreadGraph) -> str:
    """The first national outcome that something serves."""
    found = coverage(graph)
    return next(cell.column for cell in found.cells if cell.count)


def wide_trace(found: Trace, count: int) -> Trace:
    """The same trace with so many threads from below."""
    step = found.downward[0].steps[0]
    kinds = ("LocalOutcome", "StrategicObjective", "Action")
    threads = []
    for n in range(count):
        nodes = [
            Node(f"x:{kind}-{n // (3 - at)}", f"{kind} number {n} that does much for many", kind)
            for at, kind in enumerate(kinds)
        ]
        threads.append(Thread(tuple(Step(step.edge, node) for node in nodes), judged=False))
    return replace(found, downward=tuple(threads))


@pytest.mark.parametrize("rows", [5, 60, 200])
def test_coverage_is_readable_with_any_number_of_rows(graph: ThreadGraph, rows: int) -> None:
    picture = picture_of(many_rows(coverage(graph), rows))
    assert_readable(picture)
    left_out = f"{rows - 40} more rows with a plan are in the table."
    assert (left_out in words_of(picture)) is (rows > 40)


@pytest.mark.parametrize("items", [5, 60, 200])
def test_a_thread_is_readable_with_any_number_of_items(graph: ThreadGraph, items: int) -> None:
    picture = picture_of(wide_trace(trace_thread(graph, first_served(graph)), items), graph)
    assert_readable(picture)
    said = [words for words in words_of(picture) if words.startswith("and ")]
    assert bool(said) is (items > 9)


@pytest.mark.parametrize("of", ["outcomes", "priority_actions", "needs", "checklist"])
def test_every_matrix_is_readable(graph: ThreadGraph, of: str) -> None:
    assert_readable(picture_of(coverage(graph, columns=of, edition="2023")))  # type: ignore[arg-type]


def test_the_other_pictures_are_readable(graph: ThreadGraph) -> None:
    heads = [head.name for head in coverage(graph).row_heads if head.plans][:2]
    answers = [gaps(graph), partner_load(graph), compare(graph, *heads)]
    for answer in answers:
        assert_readable(picture_of(answer))


@pytest.mark.parametrize("times", [1, 30])
def test_impact_shows_what_is_left_bare_or_says_how_much_more(
    graph: ThreadGraph, times: int
) -> None:
    found = impact(graph, first_served(graph))
    picture = picture_of(replace(found, effects=found.effects * times))
    assert_readable(picture)
    words = words_of(picture)
    assert "What would go" in words and "Loses its last" in words
    hidden = sum(e.severity == "orphaned" for e in found.effects) * times - 9
    assert (f"and {hidden} more, in the table" in words) is (hidden > 0)


def test_words_of_plans_stay_words(graph: ThreadGraph) -> None:
    found = coverage(graph)
    heads = (replace(found.row_heads[0], name=EVIL), *found.row_heads[1:])
    picture = picture_of(replace(found, row_heads=heads, sentence=EVIL))
    root = etree.fromstring(picture.svg().encode())
    assert not list(root.iter(f"{SVG}script")) and not list(root.iter(f"{SVG}b"))
    assert "<script" not in picture.svg()
    assert any(
        "</text><script>alert(1)</script> & $x^2$ <b>" in words for words in words_of(picture)
    )


def test_a_picture_carries_its_words_and_is_the_same_each_time(graph: ThreadGraph) -> None:
    found = coverage(graph)
    picture = picture_of(found)
    svg = picture.svg()
    assert svg == picture_of(found).svg() and picture.png() == picture_of(found).png()
    root = etree.fromstring(svg.encode())
    assert root.get("role") == "img"
    ids = {each.get("id"): each.text for each in root if each.tag in (f"{SVG}title", f"{SVG}desc")}
    assert ids[root.get("aria-labelledby")] == picture.title
    assert ids[root.get("aria-describedby")] == found.sentence == picture.text
    assert picture.png().startswith(b"\x89PNG")
    assert list(picture.rows) == found.rows()


def test_a_row_without_a_plan_says_so(bare: ThreadGraph) -> None:
    words = words_of(picture_of(coverage(bare)))
    assert words.count("no plan loaded") == len(coverage(bare).row_heads)


def test_added_data_is_said_on_the_face(graph: ThreadGraph) -> None:
    found = replace(coverage(graph), included=("synthetic",))
    assert "Includes synthetic data that stands for no real area." in words_of(picture_of(found))
    assert all(line.endswith(",synthetic") for line in answer_csv(found).splitlines()[1:])


def test_a_break_is_told_in_words(graph: ThreadGraph) -> None:
    each = thread_breaks(graph).breaks[0]
    words = " ".join(words_of(picture_of(trace_thread(graph, each.thing.iri), graph)))
    assert "Break" in words and "the thread breaks here" in words


def test_nothing_is_not_drawn(bare: ThreadGraph) -> None:
    for answer in (gaps(bare), partner_load(bare)):
        with pytest.raises(NothingToDraw) as told:
            picture_of(answer)
        assert answer.sentence in told.value.message
    with pytest.raises(NothingToDraw, match="no picture"):
        picture_of(thread_breaks(bare))
    assert "No plan" in answer_csv(partner_load(bare)) or "plan" in answer_csv(partner_load(bare))


def test_the_model_is_drawn_where_it_is_loaded(bare: ThreadGraph) -> None:
    found = long_term_model(bare)
    if not found.national:
        with pytest.raises(NothingToDraw):
            picture_of(found)


def test_ink_reads_on_every_colour() -> None:
    for colour in (*STEPS, *SERIES, PAPER, PALE, WARNING):
        assert _contrast(colour, ink_on(colour)) >= 4.5


def test_words_are_wrapped_and_never_wider_than_their_room() -> None:
    text = "Ein Donaudampfschifffahrtsgesellschaftskapitän and more words than fit on one line"
    lines = wrapped(text, 60, 8)
    assert all(width_of(line, 8) <= 60 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert wrapped(text, 60, 8, most=2)[-1].endswith("…")


def test_a_formula_is_no_formula_in_csv(graph: ThreadGraph) -> None:
    found = coverage(graph)
    heads = (replace(found.row_heads[0], name="=1+1"), *found.row_heads[1:])
    assert "\r\n'=1+1," in answer_csv(replace(found, row_heads=heads))
