"""Turns an entry of a list into a publication of the graph, known and not read."""

from __future__ import annotations

import hashlib
import re
from typing import Final
from urllib.parse import quote

from cjgraph.namespaces import CJ, DCTERMS, RDFS, SCHEMA, SKOS, slug, thing
from ingest.imports._draft import DraftBuilder, Record
from ingest.imports._known import Known, Named
from ingest.imports._wording import plain, read_address, read_year, shortened
from ingest.publications._entry import Entry

#: Where a DOI leads; the host that the DOI Foundation runs.
_RESOLVER: Final = "doi.org"
_DOI: Final = re.compile(r"10\.\d{4,9}/\S+")
_DOI_START: Final = re.compile(r"^(?:https?:/+)?(?:dx\.)?(?:doi\.org/|doi:?)\s*", re.IGNORECASE)
_LOCAL: Final = re.compile(r"^(?:file|internal-pdf|zotero|mendeley|[a-z]):", re.IGNORECASE)

#: Titles shorter than this are shared by unlike publications, such as "Annual report".
_TELLING: Final = 25
#: Longest title, in characters.
_LONGEST: Final = 1_000
_SLUG: Final = 60


def keep_entry(entry: Entry, builder: DraftBuilder, known: Known, *, abstracts: bool) -> None:
    """Check an entry and take it into the draft.

    Args:
        entry: The entry.
        builder: The draft; it is told what is wrong.
        known: What the data know.
        abstracts: Whether the abstract is kept.
    """
    faults = entry.faults
    title = plain(entry.title).strip(" .")
    if not title:
        faults.add(entry.at("title"), "there is no title")
    elif len(title) > _LONGEST:
        faults.add(entry.at("title"), f"the title has more than {_LONGEST:,} characters")
    doi = _doi(entry)
    year = read_year(entry.issued)
    if entry.issued and not year:
        faults.note(entry.at("issued"), f"'{shortened(entry.issued, 30)}' names no year")
    address, others = _addresses(entry, doi)
    same = _same(known, doi, title)
    if same and not faults.entries:
        where = f"{same.code.upper()} " if re.fullmatch(r"ev\d{3}", same.code) else ""
        faults.note("", f"is in the data already ({where}{shortened(same.label)}); left as it is")
        return
    authors = tuple(dict.fromkeys(name for name in entry.authors if name))
    first = authors[0] if authors else plain(entry.publisher)
    code = _code(doi, title, year, first)
    record = Record(thing("publication", code), title, faults.place)
    record.type(CJ + "EvidenceReview")
    record.named()
    record.text(SKOS + "notation", code)
    record.words(DCTERMS + "title", title)
    record.text(DCTERMS + "creator", *authors)
    record.text(DCTERMS + "publisher", plain(entry.publisher))
    record.text(SCHEMA + "datePublished", year)
    record.link(SCHEMA + "url", address)
    record.link(RDFS + "seeAlso", *others)
    record.text(DCTERMS + "identifier", doi)
    record.text(DCTERMS + "bibliographicCitation", _citation(entry))
    record.link(CJ + "readLevel", thing("read-level", "b"))
    _judged(entry, record, known, abstracts=abstracts)
    record.unchecked()
    builder.keep(record, faults, same="the same DOI" if doi else "the same title and year")


def _doi(entry: Entry) -> str:
    text = plain(entry.doi).strip(" .,;<>")
    if not text:
        # Some lists give the DOI only as an address.
        for address in entry.addresses:
            if _RESOLVER + "/10." in address:
                text = address
    bare = _DOI_START.sub("", text).rstrip(" .,;").lower()
    if not bare:
        return ""
    if not _DOI.fullmatch(bare):
        what = f"'{shortened(text, 40)}' is no DOI; one looks like 10.4073/csr.2015.1"
        entry.faults.add(entry.at("doi"), what)
        return ""
    return bare


def _addresses(entry: Entry, doi: str) -> tuple[str, tuple[str, ...]]:
    found = []
    for text in entry.addresses:
        if _LOCAL.match(text):
            entry.faults.note(entry.at("addresses"), "leads to a file on one computer; left out")
        elif address := read_address(text):
            found.append(address)
        elif text.strip():
            what = f"'{shortened(text, 60)}' is no web address"
            entry.faults.add(entry.at("addresses"), what)
    if doi and not found:
        found.append("https:" + f"//{_RESOLVER}/{quote(doi, safe='/:;()._-')}")
    unique = tuple(dict.fromkeys(found))
    return (unique[0] if unique else "", unique[1:])


def _same(known: Known, doi: str, title: str) -> Named | None:
    found = known.find("publication", doi) if doi else None
    if found is None and len(title) >= _TELLING:
        found = known.find("publication", title)
    return found


def _code(doi: str, title: str, year: str, first: str) -> str:
    """Return a code that is the same in every list: from the DOI, else from title and year."""
    if doi:
        return _cut(f"doi-{slug(doi)}", doi)
    parts = [_cut(slug(title), title)]
    if len(title) < _TELLING and first:
        parts.append(_cut(slug(first), first))
    return "-".join((*parts, year or "undated"))


def _cut(name: str, text: str) -> str:
    """Shorten a slug; what is lost by that stands in a few digits of a hash."""
    plain_letters = sum(c.isascii() for c in text) * 2 > len(text)
    if len(name) <= _SLUG and plain_letters and name != "x":
        return name
    digits = hashlib.sha256(text.casefold().encode()).hexdigest()[:8]
    return f"{name[:_SLUG].strip('-')}-{digits}"


def _citation(entry: Entry) -> str:
    parts = [plain(entry.container)]
    volume, issue, pages = plain(entry.volume), plain(entry.issue), plain(entry.pages)
    if volume or issue:
        parts.append(volume + (f"({issue})" if issue else ""))
    if pages:
        parts.append(f"pp. {pages}" if re.search(r"\D", pages) else f"p. {pages}")
    return ", ".join(part for part in parts if part) if parts[0] else ""


def _judged(entry: Entry, record: Record, known: Known, *, abstracts: bool) -> None:
    """Say what kind it is and where it applies, only where the list uses our own terms."""
    kind = plain(entry.kind)
    told = []
    if kind:
        found = known.find("publication-type", kind)
        if found:
            record.link(CJ + "publicationType", found.iri)
        else:
            told.append(f"Kind of publication, as the list says: {kind}.")
    if entry.applicability:
        where = known.find("applicability", entry.applicability)
        if where:
            record.link(CJ + "applicability", where.iri)
        else:
            entry.faults.add(
                entry.at("applicability"),
                f"'{shortened(entry.applicability, 30)}' is not known"
                + known.hint("applicability", entry.applicability),
            )
    if abstracts and (abstract := plain(entry.abstract)):
        told.append(f"Abstract, as the list gives it: {abstract}")
    record.words(DCTERMS + "description", " ".join(told))
