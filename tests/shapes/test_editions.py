"""Which framework a plan is judged by: the one in force on its first day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import docx
import pytest
from rdflib import Graph

from cjgraph.shacl import CheckReport
from ingest.checking import check_file
from tests.shapes.plan_fixtures import complete, edit, packaged_framework

Check = Callable[..., CheckReport]
NEW, OLD = "id:plan/invented/2024", "id:plan/invented/2018"

_2023 = ("More people have access to, and successfully complete, diversion", "1")
_2016 = ("Communities improve their understanding and participation in community justice", "1")


def _lines(period: str, generation: str) -> list[str]:
    """A short plan in the words of one framework."""
    kind = "Nationally determined outcome" if generation == "2023" else "Common outcome"
    words, number = _2023 if generation == "2023" else _2016
    return [
        f"Testshire Community Justice Outcomes Improvement Plan {period}".strip(),
        "Our vision",
        "Testshire will be a place where people who have offended can put things right.",
        f"{kind} {number}: {words}",
        "Local outcome: Fewer people in Testshire come back to court within a year",
        "Objective 1: Offer mentoring to everyone who leaves custody",
        "Governance",
        "The Partnership meets every quarter and reports to the community planning board.",
    ]


@cache
def _checked(folder: Path, period: str, generation: str, ending: str) -> CheckReport:
    lines = _lines(period, generation)
    file = folder / f"plan{ending}"
    rows = [
        ("Action", "Lead", "By when", "Measure"),
        ("Train 20 mentors", "Testshire Council", "31 March 2021", "Mentors trained"),
        ("Open a drop-in at the court", "Police Scotland", "30 June 2021", "People seen"),
    ]
    if ending == ".docx":
        document = docx.Document()
        for n, line in enumerate(lines):
            document.add_paragraph(line, style="Title" if n == 0 else None)
        table = document.add_table(rows=0, cols=4)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.save(str(file))
    else:
        table_text = ["| " + " | ".join(row) + " |" for row in rows]
        table_text.insert(1, "|---|---|---|---|")
        text = "\n\n".join(["# " + lines[0], *lines[1:]]) + "\n\n" + "\n".join(table_text) + "\n"
        file.write_text(text, encoding="utf-8")
    return check_file(file, packaged_framework()).report


def _types(report: CheckReport) -> set[str]:
    return {finding.type for finding in report.findings}


def _asked(report: CheckReport) -> set[str]:
    """The outcomes that the law's rules go through."""
    return {f.outcome or "" for f in report.findings if f.type == "no_assessment"}


@pytest.mark.parametrize("ending", [".docx", ".md"])
@pytest.mark.parametrize(
    ("period", "words", "judged", "most"),
    [("2018-2021", "2016", "2016", 7), ("2024-2029", "2023", "2023", 9)],
)
def test_file_is_judged_by_the_framework_of_its_first_day(
    ending: str, period: str, words: str, judged: str, most: int, tmp_path: Path
) -> None:
    report = _checked(tmp_path, period, words, ending)
    assert report.framework == judged
    asked = _asked(report)
    assert 0 < len(asked) <= most
    assert all(code.startswith("o-" if judged == "2016" else "ndo-") for code in asked)
    assert not _types(report) & {"wrong_edition", "no_period", "review_due"}


def test_file_that_straddles_the_change_is_judged_by_its_first_day_and_told_of_the_review(
    tmp_path: Path,
) -> None:
    report = _checked(tmp_path, "2020-2025", "2016", ".docx")
    assert report.framework == "2016"
    [review] = [f for f in report.findings if f.type == "review_due"]
    assert review.severity == "info"
    assert "Community Justice Performance Framework (2023)" in review.message
    assert "2022" in next(f.message for f in report.findings if f.type == "strategy_review_due")


def test_file_without_a_period_is_judged_by_its_words_and_says_so(tmp_path: Path) -> None:
    report = _checked(tmp_path, "", "2016", ".docx")
    assert report.framework == "2016"
    [finding] = [f for f in report.findings if f.type == "no_period"]
    assert finding.severity == "warning"


def test_file_written_to_another_framework_is_told(tmp_path: Path) -> None:
    report = _checked(tmp_path, "2024-2029", "2016", ".docx")
    assert report.framework == "2023"
    assert all(code.startswith("ndo-") for code in _asked(report))
    told = [f.message for f in report.findings if f.type == "wrong_edition"]
    assert any(m.startswith("The plan is written to") for m in told)


@pytest.mark.parametrize(
    ("day", "judged"),
    [
        (date(2016, 10, 1), "2016"),
        (date(2023, 3, 31), "2016"),
        (date(2023, 4, 1), "2023"),
        (date(2026, 4, 1), "2023"),
    ],
)
def test_graph_is_judged_by_its_first_day_whatever_it_says(
    day: date, judged: str, check: Check
) -> None:
    plan = complete("2016")
    other = "cjpf-2023" if judged == "2016" else "opif-2016"
    edit(
        plan,
        f"DELETE {{ {OLD} cj:periodStart ?s ; cj:periodEnd ?e ; cj:judgedAgainst ?j }} "
        f'INSERT {{ {OLD} cj:periodStart "{day}"^^xsd:date ; cj:judgedAgainst id:edition/{other} ; '
        f'cj:periodEnd "2031-03-31"^^xsd:date }} '
        f"WHERE {{ {OLD} cj:periodStart ?s ; cj:periodEnd ?e ; cj:judgedAgainst ?j }}",
        start="2018",
    )
    assert check(plan).framework == judged


def _without(plan: Graph, node: str, *properties: str) -> None:
    for name in properties:
        edit(plan, f"DELETE WHERE {{ {node} cj:{name} ?o }}")


@pytest.mark.parametrize("generation", ["2016", "2023"])
def test_graph_that_names_no_framework_is_judged_all_the_same(
    generation: str, check: Check
) -> None:
    plan = complete(generation)
    _without(plan, OLD if generation == "2016" else NEW, "judgedAgainst")
    report = check(plan)
    assert (report.framework, report.findings) == (generation, ())


@pytest.mark.parametrize("generation", ["2016", "2023"])
def test_graph_without_period_or_framework_is_judged_by_its_links(
    generation: str, check: Check
) -> None:
    plan = complete(generation)
    node = OLD if generation == "2016" else NEW
    _without(plan, node, "judgedAgainst", "writtenAgainst", "periodStart", "periodEnd")
    report = check(plan)
    assert report.framework == generation
    assert _types(report) == {"no_period"}


def test_graph_cannot_escape_the_law_by_naming_an_edition_without_outcomes(check: Check) -> None:
    plan = complete("2023")
    edit(plan, "DELETE WHERE { plan:assessment/ndo-4 ?p ?o }")
    _without(plan, NEW, "judgedAgainst")
    edit(plan, f"INSERT DATA {{ {NEW} cj:judgedAgainst id:edition/npf-2018 }}")
    assert _types(check(plan)) == {"no_assessment"}
