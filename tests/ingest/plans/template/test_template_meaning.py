"""What the template asks comes from the rules and the ontology."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import rdflib
from openpyxl import load_workbook
from typer import Typer
from typer.testing import CliRunner

from cjgraph.cli import _plan_template
from cjgraph.conversion import rdflib_graph
from cjgraph.errors import InputError, UnknownThing
from cjgraph.shacl import CheckReport, check_plan, load_rules
from ingest.plans import PlanReading, plan_triples
from ingest.plans.template import choices, read_template, write_template
from ingest.plans.template.layout import SHEETS, fields_of, rules_of, sheet
from ingest.plans.template.meanings import definition_of
from ingest.plans.vocabulary import vocabulary
from tests.shapes.plan_fixtures import packaged_framework

FORMATS = ("xlsx", "docx")


@pytest.fixture(scope="module")
def framework() -> rdflib.Graph:
    return packaged_framework()


def check(reading: PlanReading, framework: rdflib.Graph) -> CheckReport:
    triples = plan_triples(reading, slug="x", edition="draft", invented=False)
    return check_plan(rdflib_graph(triples), framework, plan_sha256="0" * 64)


def told(report: CheckReport) -> list[tuple[str, ...]]:
    return sorted(
        (f.shape, f.subject, f.severity, f.subject_id or "", f.message) for f in report.findings
    )


def test_every_field_means_something() -> None:
    for one in SHEETS:
        for key, found in fields_of(one).items():
            assert found.means, (one.key, key)
            assert definition_of(found.column.terms[0]), (one.key, key)


def test_every_rule_that_wants_something_of_a_plan_has_its_field() -> None:
    asked = {r.type for one in SHEETS for f in fields_of(one).values() for r in f.meaning.asked}
    asked |= {rule.type for one in SHEETS for rule in rules_of(one)}
    #: These judge what is there; nothing has to be filled in for them.
    judging = {"smart_s", "smart_a", "cycle", "dangling_reference", "wrong_edition",
               "date_not_a_date", "period_backwards", "due_outside_period", "item_outside_plan",
               "links_not_read", "review_due", "strategy_review_due", "smart_r", "dates_passed",
               "period_unlikely", "mismatched_action", "mismatched_objective",
               "need_without_service", "lead_not_partner"}  # fmt: skip
    rules = load_rules().rules.values()
    wanting = {r.type for r in rules if r.tier in {"statute", "thread", "smart", "data"}}
    vocabulary_rules = {"no_label", "no_scheme", "no_source"}
    assert wanting - vocabulary_rules - judging - asked == set()


def test_what_must_be_filled_in_is_what_the_rules_say() -> None:
    need = {(one.key, key): f.need for one in SHEETS for key, f in fields_of(one).items()}
    assert need["actions", "words"] == need["actions", "lead"] == "must"
    assert need["actions", "objective"] == need["outcomes", "national"] == "must"
    assert need["assessment", "now"] == need["assessment", "indicator"] == "must"
    assert need["actions", "day"] == need["actions", "measure"] == "should"
    assert need["outcomes", "priority"] == need["needs", "words"] == "may"


@pytest.mark.parametrize("edition", ["2016", "2023"])
def test_lists_hold_the_terms_of_the_edition(edition: str) -> None:
    book = load_workbook(io.BytesIO(write_template("xlsx", edition=edition)))
    lists = {c.value: [x.value for x in book["Lists"][c.column_letter][1:] if x.value]
             for c in book["Lists"][1]}  # fmt: skip
    codes = vocabulary().edition(edition).outcomes
    assert lists["National outcomes"] == [choices.outcomes().show(code) for code in codes]
    assert len(lists["Areas"]) == 32 and len(lists["Partnerships"]) == 30
    assert len(lists["Needs"]) == len(vocabulary().needs)
    assert [r[0].value for r in book["Assessment"].iter_rows(min_row=4) if r[0].value] == (
        lists["National outcomes"]
    )


def test_an_unknown_edition_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UnknownThing) as told:
        write_template("xlsx", edition="1999")
    assert "1999" in told.value.message and "2023" in str(told.value.hint)


def test_every_list_is_tied_to_its_column() -> None:
    book = load_workbook(io.BytesIO(write_template("xlsx")))
    tied = {v.formula1 for v in book["Actions"].data_validations.dataValidation if v.formula1}
    assert "'Outcomes'!$A$4:$A$500" in tied and "'Objectives'!$A$4:$A$500" in tied
    assert sum(formula.startswith("'Lists'!") for formula in tied) == 2  # categories, needs
    for one in book:
        for rule in one.data_validations.dataValidation:
            assert len(rule.prompt or "") <= 255 and len(rule.promptTitle or "") <= 32


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_is_found_in_the_template_as_in_the_plan(
    format: Any, complete: PlanReading, faulty: PlanReading, framework: rdflib.Graph
) -> None:
    for reading in (complete, faulty):
        back = read_template(write_template(format, reading=reading), f"t.{format}").reading
        assert told(check(back, framework)) == told(check(reading, framework))


@pytest.mark.parametrize("format", FORMATS)
def test_the_example_meets_all_that_a_draft_needs(format: Any, framework: rdflib.Graph) -> None:
    data = write_template(format, example=True)
    report = check(read_template(data, f"example.{format}").reading, framework)
    assert report.conforms, [f.message for f in report.findings if f.severity == "violation"]


def test_the_example_says_on_its_face_that_it_is_invented() -> None:
    book = load_workbook(io.BytesIO(write_template("xlsx", example=True)))
    said = [cell.value for cell in book["Start here"]["B"]]
    assert "Invented example: this area does not exist." in said


def test_letters_stand_out_from_what_is_behind_them() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    book = load_workbook(io.BytesIO(write_template("xlsx", example=True)))
    for one in book:
        for row in one.iter_rows() if one.sheet_state == "visible" else ():
            for cell in row:
                if cell.value is None:
                    continue
                back = cell.fill.fgColor.rgb[-6:] if cell.fill.fill_type else "FFFFFF"
                letters = cell.font.color.rgb[-6:] if cell.font.color else "000000"
                one_light, other = sorted((light(back), light(letters)))
                assert (other + 0.05) / (one_light + 0.05) >= 4.5, (one.title, cell.coordinate)


def test_a_sheet_is_found_by_its_key() -> None:
    assert sheet("actions").title == "Actions"


@pytest.fixture
def command() -> Typer:
    app = Typer()
    _plan_template.add(app)
    app.callback()(lambda: None)
    return app


def test_the_command_writes_a_template_and_says_where(command: Typer, tmp_path: Path) -> None:
    path = tmp_path / "new.docx"
    arguments = ["template", "--format", "docx", "--edition", "2023", "--output", str(path)]
    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == 0 and str(path) in done.output
    before = path.read_bytes()
    refused = CliRunner().invoke(command, arguments)
    assert isinstance(refused.exception, InputError) and "--force" in str(refused.exception.hint)
    assert path.read_bytes() == before
    assert CliRunner().invoke(command, [*arguments, "--force", "--example"]).exit_code == 0
    assert path.read_bytes() != before


def test_the_command_refuses_other_formats(command: Typer, tmp_path: Path) -> None:
    output = ["--output", str(tmp_path / "x")]
    done = CliRunner().invoke(command, ["template", "--format", "pdf", *output])
    assert isinstance(done.exception, InputError) and list(tmp_path.iterdir()) == []
