"""Print HTML to PDF with Chromium, with a running header and footer."""

from __future__ import annotations

from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

STRIP = (
    "font:7.5pt DejaVu Sans;width:100%;padding:0 20mm;color:#5a6b73;display:flex;"
    "justify-content:space-between"
)


def table(rows: list[list[str]]) -> str:
    """A plain HTML table; the first row is its header."""
    head = "".join(f"<th>{escape(c)}</th>" for c in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in r) + "</tr>" for r in rows[1:])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def print_pdf(title: str, style: str, body: str, strips: tuple[str, str], path: Path) -> None:
    """Write the PDF; `strips` are the words at the head and the foot of each page."""
    page = (
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"
        f"<title>{escape(title)}</title><style>{style}</style></head><body>{body}</body></html>"
    )
    head, foot = (f"<span>{escape(words)}</span>" for words in strips)
    foot += "<span class='pageNumber'></span>"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            tab = browser.new_page()
            tab.set_content(page)
            tab.pdf(
                path=str(path),
                prefer_css_page_size=True,
                print_background=True,
                display_header_footer=True,
                header_template=f"<div style='{STRIP}'>{head}</div>",
                footer_template=f"<div style='{STRIP}'>{foot}</div>",
            )
        finally:
            browser.close()
