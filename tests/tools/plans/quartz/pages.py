# ruff: noqa: E501, RUF001
"""Plan 2: a designed PDF, two columns, one priority to a page, no tables."""

from __future__ import annotations

from html import escape

from playwright.sync_api import sync_playwright

from .common import Act, Outcome, Plan

TITLE = "A Fair Road Back: Corrievane Community Justice Plan 2025–28"
RUN = "A Fair Road Back – an invented plan made up for testing a reader"
FOOT = "Corrievane does not exist; print copies from 01632 960270 or hello@example.org"

# Each: its name, the outcome, why, the commitments, the measures and the box
PRIORITIES: list[tuple[str, Outcome, list[str], list[Act], list[str], str]] = [
    (
        "Catch it early",
        Outcome(
            "1",
            "When somebody first comes to the notice of the police, they are steered to help and the matter is settled without a conviction wherever that is right.",
            ["ndo-1", "ndo-2"],
        ),
        [
            "Corrievane has one custody suite, at Portvane, and it is busy from Thursday night until Monday morning. In 2023-24 there were 2,044 arrests. In only 118 of them did anybody write down that support had been offered. When we asked the officers why, they told us that they did not know who to ring after five o'clock.",
            "Diversion is in better heart. The fiscal sent 143 cases our way, of which 120 were taken on and 96 were finished well. Yet nearly all were people under 25. Older people, and women above all, are hardly ever diverted although their offences are often the slightest.",
        ],
        [
            Act(
                "Keep an arrest referral worker in the Portvane suite from 6pm to 2am, Thursday to Sunday",
                ["Corrievane HSCP"],
                "30 September 2025",
            ),
            Act(
                "Give each response officer a pocket card with the six numbers that answer at night",
                ["Police Scotland"],
                "June 2025",
            ),
            Act(
                "Write with the fiscal a route into diversion for people over 40",
                ["COPFS", "Justice Social Work"],
                "Q3 2025/26",
            ),
            Act(
                "Try out a women's diversion group at the Loom Rooms",
                ["Threadwell"],
                "by March 2026",
            ),
        ],
        [
            "referrals made from the Portvane suite (118 in 2023-24; we aim for 400)",
            "diversion cases begun and finished well, by age and sex",
        ],
        "Supports national outcomes 1 and 2",
    ),
    (
        "Safe without a cell",
        Outcome(
            "2",
            "Courts here use bail supervision and community sentences with trust, and most people who are given them finish them.",
            ["ndo-3", "ndo-4"],
        ),
        [
            "On an ordinary day 41 Corrievane people are held on remand. That is more, for our size, than in any of the areas around us. Fourteen people were put on supervised bail in the year and eleven saw it out. The bench tells us that they would use it more if they could be sure that an assessment would be ready by the afternoon.",
            "Community payback is a mixed picture. Seven in ten orders are completed, but among those with a drug problem it is nearer to one in two. Unpaid work is carried out from a single yard in Portvane, which for people in the glens may mean three hours in a van.",
        ],
        [
            Act(
                "Have a bail report on the sheriff's desk by 2pm on the day for everyone who may be remanded",
                ["Justice Social Work"],
                "1 August 2025",
            ),
            Act(
                "Open a second unpaid work base at Glenhavie sawmill",
                ["Corrievane Council Property", "Justice Social Work"],
                "2026/27",
            ),
            Act(
                "Pair each person on a drug treatment order with a peer who has been there",
                ["Vane Recovery"],
                "by end of 2026",
            ),
            Act(
                "Show the sheriffs round the projects once a year",
                ["Scottish Courts and Tribunals Service"],
                "every year",
            ),
            Act("Offer electronic tags with support in place of curfew alone", [], "autumn 2026"),
        ],
        [
            "bail assessments asked for, supervision begun and supervision completed",
            "the share of payback and drug treatment orders that are completed",
            "missed unpaid work days among people who live in the glens",
        ],
        "Supports national outcomes 3 and 4",
    ),
    (
        "Out and settled",
        Outcome(
            "3",
            "Coming home from prison means coming to a bed, a prescription and a familiar face.",
            ["ndo-5", "ndo-6", "ndo-8"],
        ),
        [
            "Some 130 people come back to Corrievane from prison each year, half of them after less than six months. We know from our own count that 52 had nowhere sure to stay on the first night. The hostel at Quay Street has sixteen beds and a waiting list. Families take in many of the rest, at a price to themselves.",
            "Health records do not travel well. In a spot check of 20 people, nine had no GP a week after liberation, and six had missed at least three days of medicine.",
        ],
        [
            Act(
                "Hold four flats back for people on the day they are released",
                ["Corrievane Homes"],
                "December 2025",
            ),
            Act(
                "Start a housing interview in the first week of every sentence",
                ["Scottish Prison Service", "Council Housing Advice"],
                "Q1 2026/27",
            ),
            Act(
                "Send a nurse into the prison each month to hand over care face to face",
                ["NHS Vaneside"],
                "31/03/2026",
            ),
            Act(
                "Write to every short-term prisoner with the offer of a mentor, and write again a month before the gate",
                ["Second Mile"],
                "",
            ),
        ],
        [
            "homeless applications where prison was the last address",
            "people with a GP seven days after liberation",
            "voluntary throughcare cases begun",
        ],
        "Supports national outcomes 5, 6 and 8",
    ),
    (
        "Work and worth",
        Outcome(
            "4",
            "People with a record learn, train and find work on the same footing as their neighbours.",
            ["ndo-7"],
        ),
        [
            "The fish plants and the wind yard are short of hands, and still employers turn down people for a breach of the peace ten years old. Our employability partnership cannot say how many of its clients have a conviction since nobody asks. Of those on orders, six in ten left school with no qualification at National 5.",
        ],
        [
            Act(
                "Begin to ask, with tact, about convictions when people register for employability help",
                ["Employability Partnership"],
                "April 2026",
            ),
            Act(
                "Put a careers adviser into the Portvane yard one day a fortnight",
                ["Skills Development Scotland"],
                "May 2025",
            ),
            Act(
                "Turn unpaid work hours into a certificate that an employer would know",
                ["Vaneside College", "Justice Social Work"],
                "2025-26",
            ),
            Act("Sign up ten firms to a fair chance pledge", ["all partners"], "end 2027"),
        ],
        [
            "employability clients who say they have a conviction, and how many move on to work",
            "certificates gained during unpaid work",
        ],
        "Supports national outcome 7",
    ),
    (
        "Known and trusted",
        Outcome(
            "5",
            "Folk in Corrievane can say what community justice is, and have a hand in shaping it.",
            ["ndo-9"],
        ),
        [
            "In our street survey (312 people, three towns) 19 per cent had heard of community justice and 64 per cent thought that a short spell in jail was the harder punishment. Once it was explained what payback work is like, opinion turned right round. We take from this that we are bad at telling our own story.",
        ],
        [
            Act(
                "Put up a plaque wherever unpaid work has mended something",
                ["Justice Social Work"],
                "July 2025",
            ),
            Act(
                "Take a short film round community councils",
                ["Community Justice Team"],
                "winter 2025",
            ),
            Act(
                "Hold an open afternoon at each fire station on what diversion from fire-raising looks like",
                ["Scottish Fire and Rescue Service"],
                "28/02/2026",
            ),
            Act(
                "Pay a panel of six people with convictions to mark our homework",
                ["Community Justice Team", "Second Mile"],
                "Q2 2025/26",
            ),
        ],
        [
            "people in the street survey who have heard of community justice (19 per cent in 2024)",
            "jobs put forward by the public for unpaid work",
        ],
        "Supports national outcome 9",
    ),
]

CATS = {
    "Corrievane HSCP": "integration_joint_board",
    "Police Scotland": "police",
    "COPFS": "scottish_ministers",
    "Justice Social Work": "local_authority",
    "Threadwell": "third_sector",
    "Corrievane Council Property": "local_authority",
    "Vane Recovery": "third_sector",
    "Scottish Courts and Tribunals Service": "scts",
    "Corrievane Homes": "third_sector",
    "Scottish Prison Service": "scottish_ministers",
    "Council Housing Advice": "local_authority",
    "NHS Vaneside": "health_board",
    "Second Mile": "third_sector",
    "Employability Partnership": "other",
    "Skills Development Scotland": "skills_development_scotland",
    "Vaneside College": "other",
    "all partners": "partnership_collective",
    "Community Justice Team": "local_authority",
    "Scottish Fire and Rescue Service": "fire_and_rescue",
}

PARTNERS = [
    ("Corrievane Council", "local_authority"),
    ("NHS Vaneside", "health_board"),
    ("Corrievane HSCP", "integration_joint_board"),
    ("Police Scotland", "police"),
    ("Scottish Fire and Rescue Service", "fire_and_rescue"),
    ("Skills Development Scotland", "skills_development_scotland"),
    ("Scottish Courts and Tribunals Service", "scts"),
    ("Scottish Prison Service", "scottish_ministers"),
    ("COPFS", "scottish_ministers"),
    ("Vaneside College", "other"),
    ("Second Mile", "third_sector"),
    ("Threadwell", "third_sector"),
    ("Vane Recovery", "third_sector"),
    ("Corrievane Homes", "third_sector"),
]

FRONT: list[tuple[str, list[str]]] = [
    (
        "From the chair",
        [
            "Nobody plans to end up in a courtroom. Ask the people who have, as we did this past winter in church halls, in the prison visits room and on a very wet bench at Glenhavie, and they will tell you of a string of small chances that were missed. This plan is about not missing them.",
            "It runs from April 2025 to March 2028. It takes the place of the plan we wrote in 2019 and it is a good deal shorter. We have tried to keep it to what we will really do. I thank all those who gave us their time, and above all those who told us what we would rather not have heard.",
            "Dr B. Sample, Chair, Corrievane Community Justice Partnership",
        ],
    ),
    (
        "Our vision",
        [
            "A Corrievane where people who have done wrong can make it good, where those they hurt are not forgotten, and where the road back is open to anybody who is willing to walk it.",
        ],
    ),
    (
        "The place",
        [
            "Corrievane is a long county, with 71,600 people between the firth and the Havie hills. Portvane holds half of them. Three of its neighbourhoods are among the tenth of Scotland that has least. Away from the coast the bus is seldom and the phone signal worse, and this shapes all that follows.",
            "Crime has fallen by a fifth in ten years. What has not fallen is the number of people sent to prison for less than a year: 102 in 2023-24, against 98 in 2014-15. The balance between community sentences and short prison terms stands at three to one.",
            "We looked at where we stand on each of the nine national outcomes, by way of the national indicators. We are well on with the first, part of the way with the third, fourth and seventh, and have barely begun on the second, fifth, sixth, eighth and ninth.",
        ],
    ),
    (
        "What has changed since 2019",
        [
            "Our last plan had 61 actions. Looking back over it, we could say for certain that 23 had been done, and could find nobody who remembered eleven of them. Two of the bodies named in it no longer exist. The courts were shut for some months and then worked through a long backlog, so that unpaid work hours piled up faster than we could give them out. They are now down to where they were before.",
            "Some good came of it. The partners learned to speak to one another every week on a screen, and they have kept that up. Staff who used to post forms now pick up the telephone. The sheriffs invited us in for the first time. And the national strategy of 2022 gave us a shorter list of things to aim at, with a framework in 2023 that asks for nine outcomes rather than for everything at once. We have taken that as leave to be brief.",
        ],
    ),
    (
        "What people told us they need",
        [
            "Two hundred and six people answered our questions and 31 sat down with us for an hour or more. From their words, and from the risk assessments of a whole year, we drew out what lies beneath offending here.",
            "First among the needs is somewhere to live. Close behind come drink and drugs. Then physical health, for many had not seen a doctor or dentist in years; and work. The last is the strain on families, with children who lose touch with a parent inside.",
            "Some things are already in place and are prized: the Loom Rooms, the Quay Street Hostel and the Harbour Lights Drop-in. We mean to build on them rather than beside them.",
        ],
    ),
    (
        "How we picked our priorities",
        [
            "The Partnership met for a day in November 2024 with the figures and the voices before it. Each member had ten votes. We asked three things of every proposal: is the harm great, can we do something about it ourselves, and would it not be done without us? Five priorities came through. Each has a page of its own in this plan.",
        ],
    ),
    (
        "Who took part",
        [
            "People with convictions helped to write this. Second Mile ran four evenings between October 2024 and January 2025, at which 31 people with lived experience went through the draft line by line. Two sat in on the November meeting with votes of their own. Staff from eleven services joined two lunchtime workshops, and service providers were sent the draft for comment in February 2025. They will all be asked back each autumn.",
        ],
    ),
]

BACK: list[tuple[str, list[str]]] = [
    (
        "Who runs this",
        [
            "The Partnership is made up of Corrievane Council, NHS Vaneside, Corrievane HSCP, Police Scotland, Scottish Fire and Rescue Service, Skills Development Scotland, Scottish Courts and Tribunals Service, Scottish Prison Service, COPFS, Vaneside College, Second Mile, Threadwell, Vane Recovery and Corrievane Homes. It meets every second month. The chair is elected for three years and reports to the Community Planning Partnership each June. Minutes are put on the web within a fortnight.",
            "Every priority has a champion, who is a member of the Partnership, and a delivery team drawn from the bodies named in its commitments. The champion answers for the pace, the team does the work, and the Community Justice Team keeps the record and takes a one-page update to every meeting. Whoever is named first in the brackets after a commitment is answerable for it.",
        ],
    ),
    (
        "Our people",
        [
            "About 140 staff across the partners spend most of their time on this work. We carried out a skills check in 2024. As a result, all will be trained in trauma-informed practice at the level fit for their post; new JSW staff will shadow in the prison for a week; and we shall keep two trainee posts going so that the four retirements due by 2027 do not leave us short.",
        ],
    ),
    (
        "When services change",
        [
            "Some of what we plan will alter services for good. How such changes will be seen through, and kept up after the money for them ends, will be set out in due course.",
        ],
    ),
    (
        "What you will be able to see by 2028",
        [
            "A night-time worker in the custody suite. A bail report that is ready the same day. A second unpaid work base in the glens. Four flats kept for release day. A certificate for unpaid work. A paid panel. These six are the key products of the plan.",
        ],
    ),
    (
        "How we will know if we were right",
        [
            "The Community Justice Team will collect the measures on each page every quarter. At the end of each year we shall set them beside the national indicators and publish the result by December. In 2027 Vaneside College will carry out an evaluation that asks whether we did what we said (process), whether things changed for people (outcomes) and whether it was on account of us (impact). What it finds will shape the plan after this one.",
        ],
    ),
    (
        "Other papers",
        [
            "An equality impact assessment will be published alongside the final plan in the summer. To ask for this plan in large print or in another language, call 01632 960270.",
        ],
    ),
]

ACTIONS: list[Act] = []
for _i, (_name, _o, _why, _acts, _ms, _box) in enumerate(PRIORITIES, 1):
    for _n, _a in enumerate(_acts, 1):
        _a.outcome, _a.id = _o.id, f"{_i}.{_n}"
        ACTIONS.append(_a)

PLAN = Plan(
    slug="corrievane-fair-road-back",
    ext="pdf",
    layout="designed-pdf",
    title=TITLE,
    area="Corrievane",
    start="2025-04-01",
    end="2028-03-31",
    checklist={
        "1": ("present", "Our vision"),
        "2": ("partial", "five outcomes, but none said to be short, medium or long term"),
        "3": ("missing", "priorities, outcomes and commitments only; no objectives"),
        "4": ("present", "five priorities and how they were picked"),
        "5": ("present", "Who runs this"),
        "6": ("present", "Who runs this: champions, delivery teams, updates"),
        "7": ("present", "commitments with lead and date, measures for each priority"),
        "8": ("partial", "When services change: only a promise, will be set out in due course"),
        "9": ("present", "What you will be able to see by 2028: six key products"),
        "10": ("present", "Our people: skills check, training, trainee posts"),
        "11": ("present", "Who took part: how and when"),
        "12": ("partial", "Other papers: one equality impact assessment, promised"),
        "13": ("present", "How we will know if we were right: process, outcomes, impact"),
    },
    cats=CATS,
    outcomes=[p[1] for p in PRIORITIES],
    objectives=[],
    actions=ACTIONS,
    needs=["housing", "substance_use", "physical_health", "employment", "family"],
    services=["Loom Rooms", "Quay Street Hostel", "Harbour Lights Drop-in"],
    partners=PARTNERS,
    outside=[RUN, FOOT],
)

CSS = """
body{font:10.5pt/1.45 'DejaVu Serif',serif;color:#222;margin:0}
h1{font:bold 30pt 'DejaVu Sans',sans-serif;color:#5b2245;margin:60mm 0 4mm}
.sub{font:13pt 'DejaVu Sans',sans-serif;color:#444}
.cover{page-break-after:always}
h2{font:bold 15pt 'DejaVu Sans',sans-serif;color:#5b2245;margin:0 0 2mm;break-after:avoid}
h3{font:bold 11pt 'DejaVu Sans',sans-serif;color:#b0562a;margin:3mm 0 1mm;break-after:avoid}
.cols{columns:2;column-gap:9mm}
section{margin-bottom:6mm} p{margin:0 0 2.5mm}
.pri{page-break-before:always} .pri h2{border-bottom:3px solid #b0562a;font-size:20pt}
.after{page-break-before:always}
.box{background:#f1e3ea;border-left:5px solid #5b2245;padding:3mm;margin:3mm 0;
font:bold 10pt 'DejaVu Sans',sans-serif;break-inside:avoid}
ul{margin:0;padding-left:5mm} li{margin-bottom:2mm;break-inside:avoid} .big{font-size:13pt}
"""


def bracket(a: Act) -> str:
    inside = "; ".join(x for x in (" and ".join(a.lead), a.due) if x)
    return f" ({inside})" if inside else ""


def prose(parts: list[tuple[str, list[str]]]) -> str:
    return "".join(
        f"<section><h2>{escape(h)}</h2>{''.join(f'<p>{escape(p)}</p>' for p in ps)}</section>"
        for h, ps in parts
    )


def priority(i: int, item: tuple[str, Outcome, list[str], list[Act], list[str], str]) -> str:
    name, outcome, why, acts, measures, box = item
    return (
        f"<div class=pri><h2>Priority {i}: {escape(name)}</h2><div class=cols>"
        f"<h3>Our outcome</h3><p class=big>{escape(outcome.text)}</p>"
        f"<div class=box>{escape(box)}</div>"
        f"<h3>Why</h3>{''.join(f'<p>{escape(p)}</p>' for p in why)}"
        f"<h3>Our commitments</h3><ul>"
        f"{''.join(f'<li>{escape(a.text + bracket(a))}</li>' for a in acts)}</ul>"
        f"<h3>We will measure</h3><ul>{''.join(f'<li>{escape(m)}</li>' for m in measures)}</ul>"
        "</div></div>"
    )


def build() -> None:
    """Print the page to PDF."""
    main, sub = TITLE.split(": ")
    body = (
        f"<div class=cover><h1>{escape(main)}:</h1><p class=sub>{escape(sub)}</p>"
        "<p class=sub>An invented plan for an invented county. April 2025 to March 2028</p></div>"
        f"<div class=cols>{prose(FRONT)}</div>"
        + "".join(priority(i, p) for i, p in enumerate(PRIORITIES, 1))
        + f"<div class='after cols'>{prose(BACK)}</div>"
    )
    html = f"<html lang=en><head><meta charset=utf-8><title>{escape(TITLE)}</title><style>{CSS}</style></head><body>{body}</body></html>"
    small = "font-size:7pt;width:100%;padding:0 18mm;color:#777;font-family:sans-serif"
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(html)
        page.pdf(
            path=str(PLAN.path),
            format="A4",
            print_background=True,
            display_header_footer=True,
            header_template=f'<div style="{small}">{escape(RUN)}</div>',
            footer_template=f'<div style="{small}">{escape(FOOT)} &nbsp; <span class="pageNumber"></span></div>',
            margin={"top": "20mm", "bottom": "18mm", "left": "18mm", "right": "18mm"},
        )
        browser.close()
