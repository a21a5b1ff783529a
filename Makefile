# Two commands matter: `make demo` and `make test`. Everything else serves them.
PYTHON ?= python3.11
PORT ?= 8765
SERVE ?= 1
LIBRARY ?= library
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help demo serve test lint types layers neo4j bench lock clean

help:  ## What can be made
	@grep -hE '^[a-z0-9]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

.venv/demo: requirements.lock pyproject.toml
	@bash .ci/environment.sh "$(PYTHON)" requirements.lock
	@touch $@

.venv/test: requirements-dev.lock pyproject.toml
	@bash .ci/environment.sh "$(PYTHON)" requirements-dev.lock
	@touch $@ .venv/demo

demo: .venv/demo  ## Set up, ingest corpus/documents, answer three questions, open the page (SERVE=0: stop after the answers)
	@SVOD_LIBRARY="$(LIBRARY)" PORT="$(PORT)" SERVE="$(SERVE)" bash .ci/demo.sh

serve: .venv/demo  ## The web page, linked data, SPARQL and the API
	@$(BIN)/svod --library "$(LIBRARY)" serve --port "$(PORT)"

.dev/system: .ci/system.sh
	@bash .ci/system.sh
	@mkdir -p .dev && touch $@

test: .dev/system .venv/test  ## Everything a user relies on, with a real Neo4j, a real browser and real SPARQL clients
	@$(BIN)/pytest

lint: .venv/test  ## Form and lint
	@$(BIN)/ruff format --check . && $(BIN)/ruff check .

types: .venv/test  ## mypy --strict over code and tests
	@$(BIN)/mypy

layers: .venv/test  ## Imports point one way
	@$(BIN)/lint-imports --no-cache

neo4j: .dev/system .venv/test  ## A real Neo4j community server in the foreground (its address and password are printed)
	@$(BIN)/python tests/neo4j_server.py

bench: .venv/test  ## Speed, beside the peers, in the same run
	@$(BIN)/python -m bench.ingest

lock: .venv/test  ## Pin what pyproject.toml asks for
	@$(BIN)/pip-compile -q --strip-extras --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header pyproject.toml -o requirements.lock
	@$(BIN)/pip-compile -q --strip-extras --allow-unsafe --generate-hashes --extra dev --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header pyproject.toml -o requirements-dev.lock

clean:  ## Remove what make made, the library excepted
	@rm -rf .venv .dev build *.egg-info .mypy_cache .ruff_cache .pytest_cache
