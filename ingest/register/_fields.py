"""The columns of the register's and the services' tables, and what each becomes.

``csv-metadata.json`` beside each table describes the same columns to people and to CSVW
tools; a test keeps the two in step.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from cjgraph.namespaces import CJ, DCTERMS, PROV, RDFS, SCHEMA, SKOS
from ingest.table import Column

#: How a value is written: words in English, plain text, a date, a decimal number, yes or
#: no, a thing of a vocabulary, an area by its GSS code, an address, a wording status.
Form = Literal["words", "text", "date", "number", "flag", "thing", "area", "address", "status"]


@dataclass(frozen=True, slots=True)
class Field:
    """A column and what its values become.

    Args:
        column: What its cells may hold.
        predicate: The property that a value is written with; empty where it is not written.
        form: How a value is written.
    """

    column: Column
    predicate: str = ""
    form: Form = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is read.

    Args:
        file: Its name.
        kind: The kind in the IRIs of what it describes.
        type: The class of what it describes, as an IRI.
        fields: Its columns in order.
    """

    file: str
    kind: str
    type: str
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """What its cells may hold."""
        return tuple(field.column for field in self.fields)


def _named(name: str, predicate: str, *kinds: str, many: bool = False, must: bool = False) -> Field:
    return Field(Column(name, required=must, many=many, kind=kinds), predicate, "thing")


def _text(name: str, predicate: str) -> Field:
    return Field(Column(name), predicate)


def _words(name: str, predicate: str, *, must: bool = False) -> Field:
    return Field(Column(name, required=must), predicate, "words")


def _date(name: str, predicate: str) -> Field:
    pattern = re.compile(r"\d{4}-\d\d-\d\d")
    return Field(Column(name, pattern=pattern, form="a day such as 2026-03-31"), predicate, "date")


def _address(name: str, predicate: str) -> Field:
    return Field(Column(name, address=True), predicate, "address")


_ID: Final = Field(
    Column(
        "id",
        required=True,
        pattern=re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
        form="small letters, digits and hyphens",
    )
)
_SOURCES: Final = (
    _named("source", DCTERMS + "source", "source", many=True),
    _named("publications", DCTERMS + "source", "publication", many=True),
    _words("locator", CJ + "sourceLocator"),
    Field(
        Column(
            "confirmation",
            required=True,
            choices=("confirmed", "unconfirmed", "fromFoundingDocument", "derived"),
        ),
        CJ + "wordingStatus",
        "status",
    ),
    _words("note", CJ + "confirmationNote"),
)

ENTRIES: Final = Table(
    "entries.csv",
    "register-entry",
    CJ + "RegisterEntry",
    (
        _ID,
        _named("partnership", CJ + "registeredFor", "partnership", must=True),
        _named("kind", CJ + "documentKind", "document-kind", must=True),
        _words("title", RDFS + "label", must=True),
        _text("period_as_written", CJ + "periodAsWritten"),
        _date("period_start", CJ + "periodStart"),
        _date("period_end", CJ + "periodEnd"),
        _date("published_on", CJ + "publishedOn"),
        _address("address", SCHEMA + "url"),
        _text("format", CJ + "documentFormat"),
        _named("edition", CJ + "registeredEdition", "edition"),
        _date("last_checked", CJ + "lastChecked"),
        _named("status", CJ + "registerStatus", "register-status", must=True),
        *_SOURCES,
    ),
)

_SERVICE_STATUSES: Final = ("active", "inactive", "defunct", "temporarily closed")

SERVICES: Final = Table(
    "services.csv",
    "service",
    CJ + "Service",
    (
        _ID,
        _words("name", RDFS + "label", must=True),
        _words("alternate_name", SKOS + "altLabel"),
        _words("description", DCTERMS + "description", must=True),
        _named("organization", CJ + "providedBy", "organization", many=True),
        _address("url", SCHEMA + "url"),
        Field(
            Column("email", pattern=re.compile(r"[^@\s]+@[^@\s]+"), form="an e-mail address"),
            CJ + "contactEmail",
        ),
        Field(Column("status", choices=_SERVICE_STATUSES), CJ + "serviceStatus"),
        _text("fees", CJ + "fees"),
        _text("accreditations", CJ + "accreditations"),
        _date("assured_date", CJ + "assuredDate"),
        _text("eligibility", CJ + "eligibility"),
        _text("application_process", CJ + "applicationProcess"),
        _text("attending_type", CJ + "attendingType"),
        _text("deliverable_type", CJ + "deliverableType"),
        Field(Column("areas", many=True, kind=("area",)), CJ + "availableInArea", "area"),
        _named("populations", CJ + "forPopulation", "population", many=True),
        _named("needs", CJ + "addressesNeed", "need", many=True),
        _named("interventions", CJ + "usesIntervention", "intervention", many=True),
        _named("prevention_level", CJ + "preventionLevel", "prevention"),
        _text("funding_source", CJ + "fundingSource"),
        _text("governance", CJ + "governanceArrangement"),
        Field(Column("specialist", choices=("yes", "no")), CJ + "isSpecialist", "flag"),
        _text("intended_outcome", CJ + "intendedOutcome"),
        _text("cost", CJ + "serviceCost"),
        _text("quality", CJ + "serviceQuality"),
        _text("activities", CJ + "serviceActivities"),
        _text("capacity", CJ + "serviceCapacity"),
        _text("sustainability_risk", CJ + "sustainabilityRisk"),
        _text("workforce_skills", CJ + "workforceSkills"),
        _named("duplicates", CJ + "duplicatesService", "service", many=True),
        _text("duplication_note", CJ + "duplicationNote"),
        _text("unit_cost", CJ + "unitCost"),
        _text("people_reached", CJ + "peopleReached"),
        _text("outcomes_achieved", CJ + "outcomesAchieved"),
        _date("funded_from", CJ + "fundedFrom"),
        _date("funded_to", CJ + "fundedTo"),
        _text("break_clause", CJ + "breakClause"),
        *_SOURCES,
    ),
)

OBSERVATIONS: Final = Table(
    "observations.csv",
    "observation",
    CJ + "Observation",
    (
        _ID,
        _words("label", RDFS + "label", must=True),
        Field(Column("what", required=True), CJ + "observedWhat"),
        Field(Column("qualifier"), CJ + "valueQualifier"),
        Field(
            Column(
                "value",
                required=True,
                pattern=re.compile(r"-?\d+(\.\d+)?"),
                form="a number without separators",
            ),
            CJ + "observedValue",
            "number",
        ),
        Field(Column("unit", required=True), CJ + "unit"),
        _text("period_as_written", CJ + "periodAsWritten"),
        _date("period_start", CJ + "periodStart"),
        _date("period_end", CJ + "periodEnd"),
        Field(Column("area", kind=("area",)), CJ + "observedArea", "area"),
        _named("service", CJ + "observedService", "service"),
        _named("populations", CJ + "observedPopulation", "population", many=True),
        _named("indicator", CJ + "observedIndicator", "indicator"),
        _named("related_indicators", CJ + "relatedIndicator", "indicator", many=True),
        _named("finding", PROV + "wasDerivedFrom", "finding"),
        *_SOURCES,
    ),
)
