"""Run the mutants: ``python -m tests.tools.mutants [--graph N --documents N --seed S --json OUT]``.

The exit code is 1 where a goal of the run is not met.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from tests.tools.mutants.tally import run_all


def main(arguments: list[str] | None = None) -> int:
    """Run the mutants and print what came of them.

    Args:
        arguments: Arguments of the command; those of the process where None.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.tools.mutants", description=__doc__)
    parser.add_argument("--graph", type=int, default=400, help="mutants of graphs (0 for none)")
    parser.add_argument("--documents", type=int, default=200, help="mutants of files (0 for none)")
    parser.add_argument("--seed", type=int, default=1, help="seed of every choice")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--json", type=Path, help="write the whole account there")
    parser.add_argument("--only", default="", help="only mutants whose name or type has this word")
    given = parser.parse_args(arguments)
    started = time.monotonic()
    tallies = run_all(
        given.graph, given.documents, seed=given.seed, jobs=given.jobs, only=given.only
    )
    for tally in tallies:
        print(tally.text())
    print(f"{time.monotonic() - started:.0f} s, seed {given.seed}")
    if given.json:
        account = {tally.title: tally.to_json() for tally in tallies}
        given.json.write_text(json.dumps(account, indent=1, ensure_ascii=False), encoding="utf-8")
    return 0 if all(tally.met for tally in tallies) else 1


if __name__ == "__main__":
    sys.exit(main())
