"""What a report says of each national community justice outcome, with the indicators it uses."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from ingest.plans.blocks import Block, Locator, unique_texts
from ingest.plans.links import alias_links, explicit_links, heading_links
from ingest.plans.reading import Evidence
from ingest.plans.vocabulary import mentions, vocabulary

from .progress import NationalProgress

_MOST: Final = 3
_FEW_WORDS: Final = 5
#: Indicators that words may name beside their titles: "NI 3", "national indicator 3".
_NUMBERED: Final = re.compile(
    r"\b(?:national )?indicator (?P<n>\d{1,2})\b|\bNI ?-?(?P<m>\d{1,2})\b", re.I
)
_FIGURE: Final = re.compile(r"\d")


def national_progress(blocks: list[Block], framework: str) -> tuple[NationalProgress, ...]:
    """Say for each outcome of an edition what the report says of it.

    Args:
        blocks: The report.
        framework: Generation of the outcomes that the plan works to.
    """
    edition = vocabulary().edition(framework)
    told: dict[str, list[tuple[int, str, Locator]]] = defaultdict(list)
    used: dict[str, list[str]] = defaultdict(list)
    for block in blocks:
        if block.contents or block.kind == "heading":
            continue
        headed = _headed(block.path, framework)
        for text, place in _texts(block):
            named = explicit_links(text, framework).national
            codes = named or headed or alias_links(text, framework).national
            for code in codes:
                rank = (0 if named else 1) - (1 if _FIGURE.search(text) else 0)
                told[code].append((rank, text, place))
                used[code] += [item for item in _indicators(text) if item not in used[code]]
    made = []
    for code in edition.outcomes:
        term = vocabulary().outcome(code)
        lines = [
            Evidence(text, place)
            for _, text, place in sorted(told[code], key=lambda item: item[0])[:_MOST]
        ]
        title = term.label if term else code
        made.append(NationalProgress(code, title, tuple(lines), tuple(used[code])))
    return tuple(made)


def _headed(path: tuple[str, ...], framework: str) -> tuple[str, ...]:
    for words in reversed(path):
        found = (
            explicit_links(words, framework).national or heading_links(words, framework).national
        )
        if found:
            return found
    return ()


def _texts(block: Block) -> list[tuple[str, Locator]]:
    if block.kind != "table":
        return [(block.text, block.locator)] if len(block.text.split()) >= _FEW_WORDS else []
    found = []
    for number, row in enumerate(block.rows):
        for column, cell in enumerate(row):
            if cell.origin == (number, column) and len(cell.text.split()) >= _FEW_WORDS:
                found.append((cell.text, block.cell_place(number, column)))
    return found if len(unique_texts(block.rows[0])) else []


def _indicators(text: str) -> list[str]:
    known = {term.code for term in vocabulary().indicators}
    codes = [term.code for _, _, term in mentions(text, vocabulary().indicators)]
    codes += [f"ni-{m['n'] or m['m']}" for m in _NUMBERED.finditer(text)]
    return [code for code in dict.fromkeys(codes) if code in known]
