# Thin on purpose: each target calls one command that also works by itself.
SHELL := /bin/bash
PYTHON := .venv/bin/python
export PATH := $(CURDIR)/.venv/bin:$(PATH)
PORT ?= 8000

# Steps that each keep one processor busy, two at a time; what one says stays together.
AT_ONCE := $(MAKE) --no-print-directory --jobs=2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=line)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help: ## List what make can do
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-20s %s\n", $$1, $$2}'

run: .venv/.installed ## Serve the whole app on http://127.0.0.1:8000 (PORT=… for another)
	@$(PYTHON) -m dev.serve --port $(PORT)

dev: .venv/.installed ## The same with autoreload and hot reload
	@$(PYTHON) -m dev.serve --port $(PORT) --reload

test: check-browser ## Lint, types, Python, frontend and browser tests
	@$(AT_ONCE) staticfiles/.collected lint test-frontend check-deploy-files
	@$(MAKE) --no-print-directory test-python test-browser

test-python: staticfiles/.collected ## Python's tests, on PostgreSQL and all processors
	$(PYTHON) -m pytest --numprocesses auto --dist worksteal -m "not releases"

test-frontend: node_modules/.installed ## The frontend's unit tests (REPORT=… writes them to a file)
	npm test $(if $(REPORT),-- --reporter=default --reporter=junit --outputFile=$(CURDIR)/$(REPORT))

test-browser: staticfiles/.collected ## The whole application in a browser
	$(PYTHON) -m dev.browser npm run e2e

pictures: staticfiles/.collected ## A picture of every page, beside master's where there is one
	$(PYTHON) -m dev.browser npx playwright test --config frontend/e2e/pictures.config.ts
	$(PYTHON) -m dev.browser_tests.pictures

keep-pictures: ## Keep the pictures as those of master
	$(PYTHON) -m dev.browser_tests.pictures --keep

# Before anything is installed: who must install a browser is to know it at the beginning.
check-browser: ## Find or install the browser for tests, or say how
	@python=$$(dev/toolchain/python) && "$$python" -m dev.browser

install-browser: node_modules/.installed
	npx playwright install --with-deps $(or $(E2E_BROWSERS),chromium)

test-other-browsers: staticfiles/.collected ## All pages, a letter and offline in Debian's Firefox ESR and WebKitGTK
	$(PYTHON) -m dev.browser_tests.other_browsers

lint: lint-python lint-frontend ## Every check that runs nothing

# Models are compared with migrations, not with a database: one that has not yet run all that a squashed
# migration replaces would be called inconsistent.
# 0015_picture_names: no row breaks its unique constraint, whose column begins empty in all of them.
lint-python: .venv/.installed
	ruff check .
	ruff format --check .
	mypy .
	lint-imports
	DATABASE_URL=postgres://localhost:1/none $(PYTHON) -W ignore::RuntimeWarning manage.py makemigrations \
	  --settings dev.build_settings --check --dry-run
	$(PYTHON) manage.py lintmigrations --settings dev.lint_settings --no-cache --quiet ok ignore \
	  --exclude-apps axes otp_static otp_totp --ignore-name-contains _contract_ --ignore-name 0015_picture_names
	$(PYTHON) -m dev.deployment_check

lint-frontend: node_modules/.installed
	npm run lint

check-deploy-files: .venv/.installed ## Pipeline, container and host files: schemas and linters
	check-jsonschema --builtin-schema vendor.circle-ci .circleci/config.yml
	check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml
	check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	check-jsonschema --schemafile delivery/app.schema.json app.json
	actionlint
	zizmor --quiet --offline .github
	hadolint Dockerfile .circleci/trivy.Dockerfile
	shellcheck .circleci/halt-unless-changed .circleci/scan-image delivery/rehearsal/check-stack dev/toolchain/python

check-stack: ## The compose stack from nothing: story, user, read-only root, database restart
	delivery/rehearsal/check-stack

test-releases: staticfiles/.collected ## Releases and review apps on whole databases, some minutes
	$(PYTHON) -m pytest --numprocesses auto --dist worksteal -m releases delivery

test-previous-release: .venv/.installed ## The last release's tests on this commit's schema
	$(PYTHON) -m delivery.rehearsal.previous_release

build-like-heroku: .venv/.installed ## Build, release and serve the last commit as Heroku does
	$(PYTHON) -m delivery.rehearsal.build_like_heroku

rehearse-restore: staticfiles/.collected ## A backup and its pictures into an empty database, everything compared
	$(PYTHON) -m delivery.rehearsal.restore

rehearse-migration: .venv/.installed ## The release phase on a backup (BACKUP=file of pg_dump), with times and locks
	$(PYTHON) -m delivery.rehearsal.migration $(BACKUP)

format: node_modules/.installed ## Put the code into its one form
	ruff check --fix .
	ruff format .
	npm run format

types: node_modules/.installed ## Write the OpenAPI document and both languages' types from the code
	$(PYTHON) manage.py spectacular --format openapi-json --file frontend/src/api/openapi.json
	npm run types
	$(PYTHON) -m dev.generate.story_types

docs: .venv/.installed ## Write docs/claims.md out of the test that proves it
	WRITE_DOCS=1 $(PYTHON) -m pytest -q upendo/claims/tests/test_claims_table.py

bench: staticfiles/.collected ## Stories per second, each its own code or one, beside a bare view
	$(PYTHON) -m dev.bench

bench-memory: staticfiles/.collected ## What the server's memory holds after ten thousand codes
	$(PYTHON) -m dev.bench.memory

bench-pages: staticfiles/.collected ## Lighthouse over every page of a story (RUNS=1 for a quick look)
	$(PYTHON) -m dev.bench.pages --runs $(or $(RUNS),5)

test-labels: .venv/.installed ## Every sheet of labels read at 150, 300 and 600 dpi, blurred, turned, faded
	ALL_LABELS=1 $(PYTHON) -m pytest -q upendo/labels/printing/tests/test_reading.py

test-letters: .venv/.installed ## Ten thousand hostile letters, and a hundred workers killed under honest ones
	ALL_LETTERS=1 $(PYTHON) -m pytest -q upendo/inbox/tests/test_hostile.py upendo/inbox/tests/faults

test-tables: .venv/.installed ## Twenty thousand tables as people have them, whole and damaged
	ALL_TABLES=1 $(PYTHON) -m pytest -q upendo/labels/tables/tests/test_any_table.py

bench-scale: staticfiles/.collected ## The desk at a million codes, some minutes (SCALE=1000 for a quick one)
	@$(PYTHON) -m dev.bench.scale $(or $(SCALE),1000000)

bench-visits: staticfiles/.collected ## A million visits a day for two years: rows, size, charts, the reader's request
	@$(PYTHON) -m dev.bench.visits

attack: staticfiles/.collected ## What an attacker would try, about ten minutes, with a table of what was lost
	@$(PYTHON) -m dev.attack

lock: .venv/.installed ## Write the Python lock files from pyproject.toml
	uv pip compile pyproject.toml --python-version 3.13 --universal --generate-hashes --quiet --output-file requirements.txt
	uv pip compile pyproject.toml --group dev --constraint requirements.txt --python-version 3.13 --universal --generate-hashes --quiet --output-file requirements-dev.txt

# Each step is marked done when it is: dev/toolchain/once.py lets one make at a time through.
.venv/.installed: requirements-dev.txt .python-version
	@echo 'Installing Python packages, PostgreSQL and Node (once)…'
	@python=$$(dev/toolchain/python) && "$$python" dev/toolchain/once.py $@ "'$$python' dev/toolchain/install.py && $(PYTHON) -m dev.toolchain.node"

node_modules/.installed: package-lock.json .venv/.installed
	@echo 'Installing the frontend’s packages…'
	@$(PYTHON) dev/toolchain/once.py $@ 'npm ci --no-audit --no-fund --loglevel=error'

frontend/dist/.built: node_modules/.installed $(shell find frontend -type f -not -path 'frontend/dist/*' -not -path 'frontend/e2e/*' 2>/dev/null)
	@echo 'Building the frontend…'
	@$(PYTHON) dev/toolchain/once.py $@ 'npm run --silent build'

staticfiles/.collected: frontend/dist/.built $(shell find upendo -type f -path '*/static/*' 2>/dev/null)
	@echo 'Collecting and compressing static files…'
	@$(PYTHON) dev/toolchain/once.py $@ 'DATABASE_URL=postgres://none $(PYTHON) manage.py collectstatic --settings dev.build_settings --no-input --clear --verbosity 0'

.PHONY: help run dev test pictures keep-pictures test-python test-frontend test-browser check-browser install-browser \
  test-previous-release lint lint-python lint-frontend check-deploy-files check-stack \
  build-like-heroku rehearse-restore rehearse-migration format types docs bench bench-memory \
  bench-pages bench-scale bench-visits test-labels test-letters test-tables attack lock test-other-browsers
