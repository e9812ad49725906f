.DEFAULT_GOAL := help
.PHONY: help demo test lint check web clean

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
SERVE ?= 1
BIN := .venv/bin

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

demo: .venv/installed  ## the whole way on the demonstration's sources, then GraphQL and GraphiQL (SERVE=0: without serving)
	@$(BIN)/dramatis demo --host $(HOST) --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve)

test: .venv/installed-test  ## every test, against a real Neo4j that the run starts itself
	@$(BIN)/pytest $(ARGS)

lint: .venv/installed-test  ## ruff, mypy, import-linter, the printed schema
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m service.schema.printing --check schema.graphql

clean:  ## remove what was installed and built, not the data
	rm -rf .venv node_modules web/node_modules service/http/static build *.egg-info
