/**
 * Reads rows of tables out of Parquet files in this JVM, without a Spark session: for answers that
 * need a few columns or a few rows, and would wait for Spark to start.
 */
package io.github.epdi.tables.parquet;
