# ruff: noqa: E501, RUF001
"""Words of the Glenorval plan (Word, council template)."""

from __future__ import annotations

from .common import Act, Outcome, Plan

TITLE = "Second Chances, Safer Straths: Local Improvement Plan for Community Justice 2024–2029"
HEADER = "Glenorval Council – Corporate Template CT04 – Unrestricted once approved by Committee"
FOOTER = "Invented plan, written for testing only. Ask Reception for large print or Gaelic copies."

# Each part: heading level, heading, paragraphs ("* " starts a bullet).
FRONT: list[tuple[int, str, list[str]]] = [
    (
        1,
        "A word from the Convener",
        [
            "I am pleased to put this document before the people of Glenorval. Those of us who sit on committees are used to seeing plans come and go, and I know that some readers will be weary of another. I would ask them to bear with us. The five years behind us showed what can be done when the agencies of a rural area pull together, and they showed too where we fell short: people still leave prison on a Friday with nowhere certain to sleep, and the bus to the nearest recovery café still goes twice a day.",
            "What follows was put together over the winter by officers from across the Partnership. It says plainly what each of us has agreed to do. I commend it to you.",
            "Cllr A. N. Other, Convener, Glenorval Community Justice Partnership",
        ],
    ),
    (1, "Background", []),
    (
        2,
        "Why there is a plan at all",
        [
            "The Community Justice (Scotland) Act 2016 asks the named partners in every council area to publish an outcomes improvement plan, to have regard to the national strategy and the national performance framework as they write it, and to think again whenever either of those is renewed. The National Strategy for Community Justice was renewed in June 2022, and the Community Justice Performance Framework followed in March 2023. Our first plan, approved in 2017, was written for an earlier framework and has now been laid aside.",
            "This plan covers the period from 1 April 2024 to 31 March 2029. It replaces everything that went before it. Members of the Community Planning Board saw a draft in January 2024 and asked for fewer words and firmer dates; we hope they will feel they have been given both.",
        ],
    ),
    (
        2,
        "The place",
        [
            "Glenorval takes in four straths, two small burghs (Kirkorval and Port Sella) and some sixty townships. About 41,300 people live here. One household in four is more than thirty minutes from a sheriff court by public transport, and the custody suite at Kirkorval closes overnight from Sunday to Wednesday, so that people arrested then are driven to the city.",
            "Wages are seasonal. Rents in Port Sella have gone up by almost a third since the short-term lets arrived, and the waiting list for a one-bedroom council tenancy stood at 412 households in December 2023. Those facts matter as much to community justice as the crime figures do.",
        ],
    ),
    (
        2,
        "What the figures told us",
        [
            "In 2022/23 there were 186 community payback orders imposed on Glenorval residents, of which 71% were finished successfully. Diversion was offered to 58 people and 39 saw it through. Only nine people were bailed to supervision, although the sheriff told us that reports were asked for in twenty-six cases. Sixty-four residents came home from prison after a sentence of under four years; eleven of them made a homeless application within the week.",
            "Referrals from the custody suite are where our knowledge is poorest. The nurse keeps a paper book. It records 31 onward referrals for the year, but nobody believes it is complete.",
        ],
    ),
    (
        2,
        "What people in the justice system need here",
        [
            "Justice Social Work went through 140 case files in autumn 2023. The workers marked each need that stood in the way of a settled life. The same needs came round again and again:",
            "* Somewhere to live: 44% had no settled housing at some point in the previous year.",
            "* Drink and drugs: alcohol came up in more than half of files, street benzodiazepines in a third.",
            "* Mental health: 61% had a diagnosis or were waiting for one; anxiety and low mood were commonest.",
            "* Work: two thirds were out of work, and many had held nothing but seasonal jobs.",
            "* Debt and benefits: arrears, sanctions and fines owed were noted in 38% of files.",
            "Physical health, by contrast, was not recorded often enough to say anything useful, and we make no claim about it.",
        ],
    ),
    (
        2,
        "How near we are to the national outcomes",
        [
            "We are asked to judge, outcome by outcome, whether what the nation has set is achieved here. Officers have done so with the national indicators where these can be had for an area of our size, and with our own counts where they cannot. Small numbers jump about, and the committee was warned not to read too much into one year.",
            "On diversion and on help in custody we are some way off. On bail supervision we are a long way off: nine people in a year is not a service. On community sentences we come within four points of the Scottish figure. For what happens after prison (health, housing, voluntary throughcare) the answer varies so much from case to case that the fairest word is patchy. On readiness for employment we have no figures that we trust. As to understanding and confidence, the citizens' panel of 2022 found that 48% would sooner see a minor offence dealt with by unpaid work than by a few months in prison, while 31% did not know what unpaid work was.",
            "The number of short sentences passed on our residents has come down slowly, from 71 in 2018/19 to 57 in 2022/23, in step with the country at large.",
        ],
    ),
    (
        2,
        "What became of the last plan",
        [
            "The plan of 2017 had 64 actions. When the Partnership went through them in the summer of 2023, 29 had been completed, 20 had been overtaken by events (the pandemic above all), and the rest had simply been forgotten as people changed jobs. Members took two things from this. The first was that a step without a holder does not get done. The second was that the Partnership should be told about slippage at once and in plain words.",
            "There were good things too. The tool library at Port Sella, which was built and is staffed by people on unpaid work, now lends to 600 households and has become something that visitors from other councils ask to see.",
        ],
    ),
    (1, "What we are trying to bring about", []),
    (
        2,
        "Vision",
        [
            "Our vision is of a Glenorval where harm is put right close to home, where nobody is written off, and where every strath is safer because people who have offended get the help they need, when they need it.",
        ],
    ),
    (
        2,
        "Where we will put our effort first",
        [
            "We cannot do it all at once. The Partnership weighed up the figures above against what is within our own gift, and settled on three priorities for the life of the plan:",
            "* Priority one: help at the first contact with the police or the fiscal, before things get worse.",
            "* Priority two: a credible offer of bail supervision and community sentences in all four straths.",
            "* Priority three: a planned homecoming for each person who leaves prison.",
        ],
    ),
    (
        2,
        "Ambitions and the long view",
        [
            "There are four ambitions, set out one by one in the next chapter. Each has two aims under it, and each aim has steps. We have not yet said which changes we look for in the first year and which will take a decade; a grouping of the ambitions into the short, medium and long term will be brought to the Partnership during 2024/25.",
        ],
    ),
]
OUTCOMES = [
    Outcome(
        "A",
        "Fewer people go deeper into the system because help reaches them at the first door",
        ["ndo-1", "ndo-2"],
        "number",
    ),
    Outcome(
        "B",
        "Sheriffs in our area have bail and sentencing choices that work in a rural place",
        ["ndo-3", "ndo-4"],
        "number",
    ),
    Outcome(
        "C",
        "Coming home from prison is planned, and nobody falls through the gaps",
        ["ndo-5", "ndo-6", "ndo-8"],
        "number",
    ),
    Outcome(
        "D",
        "People with a past have a fair crack at work, and their neighbours back them",
        ["ndo-7", "ndo-9"],
        "number",
    ),
]
LINKS = {
    "A": "National link: nationally determined outcomes 1 and 2.",
    "B": "National link: nationally determined outcomes 3 and 4.",
    "C": "National link: nationally determined outcomes 5, 6 and 8.",
    "D": "National link: nationally determined outcomes 7 and 9.",
}
BLURB = {
    "A": "Too many of our young adults pick up a conviction for want of a conversation. The fiscal is willing to divert; what has been lacking is a local programme to divert to, and a worker in the custody suite who is there when the door opens.",
    "B": "The bench has told us, fairly enough, that a choice on paper is no choice. A supervised bail place that means a three-hour round trip will not be used. Nor will unpaid work that is cancelled whenever the van is off the road.",
    "C": "The prison is ninety miles away. Planning for release has depended on which officer picks up the phone. We mean to replace luck by routine.",
    "D": "Employers here are small and know everybody. That cuts both ways. We believe that a quiet word from a trusted neighbour does more than any poster.",
}
OBJECTIVES = [
    ("A1", "Raise the number of completed diversions to 60 a year by March 2027", "A"),
    ("A2", "Have a link worker present in the custody suite on every day that it is open", "A"),
    ("B1", "Make supervised bail a real option at both courts", "B"),
    ("B2", "Lift successful completion of orders from 71% to 80%", "B"),
    ("C1", "Hold a homecoming meeting at least eight weeks before release", "C"),
    ("C2", "Put health care and throughcare in place before the gate opens", "C"),
    ("D1", "Open up routes into jobs that last beyond the season", "D"),
    ("D2", "Win the confidence of communities by showing them what is done", "D"),
]
JSW = "la=Justice Social Work"
ACTIONS = [
    Act(
        "1.1",
        "Write and agree a diversion pathway with the PF Office that names a worker for each strath",
        JSW + "|sm=PF Office",
        "30/09/2024",
        "Pathway signed off; referrals counted monthly",
        "A",
        "A1",
    ),
    Act(
        "1.2",
        "Train six volunteer mentors to stand alongside young adults who are diverted",
        "ts=Straths Mentoring",
        "March 2025",
        "Six mentors in post",
        "A",
        "A1",
    ),
    Act(
        "1.3",
        "Offer a short alcohol awareness course as part of diversion",
        "ij=ADP",
        "March 2025",
        "",
        "A",
        "A1",
    ),
    Act(
        "1.4",
        "Swap the nurse's paper book for an electronic referral form",
        "hb=NHS Glenorval|po=Police Scotland",
        "Q3 2024/25",
        "All onward referrals on the system by the end of the third quarter",
        "A",
        "A2",
    ),
    Act(
        "1.5",
        "Second an arrest link worker to the Kirkorval custody suite",
        "ij=HSCP",
        "31/03/2025",
        "Number of people seen each month",
        "A",
        "A2",
    ),
    Act(
        "1.6",
        "Look again at transport home for people released from custody overnight",
        "",
        "summer 2025",
        "",
        "A",
        "A2",
    ),
    Act(
        "2.1",
        "Set up a bail supervision service run jointly from Kirkorval and Port Sella",
        JSW,
        "1 April 2025",
        "20 people supervised in the first full year",
        "B",
        "B1",
    ),
    Act(
        "2.2",
        "Give the sheriff clerk a one-page guide to what is on offer, renewed twice a year",
        JSW + "|sc=Sheriff Clerk's Office",
        "Twice yearly",
        "Guide in use in both courts",
        "B",
        "B1",
    ),
    Act(
        "2.3",
        "Test electronic monitoring with bail in ten cases and report what we find",
        JSW,
        "December 2026",
        "Ten cases reviewed",
        "B",
        "B1",
    ),
    Act(
        "2.4",
        "Buy a second van so that unpaid work squads run in all four straths",
        "la=Fleet and Roads",
        "2025/26",
        "Cancelled squad days fall by half",
        "B",
        "B2",
    ),
    Act(
        "2.5",
        "Bring in a women's group programme delivered over video link as well as in person",
        JSW + "|ts=Port Sella Women's Centre",
        "2025/26",
        "Eight women complete the programme each year",
        "B",
        "B2",
    ),
    Act(
        "2.6",
        "Ask each person at the end of an order what helped and what did not",
        JSW,
        "ongoing",
        "Exit questionnaires returned",
        "B",
        "B2",
    ),
    Act(
        "3.1",
        "Appoint a homecoming co-ordinator shared with the neighbouring council",
        "la=Housing and Homelessness",
        "June 2024",
        "Post filled",
        "C",
        "C1",
    ),
    Act(
        "3.2",
        "Sign a release protocol with SPS under which names and dates reach us twelve weeks ahead",
        "sm=SPS|la=Housing and Homelessness",
        "31/12/2024",
        "Share of releases with twelve weeks' notice",
        "C",
        "C1",
    ),
    Act(
        "3.3",
        "Hold back four furnished flats as landing places for people who would otherwise be homeless",
        "la=Housing and Homelessness|ts=Sella Housing Association",
        "31/12/2024",
        "Homeless applications from prison fall from 11 to 4",
        "C",
        "C1",
    ),
    Act(
        "3.4",
        "See to it that everyone is registered with a GP on the day they come home",
        "ij=HSCP",
        "March 2026",
        "GP registration at release: 100%",
        "C",
        "C2",
    ),
    Act(
        "3.5",
        "Carry methadone and buvidal prescriptions over from prison with no missed day",
        "hb=NHS Glenorval|ij=ADP",
        "March 2026",
        "",
        "C",
        "C2",
    ),
    Act(
        "3.6",
        "Commission a voluntary throughcare worker for people serving under four years",
        "",
        "",
        "Uptake of voluntary throughcare among those eligible",
        "C",
        "C2",
    ),
    Act(
        "4.1",
        "Recruit fifteen small employers to a friendly employers' ring",
        "ot=Glenorval Chamber of Commerce|sd=SDS",
        "Q4 2025/26",
        "Fifteen employers signed up",
        "D",
        "D1",
    ),
    Act(
        "4.2",
        "Run a forestry skills course with a guaranteed interview at the end of it",
        "ot=Straths College",
        "October 2025",
        "Ten people through, six into work",
        "D",
        "D1",
    ),
    Act(
        "4.3",
        "Offer benefit checks and debt advice at every first appointment",
        "ts=Glenorval Citizens Advice Bureau",
        "ongoing",
        "",
        "D",
        "D1",
    ),
    Act(
        "4.4",
        "Take the community payback roadshow to the four agricultural shows",
        "pc=All partners",
        "by end of 2026",
        "Visitor survey at each show",
        "D",
        "D2",
    ),
    Act(
        "4.5",
        "Publish a yearly list of unpaid work jobs chosen by community councils",
        "la=Justice Social Work|fi=SFRS",
        "31/05/2025",
        "List published",
        "D",
        "D2",
    ),
]
BACK: list[tuple[int, str, list[str]]] = [
    (1, "How we run things", []),
    (
        2,
        "Governance",
        [
            "The Glenorval Community Justice Partnership meets four times a year, in March, June, September and December. It answers to the Community Planning Board, which receives a note of each meeting. The chair is held for two years at a time by one of the statutory partners; the vice-chair always comes from the third sector. Decisions are taken by agreement, and where there is none the matter goes to the Board.",
            "Money held in common (at present the section 27 grant for co-ordination and a small legacy fund) is looked after by the Council's Head of Finance, who reports on it each September.",
        ],
    ),
    (
        2,
        "Who does what",
        [
            "The Co-ordinator keeps the plan, chases the steps and writes the papers. Each ambition has a champion on the Partnership, who draws up the yearly work for it with those named in the tables, meets them every six weeks and speaks to it at the quarterly meeting. The body shown under Held by is answerable for the step; those that help are expected to turn up, share what they know and say early if they cannot. A step that is marked red twice running is called in by the chair.",
        ],
    ),
    (
        2,
        "The people who do the work",
        [
            "Our staff are few and spread thin. A joint workforce development programme will be set out in due course, once the Council's own restructuring is done.",
        ],
    ),
    (
        2,
        "Main products of the first two years",
        [
            "Readers who have no time for the tables may wish to know what will be there to see by March 2026:",
            "* a bail supervision service working from both burghs;",
            "* an arrest link worker in Kirkorval;",
            "* four furnished flats held for people leaving prison;",
            "* a signed release protocol with the Scottish Prison Service.",
        ],
    ),
    (
        2,
        "Hearing from those who have been through it",
        [
            "Eighteen people with convictions and seven family members helped us to write this plan at three suppers in Kirkorval, Port Sella and Strathbeg between October and December 2023. Service providers and front-line workers joined the last of these. The supper group goes on: it meets every February and August, is paid at the living wage for its time, and has two seats at the Partnership from June 2024.",
        ],
    ),
    (
        2,
        "Papers that sit beside this plan",
        [
            "The file study mentioned in chapter 2 may be had from the Co-ordinator. A participation statement and an equality impact assessment will follow.",
        ],
    ),
    (
        2,
        "Learning as we go",
        [
            "Every September the Partnership will take stock of each ambition: what was done, whether it was done as intended, and what difference it made, using the proofs in the tables together with the national indicators. Each spring two steps will be picked for a closer evaluation with the supper group, and what is learned will be used to amend the next year's steps. The findings go into the annual report, which is published by 31 December.",
        ],
    ),
    (
        1,
        "Who is round the table",
        [
            "The Partnership has the following members.",
        ],
    ),
]
PARTNERS = (
    "la=Glenorval Council|hb=NHS Glenorval|ij=Glenorval Health and Social Care Partnership|po=Police Scotland|"
    "fi=Scottish Fire and Rescue Service|sd=Skills Development Scotland|sc=Scottish Courts and Tribunals Service|"
    "sm=Scottish Prison Service|sm=Crown Office and Procurator Fiscal Service|ts=Straths Mentoring|"
    "ts=Port Sella Women's Centre|ts=Glenorval Citizens Advice Bureau|ts=Sella Housing Association|ot=Straths College|"
    "ot=Glenorval Chamber of Commerce"
)
PLAN = Plan(
    "glenorval-word",
    "glenorval-word.docx",
    "styled-word",
    TITLE,
    "Glenorval",
    ("2024-04-01", "2029-03-31"),
    "2023",
    "PhPPPPPMPhPhP",
    [
        "3.1 Vision",
        "four ambitions stand, banding into short/medium/long only promised (3.3)",
        "aims A1-D2 in the tables",
        "three priorities, 3.2",
        "5.1 Governance",
        "5.2 Who does what",
        "tables of steps with holders, dates, proofs",
        "nothing on keeping service changes in place",
        "5.4 Main products of the first two years",
        "5.3: a programme will be set out in due course",
        "5.5: suppers, how and when",
        "5.6: only the file study exists; participation statement and EqIA promised",
        "5.7 Learning as we go",
    ],
    OUTCOMES,
    list(OBJECTIVES),
    ACTIONS,
    "housing substance_use mental_health employment money",
    [
        "Straths Mentoring",
        "Port Sella Women's Centre",
        "Glenorval Citizens Advice Bureau",
        "Sella Housing Association",
        "Justice Social Work",
    ],
    PARTNERS,
    [
        "Corporate Template CT04 – Unrestricted once approved by Committee",
        "Ask Reception for large print or Gaelic copies.",
    ],
)
