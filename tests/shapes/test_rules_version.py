"""Rules that judge in another way carry another version."""

from __future__ import annotations

import csv
import re

import pytest

from cjgraph.resources import resource_folder
from cjgraph.shacl import _rules, load_rules
from tests.tools.rules_version import current_line


def test_rules_that_judge_differently_have_a_version_of_their_own() -> None:
    said = (resource_folder("shapes") / "versions.csv").read_text("utf-8")
    known = {row["version"]: row["sha256"] for row in csv.DictReader(said.splitlines())}
    version, found = current_line().split(",")
    assert known.get(version) == found, (
        "The rules judge in another way than the version in shapes/versions.csv. Raise "
        "owl:versionInfo in shapes/prefixes.ttl if that version was released, and put this "
        f"line into shapes/versions.csv: {version},{found}"
    )
    assert len(set(known.values())) == len(known)


def test_versions_are_three_numbers_in_order() -> None:
    said = (resource_folder("shapes") / "versions.csv").read_text("utf-8")
    versions = [row["version"] for row in csv.DictReader(said.splitlines())]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)
    in_order = sorted(versions, key=lambda v: tuple(map(int, v.split("."))))
    assert versions == in_order
    assert versions[-1] == load_rules().version


def test_the_hash_of_the_rules_covers_what_works_out_their_signs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = load_rules().sha256
    monkeypatch.setattr(_rules, "SIGN_FILES", _rules.SIGN_FILES[:-1])
    assert load_rules().sha256 != whole
