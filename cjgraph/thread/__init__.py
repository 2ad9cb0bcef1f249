"""The golden thread: what contributes to what, from need and service to national aims."""

from typing import TYPE_CHECKING, Final

from cjgraph.lazy import lazily

if TYPE_CHECKING:
    from cjgraph.thread._answer import Answer as Answer
    from cjgraph.thread._breaks import Break as Break
    from cjgraph.thread._breaks import Breaks as Breaks
    from cjgraph.thread._breaks import thread_breaks as thread_breaks
    from cjgraph.thread._cell import Carried as Carried
    from cjgraph.thread._cell import Cell as Cell
    from cjgraph.thread._changes import Effect as Effect
    from cjgraph.thread._compare import Comparison as Comparison
    from cjgraph.thread._compare import compare as compare
    from cjgraph.thread._coverage import Coverage as Coverage
    from cjgraph.thread._coverage import coverage as coverage
    from cjgraph.thread._frame import Column as Column
    from cjgraph.thread._gap_finders import Gap as Gap
    from cjgraph.thread._gaps import Gaps as Gaps
    from cjgraph.thread._gaps import gaps as gaps
    from cjgraph.thread._graph import Edge as Edge
    from cjgraph.thread._graph import Evidence as Evidence
    from cjgraph.thread._graph import Node as Node
    from cjgraph.thread._graph import ThreadGraph as ThreadGraph
    from cjgraph.thread._impact import Impact as Impact
    from cjgraph.thread._impact import impact as impact
    from cjgraph.thread._indicators import Indicators as Indicators
    from cjgraph.thread._indicators import indicators as indicators
    from cjgraph.thread._model import LongTermModel as LongTermModel
    from cjgraph.thread._model import long_term_model as long_term_model
    from cjgraph.thread._partners import PartnerLoad as PartnerLoad
    from cjgraph.thread._partners import partner_load as partner_load
    from cjgraph.thread._plans import PlanEdition as PlanEdition
    from cjgraph.thread._plans import Row as Row
    from cjgraph.thread._points import SinglePoints as SinglePoints
    from cjgraph.thread._points import single_points as single_points
    from cjgraph.thread._read import read_thread_graph as read_thread_graph
    from cjgraph.thread._text import trace_text as trace_text
    from cjgraph.thread._trace import Step as Step
    from cjgraph.thread._trace import Thread as Thread
    from cjgraph.thread._trace import Trace as Trace
    from cjgraph.thread._trace import trace_thread as trace_thread

#: Where each name lives; networkx is slow to load and most verbs need none of it.
_HOMES: Final = {
    "Answer": "_answer",
    "Break": "_breaks",
    "Breaks": "_breaks",
    "Carried": "_cell",
    "Cell": "_cell",
    "Column": "_frame",
    "Comparison": "_compare",
    "Coverage": "_coverage",
    "Edge": "_graph",
    "Effect": "_changes",
    "Evidence": "_graph",
    "Gap": "_gap_finders",
    "Gaps": "_gaps",
    "Impact": "_impact",
    "Indicators": "_indicators",
    "LongTermModel": "_model",
    "Node": "_graph",
    "PartnerLoad": "_partners",
    "PlanEdition": "_plans",
    "Row": "_plans",
    "SinglePoints": "_points",
    "Step": "_trace",
    "Thread": "_trace",
    "ThreadGraph": "_graph",
    "Trace": "_trace",
    "compare": "_compare",
    "coverage": "_coverage",
    "gaps": "_gaps",
    "impact": "_impact",
    "indicators": "_indicators",
    "long_term_model": "_model",
    "partner_load": "_partners",
    "read_thread_graph": "_read",
    "single_points": "_points",
    "thread_breaks": "_breaks",
    "trace_text": "_text",
    "trace_thread": "_trace",
}

__all__ = sorted(_HOMES)


__getattr__ = lazily(__name__, _HOMES)
