"""Words of the Kinmarr plan, first part: foreword to priorities."""

FRONT = """
# 1 Foreword

When the Partnership asked Torvane Associates to help write its third plan, the brief was a single
line: "tell us what we could do differently, and do not be polite about it". Over seven months
they read our papers, sat in our meetings, spent mornings in the public benches of Stranmarr
Sheriff Court and talked to people whose lives are touched by what we do.

What came back was not always comfortable. We were told that our agencies are good at being
kind and less good at being quick. We were told that a young man in the Glens may wait nine weeks
for something that a young man in Stranmarr gets in two. And we were told, more than once, that
people do not fall through gaps: they are handed from one side of the gap to the other until they
stop turning up.

This plan is our answer. It has four outcomes, each with a small number of strategic objectives
that can be counted, and below those the actions that we will take in the first years. We have
left things out on purpose. A plan that contains everything commits nobody to anything.

On behalf of all partners I thank everyone who took part.

!sign Cllr A. N. Other, Convener, Kinmarr Community Justice Partnership

> About this document. Kinmarr does not exist. The plan is an invented example, written so that
software which reads plans can be tested. No real person, body or figure is described.

# 2 Introduction and context

## 2.1 What community justice means

Community justice is about what happens from the moment somebody is arrested, or is dealt with
without going to court, through to the point at which they live in the community again with the
order or the sentence behind them. It is also about the people around them: those who were harmed,
families, neighbours. Most of it is neither dramatic nor visible. It is a form filled in on time,
a key that fits a door, a bus that runs on a Sunday.

The Community Justice (Scotland) Act 2016 makes a list of public bodies jointly responsible for
it in each council area. They have to prepare a Community Justice Outcomes Improvement Plan, have
regard to the national strategy and the national performance framework as they do so, and report
every year on what has been achieved.{{1}}

## 2.2 The national picture

The National Strategy for Community Justice was revised in June 2022. It sets four aims and
thirteen priority actions. The Community Justice Performance Framework followed on 31 March 2023
with nine nationally determined outcomes and ten national indicators. The present plan was written
to that framework from the start; Appendix 1 shows which of the nine each of our local outcomes
serves.

## 2.3 Kinmarr in brief

Kinmarr has 118,000 people. Six in ten live in Stranmarr and Port Marr, on the estuary; the rest
are spread over the Glens, an area of upland farms, forestry villages and two former mill towns.
The population is ageing, wages are below the national average, and in parts of Port Marr one
child in three grows up in poverty. There is one sheriff court, one police custody suite, and no
prison: men go to HMP Ardmarr, forty miles away, and women a good deal further.

!figure The journey through justice in Kinmarr, 2021-22

| Stage | People | Change on year before
| Police direct measures (warnings, fixed penalties) | 1,106 | down 4%
| Referred for diversion | 88 | up 21%
| Completed diversion | 34 | up 3%
| Held in Port Marr custody suite | 2,870 | up 6%
| Assessed for bail supervision | 71 | up 40%
| Bail supervision begun | 39 | up 18%
| Community payback orders made | 512 | up 9%
| Prison sentences under one year | 164 | down 2%
| On remand on an average day | 51 | up 11%

Two things stand out. The courts use community orders a good deal more than they did; and the
number of people held on remand goes up in spite of it. Both matter to the choice of priorities
in chapter 5.

## 2.4 What we learned from the last plan

The plan for 2018-2023 had seven outcomes and 61 actions. By its last day 33 of the actions were
complete, 15 had been overtaken by events, and nobody could say what had become of the other 13.
The review found that actions with a named owner and a date had been four times as likely to be
finished as those without. This is why chapter 6 looks as it does.

## 2.5 People who have been harmed

The consultants were asked to begin with the people to whom things had been done, and to hear them
out before turning to anything else. Eleven came forward through Victim Support Scotland and Marr
Women's Space. What they said does not fit easily into an outcome. A shopkeeper who had been robbed
twice by the same man wanted to know whether he had anywhere to live. A woman whose former partner
was on a community payback order learned of it from his sister. A pensioner who had been cheated out
of her savings said that the letters from the court had been correct in every way and that she had
not
understood one of them.

Three points were common to all. They want to be told things without having to ask. They want the
person to be made to think about it. And they do not, on the whole, much mind what the sentence
is called. The Partnership has tried to keep these points in view. Where an action changes what
victims can expect, the owner is asked to say so at the first review.

## 2.6 An ordinary Tuesday

One of the team sat in Stranmarr Sheriff Court on the second Tuesday in November 2022 and wrote
down what she saw. Of twenty-two cases that called before lunch nine were put off to another day:
two
because a report was not ready, three because somebody was in another court, four because the
accused
had not come. Of the thirteen that were dealt with, five ended in a fine, three in a community
payback order, one in an admonition and one in prison for four months. Three people were remanded.
In
two of those three the agent told the court that there was no address.

Nobody from any service spoke to the eight people who left by the front door that morning with an
order or a fine. A leaflet rack beside the door held a bus timetable for 2019 and some leaflets
about
jury service. It was nobody's fault. There is a room for services in the building and it
was being used to store chairs. It has since been cleared, which is the first thing to have been
done under this plan, and it did not need an action.

!page

# 3 Where we want to get to

## 3.1 Vision

> Our vision: a Kinmarr in which harm is repaired, people who have offended are given every
reasonable chance to turn a corner, and every town, village and glen is safer for it.

## 3.2 Results over time

We borrowed a simple idea from the health service and set down what ought to be visible soon,
what ought to be visible by the end of the plan, and what we should expect our successors to see.

| Short term (by March 2024) | Medium term (3 to 5 years) | Long term (10 years and more)
| Referrals are quicker and nobody leaves custody without being asked what would help | Diversion
doubles; four in five orders are completed; remand begins to fall | Fewer people in Kinmarr
are convicted of anything
| Every person leaving prison has a named contact | Hotel placements on release come to an end;
treatment carries on through the gate | Reconviction is below the national rate in every ward
| Residents have been asked what they think | Most residents trust community sentences | People
with an old conviction are treated like anybody else

## 3.3 Values

In drawing up the plan we tried to hold on to five values: we are straight with people; we go to
where they are; we do not ask the same question twice; we put the person harmed in the middle of
the picture; and we stop doing things that do not work.

# 4 How the Partnership is governed

## 4.1 The Partnership Board

The Kinmarr Community Justice Partnership Board is the place where statutory partners and the third
sector decide together. It meets every second month. The convener is an elected member and the
vice convener comes from the third sector. The Board approves this plan, allocates the Scottish
Government's grant for partnership work, keeps the risk register, and reports twice a year to
Kinmarr Community Planning Partnership, which can call the convener to account.

Three sub-groups do the work: Early Help, which looks after Outcome 1; Orders and Courts, Outcome 2;
and Coming Home, Outcomes 3 and 4. Each has a lead officer, terms of reference that are looked
at every year, and a place at the Board.

!orgchart

## 4.2 Who is in the Partnership

The partners who have signed up to the plan are listed here.

!partners

## 4.3 Roles and responsibilities

| Role | What it is responsible for
| Partnership Board | Approves the plan, removes obstacles, decides between competing calls on
money
| Owner of an action | Delivers it, or says in good time that it cannot be delivered; updates the
tracker by the fifth of the month
| Lead officer of a sub-group | Oversees all objectives of an outcome; brings a highlight report
to each Board
| Community Justice Team (a manager and one officer) | Keeps the tracker, supports sub-groups,
drafts the annual report
| Critical friend | A person from another partnership who attends once a year and asks awkward
questions

# 5 What people need, and our priorities

## 5.1 The strategic needs assessment

The strategic needs assessment drew on police, court, prison, housing and health data, a survey
of 203 people on orders, and interviews with 31 people in HMP Ardmarr. It came to seven main
needs.

**Somewhere to live.** Of 140 people who came home from prison, 52 had no address on the day of
release. The most common first night was in a hotel on the Port Marr ring road.

**Mental health.** Sixty-one per cent of people on orders described poor mental health; a third
had tried to end their life at some point. Waiting times in the Glens are double those on the
coast.

**Substance use.** Half were using drugs at the time of the offence and two fifths had been
drinking. Benzodiazepines bought on the street are now the main worry.

**Physical health.** Few had a dentist, and one in five had no GP. Long-term lung disease is
common among people under forty.

**Money and debt.** Most had no bank account that worked. Deductions for old advances leave some
people with less than forty pounds a week.

**Work and skills.** Twenty-eight per cent were in work at sentence. Reading and writing were a
struggle for a quarter of those who were asked, and education was remembered mainly as something
that had been done to them.

**Family and relationships.** More than half of the parents had no regular contact with their
children. Families told us that they serve the sentence too.

## 5.2 Services that exist today

Consultants mapped thirty services that take people with convictions. Those that carry most weight
are listed below, with an opinion of how far they can be reached from the Glens.

!services

## 5.3 How priorities were set

A workshop of all partners in January 2023 ranked sixteen candidate themes by size of the problem,
strength of the evidence, cost, and what people with experience of the system had said. Three
themes were agreed as the priorities for the life of this plan:

- Priority A: speed. The time from decision to help must come down everywhere.
- Priority B: the first 72 hours after release.
- Priority C: the Glens. What is on offer there should be as good as what is on offer on the coast.

Each of the nine national outcomes was considered in turn. All nine are taken forward in some form;
national outcomes 2, 5 and 6 are given most weight. Electronic monitoring and restorative justice,
for which there is no national outcome, are each taken forward by one action.
"""

BEFORE_TABLES = """
# 6 Outcomes, objectives and actions

## 6.1 How to read this chapter

There are four outcomes. Below each one are its strategic objectives, and below each objective is
a table. *Specific* is what will be done; *Measure* is how we will tell that it has been done or
has worked; *Owner* is who answers for it; *Timescale* is when it should be finished. Where a cell
stretches over several rows it holds for every one of them. Actions are for the first three years;
tables will be looked at again in the spring of 2026.

## 6.2 Key deliverables by year

| Year | What will have been delivered
| 2023-24 | Weekend arrest referral; SHORE standards adopted; employability desks open
| 2024-25 | Saturday bail supervision; mentors for everyone on an order; women's groups in two
places
| 2025-26 | Restorative justice route; twenty employers signed to the pledge
| 2026-28 | Ten Housing First tenancies a year held for people on short sentences; second survey
of residents
"""
