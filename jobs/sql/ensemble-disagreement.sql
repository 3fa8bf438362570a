-- Where do the members of the ensemble disagree most? Such materials are worth a DFT calculation.
-- Standard deviations over the members, in eV: of the 2D percolation barrier, of the adsorption
-- energy, and of the worst single site and bridge.
WITH worst_site AS (
  SELECT run_id, material_id, side, max(binding_energy_std_ev) AS worst_site_std_ev
  FROM sites
  GROUP BY run_id, material_id, side
),
worst_bridge AS (
  SELECT run_id, material_id, side, max(binding_energy_std_ev) AS worst_bridge_std_ev
  FROM hops
  GROUP BY run_id, material_id, side
)
SELECT
  m.material_id, m.side, m.members, m.percolation_2d_ev, m.percolation_2d_std_ev,
  m.adsorption_energy_std_ev, s.worst_site_std_ev, b.worst_bridge_std_ev
FROM materials m
LEFT JOIN worst_site s
  ON s.run_id = m.run_id AND s.material_id = m.material_id AND s.side = m.side
LEFT JOIN worst_bridge b
  ON b.run_id = m.run_id AND b.material_id = m.material_id AND b.side = m.side
WHERE m.members > 1
ORDER BY m.percolation_2d_std_ev DESC NULLS LAST, m.material_id, m.side
