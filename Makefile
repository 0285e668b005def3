# IOC Desk: every command of the project. `make help` lists them.
# Only the installation of Debian packages is elevated, and only when one is missing; see .setup/bootstrap.

SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help run test lint tour gallery keyboard bench soak fuzz audit lock lock-check packages translations ready-to-run ready-to-test

BIN := .venv/bin
JOBS ?= auto
KILLS ?= 200
CUTS ?= 200
HISTORIES ?= 60
SECONDS_EACH ?= 60
LOCK ?= write

help: ## List the commands
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do \
	    printf '  make %-13s %s\n' "$$name" "$$what"; done

run: ready-to-run ## Open the program on the demo city with virtual cards (real readers work beside them)
	@$(BIN)/ioc-desk demo

test: ready-to-test ## Run every test, in random order, on private services (ARGS="-k outbox": some of them)
	@$(BIN)/pytest -n $(JOBS) --dist worksteal $(ARGS)

lint: ready-to-test ## Read the code strictly: ruff, its formatter, mypy, shellcheck
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@shellcheck .setup/bootstrap .setup/lock .setup/audit .ci/run

tour: ready-to-test ## Drive the whole first day on the real card stack; screenshots and evidence in build/tour
	@PCSC=1 $(BIN)/ioc-desk tour --out build/tour

gallery: ready-to-test ## Photograph every view of every role in every appearance into build/gallery
	@$(BIN)/ioc-desk gallery --out build/gallery

keyboard: ready-to-test ## Triage twenty reports with keys alone under ibus-unikey, in Telex and in VNI
	@$(BIN)/python -m tests.input_method --out build/keyboard

bench: ready-to-test ## Measure against a peer of the same run and write the table into the README
	@$(BIN)/python -m tests.benchmarks

soak: ready-to-test ## Kill the program, cut its power, spoil its network (KILLS=200 CUTS=200, DURATION=40 s); lose nothing
	@CHAOS_UPLOADS=$(UPLOADS) $(BIN)/python -m tests.chaos --kills $(if $(DURATION),1000000,$(KILLS)) --cuts $(CUTS) \
	    --histories $(HISTORIES) $(if $(DURATION),--duration $(DURATION)) $(if $(SEED),--seed $(SEED))

fuzz: ready-to-test ## Feed hostile bytes to every parser (SECONDS_EACH=60, or EXECUTIONS=1000000, or PLANTED=1)
	@$(BIN)/python -m tests.fuzz \
	    $(if $(PLANTED),--planted,$(if $(EXECUTIONS),--executions $(EXECUTIONS),--seconds $(SECONDS_EACH)))

audit: ready-to-test ## Check the locked packages for known holes and write their list to build/sbom.json
	@.setup/audit

lock: ready-to-test ## Lock the dependencies for every platform, by hash (LOCK=upgrade: the newest)
	@.setup/lock $(LOCK)

lock-check: ready-to-test ## See that the locks answer pyproject.toml and that every package has binaries
	@.setup/lock check

packages: ready-to-test ## Write the tracked packages into pyproject.toml
	@$(BIN)/python .setup/packages.py

translations: ready-to-test ## Read the texts of the code into the catalogues and compile them
	@$(BIN)/python -m resources.translations

ready-to-run:
	@.setup/bootstrap run

ready-to-test:
	@.setup/bootstrap test
