"""Headings of columns: how a spreadsheet names a property and the kind of its values.

A heading is the property's label, followed in brackets by the kind of its values:
``definition (en)`` for words in a language, ``valid from (date)`` for a datatype. A
heading without a kind, such as ``broader``, holds references to other terms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cjgraph.namespaces import CJ, DCTERMS, OWL, RDF, RDFS, SCHEMA, SKOS, XSD, compact

#: Kind of a column that holds references.
REFERENCE: Final = ""

#: The words that stand for datatypes in headings.
DATATYPES: Final = {
    "text": XSD + "string",
    "date": XSD + "date",
    "year": XSD + "gYear",
    "month": XSD + "gYearMonth",
    "date and time": XSD + "dateTime",
    "whole number": XSD + "integer",
    "number": XSD + "decimal",
    "true or false": XSD + "boolean",
}
_WORDS: Final = {iri: word for word, iri in DATATYPES.items()}
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")

#: Properties of other vocabularies that have a better name for people than their own,
#: or that a table may use before any vocabulary does.
_STANDARD: Final = {
    SKOS + "prefLabel": "preferred label",
    SKOS + "altLabel": "alternative label",
    SKOS + "hiddenLabel": "hidden label",
    SKOS + "definition": "definition",
    SKOS + "scopeNote": "scope note",
    SKOS + "editorialNote": "editorial note",
    SKOS + "changeNote": "change note",
    SKOS + "historyNote": "history note",
    SKOS + "example": "example",
    SKOS + "notation": "notation",
    SKOS + "broader": "broader",
    SKOS + "narrower": "narrower",
    SKOS + "related": "related",
    SKOS + "inScheme": "in scheme",
    SKOS + "topConceptOf": "top concept of",
    SKOS + "exactMatch": "exact match",
    SKOS + "closeMatch": "close match",
    SKOS + "broadMatch": "broad match",
    SKOS + "narrowMatch": "narrow match",
    SKOS + "relatedMatch": "related match",
    RDFS + "label": "label",
    RDFS + "comment": "comment",
    RDFS + "seeAlso": "see also",
    OWL + "deprecated": "deprecated",
    DCTERMS + "source": "source",
    DCTERMS + "title": "title",
    DCTERMS + "description": "description",
    DCTERMS + "publisher": "publisher",
    DCTERMS + "issued": "issued",
    DCTERMS + "isPartOf": "part of",
    DCTERMS + "isReplacedBy": "replaced by",
    DCTERMS + "replaces": "replaces",
    SCHEMA + "url": "web address",
}

#: Properties whose values are words in a language.
_WORDED: Final = frozenset(
    SKOS + name
    for name in (
        "prefLabel altLabel hiddenLabel definition scopeNote editorialNote changeNote"
        " historyNote example"
    ).split()
) | {RDFS + "label", RDFS + "comment", DCTERMS + "title", DCTERMS + "description"}

#: Properties whose values are of one datatype, whatever the ontology says of them.
_TYPED: Final = {OWL + "deprecated": XSD + "boolean", SKOS + "notation": XSD + "string"}

#: Columns that stand first and last; all others stand between, by heading.
_FIRST: Final = tuple(
    SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel", "definition", "scopeNote")
)
_ORDER_FIRST: Final = (
    RDF + "type",
    _FIRST[0],
    RDFS + "label",
    *_FIRST[1:],
    SKOS + "notation",
    CJ + "position",
    SKOS + "broader",
)
_ORDER_LAST: Final = (
    SKOS + "inScheme",
    CJ + "inEdition",
    SKOS + "topConceptOf",
    DCTERMS + "source",
    CJ + "sourceLocator",
    CJ + "wordingStatus",
    CJ + "confirmationNote",
    OWL + "deprecated",
    DCTERMS + "isReplacedBy",
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of terms.

    Args:
        iri: IRI of the property.
        kind: ``""`` for references, ``@`` and a language tag for words, else a datatype.
        name: The property's name for people.
    """

    iri: str
    kind: str
    name: str

    @property
    def heading(self) -> str:
        """What stands in the first row."""
        kind = kind_word(self.kind)
        return f"{self.name} ({kind})" if kind else self.name


def kind_word(kind: str) -> str:
    """Return the word for a kind of value, as headings have it.

    >>> kind_word("@en")
    'en'
    """
    if kind.startswith("@"):
        return kind[1:]
    return _WORDS.get(kind) or compact(kind)


def column_order(column: Column) -> tuple[int, str]:
    """Return the sort key of a column: its place in every table, then its heading."""
    if column.iri in _ORDER_FIRST:
        return (_ORDER_FIRST.index(column.iri), column.heading)
    if column.iri in _ORDER_LAST:
        return (1000 + _ORDER_LAST.index(column.iri), column.heading)
    return (500, column.heading)


class Headings:
    """The names of all properties that a table may use.

    Args:
        labels: IRI to label of the properties that the ontology names.
        ranges: IRI of a property to the IRI of its range, where there is one.
        objects: IRIs of properties that only refer to things.
        used: IRI of every property that the data uses, to the kinds of its values.
    """

    def __init__(
        self,
        labels: dict[str, str],
        *,
        ranges: dict[str, str],
        objects: frozenset[str],
        used: Mapping[str, frozenset[str]],
    ) -> None:
        self._ranges = ranges
        self._objects = objects
        self._used = used
        self._names = dict(_STANDARD)
        taken = set(_STANDARD.values())
        wanted = {iri: _spaced(iri) for iri in used} | labels
        names = [name for iri, name in wanted.items() if iri not in _STANDARD]
        for iri in sorted(wanted.keys() - _STANDARD.keys()):
            name = wanted[iri]
            clash = name in taken or names.count(name) > 1
            self._names[iri] = compact(iri) if clash or name in ("id", "type") else name
        self._names[RDF + "type"] = "type"
        self._iris = {name.casefold(): iri for iri, name in self._names.items()}
        self._iris |= {compact(iri).casefold(): iri for iri in self._names}

    def column(self, iri: str, kind: str) -> Column:
        """Return the column of a property and a kind of value."""
        return Column(iri, kind, self._names.get(iri) or compact(iri))

    def read(self, heading: str) -> Column | None:
        """Find what a heading stands for.

        Args:
            heading: The text of the cell in the first row.

        Returns:
            None where no property has this name or the kind is none that is known.
        """
        text = " ".join(heading.split())
        whole = self._iris.get(text.casefold())
        if whole is not None:
            return self.column(whole, REFERENCE)
        found = re.fullmatch(r"(.+) \(([^()]+)\)", text)
        iri = self._iris.get(found[1].casefold()) if found else None
        kind = _read_kind(found[2]) if found else None
        return self.column(iri, kind) if iri is not None and kind is not None else None

    def misuse(self, column: Column) -> str | None:
        """Say what is wrong with the kind of a column, if something is.

        Args:
            column: The column as its heading has it.
        """
        expected = self._expected(column.iri)
        if expected is None:
            # Ranges can't say "date" in OWL 2 DL, so what the data does has to tell.
            usual = self._used.get(column.iri, frozenset())
            if not usual or column.kind in usual:
                return None
            expected = "@" if any(kind.startswith("@") for kind in usual) else min(usual)
        if column.kind == expected:
            return None
        if expected == "@":
            if column.kind.startswith("@"):
                return None
            meant = f"{column.name} (en)"
        else:
            meant = self.column(column.iri, expected).heading
        return f"'{column.heading}' is not what this property holds; call the column '{meant}'"

    def known(self) -> list[str]:
        """Return headings that would do, for the nearest to a wrong one to be named."""
        found = []
        for iri, name in self._names.items():
            expected = self._expected(iri)
            kinds = {"@en"} if expected == "@" else {expected or REFERENCE}
            if expected is None:
                kinds = set(self._used.get(iri, ())) or {REFERENCE, "@en", XSD + "date"}
            found += [Column(iri, kind, name).heading for kind in kinds]
        return found

    def _expected(self, iri: str) -> str | None:
        if iri in _WORDED:
            return "@"
        if iri in _TYPED:
            return _TYPED[iri]
        if iri in self._objects or iri == RDF + "type":
            return REFERENCE
        reach = self._ranges.get(iri, "")
        return reach if reach.startswith(XSD) else None


def _read_kind(word: str) -> str | None:
    text = word.strip()
    if text.casefold() in DATATYPES:
        return DATATYPES[text.casefold()]
    if text.startswith("xsd:") and text[4:].isalnum():
        return XSD + text[4:]
    return "@" + text if _LANGUAGE.fullmatch(text) else None


def _spaced(iri: str) -> str:
    local = re.split(r"[#/]", iri)[-1]
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", local).lower()
