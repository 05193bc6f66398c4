# nodeledger: what can be done with this tree. `make help` says it in one screen.
#
# Everything builds without a C compiler, so that what is tested is what is shipped.
export CGO_ENABLED := 0
SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

# The linter is run from the module cache at this version and never enters go.mod.
GOLANGCI_LINT := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

GO_FILES = $$(find . -name '*.go' -not -path '*/node_modules/*' -not -path './.git/*')

# npm writes this file when everything of the lock file is there.
PAGE_PACKAGES := dashboard/web/node_modules/.package-lock.json
CLIENT_PACKAGES := scripts/clients/node_modules/.package-lock.json
TYPESCRIPT_PACKAGES := clients/typescript/node_modules/.package-lock.json
SITE_PACKAGES := scripts/site/node_modules/.package-lock.json

# What a build says of itself beside its version: the commit, and the commit's time. A release's version is set by its tag.
BUILD := github.com/nodeledger/nodeledger/cmd/nodeledger/build
LDFLAGS := -X $(BUILD).revision=$(shell git rev-parse HEAD 2>/dev/null) \
	-X $(BUILD).modified=$(shell git diff --quiet HEAD 2>/dev/null && echo false || echo true) \
	-X $(BUILD).date=$(shell TZ=UTC0 git log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd 2>/dev/null)

# How much garbage tests, and the programs that they start, let lie beside what they use, in percent of it: they want processors, not memory.
COLLECT ?= 400

# Benchmarks: which, how often, in which packages. All that have some.
BENCH ?= .
BENCHTIME ?= 1x
BENCH_PACKAGES ?= ./internal/e2e ./store ./chain ./engine ./rewards ./payout/merkle ./httpapi

.PHONY: help
help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: ## Run the whole thing on a throw-away chain on this machine; needs nothing but Go
	go run ./cmd/nodeledger demo

.PHONY: build
build: ## Build bin/nodeledger, and bin/nodeledger-demo, which has the demonstration and with it a whole node
	go build -trimpath -tags nodemo -ldflags '$(LDFLAGS)' -o bin/nodeledger ./cmd/nodeledger
	go build -trimpath -ldflags '$(LDFLAGS)' -o bin/nodeledger-demo ./cmd/nodeledger

.PHONY: setup
setup: ## Install what the tests need beyond Go and Node: PostgreSQL's server programs, Chromium, hledger, anvil, a library of npm's
	scripts/setup.sh

.PHONY: test
test: setup check contracts unit web-test clients docs ## Run every test but those in a browser; installs what they need first

.PHONY: unit
unit: ## Run the Go tests alone, on SQLite, PostgreSQL and anvil; PKG=./store/... for one room
	GOGC=$(COLLECT) go test -timeout 40m $(or $(PKG),./...)

.PHONY: check
check: $(PAGE_PACKAGES) ## Check the form of all files: gofmt, go vet, and for the page biome, its generated types, tsc
	@unformatted=$$(gofmt -l $(GO_FILES)); \
	[ -z "$$unformatted" ] || { printf 'not formatted, run make fmt:\n%s\n' "$$unformatted" >&2; exit 1; }
	go vet ./...
	go vet -C internal/auditor ./...
	npm --silent --prefix dashboard/web run check

.PHONY: contracts
contracts: ## Compile the contracts and check that the committed ABI, bytecode and bindings are theirs
	contracts/check.sh

.PHONY: mutants
mutants: ## Change the contracts in one place at a time and see that a test fails; MUTANTS="some name" for some (a quarter of an hour for all)
	npm --prefix contracts ci --ignore-scripts --loglevel=error --no-audit --no-fund
	node contracts/mutants/run.mjs $(if $(MUTANTS),"$(MUTANTS)")

.PHONY: web
web: $(PAGE_PACKAGES) ## Build the page: install what it needs from the lock file, write dashboard/web/dist
	npm --prefix dashboard/web run build

$(PAGE_PACKAGES): dashboard/web/package-lock.json
	npm --prefix dashboard/web ci --no-audit --no-fund

.PHONY: web-test
web-test: $(PAGE_PACKAGES) ## Run the page's tests, and check that the committed dist is what its sources build to
	npm --prefix dashboard/web test
	npm --prefix dashboard/web run check-dist

.PHONY: clients
clients: build $(CLIENT_PACKAGES) $(TYPESCRIPT_PACKAGES) ## Test the TypeScript client on a running server; make clients with three generators
	npm --silent --prefix clients/typescript test
	npm --silent --prefix scripts/clients run check

$(CLIENT_PACKAGES): scripts/clients/package-lock.json
	npm --prefix scripts/clients ci --no-audit --no-fund

$(TYPESCRIPT_PACKAGES): clients/typescript/package-lock.json
	npm --prefix clients/typescript ci --no-audit --no-fund

.PHONY: docs
docs: $(SITE_PACKAGES) ## Build the documents as a site and as one file (llms-full.txt) into bin/docs, and follow every link
	npm --silent --prefix scripts/site test
	npm --silent --prefix scripts/site run build

$(SITE_PACKAGES): scripts/site/package-lock.json
	npm --prefix scripts/site ci --no-audit --no-fund

.PHONY: browser
browser: build ## Test the page in Chromium against a running program; `make setup` installs Chromium
	scripts/browser.sh test

.PHONY: screenshots
screenshots: build ## Write the pictures of the page in docs/img again
	scripts/browser.sh screenshots

.PHONY: lint
lint: ## Run golangci-lint as .golangci.yaml says; the first run builds the linter
	go run $(GOLANGCI_LINT) run ./...

FAULTS ?= 0:200
.PHONY: faults
faults: ## Play worlds in which faults of endpoints, chains, the process, its clock and database follow one another; FAULTS=from:to are the seeds
	FAULTS=$(FAULTS) go test ./internal/e2e -run 'TestNamedFaults|TestManyFaults' -count 1 -timeout 4h
	FAULTS=$(FAULTS) go test ./engine -run TestWhateverHappensTheBooksEndLikeTheChain -count 1 -timeout 4h

.PHONY: full-disk
full-disk: ## Run a server whose disks get full and get room again; as root, or where users may have namespaces
	go test ./internal/e2e -tags fulldisk -run TestFullDisks -count 1

.PHONY: worlds
worlds: ## Run the tests that live through made-up worlds with all of these; `make test` takes a few of each
	WORLDS=all go test ./engine ./demo ./view/report -count 1 -timeout 4h

CLUSTER ?= kills=20 partitions=10 leaders=20
.PHONY: cluster
cluster: build ## Take parts of a cluster of databases and servers away under load, and say for how long nobody could read or write; as root, an hour
	CLUSTER="$(CLUSTER)" scripts/cluster.sh

.PHONY: bench
bench: ## Measure the packages with benchmarks and print a table; BENCH=Commit BENCHTIME=5x to choose
	@scripts/bench.sh '$(BENCH)' '$(BENCHTIME)' $(BENCH_PACKAGES)

.PHONY: figures
figures: ## The same as Markdown with the machine described, for docs/performance.md
	@scripts/bench.sh --markdown '$(BENCH)' '$(BENCHTIME)' $(BENCH_PACKAGES)

# Fuzz targets: what reads bytes from outside, and so decides what a stranger can do to the program: answers of nodes, program
# files, sign-in messages, signatures, files of Safes and of Merkle trees, the calldata of a Safe's execution.
FUZZ ?= ./evm:FuzzWords ./chain:FuzzReader ./chain/stateproof:FuzzSlot ./program:FuzzRead ./program/canonical:FuzzText \
	./operator:FuzzSignIn ./operator:FuzzSignature ./export/safe:FuzzRead ./payout/merkle:FuzzLoad ./payout/evidence:FuzzExecution
# Each runs for a fixed time, so that the whole ends within four minutes: new paths come in the first seconds or after hours.
# Making an input smaller may take a second each: by default it takes a minute, and with 30 seconds nothing else would happen.
FUZZTIME ?= 30s

.PHONY: fuzz
fuzz: ## Feed made-up bytes to every reader of bytes from outside; FUZZ=./chain:FuzzReader FUZZTIME=10m to choose
	@for target in $(FUZZ); do \
		echo "== $$target, $(FUZZTIME)"; \
		go test -run '^$$' -fuzz "^$${target#*:}\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1s "$${target%:*}"; \
	done

.PHONY: release
release: ## Build programs for six systems, packages, what is linked, checksums into bin/dist; SIGNING_KEY=FILE signs, HERE=1 for this system alone
	scripts/release.sh $(if $(HERE),--here)

.PHONY: release-again
release-again: ## Build the release of bin/dist a second time in a clone, with an empty build cache, and compare every checksum
	scripts/release.sh --again

.PHONY: package-test
package-test: ## Install the .deb and the .rpm of bin/dist on a bare Debian and go from there to a server that is ready; as root
	scripts/try-package.sh

.PHONY: image
image: ## Build the server's image with buildah, or BUILDER=docker
	scripts/image.sh

.PHONY: image-test
image-test: ## Build the images and run them with a root file system that cannot be written; as root
	scripts/try-image.sh

.PHONY: proxy-check
proxy-check: ## Try the examples of deploy/proxy: a server behind nginx and behind Caddy
	go test ./internal/e2e -run TestBehindAProxy -count 1 -v

SOAK ?= 2h
.PHONY: soak
soak: ## Run a server for two hours through reorganisations, bad endpoints and a kill a minute; SOAK=10m for the form of every night
	SOAK=$(SOAK) go test ./internal/e2e -run TestALongRun -count 1 -timeout 0 -v

.PHONY: deploy-check
deploy-check: ## Check the unit's exposure, the chart, the compose file and the release's configuration
	scripts/check-deploy.sh

.PHONY: generate
generate: ## Write again what is generated from sources: ABI, bytecode and Go bindings of the contracts
	go generate ./...

.PHONY: fmt
fmt: $(PAGE_PACKAGES) ## Format the Go files and those of the page
	gofmt -w $(GO_FILES)
	npm --silent --prefix dashboard/web run format

.PHONY: clean
clean: ## Remove what was built or installed inside this folder
	rm -rf bin contracts/node_modules scripts/tools/node_modules scripts/clients/node_modules scripts/peers/node_modules scripts/clients/made clients/typescript/node_modules clients/typescript/dist scripts/site/node_modules scripts/site/bin dashboard/web/node_modules dashboard/web/browser/node_modules
