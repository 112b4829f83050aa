# Two commands matter: `make demo` and `make test`. Both need only Python 3.11 or newer, git and make.
PYTHON ?= python3
VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo test test-slow proofs bench bench-reading bench-screening bench-cohort lint samples clean

demo: $(VENV)/.run-ready
	$(BIN)/mrse-assess demo

test: $(VENV)/.test-ready lint
	$(BIN)/pytest -n 2 --dist loadgroup -m "not proof and not slow and not browser"
	$(BIN)/pytest --nbval-lax -p no:cacheprovider notebooks
	$(BIN)/pytest -n 2 --dist loadgroup -m "browser and not slow and not proof"

test-slow: $(VENV)/.test-ready
	$(BIN)/pytest -n 2 --dist loadgroup -m slow

proofs: $(VENV)/.test-ready
	$(BIN)/pytest -m proof

bench: $(VENV)/.test-ready
	$(BIN)/python benchmarks/run.py

bench-reading: $(VENV)/.bench-ready
	$(BIN)/python benchmarks/reading.py

bench-screening: $(VENV)/.test-ready
	$(BIN)/python benchmarks/screening.py

bench-cohort: $(VENV)/.test-ready
	$(BIN)/python benchmarks/cohort.py

lint: $(VENV)/.test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

samples: $(VENV)/.test-ready
	$(BIN)/python sample_portfolios/build.py

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; this is %d.%d. Name another with: make PYTHON=python3.12 ..." % sys.version_info[:2])'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python cannot make virtual environments. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run-ready: $(VENV)/.made pyproject.toml constraints.txt
	$(PIP_INSTALL) --editable .
	@touch $@

$(VENV)/.test-ready: $(VENV)/.made pyproject.toml constraints.txt
	$(PIP_INSTALL) --editable '.[test]'
	@touch $@ $(VENV)/.run-ready

$(VENV)/.bench-ready: $(VENV)/.made pyproject.toml constraints.txt
	$(PIP_INSTALL) --editable '.[test,bench]'
	@touch $@ $(VENV)/.test-ready $(VENV)/.run-ready

clean:
	rm -rf $(VENV) dist build demo-workspace .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
