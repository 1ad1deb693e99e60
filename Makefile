# Everything the project can do with itself. `make` alone lists it.
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup check test demo bench quality model lock upgrade schema clean

READY := .venv/.ready
PYTHON_IN := .venv/bin/python

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## Make the environment in .venv (needs Python 3.12 or newer and a network)
	@echo "The environment in .venv is ready"

$(READY): requirements-dev.txt pyproject.toml scripts/setup
	@PYTHON='$(PYTHON)' scripts/setup
	@touch $@

check: $(READY) ## Check style, format and types
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

test: check ## Run all checks and all tests
	$(PYTHON_IN) -m pytest

demo: $(READY) ## Read the articles in seeds/ into ./entente.db and ask it something
	.venv/bin/entente run seeds/ --db entente.db
	.venv/bin/entente query run exercises --db entente.db

bench: $(READY) ## Measure speed and memory, half an hour (PAGE=docs/performance.md sets the tables there)
	$(PYTHON_IN) -m benchmarks.transform $(if $(PAGE),--markdown $(PAGE))
	$(PYTHON_IN) -m benchmarks.sentences $(if $(PAGE),--markdown $(PAGE))
	$(PYTHON_IN) -m benchmarks.memory $(if $(PAGE),--markdown $(PAGE))
	$(PYTHON_IN) -m benchmarks.load $(if $(PAGE),--markdown $(PAGE))

quality: $(READY) ## Measure how well annotated articles are read, and set the tables into docs/quality.md
	$(PYTHON_IN) -m benchmarks.quality --markdown docs/quality.md

model: $(READY) ## Train the models of event reading anew on annotated articles (GOLD=file of JSON Lines)
	$(PYTHON_IN) -m etl.training $(GOLD)

lock: $(READY) ## Bring the lock files up to pyproject.toml, keeping pins that still hold
	scripts/lock

upgrade: $(READY) ## Lock the newest versions that pyproject.toml allows
	scripts/lock --upgrade

schema: $(READY) ## Write schema/README.md from the ontology
	$(PYTHON_IN) -m etl.ontology.readme

clean: ## Remove what checks, tests and builds leave behind
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find etl tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
