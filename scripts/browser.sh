#!/usr/bin/env bash
# Drives Chromium against a running demonstration: `browser.sh test` runs the tests of the page, `browser.sh screenshots`
# writes the pictures in docs/img, `browser.sh interactions` measures how soon the page answers on a slow machine. What
# drives it comes from npm at the versions and digests of its lock file. Needs bin/nodeledger-demo (make build), Node 20, and
# Chromium, which scripts/setup.sh installs; CHROMIUM names another one.
set -euo pipefail
cd "$(dirname "$0")/../dashboard/web/browser"

lock=node_modules/.package-lock.json # npm writes it when everything of the lock file is there
if [ ! -e "$lock" ] || [ package-lock.json -nt "$lock" ]; then
	npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null
fi
npm run --silent "$@"
