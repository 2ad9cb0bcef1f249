"""Reads posts out of cells in which people write posts, names, or both."""

from __future__ import annotations

import re
from typing import Final

from ingest.imports._draft import RowFaults
from ingest.imports._known import Known
from ingest.imports._personal import is_person, kept_text
from ingest.imports._wording import plain, shortened

#: Words that make a text a post, in lower case.
_POST_WORDS: Final = frozenset(
    "chief head director deputy depute assistant associate manager officer lead leader team "
    "coordinator co-ordinator chair chairperson convener vice executive senior "
    "principal service commander superintendent inspector sergeant constable governor clerk "
    "sheriff adviser advisor consultant psychologist nurse worker social supervisor "
    "administrator analyst planner partner representative secretary treasurer trustee member "
    "president provost councillor procurator fiscal reporter registrar specialist practitioner "
    "facilitator strategist interim acting area group station watch local divisional regional "
    "national lead chaplain teacher headteacher dean professor librarian engineer "
    "accountant solicitor auditor inspector vacant vacancy post tbc".split()
)
#: Longest post, in characters.
_LONGEST: Final = 150
_NOT_POSTS: Final = frozenset({"vacant", "vacancy", "tbc", "post"})
_WITHHELD: Final = re.compile(r"\[[a-z -]*withheld\]", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:[,;/|()\n]|\s[-\u2013\u2014]\s|:\s)\s*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


class PostReader:
    """Tells posts from names of persons.

    Args:
        known: What the data know: a word of the name of a body, an area or a term is not
            taken for a name of a person.
    """

    def __init__(self, known: Known) -> None:
        self._words = known.words() | _POST_WORDS | {"of", "and", "for", "the", "in", "to", "with"}

    def read(self, text: str, place: str, faults: RowFaults) -> str:
        """Return the post of a cell without names of persons, and say where one was taken out.

        Args:
            text: The cell.
            place: Where it stands.
            faults: Where masking is noted.

        Returns:
            The post; empty where the cell names none.
        """
        masked = kept_text(plain(text), place, faults, quiet=True)
        shown = _WITHHELD.sub(" ", masked)
        # Titles such as Dr are left behind when the name after them is taken out.
        shown = re.sub(
            r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Rev|Sir|Dame)\.?(?=\s|$)", " ", shown
        )
        parts = [part for part in _BETWEEN.split(shown) if part.strip()]
        named = _WITHHELD.search(masked) is not None
        kept = []
        for part in parts:
            bare, taken = self._without_name(" ".join(part.split()))
            named = named or taken
            if bare:
                kept.append(bare)
        post = ", ".join(kept)
        words = {word.casefold() for word in _WORD.findall(post)}
        if len(post) > _LONGEST:
            faults.note(place, "is too long for a post; the role was left out")
            return ""
        if not words - _NOT_POSTS:
            if named:
                faults.note(place, "a personal name was taken out, and no post is left")
            elif words:
                faults.note(place, f"'{shortened(post, 30)}' is no post; the role was left out")
            return ""
        if named:
            faults.note(place, "a personal name or address was taken out; only the post is kept")
        return post

    def _without_name(self, part: str) -> tuple[str, bool]:
        words = part.split()
        # A given name that is common, and the word after it, are a person wherever they stand.
        for index in range(len(words) - 1):
            pair = f"{words[index]} {words[index + 1]}"
            if words[index + 1].casefold() not in _POST_WORDS and is_person(pair):
                rest = " ".join((*words[:index], *words[index + 2 :]))
                return self._without_name(rest)[0] if rest else "", True
        found = _WORD.findall(part)
        if not found:
            return part, False
        post = any(word.casefold() in _POST_WORDS for word in found)
        strange = [word for word in found if word.casefold() not in self._words]
        capitals = all(word[0].isupper() for word in found)
        if not post and capitals and strange and 1 < len(found) <= 4:
            return "", True
        if len(found) == 1 and strange and capitals and not found[0].isupper():
            return "", True  # one strange word alone is a name, or nothing that tells a post
        return part, False
