# ruff: noqa: E501 - prose reads best with a sentence on a line
"""The text of the example plan with known faults. Everything in it is invented.

The faults are listed in ``ontology/examples/faults.json``; change the two together.
"""

from __future__ import annotations

from typing import Any

AREA = "Glenorrin"
TITLE = f"{AREA} Community Justice Outcomes Improvement Plan 2024-2029"

NATIONAL = (
    (
        "National outcome",
        "Our assessment against the national indicator",
        "Is it a priority for action?",
    ),
    (
        "NDO 1: More people successfully complete diversion from prosecution",
        "Partly achieved: 30 of 44 diversion cases commenced in 2022/23 were completed (national indicator 1).",
        "Yes",
    ),
    (
        "NDO 2: More people in police custody receive support to address their needs",
        "To be completed",
        "Yes",
    ),
    (
        "NDO 3: More people are assessed for and successfully complete bail supervision",
        "Not achieved: 11 assessment reports and 6 bail supervision cases in 2022/23 (national indicator 3).",
        "Yes",
    ),
    (
        "NDO 4: More people access services to support desistence and successfully complete community sentences",
        "Nearly achieved: 77% of community payback orders were completed (national indicator 4).",
        "No",
    ),
    (
        "NDO 5: More people have access to, and continuity of, health and social care following release "
        "from a prison sentence",
        "Not achieved: transfers of treatment from custody were recorded for half of those released "
        "(national indicator 5).",
        "Yes",
    ),
    (
        "NDO 6: More people have access to suitable accommodation following release from a prison sentence",
        "Partly achieved: 14 homelessness applications came from prison, down from 21 (national indicator 6).",
        "No",
    ),
    (
        "NDO 7: More people with convictions access support to enhance their readiness for employment",
        "Partly achieved: 7% of people using employability services had a conviction (national indicator 7).",
        "",
    ),
    (
        "NDO 8: More people access voluntary throughcare following a short term prison sentence",
        "Not achieved: 12 voluntary throughcare cases commenced in 2022/23 (national indicator 8).",
        "No",
    ),
    (
        "NDO 9: More people across the workforce and in the community understand, and have confidence in, "
        "community justice",
        "Partly achieved: 58% agreed that people should help their community (national indicator 9).",
        "No",
    ),
)

OUTCOMES = (
    ("Ref", "Local outcome", "National outcome", "How it is measured"),
    (
        "LO1",
        "People are dealt with early and outside the courts where that is right",
        "NDO 1, NDO 2",
        "Diversion cases completed each year, from 30 to 45; referrals from custody each quarter",
    ),
    (
        "LO2",
        "People on bail and on community sentences get steady support",
        "NDO 3 and NDO 4",
        "Bail cases and community payback orders completed each year",
    ),
    (
        "LO3",
        "People who come home from prison are settled and well",
        "NDO 5 and NDO 6",
        "Share with an address and a doctor on the day of release, from 50% to 80%",
    ),
    (
        "LO4",
        "People with a past are ready for work",
        "NDO 7",
        "Number in employability support each year, from 35 to 60",
    ),
    ("LO5", "People understand community justice and have confidence in it", "NDO 9", ""),
    (
        "LO6",
        "Our streets and parks are pleasant places to be",
        "",
        "Answers to the yearly residents' survey",
    ),
)

OBJECTIVES = (
    ("Ref", "Strategic objective", "Local outcome"),
    ("SO1", "Raise completed diversion cases from 30 to 45 a year by March 2027", "LO1"),
    ("SO2", "Offer supervised bail to every person who is suitable by March 2026", "LO2"),
    ("SO3", "Complete 82% of community payback orders by March 2028", "LO2"),
    ("SO4", "Open recovery meetings in every town by March 2027", "LO3"),
    ("SO5", "Give 80% of people an address on the day of release by March 2027", "LO3"),
    ("SO6", "Bring 60 people a year into employability support by March 2026", "LO4"),
    ("SO7", "Explain community justice to residents and staff in plain words", "LO5"),
    ("SO8", "Bring ten neglected corners back into use by March 2026", "LO6"),
)

ACTIONS = (
    ("Ref", "Action", "Objective", "Outcome", "Managed by", "Action due date", "Measure"),
    (
        "1",
        "Set up a fast track for diversion referrals",
        "SO1",
        "LO1",
        "Justice Social Work",
        "31/03/2026",
        "Days from referral to first meeting",
    ),
    (
        "2",
        "Place a link worker in the custody suite at weekends",
        "SO1",
        "LO1",
        "Police Scotland",
        "",
        "Number of people seen and referred",
    ),
    (
        "3",
        "Provide supervised bail assessments to the court each morning",
        "SO2",
        "LO2",
        "Justice Social Work",
        "Q4 2025/26",
        "Assessment reports and cases commenced",
    ),
    (
        "4",
        "Buy a second van for unpaid work squads",
        "SO3",
        "LO2",
        "",
        "ongoing",
        "Hours of unpaid work done each month",
    ),
    (
        "5",
        "Hold a release meeting six weeks before each person leaves prison",
        "SO5",
        "LO3",
        "Scottish Prison Service",
        "June 2025",
        "Share of releases with a meeting",
    ),
    (
        "6",
        "Register everyone with a doctor before release",
        "SO5",
        "LO3",
        "NHS Glenorrin and HSCP",
        "",
        "Share registered on the day",
    ),
    (
        "7",
        "Run a welding and joinery course for people with convictions",
        "SO6",
        "LO4",
        "Skills Development Scotland",
        "2025/26",
        "Number who start and finish",
    ),
    (
        "8",
        "Open a workshop space at the harbour",
        "Objective 9",
        "LO4",
        "Third sector (Orrin Works)",
        "30/09/2025",
        "Days open each month",
    ),
    (
        "9",
        "Improve awareness",
        "SO7",
        "LO5",
        "All partners",
        "March 2026",
        "Number of residents reached",
    ),
    ("10", "Publish a leaflet on unpaid work", "SO7", "LO5", "Glenorrin Council", "March 2025", ""),
    (
        "11",
        "Print a calendar of unpaid work projects",
        "",
        "LO5",
        "Scottish Fire and Rescue Service",
        "30/11/2024",
        "Number given out",
    ),
    (
        "12",
        "Clear and replant the old station yard",
        "SO8",
        "LO6",
        "",
        "Q2 2025/26",
        "Area cleared, in square metres",
    ),
)


def write(plan: Any) -> None:
    """Write the plan with a ``Writer``."""
    plan.cover(TITLE, "Glenorrin Community Justice Partnership", "April 2024 to March 2029")
    plan.contents(
        [
            "Foreword",
            "Vision",
            "Partners",
            "What we know about need",
            "The national outcomes in Glenorrin",
            "Priorities",
            "Outcomes over time",
            "Local outcomes",
            "Strategic objectives",
            "Delivery plan 2024-2027",
            "Governance arrangements",
            "Key deliverables",
            "Participation",
            "Evaluation",
            "Appendix 1: Related documents",
        ]
    )
    plan.heading("Foreword")
    plan.prose(
        "Glenorrin is a small place, and justice here is done by people who know one another. This plan "
        "builds on that. It will be read, used and marked by all of us.",
        "The Chair of the Partnership",
    )
    plan.heading("Vision")
    plan.prose(
        "We want Glenorrin to be a safe and fair place, where people who have offended make good the harm, "
        "get help that works and are welcomed back.",
    )
    plan.heading("Partners")
    plan.points(
        "Glenorrin Council, with Justice Social Work and Housing",
        "Police Scotland",
        "NHS Glenorrin",
        "Glenorrin Health and Social Care Partnership",
        "Scottish Fire and Rescue Service",
        "Skills Development Scotland",
        "Scottish Prison Service",
        "Orrin Works, a third sector body",
    )
    plan.heading("What we know about need")
    plan.prose(
        "The needs assessment of 2023 names housing as the first need of people who leave prison. Alcohol "
        "and drug use comes next, followed by debt and poor mental health. The Orrin Recovery Service and "
        "the Harbour Advice Project see most of those who ask for help.",
    )
    plan.heading("The national outcomes in Glenorrin")
    plan.table(NATIONAL)
    plan.heading("Priorities")
    plan.prose(
        "Our priorities are early help, supervised bail and a settled return from prison. We put these first "
        "because most harm is at stake there and because partners can change them together.",
    )
    plan.heading("Outcomes over time")
    plan.points(
        "Short term: by March 2025 more people are diverted and bail supervision is offered each court day.",
        "Medium term: by 2029 fewer people are on remand and more keep a home after prison.",
        "Long term: by 2036 fewer people in Glenorrin come back to court.",
    )
    plan.heading("Local outcomes")
    plan.table(OUTCOMES)
    plan.heading("Strategic objectives")
    plan.table(OBJECTIVES)
    plan.heading("Delivery plan 2024-2027")
    plan.prose(
        "Where one date or one lead stands beside several actions, it holds for all of them."
    )
    plan.table(ACTIONS, ((5, 1, 2), (4, 3, 4), (5, 5, 6)))
    plan.heading("Governance arrangements")
    plan.prose(
        "The Partnership meets four times a year and reports to the Community Planning Partnership Board, "
        "which is accountable for the plan. Roles and responsibilities: Justice Social Work develops and "
        "delivers the work on bail and sentences, Police Scotland that on custody, and the Partnership's "
        "chair oversees progress on every action.",
    )
    plan.heading("Key deliverables")
    plan.points(
        "A fast track for diversion, in use by March 2026",
        "Supervised bail assessments on every court day",
        "A release meeting for each person who leaves prison",
    )
    plan.heading("Participation")
    plan.prose(
        "People with lived experience of justice helped to write this plan at three workshops in 2023 and will "
        "meet us each spring. Service providers and practitioners take part in a working group every quarter.",
    )
    plan.heading("Evaluation")
    plan.prose(
        "Outcomes are monitored each quarter against the measures above. Once a year we review the process: "
        "whether the work ran as agreed and what to improve.",
    )
    plan.heading("Appendix 1: Related documents")
    plan.prose(
        "This plan is published on the Council's website and a copy goes to Community Justice Scotland."
    )
    plan.points(
        "Participation statement, with who was consulted and how views were used",
        "Equality impact assessment",
        "Strategic needs assessment 2023",
    )
