"""Reads lists of organisations and of the posts that lead for them; never names of persons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cjgraph.errors import WrongFormat
from cjgraph.namespaces import CJ, SCHEMA, SKOS, slug, thing
from ingest.imports._draft import Draft, DraftBuilder, Record, RowFaults, listed
from ingest.imports._file import ImportFile
from ingest.imports._known import Known
from ingest.imports._personal import kept_text
from ingest.imports._sheet import ColumnNames, SheetRow, read_sheet
from ingest.imports._wording import clean, plain, read_address, shortened
from ingest.organisations._post import PostReader

if TYPE_CHECKING:
    from ingest.imports import ImportOptions

__all__ = ["PostReader", "read_organisations"]

#: Columns that hold posts, to the role that the post plays.
_ROLES: Final = {
    "strategic_lead": "Strategic lead",
    "operational_lead": "Operational lead",
    "chair": "Chair",
    "coordinator": "Co-ordinator",
}
_COLUMNS: Final[ColumnNames] = {
    "id": ("organisation_id", "organization_id", "ref"),
    "name": ("organisation", "organization", "organisation name", "partner", "body", "agency"),
    "alternative_names": ("other names", "alternate_name", "alias", "aliases", "acronym"),
    "category": ("partner category", "type", "sector", "organisation type", "partner_category"),
    "description": ("about",),
    "url": ("website", "web address", "link"),
    "areas": ("area", "area served", "council area", "local authority"),
    "partnership": ("community justice partnership", "cjp"),
    "role": ("role in the partnership", "responsibility"),
    "post": ("job title", "post title", "position", "designation"),
    "strategic_lead": ("strategic lead", "strategic lead post", "executive lead"),
    "operational_lead": ("operational lead", "operational lead post", "delivery lead"),
    "chair": ("chair post", "chairperson"),
    "coordinator": ("co-ordinator", "coordinator post"),
    "person": ("name of person", "contact", "contact name", "lead name", "full name", "officer"),
    "email": ("e-mail", "email address", "contact email"),
    "phone": ("telephone", "tel", "mobile"),
}
#: Columns about persons: they are said to be left out and never looked at.
_PERSONS: Final = ("person", "email", "phone")


def read_organisations(file: ImportFile, known: Known, options: ImportOptions) -> Draft:
    """Read a list of organisations and roles.

    Args:
        file: A CSV table, one row an organisation or one row a role.
        known: What the data know; organisations that are known are only added to.
        options: The name of the set.

    Raises:
        WrongFormat: It is no single table.
    """
    if file.tables:
        raise WrongFormat(f"{file.name} is no single table.", hint="Give one CSV file.")
    builder = DraftBuilder(file.name, "a CSV table of organisations")
    sheet = read_sheet(file.content, file.name, _COLUMNS, builder, required=("name",))
    if sheet.others:
        builder.note(file.name, f"columns that mean nothing here: {listed(sheet.others)}")
    persons = [sheet.headings[c] for c in _PERSONS if c in sheet.headings]
    if persons:
        builder.note(file.name, f"columns about persons were not read: {listed(persons)}")
    reader = _Reader(builder, known, options.name)
    for row in sheet.rows:
        reader.row(row)
    if not sheet.rows and not builder.faults:
        builder.fault(file.name, "there is no organisation in it")
    reader.close()
    return builder.draft()


class _Reader:
    """Collects organisations; several rows may be about one of them, a role each."""

    def __init__(self, builder: DraftBuilder, known: Known, set_name: str) -> None:
        self.builder = builder
        self.known = known
        self.set_name = set_name
        self.posts = PostReader(known)
        self.bodies: dict[str, Record] = {}
        self.roles: dict[str, Record] = {}
        self.faulty: set[str] = set()

    def row(self, row: SheetRow) -> None:
        """Read a row."""
        faults = self.builder.row(row.place)
        name = plain(row.get("name"))
        if not name:
            faults.add(row.at("name"), "there is no name of an organisation")
            self.builder.refuse(faults, "")
            return
        body = self._body(row, name)
        roles = self._roles(row, body, faults)
        self._about(row, body, faults)
        if faults.entries:
            self.builder.refuse(faults, name)
            return
        self.bodies.setdefault(body.iri, body).triples.update(body.triples)
        for role in roles:
            self.roles.setdefault(role.iri, role)

    def close(self) -> None:
        """Give what was collected to the draft."""
        for record in (*self.bodies.values(), *self.roles.values()):
            if record.triples:
                self.builder.keep(record)
            else:
                self.builder.note(record.place, f"'{record.label}' is in the data already")

    def _body(self, row: SheetRow, name: str) -> Record:
        found = self.known.find("organization", name)
        if found:
            return Record(found.iri, found.label, row.place, adds_to=True)
        code = slug(row.get("id") or name)[:80].strip("-")
        record = Record(thing("organization", f"{self.set_name}-{code}"), name, row.place)
        before = self.bodies.get(record.iri)
        if before is not None:  # a further role of the same body
            record.label = before.label
        record.type(CJ + "Organization")
        record.named()
        record.unchecked()
        return record

    def _about(self, row: SheetRow, body: Record, faults: RowFaults) -> None:
        before = self.bodies.get(body.iri)
        name = plain(row.get("name"))
        if before is not None and not body.adds_to and before.label.casefold() != name.casefold():
            what = f"'{name}' has the id of '{before.label}' in {before.place}"
            faults.add(row.at("id"), what)
        written = row.get("url")
        address = read_address(written)
        if written and not address:
            faults.add(row.at("url"), f"'{shortened(written, 60)}' is no web address")
        category = clean(row.get("category"))
        found = self.known.find("partner-category", category) if category else None
        if category and found is None:
            faults.note(
                row.at("category"),
                f"'{shortened(category, 40)}' is not a known category of partner and was not kept"
                + self.known.hint("partner-category", category),
            )
        areas = self._areas(row, faults)
        if body.adds_to:
            return  # what it is and where it serves is said where it is described
        if found:
            body.link(CJ + "partnerCategory", found.iri)
        body.link(CJ + "servesArea", *areas)
        body.link(SCHEMA + "url", address)
        others = (plain(other) for other in row.many("alternative_names"))
        body.words(SKOS + "altLabel", *(o for o in others if o.casefold() != name.casefold()))
        text = kept_text(plain(row.get("description")), row.at("description"), faults)
        body.words(SKOS + "definition", text)

    def _areas(self, row: SheetRow, faults: RowFaults) -> list[str]:
        found = []
        for name in row.many("areas"):
            area = self.known.find("area", name)
            parts = [name] if area or "," not in name else re.split(r",\s*", name)
            for part in parts:
                one = area or self.known.find("area", part)
                if one:
                    found.append(one.iri)
                else:
                    what = f"there is no area '{shortened(part, 40)}'"
                    faults.add(row.at("areas"), what + self.known.hint("area", part))
        return found

    def _roles(self, row: SheetRow, body: Record, faults: RowFaults) -> list[Record]:
        wanted = [(column, title, row.get(column)) for column, title in _ROLES.items()]
        role, post = clean(row.get("role")), row.get("post")
        if role or post:
            wanted.append(("post" if post else "role", role or "Lead", post or role))
        made = []
        for column, title, written in wanted:
            if not written:
                continue
            post = self.posts.read(written, row.at(column), faults)
            title = self.posts.read(title, row.at("role"), faults) if column == "post" else title
            if post and title:
                made.append(self._role(row, body, title, post))
        return made

    def _role(self, row: SheetRow, body: Record, title: str, post: str) -> Record:
        where = clean(row.get("partnership"))
        label = f"{title}: {post}" if title.casefold() != post.casefold() else post
        label = f"{label} ({where})" if where else label
        start = body.iri.rpartition("/")[2].removeprefix(f"{self.set_name}-")
        # A title that names no single role, such as "Lead", is told apart by its post.
        words = f"{start} {where} {title}" + ("" if title in _ROLES.values() else f" {post}")
        code = slug(words)[:120].strip("-")
        record = Record(thing("role", f"{self.set_name}-{code}"), label, row.place)
        record.type(CJ + "Role")
        record.named()
        record.unchecked()
        body.link(CJ + "holdsRole", record.iri)
        return record
