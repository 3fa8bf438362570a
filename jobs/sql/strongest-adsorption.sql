-- Where is lithium bound most strongly, and over which kind of site?
-- T: above a metal, H: hollow. preference_ev is negative where T is the better place.
SELECT
  material_id, side, host_group, formula, adsorption_site, adsorption_energy_ev,
  adsorption_energy_t_ev - adsorption_energy_h_ev AS preference_ev
FROM materials
ORDER BY adsorption_energy_ev, material_id, side
LIMIT 20
