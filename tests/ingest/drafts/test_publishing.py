"""Publishing: editions are never overwritten, and only what a person checked counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cjgraph.errors import InputError
from cjgraph.namespaces import PREFIXES, graph
from cjgraph.resources import resource_folder
from cjgraph.store import DataFolder, GraphSource, Snapshot, fingerprint, open_snapshot
from ingest.drafts import correct_draft, edition_rows, find_draft, publish_draft
from ingest.drafts.importing import ImportReport
from ingest.loading import PackagedGraph, load_packaged, packaged_graphs
from ingest.quality import quality_errors

from .conftest import ACTIONS

Import = Callable[..., ImportReport]
Write = Callable[..., Path]
FIFE = graph("plan", "fife", "2024-2029")


def counted(snapshot: Snapshot) -> str:
    """Return how many plans the national figures count, as the competency question does."""
    path = resource_folder("ontology") / "competency" / "031-plans-that-count-nationally.rq"
    (row,) = snapshot.rows(path.read_text())
    return row["plans"]


def in_view(snapshot: Snapshot, *include: str) -> int:
    query = "SELECT ?action { ?action a cj:Action ; cj:ofPlan ?p . ?p cj:planArea 'Fife' }"
    return len(snapshot.rows(query, include=frozenset(include)))


def test_only_what_a_person_checked_counts(data: DataFolder, take_in: Import, write: Write) -> None:
    take_in(write())
    made = publish_draft(data, "fife")
    assert (made.changed, made.current, made.checked_by) == (True, True, "")
    assert "no national figure" in " ".join(made.notes)
    snapshot = open_snapshot(data)
    assert counted(snapshot) == "0"
    assert in_view(snapshot) == 0
    assert in_view(snapshot, "unchecked") == 3
    checked = publish_draft(data, "fife", checked_by="plan lead", again=True)
    snapshot = open_snapshot(data)
    assert counted(snapshot) == "1"
    assert in_view(snapshot) == in_view(snapshot, "unchecked") == 3
    assert checked.archived == ("fife/2024-2029",)


def test_who_checked_and_every_correction_show_in_what_is_published(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write())
    item = find_draft(open_snapshot(data), "fife").reading().actions[1].id
    correct_draft(data, "fife", item=item, field="due", value="2026-03-31", by="analyst")
    publish_draft(data, "fife", checked_by="plan lead")
    snapshot = open_snapshot(data)
    (row,) = snapshot.rows(
        """SELECT ?due ?said ?by ?when ?checker ?checked WHERE {
             ?plan cj:checkedByPerson true ; cj:checkedIn ?check .
             ?check prov:wasAssociatedWith/rdfs:label ?checker ; prov:endedAtTime ?checked .
             ?correction a cj:Correction ; cj:correctedPlan ?plan ; cj:correctsItem ?item ;
               rdfs:label ?said ; prov:wasAssociatedWith/rdfs:label ?by ; prov:endedAtTime ?when .
             ?item cj:due ?due
             FILTER (LANG(?checker) = "en" && LANG(?by) = "en") }"""
    )
    assert (row["due"], row["by"], row["checker"]) == ("2026-03-31", "analyst", "plan lead")
    assert row["said"].endswith("due date 'ongoing' → 31 March 2026")
    assert row["when"] and row["checked"]
    (listed,) = [r for r in edition_rows(snapshot) if r.status == "published" and not r.invented]
    assert (listed.checked_by, listed.corrections) == ("plan lead", 1)


def test_publishing_the_same_again_changes_nothing(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write())
    publish_draft(data, "fife", checked_by="plan lead")
    before = open_snapshot(data).name
    assert publish_draft(data, "fife", checked_by="plan lead").changed is False
    assert publish_draft(data, "fife").changed is False  # a check is not taken back
    assert open_snapshot(data).name == before


def test_a_published_edition_is_never_overwritten(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write())
    publish_draft(data, "fife", checked_by="plan lead")
    before = sorted(map(str, open_snapshot(data).triples(FIFE)))
    correct_draft(data, "fife", item="outcome-1", field="national", value="ndo-5")
    with pytest.raises(InputError, match="never overwritten"):
        publish_draft(data, "fife", checked_by="plan lead")
    made = publish_draft(data, "fife", checked_by="plan lead", again=True)
    assert made.edition == "fife/2024-2029-v2"
    snapshot = open_snapshot(data)
    assert sorted(map(str, snapshot.triples(FIFE))) == before
    query = "SELECT ?code { ?o cj:ofPlan/cj:planArea 'Fife' ; cj:localOutcomeForOutcome ?code }"
    (row,) = snapshot.rows(query)
    assert row["code"].endswith("ndo-5")


def test_a_new_edition_archives_the_old_one_and_leaves_it_as_it_was(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write("old.md", years="2019-2024", actions=ACTIONS[:1]))
    publish_draft(data, "fife/2019-2024", checked_by="plan lead")
    old = graph("plan", "fife", "2019-2024")
    before = fingerprint(open_snapshot(data).triples(old))
    assert in_view(open_snapshot(data)) == 1
    take_in(write("new.md"))
    made = publish_draft(data, "fife/2024-2029", checked_by="plan lead")
    assert made.archived == ("fife/2019-2024",)
    snapshot = open_snapshot(data)
    assert fingerprint(snapshot.triples(old)) == before
    assert in_view(snapshot) == 3  # the old one is gone from the default graph
    assert counted(snapshot) == "1"
    query = "SELECT ?g ?current { ?g cj:graphKind 'plan' ; cj:isCurrent ?current }"
    current = {row["g"].rsplit("/", 1)[1]: row["current"] for row in snapshot.rows(query)}
    assert current == {"2019-2024": "false", "2024-2029": "true"}


def test_an_old_plan_that_is_added_late_is_archived_at_once(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write())
    publish_draft(data, "fife", checked_by="plan lead")
    take_in(write("old.md", years="2019-2024", actions=ACTIONS[:1]))
    made = publish_draft(data, "fife/2019-2024", checked_by="plan lead")
    assert made.current is False and made.archived == ()
    assert in_view(open_snapshot(data)) == 3


def test_what_was_not_checked_takes_no_place_from_what_was(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write("old.md", years="2019-2024", actions=ACTIONS[:1]))
    publish_draft(data, "fife/2019-2024", checked_by="plan lead")
    take_in(write())
    assert publish_draft(data, "fife/2024-2029").archived == ()
    snapshot = open_snapshot(data)
    assert counted(snapshot) == "1"
    assert in_view(snapshot) == 1


def test_an_invented_plan_stays_among_the_examples(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write(), invented=True)
    made = publish_draft(data, "fife", checked_by="plan lead")
    assert made.graph == graph("example", "fife", "2024-2029")
    load_packaged(data)  # loading the product's own examples again leaves it alone
    snapshot = open_snapshot(data)
    assert counted(snapshot) == "0"
    assert in_view(snapshot) == 0
    assert in_view(snapshot, "examples") == 3


def test_what_is_published_passes_every_quality_check(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write())
    item = find_draft(open_snapshot(data), "fife").reading().actions[1].id
    correct_draft(data, "fife", item=item, field="due", value="2026-03-31", reason="minute")
    correct_draft(data, "fife", add="action", value="Open a second hub in Cupar")
    correct_draft(data, "fife", item=item, delete=True)
    publish_draft(data, "fife", checked_by="plan lead")
    triples = list(open_snapshot(data).triples(FIFE))
    plan = PackagedGraph(FIFE, GraphSource("plan", "plan fife", "fife.md", "0" * 64), triples)
    errors = quality_errors([*(read() for read in packaged_graphs()), plan])
    assert [error.sentence() for error in errors] == []
    declared = {t.subject for read in packaged_graphs() for t in read().triples}
    ours = PREFIXES["cj"]
    assert {t.predicate for t in triples if t.predicate.value.startswith(ours)} <= declared
