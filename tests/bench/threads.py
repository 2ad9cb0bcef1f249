"""The golden thread at 30, 300 and 3,000 plan editions, beside SPARQL property paths.

The plans are synthetic. Each size runs in a process of its own, so that its memory can be
told. rdflib gets the size that it can end in reasonable time, and is stopped after that.
"""

from __future__ import annotations

import gc
import json
import math
import multiprocessing
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib

from cjgraph.namespaces import CJ, PREFIXES, PUBLISHED_SYNTHETIC, RDF, thing
from cjgraph.store import DataFolder, Snapshot, open_snapshot
from cjgraph.thread import coverage, gaps, read_thread_graph, trace_thread
from cjgraph.thread._reach import official_ends
from ingest.loading import load_packaged
from ingest.synthetic import synthetic_graphs

#: Plan editions; every Partnership has three. The second is a nation of thirty Partnerships.
SIZES = (30, 90, 300)
#: Added by ``python -m tests.bench.threads large``; it takes minutes and gigabytes of disk.
LARGE = 3000
EDITIONS = 3
ROUNDS = 5
#: The largest size that rdflib is asked at, and the longest that it is waited for.
RDFLIB_MOST, RDFLIB_SECONDS = 30, 30
SYNTHETIC = frozenset({"synthetic"})
ACTION = thing("plan", "synthetic-strathorran/2024-2029") + "/action/a1"

COVERAGE = """
SELECT ?partnership ?outcome (COUNT(DISTINCT ?action) AS ?actions) WHERE {
  ?outcome a cj:NationallyDeterminedOutcome .
  ?action cj:contributesTo+ ?outcome ; a cj:Action ; cj:ofPlan ?plan .
  ?plan cj:preparedBy ?partnership .
} GROUP BY ?partnership ?outcome"""
#: A plainer question than the answer of gaps, for rdflib alone: wider needs are left out.
GAPS = """
SELECT DISTINCT ?partnership ?need WHERE {
  ?partnership a cj:CommunityJusticePartnership ; cj:servesArea ?area .
  ?plan cj:preparedBy ?partnership .
  ?statement cj:ofPlan ?plan ; cj:namesNeed ?need .
  FILTER NOT EXISTS { ?service a cj:Service ; cj:availableInArea ?area ; cj:addressesNeed ?need }
}"""
TRACE = f"SELECT DISTINCT ?above WHERE {{ <{ACTION}> cj:contributesTo+ ?above }}"


def main(*more: int) -> None:
    """Print time, memory and growth of each answer at each size.

    Args:
        more: Sizes beside the usual ones.
    """
    results = []
    with tempfile.TemporaryDirectory() as folder:
        load_packaged(DataFolder(Path(folder)))
        for size in (*SIZES, *more):
            command = [sys.executable, "-m", "tests.bench.threads", str(size), folder]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                last = (done.stderr.strip().splitlines() or ["no message"])[-1]
                print(f"  {size:,} editions ended early ({done.returncode}): {last}")
                continue
            results.append(json.loads(done.stdout))
            print(f"  {size:,} editions measured", file=sys.stderr)
    _print(results)


def _print(results: list[dict[str, Any]]) -> None:
    print(f"Golden thread on synthetic plans (ms of processor time, best of {ROUNDS} where warm)")
    print(f"  {'plan editions':34}" + "".join(f"{r['editions']:>12,}" for r in results))
    for name in results[0] if results else ():
        if name == "editions":
            continue
        shown = (f"{r[name]:,.1f}" if isinstance(r[name], float) else str(r[name]) for r in results)
        print(f"  {name:34}" + "".join(f"{value:>12}" for value in shown), end="")
        exponent = _exponent([(r["editions"], r[name]) for r in results])
        print(f"   grows as n^{exponent:.2f}" if exponent is not None else "")


def _exponent(points: list[tuple[int, Any]]) -> float | None:
    """Return the slope of the times against the sizes, both as logarithms."""
    known = [(math.log(n), math.log(v)) for n, v in points if isinstance(v, float) and v > 0]
    if len(known) < 2:
        return None
    middle_x = sum(x for x, _ in known) / len(known)
    middle_y = sum(y for _, y in known) / len(known)
    over = sum((x - middle_x) * (y - middle_y) for x, y in known)
    return over / sum((x - middle_x) ** 2 for x, _ in known)


def measure(size: int, data: DataFolder, work: Path) -> dict[str, Any]:
    """Measure one size.

    Args:
        size: How many plan editions.
        data: A data folder with the packaged data.
        work: An empty folder for the store.
    """
    # Built elsewhere, so that the memory of this process is that of the answers alone.
    building = multiprocessing.get_context("spawn").Process(
        target=_build, args=(data.root, size // EDITIONS, work)
    )
    building.start()
    building.join()
    store = ox.Store.read_only(str(work / "graph"))
    snapshot = Snapshot("bench", work, {}, store)
    gc.collect()
    before = _held()
    found: dict[str, Any] = {"editions": size, "statements": len(store)}
    begun = time.process_time()
    graph = read_thread_graph(snapshot, include=SYNTHETIC)
    found["read the graph"] = _ms(begun)
    for name, work_on in (
        ("trace one action", lambda: trace_thread(graph, ACTION)),
        ("coverage", lambda: coverage(graph, plans="all")),
        ("gaps", lambda: gaps(graph, plans="all")),
    ):
        begun = time.process_time()
        work_on()
        found[f"{name}, first"] = _ms(begun)
        found[f"{name}, warm"] = _best(work_on)
    found["memory of the graph (MB)"] = _held() - before
    graphs: list[Any] = [ox.DefaultGraph(), ox.NamedNode(PUBLISHED_SYNTHETIC)]
    covered, lacking = coverage(graph, plans="all"), gaps(graph, plans="all")
    expected = {
        "trace": len(official_ends(graph, ACTION)),
        "coverage": sum(cell.count for cell in covered.cells),
        "gaps": sum(gap.kind == "need_without_service" for gap in lacking.gaps),
    }
    for name, text in (("trace", TRACE), ("coverage", COVERAGE), ("gaps", lacking.query)):
        begun = time.process_time()
        rows = list(store.query(text, prefixes=PREFIXES, default_graph=graphs))
        found[f"{name}, pyoxigraph path"] = _ms(begun)
        told = sum(int(row["actions"].value) for row in rows) if name == "coverage" else len(rows)
        if told != expected[name]:
            raise SystemExit(f"{name}: the query gives {told}, the answer {expected[name]}")
    other = _rdflib_graph(store) if size <= RDFLIB_MOST else None
    for name, text in (("trace", TRACE), ("coverage", COVERAGE), ("gaps", GAPS)):
        key = f"{name}, rdflib path"
        found[key] = _stopped(other, text) if other is not None else "not run"
    return found


def _build(root: Path, partnerships: int, work: Path) -> None:
    """Publish the packaged data and synthetic plans as the store does, in one bulk load."""
    base = open_snapshot(DataFolder(root))
    follows = _Follows(base)
    target = ox.NamedNode(PUBLISHED_SYNTHETIC)

    def quads() -> Iterator[ox.Quad]:
        for triple in base.default_triples():
            yield ox.Quad(triple.subject, triple.predicate, triple.object)
        for made in synthetic_graphs(partnerships=partnerships, editions=EDITIONS):
            for triple in made.triples:
                yield ox.Quad(triple.subject, triple.predicate, triple.object, target)
                for more in follows.of(triple):
                    yield ox.Quad(more.subject, more.predicate, more.object, target)

    store = ox.Store(str(work / "graph"))
    store.bulk_extend(quads())
    store.flush()


class _Follows:
    """The classes and properties above each one of the model."""

    def __init__(self, base: Snapshot) -> None:
        rows = base.rows(
            "SELECT ?a ?b { { ?a rdfs:subClassOf+ ?b } UNION { ?a rdfs:subPropertyOf+ ?b }"
            " FILTER(isIRI(?b) && STRSTARTS(STR(?a), STR(cj:))) }"
        )
        self._above: dict[str, list[ox.NamedNode]] = {}
        for row in rows:
            self._above.setdefault(row["a"], []).append(ox.NamedNode(row["b"]))
        self._lead, self._leads = ox.NamedNode(CJ + "ledBy"), ox.NamedNode(CJ + "leadsAction")

    def of(self, triple: ox.Triple) -> Iterator[ox.Triple]:
        """Yield what follows from a statement."""
        subject, predicate, target = triple.subject, triple.predicate, triple.object
        if predicate.value == RDF + "type" and isinstance(target, ox.NamedNode):
            for wider in self._above.get(target.value, ()):
                yield ox.Triple(subject, predicate, wider)
            return
        for above in self._above.get(predicate.value, ()):
            yield ox.Triple(subject, above, target)
        if predicate == self._lead and isinstance(target, ox.NamedNode):
            for name in (self._leads, *self._above.get(self._leads.value, ())):
                yield ox.Triple(target, name, subject)


def _rdflib_graph(store: ox.Store) -> rdflib.Graph:
    graph = rdflib.Graph()
    for node in (ox.DefaultGraph(), ox.NamedNode(PUBLISHED_SYNTHETIC)):
        triples = (q.triple for q in store.quads_for_pattern(None, None, None, node))
        graph.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    return graph


def _stopped(graph: rdflib.Graph, text: str) -> float | str:
    """Ask rdflib, for so long and no longer."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(RDFLIB_SECONDS)
    begun = time.process_time()
    try:
        list(graph.query(text, initNs=PREFIXES))
    except TimeoutError:
        return f"> {RDFLIB_SECONDS} s"
    finally:
        signal.alarm(0)
    return _ms(begun)


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        times.append(_ms(begun))
    return min(times)


def _ms(begun: float) -> float:
    return (time.process_time() - begun) * 1000


def _held() -> float:
    """Return the memory that this process holds now, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


if __name__ == "__main__":
    if len(sys.argv) > 2:
        with tempfile.TemporaryDirectory() as scratch:
            measured = measure(int(sys.argv[1]), DataFolder(Path(sys.argv[2])), Path(scratch))
            print(json.dumps(measured))
    else:
        main(*([LARGE] if sys.argv[1:] == ["large"] else []))
