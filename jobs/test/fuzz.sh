#!/usr/bin/env bash
# Broken files of every kind through inspect, the screening of a grid, and dataset: the tests' own synthetic grids and
# runs with bytes, numbers, lines, blocks or compression changed. Prints how often each part ended with which code. An
# exception, an energy outside the plausible range or a reject without a code is printed with its seed and ends with 1.
#   jobs/test/fuzz.sh            300 files from seed 1, those of the build's own test
#   jobs/test/fuzz.sh COUNT SEED COUNT files from SEED on; one file again: jobs/test/fuzz.sh 1 SEED
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
stamp=target/fuzz-classpath

if [[ ! -f $stamp || -n "$(find pom.xml src/main src/test -newer $stamp -print -quit)" ]]; then
  echo "Building (the first time fetches the dependencies) ..." >&2
  mvn -B -q -Dcheckstyle.skip -Dspotless.check.skip -Denforcer.skip test-compile dependency:build-classpath \
    -Dmdep.includeScope=test -Dmdep.outputFile=$stamp
  touch $stamp
fi

# What Spark needs of Java's modules, as the build's own tests get it.
modules="$(sed -n 's:.*<spark.module.options>\(.*\)</spark.module.options>.*:\1:p' pom.xml)"

export DJL_OFFLINE=true OPT_OUT_TRACKING=true SPARK_LOCAL_IP=127.0.0.1
# shellcheck disable=SC2086  # several options
exec "$java" -Xmx1g $modules -cp "target/test-classes:target/classes:$(<$stamp)" io.github.epdi.fuzz.FuzzMain "${1:-300}" "${2:-1}"
