package io.github.epdi.spark;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Sessions that know an output folder by their configuration alone. */
final class SessionTables {
  private SessionTables() {}

  /** A new session with the catalog {@code screening} over an output folder. */
  static SparkSession catalog(SparkSession shared, String output) {
    SparkSession session = shared.newSession();
    session.conf().set("spark.sql.catalog.screening", "io.github.epdi.spark.ScreeningCatalog");
    session.conf().set("spark.sql.catalog.screening.output", output);
    return session;
  }

  /** The address of a local folder. */
  static String local(Path folder) {
    return folder.toUri().toString();
  }

  /** A row as one text for each. */
  static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.mkString(" ")).toList();
  }
}
