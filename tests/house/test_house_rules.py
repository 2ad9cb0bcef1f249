"""Rules of the house that no tool checks: layers, names, sizes, one place for IRIs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("cjgraph", "ingest", "api")
CODE = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
ALL_CODE = CODE + sorted((ROOT / "tests").rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Return the top-level packages that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    part = path.relative_to(ROOT).parts
    if part[:2] == ("cjgraph", "cli"):
        return  # the one place where all meet
    forbidden = {"cjgraph": {"ingest", "api"}, "ingest": {"api"}, "api": set()}[part[0]]
    assert not imported(path) & forbidden


def test_importing_the_library_loads_nothing_heavy() -> None:
    heavy = ("torch", "fastapi", "owlready2", "onnxruntime", "rdflib", "networkx", "pyshacl")
    code = (
        "import sys, cjgraph, cjgraph.store, cjgraph.search, cjgraph.shacl, cjgraph.thread;"
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", ALL_CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 600


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_iris_are_spelled_in_one_place(path: Path) -> None:
    if path.name == "namespaces.py":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
    ]
    assert not [s for s in strings if re.search(r"https?://[a-z0-9-]+\.[a-z]", s)]


def test_no_module_is_called_after_nothing() -> None:
    vague = {"utils", "util", "helpers", "common", "manager", "misc"}
    assert not [path for path in CODE if path.stem.strip("_") in vague]


@pytest.mark.parametrize(
    "folder", ["ontology", "shapes", "cjgraph", "ingest", "api", "tests"], ids=str
)
def test_every_folder_tells_a_newcomer_what_it_is(folder: str) -> None:
    text = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    assert len(text.split()) > 40


def test_text_is_parsed_with_its_format_said() -> None:
    """rdflib takes a bare string for a path or an address, and fetches it."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "parse"
                and not (
                    isinstance(node.func.value, ast.Name) and node.func.value.id in ("ox", "ast")
                )
            ):
                names = {keyword.arg for keyword in node.keywords}
                assert "format" in names or not node.args, f"{path}:{node.lineno}"
