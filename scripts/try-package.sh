#!/usr/bin/env bash
# Installs the .deb of bin/dist on a bare Debian (debootstrap, nothing but its smallest variant) and goes through a first day: install,
# version, a draft of a program file by `init`, sync, serve until it is ready, install again, remove. Prints how long each took. The chain
# is a recorded sale, served on the loopback interface; only Debian's packages come from outside. The .rpm beside it is installed in another
# bare system by rpm, which asks that one for nothing; verified, installed again, and removed.
#
#	scripts/try-package.sh [FILE.deb]
#
# Needs root on Debian, Go, and debootstrap and rpm, which it installs. The bare system is kept in bin/debian and copied for each run.
set -euo pipefail
cd "$(dirname "$0")/.."

suite=bookworm
bare=bin/debian/$suite

fail() { echo "try-package: $*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || fail "must run as root: it makes a root file system"
deb=${1:-$(ls bin/dist/nodeledger_*_linux_"$(go env GOARCH)".deb 2>/dev/null | tail -n 1)}
[ -f "$deb" ] || fail "there is no package in bin/dist: make release"

if ! command -v debootstrap >/dev/null; then
	DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends debootstrap >/dev/null ||
		fail "cannot install debootstrap: apt-get update"
fi
if ! command -v rpm >/dev/null; then
	DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends rpm >/dev/null || fail "cannot install rpm: apt-get update"
fi
if [ ! -e "$bare/.complete" ]; then
	rm -rf "$bare"
	mkdir -p "$bare"
	mirror=$(apt-get indextargets --format '$(SITE)' | head -n 1)
	debootstrap --variant=minbase "$suite" "$bare" "$mirror" >bin/debian/log || { tail bin/debian/log >&2; fail "debootstrap failed"; }
	touch "$bare/.complete"
fi

work=$(mktemp -d)
pids=()
clean() {
	for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
	wait
	rm -rf "$work"
}
trap clean EXIT
root=$work/root
cp -a "$bare" "$root"
cp "$deb" "$root/nodeledger.deb"

# in COMMAND...: in the bare system as root; as_user as the user that the package makes, with the settings of the unit's file.
in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
as_user() {
	chroot --userspec=nodeledger:nodeledger "$root" /usr/bin/env -i PATH=/usr/bin:/bin \
		sh -c 'set -a; . /etc/nodeledger/nodeledger.env; set +a; cd /var/lib/nodeledger; exec "$@"' sh "$@"
}

# timed WHAT COMMAND...: runs it and says how long it took.
timed() {
	local what=$1 begun
	shift
	begun=$(date +%s%N)
	"$@"
	printf '%8.2f s  %s\n' "$((($(date +%s%N) - begun) / 10000000))e-2" "$what"
}

for program in make go curl systemctl; do
	! in_root which "$program" >/dev/null 2>&1 || fail "the bare system has $program: it is not bare"
done

go build -o "$work/replay" ./internal/replay
"$work/replay" --listen 127.0.0.1:0 testdata/gpunet-sale >"$work/replay.log" 2>&1 &
pids+=($!)
for _ in $(seq 100); do
	url=$(grep -o 'http://127.0.0.1:[0-9]*' "$work/replay.log" | head -n 1) && break
	sleep 0.1
done
[ -n "$url" ] || fail "the recorded chain does not answer: $(cat "$work/replay.log")"

all=$(date +%s%N)
timed "dpkg --install" in_root dpkg --install /nodeledger.deb >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" >&2; fail "dpkg refuses the package"; }
tail -n 1 "$work/dpkg.log"
in_root nodeledger --version
in_root test -e /usr/share/man/man1/nodeledger-serve.1.gz || fail "there are no manual pages"
[ "$(in_root stat -c '%U:%G %a' /var/lib/nodeledger)" = "nodeledger:nodeledger 750" ] || fail "/var/lib/nodeledger is not the user's own"
[ "$(in_root stat -c '%U:%G %a' /etc/nodeledger/nodeledger.env)" = "root:nodeledger 640" ] || fail "the settings are open to others"

# What a person does: draft the program file, write the endpoint into the settings.
init() { as_user nodeledger init --rpc "$url" --contract 0x5FbDB2315678afecb367f032d93F642f64180aa3 --out draft.yaml >/dev/null; }
timed "init drafts the program file" init
in_root install --mode 640 --group nodeledger /var/lib/nodeledger/draft.yaml /etc/nodeledger/program.yaml
sed -i "s|^#NODELEDGER_RPC=.*|NODELEDGER_RPC=$url|; s|^NODELEDGER_LISTEN=.*|NODELEDGER_LISTEN=127.0.0.1:0|" "$root/etc/nodeledger/nodeledger.env"
echo "NODELEDGER_MAX_LAG=0" >>"$root/etc/nodeledger/nodeledger.env" # the recording is old
as_user nodeledger program check
sync() { as_user nodeledger sync --json >"$work/sync.json"; }
timed "sync of a recorded sale" sync
grep -q '"purchases":41' "$work/sync.json" || fail "the books are not those of the recording: $(cat "$work/sync.json")"

# ready waits until the server says where it serves, and that its answers can be relied on.
ready() {
	as_user nodeledger serve >"$work/serve.log" 2>&1 &
	pids+=($!)
	local at
	for _ in $(seq 300); do
		at=$(sed -n 's/^serving at http:\/\/\(127.0.0.1:[0-9]*\).*/\1/p' "$work/serve.log")
		if [ -n "$at" ] && ask "$at" | head -n 1 | grep -q ' 200 '; then return; fi
		sleep 0.1
	done
	fail "serve is not ready after 30 s: $(cat "$work/serve.log")"
}
ask() {
	exec 3<>"/dev/tcp/${1%:*}/${1#*:}"
	printf 'GET /readyz HTTP/1.0\r\nHost: %s\r\n\r\n' "$1" >&3
	cat <&3
	exec 3>&-
}
timed "serve is ready" ready
printf '%8.2f s  from the package to a server that is ready\n' "$((($(date +%s%N) - all) / 10000000))e-2"
kill "${pids[1]}"

# An upgrade keeps the settings; removing keeps the books.
in_root dpkg --install /nodeledger.deb >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" >&2; fail "installing it again fails"; }
grep -q "^NODELEDGER_RPC=$url" "$root/etc/nodeledger/nodeledger.env" || fail "an upgrade wrote over the settings"
in_root dpkg --purge nodeledger >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" >&2; fail "removing it fails"; }
in_root test -e /var/lib/nodeledger/books.db || fail "removing the package took the books with it"
! in_root which nodeledger >/dev/null || fail "the program is still there"

# The same files as an .rpm. The bare system has no database of what rpm installed, so what the package needs is not asked of it.
rpms=(bin/dist/nodeledger-*."$(uname -m)".rpm bin/dist/nodeledger_*_linux_"$(go env GOARCH)".rpm)
rpm=
for file in "${rpms[@]}"; do [ -f "$file" ] && rpm=$PWD/$file; done
[ -n "$rpm" ] || fail "there is no .rpm in bin/dist: make release"
root=$work/rpm
cp -a "$bare" "$root"
by_rpm() { rpm --root "$root" --dbpath /var/lib/rpm "$@"; }
timed "rpm --install" by_rpm --install --nodeps "$rpm"
[ -z "$(by_rpm --verify --nodeps nodeledger)" ] || fail "files are not as the .rpm has them: $(by_rpm --verify --nodeps nodeledger)"
in_root nodeledger --version
[ "$(in_root stat -c '%U:%G %a' /var/lib/nodeledger)" = "nodeledger:nodeledger 750" ] || fail "after the .rpm /var/lib/nodeledger is not the user's own"
[ "$(in_root stat -c '%U:%G %a' /etc/nodeledger/nodeledger.env)" = "root:nodeledger 640" ] || fail "after the .rpm the settings are open to others"
in_root test -e /usr/lib/systemd/system/nodeledger.service || fail "the .rpm has no unit"
sed -i 's|^#NODELEDGER_RPC=.*|NODELEDGER_RPC=https://one.example|' "$root/etc/nodeledger/nodeledger.env"
in_root touch /var/lib/nodeledger/books.db
by_rpm --upgrade --force --nodeps "$rpm"
grep -q '^NODELEDGER_RPC=https://one.example' "$root/etc/nodeledger/nodeledger.env" || fail "an upgrade by rpm wrote over the settings"
by_rpm --erase nodeledger
in_root test -e /var/lib/nodeledger/books.db || fail "removing the .rpm took the books with it"
! in_root which nodeledger >/dev/null || fail "the program is still there after the .rpm was removed"

if command -v systemd-analyze >/dev/null; then
	# An exposure of 3.0 at most; systemd counts in tenths.
	systemd-analyze security --offline=true --no-pager --threshold=30 deploy/systemd/nodeledger.service | tail -n 1
else
	fail "systemd-analyze is not there: apt-get install systemd"
fi
echo "try-package: passed"
