#!/bin/sh
# Compiles the contracts and writes ABI, bytecode and Go bindings into a folder, this one when none is named:
#
#	contracts/generate.sh [folder]
#
# Needs Node 20 or newer, npm and Go. What it writes is committed, so nobody needs it who does not change a contract.
set -eu
cd "$(dirname "$0")"
out=${1:-.}

npm ci --ignore-scripts --loglevel=error --no-audit --no-fund
node compile.mjs "$out/build"

bind() {
	pkg=$1
	shift
	for name in "$@"; do
		set -- "$@" "$out/build/$name"
		shift
	done
	go run ./internal/bindgen -pkg "$pkg" -out "$out/$pkg/$pkg.go" "$@"
}
bind nodesale NodeSale
bind nodelicense NodeLicense
bind payoutdistributor PayoutDistributor ManyClaims
bind testcontracts test/AliasToken test/Answering test/FeeToken test/HookToken test/ListToken test/MintingA test/MintingEnumerable \
	test/MultiBuyer test/OldDistributor test/Reentrant test/Rejecting \
	test/SafeLike test/TetherLike test/TwoOwners
