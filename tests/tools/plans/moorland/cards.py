"""Invercorrie: a designed PDF with side boxes, pull quotes and one card for each action."""

from __future__ import annotations

from html import escape
from pathlib import Path

from tests.tools.plans.moorland.model import Action, Block, Outcome, Plan
from tests.tools.plans.moorland.printing import print_pdf, table

FEEDS = {
    "Outcome 1": "More people successfully complete diversion from prosecution",
    "Outcome 2": "people held in police cells get support with what lies behind their arrest",
    "Outcome 3": "more people assessed for bail supervision, and seeing it through",
    "Outcome 4": "More people access services to support desistence and successfully complete "
    "community sentences",
    "Outcome 5": "health and care that carry on after prison; a suitable place to stay after "
    "prison; more voluntary throughcare for those on short sentences",
    "Outcome 6": "More people with convictions access support to enhance their readiness for "
    "employment",
    "Outcome 7": "understanding of, and confidence in, community justice among the public and "
    "the workforce",
    "Outcome 8": "no national outcome, but the strategy's priority actions on restorative justice "
    "and on the voices of victims and families",
}
COLOURS = ("#0b6e7f", "#8a3b5c", "#3f6b2a", "#9a5a12")
STYLE = """
@page{size:A4;margin:22mm 24mm 20mm 24mm}
body{font:10.8pt/1.5 'DejaVu Serif',serif;color:#1c2b33;margin:0}
h1,h2,h3,.card,.obj,.box,table,.by{font-family:'DejaVu Sans',sans-serif}
h1{break-before:page;color:#0b6e7f;font-size:25pt;margin:0 0 8mm;border-bottom:3pt solid #f2b632}
h2{color:#8a3b5c;font-size:14.5pt;margin:6mm 0 2mm;break-after:avoid}
.cover{height:240mm;background:#0b6e7f;color:#fff;padding:20mm 14mm;box-sizing:border-box}
.cover p.big{font:bold 40pt/1.1 'DejaVu Sans';margin:40mm 0 10mm}.cover p.sub{font-size:17pt}
.box{float:right;width:62mm;margin:1mm 0 4mm 6mm;padding:4mm;background:#fdf1d3;font-size:9.3pt;
border-top:4pt solid #f2b632}.box b{display:block;font-size:11pt;margin-bottom:1.5mm}
.quote{font:italic 16pt/1.35 'DejaVu Serif';color:#8a3b5c;margin:6mm 10mm;clear:both;
padding-left:5mm;border-left:4pt solid #8a3b5c}
table{border-collapse:collapse;font-size:9.2pt;width:100%;margin:3mm 0 5mm;clear:both}
th{background:#0b6e7f;color:#fff;text-align:left}td,th{padding:1.6mm 2.4mm;vertical-align:top;
border:.5pt solid #b9c7cb}tr{break-inside:avoid}
.out{color:#fff;padding:5mm 6mm;margin:10mm 0 4mm;break-after:avoid;break-inside:avoid;clear:both}
.out .n{font:bold 11pt 'DejaVu Sans';letter-spacing:1pt}
.out h2{color:#fff;margin:1mm 0;font-size:17pt}
.out .feeds{font:9.2pt 'DejaVu Sans'}
.obj{background:#e7eff1;font-weight:bold;padding:2.6mm 4mm;margin:5mm 0 3mm;break-after:avoid}
.card{border:1.4pt solid #0b6e7f;border-radius:3mm;padding:3.4mm 5mm 3mm;margin:0 0 4.4mm;
break-inside:avoid;position:relative;font-size:9.8pt}
.card .id{position:absolute;right:0;top:0;color:#fff;padding:.6mm 3mm;font-weight:bold;
border-radius:0 2mm 0 3mm}
.card .do{font-weight:bold;font-size:11pt;margin:0 14mm 2mm 0}
.card .line{margin:.6mm 0;border-top:.4pt dotted #8fa3aa;padding-top:.8mm}
.card .line span{color:#5a6b73}
"""


def build(plan: Plan, path: Path) -> None:
    """Lay the plan out as HTML and print it with Chromium."""
    body = "\n".join(_block(plan, block) for block in plan.blocks())
    strips = (plan.outside[0], plan.outside[1])
    print_pdf(plan.meta["title"], STYLE, body, strips, path)


def _block(plan: Plan, block: Block) -> str:
    text = escape(block.text)
    if block.kind in ("h1", "h2", "p"):
        return f"<{block.kind}>{text}</{block.kind}>"
    if block.kind == "quote":
        return f"<p class='quote'>\u201c{text}\u201d</p>"
    if block.kind == "box":
        return f"<div class='box'><b>{text}</b>{escape(block.items[0])}</div>"
    if block.kind in ("ul", "ol"):
        items = "".join(f"<li>{escape(i)}</li>" for i in block.items)
        return f"<{block.kind}>{items}</{block.kind}>"
    if block.kind == "table":
        return table(block.items)
    if block.text == "cover":
        return _cover(plan)
    if block.text == "partners":
        items = "".join(f"<li>{escape(n)}</li>" for n, _ in plan.partners)
        return f"<p>Around the table are:</p><ul>{items}</ul>"
    return "\n".join(_outcome(plan, o, n) for n, o in enumerate(plan.outcomes))


def _cover(plan: Plan) -> str:
    name, rest = plan.meta["title"].split(": ", 1)
    return (
        f"<div class='cover'><p class='big'>{escape(name)}:</p><p class='sub'>{escape(rest)}</p>"
        "<p class='by'>Invercorrie Community Justice Partnership</p>"
        "<p class='by'>An example only: place, people and figures have been made up.</p></div>"
    )


def _outcome(plan: Plan, outcome: Outcome, number: int) -> str:
    colour = COLOURS[number % len(COLOURS)]
    parts = [
        f"<div class='out' style='background:{colour}'><div class='n'>{outcome.id.upper()}</div>"
        f"<h2>{escape(outcome.text)}</h2>"
        f"<div class='feeds'>Feeds: {escape(FEEDS[outcome.id])}</div></div>"
    ]
    for aim in plan.aims(outcome.id):
        parts.append(f"<div class='obj'>{aim.id}: {escape(aim.text)}</div>")
        parts += [_card(a, colour) for a in plan.under(outcome.id, aim.id)]
    return "\n".join(parts)


def _card(action: Action, colour: str) -> str:
    named = (
        ("Who leads", action.lead),
        ("By when", action.due),
        ("How we will tell", action.measure),
    )
    lines = "".join(
        f"<div class='line'><span>{label}:</span> {escape(value)}</div>" for label, value in named
    )
    return (
        f"<div class='card' style='border-color:{colour}'>"
        f"<div class='id' style='background:{colour}'>{action.id}</div>"
        f"<div class='do'>{escape(action.text)}</div>{lines}</div>"
    )
