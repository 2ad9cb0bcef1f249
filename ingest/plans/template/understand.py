"""From a template that was read to the reading of a plan."""

from __future__ import annotations

from dataclasses import dataclass

from ..partners import organisation_of
from ..reading import (
    NeedMention,
    Partner,
    PlanReading,
    ServiceMention,
    Source,
)
from ..statute import with_actions
from ..vocabulary import spoken_of, vocabulary
from . import choices
from .faults import TemplateFault
from .form import ReadForm
from .interpret import Interpreter, numbered
from .judge import judge_checklist
from .kept import known_iri
from .understand_cover import Cover
from .understand_items import Items, category_in
from .understand_statute import read_statute


@dataclass(frozen=True, slots=True)
class Understood:
    """A reading with the faults of the template that it comes from."""

    reading: PlanReading
    faults: tuple[TemplateFault, ...]


def understand(form: ReadForm, source: Source) -> Understood:
    """Turn a template that was read into a reading.

    Args:
        form: Its sheets.
        source: The file.
    """
    reader = Interpreter(form)
    items = Items(reader)
    cover = Cover(reader)
    edition = vocabulary().edition(cover.framework)
    statute = with_actions(
        read_statute(reader, edition, cover.period), items.outcomes, items.objectives, items.actions
    )
    plan = PlanReading(
        status="ok",
        source=source,
        title=cover.title,
        area=cover.area,
        partnership=cover.partnership,
        period=cover.period,
        framework=cover.framework,
        outcomes=items.outcomes,
        objectives=items.objectives,
        actions=items.actions,
        needs=tuple(_needs(reader)),
        services=tuple(_services(reader)),
        partners=_partners(reader),
        statute=statute,
        publication=cover.publication,
        participation=cover.participation,
    )
    return Understood(judge_checklist(reader, plan), numbered(reader.faults))


def _needs(reader: Interpreter) -> list[NeedMention]:
    found = []
    for row in reader.rows("needs"):
        cell, text = row.cells.get("category"), reader.text(row, "words")
        code = None
        if cell and reader.meant(cell):
            code = reader.choice("needs", row, cell, choices.needs(), "needs")
        elif text:
            spoken = spoken_of(text, vocabulary().needs)
            code = spoken[0].code if spoken else None
            if code is None:
                reader.fault("needs", row, row.cells.get("words"), "The row does not say which "
                             "need it is about; choose one from the list.")  # fmt: skip
        if code is None:  # told as a fault; what is not known is no need of the plan
            continue
        facts = reader.kept.take("needs", code, text)
        text = text or reader.meant(cell)
        found.append(NeedMention(code, text, reader.kept_place(facts, text, row, "words")))
    return found


def _services(reader: Interpreter) -> list[ServiceMention]:
    found = []
    for row in reader.rows("services"):
        name = reader.text(row, "words")
        if name:
            facts = reader.kept.take("services", name)
            found.append(ServiceMention(name, reader.kept_place(facts, name, row, "words")))
    return found


def _partners(reader: Interpreter) -> tuple[Partner, ...]:
    found = []
    for row in reader.rows("partners"):
        written = reader.text(row, "words")
        category = category_in(reader, "partners", row, "category", written)
        name = written or choices.categories().show(category)
        facts = reader.kept.take("partners", name)
        organisation = (
            known_iri(facts.get("organisation"), vocabulary().organisations)
            if facts
            else organisation_of(name)
        )
        place = reader.kept_place(facts, name, row, "words")
        found.append(Partner(name, category, organisation, place))
    return tuple(found)
