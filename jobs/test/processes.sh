# shellcheck shell=bash
# What the scripts of faults share; they source it. Processes that are started, awaited and ended, a Spark made
# of Maven's jars, the program as jobs/package.sh packs it, and cases that say what they did.

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cd "$home" || exit
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
work="$(mktemp -d)"
limit="${LIMIT:-300}" # seconds for a submission
started=()            # processes that were started and have to end
failures=0

# Short runs on few cores end before Java's optimising compiler pays off.
quick="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
modules="-XX:+IgnoreUnrecognizedVMOptions"
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util \
  java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs \
  sun.security.action sun.util.calendar; do
  modules="$modules --add-opens=java.base/$package=ALL-UNNAMED"
done

# Classes that Java finds loaded, where such an archive was made and fits.
archived="-XX:SharedArchiveFile=$work/spark.jsa -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -Xlog:cds=off -Xlog:cds+dynamic=off"

finish() {
  local status=$? pid
  trap - EXIT
  touch "$work/stop"
  for pid in "${started[@]}"; do
    pkill -KILL -P "$pid" 2>/dev/null || true # a Worker's executors
    kill -KILL "$pid" 2>/dev/null || true
  done
  pkill -KILL -f "$work/" 2>/dev/null || true # what those had started
  wait 2>/dev/null || true
  if [[ -n "${KEEP:-}" ]]; then echo "Kept: $work"; else rm -rf "$work"; fi
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

await() { # seconds what command...
  local end=$((SECONDS + $1)) what="$2"
  shift 2
  until "$@" >/dev/null 2>&1; do
    if ((SECONDS >= end)); then
      echo "Not within the time: $what" >&2
      return 1
    fi
    sleep 0.2
  done
}

# The classes of the tests with their class path.
prepare_tests() {
  local known=target/tests.classpath # of the last time, while nothing has changed
  if [[ ! -f "$known" || ! -d target/test-classes || -n "$(find pom.xml src/main src/test -newer "$known" -print -quit)" ]]; then
    mkdir -p target
    mvn -B -q -Dcheckstyle.skip -Dspotless.check.skip -Denforcer.skip test-compile \
      dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath" >/dev/null
    cp "$work/classpath" "$known.$$" && mv "$known.$$" "$known"
  fi
  cp "$known" "$work/classpath"
  sed 's/^rootLogger.level = .*/rootLogger.level = warn/' conf/log4j2.properties >"$work/driver.properties"
}

# Those, and the program.
prepare_program() {
  prepare_tests
  mkdir -p "$work/app"
  tar -xzf "$(jobs/package.sh | tail -n 1)" -C "$work/app" --strip-components=1
}

# A main class of the tests.
tests() { # class arguments...
  # shellcheck disable=SC2086  # several options
  timeout $((limit * 4)) "$java" -Xmx512m $quick $modules -Dlog4j2.configurationFile="$work/driver.properties" \
    -cp "target/test-classes:target/classes:$(<"$work/classpath")" "io.github.epdi.cluster.$1" "${@:2}"
}

# Grids and a bundle by formula, and a campaign over them.
prepare_campaign() { # epdi grids where they will lie, if not beside the campaign
  tests ClusterMain bundle "$work/bundle"
  "$1" synthesize --quiet --out "$work/grids" --count "$2" --spacing 0.4 --master 'local[2]'
  cat >"$work/campaign.yaml" <<EOF
name: cluster
inputs: ['${3:-}grids/*']
model: {bundle: '${3:-}bundle'}
output: unset
EOF
}

# Spark as it would be installed: its jars (with those of ours that it needs too) and a spark-submit.
prepare_spark() { # jars...
  mkdir -p "$work/spark/bin" "$work/spark/jars" "$work/events"
  local jar
  for jar in "$@"; do
    ln -s "$jar" "$work/spark/jars"
  done
  # The disk on which faults happen, of the tests, for the drivers and executors of this Spark.
  (cd target/test-classes && "${java%java}jar" --create --file "$work/spark/jars/faults.jar" io/github/epdi/screening/FaultyFileSystem*)
  cat >"$work/spark/bin/spark-submit" <<EOF
#!/usr/bin/env bash
exec "$java" -Xmx768m $quick $modules \${SUBMIT_OPTIONS:-$archived} -Dlog4j2.configurationFile="$work/driver.properties" \
  -cp "\${HADOOP_CONF_DIR:+\$HADOOP_CONF_DIR:}$work/spark/jars/*\${SPARK_DIST_CLASSPATH:+:\$SPARK_DIST_CLASSPATH}" org.apache.spark.deploy.SparkSubmit "\$@"
EOF
  chmod +x "$work/spark/bin/spark-submit"
  export SPARK_HOME="$work/spark" SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 SPARK_NO_DAEMONIZE=1
  unset HADOOP_CONF_DIR SPARK_CONF_DIR
}

driver="" # the process of the submission under way

ended() { # case: waits; what it said if it failed
  if ! wait "$driver"; then
    echo "--- what $1 said"
    tail -n 30 "$work/$1.out"
    return 1
  fi
}

said() { # case pattern: somewhere in what it said
  grep -q -- "$2" "$work/$1.out" || {
    echo "Case $1 did not say '$2':"
    tail -n 30 "$work/$1.out"
    return 1
  }
}

run_case() {
  local begun=$SECONDS
  if "case_$1" >"$work/case.out" 2>&1; then
    echo "ok    $1 ($((SECONDS - begun)) s)$(sed -n 's/^Run [0-9a-f]*\(:.* grids screened, .*\)/\1/p' "$work/$1.out" 2>/dev/null | tail -n 1)"
  else
    echo "FAIL  $1 ($((SECONDS - begun)) s)"
    cat "$work/case.out"
    failures=$((failures + 1))
  fi
}
