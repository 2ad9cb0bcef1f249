"""The Kilbrannoch plan as one page of a council's website."""

from __future__ import annotations

from html import escape
from pathlib import Path

from . import kilbrannoch_data as d
from .common import parties

CSS = """
body{font-family:Arial,sans-serif;margin:0;color:#0b0c0c;font-size:18px;line-height:1.5}
.cookie{background:#eef;padding:12px 40px}.top{background:#3b3054;color:#fff;padding:14px 40px}
nav ul{list-style:none;display:flex;gap:22px;margin:0;padding:10px 40px;background:#e9e4f2}
nav a{color:#3b3054;font-size:15px}.wrap{display:flex;gap:40px;padding:20px 40px;max-width:1180px}
main{flex:3}aside{flex:1;border-left:3px solid #3b3054;padding-left:16px;font-size:15px}
h1{font-size:38px;line-height:1.15}h2{border-top:1px solid #bbb;padding-top:18px}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #aaa;padding:6px;
text-align:left}ol.todo li{margin-bottom:12px}.look{display:block;color:#505a5f}
footer{background:#3b3054;color:#fff;padding:26px 40px;font-size:14px}.crumb{font-size:14px}
"""


def _section(heading: str, paragraphs: list[str]) -> str:
    parts = [f"<h2>{escape(heading)}</h2>"]
    bullets: list[str] = []
    for text in paragraphs:
        if text.startswith("* "):
            bullets.append(f"<li>{escape(text[2:], quote=False)}</li>")
        elif "<a " in text:
            parts.append(f"<p>{text}</p>")
        else:
            parts.append(f"<p>{escape(text, quote=False)}</p>")
    if bullets:
        parts.append("<ul>" + "".join(bullets) + "</ul>")
    return "\n".join(parts)


def _outcome(number: int, outcome: str, text: str) -> str:
    items = []
    for action in (a for a in d.ACTIONS if a.outcome == outcome):
        look = ""
        if action.measure:
            measure = escape(action.measure, quote=False)
            look = f'<span class="look">We\'ll look at: {measure}</span>'
        items.append(f"<li>{escape(action.text, quote=False)} {look}</li>")
    about = "\n".join(f"<p>{escape(p, quote=False)}</p>" for p in d.ABOUT[outcome])
    return (
        f'<section id="change-{number}"><h3>{escape(text, quote=False)}</h3>\n{about}\n'
        f'<ol class="todo">\n' + "\n".join(items) + "\n</ol></section>"
    )


def _links(texts: list[str]) -> str:
    return "".join(f'<li><a href="#">{escape(text)}</a></li>' for text in texts)


def build(folder: Path) -> None:
    """Write the page and its gold."""
    outcomes = "\n".join(_outcome(n, o.id, o.text) for n, o in enumerate(d.OUTCOMES, 1))
    rows = "\n".join(
        f"<tr><td>{escape(p['as_written'], quote=False)}</td><td>{escape(brings)}</td></tr>"
        for p, brings in zip(parties(d.PARTNERS), d.BRINGS, strict=True)
    )
    page = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>{escape(d.TITLE, quote=False)} | Kilbrannoch Council</title><style>{CSS}</style></head>
<body><div class="cookie" role="region" aria-label="cookies"><p>{d.COOKIES}</p>
<button>Yes, fine</button> <button>No thanks</button></div>
<header class="top"><strong>Kilbrannoch Council</strong> &middot; an example site</header>
<nav><ul>{_links(d.MENU)}</ul></nav>
<div class="wrap"><main>
<p class="crumb"><a href="#">Home</a> &rsaquo; <a href="#">Safer places</a></p>
<h1>{escape(d.TITLE, quote=False)}</h1>
<p>Last changed on 2 April 2025. Kilbrannoch is made up, and so is everything on this page.</p>
{chr(10).join(_section(h, p) for h, p in d.BEFORE)}
<h2>What will be different, and what we are going to do</h2>
<p>There are six things that we want to be different by 2028. Each has its own section and its
own numbered list.</p>
{outcomes}
<h2>The partners</h2>
<table><caption>Who has signed up to the plan</caption>
<thead><tr><th>Partner</th><th>What they bring</th></tr></thead>
<tbody>{rows}</tbody></table>
{chr(10).join(_section(h, p) for h, p in d.AFTER)}
</main><aside><h2>Related pages</h2><ul>{_links(d.SIDE)}</ul></aside></div>
<footer><p>{d.FOOT}</p><p>Accessibility &middot; Privacy &middot; A to Z</p></footer>
</body></html>
"""
    (folder / d.PLAN.file).write_text(page, encoding="utf-8")
    d.PLAN.write_gold(folder)
