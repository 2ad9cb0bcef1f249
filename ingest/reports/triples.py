"""A reading of an annual report as triples of the ontology.

Source: Community Justice (Scotland) Act 2016, section 23.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from cjgraph.namespaces import CJ, DCTERMS, RDF, RDFS, XSD, thing
from ingest.plans.blocks import Locator
from ingest.plans.rdf_places import quotation_triples

from .progress import ActionProgress, ReportReading, State

_A: Final = NamedNode(RDF + "type")
_LABEL: Final = NamedNode(RDFS + "label")
_SOURCE: Final = NamedNode(DCTERMS + "source")
_LONGEST: Final = 100


def report_triples(
    reading: ReportReading, *, name: str, plan: str, invented: bool, checked: bool = False
) -> Iterator[Triple]:
    """Turn a reading into triples.

    Args:
        reading: A reading whose status is ``ok``, joined to a plan.
        name: Name of the report in IRIs: area and year, as in ``fife/2024-2025``.
        plan: Name of the plan in IRIs: area and edition, as in ``fife/2024-2029``.
        invented: Whether no one published this report.
        checked: Whether a person has checked the reading.

    Raises:
        ValueError: The report could not be read, or was joined to no plan.
    """
    if reading.status != "ok" or reading.plan is None:
        raise ValueError("Only a report that was read and joined to a plan has triples.")
    return _Writer(reading, name, plan, invented, checked).triples()


class _Writer:
    def __init__(
        self, reading: ReportReading, name: str, plan: str, invented: bool, checked: bool
    ) -> None:
        self._reading = reading
        self._report = NamedNode(thing("report", name))
        self._plan = NamedNode(thing("plan", plan))
        self._file = NamedNode(thing("file", reading.source.sha256))
        self._flags = (("isInvented", invented), ("checkedByPerson", checked))

    def triples(self) -> Iterator[Triple]:
        yield from self._head()
        for action in self._reading.actions:
            yield from self._action(action)
        for outcome in self._reading.outcomes:
            node = self._node("outcome", outcome.id)
            label = f"{_words(outcome.state)}: {outcome.text}"
            target = NamedNode(f"{self._plan.value}/outcome/{outcome.id}")
            yield from self._statement(node, label, outcome.quote, outcome.locator)
            yield Triple(node, _cj("aboutOutcome"), target)
            yield Triple(node, _cj("progressState"), _state(outcome.state))
        for national in self._reading.national:
            for number, told in enumerate(national.statements, 1):
                node = self._node("national", f"{national.outcome}/{number}")
                yield from self._statement(node, national.title, told.quote, told.locator)
                yield Triple(
                    node, _cj("aboutOutcome"), NamedNode(thing("outcome", national.outcome))
                )
                for code in national.indicators:
                    target = NamedNode(thing("indicator", code))
                    yield Triple(node, _cj("namesIndicator"), target)
        for number, new in enumerate(self._reading.new_actions, 1):
            node = self._node("new", str(number))
            label = f"{_words(new.state)}, not in the plan: {new.text}"
            yield from self._statement(node, label, new.quote, new.locator)
            yield Triple(node, _cj("progressState"), _state(new.state))
            if new.said:
                yield Triple(node, _cj("statusAsWritten"), Literal(new.said))

    def _head(self) -> Iterator[Triple]:
        read, node = self._reading, self._report
        yield Triple(self._file, _A, _cj("ImportedFile"))
        yield Triple(self._file, _LABEL, Literal(read.source.name))
        yield Triple(self._file, _cj("sha256"), Literal(read.source.sha256))
        yield Triple(self._file, _SOURCE, self._file)
        yield Triple(node, _A, _cj("AnnualReport"))
        yield Triple(node, _LABEL, _english(read.title or read.source.name))
        yield Triple(node, _SOURCE, self._file)
        yield Triple(node, _cj("reportsOnPlan"), self._plan)
        if read.area:
            yield Triple(node, _cj("planArea"), Literal(read.area))
        for prop, day in zip(("periodStart", "periodEnd"), read.period or (), strict=False):
            date = Literal(day.isoformat(), datatype=NamedNode(XSD + "date"))
            yield Triple(node, _cj(prop), date)
        for prop, value in self._flags:
            truth = Literal("true" if value else "false", datatype=NamedNode(XSD + "boolean"))
            yield Triple(node, _cj(prop), truth)

    def _action(self, action: ActionProgress) -> Iterator[Triple]:
        node = self._node("action", action.id)
        label = f"{_words(action.state)}: {action.text}"
        yield from self._statement(node, label, action.quote, action.locator)
        target = NamedNode(f"{self._plan.value}/action/{action.id}")
        yield Triple(node, _cj("aboutAction"), target)
        yield Triple(node, _cj("progressState"), _state(action.state))
        if action.said:
            yield Triple(node, _cj("statusAsWritten"), Literal(action.said))
        if action.why:
            yield Triple(node, _cj("stateReason"), Literal(action.why))
        share = Literal(f"{action.confidence:.2f}", datatype=NamedNode(XSD + "decimal"))
        yield Triple(node, _cj("matchConfidence"), share)

    def _statement(
        self, node: NamedNode, label: str, quote: str, place: Locator
    ) -> Iterator[Triple]:
        yield Triple(node, _A, _cj("ProgressStatement"))
        yield Triple(node, _LABEL, _english(label))
        yield Triple(node, _SOURCE, self._file)
        yield Triple(node, _cj("ofReport"), self._report)
        if quote:
            yield Triple(node, _cj("text"), Literal(quote))
            short = _short(f"{place.bare().in_words()} of the report")
            yield from quotation_triples(node, self._file, quote, place, short)

    def _node(self, kind: str, name: str) -> NamedNode:
        return NamedNode(f"{self._report.value}/{kind}/{name}")


def _state(state: State) -> NamedNode:
    return NamedNode(thing("progress-state", state.replace("_", "-")))


def _words(state: State) -> str:
    return state.replace("_", " ").capitalize()


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _english(text: str) -> Literal:
    return Literal(_short(text), language="en")


def _cj(name: str) -> NamedNode:
    return NamedNode(CJ + name)
