"""Reads services from tables: the tabular form of HSDS, joined by ids, or one table alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from ingest.imports._draft import DraftBuilder, listed
from ingest.imports._file import ImportFile
from ingest.imports._sheet import ColumnNames, Sheet, SheetRow, read_sheet
from ingest.services._item import Item

#: One table alone: HSDS names, our own, and those that people use.
_FLAT: Final[ColumnNames] = {
    "id": ("service_id", "identifier", "ref", "reference"),
    "name": ("service_name", "service", "title", "service_title"),
    "alternate_name": ("alternative_name", "also known as", "other names"),
    "description": ("service_description", "summary", "about"),
    "organization": (
        "organisation",
        "organization_name",
        "organisation_name",
        "provider",
        "provided by",
        "lead organisation",
    ),
    "organization_id": ("organisation_id",),
    "url": ("website", "web address", "link", "web"),
    "email": ("e-mail", "email address", "contact email"),
    "status": ("service_status",),
    "fees_description": ("fees", "cost to user"),
    "accreditations": (),
    "assured_date": ("last_assured", "assured"),
    "last_modified": ("updated", "last updated", "last_updated"),
    "eligibility_description": ("eligibility", "who can use it", "who is it for"),
    "minimum_age": ("min age",),
    "maximum_age": ("max age",),
    "application_process": ("how to apply", "referral", "referral route", "referral process"),
    "attending_type": (),
    "deliverable_type": (),
    "service_areas": ("areas", "area", "area served", "council area", "local authority"),
    "taxonomy": ("categories", "category", "taxonomy_terms", "attributes", "tags", "service type"),
    "populations": ("population", "population groups", "groups"),
    "needs": ("need",),
    "interventions": ("intervention",),
    "prevention_level": ("prevention",),
    "funding": ("funding_source", "funder", "funded by"),
    "governance": ("governance arrangement",),
    "specialist": (),
    "intended_outcome": ("outcome", "outcomes", "intended outcomes"),
    "cost": ("service_cost", "annual cost", "budget"),
    "quality": (),
    "activities": ("what it does",),
    "capacity": ("places", "service_capacity"),
    "sustainability_risk": ("risk",),
    "workforce_skills": ("skills",),
    "duplication_note": ("duplication", "overlap"),
    "unit_cost": (),
    "people_reached": ("people supported", "users"),
    "outcomes_achieved": (),
    "funded_from": ("funding start", "start date"),
    "funded_to": ("funding end", "end date"),
    "break_clause": (),
    "program_id": (),
    "wait_time": (),
    "interpretation_services": (),
    "licenses": (),
    "phone": ("phones", "telephone", "tel"),
    "contact": ("contacts", "contact name", "contact person", "manager", "lead officer"),
    "location": ("locations", "venue", "postcode", "physical_address"),
}

_OWN_COLUMNS: Final = {
    "organizations": ("id", "name", "alternate_name", "description", "url", "website", "email"),
    "service_areas": ("id", "service_id", "name", "service_area", "description", "uri", "extent"),
    "taxonomy_terms": ("id", "name", "term", "code", "taxonomy", "vocabulary", "term_uri", "uri"),
    "service_taxonomies": (
        "id",
        "service_id",
        "taxonomy_id",
        "taxonomy_term_id",
        "taxonomy_detail",
    ),
    "attributes": (
        "id",
        "link_id",
        "link_entity",
        "link_type",
        "taxonomy_term_id",
        "value",
        "label",
    ),
    "eligibility": ("id", "service_id", "eligibility", "minimum_age", "maximum_age"),
    "funding": ("id", "service_id", "organization_id", "source"),
    "cost_options": ("id", "service_id", "option", "amount", "currency", "amount_description"),
    "service_capacities": ("id", "service_id", "available", "maximum", "description"),
    "service_at_locations": ("id", "service_id", "location_id", "description"),
}

#: Names that the standard and its versions give a table, to our own name.
_TABLES: Final = {
    "service": "services",
    "organization": "organizations",
    "organisation": "organizations",
    "organisations": "organizations",
    "service_area": "service_areas",
    "taxonomy": "taxonomy_terms",
    "taxonomies": "taxonomy_terms",
    "taxonomy_term": "taxonomy_terms",
    "service_taxonomy": "service_taxonomies",
    "service_taxonomys": "service_taxonomies",
    "other_attributes": "attributes",
    "attribute": "attributes",
    "eligibilities": "eligibility",
    "eligibilitys": "eligibility",
    "fundings": "funding",
    "cost_option": "cost_options",
    "service_capacity": "service_capacities",
    "service_at_location": "service_at_locations",
    "services_at_location": "service_at_locations",
}

_Joined = dict[str, dict[str, list[Item]]]


def flat_items(file: ImportFile, builder: DraftBuilder) -> Iterator[Item]:
    """Yield the services of one table.

    Args:
        file: The file.
        builder: Where faults of the table go.
    """
    sheet = read_sheet(file.content, file.name, _FLAT, builder, required=("name",))
    _say_others(sheet, builder)
    if "organization_id" in sheet.headings and "organization" not in sheet.headings:
        beside = [n for n in file.beside if _table_name(n) == "organizations"]
        hint = f"{beside[0]} lies beside it: give the folder to read both" if beside else ""
        builder.note(
            file.name,
            "organisations are given by id alone, so providers are not known"
            + (f"; {hint}" if hint else ""),
        )
    for row in sheet.rows:
        yield _row(row)


def table_items(tables: Mapping[str, bytes], builder: DraftBuilder) -> Iterator[Item]:
    """Yield the services of a set of tables, joined with what the others say of them.

    Args:
        tables: File name to bytes.
        builder: Where faults of the tables go.
    """
    named: dict[str, str] = {}
    for file in tables:
        named.setdefault(_table_name(file), file)
    if "services" not in named:
        found = listed(sorted(tables))
        builder.fault(builder.file, f"there is no services.csv in it; it holds {found}")
        return
    sheets = {}
    for ours, columns in _OWN_COLUMNS.items():
        if ours in named:
            names = dict.fromkeys(columns, ())
            sheets[ours] = read_sheet(tables[named[ours]], named[ours], names, builder)
    skipped = sorted(file for ours, file in named.items() if ours not in (*sheets, "services"))
    if skipped:
        builder.note(builder.file, f"not read, as the graph has no place for it: {listed(skipped)}")
    joined = _joined(sheets)
    services = read_sheet(
        tables[named["services"]], named["services"], _FLAT, builder, required=("name",)
    )
    _say_others(services, builder)
    ids: set[str] = set()
    for row in services.rows:
        name = row.get("id")
        ids.add(name)
        extra: dict[str, Any] = {
            ours: rows[name] for ours, rows in joined.items() if name and name in rows
        }
        body = row.get("organization_id")
        if body:
            bodies = joined["organizations"].get(body)
            if bodies:
                extra["organization"] = bodies[0]
            else:
                builder.note(
                    row.at("organization_id"), f"there is no organisation '{body}' in the tables"
                )
        yield _row(row, extra)
    for ours, by_service in joined.items():
        if ours == "organizations":
            continue
        for name in sorted(set(by_service) - ids - {""}):
            place = by_service[name][0].place
            builder.note(place, f"is about a service '{name}' that is not there")


def _joined(sheets: Mapping[str, Sheet]) -> _Joined:
    """Return the rows of the tables by the service that they are about."""
    joined: defaultdict[str, dict[str, list[Item]]] = defaultdict(dict)
    terms = {row.get("id"): _row(row) for row in _rows(sheets, "taxonomy_terms")}
    for ours in _OWN_COLUMNS:
        for row in _rows(sheets, ours):
            if ours == "organizations":
                joined[ours].setdefault(row.get("id"), []).append(_row(row))
            elif ours in ("service_taxonomies", "attributes"):
                if row.get("link_entity") in ("", "service") and row.get("link_type") in (
                    "",
                    "service",
                ):
                    term = terms.get(row.get("taxonomy_term_id") or row.get("taxonomy_id"))
                    service = row.get("service_id") or row.get("link_id")
                    extra = {"taxonomy_term": term} if term else {}
                    joined["attributes"].setdefault(service, []).append(_row(row, extra))
            elif ours != "taxonomy_terms":
                joined[ours].setdefault(row.get("service_id"), []).append(_row(row))
    return joined


def _rows(sheets: Mapping[str, Sheet], name: str) -> tuple[SheetRow, ...]:
    return sheets[name].rows if name in sheets else ()


def _row(row: SheetRow, extra: Mapping[str, Any] | None = None) -> Item:
    return Item({**row.cells, **(extra or {})}, row.place, "column", row.headings)


def _table_name(file: str) -> str:
    name = PurePosixPath(file).stem.casefold().replace("-", "_")
    return _TABLES.get(name, name)


def _say_others(sheet: Sheet, builder: DraftBuilder) -> None:
    if sheet.others:
        builder.note(sheet.file, f"columns that mean nothing here: {listed(sheet.others)}")
