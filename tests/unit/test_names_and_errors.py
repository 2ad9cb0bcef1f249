"""Names are made one way, and errors keep what they say when they cross processes."""

from __future__ import annotations

import doctest
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import cjgraph.errors
import cjgraph.namespaces
from cjgraph.errors import CJGraphError, FileNotReadable
from cjgraph.resources import resource_folder


def test_examples_in_docstrings_are_true() -> None:
    assert doctest.testmod(cjgraph.namespaces).failed == 0


@pytest.mark.parametrize("name", ["", "   ", "!!!", "\u4e2d"])
def test_a_name_without_letters_still_gives_an_iri(name: str) -> None:
    assert cjgraph.namespaces.slug(name) == "x"


def test_every_error_survives_a_process_border_with_its_hint() -> None:
    kinds = [
        kind
        for kind in vars(cjgraph.errors).values()
        if isinstance(kind, type) and issubclass(kind, CJGraphError)
    ]
    assert len(kinds) > 15
    for kind in kinds:
        copy = pickle.loads(pickle.dumps(kind("It broke.", hint="Mend it.")))  # noqa: S301
        assert type(copy) is kind
        assert (copy.message, copy.hint) == ("It broke.", "Mend it.")


def test_the_error_tree_in_the_docstring_is_whole() -> None:
    drawn = cjgraph.errors.__doc__ or ""
    for name, kind in vars(cjgraph.errors).items():
        if isinstance(kind, type) and issubclass(kind, CJGraphError):
            assert name in drawn


def test_resources_may_be_mounted_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CJGRAPH_RESOURCES", str(tmp_path))
    with pytest.raises(FileNotReadable, match="no folder 'ontology'"):
        resource_folder("ontology")
    (tmp_path / "ontology").mkdir()
    assert resource_folder("ontology") == tmp_path / "ontology"


def test_the_command_runs_from_any_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cjgraph.cli", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith("cjgraph ")
