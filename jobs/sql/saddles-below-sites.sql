-- Which bridges lie below one of their two sites? The midpoint is then no saddle, and one of the
-- two sites no minimum: look at the curve before you believe the barrier. One row for each set of
-- equivalent hops, deepest first.
SELECT
  material_id, side, hop_id, multiplicity, site_a, site_b, binding_energy_ev,
  site_a_binding_energy_ev, site_b_binding_energy_ev,
  greatest(site_a_binding_energy_ev, site_b_binding_energy_ev) - binding_energy_ev AS depth_ev
FROM hops
WHERE saddle_below_site AND hop_id = representative
ORDER BY depth_ev DESC, material_id, side, hop_id
