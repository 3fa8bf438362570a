#!/usr/bin/env bash
# Does the image help beside electronic levels, on materials that nobody trained on? A network learns to name the
# potentials of made-up slabs, then those of the DFT slabs (their labels stay unread). Its features, and the network
# fine-tuned through all layers, then predict what the regressions of the shipped model leave on left-out materials.
# Prints the tables from which those of "The image beside the levels" in README.md beside this file are taken, and keeps
# them with all steps in study/image; a step that is done is not done again. About an hour on one core.
#   jobs/study/image-beside-levels.sh
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
epdi="$home/jobs/epdi"
work="$home/study/image"
mkdir -p "$work"
export OMP_NUM_THREADS=1
images=(--encoding planes --heights "1.5,2.0,3.0" --pixels 32 --images-per-site 1 --turns hexagonal --seed 1)

if [[ ! -d "$work/synthetic" ]]; then
  "$epdi" synthesize --out "$work/synthetic" --count 200
fi
synthetic="$work/synthetic.safetensors"
if [[ ! -f "$synthetic" ]]; then
  "$epdi" pretrain --grids "$work/synthetic" "${images[@]}" --sites-per-grid 6 \
    --epochs 8 --batch 32 --lr 0.002 --out "$synthetic"
fi
surface="$work/surface.safetensors"
if [[ ! -f "$surface" ]]; then
  "$epdi" pretrain --grids "$home/../shared/dft2" "${images[@]}" --sites-per-grid 20 --shifted 2 --held-out 0 \
    --start "$synthetic" --epochs 16 --batch 32 --lr 0.001 --out "$surface"
fi

cd "$home"
mvn -o -q test -Dtest=ImageBesideLevelsTest -Depdi.image-study="$work"
cat "$work/heads.md" "$work/all-layers.md"
