# ruff: noqa: E501 - a sentence reads best on one line
"""What the invented plans are made of: local outcomes with objectives and actions.

Each theme serves one outcome of 2023 and, in older plans, one of 2016. Nothing in it is real.
"""

from __future__ import annotations

from typing import NamedTuple


class Step(NamedTuple):
    """An action: words, measure, who leads it."""

    text: str
    measure: str
    lead: str


class Aim(NamedTuple):
    """A strategic objective and the actions that carry it out."""

    text: str
    steps: tuple[Step, ...]


class Theme(NamedTuple):
    """A local outcome, the national outcomes that it serves, how it is measured, its objectives."""

    ndo: str
    common: str
    text: str
    measure: str
    aims: tuple[Aim, ...]


THEMES = (
    Theme(
        "ndo-1",
        "o-4",
        "More people finish a diversion programme instead of going to court",
        "Number of diversion cases completed each year",
        (
            Aim(
                "Offer diversion early and see it through to the end",
                (
                    Step(
                        "Appoint two diversion workers to meet each person within a week of referral",
                        "Days from referral to first meeting",
                        "la",
                    ),
                    Step(
                        "Agree a referral form for diversion with the procurator fiscal's office",
                        "Share of referrals on the new form",
                        "copfs",
                    ),
                    Step(
                        "Run a monthly panel that reviews diversion cases at risk of breakdown",
                        "Cases brought back on course after a panel",
                        "third",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-1",
        "o-7",
        "Young adults are dealt with outside court wherever that is safe",
        "Share of people aged 18 to 25 whose diversion ends well",
        (
            Aim(
                "Build diversion that fits people aged 18 to 25",
                (
                    Step(
                        "Commission a youth diversion course with a sports coach and a social worker",
                        "Number who start and finish the course",
                        "third",
                    ),
                    Step(
                        "Brief all community policing teams on when to report for diversion",
                        "Officers briefed; reports that ask for diversion",
                        "police",
                    ),
                ),
            ),
            Aim(
                "Hear what young adults think of diversion",
                (
                    Step(
                        "Interview thirty young adults who have finished diversion and publish what they say",
                        "Interviews held; changes made as a result",
                        "la",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-2",
        "o-3",
        "People who are arrested are met by someone who can help",
        "Referrals from the custody suite each year",
        (
            Aim(
                "Place support workers in the custody suite",
                (
                    Step(
                        "Station an arrest referral worker in the custody suite on six nights a week",
                        "People spoken to on the night of arrest",
                        "police",
                    ),
                    Step(
                        "Give each person in police custody a pocket card that lists local help lines",
                        "Cards given out; calls that mention the card",
                        "third",
                    ),
                    Step(
                        "Start a nurse-led health check for everyone held in police custody overnight",
                        "Share of overnight detainees checked",
                        "hb",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-2",
        "o-5",
        "Crisis in police custody is noticed and answered",
        "Mental health referrals made from police custody",
        (
            Aim(
                "Answer mental distress in police custody at once",
                (
                    Step(
                        "Open a telephone line from the custody desk to the duty psychiatric nurse",
                        "Calls answered within ten minutes",
                        "hb",
                    ),
                    Step(
                        "Train forty custody sergeants and officers in suicide prevention",
                        "Staff trained; incidents of self-harm in cells",
                        "police",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-3",
        "o-4",
        "Fewer people wait for trial in prison",
        "Bail supervision cases begun and completed",
        (
            Aim(
                "Make supervised bail available every day that the court sits",
                (
                    Step(
                        "Put a bail officer in the sheriff court each morning to assess people held overnight",
                        "Bail assessment reports made each month",
                        "la",
                    ),
                    Step(
                        "Extend bail supervision to evenings and weekends",
                        "Bail supervision meetings held out of hours",
                        "la",
                    ),
                    Step(
                        "Send the sheriffs a monthly note of bail supervision places that are free",
                        "Notes sent; bail orders with supervision",
                        "scts",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-3",
        "o-5",
        "People on bail keep their home and their family ties",
        "Tenancies kept by people on bail supervision",
        (
            Aim(
                "Back up bail with a place to stay",
                (
                    Step(
                        "Lease six furnished flats as bail accommodation",
                        "Nights of bail accommodation used",
                        "la",
                    ),
                    Step(
                        "Pay travel costs so that people on bail can reach court and supervision",
                        "Missed bail appointments",
                        "third",
                    ),
                ),
            ),
            Aim(
                "Watch over bail with electronic tags where needed",
                (
                    Step(
                        "Set up a weekly tag clinic for people on electronically monitored bail",
                        "Monitored bail cases completed",
                        "scottish",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-4",
        "o-4",
        "Community sentences start quickly and are completed",
        "Share of community payback orders completed",
        (
            Aim(
                "Get unpaid work under way within a week of sentence",
                (
                    Step(
                        "Open a third unpaid work workshop with places for fifteen people",
                        "Unpaid work hours carried out each month",
                        "la",
                    ),
                    Step(
                        "Recruit four unpaid work supervisors for weekend squads",
                        "Weekend unpaid work sessions held",
                        "la",
                    ),
                    Step(
                        "Publish a yearly list of unpaid work projects chosen by residents",
                        "Projects put forward and carried out",
                        "fire",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-4",
        "o-7",
        "People on orders change the habits behind their offending",
        "Share of people on orders who finish groupwork",
        (
            Aim(
                "Offer groupwork and mentoring alongside each community payback order",
                (
                    Step(
                        "Deliver a twelve-week groupwork course on anger for people on community payback orders",
                        "People who finish the groupwork",
                        "la",
                    ),
                    Step(
                        "Match thirty people on community payback orders with a peer mentor",
                        "Mentor matches that last six months",
                        "third",
                    ),
                ),
            ),
            Aim(
                "Bring drug treatment and community orders together",
                (
                    Step(
                        "Hold a joint clinic for people on drug treatment and testing orders each fortnight",
                        "Orders completed; clean tests",
                        "ijb",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-5",
        "o-3",
        "People leave prison with their health care in place",
        "Treatment transfers from prison to the community recorded in time",
        (
            Aim(
                "Hand over health care without a gap on release",
                (
                    Step(
                        "Write a transfer protocol between the prison health centre and local pharmacies",
                        "Prescriptions in place on the day of release",
                        "hb",
                    ),
                    Step(
                        "Register every person due for release with a doctor four weeks ahead",
                        "Share registered with a doctor on release",
                        "sps",
                    ),
                    Step(
                        "Issue naloxone kits and training at the prison gate",
                        "Kits issued at release",
                        "ijb",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-5",
        "o-7",
        "Recovery that begins in prison goes on outside",
        "People still in recovery support six months after release",
        (
            Aim(
                "Link prison recovery groups to recovery cafes outside",
                (
                    Step(
                        "Bring recovery workers into the prison twice a month to meet people before release",
                        "People met before release who come to a recovery cafe",
                        "ijb",
                    ),
                    Step(
                        "Start a recovery cafe for people released from prison in the town hall each Saturday",
                        "People who come each Saturday",
                        "third",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-6",
        "o-5",
        "Nobody leaves prison without somewhere to live",
        "Homelessness applications made on release from prison",
        (
            Aim(
                "Settle housing well before the day of release",
                (
                    Step(
                        "Hold housing interviews in prison twelve weeks before release",
                        "Housing interviews held before release",
                        "sps",
                    ),
                    Step(
                        "Set aside ten tenancies a year for people who leave prison",
                        "Tenancies let to people leaving prison",
                        "la",
                    ),
                    Step(
                        "Sign a protocol with three housing associations to hold tenancies during short sentences",
                        "Tenancies held during sentences",
                        "la",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-6",
        "o-3",
        "People who leave prison can keep the home they get",
        "Tenancies of people released from prison that last a year",
        (
            Aim(
                "Help new tenants from prison through their first year",
                (
                    Step(
                        "Employ a tenancy support worker for people who leave prison",
                        "Tenants visited in their first month",
                        "third",
                    ),
                    Step(
                        "Supply starter packs of bedding and kitchen goods to new tenants from prison",
                        "Starter packs supplied",
                        "third",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-7",
        "o-6",
        "People with convictions find and keep work",
        "Employability service users who have convictions",
        (
            Aim(
                "Open routes into work for people with convictions",
                (
                    Step(
                        "Run a jobs club for people with convictions in the library every Tuesday",
                        "People who come to the jobs club and find work",
                        "sds",
                    ),
                    Step(
                        "Visit fifty employers to explain the rules on disclosure of convictions",
                        "Employers visited; vacancies offered",
                        "sds",
                    ),
                    Step(
                        "Provide forklift and food hygiene certificates through a training contract",
                        "Certificates gained",
                        "la",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-7",
        "o-6",
        "People learn skills while on a sentence",
        "Qualifications gained by people with convictions",
        (
            Aim(
                "Bring learning and qualifications into sentences",
                (
                    Step(
                        "Deliver accredited joinery units in the training workshop for people with convictions",
                        "Joinery units passed",
                        "sds",
                    ),
                    Step(
                        "Hold a reading and numbers class for jobseekers with convictions twice a week",
                        "Learners who move up a level",
                        "la",
                    ),
                ),
            ),
            Aim(
                "Work with employers who recruit fairly",
                (
                    Step(
                        "Launch a fair recruitment pledge and sign up twenty local employers",
                        "Employers that sign the pledge",
                        "fire",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-8",
        "o-7",
        "People who serve short sentences have help on the way home",
        "Voluntary throughcare cases begun each year",
        (
            Aim(
                "Offer throughcare to each person on a short sentence",
                (
                    Step(
                        "Meet every person on a short sentence in prison to offer voluntary throughcare",
                        "Share who take up throughcare",
                        "sps",
                    ),
                    Step(
                        "Fund a gate pick-up service with two throughcare drivers",
                        "People picked up at the gate",
                        "third",
                    ),
                    Step(
                        "Print a throughcare guide for families of people on short sentences",
                        "Guides given to families",
                        "third",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-8",
        "o-6",
        "Women on short sentences come back to support that suits them",
        "Women who take up voluntary throughcare",
        (
            Aim(
                "Shape throughcare for women",
                (
                    Step(
                        "Appoint a women's throughcare worker based in the women's centre",
                        "Women who stay with throughcare for three months",
                        "la",
                    ),
                    Step(
                        "Hold a weekly family visit session for mothers in throughcare",
                        "Family sessions held",
                        "third",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-9",
        "o-1",
        "Residents know what community justice does and trust it",
        "Residents who agree that community sentences help their area",
        (
            Aim(
                "Tell residents about community justice and listen to them",
                (
                    Step(
                        "Hold four public evenings on community justice, one in each ward",
                        "People who come; views given on the night",
                        "all",
                    ),
                    Step(
                        "Publish a community justice newsletter in the local paper each quarter",
                        "Readers' replies to each newsletter",
                        "la",
                    ),
                    Step(
                        "Survey five hundred residents on their view of community sentences each spring",
                        "Survey replies; share who are confident",
                        "la",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-9",
        "o-2",
        "Staff of every partner understand community justice",
        "Staff who say they understand community justice",
        (
            Aim(
                "Teach the workforce about community justice",
                (
                    Step(
                        "Make an online course on community justice for staff of every partner",
                        "Staff who finish the online course",
                        "all",
                    ),
                    Step(
                        "Arrange job shadowing between the fire service, the court and social work",
                        "Shadowing days held",
                        "fire",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-9",
        "o-2",
        "Partners plan from the same facts",
        "Partners that share figures each quarter",
        (
            Aim(
                "Share figures and plan services together",
                (
                    Step(
                        "Build a shared dashboard of justice figures for all partners",
                        "Partners that enter their figures on time",
                        "police",
                    ),
                    Step(
                        "Hold a yearly budget workshop where partners plan joint services",
                        "Joint services planned and paid for",
                        "all",
                    ),
                ),
            ),
        ),
    ),
    Theme(
        "ndo-5",
        "o-5",
        "People with money worries get help before they turn to crime",
        "People helped with debt and benefits",
        (
            Aim(
                "Bring money advice into health and justice settings on release",
                (
                    Step(
                        "Place a money adviser in the justice social work office two days a week",
                        "Debts settled; benefits gained",
                        "third",
                    ),
                    Step(
                        "Check the benefit claims of people before release from prison",
                        "Claims in payment within a week of release",
                        "sps",
                    ),
                ),
            ),
        ),
    ),
)
