# ruff: noqa: E501 - rules of style and markup read best whole
"""One table in many dresses: how a browser prints it, and how much of it the reader gets back.

Run ``python -m tests.ingest.plans.pdf.table_styles`` for the share of cells in each style; names
after it choose styles, and ``--keep FOLDER`` keeps the files. Needs a browser and its driver.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ingest.plans.pdf import read_pdf

HEADS: Final = (
    "What we will do",
    "Who leads",
    "By when",
    "How we will know",
    "Where we are",
    "Cost",
    "Risk",
    "Need met",
    "Group",
    "Area",
    "Source",
    "Note",
)
TITLE: Final = "Priority 2: Fewer people come back to court within a year"
BAND: Final = "Part B: Help on the way out of prison"
MERGED: Final = "Justice Social Work and partners"
_DAYS: Final = ("31/03/2026", "June 2025", "Q4 2025/26", "ongoing", "2027", "end of May 2026")
_WORK: Final = (
    "Open a drop-in hub in the town centre where anybody on an order can be seen the same day",
    "Train forty unpaid work supervisors",
    "Hold a release meeting six weeks before each person goes home, with housing and health there",
    "Print a guide",
    "Offer every person under 21 a mentor for at least the first twelve weeks of their order",
    "Set up a data sharing agreement between the prison, the health board and the Council",
    "Fund two bail officers",
    "Ask people who finished an order what helped, twice a year, and publish what they said",
    "Run a peer group on Tuesday evenings",
    "Pay travel to first appointments for those who live more than five miles from the office",
)
_WHO: Final = ("Police Scotland", "Inverlair Council", "NHS Skerry", "Third sector forum")
_KNOWN: Final = (
    "Hub opens and is used by 200 people in its first year",
    "Forty trained",
    "Nine in ten have a plan on the day they leave",
    "",
    "Mentors matched within a week",
    "Agreement signed by all three bodies",
    "Officers in post and seen in court",
)
_MORE: Final = ("Begun", "Low", "On course for now", "None", "High", "Not yet")


@dataclass(frozen=True)
class Style:
    """One way to set the table.

    Args:
        css: Rules of style.
        columns: Number of columns.
        page: Size of the paper.
        repeat: Whether the header stands again on each page.
        marks: Things to add: "icons", "panel", "sidebar", "second", "title", "band", "two-line".
        hidden: Whether nothing shows how far the merged cell goes.
        pad: Lines of running text before the table, which push it over the page's end.
        cells: Markup for a single cell, with ``{}`` for its words.
    """

    css: str = ""
    columns: int = 4
    page: str = "A4"
    repeat: bool = True
    marks: frozenset[str] = frozenset({"title", "band"})
    hidden: bool = False
    pad: int = 14
    cells: str = "{}"


BORDERS: Final = "td,th{border:0.7pt solid #333}"
LEVEL: Final = "td,th{border-bottom:0.6pt solid #888}"
HEAD_FILL: Final = "thead th{background:#2a5d6e;color:#fff}"


def _style(css: str = "", *marks: str, without: str = "", **how: object) -> Style:
    kept = ({"title", "band"} | set(marks)) - set(without.split())
    return Style(css=css, marks=frozenset(kept), **how)  # type: ignore[arg-type]


#: Every style by name.
STYLES: Final[Mapping[str, Style]] = {
    "all borders": _style(BORDERS),
    "all borders, no repeat": _style(BORDERS, repeat=False),
    "level borders": _style(LEVEL, hidden=True),
    "level borders, no repeat": _style(LEVEL, hidden=True, repeat=False),
    "outer border": _style("table{border:1pt solid #000}", hidden=True),
    "nothing drawn": _style("", hidden=True),
    "nothing drawn, no repeat": _style("", hidden=True, repeat=False),
    "nothing drawn, plain head": _style("thead th{font-weight:400}", hidden=True),
    "header filled": _style(HEAD_FILL, hidden=True),
    "header filled, no repeat": _style(HEAD_FILL, hidden=True, repeat=False),
    "header filled, hairlines": _style(HEAD_FILL + "td{border-bottom:0.25pt solid #bbb}", hidden=True),
    "header cells apart": _style(
        "table{border-collapse:separate;border-spacing:3pt 0}" + HEAD_FILL, hidden=True
    ),
    "header underlined": _style("thead th{border-bottom:1.5pt solid #000}", hidden=True),
    "zebra": _style(HEAD_FILL + "tbody tr:nth-child(even) td{background:#eee}", hidden=True),
    "zebra, no header fill": _style("tbody tr:nth-child(odd) td{background:#e6f0f0}", hidden=True),
    "zebra, no repeat": _style(
        HEAD_FILL + "tbody tr:nth-child(even) td{background:#eef}", hidden=True, repeat=False
    ),
    "dotted": _style("td,th{border:0.8pt dotted #555}"),
    "dashed": _style("td,th{border:0.8pt dashed #555}"),
    "dotted level": _style("td,th{border-bottom:0.8pt dotted #555}", hidden=True),
    "rounded cells": _style(
        "table{border-collapse:separate;border-spacing:3pt}td,th{border:0.7pt solid #777;"
        "border-radius:5pt}"
    ),
    "cell fills": _style(
        "table{border-collapse:separate;border-spacing:2pt}td{background:#eef3f3}th{background:#cde}"
    ),
    "row cards": _style(
        "table{border-collapse:separate;border-spacing:0 5pt}tbody tr{background:#f0f0e8}", hidden=True
    ),
    "vertical rules": _style("td,th{border-left:0.6pt solid #666;border-right:0.6pt solid #666}", hidden=True),
    "vertical rules, no repeat": _style(
        "td,th{border-left:0.6pt solid #666;border-right:0.6pt solid #666}", hidden=True, repeat=False
    ),
    "wide padding": _style(HEAD_FILL + "td{padding:10pt 12pt}", hidden=True),
    "tight padding": _style(HEAD_FILL + LEVEL + "td,th{padding:1pt 4pt}", hidden=True),
    "tight, nothing drawn": _style("td,th{padding:2.5pt 5pt}", hidden=True),
    "small type": _style(HEAD_FILL + LEVEL + "table{font-size:6.5pt}", hidden=True),
    "large type": _style(HEAD_FILL + "table{font-size:12pt}", hidden=True),
    "open lines": _style(HEAD_FILL + "td{line-height:1.9;padding:9pt 6pt}", hidden=True),
    "justified": _style(LEVEL + "td{text-align:justify}", hidden=True),
    "centred": _style(LEVEL + "td,th{text-align:center}", hidden=True),
    "centred, header filled": _style(HEAD_FILL + "td,th{text-align:center}", hidden=True),
    "middle": _style(LEVEL + "td{vertical-align:middle}", hidden=True),
    "middle, borders": _style(BORDERS + "td{vertical-align:middle}"),
    "middle, header filled": _style(HEAD_FILL + "td{vertical-align:middle}", hidden=True),
    "bottom, level": _style(LEVEL + "td{vertical-align:bottom}", hidden=True),
    "small caps": _style(HEAD_FILL + "th{font-variant:small-caps}", hidden=True),
    "capitals": _style(LEVEL + "th{text-transform:uppercase;letter-spacing:1pt}", hidden=True),
    "two-line header": _style(HEAD_FILL, "two-line", hidden=True),
    "icons": _style(HEAD_FILL + LEVEL, "icons", hidden=True),
    "narrow, hyphens": _style(
        LEVEL + "table{hyphens:auto}", hidden=True, columns=7, without="band"
    ),
    "panel": _style(LEVEL + ".panel{background:#eef4ee;padding:14pt}", "panel", hidden=True),
    "panel, nothing else": _style(".panel{background:#f4eeee;padding:14pt}", "panel", hidden=True),
    "side bar": _style(HEAD_FILL, "sidebar", hidden=True),
    "side bar, level": _style(LEVEL, "sidebar", hidden=True),
    "second table": _style(HEAD_FILL + LEVEL, "second", hidden=True),
    "second table, header filled": _style(HEAD_FILL, "second", hidden=True),
    "three columns": _style(HEAD_FILL, hidden=True, columns=3),
    "six columns": _style(HEAD_FILL + LEVEL, hidden=True, columns=6, page="A4 landscape"),
    "nine columns": _style(HEAD_FILL, hidden=True, columns=9, page="A3 landscape"),
    "twelve columns": _style(HEAD_FILL + LEVEL, hidden=True, columns=12, page="A3 landscape"),
    "no title, no band": _style(HEAD_FILL, hidden=True, without="title band"),
    "first column bold": _style("td:first-child{font-weight:700}" + HEAD_FILL, hidden=True),
    "broken rows": _style(BORDERS + "tr{break-inside:auto}"),
    "status fills": _style(
        HEAD_FILL + "td:nth-child(3){background:#cfe8cf}", hidden=True
    ),
    "status fills, some": _style(
        HEAD_FILL + LEVEL + "tr:nth-child(3n) td:nth-child(3){background:#f5d0c0}", hidden=True
    ),
    "bullets in cells": _style(HEAD_FILL, hidden=True, cells="<ul style='margin:0;padding-left:10pt'><li>{}</li></ul>"),
    "paragraphs in cells": _style(HEAD_FILL + LEVEL + "p{margin:0 0 4pt}", hidden=True, cells="<p>{}</p>"),
    "rows may break, level": _style(LEVEL + "tr{break-inside:auto}", hidden=True, pad=15),
    "rows may break, header filled": _style(HEAD_FILL + "tr{break-inside:auto}", hidden=True, pad=15),
    "one page": _style(HEAD_FILL, hidden=True, pad=2),
    "one page, nothing drawn": _style("", hidden=True, pad=2),
    "three pages": _style(HEAD_FILL + "td{padding:16pt 6pt}", hidden=True, pad=17),
    "three pages, no repeat": _style(HEAD_FILL + LEVEL + "td{padding:18pt 6pt}", hidden=True, pad=17, repeat=False),
    "background picture": _style(
        "table{background:url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='60' height='20'%3E"
        "%3Crect width='60' height='20' fill='none' stroke='%23999'/%3E%3C/svg%3E\")}", hidden=True
    ),
    "shadow": _style("table{box-shadow:0 0 4pt #888}" + HEAD_FILL, hidden=True),
    "right column right": _style(LEVEL + "td:nth-child(3),th:nth-child(3){text-align:right}", hidden=True),
    "serif, level": _style(LEVEL + "table{font-family:'DejaVu Serif'}", hidden=True),
    "dark rows": _style(HEAD_FILL + "td{background:#334;color:#fff}", hidden=True),
    "header above and below": _style("thead th{border-top:1pt solid;border-bottom:1pt solid}tbody tr:last-child td{border-bottom:1pt solid}", hidden=True),
    "no wrap dates": _style(HEAD_FILL + "td:nth-child(3){white-space:nowrap}", hidden=True, columns=5),
    "panel, header filled": _style(HEAD_FILL + ".panel{border:1pt solid #999;border-radius:8pt;padding:12pt}", "panel", hidden=True),
    "plain head, level": _style(LEVEL + "thead th{font-weight:400}", hidden=True),
    "no title, level": _style(LEVEL, hidden=True, without="title band"),
    "no title, plain": _style("", hidden=True, without="title band"),
    "no title, hairlines": _style("td{border-bottom:0.25pt solid #bbb}", hidden=True, without="title"),
    "grid of divs": _style(
        "table,thead,tbody,tr,td,th{display:block}tr{display:grid;grid-template-columns:3fr 2fr 1.3fr 2fr;"
        "border-bottom:.5pt solid #999}", "loose", hidden=True, without="title band"
    ),
}  # fmt: skip


def rows_of(style: Style) -> list[list[str]]:
    """Return the rows of the body, merged cells repeated; a band is a row of one."""
    made: list[list[str]] = []
    for number, work in enumerate(_WORK):
        if number == 6 and "band" in style.marks:
            made.append([BAND])
        row = [work, _WHO[number % 4], _DAYS[number % 6], _KNOWN[number % 7]]
        row += [_MORE[(number + k) % 6] for k in range(len(HEADS) - 4)]
        if 2 <= number <= 4:
            row[1] = MERGED
        made.append(row[: style.columns])
    return made


def _html(style: Style) -> str:
    wide = style.columns
    two = "two-line" in style.marks
    heads = "".join(
        f"<th>{name.replace(' ', '<br>', 1) if two else name}</th>" for name in HEADS[:wide]
    )
    title = (
        f"<tr><th class=title colspan={wide}>{TITLE}</th></tr>" if "title" in style.marks else ""
    )
    icon = (
        '<img width=14 height=14 src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22'
        ' viewBox=%220 0 9 9%22%3E%3Ccircle cx=%224%22 cy=%224%22 r=%224%22/%3E%3C/svg%3E"> '
        if "icons" in style.marks
        else ""
    )
    body = []
    rows = rows_of(style)
    merged = 0
    for row in rows:
        if len(row) == 1:
            body.append(f"<tr><th class=band colspan={wide}>{row[0]}</th></tr>")
            continue
        cells = []
        for place, text in enumerate(row):
            span = ""
            if text == MERGED:
                merged += 1
                if "loose" not in style.marks:
                    span = " rowspan=3"
                    if merged > 1:
                        continue
            cells.append(
                f"<td{span}>{icon if place == 0 else ''}{style.cells.format(text) if text else ''}</td>"
            )
        body.append(f"<tr>{''.join(cells)}</tr>")
    head = f"{title}<tr>{heads}</tr>"
    head = f"<thead>{head}</thead>" if style.repeat else f"<tbody class=h>{head}</tbody>"
    css = style.css if style.repeat else style.css.replace("thead", "tbody.h")
    intro = "".join(
        f"<p>This is line {n} of the words before the table, long enough to run over the whole of "
        "the page and on to a second line, as the words of a plan do.</p>"
        for n in range(style.pad)
    )
    table = f"<table>{head}<tbody>{''.join(body)}</tbody></table>"
    if "panel" in style.marks:
        table = f"<div class=panel>{table}</div>"
    if "sidebar" in style.marks:
        side = "<p>What people said: it helped that somebody rang me every week.</p>" * 4
        table = f"<div class=two><div class=side>{side}</div><div class=main>{table}</div></div>"
    after = "<p>After the table comes one more paragraph of running text that has nothing to do with its columns at all.</p>"
    if "second" in style.marks:
        more = "".join(f"<tr><td>Need {n}</td><td>{n * 7}%</td></tr>" for n in range(1, 6))
        after += f"<table><thead><tr><th>What people need</th><th>Share</th></tr></thead><tbody>{more}</tbody></table>"
    return (
        f"<!doctype html><html lang=en-GB><style>@page{{size:{style.page};margin:18mm}}"
        "body{font:9.5pt/1.35 'DejaVu Sans',sans-serif;color:#222}table{border-collapse:collapse;width:100%;"
        "font-size:8.5pt;margin:8pt 0}td,th{padding:4pt 6pt;text-align:left;vertical-align:top}"
        "tr{break-inside:avoid}.two{display:grid;grid-template-columns:1fr 3.4fr;gap:14pt}"
        f".side{{background:#f3e9dc;padding:8pt}}{css}</style>{intro}{table}{after}</html>"
    )


def printed(names: Iterable[str]) -> dict[str, bytes]:
    """Print styles through a browser."""
    from playwright.sync_api import sync_playwright

    made = {}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        for name in names:
            page.set_content(_html(STYLES[name]))
            made[name] = page.pdf(prefer_css_page_size=True, print_background=True)
        browser.close()
    return made


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


def share_read(data: bytes, style: Style) -> tuple[float, list[str]]:
    """Return the share of cells that stand in the right row and column, and what is amiss."""
    document = read_pdf(data, "plan.pdf")
    tables = [
        [[_plain(cell.text) for cell in row] for row in block.rows]
        for block in document.blocks
        if block.kind == "table"
    ]
    return cells_right(tables, style)


def cells_right(tables: Sequence[Sequence[Sequence[str]]], style: Style) -> tuple[float, list[str]]:
    """Compare read tables with the one that was printed."""
    right = every = 0
    amiss = []
    read = [row for table in tables for row in table]
    wanted = [list(HEADS[: style.columns]), *rows_of(style)]
    for row in wanted:
        every += len(row)
        if len(row) == 1:
            hit = any(_plain(row[0]) == "".join(sorted(set(r), key=r.index)) for r in read)
            right += hit
            if not hit:
                amiss.append(f"band {row[0]}")
            continue
        best: tuple[int, Sequence[str]] = (0, ())
        for found in read:
            if len(found) != len(row):
                continue
            good = sum(
                _plain(a) == b or (style.hidden and a == MERGED and b == "")
                for a, b in zip(row, found, strict=True)
            )
            best = max(best, (good, found), key=lambda one: one[0])
        right += best[0]
        if best[0] < len(row):
            amiss.append(f"{row} read as {list(best[1])}")
    return right / every, amiss


def main(arguments: Sequence[str]) -> None:
    """Print the share for each style."""
    keep = None
    names = list(arguments)
    if "--keep" in names:
        at = names.index("--keep")
        keep = Path(names[at + 1])
        del names[at : at + 2]
    loud = "-v" in names
    names = [name for name in names if name != "-v"] or list(STYLES)
    files = {}
    for name in names:
        kept = keep / f"{name.replace(' ', '-').replace(',', '')}.pdf" if keep else None
        if kept and kept.exists():
            files[name] = kept.read_bytes()
    files |= printed([name for name in names if name not in files])
    shares = []
    for name in names:
        if keep:
            (keep / f"{name.replace(' ', '-').replace(',', '')}.pdf").write_bytes(files[name])
        share, amiss = share_read(files[name], STYLES[name])
        shares.append(share)
        print(f"{share:6.1%}  {name}")
        for line in amiss if loud else ():
            print("       ", line[:400])
    print(
        f"{sum(shares) / len(shares):6.1%}  mean of {len(shares)}; {sum(s >= 0.95 for s in shares)} at 95 % or more"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
