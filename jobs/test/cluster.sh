#!/usr/bin/env bash
# Faults on a real standalone cluster: a Master and two Workers as processes of their own, made of
# Maven's jars, and the program as jobs/package.sh packs it, submitted to them. After each fault the
# tables must hold exactly the rows of an undisturbed run, and readers never see part of a run.
#   jobs/test/cluster.sh           all cases
#   jobs/test/cluster.sh CASE...   the undisturbed run and these: executor worker speculation
#                                  broken driver poison s3
# GRIDS=60 grids; LIMIT=300 seconds for a submission; MIDWAY=2 pieces before a fault; KEEP=1 leaves the
# working folder there.
# shellcheck disable=SC2317  # cases are called by their names
set -euo pipefail

# shellcheck source=jobs/test/processes.sh
source "$(dirname "${BASH_SOURCE[0]}")/processes.sh"
# shellcheck source=jobs/test/standalone.sh
source "$(dirname "${BASH_SOURCE[0]}")/standalone.sh"
grids="${GRIDS:-60}"

# --- what is tested -------------------------------------------------------------------------------

prepare() {
  prepare_program
  standalone_spark
  test "$("$work/app/jobs/epdi" --version | grep -c .)" -ge 1
  prepare_campaign "$work/app/jobs/epdi" "$grids"
  # A first campaign in one process, of which all later ones have their classes.
  mkdir "$work/few" && cp -l "$(find "$work/grids" -name '*.LOCPOT' | sort | head -n 1)" "$work/few"
  SUBMIT_OPTIONS="-XX:ArchiveClassesAtExit=$work/spark.jsa -Xlog:disable" "$work/app/jobs/epdi" screen --quiet --master 'local[1]' \
    --campaign "$work/campaign.yaml" --set 'inputs=few/*' --set "output=$work/few-results" >/dev/null
}

# --- one submission -------------------------------------------------------------------------------

submit() { # case settings of screen...: in the background, its process in $driver
  mkdir -p "$work/events/$1"
  timeout "$limit" "$work/app/jobs/epdi" screen --master "$master_url" --campaign "$work/campaign.yaml" \
    --set "output=$work/$1" --conf spark.executor.memory=900m --conf spark.ui.enabled=false \
    --conf "spark.executor.extraJavaOptions=$quick $archived -Dai.djl.offline=true" \
    --conf spark.network.timeout=60s --conf spark.executor.heartbeatInterval=5s \
    --conf spark.eventLog.enabled=true --conf "spark.eventLog.dir=file:$work/events/$1" \
    --conf spark.eventLog.compress=false --conf spark.eventLog.rolling.enabled=false \
    "${@:2}" >>"$work/$1.out" 2>&1 &
  driver=$!
  started+=("$driver")
}

pieces_of() { find "$work/$1/_data" -path '*/pieces/*/_SUCCESS' 2>/dev/null | wc -l; }
has_pieces() { (($(pieces_of "$1") >= $2)); }
has_tasks() { (($(cat "$work/events/$1"/* 2>/dev/null | grep -c SparkListenerTaskEnd) >= $2)); }
midway() { await "$limit" "the first pieces of $1" has_pieces "$1" "${MIDWAY:-2}"; }

same() { tests ClusterMain compare "$work/undisturbed" "$work/$1" "${2:-same}"; }

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

lose_worker() { # with its executor
  local gone="${workers[0]}" executor
  executor="$(executor_of "$gone")" && die "$gone" "$executor" || return 1
  workers=("${workers[@]:1}")
}

case_worker() { # Worker and executor gone for good
  submit worker && midway worker && lose_worker || return 1
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
    count=$(((grids * share + 99) / 100))
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

case_s3() { # results on S3, with a Worker gone for good; then a second campaign that appends
  local first store="$work/store.conf"
  first="$(find "$work/grids" -name '*[0-6].LOCPOT' | wc -l)" # enough to lose a task of
  tests StoreMain serve "$store" "$work/grids" &
  started+=($!)
  await 60 "an S3 server" test -e "$store" || return 1
  # As a site would say where its store is; who it is stands in the environment of all.
  cat "$store" >>"$work/app/conf/spark-defaults.conf"

  submit s3 --set 'inputs=s3a://campaigns/grids/*[0-6].LOCPOT' --set output=s3a://campaigns/results || return 1
  await "$limit" "the first tasks of s3" has_tasks s3 2 && lose_worker || return 1
  ended s3 && happened s3 "lost task" '"Reason":"ExecutorLostFailure"' &&
    said s3 "$first grids screened, 0 rejected" && start_worker || return 1
  submit s3 --set name=later --set 'inputs=s3a://campaigns/grids/*.LOCPOT' \
    --set output=s3a://campaigns/results
  ended s3 && said s3 "$((grids - first)) grids screened, 0 rejected" || return 1

  tests StoreMain fetch "$store" results "$work/s3" && same s3 good || return 1
  # Every piece says who committed it.
  (($(find "$work/s3" -path '*/pieces/*/_SUCCESS' | wc -l) > 2)) || return 1
  find "$work/s3" -path '*/pieces/*/_SUCCESS' -print0 | xargs -0 grep -L '"committer" *: *"magic"' | (! grep .)
}

# --- all of it ------------------------------------------------------------------------------------

wanted=("$@")
[[ $# == 0 ]] && wanted=(executor worker speculation broken driver poison s3)

prepare
export AWS_ACCESS_KEY_ID=test-identity AWS_SECRET_ACCESS_KEY=s3cr3t-k3y-0f-th3-t3sts # of the case s3
start_master
start_worker
start_worker
echo "ready (${SECONDS} s): $grids grids, a Master and two Workers"

watch_memory "$work/memory" &
started+=($!)
disown

# Readers of Spark SQL and DuckDB ask all the while.
watched=("$work/undisturbed")
for name in "${wanted[@]}"; do
  [[ "$name" == broken || "$name" == poison || "$name" == s3 ]] || watched+=("$work/$name")
done
tests ClusterMain watch "$grids" "$work/stop" "${watched[@]}" >"$work/watch.out" 2>&1 &
watcher=$!
started+=("$watcher")

run_case undisturbed
if ((failures == 0)); then
  for name in "${wanted[@]}"; do
    run_case "$name"
    rm -rf "$work"/worker*/app-* # the jars that executors fetched
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
