"""For each kind of gap, the question as SPARQL that gives the same gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cjgraph.namespaces import GEOGRAPHY
from cjgraph.thread._plans import PlanEdition
from cjgraph.thread._queries import ROW, plans_clause, written

_NATION: Final = f"<{GEOGRAPHY}S92000003>"
_OPEN: Final = (
    "  FILTER NOT EXISTS { ?service cj:serviceStatus ?status\n"
    '    FILTER(LCASE(STR(?status)) IN ("inactive", "defunct")) }\n'
)
#: Finding by finding, how firm it is: by its design, else by its certainty.
_STANCES: Final = """  ?finding cj:concernsIntervention ?intervention ;
    cj:stance/skos:prefLabel ?told .
  BIND(STR(?told) AS ?stance)
"""
_RANK: Final = """  OPTIONAL { ?finding cj:designLevel/skos:prefLabel ?level }
  OPTIONAL { ?finding cj:certainty/skos:prefLabel ?sure }
  BIND(LCASE(STR(?sure)) AS ?grade)
  BIND(IF(BOUND(?level) && REGEX(STR(?level), "[0-9]"),
    xsd:integer(REPLACE(STR(?level), "^[^0-9]*([0-9]).*$", "$1", "s")),
    IF(!BOUND(?sure), 0, IF(CONTAINS(?grade, "grade very low "), 1,
    IF(CONTAINS(?grade, "grade low "), 2, IF(CONTAINS(?grade, "grade moderate "), 3,
    IF(CONTAINS(?grade, "grade high "), 4, 0)))))) AS ?rank)
"""


def gap_queries(plans: Sequence[PlanEdition], *, nation: bool) -> dict[str, str]:
    """Return for each kind of gap a query that gives the same gaps.

    Each takes what is met away as one set; asking it anew for each need takes minutes.

    Args:
        plans: The editions that count.
        nation: Whether the gaps of the whole nation are told as well.
    """
    rows = plans_clause(plans, everything=False) + ROW
    says = "    ?statement cj:ofPlan ?plan ; cj:namesNeed ?need .\n"
    named = _distinct("?row ?need", rows + says)
    supply = _supply(rows)
    return {
        "need_without_service": _needs(named, supply, nation=nation),
        "service_without_need": written(
            "SELECT DISTINCT ?row ?service WHERE {\n"
            + supply
            + "  ?service cj:addressesNeed ?any .\n"
            + _distinct("?row", rows + says)
            + "  MINUS {\n"
            + _distinct("?row ?service", _distinct("?row ?service ?need", supply + _akin()) + named)
            + "  }\n}\nORDER BY ?row ?service"
        ),
        "service_without_evidence": _without_evidence(supply, nation=nation),
        "evidence_backed_intervention_nobody_provides": _untried(named, supply, rows, nation),
        "duplication": _doubled(supply, rows),
    }


def _distinct(names: str, pattern: str) -> str:
    return f"  {{ SELECT DISTINCT {names} WHERE {{\n{pattern}  }} }}\n"


def _supply(rows: str) -> str:
    """Return what binds the services that each row has."""
    return _distinct(
        "?row ?service",
        rows
        + "  { ?service cj:ofPlan ?plan }\n"
        + "  UNION {\n    ?plan cj:preparedBy/cj:servesArea ?place .\n"
        + "    ?service cj:availableInArea ?place .\n"
        + _OPEN
        + "  }\n"
        + "  UNION {\n    ?plan cj:preparedBy/cj:servesArea/cj:withinArea ?place .\n"
        + "    ?service cj:availableInArea ?place .\n"
        + _OPEN
        + "  }\n"
        + "  UNION {\n    ?plan cj:preparedBy/cj:servesArea ?own .\n"
        + f'    FILTER(STRSTARTS(STR(?own), "{GEOGRAPHY}S"))\n'
        + f"    ?service cj:availableInArea {_NATION} .\n"
        + _OPEN
        + "  }\n"
        + "  ?service a cj:Service .\n",
    )


def _akin() -> str:
    """Return what binds ?need to the needs that a service meets, their kinds and what they are."""
    met = "?service cj:addressesNeed ?met ."
    return (
        "  { ?service cj:addressesNeed ?need }\n"
        f"  UNION {{ {met} ?met skos:broader+ ?need }}\n"
        f"  UNION {{ {met} ?need skos:broader+ ?met }}\n"
    )


def _used(user: str) -> str:
    """Return what binds ?intervention to what is used, and to what that is a kind of."""
    return (
        f"  {{ {user} cj:usesIntervention ?intervention }}\n"
        f"  UNION {{ {user} cj:usesIntervention ?used . ?used skos:broader+ ?intervention }}\n"
    )


def _needs(named: str, supply: str, *, nation: bool) -> str:
    parts = (
        "  {\n"
        + named
        + _distinct("?row", supply + "  ?service cj:addressesNeed ?any .\n")
        + "  MINUS {\n"
        + _distinct("?row ?need", supply + _akin())
        + "  }\n  }\n"
    )
    if nation:
        parts += (
            "  UNION {\n"
            + _distinct("?need", named)
            + "  MINUS {\n"
            + _distinct("?need", "  ?service a cj:Service .\n" + _OPEN + _akin())
            + "  }\n"
            + "  FILTER EXISTS { ?other a cj:Service ; cj:addressesNeed ?some }\n"
            + '  BIND("nation" AS ?row)\n  }\n'
        )
    return written(f"SELECT DISTINCT ?row ?need WHERE {{\n{parts}}}\nORDER BY ?row ?need")


def _without_evidence(supply: str, *, nation: bool) -> str:
    everywhere = (
        "  UNION {\n  ?service a cj:Service .\n"
        + _OPEN
        + "  MINUS {\n"
        + _distinct("?service", supply)
        + '  }\n  BIND("nation" AS ?row)\n  }\n'
    )
    return written(
        "SELECT DISTINCT ?row ?service WHERE {\n"
        + "  {\n"
        + supply
        + "  }\n"
        + (everywhere if nation else "")
        + "  ?service cj:usesIntervention ?any .\n"
        + "  MINUS {\n    ?service cj:usesIntervention ?intervention .\n"
        + _distinct("?intervention", _STANCES + '  FILTER(?stance = "Supports")\n')
        + "  }\n}\nORDER BY ?row ?service"
    )


def _untried(named: str, supply: str, rows: str, nation: bool) -> str:
    works = (
        "  { SELECT ?intervention WHERE {\n"
        + "  ?intervention a cj:Intervention .\n"
        + _STANCES
        + _RANK
        + '  BIND(IF(?stance = "Supports", ?rank, -1) AS ?up)\n'
        + '  BIND(IF(?stance IN ("Against", "No effect found"), ?rank, 0) AS ?down)\n'
        + "  } GROUP BY ?intervention\n"
        + "  HAVING(MAX(?up) >= 0 && MAX(?up) >= MAX(?down)) }\n"
    )
    helps = (
        "  ?finding cj:concernsIntervention ?intervention ; cj:concernsNeed ?need ;"
        ' cj:stance/skos:prefLabel ?told .\n  FILTER(STR(?told) = "Supports")\n'
    )
    there = (
        _distinct("?row ?intervention", supply + _used("?service"))
        + "  UNION\n"
        + _distinct("?row ?intervention", rows + "  ?item cj:ofPlan ?plan .\n" + _used("?item"))
    )
    parts = (
        "  {\n"
        + _distinct("?row ?intervention", named + helps)
        + "  MINUS {\n"
        + there
        + "  }\n  }\n"
    )
    if nation:
        parts += (
            "  UNION {\n    ?intervention a cj:Intervention .\n  MINUS {\n"
            + _used("?user")
            + '  }\n  BIND("nation" AS ?row)\n  }\n'
        )
    return written(
        "SELECT DISTINCT ?row ?intervention WHERE {\n"
        + works
        + parts
        + "}\nORDER BY ?row ?intervention"
    )


def _doubled(supply: str, rows: str) -> str:
    pairs = "  FILTER(STR(?first) < STR(?second))\n"
    both = "  ?first cj:usesIntervention ?shared . ?second cj:usesIntervention ?shared .\n"
    people = "?first cj:forPopulation ?people . ?second cj:forPopulation ?people"
    first, second = (supply.replace("?service", name) for name in ("?first", "?second"))
    services = (
        "  {\n  {\n  ?first a cj:Service .\n"
        + both
        + pairs
        + "  FILTER(NOT EXISTS { ?first cj:forPopulation ?any }\n"
        + "    || NOT EXISTS { ?second cj:forPopulation ?any }\n"
        + f"    || EXISTS {{ {people} }})\n"
        + "  } UNION { ?first cj:duplicatesService ?second"
        + "  } UNION { ?second cj:duplicatesService ?first }\n"
        + first
        + second
        + "  }\n"
    )
    of_row = rows + "  ?action a cj:Action ; cj:ofPlan ?plan .\n"
    one, other = (
        _distinct(f"?row {name}", of_row.replace("?action", name)) for name in ("?first", "?second")
    )
    led = "  FILTER EXISTS { ?NAME cj:ledBy|cj:leadAsWritten ?any }\n"
    actions = (
        "  UNION {\n"
        + f"  {people} .\n"
        + both
        + pairs
        + one
        + other
        + led.replace("NAME", "first")
        + led.replace("NAME", "second")
        + "  FILTER NOT EXISTS { ?first cj:ledBy ?lead . ?second cj:ledBy ?lead }\n"
        + "  FILTER(EXISTS { ?first cj:ledBy ?any } || EXISTS { ?second cj:ledBy ?any }\n"
        + "    || NOT EXISTS { ?first cj:leadAsWritten ?lead . ?second cj:leadAsWritten ?lead })\n"
        + "  }\n"
    )
    return written(
        "SELECT DISTINCT ?row ?first ?second WHERE {\n"
        + services
        + actions
        + pairs
        + "}\nORDER BY ?row ?first ?second"
    )
