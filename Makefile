# make run   makes the environment and assesses a real initiative
# make test  makes the environment and runs every check: format, lint, types, layers, rules, tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
UV := uv==0.13.9

.PHONY: run test check-tools format lint types layers rules tests slow bench mutation pictures schema clean

run: $(READY)
	@$(BIN)/advisor assess rules/examples/aceh-2005.yaml --reasons

test: lint types layers rules tests

check-tools:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null || { \
	  echo "Python 3.11, 3.12 or 3.13 is missing. Install one, or name it: make PYTHON=python3.12"; exit 1; }
	@command -v $${CC:-cc} >/dev/null || command -v gcc >/dev/null || { \
	  echo "A C compiler is missing: the rule engine is built from C. On Debian or Ubuntu: apt install gcc"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python's venv module is missing. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@$(PYTHON) -c 'import os, sysconfig as s, sys; sys.exit(not os.path.exists(s.get_path("include") + "/Python.h"))' || { \
	  echo "Python's C headers are missing. On Debian or Ubuntu: apt install python3-dev"; exit 1; }

# uv reads from pyproject.toml how durable-rules has to be built; pip cannot.
$(READY): pyproject.toml | check-tools
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(UV)
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --editable . --group dev
	@touch $(READY)

format: $(READY)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lint: $(READY)
	$(BIN)/ruff format --check
	$(BIN)/ruff check

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

rules: $(READY)
	$(BIN)/advisor rules check --strict

tests: $(READY)
	$(BIN)/python -m pytest -q -n auto --dist worksteal

# Ten thousand random rulebooks and initiatives against each property, and a hundred interviews that are killed at
# random; then the tests that are marked as slow. Takes fifteen to twenty-five minutes.
slow: $(READY)
	HYPOTHESIS_PROFILE=slow $(BIN)/python -m pytest -q -n auto --dist worksteal \
	  tests/test_engine_equals_reference.py tests/test_screens_in_a_terminal.py tests/test_whatif.py
	$(BIN)/python -m pytest -q -n auto --dist worksteal -m slow

bench: $(READY)
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --group bench
	$(BIN)/python benchmarks/run.py

# Breaks every rule in every way and writes docs/mutation.md; takes two to four minutes.
mutation: $(READY)
	$(BIN)/python -m tests.mutation.run

pictures: $(READY)
	$(BIN)/python docs/pictures/make.py

schema: $(READY)
	$(BIN)/python -m advisor rules schema --rules bundled

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache dist
