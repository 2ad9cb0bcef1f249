"""How other published plans met the same point: their words, the place, the plan."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from cjgraph.advice._memory import SnapshotMemory
from cjgraph.advice._rules import RuleAdvice
from cjgraph.advice._words import shortened
from cjgraph.namespaces import CJ, ID
from cjgraph.shacl import Finding
from cjgraph.store import Snapshot

#: Most examples for one finding, each of another plan.
MOST: Final = 2
_PLANS: Final = ID + "plan/"
#: Words shorter than this, such as "Yes", show nobody how to write.
_SHORTEST: Final = 25
_GOOD_LENGTH: Final = 140

#: Plans that are read: in the national data only those that a person checked are held.
_HELD: Final = """
  ?plan a cj:CJOIP ; rdfs:label ?title .
  OPTIONAL { ?plan cj:isInvented ?invented }
  OPTIONAL { ?plan cj:checkedByPerson ?checked }
  OPTIONAL { ?plan dcterms:source ?file }
  OPTIONAL { ?thing cj:hasLocator ?locator .
    OPTIONAL { ?locator cj:sourceLocator ?place } OPTIONAL { ?locator oa:exact ?exact } }"""

_ON_ITEMS: Final = (
    """
SELECT DISTINCT ?plan ?title ?invented ?checked ?file ?place ?exact ?text ?key WHERE {
  ?thing a cj:PlanStatement ; cj:ofPlan ?plan ; cj:text ?text ; cj:addressesItem ?item .
  ?item a cj:ChecklistItem ; skos:notation ?key .
  ?verdict a cj:ChecklistVerdict ; cj:ofPlan ?plan ; cj:addressesItem ?item ;
    cj:hasVerdict ?met . FILTER(STRENDS(STR(?met), "/present"))"""
    + _HELD
    + "}"
)

_ON_OUTCOMES: Final = (
    """
SELECT DISTINCT ?plan ?title ?invented ?checked ?file ?place ?exact ?text ?kind ?key WHERE {
  ?outcome a cj:CommunityJusticeOutcome ; skos:notation ?key .
  { ?thing cj:assessesOutcome ?outcome } UNION { ?thing cj:decidesOn ?outcome }
  UNION { ?thing cj:contributesTo+ ?outcome }
  ?thing cj:ofPlan ?plan .
  { ?thing a ?kind ; cj:text ?text . FILTER(STRSTARTS(STR(?kind), STR(cj:))) }
  UNION { ?thing cj:measureText ?text . BIND(cj:PlanMeasure AS ?kind) }"""
    + _HELD
    + "}"
)


@dataclass(frozen=True, slots=True)
class _Example:
    """The words of another plan on one point."""

    plan: str
    title: str
    quote: str
    place: str
    file: str
    invented: bool
    checked: bool

    def as_json(self) -> dict[str, Any]:
        return {
            "plan": self.title,
            "quote": shortened(self.quote),
            "place": self.place,
            "invented": self.invented,
            "checked": self.checked,
        }


@dataclass(frozen=True, slots=True)
class PlanExamples:
    """What published plans say, by checklist item and by kind of thing and outcome."""

    _by_point: dict[tuple[str, str], list[_Example]]

    def of(self, finding: Finding, rule: RuleAdvice, plan_sha256: str) -> list[dict[str, Any]]:
        """Return how other plans met the point of a finding.

        Args:
            finding: The finding.
            rule: What its rule offers.
            plan_sha256: Hash of the plan that was checked, which is no example for itself.
        """
        if rule.checklist and finding.checklist_item is not None:
            point = ("", str(finding.checklist_item))
        elif rule.example and finding.outcome:
            point = (rule.example, finding.outcome.casefold())
        else:
            return []
        area = _area(finding.focus)
        chosen: dict[str, _Example] = {}
        for example in self._by_point.get(point, ()):
            own = example.file.endswith(plan_sha256) or (area and _area(example.plan) == area)
            if not own:
                chosen.setdefault(example.plan, example)
        return [example.as_json() for example in list(chosen.values())[:MOST]]


def _read(snapshot: Snapshot, include: frozenset[str]) -> PlanExamples:
    points: dict[tuple[str, str], set[_Example]] = defaultdict(set)
    for query in (_ON_ITEMS, _ON_OUTCOMES):
        for row in snapshot.rows(query, include=include):
            measure = row.get("kind") == CJ + "PlanMeasure"
            quote = row["text"] if measure else row.get("exact") or row["text"]
            if not measure and len(quote) < _SHORTEST:
                continue
            example = _Example(
                plan=row["plan"],
                title=row["title"],
                quote=quote,
                place=row.get("place", ""),
                file=row.get("file", ""),
                invented=row.get("invented") == "true",
                checked=row.get("checked") == "true",
            )
            points[row.get("kind", ""), _code(row["key"])].add(example)
    return PlanExamples({point: sorted(held, key=_worth) for point, held in points.items()})


def _code(notation: str) -> str:
    """Return a notation as findings write it, such as ``ndo-3`` or ``7``."""
    return notation.casefold().replace(" ", "-")


def _worth(example: _Example) -> tuple[bool, bool, int, str, str]:
    """Put real plans first, checked ones before others, then words of a length to learn from."""
    far = abs(len(example.quote) - _GOOD_LENGTH)
    return (example.invented, not example.checked, far, example.quote, example.plan)


def _area(iri: str) -> str:
    """Return the part of a plan's IRI, or of an IRI within it, that names the area."""
    return iri.removeprefix(_PLANS).partition("/")[0] if iri.startswith(_PLANS) else ""


#: What published plans say in a snapshot; read once.
plan_examples: Final = SnapshotMemory(_read)
