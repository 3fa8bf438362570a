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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run that the first version of the tables wrote stays readable, and what it says of its columns
 * still holds. The files are as they were written: two synthetic grids and an empty file, screened
 * with untrained weights.
 */
@ExtendWith(SparkExtension.class)
class VersionOneRunTest {
  private static final String OUTPUT = Path.of("src/test/resources/version-1").toUri().toString();
  private static final String RUN_ID = "aae25cb2af6a06bb";

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

  private static <R extends Record> List<R> records(FlatTable<R> table) {
    return views.table(table.name(), RUN_ID).collectAsList().stream().map(table::fromRow).toList();
  }

  /** The files without the schema of today. */
  private static Dataset<Row> asWritten(FlatTable<?> table) {
    return spark
        .read()
        .parquet(
            views.manifest().files(table.name()).stream()
                .map(file -> OUTPUT + "/" + file.path())
                .toArray(String[]::new));
  }

  @Test
  void theViewsHoldItsRows() {
    assertThat(records(MaterialsTable.TABLE))
        .extracting(
            MaterialRow::materialId,
            row -> row.host().formula(),
            row -> row.energies().adsorption().members())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("MoS2-Ti", "Mo3TiS8", 2),
            org.assertj.core.groups.Tuple.tuple("MoS2", "MoS2", 2));
    assertThat(records(RejectsTable.TABLE))
        .extracting(row -> row.reason().code())
        .containsExactly("BAD_HEADER");
    assertThat(records(GridsTable.TABLE).get(0).file().cell().get(0))
        .containsExactly(6.36, 0.0, 0.0);
    assertThat(records(BarriersTable.TABLE).get(0).barriers().forwardEv().value())
        .isCloseTo(0.002122, org.assertj.core.api.Assertions.within(1e-6));
    assertThat(records(RunsTable.TABLE).get(0).execution().costs().grids()).isEqualTo(2);
  }

  @Test
  void columnsThatCameLaterAreNull() {
    assertThat(records(GridsTable.TABLE))
        .allSatisfy(
            grid -> {
              assertThat(grid.structure()).isNull();
              assertThat(grid.levels()).isNull();
            });
    assertThat(records(RunsTable.TABLE))
        .allSatisfy(
            run -> {
              assertThat(run.added().modelJson()).isNull();
              assertThat(run.added().schemaVersion()).isNull();
            });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyRowBecomesARecordWithTheViewsColumnsAndWithItsOwn(FlatTable<?> table) {
    List<Row> seen = views.table(table.name(), RUN_ID).collectAsList();
    List<Row> own = asWritten(table).collectAsList();
    long rows = views.manifest().files(table.name()).stream().mapToLong(TableFile::rows).sum();
    assertThat(seen).hasSize((int) rows).isNotEmpty();
    assertThat(own.stream().map(table::fromRow).toList())
        .isEqualTo(seen.stream().map(table::fromRow).toList());
    for (StructField field : table.schema().fields()) {
      if (since(field) > 1) {
        assertThat(seen.stream().map(row -> row.get(row.fieldIndex(field.name()))))
            .as(field.name())
            .allMatch(Objects::isNull);
      }
    }
  }

  /**
   * Whoever renames, retypes or removes a column, gives it another unit or adds one without saying
   * since when it is there, breaks the readers of this run.
   */
  @ParameterizedTest
  @MethodSource("tables")
  void itsColumnsAreThoseOfVersionOneUnchanged(FlatTable<?> table) {
    Stream<String> first =
        Arrays.stream(table.schema().fields())
            .filter(field -> since(field) == 1)
            .map(VersionOneRunTest::contract);
    assertThat(first)
        .as("version 1 of %s", table.name())
        .containsExactlyElementsOf(
            Arrays.stream(asWritten(table).schema().fields())
                .map(VersionOneRunTest::contract)
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
