#!/usr/bin/env bash
# Random schedules of the money core against models on paper, as many as are wanted.
#
#   platform/proofs/schedules.sh                 100,000 of them
#   platform/proofs/schedules.sh 5000 -42        so many, of this seed
#   platform/proofs/schedules.sh 5000 -42 7      only the world of this number, as a failure names it
#
# TEST_BACKING=docker takes containers instead of the embedded PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/../.."

count=${1:-100000}
options=(-Dschedules.count="$count" -Dtest.backing="${TEST_BACKING:-embedded}")
[ $# -ge 2 ] && options+=(-Dtrials.seed="$2")
[ $# -ge 3 ] && options+=(-Dtrials.index="$3")

# Tests are compiled for a quick start; a long run gains by the slower compiler. These options win over those of the build.
[ "$count" -lt 5000 ] || export _JAVA_OPTIONS="${_JAVA_OPTIONS:-} -XX:TieredStopAtLevel=4"

for service in earnings-service payout-service; do
  ./mvnw -B -ntp verify -pl "$service" -am -Dtest=None -Dit.test=ScheduleIT -Dsurefire.failIfNoSpecifiedTests=false \
    -Dfailsafe.failIfNoSpecifiedTests=false "${options[@]}"
done
