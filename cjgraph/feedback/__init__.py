"""Keeps what people say against findings that they hold to be wrong, and the answers.

Remarks are for those who look after the rules: kept with rule, version and plan, never
published, never changed, only answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjgraph.lazy import lazily

if TYPE_CHECKING:
    from cjgraph.feedback._book import add_remark as add_remark
    from cjgraph.feedback._book import answer_remark as answer_remark
    from cjgraph.feedback._book import remarks as remarks
    from cjgraph.feedback._disputes import Dispute as Dispute
    from cjgraph.feedback._disputes import disputes as disputes
    from cjgraph.feedback._remark import LONGEST_REASON as LONGEST_REASON
    from cjgraph.feedback._remark import STATES as STATES
    from cjgraph.feedback._remark import Answer as Answer
    from cjgraph.feedback._remark import Remark as Remark
    from cjgraph.feedback._report import remark_on as remark_on

__all__ = [
    "LONGEST_REASON",
    "STATES",
    "Answer",
    "Dispute",
    "Remark",
    "add_remark",
    "answer_remark",
    "disputes",
    "remark_on",
    "remarks",
]

_HOMES = {
    "LONGEST_REASON": "_remark",
    "STATES": "_remark",
    "Answer": "_remark",
    "Dispute": "_disputes",
    "Remark": "_remark",
    "add_remark": "_book",
    "answer_remark": "_book",
    "disputes": "_disputes",
    "remark_on": "_report",
    "remarks": "_book",
}


__getattr__ = lazily(__name__, _HOMES)
