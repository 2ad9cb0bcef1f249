"""Checks one plan: a pure function of the plan, the framework and the rules."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rdflib import RDF, SKOS, Graph
from rdflib.term import Node

from cjgraph.errors import SyntaxFault
from cjgraph.shacl import _engine
from cjgraph.shacl._bands import bands_used, mark_years
from cjgraph.shacl._basis import basis_of
from cjgraph.shacl._editions import settle_edition
from cjgraph.shacl._findings import Finding
from cjgraph.shacl._profiles import check_profile, severity_of
from cjgraph.shacl._report import CheckReport, in_order
from cjgraph.shacl._rules import Rule, Rules, load_rules
from cjgraph.shacl._scores import score, thread_count
from cjgraph.shacl._signs import add_signs
from cjgraph.shacl._terms import CJ, copy_terms
from cjgraph.shacl._wording import Wording

if TYPE_CHECKING:
    from cjgraph.search.encoder import TextEncoder


def check_plan(
    plan: Graph,
    framework: Graph,
    *,
    profile: str = "draft",
    plan_sha256: str,
    rules: Rules | None = None,
    time_bands: str | None = None,
    today: date | None = None,
    encoder: TextEncoder | None = None,
) -> CheckReport:
    """Check a plan by all rules.

    Args:
        plan: The triples of one plan.
        framework: Editions, outcomes, indicators, checklist items and, for the tier of
            evidence, findings. It may hold more; only what is needed is used.
        profile: ``draft``, ``publication`` or ``exemplary``; maps severity, hides nothing.
        plan_sha256: Hash of the file that the plan was read from, in hexadecimal.
        rules: Rules other than the packaged ones.
        time_bands: Set of spans for short, medium and long term: ``definitions`` (the usual
            one), ``model`` or ``draft-model``.
        today: Day of the check, which rules on dates go by; the real day where none is given.
        encoder: The embedding model, for what stands in the wrong place by its meaning;
            without it no guess is made.

    Raises:
        SyntaxFault: The data hold no plan, or several.
        UnknownThing: There is no such profile, or no such set of time bands.
    """
    check_profile(profile)
    rules = rules or load_rules()
    day = today or date.today()
    data = _engine.plain_copy(plan)
    node = _only_plan(data)
    copy_terms(framework, data)
    settle_edition(data, node)
    mark_years(data, node, framework, time_bands=time_bands)
    add_signs(data, node, today=day, encoder=encoder)
    wording = Wording(data, node)
    findings: dict[tuple[str, str, str], Finding] = {}
    for result in _engine.run(data, rules.plan_shapes):
        rule = rules.rules[str(result.shape)]
        found = _finding(data, wording, rule, result, profile)
        if found.type == "evidence_available" and not found.evidence:
            continue  # what is on its topic bears on something else
        findings.setdefault((found.shape, found.focus, found.value), found)
    basis = basis_of(data, node)
    ordered, first = in_order(findings.values(), outcomes=basis.outcomes)
    edition = data.value(node, CJ.judgedAgainst)
    generation = None if edition is None else data.value(edition, CJ.generation)
    return CheckReport(
        title=wording.words(node),
        conforms=not any(f.severity == "violation" for f in ordered),
        profile=profile,
        framework=None if generation is None else str(generation),
        rules_version=rules.version,
        rules_sha256=rules.sha256,
        plan_sha256=plan_sha256,
        scores=score(data, node),
        thread=thread_count(data, node),
        first=first,
        findings=ordered,
        checked_on=day.isoformat(),
        basis=basis,
        time_bands=bands_used(framework, time_bands),
        model="" if encoder is None else encoder.fingerprint,
    )


def _only_plan(data: Graph) -> Node:
    plans = sorted(set(data.subjects(RDF.type, CJ.CJOIP)), key=str)
    if len(plans) != 1:
        raise SyntaxFault(
            "The data hold no community justice outcomes improvement plan."
            if not plans
            else f"The data hold {len(plans)} plans; one is checked at a time."
        )
    return plans[0]


def _finding(
    data: Graph, wording: Wording, rule: Rule, result: _engine.Result, profile: str
) -> Finding:
    # A rule that starts from the plan names the thing at fault as its value.
    subject = result.value if rule.of_plan and result.value is not None else result.focus
    target = None if rule.of_plan or result.value == subject else result.value
    about, item = subject, rule.checklist_item
    if rule.tier == "checklist":
        about = data.value(subject, CJ.addressesItem) or subject
        item = item or _whole_number(data.value(subject, SKOS.notation))
    locator, quote = wording.place(subject, rule.type)
    local_id = data.value(subject, CJ.localId)
    return Finding(
        shape=rule.iri,
        tier=rule.tier,
        type=rule.type,
        letter=rule.letter,
        subject=wording.words(about),
        subject_id=None if local_id is None else str(local_id),
        outcome=wording.outcome(subject),
        severity=severity_of(profile, rule.tier, rule.type, rule.severity),
        checklist_item=item,
        message=wording.fill(rule.message, rule, subject, target),
        remedy=wording.fill(rule.remedy, rule, subject, target),
        source=rule.source,
        locator=locator,
        quote=quote,
        evidence=tuple(wording.evidence(subject)) if rule.type == "evidence_available" else (),
        why=rule.why,
        focus=str(subject),
        value="" if target is None else str(target),
        component=str(result.component),
        name=rule.name,
        brief=wording.brief(rule, subject, target),
    )


def _whole_number(notation: Node | None) -> int | None:
    return int(str(notation)) if notation is not None and str(notation).isdigit() else None
