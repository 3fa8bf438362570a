#!/usr/bin/env bash
# Builds and runs the benchmarks: one Markdown table of what was measured here. See src/bench/README.md.
#   jobs/bench.sh            a quarter of an hour on two quiet cores
#   jobs/bench.sh --full     as long as it takes
#   jobs/bench.sh --only rendering,network --save
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
build=target/bench/build
stamp=$build/classpath

if [[ ! -f $stamp || -n "$(find pom.xml src/main src/test/java src/bench/java -newer $stamp -print -quit)" ]]; then
  echo "Building (the first time fetches the dependencies) ..." >&2
  mvn -B -q -Pbench -Dcheckstyle.skip -Dspotless.check.skip -Denforcer.skip test-compile
  touch $stamp
fi

# Whole processes are of the packaged program.
if [[ ! -f target/epdi-screen.jar || -n "$(find pom.xml src/main -newer target/epdi-screen.jar -print -quit)" ]]; then
  mvn -B -q -DskipTests package
fi

export DJL_OFFLINE=true OPT_OUT_TRACKING=true SPARK_LOCAL_IP=127.0.0.1 TORCH_CPP_LOG_LEVEL=ERROR
export OMP_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE GOMP_SPINCOUNT=0 MALLOC_MMAP_THRESHOLD_=33554432 MALLOC_TRIM_THRESHOLD_=67108864
exec "$java" -Xmx1g -Dlog4j2.configurationFile="$PWD/conf/log4j2.properties" \
  -cp "$build/test-classes:$build/classes:$(<$stamp)" io.github.epdi.bench.BenchmarkMain "$@"
