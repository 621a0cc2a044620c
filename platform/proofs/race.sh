#!/usr/bin/env bash
# Thirty-two threads request, approve, cancel and pay one clipper's money: never below zero, never paid twice.
#
#   platform/proofs/race.sh         for a minute
#   platform/proofs/race.sh 300     for so many seconds
set -euo pipefail
cd "$(dirname "$0")/../.."

./mvnw -B -ntp verify -pl payout-service -am -Dtest=None -Dit.test=ClipperRaceIT -Dsurefire.failIfNoSpecifiedTests=false \
  -Dfailsafe.failIfNoSpecifiedTests=false -Dtest.backing="${TEST_BACKING:-embedded}" -Drace.seconds="${1:-60}"
