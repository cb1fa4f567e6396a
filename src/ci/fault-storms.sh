#!/usr/bin/env bash
# The fault tests in their full form: 10,000 callers who hang up, a database killed five times under load, and one of two
# instances killed six times, paused once.
# They need nothing but what the build needs; the short forms run in every build. Takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT

if ! mvn -B -q verify -Dmotcua.storm=full -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
        -Dit.test='CancelStormIT,ControlStormIT,DatabaseKilledIT,InstanceKilledIT,InstancePausedIT' >"$log" 2>&1; then
    grep -E '^RAN |ERROR|FAIL' "$log" | head -40
    echo "RAN fault-storms: a fault was found"
    exit 1
fi
grep '^RAN ' "$log"
