"""Outcomes, objectives and actions of the Kinmarr plan."""

ACTIONS = """
outcome: 1
text: Trouble is dealt with early and in proportion, so that fewer people in Kinmarr are drawn
 further into the justice system
national: ndo-1 ndo-2
how: title

objective: 1.1
text: By March 2026, double the number of people who finish a diversion programme, from 34 to
 68 a year

action: 1.1.1
text: Redesign the diversion pathway with the procurator fiscal so that assessment starts within
 ten working days of referral
lead: Justice Social Work{la} and COPFS{sm}
due: Q2 2023/24{2023-09-30}
measure: Share of assessments begun within ten days (baseline 41%, target 85%)

action: 1.1.2
text: Commission a short diversion course for people whose offending is tied to gambling
lead: Kinmarr ADP{oth}
due: Q4 2023/24{2024-03-31}
measure: Course running; 20 starts in its first year

action: 1.1.3
text: Brief all depute fiscals in the Kinmarr office on local diversion options once a year
lead: Justice Social Work{la}
due: Annually, each October
measure: Attendance at briefings

objective: 1.2
text: Nobody leaves the Port Marr custody suite without having been asked what help they want

action: 1.2.1
text: Place an arrest referral worker in the Port Marr suite on Friday and weekend nights
lead: Police Scotland{pol}; Second Chance Kinmarr{ts}
due: 30/11/2023{2023-11-30}
measure: 150 conversations and 60 onward referrals a year

action: 1.2.2
text: Agree a same-day route from the custody nurse to the community mental health team
lead: NHS Marr and Glens{hb}
due: ^
measure: Referrals seen inside 72 hours

action: 1.2.3
text: Introduce a single consent form that all custody partners will accept
lead: ^
due: ^
measure: Form in use at all three sites

outcome: 2
text: Courts and the public trust the alternatives to custody that Kinmarr can offer
national: ndo-3 ndo-4
how: title

objective: 2.1
text: Raise the number of bail supervision cases to at least 90 a year by 2027-28

action: 2.1.1
text: Extend bail supervision to Saturday courts and public holidays
lead: Justice Social Work{la}
due: 1 April 2024{2024-04-01}
measure: Cover in place for every custody court

action: 2.1.2
text: Offer electronically monitored bail alongside supervision wherever an assessment supports it
lead: Justice Social Work{la}; SCTS{scts}
due: 2024/25{2025-03-31}
measure: Number of combined packages put before the court

action: 2.1.3
text: Report to sheriffs twice a year on who was bailed, who was remanded and what happened next
lead: SCTS{scts}
due: ongoing
measure: Two reports a year

objective: 2.2
text: Four in five community payback orders completed by 2028

action: 2.2.1
text: Offer every person on an order a named mentor for the first twelve weeks
lead: Second Chance Kinmarr{ts}
due: June 2024{2024-06-30}
measure: Completion rate among mentored people (baseline 68%)

action: 2.2.2
text: Move a third of unpaid work hours to evenings and weekends so that people can keep a job
lead: Justice Social Work{la}
due: December 2024{2024-12-31}
measure: Share of hours worked outside 9 to 5

action: 2.2.3
text: Set up a trauma-informed women's group in Stranmarr and a second in the Glens
lead: Justice Social Work{la}; Marr Women's Space{ts}
due: 31/08/2024{2024-08-31}
measure: 30 women attending; 24 completing

action: 2.2.4
text: Install drug testing at the Stranmarr office so that nobody on a treatment order has to
 travel to Port Marr
lead: HSCP{ijb}
due: Spring 2025

objective: 2.3
text: Restorative justice is there for any person harmed who asks for it

action: 2.3.1
text: Train eight facilitators and set up a referral route through victim support agencies
lead: Victim Support Scotland{ts}; Justice Social Work{la}
due: March 2026{2026-03-31}
measure: Facilitators accredited; first ten conversations held

outcome: 3
text: People who come home from prison have a roof, a doctor and somebody to turn to from the
 first day
national: ndo-5 ndo-6 ndo-8
how: title

objective: 3.1
text: End rough sleeping and hotel placements among people leaving custody by April 2027

action: 3.1.1
text: Adopt the SHORE standards in full and publish how far each is met
lead: Kinmarr Homes and Neighbourhoods{la}; SPS{sm}
due: Q3 2023/24{2023-12-31}
measure: All standards rated as met or nearly met

action: 3.1.2
text: Ring-fence ten Housing First tenancies a year for people with repeat short sentences
lead: Kinmarr Homes and Neighbourhoods{la}
due: 31 March 2025{2025-03-31}
measure: Tenancies kept at twelve months (target 80%)

action: 3.1.3
text: Hold a housing surgery in HMP Ardmarr every second Tuesday
lead: ^
due: ^
measure: Number of prisoners seen

objective: 3.2
text: No gap in treatment or care between the prison and the community

action: 3.2.1
text: Register every returning person with a GP practice before liberation
lead: NHS Marr and Glens{hb}; SPS{sm}
due: October 2024{2024-10-31}
measure: 95% registered on the day of release

action: 3.2.2
text: Pass on prescriptions for opioid substitution at least five working days ahead
lead: HSCP{ijb}; Kinmarr ADP{oth}
due: ^
measure: Missed first doses (baseline 31 a year, target nil)

action: 3.2.3
text: Give out naloxone and training at the gate
lead: Kinmarr ADP{oth}
due: ongoing
measure: Kits given out

objective: 3.3
text: Everyone serving a short sentence is offered voluntary throughcare and half of them take
 it up

action: 3.3.1
text: Meet each person within fourteen days of admission to draw up a going-home plan
lead: Second Chance Kinmarr{ts}
due: Q1 2024/25{2024-06-30}
measure: Plans completed (baseline 22)

action: 3.3.2
text: Provide a lift home and a starter bag on the day of liberation
due: End of 2024{2024-12-31}

action: 3.3.3
text: Involve families in the going-home plan where the person agrees
lead: Families Outside{ts}
due: to be confirmed
measure: Plans with a family member's view recorded

outcome: 4
text: People with a conviction can earn, learn and be accepted as neighbours
national: ndo-7 ndo-9
how: title

objective: 4.1
text: Help 120 people with convictions a year towards work, training or volunteering

action: 4.1.1
text: Open an employability desk in each justice social work office
lead: Skills Development Scotland{sds}; Kinmarr Council{la}
due: 30/09/2023{2023-09-30}
measure: 120 people registered a year

action: 4.1.2
text: Sign up twenty employers to a fair-start pledge on criminal records
lead: Marr Chamber of Commerce{oth}
due: 2025-26{2026-03-31}
measure: Employers signed; people hired

action: 4.1.3
text: Run forklift and food hygiene certificates inside the unpaid work scheme
lead: Kinmarr CLD{la}
due: July 2024{2024-07-31}
measure: 60 certificates a year

objective: 4.2
text: By 2028 most residents who answer our survey say they have confidence in community
 sentences

action: 4.2.1
text: Ask residents about community justice in the council's survey in 2024 and again in 2027
lead: Kinmarr Council{la}
due: 2027-28{2028-03-31}
measure: Confidence score (baseline to be set in 2024)

action: 4.2.2
text: Let communities vote online for unpaid work projects in their own town
lead: Justice Social Work{la}; Community Councils Forum{oth}
due: May 2024{2024-05-31}
measure: Votes cast; projects done

action: 4.2.3
text: Offer fire safety visits and volunteering at stations to people on orders
lead: SFRS{fire}
due: ongoing
measure: Visits made
"""

VERDICTS = """
1 p chapter 3, vision in a sentence of its own
2 p chapter 3, table of short-, medium- and long-term results
3 p chapter 6, strategic objectives 1.1 to 4.2
4 p chapter 5, three priorities and how they were chosen
5 p chapter 4, Board, sub-groups, reporting lines, risk
6 p chapter 4, roles and responsibilities table
7 p chapter 6, SMART tables
8 h chapter 7, only a promise that arrangements will be set out in due course
9 p chapter 6, key deliverables by year
10 p chapter 8, staffing, training and wellbeing
11 h chapter 9, a commitment to involve people; how and when is still to be worked out
12 p appendix 3, needs assessment, participation statement, equality assessment
13 h chapter 9, annual report only; evaluation framework promised
"""

PARTNERS = """
Kinmarr Council{la}
NHS Marr and Glens{hb}
Police Scotland, Marr Division{pol}
Scottish Fire and Rescue Service{fire}
Skills Development Scotland{sds}
Kinmarr Integration Joint Board{ijb}
Scottish Courts and Tribunals Service{scts}
Scottish Prison Service{sm}
Crown Office and Procurator Fiscal Service{sm}
Second Chance Kinmarr{ts}
Victim Support Scotland{ts}
Families Outside{ts}
Marr Women's Space{ts}
Kinmarr Alcohol and Drug Partnership{oth}
"""
