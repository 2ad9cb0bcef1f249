"""Faults of single actions; see ``plan_faults``."""

from __future__ import annotations

from tests.shapes.fault import SPARE, drop, fault, put, words

SMART = (
    fault("no product or activity", words("Improve awareness of bail"), ("smart_s", "a3")),
    fault("only good will", words("Continue to work closely with partners"), ("smart_s", "a3")),
    # The outcome loses its own measure too, else the action would be measured through it.
    fault(
        "no measure",
        SPARE
        + "DELETE WHERE { plan:action/a2 cj:measureText ?m } ; "
        + drop("plan:outcome/o2", "cj:measureText")
        + " ; "
        + put("plan:objective/s2", "cj:text", '"Support 40 people a year"'),
        ("smart_m", "a2"),
    ),
    fault("means are lacking", words("Run a bail service, subject to funding"), ("smart_a", "a3")),
    fault("no money yet", words("Publish a guide (funding not yet identified)"), ("smart_a", "a3")),
    fault(
        "no date",
        drop("plan:action/a3", "cj:due")
        + " ; "
        + put("plan:action/a3", "cj:dueAsWritten", '"ongoing"'),
        ("smart_t", "a3"),
    ),
    fault(
        "only a season",
        drop("plan:action/a3", "cj:due")
        + " ; "
        + put("plan:action/a3", "cj:dueAsWritten", '"spring 2025"'),
        ("smart_t", "a3"),
    ),
    fault(
        "only how often",
        drop("plan:action/a3", "cj:due")
        + " ; "
        + put("plan:action/a3", "cj:dueAsWritten", '"every quarter"'),
        ("smart_t", "a3"),
    ),
    fault(
        "a measure for later",
        put("plan:action/a3", "cj:measureText", '"TBC"'),
        ("smart_m", "a3"),
    ),
    fault(
        "a measure that only says the action again",
        put("plan:action/a3", "cj:measureText", '"Weekend bail supervision service launched."'),
        ("smart_m", "a3"),
    ),
    fault("a focus alone", words("Keep a focus on early help"), ("smart_s", "a3")),
    fault(
        "no staff for it",
        words("Run a bail service, but we do not have the staff to do this"),
        ("smart_a", "a3"),
    ),
    fault(
        "an Act for Parliament to amend",
        words("Amend the Bail and Release from Custody (Scotland) Act 2023"),
        ("smart_r", "a3"),
    ),
    fault(
        "a measure that says it will be done",
        put("plan:action/a3", "cj:measureText", '"Completion of the action"'),
        ("smart_m", "a3"),
    ),
    fault("profile raised", words("Raise the profile of community justice"), ("smart_s", "a3")),
    fault(
        "for the courts to decide",
        words("Ensure that sheriffs grant bail in every case"),
        ("smart_r", "a3"),
    ),
    fault(
        "for Parliament to decide",
        words("Change the law on sentencing"),
        ("smart_r", "a3"),
    ),
    fault("no one can promise", words("Publish a plan to eradicate crime"), ("smart_r", "a3")),
    fault(
        "a generation's change in months",
        words("Halve child poverty within six months"),
        ("smart_r", "a3"),
    ),
)
