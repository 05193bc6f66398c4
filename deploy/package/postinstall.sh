#!/bin/sh
# A new server is not started: it has no rules of a sale yet. One that runs goes on with the new program.
set -e
if [ -d /run/systemd/system ]; then
	systemctl daemon-reload
	systemctl try-restart nodeledger.service
fi
