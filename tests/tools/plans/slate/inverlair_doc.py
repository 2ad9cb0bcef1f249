"""The Inverlair plan as an agency would design it: HTML and CSS printed by chromium."""

from __future__ import annotations

from html import escape
from itertools import groupby
from pathlib import Path

from playwright.sync_api import sync_playwright

from . import inverlair_data as d
from .common import Act, Outcome, names, parties

CSS = """
@page{size:A4;margin:12mm 0 16mm 0}@page:first{margin:0}
*{box-sizing:border-box}body{font-family:'DejaVu Sans',sans-serif;margin:0;font-size:11.5pt;
line-height:1.6;color:#1c2b33;-webkit-print-color-adjust:exact}
.page{break-before:page;padding:6mm 16mm 4mm}.cover{height:280mm;background:#0b3c49;color:#fff;
padding:60mm 20mm}.cover h1{font-size:54pt;line-height:1.05;margin:0 0 12mm}
.cover .wave{height:30mm;border-radius:0 0 50% 50%;background:#f2a65a;margin-bottom:20mm}
.cols{column-count:3;column-gap:7mm;hyphens:manual}h2{font-size:24pt;color:#c8553d;
line-height:1.15;margin:0 0 6mm}.cols p{margin:0 0 4mm}.big .cols{font-size:13pt;line-height:1.65}
hr{border:0;border-top:2mm solid #f2a65a;margin:9mm 0}
.facts{display:grid;grid-template-columns:1fr 1fr;gap:9mm}.fact{border-radius:6mm;padding:7mm;
background:#e6f2f2}.fact b{display:block;font-size:38pt;line-height:1.1;color:#0b6e7f}
.band{color:#fff;padding:6mm;border-radius:4mm 4mm 0 0;display:flex;gap:6mm;align-items:center}
.band svg{width:14mm;height:14mm;flex:none}.band h3{font-size:16pt;line-height:1.25;margin:0}
.lead{padding:4mm 6mm;background:#f4f1ea;margin:0 0 6mm;font-size:11pt}
.route{background:#dde7ea;font-weight:bold;padding:2.5mm 4mm;margin-top:6mm}
table{width:100%;border-collapse:collapse;font-size:10.5pt}th{text-align:left;color:#fff;
background:#44555c;padding:2mm 3mm}td{padding:2.6mm 3mm;border-bottom:1px solid #b9c6ca;
vertical-align:top}tr{break-inside:avoid}.tile{color:#fff;border-radius:6mm;padding:6mm;
font-size:13pt;font-weight:bold}.tile svg{width:12mm;height:12mm;display:block}
ul.crew{columns:2;padding-left:5mm}
"""
HEADS = ["What we're going to do", "Who carries it", "Landed by", "You'll be able to tell because"]
ICONS = [
    '<path d="M8 40 L30 10 L52 40 Z" fill="#fff"/>',
    '<circle cx="30" cy="30" r="20" fill="#fff"/>',
    '<rect x="12" y="12" width="36" height="36" fill="#fff"/>',
    '<path d="M10 30 L26 46 L52 14" stroke="#fff" stroke-width="8" fill="none"/>',
    '<path d="M8 32 L30 10 L52 32 V52 H8 Z" fill="#fff"/>',
    '<path d="M30 6 L54 30 L30 54 L6 30 Z" fill="#fff"/>',
    '<path d="M6 12 H54 V42 H30 L18 54 V42 H6 Z" fill="#fff"/>',
]


def _paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in texts)


def _rows(actions: list[Act]) -> str:
    """Rows of a table; neighbours with one date share its cell."""
    out = []
    for due, group in groupby(actions, lambda a: a.due):
        block = list(group)
        for n, action in enumerate(block):
            cells = f"<td>{escape(action.text)}</td><td>{escape(names(action.lead, ' with '))}</td>"
            if n == 0:
                cells += f'<td rowspan="{len(block)}">{escape(due)}</td>'
            out.append(f"<tr>{cells}<td>{escape(action.measure, quote=False)}</td></tr>")
    return "".join(out)


def _promise(number: int, outcome: Outcome) -> str:
    parts = [
        f'<div class="page"><div class="band" style="background:{d.COLOURS[number]}">'
        f'<svg viewBox="0 0 60 60">{ICONS[number]}</svg>'
        f"<h3>{escape(outcome.text)}</h3></div>"
        f'<p class="lead">{escape(d.BLURB[outcome.id], quote=False)}</p>'
        f"<p>{escape(d.NOW[outcome.id], quote=False)}</p>"
    ]
    head = "".join(f"<th>{text}</th>" for text in HEADS)
    widths = "".join(f'<col style="width:{w}%">' for w in (38, 20, 15, 27))
    for key, text, owner in d.OBJECTIVES:
        if owner != outcome.id:
            continue
        actions = [a for a in d.ACTIONS if a.objective == key]
        parts.append(
            f'<div class="route">{escape(text)}</div><table><colgroup>{widths}</colgroup>'
            f"<thead><tr>{head}</tr></thead><tbody>{_rows(actions)}</tbody></table>"
        )
    return "".join(parts) + "</div>"


def _html() -> str:
    facts = "".join(
        f'<div class="fact"><b>{n}</b>{escape(text, quote=False)}</div>' for n, text in d.NUMBERS
    )
    texts = [f'<h2>{escape(h)}</h2><div class="cols">{_paragraphs(p)}</div>' for h, p in d.INTRO]
    intro = [
        f'<div class="page big">{"<hr>".join(texts[n] for n in group)}</div>'
        for group in ([0], [2], [3], [1, 4, 5])
    ]
    promises = "".join(_promise(n, outcome) for n, outcome in enumerate(d.OUTCOMES))
    tiles = "".join(
        f'<div class="tile" style="background:{d.COLOURS[n]}"><svg viewBox="0 0 60 60">{ICONS[n]}'
        f"</svg>{escape(outcome.text)}</div>"
        for n, outcome in enumerate(d.OUTCOMES)
    )
    guide = (
        '<div class="page"><h2>Seven promises</h2><p>A promise is what we want to come true. '
        "Under each you will find one or more routes, and under those what we are going to do. "
        "A space that has been left empty means that we don't know yet.</p>"
        f'<div class="facts">{tiles}</div></div>'
    )
    close = "".join(
        f"<h2>{escape(h)}</h2>{_paragraphs(p)}" + ("</div><div class='page'>" if n == 3 else "")
        for n, (h, p) in enumerate(d.CLOSE)
    )
    crew = "".join(f"<li>{escape(p['as_written'])}</li>" for p in parties(d.PARTNERS))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{d.TITLE}</title>'
        f'<style>{CSS}</style></head><body><div class="cover"><div class="wave"></div>'
        f"<h1>{d.TITLE}</h1><p>{d.SUBTITLE}</p></div>"
        + "".join(intro[:3])
        + f'<div class="page"><h2>Big numbers</h2><div class="facts">{facts}</div></div>'
        + "".join(intro[3:])
        + guide
        + promises
        + f'<div class="page">{close}<ul class="crew">{crew}</ul></div></body></html>'
    )


def build(folder: Path) -> None:
    """Write the PDF and its gold."""
    foot = (
        '<div style="font-size:7pt;width:100%;padding:0 16mm;color:#777;display:flex;'
        'justify-content:space-between"><span>'
        f'{escape(d.RUNNING)}</span><span class="pageNumber"></span></div>'
    )
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(_html())
        page.pdf(
            path=str(folder / d.PLAN.file),
            prefer_css_page_size=True,
            print_background=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=foot,
        )
        browser.close()
    d.PLAN.write_gold(folder)
