"""Makes what strangers write fit to be kept and shown."""

from __future__ import annotations

from typing import Final

from cjgraph.errors import EmptyQuery, InputError, TooLarge
from cjgraph.feedback._remark import LONGEST_REASON
from cjgraph.shacl._characters import printable

_LONGEST_ROLE: Final = 60


def reason_of(text: str) -> str:
    """Return a reason as it is kept: on one line, without what cannot be seen.

    Args:
        text: As it was given.

    Raises:
        EmptyQuery: It holds no letter and no digit.
        TooLarge: It is longer than 2,000 characters.
    """
    if len(text) > LONGEST_REASON:
        raise TooLarge(
            f"The reason is {len(text):,} characters long; at most {LONGEST_REASON:,} are kept.",
            hint="Say in a few sentences what is wrong.",
        )
    kept = one_line(text, LONGEST_REASON)
    if not any(c.isalnum() for c in kept):
        raise EmptyQuery("The reason is empty; say why the finding is wrong.")
    return kept


def role_of(text: str | None) -> str:
    """Return a role as it is kept; empty where none was given.

    Args:
        text: As it was given.

    Raises:
        InputError: It is longer than a role can be.
    """
    kept = " ".join(printable(text or "").split())
    if len(kept) > _LONGEST_ROLE:
        raise InputError(
            f"The role is longer than {_LONGEST_ROLE} characters; give one such as 'coordinator'."
        )
    return kept


def one_line(text: str, most: int) -> str:
    """Return a text on one line, without what cannot be seen, cut where it is too long.

    Args:
        text: Text from anywhere.
        most: Most characters that are kept.
    """
    return " ".join(printable(text[: 2 * most]).split())[:most]
