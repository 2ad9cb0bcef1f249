"""One publication as a list gives it, whatever the format."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ingest.imports._draft import RowFaults
from ingest.imports._wording import plain

_EMAIL: Final = re.compile(r"[<(]?[\w.+-]+@[\w.-]+\w[>)]?")
_OTHERS: Final = re.compile(r"^(?:and )?(?:et al\.?|others|et\.? al\.?)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One publication of a list; an empty text where the list says nothing.

    Args:
        faults: Where its faults are collected; its place is the entry's.
        at: Returns the place of one of the fields below by its name.
        title: Its title.
        authors: Who wrote it, given name first.
        issued: When it was published, as written.
        doi: Its DOI, as written.
        addresses: Its web addresses, as written.
        publisher: Who published it.
        container: The journal or book that it stands in.
        volume: Volume of the journal.
        issue: Number in the volume.
        pages: Pages.
        abstract: Its abstract.
        kind: What kind of publication the list says it is, in words.
        applicability: Where it applies, as our own table names it.
    """

    faults: RowFaults
    at: Callable[[str], str]
    title: str = ""
    authors: tuple[str, ...] = ()
    issued: str = ""
    doi: str = ""
    addresses: tuple[str, ...] = ()
    publisher: str = ""
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    abstract: str = ""
    kind: str = ""
    applicability: str = ""


def author(name: str) -> str:
    """Return an author's name, given name first; empty for 'et al.'.

    E-mail addresses that some exports put beside a name are taken out.

    >>> author("Smith, Jo")
    'Jo Smith'
    """
    bare = plain(_EMAIL.sub("", name)).strip(" ,;")
    if _OTHERS.match(bare):
        return ""
    family, comma, given = bare.partition(",")
    given, _, suffix = given.partition(",")
    if not comma or not given.strip():
        return bare
    return " ".join(part for part in (given.strip(), family.strip(), suffix.strip()) if part)
