"""Prints the line of ``shapes/versions.csv`` that belongs to the rules as they stand.

Run: python -m tests.tools.rules_version
"""

from __future__ import annotations

import re

import pyoxigraph as ox

from cjgraph.namespaces import CJ, DCTERMS, OWL, RDFS, SH
from cjgraph.resources import resource_folder
from cjgraph.shacl import load_rules
from cjgraph.store import fingerprint

#: What a rule says to people or offers with a finding: it may change without a new version.
WORDING = frozenset(
    {
        CJ + "failingExample",
        CJ + "offersEvidence",
        CJ + "passingExample",
        CJ + "remedy",
        CJ + "showsExample",
        CJ + "sourceLocator",
        OWL + "versionInfo",
        RDFS + "label",
        RDFS + "seeAlso",
        SH + "description",
        SH + "message",
        SH + "name",
    }
)


def judging_hash() -> str:
    """Return a hash of all that decides a verdict: not of wording, layout, order or comments."""
    triples = []
    for file in sorted(resource_folder("shapes").glob("*.ttl")):
        for quad in ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE):
            predicate = quad.predicate.value
            if predicate in WORDING or predicate.startswith(DCTERMS):
                continue
            value = quad.object
            if isinstance(value, ox.Literal):
                value = ox.Literal(_one_line(value.value), datatype=value.datatype)
            triples.append(ox.Triple(quad.subject, quad.predicate, value))
    return fingerprint(triples)


def current_line() -> str:
    """Return version and hash of the rules as they stand."""
    return f"{load_rules().version},{judging_hash()}"


def _one_line(text: str) -> str:
    """A query without its comments and with single spaces."""
    kept = re.sub(r"(?m)^\s*#.*$", "", text)
    return " ".join(kept.split())


if __name__ == "__main__":
    print(current_line())
