from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from openpyxl import Workbook, load_workbook

from ingest.plans import PlanReading
from ingest.plans.guard import look_at
from ingest.plans.template import is_template, read_template, write_template
from tests.ingest.plans.template.readings import NASTY, plans, public, seen

FORMATS = ("xlsx", "docx")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ["complete", "faulty"])
def test_a_reading_comes_back_from_the_template_as_it_was(
    format: Any, name: str, request: pytest.FixtureRequest
) -> None:
    reading: PlanReading = request.getfixturevalue(name)
    back = read_template(write_template(format, reading=reading), f"mended.{format}")
    assert seen(back.reading) == seen(reading)
    assert back.reading.source.name == f"mended.{format}"
    assert back.origin is not None and back.origin.sha256 == reading.source.sha256


@pytest.mark.parametrize("format", FORMATS)
@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a smaller plan tells no more
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large,
                           HealthCheck.filter_too_much, HealthCheck.large_base_example],
)  # fmt: skip
@given(reading=plans())
def test_nothing_is_lost_whatever_a_plan_says(format: Any, reading: PlanReading) -> None:
    back = read_template(write_template(format, reading=reading), f"plan.{format}")
    if back.reading.status == "empty":
        assert not reading.title and not reading.actions and not reading.outcomes
        return
    mine, theirs = seen(reading), seen(back.reading)
    for key in mine:
        assert theirs[key] == mine[key], key


@pytest.mark.parametrize("format", FORMATS)
def test_every_hard_text_survives_in_every_place(format: Any, complete: PlanReading) -> None:
    hard = [text for text in NASTY if public(text)]
    action, outcome = complete.actions[0], complete.outcomes[0]
    reading = replace(
        complete,
        actions=tuple(
            replace(action, id=f"a-{n}", text=text, measure=text, due_as_written=text, due=None)
            for n, text in enumerate(hard)
        ),
        outcomes=(replace(outcome, text=hard[0], measures=tuple(hard)),),
    )
    back = read_template(write_template(format, reading=reading), f"plan.{format}").reading
    assert [a.text for a in back.actions] == hard
    assert [a.measure for a in back.actions] == hard
    assert [(a.due_as_written, a.due) for a in back.actions] == [(text, None) for text in hard]
    assert back.outcomes[0].measures == tuple(hard)


def test_words_that_begin_like_a_formula_are_words(complete: PlanReading) -> None:
    actions = tuple(
        replace(complete.actions[0], id=f"a-{n}", text=text)
        for n, text in enumerate(("=1+1", "+1", "-1", "@x"))
    )
    data = write_template("xlsx", reading=replace(complete, actions=actions))
    book = load_workbook(io.BytesIO(data))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


@pytest.mark.parametrize("format", FORMATS)
def test_the_guard_lets_a_template_through(format: Any, tmp_path: Path) -> None:
    path = tmp_path / "any name at all"
    path.write_bytes(write_template(format))
    checked = look_at(path, f"t.{format}")
    assert (checked.format, checked.trouble) == (format, None)
    assert is_template(checked.data)


def test_other_files_are_no_templates(tmp_path: Path, word_file: Any) -> None:
    path = tmp_path / "plain.xlsx"
    Workbook().save(path)
    assert not is_template(path.read_bytes())
    assert not is_template(word_file("# A plan", "Words.").read_bytes())
    assert not is_template(b"") and not is_template(b"PK\x03\x04 broken")


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_template_is_no_plan_and_says_so(format: Any) -> None:
    back = read_template(write_template(format), f"new.{format}")
    assert back.reading.status == "empty"
    (warning,) = back.reading.warnings
    assert warning.message == f"new.{format} is a template that has not been filled in yet."
    assert back.faults == ()


def test_the_same_template_is_written_for_the_same_reading(complete: PlanReading) -> None:
    texts = []
    for _ in range(2):
        book = load_workbook(io.BytesIO(write_template("xlsx", reading=complete)))
        texts.append([[c.value for c in row] for s in book for row in s.iter_rows()])
    assert texts[0] == texts[1]
