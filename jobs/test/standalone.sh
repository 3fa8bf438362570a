# shellcheck shell=bash
# A standalone cluster of processes, for the scripts that source this after processes.sh: a Master, Workers with
# one core each, and what memory drivers and executors take.
# shellcheck disable=SC2154  # what processes.sh sets

master_url=""
workers=() # process ids
worker_count=0

standalone_spark() { # made of the jars that the program is built with
  prepare_spark "$home"/target/spark/*.jar "$home"/target/lib/{jackson,netty,commons-logging,snakeyaml,protobuf}*.jar
  {
    cat conf/log4j2.properties
    printf 'logger.deploy.name = org.apache.spark.deploy\nlogger.deploy.level = info\n'
  } >"$work/daemon.properties"
}

daemon() { # name address class arguments...
  # shellcheck disable=SC2086  # several options
  SPARK_LOCAL_IP="$2" "$java" -Xmx384m $quick $archived $modules -Dspark.master.rest.enabled=false -Dspark.worker.timeout=20 \
    -Dlog4j2.configurationFile="$work/daemon.properties" \
    -cp "$SPARK_HOME/jars/*" "org.apache.spark.deploy.$3" --host "$2" --webui-port 0 "${@:4}" \
    >"$work/$1.log" 2>&1 &
  started+=($!)
  disown # its end is no news
}

start_master() {
  daemon master 127.0.0.1 master.Master --port 0
  await 60 "a Master" grep -q "Starting Spark master at spark://" "$work/master.log"
  master_url="$(sed -n 's/.*Starting Spark master at \(spark:[^ ]*\).*/\1/p' "$work/master.log")"
}

start_worker() {
  worker_count=$((worker_count + 1))
  # Each on a host of its own, as far as Spark sees: it begins no second attempt on the first one's host.
  daemon "worker$worker_count" "127.0.0.$worker_count" worker.Worker -c 1 -m 2g -d "$work/worker$worker_count" "$master_url"
  workers+=($!)
  await 60 "Worker $worker_count" grep -q "Successfully registered with master" "$work/worker$worker_count.log"
}

executor_of() { pgrep -P "$1" -f CoarseGrainedExecutorBackend; }

# Peak resident memory of the largest driver and the largest executor, MB, once a second.
watch_memory() { # file that gets them; ends when there is a file stop, or FILE.stop
  local pid role kilobytes
  declare -A peak=([driver]=0 [executor]=0)
  while [[ ! -e "$work/stop" && ! -e "$1.stop" ]]; do
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
        echo "peak resident memory: driver $((peak[driver] / 1024)) MB, executor $((peak[executor] / 1024)) MB" >"$1"
      fi
    done
    sleep 1
  done
}
