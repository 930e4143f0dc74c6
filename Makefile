# What people type here: make demo, make test, make check. The rest are their parts.

PORT ?= 8080
PEOPLE ?= 20000
DATA ?=

# The package manager hashes in a new random order on each call and, with packages that have
# traits, then builds again what has not changed. A fixed order ends that (docs/decisions/0003).
export SWIFT_DETERMINISTIC_HASHING = 1

SWIFT_SOURCES = Sources Tests Plugins Package.swift

.DEFAULT_GOAL := help
.PHONY: help demo setup build test check lint format smoke browser-test bench clean

help:
	@echo "make demo          build Weft and start it with invented people (PORT=8080 PEOPLE=20000 DATA=folder)"
	@echo "make test          run the Swift tests"
	@echo "make check         run everything that a change must pass"
	@echo "make build         build the release binary"
	@echo "make bench         print figures of the release binary, each with its target"
	@echo "make bench-linkage measure new records and moved weights on a million invented rows"
	@echo "make bench-large   link seven million invented people, then compare a million with Splink"
	@echo "make bench-cutoff  compare the cut-off without labels with the best one"
	@echo "make bench-splink  compare answers, accuracy and cost with Splink's, both versions"
	@echo "make fuzz          compare random expressions with DuckDB for about a minute (SEED=number)"
	@echo "make browser-test  check every page of the demonstration in a browser"
	@echo "make format        format the Swift sources"
	@echo "make clean         remove everything that was built"
	@echo "make soak          kill the release binary 500 times and check that nothing was lost"

demo: build
	@echo "Starting the demonstration on port $(PORT); stop it with Ctrl-C."
	@.build/release/weft demo --port $(PORT) --people $(PEOPLE) $(if $(DATA),--data "$(DATA)")

setup:
	@scripts/setup.sh

build: setup
	@echo "Building the release binary (minutes the first time, seconds later)."
	@swift build -c release --product weft

test: setup
	@echo "Running the Swift tests in a debug build."
	@scripts/swift-test.sh

check: setup lint
	@echo "Building for debugging; a warning is an error."
	@swift build --build-tests
	@$(MAKE) --no-print-directory test
	@$(MAKE) --no-print-directory smoke
	@$(MAKE) --no-print-directory journey
	@$(MAKE) --no-print-directory kills
	@$(MAKE) --no-print-directory browser-test
	@echo "Everything passed."

lint:
	@echo "Checking the format of the Swift sources."
	@swift format lint --strict --parallel -r $(SWIFT_SOURCES)

format:
	@echo "Formatting the Swift sources."
	@swift format --in-place --parallel -r $(SWIFT_SOURCES)

smoke: build
	@echo "Starting the release binary on its own and asking it for pages."
	@scripts/with-demo.sh scripts/smoke.sh

.PHONY: journey kills soak
journey: build
	@scripts/setup.sh python3
	@echo "Walking the whole journey by command."
	@scripts/journey.sh .build/release/weft

kills: build
	@scripts/setup.sh python3
	@echo "Killing Weft 15 times in the middle of its work."
	@scripts/kill-cycles.sh .build/release/weft 15

soak: build
	@scripts/setup.sh python3
	@echo "Killing Weft 500 times in the middle of its work; this takes about half an hour."
	@scripts/kill-cycles.sh .build/release/weft 500

browser-test: build
	@echo "Checking the pages of the demonstration in a browser."
	@scripts/browser-tests.sh

bench: build
	@echo "Measuring on invented data; figures are of this machine, now."
	@.build/release/weft bench --people $(PEOPLE)

.PHONY: bench-linkage
bench-linkage: build
	@echo "Measuring new records and moves on a million rows."
	@.build/release/weft bench --linkage 1000000

.PHONY: bench-large
bench-large: build
	@echo "Linking one and seven million invented people."
	@scripts/bench-billion.sh .build/release/weft .build/billion
	@.build/release/weft demo-data --duplicates --people 1000000 --out .build/large
	@scripts/bench-splink.sh .build/release/weft --large .build/large/people.csv

.PHONY: bench-splink
bench-splink: build
	@echo "Comparing with Splink; its answers take some minutes the first time."
	@scripts/bench-splink.sh .build/release/weft

.PHONY: bench-cutoff
bench-cutoff: build
	@echo "Comparing the cut-off without labels with the best one."
	@scripts/setup.sh python3
	@scripts/bench-cutoff.py .build/release/weft \
		$$(test -d .build/splink/inputs && echo .build/splink/inputs)

# A new seed each day; the one that is printed repeats a run.
.PHONY: fuzz
fuzz: build
	@scripts/setup.sh python3
	@seed="$${SEED:-$$(date +%Y%m%d)}"; \
	echo "Comparing random expressions with DuckDB; SEED=$$seed makes the same ones again."; \
	python3 scripts/fuzz-expressions.py --seed "$$seed" --expressions 3000 \
		--weft .build/release/weft

clean:
	@echo "Removing everything that was built."
	@rm -rf .build
