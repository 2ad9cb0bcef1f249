"""Plans with the answers that a good reader would give."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cjgraph.errors import FileNotReadable, SyntaxFault

ENDING: Final = ".gold.json"
_KEYS: Final = ("file", "layout", "checklist", "outcomes", "objectives", "actions")


@dataclass(frozen=True, slots=True)
class GoldPlan:
    """One plan and its answers.

    Args:
        path: The plan itself.
        layout: What kind of document it is, such as ``"designed-pdf"``.
        bank: Whose wording it is.
        answers: Keys as ``cjgraph plan read --json`` has them; verdicts without evidence.
    """

    path: Path
    layout: str
    bank: str
    answers: dict[str, Any]

    @property
    def name(self) -> str:
        """Name of the plan in tables."""
        return f"{self.bank}/{self.path.name}"


def gold_plans(folder: Path) -> Iterator[GoldPlan]:
    """Give the plans of a folder and its folders that have answers.

    Args:
        folder: Where each ``<name>.gold.json`` lies beside the plan that its ``file`` names.

    Raises:
        FileNotReadable: There is no such folder, or a plan is missing.
        SyntaxFault: A file of answers is no JSON or lacks a key.
    """
    if not folder.is_dir():
        raise FileNotReadable(f"There is no folder {folder}.")
    for path in sorted(folder.rglob("*" + ENDING)):
        try:
            answers = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise SyntaxFault(f"{path} is not valid JSON: {error}.") from error
        lacking = [key for key in _KEYS if key not in answers]
        if lacking:
            raise SyntaxFault(f"{path} lacks {', '.join(lacking)}.")
        plan = path.with_name(answers["file"])
        if not plan.is_file():
            raise FileNotReadable(f"{path.name} names {answers['file']}, which is not there.")
        bank = answers.get("bank") or path.parent.name
        yield GoldPlan(plan, answers["layout"], bank, answers)
