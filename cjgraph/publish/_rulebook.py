"""The rules that plans are checked by, as a book for people: grouped, in plain words.

Everything here is taken from the shapes themselves, so that the book can't differ from them.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any, Final

from cjgraph.errors import UnknownThing
from cjgraph.namespaces import ACT_2016, SHAPES
from cjgraph.resources import resource_folder
from cjgraph.shacl import PROFILES, Rules, load_rules
from cjgraph.shacl._profiles import severity_of
from cjgraph.shacl._rules import Rule

#: Tier to its title and to what its rules rest on, in the order of the book.
_CHAPTERS: Final = {
    "statute": (
        "The law",
        "What sections 13, 19, 21 and 22 of the Community Justice (Scotland) Act 2016 ask of a "
        "plan. The outcomes are those of the national framework in force on its first day.",
    ),
    "checklist": (
        "The Partnership checklist",
        "The thirteen points of the framework of 2019 (page 32). This is guidance, not law.",
    ),
    "thread": (
        "The golden thread",
        "Every step from an action, through objective and local outcome, to a national outcome. "
        "This is guidance, not law.",
    ),
    "smart": (
        "SMART actions",
        "Whether actions are specific, measurable, achievable, realistic and time-bound. "
        "This is guidance, not law.",
    ),
    "evidence": (
        "Evidence",
        "What the catalogue of evidence offers for the actions and priorities of a plan.",
    ),
    "data": (
        "Dates, period and text",
        "What the other rules need to know before they can judge a plan.",
    ),
    "vocabulary": (
        "Vocabularies",
        "For the editors of this service: rules for lists of outcomes, needs and partners. "
        "No plan is checked by these.",
    ),
}
#: How each severity is said to people.
SEVERITIES: Final = {
    "violation": "must be mended",
    "warning": "should be mended",
    "info": "for information",
}
#: What stands for a place in a message where three dots would say too little.
_FOR_INSTANCE: Final = {
    "due": "31 March 2052",
    "evidence": "",
    "kind": "action",
    "parts": "",
    "passed": "2 of 12 dates have passed",
    "side": "after its last day",
    "undated": "",
    "unlinked": "6 of 9 actions",
}


@dataclass(frozen=True)
class Entry:
    """One rule in plain words.

    Args:
        name: Its name in addresses, such as ``smart-specific``.
        iri: Its IRI.
        title: Its short name.
        why: Why it is there.
        message: What a report says; three dots stand for words of the plan.
        remedy: How to mend a fault.
        severities: How serious a fault is, by profile.
        type: Type of its findings.
        checklist_item: 1 to 13, or None.
        letter: Letter of SMART, or None.
        source: Document and place, in words.
        source_url: Address of the source; empty where none is known.
        passing: An invented example that passes.
        failing: An invented example with the fault.
    """

    name: str
    iri: str
    title: str
    why: str
    message: str
    remedy: str
    severities: dict[str, str]
    type: str
    checklist_item: int | None
    letter: str | None
    source: str
    source_url: str
    passing: str
    failing: str


@dataclass(frozen=True)
class Chapter:
    """The rules of one tier.

    Args:
        tier: ``statute``, ``checklist``, ``thread``, ``smart``, ``evidence``, ``data`` or
            ``vocabulary``.
        title: Its title.
        about: What its rules rest on.
        entries: Its rules, by item of the checklist and then as they are written down.
    """

    tier: str
    title: str
    about: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class RuleBook:
    """All rules, grouped by tier.

    Args:
        version: Version of the rules.
        sha256: Hash of the rules, as reports give it.
        chapters: One for each tier.
    """

    version: str
    sha256: str
    chapters: tuple[Chapter, ...]

    def entry(self, name: str) -> tuple[Chapter, Entry]:
        """Return a rule and its chapter.

        Args:
            name: Name of the rule in addresses.

        Raises:
            UnknownThing: There is no such rule.
        """
        for chapter in self.chapters:
            for entry in chapter.entries:
                if entry.name == name:
                    return chapter, entry
        raise UnknownThing(
            f"There is no rule called '{name[:80]}'.", hint="The page /shapes lists all rules."
        )

    def to_json(self) -> dict[str, Any]:
        """Return the book as JSON values."""
        return asdict(self)


def rule_book(rules: Rules | None = None) -> RuleBook:
    """Return the rules as a book.

    Args:
        rules: The rules; the packaged ones where none are given.
    """
    rules = rules or load_rules()
    found: dict[str, list[Entry]] = {tier: [] for tier in _CHAPTERS}
    for rule in rules.rules.values():
        name = rule.iri.removeprefix(SHAPES)
        tier = "vocabulary" if name.startswith("vocabulary-") else rule.tier
        found[tier].append(_entry(rule, name))
    written = rules_turtle()
    for entries in found.values():
        entries.sort(key=lambda one: _place(one, written))
    return RuleBook(
        rules.version,
        rules.sha256,
        tuple(
            Chapter(tier, title, about, tuple(found[tier]))
            for tier, (title, about) in _CHAPTERS.items()
            if found[tier]
        ),
    )


def rules_turtle(name: str | None = None) -> bytes:
    """Return the rules as Turtle, for machines.

    Args:
        name: One rule; all of them where None is given.

    Raises:
        UnknownThing: There is no such rule.
    """
    files = sorted(resource_folder("shapes").glob("*.ttl"))
    if name is None:
        return b"\n".join(file.read_bytes() for file in files)
    rule_book().entry(name)
    from rdflib import Graph, URIRef

    rules, one = load_rules(), URIRef(SHAPES + name)
    whole = rules.vocabulary_shapes if name.startswith("vocabulary-") else rules.plan_shapes
    part: Graph = whole.cbd(one)
    for prefix, namespace in whole.namespaces():
        part.bind(prefix, namespace)
    text: str = part.serialize(format="turtle")
    return text.encode()


def book_text(book: RuleBook) -> str:
    """Return the book as plain text.

    Args:
        book: The book.
    """
    lines = [f"Rules for plans, version {book.version}", f"Hash of the rules: {book.sha256}"]
    for chapter in book.chapters:
        lines += ["", "", chapter.title.upper(), chapter.about]
        for one in chapter.entries:
            lines += ["", one.title, f"  {one.why}", f"  The report says: {one.message}"]
            lines += [f"  How to mend it: {one.remedy}", f"  How serious: {how_serious(one)}"]
            lines += [f"  Passes: {one.passing}", f"  Does not pass: {one.failing}"]
            lines += [f"  Source: {one.source}", f"  Name: {one.name}"]
    return "\n".join(lines)


def how_serious(entry: Entry) -> str:
    """Say how serious a fault is: once where all profiles agree, else for each.

    >>> book = rule_book()
    >>> how_serious(book.entry("statute-no-action")[1])
    'must be mended'
    """
    said = entry.severities
    if len(set(said.values())) == 1:
        return next(iter(said.values()))
    return "; ".join(f"{profile}: {words}" for profile, words in said.items())


def _entry(rule: Rule, name: str) -> Entry:
    severities = {
        profile: SEVERITIES[severity_of(profile, rule.tier, rule.type, rule.severity)]
        for profile in PROFILES
    }
    return Entry(
        name=name,
        iri=rule.iri,
        title=rule.name,
        why=rule.why,
        message=_with_dots(rule.message),
        remedy=_with_dots(rule.remedy),
        severities=severities,
        type=rule.type,
        checklist_item=rule.checklist_item,
        letter=rule.letter,
        source=rule.source,
        source_url=_address(rule.source_iri),
        passing=rule.passing,
        failing=rule.failing,
    )


def _place(entry: Entry, written: bytes) -> tuple[int, int]:
    """By item of the checklist, then in the order in which the rules are written down."""
    item = entry.checklist_item if entry.letter is None else None
    return item or 99, written.find(f"rule:{entry.name} ".encode())


def _with_dots(message: str) -> str:
    """Put three dots for the words of a plan, and an instance for what is worked out from it."""
    filled = re.sub(r"\{(\w+)\}", lambda m: _FOR_INSTANCE.get(m[1], "…"), message)
    return (filled[:1].upper() + filled[1:]).replace("….", "…")


def _address(source: str) -> str:
    """Return where a source can be read: the Act has pages, other sources are named in words."""
    return (
        source.replace("http:", "https:").replace("/id/", "/")
        if source.startswith(ACT_2016)
        else ""
    )
