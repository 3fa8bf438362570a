package io.github.epdi.runs;

import org.apache.spark.sql.catalyst.trees.Origin;
import scala.Option;

/** Where in a query something stands, for messages. */
final class SqlPosition {
  private SqlPosition() {}

  /** " (line 2, column 5)", both from 1; "" where the parser kept none. */
  static String of(Origin origin) {
    return of(origin.line(), origin.startPosition());
  }

  static String of(Option<Object> line, Option<Object> startPosition) {
    return line.isEmpty() || startPosition.isEmpty()
        ? ""
        : " (line " + line.get() + ", column " + (1 + (Integer) startPosition.get()) + ")";
  }
}
