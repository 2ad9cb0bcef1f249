# ruff: noqa: E501, RUF001 - the words of the reports, a line for each action
"""Two reports in the hand of a council's committee clerk: tables, short sentences, colours."""

from __future__ import annotations

from .model import INVENTED, Line, Report

KINVARRY = Report(
    "kinvarry-2019-20", "docx", "clerk", "progress-table", "birch/kinvarry",
    "Kinvarry Community Justice Partnership: Annual Report 2019-20", "Kinvarry", "2019-04-01", "2020-03-31",
    (
        INVENTED,
        "Section 23 of the Community Justice (Scotland) Act 2016 asks the community justice partners to publish each year a report on what has been achieved. This is the second report on the Improvement Plan 2018-2021. It was agreed by the Partnership on 3 June 2020.",
        "It has been a steady year until the middle of March, when most group work had to stop. Partners have kept in touch by telephone since then. Colours are as follows.",
        "Blue – complete", "Green – on target", "Amber – some slippage", "Red – not achieved by the date",
    ),
    (
        ("CO1 Communities improve their understanding and participation in community justice", "", (
            Line("1", "Annual account of unpaid work carried out in each ward, with photographs", "The account for 2018/19 went to every library in June 2019 and can be read on the council's website.", "Blue", "done"),
            Line("2", "Community perceptions survey, repeated in the last year of the plan", "412 replies to the first survey. The repeat is booked for autumn 2020.", "Green", "late"),
            Line("3", "Second Chances week in schools, libraries and football grounds", "Held from 18 to 22 November 2019; nine schools and both football clubs took part.", "Blue", "done"),
        )),
        ("CO2 Partners plan and deliver services in a more strategic and collaborative way", "", (
            Line("4", "Information sharing protocol covering all nine statutory partners", "Eight of the nine have put their names to it. The ninth has asked for changes to the third schedule.", "Red", "late"),
            Line("5", "Map every service which people with convictions use", "Map issued in March 2019 and brought up to date in January.", "Blue", "done"),
            Line("6", "Joint review of spending on people in contact with justice", "Finance colleagues were moved to other duties in February. The review is now to report in September 2020.", "Amber", "late"),
        )),
        ("CO3 People have better access to the services they require", "", (
            Line("7", "Adopt SHORE standards and appoint prison housing officer", "Standards adopted. Officer took up post in November 2018 and has held 61 surgeries in HMP Lowbank.", "Blue", "done"),
            Line("8", "Named GP practice open to registrations from people in custody", "Harbour Road practice has kept its list open; 29 registrations.", "Blue", "done"),
            Line("9", "Welfare rights adviser in the court building two mornings in the week", "In place throughout the year, 188 people advised.", "Blue", "done"),
            Line("10", "Text reminder service for addictions appointments", "The supplier ceased trading. Partners agreed in May 2019 not to seek another and the action has been withdrawn.", "", "dropped"),
            Line("11", "Drop-in space at the Tryst Street Recovery Café", "Five services make use of the room; a sixth has asked.", "Green", "on_course"),
        )),
        ("CO4 Effective interventions are delivered to prevent and reduce the risk of further offending", "", (
            Line("12", "Widen diversion to people aged 26 and over with a mental health need", "Agreed with the procurator fiscal in February 2019. 17 people diverted this year.", "Blue", "done"),
            Line("13", "Groupwork programme for women on community payback orders, with childcare", "Two groups completed. Third group suspended on 17 March.", "Blue", "done"),
            Line("14", "Train twelve unpaid work supervisors in accredited learning", "Seven of the twelve hold the award. The remaining five have sat the first unit only.", "Amber", "late"),
            Line("15", "Caledonian System for men convicted of domestic abuse", "31 men on the programme at the end of March.", "Green", "on_course"),
            Line("16", "Supervised bail for under 21s when remand is being considered", "Offered in all 22 cases.", "Blue", "done"),
        )),
        ("CO5 Life chances are improved through needs being addressed", "", (
            Line("18", "Basic bank accounts opened through the prison", "Two banks agreeable in principle. No account has been opened.", "Red", "late"),
            Line("19", "Joint home safety and security visit after repeat housebreaking", "44 visits by police and fire officers together.", "Blue", "done"),
            Line("20", "Take-home naloxone on liberation and from police custody", "Supplied to 103 people.", "Blue", "done"),
            Line("21", "End use of bed and breakfast for people leaving prison", "Used on 6 occasions against 19 in the year before.", "Green", "on_course"),
        )),
        ("CO6 and CO7 Relationships, opportunities and resilience", "", (
            Line("22", "Guaranteed interview on completing New Leaf", "Personnel Committee to consider the terms in the summer.", "Green", "on_course"),
            Line("24", "Three-month leisure pass half way through an order", "58 passes given out.", "Blue", "done"),
            Line("25", "Bridging the Gap peer mentoring scheme", "First eight mentors have finished their training and have been matched.", "Blue", "done"),
            Line("26", "Self-management plan in each throughcare case", "Found in 21 of 34 files audited.", "Amber", "late"),
            Line("", "Food parcels and telephone credit for those liberated early in the emergency", "Arranged within four days; not in the plan.", "Blue", "done"),
        )),
    ),
    (
        ("o-3", "On Outcome 3 (access to services) the Partnership used the national indicator on the speed of access to drug and alcohol services: 94 per cent were seen in three weeks."),
        ("o-4", "On Outcome 4 (effective interventions) 71 per cent of community payback orders were successfully completed, up from 66."),
    ),
    ("The next report will be the last upon this plan. It will be laid before the Partnership in June 2021.",),
)  # fmt: skip

CARSEFIELD = Report(
    "carsefield-2025-26", "xlsx", "clerk", "workbook", "granite/carsefield",
    "Carsefield Community Justice Partnership - Annual Report for 2025-26", "Carsefield", "2025-04-01", "2026-03-31",
    (
        INVENTED,
        "This workbook is the Partnership's annual report under section 23. It covers the first year of the plan, 1 April 2025 to 31 March 2026.",
        "The percentage is the lead officer's own estimate at the year end.",
    ),
    (
        ("1 Right help first time", "1", (
            Line("1a", "One quarterly data return", "First return made for April to June and each quarter since.", "100%", "done"),
            Line("1b", "Analyse repeat arrests by ward", "Analyst in post only since January; first maps drawn for two wards.", "40%", "late"),
            Line("1c", "Diversion through youth workers", "Fourteen young people have been through it since it opened in November.", "100%", "done"),
            Line("1d", "Speech and language check", "Therapist's hours agreed for next year.", "10%", "on_course"),
            Line("1e", "Mental health nurse at Fallin Road", "Post advertised a second time.", "25%", "on_course"),
        )),
        ("2 Remand and short sentences", "2", (
            Line("2a", "Screening for bail supervision", "Every Monday list since June has been screened (212 people).", "100%", "done"),
            Line("2b", "One-side summary for sheriffs", "Issued 9 January.", "100%", "done"),
            Line("2c", "Bail flats for women", "One found, two more being looked at.", "33%", "on_course"),
            Line("2d", "Group work within 30 days", "Average wait down from 71 days to 48.", "60%", "on_course"),
            Line("2e", "Walking, football and allotment groups", "37 people matched.", "n/a - continuing", "on_course"),
            Line("2f", "Second workshop, Wester Carse", "The lease fell through in October and the capital has gone back to the centre. The Partnership has decided not to proceed.", "Stopped", "dropped"),
        )),
        ("3 Treatment and doctor", "3", (
            Line("3a", "Weekly transfer meeting", "Has met 44 times.", "100%", "done"),
            Line("3b", "Benefit and GP forms six weeks before release", "Working for those in HMP Carsemuir but not yet for people held elsewhere.", "70%", "late"),
            Line("3c", "Hepatitis C testing", "Began 6 October, 51 tests.", "100%", "done"),
            Line("3d", "Social work assessment of older people", "Guidance has been drafted.", "50%", "late"),
        )),
        ("4 Key in the hand", "4", (
            Line("4a", "Twelve lets held back", "Twelve lets made (seven council, five association).", "100%", "done"),
            Line("4b", "Former tenant arrears", "Housing Committee approved the scheme on 12 February; starts in May.", "80%", "on_course"),
            Line("4c", "Gatepost for women and men over fifty", "Open to both since May 2025.", "100%", "done"),
            Line("4d", "Visit within ten days", "171 of 180 seen in time.", "n/a - continuing", "on_course"),
        )),
        ("5 Work and learning", "5", (
            Line("5a", "Disclosure clinic", "Held every first Friday; 63 people.", "100%", "done"),
            Line("5b", "Guaranteed interview with the council", "Awaiting agreement with the trade unions.", "60%", "late"),
            Line("5c", "Peer researchers", "Five of twelve trained.", "42%", "on_course"),
            Line("5d", "Travelling exhibition", "Has been to all nine libraries.", "100%", "done"),
        )),
        ("Enabling work", "", (
            Line("E1", "Shared drive", "Moved over the May holiday weekend.", "100%", "done"),
            Line("E2", "Information sharing protocol", "With the solicitors.", "75%", "late"),
            Line("", "Warm clothing store at the sheriff court", "Set up in December with the churches.", "100%", "done"),
        )),
    ),
    (
        ("ndo-3", "More people are assessed for and successfully complete bail supervision: 212 assessed, 61 completed"),
        ("ndo-5", "More people have access to, and continuity of, health and social care following release from a prison sentence: 88 per cent registered with a GP in a week"),
    ),
)  # fmt: skip
