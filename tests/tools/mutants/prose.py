# ruff: noqa: E501 - a sentence reads best on one line
"""The chapters that a plan needs besides its outcomes, in three voices. Everything is invented.

Each chapter belongs to one checklist item. Its sentences name the parts of the item that they
speak of, so that a run can take a part away and know what has to be missed.
"""

from __future__ import annotations

from typing import NamedTuple


class Sentence(NamedTuple):
    """Words, and the parts of the item that they show."""

    text: str
    parts: tuple[str, ...] = ()


class Chapter(NamedTuple):
    """A heading and what stands under it."""

    item: int
    heading: str
    sentences: tuple[Sentence, ...]


def _chapter(item: int, heading: str, *sentences: str | tuple[str, ...]) -> Chapter:
    made = (Sentence(s) if isinstance(s, str) else Sentence(s[0], s[1:]) for s in sentences)
    return Chapter(item, heading, tuple(made))


#: A council officer's voice.
OFFICER = (
    _chapter(
        1,
        "Our vision",
        (
            "Our vision is that {area} is a place where people who have broken the law are held to account, are helped to change, and are welcomed back.",
            "vision",
        ),
    ),
    _chapter(
        4,
        "Our priorities",
        (
            "Partners looked at need, at what works and at what we can change together, and agreed these priorities for {years}:",
            "priorities",
        ),
        "early help at the point of arrest",
        "alternatives to remand",
        "a safe return home from prison",
    ),
    _chapter(
        2,
        "Short, medium and long term outcomes",
        (
            "Short term outcome (by {short}): more people are offered help when they are arrested and when they appear in court.",
            "short-term",
        ),
        (
            "Medium term outcome (by {medium}): more people complete a community sentence and fewer are held on remand.",
            "medium-term",
        ),
        ("Long term outcome (by {long}): fewer people in {area} are harmed by crime.", "long-term"),
    ),
    _chapter(
        5,
        "Governance",
        (
            "The Partnership Board meets four times a year, is chaired by the chief executive of the council and is accountable for this plan.",
            "arrangements",
        ),
        "It reports to the Community Planning Partnership, and a matter that the Board cannot settle goes to the chief officers.",
    ),
    _chapter(
        6,
        "How activities are developed, delivered and overseen",
        (
            "Activities are developed by three working groups from the needs assessment.",
            "developed",
        ),
        (
            "They are delivered by the partner that leads each action, with a named officer.",
            "delivered",
        ),
        (
            "The Board oversees progress each quarter and steps in where an action slips.",
            "overseen",
        ),
        ("The role of each partner is set out in the table of partners.", "roles"),
        (
            "Each partner is responsible for the actions that it leads and answers for them to the Board.",
            "responsibilities",
        ),
    ),
    _chapter(
        8,
        "Major changes to services",
        (
            "Two major service changes are planned, a move of bail services to seven days and a new contract for throughcare. Each has a change lead and an implementation plan that the Board agrees before it starts.",
            "in-place",
        ),
        (
            "Money for both is set aside until the last day of this plan, so that the changes are retained and sustained for its whole period.",
            "retained",
        ),
    ),
    _chapter(
        9,
        "Key deliverables",
        ("The key deliverables of this plan are:", "deliverables"),
        "a bail service that works every day that the court sits",
        "a shared protocol on housing before release",
        "a mentoring service for people on orders",
    ),
    _chapter(
        10,
        "Our workforce",
        (
            "There is a shortage of qualified social workers and of mental health nurses, and partners will pay for four more posts.",
            "skills-shortages",
        ),
        (
            "All front-line staff need training in trauma-informed practice and take it within six months of starting.",
            "training",
        ),
    ),
    _chapter(
        11,
        "Involving people",
        (
            "A panel of ten people with lived experience of justice comments on each action before it starts, and meets every two months.",
            "lived-experience",
            "how",
            "when",
        ),
        ("Service providers come to a forum each quarter to plan with us.", "providers"),
        ("Practitioners review how the work is going in workshops twice a year.", "practitioners"),
    ),
    _chapter(
        12,
        "Supporting documents",
        "This plan is published on the council's website and a copy was sent to Community Justice Scotland.",
        (
            "Our participation statement, published with this plan, says who took part and how their views were used.",
            "participation-statement",
        ),
        (
            "The equality impact assessment of this plan was completed in {before}.",
            "impact-assessment",
        ),
        (
            "The strategic needs assessment of {before} is the basis of this plan.",
            "needs-assessment",
        ),
    ),
    _chapter(
        13,
        "Evaluation and improvement",
        (
            "Outcomes are measured every quarter with the indicators in this plan, and the Board agrees an improvement where one falls short.",
            "outcomes",
        ),
        (
            "We review our processes once a year: whether services reach people in time and work well together.",
            "process",
        ),
        (
            "The impact on people's lives is evaluated through follow-up interviews and reconviction figures.",
            "impact",
        ),
    ),
)

#: A third sector manager's voice, plain and direct.
MANAGER = (
    _chapter(
        1,
        "Vision",
        (
            "We want {area} to be safer and kinder: a community that prevents crime by helping people early and gives everyone who has served a sentence a fair start.",
            "vision",
        ),
    ),
    _chapter(
        2,
        "Short, medium and long term outcomes",
        (
            "Short term (by {short}): people in custody and at court will be offered support on the day.",
            "short-term",
        ),
        (
            "Medium term (by {medium}): fewer people will be on remand and more will finish their orders.",
            "medium-term",
        ),
        (
            "Long term (by {long}): reoffending in {area} will have fallen and fewer people will be victims of crime.",
            "long-term",
        ),
    ),
    _chapter(
        4,
        "What we will put first",
        (
            "Our priorities were chosen by the Partnership after looking at the figures and hearing from people who use services. They are:",
            "priorities",
        ),
        "support for people at arrest",
        "homes and health care on release",
        "work and learning",
    ),
    _chapter(
        5,
        "Governance and accountability",
        (
            "Our Partnership Board is chaired by an independent chair, meets every two months and answers to the Community Planning Partnership.",
            "arrangements",
        ),
        "Each partner has a seat on it, and risks are raised with the chief officers' group.",
    ),
    _chapter(
        6,
        "Roles and responsibilities",
        ("Working groups develop each activity with the people who will use it.", "developed"),
        ("The lead partner delivers the activity and keeps its own delivery log.", "delivered"),
        (
            "The Board monitors and oversees every activity and asks for a recovery plan where one is late.",
            "overseen",
        ),
        ("Every partner's role is given in the list of partners.", "roles"),
        (
            "Responsibilities are clear: the lead partner is responsible for its actions, the coordinator for the progress report and the chair for the Board.",
            "responsibilities",
        ),
    ),
    _chapter(
        8,
        "Large changes to services",
        (
            "One major service change is planned, a new custody health service. A project manager will put the change in place in stages, each agreed by the Board.",
            "in-place",
        ),
        (
            "Funding is committed for the life of the plan so that the new service is kept in place and retained until its end.",
            "retained",
        ),
    ),
    _chapter(
        9,
        "Key deliverables",
        ("By the end of the plan we will have delivered these key products:", "deliverables"),
        "a staffed arrest referral desk",
        "a release checklist that every agency uses",
        "a yearly survey of residents",
    ),
    _chapter(
        10,
        "Staff and skills",
        (
            "We have skills shortages: groupwork leaders and addiction nurses are hard to recruit, and a joint recruitment scheme will begin.",
            "skills-shortages",
        ),
        (
            "Training requirements were looked at with every partner; each worker takes two days of training a year on risk and on trauma.",
            "training",
        ),
    ),
    _chapter(
        11,
        "How we involve people",
        (
            "People with lived experience of the justice system sit on the Board and meet as a reference group each month to test our proposals.",
            "lived-experience",
            "how",
            "when",
        ),
        (
            "Providers of services help to design each contract at a meeting every spring.",
            "providers",
        ),
        (
            "Practitioners from all partners meet every quarter to say what works in practice and what does not.",
            "practitioners",
        ),
    ),
    _chapter(
        12,
        "Documents that go with this plan",
        "The plan is published on the Partnership's website and has been sent to Community Justice Scotland.",
        (
            "A participation statement is published beside it and tells who was consulted and what changed.",
            "participation-statement",
        ),
        (
            "An equality and human rights impact assessment was carried out in {before}.",
            "impact-assessment",
        ),
        (
            "A needs assessment was made in {before} from records and interviews.",
            "needs-assessment",
        ),
    ),
    _chapter(
        13,
        "How we will know and improve",
        (
            "We will monitor outcomes each quarter against the indicators and report them every year.",
            "outcomes",
        ),
        (
            "Each summer we will evaluate our process, that is how well partners work together and how fast people are seen.",
            "process",
        ),
        (
            "We will evaluate impact in the final year with an outside researcher who follows sixty people, and use the results to improve services.",
            "impact",
        ),
    ),
)

#: A planner's voice, formal and brief.
PLANNER = (
    _chapter(
        1,
        "Vision statement",
        (
            "The vision of the Partnership is a {area} in which offending is prevented, harm is repaired and every person can take part in community life.",
            "vision",
        ),
    ),
    _chapter(
        4,
        "Strategic priorities",
        (
            "Following analysis of need the Partnership has adopted the following priorities:",
            "priorities",
        ),
        "diversion and bail",
        "community sentences that work",
        "a safe return home from prison",
    ),
    _chapter(
        2,
        "Outcomes in the short, medium and long term",
        (
            "Short term, by {short}: support is offered at first contact with the justice system.",
            "short-term",
        ),
        (
            "Medium term, by {medium}: the use of remand falls and the completion of orders rises.",
            "medium-term",
        ),
        (
            "Long term, by {long}: there is less crime and fewer people return to prison.",
            "long-term",
        ),
    ),
    _chapter(
        5,
        "Governance arrangements",
        (
            "The Community Justice Partnership Board directs this plan, meets quarterly and reports to the Community Planning Partnership Board, to which it is accountable.",
            "arrangements",
        ),
        "Matters that remain open are escalated to the chief officers of the partners.",
    ),
    _chapter(
        6,
        "Development, delivery and oversight of activities",
        (
            "Task groups develop proposals for activities and the coordinator costs them.",
            "developed",
        ),
        ("Lead partners deliver the agreed activities through their own teams.", "delivered"),
        ("The Board oversees delivery and receives a quarterly performance report.", "overseen"),
        ("The roles of partners are listed in the partners section.", "roles"),
        (
            "Partners are responsible for reporting, staffing and paying for the actions that they lead.",
            "responsibilities",
        ),
    ),
    _chapter(
        8,
        "Arrangements for major service changes",
        (
            "The merger of the two throughcare teams is the only major service change. It will be implemented under a project board with a transition plan.",
            "in-place",
        ),
        (
            "The merged team has a permanent budget, so that the change is maintained for the whole period of the plan.",
            "retained",
        ),
    ),
    _chapter(
        9,
        "Key deliverables",
        ("The Partnership will produce the following key deliverables:", "deliverables"),
        "a single throughcare team",
        "a court-based bail service",
        "a public dashboard of results",
    ),
    _chapter(
        10,
        "Workforce considerations",
        (
            "An audit of the workforce found a skills shortage in psychology and in data analysis; two posts will be shared between partners.",
            "skills-shortages",
        ),
        (
            "Training requirements are met by a joint programme on risk assessment, trauma and safe use of data.",
            "training",
        ),
    ),
    _chapter(
        11,
        "Involvement of people with lived experience, providers and practitioners",
        (
            "People with lived experience take part in planning and delivery through a standing advisory group, which meets six times a year before each Board.",
            "lived-experience",
            "how",
            "when",
        ),
        (
            "Third sector and other service providers are involved through an annual commissioning round table.",
            "providers",
        ),
        (
            "Practitioners contribute through the task groups, which meet every month.",
            "practitioners",
        ),
    ),
    _chapter(
        12,
        "Links to supporting documents",
        "The plan has been published on the website of the Partnership and submitted to Community Justice Scotland.",
        (
            "The participation statement, which records who was involved, is published alongside.",
            "participation-statement",
        ),
        (
            "An impact assessment on equality and on children's rights was completed in {before}.",
            "impact-assessment",
        ),
        (
            "The strategic needs and strengths assessment of {before} underpins the plan.",
            "needs-assessment",
        ),
    ),
    _chapter(
        13,
        "Monitoring, evaluation and improvement",
        (
            "Outcomes will be measured quarterly through the indicators, and improvement actions agreed where targets are missed.",
            "outcomes",
        ),
        (
            "Processes, including joint working and waiting times, will be reviewed annually.",
            "process",
        ),
        (
            "The impact of the plan on people and communities will be evaluated at mid-term and at its end.",
            "impact",
        ),
    ),
)
