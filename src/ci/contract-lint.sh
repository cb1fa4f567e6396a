#!/usr/bin/env bash
# Lints the contract by the rules of .redocly.yaml. Needs Node.js; says so and passes where the linter is not to be had.
set -euo pipefail
cd "$(dirname "$0")/../.."

linter='@redocly/cli@2.77.0'
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true npm_config_loglevel=silent npm_config_update_notifier=false

if ! command -v npx >/dev/null; then
    echo "SKIPPED contract-lint: no Node.js here"
    exit 0
fi
if ! npx --yes "$linter" --version >/dev/null 2>&1; then
    echo "SKIPPED contract-lint: $linter is not to be had here"
    exit 0
fi
if ! findings=$(npx --yes "$linter" lint --config .redocly.yaml --format=codeframe api-spec/openapi.yaml 2>&1); then
    echo "$findings"
    echo "RAN contract-lint: the contract has faults"
    exit 1
fi
echo "RAN contract-lint: $linter finds no fault in api-spec/openapi.yaml"
