/**
 * Registers runs in catalogs of Apache Iceberg. No file of a run is copied or changed.
 *
 * <p>Each table of a run is published twice: {@code all_<table>} has the rows of all runs, and
 * {@code <table>} each material's newest result. A run is one snapshot in every table, with the
 * run's id and the number of its manifest in the summary. Where a run has results of materials that
 * earlier runs have too, its snapshot deletes those by the material's id before it adds its own
 * files. What a table has is said by its properties, which change together with its rows.
 *
 * <p>Only {@code publish} may reach in here, by one interface and without naming a class, because
 * Iceberg is not on the class path (see there). Imports publish, runs, tables, structure and
 * org.apache.iceberg.
 */
package io.github.epdi.publish.iceberg;
