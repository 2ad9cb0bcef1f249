# ruff: noqa: RUF001 - plans are typed with long dashes
"""Layouts other than those of the examples, as plans have them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
from hypothesis import given
from hypothesis import strategies as st

from ingest.plans import PlanReading, read_plan
from ingest.plans.plaintext import read_text
from ingest.plans.reader import read_blocks
from ingest.plans.reading import Source

OLD = """ORKNEY COMMUNITY JUSTICE OUTCOMES IMPROVEMENT PLAN

April 2018 to March 2021

VISION

Our vision is that Orkney is a safe place where people can change.

COMMON OUTCOMES

Outcome 1: Communities improve their understanding and participation in community justice

Strategic Objective 1.1: Improve information for local people

Actions

- 1.1.1 Run two open evenings (Lead: Police Scotland; by March 2019)
- 1.1.2 Write a newsletter (Lead: Orkney Islands Council; by 31/12/2018)

Outcome 4: Effective interventions are delivered to prevent and reduce the risk of offending

Objective 4.1: Deliver a groupwork programme

Actions

- Start groupwork with ten people (Lead: CJSW; by Q2 2019/20)

WORKFORCE

Staff training will be developed in due course.
"""


def test_a_plain_text_plan_of_the_first_generation(tmp_path: Path) -> None:
    path = tmp_path / "orkney.txt"
    path.write_text(OLD)
    reading = read_plan(path)
    assert (reading.status, reading.framework, reading.area) == ("ok", "2016", "Orkney Islands")
    assert reading.partnership is not None
    assert reading.period == (date(2018, 4, 1), date(2021, 3, 31))
    assert [(o.id, o.national) for o in reading.outcomes] == [
        ("outcome-1", ("o-1",)),
        ("outcome-4", ("o-4",)),
    ]
    assert [(o.id, o.outcome) for o in reading.objectives] == [
        ("objective-1-1", "outcome-1"),
        ("objective-4-1", "outcome-4"),
    ]
    assert [(a.objective, a.outcome, a.leads[0].category, str(a.due)) for a in reading.actions] == [
        ("objective-1-1", "outcome-1", "police", "2019-03-31"),
        ("objective-1-1", "outcome-1", "local_authority", "2018-12-31"),
        ("objective-4-1", "outcome-4", "local_authority", "2019-09-30"),
    ]
    assert list(reading.statute) == [f"o-{n}" for n in range(1, 8)]
    assert reading.checklist["1"].verdict == "present"
    assert reading.checklist["10"].verdict == "partial"  # only a promise


NATIONAL = """# Fife Community Justice Outcomes Improvement Plan 2023-2028

## Governance

Governance arrangements will be developed by the Board in due course.

## Workforce

## National outcome 1: More people successfully complete diversion from prosecution

Assessment: in 2022/23, 120 diversion cases were commenced and 88 were completed.

This is a priority for action in Fife.

| What we will do | Lead | By when | How we will know |
|---|---|---|---|
| Publish a guide to diversion | COPFS | Q4 2025/26 | Guide published |

## National outcome 3: More people are assessed for and successfully complete bail supervision

Where we are now

There were 50 assessment reports in the last year.

This is not a priority for action.

| Action | Action Due Date | Managed By |
|---|---|---|
| Provide a supervised bail service | 31/03/2026 | Fife Council |
"""


def test_a_plan_that_works_straight_under_national_outcomes(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(NATIONAL)
    assert [o.national for o in reading.outcomes] == [("ndo-1",), ("ndo-3",)]
    assert reading.statute["ndo-1"].priority is True
    assert reading.statute["ndo-3"].priority is False
    assert reading.statute["ndo-1"].indicators == ("ni-1",)
    assert [len(reading.statute[f"ndo-{n}"].actions) for n in range(1, 10)] == [
        1, 0, 1, 0, 0, 0, 0, 0, 0,
    ]  # fmt: skip
    assessment = reading.statute["ndo-3"].assessment
    assert assessment is not None and assessment.quote.startswith("There were 50")
    assert reading.statute["ndo-2"].assessment is None


def test_a_promise_is_partial_and_a_heading_alone_is_missing(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(NATIONAL)
    assert reading.checklist["5"].verdict == "partial"
    assert reading.checklist["10"].verdict == "missing"


def test_one_action_answers_no_item(markdown: Callable[[str], PlanReading]) -> None:
    reading = markdown(
        "# Community justice improvement plan\n\n## Delivery plan\n\n"
        "| Action | Lead | By when |\n|-|-|-|\n"
        "| Write a workforce training plan for staff with skills shortages | Council | 2025/26 |\n"
        "| Hold a lived experience panel meeting every year | Council | 2025/26 |\n"
    )
    assert reading.checklist["10"].verdict == "missing"
    assert reading.checklist["11"].verdict == "missing"


def test_bold_lines_are_headings_where_no_style_is_used(tmp_path: Path) -> None:
    document = docx.Document()

    def line(text: str, *, bold: bool = False) -> None:
        document.add_paragraph().add_run(text).bold = bold

    line("Moray Community Justice Outcomes Improvement Plan 2024-2027", bold=True)
    line("Our vision", bold=True)
    line("We want people in Moray to live free from harm and to have a fair second chance.")
    line("1. Governance", bold=True)
    line("The Partnership meets each quarter and reports to the Community Planning Board.")
    path = tmp_path / "unstyled.docx"
    document.save(str(path))

    reading = read_plan(path)

    assert reading.area == "Moray"
    assert reading.checklist["1"].verdict == "present"
    assert reading.checklist["5"].evidence[0].locator.heading.endswith("1. Governance")


def test_tracked_insertions_are_read_and_deletions_are_not(
    word_file: Callable[..., Path], tmp_path: Path
) -> None:
    import zipfile

    path = word_file("# Vision", "Community justice outcomes and priorities: MARK")
    changed = tmp_path / "tracked.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for entry in old.infolist():
            data = old.read(entry.filename)
            if entry.filename == "word/document.xml":
                data = data.replace(
                    b"priorities: MARK</w:t></w:r>",
                    b"priorities </w:t></w:r><w:ins w:id='1' w:author='x'><w:r><w:t>we keep people "
                    b"safe</w:t></w:r></w:ins><w:del w:id='2' w:author='x'><w:r><w:delText>gone"
                    b"</w:delText></w:r></w:del>",
                )
            new.writestr(entry.filename, data)
    quote = read_plan(changed).checklist["1"].evidence[0].quote
    assert quote == "Community justice outcomes and priorities we keep people safe"


def test_a_plan_of_another_day_than_its_words_is_pointed_out(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(
        "# Fife Community Justice Outcomes Improvement Plan 2024-2029\n\n## Outcomes\n\n"
        "We work to common outcome 1 and common outcome 4.\n"
    )
    assert reading.framework == "2016"
    assert "framework_differs" in {w.code for w in reading.warnings}


def test_national_outcomes_that_are_recited_are_not_taken_for_local_ones(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(
        "# Fife Community Justice Outcomes Improvement Plan 2024-2029\n\n## Background\n\n"
        "- Outcome 1: More people successfully complete diversion from prosecution\n\n"
        "## Local outcome 1: People are helped early on\n\nLinks to: NDO 1\n"
    )
    assert [(o.text, o.national) for o in reading.outcomes] == [
        ("People are helped early on", ("ndo-1",))
    ]


@given(
    st.lists(
        st.sampled_from(
            ["# Community justice plan", "## Outcome 1: People are safe here", "| Action | Lead |",
             "|---|---|", "| Do a thing | Police |", "- Objective 1: do it now", "Outcome", "\t3",
             "", "   ", "|||", "Actions", "====", "O1 NDO 99", "Q9 2025/26", "\x00", "ÆØ≈ “q”"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_no_order_of_lines_breaks_the_reader(lines: list[str]) -> None:
    blocks = read_text("\n".join(lines), markdown=True)
    source = Source("plan.md", "text/markdown", "0" * 64)
    reading = read_blocks(blocks, "", source)
    assert json.dumps(reading.to_json())
    ids = [i.id for i in (*reading.outcomes, *reading.objectives, *reading.actions)]
    assert len(ids) == len(set(ids))


def test_what_is_not_read_is_said(word_file: Callable[..., Path], tmp_path: Path) -> None:
    path = word_file("# Vision", "Community justice outcomes and priorities for all.")
    document = docx.Document(str(path))
    document.add_comment(document.paragraphs[1].runs, text="Is this right?", author="x")
    document.save(str(path))
    reading = read_plan(path)
    assert [w.message for w in reading.warnings if w.code == "not_read"] == [
        "Comments are not read."
    ]
    assert reading.to_json()["source"]["unreadable"][0]["reason"] == "Comments are not read."


def test_old_encodings_are_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes("Community justice outcomes and priorities – caf\u00e9".encode("cp1252"))
    reading = read_plan(path)
    assert reading.status == "ok"
    assert "encoding_guessed" in {w.code for w in reading.warnings}
