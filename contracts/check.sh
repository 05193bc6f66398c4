#!/bin/sh
# Fails when the committed ABI, bytecode or bindings are not what the sources compile to, or when solhint has something to say.
set -eu
cd "$(dirname "$0")"
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

./generate.sh "$fresh"
npx solhint --disc --noPoster --max-warnings 0 'src/*.sol'
stale=0
for folder in build nodesale nodelicense payoutdistributor testcontracts; do
	diff -r "$fresh/$folder" "$folder" >/dev/null || { echo "contracts/$folder is stale" >&2; stale=1; }
done
[ "$stale" = 0 ] || { echo "run contracts/generate.sh and commit what it wrote" >&2; exit 1; }
echo "contracts: the committed files are what the sources compile to"
