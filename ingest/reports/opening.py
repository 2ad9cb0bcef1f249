"""Opens a report and takes it apart, by the same road as a plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from cjgraph.errors import PlanNotReadable
from ingest.plans.blocks import (
    LONGEST,
    NOWHERE,
    Block,
    cut,
    passages,
    title_apart,
    too_long,
    too_much,
)
from ingest.plans.document import LockedFile, RefusedFile
from ingest.plans.guard import MEDIA_TYPES, look_at
from ingest.plans.identifiers import case_identifiers
from ingest.plans.personal import Masker
from ingest.plans.reader import identifiers_aside, taken_apart
from ingest.plans.reading import Source, Warned

from .progress import ReportStatus


@dataclass(frozen=True, slots=True)
class Opened:
    """A report taken apart, with names of officials masked; or why it could not be.

    Args:
        status: ``ok``, or what is the matter.
        raw: The blocks before anything was masked.
        title: The title in the file's properties.
        page_texts: The words of each page of a PDF.
    """

    status: ReportStatus
    source: Source
    blocks: list[Block]
    raw: list[Block]
    title: str = ""
    page_texts: tuple[str, ...] = ()
    warnings: tuple[Warned, ...] = ()


def opened(path: Path, name: str) -> Opened:
    """Open a file and take it apart.

    Args:
        path: The file.
        name: What to call it.

    Raises:
        FileNotReadable: There is no such file, it is a folder or may not be read.
        WrongFormat: It is a sound file of a kind that is not read today.
    """
    checked = look_at(path, name)
    media = MEDIA_TYPES[checked.format] if checked.format else ""
    source = Source(name, media, checked.sha256)
    if checked.trouble or checked.format is None:
        return _stopped(checked.trouble or "damaged", source, checked.reason)
    try:
        document = taken_apart(checked, checked.format, name)
    except PlanNotReadable as error:
        return _stopped(_status_of(error), source, error.message)
    source = replace(source, pages=document.pages, unreadable=document.unreadable)
    warnings = list(document.warnings)
    if checked.note:
        warnings.insert(0, Warned("format_differs", checked.note))
    blocks = document.blocks
    if much := too_much(blocks):
        return _stopped("refused", source, f"{name} has {much}, more than a report ever does.")
    for block in blocks:
        if too_long(block):
            place = block.locator.bare()
            said = f"{place.in_words()} is longer than {LONGEST} characters; its end was not read."
            warnings.append(Warned("not_read", said, place))
    blocks = title_apart([cut(block) for block in blocks])
    aside = identifiers_aside(checked, checked.format, document)
    if refused := [*aside, *case_identifiers(blocks, document.title)]:
        return replace(_stopped("refused", source, ""), warnings=tuple(refused))
    if not any(passages(blocks)) and not any(block.text for block in blocks):
        unread = tuple(Warned("not_read", why, place) for place, why in source.unreadable)
        stopped = _stopped("empty", source, f"{name} has no text in it.")
        return replace(stopped, source=source, warnings=(*stopped.warnings, *unread))
    masker = Masker()
    masked = [masker.block(block) for block in blocks]
    title = masker.text(document.title, NOWHERE)
    warnings.extend(masker.warnings)
    return Opened("ok", source, masked, blocks, title, document.page_texts, tuple(warnings))


def _status_of(error: PlanNotReadable) -> ReportStatus:
    if isinstance(error, LockedFile):
        return "encrypted"
    return "refused" if isinstance(error, RefusedFile) else "damaged"


def _stopped(status: ReportStatus, source: Source, reason: str) -> Opened:
    known = source.unreadable or ((NOWHERE, reason),)
    source = replace(source, unreadable=known if reason else source.unreadable)
    return Opened(status, source, [], [], warnings=(Warned(status, reason),))
