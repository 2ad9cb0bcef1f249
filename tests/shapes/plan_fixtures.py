"""Plans, prefixes and short names that the tests of rules share."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from rdflib import Graph

from cjgraph import namespaces
from cjgraph.resources import resource_folder
from cjgraph.shacl import Finding

PLANS = Path(__file__).parent / "plans"
FRAMEWORK_FILES = (
    "framework-editions",
    "outcomes-2016",
    "outcomes-2023",
    "strategy-2022",
    "national-indicators",
    "checklist",
    "partner-categories",
    "time-bands",
    "needs",
)
SHA = "0" * 64
#: Day of every check in these tests: early in the complete plan, before anything is due.
TODAY = date(2024, 5, 1)
PREFIXES = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in namespaces.PREFIXES.items())


def edit(graph: Graph, update: str, *, start: str = "2024") -> None:
    """Change a graph by an update in SPARQL.

    Args:
        graph: The graph to change.
        update: The update; ``id:plan/x/y`` and ``plan:action/a1`` may be written with
            bare slashes, which SPARQL itself does not allow.
        start: First year of the complete plan that ``plan:`` stands for.
    """
    homes = {"plan": f"{namespaces.thing('plan', 'invented')}/{start}/", "id": namespaces.ID}
    whole = re.sub(r"\b(plan|id):([\w-]+(?:/[\w-]+)*)", lambda m: f"<{homes[m[1]]}{m[2]}>", update)
    graph.update(PREFIXES + whole)


def complete(generation: str) -> Graph:
    """Return the plan that meets every rule, of the generation 2016 or 2023."""
    data = (PLANS / f"complete-{generation}.ttl").read_bytes()
    return Graph().parse(data=data, format="turtle")


def key(finding: Finding) -> tuple[str, str]:
    """Return the type of a finding and the short name of what it is about."""
    item = str(finding.checklist_item) if finding.tier == "checklist" else None
    return finding.type, finding.subject_id or item or finding.outcome or "plan"


@cache
def packaged_framework() -> Graph:
    """Return the editions, outcomes, indicators and checklist of the product."""
    graph = Graph()
    folder = resource_folder("ontology") / "vocabularies"
    for stem in FRAMEWORK_FILES:
        graph.parse(data=(folder / f"{stem}.ttl").read_bytes(), format="turtle")
    return graph
