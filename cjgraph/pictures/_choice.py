"""Chooses the picture that fits an answer."""

from __future__ import annotations

from cjgraph.errors import InputError
from cjgraph.pictures._comparison import comparison_picture
from cjgraph.pictures._coverage import coverage_picture
from cjgraph.pictures._gaps import gaps_picture
from cjgraph.pictures._impact import impact_picture
from cjgraph.pictures._indicators import indicators_picture
from cjgraph.pictures._model import model_picture
from cjgraph.pictures._partners import partners_picture
from cjgraph.pictures._picture import Picture
from cjgraph.pictures._trace import trace_picture
from cjgraph.thread import (
    Answer,
    Comparison,
    Coverage,
    Gaps,
    Impact,
    Indicators,
    LongTermModel,
    PartnerLoad,
    ThreadGraph,
    Trace,
)


class NothingToDraw(InputError):  # noqa: N818 - named by cause, as the whole tree is
    """A picture would show nothing, or there is none of such an answer."""


def picture_of(found: Answer, graph: ThreadGraph | None = None) -> Picture:
    """Return the picture of an answer.

    Args:
        found: The answer.
        graph: What it was worked out from; a trace draws more with it.

    Raises:
        NothingToDraw: The picture would be empty; the message is the answer in words.
    """
    picture: Picture | None
    match found:
        case Trace():
            picture = trace_picture(found, graph)
        case Coverage():
            picture = coverage_picture(found)
        case Gaps():
            picture = gaps_picture(found)
        case Comparison():
            picture = comparison_picture(found)
        case Impact():
            picture = impact_picture(found)
        case PartnerLoad():
            picture = partners_picture(found)
        case Indicators():
            picture = indicators_picture(found)
        case LongTermModel():
            picture = model_picture(found)
        case _:
            raise NothingToDraw(
                "There is no picture of this answer.", hint="Ask for text, JSON or CSV."
            )
    if picture is None:
        raise NothingToDraw(
            f"There is nothing to draw. {found.sentence}", hint="Text, JSON and CSV say the same."
        )
    return picture
