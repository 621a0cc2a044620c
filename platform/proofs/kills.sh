#!/usr/bin/env bash
# kill -9 of services and broker under load, against a model: two instances of earnings and payout, a PostgreSQL and a Kafka of their own.
#
#   platform/proofs/kills.sh                      50 kills, 200,000 view updates
#   platform/proofs/kills.sh 20 50000             so many
#   platform/proofs/kills.sh 20 50000 -42         the same work and the same kills as a run that named this seed
set -euo pipefail
cd "$(dirname "$0")/../.."

options=(-Dkills.count="${1:-50}" -Dkills.updates="${2:-200000}")
[ $# -ge 3 ] && options+=(-Dkills.seed="$3")

./mvnw -B -ntp verify -pl platform/benchmarks -am -Dtest=None -Dit.test=KillProof -Dsurefire.failIfNoSpecifiedTests=false \
  -Dfailsafe.failIfNoSpecifiedTests=false "${options[@]}"
