"""One fault at a time: how to break the complete plan, and what must be found then.

Each fault names its update in SPARQL and every finding that it leads to. A fault that
leads to more than one finding says why in its comment.
"""

from __future__ import annotations

from tests.shapes.data_faults import DATA
from tests.shapes.fault import Fault, drop, fault, put
from tests.shapes.smart_faults import SMART
from tests.shapes.thread_faults import THREAD

__all__ = ["ALL", "CHECKLIST", "DATA", "SMART", "STATUTE", "THREAD", "Fault"]

STATUTE = (
    fault(
        "no assessment",
        "DELETE WHERE { plan:assessment/ndo-4 ?p ?o }",
        ("no_assessment", "ndo-4"),
    ),
    fault(
        "assessment without national indicator",
        drop("plan:assessment/ndo-4", "cj:usesIndicator"),
        ("assessment_without_indicator", "ndo-4"),
    ),
    fault(
        "no decision on priority",
        "DELETE WHERE { plan:decision/ndo-5 ?p ?o }",
        ("no_priority_decision", "ndo-5"),
    ),
    fault(
        "a decision that decides nothing",
        drop("plan:decision/ndo-5", "cj:isPriority"),
        ("no_priority_decision", "ndo-5"),
    ),
    fault(
        "no action leads to a national outcome",
        put("plan:outcome/o6", "cj:localOutcomeForOutcome", "id:outcome/ndo-5"),
        ("no_action", "ndo-6"),
    ),
    # Law and thread both ask for an action, and the objective has lost its own as well.
    fault(
        "local outcome without action",
        "DELETE WHERE { plan:action/a2 ?p ?o }",
        ("local_outcome_without_action", "o2"),
        ("outcome_without_action", "o2"),
        ("objective_without_action", "s2"),
        ("no_action", "ndo-2"),
    ),
    # Item 12 without a statement is one finding of the checklist and one of section 21.
    fault(
        "participation statement not mentioned",
        put("plan:verdict/12", "cj:hasVerdict", "id:verdict/missing")
        + " ; DELETE WHERE { plan:statement/1 ?p ?o }",
        ("no_participation_statement", "plan"),
        ("checklist_missing", "12"),
    ),
    fault(
        "two statutory partners named nowhere",
        "DELETE DATA { id:plan/invented/2024 cj:namesPartner "
        + "id:partner-category/fire-and-rescue , id:partner-category/skills-development-scotland }"
        + " ; DELETE WHERE { ?a cj:leadCategory id:partner-category/fire-and-rescue } ; "
        + "DELETE WHERE { ?a cj:leadCategory id:partner-category/skills-development-scotland }",
        ("statutory_partner_absent", "plan"),
    ),
    fault(
        "2016: no assessment",
        "DELETE WHERE { plan:assessment/o-2 ?p ?o }",
        ("no_assessment", "o-2"),
        generation="2016",
    ),
    fault(
        "2016: no decision on priority",
        "DELETE WHERE { plan:decision/o-7 ?p ?o }",
        ("no_priority_decision", "o-7"),
        generation="2016",
    ),
    fault(
        "2016: no action",
        put("plan:outcome/o3", "cj:localOutcomeForOutcome", "id:outcome/o-1"),
        ("no_action", "o-3"),
        generation="2016",
    ),
    fault(
        "2016: a new strategy",
        put("id:plan/invented/2018", "cj:periodEnd", '"2022-12-31"^^xsd:date'),
        ("strategy_review_due", "plan"),
        generation="2016",
    ),
    # The new strategy came before the new framework.
    fault(
        "2016: a new framework",
        put("id:plan/invented/2018", "cj:periodEnd", '"2028-03-31"^^xsd:date'),
        ("review_due", "plan"),
        ("strategy_review_due", "plan"),
        generation="2016",
    ),
    fault(
        "publication not mentioned",
        drop("id:plan/invented/2024", "cj:statesPublication"),
        ("no_publication_statement", "plan"),
    ),
)

CHECKLIST = (
    *(
        fault(
            f"item {n} {verdict}",
            put(f"plan:verdict/{n}", "cj:hasVerdict", f"id:verdict/{verdict}"),
            (f"checklist_{verdict}", str(n)),
        )
        for n in range(1, 14)
        for verdict in ("missing", "partial")
    ),
    fault(
        "an item without verdict is unknown",
        "DELETE WHERE { plan:verdict/8 ?p ?o }",
        ("checklist_unknown", "8"),
    ),
    fault(
        "a year that belongs to another term",
        "INSERT DATA { plan:statement/20 a cj:PlanStatement ; cj:ofPlan id:plan/invented/2024 ; "
        'cj:text "Long term: by 2028 fewer people are in custody" ; '
        "cj:addressesItem id:checklist-part/2-long-term }",
        ("term_and_year_differ", "2"),
    ),
    fault(
        "nothing is due in the first three years",
        'DELETE { ?a cj:due ?d } INSERT { ?a cj:due "2028-03-31"^^xsd:date } '
        "WHERE { ?a cj:due ?d }",
        ("no_near_action", "7"),
    ),
)

ALL = (*STATUTE, *CHECKLIST, *THREAD, *SMART, *DATA)
