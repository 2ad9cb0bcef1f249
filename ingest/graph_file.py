"""Parses files that are graphs already: Turtle, JSON-LD, N-Triples."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from cjgraph.errors import SyntaxFault, WrongFormat

#: Formats by file name ending. RDF/XML is not among them: its entities can be made to
#: grow without end.
_FORMATS: Final = {
    ".ttl": ("Turtle", ox.RdfFormat.TURTLE),
    ".jsonld": ("JSON-LD", ox.RdfFormat.JSON_LD),
    ".nt": ("N-Triples", ox.RdfFormat.N_TRIPLES),
}

GRAPH_ENDINGS: Final = frozenset(_FORMATS)

#: Deepest nesting that is parsed; thousands of levels overflow the JSON-LD parser's stack.
_MAX_NESTING: Final = 64


def parse_graph(content: bytes, name: str, *, most: int | None = None) -> list[ox.Triple]:
    """Parse a graph from memory; nothing is ever fetched.

    Args:
        content: The file's bytes.
        name: Its name; the ending tells the format.
        most: How many statements to read at most; the rest is not looked at.

    Raises:
        WrongFormat: The ending is none of those that are read.
        SyntaxFault: The content is broken; the message gives line and column.
    """
    known = _FORMATS.get(Path(name).suffix.lower())
    if known is None:
        raise WrongFormat(f"{name} is no graph file.", hint="Graphs end in .ttl, .jsonld or .nt.")
    title, code = known
    if code == ox.RdfFormat.JSON_LD and _nesting(content) > _MAX_NESTING:
        raise SyntaxFault(f"{name} is nested more than {_MAX_NESTING} levels deep.")
    try:
        return [quad.triple for quad in islice(ox.parse(content, format=code), most)]
    except SyntaxError as error:
        place = f" at line {error.lineno}, column {error.offset}" if error.lineno else ""
        if "LoadDocumentCallback" in error.msg:
            raise SyntaxFault(
                f"{name} points to a context on the web, and nothing is fetched from there.",
                hint="Write the context into the file.",
            ) from error
        said = re.sub(r"^Parser error .*?: ", "", error.msg)  # it gives the place once more
        raise SyntaxFault(f"{name} is not valid {title}{place}: {said}.") from error


def _nesting(content: bytes) -> int:
    """Return how deep brackets nest outside strings."""
    depth = deepest = 0
    in_string = escaped = False
    for byte in content:
        if in_string:
            in_string = escaped or byte != 0x22
            escaped = byte == 0x5C and not escaped
        elif byte == 0x22:
            in_string = True
        elif byte in b"{[":
            depth += 1
            deepest = max(deepest, depth)
        elif byte in b"}]":
            depth -= 1
    return deepest
