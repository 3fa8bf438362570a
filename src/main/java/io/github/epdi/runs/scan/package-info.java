/**
 * Tables for Spark over an exact list of Parquet files, without rows that are hidden. Spark pushes
 * filters and columns down into the files, and no folder is ever listed. Which files and which
 * rows, {@code runs} says. May be imported by runs. Imports nothing of ours.
 */
package io.github.epdi.runs.scan;
