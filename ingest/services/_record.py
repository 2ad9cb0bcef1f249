"""Turns a service of HSDS or Open Referral UK into the graph's own words.

What the source says in a vocabulary of its own is linked to ours only where the names
agree; its words are kept in any case.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Final

from cjgraph.namespaces import CJ, DCTERMS, GEOGRAPHY, SCHEMA, SKOS, slug, thing
from ingest.imports._draft import DraftBuilder, Record, RowFaults
from ingest.imports._known import Known, is_own
from ingest.imports._personal import kept_text, office_mailbox
from ingest.imports._wording import clean, plain, read_address, read_day, shortened
from ingest.services._item import Item

_STATUSES: Final = ("active", "inactive", "defunct", "temporarily closed")

#: Fields that are text in the graph as well: our property, then the names of the field.
_TEXTS: Final = (
    (CJ + "fees", ("fees_description", "fees")),
    (CJ + "accreditations", ("accreditations",)),
    (CJ + "applicationProcess", ("application_process",)),
    (CJ + "attendingType", ("attending_type",)),
    (CJ + "deliverableType", ("deliverable_type",)),
    (CJ + "governanceArrangement", ("governance",)),
    (CJ + "intendedOutcome", ("intended_outcome",)),
    (CJ + "serviceCost", ("cost",)),
    (CJ + "serviceQuality", ("quality",)),
    (CJ + "serviceActivities", ("activities",)),
    (CJ + "serviceCapacity", ("capacity",)),
    (CJ + "sustainabilityRisk", ("sustainability_risk",)),
    (CJ + "workforceSkills", ("workforce_skills",)),
    (CJ + "duplicationNote", ("duplication_note",)),
    (CJ + "unitCost", ("unit_cost",)),
    (CJ + "peopleReached", ("people_reached",)),
    (CJ + "outcomesAchieved", ("outcomes_achieved",)),
    (CJ + "breakClause", ("break_clause",)),
)
_DAYS: Final = (
    (CJ + "assuredDate", ("assured_date",)),
    (CJ + "fundedFrom", ("funded_from",)),
    (CJ + "fundedTo", ("funded_to",)),
)
#: Our own vocabularies: the column of a table, the kind of term and the property.
_TERMS: Final = (
    ("needs", "need", CJ + "addressesNeed"),
    ("populations", "population", CJ + "forPopulation"),
    ("interventions", "intervention", CJ + "usesIntervention"),
    ("prevention_level", "prevention", CJ + "preventionLevel"),
)
#: What the graph has no property for, to what people call it.
_NOT_KEPT: Final = {
    "phones": "telephone numbers",
    "phone": "telephone numbers",
    "contacts": "contacts",
    "contact": "contacts",
    "locations": "locations",
    "location": "locations",
    "service_at_locations": "locations",
    "schedules": "opening hours",
    "regular_schedules": "opening hours",
    "holiday_schedules": "opening hours",
    "languages": "languages",
    "reviews": "reviews",
    "required_documents": "required documents",
    "program": "programmes",
    "program_id": "programmes",
    "wait_time": "waiting times",
    "interpretation_services": "interpretation",
    "licenses": "licences",
    "metadata": "metadata",
    "last_modified": "dates of change",
}


class ServiceWriter:
    """Writes services and the bodies that provide them into a draft.

    Args:
        builder: The draft.
        known: What the data know.
        name: The name of the set, which is part of the IRIs that are made.
    """

    def __init__(self, builder: DraftBuilder, known: Known, name: str) -> None:
        self.builder = builder
        self.known = known
        self.name = name
        self.count = 0
        self.not_kept: set[str] = set()

    def write(self, item: Item) -> None:
        """Take a service into the draft, or say what is wrong with it."""
        self.count += 1
        faults = self.builder.row(item.place)
        label = plain(item.text("name"))
        if not label:
            faults.add(item.at("name"), "there is no name")
        for name in item.odd("name", "description", "url", "email", "status"):
            faults.add(item.at(name), "is no text")
        own = item.text("uri")
        if own and is_own(own) and own in self.known.things["service"]:
            faults.note("", f"'{shortened(label)}' is in the data already; left as it is")
            return
        record = Record(self._iri(item, label), label, item.place)
        record.type(CJ + "Service")
        record.named()
        self._words(item, record, faults)
        self._contact(item, record, faults)
        self._areas(item, record, faults)
        self._terms(item, record, faults)
        bodies = self._providers(item, record, faults)
        record.unchecked()
        self.not_kept |= {what for name, what in _NOT_KEPT.items() if item.data.get(name)}
        if self.builder.keep(record, faults):
            for body in bodies:
                self._keep_body(body)

    def _iri(self, item: Item, label: str) -> str:
        name = clean(item.text("id"))
        uri = item.text("uri")
        if uri and is_own(uri):  # an export of this product, read back
            name = uri.rpartition("/")[2].removeprefix(f"{self.name}-")
        made = slug(name or label)
        if made == "x" or len(made) > 80:
            digest = hashlib.sha256((name or label).encode("utf-8", "replace")).hexdigest()[:8]
            made = f"{made[:70].strip('-')}-{digest}"
        return thing("service", f"{self.name}-{made}")

    def _words(self, item: Item, record: Record, faults: RowFaults) -> None:
        def text(*names: str) -> str:
            return kept_text(plain(item.text(*names)), item.at(item.first(*names)), faults)

        other = plain(item.text("alternate_name"))
        if other.casefold() != record.label.casefold():
            record.words(SKOS + "altLabel", other)
        record.words(DCTERMS + "description", text("description"))
        for predicate, names in _TEXTS:
            record.text(predicate, text(*names))
        record.text(CJ + "eligibility", self._eligibility(item, text))
        for part in item.children("funding", "fundings"):
            record.text(CJ + "fundingSource", plain(part.text("source", "name")))
        record.text(CJ + "fundingSource", plain(item.text("funding")))
        for part in item.children("cost_options"):
            record.text(CJ + "unitCost", _cost(part))
        for part in item.children("service_capacities", "service_capacity"):
            words = plain(part.text("description"))
            places = part.text("maximum", "available")
            record.text(CJ + "serviceCapacity", words or (f"{places} places" if places else ""))
        specialist = item.text("specialist").casefold()
        if specialist in ("yes", "no", "true", "false"):
            value = "true" if specialist in ("yes", "true") else "false"
            record.typed(CJ + "isSpecialist", value, "boolean")
        self._days(item, record, faults)

    def _eligibility(self, item: Item, text: Callable[..., str]) -> str:
        parts = [text("eligibility_description")]
        sources = [item, *item.children("eligibility", "eligibilitys", "eligibilities")]
        for part in sources:
            if part is not item:
                parts.append(plain(part.text("eligibility", "name", "description")))
            low, high = part.text("minimum_age"), part.text("maximum_age")
            low, high = (re.sub(r"\.0+$", "", age) for age in (low, high))
            if low and high:
                parts.append(f"Ages {low} to {high}.")
            elif low or high:
                parts.append(f"Ages {low} and over." if low else f"Ages up to {high}.")
        return " ".join(dict.fromkeys(part for part in parts if part))

    def _days(self, item: Item, record: Record, faults: RowFaults) -> None:
        found: dict[str, str] = {}
        for predicate, names in _DAYS:
            written = item.text(*names)
            day = read_day(written)
            if written and not day:
                what = f"'{shortened(written, 30)}' is no day; write it as 2026-03-31"
                faults.add(item.at(item.first(*names)), what)
            found[predicate] = day
            record.typed(predicate, day, "date")
        if found[CJ + "fundedTo"] and found[CJ + "fundedTo"] < found[CJ + "fundedFrom"]:
            what = "the last day of the funding is before its first"
            faults.add(item.at("funded_to"), what)

    def _contact(self, item: Item, record: Record, faults: RowFaults) -> None:
        written = item.text("url")
        address = read_address(written)
        if written and not address:
            faults.add(item.at("url"), f"'{shortened(written, 60)}' is no web address")
        record.link(SCHEMA + "url", address)
        mailbox = office_mailbox(item.text("email"), item.at("email"), faults)
        record.text(CJ + "contactEmail", mailbox)
        status = item.text("status").casefold().replace("_", " ")
        if status in _STATUSES:
            record.text(CJ + "serviceStatus", status)
        elif status:
            what = f"'{shortened(status, 30)}' is not one of {', '.join(_STATUSES)}"
            faults.add(item.at("status"), what)

    def _areas(self, item: Item, record: Record, faults: RowFaults) -> None:
        for part in item.children("service_areas", "service_area"):
            names = [part.text(n) for n in ("uri", "code", "name", "service_area", "description")]
            extent = part.data.get("extent")
            names += [extent] if isinstance(extent, str) else []
            self._area([n for n in names if n], part.place, record, faults)
        listed = item.text("service_areas")
        for name in re.split(r"[;|\n]", listed):
            if not name.strip():
                continue
            place = item.at("service_areas")
            parts = [name.strip()]
            if "," in name and not self.known.find("area", name):
                parts = [part.strip() for part in name.split(",") if part.strip()]
            for part_name in parts:
                self._area([part_name], place, record, faults)

    def _area(self, names: list[str], place: str, record: Record, faults: RowFaults) -> None:
        for name in names:
            found = self.known.find("area", name.rpartition("/")[2] if "/" in name else name)
            if found:
                record.link(CJ + "availableInArea", found.iri)
                return
        if not names:
            return
        shown = next((n for n in names if not n.startswith(GEOGRAPHY)), names[0])
        if any(re.search(r"\b[SEWN]\d{8}\b", name) for name in names):
            what = f"there is no area '{shortened(shown, 40)}'" + self.known.hint("area", shown)
            faults.add(place, what)
        else:
            faults.note(
                place,
                f"the area '{shortened(shown, 40)}' is not known and was not kept"
                + self.known.hint("area", shown),
            )

    def _terms(self, item: Item, record: Record, faults: RowFaults) -> None:
        for column, kind, predicate in _TERMS:
            for name in re.split(r"[;|\n]", item.text(column)):
                if not name.strip():
                    continue
                found = self.known.find(kind, name)
                if found:
                    record.link(predicate, found.iri)
                else:
                    what = f"'{shortened(name.strip(), 40)}' is not a known {kind}"
                    faults.add(item.at(column), what + self.known.hint(kind, name))
        words = [(name, "") for name in re.split(r"[;|\n]", item.text("taxonomy"))]
        for part in item.children("attributes", "service_taxonomys", "service_taxonomies"):
            term = part.child("taxonomy_term", "taxonomy") or part
            scheme = term.child("taxonomy_detail", "taxonomy")
            of = scheme.text("name") if scheme else term.text("taxonomy", "vocabulary")
            words.append((term.text("name", "term") or part.text("label", "value"), of))
        self._source_words(words, record)

    def _source_words(self, words: list[tuple[str, str]], record: Record) -> None:
        kept: dict[str, None] = {}
        for raw, of in words:
            name = plain(raw)
            if not name:
                continue
            # A term is linked only where exactly one vocabulary of ours has its name.
            found = [(p, f) for _, kind, p in _TERMS if (f := self.known.find(kind, name))]
            if len(found) == 1:
                record.link(found[0][0], found[0][1].iri)
            scheme = plain(of)
            kept[f"{name} ({scheme})" if scheme and scheme != name else name] = None
        if kept:
            text = "Its source lists it under: " + "; ".join(kept) + "."
            record.words(SKOS + "editorialNote", text)

    def _providers(self, item: Item, record: Record, faults: RowFaults) -> list[Record]:
        made = []
        parts = list(item.children("organization", "organisation"))
        if not parts and item.text("organization"):
            names = re.split(r"[;|\n]", item.text("organization"))
            place = item.at("organization")
            parts = [Item({"name": name}, place) for name in names if name.strip()]
        for part in parts:
            name = plain(part.text("name"))
            if not name:
                if part.data.get("id"):
                    faults.note(part.place, "the organisation has no name, so it is not known")
                continue
            found = self.known.find("organization", name)
            if found:
                record.link(CJ + "providedBy", found.iri)
                continue
            body = self._body(part, name, faults)
            record.link(CJ + "providedBy", body.iri)
            made.append(body)
        return made

    def _body(self, part: Item, name: str, faults: RowFaults) -> Record:
        code = slug(name)[:80].strip("-")
        if code == "x":
            code = hashlib.sha256(name.encode()).hexdigest()[:8]
        record = Record(thing("organization", f"{self.name}-{code}"), name, part.place)
        record.type(CJ + "Organization")
        record.named()
        other = plain(part.text("alternate_name"))
        if other.casefold() != name.casefold():
            record.words(SKOS + "altLabel", other)
        text = kept_text(plain(part.text("description")), part.at("description"), faults)
        record.words(SKOS + "definition", text)
        written = part.text("website", "url")
        address = read_address(written)
        if written and not address:
            where = part.at(part.first("website", "url"))
            faults.note(where, f"'{shortened(written, 60)}' is no web address; left out")
        record.link(SCHEMA + "url", address)
        record.unchecked()
        return record

    def _keep_body(self, body: Record) -> None:
        before = self.builder.has(body.iri)
        if before is None:
            self.builder.keep(body)
        elif len(body.triples) > len(before.triples):  # the same body, told of more fully here
            before.triples.update(body.triples)


def _cost(part: Item) -> str:
    words = plain(part.text("amount_description", "option"))
    amount = part.text("amount")
    if not amount:
        return words
    sum_ = " ".join(p for p in (amount, part.text("currency")) if p)
    return f"{sum_} ({words})" if words else sum_
