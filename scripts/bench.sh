#!/usr/bin/env bash
# Runs Go benchmarks and prints one line for each: how often it ran, the time of one run, and its other measures.
#
#	scripts/bench.sh [--markdown] BENCH BENCHTIME PACKAGE...
#
# BENCH and BENCHTIME are those of go test -bench and -benchtime. A benchmark that fails makes this fail, after what was
# measured so far. With --markdown the machine and the versions stand above the table.
set -euo pipefail
cd "$(dirname "$0")/.."

markdown=0
if [ "${1:-}" = --markdown ]; then
	markdown=1
	shift
fi
[ $# -ge 3 ] || { echo "usage: scripts/bench.sh [--markdown] BENCH BENCHTIME PACKAGE..." >&2; exit 2; }
bench=$1 benchtime=$2
shift 2

raw=$(mktemp)
trap 'rm -f "$raw"' EXIT
failed=0
# One package after the other: two that measure at once would measure each other.
go test -p 1 -run '^$' -bench "$bench" -benchtime "$benchtime" -timeout 2h "$@" >"$raw" || failed=1

if [ "$markdown" = 1 ]; then
	cpu=$(awk -F': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)
	memory=$(awk '/^MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)
	postgres=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
	postgres=$("${postgres:+$postgres/}postgres" --version 2>/dev/null || echo "no PostgreSQL")
	system=$(. /etc/os-release 2>/dev/null && echo "$PRETTY_NAME" || uname -sr)
	commit=$(git rev-parse --short HEAD 2>/dev/null || echo unknown)
	git diff --quiet HEAD 2>/dev/null || commit="$commit and changes that are not committed"
	printf 'Taken on %s at commit %s: %s cores (%s), %s of memory, %s, %s, %s.\n\n' \
		"$(date -u +%F)" "$commit" "$(nproc)" "$cpu" "$memory" "$system" "$(go env GOVERSION)" "$postgres"
fi

awk -v markdown="$markdown" '
	# 1234567890 -> 1.23 s
	function span(ns) {
		if (ns >= 1e9) return sprintf("%.2f s", ns / 1e9)
		if (ns >= 1e6) return sprintf("%.2f ms", ns / 1e6)
		if (ns >= 1e3) return sprintf("%.2f µs", ns / 1e3)
		return sprintf("%.1f ns", ns)
	}
	function row(a, b, c, d, e) {
		if (markdown) printf "| %s | %s | %s | %s | %s |\n", a, b, c, d, e
		else printf "%-20s %-52s %10s %12s  %s\n", a, b, c, d, e
	}
	BEGIN {
		row("package", "benchmark", "runs", "time a run", "other measures")
		if (markdown) print "|---|---|--:|--:|---|"
	}
	$1 == "pkg:" { package = $2; sub(/^github.com\/nodeledger\/nodeledger\//, "", package) }
	/^Benchmark/ && NF >= 4 {
		name = $1
		sub(/^Benchmark/, "", name)
		sub(/-[0-9]+$/, "", name)
		time = "-"
		other = ""
		for (i = 3; i < NF; i += 2) {
			if ($(i + 1) == "ns/op") time = span($i)
			else other = other (other == "" ? "" : ", ") $i " " $(i + 1)
		}
		row(package, name, $2, time, other)
	}
' "$raw"
if [ "$failed" = 1 ]; then
	echo "a benchmark failed:" >&2
	grep -vE '^(Benchmark|goos|goarch|pkg|cpu|ok|PASS)' "$raw" >&2 || true
	exit 1
fi
