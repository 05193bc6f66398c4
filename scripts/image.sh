#!/usr/bin/env bash
# Builds the image of deploy/docker for this machine's processor, with buildah, or with the program that BUILDER names (docker, podman).
# Nothing comes from a registry: the image begins from scratch.
#
#	scripts/image.sh          nodeledger:VERSION, the server
#	scripts/image.sh --demo   nodeledger-demo:VERSION, with the demonstration in it: to look at, and not to be handed on, since the
#	                          licences in it are those of the server
#
# The folder that it is built from is bin/image. The certificates are those of this machine.
set -euo pipefail
cd "$(dirname "$0")/.."

name=nodeledger tags=(-tags nodemo)
case "${1:-}" in
"") ;;
--demo) name=nodeledger-demo tags=() ;;
*) echo "usage: scripts/image.sh [--demo]" >&2; exit 2 ;;
esac

builder=${BUILDER:-buildah}
if ! command -v "$builder" >/dev/null; then
	if [ "$builder" != buildah ] || [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
		echo "image: $builder is not there (on Debian: apt-get install --no-install-recommends buildah)" >&2
		exit 1
	fi
	DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends buildah >/dev/null
fi
certificates=${CERTIFICATES:-/etc/ssl/certs/ca-certificates.crt}
[ -s "$certificates" ] || { echo "image: $certificates is not there: CERTIFICATES names the file of the authorities" >&2; exit 1; }

export CGO_ENABLED=0
build=github.com/nodeledger/nodeledger/cmd/nodeledger/build
commit=$(git rev-parse HEAD)
date=$(TZ=UTC0 git log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd)
rm -rf bin/image
mkdir -p bin/image/data
go build -trimpath -buildvcs=false "${tags[@]}" -ldflags "-s -w -X $build.revision=$commit -X $build.date=$date" -o bin/image/nodeledger ./cmd/nodeledger
go run ./internal/licences >bin/image/THIRD-PARTY-LICENCES.txt
cp LICENSE NOTICE bin/image
cp "$certificates" bin/image/ca-certificates.crt
echo 'nodeledger:x:65532:65532:Books of a node sale:/var/lib/nodeledger:/sbin/nologin' >bin/image/passwd

version=$(sed -n 's/^const Next = "\(.*\)"$/\1/p' cmd/nodeledger/build/build.go)-dev
# Every time in the image is the commit's, so that the same commit makes the same image.
stamp=()
[ "$builder" = docker ] || stamp=(--timestamp "$(git log -1 --format=%ct)")
"$builder" build "${stamp[@]}" --label "org.opencontainers.image.revision=$commit" \
	--label org.opencontainers.image.licenses=Apache-2.0 --tag "$name:$version" --file deploy/docker/Dockerfile bin/image
