/**
 * Turns a row record into columns. It holds the annotations that declare a column's name, type,
 * unit and meaning, the encoder that turns records into Spark rows and back, plain values for JSON,
 * and the documents that describe a table to readers of its files.
 *
 * <p>Imports nothing of ours. May be imported by the tables of runs, data sets and studies, and by
 * whoever needs the name of a column.
 */
package io.github.epdi.tables.encoding;
