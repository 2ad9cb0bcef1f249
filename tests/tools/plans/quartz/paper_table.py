# ruff: noqa: E501
"""The outcomes, objectives and activity of plan 1."""

from __future__ import annotations

from .common import Act, Outcome

OUTCOMES = [
    Outcome(
        "LO 1",
        "Fewer people go through a Kinlarrow court where there is a better way to deal with the matter",
        ["ndo-1", "ndo-2"],
    ),
    Outcome(
        "LO 2",
        "Sheriffs can rely on bail and community orders that are well run and see people through to the end",
        ["ndo-3", "ndo-4"],
    ),
    Outcome(
        "LO 3",
        "Nobody leaves HMP Glenstarn without a roof, a doctor and a person to call",
        ["ndo-5", "ndo-6", "ndo-8"],
    ),
    Outcome(
        "LO 4", "A conviction is no longer the thing that keeps a person out of a job", ["ndo-7"]
    ),
    Outcome(
        "LO 5",
        "The public and our own staff know what community justice is and think well of it",
        ["ndo-9"],
    ),
    Outcome("LO 6", "People harmed by an offence are heard and can ask for repair", []),
]

OBJ = {
    "1.1": (
        "Raise the number of completed diversion cases from 61 to 90 a year by March 2027",
        "LO 1",
    ),
    "1.2": (
        "Put a health or welfare worker within reach of everyone held at Larrowbridge custody centre",
        "LO 1",
    ),
    "2.1": ("Offer a bail assessment in every opposed case by the second year", "LO 2"),
    "2.2": ("Bring order completion to three in four", "LO 2"),
    "3.1": ("Start release planning twelve weeks before the liberation date", "LO 3"),
    "3.2": ("Close the gap in prescribing and GP registration at the gate", "LO 3"),
    "4.1": (
        "Double the number of people with convictions who reach the employability pipeline",
        "LO 4",
    ),
}

TABLES: list[tuple[str, str, list[tuple[str | None, list[Act]]]]] = [
    (
        "LO 1",
        "single",
        [
            (
                "1.1",
                [
                    Act(
                        "Agree a referral threshold note with the Fiscal for cases of shop theft and minor vandalism",
                        ["PF Office"],
                        "31/10/2024",
                        "Note signed and in use; number of cases marked for diversion",
                    ),
                    Act(
                        "Widen the diversion menu to include a short programme for 16 to 25 year olds",
                        ["JSW", "Larrow Youth Trust"],
                        "Q4 2024/25",
                        "Two courses run; completions out of starts",
                    ),
                    Act(
                        "Ring every person who misses a first diversion appointment within two working days",
                        ["JSW"],
                        "ongoing",
                        "Log of calls, sampled monthly",
                    ),
                ],
            ),
            (
                "1.2",
                [
                    Act(
                        "Station a custody link worker at Larrowbridge four evenings a week",
                        ["Kinlarrow HSCP"],
                        "March 2025",
                        "Referrals from custody, by need",
                    ),
                    Act(
                        "Train custody sergeants in how to offer a referral rather than just hand out a leaflet",
                        ["Police Scotland (K Division)"],
                        "summer 2025",
                        "Thirty sergeants and constables trained",
                    ),
                ],
            ),
        ],
    ),
    (
        "LO 2",
        "merged",
        [
            (
                "2.1",
                [
                    Act(
                        "Place a bail officer in the sheriff court building on custody days",
                        ["JSW"],
                        "30/09/2025",
                        "Share of opposed bail cases with an assessment",
                    ),
                    Act(
                        "Give defence agents a one-side sheet on supervised and electronically monitored bail",
                        ["JSW"],
                        "30/09/2025",
                        "",
                    ),
                    Act(
                        "Report back to the bench twice a year on how supervised bail cases ended",
                        ["JSW"],
                        "30/09/2025",
                        "Two reports lodged with the sheriff clerk",
                    ),
                ],
            ),
            (
                "2.2",
                [
                    Act(
                        "Move the unpaid work squad start to 10am so that the first rural bus can be used",
                        ["Unpaid Work Team"],
                        "2024-25",
                        "Missed first days, before and after",
                    ),
                    Act(
                        "Buy in a women's group for those on supervision with Sunniside Women's Project",
                        ["JSW", "Sunniside Women's Project"],
                        "Q1 2025/26",
                        "Attendance and CPO completion among women",
                    ),
                    Act(
                        "Review all breached orders of the last two years to see what could have gone better",
                        [],
                        "by end of 2025",
                        "Review paper considered by the Partnership",
                    ),
                ],
            ),
        ],
    ),
    (
        "LO 3",
        "single",
        [
            (
                "3.1",
                [
                    Act(
                        "Hold a weekly liberation call between the jail and the council on everybody with a date inside three months",
                        ["SPS", "Kinlarrow Council Housing Options"],
                        "01/11/2024",
                        "Share of releases with a plan twelve weeks out",
                    ),
                    Act(
                        "Keep tenancies going through sentences of under six months wherever rent can be met",
                        ["Kinlarrow Council Housing Options"],
                        "2026-27",
                        "Tenancies saved; homeless applications from prison",
                    ),
                    Act(
                        "Meet at the gate anyone who wants it and is serving under four years",
                        ["Open Gate Larrow"],
                        "March 2026",
                        "Offers made and taken up",
                    ),
                ],
            ),
            (
                "3.2",
                [
                    Act(
                        "Register people with a practice before they leave and send the summary ahead",
                        ["NHS Larrow and Isles"],
                        "Q2 2025/26",
                        "Percentage registered on day of release",
                    ),
                    Act(
                        "Carry opiate substitution prescriptions across the weekend by a bridging clinic",
                        ["ADP", "NHS Larrow and Isles"],
                        "",
                        "Missed doses in first seven days",
                    ),
                ],
            ),
        ],
    ),
    (
        "LO 4",
        "single",
        [
            (
                "4.1",
                [
                    Act(
                        "Second an employability adviser into the justice team for two years",
                        ["Skills Development Scotland"],
                        "September 2024",
                        "People with convictions joining the pipeline: 22 at start, 45 target",
                    ),
                    Act(
                        "Persuade the five biggest local employers to drop the tick box",
                        ["Larrow Chamber of Trade"],
                        "2026/27",
                        "",
                    ),
                    Act(
                        "Run disclosure surgeries in the three libraries",
                        ["CLD"],
                        "ongoing",
                        "Surgeries held and people advised",
                    ),
                ],
            ),
        ],
    ),
]

MIXED: list[Act] = [
    Act(
        "Put a yearly stall and quiz at the Larrow Show",
        ["Community Justice Co-ordinator"],
        "August 2024",
        "Answers to three questions, year on year",
        outcome="LO 5",
    ),
    Act(
        "Invite community councils to choose unpaid work jobs",
        ["Unpaid Work Team"],
        "Q3 2024/25",
        "Jobs put forward by the public",
        outcome="LO 5",
    ),
    Act(
        "Open a front door for restorative justice with Victim Aid Kinlarrow",
        ["Victim Aid Kinlarrow"],
        "31/03/2026",
        "Enquiries and conferences held",
        outcome="LO 6",
    ),
    Act(
        "Ask the court to tell victims about disposals in plain language",
        ["SCTS"],
        "",
        "",
        outcome="LO 6",
    ),
    Act(
        "Explain what firefighters see of fire-setting at a joint seminar for elected members",
        ["Fire and Rescue Service"],
        "by end of 2024",
        "Members attending",
        outcome="LO 5",
    ),
]
