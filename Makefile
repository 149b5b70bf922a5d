# Goldseam. `make run` and `make test` are all that one needs; each sets up what is missing.

export LANG := C.UTF-8
export LC_ALL := C.UTF-8

VERSION := $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)
# Without animations a focused text field does not redraw the window all the time.
TAGS    := no_animations
LDFLAGS := -s -w -X goldseam.app/app.version=$(VERSION)
GO      := go
BUILD   := $(GO) build -buildvcs=false -trimpath -tags $(TAGS) -ldflags "$(LDFLAGS)"
LINT    := .cache/bin/golangci-lint
LINTERS := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

.PHONY: help run build test lint unit race e2e bench screens torture fuzz golden setup setup-test clean

help:
	@echo "make run      install what is missing, build, and open the window"
	@echo "make test     install what is missing, and run everything"
	@echo "make build    build ./goldseam"
	@echo "make bench    measure, and print a table"
	@echo "make screens  draw every screen into docs/screens"
	@echo "make lint, make unit, make race, make e2e, make torture, make fuzz, make golden"

setup:
	@.ci/setup build

setup-test:
	@.ci/setup build test

build: setup
	$(BUILD) -o goldseam .

run: build
	./goldseam

test: setup-test lint unit race e2e

lint: $(LINT)
	$(GO) vet -tags $(TAGS) ./...
	$(LINT) run ./...

$(LINT): Makefile
	GOBIN=$(CURDIR)/.cache/bin $(GO) install $(LINTERS)
	@touch $@

unit:
	$(GO) test -tags $(TAGS) -timeout 30m ./...

# What runs in the background runs once more with the race detector.
race:
	$(GO) test -race -tags $(TAGS) -timeout 30m -short ./data/vault ./data/journal
	$(GO) test -race -tags $(TAGS) -timeout 30m -short -run 'Task|Saver' ./app ./screens

e2e: setup-test
	$(GO) test -tags "$(TAGS) e2e" -run 'TestWindow|TestKeeping|TestLeaveQuickly|TestRealWindow' -count=1 -timeout 30m -v ./app

bench: setup-test
	@TAGS="$(TAGS)" .ci/bench

screens:
	$(GO) test -tags "$(TAGS) screens" -run TestDrawScreens -count=1 ./app

# Draws the golden images anew. Look at every one that changed before committing it.
golden:
	-$(GO) test -tags $(TAGS) ./screens/... >/dev/null
	find screens -path '*testdata/failed*' -name '*.png' | while read -r image; do \
		new=$$(echo "$$image" | sed 's,/failed/,/,'); mkdir -p "$$(dirname "$$new")"; mv "$$image" "$$new"; done

# Kills a writing process 500 times; make test does so 40 times.
torture: setup-test
	GOLDSEAM_TORTURE=500 $(GO) test -tags "$(TAGS)" -run 'TestKilledWhileWriting|TestSync|TestFailingDisk|TestBitFlipped|TestHostile|TestManyBroken|TestManyMomentsOpen' -count=1 -timeout 30m -v ./data/journal

fuzz:
	@for package in $$($(GO) list ./data/...); do \
		for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
			echo "$$package $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime 30s $$package || exit 1; \
		done; \
	done

clean:
	rm -rf goldseam .cache
