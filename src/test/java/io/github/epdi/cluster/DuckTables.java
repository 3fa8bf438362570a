package io.github.epdi.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of an output folder as DuckDB sees them, by {@code jobs/duckdb-views.sql}. */
final class DuckTables implements AutoCloseable {
  private final Connection connection;
  private final String views;

  DuckTables() throws SQLException, IOException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    views = Files.readString(Path.of("jobs/duckdb-views.sql"));
    execute("SET autoinstall_known_extensions = false");
    execute("SET threads = 1");
  }

  /** Whether an output folder shows anything. */
  static boolean isThere(String output) throws IOException {
    Path manifests = Path.of(output, "_manifests");
    if (!Files.isDirectory(manifests)) {
      return false;
    }
    try (Stream<Path> files = Files.list(manifests)) {
      return files.anyMatch(file -> file.toString().endsWith(".json"));
    }
  }

  /** Lets the views {@code materials}, {@code all_materials}, ... show an output folder. */
  void show(String output) throws SQLException {
    execute("SET VARIABLE results = '" + output + "'");
    execute(views);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The numbers of the one row of an answer. */
  List<Long> numbers(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      List<Long> numbers = new ArrayList<>();
      answer.next();
      for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
        numbers.add(answer.getLong(i));
      }
      return numbers;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
