"""Outcomes, commitments and words of the Carsefield workbook."""

ACTIONS = """
outcome: 1
text: Folk get the right help the first time they come to notice
national: ndo-1 ndo-2
how: number

action: 1a
text: Bring police warnings and fiscal direct measures into one quarterly data return
lead: Police Scotland{pol} & PF Office{sm}
due: 30/06/2025{2025-06-30}
measure: First return received
extra: Knowing more

action: 1b
text: Analyse repeat arrests by ward and share the picture with locality teams
lead: ^
due: 30/09/2025{2025-09-30}
measure: Five ward profiles
extra: Knowing more

action: 1c
text: Offer diversion to 18 to 25 year olds through youth workers they know already
lead: CLD{la} & JSW{la}
due: Q3 2025/26{2025-12-31}
measure: 45 starts, 36 completions
extra: Doing more

action: 1d
text: Pilot a speech and language check for every young adult referred by the fiscal
lead: NHS Carse{hb}
due: 2026/27{2027-03-31}
measure: Checks done within 15 days
extra: Doing more

action: 1e
text: Put a mental health nurse in the custody suite at Fallin Road four nights a week
lead: Carsefield HSCP{ijb}
due: ^
measure: 300 people seen a year
extra: Doing more

outcome: 2
text: Remand and short sentences are the exception in Carsefield
national: ndo-3 ndo-4
how: number

action: 2a
text: Screen everybody held for the Monday court for bail supervision
lead: JSW{la}
due: 31/03/2026{2026-03-31}
measure: 100% screened; 75 cases opened
extra: At court

action: 2b
text: Give the sheriffs a one-side summary of community options, revised each January
lead: JSW{la} & Sheriff Clerk{scts}
due: January 2026{2026-01-31}
measure: Summary on every bench
extra: At court

action: 2c
text: Find flats that can be used as bail addresses for women
lead: Carsefield Council Housing{la}
due: by end of 2026{2026-12-31}
measure: Two flats
extra: At court

action: 2d
text: Begin group work within 30 days of a programme requirement being made
lead: JSW{la}
due: Q2 2026/27{2026-09-30}
measure: Average wait, now 71 days
extra: On an order

action: 2e
text: Match people on orders with walking, football and allotment groups near home
lead: Carse Active{ts}
due: ongoing
measure: 90 matched
extra: On an order

action: 2f
text: Fit out a second workshop for unpaid work in Wester Carse
due: summer 2026
measure: Workshop in use
extra: On an order

action: 2g
text: Review breach reports with the court twice a year to see what came before them
lead: Sheriff Clerk{scts}
due: twice a year
extra: On an order

outcome: 3
text: Nobody loses their treatment or their doctor when they leave prison
national: ndo-5
how: number

action: 3a
text: Set up a transfer meeting each week between prison health and the recovery hub
lead: SPS{sm}, NHS Carse{hb} & ADP{oth}
due: 01/05/2025{2025-05-01}
measure: Transfers into treatment, from 19 to 50
extra: Before release

action: 3b
text: Start benefit and GP forms six weeks before the date of release
lead: ^
due: 31/12/2025{2025-12-31}
measure: Forms lodged for 9 in 10
extra: Before release

action: 3c
text: Carry hepatitis C testing into the approved accommodation
lead: NHS Carse{hb}
due: October 2025{2025-10-31}
measure: 120 tests
extra: After release

action: 3d
text: See that a social work assessment for care at home is done before an older person leaves
lead: Carsefield HSCP{ijb}
due: 2025-26{2026-03-31}
extra: After release

outcome: 4
text: A key in the hand and a face that is known
national: ndo-6 ndo-8
how: number

action: 4a
text: Hold back six council lets and six from housing associations every year
lead: Carsefield Council Housing{la} & Carse Housing Association{ts}
due: 31/03/2026{2026-03-31}
measure: 12 lets, 10 still going a year on
extra: The key

action: 4b
text: Write off former tenant arrears under 500 pounds where a repayment plan is kept to
lead: Carsefield Council Housing{la}
due: June 2026{2026-06-30}
measure: Arrears written off for 25 households
extra: The key

action: 4c
text: Extend the Gatepost mentoring service to women and to men over fifty
lead: The Wise Group{ts}
due: Q1 2025/26{2025-06-30}
measure: 60 throughcare cases begun
extra: The face

action: 4d
text: Visit each Carsefield person in HMP Carsemuir within ten days of arrival
lead: The Wise Group{ts} & SPS{sm}
due: ongoing
measure: Share visited
extra: The face

action: 4e
text: Fit a smoke alarm and give a safety talk in every tenancy given to someone leaving prison
lead: SFRS{fire}
due: ongoing
measure: Visits within a week
extra: The face

outcome: 5
text: Work, learning and a fair hearing for people with a past
national: ndo-7 ndo-9
how: number

action: 5a
text: Run a disclosure clinic on the first Friday of every month
lead: SDS{sds}
due: 30/04/2025{2025-04-30}
measure: 150 people advised over the plan
extra: Getting on

action: 5b
text: Guarantee an interview with the council for anyone finishing the Ready Steady course
lead: Carsefield Council HR{la}
due: March 2026{2026-03-31}
measure: 20 interviews, 8 starts
extra: Getting on

action: 5c
text: Train twelve people with lived experience as paid peer researchers
lead: Carse Voices{ts}
due: 2027/28{2028-03-31}
measure: 12 trained
extra: Getting on

action: 5d
text: Tour the travelling exhibition on unpaid work round all nine libraries
lead: Carsefield Libraries{la}
due: November 2025{2025-11-30}
measure: 2,000 visitors, 300 comment cards
extra: A fair hearing

action: 5e
text: Give a talk on community justice to every S4 modern studies class
lead: All partners{all}
due: by end of 2027{2027-12-31}
measure: 8 schools
extra: A fair hearing
"""

# On the sheet of enabling work, which serves no one outcome.
ENABLING = """
action: E1
text: Move the partnership's papers to the new shared drive
lead: CJ Team{la}
due: 31/05/2025{2025-05-31}
measure: Drive in use
under: none

action: E2
text: Agree an information sharing protocol that covers custody, health and housing
lead: Information Governance, Carsefield Council{la}
due: Q4 2025/26{2026-03-31}
measure: Protocol signed by all
under: none

action: E3
text: Offer the two-day trauma course to thirty front-line staff
lead: NHS Carse{hb}
due: September 2026{2026-09-30}
measure: 30 people
under: none
"""

SHEETS = {
    "1": ("1 Early help", "NDO 1 and NDO 2"),
    "2": ("2 Courts and orders", "NDO 3 and NDO 4"),
    "3": ("3 Health after prison", "NDO 5"),
    "4": ("4 Home and mentor", "NDO 6, NDO 8"),
    "5": ("5 Work and respect", "NDO 7, NDO 9"),
}

WHY = {
    "1": """In 2023-24 Carsefield had 1,420 recorded direct measures and 61 diversion cases, of
which 37 were finished. Three wards give half of all repeat arrests. Young adults do worst: one in
two of those offered diversion did not come to the second appointment, and youth workers tell us
the letters are not opened.""",
    "2": """Carsefield Sheriff Court sent 133 people to prison for under a year in 2023-24, most of
them for thefts from shops and breach of earlier orders. An average day has 38 on remand. Bail
supervision was begun 29 times. Of 402 community payback orders 70 per cent were completed. The
wait for group work is over ten weeks and some people have finished the unpaid work before the
group starts.""",
    "3": """At least five people died of an overdose within four weeks of release in the three years
to 2024. The prison and the recovery hub use different systems and neither can see the other.
Nineteen transfers into treatment were recorded; the true figure is thought to be nearer sixty.""",
    "4": """Of 118 people who came home, 44 made a homeless application that week. Twelve refused
the offer because of where it was. Voluntary throughcare reached 26, all of them men under
fifty, since that is what the grant allowed.""",
    "5": """Three hundred people with a conviction asked for help with work through No One Left
Behind; about one in six found a job. In the citizens' panel 41 per cent had never heard the words
community justice and the rest mostly thought it meant litter picking.""",
}

ABOUT = """
# About this workbook

p: This workbook IS the plan. There is no glossy version. It was agreed by the Carsefield Community
Justice Partnership on 20 February 2025 and runs from 1 April 2025 to 31 March 2028. Carsefield is
a made-up place and the plan is an example for testing.

p: Each of the five sheets with a number has one local outcome, why it matters, the national
outcomes it counts towards, and our commitments. The sheet called Enabling has the behind-the-scenes
work. Other sheets say who we are, how we decide, what people need and what we will bring about by
when. Please do not sort the sheets: the merged cells do not like it.

# Vision

p: Carsefield, a place that believes people can change, that looks after those who have been hurt,
and that would rather open a door than close one.

# Our priorities 2025-28

p: 1. Women, who are a sixth of those sentenced and have next to nothing made for them.

p: 2. Young adults of 18 to 25, who make up a third of all arrests.

p: 3. The first week after prison.

p: Partners chose these three from a list of eleven by looking at numbers, at harm, and at whether
anything could be done about it in three years. Every one of the nine national outcomes has at least
one commitment; NDO 3, 6 and 8 are the ones we most want to shift.

# From the chair

p: My thanks to everyone who came to the Wester Carse hall on a wet night in October to tell us
that the last plan could not be understood. I hope that this one can. It has fewer words and more
dates. If you find a date that has gone by and nothing has happened, ring the number at the foot of
the Governance sheet and ask why. That is what it is for.

p: Cllr A. N. Other, Chair and Workforce Champion

# What we said last time and what happened

p: The plan for 2021-24 had 48 things in it. Twenty-two were done. They include the women's morning
at the Fallin Road office, the first Housing First tenancies and the custody link worker, who has
been a quiet success. Eleven were dropped, most of them because the money ended or the person
who had thought of them moved on. Fifteen have been carried into the present plan, though a good
few of them have been reworded so that it will be possible to say whether they have been done.

p: What we learned is not surprising. Commitments that had one owner did better than those that had
five. Commitments with a date did better than those without. Anything that needed two computer
systems to speak to each other took twice as long as anyone had said. Where people who had been
through the system were in the room when a thing was designed, other people used it; where they were
not, other people on the whole did not.

# The place and the numbers

p: Carsefield has some 88,000 people in three towns and a string of former pit villages along the
river. Unemployment is a little above the national figure. The sheriff court and the custody
suite are both in Fallin Road, which is handy, and the nearest prison is HMP Carsemuir, which is
twenty minutes away by train if the train is running. Recorded crime fell by 9 per cent over the
five years to 2024 but violence did not, and shop theft has gone up by two thirds. About 430 people
were on community orders on any day in 2023-24 and 96 Carsefield people were in prison, 38 of them
not yet tried. Seventeen of the 96 were women, or had been within the year.

p: For each national outcome the partnership looked at the national indicator, at what it was three
years ago, and at the figure for councils like ours. We are near where we should be on NDO 1, 4
and 7, some way off on NDO 2, 5 and 9, and a long way off on NDO 3, 6 and 8.

# Involving people

p: We will always involve people who have been through the system, providers and front-line staff
in what we do. The partnership intends to agree how this is done, and when, at its June meeting.

# Is it working?

p: The CJ Team fills in a RAG column for each commitment every quarter and the partnership sees all
ambers and reds. A proper look at whether people's lives have changed is planned but not yet
designed.
"""

NEEDS = [
    ["Housing", "37% of people leaving prison have nowhere to go", "Worst for women with children"],
    ["Mental health", "Two in three on orders score above the clinical cut-off", "Nine-month wait"],
    ["Drug and alcohol problems", "Named in 58% of court reports", "Cocaine is rising fastest"],
    ["Physical health", "Dental pain, hepatitis C, chests", "One in four without a GP"],
    ["Money worries", "Four in five owe money to the council itself", "Fines make it worse"],
    ["Employment", "31% in any sort of work at sentence", "Two employers take most of them"],
    ["Isolation", "Half could name nobody they would ring in a crisis", "Older men above all"],
]

SERVICES = [
    ["Gatepost mentoring service", "The Wise Group", "Men leaving HMP Carsemuir", "26 a year"],
    ["Carse Recovery Hub", "ADP and HSCP", "Anyone using drugs or drink", "410 on the books"],
    ["Ready Steady course", "Carsefield Council", "People out of work over a year", "60 places"],
    ["Caledonian System", "Justice social work", "Men convicted of domestic abuse", "24 places"],
    ["Carse Voices", "Independent charity", "Anyone with a conviction", "Open door"],
    ["Bail Support Line", "Justice social work", "People on supervised bail", "8am to 8pm"],
]

PARTNERS = [
    ["Carsefield Council{la}", "Statutory", "Head of Justice Services (vice chair)"],
    ["NHS Carse{hb}", "Statutory", "Director of Public Health"],
    ["Police Scotland{pol}", "Statutory", "Superintendent, local policing"],
    ["Scottish Fire and Rescue Service{fire}", "Statutory", "Group Commander"],
    ["Skills Development Scotland{sds}", "Statutory", "Area Manager"],
    ["Carsefield HSCP{ijb}", "Statutory, for the integration joint board", "Chief Officer"],
    ["Scottish Courts and Tribunals Service{scts}", "Statutory", "Sheriff Clerk"],
    ["Scottish Prison Service{sm}", "Statutory, for Ministers", "Deputy Governor, HMP Carsemuir"],
    ["Crown Office and Procurator Fiscal Service{sm}", "Statutory, for Ministers", "PF Depute"],
    ["The Wise Group{ts}", "Third sector", "Operations Manager"],
    ["Carse Voices{ts}", "Third sector", "Chair"],
    ["Carse Housing Association{ts}", "Third sector", "Director"],
    ["Carse Active{ts}", "Third sector", "Manager"],
]

GOVERNANCE = """
# How we run ourselves

p: The partnership meets in March, June, September and December. It is a thematic group of the
Carsefield Community Planning Partnership and gives it a written report after each meeting. The
chair is a councillor, chosen each May. Decisions are by agreement; if there is none the chair and
vice chair settle it within two weeks. Papers are public.

p: Money: the partnership holds the Scottish Government grant for the co-ordinator and a small
projects fund of 15,000 pounds. Everything else belongs to the partners.

# Who does what

| Group or post | Job
| Partnership | Sets direction, signs off the plan, looks at ambers and reds
| Tasking group | Monthly; makes sure each commitment moves; owners come and explain
| Owner (Who leads) | Does the thing, or gets it done; fills in the return by the tenth
| CJ Team | Two people employed by the council; keep this workbook; write the yearly report
| Chief officers' group | Hears about anything that two agencies cannot sort out

# Papers to be read alongside

| Paper | What it tells you
| Carsefield Justice Needs Assessment 2024 | What people need; the figures on the Needs sheet
| Participation Statement, March 2025 | The 214 people and groups who helped, and what they changed
| Equality and Fairer Scotland Impact Assessment, February 2025 | Who might lose out, and why
| Carsefield Local Outcomes Improvement Plan 2023-33 | The wider plan for the area

# Contact

p: CJ Team, Carsefield Council, 01632 960 331, cjteam@carsefield.example.org
"""

DELIVERABLES = [
    ["2025-26", "Nurse in custody agreed; weekly transfer meeting; disclosure clinic; 12 lets"],
    [
        "2026-27",
        "Bail flats for women; second unpaid work workshop; speech and language pilot done",
    ],
    ["2027-28", "All schools visited; peer researchers at work; whole plan looked at afresh"],
]

LISTS = {
    "Status list": [
        "Not yet started - no update due",
        "On track and within the agreed time",
        "Slipping but can still be rescued",
        "Stuck and needs the partnership",
    ],
    "Lead list": ["JSW", "SPS", "HSCP", "SDS", "SFRS", "Please choose a lead from the list"],
}

VERDICTS = """
1 p sheet About, heading Vision
2 h five local outcomes, with no short, medium or long term
3 m no strategic objectives
4 p sheet About, three priorities and how they were chosen
5 p sheet Governance, how we run ourselves
6 p sheet Governance, who does what
7 p numbered sheets: commitment, lead, target date, success
8 m nothing on major service changes
9 p sheet Deliverables, by year
10 m only one enabling commitment about a course; no workforce considerations
11 h sheet About: a commitment; how and when still to be agreed
12 p sheet Governance, three papers with what each tells
13 h sheet About: RAG each quarter; evaluation planned but not designed
"""
