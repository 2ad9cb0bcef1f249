"""Holds an edit to the same quality checks as everything that is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

import pyoxigraph as ox

from cjgraph.namespaces import GRAPH
from cjgraph.store import GraphSource
from ingest.loading import PackagedGraph
from ingest.quality import QualityFinding, quality_errors
from ingest.vocabulary_table._edit import TableEdit
from ingest.vocabulary_table._faults import TableFault
from ingest.vocabulary_table._known import short


def with_quality(edit: TableEdit, graphs: Mapping[str, list[ox.Triple]], edited: str) -> TableEdit:
    """Add what the quality checks of level ERROR find in an edit that has no other fault.

    Faults that were in the data before are no faults of the edit and are left out.

    Args:
        edit: The edit.
        graphs: IRI of each named graph to its triples, as they are.
        edited: IRI of the graph that the edit is of.
    """
    if edit.faults or not edit.differences:
        return edit
    after = {**graphs, edited: list(edit.triples)}
    found = quality_errors(_packaged(after))
    if not found:
        return edit
    old = {_key(finding) for finding in quality_errors(_packaged(graphs))}
    faults = [_fault(edit, finding) for finding in found if _key(finding) not in old]
    return replace(edit, faults=tuple(sorted(faults)))


def _packaged(graphs: Mapping[str, list[ox.Triple]]) -> list[PackagedGraph]:
    found = []
    for iri, triples in graphs.items():
        kind, *rest = PurePosixPath(iri.removeprefix(GRAPH)).parts
        name = "-".join(rest)
        found.append(PackagedGraph(iri, GraphSource(kind, name, name, ""), triples))
    return found


def _key(finding: QualityFinding) -> tuple[str, str, str]:
    return (finding.check, finding.subject, finding.value)


def _fault(edit: TableEdit, finding: QualityFinding) -> TableFault:
    value = f" ({finding.value})" if finding.value else ""
    row = edit.rows.get(finding.subject, 0)
    name = short(finding.subject) if finding.subject in edit.rows else f"“{finding.term}”"
    return TableFault(row, -1, "", f"{name}: {finding.title}{value}. {finding.remedy}")
