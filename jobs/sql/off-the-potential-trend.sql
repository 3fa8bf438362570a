-- Which sites bind otherwise than their mean local electrostatic potential suggests?
-- For each host group and kind of site a line through all symmetry-unique sites, by least squares;
-- a large residual is chemistry that the potential alone does not show, or an error. Groups in which
-- the potential does not vary have no line and are left out.
WITH points AS (
  SELECT
    m.host_group, s.material_id, s.side, s.site_id, s.kind, s.mean_local_potential_ev AS x,
    s.binding_energy_ev AS y
  FROM sites s
  JOIN materials m
    ON m.run_id = s.run_id AND m.material_id = s.material_id AND m.side = s.side
  WHERE s.site_id = s.representative
),
means AS (
  SELECT host_group, kind, count(*) AS sites, avg(x) AS mean_x, avg(y) AS mean_y
  FROM points
  GROUP BY host_group, kind
),
slopes AS (
  SELECT
    p.host_group, p.kind,
    sum((p.x - c.mean_x) * (p.y - c.mean_y))
      / nullif(sum((p.x - c.mean_x) * (p.x - c.mean_x)), 0) AS slope
  FROM points p
  JOIN means c ON c.host_group = p.host_group AND c.kind = p.kind
  GROUP BY p.host_group, p.kind
  HAVING sum((p.x - c.mean_x) * (p.x - c.mean_x)) > 0
)
SELECT
  p.host_group, p.kind, c.sites, l.slope, p.material_id, p.side, p.site_id,
  p.x AS mean_local_potential_ev, p.y AS binding_energy_ev,
  p.y - (c.mean_y + l.slope * (p.x - c.mean_x)) AS residual_ev
FROM points p
JOIN means c ON c.host_group = p.host_group AND c.kind = p.kind
JOIN slopes l ON l.host_group = p.host_group AND l.kind = p.kind
WHERE c.sites > 2
ORDER BY abs(p.y - (c.mean_y + l.slope * (p.x - c.mean_x))) DESC, p.material_id, p.side, p.site_id
