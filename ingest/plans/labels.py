# ruff: noqa: E501, RUF001 - patterns read best whole; plans have long dashes
"""What a plan calls its outcomes and objectives: "Ambition A", "Change 3", "HO2.1"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from .blocks import Block
from .references import References
from .tables import ReadTable

_LABELLED: Final = re.compile(
    r"^[*_]*(?P<word>[A-Z][A-Za-z]{1,14})(?: (?:no\.? ?)?)?(?P<num>\d{1,2}(?:\.\d{1,2}|[a-z])?|(?<= )[A-H])"
    r"(?P<sep>\s*[:.)\-–—*]+)?\s+(?P<text>\S+ \S+ \S.*)$",
    re.DOTALL,
)
_BARE: Final = re.compile(
    r"^[*_]*(?P<word>[A-Z][A-Za-z]{1,14}) ?(?P<num>\d{1,2}[a-z]?|(?<= )[A-H])\W*$"
)
#: Words that number something else; national codes among them.
_OTHERS: Final = frozenset(
    "section chapter part page table figure appendix annex annexe schedule step phase stage year quarter week month "
    "action card group case question note item slide box ndo o pa ni na national common indicator measure risk no ward "
    "value principle message finding recommendation duty pillar number act article paragraph rule level band tier "
    "version volume edition form lot grade q fy in by from at to of the and for since until hmp unit route "
    "january february march april may june july august september october november december covid outcome objective "
    "priority theme lo so".split()
)
_FEWEST: Final = 2


def learn_references(blocks: list[Block], tables: list[ReadTable]) -> References:
    """Learn the words and codes that number a plan's outcomes and objectives.

    A word counts where it numbers a series of statements, from 1 or A on, and work stands
    under them or points to them.

    Args:
        blocks: The document.
        tables: Its tables that are understood.
    """
    wholes: dict[str, dict[str, list[Block]]] = defaultdict(lambda: defaultdict(list))
    parts: dict[str, set[str]] = defaultdict(set)
    for block, text in _texts(blocks):
        match = _LABELLED.match(text) or _BARE.match(text)
        if not match or match["word"].lower() in _OTHERS:
            continue
        number = match["num"]
        if number.isdigit() or number.isalpha():
            wholes[match["word"]][number].append(block)
        else:
            parts[match["word"]].add(number)
    acting = [table for table in tables if table.has("action")]
    outcomes: set[str] = set()
    for word, numbers in wholes.items():
        series = len(numbers) >= _FEWEST and ({"1", "A"} & set(numbers))
        if series and (_works_under(numbers, blocks, acting) or _pointed(word, acting)):
            outcomes.add(word)
    objectives = {
        word
        for word, numbers in parts.items()
        if word not in outcomes
        and (len(numbers) >= _FEWEST or outcomes)
        and _not_refs(word, acting)
    }
    return References(outcomes, objectives if outcomes or len(objectives) == 1 else ())


def _texts(blocks: list[Block]) -> Iterator[tuple[Block, str]]:
    for block in blocks:
        if block.kind == "table":
            for row in block.rows:
                for cell in {cell.origin: cell for cell in row}.values():
                    yield block, " ".join(cell.text.split())
        elif not block.contents:
            yield block, block.text


def _works_under(
    numbers: dict[str, list[Block]], blocks: list[Block], acting: list[ReadTable]
) -> bool:
    """Tell whether work stands in the sections that the series heads."""
    headings = [b for found in numbers.values() for b in found if b.kind == "heading"]
    paths = [table.block.path for table in acting]
    paths += [block.path for block in blocks if block.kind == "list"]
    return any(path[: len(h.path)] == h.path for h in headings for path in paths)


def _pointed(word: str, acting: list[ReadTable]) -> bool:
    """Tell whether tables of actions point to the series by a column or a band."""
    pattern = re.compile(rf"^{re.escape(word)} ?(?:\d{{1,2}}|[A-H])\b", re.IGNORECASE)
    cells = (
        words
        for table in acting
        for row in table.rows
        for words in (row.text("outcome"), row.text("priority"), row.text("objective"), row.band)
    )
    return any(pattern.match(words) for words in cells)


def _not_refs(word: str, acting: list[ReadTable]) -> bool:
    """Tell whether a code is not the one that numbers the actions themselves."""
    refs = [row.text("ref") or row.text("action") for table in acting for row in table.rows]
    return not any(ref.startswith(word) for ref in refs)
