/**
 * {@code epdi query}: one SELECT over the tables of an output, answered as text, CSV, JSON or
 * Parquet. Only the command line's main class imports it.
 */
package io.github.epdi.cli.query;
