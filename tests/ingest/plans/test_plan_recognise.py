"""Documents that are no local plan are told from plans, and plans never from themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.plans import PlanReading, read_plan
from ingest.plans.plaintext import read_text
from ingest.plans.recognise import kind_of

FOLDER = Path(__file__).parents[2] / "data" / "not_plans"
KINDS = {
    "annual-report": "annual_report",
    "article": "article",
    "committee-report": "committee_report",
    "consultation-response": "consultation_response",
    "cookery-book": "other",
    "evidence-review": "evidence_review",
    "guidance": "guidance",
    "job-advert": "job_advert",
    "leaflet": "leaflet",
    "loip": "other_plan",
    "minutes": "minutes",
    "national-strategy": "national_document",
    "needs-assessment": "needs_assessment",
    "service-directory": "service_directory",
}
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".py")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_no_plan_is_said_to_be_something_else(path: Path) -> None:
    reading = read_plan(path)
    assert reading.status == "not_a_plan"
    assert (reading.actions, reading.outcomes, reading.title) == ((), (), "")
    last = reading.warnings[-1]
    assert path.name in last.message
    assert last.code == ("annual_report" if path.stem == "annual-report" else "not_a_plan")


def test_there_is_a_file_for_every_kind() -> None:
    assert sorted(path.stem for path in FILES) == sorted(KINDS)


@pytest.mark.parametrize("stem", sorted(KINDS))
def test_the_kind_is_told_by_the_words_alone(stem: str) -> None:
    sources = Path(__file__).parents[2] / "tools" / "not_plans" / "sources"
    text = (sources / f"{stem}.md").read_text(encoding="utf-8")
    kind = kind_of(read_text(text, markdown=True))
    assert kind.code == KINDS[stem]
    assert not kind.is_plan


SOUND = [
    "# Community justice improvement plan\n\nOutcomes and priorities to follow.\n",
    "# Fife CJOIP\n\nDraft 1. Actions will be added.\n",
    "# Turning the tide\n\nOur plan for community justice in Uig, 2024 to 2027\n\n## Priorities\n\n"
    "- Fewer people on remand\n- A home on release\n\nWe will report each year.\n",
    "# Uig Community Justice Partnership\n\n## Delivery plan 2025/26\n\n"
    "| Action | Lead | By when |\n|-|-|-|\n| Open a hub | Council | June 2026 |\n",
    # Words of other documents stand in plans too.
    "# Uig Community Justice Outcomes Improvement Plan 2024-2027\n\n## Guidance\n\nThis plan "
    "follows the statutory guidance and the National Strategy for Community Justice.\n\n"
    "## Consultation\n\nQuestion 1 asked: do you agree? Our response to the consultation is in "
    "Appendix 2.\n\n## Annual report\n\nWe will publish an annual report.\n\n## Contacts\n\n"
    "Tel: 01632 960 111. Opening hours: Monday to Friday.\n",
    "# Community Justice Outcomes Improvement Plan 2024-2027: consultation draft\n\n"
    "We would like to know what you think. Our priorities are bail and housing.\n",
    "# Annual Report 2023/24 and Community Justice Delivery Plan 2024/25\n\n"
    "| Action | Lead | By when |\n|-|-|-|\n| Open a hub | Council | June 2025 |\n\n"
    "Our plan has four outcomes and the Partnership will review it.\n",
    "# Strategic needs assessment and community justice improvement plan 2024-29\n\n"
    "Our priorities and outcomes are set out in part two.\n",
    "# Reducing Reoffending in Uig\n\n## What we will do\n\n- We will open a bail service by March "
    "2026\n- We will train court staff\n\nOutcome: fewer people are held on remand.\n",
]


@pytest.mark.parametrize("text", SOUND)
def test_short_and_odd_plans_are_plans(markdown: Callable[[str], PlanReading], text: str) -> None:
    assert markdown(text).status == "ok"


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Community Justice Annual Report 2023-24", "annual_report"),
        ("CJOIP: guidance for partners", "guidance"),
        ("Minutes of the Community Justice Partnership, 3 May 2025", "minutes"),
        ("Response to the consultation on the community justice plan", "consultation_response"),
        ("Equality impact assessment: Community Justice Improvement Plan", "impact_assessment"),
        ("Report to the Justice Committee", "committee_report"),
        ("Community justice in Uig: strategic needs assessment", "needs_assessment"),
        ("Community justice in Uig: have your say", "survey"),
    ],
)
def test_a_title_tells_the_kind(title: str, code: str) -> None:
    text = f"# {title}\n\nCommunity justice outcomes, actions and priorities were considered.\n"
    assert kind_of(read_text(text, markdown=True)).code == code
