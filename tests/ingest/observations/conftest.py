"""What the tests of imports share."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjgraph.store import DataFolder
from tests.ingest.imports.desk import Desk


@pytest.fixture
def desk(loaded: DataFolder, tmp_path: Path) -> Desk:
    """The packaged data, copied before the first write."""
    return Desk(loaded, tmp_path)
