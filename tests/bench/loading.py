"""Loading the default data, beside a raw bulk load of the same quads."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

import pyoxigraph as ox

from cjgraph.store import DataFolder
from ingest.loading import load_packaged

ROUNDS = 5


def main() -> None:
    """Print the time of a whole load, of a second load, and of a raw bulk load."""
    whole, again, raw = [], [], []
    quads = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(ROUNDS):
            data = DataFolder(Path(folder) / f"data-{number}")
            begun = time.perf_counter()
            snapshot = load_packaged(data).snapshot
            whole.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            load_packaged(data)
            again.append(time.perf_counter() - begun)
            dump = Path(folder) / "all.nq"
            with dump.open("wb") as file:
                snapshot.store.dump(file, format=ox.RdfFormat.N_QUADS)
            quads = len(snapshot.store)
            begun = time.perf_counter()
            store = ox.Store(str(Path(folder) / f"raw-{number}"))
            store.bulk_load(path=str(dump), format=ox.RdfFormat.N_QUADS)
            store.flush()
            del store
            raw.append(time.perf_counter() - begun)
    load, second, bulk = map(statistics.median, (whole, again, raw))
    print(f"Loading ({quads:,} quads, median of {ROUNDS})")
    print(f"  read, check, record and publish   {load:6.2f} s")
    print(f"  the same data again (no change)   {second:6.2f} s")
    print(f"  raw bulk load of the same quads   {bulk:6.2f} s")
    print(f"  load / raw bulk load              {load / bulk:6.1f}")


if __name__ == "__main__":
    main()
