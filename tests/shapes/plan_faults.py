"""One fault at a time: how to break the complete plan, and what must be found then.

Each fault names its update in SPARQL and every finding that it leads to. A fault that
leads to more than one finding says why in its comment.
"""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """A change to the complete plan and the findings that follow."""

    name: str
    update: str
    findings: frozenset[tuple[str, str]]
    generation: str = "2023"


def _fault(name: str, update: str, *findings: tuple[str, str], generation: str = "2023") -> Fault:
    return Fault(name, update, frozenset(findings), generation)


def _drop(subject: str, predicate: str) -> str:
    return f"DELETE WHERE {{ {subject} {predicate} ?o }}"


def _set(subject: str, predicate: str, value: str) -> str:
    return (
        f"DELETE {{ {subject} {predicate} ?o }} INSERT {{ {subject} {predicate} {value} }} "
        f"WHERE {{ OPTIONAL {{ {subject} {predicate} ?o }} }}"
    )


def _words(text: str) -> str:
    return _set("plan:action/a3", "cj:text", f'"{text}"')


# A second objective and action under outcome 1 let one step be broken without the rest.
_SPARE = """INSERT DATA {
    plan:objective/s10 a cj:StrategicObjective ; cj:text "Spare objective" ; cj:localId "s10" ;
        cj:ofPlan id:plan/invented/2024 ; cj:objectiveForOutcome plan:outcome/o1 .
    plan:action/a10 a cj:Action ; cj:text "Publish a report" ; cj:localId "a10" ;
        cj:ofPlan id:plan/invented/2024 ; cj:actionForObjective plan:objective/s10 ;
        cj:leadAsWritten "Testshire Council" ; cj:due "2025-03-31"^^xsd:date ;
        cj:measureText "Published" } ;
"""
_INDICATOR_GONE = (("outcome_without_indicator", "o2"), ("local_outcome_without_indicator", "o2"))

STATUTE = (
    _fault(
        "no assessment",
        "DELETE WHERE { plan:assessment/ndo-4 ?p ?o }",
        ("no_assessment", "ndo-4"),
    ),
    _fault(
        "assessment without national indicator",
        _drop("plan:assessment/ndo-4", "cj:usesIndicator"),
        ("assessment_without_indicator", "ndo-4"),
    ),
    _fault(
        "no decision on priority",
        "DELETE WHERE { plan:decision/ndo-5 ?p ?o }",
        ("no_priority_decision", "ndo-5"),
    ),
    _fault(
        "a decision that decides nothing",
        _drop("plan:decision/ndo-5", "cj:isPriority"),
        ("no_priority_decision", "ndo-5"),
    ),
    _fault(
        "no action leads to a national outcome",
        _set("plan:outcome/o6", "cj:localOutcomeForOutcome", "id:outcome/ndo-5"),
        ("no_action", "ndo-6"),
    ),
    # Law and thread both ask for an action, and the objective has lost its own as well.
    _fault(
        "local outcome without action",
        "DELETE WHERE { plan:action/a2 ?p ?o }",
        ("local_outcome_without_action", "o2"),
        ("outcome_without_action", "o2"),
        ("objective_without_action", "s2"),
        ("no_action", "ndo-2"),
    ),
    # Item 12 without a statement is one finding of the checklist and one of section 21.
    _fault(
        "participation statement not mentioned",
        _set("plan:verdict/12", "cj:hasVerdict", "id:verdict/missing")
        + " ; DELETE WHERE { plan:statement/1 ?p ?o }",
        ("no_participation_statement", "plan"),
        ("checklist_missing", "12"),
    ),
    _fault(
        "2016: no assessment",
        "DELETE WHERE { plan:assessment/o-2 ?p ?o }",
        ("no_assessment", "o-2"),
        generation="2016",
    ),
    _fault(
        "2016: no decision on priority",
        "DELETE WHERE { plan:decision/o-7 ?p ?o }",
        ("no_priority_decision", "o-7"),
        generation="2016",
    ),
    _fault(
        "2016: no action",
        _set("plan:outcome/o3", "cj:localOutcomeForOutcome", "id:outcome/o-1"),
        ("no_action", "o-3"),
        generation="2016",
    ),
    # A plan of 2018 that runs past 2023 also says one thing about dates: nothing else.
    _fault(
        "2016: review due",
        _set("id:plan/invented/2018", "cj:periodEnd", '"2028-03-31"^^xsd:date'),
        ("review_due", "plan"),
        generation="2016",
    ),
)

CHECKLIST = (
    *(
        _fault(
            f"item {n} {verdict}",
            _set(f"plan:verdict/{n}", "cj:hasVerdict", f"id:verdict/{verdict}"),
            (f"checklist_{verdict}", str(n)),
        )
        for n in range(1, 14)
        for verdict in ("missing", "partial")
    ),
    _fault(
        "an item without verdict is unknown",
        "DELETE WHERE { plan:verdict/8 ?p ?o }",
        ("checklist_unknown", "8"),
    ),
)

THREAD = (
    _fault(
        "objective without outcome",
        _SPARE + _drop("plan:objective/s10", "cj:objectiveForOutcome"),
        ("objective_without_outcome", "s10"),
    ),
    _fault(
        "objective without action",
        _SPARE + "DELETE WHERE { plan:action/a10 ?p ?o }",
        ("objective_without_action", "s10"),
    ),
    # An action tied to the outcome directly keeps it served, yet carries out no objective.
    _fault(
        "outcome without objective",
        "DELETE WHERE { plan:objective/s2 ?p ?o } ; "
        + _drop("plan:action/a2", "cj:actionForObjective"),
        ("outcome_without_objective", "o2"),
        ("action_without_objective", "a2"),
    ),
    # The national outcome that it served has no action now.
    _fault(
        "outcome without national link",
        _drop("plan:outcome/o7", "cj:localOutcomeForOutcome"),
        ("outcome_without_national_link", "o7"),
        ("no_action", "ndo-7"),
    ),
    # Law and thread both ask for an indicator.
    _fault(
        "outcome without indicator", _drop("plan:outcome/o2", "cj:measureText"), *_INDICATOR_GONE
    ),
    _fault(
        "the number of an objective and its date are no measure",
        _drop("plan:outcome/o2", "cj:measureText")
        + " ; "
        + _set("plan:objective/s2", "cj:text", '"Objective 2.1: support people by 31 March 2026"'),
        *_INDICATOR_GONE,
    ),
    _fault(
        "action without objective",
        _SPARE
        + "DELETE WHERE { plan:objective/s10 ?p ?o } ; "
        + _drop("plan:action/a10", "cj:actionForObjective")
        + " ; INSERT DATA { plan:action/a10 cj:actionForOutcome plan:outcome/o1 }",
        ("action_without_objective", "a10"),
    ),
    # An action that is tied to nothing has neither objective nor outcome.
    _fault(
        "action without outcome",
        _SPARE
        + "DELETE WHERE { plan:objective/s10 ?p ?o } ; "
        + _drop("plan:action/a10", "cj:actionForObjective"),
        ("action_without_objective", "a10"),
        ("action_without_outcome", "a10"),
    ),
    _fault(
        "action without lead",
        "DELETE WHERE { plan:action/a1 cj:leadAsWritten ?w ; cj:leadCategory ?c }",
        ("action_without_lead", "a1"),
    ),
    _fault(
        "an action that cites an objective that is not there",
        _SPARE
        + "DELETE WHERE { plan:objective/s10 ?p ?o } ; "
        + _set("plan:action/a10", "cj:actionForObjective", "plan:objective/9"),
        ("dangling_reference", "a10"),
    ),
    _fault(
        "an outcome that cites a national outcome that is not there",
        "INSERT DATA { plan:outcome/o1 cj:localOutcomeForOutcome id:outcome/ndo-12 }",
        ("dangling_reference", "o1"),
    ),
    # Told once, at the first member, although two things are in the circle.
    _fault(
        "cycle",
        _SPARE
        + "INSERT DATA { plan:objective/s10 cj:contributesTo plan:objective/s2 . "
        + "plan:objective/s2 cj:contributesTo plan:objective/s10 }",
        ("cycle", "s10"),
    ),
    # The outcome of 2023 that it served has no action now.
    _fault(
        "outcome linked to another edition",
        _set("plan:outcome/o8", "cj:localOutcomeForOutcome", "id:outcome/o-4"),
        ("wrong_edition", "o8"),
        ("no_action", "ndo-8"),
    ),
    _fault(
        "plan written to another edition",
        _set("id:plan/invented/2024", "cj:writtenAgainst", "id:edition/opif-2016"),
        ("wrong_edition", "plan"),
    ),
)

SMART = (
    _fault("no product or activity", _words("Improve awareness of bail"), ("smart_s", "a3")),
    _fault("only good will", _words("Continue to work closely with partners"), ("smart_s", "a3")),
    # The outcome loses its own measure too, else the action would be measured through it.
    _fault(
        "no measure",
        _SPARE
        + "DELETE WHERE { plan:action/a2 cj:measureText ?m } ; "
        + _drop("plan:outcome/o2", "cj:measureText")
        + " ; "
        + _set("plan:objective/s2", "cj:text", '"Support 40 people a year"'),
        ("smart_m", "a2"),
    ),
    _fault(
        "means are lacking", _words("Run a bail service, subject to funding"), ("smart_a", "a3")
    ),
    _fault(
        "no money yet", _words("Publish a guide (funding not yet identified)"), ("smart_a", "a3")
    ),
    _fault(
        "no date",
        _drop("plan:action/a3", "cj:due")
        + " ; "
        + _set("plan:action/a3", "cj:dueAsWritten", '"ongoing"'),
        ("smart_t", "a3"),
    ),
)

_PLAN = "id:plan/invented/2024"
_NINE = range(1, 10)
DATA = (
    _fault("no period", _drop(_PLAN, "cj:periodEnd"), ("no_period", "plan")),
    # Every date lies outside a period that runs backwards.
    _fault(
        "period backwards",
        _set(_PLAN, "cj:periodEnd", '"2023-04-01"^^xsd:date'),
        ("period_backwards", "plan"),
        *(("due_outside_period", f"a{n}") for n in range(1, 10)),
    ),
    _fault(
        "a due date in words",
        _set("plan:action/a1", "cj:due", '"spring"'),
        ("date_not_a_date", "a1"),
    ),
    # With nothing to judge by, the law's rules are silent, and the plan's own edition is no fault.
    _fault("no edition", _drop(_PLAN, "cj:judgedAgainst"), ("no_edition", "plan")),
    _fault(
        "action without words", _drop("plan:action/a1", "cj:text"), ("item_without_words", "a1")
    ),
    _fault(
        "item of no plan",
        _SPARE + _drop("plan:action/a10", "cj:ofPlan"),
        ("item_outside_plan", "a10"),
    ),
    # Six of nine actions are tied to nothing; what hung from them is told as well, and the
    # notice says that this may be the fault of the reading.
    _fault(
        "links of most actions not read",
        " ; ".join(
            _drop(f"plan:action/a{n}", step)
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
    _fault(
        "no link to the nation read",
        " ; ".join(_drop(f"plan:outcome/o{n}", "cj:localOutcomeForOutcome") for n in _NINE),
        ("links_not_read", "plan"),
        *(("outcome_without_national_link", f"o{n}") for n in _NINE),
        *(("no_action", f"ndo-{n}") for n in _NINE),
    ),
    _fault(
        "a date after the plan",
        _set("plan:action/a1", "cj:due", '"2052-03-31"^^xsd:date'),
        ("due_outside_period", "a1"),
    ),
)

ALL = (*STATUTE, *CHECKLIST, *THREAD, *SMART, *DATA)
