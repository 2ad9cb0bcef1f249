"""Faults of a plan as data; see ``plan_faults``."""

from __future__ import annotations

from datetime import date

from tests.shapes.fault import SPARE, drop, fault, put

_PLAN = "id:plan/invented/2024"
_NINE = range(1, 10)
DATA = (
    fault("no period", drop(_PLAN, "cj:periodEnd"), ("no_period", "plan")),
    # Every date lies outside a period that runs backwards.
    fault(
        "period backwards",
        put(_PLAN, "cj:periodEnd", '"2023-04-01"^^xsd:date'),
        ("period_backwards", "plan"),
        *(("due_outside_period", f"a{n}") for n in range(1, 10)),
    ),
    fault(
        "a due date in words",
        put("plan:action/a1", "cj:due", '"spring"'),
        ("date_not_a_date", "a1"),
    ),
    # With no day, no words and no links of an edition there is nothing to judge by, and the
    # law's rules are silent.
    fault(
        "no edition",
        " ; ".join(
            drop(_PLAN, f"cj:{p}")
            for p in ("judgedAgainst", "writtenAgainst", "periodStart", "periodEnd")
        )
        + " ; DELETE { ?o cj:localOutcomeForOutcome ?n } "
        + "INSERT { ?o cj:localOutcomeForPriorityAction id:priority-action/pa-6 } "
        + "WHERE { ?o cj:localOutcomeForOutcome ?n }",
        ("no_edition", "plan"),
        ("no_period", "plan"),
    ),
    fault("action without words", drop("plan:action/a1", "cj:text"), ("item_without_words", "a1")),
    fault(
        "item of no plan",
        SPARE + drop("plan:action/a10", "cj:ofPlan"),
        ("item_outside_plan", "a10"),
    ),
    # Six of nine actions are tied to nothing; what hung from them is told as well, and the
    # notice says that this may be the fault of the reading.
    fault(
        "links of most actions not read",
        " ; ".join(
            drop(f"plan:action/a{n}", step)
            for n in range(1, 7)
            for step in ("cj:actionForObjective", "cj:actionForOutcome")
        ),
        ("links_not_read", "plan"),
        *(
            (kind, f"{letter}{n}")
            for n in range(1, 7)
            for kind, letter in (
                ("action_without_objective", "a"),
                ("action_without_outcome", "a"),
                ("objective_without_action", "s"),
                ("outcome_without_action", "o"),
                ("local_outcome_without_action", "o"),
                ("no_action", "ndo-"),
            )
        ),
    ),
    fault(
        "no link to the nation read",
        " ; ".join(drop(f"plan:outcome/o{n}", "cj:localOutcomeForOutcome") for n in _NINE),
        ("links_not_read", "plan"),
        *(("outcome_without_national_link", f"o{n}") for n in _NINE),
        *(("no_action", f"ndo-{n}") for n in _NINE),
    ),
    fault(
        "a date after the plan",
        put("plan:action/a1", "cj:due", '"2052-03-31"^^xsd:date'),
        ("due_outside_period", "a1"),
    ),
    fault(
        "a date before the plan",
        put("plan:action/a1", "cj:due", '"2015-03-31"^^xsd:date'),
        ("due_outside_period", "a1"),
    ),
    fault(
        "a date that has passed",
        put("plan:action/a1", "cj:due", '"2024-05-31"^^xsd:date'),
        ("dates_passed", "plan"),
        today=date(2024, 6, 1),
    ),
    # Every action is due before a plan that starts so late.
    fault(
        "a plan far ahead",
        put(_PLAN, "cj:periodStart", '"2044-04-01"^^xsd:date')
        + " ; "
        + put(_PLAN, "cj:periodEnd", '"2049-03-31"^^xsd:date'),
        ("period_unlikely", "plan"),
        *(("due_outside_period", f"a{n}") for n in _NINE),
    ),
    fault(
        "a plan for sixty years",
        put(_PLAN, "cj:periodEnd", '"2084-03-31"^^xsd:date'),
        ("period_unlikely", "plan"),
    ),
)
