# ruff: noqa: E501, RUF001
"""Plan 1: a committee paper in Word with the plan as an appendix."""

from __future__ import annotations

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from .common import Act, Plan
from .paper_table import MIXED, OBJ, OUTCOMES, TABLES

TITLE = "Kinlarrow Community Justice Outcomes Improvement Plan 2024–2027"
RUN = "Kinlarrow Council – Communities and Protection Committee – 12 June 2024 – Item 7"
FOOT = "Invented document for testing: there is no Kinlarrow. Papers by e-mail from committees@example.org"

CATS = {
    "PF Office": "scottish_ministers",
    "JSW": "local_authority",
    "Larrow Youth Trust": "third_sector",
    "Kinlarrow HSCP": "integration_joint_board",
    "Police Scotland (K Division)": "police",
    "Unpaid Work Team": "local_authority",
    "Sunniside Women's Project": "third_sector",
    "SPS": "scottish_ministers",
    "Kinlarrow Council Housing Options": "local_authority",
    "Open Gate Larrow": "third_sector",
    "NHS Larrow and Isles": "health_board",
    "ADP": "other",
    "Skills Development Scotland": "skills_development_scotland",
    "Larrow Chamber of Trade": "other",
    "CLD": "local_authority",
    "Community Justice Co-ordinator": "local_authority",
    "Victim Aid Kinlarrow": "third_sector",
    "SCTS": "scts",
    "Fire and Rescue Service": "fire_and_rescue",
}

PARTNERS = [
    ("Kinlarrow Council", "local_authority"),
    ("NHS Larrow and Isles", "health_board"),
    ("Police Scotland (K Division)", "police"),
    ("Fire and Rescue Service", "fire_and_rescue"),
    ("Skills Development Scotland", "skills_development_scotland"),
    ("Kinlarrow HSCP", "integration_joint_board"),
    ("SCTS", "scts"),
    ("SPS", "scottish_ministers"),
    ("PF Office", "scottish_ministers"),
    ("Open Gate Larrow", "third_sector"),
    ("Sunniside Women's Project", "third_sector"),
    ("Victim Aid Kinlarrow", "third_sector"),
]

COVER = [
    ("h", "1. Purpose of report"),
    (
        "p",
        "1.1 This report asks members to endorse the new plan that the Kinlarrow community justice partners have drawn up together and that is attached as the Appendix. The present plan runs out at the end of the month, having been extended twice on account of the pandemic and of the long vacancy in the co-ordinator's post.",
    ),
    (
        "p",
        "1.2 The Council is one partner among several. Endorsement by this committee does not bind the others, each of whom is taking the same document through its own board or command team between now and the end of July.",
    ),
    ("h", "2. Recommendations"),
    ("p", "The Committee is asked to:"),
    ("p", "(a) endorse the plan at the Appendix;"),
    (
        "p",
        "(b) note that a summary for the public will go on the Council's website once all partners have signed; and",
    ),
    ("p", "(c) note that the next report on progress will reach members in the spring."),
    ("h", "3. Background"),
    (
        "p",
        "3.1 The Community Justice (Scotland) Act 2016 placed on a list of public bodies the duty to plan jointly for the people in their area who have been accused or convicted, and to say each year how they have got on. A revised national strategy was issued in June 2022 and a revised performance framework the spring after. Both of those oblige us to look at our plan again.",
    ),
    (
        "p",
        "3.2 Members will recall the briefing of last November, at which the then interim co-ordinator set out figures for the four years past. Those figures, brought up to date, are in section 3 of the Appendix.",
    ),
    ("h", "4. Implications"),
    (
        "p",
        "Financial: the activity is to be met out of the ring-fenced grant and from partners' own budgets. No call is made on the general fund.",
    ),
    ("p", "Human resources: none arising directly from this report."),
    ("p", "Legal: the Council must have regard to the plan once it is published."),
    (
        "p",
        "Risk: failure to agree a plan would leave the partners in breach of the Act and would be picked up by the national body in its yearly return.",
    ),
    ("h", "5. Consultation"),
    (
        "p",
        "The Head of Finance, the Monitoring Officer and the Chief Social Work Officer were consulted on this report and their comments have been taken in.",
    ),
]

BODY = [
    ("h", "1. Where we want to get to"),
    (
        "p",
        "Our vision is of a Kinlarrow in which an offence is answered quickly and fairly, the harm is put right so far as it can be, and the person who did it has a real chance of not doing it again. We hold that most of that answering is better done here, in the place where folk live, than sixty miles off behind a wall.",
    ),
    ("h", "2. The outcomes we have set ourselves"),
    (
        "p",
        "After three workshops the partners settled on six local outcomes. They are given in full here and by number alone in the tables that follow.",
    ),
    ("list", ""),
    (
        "p",
        "LO 1 sits under NDO 1 and NDO 2, LO 2 under NDO 3 and NDO 4, LO 3 under NDO 5, NDO 6 and NDO 8, LO 4 under NDO 7 and LO 5 under NDO 9. LO 6 has no nationally determined outcome above it. It is there because local people told us that it mattered.",
    ),
    (
        "p",
        "The six do not all move at one speed. We look to see a change on LO 1 and LO 4 in the short term, that is inside the first twelve months. LO 2 and LO 3 are medium-term outcomes, over three to five years. LO 5 and LO 6 are long-term: ten years would not be too many.",
    ),
    ("h", "3. What the figures say"),
    (
        "p",
        "Kinlarrow has some 48,200 people, of whom two in five live in Larrowbridge and the remainder in small towns, crofting townships and the three inhabited isles. Recorded crime fell by 7 per cent over the four years to March 2024, although the number of common assaults went the other way.",
    ),
    (
        "p",
        "The sheriff court dealt with 903 people in the year. There were 61 completed diversion cases from 97 begun. JSW wrote 48 bail assessment reports and supervised 29 people on bail. Of 212 community payback orders that came to an end, 66 per cent were completed. Custody centre staff made 74 referrals out of 1,310 arrests, which nobody at the workshops thought was good enough.",
    ),
    (
        "p",
        "Eighty-eight people came home from HMP Glenstarn or from further afield after sentences of less than four years. Thirty-one of the eighty-eight applied as homeless. Only 19 took up an offer of voluntary throughcare. Twenty-two people with a conviction joined the employability pipeline, most of them through word of mouth.",
    ),
    (
        "p",
        "We have measured ourselves against each of the national outcomes. None is yet achieved here. The nearest is the first (diversion) and the farthest off is the sixth (accommodation), since the let stock on the isles is so thin.",
    ),
    ("h", "4. What people need"),
    (
        "p",
        "The needs assessment of January 2024 read 140 case files and spoke to 36 people. Four needs stood out. The first is housing: a third had no settled address at the time of the offence. The second is alcohol and drugs, named in 71 of the files. The third is poor mental health, very often with no diagnosis and no worker. The fourth is money, with debt to energy suppliers and stopped benefits coming up again and again.",
    ),
    (
        "p",
        "Services that are already here to build on are the Larrow Recovery Café, the Bridgend Advice Shop and the Safe Nights Hostel. All three are well thought of but all three keep office hours or close to it, and none crosses to the isles.",
    ),
    ("h", "5. What we will put first"),
    (
        "p",
        "We cannot do everything at once. Scoring each idea for harm prevented, cost and the strength of local feeling, the partners chose three priorities for the life of the plan: housing on release, quicker help at the point of arrest, and bail. Those three have first call on the grant in each year.",
    ),
    ("h", "6. How the partnership is run"),
    (
        "p",
        "The Kinlarrow Community Justice Partnership meets four times a year and answers to the Community Planning Board. The chair is taken in turn for two years, at present by the Chief Social Work Officer, with the area commander as depute. A quorum is five partners. Decisions are by agreement. Where that fails, the matter goes up to the Board.",
    ),
    (
        "p",
        "Members are: Kinlarrow Council, NHS Larrow and Isles, Police Scotland (K Division), Fire and Rescue Service, Skills Development Scotland, Kinlarrow HSCP, SCTS, SPS, PF Office, Open Gate Larrow, Sunniside Women's Project and Victim Aid Kinlarrow.",
    ),
    (
        "p",
        "Who does what. The Community Justice Co-ordinator keeps the plan, chases progress and writes the annual report. Each local outcome has a sponsor at the table who answers for it, and a small working group under the sponsor which designs the activity and carries it out. Sponsors give an account at every second meeting, by exception, and the chair can call in any activity that has slipped by more than a quarter.",
    ),
    (
        "p",
        "People who have been through the system have not had a seat up to now. We intend to put that right, and proposals for how and when they will be involved are to be set out in due course.",
    ),
    ("h", "7. Improvement activity 2024–2027"),
    (
        "p",
        "Each table gives the number of the local outcome, the objectives under it and the activity. A date against several rows covers them all.",
    ),
    ("tables", ""),
    ("h", "8. What will be there at the end"),
    (
        "p",
        "By March 2027 a reader of this plan can hold us to five things: a bail service that is in the court building every custody day, a link worker at Larrowbridge, a liberation call that has not missed a week, a bridging clinic for prescriptions, and a front door for restorative justice. These are our key deliverables.",
    ),
    ("h", "9. Papers that go with this plan"),
    (
        "p",
        "Three papers are lodged beside this one and can be had from the co-ordinator or at www.example.org/kinlarrow/justice: the participation statement, which says who was consulted between October 2023 and March 2024 and what was changed as a result; the equality and island communities impact assessment; and the needs assessment of January 2024.",
    ),
    ("h", "10. Checking whether it works"),
    (
        "p",
        "The evidence in the last column of each table will be gathered by the co-ordinator. A fuller evaluation framework is still to be written, and will be brought to the Partnership during the second year.",
    ),
    (
        "p",
        "Signed on behalf of the partners: Cllr A. N. Other, Convener; Dr B. Sample, Director of Workforce and Public Health. Contact: 01632 960114, justice@example.org",
    ),
]

ACTIONS: list[Act] = []
for _lo, _kind, _groups in TABLES:
    for _oid, _acts in _groups:
        for _n, _a in enumerate(_acts, 1):
            _a.outcome, _a.objective, _a.id = _lo, _oid, f"{_oid}.{_n}"
            ACTIONS.append(_a)
for _n, _a in enumerate(MIXED, 1):
    _a.id = f"M{_n}"
    ACTIONS.append(_a)

PLAN = Plan(
    slug="kinlarrow-committee-paper",
    ext="docx",
    layout="unstyled-word",
    title=TITLE,
    area="Kinlarrow",
    start="2024-04-01",
    end="2027-03-31",
    checklist={
        "1": ("present", "section 1 states the vision"),
        "2": ("present", "section 2: six outcomes with short, medium and long term"),
        "3": ("present", "objective bands in the tables"),
        "4": ("present", "section 5 names three priorities"),
        "5": ("present", "section 6"),
        "6": ("present", "section 6, who does what"),
        "7": ("present", "section 7 tables with who, when, evidence"),
        "8": ("missing", "nothing on service changes"),
        "9": ("present", "section 8, five key deliverables"),
        "10": (
            "missing",
            "only 'Human resources: none' in the cover report and a post title in a signature",
        ),
        "11": ("partial", "section 6: proposals to be set out in due course"),
        "12": ("present", "section 9: participation statement, impact and needs assessments"),
        "13": ("partial", "section 10: evidence gathered, framework still to be written"),
    },
    cats=CATS,
    outcomes=OUTCOMES,
    objectives=[(k, t, o) for k, (t, o) in OBJ.items()],
    actions=ACTIONS,
    needs=["housing", "substance_use", "mental_health", "money"],
    services=["Larrow Recovery Café", "Bridgend Advice Shop", "Safe Nights Hostel"],
    partners=PARTNERS,
    outside=[RUN, FOOT],
)


def head(doc, text: str, size: int = 12) -> None:
    run = doc.add_paragraph().add_run(text)
    run.bold = run.font.small_caps = True
    run.font.size = Pt(size)


def cell(c, text: str, bold: bool = False) -> None:
    run = c.paragraphs[0].add_run(text)
    run.bold, run.font.size = bold, Pt(9)


def repeat(row) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def header(table, names: list[str]) -> None:
    for c, name in zip(table.rows[-1].cells, names, strict=True):
        cell(c, name, bold=True)
    repeat(table.rows[-1])


COLS = ["Improvement activity", "Responsible", "Milestone", "Evidence"]


def draw_tables(doc) -> None:
    for number, (lo, kind, groups) in enumerate(TABLES, 1):
        table = doc.add_table(rows=1, cols=4)
        table.style = "Table Grid"
        top = table.rows[0].cells
        cell(top[0].merge(top[3]), f"Table {number}: activity under {lo}", bold=True)
        repeat(table.rows[0])
        table.add_row()
        header(table, COLS)
        for oid, acts in groups:
            band = table.add_row().cells
            cell(band[0].merge(band[3]), f"Objective {oid}: {OBJ[oid][0]}", bold=True)
            rows = [table.add_row().cells for _ in acts]
            shared = kind == "merged" and len({(tuple(a.lead), a.due) for a in acts}) == 1
            for i, (row, a) in enumerate(zip(rows, acts, strict=True)):
                cell(row[0], a.text)
                cell(row[3], a.measure or "")
                if not shared or i == 0:
                    cell(row[1], " / ".join(a.lead))
                    cell(row[2], a.due)
            if shared:
                rows[0][1].merge(rows[-1][1])
                rows[0][2].merge(rows[-1][2])
        doc.add_paragraph()
    table = doc.add_table(rows=1, cols=5)
    table.style = "Table Grid"
    header(table, ["LO", *COLS])
    for a in MIXED:
        row = table.add_row().cells
        for c, text in zip(
            row, [a.outcome, a.text, " / ".join(a.lead), a.due, a.measure], strict=True
        ):
            cell(c, text or "")
    doc.add_paragraph()


def build() -> None:
    """Write the Word file."""
    doc = Document()
    doc.styles["Normal"].font.name = "Arial"
    doc.styles["Normal"].font.size = Pt(10.5)
    doc.sections[0].header.paragraphs[0].text = RUN
    doc.sections[0].footer.paragraphs[0].text = FOOT
    head(doc, "Kinlarrow Council", 14)
    front = doc.add_table(rows=0, cols=2)
    for label, text in [
        ("Report to", "Communities and Protection Committee"),
        ("Date", "12 June 2024"),
        ("Report by", "Head of Justice and Protection Services"),
        ("Subject", "Community justice plan: endorsement"),
        ("Status", "Public. An invented example"),
    ]:
        row = front.add_row().cells
        cell(row[0], label, bold=True)
        cell(row[1], text)
    doc.add_paragraph()
    for kind, text in COVER:
        head(doc, text) if kind == "h" else doc.add_paragraph(text)
    doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    head(doc, "Appendix", 11)
    head(doc, TITLE, 16)
    doc.add_paragraph(
        "1 April 2024 to 31 March 2027. This plan is invented: an example for testing."
    )
    for kind, text in BODY:
        if kind == "h":
            head(doc, text)
        elif kind == "list":
            for o in OUTCOMES:
                doc.add_paragraph(f"{o.id}  {o.text}")
        elif kind == "tables":
            draw_tables(doc)
        else:
            doc.add_paragraph(text)
    doc.save(str(PLAN.path))
