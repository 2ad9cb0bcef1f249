"""The long designed PDF: printed from styled headings by Chromium (no Writer on this machine)."""

from __future__ import annotations

import html
from itertools import groupby
from pathlib import Path

from playwright.sync_api import sync_playwright

from .model import Action, Plan, load

HEADS = ("Local outcome", "Objective", "What will be done", "Lead", "By when", "How we will know")
# The head row stands once at the top and was typed again above this priority; it repeats nowhere.
RETYPED = "D"
STYLE = """
@page{size:A4;margin:24mm 20mm 22mm}@page wide{size:A4 landscape;margin:20mm 14mm 18mm}
body{font:11.5pt/1.5 Carlito,Calibri,"DejaVu Sans",sans-serif;color:#1d2a2a;margin:0}
h1{font-size:24pt;color:#0f5257;break-before:page;border-bottom:3pt solid #e0a526;margin:0 0 12pt}
h1.run{break-before:auto;margin-top:26pt}h2{font-size:15pt;color:#a04b1a;margin:16pt 0 6pt}
h1,h2{break-after:avoid}p{margin:0 0 9pt}li{margin-bottom:5pt}
table{border-collapse:collapse;width:100%;margin:8pt 0 14pt}td{border:.75pt solid #7a8f8f;
padding:4pt 5pt;vertical-align:top;text-align:left}tr.head td{background:#0f5257;color:#fff;
font-weight:bold}tr.name td{background:#e0a526;font-weight:bold;font-size:13pt}
.sign{font-style:italic}.cover{background:#0f5257;color:#fff;height:205mm;padding:18mm}
.cover .t{font-size:34pt;font-weight:bold;line-height:1.2;margin-top:60mm}
.cover .d{font-size:17pt;color:#f2cf7c}.goal{border-left:5pt solid #e0a526;padding-left:8pt}
.wide{page:wide;break-before:page}.wide table{font-size:11pt;line-height:1.42}
.wide td:not([rowspan]){break-inside:avoid}tr.head{break-after:avoid}
td.out{background:#e6f0ef;font-weight:bold;width:15%}
td.obj{background:#f6f9f8;width:17%}td.lead{width:14%}td.due{width:9%}td.how{width:17%}
"""
# Chapters that follow on from the one before instead of starting a page.
RUNNING = {"2", "6", "7", "10", "12", "13", "14", "16"}


def esc(text: str) -> str:
    """Escapes text for the page."""
    return html.escape(text, quote=False)


def grid(rows: list[list[str]]) -> str:
    """A plain table."""
    out = []
    for at, row in enumerate(rows):
        cells = "".join(f"<td>{esc(c)}</td>" for c in row)
        out.append(f'<tr class="{"head" if not at else "row"}">{cells}</tr>')
    return f"<table>{''.join(out)}</table>"


def delivery(plan: Plan, title: str, actions: list[Action]) -> str:
    """The long table: outcome, objective, and equal neighbouring dates are merged downwards."""
    head = "".join(f"<td>{h}</td>" for h in HEADS)
    out = [f'<tr class="name"><td colspan="6">{esc(title)}</td></tr><tr class="head">{head}</tr>']
    for key, of_outcome in groupby(actions, key=lambda a: a.outcome):
        if key == RETYPED:
            out.append(f'<tr class="head">{head}</tr>')
        rows = list(of_outcome)
        first = f'<td class="out" rowspan="{len(rows)}">{key}. {esc(plan.outcomes[key].text)}</td>'
        for goal, of_goal in groupby(rows, key=lambda a: a.objective):
            inner = list(of_goal)
            words = f"{goal} {plan.objectives[goal][0]}"
            second = f'<td class="obj" rowspan="{len(inner)}">{esc(words)}</td>'
            for _, of_date in groupby(inner, key=lambda a: a.due or a.id):
                same = list(of_date)
                due = f'<td class="due" rowspan="{len(same)}">{esc(same[0].due)}</td>'
                for act in same:
                    out.append(
                        f'<tr>{first}{second}<td>{esc(act.text)}</td><td class="lead">'
                        f'{esc(act.lead)}</td>{due}<td class="how">{esc(act.measure)}</td></tr>'
                    )
                    first = second = due = ""
    return f'<div class="wide"><table><tbody>{"".join(out)}</tbody></table></div>'


def page(plan: Plan) -> str:
    """The whole document as HTML."""
    out: list[str] = []
    waiting: list[Action] = []
    title = ""
    for kind, value in plan.body:
        if kind == "cover":
            name, dates, small = value.split(" | ")
            out.append(
                f'<div class="cover"><p class="t">{esc(name)}</p><p class="d">{esc(dates)}</p>'
                f"<p>{esc(small)}</p></div>"
            )
        elif kind == "act":
            waiting.append(value)
        elif kind == "delivery":
            title = value
        elif kind == "enddelivery":
            out.append(delivery(plan, title, waiting))
        elif kind == "objs":
            for key, (text, _) in plan.objectives.items():
                out.append(f'<p class="goal"><b>{key}</b> {esc(text)}</p>')
        elif kind == "h1":
            run = ' class="run"' if value.split(".")[0] in RUNNING else ""
            out.append(f"<h1{run}>{esc(value)}</h1>")
        elif kind == "h2":
            out.append(f"<h2>{esc(value)}</h2>")
        elif kind == "li":
            out.append(f"<ul><li>{esc(value)}</li></ul>")
        elif kind == "table":
            out.append(grid(value))
        elif kind == "sign":
            out.append(f'<p class="sign">{esc(value)}</p>')
        else:
            out.append(f"<p>{esc(value)}</p>")
    body = "".join(out).replace("</ul><ul>", "")
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        f"<title>{esc(plan.meta['title'])}</title><style>{STYLE}</style></head>"
        f"<body>{body}</body></html>"
    )


def build(folder: Path) -> None:
    """Prints the PDF and writes its gold."""
    plan = load("glenlyster")
    small = "font-size:8px;width:100%;padding:0 14mm;color:#555"
    header = f'<div style="{small}">{esc(plan.outside[0])}</div>'
    footer = f'<div style="{small};text-align:right"><span class="pageNumber"></span></div>'
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        tab = browser.new_page()
        tab.set_content(page(plan))
        tab.pdf(
            path=str(folder / "glenlyster.pdf"),
            prefer_css_page_size=True,
            print_background=True,
            display_header_footer=True,
            header_template=header,
            footer_template=footer,
            outline=True,
            tagged=True,
        )
        browser.close()
    plan.write_gold(folder)
