-- The tables of an output folder in DuckDB, by its newest manifest, as in `epdi query`: materials,
-- ... with each material's newest result, all_materials, ... with the rows of all runs. Before it:
--   SET VARIABLE results = 'results';
SET VARIABLE manifest =
  (SELECT max(file) FROM glob(getvariable('results') || '/_manifests/*.json'));
SET VARIABLE tables =
  (SELECT tables FROM read_json(getvariable('manifest'), columns = {tables: 'JSON'}));
CREATE OR REPLACE TEMP MACRO files(name) AS
  list_transform(
    json_extract_string(getvariable('tables'), '$.' || name || '[*].path'),
    path -> getvariable('results') || '/' || path);
-- Newer runs may have more columns, which are null in older ones.
CREATE OR REPLACE TEMP VIEW all_materials AS
  SELECT * FROM read_parquet(files('materials'), union_by_name = true);
CREATE OR REPLACE TEMP VIEW all_barriers AS
  SELECT * FROM read_parquet(files('barriers'), union_by_name = true);
CREATE OR REPLACE TEMP VIEW all_sites AS
  SELECT * FROM read_parquet(files('sites'), union_by_name = true);
CREATE OR REPLACE TEMP VIEW all_hops AS
  SELECT * FROM read_parquet(files('hops'), union_by_name = true);
CREATE OR REPLACE TEMP VIEW all_grids AS
  SELECT * FROM read_parquet(files('grids'), union_by_name = true);
CREATE OR REPLACE TEMP VIEW all_rejects AS
  SELECT * FROM read_parquet(files('rejects'), union_by_name = true);
CREATE OR REPLACE TEMP VIEW all_runs AS
  SELECT * FROM read_parquet(files('runs'), union_by_name = true);
-- Commits are in the order of the manifest's runs.
CREATE OR REPLACE TEMP VIEW commits AS
  SELECT unnest(runs) AS run_id, generate_subscripts(runs, 1) AS number
  FROM (SELECT json_extract_string(getvariable('tables'), '$.runs[*].run_id') AS runs);
CREATE OR REPLACE TEMP VIEW newest AS
  SELECT material_id, arg_max(run_id, number) AS run_id
  FROM (
    SELECT run_id, material_id FROM all_grids UNION ALL SELECT run_id, material_id FROM all_rejects)
  JOIN commits USING (run_id)
  GROUP BY material_id;
CREATE OR REPLACE TEMP VIEW materials AS
  SELECT * FROM all_materials SEMI JOIN newest USING (run_id, material_id);
CREATE OR REPLACE TEMP VIEW barriers AS
  SELECT * FROM all_barriers SEMI JOIN newest USING (run_id, material_id);
CREATE OR REPLACE TEMP VIEW sites AS
  SELECT * FROM all_sites SEMI JOIN newest USING (run_id, material_id);
CREATE OR REPLACE TEMP VIEW hops AS
  SELECT * FROM all_hops SEMI JOIN newest USING (run_id, material_id);
CREATE OR REPLACE TEMP VIEW grids AS
  SELECT * FROM all_grids SEMI JOIN newest USING (run_id, material_id);
CREATE OR REPLACE TEMP VIEW rejects AS
  SELECT * FROM all_rejects SEMI JOIN newest USING (run_id, material_id);
CREATE OR REPLACE TEMP VIEW runs AS SELECT * FROM all_runs;
