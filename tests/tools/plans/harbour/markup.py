"""Turn blocks into HTML, and print HTML to PDF with Chromium."""

from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from .model import Block, Plan, cells, spans


def anchor(text: str) -> str:
    """Make a fragment name of a heading."""
    return "".join(c if c.isalnum() else "-" for c in text.lower()).strip("-")[:40]


def plain_table(block: Block) -> str:
    """Render a table of figures or of actions of another chapter."""
    heads = cells(block.attrs["heads"])
    out = []
    if title := block.attrs.get("title"):
        out.append(f"<caption>{escape(title)}</caption>")
    out.append("<thead><tr>" + "".join(f"<th>{escape(h)}</th>" for h in heads) + "</tr></thead>")
    out.append("<tbody>")
    for index, row in enumerate(block.rows):
        if index in block.bands:
            band = escape(block.bands[index])
            out.append(f'<tr class="band"><td colspan="{len(heads)}">{band}</td></tr>')
        out.append("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>")
    return f'<table class="{block.kind}">' + "".join(out) + "</tbody></table>"


def action_table(plan: Plan, block: Block) -> str:
    """Render an action table with title row, bands and merged cells."""
    heads = cells(block.attrs["heads"])
    cols = cells(block.attrs["cols"], ",")
    heights = [spans(block.rows, i) for i in range(len(cols))]
    out = ["<thead>"]
    if over := block.attrs.get("over"):
        out.append(f'<tr class="over"><th colspan="{len(cols)}">{escape(over)}</th></tr>')
    out.append("<tr>")
    out += [f'<th class="c-{c}">{escape(h)}</th>' for c, h in zip(cols, heads, strict=True)]
    out.append("</tr></thead><tbody>")
    for index, row in enumerate(block.rows):
        if index in block.bands:
            band = escape(block.bands[index])
            out.append(f'<tr class="band"><td colspan="{len(cols)}">{band}</td></tr>')
        out.append("<tr>")
        for i, col in enumerate(cols):
            if not heights[i][index]:
                continue
            text = plan.texts[row[i]] if col == "out" else row[i]
            span = f' rowspan="{heights[i][index]}"' if heights[i][index] > 1 else ""
            out.append(f'<td class="c-{col}"{span}>{escape(text)}</td>')
        out.append("</tr>")
    return '<table class="actions">' + "".join(out) + "</tbody></table>"


def body(plan: Plan) -> str:
    """Render the whole body of a plan."""
    out: list[str] = []
    open_div = False
    for block in plan.blocks:
        kind = block.kind
        if kind in ("cols", "full", "other", "chapter"):
            out.append("</div>" if open_div else "")
            out.append(f'<div class="{kind}">')
            open_div = True
        elif kind in ("h1", "h2", "h3"):
            text = escape(block.text)
            out.append(f'<{kind} id="{anchor(block.text)}">{text}</{kind}>')
        elif kind == "p":
            out.append(f"<p>{escape(block.text)}</p>")
        elif kind in ("ul", "ol"):
            items = "".join(f"<li>{escape(row[0])}</li>" for row in block.rows)
            out.append(f"<{kind}>{items}</{kind}>")
        elif kind == "box":
            lines = "".join(f"<p>{escape(row[0])}</p>" for row in block.rows)
            head = f"<h3>{escape(block.text)}</h3>"
            out.append(f'<aside class="box">{head}{lines}</aside>')
        elif kind == "pagebreak":
            out.append('<div class="break"></div>')
        elif kind == "actions":
            out.append(action_table(plan, block))
        elif kind in ("table", "otheractions"):
            out.append(plain_table(block))
    return "\n".join(out) + ("</div>" if open_div else "")


def print_pdf(html: str, target: Path, header: str, footer: str) -> None:
    """Print a page to an A4 PDF with a running header and footer."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(html)
        page.pdf(
            path=str(target),
            format="A4",
            print_background=True,
            display_header_footer=True,
            header_template=header,
            footer_template=footer,
            margin={"top": "24mm", "bottom": "22mm", "left": "16mm", "right": "16mm"},
        )
        browser.close()
