#!/usr/bin/env bash
# Faults on a real standalone cluster: a Master and two Workers as processes of their own, made of
# Maven's jars, and the program as jobs/package.sh packs it, submitted to them. After each fault the
# tables must hold exactly the rows of an undisturbed run, and readers never see part of a run.
#   jobs/test/cluster.sh           all cases
#   jobs/test/cluster.sh CASE...   the undisturbed run and these: executor worker speculation
#                                  broken driver poison
# GRIDS=100 grids; LIMIT=300 seconds for a submission; MIDWAY=2 pieces before a fault; KEEP=1 leaves the
# working folder there.
# shellcheck disable=SC2317  # cases are called by their names
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cd "$home"
grids="${GRIDS:-100}"
limit="${LIMIT:-300}"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
work="$(mktemp -d)"
master_url=""
workers=()  # process ids
started=()  # all processes that this script started and has to end
failures=0

finish() {
  local status=$? pid
  trap - EXIT
  touch "$work/stop"
  for pid in "${started[@]}"; do
    pkill -KILL -P "$pid" 2>/dev/null || true # a Worker's executors
    kill -KILL "$pid" 2>/dev/null || true
  done
  wait 2>/dev/null || true
  if [[ -n "${KEEP:-}" ]]; then echo "Kept: $work"; else rm -rf "$work"; fi
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

# --- what is tested -------------------------------------------------------------------------------

prepare() {
  mkdir -p "$work/app" "$work/spark/bin" "$work/spark/jars" "$work/events"
  tar -xzf "$(jobs/package.sh | tail -n 1)" -C "$work/app" --strip-components=1
  # A Spark as it would be installed: its jars (ours hold those that both need) and spark-submit.
  ln -s "$home"/target/spark/*.jar "$work/spark/jars"
  local jar
  for jar in "$home"/target/lib/{jackson,netty,commons-logging,snakeyaml,protobuf}*.jar; do
    ln -s "$jar" "$work/spark/jars"
  done
  cat >"$work/spark/bin/spark-submit" <<EOF
#!/usr/bin/env bash
exec "$java" -Xmx768m $quick $modules -Dlog4j2.configurationFile="$work/driver.properties" \
  -cp "$work/spark/jars/*" org.apache.spark.deploy.SparkSubmit "\$@"
EOF
  chmod +x "$work/spark/bin/spark-submit"
  sed 's/^rootLogger.level = .*/rootLogger.level = warn/' conf/log4j2.properties >"$work/driver.properties"
  # The disk on which faults happen, of the tests, for the drivers and executors of this Spark.
  (cd target/test-classes && "${java%java}jar" --create --file "$work/spark/jars/faults.jar" io/github/epdi/screening/FaultyFileSystem*)
  {
    cat conf/log4j2.properties
    printf 'logger.deploy.name = org.apache.spark.deploy\nlogger.deploy.level = info\n'
  } >"$work/daemon.properties"
  export SPARK_HOME="$work/spark" SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 SPARK_NO_DAEMONIZE=1
  unset HADOOP_CONF_DIR SPARK_CONF_DIR

  test "$("$work/app/jobs/epdi" --version | grep -c .)" -ge 1
  tests bundle "$work/bundle"
  "$work/app/jobs/epdi" synthesize --quiet --out "$work/grids" --count "$grids" --spacing 0.4 --master 'local[2]'
  cat >"$work/campaign.yaml" <<EOF
name: cluster
inputs: ['grids/*']
model: {bundle: bundle}
output: unset
EOF
}

# Short runs on few cores end before Java's optimising compiler pays off.
quick="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
modules="-XX:+IgnoreUnrecognizedVMOptions"
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util \
  java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs \
  sun.security.action sun.util.calendar; do
  modules="$modules --add-opens=java.base/$package=ALL-UNNAMED"
done

# The classes of the tests: bundle, compare, watch.
tests() {
  # shellcheck disable=SC2086  # several options
  timeout $((limit * 4)) "$java" -Xmx512m $quick $modules -Dlog4j2.configurationFile="$work/driver.properties" \
    -cp "target/test-classes:target/classes:$(<"$work/classpath")" io.github.epdi.cluster.ClusterMain "$@"
}

# --- the cluster ----------------------------------------------------------------------------------

daemon() { # name address class arguments...
  # shellcheck disable=SC2086  # several options
  SPARK_LOCAL_IP="$2" "$java" -Xmx384m $quick $modules -Dspark.master.rest.enabled=false -Dspark.worker.timeout=20 \
    -Dlog4j2.configurationFile="$work/daemon.properties" \
    -cp "$SPARK_HOME/jars/*" "org.apache.spark.deploy.$3" --host "$2" --webui-port 0 "${@:4}" \
    >"$work/$1.log" 2>&1 &
  started+=($!)
  disown # its end is no news
}

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

start_master() {
  daemon master 127.0.0.1 master.Master --port 0
  await 60 "a Master" grep -q "Starting Spark master at spark://" "$work/master.log"
  master_url="$(sed -n 's/.*Starting Spark master at \(spark:[^ ]*\).*/\1/p' "$work/master.log")"
}

worker_count=0
start_worker() {
  worker_count=$((worker_count + 1))
  # Each on a host of its own, as far as Spark sees: it begins no second attempt on the first one's host.
  daemon "worker$worker_count" "127.0.0.$worker_count" worker.Worker -c 1 -m 2g -d "$work/worker$worker_count" "$master_url"
  workers+=($!)
  await 60 "Worker $worker_count" grep -q "Successfully registered with master" "$work/worker$worker_count.log"
}

executor_of() { pgrep -P "$1" -f CoarseGrainedExecutorBackend; }

# Peak resident memory of the largest driver and the largest executor, MB, once a second.
watch_memory() {
  local pid role kilobytes
  declare -A peak=([driver]=0 [executor]=0)
  while [[ ! -e "$work/stop" ]]; do
    for pid in $(pgrep -f "$work/spark/jars"); do
      role="$(tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" || true)"
      case "$role" in
        *CoarseGrainedExecutorBackend*) role=executor ;;
        *deploy.SparkSubmit*) role=driver ;;
        *) continue ;;
      esac
      kilobytes="$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$pid/status" 2>/dev/null || true)"
      if ((${kilobytes:-0} > peak[$role])); then
        peak[$role]=$kilobytes
        echo "peak resident memory: driver $((peak[driver] / 1024)) MB, executor $((peak[executor] / 1024)) MB" >"$work/memory"
      fi
    done
    sleep 1
  done
}

# --- one submission -------------------------------------------------------------------------------

driver=""
submit() { # case settings of screen...: in the background, its process in $driver
  mkdir -p "$work/events/$1"
  timeout "$limit" "$work/app/jobs/epdi" screen --master "$master_url" --campaign "$work/campaign.yaml" \
    --set "output=$work/$1" --conf spark.executor.memory=900m --conf spark.ui.enabled=false \
    --conf "spark.executor.extraJavaOptions=$quick -Dai.djl.offline=true" \
    --conf spark.network.timeout=60s --conf spark.executor.heartbeatInterval=5s \
    --conf spark.eventLog.enabled=true --conf "spark.eventLog.dir=file:$work/events/$1" \
    --conf spark.eventLog.compress=false --conf spark.eventLog.rolling.enabled=false \
    "${@:2}" >>"$work/$1.out" 2>&1 &
  driver=$!
  started+=("$driver")
}

pieces_of() { find "$work/$1/_data" -path '*/pieces/*/_SUCCESS' 2>/dev/null | wc -l; }
has_pieces() { (($(pieces_of "$1") >= $2)); }
midway() { await "$limit" "the first pieces of $1" has_pieces "$1" "${MIDWAY:-2}"; }

ended() { # case: waits; what it said if it failed
  if ! wait "$driver"; then
    echo "--- what $1 said"
    tail -n 30 "$work/$1.out"
    return 1
  fi
}

same() { tests compare "$work/undisturbed" "$work/$1" "${2:-same}"; }

# Whether something stands in the event log of a case.
happened() { # case what pattern
  grep -rqs -- "$3" "$work/events/$1" || {
    echo "In case $1 there was no $2"
    return 1
  }
}

# --- the cases ------------------------------------------------------------------------------------

case_undisturbed() {
  submit undisturbed && ended undisturbed && said undisturbed "$grids grids screened, 0 rejected" || return 1
  # The same again is a no-op, wherever it is submitted.
  timeout 120 "$work/app/jobs/epdi" screen --master 'local[1]' --campaign "$work/campaign.yaml" \
    --set "output=$work/undisturbed" >>"$work/undisturbed.out" 2>&1
  said undisturbed "^Nothing to do for run"
}

# Stands still for long enough to have tasks, then SIGKILL: it dies in the middle of one.
die() { # process ids
  kill -STOP "$@" && sleep 3 && kill -KILL "$@"
}

case_executor() { # SIGKILLed in the middle of a task
  submit executor && midway executor || return 1
  die "$(executor_of "${workers[0]}")" || return 1
  ended executor && same executor && happened executor "lost task" '"Reason":"ExecutorLostFailure"'
}

case_worker() { # Worker and executor gone for good
  submit worker && midway worker || return 1
  local gone="${workers[0]}" executor
  executor="$(executor_of "$gone")" && die "$gone" "$executor" || return 1
  workers=("${workers[@]:1}")
  ended worker && same worker && happened worker "lost task" '"Reason":"ExecutorLostFailure"' || return 1
  start_worker
}

case_speculation() { # an executor stands still for a while, its tasks are begun a second time
  submit speculation --conf spark.speculation=true --conf spark.speculation.interval=100ms \
    --conf spark.speculation.multiplier=1.2 --conf spark.speculation.quantile=0.5 &&
    midway speculation || return 1
  local executor
  executor="$(executor_of "${workers[0]}")" && kill -STOP "$executor" || return 1
  sleep 8
  kill -CONT "$executor" || return 1
  ended speculation && same speculation && happened speculation "second attempt" '"Speculative":true'
}

case_broken() { # 1 % and 50 % of the inputs cannot be screened
  local share count file number
  for share in 1 50; do
    mkdir -p "$work/broken$share"
    cp -l "$work"/grids/* "$work/broken$share"
    count=$((grids * share / 100))
    number=0
    for file in "$work/broken$share"/*; do
      if ((++number > count)); then break; fi
      head -c 5000 "$file" >"$work/part" && mv "$work/part" "$file"
    done
    submit "rejecting$share" --set "inputs=broken$share/*" --set limits.max_rejected_fraction=1 &&
      ended "rejecting$share" &&
      said "rejecting$share" "$((grids - count)) grids screened, $count rejected" &&
      same "rejecting$share" good || return 1
  done
  # Garbage for the most part: stopped, and nothing of it is visible.
  submit stopped --set 'inputs=broken50/*' --set limits.max_rejected_fraction=0.1
  wait "$driver"
  if [[ $? != 2 || -e "$work/stopped/_manifests" ]]; then
    echo "A campaign of garbage was not stopped:" && tail -n 5 "$work/stopped.out"
    return 1
  fi
}

case_driver() { # SIGKILLed in the middle of the run, then the same command again goes on
  local waiting=(--set run.when_busy=wait --set run.lease_seconds=6) # for the dead driver's lease
  submit driver "${waiting[@]}" && midway driver || return 1
  pkill -KILL -P "$driver" || return 1 # the child of timeout is the driver
  wait "$driver"
  if [[ -e "$work/driver/_manifests" ]]; then
    echo "A killed run is visible"
    return 1
  fi
  timeout 120 "$work/app/jobs/epdi" screen --master 'local[1]' --campaign "$work/campaign.yaml" \
    --set "output=$work/driver" --dry-run >>"$work/driver.out" 2>&1
  said driver "[1-9][0-9]* were left by a run that did not come to its end" || return 1
  submit driver "${waiting[@]}" && ended driver && same driver
}

case_poison() { # a grid that kills its executor, each time
  mkdir -p "$work/poisoned"
  cp -l "$work"/grids/* "$work/poisoned"
  printf halt >"$(find "$work/poisoned" -name '*.LOCPOT' | sort | sed -n "$((grids / 2))p").fault"
  submit poison --set "inputs=faulty://$work/poisoned/*.LOCPOT" \
    --conf spark.hadoop.fs.faulty.impl=io.github.epdi.screening.FaultyFileSystem &&
    ended poison && said poison "$((grids - 1)) grids screened, 1 rejected" &&
    said poison "KILLED_WORKER" && same poison good
}

said() { # case pattern: the last line but the ranking
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
  rm -rf "$work"/worker*/app-* # the jars that executors fetched
}

# --- all of it ------------------------------------------------------------------------------------

wanted=("$@")
[[ $# == 0 ]] && wanted=(executor worker speculation broken driver poison)

mkdir -p target
mvn -B -q -Dcheckstyle.skip -Dspotless.check.skip -Denforcer.skip test-compile \
  dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath" >/dev/null
prepare
start_master
start_worker
start_worker
echo "ready (${SECONDS} s): $grids grids, a Master and two Workers"

watch_memory &
started+=($!)
disown

# Readers of Spark SQL and DuckDB ask all the while.
watched=("$work/undisturbed")
for name in "${wanted[@]}"; do
  [[ "$name" != broken && "$name" != poison ]] && watched+=("$work/$name")
done
tests watch "$grids" "$work/stop" "${watched[@]}" >"$work/watch.out" 2>&1 &
watcher=$!
started+=("$watcher")

run_case undisturbed
if ((failures == 0)); then
  for name in "${wanted[@]}"; do
    run_case "$name"
  done
fi

begun=$SECONDS
touch "$work/stop"
if wait "$watcher"; then
  echo "ok    readers saw nothing or whole runs ($((SECONDS - begun)) s)"
else
  echo "FAIL  readers"
  failures=$((failures + 1))
fi
cat "$work/watch.out" "$work/memory"
echo "$((failures)) of $((${#wanted[@]} + 2)) failed, $SECONDS s"
exit $((failures > 0))
