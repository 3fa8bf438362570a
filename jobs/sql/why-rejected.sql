-- Why were grids rejected? Each code with its count and one example (the first file by name).
-- Only materials whose newest result is a reject; all_rejects has the ones that were mended since.
SELECT
  code, count(*) AS grids, min_by(material_id, input_uri) AS example_material,
  min_by(message, input_uri) AS example_message
FROM rejects
GROUP BY code
ORDER BY grids DESC, code
