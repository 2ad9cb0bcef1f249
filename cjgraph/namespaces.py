"""The IRIs of the product: the only module that spells them out.

Things are named ``https://w3id.org/cjgraph/id/{kind}/{slug}``, named graphs
``https://w3id.org/cjgraph/graph/{kind}/{slug}[/{edition}]``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

ROOT: Final = "https://w3id.org/cjgraph/"
ONTOLOGY: Final = ROOT + "ontology"
CJ: Final = ONTOLOGY + "#"
SHAPES: Final = ROOT + "shapes#"
ID: Final = ROOT + "id/"
GRAPH: Final = ROOT + "graph/"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SH: Final = "http://www.w3.org/ns/shacl#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
DCAT: Final = "http://www.w3.org/ns/dcat#"
PROV: Final = "http://www.w3.org/ns/prov#"
ORG: Final = "http://www.w3.org/ns/org#"
OA: Final = "http://www.w3.org/ns/oa#"
SCHEMA: Final = "https://schema.org/"
CITO: Final = "http://purl.org/spar/cito/"
CIDS: Final = "https://ontology.commonapproach.org/cids#"
VANN: Final = "http://purl.org/vocab/vann/"
ACT_2016: Final = "http://www.legislation.gov.uk/id/asp/2016/10"
#: The rule by which a fragment names a page of a PDF.
PDF_FRAGMENTS: Final = "http://tools.ietf.org/rfc/rfc3778"
GEOGRAPHY: Final = "http://statistics.gov.scot/id/statistical-geography/"

#: Prefixes that queries may use without declaring them, and that Turtle is written with.
PREFIXES: Final[dict[str, str]] = {
    "cj": CJ,
    "id": ID,
    "graph": GRAPH,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "sh": SH,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "dcat": DCAT,
    "prov": PROV,
    "org": ORG,
    "oa": OA,
    "schema": SCHEMA,
    "cito": CITO,
    "cids": CIDS,
    "vann": VANN,
}

#: Named graphs that are written at publishing, outside the national default graph.
PUBLISHED_EXAMPLES: Final = GRAPH + "published/examples"
PUBLISHED_SYNTHETIC: Final = GRAPH + "published/synthetic"
PUBLISHED_UNCHECKED: Final = GRAPH + "published/unchecked"
PROVENANCE_GRAPH: Final = GRAPH + "provenance/imports"
#: What the IRIs of the graphs of drafts begin with.
DRAFTS: Final = GRAPH + "draft/"
#: Records of drafts, which are no part of the default graph either.
DRAFT_RECORDS_GRAPH: Final = GRAPH + "provenance/drafts"
#: What the IRIs of the graphs of remarks on findings begin with.
REMARKS: Final = GRAPH + "remark/"
#: Beginnings of the IRIs of graphs that no query from outside ever sees.
PRIVATE_GRAPHS: Final = (DRAFTS, DRAFT_RECORDS_GRAPH, REMARKS)
#: Kinds of graph whose records are private too, and which never change the published data.
PRIVATE_KINDS: Final = frozenset({"draft", "remark"})


def slug(text: str) -> str:
    """Turn a name into the form that IRIs use.

    Args:
        text: Any name, such as ``"Perth and Kinross"``.

    Returns:
        Lower-case letters, digits and single hyphens; ``"x"`` where nothing is left.

    >>> slug("Na h-Eileanan Siar")
    'na-h-eileanan-siar'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "x"


def thing(kind: str, name: str) -> str:
    """Return the IRI of a thing.

    Args:
        kind: The kind in the IRI, such as ``"outcome"``.
        name: The slug, such as ``"ndo-3"``.

    >>> thing("outcome", "ndo-3")
    'https://w3id.org/cjgraph/id/outcome/ndo-3'
    """
    return f"{ID}{kind}/{name}"


def graph(kind: str, *parts: str) -> str:
    """Return the IRI of a named graph.

    Args:
        kind: What it holds: ``ontology``, ``vocabulary``, ``catalogue``, ``register``,
            ``service``, ``draft``, ``remark``, ``plan``, ``example``, ``synthetic``,
            ``provenance`` or ``published``.
        parts: Slug and, for plans, edition.
    """
    return GRAPH + "/".join((kind, *parts))


def compact(iri: str) -> str:
    """Shorten an IRI with a known prefix; give it back whole where none fits.

    >>> compact("https://w3id.org/cjgraph/ontology#Action")
    'cj:Action'
    """
    best = max(
        ((p, ns) for p, ns in PREFIXES.items() if iri.startswith(ns)),
        key=lambda pair: len(pair[1]),
        default=None,
    )
    return f"{best[0]}:{iri[len(best[1]) :]}" if best else iri
