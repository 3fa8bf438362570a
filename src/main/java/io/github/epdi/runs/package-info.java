/**
 * Runs on storage: their pieces and tables, the manifests that make them visible, and queries over
 * what is visible.
 *
 * <p>Below one output folder, {@code _data/<run_id>/pieces/<n>-<uuid>/} holds nested results and
 * {@code _data/<run_id>/tables/<table>/<uuid>/} the flat tables made from them. {@code
 * _manifests/<number>.json} tells which files of which tables are visible. Only the manifest with
 * the highest number counts, and no file is ever overwritten in place. May be imported by
 * screening, report, spark and cli. Imports ranking, structure and tables.
 */
package io.github.epdi.runs;
