/**
 * Runs on storage: pieces, tables, the manifests that make them visible, and queries of what is
 * visible.
 *
 * <p>Below one output folder: {@code _data/<run_id>/pieces/<n>-<uuid>/} holds nested results,
 * {@code _data/<run_id>/tables/<table>/<uuid>/} the flat tables projected from them, {@code
 * _manifests/<number>.json} says which files of which tables are visible. The manifest of the
 * highest number is the only truth; nothing is ever overwritten in place. May be imported by
 * screening, report and cli; imports structure and tables.
 */
package io.github.epdi.runs;
