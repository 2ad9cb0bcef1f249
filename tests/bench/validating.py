"""Checking a plan, beside bare pySHACL on the same graphs."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyshacl

from cjgraph.conversion import rdflib_graph
from cjgraph.resources import resource_folder
from cjgraph.shacl import check_plan, load_rules
from cjgraph.shacl._terms import copy_terms
from cjgraph.store import DataFolder
from ingest.checking import check_file, framework_graph
from ingest.loading import load_packaged
from ingest.plans import plan_triples, read_plan

ROUNDS = 5


def timed(work: Callable[[], object]) -> float:
    """Return the median time of some work, in seconds, after one round that warms up."""
    work()
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def main() -> None:
    """Print the time of a check as the product does it and of its parts."""
    path = resource_folder("ontology") / "examples" / "glenorrin-cjoip-2024-2029.docx"
    with tempfile.TemporaryDirectory() as folder:
        snapshot = load_packaged(DataFolder(Path(folder) / "data")).snapshot
        framework = framework_graph(snapshot.default_triples())
    reading = read_plan(path)
    plan = rdflib_graph(plan_triples(reading, slug="plan", edition="1", invented=True))
    small = rdflib_graph(plan_triples(reading, slug="plan", edition="1", invented=True))
    copy_terms(framework, small)
    rules = load_rules()

    def bare() -> object:
        return pyshacl.validate(
            small, shacl_graph=rules.plan_shapes, advanced=False, js=False, inference="none"
        )

    whole = timed(lambda: check_file(path, framework))
    read = timed(lambda: read_plan(path))
    check = timed(lambda: check_plan(plan, framework, plan_sha256="0" * 64))
    engine = timed(bare)
    print(f"Checking a plan ({len(reading.actions)} actions, {len(small):,} triples)")
    print(f"  Word file to report               {whole * 1000:6.0f} ms")
    print(f"  of which reading the file         {read * 1000:6.0f} ms")
    print(f"  of which the rules, in words      {check * 1000:6.0f} ms")
    print(f"  bare pySHACL, same graphs         {engine * 1000:6.0f} ms")
    print(f"  rules in words / bare pySHACL     {check / engine:6.2f}")


if __name__ == "__main__":
    main()
