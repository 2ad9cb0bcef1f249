"""Gives services as a directory of the Human Services Data Specification 3.0 lists them."""

from __future__ import annotations

import uuid
from collections import defaultdict
from typing import Any, Final

from cjgraph.store import Snapshot

_SERVICES = """
SELECT ?service ?name ?other ?description ?url WHERE {
  ?service a cj:Service ; rdfs:label ?name .
  OPTIONAL { ?service skos:altLabel ?other }
  OPTIONAL { ?service dcterms:description ?description }
  OPTIONAL { ?service schema:url ?url }
}
ORDER BY ?service"""

# Which property answers to which field is said in the ontology, not here.
_FIELDS = """
SELECT ?service ?property ?field ?value ?label WHERE {
  ?property cj:hsdsField ?field .
  ?service a cj:Service ; ?property ?value .
  OPTIONAL { ?value rdfs:label ?label }
}
ORDER BY ?service ?field ?value"""

_PROVIDERS = """
SELECT ?service ?body ?name ?description WHERE {
  ?service a cj:Service ; cj:providedBy ?body .
  ?body rdfs:label ?name .
  OPTIONAL { ?body skos:definition ?description }
}
ORDER BY ?service ?body"""

_TERMS = """
SELECT ?service ?term ?label ?definition ?scheme WHERE {
  VALUES ?property { cj:addressesNeed cj:forPopulation cj:usesIntervention cj:preventionLevel }
  ?service a cj:Service ; ?property ?term .
  ?term skos:prefLabel ?label .
  OPTIONAL { ?term skos:definition ?definition }
  OPTIONAL { ?term skos:inScheme/rdfs:label ?scheme }
}
ORDER BY ?service ?term"""

_ASIDE = """
SELECT ?service ?property ?value WHERE {
  ?property a owl:DatatypeProperty ; rdfs:domain cj:Service .
  FILTER NOT EXISTS { ?property cj:hsdsField ?field }
  ?service a cj:Service ; ?property ?value .
}
ORDER BY ?service ?property"""

#: The specification knows no status for a service of which nobody knows whether it runs.
_UNKNOWN_STATUS: Final = "inactive"
_UNKNOWN_ALERT: Final = (
    "It has not been confirmed whether this service runs today; ask the provider."
)


def hsds_services(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Return every service with its organisation, areas, terms and funding.

    The shape is that of the full service listing of HSDS 3.0. Each object has ``id``,
    ``name`` and ``status``; an empty field is left out. A service whose status is not
    known is given as ``inactive`` with an ``alert`` that says so, since a directory must
    not send people to a door that may be shut. What the specification has no field for
    (quality, capacity in words, value for money) is under ``cjgraph``, and each object's
    address in this graph under ``uri``.

    Args:
        snapshot: What is read.
    """
    found: dict[str, dict[str, Any]] = {}
    for row in snapshot.rows(_SERVICES):
        service = {
            "id": _id(row["service"]),
            "name": row["name"],
            "alternate_name": row.get("other"),
            "description": row.get("description"),
            "url": row.get("url"),
            "uri": row["service"],
        }
        # A second name or address is a second row; the first one stands.
        found.setdefault(row["service"], {k: v for k, v in service.items() if v})
    _add_fields(snapshot, found)
    _add_organizations(snapshot, found)
    _add_attributes(snapshot, found)
    for row in snapshot.rows(_ASIDE):
        name = row["property"].rpartition("#")[2]
        found[row["service"]].setdefault("cjgraph", {})[name] = row["value"]
    for service in found.values():
        if "status" not in service:
            service["status"] = _UNKNOWN_STATUS
            service["alert"] = _UNKNOWN_ALERT
    return list(found.values())


def _add_fields(snapshot: Snapshot, found: dict[str, dict[str, Any]]) -> None:
    for row in snapshot.rows(_FIELDS):
        service, value = found[row["service"]], row["value"]
        part, _, name = row["field"].partition(".")
        key = f"{row['service']} {part} {value}"
        if part in ("service", "oruk"):
            service[name] = value
        elif part == "funding":
            service.setdefault("funding", []).append({"id": _id(key), "source": value})
        elif part == "cost_option":
            option = {"id": _id(key), "amount_description": value}
            service.setdefault("cost_options", []).append(option)
        elif part == "service_area":
            area = {"id": _id(key), "name": row.get("label", value), "uri": value}
            service.setdefault("service_areas", []).append(area)
        else:  # a field that wants more than words, such as a number of places
            local = row["property"].rpartition("#")[2]
            service.setdefault("cjgraph", {})[local] = value


def _add_organizations(snapshot: Snapshot, found: dict[str, dict[str, Any]]) -> None:
    for row in snapshot.rows(_PROVIDERS):
        body = {
            "id": _id(row["body"]),
            "name": row["name"],
            "description": row.get("description", row["name"]),
            "uri": row["body"],
        }
        service = found[row["service"]]
        if "organization" not in service:
            service["organization"] = body
            service["organization_id"] = body["id"]
        elif service["organization"]["id"] != body["id"]:
            # The specification gives a service one organisation; others stand aside.
            others = service.setdefault("cjgraph", {}).setdefault("otherOrganizations", [])
            if body not in others:
                others.append(body)


def _add_attributes(snapshot: Snapshot, found: dict[str, dict[str, Any]]) -> None:
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for row in snapshot.rows(_TERMS):
        if row["term"] in seen[row["service"]]:
            continue
        seen[row["service"]].add(row["term"])
        term = {
            "id": _id(row["term"]),
            "name": row["label"],
            "description": row.get("definition", row["label"]),
            "taxonomy": row.get("scheme", ""),
            "term_uri": row["term"],
        }
        attribute = {
            "id": _id(f"{row['service']} {row['term']}"),
            "link_id": _id(row["service"]),
            "link_entity": "service",
            "taxonomy_term": {k: v for k, v in term.items() if v},
        }
        found[row["service"]].setdefault("attributes", []).append(attribute)


def _id(name: str) -> str:
    """Return the UUID that the specification asks for; the same name gives the same one."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))
