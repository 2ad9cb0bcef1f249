"""Outcomes, objectives and actions of the Aberlachan plan, written to the 2016 framework."""

ACTIONS = """
outcome: LO1
text: Aberlachan people know what community justice is and have a say in it
national: o-1
how: number

objective: LO1/a
text: Tell the story of community justice in plain language

action: 1
text: Publish a short film in which four local people describe what helped them to stop offending
lead: All partners{all}
due: 31/12/2018{2018-12-31}
measure: Film seen 2,000 times

action: 2
text: Hold a stall at the Lachan Show and at two gala days each summer
lead: ^
due: Summer 2018
measure: Numbers spoken to

action: 3
text: Write a quarterly column in the Lachan Advertiser
lead: ^
due: Ongoing
measure: Columns printed

objective: LO1/b
text: Bring communities into decisions about unpaid work

action: 4
text: Ask all 22 community councils to propose unpaid work and tell each one what became of its idea
lead: Criminal Justice Social Work{la}
due: March 2019{2019-03-31}
measure: 44 proposals, 30 completed

action: 5
text: Repeat the attitudes survey of 2017 and set the answers side by side
lead: Aberlachan Council{la}
due: 2020-21{2021-03-31}
measure: Survey report published

outcome: LO2
text: Partners plan together, share what they know and spend wisely
national: o-2
how: number

objective: LO2/a
text: Pool what partners know about people at risk of coming back

action: 6
text: Sign a data sharing agreement between police, prison, council and health
lead: Police Scotland{pol}, NHS Lachan{hb}, SPS{sm}
due: Q2 2018/19{2018-09-30}
measure: Agreement in force

action: 7
text: Build a yearly profile of everyone sentenced in the sheriff court
lead: Scottish Courts and Tribunals Service{scts}
due: 30 June 2019{2019-06-30}
measure: Profile received by the Board

objective: LO2/b
text: Commission services jointly where this makes sense

action: 8
text: Map spend by all partners on people with convictions
lead: Aberlachan HSCP{ijb}
due: June 2019{2019-06-30}
measure: Map agreed

action: 9
text: Let one joint contract for throughcare and mentoring in place of three
lead: Aberlachan HSCP{ijb}, Criminal Justice Social Work{la}
due: April 2020{2020-04-30}
measure: Contract let; management cost down by 20%

outcome: LO3
text: Those who need a service can get one, wherever they live in the district
national: o-3 o-5
how: number

objective: LO3/a
text: Take away the barriers to housing, health and benefits

action: 10
text: Station a welfare rights officer in the sheriff court on Tuesdays
lead: Aberlachan Citizens Advice Bureau{ts}
due: 01/10/2018{2018-10-01}
measure: 200 people helped; sum of benefits gained

action: 11
text: Give each person leaving prison a housing options interview at least six weeks ahead
lead: Housing Service{la}, SPS{sm}
due: Q4 2018/19{2019-03-31}
measure: Share suitably housed on release, from 55% to 80%

action: 12
text: End the rule that a person must have been resident for six months before going on the list
lead: Housing Service{la}
due: ^
measure: Rule ended

action: 13
text: Hold a nurse-led clinic in the social work office at Invernairn every fortnight
lead: NHS Lachan{hb}
due: May 2019{2019-05-31}
measure: Attendance; GP registrations

action: 14
text: Shorten the wait for psychological therapy for people on orders to eighteen weeks
lead: NHS Lachan{hb}
due: 31 March 2020{2020-03-31}
measure: 90% seen in time

objective: LO3/b
text: Treat alcohol and drug use as a health matter first

action: 15
text: Extend recovery cafes to Invernairn and the west coast villages
lead: Aberlachan ADP{oth}, Recovery West{ts}
due: 2018/19{2019-03-31}
measure: Two cafes open

action: 16
text: Deliver naloxone training to hostel staff and families
lead: ^
due: Ongoing
measure: 150 trained

action: 17
text: Offer alcohol brief advice in police custody
lead: Police Scotland{pol}, NHS Lachan{hb}
due: by end of 2019{2019-12-31}
measure: Brief advice sessions given

outcome: LO4
text: What we do with people works, and they do not come back
national: o-4 o-7
how: number

objective: LO4/a
text: Make fuller use of alternatives to prosecution, remand and custody

action: 18
text: Widen diversion to include people aged over 21
lead: Procurator Fiscal{sm}, Criminal Justice Social Work{la}
due: September 2018{2018-09-30}
measure: Diversion cases, from 25 to 60

action: 19
text: Start a supervised bail scheme for women
lead: Criminal Justice Social Work{la}
due: Q1 2019/20{2019-06-30}
measure: Women remanded, from 21 to 12

action: 20
text: Put every person on a drug treatment and testing order in touch with a peer supporter

objective: LO4/b
text: Help people to build on their strengths

action: 21
text: Adopt an outcomes star with everyone on a supervision requirement
lead: Criminal Justice Social Work{la}
due: 31/03/2019{2019-03-31}
measure: 75% show progress at the second star

action: 22
text: Run the Moving Forward group for young men twice a year
lead: Criminal Justice Social Work{la}, SFRS{fire}
due: Twice a year
measure: Completions and reconvictions at one year

outcome: LO5
text: People with convictions have friends, family, work and something to look forward to
national: o-6
how: number

objective: LO5/a
text: Open up learning, volunteering and jobs

action: 23
text: Reserve twenty places on the council's employability pathway each year
lead: Skills Development Scotland{sds}, Aberlachan Council{la}
due: 2019-20{2020-03-31}
measure: Places filled; jobs held at six months

action: 24
text: Set up a bike workshop in which people can work off up to a third of their unpaid hours
lead: Lachan Wheels{ts}
due: Spring 2019
measure: 40 people; 300 bikes

action: 25
text: Teach reading and writing one to one
lead: Community Learning{la}
due: Ongoing

objective: LO5/b
text: Keep families in touch

action: 26
text: Pay for a minibus to the prison visitors' centre once a month
lead: Third Sector Interface{ts}
due: November 2018{2018-11-30}
measure: Visits made by 50 families

action: 27
text: Train two family champions in each school cluster
lead: Aberlachan Council{la}
due: June 2020{2020-06-30}
measure: Eight champions
"""

PARTNERS = """
Aberlachan Council{la}
NHS Lachan{hb}
Police Scotland{pol}
Scottish Fire and Rescue Service{fire}
Skills Development Scotland{sds}
Aberlachan Health and Social Care Partnership{ijb}
Scottish Courts and Tribunals Service{scts}
Scottish Prison Service{sm}
Crown Office and Procurator Fiscal Service{sm}
Aberlachan Third Sector Interface{ts}
Aberlachan Citizens Advice Bureau{ts}
Recovery West{ts}
Lachan Wheels{ts}
"""

VERDICTS = """
1 p Our vision
2 p When we hope to see results: table of short, medium and long term
3 p objectives under each local outcome
4 p Our priorities
5 p How we are governed
6 h leads named and a board, but roles to be written into terms of reference later
7 p action plan with responsible, when, evidence of success
8 p Changing services and making it last
9 h Key deliverables: only a promise to agree them each April
10 p Our people
11 p Involvement: how and when
12 h needs assessment only; participation statement and impact assessment not mentioned
13 p Learning whether it worked: outcomes, process, impact
"""
