# Everything is set up in .venv; nothing else on the machine is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: setup run test lint bench mutants clean

setup: $(VENV)/.ready-dev

run: $(VENV)/.ready
	$(BIN)/cjgraph serve

test: $(VENV)/.ready-dev
	$(BIN)/pytest $(PYTEST_ARGS)

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

mutants: $(VENV)/.ready-dev
	$(BIN)/python -m tests.tools.mutants

bench: $(VENV)/.ready-dev
	$(BIN)/python -m tests.bench

$(BIN)/pip:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: pyproject.toml constraints.txt | $(BIN)/pip
	$(INSTALL) --editable '.[semantic]'
	touch $@

$(VENV)/.ready-dev: pyproject.toml constraints.txt | $(BIN)/pip
	$(INSTALL) --editable '.[semantic,dev]'
	touch $(VENV)/.ready $@

clean:
	rm -rf $(VENV) data dist .mypy_cache .ruff_cache .pytest_cache
