"""Words for people: names of things and finished messages, never an IRI."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from cjgraph.shacl._practice import main_words, share_words
from cjgraph.shacl._rules import Rule
from cjgraph.shacl._scores import thread_count
from cjgraph.shacl._spoken import BRIEF, clip, in_brief, spoken, tidy
from cjgraph.shacl._terms import CJ, DCTERMS, OA, SCHEMA

_KINDS = {
    CJ.Action: "action",
    CJ.StrategicObjective: "objective",
    CJ.LocalOutcome: "outcome",
    CJ.OutcomeAssessment: "assessment",
    CJ.PriorityDecision: "decision on priority",
    CJ.NeedStatement: "need",
    CJ.PlanStatement: "statement",
    CJ.Service: "service",
    CJ.CJOIP: "plan",
}
#: What findings of a stance do, in words that follow a number.
_STANCES = {
    "supports": "in favour",
    "mixed": "with mixed results",
    "null": "found no effect",
    "against": "against",
    "context": "as background",
}
_UPWARD = (
    CJ.actionForObjective,
    CJ.actionForOutcome,
    CJ.objectiveForOutcome,
    CJ.localOutcomeForOutcome,
    CJ.assessesOutcome,
    CJ.decidesOn,
)
#: Findings on a national outcome whose cell says nothing.
_UNFILLED = frozenset({"no_assessment", "no_priority_decision"})


class Wording:
    """Puts what a graph holds into words.

    Args:
        data: The plan with the terms of the framework.
        plan: The plan that is checked.
    """

    def __init__(self, data: Graph, plan: Node | None = None) -> None:
        self._data = data
        self._plan = plan

    def words(self, thing: Node) -> str:
        """Return the words of a thing as written; for a thing without words, its slug."""
        if isinstance(thing, Literal):
            return tidy(str(thing))
        for predicate in (CJ.text, SKOS.prefLabel, RDFS.label):
            found = sorted(str(o) for o in self._data.objects(thing, predicate))
            if found and tidy(found[0]):
                return tidy(found[0])
        return _slug_words(thing)

    def name(self, thing: Node) -> str:
        """Return a name for use in a sentence."""
        words, number = clip(self.words(thing)), self.notation(thing)
        kinds = set(self._data.objects(thing, RDF.type))
        if CJ.NationallyDeterminedOutcome in kinds:
            return f'nationally determined outcome {_number(number)} ("{words}")'
        if CJ.CommonOutcome in kinds:
            return f'common outcome {_number(number)} ("{words}")'
        if CJ.ChecklistItem in kinds:
            return f"Checklist item {number} ({words})"
        return f'"{words}"'

    def kind(self, thing: Node) -> str:
        """Return what a thing is, in a word."""
        kinds = set(self._data.objects(thing, RDF.type))
        return next((word for iri, word in _KINDS.items() if iri in kinds), "item")

    def notation(self, thing: Node) -> str:
        """Return the code of a framework item, such as ``ndo-3``, or nothing."""
        return str(self._data.value(thing, SKOS.notation) or "")

    def outcome(self, thing: Node) -> str | None:
        """Return the code of the national outcome that a thing is or leads to."""
        seen, front = {thing}, [thing]
        while front:
            for node in sorted(front, key=str):
                kinds = set(self._data.objects(node, RDF.type))
                if kinds & {CJ.NationallyDeterminedOutcome, CJ.CommonOutcome}:
                    return self.notation(node) or None
            above = {o for n in front for p in _UPWARD for o in self._data.objects(n, p)}
            front = list(above - seen)
            seen |= above
        return None

    def place(self, thing: Node, finding_type: str = "") -> tuple[dict[str, Any], str]:
        """Return where a thing stands and the exact words there.

        Where a cell is empty that should tell of an outcome, the cells beside it were read, not
        the empty one: its row is told, and the words of no other cell.

        Args:
            thing: What a finding is about.
            finding_type: What was found about it.
        """
        about = {
            holder
            for predicate in (CJ.assessesOutcome, CJ.decidesOn)
            for holder in self._data.subjects(predicate, thing)
        }
        holders = [thing, *sorted(about | self._said_on(thing), key=str)]
        for holder in holders:
            for locator in sorted(self._data.objects(holder, CJ.hasLocator), key=str):
                where = self._data.value(locator, CJ.sourceLocator)
                exact = self._data.value(locator, OA.exact)
                place = "" if where is None else tidy(str(where))
                if finding_type in _UNFILLED and (row := _row_of(place)):
                    return {"place": row}, ""
                return {"place": place} if place else {}, "" if exact is None else tidy(str(exact))
        return {}, ""

    def evidence(self, thing: Node) -> list[dict[str, Any]]:
        """Return the findings on what an action uses or is for, in the order of their codes.

        A need alone is shared by much that has little to do with the action: where no finding is
        on the intervention, those on the need count that share words with the action too.
        """
        words = self.words(thing)
        said = main_words(words)
        found = self._on(thing, CJ.usesIntervention, CJ.concernsIntervention) if said else set()
        if len(said) < len(words):  # an intervention may be only where the action takes place
            found = {f for f in found if share_words(said, self.words(f), least=1)}
        if said and not found:
            on_need = self._on(thing, CJ.addressesNeed, CJ.concernsNeed)
            found = {f for f in on_need if share_words(said, self.words(f))}
        rows = [
            {
                "publication": self._code(f, CJ.fromPublication),
                "title": self._about_publication(f, DCTERMS.title, RDFS.label),
                "url": self._about_publication(f, SCHEMA.url),
                "finding": self.notation(f) or _slug(f),
                "stance": self._code(f, CJ.stance),
                "strength": str(self._data.value(f, CJ.ownLabel) or ""),
            }
            for f in found
        ]
        return sorted(rows, key=lambda row: str(row["finding"]))

    def _on(self, thing: Node, topic_of: Node, concerns: Node) -> set[Node]:
        topics = set(self._data.objects(thing, topic_of))
        return {f for topic in topics for f in self._data.subjects(concerns, topic)}

    def fill(self, text: str, rule: Rule, subject: Node, target: Node | None) -> str:
        """Fill in the message or the remedy of a rule.

        Args:
            text: Text with places in braces.
            rule: The rule.
            subject: What the finding is about.
            target: What it points to, where that is at fault.
        """
        places = {
            "thing": lambda: self.name(subject),
            "kind": lambda: self.kind(subject),
            "target": lambda: self._target(rule, subject, target),
            "edition": lambda: self._of_plan(CJ.judgedAgainst),
            "parts": lambda: self._parts(subject),
            **spoken(self._data, self._plan, subject, rule, self.name),
            "evidence": lambda: _stances(self.evidence(subject)),
            "unlinked": self._unlinked,
        }
        filled = re.sub(r"\{(\w+)\}", lambda m: places[m[1]](), text)
        return filled[:1].upper() + filled[1:]

    def brief(self, rule: Rule, subject: Node, target: Node | None) -> str:
        """Return what stands for a message where findings of one rule are told together.

        Args:
            rule: The rule.
            subject: What the finding is about.
            target: What it points to, where that is at fault.
        """
        places = set(re.findall(r"\{(\w+)\}", rule.message))
        if "thing" not in places or places - BRIEF:
            return self.fill(rule.message, rule, subject, target)
        kind = f"{self.kind(subject)} " if "kind" in places else ""
        return f"{kind}{self.name(subject)}{in_brief(self._data, self._plan, subject, rule)}"

    def _target(self, rule: Rule, subject: Node, target: Node | None) -> str:
        if rule.type != "wrong_edition":
            return self.name(target) if target is not None else "something"
        if subject == self._plan:
            return self._of_plan(CJ.writtenAgainst)
        others = sorted(self._data.objects(subject, CJ.localOutcomeForOutcome), key=str)
        return ", ".join(self.name(other) for other in others)

    def _of_plan(self, predicate: Node) -> str:
        edition = self._data.value(self._plan, predicate) if self._plan is not None else None
        return "another edition" if edition is None else self.name(edition)

    def _said_on(self, verdict: Node) -> set[Node]:
        return {
            said
            for item in self._data.objects(verdict, CJ.addressesItem)
            for said in self._data.subjects(CJ.addressesItem, item)
            if (said, RDF.type, CJ.PlanStatement) in self._data
        }

    def _parts(self, verdict: Node) -> str:
        """Name the parts of an item that nothing speaks of, where the reading tells parts apart."""
        item = self._data.value(verdict, CJ.addressesItem)
        parts = set(self._data.subjects(CJ.partOfItem, item)) if item is not None else set()
        looked_for = parts & set(self._data.objects(verdict, CJ.lacksPart))
        spoken = {p for p in parts if (None, CJ.addressesItem, p) in self._data}
        lacking = looked_for or parts - spoken
        # Where a graph speaks of none, its parts were not told apart.
        if not lacking or len(parts) == 1 or (lacking == parts and not looked_for):
            return ""
        in_order = sorted(lacking, key=lambda p: (str(self._data.value(p, CJ.position)), str(p)))
        names = (self.words(part) for part in in_order)
        return f" Nothing was found on: {', '.join(n[:1].lower() + n[1:] for n in names)}."

    def _unlinked(self) -> str:
        count = thread_count(self._data, self._plan)
        return f"{count.actions - count.linked} of {count.actions} actions"

    def _about_publication(self, finding: Node, *predicates: Node) -> str:
        publication = self._data.value(finding, CJ.fromPublication)
        if publication is None:
            return ""
        told = (self._data.value(publication, predicate) for predicate in predicates)
        return next((tidy(str(words)) for words in told if words is not None), "")

    def _code(self, finding: Node, predicate: Node) -> str:
        value = self._data.value(finding, predicate)
        return "" if value is None else self.notation(value) or _slug(value)


def _row_of(place: str) -> str:
    """Return the row of a cell, without its column; nothing for a place in running text."""
    row = re.sub(r"(\brow \d+), column \d+", r"\1", place)
    row = re.sub(r"\bcell [A-Z]+(\d+)", r"row \1", row)
    return "" if row == place else row


def _stances(rows: list[dict[str, Any]]) -> str:
    counted = Counter(str(row["stance"]) for row in rows if row["stance"])
    if not counted:
        return ""
    told = [f"{counted[stance]} {words}" for stance, words in _STANCES.items() if counted[stance]]
    told += [f"{n} {stance}" for stance, n in sorted(counted.items()) if stance not in _STANCES]
    return f" (findings: {', '.join(told)})"


def _number(notation: str) -> str:
    return notation.rsplit("-", 1)[-1]


def _slug(thing: Node) -> str:
    return re.split(r"[/#]", str(thing))[-1]


def _slug_words(thing: Node) -> str:
    if not isinstance(thing, URIRef):
        return "something without a name"
    kind, _, slug = "/".join(re.split(r"[/#]", str(thing))[-2:]).partition("/")
    words = re.sub(r"[-_]+", " ", slug).strip()
    return words if words.startswith(kind) or not kind.isalpha() else f"{kind} {words}"
