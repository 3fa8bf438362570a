#!/usr/bin/env bash
# Builds epdi and screens the demo campaign: four TMD monolayers, embedded Spark, a shipped model.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$home"
if [[ ! -f epdi-screen.jar ]] && [[ ! -f target/epdi-screen.jar || -n "$(find pom.xml src/main -newer target/epdi-screen.jar -print -quit)" ]]; then
  echo "Building (the first time fetches the dependencies, about 700 MB) ..."
  mvn -B -q -DskipTests package
fi
jobs/epdi screen --campaign jobs/demo/campaign.yaml "$@"

# Where the campaign, or --set output=DIR, puts the tables.
output=target/demo
previous=""
for argument in "$@"; do
  case "$previous$argument" in
    --setoutput=*) output="${argument#output=}" ;;
    --set=output=*) output="${argument#--set=output=}" ;;
  esac
  previous="$argument"
done
exec jobs/epdi report --output "$output"
