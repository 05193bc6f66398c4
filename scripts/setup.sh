#!/usr/bin/env bash
# Installs what the tests need beyond Go, Node 20, npm and git, and does nothing when it is all there:
#
#   - PostgreSQL's server programs, from Debian's packages (only as root). No server is started and no cluster is made:
#     the tests start their own in a temporary folder. With NODELEDGER_TEST_POSTGRES set to the URL of a server where
#     databases may be created, nothing is installed.
#   - Chromium, from Debian's packages (only as root), for the tests of the page. With CHROMIUM set to the path of a browser of
#     its kind, nothing is installed.
#   - hledger, from Debian's packages (only as root), which reads the journals that are exported and must say of them what the
#     program's own reports say. With HLEDGER set to the path of one, nothing is installed.
#   - Prometheus' promtool, nginx and Caddy, from Debian's packages (only as root), which the alarms and the examples of proxies are
#     tried with. None of them is started as a service.
#   - anvil, a real Ethereum node, and @openzeppelin/merkle-tree, which Merkle trees are compared with, from npm, into
#     scripts/tools/node_modules, at the versions and digests of the lock file.
#
# Nothing else on the machine is changed. Exits 1 and says what to install when something is missing that it may not
# install itself.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()

say() { echo "setup: $*"; }

# at_least HAVE WANT: version HAVE is WANT or newer.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

check_go() {
	local want have
	want=$(awk '$1 == "go" { print $2; exit }' go.mod)
	if ! command -v go >/dev/null; then
		missing+=("Go $want or newer: https://go.dev/dl/")
		return
	fi
	have=$(go env GOVERSION) # in this folder, so a newer toolchain that go.mod asks for counts
	at_least "${have#go}" "$want" || missing+=("Go $want or newer (found ${have#go}): https://go.dev/dl/")
}

check_node() {
	local have
	if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
		missing+=("Node 20 or newer, with npm")
		return
	fi
	have=$(node --version)
	at_least "${have#v}" 20 || missing+=("Node 20 or newer (found ${have#v})")
}

# has_postgres looks where the tests look: in PATH, then where Debian keeps the servers.
has_postgres() {
	local program paths
	for program in initdb postgres; do
		command -v "$program" >/dev/null && continue
		paths=(/usr/lib/postgresql/*/bin/"$program")
		[ -x "${paths[0]}" ] || return 1
	done
}

apt_install() {
	apt-get install -y -q --no-install-recommends --no-upgrade "$@"
}

install_postgres() {
	[ -n "${NODELEDGER_TEST_POSTGRES:-}" ] && return
	has_postgres && return
	if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
		missing+=("PostgreSQL's server, 15 or newer (on Debian: apt-get install --no-install-recommends postgresql), or NODELEDGER_TEST_POSTGRES with the URL of a server where databases may be created")
		return
	fi
	say "installing PostgreSQL"
	export DEBIAN_FRONTEND=noninteractive
	apt_install postgresql-common || { apt-get update -q && apt_install postgresql-common; }
	# While the server's package is set up, its default cluster is switched off; then the setting is as it was.
	local settings=/etc/postgresql-common/createcluster.conf
	cp -p "$settings" "$settings.nodeledger"
	trap 'mv -f /etc/postgresql-common/createcluster.conf.nodeledger /etc/postgresql-common/createcluster.conf' EXIT
	echo "create_main_cluster = false" >>"$settings"
	apt_install postgresql
	mv -f "$settings.nodeledger" "$settings"
	trap - EXIT
	has_postgres || missing+=("PostgreSQL's server: its package is installed, but no /usr/lib/postgresql/*/bin/postgres is there")
}

install_chromium() {
	[ -x "${CHROMIUM:-/usr/bin/chromium}" ] && return
	if [ -n "${CHROMIUM:-}" ] || [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
		missing+=("Chromium (on Debian: apt-get install --no-install-recommends chromium), or CHROMIUM with the path of one")
		return
	fi
	say "installing Chromium"
	export DEBIAN_FRONTEND=noninteractive
	apt_install chromium || { apt-get update -q && apt_install chromium; }
	[ -x /usr/bin/chromium ] || missing+=("Chromium: its package is installed, but /usr/bin/chromium is not there")
}

install_hledger() {
	command -v "${HLEDGER:-hledger}" >/dev/null && return
	if [ -n "${HLEDGER:-}" ] || [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
		missing+=("hledger, 1.25 or newer (on Debian: apt-get install --no-install-recommends hledger), or HLEDGER with the path of one")
		return
	fi
	say "installing hledger"
	export DEBIAN_FRONTEND=noninteractive
	apt_install hledger || { apt-get update -q && apt_install hledger; }
	command -v hledger >/dev/null || missing+=("hledger: its package is installed, but it is not in PATH")
}

install_python() {
	command -v python3 >/dev/null && return
	if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
		missing+=("Python 3, which runs a program of docs/notices.md (on Debian: apt-get install --no-install-recommends python3)")
		return
	fi
	say "installing Python 3"
	export DEBIAN_FRONTEND=noninteractive
	apt_install python3 || { apt-get update -q && apt_install python3; }
	command -v python3 >/dev/null || missing+=("Python 3: its package is installed, but it is not in PATH")
}

install_operations() {
	local -A packages=([promtool]=prometheus [nginx]=nginx [caddy]=caddy)
	local program lacking=()
	for program in promtool nginx caddy; do
		PATH=$PATH:/usr/sbin command -v "$program" >/dev/null || lacking+=("${packages[$program]}")
	done
	[ "${#lacking[@]}" = 0 ] && return
	if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
		missing+=("the programs of ${lacking[*]} (on Debian: apt-get install --no-install-recommends ${lacking[*]}, which also starts them)")
		return
	fi
	say "installing ${lacking[*]}"
	export DEBIAN_FRONTEND=noninteractive
	# Their packages would start them as services: while they are set up, nothing may be started.
	local policy=/usr/sbin/policy-rc.d made=
	[ -e "$policy" ] || { printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy" && made=1; }
	apt_install "${lacking[@]}" || { apt-get update -q && apt_install "${lacking[@]}"; } || missing+=("the packages ${lacking[*]}")
	[ -z "$made" ] || rm -f "$policy"
}

anvil=scripts/tools/node_modules/.bin/anvil

# has_anvil: the version of the lock file is there and runs.
has_anvil() {
	local want
	want=$(awk -F'"' '/anvil-linux-amd64/ { print $4 }' scripts/tools/package.json)
	[ -x "$anvil" ] && "$anvil" --version 2>/dev/null | grep -qF "Version: $want"
}

# has_merkle_tree: the version of the lock file is there.
has_merkle_tree() {
	local want
	want=$(awk -F'"' '/@openzeppelin\/merkle-tree/ { print $4 }' scripts/tools/package.json)
	grep -qsF "\"version\": \"$want\"" scripts/tools/node_modules/@openzeppelin/merkle-tree/package.json
}

install_tools() {
	has_anvil && has_merkle_tree && return
	if [ "$(uname -sm)" != "Linux x86_64" ]; then
		missing+=("Linux on x86_64: the locked anvil is built for it, and this is $(uname -sm)")
		return
	fi
	command -v npm >/dev/null || return 0 # check_node has said so
	say "installing anvil and @openzeppelin/merkle-tree"
	# anvil's program is in the package itself, so no script of it has to run.
	npm --prefix scripts/tools ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null
	has_anvil || missing+=("anvil: it was installed into scripts/tools/node_modules, but $anvil --version does not answer with the locked version")
	has_merkle_tree || missing+=("@openzeppelin/merkle-tree: it was installed into scripts/tools/node_modules, but not at the locked version")
}

check_go
check_node
install_postgres
install_chromium
install_hledger
install_python
install_operations
install_tools

if [ "${#missing[@]}" -gt 0 ]; then
	say "missing on this machine:" >&2
	printf '  - %s\n' "${missing[@]}" >&2
	exit 1
fi
say "everything that the tests need is there"
