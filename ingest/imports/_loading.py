"""Plans an import, and carries it out as one write into a graph of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from cjgraph.errors import InputError, StoreError
from cjgraph.namespaces import CJ, DCTERMS, GRAPH, ID, PROVENANCE_GRAPH, RDF, RDFS, compact
from cjgraph.namespaces import graph as graph_iri
from cjgraph.store import DataFolder, GraphSource, Snapshot, StoreWriter, fingerprint
from ingest.imports._comparison import Changes, compare
from ingest.imports._draft import Draft, Fault
from ingest.imports._file import ImportFile, open_import
from ingest.imports._known import Known, is_own
from ingest.loading import PackagedGraph
from ingest.quality import QualityFinding, quality_errors

_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LABEL: Final = "SELECT ?thing ?name WHERE { ?thing rdfs:label ?name } LIMIT 1"
_GRAPHS: Final = "SELECT ?graph ?kind { ?graph cj:graphKind ?kind ; cj:isCurrent true }"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of list: its reader, and where what it says is kept."""

    module: str
    reader: str
    graph_kind: str
    slug: str
    title: str
    formats: tuple[str, ...]


#: Services and figures are one kind of graph, as in the data that come with the product.
_KINDS: Final = {
    "services": _Kind(
        "ingest.services", "read_services", "service", "imported", "services", ("csv", "json")
    ),
    "publications": _Kind(
        "ingest.publications",
        "read_publications",
        "catalogue",
        "imported",
        "publications",
        ("csv", "ris", "bibtex", "csl"),
    ),
    "observations": _Kind(
        "ingest.observations",
        "read_observations",
        "service",
        "imported-observations",
        "observations",
        ("csv",),
    ),
    "organisations": _Kind(
        "ingest.organisations",
        "read_organisations",
        "register",
        "imported-organisations",
        "organisations and roles",
        ("csv",),
    ),
}

#: The kinds of list that can be imported.
KINDS: Final = tuple(_KINDS)


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the person wants.

    Args:
        name: The name of the set that the list belongs to; a set is one named graph.
        format: The format of the file; found from its content where empty.
        replace: Whether records of the set that the file does not name are dropped.
        skip_faulty: Whether faulty records are left out and the rest is loaded.
        abstracts: Whether abstracts of publications are kept.
    """

    name: str = "local"
    format: str = ""
    replace: bool = False
    skip_faulty: bool = False
    abstracts: bool = False


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """An import that was worked out and has not been written.

    Args:
        kind: Which kind of list.
        file: The file.
        graph: IRI of the named graph.
        draft: What the file says.
        changes: What would change.
        before: Fingerprint of the graph that it was compared with.
        options: What the person wants.
    """

    kind: str
    file: ImportFile
    graph: str
    draft: Draft
    changes: Changes
    before: str
    options: ImportOptions

    @property
    def blocked(self) -> bool:
        """Whether faults keep the import from being carried out."""
        whole_list = any(not fault.record for fault in self.draft.faults)
        return whole_list or (bool(self.draft.faults) and not self.options.skip_faulty)

    def to_json(self) -> dict[str, Any]:
        """Return the plan as plain data for JSON."""
        changes = self.changes
        return {
            "kind": self.kind,
            "file": self.file.name,
            "file_sha256": self.file.sha256,
            "format": self.draft.format,
            "graph": self.graph,
            "blocked": self.blocked,
            "counts": {
                "added": len(changes.of("added")),
                "changed": len(changes.of("changed")),
                "unchanged": changes.unchanged,
                "dropped": len(changes.of("dropped")),
                "kept": changes.kept,
                "problems": len(self.draft.faults),
                "left_out": len(self.draft.left_out),
            },
            "changes": [change.to_json() for change in changes.entries],
            "problems": [fault.to_json() for fault in self.draft.faults],
            "left_out": list(self.draft.left_out),
            "notes": [note.to_json() for note in self.draft.notes],
        }


def plan_import(
    snapshot: Snapshot, kind: str, path: Path, options: ImportOptions | None = None
) -> ImportPlan:
    """Read a list and work out what it would change; nothing is written.

    Args:
        snapshot: The current snapshot.
        kind: One of :data:`KINDS`.
        path: The file, or a folder or archive of tables.
        options: What the person wants.

    Raises:
        InputError: The kind, the set's name or the format is unknown, or the file can't be
            read. Faults inside a file that can be read are part of the plan.
    """
    options = options or ImportOptions()
    known_kind = _checked(kind, options)
    iri = graph_iri(known_kind.graph_kind, f"{known_kind.slug}-{options.name}")
    file = open_import(path)
    reader: Callable[[ImportFile, Known, ImportOptions], Draft] = getattr(
        import_module(known_kind.module), known_kind.reader
    )
    draft = reader(file, Known.of(snapshot, iri), options)
    before = list(snapshot.triples(iri))

    def name_of(thing: str) -> str:
        if not (is_own(thing) or thing.startswith(CJ)):
            return thing
        found = snapshot.rows(_LABEL, values={"thing": ox.NamedNode(thing)})
        return found[0]["name"] if found else compact(thing)

    def compared(draft: Draft) -> Changes:
        return compare(
            before, draft, file_sha256=file.sha256, replace=options.replace, name_of=name_of
        )

    changes = compared(draft)
    if not options.replace and (others := _other_list(changes, options.name)):
        draft = _without(draft, others)
        changes = compared(draft)
    if changes.entries and not any(not fault.record for fault in draft.faults):
        draft, again = _with_quality(snapshot, iri, known_kind, draft, changes, file)
        changes = compared(draft) if again else changes
    return ImportPlan(kind, file, iri, draft, changes, fingerprint(before), options)


def apply_import(data: DataFolder, plan: ImportPlan, *, agent: str = "operator") -> Snapshot:
    """Carry an import out, all or nothing.

    An import that changes nothing writes nothing, and the snapshot stays the same.

    Args:
        data: The data folder.
        plan: What :func:`plan_import` worked out.
        agent: Who imports, as they call themselves.

    Raises:
        InputError: The file has faults that keep it out.
        StoreError: The graph has changed since, or the store can't be written.
    """
    if plan.blocked:
        count = len(plan.draft.faults)
        raise InputError(
            f"{plan.file.name} has {count} problem{'' if count == 1 else 's'}; nothing was loaded."
        )
    known_kind = _KINDS[plan.kind]
    source = GraphSource(
        known_kind.graph_kind,
        f"imported {known_kind.title} ({plan.options.name})",
        plan.file.name,
        plan.file.sha256,
        edited_here=True,  # a load of the packaged data leaves it alone
    )
    with StoreWriter(data, agent=agent) as writer:
        if fingerprint(writer.triples(plan.graph)) != plan.before:
            raise StoreError(
                f"The set '{plan.options.name}' has been changed by someone else meanwhile.",
                hint="Import again; a dry run shows what would change now.",
            )
        if plan.changes.entries:
            if plan.changes.triples:
                writer.replace_graph(plan.graph, plan.changes.triples, source)
            else:
                writer.remove_graph(plan.graph)
        return writer.publish()


def _checked(kind: str, options: ImportOptions) -> _Kind:
    found = _KINDS.get(kind)
    if found is None:
        raise InputError(f"'{kind}' can't be imported; this takes {', '.join(KINDS)}.")
    if not _NAME.fullmatch(options.name) or len(options.name) > 40:
        raise InputError(
            f"'{options.name}' can't name a set; use up to 40 small letters, digits and hyphens."
        )
    if options.format and options.format not in found.formats:
        raise InputError(f"--format takes {', '.join(found.formats)} for {kind}.")
    return found


def _with_quality(
    snapshot: Snapshot, iri: str, kind: _Kind, draft: Draft, changes: Changes, file: ImportFile
) -> tuple[Draft, bool]:
    """Add what the quality checks of level ERROR find, and leave those records out."""
    source = GraphSource(kind.graph_kind, kind.title, file.name, file.sha256)
    others = [
        PackagedGraph(
            row["graph"],
            GraphSource(row["kind"], "", row["graph"].removeprefix(GRAPH), ""),
            list(snapshot.triples(row["graph"])),
        )
        for row in snapshot.rows(_GRAPHS)
        if row["graph"] not in (iri, PROVENANCE_GRAPH) and row["kind"] != "example"
    ]
    own = PackagedGraph(iri, source, list(changes.triples))
    found = quality_errors([*others, own, _files((*others, own))])
    if not found:
        return draft, False
    before = PackagedGraph(iri, source, list(snapshot.triples(iri)))
    old = {_key(f) for f in quality_errors([*others, before, _files((*others, before))])}
    new = [finding for finding in found if _key(finding) not in old]
    records = {record.iri: record for record in draft.records}
    faults = []
    for finding in new:
        record = records.get(finding.subject)
        value = f" ({finding.value})" if finding.value else ""
        message = f'"{finding.term}": {finding.title}{value}. {finding.remedy}'
        place = record.place if record else file.name
        faults.append(Fault(place, message.rstrip("."), record.place if record else ""))
    return _without(draft, faults), any(fault.record for fault in faults)


def _other_list(changes: Changes, set_name: str) -> list[Fault]:
    """Find records whose id means something else altogether in the set.

    Small numbers are ids in many lists; one list must not overwrite another.
    """
    faults = []
    for change in changes.of("changed"):
        names = next((d for d in change.differences if d.property == "name"), None)
        if names is None or not (names.old and names.new):
            continue
        old, new = names.old[0].casefold(), names.new[0].casefold()
        if set(old.split()) & set(new.split()) or SequenceMatcher(None, old, new).ratio() > 0.5:
            continue
        message = (
            f"'{names.new[0]}' has the id of '{names.old[0]}' in the set '{set_name}'; import"
            " another list with --into and a name of its own, or replace the set with --replace"
        )
        faults.append(Fault(change.place, message, change.place))
    return faults


def _without(draft: Draft, faults: list[Fault]) -> Draft:
    """Return a draft with faults added, and without the records that they are about."""
    out = {fault.record for fault in faults}
    gone = [record for record in draft.records if record.place in out]
    return replace(
        draft,
        records=tuple(record for record in draft.records if record.place not in out),
        faults=(*draft.faults, *faults),
        left_out=(*draft.left_out, *(f"{record.label} ({record.place})" for record in gone)),
    )


def _files(graphs: tuple[PackagedGraph, ...]) -> PackagedGraph:
    """Describe every file that is named as a source, as the record of imports does."""
    start = ID + "file/"
    files = {
        t.object.value
        for graph in graphs
        for t in graph.triples
        if isinstance(t.object, ox.NamedNode) and t.object.value.startswith(start)
    }
    triples = []
    for name in sorted(files):
        node = ox.NamedNode(name)
        triples += [
            ox.Triple(node, ox.NamedNode(RDF + "type"), ox.NamedNode(CJ + "ImportedFile")),
            ox.Triple(node, ox.NamedNode(RDFS + "label"), ox.Literal("file")),
            ox.Triple(node, ox.NamedNode(DCTERMS + "source"), node),
        ]
    return PackagedGraph(
        PROVENANCE_GRAPH, GraphSource("provenance", "imports", "imports", ""), triples
    )


def _key(finding: QualityFinding) -> tuple[str, str, str]:
    return (finding.check, finding.subject, finding.value)
