"""Makes the files of a release from the triples of the ontology."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from cjgraph.namespaces import CIDS, DCTERMS, ONTOLOGY, OWL, PREFIXES
from cjgraph.publish._canonical import canonical
from cjgraph.publish._context import json_ld_context
from cjgraph.publish._jsonld import as_json, json_ld
from cjgraph.publish._turtle import tidy_turtle


def release_files(triples: Iterable[ox.Triple], data: Iterable[ox.Triple] = ()) -> dict[str, bytes]:
    """Return the ontology in every syntax that is published, and the JSON-LD context.

    All three syntaxes hold the same graph; the same graph always gives the same bytes.

    Args:
        triples: The ontology: its modules and its alignment.
        data: Data that uses it; tells the context of values whose type the model leaves open.

    Returns:
        File name to content: ``ontology.ttl``, ``ontology.rdf``, ``ontology.jsonld``,
        ``context.jsonld``.
    """
    ordered = canonical(triples)
    context = json_ld_context(ordered, data)
    return {
        "ontology.ttl": tidy_turtle(ordered, _heading(ordered)),
        "ontology.rdf": ox.serialize(
            ordered, format=ox.RdfFormat.RDF_XML, prefixes={**PREFIXES, "cids": CIDS}
        )
        or b"",
        "ontology.jsonld": json_ld(ordered, context),
        "context.jsonld": as_json({"@context": context}),
    }


def _heading(triples: Iterable[ox.Triple]) -> str:
    """Return title, version and licence, as the ontology states them of itself."""
    head = {
        t.predicate.value: t.object.value
        for t in triples
        if isinstance(t.subject, ox.NamedNode)
        and t.subject.value == ONTOLOGY
        and isinstance(t.object, ox.NamedNode | ox.Literal)
    }
    title, version = head.get(DCTERMS + "title", ONTOLOGY), head.get(OWL + "versionInfo", "")
    return f"{title}, {version}\nLicence: {head.get(DCTERMS + 'license', 'not stated')}"


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return the list of checksums that ``sha256sum --check`` reads.

    Args:
        files: File name to content.
    """
    return "".join(
        f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)
    ).encode()
