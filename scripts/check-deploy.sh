#!/usr/bin/env bash
# Looks at what is deployed without deploying it: the exposure of the unit as systemd weighs it, the chart as Helm reads it, the compose file
# as the Compose Specification has it, and the release's configuration as goreleaser reads it. All but the first are built by Go at the
# versions below; the first time takes minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
export CGO_ENABLED=0

command -v systemd-analyze >/dev/null || { echo "check-deploy: systemd-analyze is not there: apt-get install systemd" >&2; exit 1; }
# An exposure of 3.0 at most: systemd counts in tenths.
systemd-analyze security --offline=true --no-pager --threshold=30 deploy/systemd/nodeledger.service | tail -n 1

helm() {
	if [ -n "${HELM:-}" ]; then "$HELM" "$@"; else go run helm.sh/helm/v3/cmd/helm@v3.20.0 "$@"; fi
}
chart=deploy/helm/nodeledger
helm lint --strict "$chart" --values deploy/helm/example-values.yaml
made=$(helm template books "$chart" --values deploy/helm/example-values.yaml --kube-version 1.30.0)
for kind in ConfigMap Service StatefulSet Ingress ServiceMonitor PrometheusRule; do
	grep -q "^kind: $kind$" <<<"$made" || { echo "check-deploy: the chart makes no $kind" >&2; exit 1; }
done
# What has no default is asked for in words.
for value in program origin secret; do
	if said=$(helm template books "$chart" --values deploy/helm/example-values.yaml --set "$value=" --kube-version 1.30.0 2>&1 >/dev/null); then
		echo "check-deploy: the chart does without $value" >&2
		exit 1
	fi
	grep -q "$value is empty" <<<"$said" || { echo "check-deploy: without $value the chart says: $said" >&2; exit 1; }
done

# The settings are asked for when it is started: here they stay as they are written.
go run github.com/compose-spec/compose-go/v2/cmd@v2.16.2 -no-interpolation deploy/compose/compose.yaml >/dev/null

NEXT=0.0.0 SIGNING_KEY=none
export NEXT SIGNING_KEY
if [ -n "${GORELEASER:-}" ]; then "$GORELEASER" check; else go run github.com/goreleaser/goreleaser/v2@v2.15.1 check; fi
