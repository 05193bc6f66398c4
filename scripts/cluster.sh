#!/usr/bin/env bash
# Runs two servers on a cluster of three PostgreSQL databases (Patroni, etcd, HAProxy, synchronous replication), takes parts of it away
# under a load of purchases, facts and readers, and says for how long nobody could read or write. See internal/outages.
#
#	CLUSTER="kills=20 partitions=10 leaders=20" scripts/cluster.sh
#
# kills are primaries that are killed, partitions primaries that are cut off, leaders servers that are killed while they lead. As root: it
# makes three network namespaces and a bridge, and removes them at the end. What it needs is installed from Debian's packages; services that
# these packages would start are stopped by nobody but whoever uses them.
set -euo pipefail
cd "$(dirname "$0")/.."

[ "$(id -u)" = 0 ] || { echo "cluster: network namespaces need root" >&2; exit 1; }

packages=()
command -v patroni >/dev/null || packages+=(patroni)
dpkg -s python3-etcd >/dev/null 2>&1 || packages+=(python3-etcd)
command -v etcd >/dev/null || packages+=(etcd-server)
command -v haproxy >/dev/null || packages+=(haproxy)
command -v ip >/dev/null || packages+=(iproute2)
compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || packages+=(postgresql)
if [ "${#packages[@]}" -gt 0 ]; then
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

flags=()
for part in ${CLUSTER:-kills=20 partitions=10 leaders=20}; do
	flags+=("-$part")
done
go run ./internal/outages "${flags[@]}"
