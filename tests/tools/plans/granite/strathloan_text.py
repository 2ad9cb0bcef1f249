"""Words of the Strathloan plan, which works straight to the national outcomes."""

FRONT = """
# Note from the co-ordinator

Folks - this is the version that went to the Board on 14 March, taken out of the old committee
system so the tables have gone a bit squint. Nothing has been changed. The area, the partnership
and every figure in it are INVENTED: it is an example made for testing software.

# Contents

! contents

# 1. Foreword by the chair

I said when I took this on that I would not sign anything longer than I was prepared to read, so
the reader will find that this plan is a good deal shorter than the last one. It is also more
honest about what four people and a shared inbox can do.

Strathloan is two market towns, one old mining belt and a great deal of hill. The sheriff court
sits at Loanbridge on three days of the week. Nobody in our area is more than an hour from it by
car and a good many are more than two hours from it by bus, which tells you most of what you need
to know about non-attendance.

What has not changed since 2017 is the reason for doing any of this. A person who is helped to
put things right at the first time of asking, near home, is a person we do not meet again. I
commend the plan to partners and to the public, and I thank the forty or so folk who told us
plainly what was wrong with the last one.

Cllr A. N. Other, Chair, Strathloan Community Justice Partnership

# 2. What we are aiming for

Our vision is of a Strathloan where fewer people are harmed by crime, where those who have caused
harm are held to account close to home and helped to move on, and where nobody goes to jail for
want of a service that we could have given them.

This is a long view and we do not expect to get there by 2027. The plan covers three years, from
1 April 2024 to 31 March 2027. It was made under section 19 of the Community Justice (Scotland)
Act 2016 and takes the place of the plan for 2021-24.

The Board decided in November 2023 that there would be no separate set of local outcomes this
time. We work straight to the nine that are set nationally, each of which has its own section
below, with the position as we find it, whether it is a priority for us, and what we will do.

# 3. How things stand in Strathloan

There were 61,240 people living in Strathloan at the last mid-year estimate. Recorded crime was
342 per 10,000 people, lower than Scotland as a whole and nearly the same as five years ago. In
2022-23 the sheriff at Loanbridge made 288 community payback orders, of which 71 per cent were
completed; 59 people were given custody for less than twelve months, which is nine more than the
year before. The remand figure worries us more: on an ordinary day there were 27 people from
Strathloan on remand, and only 14 bail supervision cases were opened all year.

| Measure | 2020-21 | 2021-22 | 2022-23
| Diversion cases commenced | 31 | 44 | 52
| Diversion completed | 22 | 33 | 41
| Bail supervision commenced | 3 | 9 | 14
| Community payback orders | 190 | 241 | 288
| CPO completed, per cent | 69 | 73 | 71
| Homeless applications from prison | 38 | 35 | 41
| Voluntary throughcare cases | 12 | 15 | 19

The full figures, and where they came from, are in the Strathloan Justice Needs Assessment
(January 2024), which can be had from the co-ordinator. It looked at case files for 120 people
and spoke to 46.

What people need. The needs assessment found the same few things again and again among people
coming through the court at Loanbridge:

- somewhere to stay: two thirds of those leaving jail had no settled address to go to;
- mental health: 58 per cent told us of low mood, trauma or a diagnosis, and most were waiting;
- drink and drugs: heroin in the mining belt, cocaine and alcohol nearly everywhere;
- money: benefit sanctions, court fines and debts to door-step lenders;
- work: seven in ten were out of a job on the day they were sentenced;
- family: bairns living elsewhere, and nobody at home to remind a man of his appointment.

What people can already get. The table of services is longer than you might think, but most of
it can only be had in Loanbridge itself:

- Loanbridge Diversion Team, part of justice social work, which takes referrals from the fiscal;
- Fresh Start Furniture, for anyone setting up a tenancy;
- the Back on Track programme for men convicted of domestic abuse;
- Strathloan Unpaid Work Squad, from justice social work, five days a week and Sundays;
- The Bothy, a drop-in run by volunteers with a cooked dinner on Wednesdays;
- Moving In Moving On housing support.

# 4. Who we are and how we run things

The Strathloan Community Justice Partnership meets four times in the year, in public, in the
council chamber at Loanbridge. It answers to the Strathloan Community Planning Board and its
minutes go there. The chair is elected for two years from among the partners. A quorum is five,
of whom three must be statutory partners. The members are:

! partners

Who does what. The Board agrees the plan and the budget, such as it is, and settles arguments.
Under it the Doing Group, chaired by the service manager for justice social work, meets every
six weeks, goes through the actions line by line, and marks each red, amber or green. Each
section below has a named agency that leads on it and is answerable to the Board for it. The
co-ordinator keeps the action log, writes the quarterly paper and chases people.

Staff. A workforce plan for the partnership will be set out in due course, once the council's
own redesign is settled.

# 5. What comes first

The Board scored each national outcome against four questions: how many people are affected,
how bad the harm is, how far we are from where we ought to be, and whether it is in our gift.
Three came out well ahead and are our priorities for 2024-27:

- Priority one: keeping folk out of remand who need not be there (national outcome 3).
- Priority two: a settled address on the day of release (national outcome 6).
- Priority three: orders that get finished (national outcome 4).

The other six matter too. For those we will hold the line, or do one or two things well.

What you will see. These are the main things that will be delivered and that the Board will hold
us to:

- a bail supervision service on five days a week, with a rural outreach worker, by March 2025;
- four furnished flats kept for people leaving custody, by December 2025;
- a women's unpaid work placement at the walled garden, running from June 2025;
- one page about every service, on paper, in every police station and surgery, by the end of 2024.

# 6. How we asked people

In February 2024 we held two evenings at The Bothy (nine people and then fourteen, all with a
conviction) and one morning with the women's group. The staff who supervise unpaid work and the
providers listed in section 3 met us on 6 February. From now on the lived experience panel of
six will meet the Doing Group every May and November, are paid for their time in vouchers, and
see the draft annual report before the Board does. A participation statement will be published
in due course.

# 7. The nine national outcomes and what we will do

Under each heading there is a line on where we are, the Board's decision, and the actions. Where
nothing is put after "Who" the Board has still to settle it.
"""

PARTNERS = """
Strathloan Council{la}
NHS Loan Valley{hb}
Police Scotland (L Division){pol}
Scottish Fire and Rescue Service{fire}
Skills Development Scotland{sds}
Strathloan Health and Social Care Partnership{ijb}
Scottish Courts and Tribunals Service{scts}
Procurator Fiscal's Office, Loanbridge{sm}
HMP Glenbarr{sm}
Loan Valley Voluntary Action{ts}
Sacro{ts}
The Bothy Trust{ts}
"""

# Where we are, then the decision, for each outcome.
ABOUT = {
    "1": """Fifty-two people started diversion in 2022-23 and forty-one finished it. That is better
than it was but the fiscal tells us that reports come late. Decision: not a priority; keep on.""",
    "2": """The nearest custody suite is at Kirkmore, thirty-one miles off, and is not ours. It sent
17 referrals to Strathloan agencies last year. We cannot say how many of the people were seen.
Decision: not a priority, but the gap in knowledge is to be mended.""",
    "3": """Fourteen cases from eighty-eight assessments, and no service at all on Mondays. This is
the indicator on which we are furthest from where we should be. Decision: PRIORITY.""",
    "4": """Seventy-one per cent of payback orders were completed, a little under the national
figure; for women it was sixty-two. Level 1 orders begin quickly, level 2 do not.
Decision: PRIORITY.""",
    "5": """Eleven people moved from prison drug treatment to ours; we believe at least as many were
lost on the way. Decision: hold the line, with one action carried over from 2021-24.""",
    "6": """Forty-one homeless applications gave prison as the last settled place. Nineteen of the
forty-one spent the first night in bed and breakfast. Decision: PRIORITY.""",
    "7": """We know that 64 people with convictions used the employability service, but not what
became of them. Decision: not a priority; hold the line.""",
    "8": """Nineteen cases were opened. Most people serving less than four years are never told that
they may ask. Decision: not a priority; one action.""",
    "9": """In the residents' panel of 2023 just under half thought that unpaid work was a better
use of time than a short stretch inside for shoplifting. Decision: hold the line.""",
}

BACK = """
# 8. Keeping score

How we will know whether it worked. The Doing Group keeps a sheet of twelve indicators, the ten
national ones and two of our own (days in bed and breakfast after release; days from sentence to
first unpaid work). They are looked at each quarter. Each June the co-ordinator writes up what
was done, what changed for people and how well we worked together, and the panel adds its own
page. In the autumn of 2025 colleagues from a neighbouring partnership will come and look us
over, and the actions will be revised in the light of what they say. The annual report goes to
Community Justice Scotland by the end of December.

# 9. Papers to read with this one

- Strathloan Justice Needs Assessment, January 2024.
- Strathloan Local Outcomes Improvement Plan 2022-32.
- Board paper 23/41, scoring of the national outcomes.

# 10. Who to speak to

Community Justice Co-ordinator, Council Buildings, Loanbridge. Telephone 01632 960114, or write
to communityjustice@strathloan.example.org. Large print on request.
"""
