package io.github.epdi.runs;

import org.apache.spark.sql.catalyst.trees.Origin;
import scala.Option;

/** Describes a position in a query for messages. */
final class SqlPosition {
  private SqlPosition() {}

  /**
   * Returns a text such as " (line 2, column 5)", both counted from 1. It is empty if the parser
   * kept no position.
   */
  static String of(Origin origin) {
    return of(origin.line(), origin.startPosition());
  }

  static String of(Option<Object> line, Option<Object> startPosition) {
    return line.isEmpty() || startPosition.isEmpty()
        ? ""
        : " (line " + line.get() + ", column " + (1 + (Integer) startPosition.get()) + ")";
  }
}
