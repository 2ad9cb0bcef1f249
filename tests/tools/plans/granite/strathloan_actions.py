"""Outcomes and actions of the Strathloan plan."""

ACTIONS = """
outcome: 1
text: More people successfully complete diversion from prosecution
national: ndo-1
how: number

action: 1.1
text: Send every diversion assessment back to the fiscal within 20 working days and keep a
 note of those that are late
lead: Loanbridge Diversion Team{la}
due: 30 September 2024{2024-09-30}
measure: nine out of ten reports on time

action: 1.2
text: Write down in plain words what diversion is, and hand it over with the letter
lead: PF Office{sm} / Loanbridge Diversion Team{la}
due: June 2024{2024-06-30}
measure: leaflet in use

outcome: 2
text: More people in police custody receive support to address their needs
national: ndo-2
how: number

action: 2.1
text: Get from Kirkmore, each quarter, the number of Strathloan folk arrested and the number
 passed on to a service
lead: Police Scotland{pol}
due: Q2 2024/25{2024-09-30}
measure: figures in the quarterly paper

action: 2.2
text: Test a phone call from a peer worker to anyone let out of the Kirkmore suite overnight
lead: The Bothy Trust{ts} with Police Scotland{pol}
due: summer 2025
measure: 40 calls made and written up

outcome: 3
text: More people are assessed for and successfully complete bail supervision
national: ndo-3
how: number

action: 3.1
text: Put a bail officer in the court building on all three sitting days and within reach by
 phone on the other two
lead: Justice Social Work{la}
due: 31 March 2025{2025-03-31}
measure: an officer at every custody court

action: 3.2
text: Take on a rural outreach worker for the mining belt and the upper glens
lead: Justice Social Work{la}
due: 01/10/2024{2024-10-01}
measure: post filled

action: 3.3
text: Hold two short sessions a year with defence agents and sheriff court staff about what
 supervised bail can and cannot do
lead: Sheriff Clerk's Office{scts} / Justice Social Work{la}
due: ongoing
measure: 40 bail supervision cases a year by 2026-27, from 14

action: 3.4
text: Look at every remand of under 30 days in the year and ask what would have avoided it
lead: Doing Group{all}
due: by end of 2025{2025-12-31}

outcome: 4
text: More people access services to support desistence and successfully complete community
 sentences
national: ndo-4
how: number

action: 4.1
text: See that everyone starts unpaid work inside seven days of sentence
lead: Strathloan Unpaid Work Squad{la}
due: 31 December 2024{2024-12-31}
measure: median of seven days or fewer

action: 4.2
text: Open a women-only placement at the walled garden with a creche alongside
lead: Strathloan Council{la} / Loan Valley Voluntary Action{ts}
due: June 2025{2025-06-30}
measure: 12 women placed in the first year

action: 4.3
text: Pay bus fares up front to anyone on an order living more than five miles from Loanbridge
lead: Justice Social Work{la}
due: 2024-25{2025-03-31}
measure: missed appointments down by a fifth

action: 4.4
text: Bring the alcohol brief intervention nurse to the unpaid work yard one morning a week
lead: HSCP{ijb}
due: Q3 2024/25{2024-12-31}
measure: 100 people offered it

action: 4.5
text: Run the Back on Track programme twice a year instead of once
lead: Justice Social Work{la} / Sacro{ts}
due: March 2026{2026-03-31}

outcome: 5
text: More people have access to, and continuity of, health and social care following release
 from a prison sentence
national: ndo-5
how: number

action: 5.1
text: Finish the agreement that lets the prison health centre book a first appointment with
 the Strathloan drug treatment clinic before the gate
lead: NHS Loan Valley{hb} / HMP Glenbarr{sm} / HSCP{ijb}
due: 31/12/2024{2024-12-31}
measure: appointment held for every person on a script

outcome: 6
text: More people have access to suitable accommodation following release from a prison sentence
national: ndo-6
how: number

action: 6.1
text: Keep four furnished one-bedroom flats for people coming out, with rent met for the first
 fortnight
lead: Strathloan Council Housing{la}
due: December 2025{2025-12-31}
measure: four flats, never empty more than ten days

action: 6.2
text: Ring or visit every Strathloan person in HMP Glenbarr about their tenancy in the first
 week of sentence and again eight weeks before the end
lead: Strathloan Council Housing{la} and HMP Glenbarr{sm}
due: 01/09/2024{2024-09-01}
measure: share seen, from 40 to 95 per cent

action: 6.3
text: Stop using bed and breakfast for the first night out of custody
lead: Strathloan Council Housing{la}
due: 2026-27{2027-03-31}
measure: nobody so placed

action: 6.4
text: Give out a Fresh Start Furniture starter pack with each set of keys
due: ongoing
measure: packs given out

outcome: 7
text: More people with convictions access support to enhance their readiness for employment
national: ndo-7
how: number

action: 7.1
text: Ask the local employers' forum to take six people a year from unpaid work on a trial
 without a tick-box about convictions
lead: Skills Development Scotland{sds} / Strathloan Council{la}
due: Q4 2025/26{2026-03-31}
measure: six trials, three jobs

action: 7.2
text: Count, in a way that everyone can agree, who with a conviction uses employability support
due: end of March 2025{2025-03-31}

outcome: 8
text: More people access voluntary throughcare following a short term prison sentence
national: ndo-8
how: number

action: 8.1
text: Write to everybody from Strathloan in the first month of a short sentence to say that
 throughcare is there for the asking
lead: Justice Social Work{la} / Sacro{ts}
due: autumn 2024
measure: cases up from 19 to 40

outcome: 9
text: More people across the workforce and in the community understand, and have confidence in,
 community justice
national: ndo-9
how: number

action: 9.1
text: Put one page about each service in every police station, library and doctor's surgery
lead: Loan Valley Voluntary Action{ts}
due: 31/12/2024{2024-12-31}
measure: 60 places stocked

action: 9.2
text: Ask community councils to name the next ten unpaid work jobs
lead: Strathloan Council{la}
due: yearly
measure: ten jobs, all done

action: 9.3
text: Take the story of one finished order to the local paper each quarter
lead: All partners{all}
due: 2024/25{2025-03-31}
measure: four stories

action: 9.4
text: Run a half-day on trauma for housing officers and fire crews
lead: SFRS{fire} / HSCP{ijb}
due: May 2025{2025-05-31}
measure: 50 trained
"""

VERDICTS = """
1 p section 2, a vision in one sentence
2 h works to the nine national outcomes, but no short, medium or long bands, only 'a long view'
3 m no strategic objectives at all
4 p section 5, three priorities and a decision for each outcome
5 p section 4, Board, who it answers to, quorum, meetings
6 p section 4, 'Who does what': Doing Group, lead agencies, co-ordinator
7 p section 7, actions with who, when and shown by
8 m nothing on major service changes
9 p section 5, 'What you will see'
10 h section 4, only a promise of a workforce plan
11 p section 6, how and when people were and will be involved
12 h needs assessment named; participation statement only promised; no impact assessment
13 p section 8, indicators, yearly write-up, peer visit
"""
