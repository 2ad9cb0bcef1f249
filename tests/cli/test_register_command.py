"""CJS sees who owes what by when, and what is not known is said to be so."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from cjgraph.store import DataFolder


def run(loaded: DataFolder, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cjgraph.cli", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "CJGRAPH_DATA": str(loaded.root), "CJGRAPH_MODEL": "off"},
    )


def test_every_partnership_is_listed_with_what_it_owes(loaded: DataFolder) -> None:
    done = run(loaded, "register", "--on", "2026-11-22", "--json")
    owed = json.loads(done.stdout)
    assert owed["on"] == "2026-11-22"
    assert len({row["partnership"] for row in owed["deadlines"]}) == 30
    reports = [r for r in owed["deadlines"] if r["kind"] == "annual_report" and r["state"] == "due"]
    assert {row["due"] for row in reports} == {"2026-12-31"}


def test_a_report_is_owed_by_the_end_of_the_year_in_which_its_year_ended(
    loaded: DataFolder,
) -> None:
    before = run(loaded, "register", "Ayrshire", "--on", "2026-12-31").stdout
    span = "1 April 2025 to 31 March 2026"
    assert f"The report for {span} is to be published by 31 December 2026." in before
    after = run(loaded, "register", "Ayrshire", "--on", "2027-01-01").stdout
    assert f"The register holds no report for {span}." in after


@pytest.mark.parametrize(
    ("arguments", "named"), [(["zz"], "zz"), (["--on", "31/12/2026"], "31/12/2026")]
)
def test_bad_input_is_named(loaded: DataFolder, arguments: list[str], named: str) -> None:
    done = run(loaded, "register", *arguments)
    assert done.returncode == 2
    assert named in done.stderr


def test_services_come_after_the_specification(loaded: DataFolder) -> None:
    services = json.loads(run(loaded, "services", "--json").stdout)
    assert {"New Routes", "Caledonian System"} <= {service["name"] for service in services}
    assert all({"id", "name", "status"} <= set(service) for service in services)
