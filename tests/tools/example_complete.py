# ruff: noqa: E501 - prose reads best with a sentence on a line
"""The text of the complete example plan. Everything in it is invented."""

from __future__ import annotations

from typing import Any

AREA = "Strathmarnock"
TITLE = f"{AREA} Community Justice Outcomes Improvement Plan 2024 to 2029"
JSW = f"{AREA} Council Justice Social Work"
HSCP = f"{AREA} Health and Social Care Partnership"
HEAD = ("Ref", "Objective", "Action", "Lead", "By when", "How we will know")

NATIONAL = (
    (
        "Nationally determined outcome",
        "National indicator",
        "Where we are now",
        "Priority for action?",
    ),
    (
        "1. More people successfully complete diversion from prosecution",
        "Number of diversion assessments undertaken, cases commenced and cases successfully completed",
        "Partly achieved. Of 84 cases commenced in 2022/23, 61 were completed; assessments rose from 90 to 112.",
        "Yes. Completion fell in the last two years.",
    ),
    (
        "2. More people in police custody receive support to address their needs",
        "Number of referrals from custody centres",
        "Not yet achieved. The custody centre made 140 referrals in 2022/23, about one for every nine arrivals.",
        "Yes. Few people are offered support on the night of arrest.",
    ),
    (
        "3. More people are assessed for and successfully complete bail supervision",
        "Number of assessment reports for bail suitability; bail supervision cases commenced; completed",
        "Not yet achieved. 46 assessment reports led to 19 cases, of which 13 were completed in 2022/23.",
        "Yes. Remand is used more here than in like areas.",
    ),
    (
        "4. More people access services to support desistence and successfully complete community sentences",
        "Percentage of community payback orders successfully completed",
        "Nearly achieved. The indicator stands at 74%, up from 70% two years before.",
        "Yes. Orders with unpaid work are still slow to start.",
    ),
    (
        "5. More people have access to, and continuity of, health and social care following release "
        "from a prison sentence",
        "Number of transfers in drug and alcohol treatment from custody to community",
        "Not yet achieved. 22 transfers were recorded in 2022/23 and records are late in a third of cases.",
        "Yes. Gaps in treatment after release put lives at risk.",
    ),
    (
        "6. More people have access to suitable accommodation following release from a prison sentence",
        "Number of homelessness applications where prison was the last property",
        "Not yet achieved. The indicator shows 37 applications in 2022/23, the same as the year before.",
        "Yes. Most are made on the day of release.",
    ),
    (
        "7. More people with convictions access support to enhance their readiness for employment",
        "Percentage of employability service users with convictions",
        "Partly achieved. 9% of those using employability services had a conviction, against 6% in 2020/21.",
        "No. Good progress is kept up through existing work.",
    ),
    (
        "8. More people access voluntary throughcare following a short term prison sentence",
        "Number of voluntary throughcare cases commenced",
        "Partly achieved. 58 cases commenced in 2022/23, just over half of those who could have asked.",
        "Yes. Take-up by women is low.",
    ),
    (
        "9. More people across the workforce and in the community understand, and have confidence in, "
        "community justice",
        "Percentage who agree that people should help their community as part of a community sentence",
        "Partly achieved. 63% agreed in the survey, and staff say that they lack up-to-date material.",
        "No. We will maintain what is in place.",
    ),
)

#: Number, text, national link, measure, objectives, action rows, merged cells.
OUTCOMES: tuple[
    tuple[str, str, str, str, tuple[tuple[str, str], ...], tuple[tuple[str, ...], ...], Any], ...
] = (
    (
        "1",
        "People are helped early and kept out of prosecution where that is right",
        "Nationally determined outcome 1",
        "the number of diversion cases successfully completed, from 61 to 90 a year by March 2027",
        (("1.1", "Raise completed diversion cases from 61 to 90 a year by March 2027"),),
        (
            (
                "1.1.1",
                "Objective 1.1",
                "Appoint a diversion worker to see each person within ten days of referral",
                JSW,
                "31/03/2025",
                "Worker in post; share of people seen within ten days",
            ),
            (
                "1.1.2",
                "",
                "Publish a yearly guide for procurators fiscal to the support that diversion offers",
                "Crown Office and Procurator Fiscal Service",
                "",
                "Guide published; assessments requested each quarter",
            ),
        ),
        ((1, 1, 2), (4, 1, 2)),
    ),
    (
        "2",
        "People in police custody are offered help with what lies behind their offending",
        "Nationally determined outcome 2",
        "referrals from the custody centre, from 140 to 260 a year by March 2026",
        (
            (
                "2.1",
                "Offer every person who arrives in custody a talk with a support worker by March 2026",
            ),
        ),
        (
            (
                "2.1.1",
                "Objective 2.1",
                "Run an arrest referral service in the custody centre seven nights a week",
                "Police Scotland and NHS Strathmarnock",
                "Q4 2024/25",
                "Number of referrals each quarter",
            ),
            (
                "2.1.2",
                "",
                "Train custody staff to spot drug, alcohol and mental health needs",
                "Police Scotland",
                "30 September 2024",
                "Share of custody staff trained",
            ),
        ),
        ((1, 1, 2),),
    ),
    (
        "3",
        "People who await trial keep their homes, work and family ties",
        "Nationally determined outcome 3",
        "bail supervision cases completed, from 13 to 40 a year by March 2027",
        (
            (
                "3.1",
                "Treble the number of completed supervised bail cases to 40 a year by March 2027",
            ),
        ),
        (
            (
                "3.1.1",
                "Objective 3.1",
                "Provide a supervised bail service to the sheriff court on every sitting day",
                f"{JSW} / Scottish Courts and Tribunals Service",
                "March 2026",
                "Cases commenced and completed each year",
            ),
            (
                "3.1.2",
                "",
                "Agree a rent protocol so that people on supervised bail keep their tenancies",
                f"{AREA} Council Housing Services",
                "31/12/2025",
                "Tenancies kept at the end of bail",
            ),
        ),
        ((1, 1, 2),),
    ),
    (
        "4",
        "People complete their community sentences and move away from offending",
        "Nationally determined outcome 4",
        "the share of community payback orders completed, from 74% to 80% by March 2028",
        (
            ("4.1", "Start 90% of unpaid work placements within seven working days by March 2026"),
            ("4.2", "Raise the share of community payback orders completed to 80% by March 2028"),
        ),
        (
            (
                "4.1.1",
                "Objective 4.1",
                "Open two more weekend unpaid work squads in the rural west",
                JSW,
                "March 2025",
                "Share of placements begun within seven working days",
            ),
            (
                "4.2.1",
                "Objective 4.2",
                "Deliver a groupwork programme on thinking and behaviour twice a year",
                "",
                "2025/26",
                "Number who start and finish the programme",
            ),
            (
                "4.2.2",
                "",
                "Set up a peer mentoring scheme for people on community payback orders",
                "Burnside Throughcare (third sector)",
                "2025/26",
                "Number matched with a mentor; orders completed",
            ),
        ),
        ((1, 2, 3), (3, 1, 2)),
    ),
    (
        "5",
        "People leave prison with a home, health care and someone to turn to",
        "Nationally determined outcomes 5, 6 and 8",
        "the number who leave prison with an address, a GP and a named worker, from 41% to 75% by March 2029",
        (
            ("5.1", "Give 75% of people a settled address on the day of release by March 2027"),
            ("5.2", "Hand over treatment without a gap for 95% of people by March 2026"),
            ("5.3", "Raise voluntary throughcare cases from 58 to 90 a year by March 2027"),
        ),
        (
            (
                "5.1.1",
                "Objective 5.1",
                "Hold a housing interview with each person twelve weeks before release",
                "Scottish Prison Service",
                "30/06/2025",
                "Share interviewed; homelessness applications from prison",
            ),
            (
                "5.2.1",
                "Objective 5.2",
                "Adopt one discharge record for drug and alcohol treatment",
                f"{HSCP}, NHS Strathmarnock",
                "Q2 2025/26",
                "Transfers of treatment recorded within two days",
            ),
            (
                "5.3.1",
                "Objective 5.3",
                "Commission a gate pick-up and throughcare service for women",
                "Burnside Throughcare (third sector)",
                "Q2 2025/26",
                "Number of women met at the gate",
            ),
        ),
        ((4, 2, 3),),
    ),
    (
        "6",
        "People with convictions are ready for work and get fair chances",
        "Nationally determined outcome 7",
        "the share of employability service users with convictions, kept at 9% or above each year",
        (("6.1", "Keep at least 120 people with convictions a year in employability support"),),
        (
            (
                "6.1.1",
                "Objective 6.1",
                "Run a weekly jobs clinic in the justice social work office",
                "Skills Development Scotland",
                "March 2025",
                "Number who attend; number in work after six months",
            ),
        ),
        (),
    ),
    (
        "7",
        "Staff and communities know what community justice does and trust it",
        "Nationally determined outcome 9",
        "the share who agree that people should help their community as part of a sentence, 63% to 68% by 2029",
        (("7.1", "Reach 2,000 residents and 400 staff a year with clear material by March 2026"),),
        (
            (
                "7.1.1",
                "Objective 7.1",
                "Publish a quarterly newsletter with the story of one unpaid work project",
                "All partners",
                "30 June 2024",
                "Readers of each issue; survey answers each spring",
            ),
            (
                "7.1.2",
                "",
                "Hold an open day at the unpaid work depot each September",
                "Scottish Fire and Rescue Service",
                "30/09/2024",
                "Number who come; views given on the day",
            ),
        ),
        ((1, 1, 2),),
    ),
    (
        "8",
        "People who were harmed can ask for restorative justice wherever they live",
        "Priority action 6 of the national strategy (restorative justice); no nationally determined outcome covers it",
        "requests for restorative justice that are answered within four weeks, all of them by March 2027",
        (("8.1", "Answer every request for restorative justice within four weeks by March 2027"),),
        (
            (
                "8.1.1",
                "Objective 8.1",
                "Set up a restorative justice service with two trained facilitators",
                f"{AREA} Council, Victim Voice Strathmarnock (third sector)",
                "March 2027",
                "Requests made, answered and completed; views of those who took part",
            ),
        ),
        (),
    ),
)


def write(plan: Any) -> None:
    """Write the plan with a ``Writer``."""
    plan.cover(TITLE, f"{AREA} Community Justice Partnership", "1 April 2024 to 31 March 2029")
    plan.contents(
        [
            "Foreword",
            "Our vision",
            "Who we are",
            "Needs and services in Strathmarnock",
            "How near we are to the national outcomes",
            "Our priorities",
            "Short, medium and long term outcomes",
            "Local outcomes and delivery plan",
            "Governance",
            "Developing, delivering and overseeing the work",
            "Key deliverables",
            "Major changes to services",
            "Our workforce",
            "Involving people",
            "Supporting documents",
            "Evaluation and improvement",
            "Appendix A: Words we use",
        ]
    )
    plan.heading("Foreword")
    plan.prose(
        "I am glad to present our plan for the next five years. It was made by every partner "
        "together, and by people who know the justice system from the inside. It says what we "
        "will do, who will do it, and how you will be able to tell.",
        "Signed: The Chair, Strathmarnock Community Justice Partnership",
    )
    plan.heading("Our vision")
    plan.prose(
        "Our vision is a Strathmarnock where fewer people are harmed by crime, because people who "
        "have offended get the right help at the right time, take responsibility, and belong.",
    )
    plan.heading("Who we are")
    plan.prose("These partners made the plan and answer for it together.")
    plan.table(
        (
            ("Partner", "Part in this plan"),
            (f"{AREA} Council", "Justice social work, housing, education and employability"),
            ("NHS Strathmarnock", "Health care in custody and in the community"),
            ("Police Scotland", "Custody, diversion and public protection"),
            ("Scottish Fire and Rescue Service", "Placements and work with young people"),
            ("Skills Development Scotland", "Careers advice and routes into work"),
            (HSCP, "Drug, alcohol and mental health services"),
            ("Scottish Courts and Tribunals Service", "Links with the sheriff court"),
            ("Scottish Prison Service", "Planning for release"),
            ("Crown Office and Procurator Fiscal Service", "Diversion from prosecution"),
            ("Burnside Throughcare", "Third sector: mentoring and throughcare"),
            ("Victim Voice Strathmarnock", "Third sector: the voice of people harmed by crime"),
        )
    )
    plan.heading("Needs and services in Strathmarnock")
    plan.prose(
        "Our strategic needs assessment of 2023 drew on records of 640 people and on interviews "
        "with 52. It found that needs come together: most people had three or more.",
    )
    plan.heading("What people need", 2)
    plan.points(
        "Housing: 37 people applied as homeless straight from prison, and others lost tenancies on remand.",
        "Drug and alcohol use: six in ten people on community payback orders asked for help with it.",
        "Mental health: half of those in police custody said that their mental health was poor.",
        "Work: four in ten had never had a job that lasted a year.",
        "Money and debt: rent arrears were the commonest debt among people on bail.",
        "Family: parents in prison found it hard to keep in touch with their children.",
    )
    plan.heading("Services that we have", 2)
    plan.table(
        (
            ("Service", "Provider", "For whom", "Gap"),
            (
                "Marnock Bail Supervision Service",
                JSW,
                "People who await trial",
                "Sheriff court only",
            ),
            (
                "Burnside Gate Service",
                "Burnside Throughcare",
                "People leaving prison",
                "Few places for women",
            ),
            (
                "Harbour Recovery Hub",
                HSCP,
                "People with drug and alcohol problems",
                "None in the rural west",
            ),
            (
                "Marnock Jobs Clinic",
                "Skills Development Scotland",
                "People with convictions",
                "One day a week",
            ),
        )
    )
    plan.heading("How near we are to the national outcomes")
    plan.prose(
        "The table gives, for each nationally determined outcome, our assessment against the "
        "national indicators and our decision on whether it is a priority for action here.",
    )
    plan.table(NATIONAL)
    plan.heading("Our priorities")
    plan.prose(
        "We chose our priorities by three tests: how much harm is at stake, how far we are from "
        "the outcome, and whether we can change it together. Our priorities for 2024 to 2029 are:",
    )
    plan.points(
        "support at the point of arrest and diversion",
        "supervised bail in place of remand",
        "homes and health care for people who leave prison",
        "community sentences that start soon and are finished",
    )
    plan.heading("Short, medium and long term outcomes")
    plan.prose("We expect change to come in steps, and will judge ourselves by each of them.")
    plan.table(
        (
            ("When", "What will be different"),
            (
                "Short term (by March 2025)",
                "More people are offered help at arrest, and supervised bail is offered every court day.",
            ),
            (
                "Medium term (by March 2029)",
                "Fewer people are held on remand, and most leave prison with an address and a doctor.",
            ),
            (
                "Long term (by 2036)",
                "Fewer people in Strathmarnock are harmed by crime, and fewer are sent to prison.",
            ),
        )
    )
    plan.heading("Local outcomes and delivery plan")
    plan.prose(
        "Eight local outcomes follow. Each says which national outcome it serves, how it is "
        "measured, the strategic objectives on the way to it, and the actions for 2024 to 2027.",
    )
    for number, text, link, measure, objectives, actions, merges in OUTCOMES:
        plan.heading(f"Local outcome {number}: {text}", 2)
        plan.prose(f"National link: {link}.", f"Indicator: {measure}.")
        plan.points(*(f"Objective {ref}: {words}" for ref, words in objectives))
        plan.table((HEAD, *actions), merges)
    plan.heading("Governance")
    plan.prose(
        "The Community Justice Partnership Board meets every quarter, is chaired by a chief officer, "
        "and reports to the Community Planning Partnership. The Board is accountable for this plan: "
        "it agrees the budget, reads the progress report each quarter and holds leads to account.",
    )
    plan.heading("Developing, delivering and overseeing the work")
    plan.prose(
        "Three groups develop and deliver the actions and the Board oversees them. Roles and "
        "responsibilities of partners are as follows.",
    )
    plan.table(
        (
            ("Group", "Role", "Who is responsible"),
            (
                "Early Help Group",
                "Develops and delivers outcomes 1 to 3",
                "Police Scotland (chair)",
            ),
            (
                "Sentence and Release Group",
                "Develops and delivers outcomes 4 to 6",
                f"{JSW} (chair)",
            ),
            (
                "Communities Group",
                "Delivers outcomes 7 and 8",
                "Victim Voice Strathmarnock (chair)",
            ),
            ("Partnership Board", "Oversees progress and clears obstacles", "All partners"),
        )
    )
    plan.heading("Key deliverables")
    plan.prose("By the end of March 2027 the Partnership will have delivered these products:")
    plan.points(
        "a supervised bail service on every sitting day",
        "an arrest referral service open seven nights a week",
        "one discharge record for treatment, used by every service",
        "a restorative justice service with two trained facilitators",
    )
    plan.heading("Major changes to services")
    plan.prose(
        "Two major service changes are planned: bail services move to a seven-day rota, and women's "
        "throughcare moves to a new contract. Each has a named change lead and a plan agreed by the "
        "Board before it starts. Funding for both is set aside until March 2029, so that the changes "
        "are kept in place for the whole period of this plan, and the Board checks each of them "
        "twice a year.",
    )
    plan.heading("Our workforce")
    plan.prose(
        "We looked at the workforce with our partners in 2023. There is a shortage of qualified justice "
        "social workers and of restorative justice facilitators. We fund four social work traineeships "
        "a year, and all front-line staff take training in trauma-informed practice within six months "
        "of starting.",
    )
    plan.heading("Involving people")
    plan.prose(
        "A lived experience panel of twelve people meets every two months and comments on each action "
        "before it starts; two of its members sit on the Board. Service providers meet us at a forum "
        "each quarter, and practitioners review how the work is going in workshops every six months.",
    )
    plan.heading("Supporting documents")
    plan.prose(
        "This plan is published on the Council's website, and a copy was sent to Community Justice "
        "Scotland. Our participation statement, published with it, says who was consulted, who took "
        "part and how their views were used.",
    )
    plan.points(
        "Participation statement (March 2024)",
        "Equality and human rights impact assessment (February 2024)",
        "Strategic needs assessment (November 2023)",
        "Local outcomes improvement plan for Strathmarnock 2023 to 2033",
    )
    plan.heading("Evaluation and improvement")
    plan.prose(
        "Outcomes are measured each quarter with the indicators above. We review our processes once a "
        "year: whether services reach people in time and work together as agreed. Impact on people's "
        "lives is evaluated in 2026 and 2028 through follow-up interviews and reconviction figures. "
        "Where results fall short, the Board agrees an improvement action within one quarter, and the "
        "annual report says what changed.",
    )
    plan.heading("Appendix A: Words we use")
    plan.table(
        (
            ("Word", "What we mean by it"),
            (
                "Supervised bail",
                "Support and supervision for people who would otherwise be held on remand",
            ),
            ("Throughcare", "Help that starts in prison and goes on after release"),
        )
    )
    plan.prose("Questions about this plan: communityjustice@strathmarnock.example or 01632 960123.")
