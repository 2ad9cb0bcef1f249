"""Gaps in law and checklist, and faults of the data, in graphs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from rdflib import RDF, RDFS, XSD, Literal, URIRef

from cjgraph.namespaces import thing
from tests.tools.mutants.expectation import Wanted
from tests.tools.mutants.graphs import part_labels
from tests.tools.mutants.mutant import UNSERVED, GraphMutant, PlanGraph, may, national
from tests.tools.mutants.plans import FAMILY, InventedPlan

_CATEGORIES = (
    ("local_authority", "local"),
    ("health_board", "health board"),
    ("police", "constable"),
    ("fire_and_rescue", "fire"),
    ("skills_development_scotland", "skills"),
    ("integration_joint_board", "integration"),
    ("scts", "courts"),
    ("scottish_ministers", "ministers"),
)
_LAW = ("no_assessment", "no_priority_decision", "no_action", "assessment_without_indicator")


def law_mutants(plan: InventedPlan, random: Random) -> Iterator[GraphMutant]:
    """Return gaps in what the Act asks of one plan.

    Args:
        plan: The plan.
        random: Chooses where.
    """
    codes = [a.code for a in plan.assessments]
    for code in random.sample(codes, 3):
        yield _gone(plan, "no_assessment", f"assessment/{code}", code)
    for code in random.sample(codes, 2):
        yield _gone(plan, "no_priority_decision", f"decision/{code}", code)
    yield _undecided(plan, random.choice(codes))
    if plan.generation == "2023":
        for code in random.sample(codes, 2):
            yield _no_figures(plan, code)
    for code in random.sample(codes, 2):
        yield _unserved(plan, code)
    yield GraphMutant(
        "publication not said",
        plan.name,
        (Wanted("no_publication_statement", "plan"),),
        may("checklist_partial"),
        lambda g: g.drop(g.iri, "statesPublication"),
    )
    yield _no_participation(plan)
    for category, said in random.sample(_CATEGORIES, 3):
        yield _absent(plan, category, said)
    if plan.family_aside:
        yield _need_alone(plan)
    if plan.generation == "2016":
        yield _period(
            plan,
            "past the new framework",
            plan.start,
            date(2024, 3, 31),
            (Wanted("review_due", "plan"),),
            may("strategy_review_due"),
        )


def checklist_mutants(plan: InventedPlan, random: Random) -> Iterator[GraphMutant]:
    """Return a plan with each item missing, and one with each part of an item missing.

    Args:
        plan: The plan.
        random: Chooses which of them this plan shows.
    """
    for number in random.sample(range(1, 14), 7):
        yield _item_missing(plan, number)
    parts = sorted(part_labels())
    for part in random.sample(parts, 9):
        # An item of one part need not name the part.
        several = sum(p.split("-")[0] == part.split("-")[0] for p in parts) > 1
        yield _part_missing(plan, part, part_labels()[part] if several else "")
    yield _item_unknown(plan, random.randint(1, 13))
    yield _other_term(plan)
    if plan.end.year - plan.start.year >= 5:
        yield _nothing_near(plan)


def data_mutants(plan: InventedPlan, random: Random) -> Iterator[GraphMutant]:
    """Return plans whose dates or items are wrong as data.

    Args:
        plan: The plan.
        random: Chooses where.
    """
    for name in ("periodStart", "periodEnd"):
        yield _no_period(plan, name)
    backwards = date(plan.start.year - 2, 3, 31)
    yield _period(
        plan,
        "backwards",
        plan.start,
        backwards,
        (Wanted("period_backwards", "plan"),),
        may("due_outside_period"),
    )
    rows = random.sample(list(plan.rows), 5)
    for row, when in zip(
        rows,
        (plan.start - timedelta(400), plan.end + timedelta(1), date(2062, 3, 31)),
        strict=False,
    ):
        yield _due(plan, row.id, when)
    for row, words in zip(rows, ("spring", "31st of Marvember", "soon"), strict=False):
        yield _no_day(plan, row.id, words)
    yield _wordless(plan, f"a{rows[3].id}")
    yield _wordless(plan, f"o{plan.strands[0].id}")
    yield _outside(plan, f"a{rows[4].id}")
    yield _unread_links(plan)
    if plan.generation == "2023":
        yield _period(
            plan,
            "begun under the old framework",
            date(2022, 4, 1),
            plan.end,
            (Wanted("wrong_edition", "plan"),),
            may(
                "wrong_edition",
                *_LAW,
                "review_due",
                "strategy_review_due",
                "no_near_action",
                "term_and_year_differ",
            ),
        )


def _no_period(plan: InventedPlan, name: str) -> GraphMutant:
    return GraphMutant(
        f"no {name}",
        plan.name,
        (Wanted("no_period", "plan"),),
        may("no_edition"),
        lambda g: g.drop(g.iri, name),
    )


def _gone(plan: InventedPlan, kind: str, path: str, code: str) -> GraphMutant:
    return GraphMutant(
        f"{path} taken out", plan.name, (Wanted(kind, code),), (), lambda g: g.delete(g.node(path))
    )


def _undecided(plan: InventedPlan, code: str) -> GraphMutant:
    return GraphMutant(
        f"decision on {code} without an answer",
        plan.name,
        (Wanted("no_priority_decision", code),),
        (),
        lambda g: g.drop(g.node(f"decision/{code}"), "isPriority"),
    )


def _no_figures(plan: InventedPlan, code: str) -> GraphMutant:
    return GraphMutant(
        f"assessment of {code} without indicator",
        plan.name,
        (Wanted("assessment_without_indicator", code),),
        (),
        lambda g: g.drop(g.node(f"assessment/{code}"), "usesIndicator"),
    )


def _unserved(plan: InventedPlan, code: str) -> GraphMutant:
    other = next(a.code for a in plan.assessments if a.code != code)

    def spoil(g: PlanGraph) -> None:
        for strand in plan.strands:
            node = g.item(f"o{strand.id}")
            if code in strand.national:
                g.graph.remove((node, g.cj("localOutcomeForOutcome"), national(code)))
                g.add(node, "localOutcomeForOutcome", national(other))

    return GraphMutant(
        f"nothing serves {code}",
        plan.name,
        (Wanted("no_action", code),),
        may("mismatched_objective", "mismatched_outcome"),
        spoil,
    )


def _no_participation(plan: InventedPlan) -> GraphMutant:
    part = URIRef(thing("checklist-part", "12-participation-statement"))

    def spoil(g: PlanGraph) -> None:
        for statement in list(g.graph.objects(g.iri, g.cj("statesParticipation"))):
            g.delete(statement)
        g.put(g.node("verdict/12"), "hasVerdict", URIRef(thing("verdict", "partial")))
        g.add(g.node("verdict/12"), "lacksPart", part)
        g.graph.remove((None, g.cj("addressesItem"), part))

    return GraphMutant(
        "participation statement not mentioned",
        plan.name,
        (Wanted("checklist_partial", "12", "participation statement"),),
        may("no_participation_statement"),
        spoil,
    )


def _absent(plan: InventedPlan, category: str, said: str) -> GraphMutant:
    code = URIRef(thing("partner-category", category.replace("_", "-")))
    stand_in = "health_board" if category == "local_authority" else "local_authority"
    name = next(n for n, c, _ in plan.partners if c == stand_in)

    def spoil(g: PlanGraph) -> None:
        led = [r.id for r in plan.rows if any(c == category for _, c in r.leads)]
        for mention in list(g.graph.subjects(g.cj("mentionsCategory"), code)):
            g.delete(mention)
        for row in led:
            g.lead(f"a{row}", name, stand_in)
        g.graph.remove((g.iri, g.cj("namesPartner"), code))

    return GraphMutant(
        f"no word of {category}",
        plan.name,
        (Wanted("statutory_partner_absent", says=said),),
        (),
        spoil,
    )


def _need_alone(plan: InventedPlan) -> GraphMutant:
    def spoil(g: PlanGraph) -> None:
        for row in plan.family_rows:
            g.delete_action(f"a{row.id}")
        node = g.node("need/99")
        g.graph.add((node, RDF.type, g.cj("NeedStatement")))
        g.graph.add((node, RDFS.label, Literal(FAMILY)))
        g.text(node, FAMILY)
        g.add(node, "ofPlan", g.iri)
        g.add(node, "namesNeed", URIRef(thing("need", "family")))

    return GraphMutant(
        "a need that nothing answers",
        plan.name,
        (Wanted("need_without_service", says="family"),),
        UNSERVED,
        spoil,
    )


def _period(
    plan: InventedPlan,
    name: str,
    start: date,
    end: date,
    wanted: tuple[Wanted, ...],
    allowed: tuple[Wanted, ...],
) -> GraphMutant:
    def spoil(g: PlanGraph) -> None:
        g.day(g.iri, "periodStart", start)
        g.day(g.iri, "periodEnd", end)

    return GraphMutant(f"period {name}", plan.name, wanted, allowed, spoil)


def _item_missing(plan: InventedPlan, number: int) -> GraphMutant:
    def spoil(g: PlanGraph) -> None:
        g.put(g.node(f"verdict/{number}"), "hasVerdict", URIRef(thing("verdict", "missing")))
        item = URIRef(thing("checklist-item", str(number)))
        for statement in list(g.graph.subjects(g.cj("addressesItem"), item)):
            if statement != g.node(f"verdict/{number}"):
                g.delete(statement)

    follows = may("no_participation_statement", "no_publication_statement") if number == 12 else ()
    return GraphMutant(
        f"item {number} missing",
        plan.name,
        (Wanted("checklist_missing", str(number)),),
        follows,
        spoil,
    )


def _part_missing(plan: InventedPlan, part: str, label: str) -> GraphMutant:
    number = part.split("-")[0]
    node = URIRef(thing("checklist-part", part))

    def spoil(g: PlanGraph) -> None:
        g.graph.remove((None, g.cj("addressesItem"), node))
        g.put(g.node(f"verdict/{number}"), "hasVerdict", URIRef(thing("verdict", "partial")))
        g.add(g.node(f"verdict/{number}"), "lacksPart", node)

    follows = may("no_participation_statement") if part.startswith("12-part") else ()
    return GraphMutant(
        f"part {part} missing",
        plan.name,
        (Wanted("checklist_partial", number, label),),
        follows,
        spoil,
    )


def _item_unknown(plan: InventedPlan, number: int) -> GraphMutant:
    return GraphMutant(
        f"item {number} without verdict",
        plan.name,
        (Wanted("checklist_unknown", str(number)),),
        (),
        lambda g: g.delete(g.node(f"verdict/{number}")),
    )


def _other_term(plan: InventedPlan) -> GraphMutant:
    part = URIRef(thing("checklist-part", "2-long-term"))
    words = f"Long term outcome (by {plan.start.year + 2}): far fewer people go to prison."

    def spoil(g: PlanGraph) -> None:
        for statement in list(g.graph.subjects(g.cj("addressesItem"), part)):
            g.text(statement, words)

    return GraphMutant(
        "long term in two years",
        plan.name,
        (Wanted("term_and_year_differ", "2", words),),
        (),
        spoil,
    )


def _nothing_near(plan: InventedPlan) -> GraphMutant:
    def spoil(g: PlanGraph) -> None:
        for row in plan.rows:
            g.day(g.item(f"a{row.id}"), "due", plan.end)

    return GraphMutant(
        "all is due on the last day",
        plan.name,
        (Wanted("no_near_action", ("plan", "7")),),
        (),
        spoil,
    )


def _due(plan: InventedPlan, row: str, when: date) -> GraphMutant:
    return GraphMutant(
        f"action {row} due on {when}",
        plan.name,
        (Wanted("due_outside_period", f"a{row}"),),
        may("due_passed", "dates_passed"),
        lambda g: g.day(g.item(f"a{row}"), "due", when),
    )


def _no_day(plan: InventedPlan, row: str, words: str) -> GraphMutant:
    return GraphMutant(
        f"action {row} due '{words}' as data",
        plan.name,
        (Wanted("date_not_a_date", f"a{row}"),),
        (),
        lambda g: g.put(g.item(f"a{row}"), "due", Literal(words, datatype=XSD.string)),
    )


def _wordless(plan: InventedPlan, item: str) -> GraphMutant:
    return GraphMutant(
        f"{item} without words",
        plan.name,
        (Wanted("item_without_words", item),),
        may("smart_s"),
        lambda g: g.drop(g.item(item), "text"),
    )


def _outside(plan: InventedPlan, item: str) -> GraphMutant:
    return GraphMutant(
        f"{item} of no plan",
        plan.name,
        (Wanted("item_outside_plan", item),),
        may("no_action"),
        lambda g: g.drop(g.item(item), "ofPlan"),
    )


def _unread_links(plan: InventedPlan) -> GraphMutant:
    def spoil(g: PlanGraph) -> None:
        for row in plan.rows[: 1 + len(plan.rows) * 7 // 10]:
            g.drop(g.item(f"a{row.id}"), "actionForObjective", "actionForOutcome")

    return GraphMutant(
        "most actions tied to nothing",
        plan.name,
        (Wanted("links_not_read", "plan"),),
        may(
            "action_without_objective",
            "action_without_outcome",
            "objective_without_action",
            "outcome_without_action",
            "local_outcome_without_action",
            "no_action",
        ),
        spoil,
    )
