-- Which materials are among the ten with the lowest 2D percolation barrier, and how sure is that?
-- p_top10 is the probability, rank_low to rank_high the ranks in 80 % of joint draws of all barriers
-- from their intervals. The table ranking is computed from the newest results; no run writes it.
SELECT
  r.rank, r.material_id, r.side, r.percolation_2d_ev, r.percolation_2d_low_ev,
  r.percolation_2d_high_ev, r.p_top10, r.rank_expected, r.rank_low, r.rank_high, m.flags
FROM ranking r
JOIN materials m ON m.material_id = r.material_id AND m.side = r.side
WHERE r.rank <= 10 OR r.p_top10 >= 0.05
ORDER BY r.rank, r.material_id, r.side
