"""Reads lists of figures: what was counted, where, when, and for which indicator."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from cjgraph.errors import WrongFormat
from cjgraph.namespaces import CJ, DCTERMS, RDFS, SCHEMA, slug, thing
from ingest.imports._draft import Draft, DraftBuilder, Record, RowFaults, listed
from ingest.imports._file import ImportFile
from ingest.imports._known import Known, Named
from ingest.imports._sheet import ColumnNames, SheetRow, read_sheet
from ingest.imports._wording import (
    WITHHELD,
    clean,
    plain,
    read_address,
    read_number,
    shortened,
)
from ingest.observations._period import Period, read_period

if TYPE_CHECKING:
    from ingest.imports import ImportOptions

__all__ = ["Period", "read_observations", "read_period"]

_COLUMNS: Final[ColumnNames] = {
    "id": ("observation_id", "ref", "reference"),
    "indicator": ("indicator_code", "indicator code", "national indicator", "indicator id"),
    "related_indicators": ("related_indicator", "related indicators"),
    "what": ("measure", "what was counted", "observed what", "description", "metric"),
    "label": ("title", "name"),
    "value": ("figure", "number", "count", "obs_value", "result", "amount"),
    "qualifier": ("value_qualifier",),
    "unit": ("units", "unit of measure", "unit_measure"),
    "period": ("period_as_written", "year", "date", "time period", "time_period", "reporting year"),
    "period_start": ("start", "from", "start date", "period from"),
    "period_end": ("end", "to", "end date", "period to"),
    "area": (
        "area_code",
        "gss_code",
        "gss code",
        "area name",
        "ref_area",
        "council",
        "local authority",
        "council area",
        "geography",
    ),
    "populations": ("population", "group", "population group"),
    "service": ("service_id", "service name"),
    "source": ("source_title", "data source"),
    "source_url": ("url", "link", "source link", "address"),
    "note": ("notes", "comment", "comments"),
}


def read_observations(file: ImportFile, known: Known, options: ImportOptions) -> Draft:
    """Read a list of figures.

    Args:
        file: A CSV table.
        known: What the data know; indicators, areas and groups must be among it.
        options: The name of the set.

    Raises:
        WrongFormat: It is no single table.
    """
    if file.tables:
        raise WrongFormat(f"{file.name} is no single table.", hint="Give one CSV file.")
    builder = DraftBuilder(file.name, "a CSV table of figures")
    sheet = read_sheet(file.content, file.name, _COLUMNS, builder, required=("value",))
    if sheet.headings and not {"indicator", "what", "related_indicators"} & set(sheet.headings):
        place = f"{file.name}, row 1"
        builder.fault(place, "there is neither a column 'indicator' nor a column 'what'")
    if sheet.others:
        builder.note(file.name, f"columns that mean nothing here: {listed(sheet.others)}")
    for row in sheet.rows:
        _keep(row, builder, known, options.name)
    if not sheet.rows and not builder.faults:
        builder.fault(file.name, "there is no figure in it")
    return builder.draft()


def _keep(row: SheetRow, builder: DraftBuilder, known: Known, set_name: str) -> None:
    faults = builder.row(row.place)
    written = row.get("value")
    if written.casefold() in WITHHELD:
        faults.note(row.at("value"), f"the figure is withheld or missing ('{written}'); left out")
        return
    value = _value(row, faults)
    indicator = _one(row, "indicator", "indicator", known, faults)
    related = _many(row, "related_indicators", "indicator", known, faults)
    area = _area(row, known, faults)
    groups = _many(row, "populations", "population", known, faults)
    service = _one(row, "service", "service", known, faults)
    what = plain(row.get("what")) or (indicator.label if indicator else "")
    if not (what or indicator or related) and not row.get("indicator"):
        faults.add(row.at("indicator"), "there is neither an indicator nor what was counted")
    if not (row.get("area") or groups or service):
        where = "the figure is neither for an area nor about a group of people or a service"
        faults.add(row.at("area"), where)
    period = read_period(row, faults)
    unit = plain(row.get("unit")) or ("per cent" if written.endswith("%") else "")
    if not unit:
        if "£" in written:
            unit = "pounds"
        else:
            faults.add(row.at("unit"), "there is no unit, such as people or per cent")
    label = plain(row.get("label")) or _label(what, indicator, area, groups, period)
    code = _code(row, what, indicator, area, groups, period, unit, service)
    record = Record(thing("observation", f"{set_name}-{code}"), label, row.place)
    record.type(CJ + "Observation")
    record.named()
    record.text(CJ + "observedWhat", what)
    record.typed(CJ + "observedValue", value, "decimal")
    record.text(CJ + "valueQualifier", clean(row.get("qualifier")))
    record.text(CJ + "unit", unit)
    record.text(CJ + "periodAsWritten", period.written)
    record.typed(CJ + "periodStart", period.start, "date")
    record.typed(CJ + "periodEnd", period.end, "date")
    record.link(CJ + "observedIndicator", indicator.iri if indicator else "")
    record.link(CJ + "relatedIndicator", *(n.iri for n in related))
    record.link(CJ + "observedArea", area.iri if area else "")
    record.link(CJ + "observedPopulation", *(n.iri for n in groups))
    record.link(CJ + "observedService", service.iri if service else "")
    _source(row, record, faults)
    record.unchecked()
    builder.keep(record, faults, same="the same indicator, area, group and period")


def _value(row: SheetRow, faults: RowFaults) -> str:
    written = row.get("value")
    value = read_number(written)
    if value:
        return value
    if not written:
        faults.add(row.at("value"), "there is no figure")
    elif re.fullmatch(r"\d+,\d{1,2}", written):
        point = written.replace(",", ".")
        faults.add(row.at("value"), f"'{written}' is not clear; write {point} with a point")
    else:
        what = f"'{shortened(written, 30)}' is no number; put words in the column 'qualifier'"
        faults.add(row.at("value"), what)
    return ""


def _one(row: SheetRow, column: str, kind: str, known: Known, faults: RowFaults) -> Named | None:
    written = clean(row.get(column))
    if not written:
        return None
    found = known.find_indicator(written) if kind == "indicator" else known.find(kind, written)
    if found is None:
        faults.add(row.at(column), _unknown(kind, written, known))
    return found


def _many(
    row: SheetRow, column: str, kind: str, known: Known, faults: RowFaults
) -> tuple[Named, ...]:
    found = []
    for written in row.many(column):
        one = known.find_indicator(written) if kind == "indicator" else known.find(kind, written)
        if one is None:
            faults.add(row.at(column), _unknown(kind, written, known))
        else:
            found.append(one)
    return tuple(dict.fromkeys(found))


def _area(row: SheetRow, known: Known, faults: RowFaults) -> Named | None:
    return _one(row, "area", "area", known, faults)


def _unknown(kind: str, written: str, known: Known) -> str:
    names = {"population": "group of people"}
    what = f"'{shortened(written, 40)}' is not a known {names.get(kind, kind)}"
    return what + known.hint(kind, written)


def _label(
    what: str,
    indicator: Named | None,
    area: Named | None,
    groups: tuple[Named, ...],
    period: Period,
) -> str:
    subject = what or (indicator.label if indicator else "figure")
    parts = [subject[:1].upper() + subject[1:]]
    parts += [area.label] if area else []
    parts += [group.label for group in groups] if not area else []
    parts += [period.written or period.end] if period.written or period.end else []
    return ", ".join(parts)


def _code(
    row: SheetRow,
    what: str,
    indicator: Named | None,
    area: Named | None,
    groups: tuple[Named, ...],
    period: Period,
    unit: str,
    service: Named | None,
) -> str:
    """Return a code that is the same whenever the same figure is given again."""
    if row.get("id"):
        return slug(row.get("id"))[:100].strip("-")
    parts = [
        indicator.code if indicator else "",
        plain(row.get("what")) or ("" if indicator else what),
        area.code if area else "",
        *(group.code for group in groups),
        service.code if service else "",
        f"{period.start} {period.end}".strip() or period.written,
        unit,
    ]
    whole = " ".join(part for part in parts if part)
    made = slug(whole)
    if len(made) <= 100 and made != "x":
        return made
    return f"{made[:80].strip('-')}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def _source(row: SheetRow, record: Record, faults: RowFaults) -> None:
    source, link = clean(row.get("source")), row.get("source_url")
    if not link and read_address(source):
        source, link = "", source
    address = read_address(link)
    if link and not address:
        faults.add(row.at("source_url"), f"'{shortened(link, 60)}' is no web address")
    record.link(DCTERMS + "source", address)
    record.link(SCHEMA + "url", address)
    record.words(CJ + "sourceLocator", source)
    record.words(RDFS + "comment", plain(row.get("note")))
