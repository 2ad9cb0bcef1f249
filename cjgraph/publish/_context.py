"""The JSON-LD context: short names for every term, with the type and language of its values.

Source: JSON-LD 1.1, W3C Recommendation, section 4.1.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from cjgraph.namespaces import CIDS, CJ, DCTERMS, OWL, PREFIXES, RDF, RDFS, SKOS, XSD

#: A term's definition, or the IRI of a prefix or class.
Definition = str | dict[str, str]
Context = dict[str, Definition]

_TYPE: Final = RDF + "type"
_ENGLISH: Final = {"@language": "en"}
_LINK: Final = {"@type": "@id"}
#: Short names for what other vocabularies say about every thing here.
_COMMON: Final = {
    "label": (RDFS + "label", _ENGLISH),
    "prefLabel": (SKOS + "prefLabel", _ENGLISH),
    "altLabel": (SKOS + "altLabel", _ENGLISH),
    "hiddenLabel": (SKOS + "hiddenLabel", _ENGLISH),
    "definition": (SKOS + "definition", _ENGLISH),
    "scopeNote": (SKOS + "scopeNote", _ENGLISH),
    "notation": (SKOS + "notation", {}),
    "inScheme": (SKOS + "inScheme", _LINK),
    "topConceptOf": (SKOS + "topConceptOf", _LINK),
    "broader": (SKOS + "broader", _LINK),
    "narrower": (SKOS + "narrower", _LINK),
    "related": (SKOS + "related", _LINK),
    "isPartOf": (DCTERMS + "isPartOf", _LINK),
    "source": (DCTERMS + "source", _LINK),
    "subClassOf": (RDFS + "subClassOf", _LINK),
    "subPropertyOf": (RDFS + "subPropertyOf", _LINK),
    "domain": (RDFS + "domain", _LINK),
    "range": (RDFS + "range", _LINK),
    "isDefinedBy": (RDFS + "isDefinedBy", _LINK),
}


def json_ld_context(ontology: Iterable[ox.Triple], data: Iterable[ox.Triple] = ()) -> Context:
    """Return the context: every prefix, every class and property of the ontology.

    The type of a property's values is its range; where the model leaves the range open
    (``xsd:date`` is no datatype of OWL 2), it is what all values in the data have.

    Args:
        ontology: The triples of the model.
        data: Data that uses it.
    """
    stated = [t for t in ontology if _is_ours(t.subject)]
    kinds: dict[str, set[str]] = {}
    for triple in stated:
        if triple.predicate.value == _TYPE:
            kinds.setdefault(_iri(triple.subject), set()).add(_iri(triple.object))
    ranges = {
        _iri(t.subject): _iri(t.object) for t in stated if t.predicate.value == RDFS + "range"
    }
    seen = _value_kinds(data)
    context: Context = {**PREFIXES, "cids": CIDS}
    for name, (iri, values) in sorted(_COMMON.items()):
        context[name] = {"@id": _short(iri), **values}
    for iri, types in sorted(kinds.items()):
        name = iri.removeprefix(CJ)
        if OWL + "Class" in types:
            context[name] = f"cj:{name}"
        elif OWL + "ObjectProperty" in types:
            context[name] = {"@id": f"cj:{name}", **_LINK}
        elif types & {OWL + "DatatypeProperty", OWL + "AnnotationProperty"}:
            values = _values(ranges.get(iri), seen.get(iri, set()))
            context[name] = {"@id": f"cj:{name}", **values}
    return context


def _values(declared: str | None, seen: set[str]) -> dict[str, str]:
    only = declared or (next(iter(seen)) if len(seen) == 1 else None)
    if only is None or only == XSD + "string":
        return {}
    if only.startswith("@"):
        return {"@language": only[1:]} if only != "@id" else dict(_LINK)
    return {"@type": _short(only)}


def _value_kinds(data: Iterable[ox.Triple]) -> dict[str, set[str]]:
    """Return, for each property, the kinds of its values: ``@id``, ``@en`` or a datatype."""
    seen: dict[str, set[str]] = {}
    for triple in data:
        value = triple.object
        if isinstance(value, ox.Literal):
            kind = f"@{value.language}" if value.language else value.datatype.value
        else:
            kind = "@id"
        seen.setdefault(triple.predicate.value, set()).add(kind)
    return seen


def _is_ours(node: object) -> bool:
    return isinstance(node, ox.NamedNode) and node.value.startswith(CJ)


def _iri(node: object) -> str:
    return node.value if isinstance(node, ox.NamedNode) else ""


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
