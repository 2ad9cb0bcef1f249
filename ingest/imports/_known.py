"""The things that a list may name, as the data have them: areas, bodies, terms, indicators."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from typing import Final

from cjgraph.namespaces import GEOGRAPHY, ID
from cjgraph.store import Snapshot

_CLASSES: Final = {
    "area": "Area",
    "organization": "Organization",
    "need": "Need",
    "population": "PopulationGroup",
    "intervention": "Intervention",
    "prevention": "PreventionLevel",
    "indicator": "Indicator",
    "service": "Service",
    "publication": "EvidenceReview",
    "publication-type": "PublicationType",
    "applicability": "Applicability",
    "partner-category": "PartnerCategory",
}

_NAMES: Final = """
SELECT DISTINCT ?class ?thing ?name ?main WHERE {
  VALUES ?class { %s }
  ?thing a ?class .
  { ?thing rdfs:label ?name BIND (true AS ?main) } UNION { ?thing skos:altLabel ?name }
  UNION { ?thing skos:notation ?name } UNION { ?thing cj:gssCode ?name }
  UNION { ?thing cj:formerGssCode ?name } UNION { ?thing dcterms:identifier ?name }
}"""

_GRAPHS: Final = """
SELECT DISTINCT ?thing ?graph WHERE {
  VALUES ?class { %s }
  ?thing a ?class .
  GRAPH ?graph { ?thing a ?stated }
}"""

#: How the codes of council areas begin.
_COUNCIL: Final = "S12"
#: Longest text that is compared with names, in characters.
_LONGEST: Final = 100
_CODE: Final = re.compile(r"[SEWNKJ]\d{8}")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that the data know.

    Args:
        iri: Its IRI.
        label: Its name.
        graphs: The named graphs that describe it.
    """

    iri: str
    label: str
    graphs: frozenset[str]

    @property
    def code(self) -> str:
        """The last part of its IRI."""
        return self.iri.rpartition("/")[2]


@dataclass(slots=True)
class Known:
    """Finds things by code or name.

    Args:
        target: The graph that is imported into. What it alone describes is not known: the
            list has to say it again.
        things: Kind to IRI to thing.
    """

    target: str = ""
    things: dict[str, dict[str, Named]] = field(default_factory=lambda: defaultdict(dict))
    _names: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(dict))
    _hints: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, snapshot: Snapshot, target: str) -> Known:
        """Read what a snapshot knows.

        Args:
            snapshot: The current snapshot.
            target: The graph that is imported into.
        """
        known = cls(target)
        classes = " ".join(f"cj:{name}" for name in _CLASSES.values())
        graphs: defaultdict[str, set[str]] = defaultdict(set)
        for row in snapshot.rows(_GRAPHS % classes):
            graphs[row["thing"]].add(row["graph"])
        kinds = {name: kind for kind, name in _CLASSES.items()}
        for row in snapshot.rows(_NAMES % classes):
            kind = kinds[row["class"].rpartition("#")[2]]
            iri = row["thing"]
            if graphs[iri] <= {target}:
                continue
            main = row["name"] if row.get("main") else ""
            before = known.things[kind].get(iri)
            label = main or (before.label if before else "")
            known.things[kind][iri] = Named(iri, label, frozenset(graphs[iri]))
            known._add(kind, row["name"], iri)
            known._add(kind, iri.rpartition("/")[2], iri)
        return known

    def _add(self, kind: str, name: str, iri: str) -> None:
        self._names[kind].setdefault(_key(name), set()).add(iri)

    def find(self, kind: str, text: str) -> Named | None:
        """Return the one thing that a code or name means, or None.

        Args:
            kind: ``area``, ``organization``, ``need`` and so on.
            text: A code, a name, an alternative name or an IRI.
        """
        bare = text.strip()
        if bare in self.things[kind]:
            return self.things[kind][bare]
        code = _CODE.search(bare) if kind == "area" else None
        found = self._names[kind].get(_key(code[0] if code else bare), set())
        if not found and kind == "area":
            for extra in (" council area", " council", " local authority area"):
                found = found or self._names[kind].get(_key(bare).removesuffix(_key(extra)), set())
        if len(found) > 1:  # a name that several share is told by the main name
            exact = {i for i in found if _key(self.things[kind][i].label) == _key(bare)}
            found = exact or found
        if len(found) > 1 and kind == "area":  # a council and a health board may share a name
            found = {i for i in found if i.startswith(GEOGRAPHY + _COUNCIL)} or found
        return self.things[kind][next(iter(found))] if len(found) == 1 else None

    def find_indicator(self, text: str) -> Named | None:
        """Return the indicator that people mean by a code such as ``NI 3`` or ``3``."""
        found = self.find("indicator", text)
        if found:
            return found
        number = re.fullmatch(
            r"(?:national )?(?:ni|indicator)?[\s:.#_-]*0*(\d{1,2})", text.strip().casefold()
        )
        return self.find("indicator", f"ni-{number[1]}") if number else None

    def near(self, kind: str, text: str, most: int = 4) -> list[Named]:
        """Return the things whose code or name is near to a text, nearest first."""
        names = self._names[kind]
        key = _key(text[:_LONGEST])
        close = get_close_matches(key, list(names), n=most * 3, cutoff=0.5)
        if len(key) > 3:
            words = {w for w in key.split() if len(w) > 3}
            close += sorted(
                (n for n in names if words & set(n.split())),
                key=lambda n: -SequenceMatcher(None, key, n).ratio(),
            )[:most]
        iris = dict.fromkeys(iri for name in close for iri in sorted(names[name]))
        return [self.things[kind][iri] for iri in iris][:most]

    def hint(self, kind: str, text: str) -> str:
        """Return the near ones as the end of a message; empty where nothing is near."""
        key = (kind, text)
        if key not in self._hints:
            found = ", ".join(f"{n.code} ({n.label})" for n in self.near(kind, text))
            self._hints[key] = f"; near to it are {found}" if found else ""
        return self._hints[key]

    def words(self) -> frozenset[str]:
        """Return all words of all names, in lower case, that are no names of persons."""
        kinds = set(_CLASSES) - {"publication"}
        return frozenset(
            word for kind in kinds for name in self._names[kind] for word in name.split()
        )

    def add(self, kind: str, named: Named, names: Iterable[str] = ()) -> None:
        """Make a thing known; tests and lists that name their own things do so."""
        self.things[kind][named.iri] = named
        for name in (named.label, named.code, *names):
            self._add(kind, name, named.iri)


def is_own(iri: str) -> bool:
    """Tell whether an IRI is one that this product gives."""
    return iri.startswith((ID, GEOGRAPHY))


def _key(text: str) -> str:
    plain = text.casefold().replace("&", " and ").replace("\u2019", "'")
    return " ".join(re.sub(r"[^\w']+", " ", plain).split())
