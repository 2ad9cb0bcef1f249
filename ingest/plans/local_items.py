"""Outcomes and objectives of a plan while it is read, and which of them a text means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from .blocks import Locator
from .links import Generation, Links, explicit_links, heading_links
from .reading import Objective, Outcome
from .references import Named, References, Sort, alike, item_id
from .sections import Section, is_mark, label_in, without_national
from .tables import Row
from .vocabulary import flat, vocabulary

#: How a cell begins that names a national outcome and not one of the plan's own.
_NATIONAL_NAME: Final = re.compile(
    r"^\W*(?:national|common|structural|person|NDOs?\b|CJPF|O ?[1-7]\b)", re.IGNORECASE
)
#: Confidence of a link that a plan states by code.
_STATED: Final = 0.95
LOCAL: Final = re.compile(r"^(?:local(?:ly determined)? outcome|LO ?\d)", re.IGNORECASE)


@dataclass(slots=True)
class OutcomeDraft:
    """An outcome as far as it is known."""

    id: str
    text: str
    locator: Locator
    links: Links = field(default_factory=Links)
    measures: list[str] = field(default_factory=list)
    path: tuple[str, ...] = ()
    implied: bool = False
    from_actions: bool = False


class LocalItems:
    """Outcomes and objectives that a plan sets out, and which of them a text means.

    Args:
        generation: Which set of national outcomes its numbers mean.
        references: How the plan numbers its outcomes and objectives.
    """

    def __init__(self, generation: Generation, references: References) -> None:
        self.generation = generation
        self.references = references
        self._outcomes: dict[str, OutcomeDraft] = {}
        #: Outcomes by the label of the priority that they belong to.
        self._labels: dict[str, str] = {}
        self._sections: list[Section] = []
        self._objectives: dict[str, Objective] = {}
        self._has_local = False
        #: Where the plan writes the title of a national outcome out, and how.
        self.titles: dict[str, tuple[str, Locator]] = {}

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """All local outcomes in the order of the plan."""
        return tuple(
            Outcome(
                id=draft.id,
                text=draft.text,
                national=draft.links.outcomes,
                priority_actions=draft.links.aims,
                confidence=draft.links.confidence,
                measures=tuple(dict.fromkeys(draft.measures)),
                locator=draft.locator,
                implied=draft.implied,
            )
            for draft in self._outcomes.values()
        )

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """All strategic objectives in the order of the plan."""
        return tuple(self._objectives.values())

    def outcome_meant(self, text: str, *, column: bool = True) -> str | None:
        """Return the id that a text points to; an id that is not defined is dangling."""
        for draft in self._outcomes.values():
            if alike(draft.text, text):
                return draft.id
        named = self.references.definition("outcome", text, heading=True)
        number = (
            named.number if named else self.references.reference("outcome", text, column=column)
        )
        if number:
            return item_id("outcome", number)
        if column and (links := explicit_links(text, self.generation, bare=True)):
            return next((d.id for d in self._outcomes.values() if d.links == links), None)
        return None

    def national_meant(self, cell: str, place: Locator) -> str | None:
        """Return the id of the outcome that serves the national one that a cell names.

        Where the plan sets out none that does, the national outcome is its own.
        """
        if not _NATIONAL_NAME.match(cell):
            return None
        links = explicit_links(cell, self.generation, bare=True)
        if not links.national:
            return None
        return self.serving(links) or self._national(links.national, place)

    def priority_meant(self, cell: str) -> str | None:
        """Return the id of the outcome of the priority that a cell names.

        A letter or number that the plan has no priority for is dangling where its other
        priorities are named so; else it is a rank or a mark, and means none.
        """
        label = label_in(cell)
        if not label:
            words = without_national(cell)
            hits = [d.id for d in self._outcomes.values() if alike(d.text, words)]
            hits += [self._labels.get(s.label, "") for s in self._sections if alike(s.text, words)]
            return next((hit for hit in hits if hit), None)
        if label in self._labels:
            return self._labels[label]
        key = item_id("outcome", label)
        if not label.isdigit() and key in self._outcomes:
            return key
        kin = any(known.isdigit() == label.isdigit() for known in self._labels)
        return key if kin and not is_mark(label) and key not in self._outcomes else None

    def serving(self, national: Links) -> str | None:
        """Return the id of the outcome that shares most of these national outcomes."""
        wanted = set(national.national)
        shared = [
            (len(wanted & set(d.links.national)), -len(d.links.national), d.id)
            for d in self._outcomes.values()
        ]
        best = max(shared, key=lambda score: score[:2], default=(0, 0, ""))
        return best[2] if best[0] else None

    def tie(self, outcome: str | None, national: Links) -> None:
        """Tie an outcome to what its actions say they serve, where it says nothing itself."""
        draft = self._outcomes.get(outcome or "")
        if draft and national and (draft.from_actions or draft.links.confidence < _STATED):
            known = draft.links if draft.from_actions else Links()
            draft.links, draft.from_actions = known.joined(national), True

    def objective_meant(self, text: str, *, column: bool = True) -> str | None:
        """Return the id that a text points to; an id that is not defined is dangling."""
        named = self.references.definition("objective", text, heading=True)
        number = (
            named.number if named else self.references.reference("objective", text, column=column)
        )
        if number:
            return item_id("objective", number)
        for objective in self._objectives.values():
            if alike(objective.text, text):
                return objective.id
        return None

    def _number(self, sort: Sort, text: str, *, column: bool) -> str | None:
        named = self.references.definition(sort, text, heading=True)
        return named.number if named else self.references.reference(sort, text, column=column)

    def outcome_of(self, objective: str | None) -> str | None:
        """Return the id of the outcome that an objective points to."""
        known = self._objectives.get(objective or "")
        return known.outcome if known else None

    def knows(self, item: str) -> bool:
        """Tell whether an id is defined in the plan."""
        return item in self._outcomes or item in self._objectives

    def define(
        self,
        sort: Sort,
        text: str,
        locator: Locator,
        *,
        outcome: str | None = None,
        path: tuple[str, ...] = (),
    ) -> str:
        """Add an item that a table of actions sets out in passing.

        Args:
            sort: What it is.
            text: Its words.
            locator: Its place.
            outcome: The outcome that an objective belongs to.
            path: The headings that it stands under; a national outcome among them is its link.
        """
        words = without_national(text)
        named = self.references.definition(sort, words, heading=True) or Named("", words)
        if sort == "objective":
            return self._objective(named, locator, outcome).id
        draft = self._outcome(named, locator)
        if not draft.links:
            draft.links = explicit_links(text, self.generation, bare=words != text)
        for heading in reversed(path):
            if not draft.links:
                draft.links = heading_links(heading, self.generation)
        return draft.id

    def national_of(self, row: Row) -> Links:
        """Find the links in all columns of a row that are for national outcomes."""
        fields = [row.fields[role] for role in ("national",) if role in row.fields]
        fields += [more for role, more in row.more if role == "national"]
        links = Links()
        for cell in fields:
            links = links.joined(explicit_links(cell.text, self.generation, bare=True))
        return links

    def _is_national(self, text: str, found: Named) -> bool:
        """Tell whether a text recites a national outcome in a plan that has local ones."""
        if re.match(r"^(national|common)", text, re.IGNORECASE):
            return True
        official = any(alike(term.label, found.text) for term in vocabulary().outcomes)
        return official and self._has_local and not LOCAL.match(text)

    def _national(self, codes: tuple[str, ...], locator: Locator) -> str:
        known = [vocabulary().outcome(code) for code in codes]
        text = "; ".join(term.label for term in known if term)
        if len(codes) == 1 and codes[0] in self.titles:  # as the plan writes it, where it does
            text, locator = self.titles[codes[0]]
        number = "-".join([codes[0], *(code.rpartition("-")[2] for code in codes[1:])])
        key = item_id("outcome", number)
        if key not in self._outcomes:
            self._outcomes[key] = OutcomeDraft(key, text, locator, implied=True)
        self._outcomes[key].links = Links(codes, (), _STATED)
        return key

    def _outcome(self, named: Named, locator: Locator) -> OutcomeDraft:
        for draft in self._outcomes.values():
            if alike(draft.text, named.text):
                return draft
        number = named.number or _free("outcome", self._outcomes)
        key = item_id("outcome", number)
        known = self._outcomes.get(key)
        if known is None:
            known = OutcomeDraft(key, named.text, locator)
            known.implied = any(flat(t.label) == flat(named.text) for t in vocabulary().outcomes)
            self._outcomes[key] = known
        return known

    def _objective(self, named: Named, locator: Locator, outcome: str | None) -> Objective:
        number = named.number or _free("objective", self._objectives)
        key = item_id("objective", number)
        known = self._objectives.get(key)
        if known is None:
            if outcome is None and "." in number:
                above = item_id("outcome", number.split(".")[0])
                outcome = above if above in self._outcomes else None
            known = Objective(key, named.text, outcome, locator)
            self._objectives[key] = known
        return known


def _free(sort: str, taken: dict[str, OutcomeDraft] | dict[str, Objective]) -> str:
    number = len(taken) + 1
    while item_id(sort, str(number)) in taken:
        number += 1
    return str(number)
