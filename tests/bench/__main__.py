"""Runs every benchmark and prints what it measured: ``make bench``.

Each figure stands beside a plain way of doing the same work, measured in the same run,
so the ratio says something on any machine.
"""

from __future__ import annotations

from tests.bench import loading, reading, search_speed, starting, threads, validating

for benchmark in (loading, reading, validating, threads, search_speed, starting):
    benchmark.main()
    print()
