/**
 * The command {@code epdi query}, which answers one SELECT over the tables of an output as text,
 * CSV, JSON or Parquet. Only the command line's main class imports it.
 */
package io.github.epdi.cli.query;
