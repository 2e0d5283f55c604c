# Saksgang: every task has one word. Needs Python 3.11 or newer and make; `make setup` brings the rest.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.made
TESTS ?=
PACKAGES := $(wildcard activities benchmarks cli deploy domain letters storage web workflows worker.py)

.DEFAULT_GOAL := help
.PHONY: help setup run demo test check format bench bench-scale faults fuzz rules-coverage screenshots lock generated clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile

setup: $(STAMP) ## make the virtual environment; afterwards .venv/bin/saksgang exists

# uv does in seconds what takes pip half a minute, but knows nothing of pip's settings: where pip is told of an index, and
# where uv gets through to none, pip does it.
$(STAMP): requirements-uv.lock requirements-dev.lock pyproject.toml package-lock.json
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Saksgang needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another one: make setup PYTHON=python3.12")'
	@$(PYTHON) -c 'import venv, ensurepip' || { echo "This Python cannot make virtual environments (on Debian: apt-get install python3-venv)." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	! $(BIN)/python -m pip config list | grep -q '\.index-url=' \
		&& $(BIN)/uv pip install --quiet --python $(BIN)/python --system-certs --compile-bytecode --require-hashes -r requirements-dev.lock \
		|| $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@! $(BIN)/python -m deploy.assets --needs-node || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.lock
	$(BIN)/python -m deploy.assets
	@touch $@

run: setup ## start everything here, the web at http://localhost:8000; EMPTY=1 without demo cases; Ctrl-C stops it
	@$(BIN)/saksgang up $(if $(EMPTY),--empty)

demo: setup ## let applications live their whole lives in seconds
	@$(BIN)/saksgang demo

# The tests start a good hundred processes; each would compile the program anew where the machine asks for no bytecode.
test: setup ## run the tests; TESTS=tests/domain runs a part
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(TESTS)

check: setup ## style, types, layers, locks and generated files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(PACKAGES) tests
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m deploy.locks --check
	$(BIN)/python -m deploy.generated --check
	$(BIN)/python -m tests.rules --check

format: setup ## let ruff put the code in its form
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: setup ## measure the cost against a bare workflow, side by side
	@$(BIN)/python -m benchmarks

bench-scale: setup ## fill a database with a million cases and measure the pages on it; 39 GB, about an hour; ARGS="--cases 20000" makes less
	@$(BIN)/python -m benchmarks.scale $(ARGS)

faults: setup ## kill what can be killed, the long form
	@SAKSGANG_FAULTS=long $(BIN)/python -m pytest tests/faults $(wildcard tests/workflows/test_faults_*.py) --timeout=3600

fuzz: setup ## ask the API everything its description lets one ask, some ten thousand times
	@$(BIN)/python -m tests.fuzz

rules-coverage: setup ## change every rule and see a test fail; writes docs/rules.md
	@$(BIN)/python -m tests.rules

screenshots: setup ## take pictures of the main screens, into docs/screens
	@$(BIN)/python -m tests.browser.screenshots

lock: setup ## resolve the requirements anew; UPGRADE=1 takes the newest
	$(BIN)/python -m deploy.locks $(if $(UPGRADE),--upgrade)

generated: setup ## write the files that are made from the code: diagrams, schemas
	$(BIN)/python -m deploy.generated

clean: ## remove what setup, tests and runs made; a local installation stays
	rm -rf .venv node_modules web/static/vendor .rules-coverage.jsonl .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov dist build *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@test ! -d .saksgang || echo "The local installation in .saksgang stays; remove it by hand if it may go."
