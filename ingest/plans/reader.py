"""Reads one plan: from a file to what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from cjgraph.errors import PlanNotReadable
from ingest.graph_file import GRAPH_ENDINGS

from .actions import find_actions
from .aliases import LocalNames
from .aside import aside_identifiers
from .blocks import (
    LONGEST,
    NOWHERE,
    Block,
    Passage,
    cut,
    passages,
    title_apart,
    too_long,
    too_much,
)
from .candidates import deliverables_apart, find_candidates
from .chapter import find_chapter
from .checklist import ChecklistReader
from .commitments import commitment
from .document import Document, LockedFile, RefusedFile
from .front import Cover, cover_of
from .guard import MEDIA_TYPES, Checked, Format, bytes_of, look_at
from .identifiers import case_identifiers
from .inherited import filled_down, without_their_action
from .items import ItemFinder
from .labels import learn_references
from .links import Generation, generation_of
from .mentioned import find_needs, find_partners, find_services
from .named_bodies import bodies_named
from .personal import Masker
from .reading import (
    Action,
    ChecklistReading,
    Evidence,
    Outcome,
    PlanReading,
    Source,
    Status,
    Warned,
)
from .recognise import kind_of
from .spans import with_spans
from .statute import find_statute, with_actions
from .tables import read_tables
from .template import is_template, read_template
from .vocabulary import vocabulary

#: Kinds of document that may hold a plan as a chapter or an appendix.
_MAY_HOLD: Final = frozenset({"plan", "other_plan", "other", "minutes"})
#: Formats that the fill-in template comes in.
_TEMPLATES: Final = frozenset({"docx", "xlsx"})
#: Most passages that a warning names.
_NAMED: Final = 5
_PUBLISHED: Final = re.compile(
    r"\bplan (?:is|was|has been|will be) (?:published|available)\b|\bpublished on\b"
    r"|\bplan (?:can|may) be (?:read|found|downloaded|had|viewed)\b"
    r"|\bcopies of (?:this|the|our) plan\b",
    re.I,
)
_PARTICIPATION: Final = re.compile(r"\bparticipation statement\b", re.IGNORECASE)


def read_plan(path: Path, *, name: str | None = None) -> PlanReading:
    """Read a plan from a file of any format that is known.

    Args:
        path: The file.
        name: What to call it; its own name where left out. Uploads lie under other names.

    Returns:
        A draft reading. A file that is empty, is no plan, is encrypted, is damaged or had
        to be refused gives a reading with that status and a warning that says why.

    Raises:
        FileNotReadable: There is no such file, it is a folder or may not be read.
        WrongFormat: It is a sound file of a kind that is not read today.
    """
    name = name or path.name
    if Path(name).suffix.lower() in GRAPH_ENDINGS:
        from .from_graph import read_graph_plan

        return read_graph_plan(bytes_of(path, name), name)
    checked = look_at(path, name)
    if checked.trouble or checked.format is None:
        return _stopped(checked, name, checked.trouble or "damaged", checked.reason)
    source = Source(name, MEDIA_TYPES[checked.format], checked.sha256)
    try:
        if checked.format in _TEMPLATES and is_template(checked.data):
            aside = aside_identifiers(checked.data, checked.format)
            if aside:
                return PlanReading("refused", source, warnings=tuple(aside))
            return read_template(checked.data, name).warned()
        document = taken_apart(checked, checked.format, name)
    except PlanNotReadable as error:
        return _stopped(checked, name, _status_of(error), error.message)
    source = replace(source, pages=document.pages, unreadable=document.unreadable)
    if set_aside := identifiers_aside(checked, checked.format, document):
        found = (*set_aside, *case_identifiers(document.blocks, document.title))
        return PlanReading("refused", source, warnings=found)
    noted = [Warned("format_differs", checked.note)] if checked.note else []
    reading = read_blocks(document.blocks, document.title, source, [*noted, *document.warnings])
    return with_spans(reading, document.blocks, document.page_texts)


def identifiers_aside(checked: Checked, kind: Format, document: Document) -> list[Warned]:
    """Find identifiers of people in what a file holds besides the text that is read.

    Args:
        checked: The file.
        kind: Its format.
        document: The file taken apart.
    """
    cells = (cell.text for block in document.blocks for row in block.rows for cell in row)
    read = document.page_texts or [*(block.text for block in document.blocks), *cells]
    return aside_identifiers(checked.data, kind, read)


def taken_apart(checked: Checked, kind: Format, name: str) -> Document:
    """Hand a file to the reader of its format, which is imported only then.

    Args:
        checked: The file.
        kind: Its format.
        name: What to call it.

    Raises:
        PlanNotReadable: It is damaged, locked or refused.
    """
    if kind == "docx":
        from .word import read_word

        return read_word(checked.data, name)
    if kind == "pdf":
        from .pdf import read_pdf

        return read_pdf(checked.data, name)
    if kind == "xlsx":
        from .workbook import read_workbook

        return read_workbook(checked.data, name)
    if kind == "html":
        from .webpage import read_webpage

        return read_webpage(checked.data, name)
    from .plaintext import read_plain

    return read_plain(checked.data, name, markdown=kind == "markdown")


def read_blocks(
    blocks: list[Block],
    in_properties: str,
    source: Source,
    noted: Sequence[Warned] = (),
) -> PlanReading:
    """Read a plan that has been taken apart into blocks.

    Args:
        blocks: The document.
        in_properties: The title that its properties give, or nothing.
        source: What it was read from.
        noted: What was already noted while it was taken apart.
    """
    warnings = list(noted)
    if much := too_much(blocks):
        said = f"{source.name} has {much}, more than a plan ever does."
        source = replace(source, unreadable=(*source.unreadable, (NOWHERE, said)))
        return PlanReading("refused", source, warnings=(*warnings, Warned("refused", said)))
    long = [block for block in blocks if too_long(block)]
    for block in long:
        place = block.locator.bare()
        said = f"{place.in_words()} is longer than {LONGEST} characters; its end was not read."
        warnings.append(Warned("not_read", said, place))
        source = replace(source, unreadable=(*source.unreadable, (place, said)))
    blocks = title_apart([cut(block) for block in blocks] if long else blocks)
    refused = case_identifiers(blocks, in_properties)
    if refused:
        return PlanReading("refused", source, warnings=tuple(refused))
    running = list(passages(blocks))
    if not running and not any(block.text for block in blocks):
        why = Warned("empty", f"{source.name} has no text in it.")
        return PlanReading("empty", source, warnings=(*warnings, why))
    kind = kind_of(blocks, in_properties)
    chapter = find_chapter(blocks, in_properties) if kind.code in _MAY_HOLD else None
    if not kind.is_plan and chapter is None:
        code = "annual_report" if kind.code == "annual_report" else "not_a_plan"
        why = Warned(code, kind.sentence(source.name))
        return PlanReading("not_a_plan", source, warnings=(*warnings, why))
    masker = Masker()
    if chapter:
        warnings.append(chapter.warning())
        chapter = chapter.masked(masker)
        blocks = chapter.blocks
    else:
        blocks = [masker.block(block) for block in blocks]
    cover = cover_of(blocks, masker.text(in_properties, NOWHERE), chapter)
    return _extract(blocks, cover, source, [*warnings, *masker.warnings])


def _extract(
    blocks: list[Block], cover: Cover, source: Source, warnings: list[Warned]
) -> PlanReading:
    running = list(passages(blocks))
    area, period = cover.area, cover.period
    words = " \n".join([*(b.text for b in blocks), *(p.text for p in running if p.kind == "table")])
    generation = _generation(words, period, warnings)
    tables = [filled_down(deliverables_apart(table)) for table in read_tables(blocks)]
    warnings = without_their_action(warnings, tables)
    references = learn_references(blocks, tables)
    candidates = find_candidates(blocks, references)
    items = ItemFinder(blocks, tables, generation, candidates, references)
    names = LocalNames.learn(blocks, tables)
    actions, dangling = find_actions(blocks, tables, items, candidates, names)
    warnings.extend(dangling)
    if not period:
        warnings.append(Warned("no_period", "The plan does not say which years it is for."))
    warnings.extend(_nothing_found(blocks, actions, items.outcomes))
    if not area:
        warnings.append(Warned("no_area", "The plan does not say which area it is for."))
    outcomes, objectives = items.outcomes, items.objectives
    partners = find_partners(blocks, tables, actions, names)
    statute = with_actions(
        find_statute(blocks, tables, running, generation), outcomes, objectives, actions
    )
    checklist = ChecklistReader(
        running, blocks, tables, outcomes, objectives, actions, statute
    ).verdicts()
    if any(place != NOWHERE for place, _ in source.unreadable):
        checklist = {number: _unless_hidden(item) for number, item in checklist.items()}
    return PlanReading(
        status="ok",
        source=source,
        title=cover.title,
        area=area,
        partnership=cover.partnership,
        period=period,
        framework=generation,
        checklist=checklist,
        outcomes=outcomes,
        objectives=objectives,
        actions=actions,
        needs=find_needs(running, tables),
        services=find_services(blocks, tables, running, names),
        partners=partners,
        statute=statute,
        publication=_first(running, _PUBLISHED),
        participation=_first(running, _PARTICIPATION),
        warnings=tuple(warnings),
        bodies_named=bodies_named(words, besides={partner.category for partner in partners}),
    )


def _nothing_found(
    blocks: list[Block], actions: tuple[Action, ...], outcomes: tuple[Outcome, ...]
) -> list[Warned]:
    """Say so loudly where a plan seems to set out no action or no outcome."""
    found = []
    if not actions:
        like = [b.locator for b in blocks if b.kind != "heading" and commitment(b.text)][:_NAMED]
        places = "; ".join(place.bare().in_words() for place in like)
        said = "No action was found. If the plan sets out actions, the reader did not know them."
        said += f" These passages look like actions: {places}." if places else ""
        found.append(Warned("no_actions", said, like[0] if like else NOWHERE))
    if not outcomes:
        said = "No outcome was found. If the plan sets out outcomes, the reader did not know them."
        found.append(Warned("no_outcomes", said))
    return found


def _unless_hidden(item: ChecklistReading) -> ChecklistReading:
    """What was not found may stand on a page that can't be read."""
    return replace(item, verdict="unknown") if item.verdict == "missing" else item


def _generation(words: str, period: tuple[date, date] | None, warnings: list[Warned]) -> Generation:
    found = generation_of(words, period[0] if period else None)
    by_period: Generation | None = None
    if period:
        by_period = vocabulary().edition_on(period[0]).generation
    if found is None:
        warnings.append(
            Warned("framework_unclear", "The plan's words do not tell which outcomes it uses.")
        )
    elif by_period and by_period != found:
        warnings.append(
            Warned(
                "framework_differs",
                f"The plan uses the outcomes of {found}, but its first day calls for those "
                f"of {by_period}.",
            )
        )
    return found or by_period or vocabulary().editions[-1].generation


def _first(running: list[Passage], pattern: re.Pattern[str]) -> Evidence | None:
    for passage in running:
        if pattern.search(passage.text):
            return Evidence(passage.text, passage.locator)
    return None


def _status_of(error: PlanNotReadable) -> Status:
    if isinstance(error, LockedFile):
        return "encrypted"
    return "refused" if isinstance(error, RefusedFile) else "damaged"


def _stopped(checked: Checked, name: str, status: Status, reason: str) -> PlanReading:
    media = MEDIA_TYPES[checked.format] if checked.format else ""
    source = Source(name, media, checked.sha256, unreadable=((NOWHERE, reason),))
    return PlanReading(status, source, warnings=(Warned(status, reason),))
