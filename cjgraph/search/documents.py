"""What search looks through: one passage for each finding, read from the default graph.

The module knows no store. It is given a callable that runs a SPARQL query and gives back rows
of strings, so the same code reads an embedded store, a remote engine or a test's few triples.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from cjgraph.namespaces import PREFIXES

Row: TypeAlias = dict[str, str]
RunQuery: TypeAlias = Callable[[str], list[Row]]

_HEADER: Final = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())

_PUBLICATIONS: Final = """
SELECT ?publication ?code ?title (MIN(?published) AS ?year) (MIN(?place) AS ?url)
       (MIN(?any) AS ?otherUrl) (MIN(?where) AS ?country) (MIN(?house) AS ?publisher)
       (MIN(?sure) AS ?status) (MIN(?unsure) AS ?statusNote) WHERE {
  ?publication a cj:EvidenceReview ; skos:notation ?code ; rdfs:label ?title .
  OPTIONAL { ?publication schema:datePublished ?published }
  OPTIONAL { ?publication schema:url ?any }
  OPTIONAL { ?publication schema:url ?place ; dcterms:source ?place }
  OPTIONAL { ?publication cj:applicability ?where }
  OPTIONAL { ?publication dcterms:publisher ?house }
  OPTIONAL { ?publication cj:wordingStatus ?sure }
  OPTIONAL { ?publication cj:confirmationNote ?unsure }
} GROUP BY ?publication ?code ?title"""

_AUTHORS: Final = "SELECT DISTINCT ?publication ?name WHERE { ?publication dcterms:creator ?name }"

_FINDINGS: Final = """
SELECT ?finding ?code ?publication ?text ?stance (MIN(?own) AS ?strength)
       (MIN(?design) AS ?designLevel) (MIN(?sure) AS ?certainty) (MIN(?limit) AS ?caveat)
       (MIN(?size) AS ?effect) (MIN(?place) AS ?locator) (MIN(?at) AS ?locatorUrl)
       (MIN(?confirmed) AS ?status) (MIN(?unsure) AS ?statusNote) WHERE {
  ?finding a cj:Finding ; skos:notation ?code ; cj:text ?text ; cj:fromPublication ?publication .
  OPTIONAL { ?finding cj:stance ?stance }
  OPTIONAL { ?finding cj:ownLabel ?own }
  OPTIONAL { ?finding cj:designLevel ?design }
  OPTIONAL { ?finding cj:certainty ?sure }
  OPTIONAL { ?finding cj:caveat ?limit }
  OPTIONAL { ?finding cj:effectSize ?size }
  OPTIONAL { ?finding cj:sourceLocator ?place }
  OPTIONAL { ?finding schema:url ?at }
  OPTIONAL { ?finding cj:wordingStatus ?confirmed }
  OPTIONAL { ?finding cj:confirmationNote ?unsure }
} GROUP BY ?finding ?code ?publication ?text ?stance"""

_FACETS: Final = """
SELECT DISTINCT ?finding ?kind ?concept WHERE {
  VALUES (?property ?kind) {
    (cj:concernsIntervention "intervention") (cj:concernsPopulation "population")
    (cj:concernsNeed "need") (cj:measuresResult "result") (cj:bearsOnOutcome "outcome")
    (cj:comparedWith "comparison") }
  ?finding a cj:Finding ; ?property ?concept }"""

_LABELS: Final = """
SELECT DISTINCT ?concept ?label ?other WHERE {
  { ?finding cj:concernsIntervention ?concept } UNION { ?finding cj:concernsPopulation ?concept }
  UNION { ?finding cj:concernsNeed ?concept } UNION { ?finding cj:measuresResult ?concept }
  UNION { ?finding cj:bearsOnOutcome ?concept } UNION { ?finding cj:comparedWith ?concept }
  ?concept skos:prefLabel ?label .
  OPTIONAL { ?concept skos:altLabel ?other } }"""

#: Every term that a search may be filtered by, whether a finding bears it or not.
_TERMS: Final = """
SELECT DISTINCT ?kind ?concept WHERE {
  VALUES (?class ?kind) {
    (cj:Need "needs") (cj:Intervention "interventions") (cj:PopulationGroup "populations")
    (cj:ResultMeasure "results") (cj:CommunityJusticeOutcome "outcomes")
    (cj:PriorityAction "outcomes") }
  ?concept a ?class }"""

_BROADER: Final = "SELECT DISTINCT ?concept ?wider WHERE { ?concept skos:broader+ ?wider }"
_PREVENTION: Final = "SELECT DISTINCT ?concept ?level WHERE { ?concept cj:preventionLevel ?level }"
#: Kinds of term that a query may name by any label. Outcomes are labelled with sentences of
#: official wording, and what a finding compares with is not what it is about.
NAMED: Final = ("intervention", "population", "need", "result")

_OPPOSED: Final = "SELECT DISTINCT ?finding ?other WHERE { ?finding cj:disagreesWith ?other }"


#: The fields of a passage that hold codes of vocabularies.
FACETS: Final = ("interventions", "populations", "needs", "results", "outcomes", "prevention")


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of a vocabulary that a finding is tagged with.

    Args:
        kind: ``intervention``, ``comparison``, ``population``, ``need``, ``result`` or
            ``outcome``.
        code: The last part of its IRI, such as ``"supervised-bail"``.
        label: Its preferred label.
        others: Its other labels, acronyms and lay words among them.
    """

    kind: str
    code: str
    label: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opposed:
    """A finding that answers the same question differently."""

    finding: str
    stance: str
    quote: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One finding with all that a reader needs to judge it, or a publication not yet read.

    ``finding`` is None for a publication that is known but has not been read. ``strength`` is
    the source's own label; ``design_level`` (Maryland scale, 0 to 5) and ``certainty`` (GRADE)
    are kept apart from it. The facets hold codes, wider terms included. ``confirmed`` is False
    where the record itself could not be checked against its source; ``confirmation`` says why.
    Authors are in alphabetical order, not in the order of the title page.
    """

    publication: str
    finding: str | None
    title: str
    text: str = ""
    stance: str = ""
    strength: str = ""
    design_level: int | None = None
    certainty: str = ""
    caveat: str = ""
    effect: str = ""
    year: int | None = None
    url: str = ""
    locator: str = ""
    locator_url: str = ""
    country: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    confirmed: bool = True
    confirmation: str = ""
    interventions: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    prevention: tuple[str, ...] = ()
    concepts: tuple[Concept, ...] = field(default=())
    opposed: tuple[Opposed, ...] = field(default=())

    @property
    def key(self) -> str:
        """The finding's id, or the publication's where nothing has been read."""
        return self.finding or self.publication

    def lexical_text(self) -> str:
        """Return what word search looks through: title, text and every label of its terms.

        A change here calls for a new ``ANALYSER_VERSION``.
        """
        labels = [text for c in self.concepts if c.kind in NAMED for text in (c.label, *c.others)]
        labels += [c.label for c in self.concepts if c.kind == "comparison"]
        return "\n".join([self.title, self.text, *labels])

    def semantic_text(self) -> str:
        """Return what search by meaning compares: title, text and preferred labels."""
        labels = ", ".join(c.label for c in self.concepts if c.kind in ("intervention", "need"))
        return ". ".join(part for part in (self.title, self.text, labels) if part)


def passage_from(record: dict[str, Any]) -> Passage:
    """Rebuild a passage from the record that ``dataclasses.asdict`` made of it."""
    known = dict(record)
    known["concepts"] = tuple(
        Concept(**{**c, "others": tuple(c["others"])}) for c in record.get("concepts", ())
    )
    known["opposed"] = tuple(Opposed(**o) for o in record.get("opposed", ()))
    for name in (*FACETS, "authors"):
        known[name] = tuple(record.get(name, ()))
    return Passage(**known)


def read_passages(query: RunQuery) -> list[Passage]:
    """Read every finding, and every publication that has none, from the default graph.

    Args:
        query: Runs a SPARQL SELECT and returns its rows; a variable without a value is absent
            or empty.

    Returns:
        Passages in the order of their ids.
    """

    def run(text: str) -> list[Row]:
        return query(_HEADER + text)

    publications = {row["publication"]: row for row in run(_PUBLICATIONS)}
    findings = {row["finding"]: row for row in run(_FINDINGS)}
    facets = _Facets(run)
    authors: dict[str, list[str]] = defaultdict(list)
    for row in run(_AUTHORS):
        authors[row["publication"]].append(row["name"])
    opposed: dict[str, list[Opposed]] = defaultdict(list)
    for row in run(_OPPOSED):
        other = findings.get(row["other"])
        if other:
            opposed[row["finding"]].append(
                Opposed(other["code"], _last(other.get("stance", "")), other["text"])
            )
    passages = []
    for iri, row in findings.items():
        publication = publications.get(row["publication"])
        if publication:
            against = tuple(sorted(opposed[iri], key=lambda o: _order(o.finding)))
            passages.append(_finding(row, publication, facets, iri, against, authors))
    read = {row["publication"] for row in findings.values()}
    passages += [
        Passage(row["code"], None, row["title"], **_about(row, authors), **_status(row))
        for iri, row in publications.items()
        if iri not in read
    ]
    return sorted(passages, key=lambda p: _order(p.key))


def read_terms(query: RunQuery) -> dict[str, list[str]]:
    """Read the codes that a search may be filtered by, from the vocabularies.

    Args:
        query: Runs a SPARQL SELECT and returns its rows.

    Returns:
        For each facet, such as ``needs``, its codes in alphabetical order.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in query(_HEADER + _TERMS):
        found[row["kind"]].add(_last(row["concept"]))
    return {kind: sorted(codes) for kind, codes in sorted(found.items())}


class _Facets:
    """The vocabulary terms of each finding, with labels and wider terms."""

    def __init__(self, run: RunQuery) -> None:
        self._wider: dict[str, set[str]] = defaultdict(set)
        self._prevention: dict[str, set[str]] = defaultdict(set)
        self._tags: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._label: dict[str, str] = {}
        others: dict[str, set[str]] = defaultdict(set)
        for row in run(_BROADER):
            self._wider[row["concept"]].add(row["wider"])
        for row in run(_PREVENTION):
            self._prevention[row["concept"]].add(_last(row["level"]))
        for row in run(_LABELS):
            self._label[row["concept"]] = row["label"]
            if row.get("other"):
                others[row["concept"]].add(row["other"])
        for row in run(_FACETS):
            self._tags[row["finding"]].append((row["kind"], row["concept"]))
        self._others = {iri: tuple(sorted(names)) for iri, names in others.items()}

    def codes(self, finding: str, kind: str) -> tuple[str, ...]:
        """Return the codes of one kind, wider terms included, in alphabetical order."""
        direct = {concept for k, concept in self._tags[finding] if k == kind}
        wider = {w for concept in direct for w in self._wider.get(concept, ())}
        return tuple(sorted(_last(iri) for iri in direct | wider))

    def prevention(self, finding: str) -> tuple[str, ...]:
        """Return the prevention levels of the finding's interventions."""
        levels = (self._prevention.get(c, set()) for _, c in self._tags[finding])
        return tuple(sorted(set().union(*levels)))

    def concepts(self, finding: str) -> tuple[Concept, ...]:
        """Return the terms that the finding is tagged with, as they are labelled."""
        return tuple(
            Concept(kind, _last(iri), self._label.get(iri, _last(iri)), self._others.get(iri, ()))
            for kind, iri in sorted(self._tags[finding])
        )


def _finding(
    row: Row,
    publication: Row,
    facets: _Facets,
    iri: str,
    opposed: tuple[Opposed, ...],
    authors: dict[str, list[str]],
) -> Passage:
    level = _last(row.get("designLevel", "")).rpartition("-")[2]
    return Passage(
        publication=publication["code"],
        finding=row["code"],
        title=publication["title"],
        text=row["text"],
        stance=_last(row.get("stance", "")),
        strength=row.get("strength", ""),
        design_level=int(level) if level.isdecimal() else None,
        certainty=_last(row.get("certainty", "")).removeprefix("grade-").replace("-", " "),
        caveat=row.get("caveat", ""),
        effect=row.get("effect", ""),
        locator=row.get("locator", ""),
        locator_url=row.get("locatorUrl", ""),
        interventions=facets.codes(iri, "intervention"),
        populations=facets.codes(iri, "population"),
        needs=facets.codes(iri, "need"),
        results=facets.codes(iri, "result"),
        outcomes=facets.codes(iri, "outcome"),
        prevention=facets.prevention(iri),
        concepts=facets.concepts(iri),
        opposed=opposed,
        **_about(publication, authors),
        **_status(row),
    )


def _status(row: Row) -> dict[str, Any]:
    confirmed = _last(row.get("status", "")) != "unconfirmed"
    return {
        "confirmed": confirmed,
        "confirmation": "" if confirmed else row.get("statusNote", ""),
    }


def _about(publication: Row, authors: dict[str, list[str]]) -> dict[str, Any]:
    year = publication.get("year", "")[:4]
    return {
        "year": int(year) if year.isdecimal() else None,
        "url": publication.get("url") or publication.get("otherUrl", ""),
        "country": _last(publication.get("country", "")),
        "authors": tuple(sorted(authors.get(publication["publication"], ()))),
        "publisher": publication.get("publisher", ""),
    }


def _last(iri: str) -> str:
    return iri.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _order(code: str) -> tuple[str, int]:
    publication, _, number = code.partition("-F")
    return (publication, int(number) if number.isdecimal() else 0)
