package io.github.epdi.spark;

import static io.github.epdi.spark.SessionTables.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.SparkExtension;
import io.github.epdi.runs.ExampleRuns;
import io.github.epdi.runs.RunQueries;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.jdk.javaapi.CollectionConverters;

/** The data source, and that all three ways to the tables show the same rows. */
@ExtendWith(SparkExtension.class)
class EpdiSourceTest {
  @TempDir private static Path folder;

  private static String results;
  private static RunQueries queries;
  private static SparkSession views;
  private static SparkSession catalog;

  @BeforeAll
  static void threeWays(SparkSession spark) {
    results = ExampleRuns.write(spark, folder.resolve("results")).output();
    queries = RunQueries.on(spark, results);
    catalog = SessionTables.catalog(spark, results);
    catalog.sql("USE screening");
    views = spark.newSession();
    for (String table : RunQueries.tables()) {
      views.sql(
          "CREATE TEMPORARY VIEW %s USING epdi OPTIONS (table '%s', path '%s')"
              .formatted(table, table, results));
    }
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("jobs/sql"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void allWaysGiveTheSameAnswers(Path file) throws IOException {
    String text = Files.readString(file);
    List<List<Object>> rows = answer(queries.select(text, Map.of()));

    assertThat(rows).isNotEmpty();
    assertThat(answer(views.sql(text))).isEqualTo(rows);
    assertThat(answer(catalog.sql(text))).isEqualTo(rows);
  }

  /** The rows, numbers to nine digits: the last ones of a mean hang on which task ends first. */
  private static List<List<Object>> answer(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .map(row -> CollectionConverters.asJava(row.toSeq()).stream().map(EpdiSourceTest::rounded))
        .map(Stream::toList)
        .toList();
  }

  private static Object rounded(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.9g", number)
        : String.valueOf(value);
  }

  @Test
  void allWaysShowTheSameRows() {
    for (String table : RunQueries.tables()) {
      List<String> rows = texts(queries.select("SELECT * FROM " + table, Map.of()));
      assertThat(rows).as(table).isNotEmpty();
      assertThat(texts(views.table(table))).containsExactlyInAnyOrderElementsOf(rows);
      assertThat(texts(catalog.table(table))).containsExactlyInAnyOrderElementsOf(rows);
      assertThat(texts(reader(table).load(results))).containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  @Test
  void theGuidesLinesRun() throws IOException {
    String guide = Files.readString(Path.of("jobs/query.md"));
    String section = guide.substring(guide.indexOf("## From any Spark session"));
    String block = section.substring(section.indexOf("```sql") + 6);
    SparkSession reader = SessionTables.catalog(views, results);
    List<List<Row>> answers =
        Stream.of(block.substring(0, block.indexOf("```")).split(";"))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(line -> line.replace("s3a://bucket/results", results))
            .map(line -> reader.sql(line).collectAsList())
            .toList();

    assertThat(answers).hasSize(7);
    assertThat(answers.get(1))
        .extracting(row -> row.getDouble(1))
        .containsExactly(0.19, 0.23, 0.2354);
    assertThat(answers.get(2)).hasSize(2);
    assertThat(answers.get(3)).hasSize(7);
    assertThat(answers.get(6)).extracting(row -> row.getLong(0)).containsExactly(24L);
    assertThat(section)
        .contains("spark.sql.catalog.screening         " + ScreeningCatalog.class.getName());
  }

  private static DataFrameReader reader(String table) {
    return views.read().format("epdi").option("table", table);
  }

  @Test
  void anOlderManifestCanBeAskedFor() {
    assertThat(reader("runs").option("manifest", 1).load(results).select("run_id").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly(ExampleRuns.FIRST);
  }

  private static void refuses(DataFrameReader reader, String message) {
    assertThatThrownBy(() -> reader.load())
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot read " + message);
  }

  @Test
  void whatIsMissingOrUnknownIsSaid() {
    refuses(
        views.read().format("epdi").option("table", "materials"),
        "format epdi: expected option path (the output folder), found none");
    refuses(
        views.read().format("epdi").option("path", results),
        "format epdi: expected option table (one of "
            + String.join(", ", RunQueries.tables())
            + "), found none");
    refuses(
        reader("materails").option("path", results),
        "format epdi: there is no table materails; the nearest is materials");
    refuses(
        reader("materials").option("path", results).option("manifets", 1),
        "format epdi: there is no option manifets; the nearest is manifest");
    refuses(
        reader("materials").option("path", results).option("manifest", "newest"),
        "manifest newest of " + results + ": expected the number of a manifest, for example 1");
    refuses(
        reader("materials").option("path", folder + "/none"),
        "results in "
            + folder
            + "/none: expected a screening's output folder, found nothing there; check the path");
    assertThatThrownBy(() -> reader("materials").load(results, results))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot read format epdi: expected one path, found several");
    assertThatThrownBy(() -> reader("materials").schema("a INT").load(results))
        .hasMessageContaining("schema");
    assertThatThrownBy(
            () ->
                views
                    .range(1)
                    .write()
                    .format("epdi")
                    .mode("append")
                    .option("table", "runs")
                    .save(results))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot write format epdi: it is for reading; runs write its tables");
  }
}
