"""Checking plans, beside bare pySHACL and rudof on the same graphs, and how it grows."""

from __future__ import annotations

import math
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyrudof
import pyshacl
from rdflib import RDF, Graph, Literal, URIRef

from cjgraph.resources import resource_folder
from cjgraph.shacl import check_plan, load_rules
from cjgraph.shacl._terms import CJ
from cjgraph.store import DataFolder
from ingest.checking import check_file, framework_graph
from ingest.loading import load_packaged
from ingest.nation import check_files
from tests.shapes.engines import ours
from tests.shapes.plan_fixtures import PLANS, SHA, complete, packaged_framework

ROUNDS = 5
SIZES = (1, 10, 100)
_GROWS = ("/action/", "/objective/", "/outcome/")


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the best processor time of some work, in seconds, after a round that warms up."""
    work()
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def grown(times: int) -> Graph:
    """Return the complete plan with its outcomes, objectives and actions many times over."""
    plan = complete("2023")
    base = f"{plan.value(None, RDF.type, CJ.CJOIP)}/"
    copied = [t for t in plan if str(t[0]).startswith(base) and _grows(str(t[0]))]
    for number in range(1, times):
        for subject, predicate, value in copied:
            thing = value
            if isinstance(value, URIRef) and value.startswith(base) and _grows(value):
                thing = URIRef(f"{value}-{number}")
            elif predicate == CJ.localId:
                thing = Literal(f"{value}-{number}")
            plan.add((URIRef(f"{subject}-{number}"), predicate, thing))
    return plan


def _grows(iri: str) -> bool:
    return any(kind in iri for kind in _GROWS)


def main() -> None:
    """Print the time of one plan, of thirty, beside other engines, and with size."""
    rules, framework = load_rules(), packaged_framework()
    plan = complete("2023")
    data = Graph()
    for triple in ours(plan).data:
        data.add(triple)
    turtle = rules.plan_shapes.serialize(format="turtle")
    lines = data.serialize(format="nt")
    loaded = pyrudof.Rudof(pyrudof.RudofConfig())
    loaded.read_shacl(turtle)
    loaded.read_data(lines, format=pyrudof.RDFFormat.NTriples)

    def bare() -> object:
        return pyshacl.validate(
            data, shacl_graph=rules.plan_shapes, advanced=False, js=False, inference="none"
        )

    def rudof() -> object:
        session = pyrudof.Rudof(pyrudof.RudofConfig())
        session.read_shacl(turtle)
        session.read_data(lines, format=pyrudof.RDFFormat.NTriples)
        return session.validate_shacl()

    check = timed(lambda: check_plan(plan, framework, plan_sha256=SHA))
    engine = timed(bare)
    print(f"Checking one plan ({len(data):,} triples), processor time, best of {ROUNDS}")
    print(f"  ours, report in words included    {check * 1000:6.0f} ms")
    print(f"  bare pySHACL, same graphs         {engine * 1000:6.0f} ms")
    print(f"  rudof, loading included           {timed(rudof) * 1000:6.0f} ms")
    print(f"  rudof, loading excluded           {timed(loaded.validate_shacl) * 1000:6.0f} ms")
    print(f"  ours / bare pySHACL               {check / engine:6.2f}  (goal: 1.20 at most)")
    print("Growth")
    times = []
    for size in SIZES:
        many = grown(size)
        spent = timed(lambda many=many: check_plan(many, framework, plan_sha256=SHA), 1)  # type: ignore[misc]
        times.append(spent)
        print(f"  {size:4d} times ({len(many):7,} triples) {spent:8.2f} s")
    exponent = math.log(times[-1] / times[0]) / math.log(SIZES[-1] / SIZES[0])
    last = math.log(times[-1] / times[-2]) / math.log(SIZES[-1] / SIZES[-2])
    print(f"  exponent {exponent:.2f}, of the last step {last:.2f}  (goal: 1.1 at most)")
    _national()


def _national() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        snapshot = load_packaged(DataFolder(home / "data")).snapshot
        path = resource_folder("ontology") / "examples" / "glenorrin-cjoip-2024-2029.docx"
        whole = framework_graph(snapshot.default_triples())
        print(
            f"One Word file to report             {timed(lambda: check_file(path, whole)):6.2f} s"
        )
        text = (PLANS / "complete-2023.ttl").read_text(encoding="utf-8")
        for number in range(30):
            (home / f"plan-{number:02}.ttl").write_text(text, encoding="utf-8")
        files = sorted(home.glob("*.ttl"))
        begun = time.perf_counter()
        check_files(snapshot, files, jobs=2)
        spent = time.perf_counter() - begun
        print(f"Thirty plans, two processes, start included, by the clock {spent:6.2f} s (goal: 5)")


if __name__ == "__main__":
    main()
