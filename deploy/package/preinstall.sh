#!/bin/sh
# Before the files are unpacked: the user and the group that own some of them.
set -e
getent group nodeledger >/dev/null || groupadd --system nodeledger
getent passwd nodeledger >/dev/null ||
	useradd --system --gid nodeledger --home-dir /var/lib/nodeledger --no-create-home --shell /usr/sbin/nologin \
		--comment "Books of a node sale" nodeledger
