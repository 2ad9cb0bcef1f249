"""Opens the data that a verb needs, loading the default data where there is none."""

from __future__ import annotations

from cjgraph.cli._screen import say
from cjgraph.errors import InputError, SnapshotMissing
from cjgraph.store import DataFolder, Snapshot, open_snapshot
from cjgraph.store._snapshot import INCLUDABLE

INCLUDE_HELP = (
    "Add 'examples', 'synthetic' data or 'unchecked' plans to what is looked at; may be given"
    " more than once."
)


def open_data(*, quiet: bool = False) -> Snapshot:
    """Open the current snapshot; load the default data first where there is none.

    Args:
        quiet: Whether to keep from saying so.
    """
    data = DataFolder.from_environment()
    try:
        return open_snapshot(data)
    except SnapshotMissing:
        if not quiet:
            say(f"There is no data in {data.root} yet; loading the default data first.")
        from cjgraph.cli._load import load_all

        return load_all(data)


def included(names: list[str] | None) -> frozenset[str]:
    """Check the names given to ``--include``.

    Args:
        names: What was given, or None.

    Raises:
        InputError: A name is none of ``examples``, ``synthetic`` and ``unchecked``.
    """
    wanted = frozenset(names or ())
    for name in sorted(wanted - set(INCLUDABLE)):
        raise InputError(f"--include takes 'examples', 'synthetic' or 'unchecked', not '{name}'.")
    return wanted


def say_included(include: frozenset[str]) -> None:
    """Say that an output holds more than national data; nothing where it does not."""
    if "examples" in include:
        say("Includes invented examples: their areas, plans and services do not exist.")
    if "synthetic" in include:
        say("Includes synthetic data that stands for no real area.")
    if "unchecked" in include:
        say("Includes published plans that no person has checked; they count in no figure.")
