# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Words that a plan labels in running text: "Who: ...", "By when: ...", "We will know when ..."."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from .columns import mostly_bodies, mostly_dates
from .dates import due_date
from .tables import role_of

#: What a label in running text may stand for; other keys are ordinary words with a colon.
FIELD_ROLES: Final = frozenset({"lead", "due", "measure", "outcome", "objective", "national"})
_COLON: Final = re.compile(r"(?<=[\w)?])\s*(?::(?!\d\d)|\s[–—]|(?<=[Ww]hen) -)\s+(?=\S)")
#: Where a label may begin without doubt: at the start of a line or after a mark.
_BOUNDARY: Final = re.compile(r"[.;|(\[\n•]\s*|\)\s+|\s[–—-]\s+|,\s+")
_KEY_WORDS: Final = 6
_HEAD_WORDS: Final = 4
_FEWEST: Final = 3
_PARTED: Final = re.compile(r"\s+[–—|-]\s+|\s*\|\s*|\t")
_LAST_BRACKET: Final = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{5,120})[)\]]\W*$")
_SOMETIME: Final = re.compile(
    r"^(?:from |by |early |late |mid-? ?)*(?:spring|summer|autumn|winter|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|ongoing|annually|each|every)\b.{0,20}$",
    re.IGNORECASE,
)
#: A label that comes so often is one of the plan's own.
_OFTEN: Final = 3
#: What else is labelled so: neither who, nor when, nor how it will show.
_NO_FIELD: Final = re.compile(
    r"\b(?:costs?|budget|fund\w*|money|why|because|status|progress|rag|notes?|with|partners?|support\w*|"
    r"needs?|links?|see|source|example|e\.?g|tel\w*|phone|e-?mail|contact|website|page|years?)\b|\d"
)
_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_LEAD_WORDS: Final = 25
#: Labels that are known for what they are even where no mark stands before them.
_PLAIN_LABEL: Final = re.compile(
    r"^(?:(?:lead|responsible|accountable|managing) ?(?:partners?|agenc(?:y|ies)|officers?|organisations?|bod(?:y|ies))?|"
    r"who|leads|owners?|(?:managed|led|owned|delivered|shown|done|completed|measured|evidenced) by|responsib(?:le|ility)|"
    r"(?:by )?when|due|(?:due|target|end|completion) dates?|time ?(?:scales?|frames?)|dates?|deadlines?|"
    r"(?:success |reporting )?measures?(?: of success)?|how (?:will )?we(?: will|['’]ll)? know|indicators?|targets?|evidence|"
    r"(?:local )?outcomes?(?: served)?|objectives?(?: served)?|actions?)$",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"\s*[;,(]\s*(?:by|due|before|from)\s+(?P<when>[^;]+)$", re.IGNORECASE)
_CLOSING: Final = " ;|,.([–—-"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text taken apart at its labels.

    Args:
        head: What stands before the first label.
        fields: Words by role, each without its label; the first where a role comes twice.
    """

    head: str
    fields: dict[str, str]

    @property
    def tells_of_action(self) -> bool:
        """Whether the labels are those that go with an action."""
        return bool({"lead", "due"} & set(self.fields))


def learn_labels(texts: Iterable[str]) -> dict[str, str]:
    """Learn labels of a plan's own that come again and again, from what follows them.

    Args:
        texts: Paragraphs and list items of the plan.

    Returns:
        Role by label in small letters: a date, a lead, or else how an action is measured.
    """
    values: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for colon in _COLON.finditer(text):
            before = text[: colon.start()]
            start = max((m.end() for m in _BOUNDARY.finditer(before)), default=0)
            key = before[start:].strip()
            led = len(before[:start].split()) >= _HEAD_WORDS  # something stands before it
            if led and key[:1].isupper() and len(key.split()) <= _KEY_WORDS and not role_of(key):
                values[key.lower()].append(text[colon.end() :].split("\n")[0])
    learned = {}
    for key, found in values.items():
        if len(found) < _OFTEN or _NO_FIELD.search(key):
            continue
        learned[key] = (
            "due" if mostly_dates(found) else "lead" if mostly_bodies(found) else "measure"
        )
    return learned


def labelled_fields(text: str, learned: Mapping[str, str] = _NONE) -> Labelled:
    """Take a paragraph or list item apart at the labels that it holds.

    Args:
        text: Its words; lines may be parted by line feeds.
        learned: Labels of the plan's own, as :func:`learn_labels` gives them.

    >>> labelled_fields("Open a hub. Who: Police Scotland. By when: June 2025").fields
    {'lead': 'Police Scotland', 'due': 'June 2025'}
    """
    marks: list[tuple[int, int, str]] = []
    for colon in _COLON.finditer(text):
        from_ = marks[-1][1] if marks else 0
        found = _label(text[from_ : colon.start()], learned, first=not marks)
        if found:
            marks.append((from_ + found[0], colon.end(), found[1]))
    if not marks:
        return Labelled(text.strip(), {})
    head = text[: marks[0][0]].strip(_CLOSING + "\n")
    fields: dict[str, str] = {}
    for at, (_, end, role) in enumerate(marks):
        until = marks[at + 1][0] if at + 1 < len(marks) else len(text)
        words = " ".join(text[end:until].split()).strip(" ;|,–—-([")
        # A bracket that opened before the label closes after the last field.
        if words.endswith((")", "]")) and words.count("(") < words.count(")"):
            words = words[:-1].strip()
        words = words.removesuffix(".") if role in {"lead", "due"} else words
        if role == "lead" and len(words.split()) > _LEAD_WORDS:
            continue  # a sentence about who does what
        if role == "action":
            head = head or words
        else:
            fields.setdefault(role, words)
    return Labelled(head, _with_due(fields))


def separated_fields(text: str) -> Labelled:
    """Take a list item apart whose parts are set one after another without labels.

    Args:
        text: Its words.

    >>> separated_fields("Train six people - Police Scotland - June 2025 - six trained").fields
    {'due': 'June 2025', 'lead': 'Police Scotland', 'measure': 'six trained'}
    """
    text = " ".join(text.split())
    head, *parts = _PARTED.split(text)
    if not parts and (bracket := _LAST_BRACKET.search(text)):
        head, parts = text[: bracket.start()], re.split(r"\s*[;,]\s*", bracket["inside"])
    fields: dict[str, str] = {}
    left = []
    for part in parts:
        if "due" not in fields and mostly_dates([part]):
            fields["due"] = re.sub(r"^(?:by|due)\s+", "", part)
        elif "due" not in fields and _SOMETIME.match(part):
            fields["due"] = part
        elif "lead" not in fields and mostly_bodies([part]):
            fields["lead"] = part
        else:
            left.append(part)
    if "due" in fields and "lead" not in fields and left and left[0][:1].isupper():
        fields["lead"] = left.pop(0)  # a body that is known to nobody else
    if not {"lead", "due"} <= set(fields) or len(head.split()) < _FEWEST:
        return Labelled(text, {})
    if left:
        fields["measure"] = "; ".join(left)
    return Labelled(head.strip(_CLOSING), fields)


def _with_due(fields: dict[str, str]) -> dict[str, str]:
    """Read "Lead: Police Scotland; by March 2026" as a lead and a date."""
    when = _BY.search(fields.get("lead", ""))
    if not when or "due" in fields or due_date(when["when"]) is None:
        return fields
    return {**fields, "lead": fields["lead"][: when.start()], "due": when["when"]}


def _label(before: str, learned: Mapping[str, str], *, first: bool) -> tuple[int, str] | None:
    """Find the label that ends where a text ends, before its colon.

    Args:
        before: What stands before the colon, from the last label on.
        learned: Labels of the plan's own.
        first: Whether there is no label before it.

    Returns:
        Where it begins, and the role that it stands for.
    """
    starts = [0] if first else []
    starts += [match.end() for match in _BOUNDARY.finditer(before)]
    whole = before[starts[-1] :].lstrip() if starts else ""
    role = learned.get(whole.strip().lower()) or _role(whole)
    if 0 < len(whole.split()) <= _KEY_WORDS and role:
        return len(before) - len(whole), role
    # "Who: the Council By when: June": lines that were run together have no mark between.
    words = list(re.finditer(r"\S+", before))[-_KEY_WORDS:]
    for word in reversed(words):
        key = before[word.start() :]
        if key[0].isupper() and _PLAIN_LABEL.match(key.strip()) and (role := _role(key)):
            return word.start(), role
    return None


def _role(key: str) -> str:
    role = role_of(key.strip())
    return role if role in FIELD_ROLES or role == "action" else ""
