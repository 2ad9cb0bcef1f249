# ruff: noqa: E501
"""The outcomes and the long table of plan 3."""

from __future__ import annotations

from .common import Act, Outcome

OUTCOMES = [
    Outcome("1", "Drink and drug related police contacts turn into contacts with help", ["ndo-2"]),
    Outcome("2", "Diversion is offered evenly to all who could use it", ["ndo-1"]),
    Outcome("3", "Remand is kept for those who truly cannot be bailed", ["ndo-3"]),
    Outcome(
        "4", "Payback orders do good to the person and to the town, and are finished", ["ndo-4"]
    ),
    Outcome("5", "Release from jail is planned, housed and healthy", ["ndo-5", "ndo-6"]),
    Outcome("6", "Short-sentence leavers choose to be helped, and are", ["ndo-8"], "title"),
    Outcome("7", "More people with a record are work-ready", ["ndo-7"]),
    Outcome("8", "Partners lead well and spend jointly", []),
]
LINK = {
    "1": "NDO 2",
    "2": "NDO 1",
    "3": "NDO 3",
    "4": "NDO 4",
    "5": "NDO 5; NDO 6",
    "6": "More people access voluntary throughcare following a short term prison sentence",
    "7": "NDO 7",
    "8": "PA 11 only",
}

# Priority -> outcome -> objective -> actions
TABLE: list[tuple[str, str, list[tuple[str | None, list[Act]]]]] = [
    (
        "Early help",
        "1",
        [
            (
                "By March 2025, 30% of arrests at Hask Road to have a recorded offer of support",
                [
                    Act(
                        "Adopt one referral form for all six support agencies",
                        ["Police Scotland"],
                        "31/10/2023",
                        "Form in use",
                        "BHSCP",
                        "01/07/2023",
                        "6 forms",
                        "Draft from the ADP seen",
                    ),
                    Act(
                        "Fund a weekend substance use nurse in the custody area",
                        ["BHSCP"],
                        "Q4 2023/24",
                        "Shifts filled",
                        "NHS Hask & Coast",
                        "Oct 2023",
                        "0 shifts",
                        "",
                    ),
                    Act(
                        "Follow up each person who accepted a referral at 14 days",
                        ["Turnaround Hask"],
                        "ongoing",
                        "Contacts at 14 days",
                        "BHSCP",
                        "Jan 2024",
                        "Not known",
                        "Depends on the row above",
                    ),
                ],
            ),
        ],
    ),
    (
        "Early help",
        "2",
        [
            (
                "Diversion starts up from 40 to 65 over the plan",
                [
                    Act(
                        "Compare diversion by postcode and take the result to the fiscal",
                        ["Justice SW"],
                        "Dec 2023",
                        "Paper written",
                        "COPFS",
                        "Sept 2023",
                        "40 starts",
                        "",
                    ),
                    Act(
                        "Offer a phone-based diversion course for the coastal villages",
                        ["Justice SW", "Turnaround Hask"],
                        "30/06/2024",
                        "Completions",
                        "",
                        "",
                        "0",
                        "Bid lodged with the lottery",
                    ),
                ],
            ),
        ],
    ),
    (
        "Courts and orders",
        "3",
        [
            (
                "An assessment in all opposed bail cases by 2025",
                [
                    Act(
                        "Recruit a second bail supervision worker",
                        ["Justice SW"],
                        "31/03/2024",
                        "Bail assessments done",
                        "SCTS",
                        "01/06/2023",
                        "31 a year",
                        "Grade agreed",
                    ),
                    Act(
                        "Set up a duty phone between the cells and the bail team",
                        ["Hask Court Escorts"],
                        "31/03/2024",
                        "",
                        "SCTS",
                        "01/06/2023",
                        "None",
                        "",
                    ),
                    Act(
                        "Count bail refusals and why",
                        ["SCTS"],
                        "31/03/2024",
                        "Quarterly count",
                        "COPFS",
                        "01/06/2023",
                        "Not counted",
                        "SCTS to confirm that this can be shared",
                    ),
                ],
            ),
        ],
    ),
    (
        "Courts and orders",
        "4",
        [
            (
                "Completion of orders from 68% to 75%",
                [
                    Act(
                        "Draw up a yearly calendar of unpaid work with community councils",
                        ["Community Payback Team"],
                        "2023/24",
                        "Calendar published",
                        "Tenants' forum",
                        "",
                        "No calendar",
                        "",
                    ),
                    Act(
                        "Provide an accredited programme for domestic abuse in the county rather than out of it",
                        ["Justice SW"],
                        "by end of 2025",
                        "Men starting, men finishing",
                        "Hask Women's Aid",
                        "Apr 2024",
                        "0 local places",
                        "Needs two trained staff",
                    ),
                ],
            ),
            (
                "Cut missed first appointments by half",
                [
                    Act(
                        "Text a reminder the night before",
                        ["Community Payback Team"],
                        "01/09/2023",
                        "Missed first appointments",
                        "",
                        "01/08/2023",
                        "22%",
                        "Cheap. Do first",
                    ),
                    Act(
                        "Hold first appointments in the Seaport health centre",
                        ["Community Payback Team"],
                        "spring 2024",
                        "Missed first appointments",
                        "NHS Hask & Coast",
                        "",
                        "22%",
                        "",
                    ),
                ],
            ),
        ],
    ),
    (
        "Coming home",
        "5",
        [
            (
                "No release to no fixed abode by the third year",
                [
                    Act(
                        "Sign a local SHORE protocol",
                        ["Balnahask Council Homelessness Section", "SPS"],
                        "30/11/2023",
                        "Protocol signed",
                        "Hask Housing Association",
                        "May 2023",
                        "Lapsed 2021",
                        "",
                    ),
                    Act(
                        "Keep two crash pads for unplanned releases",
                        ["Hask Housing Association"],
                        "2024-25",
                        "Nights used",
                        "",
                        "",
                        "None",
                        "Rent void to be settled",
                    ),
                    Act(
                        "Share the prison health summary with the practice before liberation",
                        ["NHS Hask & Coast"],
                        "Q2 2024/25",
                        "Summaries received in time",
                        "SPS",
                        "Jan 2024",
                        "35%",
                        "Information sharing form needed",
                    ),
                    Act(
                        "Supply naloxone at the gate",
                        ["ADP"],
                        "",
                        "Kits given",
                        "SPS",
                        "",
                        "12 kits",
                        "",
                    ),
                ],
            ),
        ],
    ),
    (
        "Coming home",
        "6",
        [
            (
                "Uptake of throughcare from one in five to two in five",
                [
                    Act(
                        "Visit the jail twice a month to explain what is on offer",
                        ["Turnaround Hask"],
                        "31/12/2023",
                        "Visits made; people signed up",
                        "SPS",
                        "Aug 2023",
                        "1 in 5",
                        "",
                    ),
                    Act(
                        "Make mentors out of those who have been mentored",
                        ["Turnaround Hask"],
                        "2025-26",
                        "Peer mentors trained",
                        "",
                        "",
                        "0",
                        "",
                    ),
                ],
            ),
        ],
    ),
    (
        "Getting on",
        "7",
        [
            (
                "Sixty people with convictions a year in training or work",
                [
                    Act(
                        "Run a construction skills card course each term",
                        ["Hask College", "SDS"],
                        "June 2024",
                        "Cards gained",
                        "Justice SW",
                        "Sept 2023",
                        "8 cards",
                        "",
                    ),
                    Act(
                        "Train work coaches in disclosure rules",
                        ["SDS"],
                        "Q3 2023/24",
                        "Coaches trained",
                        "",
                        "",
                        "0",
                        "Jobcentre is willing",
                    ),
                    Act(
                        "Ask contractors to the Council for placements through community benefit clauses",
                        [],
                        "2024/25",
                        "Placements",
                        "Balnahask Council Procurement",
                        "",
                        "1",
                        "Owner to be found",
                    ),
                ],
            ),
        ],
    ),
    (
        "How we work",
        "8",
        [
            (
                None,
                [
                    Act(
                        "Bring one pooled budget paper a year",
                        ["All partners"],
                        "31/01/2024",
                        "Paper agreed",
                        "",
                        "",
                        "None",
                        "",
                    ),
                    Act(
                        "Ask the Fire Service to host the self-evaluation day",
                        ["SFRS"],
                        "May 2024",
                        "",
                        "All partners",
                        "",
                        "Last held 2018",
                        "",
                    ),
                    Act(
                        "Consider whether a panel of people who have served sentences would be useful",
                        ["Partnership Officer"],
                        "",
                        "",
                        "",
                        "",
                        "",
                        "Idea only",
                    ),
                ],
            ),
        ],
    ),
]
