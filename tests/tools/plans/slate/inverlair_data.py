# ruff: noqa: E501, RUF001
"""Words of the Inverlair plan (designed PDF)."""

from __future__ import annotations

from .common import Act, Outcome, Plan

TITLE = "Turning the Tide"
SUBTITLE = "Community justice in Inverlair and the Skerries, 2023–2028"
RUNNING = "Turning the Tide · designed by Puffin & Rope Studio · an invented plan for testing"
OUTCOMES = [
    Outcome("P1", "More folk are steered away from court and see it through", ["ndo-1"], "meaning"),
    Outcome("P2", "Being arrested becomes the moment when help begins", ["ndo-2"], "meaning"),
    Outcome(
        "P3", "Remand is the last resort, because bail with support is strong", ["ndo-3"], "meaning"
    ),
    Outcome(
        "P4",
        "More people get to the end of their community sentence with support that lasts",
        ["ndo-4"],
        "meaning",
    ),
    Outcome(
        "P5",
        "Everyone who leaves prison has health care, a home and somebody to call",
        ["ndo-5", "ndo-6", "ndo-8"],
        "meaning",
    ),
    Outcome("P6", "A record is no bar to getting ready for work", ["ndo-7"], "meaning"),
    Outcome("P7", "Those who lead listen to those who have lived it", [], "meaning"),
]
COLOURS = ["#0b6e7f", "#c8553d", "#5b4b8a", "#2f7d4f", "#a2621b", "#1f5fa8", "#8a2f5b"]
BLURB = {
    "P1": "Diversion works when it is quick, local and worth turning up for. On the islands it has been none of those.",
    "P2": "A custody cell is a lonely place at four in the morning. It is also a place where people say yes to help.",
    "P3": "One in four of our prisoners has not been tried. That costs them jobs, homes and sometimes their children.",
    "P4": "Completion is good on the mainland and poor on the islands. Boats are only part of the reason.",
    "P5": "Coming home is a crossing. We want there to be a rope at both ends.",
    "P6": "Fishing, care and hospitality are crying out for hands. Convictions from ten years ago should not stand in the way.",
    "P7": "We have talked about people for long enough. It is time to talk with them.",
}
NOW = {
    "P1": "How near are we? Not very. The national indicator shows 33 cases begun and 21 completed in 2021/22, two of them on an island. The wait between a fiscal's letter and a first meeting was seven weeks. Where people did meet a worker they came back, and only three of the 21 have been charged again since. So the thing works; there isn't enough of it, and it is in the wrong place.",
    "P2": "How near are we? We can't tell, which is itself an answer. Referrals from custody were counted on one site only, and came to 47. Staff say that people are willing at the time but have changed their minds, or their phone number, by the time somebody rings. Speed is what we shall go for.",
    "P3": "How near are we? A long way off. Sheriffs asked for 19 bail assessments, and supervision was started in six cases. Lawyers told us that they had stopped asking since the answer was always that no worker was free. Two posts should change that, and the bench has said it will try us out.",
    "P4": "How near are we? Nearly there in the town. On the islands 63 in a hundred orders were finished, and the usual reason for failure was too many missed appointments. Half of those fell on days when the boat was cancelled. Nobody had thought to write down why.",
    "P5": "How near are we? It depends on the day of the week. Those who get out on a Tuesday mostly have a doctor, a bed and a lift. Those who get out on a Friday have a number to ring, and it goes to voicemail. Seventeen had no address. Only eleven took up the voluntary help on offer, as few had heard of it.",
    "P6": "How near are we? Better than most. Jobs are to be had, and employers are short of hands. What is missing is the ticket, the certificate, the letter that explains what is on the record. One in nine people who use our employability services has a conviction, and we think that it should be one in six.",
    "P7": "How near are we? At the very start. There isn't a national measure for this one. We'll know it when we see it: people who used to be talked about, sitting at the table and getting their way now and then.",
}
OBJECTIVES = [
    ("R1", "Bring diversion to every inhabited island by 2025", "P1"),
    ("R2", "Give the fiscal full confidence in our reports", "P1"),
    ("R3", "Ask everyone, every time, about drink, drugs and mood", "P2"),
    ("R4", "Follow up within three days of release from the cells", "P2"),
    ("R5", "Cut the share of Inverlair prisoners on remand to one in six", "P3"),
    ("R6", "Close the gap in completion between islands and mainland", "P4"),
    ("R7", "Make unpaid work something to be proud of", "P4"),
    ("R8", "No gap in treatment at the gate", "P5"),
    ("R9", "Nobody sleeps rough on the first night", "P5"),
    ("R10", "Train people for the jobs that are really here", "P6"),
    ("R11", "Bring lived experience into the room", "P7"),
]


def _a(i: str, route: str, text: str, lead: str, due: str, measure: str = "") -> Act:
    outcome = next(owner for key, _, owner in OBJECTIVES if key == route)
    return Act(i, text, lead, due, measure, outcome, route)


ACTIONS = [
    _a(
        "a1",
        "R1",
        "Run diversion sessions by video from the library on Great Skerry",
        "la=JSW|ot=UHI Inverlair",
        "Mar 2024",
        "sessions held and folk who finish",
    ),
    _a(
        "a2",
        "R1",
        "Pay ferry fares for under-21s going to diversion appointments",
        "la=Inverlair Council",
        "June 2024",
        "no missed session put down to the fare",
    ),
    _a(
        "a3",
        "R1",
        "Set up a harbour-side project where young people mend creels with retired fishers",
        "ts=Skerries Youth Crew",
        "summer 2024",
    ),
    _a(
        "a4",
        "R2",
        "Turn round diversion suitability reports in ten working days",
        "la=JSW",
        "31/12/2023",
        "nine reports out of ten on time",
    ),
    _a(
        "a5",
        "R2",
        "Hold a yearly seminar for fiscals and report writers",
        "sm=COPFS|la=JSW",
        "Q3 2023/24",
        "seminar held, notes shared",
    ),
    _a(
        "a6",
        "R3",
        "Bring in one short screening form across both custody suites",
        "po=Police Scotland|hb=NHS Inverlair",
        "31/03/2024",
        "forms filled in as a share of arrests",
    ),
    _a(
        "a7",
        "R3",
        "Teach custody staff to talk about suicide",
        "po=Police Scotland",
        "31/03/2024",
        "all sergeants trained",
    ),
    _a(
        "a8",
        "R4",
        "Have a peer worker ring or call by within three days",
        "ts=Harbour Light",
        "Q4 2024/25",
        "calls made; help taken up",
    ),
    _a(
        "a9",
        "R4",
        "Open a Friday night safe space next to the bus station",
        "",
        "",
        "people through the door",
    ),
    _a(
        "a10",
        "R5",
        "Create two bail officer posts, one of them on the islands",
        "la=JSW",
        "2023-24",
        "posts filled",
    ),
    _a(
        "a11",
        "R5",
        "Give sheriffs a weekly note of the bail places that are free",
        "sc=SCTS|la=JSW",
        "ongoing",
    ),
    _a(
        "a12",
        "R5",
        "Try out GPS tags along with bail support and write up the lessons",
        "la=JSW|ot=the tagging contractor",
        "end of 2026",
        "twenty cases written up",
    ),
    _a(
        "a13",
        "R6",
        "Base a paraprofessional on each of the three largest islands",
        "la=JSW",
        "April 2025",
        "island completions up to 75%",
    ),
    _a(
        "a14",
        "R6",
        "Let people do group work online where the weather stops the boat",
        "la=JSW",
        "April 2025",
    ),
    _a(
        "a15",
        "R6",
        "Write a trauma-informed practice guide for supervising officers",
        "ij=Inverlair HSCP",
        "Dec 2024",
        "guide in use, staff survey",
    ),
    _a(
        "a16",
        "R7",
        "Paint, plant and repair one village hall on each island every year",
        "la=Unpaid Work Team",
        "ongoing",
        "halls done, thanks received",
    ),
    _a(
        "a17",
        "R7",
        "Share before and after pictures in the Skerries Star",
        "la=Unpaid Work Team|ot=Skerries Star",
        "monthly",
        "",
    ),
    _a(
        "a18",
        "R7",
        "Work with the fire station on wildfire breaks",
        "fi=SFRS",
        "spring 2025",
        "hectares cleared",
    ),
    _a(
        "a19",
        "R8",
        "Fax is finished: send prison health summaries by secure e-mail a week ahead",
        "hb=NHS Inverlair|sm=SPS",
        "30.06.2024",
        "summaries there before the person is",
    ),
    _a(
        "a20",
        "R8",
        "Book a recovery appointment for the day after release",
        "ij=ADP",
        "30.06.2024",
        "appointments kept",
    ),
    _a(
        "a21",
        "R8",
        "Keep a throughcare navigator with each person for twelve weeks",
        "ts=Harbour Light",
        "Sept 2024",
        "people who take up the offer",
    ),
    _a(
        "a22",
        "R9",
        "Bring the SHORE standards into a signed housing agreement",
        "la=Northmost Council Housing Service|sm=SPS",
        "31 March 2024",
        "agreement signed; homeless applications from prison",
    ),
    _a(
        "a23",
        "R9",
        "Hold three emergency rooms over the winter months",
        "ts=Skerries Housing Trust",
        "Nov 2023",
        "",
    ),
    _a(
        "a24",
        "R10",
        "Offer sea survival and food hygiene tickets to people on orders",
        "ot=UHI Inverlair|sd=SDS",
        "2024/25",
        "tickets gained",
    ),
    _a(
        "a25",
        "R10",
        "Hold a “second tide” jobs fair with the fish processors",
        "sd=SDS|ot=Jobcentre Plus",
        "Feb 2025",
        "interviews offered on the day",
    ),
    _a(
        "a26",
        "R10",
        "Give help with disclosure letters at every drop-in",
        "ts=Citizens Advice Skerries",
        "",
        "letters written",
    ),
    _a(
        "a27",
        "R11",
        "Set up a paid panel of people with convictions, families and survivors",
        "pc=The whole partnership",
        "end of 2024",
        "panel meets; what changed as a result",
    ),
    _a(
        "a28",
        "R11",
        "Swap board seats for a day so leaders spend time in each service",
        "pc=The whole partnership",
        "by end of 2025",
        "",
    ),
]
INTRO: list[tuple[str, list[str]]] = [
    (
        "Ahoy",
        [
            "Welcome to our plan. It is short on jargon and, we hope, long on sense. We are a partnership of public bodies and charities on the mainland of Inverlair and on the seven inhabited Skerries, and this is what we are going to do about crime and its causes between 1 April 2023 and 31 March 2028.",
            "Community justice is about what happens to people from the time they are arrested until they have been part of ordinary life for a good while. It is about making up for harm, about support and about keeping folk safe. It is carried on out here, in the open, not behind a wall.",
            "The national strategy was rewritten in 2022 and the performance framework in 2023. Both were on the table as we drew up our seven promises.",
            "You'll notice the sea in our title. It is there for a reason. Everyone here knows that a tide doesn't turn because somebody shouts at it, and that you can't row against it on your own. You wait, you prepare, and when it does turn you had better be in the boat with the right crew. That's how we see the next five years. A fresh strategy, a new sheriff, a custody suite that is being refitted: the water is moving our way for once.",
            "We don't want to pretend that it will be plain sailing. Budgets are tight and the cost of living has hit the islands hardest of all, where a litre of fuel costs 30p more than it does in Glasgow. Some of what we promise here will need us to stop doing other things. We'd sooner say so now than find out later.",
            "Thank you to everyone who gave time, tea and the odd telling-off while this was being written.",
            "Cllr A. N. Other, Leader, Inverlair Council",
        ],
    ),
    (
        "Our vision",
        [
            "Turning the tide means this: by 2028 Inverlair and the Skerries will be a place where fewer people are harmed, where those who cause harm mend it, and where nobody is pulled back under.",
        ],
    ),
    (
        "Where we live",
        [
            "There are 28,940 of us, spread over a coast as long as the road from here to London. Four in ten live in the town of Inverlair. The islands run from Great Skerry, with 2,100 people, to Sula Beag, with nine.",
            "Weather decides much. In the winter of 2021/22 the court sat on Great Skerry only three times out of eight. People missed work, hearings and hospital. Rent is dear, homes are damp and the young move away, yet our communities are closely knit and quick to help. Volunteering is twice the Scottish rate.",
            "Recorded crime is low by national standards, but the picture has changed. Online fraud and drug supply from the cities are new to us. Domestic abuse is not, and it is more often reported than it was.",
            "There are two courts, a sheriff court in the town and a visiting court on Great Skerry, and two custody suites. The nearest prison is HMP Strathmorag, a ferry and four hours on a bus away. Families tell us that a visit takes two days and costs about £160 with a bed for the night; many simply don't go.",
            "Services are thin but friendly. There's one drug and alcohol team, with a worker on three islands. There's a women's refuge with six places. Harbour Light runs peer support out of the old ice house, Skerries Youth Crew has four youth workers and a boat, Skerries Housing Trust lets 212 homes, and Citizens Advice Skerries opens on five islands, weather allowing.",
            "In 2021/22, 168 community payback orders were made and 59 people were sent to prison. Forty-one of the 59 got less than a year. Diversion was started with 33 people, nearly all of them on the mainland.",
        ],
    ),
    (
        "What people told us they need",
        [
            "We listened at the pier, in the cells and in the waiting room. Ninety-two people answered. Four sorts of need came out on top, and each one appears somewhere in our promises.",
            "Drug and alcohol use was named by 58 of them. “It's the only thing to do in February,” said one.",
            "Mental health came next: 51. Then housing, with 44, and being out of work or stuck in seasonal work, with 37.",
            "Smaller groups spoke of debt, of old injuries that had not been treated, and of having lost touch with their children.",
            "“I was lifted on the Saturday and the boat was off till Tuesday. I lost the job and then I lost the flat. I'd have taken any help going. Nobody asked.” (man, 26, Great Skerry)",
            "“The worker rang me every Monday. It sounds like nothing. It was everything.” (woman, 41, Inverlair)",
            "“My brother did the crime, but it was us who did the time. Mum couldn't show her face in the shop.” (woman, 19)",
            "“I wanted to know why he picked our house. I never got to ask him.” (man, 70, Sula Mhor)",
            "“They gave me a leaflet. I can't read very well. I said thank you and put it in my pocket.” (man, 33)",
            "Names and some details have been altered so that nobody can be picked out. That isn't easy on an island.",
        ],
    ),
    (
        "First, middle and far",
        [
            "In the first year (by spring 2024) we expect to have the basics: quick reports, one screening form, bail officers, a signed housing agreement.",
            "In three to five years (by 2028) we expect fewer people on remand, the same completion rates on the islands as on the mainland, and no one homeless on the first night.",
            "In ten years and more we expect fewer victims, fewer children with a parent in prison, and a local prison population half as big as it was in 2022.",
        ],
    ),
    (
        "What matters most",
        [
            "If the money runs short, these come first. One: the custody suite. Two: bail on the islands. Three: the first night out. We chose them by asking where a pound does the most good and where nobody else would step in.",
        ],
    ),
]
NUMBERS = [
    ("214", "people from our area passed through police custody more than once in 2021/22"),
    ("1 in 4", "of our people in prison were on remand"),
    ("63%", "of island community payback orders were completed, against 78% on the mainland"),
    ("17", "people came back from prison with no address"),
    ("92", "people answered when we went out to listen"),
    ("£43,000", "is roughly what a prison place costs for a year"),
]
CLOSE: list[tuple[str, list[str]]] = [
    (
        "Who steers",
        [
            "The way we run our partnership is under review. Until that is over we carry on as before, and the new structure, with lines of accountability, will be published in the course of 2023.",
        ],
    ),
    (
        "How the crew works",
        [
            "Each promise has a skipper: an officer who plans the year's work with the people named under Who carries it, checks on it every month and reports problems to the other skippers. The co-ordinator holds the master list. Those who carry an action deliver it; where there are two, the first one is responsible. If something is slipping, the skippers meet within a fortnight and decide who does what. No action may be dropped without all seven agreeing.",
        ],
    ),
    (
        "Making change hold fast",
        [
            "Some of these actions alter services for good: bail posts, the navigator, the single screening form. For each of the three the partners have agreed in writing who pays until March 2028, who may change it, and that six months' notice must be given before anything is withdrawn. The Head of Justice keeps the list of these agreements and goes through it with finance officers each October before budgets are set, so that what has been gained is not lost when somebody moves on.",
        ],
    ),
    (
        "On the quay by 2025",
        [
            "Our key deliverables are: two bail officers; diversion on all the islands; a navigator service for people who leave prison; one screening form; a signed housing agreement; and a panel that is paid.",
        ],
    ),
    (
        "Our own folk",
        [
            "There are 61 people whose main job is community justice in Inverlair and the Skerries. Recruitment to the islands takes nine months on average. From 2023 we are offering a trainee post in social work each year, housing for new starts, and rotation between mainland and island teams. All staff go through trauma training at level two by March 2025, and managers at level three. Supervision is monthly, and no one works alone in the cells at night.",
        ],
    ),
    (
        "Being heard",
        [
            "We want people with lived experience to help to steer. How that will be done from one year to the next, and how providers and practitioners are to be brought in, we shall set out later.",
        ],
    ),
    (
        "Finding out if it works",
        [
            "We will say in a separate note next year how all of this is to be evaluated.",
        ],
    ),
    ("All aboard", ["These are the members of the partnership."]),
]
PARTNERS = (
    "la=Inverlair Council|hb=NHS Inverlair|ij=Inverlair Health and Social Care Partnership|po=Police Scotland|fi=Scottish Fire and Rescue Service|"
    "sd=Skills Development Scotland|sc=Scottish Courts and Tribunals Service|sm=Scottish Prison Service|sm=Crown Office and Procurator Fiscal Service|"
    "ot=UHI Inverlair|ot=Jobcentre Plus|ts=Harbour Light|ts=Skerries Youth Crew|ts=Skerries Housing Trust|ts=Citizens Advice Skerries"
)
PLAN = Plan(
    "inverlair-designed",
    "inverlair-designed.pdf",
    "designed-pdf",
    TITLE,
    "Inverlair and the Skerries",
    ("2023-04-01", "2028-03-31"),
    "2023",
    "PPPPhPPPPPhMh",
    [
        "Our vision",
        "First, middle and far",
        "eleven routes as small bands in the tables",
        "What matters most",
        "Who steers: under review, structure to be published",
        "How the crew works",
        "tables with who, when, how you can tell",
        "Making change hold fast",
        "On the quay by 2025",
        "Our own folk",
        "Being heard: only to be set out later (panel is one action)",
        "no supporting paper is named",
        "only a promise of a note (measures stand in tables)",
    ],
    OUTCOMES,
    list(OBJECTIVES),
    ACTIONS,
    "substance_use mental_health housing employment money physical_health family",
    ["Harbour Light", "Skerries Youth Crew", "Skerries Housing Trust", "Citizens Advice Skerries"],
    PARTNERS,
    ["designed by Puffin & Rope Studio", "an invented plan for testing"],
)
