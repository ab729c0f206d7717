# A fresh machine needs only Python 3.11+ and make:
#   make demo   a whole audit of a made-up unit, down to its workbooks
#   make test   every check
# Another Python: make test PYTHON=python3.13
PYTHON ?= python3
BIN := .venv/bin
PIP := install --disable-pip-version-check --no-input -qq
BENCH ?=
FUZZ ?=
ATTACK ?=
MUTATION ?=
COMPILE = .venv/lock/bin/uv pip compile pyproject.toml --quiet --no-config --python .venv/lock/bin/python \
	--universal --python-version 3.11 --generate-hashes --no-header --no-annotate $(if $(UPGRADE),--upgrade)

.PHONY: demo test format bench coverage mutation attack fuzz torture lock messages docs clean

# An environment whose Python is gone, or that was made in another folder, counts as not made.
$(shell $(BIN)/python -c "" 2>/dev/null && [ "$$(cat .venv/locked)" = "$(CURDIR)" ] || rm -f .venv/locked .venv/made)

demo: .venv/made
	@if ls demo/*.xlsx >/dev/null 2>&1; then \
		echo "The folder demo is there from an earlier run and is left as it is. For a new run: rm -r demo"; \
	else $(BIN)/audit-engine demo demo; fi
	@echo
	@echo "The workbooks to open:"
	@ls -1 demo/*.xlsx

test: .venv/made
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: .venv/made
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/made .venv/tooled
	$(BIN)/python benchmarks/run.py $(BENCH)

# What of scoring/ its own tests leave out, as lines and branches; it must be nothing.
coverage: .venv/made
	$(BIN)/coverage run -m pytest -n 0 tests/test_scoring_*.py
	$(BIN)/coverage report

# Five minutes of spoilt workbooks; docs/faults.md says what is expected. Other times: make fuzz FUZZ="--seconds 60"
fuzz: .venv/made
	$(BIN)/python -W ignore -m tests.faults.fuzz $(FUZZ)

# About ten minutes; docs/method.md has the shares. All areas: make attack ATTACK="--whole --units 1000"
attack: .venv/made
	$(BIN)/python -m tests.attack.run $(ATTACK)

# Two hours on two idle cores; `--left` goes on. docs/mutation.md says what it shows. Some modules only: make mutation MUTATION="points bands"
mutation: .venv/made .venv/tooled
	$(BIN)/python -m tests.mutation $(MUTATION)

# Needs strace and some minutes; docs/durability.md says what it shows.
torture: .venv/made
	$(BIN)/python -m tests.torture.kill_points

# After a text of the program changed: brings the new ones into the catalogues, to be translated there.
messages: .venv/made
	$(BIN)/pybabel -q extract --no-default-keywords -k tr -k tr_many:1,2 -k marked --add-location=file --omit-header \
		--no-wrap --sort-by-file -o .venv/messages.pot audit_engine exports scoring questionnaires
	for one in questionnaires/catalogues/*.po; do $(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete \
		--no-wrap --ignore-pot-creation-date -i .venv/messages.pot -l $$(basename $$one .po) -o $$one; done

docs: .venv/made
	$(BIN)/python docs/generate.py

# Pins stay as they are unless pyproject.toml asks for more; `make lock UPGRADE=1` takes the newest of everything.
# The Python is named, or uv may choose (and change) another environment.
lock:
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python -m pip $(PIP) uv
	$(COMPILE) --extra dev --output-file requirements.lock
	$(COMPILE) --extra bench --extra mutation --constraint requirements.lock --output-file requirements-tools.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The two stamps are written last, so an interrupted installation is done again from the start.
.venv/made: .venv/locked pyproject.toml
	@rm -f $@
	@$(BIN)/python -m pip $(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# What only some targets need, at the versions of the lock beside it, so that nothing else changes.
.venv/tooled: .venv/locked requirements-tools.lock
	@echo "Installing the tools for this into .venv (needs the network this once) ..."
	@$(BIN)/python -m pip $(PIP) --require-hashes --requirement requirements-tools.lock
	@touch $@

.venv/locked: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed, and '$(PYTHON)' is not one. Name another: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "'$(PYTHON)' cannot make environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making the environment in .venv (about a minute, needs the network this once) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip $(PIP) --require-hashes --requirement requirements.lock
	@pwd > $@
