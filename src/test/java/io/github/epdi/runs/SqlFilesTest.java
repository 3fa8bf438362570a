package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.epdi.SparkExtension;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.MaterialsTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.jdk.javaapi.CollectionConverters;

/** The queries of {@code jobs/sql}, on Spark and, by other views of the same files, on DuckDB. */
@ExtendWith(SparkExtension.class)
class SqlFilesTest {
  private static final Path JOBS = Path.of("jobs");
  private static final Map<String, List<List<Object>>> ANSWERS = new ConcurrentHashMap<>();

  @TempDir private static Path folder;

  private static RunQueries queries;
  private static Connection duckdb;

  @BeforeAll
  static void twoReaders(SparkSession spark) throws Exception {
    ResultFolder results = ExampleRuns.write(spark, folder.resolve("results"));
    queries = RunQueries.on(spark, results.output());
    duckdb = DriverManager.getConnection("jdbc:duckdb:");
    views(duckdb, results);
    // The one table that no run writes, as the guide has it: an answer of epdi query as a file.
    Path ranking = folder.resolve("ranking.parquet");
    queries.select("SELECT * FROM ranking", Map.of()).write().parquet(ranking.toString());
    try (Statement statement = duckdb.createStatement()) {
      statement.execute("CREATE VIEW ranking AS FROM '" + ranking + "/*.parquet'");
    }
  }

  private static void views(Connection connection, ResultFolder results) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute("SET VARIABLE results = '" + results.output() + "'");
      statement.execute(Files.readString(JOBS.resolve("duckdb-views.sql")));
    }
  }

  @AfterAll
  static void close() throws SQLException {
    duckdb.close();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(JOBS.resolve("sql"))) {
      return files.sorted().toList();
    }
  }

  /** The answer of Spark, computed once for all tests. */
  private static List<List<Object>> spark(String sql) {
    return ANSWERS.computeIfAbsent(sql, text -> compute(queries, text));
  }

  private static List<List<Object>> compute(RunQueries queries, String sql) {
    Dataset<Row> answer = queries.select(sql, Map.of());
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of((Object[]) answer.columns()));
    answer.collectAsList().forEach(row -> rows.add(values(row)));
    return rows;
  }

  private static List<Object> values(Row row) {
    Object[] values = new Object[row.size()];
    Arrays.setAll(values, i -> plain(row.get(i)));
    return Arrays.asList(values);
  }

  private static List<List<Object>> duckdb(String sql) throws SQLException {
    return duckdb(duckdb, sql);
  }

  private static List<List<Object>> duckdb(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      int columns = answer.getMetaData().getColumnCount();
      List<List<Object>> rows = new ArrayList<>();
      List<Object> names = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        names.add(answer.getMetaData().getColumnName(i));
      }
      rows.add(names);
      while (answer.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(plain(answer.getObject(i)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** A value as both readers give it: lists and structs as lists, numbers as doubles. */
  private static Object plain(Object value) {
    try {
      if (value instanceof Row row) {
        return values(row);
      }
      if (value instanceof scala.collection.Seq<?> list) {
        return CollectionConverters.asJava(list).stream().map(SqlFilesTest::plain).toList();
      }
      if (value instanceof Array list) {
        return Stream.of((Object[]) list.getArray()).map(SqlFilesTest::plain).toList();
      }
      if (value instanceof Struct struct) {
        return Stream.of(struct.getAttributes()).map(SqlFilesTest::plain).toList();
      }
      return value instanceof Number number ? (Object) number.doubleValue() : value;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean same(Object a, Object b) {
    if (a instanceof List<?> p && b instanceof List<?> q) {
      return p.size() == q.size()
          && java.util.stream.IntStream.range(0, p.size()).allMatch(i -> same(p.get(i), q.get(i)));
    }
    if (a instanceof Double p && b instanceof Double q) {
      return Math.abs(p - q) <= 1e-12 * Math.max(Math.abs(p), Math.abs(q));
    }
    return java.util.Objects.equals(a, b);
  }

  @ParameterizedTest
  @MethodSource("files")
  void sparkAndDuckDbGiveTheSameRows(Path file) throws Exception {
    String sql = Files.readString(file);
    assertThat(sql).as("what it answers").matches("(?s)-- [^\n]+(\n-- [^\n]+)*\n.*");
    assertThat(sql.lines().takeWhile(line -> line.startsWith("--"))).anyMatch(l -> l.contains("?"));

    List<List<Object>> rows = spark(sql);

    assertThat(rows).as("rows with their header").hasSizeGreaterThan(1);
    assertThat(duckdb(sql)).usingElementComparator((a, b) -> same(a, b) ? 0 : 1).isEqualTo(rows);
  }

  @Test
  void thereAreADozen() throws IOException {
    assertThat(files())
        .hasSizeGreaterThanOrEqualTo(12)
        .allMatch(f -> f.toString().endsWith(".sql"));
  }

  @Test
  void runsOfAnOlderVersionAreReadByBothToo(@TempDir Path mixed, SparkSession spark)
      throws Exception {
    FileUtils.copyDirectory(new File("src/test/resources/version-1"), mixed.toFile());
    ResultFolder results = new ResultFolder(spark, mixed);
    results
        .run("0123456789abcdef")
        .with(GridsTable.TABLE, Map.of("material_id", "new", "input_uri", "file:/new"))
        .with(
            MaterialsTable.TABLE,
            Map.of("material_id", "new", "side", "top", "elements", List.of("Mo", "S")))
        .commit();
    String sql = "SELECT * FROM materials ORDER BY material_id, side";
    RunQueries both = RunQueries.on(spark, results.output());
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      views(connection, results);

      List<List<Object>> rows = compute(both, sql);

      assertThat(rows).hasSizeGreaterThan(2);
      assertThat(duckdb(connection, sql))
          .usingElementComparator((a, b) -> same(a, b) ? 0 : 1)
          .isEqualTo(rows);
    }
  }

  @Test
  void everyTableHasTheSameRowsInBothReaders() throws SQLException {
    for (String table : RunQueries.tables()) {
      List<List<Object>> rows = spark("SELECT * FROM " + table);
      assertThat(duckdb("SELECT * FROM " + table))
          .as(table)
          .hasSizeGreaterThan(1)
          .usingElementComparator((a, b) -> same(a, b) ? 0 : 1)
          .containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  /** The lines of the guide in one language. */
  private static String guide(String language) throws IOException {
    Matcher block =
        Pattern.compile("(?s)```" + language + "\\n(.*?)```")
            .matcher(Files.readString(JOBS.resolve("query.md")));
    assertThat(block.find()).as(language).isTrue();
    return block.group(1);
  }

  @Test
  void theGuidesLinesForDuckDbAreThoseThatAreTestedHere() throws Exception {
    String lines = guide("sql");
    assertThat(lines.lines())
        .containsExactly(
            "SET VARIABLE results = 'results';",
            ".read jobs/duckdb-views.sql",
            "CREATE VIEW ranking AS FROM 'ranking.parquet'; -- where it is asked for",
            ".read jobs/sql/lowest-barriers-by-host-group.sql");
    assertThat(files()).contains(Path.of("jobs/sql/lowest-barriers-by-host-group.sql"));
  }

  @Test
  void theGuidesLinesForPandasFindTheNewestResults() throws Exception {
    assumeTrue(
        exitCode(new ProcessBuilder("python3", "-c", "import pandas, pyarrow")) == 0,
        "skipped: no python3 with pandas and pyarrow");
    Path found = folder.resolve("pandas.txt");
    ProcessBuilder python =
        new ProcessBuilder(
                "python3",
                "-c",
                guide("python")
                    + "\nfor row in materials.itertuples(): print(row.material_id, row.run_id)")
            .directory(folder.toFile())
            .redirectOutput(found.toFile());

    assertThat(exitCode(python)).isZero();
    assertThat(Files.readAllLines(found))
        .containsExactlyInAnyOrderElementsOf(
            spark("SELECT material_id, run_id FROM materials").stream()
                .skip(1)
                .map(row -> row.get(0) + " " + row.get(1))
                .toList());
  }

  private static int exitCode(ProcessBuilder process) throws InterruptedException {
    try {
      return process.redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    } catch (IOException e) { // there is no such program
      return -1;
    }
  }

  private static List<Object> column(String file, String column) throws IOException {
    List<List<Object>> rows = spark(Files.readString(JOBS.resolve("sql").resolve(file)));
    int index = rows.get(0).indexOf(column);
    return rows.stream().skip(1).map(row -> row.get(index)).toList();
  }

  @Test
  void theAnswersAreThoseThatTheRowsWereMadeFor() throws IOException {
    assertThat(column("lowest-barriers-by-host-group.sql", "material_id"))
        .containsExactly(
            "TiS2-V",
            "TiS2-pristine",
            "NbS2-pristine",
            "MoS2-W",
            "MoS2-pristine",
            "mended",
            "MoS2-Ti");
    assertThat(column("dopants-that-lower-the-barrier.sql", "material_id"))
        .containsExactly("TiS2-V", "MoS2-W");
    assertThat(column("easy-in-two-dimensions.sql", "material_id"))
        .containsExactly("MoS2-W", "MoS2-pristine", "TiS2-V", "NbS2-pristine", "mended");
    assertThat(column("change-between-models.sql", "material_id"))
        .containsExactly("MoS2-Ti", "MoS2-pristine");
    assertThat(column("change-between-models.sql", "run_after")).containsOnly(ExampleRuns.SECOND);
    assertThat(column("why-rejected.sql", "code")).containsExactly("TRUNCATED", "XC_INCLUDED");
    assertThat(column("why-rejected.sql", "grids")).containsExactly(3.0, 1.0);
    assertThat(column("why-rejected.sql", "example_material")).containsExactly("short-a", "lvtot");
    assertThat(column("most-anisotropic.sql", "material_id"))
        .startsWith("PtS2-pristine", "TiS2-pristine", "MoS2-W");
    assertThat(column("take-with-caution.sql", "material_id"))
        .containsExactly("MoS2-Ti", "MoS2-W", "TiS2-V", "TiS2-pristine", "mended");
    assertThat(column("what-moved.sql", "material_id")).containsExactly("MoS2-Ti", "MoS2-pristine");
    assertThat(column("what-moved.sql", "moved")).containsExactly(true, false);
    assertThat(column("what-moved.sql", "other_model")).containsExactly(true, true);
    assertThat(column("what-moved.sql", "rank_before")).containsExactly(2.0, 1.0);
    assertThat(column("best-under-doubt.sql", "material_id"))
        .containsExactly(
            "MoS2-W",
            "MoS2-pristine",
            "TiS2-V",
            "NbS2-pristine",
            "mended",
            "MoS2-Ti",
            "TiS2-pristine",
            "PtS2-pristine");
    assertThat(column("best-under-doubt.sql", "p_top10"))
        .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, null);
    assertThat(column("best-under-doubt.sql", "rank_low")).first().isEqualTo(1.0);
    assertThat(column("run-costs.sql", "images_per_second")).containsExactly(null, 640 / 12.345);
    assertThat(column("saddles-below-sites.sql", "hop_id")).doesNotContain("B1");
  }
}
