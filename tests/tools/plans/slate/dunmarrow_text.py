# ruff: noqa: E501, RUF001
"""Chapters of the Dunmarrow plan that stand before its table."""

from __future__ import annotations

# Heading, paragraphs.
TEXT: list[tuple[str, list[str]]] = [
    (
        "From the Chair",
        [
            "This is the first three-year plan since the Community Justice Authorities were wound up on 31 March 2017. It follows the transitional plan of 2017/18, which was drawn up in haste and leaned on what each agency was already doing. The new plan runs from 1 April 2018 to 31 March 2021. We have tried in these pages to be more ambitious and, at the same time, more honest about what a small area can manage.",
            "Dunmarrow & Carse is a place that prides itself on neighbourliness. Justice that is done in the community, by the community and in plain view of it suits us. It costs less than prison. More to the point, it leaves fewer victims.",
            "Councillor B. Example, Chair",
        ],
    ),
    (
        "What is community justice?",
        [
            "Community justice means the collection of individuals, agencies and services that work together to support, manage and supervise people who have committed offences, from the point of arrest, through prosecution, community disposal or custody and alternatives to these, until they are reintegrated into the community. Local communities and the third sector are a vital part of this process.",
            "The Community Justice (Scotland) Act 2016 set up the present arrangements. The national strategy and the Outcomes, Performance and Improvement Framework, both of November 2016, tell us what we are to aim at; the seven common outcomes in the framework are the outcomes of this plan. We saw no merit in making up others of our own.",
        ],
    ),
    (
        "What we want Dunmarrow & Carse to be",
        [
            "The Partnership's vision is that Dunmarrow & Carse becomes a safer, kinder and more equal place, in which fewer people offend because the causes of offending are dealt with early and together.",
        ],
    ),
    (
        "The local picture",
        [
            "Some 67,900 people live in the area: 31,000 in Dunmarrow burgh, the rest in the Carse villages and on farms. Eleven data zones in the north of the burgh are among the most deprived fifth in Scotland. Recorded crime fell by 14% in the five years to 2016/17, but common assault has crept up, and domestic abuse incidents were at their highest since recording began (702).",
            "In the same year the sheriff made 341 community payback orders, 23 drug treatment and testing orders and 18 restriction of liberty orders. One hundred and twelve people were sent to prison for less than a year. The one-year reconviction rate for the 2014/15 group stood at 27.9%, a little under the national rate. Remand makes up one fifth of those from our area who are held in HMP Marrowbank on any one night.",
            "When we set the national indicators against our own data we judged that outcomes two and four are nearly achieved, and that the others are some way off. All seven will be acted on, but not all with the same force.",
        ],
    ),
    (
        "What stands in people's way",
        [
            "Our assessment of need was drawn from prison liaison records, the LS/CMI database and the homelessness returns for 2016/17. The assessment names seven kinds of need among people with convictions from our area: housing, with one in five of no fixed abode on liberation; debt and low income; use of drugs and alcohol; poor mental health; poor physical health and in particular teeth, lungs and blood-borne viruses; lack of qualifications and numeracy; and broken family ties.",
            "These needs hang together. It is little use finding a man a flat if he cannot furnish it, and less if he drinks in it alone.",
        ],
    ),
    (
        "Priorities",
        [
            "The Partnership has agreed four priorities for 2018–2021. They were picked at a half-day session in December 2017, when each partner gave weight to the scale of the problem, the likely effect and the cost.",
            "(i) a roof and an income for everyone who comes out of prison; (ii) arrest as the place to begin; (iii) orders which start fast; (iv) a public that knows what goes on and has a say in it.",
        ],
    ),
    (
        "Short, medium and long term",
        [
            "We have grouped the changes we expect to see.",
            "Short term (by March 2019): residents have heard of community payback; the partners have signed up to one way of working; everyone at risk leaves custody with naloxone.",
            "Medium term (by March 2021): no one goes homeless on liberation; waits for mental health services are the same for people on orders as for anybody else; orders are finished by eight people out of ten.",
            "Long term (by 2030): the number of short prison sentences is half what it is today; the reconviction rate is under 20%.",
        ],
    ),
    (
        "Objectives",
        [
            "Twelve aims lie between the outcomes and the tasks. They may be found in the third column of the spreadsheet and each is meant to be specific enough that one officer can be asked about it. No aim will be altered without the agreement of the Partnership.",
        ],
    ),
    (
        "Governance and accountability",
        [
            "The Community Justice Partnership is a thematic group of the Dunmarrow & Carse Community Planning Partnership and reports to its Executive every six months. It meets on the second Tuesday of every other month. The chair is an elected member; the vice-chair is the Area Commander. Papers and minutes are public.",
            "The Partnership has terms of reference, a risk register and a small budget which the Council holds on its behalf. Disputes go to the Chief Officers' Group.",
        ],
    ),
    (
        "Roles in delivery",
        [
            "An officer is named by post against almost every task. Task leads will be asked to report to the Co-ordinator. The arrangements for developing and overseeing the tasks in years two and three have yet to be worked out.",
        ],
    ),
    (
        "Keeping hold of change",
        [
            "Some of what is planned will alter how services are run. The Partnership will consider at a future meeting how such changes are to be secured for the lifetime of the plan.",
        ],
    ),
    (
        "What will be delivered",
        [
            "The chief deliverables by the close of the plan are a signed information sharing protocol; a published map of services; an arrest referral post; a domestic abuse programme; a college certificate for people on payback orders; and a team of ten peer mentors.",
        ],
    ),
    (
        "Staff and volunteers",
        [
            "The Partnership has looked at who will do the work. About 140 people in the area spend most of their week on community justice: 52 of them in Justice Social Work, 34 in the third sector and the rest in health, police and housing. A third are over 55. The workforce group will run four joint training days a year (trauma, MAPPA, motivational work and naloxone), a shared induction for anyone new, and a shadowing scheme under which each member of staff may spend two days with another agency. Cover for the training comes from the transitional grant.",
        ],
    ),
    (
        "Measuring and improving",
        [
            "We use the five-step approach to evaluation in the national framework. The Co-ordinator gathers the KPIs in the spreadsheet every quarter. In October the Partnership holds a self-evaluation day to judge outcomes, process and impact, and in November the improvement notes from that day are turned into changes in the tasks. In year three an outside evaluation of the arrest referral pilot will be bought in from a university. An annual report goes to Community Justice Scotland.",
        ],
    ),
    (
        "Other papers",
        [
            "Published along with this plan, and to be found on the Council's website: the participation statement (March 2018), the needs assessment (February 2018), the equality and human rights impact assessment (March 2018), and the Local Outcomes Improvement Plan 2017–2027.",
        ],
    ),
    (
        "Money",
        [
            "No new money comes with the new arrangements beyond the transitional grant of £50,000 a year, which pays for the Co-ordinator and a little for training. Justice Social Work is funded by a ring-fenced grant under section 27 of the Social Work (Scotland) Act 1968, worth £2.4 million in 2018/19. The rest comes from what the partners already spend. The Chief Officers' Group has asked for a paper on what short prison sentences cost the area, so that we may argue for some of that sum to be spent nearer home.",
            "Several of the tasks depend upon outside funds. Where a bid has been turned down by the time of the half-year review, the task will be taken out, and the Partnership will say so openly and not leave it to fade.",
        ],
    ),
    (
        "How the spreadsheet is to be read",
        [
            "The spreadsheet that makes up the rest of this document is the working copy kept by Corporate Performance, printed as it stood when the plan was approved. Each line is one task. Where a cell stretches over several lines, it holds good for all of them. The column headed Partners lists those who have offered to lend a hand; the post in the column before it is the one that answers for the task. Start and Finish are by month or by day as the officer supplied them. Empty cells are empty because nobody has yet told us what to put there.",
            "Status is as at March 2018 for tasks that had begun under the transitional plan and is otherwise an estimate. Comments are those of the officer who holds the task and not of the Partnership.",
        ],
    ),
    ("Members of the Partnership", []),
]
