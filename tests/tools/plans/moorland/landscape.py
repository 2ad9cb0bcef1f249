"""Carsemuir: a landscape PDF in plain office dress, one long delivery schedule in row bands."""

from __future__ import annotations

from html import escape
from pathlib import Path

from tests.tools.plans.moorland.model import Action, Block, Outcome, Plan
from tests.tools.plans.moorland.printing import print_pdf, table

COLUMNS = ("", "Ref", "Deliverable", "Managed By", "Action Due Date", "Reporting Measure")
WIDTHS = (4.5, 6.5, 35, 19, 12, 23)
BRINGS = [
    "Justice social work, housing, employability, children's services, communications",
    "Custody and prison health care, public health analysis, prescribing",
    "Custody centre, community policing, referral at first contact",
    "Home safety, fire setters' work, use of stations for meetings",
    "Careers advice, disclosure advice, links to employers",
    "Addictions, mental health and the arrest referral contract; chairs the Partnership",
    "Court business, timing of reports, room for the bail worker",
    "Release planning, SHORE, family contact at HMP Carseview",
    "Decisions on diversion, bail opposition, feedback to social work",
    "Throughcare and men's work; third sector seat on the Delivery Group",
    "Supported tenancies and bail places",
    "The views of people harmed by crime; restorative justice",
]
STYLE = """
@page{size:A4 landscape;margin:19mm 20mm 17mm 20mm}
body{font:10.4pt/1.45 'DejaVu Sans Condensed','DejaVu Sans',sans-serif;color:#111;margin:0}
.cover{padding-top:38mm;height:120mm;break-after:page}.cover p{font-size:15pt}
.cover .t{font-size:36pt;font-weight:bold;color:#1f3b4d;line-height:1.15;margin:0 0 10mm}
h1{font-size:15.5pt;color:#1f3b4d;margin:7mm 0 2.5mm;break-after:avoid}
table{border-collapse:collapse;width:100%;font-size:9.3pt;margin:2mm 0 5mm}
td,th{border:.6pt solid #333;padding:1.3mm 2mm;text-align:left;vertical-align:top}
th{background:#b7ccd6}tr,.big td{break-inside:avoid}.big tr,.big td.side{break-inside:auto}
.big{table-layout:fixed}.big td{padding:1.9mm 2mm}
.big .title{background:#1f3b4d;color:#fff;font-size:11pt;text-align:center}
.big .band td{background:#e8f0f3;font-weight:bold}.big .band{break-after:avoid}
.big td.side{background:#b7ccd6;padding:2mm 1mm}
.side div{writing-mode:vertical-rl;transform:rotate(180deg);font-weight:bold;white-space:nowrap}
"""


def build(plan: Plan, path: Path) -> None:
    """Lay the plan out as HTML and print it."""
    body = "\n".join(_block(plan, block) for block in plan.blocks())
    print_pdf(plan.meta["title"], STYLE, body, (plan.outside[0], plan.outside[1]), path)


def _block(plan: Plan, block: Block) -> str:
    if block.kind in ("h1", "p"):
        return f"<{block.kind}>{escape(block.text)}</{block.kind}>"
    if block.kind == "ul":
        return "<ul>" + "".join(f"<li>{escape(i)}</li>" for i in block.items) + "</ul>"
    if block.kind == "table":
        rows = list(block.items)
        if len(rows) == 1:
            rows += [[n, text] for (n, _), text in zip(plan.partners, BRINGS, strict=True)]
        return table(rows)
    made = {"cover": _cover, "outcomes": _outcomes, "schedule": _schedule}
    return made[block.text](plan) if block.text in made else ""


def _cover(plan: Plan) -> str:
    note = "Carsemuir is not a real place: this plan has been invented as an example for testing."
    return (
        f"<div class='cover'><p class='t'>{escape(plan.meta['title'])}</p>"
        f"<p>Carsemuir Community Justice Partnership</p><p><i>{note}</i></p></div>"
    )


def _codes(outcome: Outcome) -> str:
    return ", ".join(c.upper().replace("-", " ") for c in outcome.national) or "PA 6"


def _outcomes(plan: Plan) -> str:
    heads = ("No.", "Local outcome", "NDO / PA", "SO", "Strategic objective")
    rows = []
    for outcome in plan.outcomes:
        aims = plan.aims(outcome.id)
        span = f" rowspan='{len(aims)}'" if len(aims) > 1 else ""
        left = (outcome.id, outcome.text, _codes(outcome))
        cells = "".join(f"<td{span}>{escape(text)}</td>" for text in left)
        for aim in aims:
            rows.append(f"<tr>{cells}<td>{aim.id}</td><td>{escape(aim.text)}</td></tr>")
            cells = ""
    head = "".join(f"<th>{text}</th>" for text in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _schedule(plan: Plan) -> str:
    cols = "".join(f"<col style='width:{w}%'>" for w in WIDTHS)
    head = "".join(f"<th>{text}</th>" for text in COLUMNS)
    title = "CARSEMUIR COMMUNITY JUSTICE: SCHEDULE OF DELIVERY"
    rows = []
    for outcome in plan.outcomes:
        actions = plan.under(outcome.id)
        side = f"<td class='side' rowspan='{len(actions) + 1}'>"
        side += f"<div>{outcome.id} : {_codes(outcome)}</div></td>"
        aims = ", ".join(o.id for o in plan.aims(outcome.id))
        band = f"{outcome.id}&nbsp; {escape(outcome.text)} ({_codes(outcome)}; {aims})"
        rows.append(f"<tr class='band'>{side}<td colspan='5'>{band}</td></tr>")
        rows += [_row(actions, index) for index in range(len(actions))]
    return (
        f"<table class='big'><colgroup>{cols}</colgroup><thead>"
        f"<tr><th class='title' colspan='6'>{title}</th></tr><tr>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _row(actions: list[Action], index: int) -> str:
    action = actions[index]
    cells = [
        f"<td>{action.id} {action.objective}</td>",
        f"<td>{escape(action.text)}</td>",
    ]
    for key, text in (("lead", action.lead), ("due", action.due)):
        if key in action.merged:
            continue
        span = 1
        while index + span < len(actions) and key in actions[index + span].merged:
            span += 1
        cells.append(f"<td rowspan='{span}'>{escape(text)}</td>")
    return f"<tr>{''.join(cells)}<td>{escape(action.measure)}</td></tr>"
