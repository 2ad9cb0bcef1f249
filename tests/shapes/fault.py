"""A fault of a plan, and short ways to write one down."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Fault(NamedTuple):
    """A change to the complete plan and the findings that follow."""

    name: str
    update: str
    findings: frozenset[tuple[str, str]]
    generation: str = "2023"
    today: date | None = None


def fault(
    name: str,
    update: str,
    *findings: tuple[str, str],
    generation: str = "2023",
    today: date | None = None,
) -> Fault:
    return Fault(name, update, frozenset(findings), generation, today)


def drop(subject: str, predicate: str) -> str:
    return f"DELETE WHERE {{ {subject} {predicate} ?o }}"


def put(subject: str, predicate: str, value: str) -> str:
    return (
        f"DELETE {{ {subject} {predicate} ?o }} INSERT {{ {subject} {predicate} {value} }} "
        f"WHERE {{ OPTIONAL {{ {subject} {predicate} ?o }} }}"
    )


def words(text: str) -> str:
    return put("plan:action/a3", "cj:text", f'"{text}"')


# A second objective and action under outcome 1 let one step be broken without the rest.
SPARE = """INSERT DATA {
    plan:objective/s10 a cj:StrategicObjective ; cj:text "Spare objective" ; cj:localId "s10" ;
        cj:ofPlan id:plan/invented/2024 ; cj:objectiveForOutcome plan:outcome/o1 .
    plan:action/a10 a cj:Action ; cj:text "Publish a report" ; cj:localId "a10" ;
        cj:ofPlan id:plan/invented/2024 ; cj:actionForObjective plan:objective/s10 ;
        cj:leadAsWritten "Testshire Council" ; cj:due "2025-03-31"^^xsd:date ;
        cj:measureText "Reports published" } ;
"""
