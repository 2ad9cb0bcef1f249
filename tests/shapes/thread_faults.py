"""Faults of the golden thread; see ``plan_faults``."""

from __future__ import annotations

from tests.shapes.fault import SPARE, drop, fault, put

_INDICATOR_GONE = (("outcome_without_indicator", "o2"), ("local_outcome_without_indicator", "o2"))

THREAD = (
    fault(
        "objective without outcome",
        SPARE + drop("plan:objective/s10", "cj:objectiveForOutcome"),
        ("objective_without_outcome", "s10"),
    ),
    fault(
        "objective without action",
        SPARE + "DELETE WHERE { plan:action/a10 ?p ?o }",
        ("objective_without_action", "s10"),
    ),
    # An action tied to the outcome directly keeps it served, yet carries out no objective.
    fault(
        "outcome without objective",
        "DELETE WHERE { plan:objective/s2 ?p ?o } ; "
        + drop("plan:action/a2", "cj:actionForObjective"),
        ("outcome_without_objective", "o2"),
        ("action_without_objective", "a2"),
    ),
    # The national outcome that it served has no action now.
    fault(
        "outcome without national link",
        drop("plan:outcome/o7", "cj:localOutcomeForOutcome"),
        ("outcome_without_national_link", "o7"),
        ("no_action", "ndo-7"),
    ),
    # Law and thread both ask for an indicator.
    fault("outcome without indicator", drop("plan:outcome/o2", "cj:measureText"), *_INDICATOR_GONE),
    fault(
        "the number of an objective and its date are no measure",
        drop("plan:outcome/o2", "cj:measureText")
        + " ; "
        + put("plan:objective/s2", "cj:text", '"Objective 2.1: support people by 31 March 2026"'),
        *_INDICATOR_GONE,
    ),
    fault(
        "action without objective",
        SPARE
        + "DELETE WHERE { plan:objective/s10 ?p ?o } ; "
        + drop("plan:action/a10", "cj:actionForObjective")
        + " ; INSERT DATA { plan:action/a10 cj:actionForOutcome plan:outcome/o1 }",
        ("action_without_objective", "a10"),
    ),
    # An action that is tied to nothing has neither objective nor outcome.
    fault(
        "action without outcome",
        SPARE
        + "DELETE WHERE { plan:objective/s10 ?p ?o } ; "
        + drop("plan:action/a10", "cj:actionForObjective"),
        ("action_without_objective", "a10"),
        ("action_without_outcome", "a10"),
    ),
    fault(
        "action without lead",
        "DELETE WHERE { plan:action/a1 cj:leadAsWritten ?w ; cj:leadCategory ?c }",
        ("action_without_lead", "a1"),
    ),
    fault(
        "an action that cites an objective that is not there",
        SPARE
        + "DELETE WHERE { plan:objective/s10 ?p ?o } ; "
        + put("plan:action/a10", "cj:actionForObjective", "plan:objective/9"),
        ("dangling_reference", "a10"),
    ),
    fault(
        "an outcome that cites a national outcome that is not there",
        "INSERT DATA { plan:outcome/o1 cj:localOutcomeForOutcome id:outcome/ndo-12 }",
        ("dangling_reference", "o1"),
    ),
    # Told once, at the first member, although two things are in the circle.
    fault(
        "cycle",
        SPARE
        + "INSERT DATA { plan:objective/s10 cj:contributesTo plan:objective/s2 . "
        + "plan:objective/s2 cj:contributesTo plan:objective/s10 }",
        ("cycle", "s10"),
    ),
    # The outcome of 2023 that it served has no action now.
    fault(
        "outcome linked to another edition",
        put("plan:outcome/o8", "cj:localOutcomeForOutcome", "id:outcome/o-4"),
        ("wrong_edition", "o8"),
        ("no_action", "ndo-8"),
    ),
    fault(
        "plan written to another edition",
        put("id:plan/invented/2024", "cj:writtenAgainst", "id:edition/opif-2016"),
        ("wrong_edition", "plan"),
    ),
    fault(
        "a lead that is no partner",
        """INSERT DATA {
            plan:partner/1 a cj:PartnerMention ; cj:text "Testshire Council" ;
                cj:ofPlan id:plan/invented/2024 .
            plan:action/a1 cj:hasLead plan:action/a1/lead/1 .
            plan:action/a1/lead/1 a cj:PartnerMention ; cj:text "Testshire Chamber of Trade" ;
                cj:ofPlan id:plan/invented/2024 ;
                cj:mentionsCategory id:partner-category/other }""",
        ("lead_not_partner", "a1"),
    ),
    fault(
        "a need that nothing meets",
        """INSERT DATA {
            plan:need/1 a cj:NeedStatement ;
                cj:namesNeed id:need/physical-health ; cj:localId "n1" ;
                cj:text "Too many people in prison have bad teeth" ;
                cj:ofPlan id:plan/invented/2024 .
            plan:need/2 a cj:NeedStatement ;
                cj:namesNeed id:need/physical-health ; cj:localId "n2" ;
                cj:text "Physical health" ; cj:ofPlan id:plan/invented/2024 .
            plan:need/3 a cj:NeedStatement ; cj:namesNeed id:need/substance-use ;
                cj:text "Drugs" ; cj:ofPlan id:plan/invented/2024 .
            plan:action/a1 cj:addressesNeed id:need/drugs }""",
        ("need_without_service", "n1"),
    ),
)
