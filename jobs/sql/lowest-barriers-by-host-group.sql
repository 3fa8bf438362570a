-- Which five materials of each host group let lithium cross the whole surface most easily?
-- Lowest 2D percolation barrier first; materials that never percolate in 2D are left out.
WITH ranked AS (
  SELECT
    host_group, material_id, side, formula, phase, percolation_2d_ev, percolation_1d_ev,
    lowest_barrier_ev,
    row_number() OVER (
      PARTITION BY host_group ORDER BY percolation_2d_ev, material_id, side
    ) AS place
  FROM materials
  WHERE percolation_2d_ev IS NOT NULL
)
SELECT *
FROM ranked
WHERE place <= 5
ORDER BY host_group NULLS LAST, place
