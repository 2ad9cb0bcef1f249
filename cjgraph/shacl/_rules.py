"""Loads the rules and what each says of itself.

Shapes are read once per folder and kept: parsing them takes longer than a check.
Standard: W3C Shapes Constraint Language (SHACL), section 2.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from rdflib import OWL, RDF, Graph, Literal, URIRef
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from cjgraph.errors import FileNotReadable, ShapesInvalid
from cjgraph.resources import resource_folder
from cjgraph.shacl._findings import Severity
from cjgraph.shacl._terms import CJ, DCTERMS, SH

TIERS = ("statute", "checklist", "thread", "smart", "evidence", "data")
VOCABULARY_FILE = "vocabulary.ttl"
PLACEHOLDERS = frozenset(
    {
        "thing",
        "kind",
        "target",
        "parts",
        "due",
        "undated",
        "side",
        "period",
        "passed",
        "words",
        "better",
        "place",
        "need",
        "absent",
        "edition",
        "evidence",
        "unlinked",
    }
)
_HERE: Final = Path(__file__).parent
#: What works out the signs that rules go by: a verdict depends on it as on the shapes.
SIGN_FILES: Final = (
    "_fit.py",
    "_leads.py",
    "_means.py",
    "_measures.py",
    "_misplaced.py",
    "_needs.py",
    "_phrases.py",
    "_reach.py",
    "_signs.py",
    "_wordings.py",
    "fit.json",
    "wordings.json",
)
_SEVERITIES: Mapping[Node, Severity] = {
    SH.Violation: "violation",
    SH.Warning: "warning",
    SH.Info: "info",
}


@dataclass(frozen=True)
class Rule:
    """What one shape says of itself.

    Args:
        iri: IRI of the shape.
        name: Short name.
        why: Why the rule is there.
        message: Sentence with places in braces, such as ``{thing}``.
        remedy: How to mend a fault.
        severity: Severity that the shape carries, which is that of the draft profile.
        tier: One of ``TIERS``.
        type: Type of the findings that it gives.
        letter: Letter of SMART, or None.
        checklist_item: 1 to 13, or None.
        source: Document and place, in words.
        of_plan: Whether the shape starts from the plan, so that its value is the subject.
        source_iri: IRI of the document or section.
        passing: What the rule lets pass, in words; invented.
        failing: What the rule gives a finding for, in words; invented.
    """

    iri: str
    name: str
    why: str
    message: str
    remedy: str
    severity: Severity
    tier: str
    type: str
    letter: str | None
    checklist_item: int | None
    source: str
    of_plan: bool
    source_iri: str
    passing: str
    failing: str


@dataclass(frozen=True)
class Rules:
    """All rules of a folder, parsed.

    Args:
        version: Version that the rules carry.
        sha256: Hash of the shapes files, in the order of their names, and of what works out the
            signs that they go by.
        rules: Every rule by its IRI.
        plan_shapes: Shapes that plans are checked by.
        vocabulary_shapes: Shapes that vocabularies are checked by.
    """

    version: str
    sha256: str
    rules: Mapping[str, Rule]
    plan_shapes: Graph
    vocabulary_shapes: Graph


def load_rules(folder: Path | None = None) -> Rules:
    """Load the rules of a folder; a second call returns what the first one made.

    Args:
        folder: Folder of shapes files; the packaged one where None is given.

    Raises:
        FileNotReadable: The folder is missing or holds no shapes.
        ShapesInvalid: A shapes file has a fault.
    """
    place = (folder or resource_folder("shapes")).resolve()
    files = tuple(sorted(place.glob("*.ttl")))
    if not files:
        raise FileNotReadable(f"There are no rules in the folder {place}.")
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    for name in SIGN_FILES:
        digest.update(name.encode() + b"\0" + (_HERE / name).read_bytes() + b"\0")
    return _load(files, digest.hexdigest())


@lru_cache(maxsize=8)
def _load(files: tuple[Path, ...], sha256: str) -> Rules:
    plan_shapes, vocabulary_shapes = Graph(), Graph()
    rules: dict[str, Rule] = {}
    version = ""
    for file in files:
        part = _parse(file)
        version = next((str(v) for v in part.objects(None, OWL.versionInfo)), version)
        for target in _homes(file, plan_shapes, vocabulary_shapes):
            for triple in part:
                target.add(triple)
        for shape in part.subjects(CJ.tier, None):
            rule = _rule(part, shape, file)
            if rule.iri in rules:
                raise ShapesInvalid(f"{file.name}: the rule {_short(shape)} is there twice.")
            rules[rule.iri] = rule
    return Rules(version, sha256, MappingProxyType(rules), plan_shapes, vocabulary_shapes)


def _homes(file: Path, plan: Graph, vocabulary: Graph) -> tuple[Graph, ...]:
    if file.name == VOCABULARY_FILE:
        return (vocabulary,)
    return (plan, vocabulary) if file.name == "prefixes.ttl" else (plan,)


def _parse(file: Path) -> Graph:
    try:
        return Graph().parse(data=file.read_bytes(), format="turtle")
    except (BadSyntax, ParserError, ValueError) as fault:
        first = str(fault).strip().splitlines()[0]
        raise ShapesInvalid(f"The rules in {file.name} can't be read: {first}") from fault


def _rule(graph: Graph, shape: Node, file: Path) -> Rule:
    def text(predicate: URIRef) -> str:
        found = [str(o) for o in graph.objects(shape, predicate) if isinstance(o, Literal)]
        if len(found) != 1:
            raise ShapesInvalid(
                f"{file.name}: the rule {_short(shape)} needs exactly one {_short(predicate)}."
            )
        return found[0]

    message, tier = text(SH.message), text(CJ.tier)
    strange = set(re.findall(r"\{(\w*)\}", message + text(CJ.remedy))) - PLACEHOLDERS
    if strange or tier not in TIERS:
        raise ShapesInvalid(
            f"{file.name}: the rule {_short(shape)} has an unknown "
            f"{'place ' + sorted(strange)[0] if strange else 'tier ' + tier}."
        )
    severity = _SEVERITIES.get(graph.value(shape, SH.severity) or shape)
    if severity is None:
        raise ShapesInvalid(f"{file.name}: the rule {_short(shape)} has no severity.")
    item = graph.value(shape, CJ.checklistItem)
    letter = graph.value(shape, CJ.smartLetter)
    return Rule(
        iri=str(shape),
        name=text(SH.name),
        why=text(SH.description),
        message=message,
        remedy=text(CJ.remedy),
        severity=severity,
        tier=tier,
        type=text(CJ.findingType),
        letter=None if letter is None else str(letter),
        checklist_item=None if item is None else int(_short(item)),
        source=text(DCTERMS.bibliographicCitation),
        of_plan=(shape, SH.targetClass, CJ.CJOIP) in graph
        and (shape, RDF.type, SH.NodeShape) in graph,
        source_iri=str(graph.value(shape, DCTERMS.source) or ""),
        passing=text(CJ.passingExample),
        failing=text(CJ.failingExample),
    )


def _short(term: Node) -> str:
    return re.split(r"[/#]", str(term))[-1]
