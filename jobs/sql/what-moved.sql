-- What moved in the ranking between the last two results of each material, and why?
-- "before" and "after" are the two newest runs with energies of it; ranks are counted within all such
-- pairs. Moved says whether the new barrier lies outside of the old one's interval.
WITH results AS (
  SELECT
    m.run_id, m.material_id, m.side, m.percolation_2d_ev, m.percolation_2d_low_ev,
    m.percolation_2d_high_ev, m.electron_affinity_ev, m.flags, r.model_digest, r.algorithm_version,
    r.started_ms, g.length_bytes, g.modified_ms, g.input_uri,
    row_number() OVER (
      PARTITION BY m.material_id, m.side ORDER BY r.started_ms DESC, m.run_id DESC) AS newest
  FROM all_materials m
  JOIN runs r ON r.run_id = m.run_id
  JOIN all_grids g ON g.run_id = m.run_id AND g.material_id = m.material_id
  WHERE m.members > 0
),
pairs AS (
  SELECT
    a.material_id, a.side, b.run_id AS run_before, a.run_id AS run_after,
    b.percolation_2d_ev AS percolation_2d_before_ev, a.percolation_2d_ev AS percolation_2d_after_ev,
    a.percolation_2d_ev - b.percolation_2d_ev AS percolation_2d_change_ev,
    a.percolation_2d_ev < b.percolation_2d_low_ev
      OR a.percolation_2d_ev > b.percolation_2d_high_ev AS moved,
    a.model_digest <> b.model_digest AS other_model,
    a.algorithm_version <> b.algorithm_version AS other_algorithm,
    a.input_uri <> b.input_uri OR a.length_bytes <> b.length_bytes
      OR a.modified_ms <> b.modified_ms AS other_grid,
    a.electron_affinity_ev <> b.electron_affinity_ev AS other_levels,
    CAST(a.flags AS STRING) <> CAST(b.flags AS STRING) AS other_flags
  FROM results a
  JOIN results b ON b.material_id = a.material_id AND b.side = a.side AND b.newest = 2
  WHERE a.newest = 1
)
SELECT
  p.*,
  rank() OVER (ORDER BY percolation_2d_before_ev NULLS LAST) AS rank_before,
  rank() OVER (ORDER BY percolation_2d_after_ev NULLS LAST) AS rank_after
FROM pairs p
ORDER BY abs(percolation_2d_change_ev) DESC NULLS LAST, material_id, side
