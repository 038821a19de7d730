# make report   set up and render reports/venezuela-russia.html from seeds/
# make test     set up and run every test
# make lab      open JupyterLab with the kernel ready
# make lint     ruff, ruff format, mypy
# make lock     refresh the lock files
# make soak     hours of attempts to break it: kills, a failing disk, fuzzing, size; written to docs/reliability.md
# make reliability  docs/reliability.md again, from what was found last
# make sbom     what the release is made of, as CycloneDX JSON in dist/
# make bench    side-by-side measurements, written to benchmarks/RESULTS.md

PYTHON ?= python3
unexport PYTHONDONTWRITEBYTECODE
BIN := .venv/bin
RUN := $(BIN)/python -m
CORPUS ?= seeds
TOPIC ?= venezuela-russia

.DEFAULT_GOAL := help
KILLS ?= 300
FUZZ_SECONDS ?= 600
ARTICLES ?= 1000000
STEP ?= 1
.PHONY: help report test lab lint lock bench soak reliability sbom clean

help:
	@sed -n 's/^# //p' Makefile

# uv installs in a fraction of pip's time; where it cannot be had, pip reads the same lock.
define install
	$(BIN)/python -m pip install --quiet uv 2>/dev/null || true
	if [ -x $(BIN)/uv ]; then $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r $(1); \
	else $(RUN) pip install --quiet --require-hashes -r $(1); fi
	if [ -x $(BIN)/uv ]; then $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --no-deps -e .; \
	else $(RUN) pip install --quiet --no-deps -e .; fi
	touch $@
endef

.venv/made:
	$(PYTHON) -c 'import sys; sys.exit("pactline needs Python 3.11 or later" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	touch $@

.venv/installed: .venv/made requirements.lock pyproject.toml
	$(call install,requirements.lock)

.venv/installed-dev: .venv/installed requirements-dev.lock
	$(call install,requirements-dev.lock)

report: .venv/installed
	$(RUN) pactline report $(CORPUS) --topic $(TOPIC)

test: .venv/installed-dev
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy
	$(RUN) pytest -q
	$(RUN) pytest -q --nbval-lax -p no:randomly notebooks

lab: .venv/installed-dev
	$(RUN) pactline lab

lint: .venv/installed-dev
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy

lock: .venv/made
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet --upgrade -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --all-extras -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet --upgrade -o requirements-dev.lock

soak: .venv/installed-dev
	$(RUN) soak catalogue
	$(RUN) soak kills --number $(KILLS)
	$(RUN) soak faults --step $(STEP)
	$(RUN) soak fuzz --seconds $(FUZZ_SECONDS)
	$(RUN) soak reading
	$(RUN) soak size --articles $(ARTICLES)
	$(RUN) pytest -q -m soak

reliability: .venv/installed-dev
	$(RUN) soak page

sbom: .venv/installed-dev
	mkdir -p dist
	$(RUN) cyclonedx_py requirements --pyproject pyproject.toml --output-reproducible --of JSON -o dist/pactline.cdx.json requirements.lock

bench: .venv/installed-dev
	$(RUN) benchmarks

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
