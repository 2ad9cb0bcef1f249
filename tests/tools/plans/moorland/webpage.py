"""Hallasay: one web page with accordions, definition lists and a language switch."""

from __future__ import annotations

from html import escape
from pathlib import Path

from tests.tools.plans.moorland.model import Action, Block, Plan

STYLE = """
body{margin:0;font:17px/1.55 'DejaVu Sans',sans-serif;color:#18323b;background:#f4f1ea}
.cookie{background:#18323b;color:#fff;padding:.6em 2em;font-size:.85em}
.top{background:#0f6f73;color:#fff;padding:1em 2em;display:flex;justify-content:space-between}
.top a,.cookie a{color:#ffe9a8}.top strong{font-size:1.3em}.lang li,.main-menu li{display:inline}
.lang,.main-menu{list-style:none;margin:0;padding:0}.lang li+li:before{content:' | '}
.main-menu{background:#0b5356;padding:.6em 2em}.main-menu a{color:#fff;margin-right:1.4em}
.wrap{display:flex;gap:2em;max-width:1180px;margin:1.5em auto}.wrap>main{flex:1;min-width:0}
.side{width:250px;font-size:.85em}.side ul{padding-left:1.1em}.warn{background:#ffd9c7;padding:.7em}
.panel{background:#fff;border:1px solid #cbd5d3;border-radius:6px;margin:.5em 0}
.panel>summary{padding:.7em 1em;cursor:pointer}.panel h2{display:inline;font-size:1.15em}
.panel>div{padding:0 1.2em 1em}dt{font-weight:bold;margin-top:.6em}td,th{padding:.3em .8em;
border-bottom:1px solid #d5dcda;text-align:left}.meta{display:block;color:#41606a;font-size:.9em}
.acts>li{margin:.6em 0}h3{color:#0b5356}blockquote{border-left:4px solid #0f6f73;padding-left:1em}
.foot{background:#18323b;color:#cfd8d6;padding:1.5em 2em;font-size:.85em}.foot a{color:#ffe9a8}
"""


def build(plan: Plan, path: Path) -> None:
    """Write the page."""
    panels: list[str] = []
    current: list[str] = []
    heading = ""
    for block in plan.blocks():
        if block.kind == "h1":
            panels += [_panel(heading, current, len(panels))] if heading else []
            heading, current = block.text, []
        else:
            current.append(_block(plan, block))
    panels.append(_panel(heading, current, len(panels)))
    path.write_text(_page(plan, "\n".join(panels)), encoding="utf-8")


def _panel(heading: str, parts: list[str], number: int) -> str:
    state = " open" if number < 2 else ""
    inner = "\n".join(parts)
    return (
        f'<details class="panel" id="p{number}"{state}><summary><h2>{escape(heading)}</h2>'
        f"</summary>\n<div>\n{inner}\n</div></details>"
    )


def _block(plan: Plan, block: Block) -> str:
    if block.kind == "p":
        return f"<p>{escape(block.text)}</p>"
    if block.kind == "ul":
        return "<ul>" + "".join(f"<li>{escape(i)}</li>" for i in block.items) + "</ul>"
    if block.kind == "dl":
        rows = "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in block.items)
        return f"<dl>{rows}</dl>"
    if block.kind == "table":
        return _table(block.items)
    if block.text == "partners":
        return "<ul>" + "".join(f"<li>{escape(n)}</li>" for n, _ in plan.partners) + "</ul>"
    return _actions(plan)


def _table(rows: list[list[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(c)}</th>' for c in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in r) + "</tr>" for r in rows[1:])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _actions(plan: Plan) -> str:
    out: list[str] = []
    for outcome in plan.outcomes:
        out.append(f"<h3>{outcome.id}: {escape(outcome.text)}</h3>\n<ul class='objs'>")
        for aim in plan.aims(outcome.id):
            out.append(f"<li><strong>{aim.id} {escape(aim.text)}</strong>\n<ul class='acts'>")
            out += [_action(a) for a in plan.under(outcome.id, aim.id)]
            out.append("</ul></li>")
        out.append("</ul>")
    return "\n".join(out)


def _action(action: Action) -> str:
    named = (("Lead", action.lead), ("Timescale", action.due), ("Measure", action.measure))
    parts = [f"<b>{label}:</b> {escape(value)}." for label, value in named if value]
    return f"<li>{escape(action.text)} <span class='meta'>{' '.join(parts)}</span></li>"


def _page(plan: Plan, panels: str) -> str:
    workforce, whale, cookie, ferry, meals, made_up = (escape(t) for t in plan.outside)
    title = escape(plan.meta["title"])
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} - Comhairle Hallasay</title>
<style>{STYLE}</style>
</head>
<body>
<div class="cookie" role="region">{cookie}. <a href="#">That's fine</a> <a href="#">No</a></div>
<div class="top"><strong>Comhairle Hallasay</strong>
<ul class="lang"><li><a href="/gd/" lang="gd">Gàidhlig</a></li><li>English</li></ul>
<form role="search"><label>Find <input name="q"></label><button>Go</button></form></div>
<ul class="main-menu"><li><a href="/">Home</a></li><li><a href="/bins">Bins and middens</a></li>
<li><a href="/piers">Piers and ferries</a></li><li><a href="/crofts">Crofts and planning</a></li>
<li><a href="/work">{workforce}</a></li><li><a href="/wild">{whale}</a></li></ul>
<div class="wrap">
<main>
<p class="crumb"><a href="/">Home</a> / <a href="/safe">Safe islands</a> / Community justice</p>
<h1>{title}</h1>
<p><em>Hallasay is an invented place and this plan is an example for testing.</em></p>
<p><button type="button">Open all</button> <button type="button">Close all</button></p>
{panels}
<p class="rate">Was this page any good? <a href="#">Yes</a> <a href="#">No</a></p>
</main>
<aside class="side"><p class="warn">{ferry}</p><h2>On other pages</h2>
<ul><li><a href="/child">Child protection on the islands</a></li>
<li><a href="/meals">{meals}</a></li><li><a href="/adp">Alcohol and drugs: find help now</a></li>
<li><a href="/lic">Licensing board papers</a></li></ul>
<h2>Follow us</h2><ul><li><a href="#">Facebook</a></li><li><a href="#">Instagram</a></li>
<li><a href="#">YouTube</a></li><li><a href="#">Mastodon</a></li></ul></aside>
</div>
<footer class="foot"><p>{made_up}. Port Sgeir, 01632 960733,
<a href="mailto:fios@hallasay.example.org">fios@hallasay.example.org</a></p>
<p><a href="/privacy">Privacy</a> <a href="/access">Accessibility</a> <a href="/foi">FOI</a></p>
</footer>
</body>
</html>
"""
