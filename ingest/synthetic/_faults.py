"""How often synthetic plans have which fault, and why that often."""

from __future__ import annotations

from typing import Final, NamedTuple


class FaultRate(NamedTuple):
    """How often a fault is planted.

    Args:
        fault: The type of finding that it should give.
        each: What the share is of.
        share: From 0 to 1.
        reason: Why.
    """

    fault: str
    each: str
    share: float
    reason: str


class Planted(NamedTuple):
    """A fault that is in a synthetic plan on purpose.

    Args:
        fault: The type of finding that it should give.
        about: Local id of the item, number of the checklist item, code of the outcome, or
            ``plan`` for the plan as a whole.
    """

    fault: str
    about: str


#: All rates are the makers' choice, so that every fault can be met in a few plans and most of
#: a plan is sound. They are no estimate of what real plans are like.
FAULT_RATES: Final = (
    FaultRate("smart_t", "action", 0.22, "'ongoing' is what plans are most often told of"),
    FaultRate("smart_m", "action", 0.30, "measures are given for outcomes, seldom for each row"),
    FaultRate("action_without_lead", "action", 0.08, "a blank cell or a lead still to be agreed"),
    FaultRate("smart_s", "action", 0.10, "general words stand beside firm ones in most plans"),
    FaultRate("smart_a", "action", 0.03, "few plans say in the row that means are lacking"),
    FaultRate("action_without_objective", "action", 0.05, "tables that skip a column"),
    FaultRate("action_without_outcome", "action", 0.02, "a list of other work at the end"),
    FaultRate("dangling_reference", "action", 0.004, "a number that was changed in one place"),
    FaultRate("due_outside_period", "action", 0.01, "a mistyped year"),
    FaultRate("objective_without_outcome", "objective", 0.05, "objectives that cut across"),
    FaultRate("objective_without_action", "objective", 0.08, "left for a later delivery plan"),
    FaultRate("outcome_without_objective", "outcome", 0.05, "work that goes straight on"),
    FaultRate("outcome_without_action", "outcome", 0.04, "an aim that no one has taken up"),
    FaultRate("outcome_without_national_link", "outcome", 0.10, "local aims in local words"),
    FaultRate("outcome_without_indicator", "outcome", 0.15, "indicators promised for later"),
    FaultRate("no_action", "national outcome", 0.08, "a national outcome that the area leaves out"),
    FaultRate("no_assessment", "national outcome", 0.15, "no figure was to be had for the area"),
    FaultRate("assessment_without_indicator", "national outcome", 0.10, "told in words alone"),
    FaultRate("no_priority_decision", "national outcome", 0.15, "a priority by silence"),
    FaultRate("checklist_missing", "checklist item", 0.12, "an item that no one thought of"),
    FaultRate("checklist_partial", "checklist item", 0.20, "an item that is only promised"),
    FaultRate("no_publication_statement", "plan", 0.15, "published, but the text is silent"),
    FaultRate("statutory_partner_absent", "partner category", 0.04, "not at the table that day"),
    FaultRate("need_without_service", "need of an area", 0.25, "gaps are what the map is for"),
)

SHARE: Final = {rate.fault: rate.share for rate in FAULT_RATES}
