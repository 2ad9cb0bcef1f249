"""Reads a plan that is a graph already, and leaves out what is no statement of a plan."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from cjgraph.errors import SyntaxFault
from cjgraph.namespaces import CJ, OWL, RDF, SH, thing
from ingest.graph_file import parse_graph
from ingest.plans.notes import Note
from ingest.plans.refusal import BrokenFile, PlanRefused

_PLAN: Final = (ox.NamedNode(RDF + "type"), ox.NamedNode(CJ + "CJOIP"))
_IMPORTS: Final = ox.NamedNode(OWL + "imports")

_RULES: Final = Note(
    "rules_ignored",
    "The file holds rules for checking. They were left out: a plan is checked by the rules of "
    "this product alone.",
)
_IMPORTED: Final = Note(
    "imports_ignored",
    "The file names other files to be read with it. Nothing was read from there: put what "
    "belongs to the plan into the one file.",
)
_QUOTED: Final = Note(
    "statements_ignored",
    "The file holds statements about statements. They were left out; the plan is checked "
    "without them.",
)
_CUT: Final = Note(
    "text_cut",
    "The file holds a text that is longer than any in a plan. Only its beginning was checked: "
    "look whether a whole document stands where one passage belongs.",
)


def read_plan_graph(content: bytes, name: str) -> tuple[list[ox.Triple], tuple[Note, ...]]:
    """Read the graph of a plan from memory; nothing is ever fetched.

    Args:
        content: The file's bytes.
        name: Its name; the ending tells the format.

    Returns:
        What it says, and what was left out.

    Raises:
        BrokenFile: The content is broken; the message gives line and column.
        PlanRefused: It describes no plan.
        TooLarge: It holds more than can be checked at once.
    """
    from cjgraph.shacl._graphs import MAX_STATEMENTS, MAX_TEXT, refuse_too_many

    try:
        found = parse_graph(content, name, most=MAX_STATEMENTS + 1)
    except SyntaxFault as error:
        raise BrokenFile(error.message, hint=error.hint) from error
    refuse_too_many(len(found))
    kept: list[ox.Triple] = []
    left_out: dict[str, Note] = {}
    # The engine spells out all that hangs from a blank node, and does so without end.
    names: dict[ox.BlankNode, ox.NamedNode] = {}
    for triple in found:
        value = triple.object
        if isinstance(value, ox.Triple):
            left_out[_QUOTED.code] = _QUOTED
            continue
        if any(isinstance(t, ox.NamedNode) and t.value.startswith(SH) for t in triple):
            left_out[_RULES.code] = _RULES
            continue
        if triple.predicate == _IMPORTS:
            left_out[_IMPORTED.code] = _IMPORTED
            continue
        if isinstance(value, ox.Literal) and len(value.value) > MAX_TEXT:
            left_out[_CUT.code] = _CUT
        subject = triple.subject
        if isinstance(subject, ox.BlankNode):
            subject = names.setdefault(subject, _nameless(len(names)))
        if isinstance(value, ox.BlankNode):
            value = names.setdefault(value, _nameless(len(names)))
        kept.append(ox.Triple(subject, triple.predicate, value))
    if not any((triple.predicate, triple.object) == _PLAN for triple in kept):
        said = f"{name} is a graph, but it describes no community justice plan; give one of a plan."
        raise PlanRefused(said, code="not_a_plan")
    return kept, tuple(left_out[code] for code in sorted(left_out))


def _nameless(number: int) -> ox.NamedNode:
    """Make a name that reads as none in a message."""
    return ox.NamedNode(thing(f"unnamed-{number}", "something-without-a-name"))
