-- Which doped materials have a lower 2D percolation barrier than their pristine host?
-- Pristine means the same host, phase, number of layers and side without dopants; of several such
-- (other cells) the lowest barrier counts. Most lowered first.
WITH pristine AS (
  SELECT host, phase, layers, side, min(percolation_2d_ev) AS pristine_ev
  FROM materials
  WHERE CAST(dopants AS STRING) = '[]' AND percolation_2d_ev IS NOT NULL
  GROUP BY host, phase, layers, side
)
SELECT
  m.host, m.phase, m.material_id, m.side, m.dopants, m.percolation_2d_ev, p.pristine_ev,
  m.percolation_2d_ev - p.pristine_ev AS change_ev
FROM materials m
JOIN pristine p
  ON p.host = m.host AND p.phase = m.phase AND p.layers = m.layers AND p.side = m.side
WHERE CAST(m.dopants AS STRING) <> '[]' AND m.percolation_2d_ev < p.pristine_ev
ORDER BY change_ev, m.material_id, m.side
