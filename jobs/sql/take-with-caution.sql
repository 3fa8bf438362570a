-- Which results carry a remark, or come from grids of another level of theory than the model's?
-- An empty list reads [] as text, in Spark and in DuckDB.
SELECT material_id, side, percolation_2d_ev, level_of_theory_mismatch, flags
FROM materials
WHERE CAST(level_of_theory_mismatch AS STRING) <> '[]' OR CAST(flags AS STRING) <> '[]'
ORDER BY material_id, side
