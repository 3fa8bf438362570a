package io.github.epdi.cli.query;

import java.io.IOException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Writes the rows of an answer one by one without keeping any of them. */
interface AnswerWriter {
  /** Writes what comes before the rows. */
  void begin(StructType columns) throws IOException;

  /** Writes one row. */
  void row(Row row) throws IOException;

  /** Writes what comes after the rows. It does not close the output. */
  void end() throws IOException;
}
