-- On which materials does lithium run along channels: easy in one direction, hard in two?
-- Gap between the 2D and the 1D percolation barrier; without a 2D barrier the channel is closed off
-- entirely, and the material comes first.
SELECT
  material_id, side, host, dopants, percolation_1d_ev, percolation_2d_ev,
  percolation_2d_ev - percolation_1d_ev AS gap_ev
FROM materials
WHERE percolation_1d_ev IS NOT NULL
  AND (percolation_2d_ev IS NULL OR percolation_2d_ev > percolation_1d_ev)
ORDER BY gap_ev DESC NULLS FIRST, percolation_1d_ev, material_id, side
