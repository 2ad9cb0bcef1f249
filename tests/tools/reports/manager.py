# ruff: noqa: E501, RUF001 - the words of the report, a line for each action
"""A report in the hand of a service manager: bullets, dashes; written after the rules were settled."""

from __future__ import annotations

from .model import INVENTED, Line, Report

KINMARR = Report(
    "kinmarr-2024-25", "md", "manager", "bullets", "granite/kinmarr",
    "Kinmarr Community Justice Partnership – Annual Performance Report 2024/25", "Kinmarr", "2024-04-01", "2025-03-31",
    (
        INVENTED,
        "Members are asked to note progress against the Community Justice Outcomes Improvement Plan in its second year. Figures are for April 2024 to March 2025.",
    ),
    (
        ("Outcome 1 – dealt with early", "1", (
            Line("1.1.1", "", "Diversion pathway: assessments now start within eight working days on average, against the target of ten, and the redesign with the procurator fiscal is regarded as finished.", "", "done"),
            Line("1.1.2", "", "The gambling course remains uncommissioned. ADP budgets were frozen for most of the year.", "", "late"),
            Line("1.1.3", "", "Depute fiscals in the Kinmarr office had their annual briefing on diversion options in October.", "", "on_course"),
            Line("1.2.1", "", "Arrest referral at Port Marr – the worker covers Friday and weekend nights; 212 people spoken to.", "", "done"),
            Line("1.2.3", "", "A single consent form for custody partners was trialled and rejected by two of them on legal advice, and we do not intend to try again.", "", "dropped"),
        )),
        ("Outcome 2 – alternatives to custody", "2", (
            Line("2.1.1", "", "Bail supervision was extended to Saturday courts in May and to public holidays from Christmas.", "", "done"),
            Line("2.2.1", "", "Mentors for the first twelve weeks: 140 of 163 people on new orders had a named mentor.", "", "late"),
            Line("2.2.2", "", "Evening and weekend unpaid work now makes up 35% of hours, so the one-third target has been met.", "", "done"),
            Line("2.2.3", "", "Women’s groups – Stranmarr group up and running since July; no suitable premises in the Glens as yet.", "", "late"),
            Line("2.3.1", "", "Four of eight restorative justice facilitators trained; referral route through victim support agencies in draft.", "", "on_course"),
        )),
        ("Outcome 3 – coming home", "3", (
            Line("3.1.1", "", "SHORE standards were adopted in full by committee and a first statement of how far each is met is on the website.", "", "done"),
            Line("3.1.2", "", "Housing First: ten tenancies ring-fenced, nine let.", "", "done"),
            Line("3.2.1", "", "GP registration before liberation stands at 64% and practices in the Glens are not yet taking part.", "", "late"),
            Line("3.2.3", "", "Naloxone and training continue to be given out at the gate.", "", "on_course"),
            Line("3.3.2", "", "A lift home and a starter bag on liberation day has been provided to all 77 people who accepted.", "", "done"),
        )),
        ("Outcome 4 – earn, learn and be accepted", "4", (
            Line("4.1.2", "", "Fair-start pledge: thirteen employers have signed, seven to go.", "", "on_course"),
            Line("4.1.3", "", "Forklift and food hygiene certificates – 22 awarded through the unpaid work scheme.", "", "done"),
            Line("4.2.1", "", "The council’s 2024 survey carried our questions on community justice for residents; the 2027 survey will repeat them.", "", "on_course"),
            Line("4.2.2", "", "Online voting on unpaid work projects went live in six towns in May.", "", "done"),
        )),
    ),
    (("ndo-4", "National outcome 4: completion of community payback orders rose to 74 per cent."),),
)  # fmt: skip
