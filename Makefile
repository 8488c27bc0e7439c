# Two commands matter to a newcomer: `make demo` and `make test`. Everything runs in a virtual environment here.
VENV ?= .venv
BIN := $(VENV)/bin
PYTHON ?= python3
DEMO := demo
DEMO_DB := $(DEMO)/provenance.db
DEMO_ARTICLE := honey-brief-post

.PHONY: demo test eval bench lint types docs check clean

$(VENV)/installed: pyproject.toml setup.py $(wildcard provenance/*/kernels/*.p* provenance/kernels/*.p*)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

$(VENV)/installed-bench: $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	@touch $@

demo: $(VENV)/installed  ## archive corpus/articles, check corpus/incoming against it, write a report
	@rm -rf $(DEMO) && mkdir $(DEMO)
	@$(BIN)/provenance --db $(DEMO_DB) add corpus/articles
	@$(BIN)/provenance --db $(DEMO_DB) check corpus/incoming --add
	@$(BIN)/provenance --db $(DEMO_DB) audit >$(DEMO)/links.txt
	@$(BIN)/provenance --db $(DEMO_DB) lineage $(DEMO_ARTICLE)
	@printf '\nThe report: '
	@$(BIN)/provenance --db $(DEMO_DB) report corpus/incoming -o $(DEMO)/report.html

test: $(VENV)/installed-dev  ## every test that needs nothing but the project
	$(BIN)/python -m pytest -m 'not browser'

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-dev
	$(BIN)/mypy

docs: $(VENV)/installed-dev  ## the README's command help, written anew
	$(BIN)/python tests/docs/command_help.py --write

eval: $(VENV)/installed-dev  ## evaluations on ../shared/data, or on $$PROVENANCE_DATA
	$(BIN)/python tests/evaluation/gate.py

bench: $(VENV)/installed-bench  ## speed and memory beside other deduplicators
	$(BIN)/python tests/bench

check: lint types test eval bench

clean:
	rm -rf $(DEMO) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
