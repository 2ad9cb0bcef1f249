"""Publications from RIS, BibTeX, CSL-JSON and CSV: known, not read, each under a lasting name."""

from __future__ import annotations

import json

import pytest

from cjgraph.errors import CJGraphError, SyntaxFault, WrongFormat
from cjgraph.namespaces import thing
from cjgraph.search import prepare_search
from tests.ingest.imports.desk import Desk, counts, notes, problems

DOI_IRI = thing("publication", "doi-10-5555-study-1")
TITLE = "Supported accommodation and desistance in rural places"

RIS = f"""TY  - JOUR
TI  - {TITLE}
AU  - Müller, Jo
AU  - O'Neil, Kay
PY  - 2019/03//
DO  - https://doi.org/10.5555/STUDY.1
JO  - Journal of Examples
VL  - 4
IS  - 2
SP  - 11
EP  - 29
AB  - <p>We asked &amp; counted, p &lt; 0.05.</p>
UR  - https://example.org/study
ER  -
"""
BIBTEX = r"""@string{joe = "Journal of"}
@comment{made for a test}
@article{study2019,
  author = {M{\"u}ller, Jo and O'Neil, Kay},
  title = {Supported {Accommodation} and desistance in rural places},
  year = 2019, month = mar,
  journal = joe # { Examples},
  volume = 4, number = 2, pages = {11--29},
  doi = {10.5555/study.1},
  url = {https://example.org/study},
}
"""
CSL = [
    {
        "id": "a",
        "type": "article-journal",
        "title": TITLE,
        "author": [{"family": "Müller", "given": "Jo"}, {"family": "O'Neil", "given": "Kay"}],
        "issued": {"date-parts": [[2019, 3]]},
        "DOI": "10.5555/study.1",
        "URL": "https://example.org/study",
        "container-title": "Journal of Examples",
        "volume": "4",
        "issue": "2",
        "page": "11-29",
    }
]
CSV = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url",'
    '"Pages","Issue","Volume"\n'
    f'"X1","journal article","2019","Müller, Jo; O\'Neil, Kay","{TITLE}","Journal of Examples",'
    '"10.5555/study.1","https://example.org/study","11-29","2","4"\n'
)
EACH = [
    ("list.ris", RIS),
    ("list.bib", BIBTEX),
    ("list.json", json.dumps(CSL)),
    ("list.csv", CSV),
]


@pytest.mark.parametrize(("name", "content"), EACH)
def test_every_format_gives_the_same_publication(desk: Desk, name: str, content: str) -> None:
    plan = desk.load("publications", desk.file(name, content))
    assert not problems(plan)
    said = desk.values(DOI_IRI)
    assert said["title"][0].casefold() == TITLE.casefold()
    assert said["creator"] == ["Jo Müller", "Kay O'Neil"]
    assert said["datePublished"] == ["2019"]
    assert said["identifier"] == ["10.5555/study.1"]
    assert said["url"] == ["https://example.org/study"]
    assert said["bibliographicCitation"] == ["Journal of Examples, 4(2), pp. 11-29"] or (
        said["bibliographicCitation"] == ["Journal of Examples, 4(2), pp. 11\u201329"]
    )


def test_what_is_imported_is_known_and_not_read(desk: Desk) -> None:
    desk.load("publications", desk.file("list.ris", RIS))
    said = desk.values(DOI_IRI)
    assert said["readLevel"] == [thing("read-level", "b")]
    assert [w.rpartition("#")[2] for w in said["wordingStatus"]] == ["unconfirmed"]
    assert "publicationType" not in said and "stance" not in said
    assert "the list says: journal article" in said["description"][0]
    assert not desk.snapshot.rows(
        "SELECT ?f WHERE { ?f cj:fromPublication ?p . FILTER(CONTAINS(STR(?p), 'doi-10-5555')) }"
    )


def test_search_finds_it_once_it_is_told_to_refresh(desk: Desk) -> None:
    plan = desk.load("publications", desk.file("list.ris", RIS))
    snapshot = desk.snapshot
    prepare_search(desk.data.models, desk.data.index, snapshot.rows, model=False)
    from cjgraph.search.documents import read_passages

    passages = {p.publication: p for p in read_passages(snapshot.rows)}
    found = passages["doi-10-5555-study-1"]
    assert plan.changes.entries and found.finding is None and not found.confirmed


def test_other_formats_of_the_same_list_change_nothing_but_words(desk: Desk) -> None:
    desk.load("publications", desk.file("list.ris", RIS))
    assert counts(desk.plan("publications", desk.file("list.json", CSL))) == {"unchanged": 1}


def test_abstracts_are_kept_only_where_wanted_and_without_html(desk: Desk) -> None:
    path = desk.file("list.ris", RIS)
    assert "1 abstract was not kept" in notes(desk.load("publications", path))
    assert "asked" not in str(desk.values(DOI_IRI))
    desk.load("publications", path, abstracts=True)
    assert "We asked & counted, p < 0.05." in desk.values(DOI_IRI)["description"][0]


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("<b>Bold</b> claims &amp; <i>doubts</i>", "Bold claims & doubts"),
        ("&lt;p&gt;Escaped twice&lt;/p&gt;", "Escaped twice"),
        ("Safe<script>alert(1)</script> title", "Safe title"),
        ("Cost < benefit > nothing", "Cost < benefit > nothing"),
        ("Two\n lines\u00ad and a soft hyphen\u200b", "Two lines and a soft hyphen"),
        ("<jats:title>From a registry</jats:title>", "From a registry"),
        ("H<sub>2</sub>O in cells", "H2O in cells"),
    ],
)
def test_titles_are_kept_as_plain_words(desk: Desk, title: str, kept: str) -> None:
    plan = desk.plan("publications", desk.file("l.json", [{"title": title, "issued": "2020"}]))
    assert [change.label for change in plan.changes.entries] == [kept]


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("2019/03//", "2019"),
        ("March 2019", "2019"),
        ("c. 2019", "2019"),
        ("2019a", "2019"),
        ("", None),
        ("in press", None),
        ("20199", None),
    ],
)
def test_years_are_found_in_the_forms_people_use(
    desk: Desk, written: str, year: str | None
) -> None:
    text = f"TY  - RPRT\nTI  - A report with a long enough title\nPY  - {written}\nER  - \n"
    plan = desk.plan("publications", desk.file("l.ris", text))
    said = [t.object.value for t in plan.changes.triples if "datePublished" in t.predicate.value]
    assert said == ([year] if year else [])
    assert not plan.blocked
    assert ("names no year" in notes(plan)) == bool(written and not year)


def test_ris_without_an_end_loses_no_record(desk: Desk) -> None:
    text = "TY  - JOUR\nTI  - First of the two\nTY  - JOUR\nTI  - Second of the two\nPY  - 2001\n"
    plan = desk.plan("publications", desk.file("l.ris", text))
    assert [c.label for c in plan.changes.entries] == ["First of the two", "Second of the two"]
    assert "entry 1 (line 1): has no line 'ER'" in notes(plan)
    assert "entry 2 (line 3): has no line 'ER'" in notes(plan)


def test_ris_outside_an_entry_is_named_by_line(desk: Desk) -> None:
    text = f"Provider: Somewhere\n\n{RIS}TI  - A stray title\nAU  - A, B\nER  - \nER  - \n"
    plan = desk.plan("publications", desk.file("l.ris", text))
    assert len(problems(plan)) == 1
    assert problems(plan)[0].startswith("l.ris, line 17: 'TI' stands outside an entry")
    assert counts(desk.plan("publications", desk.folder / "l.ris", skip_faulty=True))["added"] == 1


def test_ris_with_one_space_and_old_line_ends_is_read(desk: Desk) -> None:
    text = "TY - RPRT\rT1 - Old line ends\rA1 - Smith, Jo\rY1 - 1999\rER - \r"
    plan = desk.plan("publications", desk.file("l.ris", text))
    assert [(c.label, c.iri.rpartition("/")[2]) for c in plan.changes.entries] == [
        ("Old line ends", "old-line-ends-jo-smith-1999")
    ]


def test_bibtex_accents_macros_and_signs(desk: Desk) -> None:
    text = r"""@techreport{r, title={50% of \& {\'E}tudes cost $5 -- ``so they say''},
      author={{Department of Health and Social Care} and {\v{S}}imek, Jan and others},
      institution = ccjs, year={2020}, url={\url{https://example.org/a\_b%20c}}}"""
    plan = desk.plan("publications", desk.file("l.bib", text))
    assert plan.changes.entries[0].label == "50% of & Études cost $5 – “so they say”"  # noqa: RUF001
    said = [t.object.value for t in plan.changes.triples]
    assert "Department of Health and Social Care" in said and "Jan Šimek" in said
    assert "https://example.org/a_b%20c" in said
    assert "others" not in said
    assert "entry r (line 3, institution): the macro 'ccjs' is not defined" in notes(plan)


def test_bibtex_that_is_broken_is_named_by_entry_and_line(desk: Desk) -> None:
    text = (
        "@article{good, title={A good title that stands alone}, year=2001}\n"
        "@article{open, title={Never closed\n"
        "@article{good, title={Another title under the same key}, year=2002}\n"
        "@misc{bare, year=2003}\n"
        "@misc{twice, title={Has two addresses in one entry}, url={https://a.example}, "
        "url={https://b.example}}\n"
    )
    plan = desk.plan("publications", desk.file("l.bib", text), skip_faulty=True)
    assert [line.partition(": ")[0] for line in problems(plan)] == [
        "l.bib, line 2",
        "l.bib, entry bare (line 4)",
    ]
    assert counts(plan)["added"] == 3
    assert "the key 'good' stands there twice" in notes(plan)
    assert "has 'url' twice" in notes(plan)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("deep.bib", "@article{a, title={" + "{" * 10_000 + "x" + "}" * 10_000 + "}}"),
        (
            "macros.bib",
            '@string{a0 = "0123456789"}\n'
            + "".join(f"@string{{a{i + 1} = a{i} # a{i}}}\n" for i in range(40))
            + "@misc{k, title = a40}",
        ),
        ("deep.json", "[" * 10_000 + "]" * 10_000),
        ("open.json", '[{"title": "A"'),
        ("nan.json", '[{"title": NaN}]'),
    ],
)
def test_nesting_without_end_is_refused_in_a_sentence(desk: Desk, name: str, content: str) -> None:
    with pytest.raises(SyntaxFault):
        desk.plan("publications", desk.file(name, content))


def test_json_that_is_no_list_of_publications_is_said(desk: Desk) -> None:
    with pytest.raises(WrongFormat, match="no list of publications"):
        desk.plan("publications", desk.file("l.json", {"a": {"b": 1}}))


def test_csl_of_a_registry_and_places_by_path(desk: Desk) -> None:
    items = [
        {"title": ["From a registry of identifiers"], "DOI": "10.5555/r", "container-title": ["J"]},
        {"title": {"en": "x"}},
        {"DOI": "nonsense", "title": "Has a broken identifier", "author": [5]},
        "text",
    ]
    plan = desk.plan("publications", desk.file("l.json", {"message": {"items": items}}))
    places = [line.partition(": ")[0] for line in problems(plan)]
    assert places == [
        "l.json, message.items[1].title",
        "l.json, message.items[1].title",
        "l.json, message.items[2].author[0]",
        "l.json, message.items[2].DOI",
        "l.json, message.items[3]",
    ]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", 'https://a b"c', "not an address", "data:text/html,x"]
)
def test_addresses_that_must_not_be_links_are_refused(desk: Desk, address: str) -> None:
    entry = {"title": "A title that is long enough", "URL": address}
    plan = desk.plan("publications", desk.file("l.json", [entry]))
    assert plan.blocked and "[0].URL" in problems(plan)[0]


def test_doubled_identifiers_are_told_with_both_places(desk: Desk) -> None:
    text = "title,doi,year\nOne title of a study,10.5555/x,2001\nTwo title,doi:10.5555/X,2002\n"
    plan = desk.plan("publications", desk.file("l.csv", text))
    assert problems(plan) == [
        "l.csv, row 3: has the same DOI as l.csv, row 2, but says something else;"
        " keep one of the two"
    ]


def test_what_the_catalogue_has_is_left_as_it_is(desk: Desk) -> None:
    row = desk.snapshot.rows(
        "SELECT ?doi ?code WHERE { ?p a cj:EvidenceReview ; skos:notation ?code ;"
        " dcterms:identifier ?doi } ORDER BY ?code"
    )[0]
    title = desk.snapshot.rows(
        "SELECT ?title WHERE { ?p skos:notation 'EV001' ; dcterms:title ?title }"
    )[0]["title"]
    items = [{"title": "Any title", "DOI": row["doi"].upper()}, {"title": title.upper()}]
    plan = desk.plan("publications", desk.file("l.json", items))
    assert not plan.changes.entries and not plan.blocked
    assert f"is in the data already ({row['code']}" in notes(plan)
    assert "is in the data already (EV001" in notes(plan)


def test_names_last_and_are_kept_apart_from_the_catalogue(desk: Desk) -> None:
    items = [
        {"title": "EV001", "issued": "2001"},
        {"title": "Annual report", "issued": "2001", "publisher": "Body A"},
        {"title": "Annual report", "issued": "2001", "publisher": "Body B"},
        {"title": "Годовой отчёт суда", "issued": "2001"},
        {"title": "A very long title " * 20, "issued": "2001"},
    ]
    plan = desk.plan("publications", desk.file("l.json", items))
    names = [c.iri.rpartition("/")[2] for c in plan.changes.entries]
    assert len(set(names)) == 5 and not plan.blocked
    assert all(len(name) < 120 and not name.startswith("ev0") for name in names[1:])
    again = desk.plan("publications", desk.file("again.json", items))
    assert [c.iri.rpartition("/")[2] for c in again.changes.entries] == names


def test_mail_addresses_beside_authors_are_taken_out(desk: Desk) -> None:
    text = "TY  - JOUR\nTI  - A title that is long enough\nAU  - Smith, Jo <jo@example.org>\n"
    text += "AU  - et al.\nAD  - 5 Private Road\nN1  - a note of mine\nER  - \n"
    plan = desk.plan("publications", desk.file("l.ris", text))
    said = [t.object.value for t in plan.changes.triples]
    assert "Jo Smith" in said
    assert not [s for s in said if "@" in s or "Private" in s or "of mine" in s or "et al" in s]


def test_own_words_for_kind_and_place_are_linked(desk: Desk) -> None:
    text = (
        "title,type,applicability,year\nA title of our own,systematic review,scotland,2001\n"
        "Another title of ours,Podcast,Mars,2002\n"
    )
    plan = desk.plan("publications", desk.file("l.csv", text), skip_faulty=True)
    said = [t.object.value for t in plan.changes.triples]
    assert thing("publication-type", "systematic-review") in said
    assert thing("applicability", "scotland") in said
    assert problems(plan)[0].startswith("l.csv, row 3, column applicability: 'Mars' is not known")


def test_authors_in_one_cell_are_told_apart(desk: Desk) -> None:
    from ingest.publications._table import _authors

    assert _authors("Smith, Jo") == ["Smith, Jo"]
    assert [a.strip() for a in _authors("Jo Smith, Kay O'Neil, Ann Lee")] == [
        "Jo Smith",
        "Kay O'Neil",
        "Ann Lee",
    ]
    assert [a.strip() for a in _authors("Smith, Jo; Lee, Ann")] == ["Smith, Jo", "Lee, Ann"]
    assert [a.strip() for a in _authors("Smith, Jo and Lee, Ann")] == ["Smith, Jo", "Lee, Ann"]


def test_a_folder_is_no_list_of_publications(desk: Desk) -> None:
    desk.file("set/a.csv", CSV)
    with pytest.raises(CJGraphError, match="no list of publications"):
        desk.plan("publications", desk.folder / "set")


def test_a_title_without_end_is_a_problem(desk: Desk) -> None:
    plan = desk.plan("publications", desk.file("l.json", [{"title": "long " * 500}]))
    assert problems(plan) == ["l.json, [0].title: the title has more than 1,000 characters"]
