#!/usr/bin/env bash
# What a campaign takes on a standalone cluster, by the size of its grids and of its images and by the number of
# Workers with one core: the measured rows of jobs/sizing.md. Grids and weights are made by formula, which cost what
# real ones cost.
#   jobs/test/sizing.sh                        all rows, nine minutes on two quiet cores
#   jobs/test/sizing.sh SPACING:GRIDS:PIXELS...  these: greatest distance of grid points (Angstrom), how many grids,
#                                              pixels of an image
# LIMIT=300 seconds for a submission; KEEP=1 leaves the working folder there.
set -euo pipefail

# shellcheck source=jobs/test/processes.sh
source "$(dirname "${BASH_SOURCE[0]}")/processes.sh"
# shellcheck source=jobs/test/standalone.sh
source "$(dirname "${BASH_SOURCE[0]}")/standalone.sh"
made=4 # grids that are made of each spacing; more are links to them

rows=("$@")
[[ $# == 0 ]] && rows=(0.4:64:32 0.2:32:32 0.1:16:32 0.07:8:32 0.4:8:96 0.4:8:224 0.1:8:224)

grids_of() { # spacing count: a folder with them
  local folder="$work/grids-$1" links="$work/inputs-$1-$2" grid copy
  [[ -d "$folder" ]] || "$work/app/jobs/epdi" synthesize --quiet --out "$folder" --count "$made" --spacing "$1" --master 'local[2]' >/dev/null
  if [[ ! -d "$links" ]]; then
    mkdir "$links"
    for ((copy = 0; copy < $2 / made; copy++)); do
      for grid in "$folder"/*.LOCPOT; do
        ln "$grid" "$links/$copy-${grid##*/}"
      done
    done
  fi
  echo "$links"
}

measured() { # workers spacing:grids:pixels
  local spacing count pixels inputs name seconds
  IFS=: read -r spacing count pixels <<<"$2"
  name="$1-$spacing-$count-$pixels"
  inputs="$(grids_of "$spacing" "$count")"
  [[ -d "$work/bundle-$pixels" ]] || tests ClusterMain bundle "$work/bundle-$pixels" "$pixels"
  printf 'name: sizing\ninputs: ["%s/*"]\nmodel: {bundle: "%s"}\noutput: "%s"\n' \
    "$inputs" "$work/bundle-$pixels" "$work/$name" >"$work/$name.yaml"
  watch_memory "$work/$name.memory" &
  timeout "$limit" "$work/app/jobs/epdi" screen --master "$master_url" --campaign "$work/$name.yaml" \
    --conf spark.executor.memory=900m --conf spark.ui.enabled=false --conf "spark.executor.extraJavaOptions=-Dai.djl.offline=true" \
    >"$work/$name.out" 2>&1 || { cat "$work/$name.out" && return 1; }
  touch "$work/$name.memory.stop"
  wait $! || true
  said "$name" "$count grids screened, 0 rejected"
  seconds="$(sed -n 's/^Run .* evaluations, \([0-9.]*\) s.*/\1/p' "$work/$name.out")"
  printf '| %s | %s of %s MB | %s | %s | %s | %s |\n' "$1" "$count" \
    "$(stat -Lc %s "$inputs"/* | awk '{ sum += $1 } END { printf "%.1f", sum / NR / 1e6 }')" "$pixels" "$seconds" \
    "$(awk -v s="$seconds" -v n="$count" -v w="$1" 'BEGIN { printf "%.2f", s * w / n }')" \
    "$(sed 's/.*driver \([0-9]*\) MB, executor \([0-9]*\) MB/\1 | \2/' "$work/$name.memory")"
}

prepare_program
standalone_spark
archived="" # as an operator starts them
start_master
echo "| Workers | grids | pixels | seconds | core seconds a grid | driver, MB | executor, MB |"
echo "|---|---|---|---|---|---|---|"
for workers_now in 1 2; do
  start_worker
  for row in "${rows[@]}"; do
    measured "$workers_now" "$row"
    rm -rf "$work"/worker*/app-*
  done
done
