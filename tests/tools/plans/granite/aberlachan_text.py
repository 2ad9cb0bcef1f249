"""Words of the Aberlachan plan."""

FRONT = """
# Foreword

April 2017 was the month in which everything was meant to change and, for most people in
Aberlachan, nothing did. The community justice authority closed, the new partnership met for the
first time in a room above the library, and the sheriff court carried on as it had the day
before.

A year on we can see more clearly what the new arrangements are for. They give us, in our own
district, the duty to plan together and the freedom to decide what matters most. Our first plan was
written in a hurry to meet a date. This is the second, and runs from April 2018 to
March 2021. It has been written more slowly, by more
people, and we believe it is better for it.

We are a rural district with long roads and few people. It is easy here to know everybody and to
know nobody's troubles. The plan asks every partner to notice sooner, to act together, and to tell
the public what was done.

**Cllr A. N. Other**, Chair, on behalf of the Community Justice Partnership

# About Aberlachan

Aberlachan is an invented district; the plan was written as an example for testing. Its 47,300
people live in the burgh of Aberlachan (19,000), in Invernairn, and in some sixty villages along
sixty miles of coast. A quarter are over sixty-five. One datazone in nine is among the most
deprived fifth in Scotland.

In 2016-17 the sheriff court dealt with 911 people. It made 214 community payback orders and 19 drug
treatment and testing orders, and it sent 88 people to prison, 61 of them for under six months.
On an average day 43 people from the district were in prison, 11 of them on remand. Within
one year 27.8 per cent of those convicted were convicted again, which is just over the figure for
Scotland.

| Year | Recorded crimes | Community payback orders | Prison sentences under six months
| 2014-15 | 1,702 | 188 | 74
| 2015-16 | 1,655 | 201 | 69
| 2016-17 | 1,611 | 214 | 61

# Looking back at 2017-18

The first plan had nine pages and thirty-four actions. It is worth saying what came of them. The
directory of services was made, and was out of date by Christmas. The joint training on trauma was
the best attended event that anybody could remember and will be held again. Unpaid work cleared
eleven miles of path, painted four village halls and grew nearly three tons of vegetables for the
food bank, and hardly anyone outside the service knew. The protocol for people leaving prison was
agreed in draft by everyone and in full by no one.

There were surprises. It had been thought that the long distances would be the main reason for
missed appointments. When the social work team rang forty people who had not turned up, only nine
spoke of the bus. Most had forgotten, or were frightened, or did not see the point. Since then a
text message has gone out the evening before, and missed appointments have come down by a third.

# Crime, harm and the people affected

Behind every figure in this plan somebody has been harmed. Most of the offences that came to court
in 2016-17 had a victim who lived within two miles of the person convicted, and in nearly half of
the assaults they lived in the same house. What people who had been harmed told Victim Support was
consistent with what is heard elsewhere: they wanted to be told what was happening, they wanted it
to be over, and they wanted it not to happen to anybody else. Very few of them spoke of prison one
way or the other.

Families of people in prison are affected as well. There are about sixty children in Aberlachan
with a parent inside at some time in the year. Schools know about fewer than ten of them. Nothing
in the plan will work unless those who live beside the person, and those who live with what the
person did, are kept in mind from the start.

# What people told us they need

In the autumn of 2017 a needs assessment was made from court, health and housing records and from
conversations with 58 people on orders or in prison. The document, *Aberlachan Community Justice
Needs Assessment 2017*, can be had from the co-ordinator. These were the needs that it found:

- Housing. Nearly half of those coming out of prison stayed with a friend for the first week, and
the friend was often part of the problem.
- Mental health. Low mood, worry and old trauma were spoken of by nearly all the women and by more
than half of the men.
- Alcohol. Drink was a part of 62 per cent of violent offences, and of most family quarrels that
ended in a police call.
- Drugs. Numbers are small by city standards, but the waiting time for treatment was the longest
in the health board's area.
- Money. Fines, fuel and food, in that order.
- Employment and skills. Four in ten had no qualification of any kind.
- Family. Prison is three changes of bus away.

# Our vision

>An Aberlachan where people take responsibility, where communities take part, and where nobody who
wants to change is left to do it alone.

# When we hope to see results

| Short term: one year | Medium term: three to five years | Longer term: ten years
| Partners share data; welfare rights help in court; one page for each service | Fewer women on
remand; fewer people homeless on release; the wait for therapy is down | Reconviction is well
below the national rate
| People have heard of community justice | People trust it | People take part in it as a matter of
course

# What is there already

The following services were taking people from the justice system in March 2018:

- Invernairn Unpaid Work Team, part of criminal justice social work
- Lachan Recovery Cafe, run by Recovery West
- Shine Mentoring for women leaving custody
- Court Advice Desk, from the Citizens Advice Bureau
- Moving Forward group, for young men
- Lachan Wheels bike workshop, from 2019

# How we are governed

The Community Justice Partnership is a sub-group of the Aberlachan Community Planning Partnership
and reports to it in May and November. It meets every eight weeks. The chair is appointed by the
community planning board for three years and the vice chair is the area commander. Minutes are
published. A risk register is looked at in full each January.

These organisations make up the partnership:

!partners

Each action in the plan has been given to a named organisation. The responsibilities of members, of
the co-ordinator and of the working groups will be written into new terms of reference during
2018.

# Our priorities

After the needs assessment the partnership met for a day in the Fishermen's Hall. Twelve issues
were on the table. Each was weighed against the size of the need, the strength of the evidence and
what could be done locally. Four were chosen as the priorities for 2018 to 2021:

- Women: fewer on remand, more with support that was made for them.
- Alcohol: in families and in custody.
- A home to go to on the day of release.
- Making community justice something that the public has heard of.

All seven common outcomes were then looked at in the light of these. The partnership judged that
common outcomes 3 and 4 are furthest from being reached, that outcomes 1, 2, 5 and 6 have been
reached in part, and that too little is known about outcome 7.

# Our people

Ninety staff across the partners work with people with convictions for some part of the week. Most
cover large areas alone. The partnership has agreed on joint training each spring (in 2018 on
trauma, in 2019 on motivational interviewing, in 2020 on women's needs), on a buddy for each new
member of staff from another agency, and on a lone working procedure that all partners will
share. Two posts in social work that are hard to fill will be offered with a relocation payment.

# Changing services and making it last

The throughcare contract (action 9) and the opening of diversion to older people (action 18) are
the largest changes. Each has a change lead, a date for going over from old to new, and six months
in which both run side by side. So that changes outlast the plan, the partners who save money by
them have agreed to put half of it into the new service, and each change will come before the
partnership at six, twelve and twenty-four months, with the power to put things right.

# Involvement

The Hindsight Group, nine people who have been through the courts, met us four times while the plan
was being written, in September, October and December 2017 and in February 2018. Providers took part
in two workshops and staff in an online survey in November. The group will go on meeting every
quarter until 2021 and has two seats in the partnership.
"""

BEFORE = """
# Key deliverables

The key deliverables for each year will be agreed by the partnership each April.

# Reading the action plan

There are five local outcomes. Beside each is the number of the common outcome, or outcomes, to
which it belongs in the national Outcomes, Performance and Improvement Framework. Objectives are
shown in the shaded bands and under each are the actions, numbered from 1 to 27.
"""

BACK = """
# Learning whether it worked

Success will be judged in three ways. *Outcomes*: the common indicators that apply to each common
outcome, with the evidence in the last column of the action plan. *Process*: once a year the
partnership scores itself with the self-evaluation guide of the Care Inspectorate, and the
Hindsight Group does the same on its own. *Impact*: in 2020 the university will follow forty people
for a year and ask what changed and why. What is learned goes to the partnership every June and
shapes the following year's work. A report is published by the end of September.

| Common outcome | Some of the indicators that we shall use
| 1 | Activities carried out to engage with communities; perceptions of the local crime rate
| 2 | Services planned in partnership; training held jointly
| 3 | Share of people released who have a suitable place to live; speed of access to therapy
| 4 | Balance between community sentences and short prison sentences; use of diversion
| 5, 6, 7 | Individuals have made progress against the outcome

# The seven common outcomes

For the record, these are the outcomes that were set nationally in 2016.

- 1 Communities improve their understanding and participation in community justice
- 2 Partners plan and deliver services in a more strategic and collaborative way
- 3 People have better access to the services they require, including welfare, health and
wellbeing, housing and employability
- 4 Effective interventions are delivered to prevent and reduce the risk of further offending
- 5 Life chances are improved through needs, including health, financial inclusion, housing and
safety being addressed
- 6 People develop positive relationships and more opportunities to participate and contribute
through education, employment and leisure activities
- 7 Individual's resilience and capacity for change and self-management are enhanced

# Find out more

Community Justice Co-ordinator, Harbour Offices, Aberlachan. Telephone 01632 960408. E-mail
communityjustice@aberlachan.example.org.
"""

COVER = "An Aberlachan that leaves nobody behind"
TITLE = "Aberlachan Community Justice Outcomes Improvement Plan 2018 to 2021"
LEFT = "Aberlachan Community Justice Partnership, second plan"
RIGHT = "Printed on paper that was once something else"
