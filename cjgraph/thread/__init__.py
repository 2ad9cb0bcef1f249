"""The golden thread: what contributes to what, from need and service to national aims."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cjgraph.thread._graph import Edge, Node, ThreadGraph, read_thread_graph
    from cjgraph.thread._text import trace_text
    from cjgraph.thread._trace import Step, Thread, Trace, trace_thread

__all__ = [
    "Edge",
    "Node",
    "Step",
    "Thread",
    "ThreadGraph",
    "Trace",
    "read_thread_graph",
    "trace_text",
    "trace_thread",
]

_HOMES = {
    "Edge": "_graph",
    "Node": "_graph",
    "ThreadGraph": "_graph",
    "read_thread_graph": "_graph",
    "trace_text": "_text",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for; networkx is slow to load and most verbs need none of it."""
    if name not in __all__:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"cjgraph.thread.{_HOMES.get(name, '_trace')}"), name)
