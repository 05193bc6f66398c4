#!/usr/bin/env bash
# Builds the images and runs them as a cluster would: as the user of the image, without capabilities, in namespaces of their own, with a root
# file system that cannot be written and a volume and /tmp that can. The demonstration runs to its end in one, the server says its version
# in the other. No container engine and no network are needed beside buildah, which scripts/image.sh installs.
#
#	scripts/try-image.sh
#
# Needs root on Linux.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "try-image: $*" >&2; exit 1; }
[ "$(id -u)" = 0 ] || fail "must run as root: it mounts file systems"
version=$(sed -n 's/^const Next = "\(.*\)"$/\1/p' cmd/nodeledger/build/build.go)-dev

container=
clean() { [ -z "$container" ] || buildah rm "$container" >/dev/null; }
trap clean EXIT

# run COMMAND...: the image's program with its own settings. The mounts are gone with their namespace.
run() {
	unshare --mount --pid --ipc --uts --cgroup --fork --propagation private bash -euc '
		root=$1; shift
		mount --bind "$root" "$root"
		mount -t tmpfs -o mode=1777,nosuid,nodev,noexec tmpfs "$root/tmp"
		mount -t tmpfs -o uid=65532,gid=65532,mode=750,nosuid,nodev,noexec tmpfs "$root/var/lib/nodeledger"
		mount -o remount,bind,ro "$root"
		# A hand that works in here could write: the file system itself refuses.
		! touch "$root/usr/bin/new" 2>/dev/null
		exec setpriv --no-new-privs env -i NODELEDGER_DB=/var/lib/nodeledger/books.db PATH=/usr/sbin:/usr/bin \
			chroot --userspec 65532:65532 --groups= "$root" /usr/bin/nodeledger "$@"' run "$root" "$@"
}

# open IMAGE: makes a container of it, and looks at what is in it.
open() {
	clean
	container=$(buildah from --pull-never "localhost/$1:$version")
	root=$(buildah mount "$container")
	mkdir -p "$root/tmp"
	local user programs
	user=$(buildah inspect --type image --format '{{.OCIv1.Config.User}}' "localhost/$1:$version")
	[ "$user" = 65532:65532 ] || fail "$1 runs as $user"
	programs=$(find "$root" -type f -perm /111 -printf '%P ')
	[ "$programs" = "usr/bin/nodeledger " ] || fail "$1 holds other programs than one: $programs"
	printf '%8s    %s\n' "$(du -sh --apparent-size "$root" | cut -f1)" "$1"
}

timed() {
	local what=$1 begun
	shift
	begun=$(date +%s%N)
	"$@"
	printf '%8.2f s  %s\n' "$((($(date +%s%N) - begun) / 10000000))e-2" "$what"
}

scripts/image.sh >/dev/null
open nodeledger
run version
scripts/image.sh --demo >/dev/null
open nodeledger-demo
said=$(mktemp)
demonstrate() { run demo --once --months 1 --purchases 40 --json --db /var/lib/nodeledger/demo.db >"$said"; }
timed "a month of the demonstration, read-only" demonstrate
grep -q '"verified":true' "$said" || fail "the demonstration says: $(cat "$said")"
rm -f "$said"
echo "try-image: passed"
