-- By which path does lithium move most easily on each material, and what does it meet on the way?
-- Energies at the five points T, B, H, B', T' of the path with the lowest forward barrier.
WITH ranked AS (
  SELECT
    b.*,
    row_number() OVER (
      PARTITION BY material_id, side ORDER BY forward_barrier_ev, path_id
    ) AS place
  FROM barriers b
)
SELECT
  material_id, side, path_id, multiplicity, forward_barrier_ev, reverse_barrier_ev,
  reaction_energy_ev, positions_angstrom, energies_ev
FROM ranked
WHERE place = 1
ORDER BY forward_barrier_ev, material_id, side
