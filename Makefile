# One entry point for people and for CI. Each target brings what it needs into .venv and works on a fresh
# checkout that has Python 3.11 or later and make.

PYTHON ?= python3
PORT ?= 8080
BIN := .venv/bin
export PYTHON

.PHONY: help run test lint bench constraints runtime development chromium peers

help:
	@echo "make run          serve the playground on http://127.0.0.1:$(PORT) (make run PORT=9000 for another port)"
	@echo "make test         run every test, with real parts: files, processes, a browser"
	@echo "make lint         check style, types, which module may import which, and where sentences stand"
	@echo "make bench        compare the store, /engage in Slack, a press in Teams and the reading of dates with their peers"
	@echo "make constraints  write constraints.txt anew, with the newest versions that pyproject.toml allows"

run: runtime
	@exec $(BIN)/engage run --playground --port "$(PORT)"

test: development chromium peers
	@$(BIN)/pytest

lint: development
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m tools.sentences

bench: development peers
	@$(BIN)/python -m tests.performance.bench_store
	@$(BIN)/python -m tests.performance.bench_slack
	@$(BIN)/python -m tests.performance.bench_teams
	@$(BIN)/python -m tests.performance.bench_dates

constraints:
	@sh tools/constraints.sh

runtime:
	@sh tools/prepare.sh runtime

development:
	@sh tools/prepare.sh development

chromium: development
	@sh tools/chromium.sh

peers: development
	@sh tools/peers.sh
