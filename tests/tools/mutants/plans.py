"""The invented plans that the runs start from: whole, clean and each of its own kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from tests.tools.mutants.prose import MANAGER, OFFICER, PLANNER, Chapter
from tests.tools.mutants.themes import THEMES, Theme

NOTICE = "Invented plan: this area does not exist"
OUTCOMES_2023 = tuple(f"ndo-{n}" for n in range(1, 10))
OUTCOMES_2016 = tuple(f"o-{n}" for n in range(1, 8))

#: A need, and a sentence that names it and no other.
FAMILY = "Family: parents in prison find it hard to keep in touch with their children."
#: Need, and the words that name it in the text of a plan.
NEEDS = (
    ("housing", "Housing: many people have no settled home on the day they leave prison."),
    (
        "mental_health",
        "Mental health: half of the people held in the cells have poor mental health.",
    ),
    ("drugs", "Drugs: six in ten people on orders ask for help with drug use."),
    ("employment", "Work: one in three people with convictions has never had a steady job."),
    ("family", FAMILY),
)
#: For each need the words of an action that answer it.
NEED_WORDS = {
    "housing": ("housing", "tenanc", "flat"),
    "mental_health": ("psychiatric", "nurse-led", "suicide"),
    "drugs": ("recovery", "naloxone", "drug"),
    "employment": ("jobs club", "employer"),
    "family": ("famil",),
}


@dataclass(frozen=True)
class Row:
    """An action of a plan: id, words, objective, outcome, who leads, by when, measure."""

    id: str
    text: str
    objective: str
    outcome: str
    leads: tuple[tuple[str, str], ...]
    due: date
    measure: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Strand:
    """A local outcome with its number, national links, measure and objectives."""

    id: str
    text: str
    national: tuple[str, ...]
    measure: str
    objectives: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Assessment:
    """What a plan says of one national outcome: how near, by which indicator, a priority or not."""

    code: str
    said: str
    priority: bool
    decision: str


@dataclass(frozen=True)
class InventedPlan:
    """A whole plan, from which graphs and files are made."""

    name: str
    area: str
    generation: str
    start: date
    end: date
    chapters: tuple[Chapter, ...]
    strands: tuple[Strand, ...]
    rows: tuple[Row, ...]
    assessments: tuple[Assessment, ...]
    partners: tuple[tuple[str, str, str], ...]
    services: tuple[str, ...]
    needs: tuple[tuple[str, str], ...]
    dates: str

    @property
    def family_rows(self) -> tuple[Row, ...]:
        """Return the actions that speak of families."""
        return tuple(r for r in self.rows if _speaks_of_family(r.text + r.measure))

    @property
    def family_aside(self) -> bool:
        """Whether nothing but some actions speaks of families."""
        above = [s.text + s.measure + str(s.objectives) for s in self.strands]
        return not any(_speaks_of_family(words) for words in above)

    @property
    def title(self) -> str:
        """Return the title on the cover."""
        years = f"{self.start.year} to {self.end.year}"
        return f"{self.area} Community Justice Outcomes Improvement Plan {years}"

    def fill(self, text: str) -> str:
        """Put the names and years of the plan into words of a chapter."""
        start = self.start.year
        return text.format(
            area=self.area,
            years=f"{start} to {self.end.year}",
            short=f"March {start + 1}",
            medium=f"March {start + 5}",
            long=str(start + 12),
            before=start - 1,
        )

    def due_words(self, due: date) -> str:
        """Write a date in the way of this plan."""
        if self.dates == "slashes":
            return due.strftime("%d/%m/%Y")
        if self.dates == "month":
            return due.strftime("%B %Y")
        if self.dates == "quarter":
            quarter = {6: 1, 9: 2, 12: 3, 3: 4}[due.month]
            first = due.year - (quarter == 4)
            return f"Q{quarter} {first}/{(first + 1) % 100:02d}"
        return f"{due.day} {due.strftime('%B %Y')}"


def _speaks_of_family(words: str) -> bool:
    return any(stem in words.lower() for stem in ("famil", "mother", "parent", "visit"))


def _partners(area: str, third: str) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return for each key of a lead: the name, its category and its part in the plan."""
    return {
        "la": (
            (f"{area} Council", "local_authority", "Justice social work, housing and education"),
        ),
        "hb": ((f"NHS {area}", "health_board", "Health care in custody and outside"),),
        "police": (("Police Scotland", "police", "Custody, diversion and public safety"),),
        "fire": (
            ("Scottish Fire and Rescue Service", "fire_and_rescue", "Placements, community safety"),
        ),
        "sds": (
            (
                "Skills Development Scotland",
                "skills_development_scotland",
                "Careers advice, routes to work",
            ),
        ),
        "ijb": (
            (
                f"{area} Health and Social Care Partnership",
                "integration_joint_board",
                "Drug and alcohol recovery",
            ),
        ),
        "scts": (
            ("Scottish Courts and Tribunals Service", "scts", "Links with the sheriff court"),
        ),
        "sps": (("Scottish Prison Service", "scottish_ministers", "Planning for release"),),
        "copfs": (
            (
                "Crown Office and Procurator Fiscal Service",
                "scottish_ministers",
                "Diversion from prosecution",
            ),
        ),
        "third": ((third, "third_sector", "Third sector: mentoring and throughcare"),),
    }


def _ends(start: date, years: int) -> list[date]:
    """Return the ends of quarters of the first years of a plan, from its second quarter on."""
    found = []
    for step in range(2, 4 * min(years, 3) + 1):
        month, year = start.month - 1 + 3 * step, start.year
        year, month = year + month // 12, month % 12
        day = {3: 31, 6: 30, 9: 30, 0: 31}[month]
        found.append(date(year - (month == 0), month or 12, day))
    return found


def _make(
    name: str,
    area: str,
    third: str,
    *,
    start: date,
    years: int,
    chapters: tuple[Chapter, ...],
    themes: tuple[int, ...],
    steps: int = 9,
    together: tuple[tuple[int, ...], ...] = (),
    dates: str = "slashes",
) -> InventedPlan:
    generation = "2023" if start >= date(2023, 4, 1) else "2016"
    names = _partners(area, third)
    ends = _ends(start, years)
    strands: list[Strand] = []
    rows: list[Row] = []
    grouped = together or tuple((t,) for t in themes)
    for number, group in enumerate(grouped, 1):
        parts: list[Theme] = [THEMES[t] for t in group]
        objectives: list[tuple[str, str]] = []
        for theme in parts:
            for aim in theme.aims:
                ref = f"{number}.{len(objectives) + 1}"
                objectives.append((ref, aim.text))
                for place, step in enumerate(aim.steps[:steps], 1):
                    leads = names.get(step.lead, (("All partners", "partnership_collective", ""),))
                    needs = tuple(
                        need
                        for need, words in NEED_WORDS.items()
                        if any(w in step.text.lower() for w in words)
                    )
                    rows.append(
                        Row(
                            f"{ref}.{place}",
                            step.text,
                            ref,
                            str(number),
                            tuple((lead[0], lead[1]) for lead in leads),
                            ends[(len(rows) * 3 + number) % len(ends)],
                            step.measure,
                            needs,
                        )
                    )
        national = [t.ndo if generation == "2023" else t.common for t in parts]
        text = (
            parts[0].text
            if len(parts) == 1
            else " and ".join([parts[0].text, *(p.text[0].lower() + p.text[1:] for p in parts[1:])])
        )
        strands.append(
            Strand(
                str(number),
                text,
                tuple(dict.fromkeys(national)),
                parts[0].measure,
                tuple(objectives),
            )
        )
    codes = OUTCOMES_2023 if generation == "2023" else OUTCOMES_2016
    assessments = tuple(_assess(code, k, start.year) for k, code in enumerate(codes))
    answered = {need for row in rows for need in row.needs}
    return InventedPlan(
        name=name,
        area=area,
        generation=generation,
        start=start,
        end=replace_year(start, years),
        chapters=chapters,
        strands=tuple(strands),
        rows=tuple(rows),
        assessments=assessments,
        partners=tuple(p for group in names.values() for p in group),
        services=(
            f"{area} Bail Supervision Service",
            f"{area} Recovery Cafe",
            f"{third} Mentoring Service",
        ),
        needs=tuple(n for n in NEEDS if n[0] in answered),
        dates=dates,
    )


def replace_year(start: date, years: int) -> date:
    """Return the last day of a period of whole years."""
    return date.fromordinal(start.replace(year=start.year + years).toordinal() - 1)


def _assess(code: str, k: int, year: int) -> Assessment:
    said = (
        f"Partly achieved: the indicator stood at {40 + 7 * k} in {year - 1}, "
        f"up from {31 + 7 * k} the year before",
        f"Not yet achieved: the indicator stood at {22 + 5 * k} in {year - 1}, "
        f"the same as in {year - 2}",
        f"Nearly achieved: the indicator rose from {50 + 3 * k} to {61 + 3 * k} "
        f"between {year - 2} and {year - 1}",
    )[k % 3]
    priority = k % 4 != 2
    decision = (
        "Yes, this is a priority for action"
        if priority
        else "No, this is not a priority; current work is kept up"
    )
    return Assessment(code, said, priority, decision)


@cache
def clean_plans() -> tuple[InventedPlan, ...]:
    """Return the invented plans: five of the framework of 2023 and two of that of 2016."""
    return (
        _make(
            "auchenlarig",
            "Auchenlarig",
            "Larig Turning Point",
            start=date(2024, 4, 1),
            years=5,
            chapters=OFFICER,
            themes=(0, 2, 4, 6, 8, 10, 12, 14, 16),
        ),
        _make(
            "benvarra",
            "Benvarra",
            "Varra Second Chances",
            start=date(2023, 4, 1),
            years=5,
            chapters=MANAGER,
            dates="month",
            themes=tuple(range(20)),
        ),
        _make(
            "corriemhor",
            "Corriemhor",
            "Corrie Mentors",
            start=date(2025, 4, 1),
            years=3,
            chapters=PLANNER,
            dates="long",
            steps=1,
            themes=(),
            together=((0, 2), (4, 6), (8, 10, 14), (13,), (16,)),
        ),
        _make(
            "dalnaspey",
            "Dalnaspey",
            "Spey Bridge Project",
            start=date(2018, 4, 1),
            years=3,
            chapters=OFFICER,
            dates="long",
            themes=(16, 17, 2, 4, 5, 12, 14),
        ),
        _make(
            "eilean-torra",
            "Eilean Torra",
            "Torra Island Support",
            start=date(2024, 4, 1),
            years=3,
            chapters=PLANNER,
            dates="slashes",
            steps=2,
            themes=(1, 3, 5, 7, 9, 11, 13, 15, 17),
        ),
        _make(
            "fearnoch",
            "Fearnoch",
            "Fearnoch Fresh Start",
            start=date(2025, 4, 1),
            years=5,
            chapters=MANAGER,
            dates="quarter",
            themes=(0, 3, 4, 7, 8, 11, 12, 15, 16, 18),
        ),
        _make(
            "glenbrae",
            "Glenbrae",
            "Brae Way Back",
            start=date(2019, 4, 1),
            years=3,
            chapters=PLANNER,
            dates="month",
            steps=2,
            themes=(16, 18, 8, 6, 10, 13, 14, 3),
        ),
    )


def plan_called(name: str) -> InventedPlan:
    """Return one of the invented plans by its name."""
    return next(p for p in clean_plans() if p.name == name)
