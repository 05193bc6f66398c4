#!/bin/sh
# On removal, and not on an upgrade ("upgrade" of dpkg, 1 of rpm), the server stops. Books, settings and the user stay.
set -e
case "${1:-}" in
upgrade | 1) ;;
*)
	if [ -d /run/systemd/system ]; then
		systemctl disable --now nodeledger.service
	fi
	;;
esac
