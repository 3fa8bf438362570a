#!/usr/bin/env bash
# Whether it pays to choose the next labels: those of the shipped bundle are revealed one after another by the rule of
# epdi suggest and in two random orders, 20 seeds. Prints the two tables of README.md beside this file and writes the picture
# in results/. Nothing else is random; a minute on two cores, from a clone with Maven.
#   jobs/study/replay.sh
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"

cd "$home"
mvn -q test -Dtest=SuggestReplayTest -Depdi.replay.seeds=20
cat target/suggest-replay.md
cp target/suggest-replay.svg jobs/study/results/suggest-replay.svg
echo "results/suggest-replay.svg is written anew in jobs/study."
