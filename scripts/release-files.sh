#!/usr/bin/env bash
# Writes what releases carry beside the program into bin/release: manual pages, completions of three shells, and the licences of
# everything that is linked. .goreleaser.yaml runs it.
#
#	scripts/release-files.sh VERSION COMMIT DATE
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# = 3 ] || { echo "usage: scripts/release-files.sh VERSION COMMIT DATE" >&2; exit 2; }

to=bin/release
rm -rf "$to"
mkdir -p "$to/completions" "$to/man" "$to/man-gz"

export CGO_ENABLED=0
build=github.com/nodeledger/nodeledger/cmd/nodeledger/build
go build -trimpath -buildvcs=false -tags nodemo -o "$to/nodeledger" \
	-ldflags "-X $build.version=$1 -X $build.revision=$2 -X $build.date=$3" ./cmd/nodeledger
"$to/nodeledger" man "$to/man"
for page in "$to"/man/*.1; do
	gzip -9 -n -c "$page" >"$to/man-gz/${page##*/}.gz"
done
"$to/nodeledger" completion bash >"$to/completions/nodeledger.bash"
"$to/nodeledger" completion zsh >"$to/completions/_nodeledger"
"$to/nodeledger" completion fish >"$to/completions/nodeledger.fish"
rm "$to/nodeledger"
go run ./internal/licences >"$to/THIRD-PARTY-LICENCES.txt"
