"""Makes snapshots of small graphs drawn by hand, in memory and without the vocabularies."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from cjgraph.namespaces import ID, PREFIXES, graph
from cjgraph.resources import resource_folder
from cjgraph.store import Snapshot
from cjgraph.store._default_graph import publish_default_graph

GRAPHS = Path(__file__).parent / "graphs"
HEADER = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())

#: The little of the model that threads need, for tests that make many snapshots.
MODEL = """
cj:actionForObjective rdfs:subPropertyOf cj:contributesTo .
cj:actionForOutcome rdfs:subPropertyOf cj:contributesTo .
cj:objectiveForOutcome rdfs:subPropertyOf cj:contributesTo .
cj:localOutcomeForOutcome rdfs:subPropertyOf cj:contributesTo .
cj:localOutcomeForPriorityAction rdfs:subPropertyOf cj:contributesTo .
cj:outcomeForPriorityAction rdfs:subPropertyOf cj:contributesTo .
cj:CommunityJusticeOutcome a owl:Class .
cj:NationallyDeterminedOutcome a owl:Class ; rdfs:subClassOf cj:CommunityJusticeOutcome .
cj:PriorityAction a owl:Class . cj:FrameworkEdition a owl:Class . cj:CJOIP a owl:Class .
cj:LocalOutcome a owl:Class . cj:StrategicObjective a owl:Class . cj:Action a owl:Class .
cj:CommunityJusticePartnership a owl:Class .
"""


def drawn(*names: str) -> str:
    """Return the Turtle of drawn graphs."""
    return "\n".join((GRAPHS / f"{name}.ttl").read_text(encoding="utf-8") for name in names)


def small_snapshot(turtle: str, *, model: str | None = None) -> Snapshot:
    """Publish some Turtle with the model in a store in memory, and open it.

    Args:
        turtle: Statements with the product's prefixes.
        model: Turtle in the place of the whole model.
    """
    store = ox.Store()
    parts = {"ontology": _core() if model is None else _parsed(model), "vocabulary": turtle}
    for kind, part in parts.items():
        triples = _parsed(part) if isinstance(part, str) else part
        store.extend(ox.Quad(*t, ox.NamedNode(graph(kind, "drawn"))) for t in triples)
    publish_default_graph(store, [(graph(kind, "drawn"), kind) for kind in parts])
    return Snapshot(name="drawn", folder=Path("."), manifest={}, _store=store)


@cache
def _core() -> tuple[ox.Triple, ...]:
    files = sorted((resource_folder("ontology") / "core").glob("*.ttl"))
    return tuple(q.triple for f in files for q in ox.parse(path=f, format=ox.RdfFormat.TURTLE))


def _parsed(turtle: str) -> tuple[ox.Triple, ...]:
    # Turtle takes no slash in a short name, which is how things are named here.
    whole = HEADER + re.sub(r"\bid:([\w/-]+)", rf"<{ID}\1>", turtle)
    return tuple(q.triple for q in ox.parse(whole.encode(), format=ox.RdfFormat.TURTLE))
