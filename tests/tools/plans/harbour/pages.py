"""The three layouts that are made of HTML: designed PDF, web page, chapter of a LOIP."""

from html import escape
from pathlib import Path

from .markup import body, print_pdf
from .model import Plan

RUNNING = (
    '<div style="font-size:7.5pt;font-family:DejaVu Sans;color:#444;width:100%;'
    'padding:0 16mm;display:flex;justify-content:space-between">'
)
PAGE_NUMBER = '<span>Page <span class="pageNumber"></span> of <span class="totalPages"></span>'

DESIGNED_CSS = """
body { font: 9.8pt/1.5 "DejaVu Sans", sans-serif; color: #1b2a38; margin: 0 }
.front { background: #0b4f6c; color: #fff; padding: 55mm 14mm 18mm; height: 165mm;
  break-after: page }
.front h1 { font-size: 34pt; line-height: 1.1; margin: 0 0 8mm; color: #fff; border: 0 }
.front .strip { background: #f4a259; height: 5mm; margin: 10mm 0 }
.cols { column-count: 2; column-gap: 9mm; text-align: left; margin-top: 3mm }
.full { margin: 4mm 0 }
h1 { color: #0b4f6c; font-size: 17pt; border-bottom: 2px solid #f4a259; break-after: avoid;
  margin: 5mm 0 2mm }
h2 { color: #b8560c; font-size: 13pt; break-after: avoid; margin: 5mm 0 2mm }
.cols h1:first-child { margin-top: 0 }
.full h2 { background: #0b4f6c; color: #fff; padding: 3mm 4mm; margin-top: 0 }
.box { background: #d7ecf3; border-left: 3mm solid #0b4f6c; padding: 3mm 4mm; margin: 3mm 0;
  break-inside: avoid; font-size: 11pt }
.box h3 { margin: 0; color: #0b4f6c }
p { margin: 0 0 2.4mm } li { margin-bottom: 1.2mm } ul, ol { padding-left: 5mm; margin: 1mm 0 3mm }
table { border-collapse: collapse; width: 100%; font-size: 8.8pt; margin: 3mm 0 5mm }
caption { text-align: left; font-weight: bold; padding: 2mm 0; color: #0b4f6c }
th { background: #0b4f6c; color: #fff; text-align: left } td, th { padding: 2.2mm 2mm;
  border: 1px solid #9bb8c4; vertical-align: top } tr { break-inside: avoid }
.over th { background: #f4a259; color: #1b2a38; font-size: 10pt }
.actions tbody td { padding: 4.2mm 2mm } .c-ref { width: 9mm } .c-by { width: 24mm }
.c-act { width: 58mm } .c-lead { width: 36mm } .break { break-after: page }
"""

LOIP_CSS = """
body { font: 10.4pt/1.5 "DejaVu Serif", serif; color: #222; margin: 0 }
.front { text-align: center; padding-top: 70mm; break-after: page }
.front h1 { font-size: 30pt; color: #22543d; border: 0; break-before: auto }
h1 { color: #22543d; font-size: 20pt; break-before: page; margin-top: 0;
  border-bottom: 4px double #22543d }
h2 { font-size: 12pt; color: #22543d; break-after: avoid }
table { border-collapse: collapse; width: 100%; font-size: 9pt; margin: 3mm 0 6mm }
caption { text-align: left; font-style: italic; padding-bottom: 1mm }
th { background: #cfe3d6; text-align: left } td, th { border: 1px solid #6b8f7b;
  padding: 2.4mm 2mm; vertical-align: top } tr { break-inside: avoid }
.band td { background: #eef5f0; font-weight: bold } .c-act { width: 62mm }
.toc td { border: 0; border-bottom: 1px dotted #888 }
"""

SITE_CSS = """
body { font: 17px/1.5 Arial, "DejaVu Sans", sans-serif; margin: 0; color: #1d1d1d }
a { color: #00505c } .cookies { background: #f3f2f1; padding: 14px 40px }
.top { background: #00505c; color: #fff; padding: 18px 40px } .top a { color: #fff }
.menu { background: #003a43; padding: 8px 40px } .menu a { color: #fff; margin-right: 26px }
.crumbs { padding: 12px 40px; font-size: 14px } .wrap { display: flex; padding: 0 40px; gap: 40px }
main { flex: 1; max-width: 820px } .side { width: 270px; font-size: 15px }
.side ul { list-style: none; padding: 0 } .side li { border-bottom: 1px solid #ccc; padding: 6px 0 }
table { border-collapse: collapse; width: 100%; margin: 16px 0 28px; font-size: 15px }
td, th { border: 1px solid #aaa; padding: 7px; text-align: left; vertical-align: top }
th { background: #e6f0f1 } caption { text-align: left; font-weight: bold }
.related, .useful { border-top: 2px solid #00505c; margin-top: 30px }
footer { background: #1d1d1d; color: #ddd; padding: 26px 40px; margin-top: 40px }
footer a { color: #ddd; margin-right: 22px }
"""


def page(title: str, css: str, inner: str) -> str:
    """Wrap a body into a whole HTML document."""
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title>\n<style>{css}</style></head>\n<body>\n{inner}\n"
        "</body></html>\n"
    )


def designed(plan: Plan, target: Path) -> None:
    """Print the two-column designed plan."""
    front = (
        '<div class="front"><h1>Turning the Tide</h1><div class="strip"></div>'
        "<p style='font-size:18pt'>Community Justice in Lochandry and the Outer Skerries</p>"
        "<p style='font-size:14pt'>Community Justice Outcomes Improvement Plan<br>"
        "1 April 2023 to 31 March 2028</p><p style='margin-top:30mm'>An invented plan, made as an "
        "example for testing. The islands do not exist.</p></div>"
    )
    contents = [b.text for b in plan.blocks if b.kind == "h1"]
    toc = "".join(f"<li>{escape(text)}</li>" for text in contents)
    inner = (
        f'{front}<div class="full"><aside class="box"><h3>In this plan</h3><ul>{toc}</ul></aside>'
    )
    imprint = f"{plan.facts['title']}. Published by the Partnership, 2023. Large print on request."
    inner += f'<p>{escape(imprint)}</p></div><div class="break"></div>{body(plan)}'
    header = f"{RUNNING}<span>{escape(plan.outside[0])}</span><span>2023-2028</span></div>"
    footer = f"{RUNNING}<span>{escape(plan.outside[1])}</span>{PAGE_NUMBER}</span></div>"
    print_pdf(page(plan.facts["title"], DESIGNED_CSS, inner), target, header, footer)


def chapter(plan: Plan, target: Path) -> None:
    """Print the whole LOIP of which the plan is chapter 4."""
    rows = "".join(f"<tr><td>{escape(b.text)}</td></tr>" for b in plan.blocks if b.kind == "h1")
    front = (
        '<div class="front"><h1>Portnessan<br>Local Outcomes Improvement Plan<br>2024-2034</h1>'
        "<p>Portnessan Community Planning Partnership</p><p>An invented plan: an example for "
        "testing software</p></div>"
        f'<h2>Contents</h2><table class="toc"><tbody>{rows}</tbody></table>'
    )
    header = f"{RUNNING}<span>{escape(plan.outside[2])}</span></div>"
    footer = f"{RUNNING}<span>Invented example</span>{PAGE_NUMBER}</span></div>"
    html = page("Portnessan Local Outcomes Improvement Plan", LOIP_CSS, front + body(plan))
    print_pdf(html, target, header, footer)


def links(words: list[str]) -> str:
    """Render list items that are links."""
    return "".join(f'<li><a href="#">{escape(word)}</a></li>' for word in words)


def web(plan: Plan, target: Path) -> None:
    """Write the web page inside the council's site."""
    menu = ["Council tax", "Bins and recycling", "Schools", "Housing", "Planning", "Jobs"]
    tops = "".join(f'<a href="#">{word}</a>' for word in menu)
    side = links(
        [
            "Adult protection",
            "Alcohol and Drug Partnership",
            "Community payback: suggest a project",
            plan.outside[2 + 1],
            plan.outside[4],
            "Housing support and homelessness",
            plan.outside[6],
        ]
    )
    related = links(
        [
            plan.outside[1],
            plan.outside[2],
            "Criminal justice social work annual report 2016 to 2017",
            "Children's services plan 2017 to 2020: vision and governance",
        ]
    )
    inner = f"""<div class="cookies" role="dialog" aria-label="Cookies"><p>{plan.outside[0]}.</p>
<button>Accept additional cookies</button> <button>Reject</button></div>
<header class="top"><a href="#main">Skip to main content</a>
<p style="font-size:26px;margin:6px 0"><strong>Kilbrannoch Council</strong></p>
<form><label>Search the site <input type="search"></label></form></header>
<nav class="menu" aria-label="Main menu">{tops}</nav>
<nav class="crumbs" aria-label="Breadcrumb"><a href="#">Home</a> &gt; <a href="#">Social care and
health</a> &gt; <a href="#">Community justice</a> &gt; Outcomes improvement plan</nav>
<div class="wrap">
<aside class="side"><h2>In this section</h2><ul>{side}</ul></aside>
<main id="main"><h1>{escape(plan.facts["title"])}</h1>
<p><em>This is an invented plan, made as an example for testing. There is no such council.</em></p>
{body(plan)}
</main></div>
<div class="wrap"><section class="related"><h2>Related pages</h2><ul>{related}</ul></section></div>
<div class="wrap"><section class="useful"><h2>{plan.outside[5]}?</h2><button>Yes</button>
<button>No</button><p>Last reviewed 4 May 2018</p></section></div>
<footer><a href="#">Contact us</a><a href="#">Accessibility</a><a href="#">Privacy and cookies</a>
<a href="#">Freedom of information</a><p>{plan.outside[7]}. Council Offices, Mill Road, Tarbrax.
Telephone 01632 960400</p></footer>"""
    title = f"{plan.facts['title']} - Kilbrannoch Council"
    target.write_text(page(title, SITE_CSS, inner), encoding="utf-8")
