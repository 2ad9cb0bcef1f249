# ruff: noqa: E501 - the words of the reports, a line for each action
"""Two reports in the hand of a part-time co-ordinator: plain talk, few tables, no colours."""

from __future__ import annotations

from .model import INVENTED, Line, Report

#: Stories are paragraphs, one after the other; an empty name means running text.
SULLA = Report(
    "sulla-isles-2024-25", "docx", "islander", "prose", "birch/sulla-isles",
    "Putting Things Right Close to Home: annual report for 2024-25", "Sulla Isles", "2024-04-01", "2025-03-31",
    (
        INVENTED,
        "This is the first report of the Sulla Isles Community Justice Partnership on its plan. It goes from April 2024 to March 2025 and was written by the co-ordinator with the help of all the partners. We met six times, once by video because of the weather. If you want it in large print ask at any council office.",
        "We are few and far apart, and one person falling ill can hold a thing up for months. That has happened twice this year.",
    ),
    (
        ("Outcome 1: being lifted", "1", (
            Line("1a", "", "The card with three phone numbers is now handed to everyone brought in to Skarvoe station, and the officers say that about a third take up the offer of having the first call made for them.", "", "done"),
            Line("1b", "", "We do not have the written understanding with the Procurator Fiscal's office on the kinds of case to be thought about for diversion. The fiscal changed in the autumn and the new one wants to see a year's cases first.", "", "late"),
            Line("1c", "", "NHS Sulla is trying out a nurse on call for the cells, every second weekend to begin with.", "", "on_course"),
            Line("1d", "", "The court has been offered a short supervision package in each of the seven cases since September where remand was asked for, and used it in four.", "", "done"),
            Line("1e", "", "The learning team's evening course for under-25s is being written and the ferry company has said yes to the free crossings from Norbay.", "", "on_course"),
        )),
        ("Outcome 2: finishing an order", "2", (
            Line("2a", "", "The roads depot cleared its indoor bay and the unpaid work squad was in it from the first week of October till the clocks changed.", "", "done"),
            Line("2b", "", "Steady Hands has not been opened to people on payback orders. The Trust's insurers would not cover power tools, and the matter is with a broker in Inverness.", "", "late"),
            Line("2c", "", "The wait for alcohol counselling has come down from nine weeks to five for anyone with an order.", "", "on_course"),
            Line("2d", "", "The money adviser from the Citizens' Bureau saw 16 of the 18 people inside a month of the order.", "", "on_course"),
            Line("2f", "", "After a good deal of talk Women's Aid Sulla and social work have let go of the programme for men who have abused a partner: there would never be even two at once, and a one-to-one course from the mainland will be bought in when it is wanted.", "", "dropped"),
        )),
        ("Outcome 3: off the boat", "3", (
            Line("3a", "", "The Harbour Flat was furnished in February and has had its first tenant, who stayed seven weeks.", "", "done"),
            Line("3b", "", "Word of releases from the Scottish Prison Service has come six weeks ahead in nine cases out of eleven.", "", "late"),
            Line("3c", "", "Registration with a GP before sailing, and the script waiting at the Skarvoe pharmacy, has become the usual thing.", "", "done"),
            Line("3d", "", "Boat Home trained its first ten volunteers in November, and they have met fourteen people off the ferry.", "", "done"),
            Line("3f", "", "Nobody who came home this year on treatment begun in prison for drugs or alcohol missed a day of it, but there were only three of them.", "", "on_course"),
        )),
        ("Outcome 4: trust", "4", (
            Line("4a", "", "There was a page in the Sulla Sentinel in all four quarters.", "", "on_course"),
            Line("4b", "", "The sheriff clerk has fixed the open day at the court room, with the school's mock trial, for 9 May.", "", "on_course"),
            Line("4c", "", "Boards have gone up at eleven of the thirteen places where a payback squad has worked; the last two, on Hestay, are waiting for a dry day and a boat.", "", "late"),
        )),
    ),
    (
        ("ndo-4", "For national outcome 4, on community sentences, the indicator that we looked at was the completion of community payback orders: 17 of the 18 that ended were completed."),
    ),
    ("Next year we will look at the old manse and at visits by Skills Development Scotland.",),
)  # fmt: skip

STRATHLOAN = Report(
    "strathloan-2024-25", "txt", "islander", "plain-text", "granite/strathloan",
    "STRATHLOAN COMMUNITY JUSTICE ANNUAL REPORT 2024-25", "Strathloan", "2024-04-01", "2025-03-31",
    (
        INVENTED,
        "This report says what was done in the first year of the plan, from 1 April 2024 to 31 March 2025. It uses the numbers of the plan.",
    ),
    (
        ("OUTCOME 1: DIVERSION", "1", (
            Line("1.1", "Assessments back to the fiscal in 20 working days", "Of 58 assessments 55 went back in time, and the note of the late ones is kept.", "finished", "done"),
            Line("1.2", "What diversion is, in plain words", "The leaflet is printed and goes out with the letter.", "finished", "done"),
        )),
        ("OUTCOME 2: POLICE CUSTODY", "2", (
            Line("2.1", "Quarterly numbers from Kirkmore", "Numbers came for two quarters and then the system was changed.", "behind", "late"),
            Line("2.2", "Phone call from a peer worker", "The Bothy Trust has found its worker.", "going on", "on_course"),
        )),
        ("OUTCOME 3: BAIL", "3", (
            Line("3.1", "Bail officer in the court", "There on Mondays, Wednesdays and Fridays since August.", "finished", "done"),
            Line("3.2", "Rural outreach worker", "No money was found for the post and the Doing Group struck it out in January.", "dropped", "dropped"),
            Line("3.3", "Sessions with defence agents", "One in May, one in November.", "going on", "on_course"),
            Line("3.4", "Remands of under 30 days", "A student has begun on the files.", "going on", "on_course"),
        )),
        ("OUTCOME 4: ORDERS", "4", (
            Line("4.1", "Start in seven days", "Average is now six days.", "finished", "done"),
            Line("4.2", "Walled garden for women", "Two sheds are up. The creche is being registered.", "going on", "on_course"),
            Line("4.3", "Bus fares", "Paid to 44 people.", "finished", "done"),
            Line("4.4", "Alcohol nurse at the yard", "The nurse came for six weeks in the autumn and has been off since.", "behind", "late"),
            Line("4.5", "Back on Track twice a year", "Once this year, twice next.", "going on", "on_course"),
        )),
        ("OUTCOME 5 AND 6: HEALTH AND HOMES", "5", (
            Line("5.1", "First appointment booked before the gate", "All three bodies signed on 19 December.", "finished", "done"),
            Line("6.1", "Four furnished flats", "Two are ready.", "going on", "on_course"),
            Line("6.2", "Calls about the tenancy", "The first-week call is made. The eight-week call is not.", "half done", "late"),
            Line("6.3", "No more bed and breakfast", "Three first nights, from eleven the year before.", "going on", "on_course"),
        )),
        ("OUTCOME 7 TO 9: WORK, THROUGHCARE, UNDERSTANDING", "7", (
            Line("7.2", "Counting who uses employability support", "A way of counting was agreed in March and the first count made.", "finished", "done"),
            Line("8.1", "Letter in the first month", "Goes to everyone.", "finished", "done"),
            Line("9.1", "A page about each service", "Out in libraries and police stations, not in surgeries.", "half done", "late"),
            Line("9.3", "Story in the local paper", "Four stories printed.", "finished", "done"),
            Line("", "Bikes for getting to work", "The unpaid work squad mended 20 bikes and gave them out.", "new this year", "done"),
        )),
    ),
    (
        ("ndo-8", "More people access voluntary throughcare following a short term prison sentence: 31 people took it up, 19 the year before."),
    ),
)  # fmt: skip
