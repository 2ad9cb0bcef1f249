"""Faults made by editing files, each with what has to be told after reading and checking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.tools.mutants import wording
from tests.tools.mutants.editing import Edit
from tests.tools.mutants.expectation import Wanted
from tests.tools.mutants.files import CleanFile
from tests.tools.mutants.mutant import UNSERVED, may
from tests.tools.mutants.plans import FAMILY, InventedPlan, Row, Strand
from tests.tools.mutants.word import link


@dataclass(frozen=True)
class DocumentMutant:
    """One edit of one file."""

    name: str
    file: CleanFile
    wanted: tuple[Wanted, ...]
    allowed: tuple[Wanted, ...]
    spoil: Callable[[Edit], None]

    @property
    def counted(self) -> str:
        """Return the type of finding that the mutant is counted under."""
        return self.wanted[0].type


def document_mutants(file: CleanFile, random: Random) -> Iterator[DocumentMutant]:
    """Return edits of one file.

    Args:
        file: The clean file.
        random: Chooses where, and in which words.
    """
    maker = _Maker(file, random)
    yield from maker.rows()
    yield from maker.thread()
    yield from maker.law()
    yield from maker.chapters()
    yield from maker.plan_as_a_whole()


class _Maker:
    def __init__(self, file: CleanFile, random: Random) -> None:
        self.file = file
        self.random = random
        self.plan: InventedPlan = file.invented()
        self.template = file.layout == "template"

    def _row(self) -> Row:
        return self.random.choice(self.plan.rows)

    def _make(
        self,
        name: str,
        spoil: Callable[[Edit], None],
        *wanted: Wanted,
        allowed: tuple[Wanted, ...] = (),
    ) -> DocumentMutant:
        return DocumentMutant(name, self.file, wanted, allowed, spoil)

    def rows(self) -> Iterator[DocumentMutant]:
        """Edits of single cells of the table of actions."""
        pick = self.random.choice
        yield self._due(self._row(), "", "smart_t")
        for words in self.random.sample([w for w in wording.NO_DATES if w], 2):
            yield self._due(self._row(), words, "smart_t")
        after = self.plan.end.replace(year=self.plan.end.year + 3)
        before = self.plan.start.replace(year=self.plan.start.year - 2, day=30)
        for when in (after, before):
            yield self._due(self._row(), when.strftime("%d/%m/%Y"), "due_outside_period")
        for _ in range(2):
            yield self._lead(self._row(), "", "action_without_lead")
        yield self._lead(self._row(), pick(wording.STRANGERS), "lead_not_partner")
        row = self._row()
        yield self._measure(row, row.text)
        yield self._measure(
            self._row(), pick(("Action completed", "Completion of the action", "Done"))
        )
        for words, kind in (
            (pick(wording.VAGUE), "smart_s"),
            (pick(wording.VAGUE), "smart_s"),
            (pick(wording.BEYOND_POWER), "smart_r"),
        ):
            yield self._words(self._row(), words, kind)
        for _ in range(2):
            row = self._row()
            yield self._words(row, f"{row.text}, {pick(wording.CAVEATS)}", "smart_a")

    def thread(self) -> Iterator[DocumentMutant]:
        """Edits that break the thread."""
        yield self._idle(self.random.choice(self.plan.strands))
        strands = self.random.sample(list(self.plan.strands), 3)
        yield self._no_link(strands[0])
        yield self._no_indicator(strands[1])
        yield self._unmeasured(strands[2])
        if self.file.layout != "cards":
            yield self._objective(self._row(), "", "action_without_objective")
            yield self._objective(self._row(), self._lost(), "dangling_reference")
        yield self._false_link(strands[2])
        if self.file.layout in ("unstyled", "freeform", "template"):
            yield self._moved()

    def law(self) -> Iterator[DocumentMutant]:
        """Edits of the table of national outcomes."""
        codes = self.random.sample([a.code for a in self.plan.assessments], 4)

        def gone(edit: Edit) -> None:
            edit.row_starting(self._starts(codes[0])).delete()

        yield self._make(
            f"assessment row of {codes[0]} deleted",
            gone,
            Wanted("no_assessment", codes[0]),
            Wanted("no_priority_decision", codes[0]),
        )

        def undecided(edit: Edit) -> None:
            row = edit.row_starting(self._starts(codes[1]))
            row.cell("priority").set("")
            if row.has("reason"):
                row.cell("reason").set("")

        yield self._make(
            f"decision on {codes[1]} blank", undecided, Wanted("no_priority_decision", codes[1])
        )

        def unassessed(edit: Edit) -> None:
            row = edit.row_starting(self._starts(codes[2]))
            row.cell("said").set("")
            row.cell("indicator").set("")

        yield self._make(
            f"assessment of {codes[2]} blank", unassessed, Wanted("no_assessment", codes[2])
        )
        if self.plan.generation == "2023":

            def no_figure(edit: Edit) -> None:
                row = edit.row_starting(self._starts(codes[3]))
                row.cell("said").set("Partly achieved; we think that things are going well.")
                row.cell("indicator").set("")

            yield self._make(
                f"no indicator for {codes[3]}",
                no_figure,
                Wanted("assessment_without_indicator", codes[3]),
            )

    def chapters(self) -> Iterator[DocumentMutant]:
        """Chapters and sentences taken out."""
        chapters = list(self.plan.chapters)
        # The decisions in the table of national outcomes are priorities by themselves.
        whole = [c for c in chapters if c.item != 4]
        for chapter in self.random.sample(whole, 5):
            lines = [self.plan.fill(s.text) for s in chapter.sentences]

            def cut(edit: Edit, head: str = chapter.heading, lines: list[str] = lines) -> None:
                if not self.template:
                    edit.delete_line(head)
                for line in lines:
                    self._erase(edit, line)

            follows = may("no_publication_statement", "no_participation_statement")
            if not self.template or len(lines) == 1:
                # Elsewhere there are outcomes without a term, oversight, the needs assessment
                # and indicators.
                left = "checklist_partial" if chapter.item in (2, 5, 6, 12, 13) else ""
                yield self._make(
                    f"chapter '{chapter.heading}' deleted",
                    cut,
                    Wanted("checklist_missing", str(chapter.item), or_type=left),
                    allowed=follows if chapter.item == 12 else (),
                )
        if self.template:
            return
        several = [c for c in chapters if c.item in (2, 8, 10, 11, 12, 13)]
        for chapter in self.random.sample(several, 4):
            # The chapter on needs names the needs assessment too.
            showing = [s for s in chapter.sentences if s.parts and "needs-" not in s.parts[0]]
            sentence = self.random.choice(showing)

            def take(edit: Edit, words: str = self.plan.fill(sentence.text)) -> None:
                self._erase(edit, words)

            yield self._make(
                f"sentence on {', '.join(sentence.parts)} deleted",
                take,
                Wanted("checklist_partial", str(chapter.item)),
                allowed=may("no_participation_statement") if chapter.item == 12 else (),
            )
        twelve = next(c for c in chapters if c.item == 12)
        said = self.plan.fill(twelve.sentences[0].text)
        yield self._make(
            "publication sentence deleted",
            lambda edit: self._erase(edit, said),
            Wanted("no_publication_statement", "plan"),
        )

    def plan_as_a_whole(self) -> Iterator[DocumentMutant]:
        """Edits of the cover, the partners and the needs."""
        sds = "Skills Development Scotland"

        def unnamed(edit: Edit) -> None:
            if self.template:
                edit.row(sds).delete()
                for row in self.plan.rows:
                    if any(name == sds for name, _ in row.leads):
                        found = edit.row(row.text)
                        found.cell("lead").set(f"{self.plan.area} Council")
                        found.cell("category").set("Local authorities")
            else:
                edit.replace(sds, f"{self.plan.area} Council")

        yield self._make(
            "no word of Skills Development Scotland",
            unnamed,
            Wanted("statutory_partner_absent", says="Skills Development Scotland"),
        )
        if self.plan.family_aside:
            yield self._make(
                "a need that nothing answers",
                self._leave_family,
                Wanted("need_without_service", says="family"),
                allowed=UNSERVED,
            )
        if self.template:
            return
        years = f"{self.plan.start.year} to {self.plan.end.year}"
        period = f"1 April {self.plan.start.year} to 31 March {self.plan.end.year}"

        def undated(edit: Edit) -> None:
            edit.replace(f"Period of the plan: {period}", "Working draft")
            edit.replace(period, "Working draft")
            edit.replace(f" {years}", "")

        yield self._make("no period on the cover", undated, Wanted("no_period", "plan"))
        if self.plan.generation == "2023":

            def earlier(edit: Edit) -> None:
                edit.replace(period, f"1 April 2022 to 31 March {self.plan.end.year}")
                edit.replace(years, f"2022 to {self.plan.end.year}")

            yield self._make(
                "begun under the old framework",
                earlier,
                Wanted("wrong_edition", "plan"),
                allowed=may(
                    "wrong_edition",
                    "no_assessment",
                    "no_priority_decision",
                    "no_action",
                    "assessment_without_indicator",
                    "review_due",
                    "strategy_review_due",
                    "no_near_action",
                    "term_and_year_differ",
                ),
            )

    def _leave_family(self, edit: Edit) -> None:
        for row in self.plan.family_rows:
            edit.row(row.text).delete()
        if FAMILY not in [words for _, words in self.plan.needs]:
            edit.add_after(self.plan.needs[-1][1], FAMILY)
            if self.template:
                edit.row(FAMILY).cells()[0].set("Family and relationships")

    def _starts(self, code: str) -> str:
        number = code.split("-")[1]
        if not self.template:
            return f"{number}. "
        return f"{'NDO' if code.startswith('ndo') else 'O'} {number}: "

    def _lost(self) -> str:
        return "s99.9" if self.template else "Objective 99.9"

    def _erase(self, edit: Edit, words: str) -> None:
        if self.template:
            edit.blank(words)
        else:
            edit.delete_line(words)

    def _due(self, row: Row, words: str, kind: str) -> DocumentMutant:
        def spoil(edit: Edit) -> None:
            found = edit.row(row.text)
            found.cell("due").set("" if found.has("due_words") and kind == "smart_t" else words)
            if found.has("due_words"):
                found.cell("due_words").set(words)

        return self._make(f"date of {row.id} '{words}'", spoil, Wanted(kind, row.text))

    def _lead(self, row: Row, words: str, kind: str) -> DocumentMutant:
        def spoil(edit: Edit) -> None:
            found = edit.row(row.text)
            found.cell("lead").set(words)
            if found.has("category"):
                found.cell("category").set("Other bodies" if words else "")

        # One cell may hold the lead of several actions.
        return self._make(
            f"lead of {row.id} '{words}'", spoil, Wanted(kind, row.text), allowed=may(kind)
        )

    def _measure(self, row: Row, words: str) -> DocumentMutant:
        return self._make(
            f"measure of {row.id} '{words}'",
            lambda edit: edit.row(row.text).cell("measure").set(words),
            Wanted("smart_m", row.text),
        )

    def _words(self, row: Row, words: str, kind: str) -> DocumentMutant:
        return self._make(
            f"action {row.id} '{words}'",
            lambda edit: edit.row(row.text).cell("action").set(words),
            Wanted(kind, words),
            allowed=may(
                "mismatched_action", "need_without_service", "smart_s" if kind == "smart_r" else ""
            ),
        )

    def _objective(self, row: Row, words: str, kind: str) -> DocumentMutant:
        return self._make(
            f"objective of {row.id} '{words}'",
            lambda edit: edit.row(row.text).cell("objective").set(words),
            Wanted(kind, row.text),
            allowed=(
                *may("objective_without_action"),
                *(UNSERVED if self.file.layout != "styled" else ()),
                *may("action_without_outcome"),
            ),
        )

    def _idle(self, strand: Strand) -> DocumentMutant:
        ref, text = strand.objectives[0]

        def spoil(edit: Edit) -> None:
            for row in self.plan.rows:
                if row.objective == ref:
                    edit.row(row.text).delete()

        return self._make(
            f"actions of objective {ref} deleted",
            spoil,
            Wanted("objective_without_action", (text, f"Objective {ref}: {text}", f"{ref} {text}")),
            allowed=UNSERVED,
        )

    def _no_link(self, strand: Strand) -> DocumentMutant:
        def spoil(edit: Edit) -> None:
            self._set_link(edit, strand, "")

        return self._make(
            f"national link of outcome {strand.id} deleted",
            spoil,
            Wanted("outcome_without_national_link", self._outcome_words(strand)),
            allowed=may("no_action"),
        )

    def _false_link(self, strand: Strand) -> DocumentMutant:
        name = (
            "Nationally determined outcome 12"
            if self.plan.generation == "2023"
            else "Common outcome 9"
        )
        words = "NDO 12" if self.template else name
        # The reading of a template itself says which cell it could not understand.
        told = "outcome_without_national_link" if self.template else ""

        def spoil(edit: Edit) -> None:
            self._set_link(edit, strand, words)

        return self._make(
            f"outcome {strand.id} linked to {words}",
            spoil,
            Wanted("dangling_reference", self._outcome_words(strand), or_type=told),
            allowed=may("no_action", "outcome_without_national_link"),
        )

    def _set_link(self, edit: Edit, strand: Strand, words: str) -> None:
        if not edit.word:
            edit.row(strand.text).cell("national").set(words)
            return
        # Two outcomes may serve the same one: the line that follows the outcome's own is meant.
        said = link(self.plan, strand)
        own = f"utcome {strand.id}: {strand.text}"
        lines = edit.paragraphs()
        at = next(n for n, p in enumerate(lines) if p.text.endswith(own))
        target = next(p for p in lines[at:] if said in p.text)
        if words:
            target.text = target.text.replace(said, words)
        else:
            target._p.getparent().remove(target._p)

    def _outcome_words(self, strand: Strand) -> tuple[str, ...]:
        return (
            strand.text,
            f"Local outcome {strand.id}: {strand.text}",
            f"Outcome {strand.id}: {strand.text}",
        )

    def _drop_indicator(self, edit: Edit, strand: Strand) -> None:
        if not edit.word:
            row = edit.row(strand.text)
            row.cell("measure" if row.has("measure") else "indicator").set("")
            return
        for lead in ("Indicator: ", "Measure: "):
            for end in (".", ""):
                if any(p.text == f"{lead}{strand.measure}{end}" for p in edit.paragraphs()):
                    edit.delete_line(f"{lead}{strand.measure}{end}")

    def _no_indicator(self, strand: Strand) -> DocumentMutant:
        return self._make(
            f"indicator of outcome {strand.id} deleted",
            lambda edit: self._drop_indicator(edit, strand),
            Wanted("outcome_without_indicator", self._outcome_words(strand)),
            Wanted("local_outcome_without_indicator", self._outcome_words(strand)),
        )

    def _unmeasured(self, strand: Strand) -> DocumentMutant:
        row = next(r for r in self.plan.rows if r.outcome == strand.id)

        def spoil(edit: Edit) -> None:
            self._drop_indicator(edit, strand)
            edit.row(row.text).cell("measure").set("")

        return self._make(
            f"no measure for {row.id}, nor for its outcome",
            spoil,
            Wanted("smart_m", row.text),
            allowed=may("outcome_without_indicator", "local_outcome_without_indicator"),
        )

    def _moved(self) -> DocumentMutant:
        far = {
            "ndo-1": "ndo-6",
            "ndo-7": "ndo-3",
            "ndo-6": "ndo-9",
            "ndo-9": "ndo-6",
            "ndo-4": "ndo-6",
        }
        by_code = {s.national[0]: s for s in self.plan.strands if len(s.national) == 1}
        here = self.random.choice([c for c in far if c in by_code and far[c] in by_code])
        goal = by_code[far[here]]
        row = self.random.choice([r for r in self.plan.rows if r.outcome == by_code[here].id])
        ref = goal.objectives[0][0]

        def spoil(edit: Edit) -> None:
            found = edit.row(row.text)
            found.cell("objective").set(f"s{ref}" if self.template else f"Objective {ref}")
            if self.template:
                found.cell("outcome").set(f"o{goal.id}")

        return self._make(
            f"action {row.id} under objective {ref}",
            spoil,
            Wanted("mismatched_action", row.text),
            allowed=may("objective_without_action"),
        )
