"""Invented plans as Word files, in three layouts that areas use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from docx.shared import Pt

from tests.tools.mutants.national import indicator_words, national_words
from tests.tools.mutants.plans import NOTICE, InventedPlan, Strand
from tests.tools.mutants.prose import Chapter

_AIMS = (2, 4)


class Page:
    """A Word document that grows; headings carry styles, or are bold lines only."""

    def __init__(self, plan: InventedPlan, *, styled: bool) -> None:
        self.plan = plan
        self.styled = styled
        self.doc: Any = docx.Document()
        self.doc.core_properties.title = plan.title
        self.doc.core_properties.comments = NOTICE
        self.doc.core_properties.author = "cjgraph editors"
        self.doc.core_properties.created = datetime(2026, 1, 1, tzinfo=UTC)
        self.doc.sections[0].header.paragraphs[0].text = NOTICE

    def cover(self) -> None:
        """Write title, Partnership, period and notice."""
        period = f"{_day(self.plan.start)} to {_day(self.plan.end)}"
        self.title(self.plan.title)
        for line in (f"{self.plan.area} Community Justice Partnership", period, NOTICE + "."):
            self.say(line)

    def title(self, text: str) -> None:
        """Write the title."""
        if self.styled:
            self.doc.add_paragraph(text, style="Title")
        else:
            run = self.doc.add_paragraph().add_run(text)
            run.bold, run.font.size = True, Pt(22)

    def head(self, text: str, level: int = 1) -> None:
        """Write a heading."""
        if self.styled:
            self.doc.add_heading(text, level)
        else:
            run = self.doc.add_paragraph().add_run(text)
            run.bold, run.font.size = True, Pt(16 if level == 1 else 13)

    def say(self, *paragraphs: str) -> None:
        """Write paragraphs."""
        for text in paragraphs:
            self.doc.add_paragraph(text)

    def point(self, text: str) -> None:
        """Write a point of a list."""
        if self.styled:
            self.doc.add_paragraph(text, style="List Bullet")
        else:
            self.doc.add_paragraph(f"- {text}")

    def table(self, rows: Sequence[Sequence[str]]) -> Any:
        """Write a table whose first row is the header."""
        table = self.doc.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                table.cell(r, c).text = text
                if r == 0:
                    for run in table.cell(r, c).paragraphs[0].runs:
                        run.bold = True
        self.doc.add_paragraph()
        return table

    def chapter(self, chapter: Chapter) -> None:
        """Write one chapter; words that show nothing of the item by themselves are points."""
        self.head(chapter.heading)
        for sentence in chapter.sentences:
            listed = not sentence.parts and chapter.item in (4, 9)
            (self.point if listed else self.say)(self.plan.fill(sentence.text))

    def partners(self) -> None:
        """Write who the partners are."""
        self.head("Our partners")
        self.say("These partners made this plan and answer for it together.")
        self.table(
            [
                ("Partner", "Part in this plan"),
                *((name, part) for name, _, part in self.plan.partners),
            ]
        )

    def needs(self) -> None:
        """Write what people need and which services there are."""
        self.head("Needs and services")
        self.say("The strategic needs assessment found that people need help with these things:")
        for _, words in self.plan.needs:
            self.point(words)
        self.say("These services are at work in the area:")
        for service in self.plan.services:
            self.point(service)

    def national(self) -> None:
        """Write the table of national outcomes."""
        new = self.plan.generation == "2023"
        self.head("How near we are to the national outcomes")
        self.say("For each outcome we give our assessment and decide whether it is a priority.")
        head = [
            "Outcome",
            "National indicator" if new else "Indicators",
            "Where we are now",
            "Priority for action?",
        ]
        rows = [
            [
                f"{a.code.split('-')[1]}. {national_words(a.code)}",
                indicator_words(a.code),
                a.said + ".",
                a.decision + ".",
            ]
            for a in self.plan.assessments
        ]
        self.table([head, *rows])

    def bytes(self) -> bytes:
        """Return the file."""
        out = BytesIO()
        self.doc.save(out)
        return out.getvalue()


def styled(plan: InventedPlan) -> bytes:
    """Return a plan with heading styles and a table of actions below each outcome."""
    page = Page(plan, styled=True)
    _front(page)
    page.head("Local outcomes and delivery plan")
    for strand in plan.strands:
        page.head(f"Local outcome {strand.id}: {strand.text}", 2)
        page.say(f"National link: {link(plan, strand)}.", f"Indicator: {strand.measure}.")
        for ref, text in strand.objectives:
            page.point(f"Objective {ref}: {text}")
        rows = [
            (
                r.id,
                f"Objective {r.objective}",
                r.text,
                _leads(r.leads),
                plan.due_words(r.due),
                r.measure,
            )
            for r in plan.rows
            if r.outcome == strand.id
        ]
        page.table([("Ref", "Objective", "Action", "Lead", "By when", "How we will know"), *rows])
    _back(page)
    return page.bytes()


def unstyled(plan: InventedPlan) -> bytes:
    """Return a plan without any style: bold lines, and one table of all actions."""
    page = Page(plan, styled=False)
    _front(page)
    page.head("Our outcomes and objectives")
    for strand in plan.strands:
        page.head(f"Outcome {strand.id}: {strand.text}", 2)
        page.say(f"National outcome: {link(plan, strand)}", f"Measure: {strand.measure}")
        for ref, text in strand.objectives:
            page.say(f"Objective {ref}: {text}")
    page.head("Delivery plan")
    rows = [
        (
            r.id,
            r.text,
            f"Objective {r.objective}",
            _leads(r.leads),
            plan.due_words(r.due),
            r.measure,
        )
        for r in plan.rows
    ]
    page.table([("No.", "Action", "Objective", "Owner", "Due date", "Measure"), *rows])
    _back(page)
    return page.bytes()


def cards(plan: InventedPlan) -> bytes:
    """Return a plan with one table for each outcome: objectives run across it as bands.

    A lead that answers for several actions in a row stands in one merged cell.
    """
    page = Page(plan, styled=True)
    _front(page)
    page.head("Delivery plan")
    for strand in plan.strands:
        page.head(f"Local outcome {strand.id}: {strand.text}", 2)
        page.say(f"National link: {link(plan, strand)}.", f"Indicator: {strand.measure}.")
        for ref, text in strand.objectives:
            page.point(f"Objective {ref}: {text}")
        lines: list[tuple[str, ...]] = [("What we will do", "Lead", "By when", "How we will know")]
        for ref, _ in strand.objectives:
            lines.append((f"Objective {ref}",))
            lines += [
                (r.text, _leads(r.leads), plan.due_words(r.due), r.measure)
                for r in plan.rows
                if r.objective == ref
            ]
        table = page.doc.add_table(rows=len(lines), cols=4, style="Table Grid")
        for r, line in enumerate(lines):
            if len(line) == 1:
                table.cell(r, 0).merge(table.cell(r, 3)).text = line[0]
                continue
            for c, text in enumerate(line):
                table.cell(r, c).text = text
        _join_leads(table, lines)
        page.doc.add_paragraph()
    _back(page)
    return page.bytes()


def _join_leads(table: Any, lines: list[tuple[str, ...]]) -> None:
    first = 1
    while first < len(lines):
        last = first
        while (
            last + 1 < len(lines)
            and len(lines[first]) > 1
            and lines[last + 1][1:2] == lines[first][1:2]
        ):
            last += 1
        if last > first:
            for r in range(first + 1, last + 1):
                table.cell(r, 1).text = ""
            joined = table.cell(first, 1).merge(table.cell(last, 1))
            joined.text = lines[first][1]
        first = last + 1


def link(plan: InventedPlan, strand: Strand) -> str:
    """Return the national outcomes of a local one, in words."""
    name = "nationally determined outcome" if plan.generation == "2023" else "common outcome"
    numbers = [code.split("-")[1] for code in strand.national]
    said = ", ".join(numbers[:-1]) + (" and " if len(numbers) > 1 else "") + numbers[-1]
    return f"{name.capitalize()}{'s' if len(numbers) > 1 else ''} {said}"


def _front(page: Page) -> None:
    page.cover()
    for chapter in page.plan.chapters:
        if chapter.item in (1,):
            page.chapter(chapter)
    page.partners()
    page.needs()
    page.national()
    for chapter in page.plan.chapters:
        if chapter.item in _AIMS:
            page.chapter(chapter)


def _back(page: Page) -> None:
    for chapter in page.plan.chapters:
        if chapter.item not in (1, *_AIMS):
            page.chapter(chapter)


def _leads(leads: tuple[tuple[str, str], ...]) -> str:
    return " and ".join(name for name, _ in leads)


def _day(day: Any) -> str:
    return f"{day.day} {day.strftime('%B %Y')}"
