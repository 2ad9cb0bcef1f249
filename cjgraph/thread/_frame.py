"""The columns of coverage: what plans are to serve, by framework edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from cjgraph.errors import UnknownThing
from cjgraph.namespaces import ID
from cjgraph.thread._graph import ThreadGraph
from cjgraph.thread._plans import check_choice

Columns = Literal["outcomes", "priority_actions", "aims", "national_outcomes", "needs", "checklist"]

#: What the columns are in words, and their classes.
COLUMN_NAMES: Final[dict[str, str]] = {
    "outcomes": "community justice outcomes",
    "priority_actions": "priority actions",
    "aims": "national aims",
    "national_outcomes": "National Outcomes",
    "needs": "needs",
    "checklist": "items of the Partnership checklist",
}
COLUMN_KINDS: Final[dict[str, tuple[str, ...]]] = {
    "outcomes": ("NationallyDeterminedOutcome", "CommonOutcome"),
    "priority_actions": ("PriorityAction",),
    "aims": ("NationalAim", "NationalPriority"),
    "national_outcomes": ("NationalOutcome",),
    "needs": ("Need",),
    "checklist": ("ChecklistItem",),
}
#: Columns that belong to no edition of the community justice framework.
_WITHOUT_EDITION: Final = ("national_outcomes", "needs", "checklist")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of coverage.

    Args:
        iri: What is to be served.
        code: Its code, such as ``"ndo-3"``.
        label: Its words.
        unconfirmed: Whether its wording has not been confirmed.
    """

    iri: str
    code: str
    label: str
    unconfirmed: bool = False


def framework_columns(graph: ThreadGraph, of: str, edition: str = "current") -> list[Column]:
    """Return the columns of a matrix in the order of the framework.

    Args:
        graph: All threads of a snapshot.
        of: What the columns are.
        edition: ``"current"``, a generation, the code of an edition or its IRI.

    Raises:
        InputError: ``of`` is none of its choices.
        UnknownThing: No framework edition is called that.
    """
    check_choice("columns", of, get_args(Columns))
    facts = graph.facts
    members = [iri for kind in COLUMN_KINDS[of] for iri in graph.of_kind.get(kind, ())]
    if of not in _WITHOUT_EDITION:
        wanted = _editions(graph, edition)
        members = [iri for iri in members if wanted.intersection(facts.all("inEdition", iri))]
    elif of == "national_outcomes":
        members = [iri for iri in members if any(e.judged for _, e in graph.down.get(iri, ()))]
    return [
        Column(iri, graph.code(iri), graph.label(iri), graph.nodes[iri].unconfirmed)
        for iri in in_order(graph, members)
    ]


def in_order(graph: ThreadGraph, iris: Iterable[str]) -> list[str]:
    """Return framework items in the order of their codes, or of their names.

    Args:
        graph: All threads of a snapshot.
        iris: The items.
    """
    return sorted(iris, key=lambda iri: _order(graph, iri))


def _editions(graph: ThreadGraph, edition: str) -> frozenset[str]:
    """Return the framework editions that a name means: those of one generation."""
    facts = graph.facts
    known = [i for i in graph.of_kind.get("FrameworkEdition", ()) if facts.one("generation", i)]
    wanted = edition.strip().strip("<>").casefold()
    found = frozenset(
        iri
        for iri in known
        if wanted in (iri, iri.removeprefix(ID), graph.code(iri).casefold())
        or wanted == facts.one("generation", iri)
        or wanted == "current" == (facts.one("editionStatus", iri) or "").rsplit("#")[-1]
    )
    if not found and wanted != "current":
        told = sorted({facts.one("generation", i) or "" for i in known})
        raise UnknownThing(
            f"No framework of community justice is called '{edition[:100]}'.",
            hint="Give 'current'" + "".join(f" or '{g}'" for g in told) + ".",
        )
    return found


def _order(graph: ThreadGraph, iri: str) -> tuple[Sequence[int], str]:
    code = graph.code(iri)
    numbers = [int(n) for n in re.findall(r"\d{1,9}", code)]
    if graph.nodes[iri].kind in ("NationalOutcome", "Need"):
        return [], graph.label(iri)
    return numbers, code
