"""Words of the Dunmaddoch strategy, of which part 3 alone is the justice plan."""

ACTIONS = """
outcome: CJ1
text: More is done with people at arrest and before trial, and less is left until it is too late
national: ndo-1 ndo-2 ndo-3

objective: CJ1.1
text: Get a conversation about help started within a day of arrest

action: CJ1.1a
text: Base a link worker at Maddoch Bridge custody centre seven days a week
lead: Dunmaddoch HSCP{ijb}
due: 31/03/2024{2024-03-31}
measure: Referrals made from custody, 40 to 200 a year

action: CJ1.1b
text: Train custody staff to spot brain injury and acquired trauma
lead: Police Scotland{pol} with NHS Upper Forth{hb}
due: Q3 2024/25{2024-12-31}
measure: All custody officers trained

objective: CJ1.2
text: Let no accused person be held on remand only because there was nothing else to offer

action: CJ1.2a
text: Open a bail supervision desk beside the sheriff clerk's counter
lead: JSW{la} with Sheriff Clerk's Office{scts}
due: October 2023{2023-10-31}
measure: Assessments, 30 to 150; supervision cases completed

action: CJ1.2b
text: Find emergency accommodation that the court will accept as a bail address
lead: Dunmaddoch Council Housing Service{la}
due: ^
measure: Six beds

action: CJ1.2c
text: Widen diversion so that shop theft by people with an addiction is normally considered for it
lead: Procurator Fiscal's Office{sm}
due: 2024-25{2025-03-31}
measure: Diversion cases finished, 22 to 50

action: CJ1.2d
text: Ask every person remanded for under a month what would have made bail possible
lead: SPS{sm}
due: Ongoing

outcome: CJ2
text: Community sentences in Dunmaddoch are finished, and mean something to the person who finishes
 them
national: ndo-4

objective: CJ2.1
text: Raise completions of community payback orders to 78 per cent

action: CJ2.1a
text: Meet each person at court and walk them to the first appointment
lead: JSW{la}
due: Q1 2024/25{2024-06-30}
measure: First appointments kept, 64 to 90 per cent

action: CJ2.1b
text: Commission counselling for people on orders who were abused as children
lead: Dunmaddoch HSCP{ijb} with Open Door Counselling{ts}
due: 30/06/2025{2025-06-30}
measure: 45 people a year

action: CJ2.1c
text: Begin a garden and kitchen project that sends meals to sheltered housing
lead: JSW{la} with SFRS{fire}
due: Spring 2024
measure: Meals sent

objective: CJ2.2
text: Offer women a sentence that fits their lives

action: CJ2.2a
text: Set up a one-stop morning for women with childcare and a nurse on site
lead: JSW{la} with NHS Upper Forth{hb}
due: January 2025{2025-01-31}
measure: Women's completions equal to men's

outcome: CJ3
text: Leaving prison means coming back to a home, a doctor, work to do and somebody at your side
national: ndo-5 ndo-6 ndo-7 ndo-8

objective: CJ3.1
text: Have everything that matters in place on the day of release

action: CJ3.1a
text: Agree a single release checklist with the three prisons that hold Dunmaddoch people
lead: SPS{sm} and JSW{la}
due: December 2023{2023-12-31}

action: CJ3.1b
text: Ensure that a settled tenancy or supported room is offered before release to everyone who asks
lead: Dunmaddoch Council Housing Service{la}
due: March 2025{2025-03-31}

action: CJ3.1c
text: Carry treatment for drug problems over from prison without a missed day
lead: NHS Upper Forth{hb}
due: Q4 2024/25{2025-03-31}

action: CJ3.1d
text: Offer a volunteer befriender for six months after a short sentence
lead: Kirk and Community Trust{ts}

objective: CJ3.2
text: Find people work before the order or the licence runs out

action: CJ3.2a
text: Link every person who is ready for work with an adviser before the order ends
lead: SDS{sds}
due: by end of 2024{2024-12-31}

outcome: CJ4
text: The public, and those who work for it, can see what community justice does and believe in it
national: ndo-9

objective: CJ4.1
text: Let the neighbours see what is done

action: CJ4.1a
text: Open the doors of three unpaid work projects to the public each September
lead: All partners{all}
due: ongoing

action: CJ4.1b
text: Print one page on community justice with the council tax bill, written by those who have been
 through it
lead: Dunmaddoch Council{la}
due: 1 March 2024{2024-03-01}
"""

PART1 = """
# Part 1: One strategy for a safer and fairer Dunmaddoch

## 1.1 Why we have put things together

Until 2022 Dunmaddoch had a community safety strategy, a violence against women plan, a youth
justice statement and a community justice plan. They were written by different people at different
times, and three of the four had the same photograph on the front. The council and its partners
agreed to have one document, which is this, with a part for each subject. Parts 2 and 4 are about
safety; part 3 is the community justice outcomes improvement plan that the law asks for; part 5
is about how the rest of the strategy is delivered.

Dunmaddoch is an invented area. The strategy is an example written for testing.

## 1.2 The area

There are 71,000 people in Dunmaddoch, two thirds of them in the county town and its suburbs. House
prices have doubled in ten years. The hill villages have lost their banks, their police houses and
most of their buses. Recorded crime is low, the fear of it is not, and calls about neighbours, noise
and off-road motor bikes make up a third of everything that reaches the council's contact centre.

## 1.3 How the strategy is governed

The Safer Dunmaddoch Board is chaired by the chief executive and meets four times a year. It agrees
budgets for wardens, cameras and road safety and reports to the community planning partnership. Its
strategic aim for 2023 to 2028 is that Dunmaddoch should be among the five safest areas in Scotland.

## 1.4 Who wrote it

Each part was drafted by a small group of officers and read by somebody who knew nothing of the
subject. Their comments were blunt. Words such as "holistic", "robust" and "going forward" have been
taken out where they were noticed. The elected members' working group saw two drafts and asked for
more
about rural crime, and the youth forum saw one and asked for less of everything.

## 1.5 Money

There is no new money in the strategy. The council spends 1.1 million pounds a year on community
safety, of which three quarters is staff. Partners have each said what they will put in, in kind or
in
cash, and a table is kept by the council's finance service. Bids to national funds will be made
together and not, as in the past, against one another.

# Part 2: Safer streets and homes

## 2.1 Our vision for safety

Everyone in Dunmaddoch feels safe at home, on the road and in the town centre at night.

## 2.2 What people said

In the residents' survey 83 per cent felt safe after dark. In two streets by the station the figure
was 31 per cent. People asked for better lighting, for wardens who would stop and talk, and for
something to be done about parking at the school gate, which is not a matter for this strategy but
was mentioned more than anything else.

## 2.3 Safety actions

!safety

## 2.4 On and by the water

Two people drowned in Loch Maddoch between 2018 and 2022, both of them visitors and both on warm
evenings. Throw lines have been put up at the four most used beaches and signs in six languages at
the
car parks. The ranger service will go on with its talks at camp sites every summer, and the fire
service
will keep its boat at the north pier from May until the schools go back.

# Part 3: Community Justice Outcomes Improvement Plan 2023-2028

## 3.1 What this part is

This part is the community justice outcomes improvement plan for Dunmaddoch for the five years from
1 April 2023 to 31 March 2028. It has been made by the Dunmaddoch community justice partners under
section 19 of the Community Justice (Scotland) Act 2016 and has regard to the national strategy of
2022 and the performance framework of March 2023. It can be read by itself.

## 3.2 Vision for community justice

We want Dunmaddoch to be a place where a wrong is put right as near to home and as soon as can be,
where people get the help that they need to stop, and where having paid your dues is the end of
the matter.

## 3.3 The picture in 2023

In 2021-22 twenty-two people finished diversion, 30 were assessed for supervised bail and 14 began
it. There were 246 community payback orders, of which 69 per cent were completed; the share for
women was 58 per cent. On a typical night 36 Dunmaddoch people were in prison, in three different
establishments. Of the 71 who came home in the year 28 went to the council as homeless within a
week, 11 were known to have carried on with drug treatment and 9 had voluntary throughcare. When
asked
about community sentences, 52 per cent of the citizens' panel said they had confidence in them.

The picture is not the same everywhere. In the hill villages those on orders spend, on average, two
hours and ten minutes on the way to and from each appointment. In the county town, by contrast,
nearly
everybody can walk to the office, and the completion rate is nine points better. Age makes a
difference as well: people under 25 do well on short orders and badly on long ones, while for those
over 40 it is the other way about. Nobody is sure why, and the partners would like to know.

The courts have changed too. Since the pandemic there are fewer sheriff and jury trials and a great
many more cases waiting for one. The time between an offence and a disposal went from 19 weeks in
2018-19 to 33 weeks in 2021-22. For that length of time a person may be on bail, in custody
or simply waiting, with nothing being done about the reasons for being there.

We looked at each of the nine national outcomes with the figures above. None has been achieved in
full. We are nearest with diversion and with readiness for work. We are furthest off with bail,
accommodation and continuity of care.

## 3.4 What people need

The *Justice in Dunmaddoch* needs assessment of 2022 names these as the main needs of those in the
system here: a safe home; help with trauma and mental health; treatment for drug and alcohol use;
enough money to get through the week; and somebody who is on their side, as many have lost touch
with their family. It found that help of some kind exists for all of these. The services that were
named most often were the Maddoch Recovery Rooms, the Court Link Worker, Homeward Supported
Lodgings and the Thursday Kitchen.

## 3.5 Priorities

The partners agreed on three priorities at a workshop in November 2022, having weighed what would
make most difference to most people against what is already under way:

- cut the use of remand;
- help women to finish their orders;
- make the first day out of prison a good one.

## 3.6 Partners and who does what

The following have put their names to the plan.

!partners

The Justice Delivery Group, in which all of these sit, works through the actions every two months.
Each action has a lead who delivers it and comes to the group to account for it; the lead partner
for each outcome (health and social care for CJ1, justice social work for CJ2, housing for CJ3,
the council for CJ4) looks after the whole of it and settles any overlap. The group reports
to the Safer Dunmaddoch Board
twice a year.

## 3.7 How people were and are involved

Nineteen people with convictions and eleven relatives took part in four conversations between
September and November 2022, in the Thursday Kitchen and in one of the prisons. Sixteen providers
and thirty practitioners answered a questionnaire in October 2022. The draft was read back to
those who had spoken in January 2023. A standing panel of eight meets the group in April and
October each year. The needs assessment and a list of services are on the council's web site. An
equality impact assessment and the participation statement will be added at a later date.

## 3.8 What will be different by March 2025

These are the key deliverables of the first two years: a link worker in custody every day of the
week; a bail supervision desk in the court; six beds that can be used for bail; one release
checklist in three prisons; and a weekly morning for women.

## 3.9 Outcomes, objectives and actions

!justice
"""

REST = """
## 3.10 How this part fits with other plans

The housing, health and employability plans of the area each have something to say about people
with convictions. Where they do, we have not said it over again. The rapid rehousing plan has a
target
for homes for people leaving institutions, on which we shall draw. The alcohol and drug strategy
sets the standards for treatment. No One Left Behind pays for employment advisers. Officers for
all three were part of the group that wrote these pages and will be asked to bring any change in
their own plans to the Justice Delivery Group before it takes effect.

# Part 4: Protecting people from harm

## 4.1 Violence against women and girls

Equally Safe is everybody's business. In 2021-22 the police in Dunmaddoch dealt with 702 incidents
of domestic abuse, and Women's Aid supported 194 women and 240 children. The multi-agency risk
assessment conference heard 88 cases. We shall carry on with the work that is known to help and
shall do four new things.

- Open a second refuge with space for larger families (lead: Dunmaddoch Women's Aid; by June 2025)
- Teach healthy relationships in every secondary school (lead: Education; by August 2024)
- Give each survivor one named advocate from report to verdict (lead: ASSIST; by March 2026)
- Review every domestic homicide in the county within six months (lead: Chief Officers; ongoing)

## 4.2 Scams and doorstep crime

Trading Standards had 310 complaints in 2022 and the average loss was 1,900 pounds. Call blockers
will be fitted free of charge for two hundred people with memory loss and banks will be asked to
train their counter staff.

## 4.3 Hate crime

Sixty-four hate crimes were recorded in 2021-22, rather more than half of them on the ground of race
and most of them in shops, taxis and takeaways. Third party reporting centres exist in two libraries
and at the college, though hardly anybody uses them. The centres will be moved to places that people
go to anyway. Taxi drivers will be offered cameras, and the college will run an evening for shop
staff each term on what to do and whom to ring.

# Part 5: Delivering parts 2 and 4

## 5.1 Our people

The community safety service has fourteen wardens, four mediators and a manager. Warden posts will
be graded again in 2024, and every warden will be given conflict training, a body camera and two
supervision meetings a month.

## 5.2 Telling whether parts 2 and 4 have worked

The safety actions will be evaluated by the council's research team, using before and after counts
in the streets concerned, in 2025 and again in 2028.

## 5.3 Changes to the safety service

When the camera control room moves to the new depot the old room will be kept going for six months,
and a transition manager will see that nothing is lost.

## 5.4 Contact

Community Safety, County Buildings, Dunmaddoch. 01632 960 552. safer@dunmaddoch.example.org
"""

SAFETY = [
    ["Ref", "Action", "Lead", "By", "Measure"],
    [
        "S1",
        "Put brighter lamps in the streets around the station",
        "Roads Service",
        "March 2024",
        "Feeling of safety",
    ],
    [
        "S2",
        "Have wardens on foot in the High Street until two in the morning at weekends",
        "Community Safety",
        "Ongoing",
        "Patrol hours",
    ],
    [
        "S3",
        "Visit the homes of three hundred older people living alone for a fire check",
        "SFRS",
        "31/03/2025",
        "Visits",
    ],
    [
        "S4",
        "Seize off-road motor bikes that are ridden without care on public land",
        "Police Scotland",
        "Summer 2023",
        "Bikes seized",
    ],
    [
        "S5",
        "Run the Driving Ambition day for all sixth year pupils",
        "SFRS with Police Scotland",
        "Q3 2023/24",
        "Pupils",
    ],
    [
        "S6",
        "Offer mediation inside a week to neighbours who have fallen out over noise",
        "Community Safety",
        "2024-25",
        "Cases settled",
    ],
]

PARTNERS = """
Dunmaddoch Council{la}
NHS Upper Forth{hb}
Police Scotland{pol}
Scottish Fire and Rescue Service{fire}
Skills Development Scotland{sds}
Dunmaddoch Health and Social Care Partnership{ijb}
Scottish Courts and Tribunals Service{scts}
Scottish Prison Service{sm}
Procurator Fiscal's Office{sm}
Open Door Counselling{ts}
Kirk and Community Trust{ts}
"""

VERDICTS = """
1 p 3.2, its own vision for community justice
2 h 3.9, four outcomes with no short, medium or long term
3 p 3.9, objectives CJ1.1 to CJ4.1
4 p 3.5, three priorities; 3.3 considers the nine national outcomes
5 h 3.6, only that the group reports to the Board twice a year; the Board itself is in part 1
6 p 3.6, delivery group, leads, lead partner for each outcome
7 p 3.9, actions with lead, date and measure (CJ3 and CJ4 in bullets without measures)
8 m only in part 5, for the safety service
9 p 3.8, key deliverables by March 2025
10 m only in part 5, for wardens
11 p 3.7, how and when
12 h 3.7, needs assessment; impact assessment and participation statement promised
13 m only in part 5, for parts 2 and 4
"""
