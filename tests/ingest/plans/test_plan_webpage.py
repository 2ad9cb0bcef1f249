# ruff: noqa: E501, RUF001 - pages are given as they are saved, with long lines and dashes
"""Web pages: the plan's own words, and none of the site's."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from cjgraph.errors import PlanNotReadable
from ingest.plans import read_plan
from ingest.plans.blocks import Block
from ingest.plans.document import Document, RefusedFile
from ingest.plans.webpage import read_webpage

SITE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Fife Community Justice Plan 2024 to 2027 | Fife Council</title>
<style>.print-head {{ display: none }} @media print {{ .print-head {{ display: block }} main {{ display: block }} }}</style>
<script>document.write("words of a script")</script></head><body class="has-sidebar cookie-open">
<a class="skip-link" href="#main">Skip to main content</a>
<div class="cookie-banner" role="region"><p>We use cookies to make this site work better.</p></div>
<header><p>Fife Council</p><form role="search"><label>Search this site <input></label></form></header>
<nav><ul><li><a href="/bins">Bins and recycling</a></li><li><a href="/tax">Council tax</a></li></ul></nav>
<div class="print-head">Printed from the website</div>
<div class="with-sidebar"><main id="main">{main}</main>
<aside><h2>In this section</h2><ul><li><a href="/a">Licensing Board</a></li></ul></aside></div>
<footer><p>Fife Council, Glenrothes. <a href="/privacy">Privacy</a></p></footer></body></html>"""


def page(main: str) -> Document:
    return read_webpage(SITE.format(main=main).encode(), "plan.html")


def said(document: Document) -> list[str]:
    return [f"{b.kind}: {b.text}" for b in document.blocks if b.kind != "table"]


def table_of(document: Document) -> Block:
    [table] = [block for block in document.blocks if block.kind == "table"]
    return table


def words_of(element: Any) -> str:
    """The words of an element as a browser sets them, white space made single."""
    inline = {"a", "abbr", "b", "em", "i", "small", "span", "strong", "sup", "u"}
    parts: list[str] = []

    def walk(node: Any) -> None:
        if not isinstance(node.tag, str):
            return
        apart = "" if node.tag in inline else " "
        parts.append(apart + (node.text or ""))
        for child in node:
            walk(child)
            parts.append(child.tail or "")
        parts.append(apart)

    walk(element)
    return " ".join("".join(parts).split())


def test_only_the_main_part_is_read() -> None:
    document = page("<h1>Fife Community Justice Plan 2024 to 2027</h1><p>Words of the plan.</p>")
    assert said(document) == [
        "heading: Fife Community Justice Plan 2024 to 2027",
        "paragraph: Words of the plan.",
    ]
    assert document.title == "Fife Community Justice Plan 2024 to 2027"
    assert [b.level for b in document.blocks] == [0, 0]


def test_places_are_xpaths_into_the_page_as_saved() -> None:
    document = page("<h1>Plan</h1><div><p>One.</p><p>Two <b>bold</b>.</p></div><o:p>Odd.</o:p>")
    tree = html.document_fromstring(
        SITE.format(
            main="<h1>Plan</h1><div><p>One.</p><p>Two <b>bold</b>.</p></div><o:p>Odd.</o:p>"
        )
    )
    assert document.blocks[2].locator.path == "/html/body/div[3]/main/div/p[2]"
    for block in document.blocks:
        [element] = tree.xpath(block.locator.path)
        assert block.text in words_of(element)


def test_headings_lists_and_nested_lists() -> None:
    document = page(
        "<h1>Plan</h1><h2>What we will do</h2><ul><li>Open a hub<ul><li>in town</li><li>in the glen</li></ul></li>"
        "<li><p>Train staff</p></li></ul><ol><li>First<ol><li>and a half</li></ol> of all</li></ol>"
    )
    assert said(document)[1:] == [
        "heading: What we will do",
        "list: Open a hub",
        "list: in town",
        "list: in the glen",
        "list: Train staff",
        "list: First",
        "list: and a half",
        "paragraph: of all",
    ]


def test_a_bold_item_with_items_of_its_own_heads_them() -> None:
    document = page(
        "<h1>Plan</h1><h3>Outcome 1: Help comes early</h3><ul><li><strong>Objective 1.1 Offer diversion</strong>"
        "<ul><li>Train two workers</li></ul></li></ul>"
    )
    assert document.blocks[-1].path[-1] == "Objective 1.1 Offer diversion"


def test_words_of_one_item_in_lines_stay_together() -> None:
    document = page(
        "<h1>Plan</h1><ul><li>Open a hub<br>Lead: Police Scotland<br>By when: June 2025</li>"
        "<li><p>Train staff</p><p>Lead: NHS Fife</p></li></ul>"
    )
    assert [b.text for b in document.blocks[1:]] == [
        "Open a hub\nLead: Police Scotland\nBy when: June 2025",
        "Train staff\nLead: NHS Fife",
    ]


def test_lines_of_a_paragraph() -> None:
    document = page(
        "<h1>Plan</h1><p>Fife Community Justice Partnership<br>Outcomes Improvement Plan</p>"
        "<p>We will work with<br>our partners.</p><p>• one thing<br>• another thing</p>"
    )
    assert said(document)[1:] == [
        "paragraph: Fife Community Justice Partnership",
        "paragraph: Outcomes Improvement Plan",
        "paragraph: We will work with our partners.",
        "list: one thing",
        "list: another thing",
    ]


def test_inline_tags_glue_no_words_and_part_none() -> None:
    document = page(
        "<h1>Plan</h1><p>im<em>prove</em> <abbr title='Health and Social Care Partnership'>HSCP</abbr>, "
        "co&shy;operate&nbsp;now<sup><a href='#n1'>1</a></sup> too<span style='display:block'>Below</span> 10 km<sup>2</sup> "
        "on the 1<sup>st</sup><del> gone</del></p>"
    )
    assert [b.text for b in document.blocks[1:]] == [
        "improve HSCP, cooperate now too",
        "Below",
        "10 km2 on the 1st",
    ]


def test_tables_with_spans_captions_and_lists_in_cells() -> None:
    document = page(
        "<h1>Plan</h1><table><caption>Delivery table</caption><thead><tr><th>Action</th><th>Lead</th><th>By when</th></tr></thead>"
        "<tbody><tr><td>One</td><td rowspan='2'>SPS<br>NHS Fife</td><td><ul><li>May</li><li>June</li></ul></td></tr>"
        "<tr><td>Two</td><td>July</td></tr><tr><th colspan='3'>Outcome 2</th></tr></tbody></table>"
    )
    assert "paragraph: Delivery table" in said(document)
    table = table_of(document)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Action", "Lead", "By when"],
        ["One", "SPS\nNHS Fife", "May\nJune"],
        ["Two", "SPS\nNHS Fife", "July"],
        ["Outcome 2"] * 3,
    ]
    assert table.rows[2][1].origin == (1, 1)
    assert table.cell_place(2, 1).path == "/html/body/div[3]/main/table/tbody/tr[1]/td[2]"
    assert {cell.origin for cell in table.rows[3]} == {(3, 0)}


def test_spans_beyond_measure_do_no_harm() -> None:
    document = page(
        "<h1>Plan</h1><table><tr><th colspan='99999' rowspan='99999'>A</th><th>B</th></tr><tr><td>x</td></tr>"
        "<tr><td rowspan='0'>y</td></tr></table>"
    )
    assert sum(len(row) for row in table_of(document).rows) < 400


def test_a_table_that_sets_out_the_page_is_walked() -> None:
    document = page(
        "<table><tr><td><h1>Plan</h1><p>Words.</p></td><td><p>More words.</p></td></tr></table>"
    )
    assert said(document) == ["heading: Plan", "paragraph: Words.", "paragraph: More words."]


def test_terms_with_their_words() -> None:
    long = "A service that meets people at the gate. " * 10
    document = page(
        f"<h1>Plan</h1><dl><dt>Area:</dt><dd>Northmuir</dd><dt>Hub</dt><dd>{long}</dd></dl>"
    )
    assert said(document)[1:] == [
        "list: Area: Northmuir",
        "heading: Hub",
        f"paragraph: {long.strip()}",
    ]


def test_folds_are_opened() -> None:
    document = page(
        "<h1>Plan</h1><details><summary>Priority 1: Homes</summary><p>In a fold.</p></details>"
        "<h2><button aria-expanded='false' aria-controls='p1'>Our vision</button></h2>"
        "<div id='p1' hidden><p>Behind a button.</p></div><button>Open all</button>"
        "<a role='tab' href='#t2'>Governance</a><div id='t2' style='display: none'><p>Behind a tab.</p></div>"
    )
    read = said(document)
    assert "heading: Priority 1: Homes" in read
    assert "paragraph: In a fold." in read
    assert "heading: Our vision" in read
    assert "paragraph: Behind a button." in read
    assert "paragraph: Behind a tab." in read
    assert not any("Open all" in line for line in read)


@pytest.mark.parametrize(
    "furniture",
    [
        "<div class='breadcrumbs'><a href='/'>Home</a> Furniture here</div>",
        "<p><a href='/'>Home</a> &gt; <a href='/f'>Furniture</a> &gt; Plan</p>",
        "<div hidden>Furniture here</div>",
        "<p style='display:none'>Furniture here</p>",
        "<p aria-hidden='true'>Furniture here</p>",
        "<span class='visually-hidden'>Furniture here</span>",
        "<p class='print-head'>Furniture here</p>",
        "<!-- Furniture here -->",
        "<noscript>Furniture here</noscript>",
        "<template><p>Furniture here</p></template>",
        "<form><p>Furniture here</p><input></form>",
        "<div class='share-links'><p>Furniture here</p></div>",
        "<aside><p>Furniture here</p></aside>",
        "<section class='related'><h2>Furniture</h2><ul><li><a href='/x'>Furniture of the site</a></li></ul></section>",
        "<h2>Related pages</h2><ul><li><a href='/x'>Furniture of the site</a></li></ul>",
        "<div><h3>You may also be interested in</h3><p><a href='/x'>Furniture of the site</a></p></div>",
        "<p>Was this page helpful? <a href='#'>Furniture</a> <a href='#'>No</a></p>",
        "<p><a href='#top'>Back to top of furniture</a></p>",
        "<div class='siteFooter'><p>Furniture here</p></div>",
        "<div role='dialog'><p>Furniture here</p></div>",
        "<ul class='pagination'><li><a href='/2'>Next: Furniture</a></li></ul>",
        "<iframe>Furniture</iframe>",
        "<svg><text>Furniture</text></svg>",
    ],
)
def test_what_stands_around_the_words_is_left_out(furniture: str) -> None:
    document = page(f"<h1>Plan</h1><p>First words.</p>{furniture}<p>Last words.</p>")
    assert "urniture" not in str([b.text for b in document.blocks])
    assert said(document)[-1] == "paragraph: Last words."


@pytest.mark.parametrize(
    "own",
    [
        "<h2>Related documents</h2><ul><li>Participation statement of ours</li></ul>",
        "<h2>Our partners</h2><ul><li><a href='/p'>Police Scotland is ours</a></li><li><a href='/n'>NHS Fife</a></li></ul>",
        "<section><header><h2>Homes that are ours</h2></header><p>Words</p></section>",
        "<div class='sidebar-layout'><main><h1>Plan</h1><p>It is ours</p></main></div>",
        "<blockquote><p>A word of ours</p><footer>A member</footer></blockquote>",
        "<div class='alert alert-info'><p>A note of ours</p></div>",
        "<figure><img src='x.png' alt=''><figcaption>A figure of ours</figcaption></figure>",
        "<p>We will share information about people in custody, which is ours to do.</p>",
        "<p><a href='/x'>A link that is ours</a> and words behind it.</p>",
        "<table><tr><th><span class='sr-only'>Column of ours</span></th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
        "<pre>Lines of ours\n  are kept</pre>",
        "Loose words of ours <p>between</p> paragraphs.",
    ],
)
def test_words_of_the_plan_are_kept(own: str) -> None:
    document = page(f"<h1>Plan</h1><p>First words.</p>{own}")
    cells = [cell.text for block in document.blocks for row in block.rows for cell in row]
    assert "ours" in str([*(b.text for b in document.blocks), *cells])


def test_a_list_of_the_sections_of_the_page_is_marked_as_contents() -> None:
    linked = "".join(f"<li><a href='#s{n}'>Section {n}</a></li>" for n in range(4))
    named = "".join(f"<li>Section {n}</li>" for n in range(4))
    heads = "".join(f"<h2 id='s{n}'>Section {n}</h2><p>Words {n}.</p>" for n in range(4))
    for items in (linked, named):
        document = page(f"<h1>Plan</h1><p>On this page:</p><ul>{items}</ul>{heads}")
        assert [b.contents for b in document.blocks[1:6]] == [True] * 5
        assert not any(b.contents for b in document.blocks[6:])


def test_a_page_without_a_marked_main_part_is_judged_by_its_words() -> None:
    menu = "".join(f"<li><a href='/{n}'>Menu entry number {n}</a></li>" for n in range(25))
    words = "".join(
        f"<h2>Part {n}</h2><p>This part of the plan says what the partners of Fife will do about homes, "
        f"health and work in the year {2020 + n}, and who among them answers for it.</p><ul><li>Do {n}</li></ul>"
        for n in range(8)
    )
    whole = (
        f"<html><head><title>Plan</title></head><body><div><div><ul>{menu}</ul></div><div><h1>Plan of Fife</h1>{words}"
        "<table><tr><td>Act</td><td>By</td></tr><tr><td>Hub</td><td>May</td></tr></table></div>"
        "<div><p>Fife Council, Glenrothes</p></div></div></body></html>"
    )
    document = read_webpage(whole.encode(), "plan.html")
    read = said(document)
    assert read[0] == "heading: Plan of Fife"
    assert sum(line.startswith("list: Do") for line in read) == 8
    assert table_of(document).rows[1][0].text == "Hub"
    assert not any("Menu entry" in line for line in read)


def test_a_page_that_is_one_great_form_is_read() -> None:
    words = "".join(
        f"<p>Paragraph {n} of the plan with some more words in it.</p>" for n in range(60)
    )
    whole = f"<body><form id='aspnetForm'><input type='hidden'><div id='content'><h1>Plan</h1>{words}</div></form></body>"
    assert len(read_webpage(whole.encode(), "plan.html").blocks) == 61


@pytest.mark.parametrize(
    "whole",
    [
        "<!doctype html><title>Plan</title><main><h1>Plan</h1><p>Its words.</p></main>",
        "<!doctype html><title>Plan</title><section><h1>Plan</h1><p>Its words.</p></section>",
        "<h1>Plan</h1><p>Its words.</p>",
    ],
)
def test_a_page_that_leaves_out_its_body_tag_is_read(whole: str) -> None:
    assert said(read_webpage(whole.encode(), "plan.html")) == [
        "heading: Plan",
        "paragraph: Its words.",
    ]


@pytest.mark.parametrize(
    ("data", "guessed"),
    [
        ("<meta charset=utf-8><p>Dùn Èideann – £5".encode(), False),
        ("<meta charset=iso-8859-1><p>Dùn Èideann – £5".encode("cp1252"), False),
        (b"\xef\xbb\xbf" + "<p>Dùn Èideann – £5".encode(), False),
        (b"\xff\xfe" + "<p>Dùn Èideann – £5".encode("utf-16-le"), False),
        (
            "<?xml version='1.0' encoding='utf-8'?><html><body><p>Dùn Èideann – £5</p></body></html>".encode(),
            False,
        ),
        ("<meta charset=utf-16><p>Dùn Èideann – £5".encode(), False),
        ("<meta charset=nonsense><p>Dùn Èideann – £5".encode(), False),
        ("<p>Dùn Èideann – £5".encode("cp1252"), True),
        ("<meta charset=utf-8><p>Dùn Èideann – £5".encode("cp1252"), True),
    ],
)
def test_letters_are_read_however_they_were_written(data: bytes, guessed: bool) -> None:
    document = read_webpage(data, "plan.html")
    assert document.blocks[0].text == "Dùn Èideann – £5"
    assert any(w.code == "encoding_guessed" for w in document.warnings) is guessed


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n",
        b"<html></html>",
        b"<html><body><script>x()</script></body></html>",
        b"<!-- only -->",
    ],
)
def test_a_page_without_words_is_empty(data: bytes) -> None:
    assert read_webpage(data, "plan.html").blocks == []


def test_a_web_archive_is_not_read_and_says_what_to_do() -> None:
    data = (
        b"From: <Saved by Blink>\r\nSubject: Plan\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n\r\n<html><p>Words'
    )
    with pytest.raises(PlanNotReadable, match="HTML only"):
        read_webpage(data, "plan.mhtml")


def test_bytes_that_are_no_text_are_damage() -> None:
    with pytest.raises(PlanNotReadable, match="damaged"):
        read_webpage(b"<html><p>x</p>" + bytes(range(256)) * 50, "plan.html")


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 100_000 + b"<p>deep</p>",
        b"<p>x" * 300_000,
        b"<br>" * 500_000,
        b"<table>" + (b"<tr>" + b"<td colspan=60 rowspan=2000>a" * 9) * 3000,
        (b"<table>" + b"<tr><td>a<td>b" * 500 + b"</table>") * 25,
        b"<p " + b" ".join(b"a%d=1" % n for n in range(1000)) + b">x</p>" + b"<i>" * 1000,
    ],
)
def test_pages_made_to_do_harm_are_refused(data: bytes) -> None:
    with pytest.raises(RefusedFile):
        read_webpage(data, "plan.html")


def test_entities_of_its_own_and_outside_files_are_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    data = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]>'
        f'<html><body><p>Words &x; &m;</p><link rel="stylesheet" href="file://{secret}"></body></html>'
    ).encode()
    document = read_webpage(data, "plan.html")
    assert "the secret" not in str(document.blocks)
    assert "lollol" not in str(document.blocks)


def test_what_is_set_into_the_page_is_said() -> None:
    document = page(
        "<h1>Plan</h1><img src='a.png' alt='A chart'><iframe src='https://example.org'></iframe>"
        "<p><a href='/plan.pdf'>The whole plan</a> as a PDF.</p>"
    )
    messages = " ".join(w.message for w in document.warnings)
    for words in ("Pictures are not read", "set into this page", "links to are not read"):
        assert words in messages


def test_a_box_beside_the_text_is_named_where_it_holds_many_words() -> None:
    box = "Words that stand in a box. " * 12
    document = page(f"<h1>Plan</h1><p>Words.</p><aside><p>{box}</p></aside>")
    [noted] = [w for w in document.warnings if w.code == "left_out"]
    assert noted.locator.path == "/html/body/div[3]/main/aside"
    assert box.strip() not in noted.message


def test_the_reading_of_a_whole_page(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    path.write_text(
        SITE.format(
            main="<h1>Fife Community Justice Outcomes Improvement Plan 2024 to 2027</h1>"
            "<p>This plan covers 1 April 2024 to 31 March 2027.</p>"
            "<h2>Outcome 1: People get help early from those who can give it</h2>"
            "<table><tr><th>Action</th><th>Lead</th><th>By when</th></tr>"
            "<tr><td>Open a community justice hub</td><td>Police Scotland</td><td>Q4 2025/26</td></tr></table>"
        ),
        encoding="utf-8",
    )
    reading = read_plan(path)
    assert (reading.status, reading.area) == ("ok", "Fife")
    assert reading.period == (date(2024, 4, 1), date(2027, 3, 31))
    [action] = reading.actions
    assert (action.text, str(action.due)) == ("Open a community justice hub", "2026-03-31")
    assert action.locator.path == "/html/body/div[3]/main/table/tr[2]/td[1]"
    assert action.outcome == reading.outcomes[0].id


TEXT = st.from_regex(r"[a-j]{1,5}( [a-j]{1,6}){0,4}[.]?", fullmatch=True)


def _wrapped(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    body = st.lists(children, min_size=1, max_size=4).map(" ".join)
    return st.one_of(
        st.builds(lambda b: f"<div>{b}</div>", body),
        st.builds(lambda t, b: f"<section>{t} {b}</section>", TEXT, body),
        st.builds(lambda t, b: f"<ul><li>{t} {b}</li></ul>", TEXT, body),
        st.builds(lambda t, b: f"<table><tr><td>{t}</td><td>{b}</td></tr></table>", TEXT, body),
        st.builds(lambda t, b: f"<dl><dt>{t}</dt> <dd>{b}</dd></dl>", TEXT, body),
        st.builds(lambda t, b: f"<details><summary>{t}</summary>{b}</details>", TEXT, body),
        st.builds(lambda b: f"<blockquote>{b}</blockquote>", body),
    )


LEAF = st.one_of(
    st.builds(lambda t: f"<p>{t}</p>", TEXT),
    st.builds(lambda n, t: f"<h{n}>{t}</h{n}>", st.integers(2, 6), TEXT),
    st.builds(lambda a, b: f"<p>{a} <b>{b}</b></p>", TEXT, TEXT),
    st.builds(lambda a, b: f"<p>{a}<br>{b}</p>", TEXT, TEXT),
    st.builds(lambda a, b: f"<span>{a}</span> <em>{b}</em>", TEXT, TEXT),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.recursive(LEAF, _wrapped, max_leaves=12), min_size=1, max_size=6).map(" ".join))
def test_no_word_is_lost_and_each_stands_at_its_path(main: str) -> None:
    whole = SITE.format(main=f"<h1>Plan</h1>{main}")
    tree = html.document_fromstring(whole)
    document = read_webpage(whole.encode(), "plan.html")
    found: list[str] = []
    for block in document.blocks:
        if block.kind != "table":
            [element] = tree.xpath(str(block.locator.path))
            assert _plain(block.text) in _plain(words_of(element))
            found.append(block.text)
            continue
        for r, row in enumerate(block.rows):
            for c, cell in enumerate(row):
                if cell.origin == (r, c):
                    [element] = tree.xpath(str(block.cell_place(r, c).path))
                    assert _plain(cell.text) in _plain(words_of(element))
                    found.append(cell.text)
    [region] = tree.xpath("//main")
    assert sorted(_plain(" ".join(found)).split()) == sorted(_plain(words_of(region)).split())


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[:.]", " ", text).split())
