"""Compares the inferred class hierarchy with the one that was looked at and recorded.

A change of one axiom can move classes that nobody thought of. The record shows it: a
change that is meant is recorded anew, any other is a fault.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from cjgraph.errors import FileNotReadable, SyntaxFault
from cjgraph.namespaces import compact

FILE_NAME: Final = "hierarchy.txt"

_HEAD: Final = """\
# The inferred hierarchy of the classes, as HermiT finds it: each class, then all above it.
# Licence: CC BY 4.0
# Written by 'cjgraph check --record-hierarchy'; read the difference before you keep it.
"""

Pairs = frozenset[tuple[str, str]]


def shortened_pairs(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Return pairs of class and class above it with shortened IRIs.

    Args:
        pairs: Pairs of whole IRIs.
    """
    return frozenset((compact(below), compact(above)) for below, above in pairs)


def read_hierarchy(path: Path) -> Pairs:
    """Read the recorded hierarchy.

    Args:
        path: The file.

    Raises:
        FileNotReadable: The file is missing or may not be read.
        SyntaxFault: A line is no class with the classes above it.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise FileNotReadable(f"{path} can't be read: {error.strerror}.") from error
    pairs = set()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        below, sign, above = line.partition(" < ")
        if not sign:
            raise SyntaxFault(f"{path.name}, line {number}: there is no ' < ' after the class.")
        pairs |= {(below.strip(), one) for one in above.split()}
    return frozenset(pairs)


def hierarchy_text(pairs: Pairs) -> str:
    """Return the hierarchy as the text of its file.

    Args:
        pairs: Shortened pairs.
    """
    lines = [f"{below} < {' '.join(sorted(above))}" for below, above in sorted(_by_class(pairs))]
    return _HEAD + "\n" + "\n".join(lines) + "\n"


def hierarchy_faults(found: Pairs, recorded: Pairs) -> tuple[str, ...]:
    """Return, for each class that has moved, a sentence that says how.

    Args:
        found: Shortened pairs that the reasoner found.
        recorded: Those of the record.
    """
    remedy = "If that is meant, keep it with 'cjgraph check --record-hierarchy'."
    faults = [
        f'{FILE_NAME}: "{below}": {what} {", ".join(sorted(above))}. {remedy}'
        for what, pairs in (
            ("now stands below", found - recorded),
            ("no longer stands below", recorded - found),
        )
        for below, above in _by_class(frozenset(pairs))
    ]
    return tuple(sorted(faults))


def _by_class(pairs: Pairs) -> list[tuple[str, set[str]]]:
    grouped: dict[str, set[str]] = defaultdict(set)
    for below, above in pairs:
        grouped[below].add(above)
    return list(grouped.items())
