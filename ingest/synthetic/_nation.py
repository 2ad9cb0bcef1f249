"""All graphs of a synthetic nation, made one after another."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Triple

from cjgraph import __version__
from cjgraph.namespaces import graph, thing

from ._areas import Totals, area_needs, area_statements, nation_statements
from ._editions import edition_periods
from ._places import places
from ._planning import draw_plan
from ._statements import Statements
from ._writing import plan_statements


@dataclass(frozen=True, slots=True)
class SyntheticGraph:
    """A named graph of synthetic data.

    Args:
        iri: IRI of the graph.
        title: What it is called.
        sha256: Hash of what it was made from: the seed and the version of the software.
        triples: Its statements.
        actions: How many actions are in it.
        is_plan: Whether it holds an edition of a plan.
    """

    iri: str
    title: str
    sha256: str
    triples: list[Triple]
    actions: int = 0
    is_plan: bool = False


def synthetic_graphs(
    *,
    partnerships: int = 30,
    editions: int = 3,
    seed: int = 1,
    findings: Mapping[str, tuple[tuple[str, str], ...]] | None = None,
) -> Iterator[SyntheticGraph]:
    """Make the graphs of a synthetic nation; only one Partnership is held at a time.

    Args:
        partnerships: How many Partnerships.
        editions: How many editions of a plan each of them has.
        seed: What decides everything that is drawn.
        findings: By name of an intervention, findings and their relation to link actions to.

    Yields:
        For each Partnership a graph for each edition of its plan and one for the rest: its
        bodies, services, figures and reports. Last, a graph of the nation.
    """
    sha256 = hashlib.sha256(f"cjgraph {__version__} synthetic seed {seed}".encode()).hexdigest()
    source = thing("file", sha256)
    totals: Totals = Counter()
    for place in places(partnerships, seed=seed):
        needs = area_needs(place, seed=seed)
        drafts = []
        for period in edition_periods(editions):
            draft = draw_plan(place, period, seed=seed, needs=needs)
            drafts.append(draft)
            yield SyntheticGraph(
                graph("synthetic", place.slug, period.name),
                draft.title,
                sha256,
                plan_statements(draft, source=source, findings=findings),
                actions=len(draft.actions),
                is_plan=True,
            )
        yield SyntheticGraph(
            graph("synthetic", place.slug),
            f"Synthetic: {place.name}, its bodies, services, figures and reports",
            sha256,
            area_statements(place, drafts, seed=seed, source=source, totals=totals),
        )
    triples = nation_statements(totals, source=source)
    triples += _origin(source, sha256, seed)
    title = "Synthetic: the nation of all synthetic areas"
    yield SyntheticGraph(graph("synthetic", "nation"), title, sha256, triples)


def _origin(source: str, sha256: str, seed: int) -> list[Triple]:
    out = Statements(source)
    node = out.start(
        source, "ImportedFile", f"Synthetic: made by cjgraph {__version__}, seed {seed}"
    )
    out.text(node, "sha256", sha256)
    out.invented(node)
    return out.triples
