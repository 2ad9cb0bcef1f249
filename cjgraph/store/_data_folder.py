"""Where everything that an installation keeps lies on disk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder that holds one installation's data.

    Args:
        root: The folder itself; it need not exist yet.
    """

    root: Path

    @classmethod
    def from_environment(cls) -> DataFolder:
        """Return the folder named by ``CJGRAPH_DATA``, or ``data`` below the current one."""
        return cls(Path(os.environ.get("CJGRAPH_DATA") or "data"))

    @property
    def snapshots(self) -> Path:
        """The folder of immutable snapshots, one folder each."""
        return self.root / "snapshots"

    @property
    def current(self) -> Path:
        """The file that names the current snapshot; replaced by atomic rename."""
        return self.root / "current"

    @property
    def index(self) -> Path:
        """The folder of evidence indexes, one folder a hash."""
        return self.root / "index"

    @property
    def models(self) -> Path:
        """The folder of exported embedding models."""
        return self.root / "models"

    @property
    def write_lock(self) -> Path:
        """The lock that the one writer holds."""
        return self.root / "write.lock"

    @property
    def service_record(self) -> Path:
        """The file in which a running service says at which address it answers."""
        return self.root / "service.json"
