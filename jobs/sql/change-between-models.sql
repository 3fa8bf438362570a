-- How do results change from one model to another? Every material that two runs screened with
-- different models; the earlier run is "before". Largest change of the 2D percolation barrier first.
WITH results AS (
  SELECT m.*, r.model_digest, r.started_ms
  FROM all_materials m
  JOIN runs r ON r.run_id = m.run_id
)
SELECT
  a.material_id, a.side, b.run_id AS run_before, a.run_id AS run_after,
  b.percolation_2d_ev AS percolation_2d_before_ev, a.percolation_2d_ev AS percolation_2d_after_ev,
  a.percolation_2d_ev - b.percolation_2d_ev AS percolation_2d_change_ev,
  a.adsorption_energy_ev - b.adsorption_energy_ev AS adsorption_energy_change_ev
FROM results a
JOIN results b
  ON b.material_id = a.material_id AND b.side = a.side
  AND b.model_digest <> a.model_digest AND b.started_ms < a.started_ms
ORDER BY
  abs(a.percolation_2d_ev - b.percolation_2d_ev) DESC NULLS LAST, a.material_id, a.side,
  b.started_ms, a.started_ms
