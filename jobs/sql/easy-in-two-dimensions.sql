-- On which materials can lithium spread over the whole surface below 0.3 eV?
-- Change the limit here:
WITH parameters AS (SELECT 0.3 AS limit_ev)
SELECT
  m.material_id, m.side, m.host, m.dopants, m.percolation_2d_ev, m.percolation_2d_std_ev,
  m.percolation_2d_above_lowest_ev, m.adsorption_energy_ev
FROM materials m
CROSS JOIN parameters p
WHERE m.percolation_2d_ev < p.limit_ev
ORDER BY m.percolation_2d_ev, m.material_id, m.side
