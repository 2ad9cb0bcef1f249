# ruff: noqa: E501 - tables stand on one line
"""One chapter of a wider plan is read alone; a whole plan is never cut."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.plans import PlanReading, read_plan
from ingest.plans.chapter import find_chapter
from ingest.plans.plaintext import read_text

HEADER = "| Action | Lead | By when | Measure |\n|---|---|---|---|\n"
FRONT = """# Nethervale Local Outcomes Improvement Plan 2022-2032

Nethervale Community Planning Partnership

## Foreword

We want Nethervale to be a place where everybody can thrive. Partners have worked on this plan for a
year, and it binds us all for ten years. It was agreed by the Board in March.
"""
ECONOMY = f"""## {{n}} An economy that works

Wages are low, and young people leave for the cities when they finish school. We will help small
firms to grow, and we will bring training closer to where people live, so that they need not go.

{HEADER}| Open a business park at the old harbour | Nethervale Council | March 2026 | New firms |
| Offer training to two hundred young people | Skills Development Scotland | 2025/26 | Starts |
"""
CHILDREN = f"""## {{n}} The best start for children

One child in four lives in poverty. We will make sure that families get all that they can claim, and
that every child can play, read and eat well, in term time and in the holidays, whatever the weather.

{HEADER}| Offer holiday clubs with lunch in each town | Education Service | July 2025 | Meals |
| Give income advice in every nursery | NHS Nethervale | ongoing | Families helped |
"""
JUSTICE = f"""## {{n}} Community justice

This chapter is our community justice outcomes improvement plan under the Act of 2016. It covers April
2023 to March 2028. Seventy people from Nethervale are in prison on any day, a third of them on remand.

### {{n}}.1 Vision

Fewer people harmed by offending, and people who leave custody welcomed back into their community.

### {{n}}.2 Outcome: people on bail are supported in the community

{HEADER}| Start a bail supervision service with the court | Justice Social Work | June 2025 | People on bail |
| Train sheriff court staff in trauma | Scottish Courts and Tribunals Service | 2026 | Staff trained |

### {{n}}.3 Outcome: people leave prison with a home

{HEADER}| Agree a housing protocol for liberation | Housing Service | December 2025 | Homeless on release |
"""
HEALTH = f"""## {{n}} Living well

People here live three years less than the average of the country. We will make walking and cycling
easy and pleasant, and we will find loneliness before it makes people ill, with help from neighbours.

{HEADER}| Put a link worker in each practice | Health and Social Care Partnership | 2026 | People seen |
| Safe paths between all villages | Nethervale Council Roads | March 2027 | Miles of path |
"""
END = "## {n} Review\n\nThe whole plan will be evaluated by the Board in 2027 and in 2032.\n"


def wider(*chapters: str) -> str:
    return FRONT + "\n" + "\n".join(c.format(n=n) for n, c in enumerate(chapters, start=1))


@pytest.mark.parametrize(
    "chapters",
    [
        (ECONOMY, CHILDREN, JUSTICE, HEALTH, END),
        (JUSTICE, ECONOMY, CHILDREN, HEALTH),
        (ECONOMY, CHILDREN, HEALTH, JUSTICE),
    ],
    ids=["middle", "first", "last"],
)
def test_only_the_justice_chapter_is_read(
    markdown: Callable[[str], PlanReading], chapters: tuple[str, ...]
) -> None:
    reading = markdown(wider(*chapters))
    assert reading.status == "ok"
    assert [action.text.split()[0] for action in reading.actions] == ["Start", "Train", "Agree"]
    kept = str(reading.to_json())
    for phrase in ("business park", "holiday clubs", "link worker", "evaluated by the Board"):
        assert phrase not in kept
    assert reading.area == "Nethervale"
    assert [str(day) for day in reading.period or ()] == ["2023-04-01", "2028-03-31"]


def test_the_warning_says_where_the_chapter_begins_and_ends(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(wider(ECONOMY, CHILDREN, JUSTICE, HEALTH, END))
    said = next(w for w in reading.warnings if w.code == "chapter_only")
    assert "'3 Community justice'" in said.message and "'4 Living well'" in said.message
    assert said.locator.paragraph == 9


def test_a_part_whose_headings_are_as_large_as_its_title_is_read_to_the_next_part(
    markdown: Callable[[str], PlanReading],
) -> None:
    text = wider(ECONOMY, CHILDREN, JUSTICE, HEALTH)
    for n in range(1, 5):
        text = text.replace(f"## {n} ", f"## Part {n}: ").replace(f"### {n}.", f"## {n}.")
    text = text.replace("## 3.1 Vision", "## Vision").replace("### ", "## ")
    text = text.replace("This chapter is our", "\n## About this part\n\nThis chapter is our")
    reading = markdown(text)
    assert [action.text.split()[0] for action in reading.actions] == ["Start", "Train", "Agree"]


WHOLE = f"""# {{title}}

## Introduction

Community justice is about people who have offended, the people they harmed, and their families.

## What is community justice?

Community justice brings together prison, court, police and council to reduce reoffending. We will
work as partners so that people on community payback are helped, and the Partnership will report.

## Housing

People leave prison without a home, and we will change that with the housing team of each town here.

{HEADER}| Agree a protocol for people who leave prison | Housing Service | March 2026 | Homeless |
| Offer a tenancy course | Housing Service | June 2026 | People on the course |

## Health

People on orders need doctors, and we will make sure that they have them in each town of the area.

{HEADER}| Register people with a doctor on release | NHS | 2026 | Registered |
| Carry naloxone | Police Scotland | 2025 | Kits |

## Work

Employers want to help, and we will ask them to. People with convictions find it hard to get a job.

{HEADER}| Ask ten employers to sign a pledge | Skills Development Scotland | 2026 | Pledges |
"""


@pytest.mark.parametrize(
    "title",
    ["Nethervale Community Justice Outcomes Improvement Plan 2024-2029", "Safer, Fairer, Kinder"],
)
def test_a_whole_plan_is_never_cut(markdown: Callable[[str], PlanReading], title: str) -> None:
    text = WHOLE.format(title=title)
    assert find_chapter(read_text(text, markdown=True)) is None
    assert len(markdown(text).actions) == 5


def test_a_wider_plan_without_a_justice_chapter_is_no_plan(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(
        wider(ECONOMY, CHILDREN, HEALTH, END) + "\nCommunity justice is elsewhere.\n"
    )
    assert reading.status == "not_a_plan"
    assert "chapter on community justice" in reading.warnings[-1].message


def test_real_length_plans_are_cut_only_where_they_are_chapters() -> None:
    folder = Path(__file__).parents[2] / "data" / "plans"
    for gold_file in sorted(folder.glob("*/*.gold.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        path = gold_file.with_name(gold["file"])
        if not path.exists():
            continue
        reading = read_plan(path)
        cut = any(warned.code == "chapter_only" for warned in reading.warnings)
        assert (reading.status, cut) == ("ok", gold["layout"] == "chapter"), path.name
        if cut:
            kept = json.dumps(reading.to_json(), ensure_ascii=False)
            assert [phrase for phrase in gold["outside"] if phrase in kept] == []
