"""Drafts: imported, corrected, read again; nothing that a person did is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cjgraph.errors import CJGraphError, InputError, UnknownThing
from cjgraph.namespaces import graph
from cjgraph.store import DataFolder, open_snapshot
from ingest.drafts import correct_draft, edition_rows, find_draft
from ingest.drafts.importing import ImportReport
from ingest.plans.template import write_template

from .conftest import ACTIONS

Import = Callable[..., ImportReport]
Write = Callable[..., Path]


def row(report: ImportReport) -> tuple[str, str]:
    (found,) = report.rows
    return found.result, found.draft


def test_a_plan_becomes_a_draft(data: DataFolder, take_in: Import, write: Write) -> None:
    report = take_in(write())
    assert row(report) == ("new", "fife/2024-2029")
    assert report.rows[0].counts["actions"] == 3
    reading = find_draft(open_snapshot(data), "fife/2024-2029").reading()
    assert [action.text for action in reading.actions] == [words for words, *_ in ACTIONS]


def test_the_same_file_again_changes_nothing(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write())
    before = open_snapshot(data)
    assert row(take_in(write())) == ("unchanged", "fife/2024-2029")
    assert open_snapshot(data).name == before.name


def test_reading_a_file_twice_gives_the_same_graph(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write())
    plan = graph("draft", "fife", "2024-2029")
    first = find_draft(open_snapshot(data), "fife")
    take_in(write("the-same-plan.md"))
    assert find_draft(open_snapshot(data), "fife") == first
    assert list(open_snapshot(data).triples(plan))


def test_drafts_are_no_part_of_what_the_nation_sees(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write())
    snapshot = open_snapshot(data)
    everything = frozenset({"examples", "synthetic", "unchecked"})
    query = "SELECT ?x { ?x cj:planArea 'Fife' }"
    assert snapshot.rows(query, include=everything) == []
    for kind in ("cj:Correction", "cj:KeptReading", "cj:DraftRecord"):
        assert snapshot.rows(f"SELECT ?x {{ ?x a {kind} }}", include=everything) == []
    assert snapshot.rows("SELECT ?g { ?g cj:graphKind 'draft' }", include=everything) == []
    assert len(snapshot.rows("SELECT ?g { GRAPH ?r { ?g cj:graphKind 'draft' } }")) == 1


def test_a_draft_leaves_the_default_graph_as_it_was(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    before = set(open_snapshot(data).default_triples())
    take_in(write())
    assert set(open_snapshot(data).default_triples()) == before


def test_a_correction_is_kept_with_who_when_and_from_which_file(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write())
    draft, made = correct_draft(
        data, "fife/2024-2029", item=draft_id(data, 1), field="due", value="31 March 2026",
        by="plan lead", reason="board minute",
    )  # fmt: skip
    assert made is not None
    assert made.change.sentence.endswith("due date 'ongoing' → 31 March 2026")
    rows = open_snapshot(data).rows(
        """SELECT ?item ?field ?old ?new ?who ?when ?why ?sha { GRAPH ?g {
             ?c a cj:Correction ; cj:correctsItem/cj:localId ?item ; cj:correctedField ?field ;
                cj:oldValue ?old ; cj:newValue ?new ; prov:endedAtTime ?when ; cj:reason ?why ;
                prov:wasAssociatedWith/rdfs:label ?who ; prov:used/cj:sha256 ?sha } }"""
    )
    (found,) = rows
    assert found["when"].startswith("20")
    assert (found["field"], found["old"], found["new"]) == ("due", "null", '"2026-03-31"')
    assert (found["who"], found["why"]) == ("plan lead", "board minute")
    assert found["sha"] == draft.latest.reading.source.sha256


def draft_id(data: DataFolder, number: int) -> str:
    """Return the id of an action of the draft, by its place from 0."""
    return find_draft(open_snapshot(data), "fife/2024-2029").reading().actions[number].id


def correct(data: DataFolder, item: str, field: str = "", value: str = "", **more: object) -> None:
    _, made = correct_draft(data, "fife", item=item, field=field, value=value, **more)  # type: ignore[arg-type]
    assert made is not None


def test_corrections_survive_a_new_file_of_the_plan(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write())
    correct(data, draft_id(data, 1), "due", "2026-03-31")
    correct(data, draft_id(data, 1), "lead", "Fife Voluntary Action (third sector)")
    correct(data, draft_id(data, 0), "measure", "A hub that is open five days a week")
    more = ("Publish a yearly account of unpaid work", "Fife Council", "31/03/2027", "Account")
    moved = (more, ACTIONS[2], ("Train fifty volunteer mentors each year", *ACTIONS[1][1:]))
    report = take_in(write("fife-final.md", actions=moved))
    assert row(report) == ("read again", "fife/2024-2029")
    draft = find_draft(open_snapshot(data), "fife")
    mentors = next(a for a in draft.reading().actions if "mentors" in a.text)
    assert str(mentors.due) == "2026-03-31"
    assert [lead.category for lead in mentors.leads] == ["third_sector"]
    assert [c.change.field for c in draft.unplaced()] == ["measure"]
    assert len(draft.corrections) == 3
    assert len(report.rows[0].unplaced) == 1
    # The item comes back, and with it the correction.
    take_in(write("fife-last.md", actions=(*moved, ACTIONS[0])))
    draft = find_draft(open_snapshot(data), "fife")
    assert not draft.unplaced()
    hub = next(a for a in draft.reading().actions if "hub" in a.text)
    assert hub.measure == "A hub that is open five days a week"


def test_an_earlier_file_does_not_take_the_place_of_a_later_one(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    first = write("a.md")
    take_in(first)
    take_in(write("b.md", actions=ACTIONS[:2]))
    before = open_snapshot(data).name
    assert row(take_in(first))[0] == "unchanged"
    assert open_snapshot(data).name == before


def test_items_are_added_and_struck_out(data: DataFolder, take_in: Import, write: Write) -> None:
    take_in(write())
    words = "Run a workshop for employers every spring"
    _, made = correct_draft(data, "fife", add="action", value=words)
    assert made is not None
    correct(data, made.change.item, "objective", "objective-1-1")
    correct(data, draft_id(data, 0), delete=True)
    take_in(write("fife-2.md", actions=ACTIONS))
    reading = find_draft(open_snapshot(data), "fife").reading()
    assert [a.text for a in reading.actions] == [ACTIONS[1][0], ACTIONS[2][0], words]
    assert reading.actions[-1].objective == "objective-1-1"


def test_what_pointed_to_an_outcome_that_is_struck_out_points_to_nothing(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write())
    correct(data, "outcome-1", delete=True)
    reading = find_draft(open_snapshot(data), "fife").reading()
    assert reading.outcomes == ()
    assert all(objective.outcome is None for objective in reading.objectives)


@pytest.mark.parametrize(
    ("item", "field", "value", "told"),
    [
        ("action-77", "due", "2026-03-31", "no item 'action-77'"),
        ("outcome-1", "colour", "red", "national"),
        ("outcome-1", "national", "ndo-77", "ndo-1"),
        ("objective-1-1", "outcome", "outcome-9", "outcome-1"),
        ("checklist-3", "verdict", "fine", "present, partial, missing, unknown"),
        ("plan", "period", "soon", "2024-04-01/2029-03-31"),
        ("outcome-1", "text", "", "--delete"),
    ],
)
def test_what_can_not_be_corrected_is_refused_with_what_there_is(
    data: DataFolder, take_in: Import, write: Write, item: str, field: str, value: str, told: str
) -> None:
    take_in(write())
    before = open_snapshot(data).name
    with pytest.raises(CJGraphError) as raised:
        correct_draft(data, "fife", item=item, field=field, value=value)
    assert told in f"{raised.value.message} {raised.value.hint}"
    assert open_snapshot(data).name == before


def test_an_unknown_draft_is_refused_with_near_names(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    with pytest.raises(UnknownThing, match="no draft called 'fife'"):
        find_draft(open_snapshot(data), "fife")
    take_in(write())
    with pytest.raises(UnknownThing) as raised:
        find_draft(open_snapshot(data), "fyfe/2024-2029")
    assert "fife/2024-2029" in (raised.value.hint or "")


def test_a_mended_template_becomes_corrections(
    data: DataFolder, take_in: Import, write: Write, tmp_path: Path
) -> None:
    import openpyxl

    take_in(write())
    reading = find_draft(open_snapshot(data), "fife").latest.reading
    template = tmp_path / "mended.xlsx"
    template.write_bytes(write_template("xlsx", reading=reading))
    book = openpyxl.load_workbook(template)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    (measure,) = [cell for cell in cells if cell.value == "Forty mentors trained"]
    measure.value = "Forty mentors trained and matched"
    book.save(template)
    report = take_in(template, by="plan lead")
    assert row(report) == ("corrected", "fife/2024-2029")
    (told,) = report.rows[0].changes
    assert "measure 'Forty mentors trained' → 'Forty mentors trained and matched'" in told
    draft = find_draft(open_snapshot(data), "fife")
    assert [(c.by, c.file_name) for c in draft.corrections] == [("plan lead", "mended.xlsx")]
    assert row(take_in(template, by="plan lead"))[0] == "unchanged"
    # A template that was filled before does not take back what was corrected since.
    correct(data, draft.reading().actions[0].id, "due", "2027-03-31")
    assert row(take_in(template, by="plan lead"))[0] == "unchanged"
    assert str(find_draft(open_snapshot(data), "fife").reading().actions[0].due) == "2027-03-31"


def test_a_template_that_comes_before_its_plan(
    data: DataFolder, take_in: Import, write: Write, tmp_path: Path
) -> None:
    import openpyxl

    from ingest.plans import read_plan

    plan = write()
    template = tmp_path / "mended.xlsx"
    template.write_bytes(write_template("xlsx", reading=read_plan(plan)))
    book = openpyxl.load_workbook(template)
    for sheet in book:
        for cells in sheet.iter_rows():
            for cell in cells:
                if cell.value == "Forty mentors trained":
                    cell.value = "Fifty mentors trained"
    book.save(template)
    assert row(take_in(template))[0] == "new"
    assert row(take_in(plan)) == ("read again", "fife/2024-2029")
    draft = find_draft(open_snapshot(data), "fife")
    assert draft.latest.reading.source.name == plan.name
    assert "Fifty mentors trained" in [action.measure for action in draft.reading().actions]
    assert len(draft.corrections) == 1


def test_an_area_and_an_edition_can_be_given(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    path = write(area="Our", years="")
    (first,) = take_in(path).rows
    assert first.failed and "--area" in first.why
    (second,) = take_in(path, area="Fife", edition="draft 3").rows
    assert second.draft == "fife/draft-3"
    reading = find_draft(open_snapshot(data), "fife").reading()
    assert reading.area == "Fife"
    assert take_in(path, area="Fife", edition="draft 3").rows[0].result == "unchanged"


def test_a_folder_gives_one_report(data: DataFolder, take_in: Import, write: Write) -> None:
    folder = write().parent
    write("angus.md", area="Angus")
    write("fife-new.md", actions=ACTIONS[:1])
    (folder / "empty.docx").write_bytes(b"")
    (folder / "soup.md").write_text("# Soup\n\nBoil the leeks.")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 not a plan")
    (folder / "~$fife.docx").write_bytes(b"x")
    (folder / "old").mkdir()
    report = take_in(folder)
    results = {found.file: found.result for found in report.rows}
    assert results == {
        "angus.md": "new",
        "empty.docx": "failed",
        "fife-new.md": "new",
        "fife.md": "read again",
        "old": "left out",
        "photo.jpg": "left out",
        "soup.md": "left out",
        "~$fife.docx": "left out",
    }
    assert report.failed == 1
    assert all(found.why for found in report.rows)
    again = {found.file: found.result for found in take_in(folder).rows}
    assert again["angus.md"] == again["fife.md"] == again["fife-new.md"] == "unchanged"
    drafts = [found.name for found in edition_rows(open_snapshot(data)) if found.status == "draft"]
    assert drafts == ["angus/2024-2029", "fife/2024-2029"]


def test_one_area_for_a_folder_of_several_is_refused(take_in: Import, write: Write) -> None:
    folder = write().parent
    write("angus.md", area="Angus")
    with pytest.raises(InputError, match="--area"):
        take_in(folder, area="Fife")


def test_files_are_read_in_processes_that_can_be_stopped(data: DataFolder, write: Write) -> None:
    from ingest.drafts.importing import import_plans

    folder = write().parent
    (folder / "broken.ttl").write_text("@prefix x: <y")
    seen: list[str] = []
    report = import_plans(data, folder, progress=lambda what, done, total: seen.append(what))
    assert {found.file: found.result for found in report.rows} == {
        "broken.ttl": "failed",
        "fife.md": "new",
    }
    assert "line 1" in report.rows[0].why
    assert seen == ["broken.ttl", "fife.md"]
