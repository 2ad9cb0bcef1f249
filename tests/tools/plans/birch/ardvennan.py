"""The web page: one static page inside a council's site, with a long table of row spans."""

from __future__ import annotations

import html
import re
from itertools import groupby
from pathlib import Path

from .model import Action, Plan, load

ABBREVIATIONS = {
    "HSCP": "Health and Social Care Partnership",
    "JSW": "Justice social work",
    "COPFS": "Crown Office and Procurator Fiscal Service",
    "SPS": "Scottish Prison Service",
    "SCTS": "Scottish Courts and Tribunals Service",
    "SDS": "Skills Development Scotland",
    "SFRS": "Scottish Fire and Rescue Service",
    "ABC": "Ardvennan and the Braes Council",
    "HMP": "His Majesty's Prison",
}
HEADS = ("Outcome", "What we are going to do", "Lead", "Target date", "How we will know")
STYLE = """
body{font:17px/1.5 Arial,sans-serif;margin:0;color:#222}
header.site{background:#3b2a5c;color:#fff;padding:14px 28px}header.site a{color:#fff}
nav ul{list-style:none;margin:0;padding:8px 28px;background:#eee8f5;display:flex;gap:22px}
.wrap{display:grid;grid-template-columns:240px 1fr;gap:32px;max-width:1220px;margin:18px auto}
aside{font-size:15px;background:#f6f4f9;padding:12px}main h2{border-bottom:2px solid #3b2a5c}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:6px;text-align:left;
vertical-align:top;font-size:15px}
thead th{background:#3b2a5c;color:#fff}tbody th{background:#eee8f5}
.note{border-left:6px solid #c9a227;padding:8px 12px;background:#fdf7e3}
.cookie{background:#222;color:#fff;padding:10px 28px}.print-header{display:none}
footer{background:#3b2a5c;color:#fff;padding:18px 28px}footer a{color:#fff}
.national{font-weight:normal;font-size:14px;display:block;margin-top:6px}
@media print{nav,aside,.cookie,form,header.site{display:none}.print-header{display:block}}
"""
COOKIES = "We use cookies to make this site work better for you"
MENU = (
    "Report a missed bin collection online",
    "Apply for a parking permit or blue badge",
    "Council tax, rents and benefits",
    "Schools and early learning",
)
SIDE = (
    "Community planning",
    "Community safety",
    "Winter road gritting routes for the Braes have been published",
    "Licensing Board dates",
)


def words(text: str) -> str:
    """Escapes text, then marks footnotes and abbreviations."""
    text = html.escape(text, quote=False)
    for short, full in ABBREVIATIONS.items():
        text = re.sub(rf"\b{short}\b", f'<abbr title="{full}">{short}</abbr>', text, count=1)
    return re.sub(
        r"\{fn:(\d)\}",
        r'<sup><a href="#note-\1" id="ref-\1" aria-label="Footnote \1">[\1]</a></sup>',
        text,
    )


def items(names: tuple[str, ...]) -> str:
    """A list of links."""
    return "".join(f'<li><a href="#">{html.escape(n)}</a></li>' for n in names)


def block(plan: Plan, key: str, national: str, actions: list[Action]) -> str:
    """The rows of one outcome; the outcome and runs of one lead are given once."""
    out = []
    head = (
        f'<th scope="rowgroup" rowspan="{len(actions)}">{words(plan.outcomes[key].text)}'
        f'<span class="national">{words(national)}</span></th>'
    )
    for lead, run in groupby(actions, key=lambda a: a.lead or a.id):
        rows = list(run)
        for at, act in enumerate(rows):
            cells = [f"<td>{words(act.text)}</td>"]
            if not at:
                span = f' rowspan="{len(rows)}"' if len(rows) > 1 else ""
                cells.append(f"<td{span}>{words(lead if act.lead else '')}</td>")
            cells += [f"<td>{words(act.due)}</td>", f"<td>{words(act.measure)}</td>"]
            out.append(f"<tr>{head}{''.join(cells)}</tr>\n")
            head = ""
    return f"<tbody>\n{''.join(out)}</tbody>\n"


def cells(row: list[str]) -> str:
    """Plain cells."""
    return "".join(f"<td>{c}</td>" for c in row)


def figures(rows: list[list[str]]) -> str:
    """A plain table of figures."""
    head = "".join(f'<th scope="col">{words(c)}</th>' for c in rows[0])
    body = "".join(
        f'<tr><th scope="row">{words(r[0])}</th>'
        + "".join(f"<td>{c}</td>" for c in r[1:])
        + "</tr>"
        for r in rows[1:]
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>\n"


def content(plan: Plan) -> str:
    """The main part of the page."""
    out: list[str] = []
    notes: list[str] = []
    open_list = in_table = False
    body = plan.body
    at = 0
    while at < len(body):
        kind, value = body[at]
        at += 1
        if open_list and kind != "li":
            out.append("</ul>\n")
            open_list = False
        if kind == "table" and isinstance(value, str):
            if not in_table:
                heads = "".join(f'<th scope="col">{h}</th>' for h in HEADS)
                out.append(
                    '<table id="delivery"><caption>Delivery table, as it stood in September 2023'
                    f"</caption><thead><tr>{heads}</tr></thead>\n"
                )
                in_table = True
            key, _, national = value.partition(" | ")
            actions = []
            while body[at][0] == "act":
                actions.append(body[at][1])
                at += 1
            out.append(block(plan, key, national, actions))
        elif kind == "endtable":
            out.append("</table>\n")
        elif kind == "table":
            out.append(figures(value))
        elif kind == "h2":
            mark = re.sub(r"\W+", "-", value.lower())
            out.append(f'<h2 id="{mark}">{words(value)}</h2>\n')
        elif kind == "li":
            if not open_list:
                out.append("<ul>\n")
                open_list = True
            out.append(f"<li>{words(value)}</li>\n")
        elif kind == "note":
            out.append(f'<p class="note">{words(value)}</p>\n')
        elif kind == "foot":
            number, _, text = value.partition(" ")
            notes.append(
                f'<li id="note-{number}">{words(text)} <a href="#ref-{number}">Back</a></li>'
            )
        else:
            out.append(f"<p>{words(value)}</p>\n")
    out.append(f'<section class="footnotes"><h2>Notes</h2><ol>{"".join(notes)}</ol></section>')
    return "".join(out)


def build(folder: Path) -> None:
    """Writes the page and its gold."""
    plan = load("ardvennan")
    title = plan.meta["title"]
    page = f"""<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>{title} | Ardvennan and the Braes Council</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>
<body>
<div class="cookie" role="region" aria-label="Cookies">{COOKIES}
<button>Accept</button> <button>Choose</button></div>
<header class="site"><a href="#">Ardvennan and the Braes Council</a></header>
<div class="print-header">Printed from the Ardvennan and the Braes Council website</div>
<nav aria-label="Main"><ul>{items(MENU)}</ul></nav>
<p class="crumbs"><a href="#">Home</a> &gt; <a href="#">Your community</a> &gt;
Community justice</p>
<div class="wrap">
<aside><h2>In this section</h2><ul>{items(SIDE)}</ul></aside>
<main id="content">
<h1>{title}</h1>
{content(plan)}
</main>
</div>
<form action="#" method="post"><fieldset><legend>Was this page helpful to you today?</legend>
<label><input type="radio" name="h"> Yes</label> <label><input type="radio" name="h"> No</label>
<label for="more">Tell us how we can make it better</label>
<textarea id="more" name="more"></textarea><button type="submit">Send</button></fieldset></form>
<footer><ul><li><a href="#">Privacy</a></li><li><a href="#">Accessibility statement</a></li></ul>
<p>Ardvennan and the Braes Council does not exist. Example page for testing.</p></footer>
</body>
</html>
"""
    (folder / "ardvennan.html").write_text(page, encoding="utf-8")
    gold = plan.actions
    for action in gold:
        action.text = re.sub(r"\{fn:\d\}", "", action.text)
    plan.write_gold(folder)
