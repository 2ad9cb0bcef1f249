"""Parts of the checklist items: a finding says which part was not found, and no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import SKOS, Graph, URIRef

from cjgraph.namespaces import CJ, thing
from cjgraph.shacl import CheckReport
from tests.shapes.plan_fixtures import complete, edit, packaged_framework

Check = Callable[..., CheckReport]
PART_OF = URIRef(CJ + "partOfItem")


def _parts() -> dict[str, list[tuple[str, str]]]:
    """Item number to the code and the name of each of its parts, of items that have several."""
    framework = packaged_framework()
    found: dict[str, list[tuple[str, str]]] = {}
    for part, item in sorted(framework.subject_objects(PART_OF)):
        number, code = str(item).rsplit("/", 1)[1], str(part).rsplit("/", 1)[1]
        found.setdefault(number, []).append((code, str(framework.value(part, SKOS.prefLabel))))
    return {number: parts for number, parts in found.items() if len(parts) > 1}


PARTS = _parts()
CASES = [(number, code) for number, parts in PARTS.items() for code, _ in parts]


def _partial(number: str, spoken: str) -> str:
    return (
        "DELETE { ?v cj:hasVerdict ?o } "
        f"INSERT {{ ?v cj:hasVerdict id:verdict/partial . {spoken} }} "
        f"WHERE {{ BIND (plan:verdict/{number} AS ?v) ?v cj:hasVerdict ?o }}"
    )


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]


def test_items_with_several_parts_are_those_of_the_source() -> None:
    assert set(PARTS) == {"2", "6", "7", "8", "10", "11", "12", "13"}


@pytest.mark.parametrize(("number", "code"), CASES)
def test_graph_made_by_hand_names_the_part_that_nothing_speaks_of(
    number: str, code: str, plan: Graph, check: Check
) -> None:
    others = ", ".join(f"id:checklist-part/{c}" for c, _ in PARTS[number] if c != code)
    edit(
        plan,
        _partial(
            number,
            "plan:statement/30 a cj:PlanStatement ; cj:ofPlan id:plan/invented/2024 ; "
            f'cj:text "What the plan says of it." ; cj:addressesItem {others}',
        ),
    )
    [finding] = check(plan).findings
    [name] = [name for c, name in PARTS[number] if c == code]
    assert finding.shape.endswith(f"checklist-{int(number):02}-partial")
    assert f"Nothing was found on: {_lower(name)}." in finding.message
    assert finding.focus == thing("plan", "invented/2024/verdict") + f"/{number}"


def test_reading_names_the_parts_that_it_looked_for_in_their_order(
    plan: Graph, check: Check
) -> None:
    lacking = "?v cj:lacksPart id:checklist-part/2-long-term, id:checklist-part/2-medium-term"
    edit(plan, _partial("2", lacking))
    [finding] = check(plan).findings
    assert "Nothing was found on: medium term outcomes, long term outcomes." in finding.message


def test_all_parts_are_named_where_all_were_looked_for_in_vain(plan: Graph, check: Check) -> None:
    codes = ", ".join(f"id:checklist-part/2-{term}-term" for term in ("short", "medium", "long"))
    edit(plan, _partial("2", f"?v cj:lacksPart {codes}"))
    [finding] = check(plan).findings
    assert "short term outcomes, medium term outcomes, long term" in finding.message


def test_parts_that_were_not_told_apart_are_not_named(plan: Graph, check: Check) -> None:
    edit(plan, _partial("13", ""))
    [finding] = check(plan).findings
    assert "Nothing was found on" not in finding.message


@pytest.mark.parametrize(
    ("bands", "said"),
    [
        (None, "Medium term: 3 to 5 years (definitions)"),
        ("model", "Short term: 1 to 5 years (long term model)"),
        ("draft-model", "Medium term: 3 to 5 years (consultation draft of the model)"),
    ],
)
def test_time_bands_are_a_setting_and_the_message_names_them(
    bands: str | None, said: str, framework: Graph
) -> None:
    from cjgraph.shacl import check_plan

    plan = complete("2023")
    _say(plan, "long", "Long term, by 2028: fewer people are held on remand")
    report = check_plan(plan, framework, plan_sha256="0", time_bands=bands)
    [finding] = report.findings
    assert (finding.type, finding.severity) == ("term_and_year_differ", "info")
    assert said in finding.message


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("short", "Short term, by March 2025: more people are offered bail supervision"),
        ("medium", "Medium term: by 2029 fewer people are held on remand"),
        ("long", "Long term: by 2036 half as many people are in custody"),
        ("long", "Long term: communities are safer"),
        # Two years stand between a short and a medium term: either word will do.
        ("short", "Short term: by 2026 the service is open"),
        ("medium", "Medium term: by 2026 the service is open"),
    ],
)
def test_year_that_fits_its_term_is_left_alone(
    term: str, text: str, plan: Graph, check: Check
) -> None:
    _say(plan, term, text)
    assert check(plan).findings == ()


def test_unknown_time_bands_are_named_with_those_that_exist(plan: Graph, framework: Graph) -> None:
    from cjgraph.errors import UnknownThing
    from cjgraph.shacl import check_plan

    with pytest.raises(UnknownThing, match="no time bands called 'mine'") as told:
        check_plan(plan, framework, plan_sha256="0", time_bands="mine")
    assert told.value.hint == "There are definitions, draft-model, model."


def _say(plan: Graph, term: str, text: str) -> None:
    edit(
        plan,
        "INSERT DATA { plan:statement/31 a cj:PlanStatement ; cj:ofPlan id:plan/invented/2024 ; "
        f'cj:text "{text}" ; cj:addressesItem id:checklist-part/2-{term}-term }}',
    )
