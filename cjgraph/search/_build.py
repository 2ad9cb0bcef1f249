"""Writes an index in a process of its own, because the engine holds the GIL while it works.

Run as ``python -m cjgraph.search._build FOLDER``; the folder holds ``passages.jsonl`` and,
for search by meaning, ``vectors.npy``.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import Any, Final

from cjgraph.search._analyser import Lexicon, joined
from cjgraph.search._engine import PHRASES, create_shard
from cjgraph.search.documents import FACETS, Passage, passage_from
from cjgraph.search.filters import facet_values, strength_key

PASSAGES_FILE: Final = "passages.jsonl"
VECTORS_FILE: Final = "vectors.npy"
BACKGROUND_FILE: Final = "background.npy"
LEXICON_FILE: Final = "lexicon.json"
CONCEPTS_FILE: Final = "concepts.json"
FACETS_FILE: Final = "facets.json"
SHARD_FOLDER: Final = "shard"

#: Passages whose vectors tell how near an arbitrary passage lies to a query.
_BACKGROUND: Final = 512


def write_index(folder: Path) -> None:
    """Build the shard and the files beside it from what lies in the folder."""
    import numpy as np

    lines = (folder / PASSAGES_FILE).read_text("utf-8").splitlines()
    passages = [passage_from(json.loads(line)) for line in lines]
    texts = [passage.lexical_text() for passage in passages]
    lexicon = Lexicon.of(texts)
    dense: list[list[float]] | None = None
    dimensions = 0
    if (folder / VECTORS_FILE).is_file():
        vectors = np.load(folder / VECTORS_FILE, allow_pickle=False)
        dimensions = int(vectors.shape[1])
        dense = vectors.tolist()
        step = max(1, len(vectors) // _BACKGROUND)
        np.save(folder / BACKGROUND_FILE, vectors[::step][:_BACKGROUND])
        (folder / VECTORS_FILE).unlink()
    shard = folder / SHARD_FOLDER
    shard.mkdir()
    create_shard(
        shard, [_payload(p) for p in passages], [*map(lexicon.document, texts)], dense, dimensions
    )
    counts = {str(number): seen for number, seen in sorted(lexicon.frequency.items())}
    _write(
        folder / LEXICON_FILE,
        {
            "passages": lexicon.passages,
            "average_length": lexicon.average_length,
            "frequency": counts,
        },
    )
    concepts = {(c.kind, c.code): dataclasses.asdict(c) for p in passages for c in p.concepts}
    _write(folder / CONCEPTS_FILE, [concepts[key] for key in sorted(concepts)])
    terms = json.loads((folder / FACETS_FILE).read_text("utf-8"))
    _write(folder / FACETS_FILE, facet_values(passages, terms))
    (folder / PASSAGES_FILE).unlink()


def _payload(passage: Passage) -> dict[str, Any]:
    """Return what a point carries: the facets to filter by and the record to answer with."""
    record = dataclasses.asdict(passage)
    payload = {name: list(record[name]) for name in FACETS}
    return {
        **payload,
        "publication": passage.publication,
        "finding": passage.finding,
        "stance": passage.stance,
        "strength_key": strength_key(passage.strength),
        "country": passage.country,
        "year": passage.year,
        "design_level": passage.design_level,
        PHRASES: joined(passage.lexical_text()),
        "record": json.dumps(record, ensure_ascii=True, sort_keys=True),
    }


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=True) + "\n", "utf-8")


if __name__ == "__main__":
    write_index(Path(sys.argv[1]))
