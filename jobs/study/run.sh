#!/usr/bin/env bash
# The study of accuracy from nothing: synthetic grids, initial weights, trainings, tables, figure.
# Each step goes on where it was stopped; all of it is a few hours on two cores. Results: study/.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
epdi="$home/jobs/epdi"
work="$home/study"
dft="$home/../shared/dft"
images=(--encoding planes --heights "1.5,2.0,3.0" --pixels 32 --images-per-site 1)
mkdir -p "$work/start"

# 600 slabs that no calculation was made of, and a network that learns to name their potentials.
"$epdi" synthesize --out "$work/synthetic" --count 600
synthetic="$work/start/densenet121-planes-32.safetensors"
if [[ ! -f "$synthetic" ]]; then
  "$epdi" pretrain --grids "$work/synthetic" "${images[@]}" --sites-per-grid 6 \
    --epochs 20 --batch 64 --lr 0.002 --out "$synthetic"
fi

# For the bridge residual: the same on the potentials (not the labels) of the DFT slabs, at and
# around their stable sites.
surfaces=(--grids "$dft" "${images[@]}" --kinds "T,H" --shifted 15 --turns hexagonal
  --sites-per-grid 20 --held-out 0 --batch 32 --lr 0.001)
first="$work/start/first-surface-densenet121-planes-32.safetensors"
if [[ ! -f "$first" ]]; then
  "$epdi" pretrain "${surfaces[@]}" --start "$synthetic" --epochs 12 --seed 1 --out "$first"
fi
surface="$work/start/surface-densenet121-planes-32.safetensors"
if [[ ! -f "$surface" ]]; then
  "$epdi" pretrain "${surfaces[@]}" --start "$first" --epochs 24 --seed 2 --out "$surface"
fi

# VGG16 holds 138 million weights several times over.
EPDI_JAVA_OPTS="${EPDI_JAVA_OPTS:--Xmx10g}" exec "$epdi" study --plan "$home/jobs/study/study.yaml" --out "$work/results" "$@"
