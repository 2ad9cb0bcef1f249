"""Examines what the product itself is built on: ontology, vocabularies, catalogue, rules."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import pyoxigraph as ox

from cjgraph.errors import CJGraphError
from cjgraph.reasoner import JavaMissing, reason
from ingest.loading import packaged_graphs

#: Kinds of graph whose every entry must have a label, a source and a scheme.
_LISTED = frozenset({"vocabulary", "catalogue"})


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """The outcome of one check.

    Args:
        name: What was checked, in a few words.
        status: ``passed``, ``failed`` or ``not run``.
        detail: What was found, in a sentence.
        faults: Each fault in a sentence.
    """

    name: str
    status: str
    detail: str
    faults: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether something has to be mended."""
        return self.status == "failed"

    def to_json(self) -> dict[str, Any]:
        """Return the outcome as plain data for JSON."""
        return asdict(self)

    def line(self) -> str:
        """Return the outcome as a line for the terminal, its faults below."""
        return "\n    ".join((f"{self.status:8} {self.name}: {self.detail}", *self.faults))


def check_model() -> list[CheckOutcome]:
    """Check the packaged data; one outcome a check, none skipped in silence.

    Returns:
        The outcomes; later checks are "not run" where the data can't be read.
    """
    graphs = []
    try:
        for read in packaged_graphs():
            graphs.append(read())
    except CJGraphError as error:
        return [CheckOutcome("Packaged data", "failed", "it can't be read.", (error.message,))]
    triples = [t for g in graphs for t in g.triples]
    whole = CheckOutcome(
        "Packaged data", "passed", f"{len(graphs)} graphs, {len(triples):,} statements were read."
    )
    listed = [t for g in graphs for t in g.triples if g.source.kind in _LISTED]
    return [whole, _reasoned(triples), _vocabularies(listed), _rules()]


def _reasoned(triples: list[ox.Triple]) -> CheckOutcome:
    name = "Ontology (HermiT)"
    try:
        found = reason(triples)
    except JavaMissing as error:
        return CheckOutcome(name, "not run", error.message)
    if not found.consistent:
        return CheckOutcome(name, "failed", "it is not consistent.", (found.explanation,))
    if found.unsatisfiable:
        return CheckOutcome(name, "failed", "some classes can't have members.", found.unsatisfiable)
    return CheckOutcome(
        name, "passed", f"it is consistent, and all {found.classes} classes can have members."
    )


def _vocabularies(triples: list[ox.Triple]) -> CheckOutcome:
    from cjgraph.conversion import rdflib_graph
    from cjgraph.shacl import check_vocabularies

    findings = check_vocabularies(rdflib_graph(triples))
    faults = tuple(f.message for f in findings if f.severity == "violation")
    if faults:
        return CheckOutcome("Vocabularies", "failed", f"{len(faults)} faults.", faults[:50])
    return CheckOutcome("Vocabularies", "passed", "every term has what it needs.")


def _rules() -> CheckOutcome:
    from cjgraph.shacl import load_rules

    try:
        rules = load_rules()
    except CJGraphError as error:
        return CheckOutcome("Rules", "failed", "they can't be used.", (error.message,))
    return CheckOutcome("Rules", "passed", f"{len(rules.rules)} rules, hash {rules.sha256[:12]}.")
