"""Words of the Kinmarr plan, second part: introductions to outcomes, last chapters, appendices."""

INTRO = {
    "1": """Every week some twenty people in Kinmarr are dealt with for a first or second offence.
Most will not come back. For the few who will, the signs are usually plain on the first day: no
money, no sleep, something to numb the head. The argument for asking early is that it is cheap and
that it is decent. The argument against, which was put to us by a custody sergeant, is that nobody
who has been up all night wants a leaflet. Outcome 1 tries to respect both.""",
    "2": """A sheriff who does not know what is on offer, or who has been let down by it, will
not use it. During 2022 Stranmarr Sheriff Court sat on 251 days and bail supervision staff were in
the building on 140 of them. Completion of community payback orders stood at 68 per cent, with the
Glens eleven points below the coast. Objectives under Outcome 2 are about being there, being
reliable, and being clear with those who were harmed.""",
    "3": """Coming home from prison is a matter of hours. By the account of people in HMP Ardmarr
the things that decide how it will go are whether somebody meets you, whether there is a key,
whether the chemist has the script, and whether your phone has any credit. The prison, the council
and the health service each do their part on most days, and it takes only one of them to have a bad
day.""",
    "4": """A conviction is meant to be spent at some point. In practice people told us that
it follows them to the school gate, to the job centre and to the insurance comparison website. The
last outcome is the slowest and owes most to people outside the justice system.""",
}

BACK = """
# 7 Changes to services

Several of the objectives, above all those on bail supervision, Housing First and custody
healthcare, mean a substantial change to how a service is run. The arrangements by which such
changes will be put in place, and kept in place for the rest of the plan, will be set out in due
course.

# 8 Our workforce

There are 84 people employed in Kinmarr mainly on community justice, 51 of them in justice social
work. One post in seven was vacant in March 2023 and the average age of unpaid work supervisors
was 56. The survey of staff, to which 62 replied, asked for three things: time to learn, somebody
to talk to after a bad day, and a car that starts.

In response the Partnership will do the following. All staff who meet people on orders or in
custody will be trained to the skilled level of the national trauma framework within two years.
A shared induction takes place each quarter for new staff of all partners, third sector included.
A monthly reflective session, led by a psychologist from NHS Marr and Glens, is open to all. And
four modern apprentices will be taken on in unpaid work, so that there is somebody to follow
those who retire.

# 9 Listening, learning and reporting

## 9.1 People with lived experience

We are committed to hearing from people with lived and living experience of the justice system,
from those who provide services and from those who work in them, and we recognise that we have not
always done it well. An approach to involvement will be developed during the first year of the plan.

## 9.2 Reporting

A report on progress against every national and local outcome will be published each year by
31 December and sent to Community Justice Scotland. A framework for evaluating the outcomes, and
the difference that particular actions have made, will follow once the tracker has bedded in.

## 9.3 If the plan has to change

The plan will be reviewed if the national strategy, the national framework or the local outcomes
improvement plan is revised, and in any event at its mid-point in October 2025.

!page

# Appendix 1 Local and national outcomes

The table shows which national outcome each local outcome serves.

!mapping

# Appendix 2 Indicators

National indicators will be used as they are published. The local ones below were chosen because
the figures exist already.

| Outcome | Indicator | Baseline 2021-22 | Hoped for 2027-28
| 1 | Diversion cases completed | 34 | 68
| 1 | Referrals from custody to support | 212 | 400
| 2 | Bail supervision cases begun | 39 | 90
| 2 | Community payback orders completed | 68% | 80%
| 3 | Homelessness applications from prison | 52 | 20
| 3 | Voluntary throughcare cases begun | 22 | 80
| 4 | People with convictions using employability support | 74 | 120
| 4 | Residents with confidence in community sentences | not known | over half

# Appendix 3 Supporting documents

These papers were published together with the plan and can be found on the Partnership's page.

- Kinmarr Justice Strategic Needs Assessment 2022: what people need and what exists.
- Participation Statement 2023: who took part, what they said, and what was done about it.
- Equality and Human Rights Impact Assessment, February 2023.
- Mapping of services, Torvane Associates, December 2022.

# Appendix 4 Words and abbreviations

| Short form | What it stands for
| ADP | Alcohol and Drug Partnership
| CLD | Community Learning and Development, a service of the council
| COPFS | Crown Office and Procurator Fiscal Service
| HSCP | Health and Social Care Partnership
| SCTS | Scottish Courts and Tribunals Service
| SFRS | Scottish Fire and Rescue Service
| SHORE | Sustainable Housing on Release for Everyone
| SPS | Scottish Prison Service

# Contact

Community Justice Team, 4 Quay Street, Stranmarr. Telephone 01632 960 227. E-mail
justice@kinmarr.example.org.
"""

WHY = {
    "1.1": """Diversion is offered too seldom and too late. Of 88 people referred in 2021-22 nearly
half never got as far as a first meeting, and when they were asked the commonest reason was that
the letter came six weeks after the event, by which time they had stopped thinking about it.""",
    "1.2": """The Port Marr suite sees 2,870 people a year. A check in one week of September found
that four in five had at least one health need and that one in twenty left with any kind of
appointment.""",
    "2.1": """In two thirds of the remands that were looked at the person went on to receive a
sentence that kept them in, or returned them to, the community. Not every one of them could have
been
bailed. The sheriffs told us that some could, had there been somebody in the room to offer it.""",
    "2.2": """Orders fail early or not at all: seven in ten breaches happen in the first three
months.
The actions under this objective therefore bear on the start of an order. They also bear on women
and on people with jobs, whose completion rates are lower than they need be.""",
    "2.3": """There is at present no route to restorative justice in Kinmarr for anybody over 18.
Demand is not known, and nobody should be pressed. The first step is modest.""",
    "3.1": """Hotels are dear, are far from everything, and are where debts get called in. Other
areas with no more housing than ours have managed without them.""",
    "3.2": """Four of the nine drug deaths of people under supervision in the last three years came
within a fortnight of leaving prison. In each of the four there was a prescription somewhere.""",
    "3.3": """Throughcare is a right for those who serve long sentences and a matter of luck for
those
who serve short ones. Twenty-two people had it in 2021-22, out of 164.""",
    "4.1": """Employers in Kinmarr are short of staff in care, food and timber. Those we met were
less
worried about a record than about whether somebody would get up in the morning.""",
    "4.2": """Nobody has asked the public of Kinmarr what it thinks. We begin by asking and will try
to give people something to see.""",
}

FOOTNOTES = {
    "1": "Sections 19 to 23 of the Act. The statutory guidance says more about each.",
}

SERVICES = """
Marrside Diversion Programme | Justice social work | Coast only
Arrest Referral Service | Second Chance Kinmarr, a charity | Not in the Glens
Kinmarr Bail Supervision | Justice social work | By appointment
The Turning Point Recovery Cafe | Volunteers with ADP funding | No
Throughcare Connections | Second Chance Kinmarr | Yes, by outreach
Stranmarr Housing Options | Kinmarr Homes and Neighbourhoods, part of the council | Phone only
Step Into Work | Kinmarr Council | One day a week
Women's Space Drop-in | Marr Women's Space, a charity | No
"""

MAPPING = {
    "1": [
        "More people successfully complete diversion from prosecution",
        "More people in police custody receive support to address their needs",
    ],
    "2": [
        "More people are assessed for and successfully complete bail supervision",
        "More people access services to support desistence and successfully complete community"
        " sentences",
    ],
    "3": [
        "More people have access to, and continuity of, health and social care following release"
        " from a prison sentence",
        "More people have access to suitable accommodation following release from a prison"
        " sentence",
        "More people access voluntary throughcare following a short term prison sentence",
    ],
    "4": [
        "More people with convictions access support to enhance their readiness for employment",
        "More people across the workforce and in the community understand, and have confidence in,"
        " community justice",
    ],
}

SIDE = [
    "Nine weeks in the Glens, two weeks on the coast",
    "It takes only one agency to have a bad day",
]
HEADER = "Turning Corners | prepared by Torvane Associates for an invented place"
