package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.runs.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Results go through Parquet and come out as flat tables. */
@ExtendWith(SparkExtension.class)
class ResultTableTest {
  private static final String RUN_ID = "0123456789abcdef";

  private static final List<GridResult> RESULTS =
      List.of(
          ExampleRows.screened("a", 1),
          ExampleRows.screened("b", 3),
          ExampleRows.rejected("c"),
          ExampleRows.screened("d", 2));

  @TempDir private static Path folder;

  private static SparkSession spark;

  @BeforeAll
  static void start(SparkSession shared) {
    spark = shared.newSession();
    spark.conf().set("spark.sql.adaptive.enabled", false);
    List<GridResult> shuffled = new ArrayList<>(RESULTS);
    Collections.shuffle(shuffled, new Random(1));
    frame(shuffled, 3).write().parquet(pieces());
  }

  @Test
  void resultsComeBackFromParquet() {
    assertThat(spark.read().parquet(pieces()).collectAsList().stream().map(ResultTable::fromRow))
        .containsExactlyInAnyOrderElementsOf(RESULTS);
  }

  @Test
  void eachFlatTableHoldsTheRowsOfAllResultsInOrder() {
    assertProjection(GridsTable.TABLE, r -> r.grid() == null ? List.of() : List.of(r.grid()));
    assertProjection(RejectsTable.TABLE, r -> r.reject() == null ? List.of() : List.of(r.reject()));
    assertProjection(SitesTable.TABLE, GridResult::sites);
    assertProjection(HopsTable.TABLE, GridResult::hops);
    assertProjection(BarriersTable.TABLE, GridResult::barriers);
    assertProjection(MaterialsTable.TABLE, GridResult::materials);
  }

  @Test
  void partitioningChangesNothing() {
    List<GridResult> reversed = new ArrayList<>(RESULTS);
    Collections.reverse(reversed);
    List<Row> expected = hops(frame(RESULTS, 1), ResultTable.Ordering.BY_RANGES);
    for (ResultTable.Ordering ordering : ResultTable.Ordering.values()) {
      assertThat(hops(frame(reversed, 4), ordering)).as("%s", ordering).isEqualTo(expected);
    }
  }

  /** What the driver writes of few results is what a job with one task writes, byte by byte. */
  @Test
  void fewResultsBecomeTheSameFilesWithoutAJob() throws IOException {
    List<Row> results = new ArrayList<>();
    TableFiles.show(
        new org.apache.hadoop.fs.Path(pieces()),
        ResultTable.schema(),
        spark.sparkContext().hadoopConfiguration(),
        results::add);
    assertThat(results.stream().map(ResultTable::fromRow))
        .containsExactlyInAnyOrderElementsOf(RESULTS);
    for (FlatTable<?> table : ResultTable.projections()) {
      Path job = folder.resolve("job/" + table.name());
      Path driver = folder.resolve("driver/" + table.name());
      TableFiles.write(
          ResultTable.project(
              spark.read().schema(ResultTable.schema()).parquet(pieces()),
              table,
              RUN_ID,
              ResultTable.Ordering.IN_ONE_TASK),
          new org.apache.hadoop.fs.Path(job.toUri()));
      TableFiles.write(
          spark,
          table.schema(),
          ResultTable.project(results, table, RUN_ID),
          new org.apache.hadoop.fs.Path(driver.toUri()));

      assertThat(driver.resolve("_SUCCESS")).isEmptyFile();
      assertThat(onlyFile(driver))
          .as(table.name())
          .hasBinaryContent(Files.readAllBytes(onlyFile(job)));
    }
  }

  private static Path onlyFile(Path table) throws IOException {
    try (Stream<Path> files = Files.list(table)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".snappy.parquet")).toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }

  private static List<Row> hops(Dataset<Row> results, ResultTable.Ordering ordering) {
    return ResultTable.project(results, HopsTable.TABLE, RUN_ID, ordering).collectAsList();
  }

  @Test
  void columnsKeepTheirOrderTypesAndComments() {
    for (FlatTable<?> table : ResultTable.projections()) {
      StructField[] found =
          ResultTable.project(
                  spark.read().parquet(pieces()), table, RUN_ID, ResultTable.Ordering.IN_ONE_TASK)
              .schema()
              .fields();
      StructField[] expected = table.schema().fields();
      assertThat(Arrays.stream(found).map(StructField::name))
          .containsExactly(table.schema().fieldNames());
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i].dataType().catalogString())
            .isEqualTo(expected[i].dataType().catalogString());
        assertThat(found[i].metadata()).isEqualTo(expected[i].metadata());
      }
    }
  }

  @Test
  void aFlatTableGoesThroughParquet() {
    String sites = folder.resolve("sites").toString();
    ResultTable.project(
            spark.read().parquet(pieces()),
            SitesTable.TABLE,
            RUN_ID,
            ResultTable.Ordering.IN_ONE_TASK)
        .coalesce(1)
        .write()
        .parquet(sites);
    List<Row> rows = spark.read().parquet(sites).collectAsList();
    assertThat(rows).allMatch(row -> FlatTable.runId(row).equals(RUN_ID));
    assertThat(rows.stream().map(SitesTable.TABLE::fromRow))
        .containsExactlyElementsOf(RESULTS.stream().flatMap(r -> r.sites().stream()).toList());
  }

  @Test
  void runsAreAFlatTableOfTheirOwn() {
    Row row = RunsTable.TABLE.toRow(RUN_ID, ExampleRows.run());
    Dataset<Row> runs = spark.createDataFrame(List.of(row), RunsTable.TABLE.schema());
    assertThat(runs.collectAsList().stream().map(RunsTable.TABLE::fromRow))
        .containsExactly(ExampleRows.run());
  }

  private static String pieces() {
    return folder.resolve("pieces").toString();
  }

  private static Dataset<Row> frame(List<GridResult> results, int partitions) {
    return spark
        .createDataFrame(results.stream().map(ResultTable::toRow).toList(), ResultTable.schema())
        .repartition(partitions);
  }

  private static <R extends Record> void assertProjection(
      FlatTable<R> table, Function<GridResult, List<R>> rowsOf) {
    List<R> expected =
        RESULTS.stream()
            .sorted(Comparator.comparing(GridResult::inputUri))
            .flatMap(result -> rowsOf.apply(result).stream())
            .toList();
    assertThat(expected).as(table.name()).isNotEmpty();
    assertThat(
            ResultTable.project(
                    spark.read().parquet(pieces()), table, RUN_ID, ResultTable.Ordering.IN_ONE_TASK)
                .collectAsList()
                .stream()
                .map(table::fromRow))
        .as(table.name())
        .containsExactlyElementsOf(expected);
  }
}
