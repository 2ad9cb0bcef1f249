# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Names of local bodies that a plan itself introduces, with what it says that they are.

"Threshold Kinvarry, a charity", a column that is headed "Sector", a glossary, or a list of
members tell what an unknown name stands for when it leads an action.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from .blocks import Block, unique_texts
from .kinds import is_other, kind_of, known_kind
from .partners import partners_in
from .reading import WITHHELD_NAME, Action, Partner
from .tables import ReadTable
from .vocabulary import Term, flat, mentions, vocabulary

#: A name in capitals, small words within it: "The Hestay Development Trust", "Kirk and Community Trust".
NAME: Final = (
    r"(?:[Tt]he )?[A-Z][\w'’&.-]*(?:(?: (?:and|of|the|for|on|in|to|at|na|nan|&))* (?:[A-Z][\w'’&-]*|&))*"
    r"(?:\b|(?<=\.))"
)
_BRACKETS: Final = re.compile(rf"(?P<name>{NAME}) ?\((?P<kind>[^()]{{3,90}})\)")
_APPOSED: Final = re.compile(
    rf"(?P<name>{NAME}), (?P<kind>(?:which (?:is|are)|an?|our|the|your|part of|run by|led by|from|based in|one of|is|are)\b[^,.;:()]{{3,90}})"
)
_STATED: Final = re.compile(
    rf"(?P<name>{NAME}) (?:is|are|was set up as|works as) (?P<kind>(?:an?|the|part of|our|run by)\b[^.;:]{{3,90}})"
)
#: A kind, then the names: "charities such as X, Y and Z", "the charity X".
_KIND_FIRST: Final = re.compile(
    r"\b(?P<kind>(?:local |national |small |two |three |four |our |other )*(?:charit(?:y|ies)|social enterprises?|"
    r"(?:third|voluntary|3rd)[ -]sector(?: (?:partners?|bod(?:y|ies)|organisations?|agenc(?:y|ies)|members?|providers?|groups?))?|"
    r"voluntary (?:bod(?:y|ies)|organisations?|groups?)|community (?:groups?|trusts?|organisations?)))"
    rf"(?:,? (?:such as|including|like|namely|called|are|is|these are))?:? (?P<names>{NAME}(?:(?:,| and|, and| &|;) {NAME})*)"
)
#: "X, which is run by Y" and "X, part of Y": X is of the kind of Y.
_RUN_BY: Final = re.compile(
    rf"(?P<name>{NAME}),? (?:which is |that is |is |are )?(?:run|provided|delivered|operated|hosted|managed|offered) by (?P<whom>{NAME})"
)
_SHORT_FOR: Final = re.compile(
    r"(?P<long>(?:[A-Z][\w'’-]* (?:(?:and|of|the|for|&) )*){1,6}[A-Z][\w'’-]*) \((?:the |or )?[“\"']?(?P<short>[A-Z][A-Za-z&]{1,7})[”\"']?\)"
)
_EXPLAINED: Final = re.compile(
    r"^(?P<name>[A-Z][\w'’&. -]{1,60}?)\s*(?::|–|—| - |\t|=)\s*(?P<kind>\S.{2,160})$"
)
_GLOSSARY: Final = re.compile(
    r"\bgloss|\babbrev|\bacronym|\bjargon|\bwords\b|\bterms\b|\bwhat .{0,20}\bmean|\bshort forms?\b|\bwho is who\b|\bwho’?'?s who\b",
    re.IGNORECASE,
)
_KIND_HEADER: Final = re.compile(
    r"^(?:sector|type|kind|category|status|sort|what (?:it|they) (?:is|are)|description|who they are|part of|stands for|meaning|means|in full|full name|what it means|what we mean|job|role)\b",
    re.IGNORECASE,
)
_HEADED_THIRD: Final = re.compile(
    r"\b(?:third|voluntary|3rd)[ -]sector\b|\bcharit|\bcommunity (?:bodies|organisations)\b",
    re.IGNORECASE,
)
_STATUTORY: Final = frozenset(
    "local_authority health_board police fire_and_rescue skills_development_scotland "
    "integration_joint_board scts scottish_ministers".split()
)
#: Papers, groups and places are no members, however they are listed.
_NO_MEMBER: Final = re.compile(
    r"\b(?:forum|panel|group|board|committee|plan|strategy|act|framework|assessment|fund|programme|report|statement|review|survey|division|court|street|road|hall|week|day|town|village|valley|ward|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?$|\d",
    re.IGNORECASE,
)
#: A list with so many bodies of section 13 in it is a list of members.
_ENOUGH: Final = 3
#: A sentence that lists members has so many commas.
_COMMAS: Final = 2
#: A word with a capital within a sentence.
_MIDDLE: Final = re.compile(r"(?<=[a-z,;] )[A-Z][a-z][\w'’-]+")
_LONGEST_NAME: Final = 8
_RUN: Final = re.compile(
    rf"{NAME}(?: \([^()]{{1,30}}\))?(?:(?:,? (?:and|&|with)|[,;]) {NAME}(?: \([^()]{{1,30}}\))?)*"
)
_MARK: Final = re.compile(r",? (?:and|&|with) (?=(?:the )?[A-Z])|[,;] ")
#: Names of public bodies with an "and" of their own.
_WITH_AND: Final = re.compile(
    r"\bNHS [A-Z]\w+ (?:and|&) [A-Z]\w+\b(?! [A-Z])|\b[A-Z]\w+ (?:and|&) (?:the )?[A-Z]\w+ (?:Council|HSCP|Health|CJP|Community)\b"
)
#: The place of a council: "Argyll and Bute Council", "East Lothian Council's".
_COUNCIL_OF: Final = re.compile(
    r"(?:\b|(?<=^the ))(?:The )?(?P<place>[A-Z][a-z][\w'’-]*(?:(?: (?:and|&))? [A-Z][a-z][\w'’-]*){0,3}) Council\b"
)
_NO_NAME: Final = re.compile(
    r"^(?:we|our|this|that|the|it|they|people|everyone|plan|actions?|outcomes?|objectives?|partners?|partnership|board|council|scotland|scottish|act|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|community justice|first|second|third|in|by|from|for|all)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class LocalNames:
    """Names that one plan introduces.

    Args:
        stated: Category by name, in plain words, where the plan says what the body is.
        listed: Names of members of which it says no more; no public body, so voluntary.
        written: How the names are written, the longest first.
        councils: Places, in plain words, of which the plan names the council.
    """

    stated: dict[str, str] = field(default_factory=dict)
    listed: dict[str, str] = field(default_factory=dict)
    written: tuple[str, ...] = ()
    councils: set[str] = field(default_factory=set)
    _spelt: dict[str, str] = field(default_factory=dict)
    _spoken: set[str] = field(default_factory=set)

    @classmethod
    def learn(cls, blocks: list[Block], tables: list[ReadTable]) -> LocalNames:
        """Go through a plan once for the names that it introduces.

        Args:
            blocks: The document.
            tables: Its tables that are understood.
        """
        names = cls()
        for block in blocks:  # first: what a name means may depend on it
            words = (block.text, *(cell.text for row in block.rows for cell in row))
            for text in words:
                names.councils.update(flat(m["place"]) for m in _COUNCIL_OF.finditer(text))
        for block in blocks:
            if block.kind == "table":
                names._from_table(block)
            elif block.text and not block.contents:
                names._from_text(block)
        for table in tables:
            if table.has("partner") and not table.has("action"):
                cells = [
                    row.fields["partner"].text for row in table.rows if "partner" in row.fields
                ]
                names._from_members(cells)
        for items in _lists(blocks):
            names._from_members([block.text for block in items])
        names.written = tuple(sorted(names._spelt.values(), key=len, reverse=True))
        return names

    def category(self, name: str) -> str | None:
        """Return what the plan says that a body is, or None where it does not say.

        A name counts with or without "the", and where it is a part of what is written.
        """
        if found := self.exactly(name):
            return found
        for known in self.written:
            said = self.stated.get(_key(known))
            if said and re.search(rf"(?<!\w){re.escape(known)}(?!\w)", name):
                return said
        return None

    def exactly(self, name: str) -> str | None:
        """Return what the plan says of a body of exactly this name, or None."""
        key = _key(name)
        return self.stated.get(key) or self.listed.get(key)

    def unknown_body(self, name: str) -> bool:
        """Tell whether an unknown name is likely that of a local voluntary body.

        Public bodies and the posts in them are known by their words. Who else leads an action
        under a name of its own is nearly always a voluntary body. One word must be a name in
        the running text of the plan too.
        """
        words = re.sub(r"^[Tt]he ", "", name).split()
        if not words or len(words) > _LONGEST_NAME or is_other(name) or name.isupper():
            return False
        if len(words) == 1:
            return words[0] in self._spoken
        small = {"and", "of", "the", "for", "on", "in", "to", "at", "&"}
        return all(word[0].isupper() or word in small for word in words) and not re.search(
            r"\d|\. ", name
        )

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where a text has names of the plan, longer ones before those within them."""
        found: list[tuple[int, int]] = []
        for known in self.written:
            for match in re.finditer(rf"(?<!\w){re.escape(known)}(?!\w)", text):
                if not any(a <= match.start() and match.end() <= b for a, b in found):
                    found.append(match.span())
        return sorted(found)

    def applied(self, actions: Iterable[Action]) -> tuple[Action, ...]:
        """Return actions whose leads are read again with the names of the plan."""
        return tuple(replace(action, leads=self.reread(action.leads)) for action in actions)

    def reread(self, leads: tuple[Partner, ...]) -> tuple[Partner, ...]:
        """Return leads as these names have them."""
        made: dict[tuple[str, str], Partner] = {}
        for lead in leads:
            again = (lead,) if lead.as_written == WITHHELD_NAME else ()
            for partner in again or partners_in(lead.as_written, lead.locator, self) or (lead,):
                made.setdefault((partner.as_written, partner.category), partner)
        return tuple(made.values())

    def _add(
        self, name: str, category: str | None, *, listed: bool = False, whole_cell: bool = False
    ) -> None:
        whole = " ".join(name.split()).strip(" ,;:")
        name = re.sub(r"^[Tt]he ", "", whole)
        key = _key(name)
        if not category or len(key) < 2 or len(key.split()) > _LONGEST_NAME:
            return
        # One word alone is mostly a place or how a sentence begins; letters and "The Anvil" are names.
        single = " " not in name and whole == name and not name.isupper() and not whole_cell
        if listed and is_other(name):
            return
        if single or _NO_NAME.match(name) or not name[0].isupper():
            return
        (self.listed if listed else self.stated).setdefault(key, category)
        self._spelt.setdefault(key, name)

    def _from_text(self, block: Block) -> None:
        text = " ".join(block.text.split())
        self._spoken.update(_MIDDLE.findall(text))
        if _GLOSSARY.search(block.under()) and (match := _EXPLAINED.match(text)):
            self._explain(match["name"], match["kind"])
        for pattern in (_BRACKETS, _APPOSED, _STATED):
            for match in pattern.finditer(text):
                first = block.kind == "list" and match.start() == 0
                self._introduce(match["name"], match["kind"], whole_cell=first)
        for match in _KIND_FIRST.finditer(text):
            for name in re.split(r", and |, |; | and (?=[A-Z])| & (?=[A-Z])", match["names"]):
                if known_kind(name) is None:
                    self._add(name, kind_of(match["kind"]))
        for match in _RUN_BY.finditer(text):
            whom = (
                self.category(match["whom"]) or known_kind(match["whom"]) or kind_of(match["whom"])
            )
            if known_kind(match["name"]) is None:
                self._add(match["name"], whom)
        for match in _SHORT_FOR.finditer(text):
            self._explain(match["short"], match["long"])
        self._from_sentences(text, block.under())

    def _introduce(self, name: str, words: str, *, whole_cell: bool = False) -> None:
        # The Council's own teams are known by their names already; so are national bodies.
        if known_kind(name) is None:
            self._add(name, kind_of(words), whole_cell=whole_cell)

    def _explain(self, short: str, words: str) -> None:
        """Take an entry of a glossary; it outweighs what the letters mean elsewhere."""
        said = kind_of(words) or known_kind(words) or self.category(words)
        if said and (short.isupper() or " " in short):
            self._add(short, said)

    def _from_table(self, block: Block) -> None:
        if not block.rows or len(block.rows[0]) < 2:
            return
        header = [" ".join(cell.text.split()) for cell in block.rows[0]]
        kinds = [n for n, words in enumerate(header) if n and _KIND_HEADER.match(words)]
        glossary = bool(_GLOSSARY.search(" ".join((block.under(), *header))))
        for row in block.rows if glossary else block.rows[1:]:
            texts = [" ".join(cell.text.split()) for cell in row]
            if len(unique_texts(row)) < 2 or len(texts[0].split()) > _LONGEST_NAME:
                continue
            told = [texts[n] for n in kinds] or (texts[1:2] if glossary else [])
            for words in told:
                if glossary:
                    self._explain(texts[0], words)
                else:
                    self._introduce(texts[0], words, whole_cell=True)
        for n, words in enumerate(header):  # a column for each kind of partner
            if _HEADED_THIRD.search(words) and len(words.split()) <= 5:
                for row in block.rows[1:]:
                    for line in row[n].text.splitlines():
                        if 0 < len(line.split()) <= _LONGEST_NAME and known_kind(line) is None:
                            self._add(line, "third_sector")

    def _from_sentences(self, text: str, under: str) -> None:
        """Take sentences that list members: some are known, the rest are voluntary bodies."""
        headed = bool(_HEADED_THIRD.search(under))
        told = headed or bool(_HEADED_THIRD.search(text))
        if not told and text.count(",") < _COMMAS:
            return
        members = len({term.code for _, _, term in _known(text)} & _STATUTORY) >= _ENOUGH
        if not members and not told:
            return
        for sentence in re.split(r"(?<=[.;!?])\s+(?=[A-Z])", text):
            third = headed or bool(_HEADED_THIRD.search(sentence))
            for run in names_listed(sentence):
                public = any(known_kind(name) in _STATUTORY for name in run)
                for name in run if len(run) > 1 or third else ():
                    if known_kind(name) is None and _is_name(name):
                        listed = public or not third
                        if members or (third and not public):
                            self._add(name, "third_sector", listed=listed)

    def _from_members(self, names: list[str]) -> None:
        partners = [p for name in names for p in partners_in(_head(name), None, self)]
        if len({p.category for p in partners} & _STATUTORY) < _ENOUGH:
            return
        for partner in partners:
            name = partner.as_written
            unknown = partner.category in {"other", "third_sector"} and known_kind(name) is None
            if unknown and _is_name(name):
                self._add(name, "third_sector", listed=True)


def _lists(blocks: list[Block]) -> Iterator[list[Block]]:
    """Lists that may be of members: items that follow each other under one heading.

    Files without styles have their lists as short paragraphs.
    """
    run: list[Block] = []
    for block in blocks:
        short = block.kind == "paragraph" and len(block.text.split()) <= _LONGEST_NAME + 1
        item = block.kind == "list" or (short and not block.text.endswith((".", ":")))
        if item and not block.contents and (not run or run[-1].path == block.path):
            run.append(block)
            continue
        if len(run) > _ENOUGH:
            yield run
        run = [block] if item and not block.contents else []
    if len(run) > _ENOUGH:
        yield run


def _known(text: str) -> list[tuple[int, int, Term]]:
    return mentions(text, vocabulary().categories)


def names_listed(sentence: str) -> Iterator[list[str]]:
    """Give the names that a sentence lists one after another, each run of them apart.

    Args:
        sentence: Such as ``"Our members are NHS Carrick and Braes, the Police and Sacro."``
    """
    whole = [(a, b) for a, b, _ in _known(sentence)]
    whole += [match.span() for match in _WITH_AND.finditer(sentence)]
    for run in _RUN.finditer(sentence):
        marks = [
            mark.span()
            for mark in _MARK.finditer(sentence, run.start(), run.end())
            if not any(a < mark.end() and mark.start() < b for a, b in whole)
        ]
        last = max((a for a, b in marks if "," in sentence[a:b] or ";" in sentence[a:b]), default=0)
        # "NHS Carrick and Braes, Police Scotland": only the last "and" of a list parts names.
        marks = [(a, b) for a, b in marks if a >= last or "," in sentence[a:b]]
        ends = [run.start(), *(b for _, b in marks)]
        starts = [*(a for a, _ in marks), run.end()]
        yield [sentence[a:b].strip() for a, b in zip(ends, starts, strict=True)]


def member_lists(blocks: list[Block]) -> list[Block]:
    """Return the items of all lists that are of members: several public bodies, item by item."""
    found: list[Block] = []
    for items in _lists(blocks):
        kinds = [known_kind(_head(item.text)) for item in items]
        short = [item for item in items if len(_head(item.text).split()) <= _LONGEST_NAME + 1]
        known = [kind for kind in kinds if kind in _STATUTORY]
        if len(set(known)) >= _ENOUGH and len(known) * 2 >= len(items) <= len(short) * 2:
            found += short
    return found


def members_of(block: Block) -> list[str]:
    """Return the members that a paragraph lists, or nothing where it lists none.

    "The Partnership is made up of ..." has several public bodies in one run of names.
    """
    if block.kind != "paragraph" or block.text.count(",") < _COMMAS:
        return []
    text = " ".join(block.text.split())
    if len({t.code for _, _, t in _known(text)} & _STATUTORY) < _ENOUGH:
        return []
    runs = [run for run in names_listed(text) if len(run) > 1]
    public = [run for run in runs if sum(known_kind(n) in _STATUTORY for n in run) >= _ENOUGH]
    return [name for run in public for name in run]


def unnumbered(item: str) -> str:
    """Return an item of a list without the number or mark before it."""
    return re.sub(r"^\W*(?:\d{1,2}|[a-z])[.)]?\s+(?=\S)", "", item.strip())


def _head(item: str) -> str:
    """The name that an item of a list begins with, without what is said of it."""
    item = unnumbered(item)
    return re.split(
        r"\s*(?::|\s[–—-]\s|,\s(?=an?\b|our\b|which\b|who\b|represent)|\.\s)", item.strip()
    )[0]


def _is_name(text: str) -> bool:
    if _NO_MEMBER.search(text):
        return False
    words = re.sub(r"^[Tt]he ", "", text).split()
    capitals = [word for word in words if word[:1].isupper()]
    return (
        0 < len(words) <= _LONGEST_NAME and words[0] in capitals and len(capitals) * 2 > len(words)
    )


def _key(name: str) -> str:
    return re.sub(r"^the ", "", flat(name))
