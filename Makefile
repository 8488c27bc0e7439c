# Two commands matter to a newcomer: `make demo` and `make test`. Everything runs in a virtual environment here.
VENV ?= .venv
BIN := $(VENV)/bin
PYTHON ?= python3
PYTEST ?= $(BIN)/python -m pytest
PIP := $(BIN)/python -m pip --disable-pip-version-check
EDITABLE := PROVENANCE_PURE=1 $(PIP) install --quiet --no-build-isolation --editable
COMPILE := $(BIN)/python setup.py --quiet build_ext --inplace --build-lib $(VENV)/kernels --build-temp $(VENV)/kernels
DEMO := demo
DEMO_DB := $(DEMO)/provenance.db
DEMO_ARTICLE := honey-brief-post
TIMES ?= 1
PLAIN := tests/kernels $(wildcard tests/*/kernels) tests/text tests/fingerprint tests/align tests/reports
ATTACKED := 60
LOWEST := tests/store tests/sources tests/usecases tests/cli tests/curation tests/files
KERNELS := $(wildcard provenance/*/kernels/*.p* provenance/kernels/*.p*)

.PHONY: demo test plain lowest audit-dependencies sbom attack kills flips fuzz eval spark spark-kills bench lint types docs site kernels check clean

$(BIN)/python:
	@echo "A virtual environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

# What it takes to build stays in the environment: `make kernels` needs it, and a second run compiles what has changed.
$(VENV)/installed-build: pyproject.toml | $(BIN)/python
	@$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' >$(VENV)/build.txt
	@$(PIP) install --quiet --requirement $(VENV)/build.txt
	@touch $@

# Kernels compile while pip fetches; its own build would compile all of them each time.
$(VENV)/installed: pyproject.toml setup.py $(KERNELS) | $(VENV)/installed-build
	@echo "Installing, and compiling the kernels: less than a minute ..."
	@$(COMPILE) >/dev/null & $(EDITABLE) '.[web]' && wait $$!
	@touch $@

$(VENV)/installed-dev: pyproject.toml setup.py $(KERNELS) | $(VENV)/installed-build
	@echo "Installing with what the tests need, and compiling the kernels: less than a minute ..."
	@$(COMPILE) >/dev/null & $(EDITABLE) '.[dev]' && wait $$!
	@touch $@ $(VENV)/installed

$(VENV)/installed-bench: $(VENV)/installed-dev
	@$(EDITABLE) '.[bench]'
	@touch $@

# Where atheris has no wheel the same targets run under Hypothesis.
$(VENV)/installed-fuzz: $(VENV)/installed-dev
	@$(EDITABLE) '.[fuzz]' --only-binary atheris || echo "atheris cannot be installed here"
	@touch $@

$(VENV)/installed-spark: $(VENV)/installed-dev
	@$(EDITABLE) '.[spark]'
	@touch $@

$(VENV)/installed-release: $(VENV)/installed-dev
	@$(EDITABLE) '.[release]'
	@touch $@

$(VENV)/installed-docs: $(VENV)/installed-dev
	@$(EDITABLE) '.[docs]'
	@touch $@

# $(call decide,WORD,ONE OTHER,WHY): what a person would type to review a link.
decide = printf '\n$$ provenance review %s %s --note "%s" --by dana\n' '$(2)' $(1) '$(3)' && \
	$(BIN)/provenance --db $(DEMO_DB) review $(2) $(1) --note '$(3)' --by dana

demo: $(VENV)/installed  ## archive corpus/articles, check corpus/incoming against it, review two links, write a report
	@rm -rf $(DEMO) && mkdir $(DEMO)
	@printf '\n$$ provenance add corpus/articles\n'
	@$(BIN)/provenance --db $(DEMO_DB) add corpus/articles
	@printf '\n$$ provenance check corpus/incoming --add\n'
	@$(BIN)/provenance --db $(DEMO_DB) check corpus/incoming --add
	@printf '\n$$ provenance audit >$(DEMO)/links.txt\n'
	@$(BIN)/provenance --db $(DEMO_DB) audit >$(DEMO)/links.txt
	@$(call decide,confirm,sleeper-delay-traveller night-train-valmer,its desk quoted from memory)
	@$(call decide,note,honey-brief-post honey-fraud-exchange,credited as agreed)
	@printf '\n$$ provenance lineage $(DEMO_ARTICLE)\n'
	@$(BIN)/provenance --db $(DEMO_DB) lineage $(DEMO_ARTICLE)
	@printf '\n$$ provenance report corpus/incoming -o $(DEMO)/report.html\n'
	@$(BIN)/provenance --db $(DEMO_DB) report corpus/incoming -o $(DEMO)/report.html
	@printf '\nOpen $(DEMO)/report.html in a browser. The command is $(BIN)/provenance ("source $(BIN)/activate" puts it on the path);\nthe archive of this demo is $(DEMO_DB): $(BIN)/provenance --db $(DEMO_DB) list\nTo turn its pages, compare texts and review links: $(BIN)/provenance --db $(DEMO_DB) serve --open\n'

test: $(VENV)/installed-dev  ## every test that needs nothing but the project
	@echo "The tests, on every processor: about two minutes ..."
	@$(PYTEST) -m 'not browser and not kills' --numprocesses auto
	@echo 'The command is $(BIN)/provenance ("source $(BIN)/activate" puts it on the path).'

plain: $(VENV)/installed-dev  ## the tests of kernels, of the parts that use them, and of golden outputs, with kernels as plain Python
	PROVENANCE_PLAIN=1 $(PYTEST) $(PLAIN) -m 'not browser' --numprocesses auto

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-dev
	$(BIN)/mypy

# The program is installed for what it knows of itself (its version); the tests run the checkout. An old dependency may use
# what its own newer dependencies call deprecated: that is no error here, as it is elsewhere.
lowest: $(VENV)/installed-dev  ## the tests of the plain program with the lowest version of every dependency
	@$(PYTHON) -m venv --clear build/lowest
	@$(PYTHON) tests/packaging/lowest_versions.py archives documents duckdb parquet prov web >build/lowest/constraints.txt
	@build/lowest/bin/python -m pip --disable-pip-version-check install --quiet --requirement build/lowest/constraints.txt 'pytest>=8.3' 'pytest-xdist>=3.6' 'setuptools>=77' hypothesis httpx networkx
	@CC=/bin/false build/lowest/bin/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation .
	PYTHONPATH=$(CURDIR) build/lowest/bin/python -m pytest $(PLAIN) $(LOWEST) -m 'not browser' -W default::DeprecationWarning --numprocesses auto -p no:cacheprovider

audit-dependencies: $(VENV)/installed-release  ## installed packages with known weaknesses; says so where that cannot be asked
	$(BIN)/python tests/packaging/audit_dependencies.py

sbom: $(VENV)/installed-release  ## the bill of materials of a release: everything that the program with all extras installs
	@$(PYTHON) -m venv --clear build/sbom
	@PROVENANCE_PURE=1 build/sbom/bin/python -m pip --disable-pip-version-check install --quiet '.[all]'
	@build/sbom/bin/python -m pip --disable-pip-version-check uninstall --quiet --yes pip setuptools
	$(BIN)/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml --output-format JSON --output-file build/sbom.cdx.json build/sbom/bin/python

kernels: $(VENV)/installed-build  ## compile what has changed; the same as installing, and quicker
	$(COMPILE)

docs: $(VENV)/installed-dev  ## write anew what is generated: the pages of commands and of evidence
	$(BIN)/python tests/docs/generated.py --write

site: $(VENV)/installed-docs  ## the documentation as a site, in build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --config-file docs/mkdocs.yml --site-dir ../build/site

eval: $(VENV)/installed-dev  ## evaluations on ../shared/data, or on $$PROVENANCE_DATA
	$(BIN)/python tests/evaluation/gate.py

attack: $(VENV)/installed-dev  ## copies of corpus/ disguised in 25 ways: which are found, and how much of them
	$(BIN)/python tests/evaluation/attack.py --articles $(ATTACKED)

fuzz: $(VENV)/installed-fuzz  ## hostile inputs for all that reads what strangers wrote: TIMES=100 for a hundred times as many
	@PROVENANCE_CHECKED=1 $(BIN)/python setup.py --quiet build >/dev/null
	PYTHONPATH=build/checked $(BIN)/python tests/fuzz --times $(TIMES)

kills: $(VENV)/installed-dev  ## every command that writes, stopped at each write, and 1,000 times at random: nothing is lost
	$(BIN)/python tests/durability/stop_run.py
	$(BIN)/python tests/durability/stop_run.py --how random --points 1000

flips: $(VENV)/installed-dev  ## 1,000 flipped bits of an archive: each is named by `verify`, or changes no answer
	$(BIN)/python tests/durability/flip_run.py 1000

spark: $(VENV)/installed-spark  ## batches on Spark, on this machine; needs Java 17
	NEEDS_SPARK=1 $(PYTEST) -m 'spark and not kills' -n0

spark-kills: $(VENV)/installed-spark  ## workers and drivers of a cluster on this machine are killed, in every step
	NEEDS_SPARK=1 SPARK_KILLS_EVERY=1 $(PYTEST) tests/batch/test_spark_kills.py -n0

bench: $(VENV)/installed-bench  ## speed and memory beside other deduplicators
	$(BIN)/python tests/bench

check: lint types test plain site eval bench

clean:
	rm -rf $(VENV)/installed* $(VENV)/kernels $(DEMO) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
	find provenance \( -name '*.so' -o -name '*.pyd' -o -name '*.c' \) -delete
