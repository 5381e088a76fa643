# One verb each; every one makes the virtual environment first where it is missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: setup report test lint fix golden

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	$(BIN)/python -m compileall -q reportgen  # pip does so for what it installs as a wheel
	touch $(STAMP)

setup: $(STAMP)

report: setup
	$(BIN)/reportgen build inputs -o outputs

test: setup
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check reportgen tests benchmarks
	$(BIN)/ruff format --check reportgen tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: setup
	$(BIN)/ruff check --fix reportgen tests benchmarks
	$(BIN)/ruff format reportgen tests benchmarks

golden: setup
	GOLDEN=rewrite $(BIN)/python -m pytest tests -k golden
