#!/usr/bin/env bash
# How wrong the shipped model is on materials that it has not seen: labels, grids and levels of the DFT set, each material
# and each host left out in turn, the paper's random split. Prints the figures of README.md beside this file, and puts
# every left-out prediction and the picture in results/. Half a minute on two cores; nothing random but the bootstrap and
# the draws of the random split, whose seeds are fixed.
#   jobs/study/materials.sh              our own set, ../shared/dft2
#   jobs/study/materials.sh FOLDER       labels.csv, NAME.cube.gz and NAME.out of your own
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
set_folder="${1:-$home/../shared/dft2}"
out="$home/study/affinity"

"$home/jobs/epdi" train --labels "$set_folder/labels.csv" --grids "$set_folder" \
  --level-of-theory "$home/jobs/demo/level-of-theory.yaml" --restart --out "$out"
if [[ $# -eq 0 ]]; then
  cp "$out/evaluation.csv" "$home/jobs/study/results/left-out-materials.csv"
  cp "$out/left-out.svg" "$home/jobs/study/results/left-out-materials.svg"
  cp "$out/reliability.svg" "$home/jobs/study/results/reliability.svg"
  echo "results/left-out-materials.csv and .svg and reliability.svg are written anew in jobs/study."
fi
