"""Drafts of plans: kept readings that people correct, check and publish.

The command line and the service use these same functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjgraph.lazy import lazily

if TYPE_CHECKING:
    from .comparing import PlanDifference, compare_plans
    from .correcting import correct_draft
    from .draft import Draft
    from .editions import EditionRow, edition_rows, find_draft, open_edition
    from .importing import ImportReport, ImportRow, import_plans
    from .publishing import Published, publish_draft
    from .reading_files import FileRead, read_for_import

__all__ = [
    "Draft",
    "EditionRow",
    "FileRead",
    "ImportReport",
    "ImportRow",
    "PlanDifference",
    "Published",
    "compare_plans",
    "correct_draft",
    "edition_rows",
    "find_draft",
    "import_plans",
    "open_edition",
    "publish_draft",
    "read_for_import",
]

_HOME = {
    "Draft": "draft",
    "EditionRow": "editions",
    "FileRead": "reading_files",
    "ImportReport": "importing",
    "ImportRow": "importing",
    "PlanDifference": "comparing",
    "Published": "publishing",
    "compare_plans": "comparing",
    "correct_draft": "correcting",
    "edition_rows": "editions",
    "find_draft": "editions",
    "import_plans": "importing",
    "open_edition": "editions",
    "publish_draft": "publishing",
    "read_for_import": "reading_files",
}


__getattr__ = lazily(__name__, _HOME)
