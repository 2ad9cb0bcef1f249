"""The sentences that a template speaks to the person who fills it in."""

from __future__ import annotations

from typing import Final

from .form import Filled
from .kept import VERSION
from .layout import Field, Sheet, rules_of
from .meanings import Need
from .texts import shortened

NEEDED: Final[dict[Need, str]] = {
    "must": "must be filled in",
    "should": "should be filled in",
    "may": "may be left empty",
}
INVENTED: Final = "Invented example: this area does not exist."
_STEPS: Final = (
    "Fill in the sheets from left to right. Each row is one thing: one outcome, one objective, "
    "one action.",
    "Give each outcome, objective and action a ref of your own, such as 1, 1.2 or A4. Other rows "
    "point to it by that ref.",
    "Where a cell has a list, choose from it. You may also type the name as you know it, such as "
    "Police Scotland.",
    "Write dates as 31/03/2026. In 'Due, as written' put what the plan says, such as Q4 2025/26.",
    "Rows marked EXAMPLE show how it is meant. They are not read; leave or delete them.",
    "You may add rows, move columns and add columns for notes. Leave the headings as they are.",
    "Do not write names of people, or anything about a person's case.",
)


def title_line(made: Filled) -> str:
    """Return the first line of a template."""
    return f"Template for a community justice plan: {made.title}" if made.origin else (
        "Template for a community justice outcomes improvement plan"
    )  # fmt: skip


def opening(made: Filled) -> list[str]:
    """Return what stands at the beginning: what this is and where it comes from."""
    lines = [INVENTED] if made.invented else []
    if made.origin and not made.invented:
        lines.append(
            f"This template was filled from the file '{made.origin}' by machine. Check it against "
            "the plan and correct what is wrong; your corrections count."
        )
    lines.append(
        "What is asked here comes from the Community Justice (Scotland) Act 2016, from the "
        "Partnership checklist and from good practice. Each column says which; the sheet 'Guide' "
        "has it all in one place."
    )
    return lines


def steps(*, word: bool = False) -> list[str]:
    """Return how to fill the template in, step by step."""
    if not word:
        return list(_STEPS)
    return [
        step.replace("sheets from left to right", "tables from top to bottom")
        for step in _STEPS
    ] + ["Where a cell takes several values, such as joint leads, write each in a paragraph of its "
         "own."]  # fmt: skip


def versions(made: Filled, framework: str) -> list[str]:
    """Return which versions a template was made with."""
    return [
        f"Template {VERSION}, rules {made.kept.rules}",
        f"National framework: {framework}",
    ]


def intro_of(one: Sheet) -> str:
    """Return what goes on a sheet, and what has to lead to the things on it."""
    rules = rules_of(one)
    # Where law and guidance ask for the same, once is enough here; the guide has both.
    told = [r for r in rules if not any(r.type.endswith("_" + o.type) for o in rules)]
    return " ".join([one.intro, *(rule.remedy for rule in told)])


def need_at(found: Field, key: str) -> Need:
    """Return whether a place has to be filled in; of several values only the first ever has."""
    number = key.rpartition("-")[2]
    return "may" if number.isdigit() and number != "1" else found.need


def heading(found: Field, label: str, need: Need) -> str:
    """Return a column heading: the name, and below it whether it has to be filled in."""
    return label if found.column.kind == "shown" else f"{label}\n{NEEDED[need]}"


def in_full(found: Field) -> str:
    """Return all that is known of a field, in a few lines."""
    lines = [found.means]
    lines += [found.rule.remedy, f"Why: {found.rule.why}"] if found.rule else []
    lines += [f"Source: {found.source}."] if found.source else []
    return "\n".join(line for line in lines if line)


def in_brief(found: Field) -> str:
    """Return what fits beside a cell while it is filled in: at most 250 characters."""
    parts = [found.column.hint or found.meaning.definition]
    parts += [found.rule.remedy] if found.rule else []
    parts += [f"({found.source})"] if found.source else []
    return shortened(" ".join(part for part in parts if part), 250)
