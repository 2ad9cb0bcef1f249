"""Keeps personal data out of what people say against findings.

The command line and the service use this one path.
"""

from __future__ import annotations

from cjgraph.errors import InputError
from ingest.plans.blocks import Locator
from ingest.plans.identifiers import identifiers_in
from ingest.plans.personal import Masker


def without_persons(text: str) -> str:
    """Return a text with names, e-mail addresses and telephone numbers masked.

    Args:
        text: What a person wrote.

    Raises:
        InputError: It holds what identifies a person in a case.
    """
    if identifiers_in(text):
        raise InputError(
            "The text holds what looks like the number or the birth date of a person.",
            hint="Take it out; a remark is about a rule, and needs nobody's particulars.",
        )
    return Masker().text(text, Locator(), led=True)
