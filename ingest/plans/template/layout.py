"""The sheets of the template and their columns, each bound to a term of the ontology.

What a field means and whether it must be filled in comes from there (``meanings``); here are
its short name, its width and the list that it is filled from.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, Literal

from .meanings import Asked, Meaning, Need, meaning_of, meaning_of_kind, need_of

Kind = Literal["text", "short", "date", "ref", "shown"]
#: What a row says that is there to show how to fill in the others.
EXAMPLE: Final = "EXAMPLE"


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a sheet.

    Args:
        key: Its name in the code.
        label: Its short name.
        of: The class that has it.
        terms: The terms of the ontology that it fills; the first defines it.
        width: Width of the column in characters.
        kind: What stands in it; ``shown`` is there to be read, not to be filled in.
        choices: Name of the list that it is filled from, or of a sheet for its references.
        free: Whether other words than those of the list will do.
        group: Columns of one group stand side by side, one group for each value.
        hint: What else to know of it.
    """

    key: str
    label: str
    of: str
    terms: tuple[str, ...]
    width: int = 24
    kind: Kind = "text"
    choices: str = ""
    free: bool = False
    group: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the template.

    Args:
        key: Its name in the code.
        title: Its name on the tab.
        of: The class of what its rows describe.
        intro: What goes here, in a sentence or two.
        columns: Its fields in their order.
        repeats: How many values there is room for in the groups that take several.
        upright: Whether the fields stand below each other, for the one thing there is.
        fixed: Whether the rows are there already.
    """

    key: str
    title: str
    of: str
    intro: str
    columns: tuple[Column, ...]
    repeats: dict[str, int] = field(default_factory=dict)
    upright: bool = False
    fixed: bool = False

    def placed(self, repeats: dict[str, int] | None = None) -> list[tuple[str, Column]]:
        """Return key and column for every place, groups repeated, such as ``national-2``."""
        wanted = {key: max(n, (repeats or {}).get(key, 0)) for key, n in self.repeats.items()}
        found: list[tuple[str, Column]] = []
        done: set[str] = set()
        for column in self.columns:
            if not column.group:
                found.append((column.key, column))
            elif column.group not in done:
                done.add(column.group)
                members = [c for c in self.columns if c.group == column.group]
                for number in range(1, wanted[column.group] + 1):
                    for member in members:
                        label = member.label.replace("#", str(number))
                        key = f"{member.key}-{number}"
                        found.append((key, replace(member, label=label)))
        return found


@dataclass(frozen=True, slots=True)
class Field:
    """A column with what is known of it: its meaning, and whether it has to be filled in."""

    column: Column
    meaning: Meaning
    need: Need

    @property
    def rule(self) -> Asked | None:
        """Return the rule that asks for it most, if there is one."""
        return self.meaning.asked[0] if self.meaning.asked else None

    @property
    def means(self) -> str:
        """Return what it is and how it is meant here; a ref is only what is meant here."""
        if self.column.kind == "ref" and self.rule is None:
            return self.column.hint
        return " ".join(text for text in (self.meaning.definition, self.column.hint) if text)

    @property
    def source(self) -> str:
        """Return the law or the page behind it."""
        return self.rule.source if self.rule else self.meaning.source


def fields_of(sheet: Sheet) -> dict[str, Field]:
    """Return what is known of each column of a sheet, by its key.

    Where any of several fields will do for a rule, the first of them has to be filled in.
    """
    met: set[str] = set()
    found = {}
    for column in sheet.columns:
        meaning = meaning_of(column.of, column.terms)
        asking = [rule for rule in meaning.asked if rule.every or rule.type not in met]
        if column.kind != "shown":
            met |= {rule.type for rule in meaning.asked}
        found[column.key] = Field(column, meaning, need_of(asking))
    return found


def rules_of(sheet: Sheet) -> tuple[Asked, ...]:
    """Return the rules on what has to lead to the things of a sheet."""
    return meaning_of_kind(sheet.of).asked


def sheet(key: str) -> Sheet:
    """Return a sheet by its key."""
    return next(one for one in SHEETS if one.key == key)


def _lead(key: str, label: str, term: str, width: int, choices: str = "") -> Column:
    return Column(key, label, "Action", (term,), width, "short", choices, False, "lead")


SHEETS: Final = (
    Sheet(
        "plan",
        "Plan",
        "CJOIP",
        "The plan as a whole. Write in the column 'Your plan'.",
        (
            Column("title", "Title", "CJOIP", ("CJOIP",), 60, hint="As on the cover."),
            Column("area", "Area", "CJOIP", ("planArea",), 60, "short", "areas", True),
            Column("partnership", "Partnership", "CJOIP", ("preparedBy",), 60, "short",
                   "partnerships", False, hint="Left empty, it follows from the area."),
            Column("start", "First day", "CJOIP", ("periodStart",), 60, "date"),
            Column("end", "Last day", "CJOIP", ("periodEnd",), 60, "date"),
            Column("framework", "National framework", "CJOIP", ("writtenAgainst", "judgedAgainst"),
                   60, "short", "editions", hint="Left empty, it is the one of the first day."),
            Column("publication", "Publication", "CJOIP", ("statesPublication",), 60,
                   hint="What the plan says of when and where it is published."),
            Column("participation", "Participation statement", "CJOIP",
                   ("ParticipationStatement",), 60,
                   hint="What the plan says of its participation statement."),
        ),
        upright=True,
    ),
    Sheet(
        "checklist",
        "Checklist",
        "ChecklistVerdict",
        "What your plan says on each of the 13 items of the Partnership checklist. This is "
        "guidance, not law. Copy the words of your plan beside the part that they answer, and "
        "say on which page or in which section they stand. Leave empty what the plan does not "
        "say. Items that follow from other sheets, such as objectives, need no words here.",
        (
            Column("item", "Item", "PlanStatement", ("addressesItem",), 26, "shown", "items"),
            Column("part", "Part", "PlanStatement", ("addressesItem",), 24, "shown", "parts"),
            Column("asked", "What is asked", "PlanStatement", ("addressesItem",), 40, "shown"),
            Column("words", "What your plan says", "PlanStatement", ("PlanStatement", "text"), 64),
            Column("where", "Where (page or section)", "PlanStatement", ("hasLocator",), 24,
                   "short"),
            Column("found", "Found by the reading", "ChecklistVerdict", ("hasVerdict",), 16,
                   "short", "verdicts"),
        ),
        fixed=True,
    ),
    Sheet(
        "assessment",
        "Assessment",
        "OutcomeAssessment",
        "One row for each national outcome: where the area is now, by which national indicators "
        "that is judged, and whether the outcome is a priority.",
        (
            Column("outcome", "National outcome", "OutcomeAssessment", ("assessesOutcome",), 40,
                   "shown", "outcomes"),
            Column("now", "Where we are now", "OutcomeAssessment", ("OutcomeAssessment",), 56),
            Column("indicator", "Indicator used #", "OutcomeAssessment", ("usesIndicator",), 30,
                   "short", "indicators", group="indicator"),
            Column("priority", "Priority", "PriorityDecision", ("isPriority",), 13, "short",
                   "yes_or_no"),
            Column("reason", "Reason for the decision", "PriorityDecision", ("PriorityDecision",),
                   44),
        ),
        {"indicator": 2},
        fixed=True,
    ),
    Sheet(
        "outcomes",
        "Outcomes",
        "LocalOutcome",
        "The outcomes that the plan sets for the area, one in each row.",
        (
            Column("ref", "Ref", "LocalOutcome", ("localId",), 14, "ref",
                   hint="Any short name of your own that other sheets can point to."),
            Column("words", "Outcome", "LocalOutcome", ("text",), 48),
            Column("national", "National outcome #", "LocalOutcome", ("localOutcomeForOutcome",),
                   32, "short", "outcomes", group="national"),
            Column("priority", "Priority action #", "LocalOutcome",
                   ("localOutcomeForPriorityAction",), 32, "short", "priority_actions",
                   group="priority", hint="Where no national outcome fits, one of these will do."),
            Column("measure", "Measure #", "LocalOutcome", ("measureText", "measuredBy"), 40,
                   group="measure"),
        ),
        {"national": 3, "priority": 2, "measure": 2},
    ),
    Sheet(
        "objectives",
        "Objectives",
        "StrategicObjective",
        "What needs to be done to reach the outcomes, one objective in each row.",
        (
            Column("ref", "Ref", "StrategicObjective", ("localId",), 14, "ref",
                   hint="Any short name of your own that actions can point to."),
            Column("words", "Objective", "StrategicObjective", ("text",), 70),
            Column("outcome", "Outcome ref", "StrategicObjective", ("objectiveForOutcome",), 18,
                   "ref", "sheet:outcomes"),
        ),
    ),
    Sheet(
        "actions",
        "Actions",
        "Action",
        "What partners will do, one action in each row.",
        (
            Column("ref", "Ref", "Action", ("localId",), 14, "ref", hint="Any short name."),
            Column("words", "Action", "Action", ("text",), 52),
            Column("objective", "Objective ref", "Action", ("actionForObjective",), 16, "ref",
                   "sheet:objectives"),
            Column("outcome", "Outcome ref", "Action", ("actionForOutcome",), 16, "ref",
                   "sheet:outcomes", hint="Follows from the objective where that has one."),
            _lead("lead", "Lead #", "leadAsWritten", 26),
            _lead("category", "Category of lead #", "leadCategory", 24, "categories"),
            Column("due", "Due, as written", "Action", ("dueAsWritten",), 18, "short"),
            Column("day", "Due date", "Action", ("due",), 14, "date",
                   hint="Left empty, it is worked out from what is written."),
            Column("measure", "Measure", "Action", ("measureText", "measuredBy"), 40),
            Column("need", "Need #", "Action", ("addressesNeed",), 24, "short", "needs",
                   group="need"),
        ),
        {"lead": 3, "need": 2},
    ),
    Sheet(
        "needs",
        "Needs",
        "NeedStatement",
        "The needs of people in the area that the plan speaks of.",
        (
            Column("category", "Need", "NeedStatement", ("namesNeed",), 34, "short", "needs"),
            Column("words", "What your plan says", "NeedStatement", ("text",), 90),
        ),
    ),
    Sheet(
        "services",
        "Services",
        "Service",
        "The services that the plan names.",
        (Column("words", "Service", "Service", ("Service",), 70),),
    ),
    Sheet(
        "partners",
        "Partners",
        "CJOIP",
        "The partners that the plan names.",
        (
            Column("words", "Partner", "CJOIP", ("namesPartner",), 60, "short"),
            Column("category", "Category", "CJOIP", ("PartnerCategory",), 44, "short",
                   "categories"),
        ),
    ),
)  # fmt: skip
