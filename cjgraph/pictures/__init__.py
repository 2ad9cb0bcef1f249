"""Pictures and tables of the golden thread, each with its words."""

from typing import TYPE_CHECKING, Final

from cjgraph.lazy import lazily

if TYPE_CHECKING:
    from cjgraph.pictures._choice import NothingToDraw as NothingToDraw
    from cjgraph.pictures._choice import picture_of as picture_of
    from cjgraph.pictures._csv import answer_csv as answer_csv
    from cjgraph.pictures._csv import rows_csv as rows_csv
    from cjgraph.pictures._picture import Picture as Picture

#: Where each name lives; matplotlib is slow to load and most verbs draw nothing.
_HOMES: Final = {
    "NothingToDraw": "_choice",
    "Picture": "_picture",
    "answer_csv": "_csv",
    "picture_of": "_choice",
    "rows_csv": "_csv",
}

__all__ = sorted(_HOMES)


__getattr__ = lazily(__name__, _HOMES)
