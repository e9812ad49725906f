.DEFAULT_GOAL := help
.PHONY: help demo test lint web model clean

PYTHON ?= python3
PORT ?= 8000
SERVE ?= 1
ARGS ?=
BIN := .venv/bin

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

demo: .venv/installed web  ## the whole way on the demonstration's sources, then GraphQL and GraphiQL (PORT=8000, SERVE=0: stop before serving)
	@$(BIN)/dramatis demo --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve)

test: .venv/installed-test web  ## every test, against a real Neo4j that the run starts itself (ARGS for pytest)
	@$(BIN)/pytest $(ARGS)

lint: .venv/installed-test  ## ruff, mypy, import-linter, the printed schema
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m service.schema.print | diff schema.graphql -

web: .venv/installed  ## GraphiQL, built from its npm packages; nothing to do when it is there
	@BIN=$(CURDIR)/$(BIN) sh web/build.sh

model: .venv/installed  ## the shipped model, trained again: CATALOGUE=… of lists, JUDGEMENTS=… on them (docs/model-card.md)
	$(BIN)/dramatis train --catalogue "$(CATALOGUE)" --judgements "$(JUDGEMENTS)" --with-shipped-labels --output resolution/model/sanctions.json

# dedupe's string distances are compiled at installation; say so before pip says it in a page.
.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Dramatis needs Python 3.11 or newer; name one with: make demo PYTHON=python3.12" >&2; exit 1; }
	@command -v $${CC:-cc} >/dev/null || command -v gcc >/dev/null || \
	  { echo "Dramatis needs a C compiler; on Debian or Ubuntu type: sudo apt-get install build-essential python3-dev" >&2; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/python pyproject.toml
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-test: .venv/installed
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

clean:  ## remove what was installed and built; the data in .dramatis stay
	rm -rf .venv web/node_modules service/http/static build *.egg-info
