/**
 * The tables of an output folder for any Spark session: the data source {@code epdi} and the
 * catalog {@link io.github.epdi.spark.ScreeningCatalog}. Both read only, and show the same rows as
 * {@code epdi query}. Spark finds them by name; nothing of ours imports this package. Imports runs,
 * tables, grid and structure.
 */
package io.github.epdi.spark;
