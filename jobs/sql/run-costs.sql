-- What did each run cost, and how fast was it? Newest first.
SELECT
  run_id, campaign_name, grids, rejects, images, network_evaluations,
  (finished_ms - started_ms) / 1e3 AS seconds,
  images / nullif((finished_ms - started_ms) / 1e3, 0) AS images_per_second,
  network_evaluations / nullif((finished_ms - started_ms) / 1e3, 0) AS evaluations_per_second,
  bytes_read / 1e6 AS megabytes_read, device, application_version
FROM runs
ORDER BY started_ms DESC, run_id
