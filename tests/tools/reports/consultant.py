# ruff: noqa: E501 - the words of the reports, a line for each action
"""Two reports in the hand of a consultant: lively, full sentences, status in capitals or ticks."""

from __future__ import annotations

from .model import INVENTED, Line, Report

GLENLYSTER = Report(
    "glenlyster-2025-26", "pdf", "consultant", "designed-pdf", "birch/glenlyster",
    "Steady Ground, one year on: Glenlyster annual report 2025/26", "Glenlyster", "2025-04-01", "2026-03-31",
    (
        INVENTED,
        "Welcome to the story of our first twelve months. Steady Ground was published in April 2025 with forty-two actions and a promise: that once a year we would tell you, without varnish, how we are getting on. This report keeps that promise for the period from 1 April 2025 to 31 March 2026.",
        "We are proud of much of what follows. We are not proud of all of it, and where something has gone wrong we have tried to say why.",
        "How to read the tables. DELIVERED means it has happened. ON TRACK means work is going to plan. BEHIND means that it should be further on than it is. STOPPED means that we no longer intend to do it.",
    ),
    (
        ("Priority A: Sooner, not later", "A", (
            Line("A1.1", "A presumption in favour of diversion for a first low-tariff offence", "The fiscal's office and justice social work shook hands on the wording in August, and the list of exceptions runs to half a page.", "DELIVERED", "done"),
            Line("A1.2", "Early Turn for over-26s", "Doors opened in September; 38 adults have used it.", "DELIVERED", "done"),
            Line("A1.3", "Diversion materials that work for autistic people", "Our co-design group of six autistic adults is half way through the workbook.", "BEHIND", "late"),
            Line("A2.1", "Support workers in Lysterbridge custody suite", "Both are in post. Kay, as she is happy for us to say, knows the inside of a cell herself.", "DELIVERED", "done"),
            Line("A2.2", "Night-time mental health nurse by video", "The link has been tested on three nights but the health board has not yet staffed it.", "BEHIND", "late"),
            Line("A2.3", "A follow-up to each custody referral inside 48 hours", "Running at 81 per cent inside two days.", "ON TRACK", "on_course"),
        )),
        ("Priority B: Serving it here", "B", (
            Line("B1.1", "The two-week welcome", "Everyone who started an order since October has had one.", "DELIVERED", "done"),
            Line("B1.2", "Text and phone reminders", "Live since the clocks went back. Missed appointments have fallen by a fifth.", "DELIVERED", "done"),
            Line("B1.3", "Caledonian System close to home", "Two workers are in training and the first group is planned for the autumn.", "ON TRACK", "on_course"),
            Line("B1.4", "A women's space in Lysterbridge and Kilmorran", "Lysterbridge meets on Tuesdays already. Kilmorran needs a room.", "ON TRACK", "on_course"),
            Line("B1.5", "A yearly conversation with each sheriff", "Held in January with three of the four.", "ON TRACK", "on_course"),
            Line("B2.1", "The dyeworks canteen", "The survey found asbestos and the price trebled. We have walked away from the building and the kitchen with it.", "STOPPED", "dropped"),
            Line("B2.2", "Horticulture and path building units for the squads", "The college is writing the units.", "ON TRACK", "on_course"),
            Line("B2.4", "Fire and water safety days", "Three squads out of five.", "ON TRACK", "on_course"),
        )),
        ("Priority C: Waiting at home", "C", (
            Line("C1.1", "A bail report every time bail is opposed", "In 143 of 150 cases a report was before the court.", "DELIVERED", "done"),
            Line("C1.2", "Bail support worker", "Two rounds of interviews and nobody appointed. We are trying again in May.", "BEHIND", "late"),
            Line("C1.3", "Bail flats, one of them for a parent", "One flat is furnished and let.", "ON TRACK", "on_course"),
            Line("C1.4", "Looking back at short remands", "The first look-back came out in December and makes hard reading.", "DELIVERED", "done"),
        )),
        ("Priority D: Coming home", "D", (
            Line("D1.1", "Housing interviews in HMP Dorran", "Every person admitted since January has been seen inside ten days.", "DELIVERED", "done"),
            Line("D1.2", "Rent paid for up to thirteen weeks", "Nineteen tenancies were saved that way.", "DELIVERED", "done"),
            Line("D1.3", "Twelve leased flats with support", "Talks with landlords have begun.", "ON TRACK", "on_course"),
            Line("D2.1", "Prescriptions five days before release", "Happens for methadone, but not for anything else.", "BEHIND", "late"),
            Line("D2.3", "Hepatitis C treatment that carries on", "Eleven people, no breaks.", "ON TRACK", "on_course"),
            Line("D3.1", "More Gate Friends", "From nine volunteers to twenty-three.", "ON TRACK", "on_course"),
            Line("D3.3", "Phone, food and bus ticket on the day", "Given to 96 people.", "ON TRACK", "on_course"),
        )),
        ("Priority E: Work that lasts", "E", (
            Line("E1.1", "The tools and tickets fund", "Forty-one awards by the panel, on which three Forum members sit.", "DELIVERED", "done"),
            Line("E1.2", "Careers adviser at The Anvil", "There on Thursdays.", "DELIVERED", "done"),
            Line("E1.4", "Ban the box on our own forms", "Council and college have done so. The health board's form is set nationally.", "BEHIND", "late"),
            Line("E1.5", "A living-wage work crew", "A business case is with the council.", "ON TRACK", "on_course"),
            Line("E1.6", "Literacy in pairs", "Fourteen pairs meeting at kitchen tables and in two cafés.", "DELIVERED", "done"),
        )),
        ("Priority F: In the open", "F", (
            Line("F1.1", "Residents' survey", "1,037 people answered in November.", "DELIVERED", "done"),
            Line("F1.2", "Public vote on unpaid work projects", "2,900 votes in June.", "ON TRACK", "on_course"),
            Line("F1.3", "S3 justice block", "Two of five high schools are teaching it.", "ON TRACK", "on_course"),
            Line("", "A podcast made by people on orders", "Six episodes, made with the community radio station.", "DELIVERED", "done"),
        )),
    ),
    (
        ("ndo-1", "National outcome 1, diversion: 64 people were diverted and 57 saw it through. We use the national indicator on diversion from prosecution."),
        ("ndo-6", "National outcome 6, suitable accommodation: 88 of 120 people had an address to go to."),
    ),
)  # fmt: skip

ARDVENNAN = Report(
    "ardvennan-2024-25", "html", "consultant", "web-page", "birch/ardvennan",
    "Our year in community justice: annual report 2024 to 2025", "Ardvennan and the Braes", "2024-04-01", "2025-03-31",
    (
        INVENTED,
        "Every year the Ardvennan and the Braes Community Justice Partnership reports on how it is doing against its plan for 2023 to 2027. This is our account of the year from 1 April 2024 to 31 March 2025.",
    ),
    (
        ("Help for people who are arrested", "A", (
            Line("A1", "Custody Link workers", "Both workers have been in post since the first autumn of the plan, and somebody is there from seven in the morning to midnight.", "✓ Done", "done"),
            Line("A2", "Health checks for people held overnight", "We reached nine in ten people last winter and have kept it there. What is missing is cover on public holidays.", "Nearly there", "late"),
            Line("A3", "Training for custody staff", "All 46 members of custody staff have had the half-day on brain injury, autism and learning disability.", "✓ Done", "done"),
            Line("A4", "Two-day text message", "The message goes out automatically; one in four people write back.", "✓ Done", "done"),
        )),
        ("Diversion", "B", (
            Line("B1", "An agreed list of offences for diversion", "The list was signed in the first year and has been added to once.", "✓ Done", "done"),
            Line("B2", "Diversion places outside school hours", "Saturday and early evening places have been running since October.", "✓ Done", "done"),
            Line("B3", "Debt advice as part of diversion", "Citizens Advice had no adviser free until February. It is now offered to half of those diverted.", "Behind", "late"),
            Line("B4", "Writing to people one year on", "Letters go out each month. 19 people have replied.", "On track", "on_course"),
        )),
        ("Community sentences", "C", (
            Line("C1", "Caledonian programme", "It opened, with a women's worker and a children's worker, on 22 April 2024.", "✓ Done", "done"),
            Line("C2", "Unpaid work teams north and south", "The southern team went out in May. The northern one is still waiting for a van.", "Behind", "late"),
            Line("C3", "Recovery worker in the justice social work office", "Heather Street Project has given us two days a week from January.", "✓ Done", "done"),
            Line("C4", "Progress reports to the sheriffs", "Sent in June and December.", "On track", "on_course"),
        )),
        ("Home and health after prison", "D", (
            Line("D1", "One-bedroom lets for people coming home", "Eight lets set aside, and all eight filled.", "✓ Done", "done"),
            Line("D2", "Monthly visits to HMP Inchgarve", "Twelve visits in twelve months.", "✓ Done", "done"),
            Line("D4", "Two weeks of medicine and a discharge letter", "This was to be working by the end of March. It is working from one prison of the three.", "Behind", "late"),
            Line("D5", "A dentist for people on release", "We asked every practice in the town. One is thinking about it.", "On track", "on_course"),
        )),
        ("Work", "E", (
            Line("E1", "Ready for Monday", "Two courses, 21 people, 14 placements.", "✓ Done", "done"),
            Line("E2", "Driving lessons and theory tests", "Paid for five people so far.", "On track", "on_course"),
            Line("E3", "Fair chance pledge", "Twenty-two employers have signed out of the thirty we want by May.", "On track", "on_course"),
            Line("E4", "Careers advice in HMP Inchgarve", "Skills Development Scotland has told us that it will not now do this, and we have taken it out of the plan.", "Dropped", "dropped"),
        )),
        ("Restorative justice", "F", (
            Line("F1", "A restorative justice service", "The co-ordinator started in January and the service is on course to open in August.", "On track", "on_course"),
            Line("F3", "Volunteer facilitators", "Seven of the twelve have been recruited.", "On track", "on_course"),
            Line("", "A lunch club for families visiting the court", "Started by two of our volunteers in November, on court days.", "New", "on_course"),
        )),
    ),
    (
        ("ndo-2", "More people in police custody receive support to address their needs: 318 referrals from custody, up from 240."),
        ("ndo-7", "More people with convictions access support to enhance their readiness for employment: 90 people used employability support."),
    ),
)  # fmt: skip
