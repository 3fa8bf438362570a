#!/usr/bin/env bash
# Trains the bundle of the demo campaign anew, from the shared DFT set beside the checkout, into
# jobs/demo/bundle-new. About twenty minutes on one core; it goes on where it was stopped.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
dft="${1:-$home/../shared/dft}"
exec "$home/jobs/epdi" train --labels "$dft/labels.csv" --grids "$dft" \
  --out "$home/jobs/demo/bundle-new" --level-of-theory "$home/jobs/demo/level-of-theory.yaml" \
  --validation-materials MoS2-W --test-materials WS2-Ti,TiS2-V \
  --epochs 70 --images-per-site 3 --pixels 64 --batch 16 --copies 4 --seed 1
