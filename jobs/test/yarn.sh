#!/usr/bin/env bash
# Campaigns on YARN: an HDFS and a YARN of two NodeManagers in a process of their own, and the program as
# jobs/package.sh packs it, submitted by a Spark that has YARN (jobs/test/spark-next.xml: not the Spark that the
# program is built with). Grids, bundle, campaign and results lie on the HDFS. The tables must hold exactly the rows
# of a run in one process.
#   jobs/test/yarn.sh           all cases
#   jobs/test/yarn.sh CASE...   client cluster container
# GRIDS=40 grids; LIMIT=300 seconds for a submission; KEEP=1 leaves the working folder there.
# shellcheck disable=SC2317  # cases are called by their names
set -euo pipefail

# shellcheck source=jobs/test/processes.sh
source "$(dirname "${BASH_SOURCE[0]}")/processes.sh"
grids="${GRIDS:-40}"

prepare() {
  prepare_program
  printf 'logger.yarn.name = org.apache.spark.deploy.yarn.Client\nlogger.yarn.level = info\n' >>"$work/driver.properties"
  mvn -B -q -f jobs/test/spark-next.xml dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/next" >/dev/null
  prepare_spark "$work"/next/*.jar
  mkdir "$work/hadoop"
  tests HadoopMain "$work/hadoop" >"$work/hadoop.log" 2>&1 &
  started+=($!)
  prepare_campaign "$work/app/jobs/epdi" "$grids" hdfs:///
  await 120 "HDFS and YARN" test -e "$work/hadoop/conf/yarn-site.xml"
  export HADOOP_CONF_DIR="$work/hadoop/conf"
  hadoop fs.FsShell -put "$work/grids" "$work/bundle" "$work/campaign.yaml" /
  # All jars as one archive on the HDFS, once, instead of one upload for each submission.
  (cd "$work" && "${java%java}jar" --create --no-manifest --no-compress --file spark.zip -C spark/jars .)
  hadoop fs.FsShell -put "$work/spark.zip" /spark.zip
}

hadoop() { # class arguments...
  # shellcheck disable=SC2086  # several options
  "$java" -Xmx256m $quick $modules -Dlog4j2.configurationFile="$work/driver.properties" \
    -cp "$HADOOP_CONF_DIR:$work/spark/jars/*" "org.apache.hadoop.$1" "${@:2}"
}

submit() { # case, how the driver runs, settings of screen...: in the background, its process in $driver
  timeout "$limit" "$work/app/jobs/epdi" screen --master yarn --campaign hdfs:///campaign.yaml \
    --set "output=hdfs:///results/$1" --conf "spark.submit.deployMode=$2" --conf spark.yarn.archive=hdfs:///spark.zip \
    --conf spark.executor.instances=2 --conf spark.executor.memory=900m --conf spark.executor.memoryOverhead=1g \
    --conf spark.driver.memory=768m --conf "spark.executor.extraJavaOptions=$quick -Dai.djl.offline=true" \
    --conf spark.driver.extraJavaOptions="$quick" --conf spark.ui.enabled=false \
    --conf spark.network.timeout=60s --conf spark.executor.heartbeatInterval=5s \
    --conf spark.yarn.submit.waitAppCompletion=true "${@:3}" >>"$work/$1.out" 2>&1 &
  driver=$!
  started+=("$driver")
}

# The rows of a run in one process, which read the same grids; only the runs differ, in their masters.
same() { # case
  hadoop fs.FsShell -get "/results/$1" "$work/$1" && tests ClusterMain compare "$work/reference" "$work/$1" good
}

# The logs of all containers, from where YARN aggregated them.
logs() { # case
  local application
  application="$(grep -o 'application_[0-9]*_[0-9]*' "$work/$1.out" | head -n 1)"
  [[ -n "$application" ]] || { echo "No application of YARN in what $1 said" && return 1; }
  await 60 "the logs of $application" aggregated "$application" "$work/$1.logs"
}

aggregated() { # application file: by YARN's own command, of the cluster's version
  "$java" -Xmx256m -cp "$HADOOP_CONF_DIR:$(<"$work/classpath")" org.apache.hadoop.yarn.client.cli.LogsCLI \
    -applicationId "$1" >"$2" 2>/dev/null
}

logged() { # case pattern
  logs "$1" || return 1
  if ! grep -q -- "$2" "$work/$1.logs"; then
    echo "The logs of $1 have no '$2'"
    return 1
  fi
}

# --- the cases ------------------------------------------------------------------------------------

case_reference() { # in one process
  SPARK_HOME="$work/spark" timeout "$limit" "$work/app/jobs/epdi" screen --master 'local[2]' --campaign hdfs:///campaign.yaml \
    --set "output=file:$work/reference" >"$work/reference.out" 2>&1 || { cat "$work/reference.out" && return 1; }
  said reference "$grids grids screened, 0 rejected"
}

case_client() { # the driver here
  submit client client && ended client && said client "$grids grids screened, 0 rejected" && same client &&
    logged client "Finished task"
}

case_cluster() { # the driver in a container, so that what it says is in the aggregated logs
  submit cluster cluster && ended cluster && same cluster && logged cluster "$grids grids screened, 0 rejected"
}

executors() { pgrep -f '^[^ ]*java .*YarnCoarseGrainedExecutorBackend'; } # not the shells that started them

running_task() { # an executor, and a piece that is being written
  executors && hadoop fs.FsShell -ls "/results/container/_data/*/pieces/*/_temporary/*"
}

case_container() { # one SIGKILLed while it has a task, the driver in another one; YARN gives a new one
  submit container cluster
  await "$limit" "an executor with a task" running_task || return 1
  kill -KILL "$(executors | head -n 1)" || return 1
  ended container && same container && logged container "$grids grids screened, 0 rejected" &&
    logged container "Exit status: 137"
}

# --- all of it ------------------------------------------------------------------------------------

wanted=("$@")
[[ $# == 0 ]] && wanted=(client cluster container)

prepare
echo "ready (${SECONDS} s): $grids grids on HDFS, a YARN of two nodes"
run_case reference
if ((failures == 0)); then
  for name in "${wanted[@]}"; do
    run_case "$name"
  done
fi
echo "$((failures)) of $((${#wanted[@]} + 1)) failed, $SECONDS s"
exit $((failures > 0))
