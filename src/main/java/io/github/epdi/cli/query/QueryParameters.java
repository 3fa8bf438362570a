package io.github.epdi.cli.query;

import io.github.epdi.structure.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values for the markers of a query from the command line. */
final class QueryParameters {
  private QueryParameters() {}

  /**
   * Returns values by name from texts of the form {@code name=value}. Values are Long, Double,
   * Boolean or String.
   */
  static Map<String, Object> values(List<String> parameters) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      if (equals < 1) {
        throw new InputException(
            "Cannot use --param " + parameter + ": expected name=value, found no value");
      }
      values.put(parameter.substring(0, equals), value(parameter.substring(equals + 1)));
    }
    return values;
  }

  private static Object value(String written) {
    if (written.matches("'.*'")) {
      return written.substring(1, written.length() - 1);
    }
    if (written.matches("[+-]?\\d{1,18}")) {
      return Long.valueOf(written);
    }
    if (written.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
      return Double.valueOf(written);
    }
    return written.equals("true") || written.equals("false") ? Boolean.valueOf(written) : written;
  }
}
