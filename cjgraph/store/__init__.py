"""The graph of record: Oxigraph on disk, one writer, immutable snapshots for readers.

Every write makes a new generation: a checkpoint of the current snapshot is taken
(hard links, so it costs milliseconds), changed, flushed, renamed into place, and
only then does the pointer move. A process that dies half-way leaves a working
folder that nobody reads and the next writer removes.
"""

from cjgraph.store._data_folder import DataFolder
from cjgraph.store._fingerprint import fingerprint
from cjgraph.store._snapshot import Row, Snapshot, open_snapshot
from cjgraph.store._writer import GraphSource, StoreWriter

__all__ = [
    "DataFolder",
    "GraphSource",
    "Row",
    "Snapshot",
    "StoreWriter",
    "fingerprint",
    "open_snapshot",
]
