package io.github.epdi.spark;

import io.github.epdi.grid.Credentials;
import io.github.epdi.runs.RunQueries;
import io.github.epdi.runs.RunViews;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.NearestName;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * What a person asks of the data source.
 *
 * @param table name of a table, as {@code epdi query} knows it
 * @param path the output folder
 * @param manifest number of a manifest; null for the newest
 */
record SourceOptions(String table, String path, String manifest) {
  private static final String TABLE = "table";
  private static final String PATH = "path";
  private static final String MANIFEST = "manifest";
  private static final List<String> NAMES = List.of(TABLE, PATH, MANIFEST);

  /**
   * Reads and checks the options.
   *
   * @throws InputException if one is missing, unknown, or names no table
   */
  static SourceOptions of(CaseInsensitiveStringMap options) {
    for (String name : options.keySet()) {
      if (!NAMES.contains(name)) {
        throw new InputException(
            name.equals("paths")
                ? "Cannot read format epdi: expected one path, found several"
                : "Cannot read format epdi: there is no option "
                    + name
                    + "; the nearest is "
                    + NearestName.of(name, NAMES));
      }
    }
    String path = Credentials.requireNone(PATH, required(options, PATH, "the output folder"));
    String table = required(options, TABLE, "one of " + String.join(", ", RunQueries.tables()));
    return new SourceOptions(known(table), path, options.get(MANIFEST));
  }

  private static String required(CaseInsensitiveStringMap options, String name, String meaning) {
    String value = options.get(name);
    if (value == null || value.isBlank()) {
      throw new InputException(
          "Cannot read format epdi: expected option " + name + " (" + meaning + "), found none");
    }
    return value;
  }

  private static String known(String written) {
    String name = written.toLowerCase(Locale.ROOT);
    if (!RunQueries.tables().contains(name)) {
      throw new InputException(
          "Cannot read format epdi: there is no table "
              + written
              + "; the nearest is "
              + NearestName.of(written, RunQueries.tables()));
    }
    return name;
  }

  /** Opens the output folder, by the manifest that is asked for. */
  RunViews views(SparkSession spark) {
    return manifest == null
        ? RunViews.committed(spark, path)
        : RunViews.committed(spark, path, ManifestNumber.of(manifest, path));
  }
}
