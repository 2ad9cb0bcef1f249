# ruff: noqa: E501
"""Plan 3: an Excel workbook with one long table."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from .common import Act, Plan
from .workbook_table import LINK, OUTCOMES, TABLE

TITLE = "Balnahask Community Justice Partnership: Improvement Plan 2023-2026"
FOOT = "Working copy v0.9, invented for testing, destroy after use"

CATS = {
    "Police Scotland": "police",
    "BHSCP": "integration_joint_board",
    "Turnaround Hask": "third_sector",
    "Justice SW": "local_authority",
    "Hask Court Escorts": "other",
    "SCTS": "scts",
    "Community Payback Team": "local_authority",
    "Balnahask Council Homelessness Section": "local_authority",
    "SPS": "scottish_ministers",
    "Hask Housing Association": "third_sector",
    "NHS Hask & Coast": "health_board",
    "ADP": "other",
    "Hask College": "other",
    "SDS": "skills_development_scotland",
    "All partners": "partnership_collective",
    "SFRS": "fire_and_rescue",
    "Partnership Officer": "local_authority",
}

PARTNERS = [
    ("Balnahask Council", "local_authority"),
    ("NHS Hask & Coast", "health_board"),
    ("BHSCP", "integration_joint_board"),
    ("Police Scotland", "police"),
    ("SFRS", "fire_and_rescue"),
    ("SDS", "skills_development_scotland"),
    ("SCTS", "scts"),
    ("SPS", "scottish_ministers"),
    ("COPFS", "scottish_ministers"),
    ("Turnaround Hask", "third_sector"),
    ("Hask Women's Aid", "third_sector"),
    ("Hask College", "other"),
]

ABOUT = [
    ("!", TITLE),
    (
        "",
        "Area: Balnahask. Period: 1 April 2023 to 31 March 2026. This workbook is an invented example made for testing.",
    ),
    ("!", "What this workbook is"),
    (
        "",
        "This is the plan itself. The partners decided not to write a long paper that nobody opens. What we have agreed is in the sheet called Plan, and the other sheets say why and by whom. A one-page leaflet for the public will be made from it.",
    ),
    (
        "",
        "The law (the 2016 Act) asks partners in each council area to plan together for community justice. It also asks that we look at each of the nationally determined outcomes of the 2023 framework and say how near we are. That is done in the Needs sheet, in short.",
    ),
    ("!", "A word before you start"),
    (
        "",
        "When I took the chair I was handed three ring binders and told that they were the plan. I got to the end of the first. What I remember of it is a map of the county, a diagram with arrows going both ways, and not one line that told me what was to happen on a Monday morning. So we have begun again, and from the other end. We asked each owner what they could promise, wrote that down in a row, and threw away whatever would not fit in a row.",
    ),
    (
        "",
        "There is a price to this. A table has no room for stories, and everyone who does this work has a good many. There is the one of a bus fare that stood between a lad and his supervision, of a mother who learned from a neighbour that her son was out, of a prescription that ended at the gate. I have kept those in mind and I ask you to do so when you read what follows. Behind every box is somebody who could have done with it sooner.",
    ),
    (
        "",
        "I should like to thank the staff who filled in the boxes, mostly on time. Dr B. Sample, Chair",
    ),
    ("!", "How this came about"),
    (
        "",
        "Work began in August 2022, after the new national strategy came out. The Partnership Officer gathered the figures over the autumn. The needs assessment was signed off in December, and the away day was held in February 2023 in the bowling club at Seaport, with 27 officers of the partners round the tables. A first table of 58 rows was boiled down in March, when the new performance framework was published and we could see what we would be measured on. Rows were struck out where no partner would own them, where the same thing was already in somebody else's plan, or where we had no way to tell if it had been done. The Board approved what was left in May.",
    ),
    (
        "",
        "We have not tried to say everything about justice in Balnahask. Matters such as road safety, anti-social neighbours and the care of children in trouble belong to other plans of the Board. Public protection has a committee of its own, and the arrangements for those who pose the gravest risk are reported to it and not to us.",
    ),
    ("!", "Our vision"),
    (
        "",
        "Balnahask will be a county where trouble is met with help as well as with justice, so that there is less of it, fewer people hurt by it and more people who have left it behind.",
    ),
    ("!", "Our four priorities"),
    (
        "",
        "Early help. Courts and orders. Coming home. Getting on. A fifth heading in the Plan sheet, How we work, is there to keep our own house in order. The four were chosen at the away day in February 2023 because they are where our figures are worst or where the most harm could be saved.",
    ),
    ("!", "Which outcomes come when"),
    (
        "",
        "Outcomes 1, 2 and 8 are short-term: within one year. Outcomes 3, 4, 6 and 7 are medium-term, by the close of the plan or soon after. Outcome 5 is long-term, since houses take years to build. Numbers run in the order of the Plan sheet.",
    ),
    ("!", "How to read the Plan sheet"),
    (
        "",
        "A box that covers several rows holds for all of them. Owner means the body that answers for the action. Support means those who have said that they will lend a hand. NDO is a nationally determined outcome and PA a priority action of the national strategy. An empty End box means that no date has been agreed, and this will be looked at in September.",
    ),
    ("!", "What you will have in your hand"),
    (
        "",
        "Year one: a single referral form, a signed SHORE protocol, a bail duty phone and a text reminder service. Year two: a skills card course every term and two crash pads. Year three: a local domestic abuse programme and trained peer mentors. These products are what we wish to be judged by.",
    ),
]

GOV = [
    ("!", "Governance"),
    (
        "",
        "The Partnership sits under the Balnahask Community Planning Board and reports to it in May and November. It is chaired by the Chief Officer of BHSCP. It meets on the first Tuesday of every second month, and needs six members to decide anything. A small executive of three clears urgent matters in between.",
    ),
    ("!", "Members"),
    *[("-", name) for name, _ in PARTNERS],
    ("!", "Who does what"),
    (
        "",
        "Owners report on their rows to the Partnership Officer ten days before a meeting, in green, amber or red. Red rows are talked about, green rows are not. Each of the four priorities has a lead member who draws up the activities with the owners, checks that they happen and may move money between rows up to £5,000. The executive oversees the whole.",
    ),
    ("!", "Workforce"),
    (
        "",
        "Justice SW has 23 posts, of which four are empty. We are going to grow our own: two sponsored places on the social work degree each year, and a joint induction for new staff of all partners, held in March and October. All front-line staff are to have trauma training at the skilled level by the second year. Lone working in the coastal villages was raised by the unions and has been put right with a buddy system.",
    ),
    ("!", "Money"),
    (
        "",
        "The Partnership has a yearly grant of about £62,000, most of which pays for the Partnership Officer. Everything else in the Plan sheet is met by its owner. Justice SW is paid for by a grant that may be spent on nothing else, amounting to £1.9 million in 2023-24. A further £48,000 for bail was received in the spring. The lottery bid, if it succeeds, would bring £90,000 over three years to the coast. If it does not, the row that hangs on it will be thought about again.",
    ),
    ("!", "Risks we have talked about"),
    (
        "",
        "That the posts cannot be filled: it took eleven months to find the last bail worker. That the jail is full, so that people are moved to the far side of the country and our visits go to waste. That partners agree in the room but are overruled at headquarters. That one bad case colours opinion for a year. The executive looks at the list of risks each quarter and the Board sees it once a year.",
    ),
    ("!", "Looking back at how we did"),
    ("", "We shall carry out a review of the plan at its end. The method is to be decided."),
    ("!", "Contact"),
    (
        "",
        "Partnership Officer, 01632 960381, partnership@example.org. Approved by: Cllr A. N. Other (Lived Experience and Communities portfolio)",
    ),
]

NEEDS = [
    ("!", "What lies behind offending in Balnahask"),
    (
        "",
        "Taken from the strategic needs assessment of December 2022, which can be read in full at www.example.org/balnahask-sna. Population 39,400. 611 people dealt with by the court in 2022-23; 188 payback orders; 31 bail assessments; 77 liberations after short sentences.",
    ),
    ("!", "The county in a few lines"),
    (
        "",
        "Balnahask is made up of the port, two market towns and a long coast of villages that grew up on herring and have had little since. The number of people of working age has gone down at each of the last three counts. One household in five has no car. Seaport East has been among the hardest-pressed places in Scotland for as long as such lists have been drawn up. In the market towns, on the other hand, the houses are dear and the trouble is hidden behind doors.",
    ),
    (
        "",
        "Recorded crime has been flat for five years at about 1,450 a year. Thefts from shops have gone up by a third, vandalism has gone down by as much. Four in ten of those who came before the court had been there in the three years before. The reconviction rate stands at 29 per cent, which is a shade over the Scottish figure. The share of short prison sentences has crept up since the sheriff's court moved and the bail service lost its room.",
    ),
    ("!", "Needs we found"),
    ("-", "Drug and alcohol problems: six in ten of those on orders"),
    ("-", "Mental ill health: nearly half, and most of them waiting to be seen"),
    ("-", "Homelessness or sofa surfing: one in four at the time of arrest"),
    ("-", "Joblessness: seven in ten out of work, often for years"),
    ("-", "Little schooling: half left before sixteen and want to go back to learn"),
    ("-", "Past abuse and being unsafe at home: two in three of the women"),
    ("!", "Services now in the county"),
    ("-", "Seaport Recovery Hub"),
    ("-", "Hask Road Night Shelter"),
    ("-", "Brae House Counselling"),
    ("-", "Stepping Out Mentoring"),
    ("!", "Where we stand on the nationally determined outcomes"),
    (
        "",
        "NDO 1: 40 diversion cases begun, 33 finished. Part achieved. NDO 2: 51 referrals from custody. Not achieved. NDO 3: 31 bail assessments, 12 cases begun, 9 finished. Part achieved. NDO 4: 68 per cent of orders completed. Part achieved. NDO 5: eight transfers of treatment from custody to community. Not achieved. NDO 6: 26 homeless applications from prison. Not achieved. NDO 7: 4 per cent of employability clients are known to have a conviction. Not known. NDO 8: 15 cases of voluntary throughcare. Not achieved. NDO 9: no local figure. We do not take this as a priority for now, but will keep up our newsletter and the yearly open day.",
    ),
    ("!", "Gaps"),
    (
        "",
        "There is no women's service north of Hask Bridge. Nothing at all is open after ten at night apart from the shelter. Waiting lists for counselling passed thirty weeks in the autumn. Public transport from the coast stops at six. The same tale is asked for by a new face at each door, and the forms do not match.",
    ),
]

ACTIONS: list[Act] = []
OBJECTIVES: list[tuple[str, str, str | None]] = []
for _p, _oid, _groups in TABLE:
    for _k, (_obj, _acts) in enumerate(_groups, 1):
        _ob = f"{_oid}.{_k}" if _obj else None
        if _obj and _ob:
            OBJECTIVES.append((_ob, _obj, _oid))
        for _a in _acts:
            _a.outcome, _a.objective, _a.id = _oid, _ob, f"A{len(ACTIONS) + 1}"
            ACTIONS.append(_a)
# positional order in the lists above is: text, lead, due, measure, support, start, baseline, notes

PLAN = Plan(
    slug="balnahask-plan-workbook",
    ext="xlsx",
    layout="workbook",
    title=TITLE,
    area="Balnahask",
    start="2023-04-01",
    end="2026-03-31",
    checklist={
        "1": ("present", "About: Our vision"),
        "2": ("present", "About: Which outcomes come when, with outcomes in Plan"),
        "3": ("present", "Plan: Objective column"),
        "4": ("present", "About: Our four priorities"),
        "5": ("present", "Governance & people: Governance"),
        "6": ("present", "Governance & people: Who does what"),
        "7": ("present", "Plan sheet: owner, start, end, KPI, baseline"),
        "8": ("missing", "nothing on service changes"),
        "9": ("present", "About: What you will have in your hand"),
        "10": ("present", "Governance & people: Workforce"),
        "11": ("missing", "one idea-only action and a portfolio name in the approval line"),
        "12": (
            "partial",
            "Needs: needs assessment linked; no participation statement or impact assessment",
        ),
        "13": ("partial", "Governance & people: a review at the end, method to be decided"),
    },
    cats=CATS,
    outcomes=OUTCOMES,
    objectives=OBJECTIVES,
    actions=ACTIONS,
    needs=[
        "substance_use",
        "mental_health",
        "housing",
        "employment",
        "education_and_training",
        "safety",
    ],
    services=[
        "Seaport Recovery Hub",
        "Hask Road Night Shelter",
        "Brae House Counselling",
        "Stepping Out Mentoring",
    ],
    partners=PARTNERS,
    outside=[FOOT],
)

COLS = [
    "Priority",
    "Outcome",
    "National link",
    "Objective",
    "Action",
    "Owner",
    "Support",
    "Start",
    "End",
    "KPI",
    "Baseline",
    "Notes",
]
WIDTHS = [14, 26, 20, 26, 38, 20, 20, 12, 14, 22, 14, 24]
TEXT = {o.id: o.text for o in OUTCOMES}


def put(ws, row: int, col: int, text: str) -> None:
    c = ws.cell(row, col)
    thin = Side(style="thin", color="999999")
    c.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    c.alignment = Alignment(wrap_text=True, vertical="top")
    if len(text) == 10 and text[2] == text[5] == "/":
        c.value = datetime.strptime(text, "%d/%m/%Y")
        c.number_format = "dd/mm/yyyy"
    else:
        c.value = text or None


def span(ws, col: int, first: int, last: int) -> None:
    if last > first:
        ws.merge_cells(start_row=first, end_row=last, start_column=col, end_column=col)


def notes(wb: Workbook, name: str, lines: list[tuple[str, str]]) -> None:
    ws = wb.create_sheet(name)
    ws.column_dimensions["A"].width = 110
    for i, (kind, text) in enumerate(lines, 1):
        c = ws.cell(i, 1, text)
        c.alignment = Alignment(wrap_text=True, vertical="top", indent=1 if kind == "-" else 0)
        c.font = Font(name="Arial", size=12 if kind == "!" else 10, bold=kind == "!")
    ws.oddFooter.center.text = FOOT


def main_sheet(wb: Workbook) -> None:
    ws = wb.create_sheet("Plan")
    ws.cell(1, 1, "Balnahask: what we are going to do, April 2023 to March 2026").font = Font(
        bold=True, size=14
    )
    ws.merge_cells("A1:L1")
    for i, (name, width) in enumerate(zip(COLS, WIDTHS, strict=True), 1):
        put(ws, 2, i, name)
        ws.cell(2, i).font = Font(bold=True, color="FFFFFF")
        ws.cell(2, i).fill = PatternFill("solid", fgColor="1F5C5C")
        ws.column_dimensions[ws.cell(2, i).column_letter].width = width
    row, began = 3, {}
    for priority, oid, groups in TABLE:
        began.setdefault(priority, row)
        top = row
        for objective, acts in groups:
            first = row
            # the bail rows share an owner's dates: one start and one end box for all
            shared = len({(a.start, a.due) for a in acts}) == 1 and len(acts) > 1
            for a in acts:
                values = [
                    priority,
                    TEXT[oid],
                    LINK[oid],
                    objective or "",
                    a.text,
                    " / ".join(a.lead),
                    a.support,
                    a.start,
                    a.due,
                    a.measure or "",
                    a.baseline,
                    a.notes,
                ]
                for i, value in enumerate(values, 1):
                    hidden = (i == 1 and row != began[priority]) or (i in (2, 3) and row != top)
                    hidden |= (i == 4 or (shared and i in (8, 9))) and row != first
                    put(ws, row, i, "" if hidden else value)
                ws.row_dimensions[row].height = 54
                row += 1
            span(ws, 4, first, row - 1)
            if shared:
                span(ws, 8, first, row - 1)
                span(ws, 9, first, row - 1)
        span(ws, 2, top, row - 1)
        span(ws, 3, top, row - 1)
    starts = [*began.values(), row]
    for a, b in pairwise(starts):
        span(ws, 1, a, b - 1)
    ws.freeze_panes = "A3"
    ws.print_title_rows = "1:2"
    ws.page_setup.orientation = "landscape"
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.oddFooter.center.text = FOOT


def build() -> None:
    """Write the workbook."""
    wb = Workbook()
    wb.remove(wb.active)
    notes(wb, "About", ABOUT)
    main_sheet(wb)
    notes(wb, "Governance & people", GOV)
    notes(wb, "Needs", NEEDS)
    wb.save(PLAN.path)
