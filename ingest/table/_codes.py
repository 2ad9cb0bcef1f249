"""The codes that cells may hold, taken from the vocabularies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph

from cjgraph import namespaces
from cjgraph.errors import FileNotReadable, SyntaxFault
from cjgraph.resources import resource_folder

#: Kind in the IRI (``"need"``) to the slugs that exist (``{"housing", …}``).
Codes = Mapping[str, frozenset[str]]

#: The kinds that the catalogue refers to.
KINDS = frozenset(
    {
        "applicability",
        "intervention",
        "need",
        "outcome",
        "population",
        "priority-action",
        "publication-type",
        "read-level",
        "result",
        "scale",
        "stance",
        "strength",
    }
)


def read_codes(folder: Path | None = None) -> dict[str, frozenset[str]]:
    """Read which codes exist from a folder of Turtle vocabularies.

    Args:
        folder: A folder of ``.ttl`` files; the packaged vocabularies where None.

    Returns:
        For each kind of thing that the catalogue refers to, its slugs; a kind that no
        file describes has an empty set.

    Raises:
        FileNotReadable: The folder is missing or holds no Turtle file.
        SyntaxFault: A file is not well-formed Turtle.
    """
    folder = folder or resource_folder("ontology") / "vocabularies"
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise FileNotReadable(f"There are no vocabulary files (*.ttl) in {folder}.")
    found: defaultdict[str, set[str]] = defaultdict(set)
    rdf_type = pyoxigraph.NamedNode(namespaces.RDF + "type")
    for file in files:
        try:
            for quad in pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.TURTLE):
                if quad.predicate == rdf_type and isinstance(quad.subject, pyoxigraph.NamedNode):
                    kind, _, name = quad.subject.value.removeprefix(namespaces.ID).partition("/")
                    if kind in KINDS and name:
                        found[kind].add(name)
        except SyntaxError as fault:
            raise SyntaxFault(f"{file} is not well-formed Turtle: {fault}.") from fault
        except OSError as fault:
            raise FileNotReadable(f"{file} can't be read: {fault.strerror}.") from fault
    return {kind: frozenset(found[kind]) for kind in sorted(KINDS)}
