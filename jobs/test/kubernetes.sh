#!/usr/bin/env bash
# Submissions to Kubernetes without a Kubernetes: its API in memory (src/kubernetes), which keeps what is created. A Spark
# that has Kubernetes submits (jobs/test/spark-next.xml: not the Spark that the program is built with), by the command of
# jobs/README.md; what is created must be what the page and jobs/schedule promise.
#   jobs/test/kubernetes.sh           every case
#   jobs/test/kubernetes.sh CASE...   submitted refused job cluster
# The cases job and cluster also run what pods contain, as processes of this machine by a stand-in for kubelets.
# GRIDS=40 grids; LIMIT=300 seconds for a submission; KEEP=1 leaves the working folder there.
# shellcheck disable=SC2317  # cases are called by their names
set -euo pipefail

# shellcheck source=jobs/test/processes.sh
source "$(dirname "${BASH_SOURCE[0]}")/processes.sh"
grids="${GRIDS:-40}"
epdi="$work/image/opt/epdi/jobs/epdi"

# Containers are of a user who can write nothing but what lies in their volumes and is open to all.
container=()
[[ "$(id -u)" == 0 ]] && container=(setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups)

prepare() {
  chmod a+rx "$work"
  prepare_tests
  mvn -B -q -f jobs/test/spark-next.xml dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/next" \
    dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/kubernetes" >/dev/null
  prepare_spark "$work"/next/*.jar
  sed -i "s:-Dlog4j2.configurationFile=[^ ]*:-Dlog4j2.configurationFile=$work/driver.properties:" "$work/spark/bin/spark-submit"
  mkdir -p "$work/classes" "$work/spark/conf" "$work/spark/examples/src/main/scripts"
  # In place of the one that asks NVIDIA's driver.
  printf '#!/usr/bin/env bash\necho '\''{"name": "gpu", "addresses": ["0"]}'\''\n' >"$work/spark/examples/src/main/scripts/getGpusResources.sh"
  chmod a+x "$work/spark/examples/src/main/scripts/getGpusResources.sh"
  "${java%java}javac" --release 17 -d "$work/classes" -cp "$(<"$work/kubernetes")" src/kubernetes/java/io/github/epdi/kubernetes/*.java

  SPARK_JARS="$work/spark/jars" jobs/test/image.sh "$work/image" archive
  prepare_campaign "$epdi" "$grids"
  mkdir -p "$work/api/pods" "$work/less/jars"
  chmod -R a+rX "$work/grids" "$work/bundle" "$work/next"
  chmod a+rwx "$work/api/pods"
  kubernetes serve "$work/api" "$work/image" "$work/spark" "$work/image/environment" \
    "$quick -Djdk.net.hosts.file=$work/api/hosts" "${container[*]-}" >"$work/kubernetes.log" 2>&1 &
  started+=($!)
  await 60 "Kubernetes' API" test -e "$work/api/port"
  server="http://localhost:$(<"$work/api/port")"
}

kubernetes() { # word arguments...
  # shellcheck disable=SC2086  # several options
  "$java" -Xmx256m $quick -Dlog4j2.configurationFile="$work/driver.properties" -Dkubernetes.disable.autoConfig=true \
    -cp "$work/classes:$(<"$work/kubernetes")" io.github.epdi.kubernetes.KubernetesMain "$@"
}

# What was created since the last time.
checked() { # what
  kubernetes check "$work/api" "$home" "$1"
}

forget() {
  rm -rf "$work/api/created"/* "$work/api/requests"
}

# Words of the command of jobs/README.md that names this one, one a line, for the server that is there.
documented() { # word
  sed -e ':a' -e '/\\$/N; s/\\\n */ /; ta' jobs/README.md | grep '^jobs/epdi screen .*--master k8s:' | grep -- "$1" |
    sed -e 's/^jobs.epdi //' -e "s#k8s://[^ ]*#k8s://$server#" -e "s#s3a://[^ ]*#$work/campaign.yaml#" | xargs -n 1
}

settled=(--conf spark.kubernetes.namespace=running --conf spark.executor.instances=2 --conf spark.executor.cores=1
  --conf spark.executor.memory=700m --conf spark.executor.memoryOverhead=1g --conf spark.driver.memory=700m
  --conf spark.ui.enabled=false --conf spark.kubernetes.allocation.batch.delay=1s --conf spark.executor.heartbeatInterval=5s
  --conf spark.network.timeout=60s)

output() { # case
  mkdir -p "$work/$1"
  chmod a+rwx "$work/$1"
}

same() { # case
  said "$1" "$grids grids screened, 0 rejected" && tests ClusterMain compare "$work/reference" "$work/$1" good
}

# Code 2, and the last line says why. What Spark itself logs before it is left as it is.
refuses() { # case pattern arguments of screen...
  local code=0
  timeout 120 "$epdi" screen --campaign "$work/campaign.yaml" --set "output=$work/refused" "${@:3}" \
    >"$work/$1.out" 2>&1 || code=$?
  if ((code != 2)) || ! tail -n 1 "$work/$1.out" | grep -q -- "$2"; then
    echo "Code $code, and said:" && cat "$work/$1.out"
    return 1
  fi
}

# --- the cases ------------------------------------------------------------------------------------

case_reference() { # in one process
  timeout "$limit" "$epdi" screen --master 'local[2]' --campaign "$work/campaign.yaml" --set "output=$work/reference" \
    >"$work/reference.out" 2>&1 || { cat "$work/reference.out" && return 1; }
  said reference "$grids grids screened, 0 rejected"
}

case_submitted() { # the page's command, in cluster mode; its pod is not run
  local words
  mapfile -t words < <(documented deployMode=cluster)
  "$epdi" "${words[@]}" --conf spark.kubernetes.submission.waitAppCompletion=false >"$work/submitted.out" 2>&1 ||
    { cat "$work/submitted.out" && return 1; }
  checked submitted
}

case_refused() {
  refuses secret 'cannot submit to Kubernetes with spark.hadoop.fs.s3a.secret.key: expected a reference' \
    --master "k8s://$server" --conf spark.hadoop.fs.s3a.secret.key=s3cr3t &&
    SPARK_HOME="$work/less" refuses without 'no Spark with Kubernetes found' --master "k8s://$server" &&
    refuses down 'Cannot start Spark on k8s://http://localhost:1: ' --master k8s://http://localhost:1 \
      --conf spark.kubernetes.container.image=image
}

executors() { pgrep -f "^[^ ]*java .*KubernetesExecutorBackend .*$work|^[^ ]*java .*$work.*KubernetesExecutorBackend"; }

running_task() { # an executor, and a piece that is being written
  executors && compgen -G "$work/job/_data/*/pieces/*/_temporary/*"
}

case_job() { # the job of cronjob.yaml with graphics processors: an executor SIGKILLed, and Kubernetes gives another
  local words devices
  mapfile -t words < <(kubernetes arguments jobs/schedule/cronjob.yaml | sed -e "s#https://kubernetes.default.svc#$server#" -e "s#s3a://.*#$work/campaign.yaml#")
  mapfile -t devices < <(documented gpu.vendor | grep -A 1 -x -- --conf | grep -B 1 resource.gpu | grep -v -x -- -- |
    sed "s#=/opt/spark/#=$work/spark/#") # a setting, which Spark gives to executors itself
  output job
  # shellcheck disable=SC2046
  timeout "$limit" "${container[@]}" env $(<"$work/image/environment") SPARK_HOME="$work/spark" HOME=/nonexistent \
    "$epdi" "${words[@]/#--quiet/--verbose}" "${settled[@]}" "${devices[@]}" --conf spark.task.resource.gpu.amount=0.5 \
    --set limits.max_starts=3 --set "output=$work/job" >"$work/job.out" 2>&1 &
  driver=$!
  started+=("$driver")
  await 60 "an executor with a task" running_task || { cat "$work/job.out" && return 1; }
  kill -KILL "$(executors | head -n 1)" || return 1
  ended job && same job && checked devices
}

case_cluster() { # the driver in a pod of its own
  local words
  mapfile -t words < <(documented deployMode=cluster)
  output cluster
  timeout "$limit" "$epdi" "${words[@]}" "${settled[@]}" --set "output=$work/cluster" \
    --conf "spark.kubernetes.driver.master=$server" >"$work/cluster.out" 2>&1 || { cat "$work/cluster.out" && return 1; }
  cat "$work"/api/pods/*driver*/log >>"$work/cluster.out"
  same cluster && checked executors
}

# --- all of it ------------------------------------------------------------------------------------

wanted=("$@")
[[ $# == 0 ]] && wanted=(submitted refused job cluster)

prepare >"$work/prepare.out" 2>&1 || { cat "$work/prepare.out" && exit 1; }
echo "ready (${SECONDS} s): $grids grids, Kubernetes' API"
run_case reference
if ((failures == 0)); then
  for name in "${wanted[@]}"; do
    forget
    run_case "$name"
  done
fi
echo "$((failures)) of $((${#wanted[@]} + 1)) failed, $SECONDS s"
exit $((failures > 0))
