# ruff: noqa: E501
"""Words of the Kilbrannoch plan (a page on a council's website)."""

from __future__ import annotations

from .common import Act, Outcome, Plan

TITLE = "Kilbrannoch's plan for community justice, 2025 to 2028"
MENU = [
    "Bins and recycling days this week",
    "Pay your council tax by direct debit",
    "Report a pothole or a broken light",
    "Schools, nurseries and term dates",
    "Find your councillor",
]
SIDE = [
    "Justice social work: how to contact us",
    "Workforce strategy for the Council 2024 onwards",
    "Moving house? Tell us here first",
    "Community safety grants for village groups",
]
COOKIES = "We use some essential cookies to make this website work. May we also set cookies that count visits?"
FOOT = "Kilbrannoch Council, The Old Granary, Kilbrannoch. This website is invented for testing and serves no real residents."

OUTCOMES = [
    Outcome(
        "1",
        "People picked up by the police get help with what lies behind it",
        ["ndo-1", "ndo-2"],
        "meaning",
    ),
    Outcome(
        "2", "Nobody waits in prison for trial who could safely wait at home", ["ndo-3"], "meaning"
    ),
    Outcome(
        "3", "Community sentences are finished, and they change something", ["ndo-4"], "meaning"
    ),
    Outcome(
        "4",
        "A bed, a doctor and a friendly face for everyone who gets out",
        ["ndo-5", "ndo-6", "ndo-8"],
        "meaning",
    ),
    Outcome("5", "Those who have been harmed can ask for answers", [], "meaning"),
    Outcome("6", "Employers and neighbours give people another go", ["ndo-7", "ndo-9"], "meaning"),
]
ABOUT = {
    "1": [
        "Last year 1,204 people from Kilbrannoch passed through the custody suite at Tarrin. Officers there tell us that most were in some sort of distress, and that drink, drugs or a mental health crisis played a part in about seven cases out of ten. We also know that the procurator fiscal would divert more people if there were more to divert them to. Of 41 who began diversion last year, 29 reached the end of it, which puts us a little under the national figure; of referrals out of custody there is no trustworthy count at all.",
        "This helps us meet two national outcomes: the one on completing diversion from prosecution and the one on support for people held by the police.",
    ],
    "2": [
        "On a typical night 19 people from our area are on remand. Some of them have to be. But supervised bail was used only four times in 2023-24, mainly since nobody was on hand at court to do the assessment. Thirteen assessments were requested and nine were never done. We are far from where we want to be, and the two sheriffs have said so to our faces.",
        "This helps us meet the national outcome on bail.",
    ],
    "3": [
        "Two thirds of payback orders are completed. Those that break down do so early, usually within six weeks, and usually because of a missed appointment that could have been moved. Those who get past week ten nearly always finish. So the start is where we shall put the work. Unpaid work itself is well thought of: last year it put 9,300 hours into paths, halls and the lifeboat shed.",
        "This speaks to the national outcome about desistance and getting to the end of a community sentence.",
    ],
    "4": [
        "Around 70 people come back to Kilbrannoch from prison each year. In the interviews that we carried out, they said that the first 72 hours were the worst. One told us: “I had a bag, a bus ticket and no key.” Nine made a homeless application on the day they were let out, and twelve went without their medicine for two days or longer. Voluntary throughcare reached eighteen of them. We would put our progress here at halfway.",
        "With this work we contribute to the national outcomes on health and social care after prison, on accommodation after prison, and on voluntary throughcare following a short sentence.",
    ],
    "5": [
        "Restorative justice gives a person who has been harmed the chance to put questions to the one who harmed them, in safety and only if both are willing. There is a priority action on this in the national strategy, though none of the nine national outcomes covers it. We think it matters all the same. At present anyone who asks is put on a list held in Glasgow, and the two who asked last year are still waiting."
    ],
    "6": [
        "A conviction shuts doors for a long time. When we asked 300 residents, barely a third could say what a community payback order is; once it was explained, most were in favour of it. One in twelve of those who use the employability service says that they have a record. It is likely that many others keep quiet about it.",
        "Here we are working towards the national outcomes on readiness for employment and on understanding of, and confidence in, community justice.",
    ],
}
HOUSING = "la=Kilbrannoch Council Housing Options"
JSW = "la=The Council's justice social work team"
ACTIONS = [
    Act(
        "1.1",
        "Police Scotland and NHS Kilbrannoch will put a mental health nurse in the Tarrin custody suite every evening by 30 September 2025.",
        "po=Police Scotland|hb=NHS Kilbrannoch",
        "30 September 2025",
        "evenings on which a nurse was present",
        "1",
    ),
    Act(
        "1.2",
        "The ADP will station a recovery worker alongside the nurse by March 2026.",
        "ij=The ADP",
        "March 2026",
        "people who turn up to a first appointment within a week",
        "1",
    ),
    Act(
        "1.3",
        "The Council's justice social work team and the PF Office will double the number of diversion places, to 80 a year, by the end of 2026.",
        JSW + "|sm=the PF Office",
        "the end of 2026",
        "places offered and places completed",
        "1",
    ),
    Act(
        "1.4",
        "Tarrin Youth Trust will design a diversion course for 18 to 25 year olds, with young people who have been through it.",
        "ts=Tarrin Youth Trust",
        "",
        "",
        "1",
    ),
    Act(
        "2.1",
        "The Council's justice social work team will have a bail worker at Tarrin Sheriff Court on each custody day from now on, with the rota settled by June 2025.",
        JSW,
        "June 2025",
        "assessments done on the day",
        "2",
    ),
    Act(
        "2.2",
        "The Scottish Courts and Tribunals Service will find a private room for bail interviews by 31/08/2025.",
        "sc=The Scottish Courts and Tribunals Service",
        "31/08/2025",
        "",
        "2",
    ),
    Act(
        "2.3",
        "Sacro and the Council's justice social work team will offer mentoring to all who are bailed with supervision by Q4 2025/26.",
        "ts=Sacro|la=the Council's justice social work team",
        "Q4 2025/26",
        "share of bail periods finished without breach",
        "2",
    ),
    Act(
        "3.1",
        "The Council's justice social work team will text people the day before each appointment by autumn 2025.",
        JSW,
        "autumn 2025",
        "missed appointments in the first six weeks",
        "3",
    ),
    Act(
        "3.2",
        "Scottish Fire and Rescue will give ten unpaid work places a year in its home safety visits by April 2026.",
        "fi=Scottish Fire and Rescue",
        "April 2026",
        "places filled",
        "3",
    ),
    Act(
        "3.3",
        "Women's Aid Kilbrannoch will bring a trauma course for women on orders to Tarrin and to the island by 2026-27.",
        "ts=Women's Aid Kilbrannoch",
        "2026-27",
        "women who finish the course and what they say of it",
        "3",
    ),
    Act(
        "3.4",
        "All of us will look at breached orders together every quarter, to learn what went wrong.",
        "pc=All of us",
        "",
        "",
        "3",
    ),
    Act(
        "4.1",
        "Kilbrannoch Council Housing Options will meet every person in prison ten weeks before release, in person or by video, by December 2025.",
        HOUSING,
        "December 2025",
        "people released with an address",
        "4",
    ),
    Act(
        "4.2",
        "The Scottish Prison Service will send a weekly list of release dates by 1 May 2025.",
        "sm=The Scottish Prison Service",
        "1 May 2025",
        "",
        "4",
    ),
    Act(
        "4.3",
        "The HSCP will make sure that medicines and a GP appointment are waiting for people on the day by March 2026.",
        "ij=The HSCP",
        "March 2026",
        "people seen by a GP within five days",
        "4",
    ),
    Act(
        "4.4",
        "Kilbrannoch Council Housing Options and Brannoch Homes will set aside six flats under a Housing First approach by 31 March 2027.",
        HOUSING + "|ts=Brannoch Homes",
        "31 March 2027",
        "tenancies still going after a year",
        "4",
    ),
    Act(
        "4.5",
        "Gatehouse Mentors will collect people from the gate and stay in touch for six months.",
        "ts=Gatehouse Mentors",
        "",
        "people met at the gate, as a share of all releases",
        "4",
    ),
    Act(
        "5.1",
        "Victim Support in Kilbrannoch and Sacro will open a restorative justice service by October 2026.",
        "ts=Victim Support in Kilbrannoch|ts=Sacro",
        "October 2026",
        "requests received and meetings held",
        "5",
    ),
    Act(
        "5.2",
        "The Council will train eight facilitators by the end of 2026.",
        "la=The Council",
        "the end of 2026",
        "facilitators trained",
        "5",
    ),
    Act(
        "6.1",
        "Skills Development Scotland and Kilbrannoch College will run a “good disclosure” session each term by August 2025.",
        "sd=Skills Development Scotland|ot=Kilbrannoch College",
        "August 2025",
        "people who feel ready to tell an employer",
        "6",
    ),
    Act(
        "6.2",
        "The Council will take the box about convictions off its own job forms by 31 December 2025.",
        "la=The Council",
        "31 December 2025",
        "",
        "6",
    ),
    Act(
        "6.3",
        "Kilbrannoch Voluntary Action will hold a conversation café in every ward by spring 2027.",
        "ts=Kilbrannoch Voluntary Action",
        "spring 2027",
        "residents who say that they trust community sentences",
        "6",
    ),
]
PARTNERS = (
    "la=Kilbrannoch Council|hb=NHS Kilbrannoch|po=Police Scotland|fi=Scottish Fire and Rescue|sd=Skills Development Scotland|"
    "ij=Kilbrannoch Health and Social Care Partnership|sc=Scottish Courts and Tribunals Service|sm=Scottish Prison Service|"
    "sm=Crown Office and Procurator Fiscal Service|ts=Sacro|ts=Women's Aid Kilbrannoch|ts=Gatehouse Mentors|"
    "ts=Tarrin Youth Trust|ts=Brannoch Homes|ts=Victim Support in Kilbrannoch|ts=Kilbrannoch Voluntary Action|ot=Kilbrannoch College"
)
BRINGS = [
    "justice social work, housing advice, schools, parks",
    "hospital and community health",
    "custody, public protection, local policing",
    "home safety, work placements",
    "careers advice",
    "primary care, addiction, mental health",
    "court buildings and clerks",
    "HMP Tarrinmuir",
    "decisions on prosecution and diversion",
    "mentoring, restorative work",
    "refuge, counselling, courses for women",
    "volunteers who meet people at the gate",
    "youth work",
    "social landlord, 900 homes",
    "help for victims and witnesses",
    "a voice for 210 local charities",
    "courses",
]
BEFORE: list[tuple[str, list[str]]] = [
    (
        "Read this first",
        [
            "This page is the whole of our plan. It takes the place of the plan for 2018 to 2021 and of the recovery statement that we put out after the pandemic. We wrote it as a web page because hardly anyone opened the last one, which was a file of 78 pages. It is in force from 1 April 2025 to 31 March 2028.",
            "By law the partners named below have to write such a plan together and say in it how near we are to each of the nine national outcomes and what we shall do about it. We have put the answers into the six sections that follow. If you only have a minute, read the first line of each.",
        ],
    ),
    (
        "What we hope for",
        [
            "Our vision: a Kilbrannoch in which every person is safe, is heard and has a reason to get up in the morning, whatever they have done and whatever has been done to them.",
        ],
    ),
    (
        "About Kilbrannoch",
        [
            "Kilbrannoch is a peninsula with one town, Tarrin, and an island that can be reached by a ferry when the wind allows. There are 23,450 of us. We are older than Scotland as a whole and becoming more so; one in three is over sixty. The fish farm, the distillery and the Council are the main employers. There are no trains.",
            "Crime is low. In 2023-24 the police recorded 702 crimes, about half the Scottish rate per head. But what there is tends to be close to home: domestic abuse makes up a bigger share of violence here than elsewhere, and the same 60 or so people account for a third of all charges.",
            "Our sheriffs made 97 community payback orders and two drug treatment and testing orders in that year. They also handed out 54 prison sentences, 47 of which were for under twelve months. On the tenth national measure, the balance of community sentences against short prison sentences, we are a little worse than the country overall.",
        ],
    ),
    (
        "What gets in people's way",
        [
            "In the spring of 2024 we spoke to 34 people with a conviction and looked through the records of 110 more. Most faced more than one problem at a time. These are the needs which came up most often:",
            "* housing: sofa surfing, a lost tenancy or an address that was not safe",
            "* substance use: above all alcohol, and cocaine among younger men",
            "* mental health: trauma, depression and thoughts of suicide",
            "* family and relationships: children in care, partners who have had enough, carers' strain",
            "* isolation: no bus after six, no friends who are not drinking",
            "* safety: more than half of the women had themselves been victims of violence",
        ],
    ),
    (
        "Looking back",
        [
            "Plans are easier to write than to carry out, so it is only fair to own up to how the last one went. Of its 41 actions 23 were finished, 11 were finished late and seven never began. The good news: unpaid work moved into a proper workshop, naloxone is now carried by every police officer in Tarrin, and the Council and the prison speak to one another each week and not merely when something has gone wrong. The bad news: supervised bail withered, nobody took on restorative justice, and the ferry timetable still makes a mockery of appointments at nine in the morning.",
            "Two lessons were drawn. We had too many actions, and too many of them began with words such as explore or consider. This time there are 21, and nearly every one has a name against it.",
        ],
    ),
    (
        "What it costs",
        [
            "The Council's grant for justice social work comes to £1.1 million in 2025-26. Other partners pay for their own part from what they already have. The gate service is paid for by a trust until 2027. A year in prison costs more than forty thousand pounds for each person, and a community payback order around a twentieth of that, so even a handful of people kept out of prison would free up more than all the new actions on this page will cost. That money, unhappily, is not ours to move.",
        ],
    ),
    (
        "What comes first",
        [
            "We know that we cannot do everything in year one. The order of priority will be set out on this page once the new chief officers' group has met.",
        ],
    ),
]
AFTER: list[tuple[str, list[str]]] = [
    (
        "Who is in charge",
        [
            "The Kilbrannoch Community Justice Board is made up of one senior person from each of the statutory partners, two from charities and two who have been through the system themselves. It meets every eight weeks in Tarrin, and once a year on the island. The chair is chosen for two years. The board answers to the Kilbrannoch Community Planning Partnership, to which it reports each May and November, and its minutes are put on this website.",
        ],
    ),
    (
        "How the work gets done",
        [
            "Whoever is named at the start of an action leads it and must see it through. Where two are named they share it equally, and the first of them does the reporting. Each outcome has a small working group, which develops the detail with local workers. The community justice co-ordinator supports the groups, keeps a progress sheet and brings problems to the board, which oversees the lot and may move an action to somebody else.",
            "This is our delivery plan for the three years. Actions have been kept small enough to be checked. When an action has no date it is because work is continuous or because we are waiting on others, and the board asks about it each time it meets.",
        ],
    ),
    (
        "What you will be able to see",
        [
            "By the end of the plan there will be a nurse in custody every evening, a bail worker at court, six Housing First flats, a restorative justice service with trained facilitators, and no box about convictions on the Council's forms. Those are our key deliverables.",
        ],
    ),
    (
        "How people took part",
        [
            "The 34 interviews were done by three peer researchers who have convictions themselves. Providers and front-line workers went through the draft at two open mornings in September and November 2024. From May 2025 a panel of ten people with lived experience, six who have offended and four who have been harmed, meets in every second month; it is paid, it is given each progress report a week before the board, and its comments are minuted.",
        ],
    ),
    (
        "How we shall know if it worked",
        [
            "For most of the actions there is a line that begins “We'll look at”. The co-ordinator collects those numbers every six months, along with the national indicators. Each autumn the board scores every outcome with the national Community Justice Improvement Tool: what changed for people, whether we did what we said, how well we worked together. What we learn goes into a yearly report, published by 31 December, and into changes to this page, which are listed at the foot. In 2027 the college will carry out an independent evaluation of the gate service.",
        ],
    ),
    (
        "More to read",
        [
            "You can download <a href='#'>the participation statement</a>, <a href='#'>the strategic needs assessment 2024</a> and <a href='#'>the equality and island communities impact assessment</a>. They were all published on the same day as this plan. If you would like any of them on paper or read aloud, ring 01632 960271 or write to justice@example.org.",
        ],
    ),
]
PLAN = Plan(
    "kilbrannoch-web",
    "kilbrannoch-web.html",
    "web-page",
    TITLE,
    "Kilbrannoch",
    ("2025-04-01", "2028-03-31"),
    "2023",
    "PhMhPPPMPMPPP",
    [
        "What we hope for",
        "six outcomes, with no short, medium or long term",
        "no objectives between outcomes and actions",
        "only a promise: the order will be set out",
        "Who is in charge",
        "How the work gets done",
        "dated actions for three years with leads and measures",
        "nothing on keeping service changes",
        "What you will be able to see",
        "only a link to the Council's own strategy in the side list",
        "How people took part",
        "More to read",
        "How we shall know if it worked",
    ],
    OUTCOMES,
    [],
    ACTIONS,
    "housing substance_use mental_health family social_inclusion safety",
    [
        "Sacro",
        "Gatehouse Mentors",
        "Women's Aid Kilbrannoch",
        "Tarrin Youth Trust",
        "Victim Support in Kilbrannoch",
        "Brannoch Homes",
        "Housing First",
    ],
    PARTNERS,
    [
        "Workforce strategy for the Council 2024 onwards",
        "Pay your council tax by direct debit",
        "May we also set cookies that count visits?",
        "Community safety grants for village groups",
        "This website is invented for testing",
    ],
)
