package io.github.epdi.cli.query;

import java.io.IOException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Writes the rows of an answer one by one, holding none of them. */
interface AnswerWriter {
  /** What comes before the rows. */
  void begin(StructType columns) throws IOException;

  /** One row. */
  void row(Row row) throws IOException;

  /** What comes after the rows; does not close what is written to. */
  void end() throws IOException;
}
