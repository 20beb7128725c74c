# Everything a person or CI starts. `make` alone lists the verbs.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# The first of these that is there makes the environments; nothing is downloaded in its place.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
UV := .tools/bin/uv
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: benchmark help setup demo test check quality golden gazetteers lock clean

help:  ## list the verbs
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/' | expand -t 18

# uv lives beside the environment that it fills, never in it: syncing would remove itself.
$(UV): tools/bootstrap.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv --clear .tools
	.tools/bin/python -m pip install --quiet --only-binary :all: --require-hashes -r tools/bootstrap.lock
	touch $@

# The stamp lies in the environment, so that removing the environment makes it anew.
.venv/.stamp: requirements.lock pyproject.toml | $(UV)
	test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	$(UV) pip sync --quiet --python $(BIN)/python --no-build --require-hashes requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	touch $@

setup: .venv/.stamp  ## make .venv with the command in it (quick when up to date)

demo: setup  ## read the twelve sample reports and print their ledgers
	$(BIN)/tawatur read samples

check: setup  ## style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

test: check  ## what CI runs: style, types, every test, the quality gate
	$(BIN)/python -m pytest

quality: setup  ## score the reader, hold the floors, write docs/quality.md
	$(BIN)/python -m tools.quality $(QUALITY)

benchmark: setup  ## measure the speed (docs/speed.md says what else that needs)
	$(BIN)/python -m benchmarks.speed

golden: setup  ## write the golden ledgers anew (look at the diff before you keep it)
	$(BIN)/python -m tools.quality.golden

gazetteers: setup  ## build the generated gazetteers anew
	$(BIN)/python tools/gazetteer/build.py

lock: $(UV)  ## choose the newest dependencies and pin them with their hashes
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --upgrade --extra dev --extra gazetteers pyproject.toml --output-file requirements.lock

clean:  ## remove what can be made again, the environments included
	rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
