"""Prints how long a search of the catalogue takes, and where the time goes.

Run as ``python tests/bench/search_speed.py``. Both encoders run in turn on the same texts in
the same process tree, so their ratio holds on a machine that others use too.
"""

from __future__ import annotations

import csv
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyoxigraph

from cjgraph.errors import ModelUnavailable
from cjgraph.search import (
    Encoder,
    EvidenceIndex,
    Passage,
    build_index,
    export_model,
    read_passages,
    search,
)
from ingest.catalogue import catalogue_triples, read_catalogue

ROOT = Path(__file__).resolve().parents[2]

ONE_SHOT = """
import sys, time
start = time.perf_counter()
from pathlib import Path
from cjgraph.search import Encoder, EvidenceIndex, search
encoder = Encoder.load(Path(sys.argv[2])) if sys.argv[2] else None
with EvidenceIndex.open(Path(sys.argv[1])) as index:
    search(index, encoder, "does supervised bail help people keep their home and job")
print(time.perf_counter() - start, "torch" in sys.modules)
"""

REFERENCE = """
import json, statistics, sys, time
start = time.perf_counter()
from sentence_transformers import SentenceTransformer
model = SentenceTransformer(sys.argv[1], device="cpu")
loaded = time.perf_counter() - start
work = json.load(sys.stdin)
model.encode(["warm up"])
one = []
for text in work["queries"]:
    start = time.perf_counter()
    model.encode([text], normalize_embeddings=True)
    one.append(time.perf_counter() - start)
start = time.perf_counter()
model.encode(work["passages"], normalize_embeddings=True, batch_size=32)
print(json.dumps([loaded, statistics.median(one), time.perf_counter() - start]))
"""


def catalogue() -> list[Passage]:
    """Read the passages of the packaged catalogue."""
    store = pyoxigraph.Store()
    for path in sorted((ROOT / "ontology" / "vocabularies").glob("*.ttl")):
        store.load(path=path, format=pyoxigraph.RdfFormat.TURTLE)
    for triple in catalogue_triples(read_catalogue(ROOT / "ontology" / "catalogue")):
        store.add(pyoxigraph.Quad(*triple))

    def run(text: str) -> list[dict[str, str]]:
        found = store.query(text)
        assert isinstance(found, pyoxigraph.QuerySolutions)
        names = [v.value for v in found.variables]
        return [{n: row[n].value for n in names if row[n] is not None} for row in found]

    return read_passages(run)


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def spread(times: list[float]) -> str:
    """Say median and 95th percentile in milliseconds."""
    cuts = statistics.quantiles(times, n=20)
    return f"p50 {statistics.median(times) * 1000:6.1f} ms   p95 {cuts[18] * 1000:6.1f} ms"


def one_shot(index: Path, model: str) -> str:
    """Search once in a new process; say how long it took, import to answer."""
    command = [sys.executable, "-c", ONE_SHOT, str(index), model]
    total = timed(lambda: subprocess.run(command, check=True, capture_output=True))
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    inside, torch = done.stdout.split()
    return f"{total:.2f} s with the interpreter, {float(inside):.2f} s inside; torch: {torch}"


def main() -> None:
    """Measure and print."""
    with (ROOT / "tests/search/answerable.csv").open(encoding="utf-8", newline="") as file:
        queries = [row["query"] for row in csv.DictReader(file)]
    passages = catalogue()
    texts = [p.semantic_text() for p in passages]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        encoder: Encoder | None = None
        try:
            seconds = timed(lambda: export_model(folder / "models"))
            model = export_model(folder / "models")
            encoder = Encoder.load(model)
            print(f"export of the model, once     {seconds:8.1f} s")
        except ModelUnavailable as absent:
            print(f"no model: {absent.message}")
        for kind, used in (("hybrid", encoder), ("lexical", None)):
            if kind == "hybrid" and used is None:
                continue
            start = time.perf_counter()
            built = build_index(passages, folder / kind, used)
            print(f"{kind}: index of {len(passages)} passages {time.perf_counter() - start:8.2f} s")
            with EvidenceIndex.open(built) as index:
                search(index, used, "warm up")
                times = [timed(partial(search, index, used, q)) for q in queries]
                print(f"{kind}: search, {len(queries)} queries    {spread(times)}")
                if used is not None:
                    alone = [timed(partial(used.encode, [q])) for q in queries]
                    share = sum(alone) / sum(times)
                    print(f"{kind}: of which encoding      {spread(alone)}   {share:.0%}")
            where = str(model) if used is not None else ""
            print(f"{kind}: one search, new process {one_shot(built, where)}")
        if encoder is not None:
            compare(encoder, queries[:50], texts)


def compare(encoder: Encoder, queries: list[str], passages: list[str]) -> None:
    """Print our encoder beside sentence-transformers on the same texts."""
    from cjgraph.search._export import weights_folder

    ours = statistics.median(timed(partial(encoder.encode, [q])) for q in queries)
    ours_all = timed(lambda: encoder.encode(passages))
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", REFERENCE, str(weights_folder())],
        input=json.dumps({"queries": queries, "passages": passages}),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        print("sentence-transformers is not installed; no comparison")
        return
    loaded, theirs, theirs_all = json.loads(done.stdout)
    print(f"one query: ours {ours * 1000:.1f} ms, sentence-transformers {theirs * 1000:.1f} ms")
    print(f"  ratio {theirs / ours:.1f} in our favour; it also takes {loaded:.1f} s to load")
    rate, other = len(passages) / ours_all, len(passages) / theirs_all
    print(f"passages: ours {rate:.0f}/s, theirs {other:.0f}/s, ratio {rate / other:.2f}")


if __name__ == "__main__":
    main()
