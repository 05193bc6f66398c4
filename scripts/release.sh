#!/usr/bin/env bash
# Builds a release of the commit as it is into bin/dist: programs for six systems, packages, a list of what is linked into each program,
# and checksums, signed when SIGNING_KEY names the private key (ssh-keygen -t ed25519). Nothing is published.
#
#	scripts/release.sh           a snapshot; with a tag v1.2.3 on the commit, that release
#	scripts/release.sh --here    for this machine's system and processor alone
#	scripts/release.sh --again   after one of these: builds the same in a clone elsewhere, with an empty build cache, and compares
#
# Needs Go and git alone. goreleaser is built by Go at the version below: the first time takes minutes, and a gigabyte of its modules.
set -euo pipefail
cd "$(dirname "$0")/.."

goreleaser() {
	if [ -n "${GORELEASER:-}" ]; then "$GORELEASER" "$@"; else go run github.com/goreleaser/goreleaser/v2@v2.15.1 "$@"; fi
}

# make builds in the folder it is called in; $1 is "here" for this machine's system alone.
make_release() {
	local config=.goreleaser.yaml flags=(--clean --skip=publish,announce)
	NEXT=$(sed -n 's/^const Next = "\(.*\)"$/\1/p' cmd/nodeledger/build/build.go)
	export NEXT CGO_ENABLED=0
	# goreleaser wants the address of a remote, and without one knows no commit either; it does not ask it.
	export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=remote.origin.url GIT_CONFIG_VALUE_0=https://github.com/nodeledger/nodeledger
	mkdir -p bin
	if [ "$1" = here ]; then
		sed "s/^    goos: .*/    goos: [$(go env GOOS)]/; s/^    goarch: .*/    goarch: [$(go env GOARCH)]/" "$config" >bin/goreleaser.yaml
		config=bin/goreleaser.yaml
	fi
	git describe --exact-match --tags --match 'v[0-9]*' >/dev/null 2>&1 || flags+=(--snapshot)
	[ -n "${SIGNING_KEY:-}" ] || flags+=(--skip=sign)
	goreleaser release --config "$config" "${flags[@]}"
	echo "$1" >bin/dist/.extent
}

# again builds the commit once more where nothing is left over of the first time, and compares every file by its checksum.
again() {
	[ -e bin/dist/checksums.txt ] || { echo "release: bin/dist has no checksums.txt: build a release first" >&2; exit 1; }
	[ -z "$(git status --porcelain)" ] || { echo "release: there are changes that are not committed: a clone would lack them" >&2; exit 1; }
	local first extent
	first=$PWD/bin/dist
	extent=$(cat bin/dist/.extent)
	elsewhere=$(mktemp -d) # not local: it is removed at the end of the script
	trap 'rm -rf "$elsewhere"' EXIT
	git clone -q . "$elsewhere/sources"
	mkdir "$elsewhere/cache"
	(
		cd "$elsewhere/sources"
		unset SIGNING_KEY
		# The linker's and the compiler's work is done anew; goreleaser itself need not be.
		[ -n "${GORELEASER:-}" ] || GORELEASER=$(mkdir "$elsewhere/bin" && GOBIN=$elsewhere/bin go install github.com/goreleaser/goreleaser/v2@v2.15.1 && echo "$elsewhere/bin/goreleaser")
		export GORELEASER GOCACHE=$elsewhere/cache
		make_release "$extent"
	)
	if ! diff "$first/checksums.txt" "$elsewhere/sources/bin/dist/checksums.txt"; then
		echo "release: the second build differs from the first (< first, > second)" >&2
		exit 1
	fi
	echo "release: two builds, the same $(wc -l <"$first/checksums.txt") checksums"
}

case "${1:-}" in
"") make_release all ;;
--here) make_release here ;;
--again) again ;;
*)
	echo "usage: scripts/release.sh [--here | --again]" >&2
	exit 2
	;;
esac
