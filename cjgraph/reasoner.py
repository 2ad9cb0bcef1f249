"""Asks HermiT whether the ontology is consistent and every class can have members.

HermiT comes with owlready2 and runs on Java; a machine without Java gets a plain
answer that says so.

Source: OWL 2 Direct Semantics, W3C Recommendation; HermiT 1.3.8.
"""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from cjgraph.errors import CJGraphError
from cjgraph.namespaces import CJ, XSD

#: Datatypes that OWL 2 does not have; their values are left out of reasoning.
_BEYOND_OWL: Final = frozenset(XSD + name for name in ("date", "gYear", "gYearMonth", "duration"))


class JavaMissing(CJGraphError):  # noqa: N818 - named by cause, as the whole tree is
    """Java is not installed, so HermiT can't run."""


@dataclass(frozen=True, slots=True)
class Reasoning:
    """What HermiT found.

    Args:
        consistent: Whether the ontology contradicts itself nowhere.
        unsatisfiable: IRIs of classes that can't have members.
        classes: How many of our own classes were examined.
        explanation: What the reasoner said where it refused or found a contradiction.
        subclass_pairs: The inferred hierarchy: each of our own classes with each class
            above it, as pairs of IRIs, sorted; ``owl:Thing`` is left out.
    """

    consistent: bool
    unsatisfiable: tuple[str, ...]
    classes: int
    explanation: str = ""
    subclass_pairs: tuple[tuple[str, str], ...] = ()


def reason(triples: Iterable[ox.Triple], *, memory_mb: int = 1500) -> Reasoning:
    """Classify an ontology with HermiT.

    Args:
        triples: The ontology, with or without individuals.
        memory_mb: Memory for Java, in MiB.

    Raises:
        JavaMissing: There is no ``java`` on the path.
    """
    if shutil.which("java") is None:
        raise JavaMissing(
            "Java is not installed, so HermiT did not run.",
            hint="Install a Java runtime (version 11 or later), then check again.",
        )
    kept = [t for t in triples if not _beyond_owl(t)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ontology.nt"
        path.write_bytes(ox.serialize(kept, format=ox.RdfFormat.N_TRIPLES) or b"")
        return _classify(path, memory_mb)


def _beyond_owl(triple: ox.Triple) -> bool:
    return isinstance(triple.object, ox.Literal) and triple.object.datatype.value in _BEYOND_OWL


def _classify(path: Path, memory_mb: int) -> Reasoning:
    import owlready2

    world = owlready2.World()
    owlready2.reasoning.JAVA_MEMORY = memory_mb
    # owlready2 talks to the terminal; what it says belongs into the answer.
    heard = io.StringIO()
    with contextlib.redirect_stdout(heard), contextlib.redirect_stderr(heard):
        ontology: Any = world.get_ontology(path.as_uri()).load()
        ours = [c for c in world.classes() if str(c.iri).startswith(CJ)]
        try:
            owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)
        except owlready2.OwlReadyInconsistentOntologyError:
            return Reasoning(False, (), len(ours), "It contradicts itself.")
        except owlready2.OwlReadyJavaError as error:
            return Reasoning(False, (), len(ours), _first_line(str(error)))
        broken = sorted(str(c.iri) for c in world.inconsistent_classes() if c in ours)
        pairs = sorted(
            (str(c.iri), str(above.iri))
            for c in ours
            for above in c.ancestors(include_self=False)
            if above is not owlready2.Thing
        )
        ontology.destroy()
    return Reasoning(True, tuple(broken), len(ours), subclass_pairs=tuple(pairs))


def _first_line(text: str) -> str:
    found = re.search(r"(?m)^.*(?:Exception|Error).*$", text)
    return (found[0] if found else text.strip()).strip()[:400]
