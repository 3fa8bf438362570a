package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.runs.RunViews;
import io.github.epdi.runs.TableFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run that the second version of the tables wrote, of release 0.1: two synthetic grids and an
 * empty file, screened with the bundle of images. The files are as they were written.
 */
@ExtendWith(SparkExtension.class)
class VersionTwoRunTest {
  private static final String OUTPUT = Path.of("src/test/resources/version-2").toUri().toString();
  private static final int VERSION = 2;

  private static SparkSession spark;
  private static RunViews views;

  static List<FlatTable<?>> tables() {
    return FlatTable.all();
  }

  @BeforeAll
  static void open(SparkSession shared) {
    spark = shared;
    views = RunViews.newest(spark, OUTPUT);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyRowBecomesARecordWhoseLaterColumnsAreNull(FlatTable<?> table) {
    List<Row> seen = views.table(table.name()).collectAsList();
    long rows = views.manifest().files(table.name()).stream().mapToLong(TableFile::rows).sum();
    assertThat(seen).hasSize((int) rows).isNotEmpty();
    assertThat(seen.stream().map(table::fromRow).toList()).doesNotContainNull();
    for (StructField field : table.schema().fields()) {
      if (since(field) > VERSION) {
        assertThat(seen.stream().map(row -> row.get(row.fieldIndex(field.name()))))
            .as(field.name())
            .allMatch(Objects::isNull);
      }
    }
  }

  /** Whoever renames, retypes or removes a column breaks the readers of this run. */
  @ParameterizedTest
  @MethodSource("tables")
  void itsColumnsAreThoseOfVersionsOneAndTwoUnchanged(FlatTable<?> table) {
    String[] files =
        views.manifest().files(table.name()).stream()
            .map(file -> OUTPUT + "/" + file.path())
            .toArray(String[]::new);
    Stream<String> known =
        Arrays.stream(table.schema().fields())
            .filter(field -> since(field) <= VERSION)
            .map(VersionTwoRunTest::contract);
    assertThat(known)
        .containsExactlyElementsOf(
            Arrays.stream(spark.read().parquet(files).schema().fields())
                .map(VersionTwoRunTest::contract)
                .toList());
  }

  /** What may not change of a column. */
  private static String contract(StructField field) {
    return String.join(
        " ",
        field.name(),
        field.dataType().catalogString(),
        field.metadata().contains("unit") ? field.metadata().getString("unit") : "-",
        field.metadata().getBoolean("key") ? "key" : "-");
  }

  private static long since(StructField field) {
    return field.metadata().getLong("since");
  }
}
