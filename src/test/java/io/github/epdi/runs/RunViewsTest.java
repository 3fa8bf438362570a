package io.github.epdi.runs;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.SparkExtension;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.SitesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three runs. Their ids fall in the order of their commits, so that an order by id is found out.
 */
@ExtendWith(SparkExtension.class)
class RunViewsTest {
  private static final String FIRST = "cccccccccccccccc";
  private static final String SECOND = "bbbbbbbbbbbbbbbb";
  private static final String THIRD = "aaaaaaaaaaaaaaaa";

  @TempDir private static Path folder;

  private static SparkSession spark;
  private static RunViews views;

  @BeforeAll
  static void threeRuns(SparkSession shared) {
    spark = shared;
    ResultFolder results = new ResultFolder(spark, folder.resolve("results"));
    screened(results.run(FIRST), "both", "only-first", "then-rejected").commit();
    rejected(rejected(screened(results.run(SECOND), "both"), "then-rejected"), "rejected-then-good")
        .commit();
    screened(results.run(THIRD), "rejected-then-good", "only-third").commit();
    views = RunViews.committed(spark, results.output());
  }

  private static ResultFolder.Run screened(ResultFolder.Run run, String... materials) {
    for (String material : materials) {
      run.with(GridsTable.TABLE, Map.of("material_id", material, "input_uri", "file:/" + material));
      run.with(MaterialsTable.TABLE, Map.of("material_id", material, "side", "top"));
      run.with(SitesTable.TABLE, Map.of("material_id", material, "side", "top", "site_id", "T0"));
      run.with(SitesTable.TABLE, Map.of("material_id", material, "side", "top", "site_id", "H0"));
    }
    return run;
  }

  private static ResultFolder.Run rejected(ResultFolder.Run run, String material) {
    return run.with(
        RejectsTable.TABLE, Map.of("material_id", material, "input_uri", "file:/" + material));
  }

  private static List<String> pairs(Dataset<Row> rows) {
    return rows.select("material_id", "run_id").collectAsList().stream()
        .map(row -> row.getString(0) + " " + row.getString(1))
        .toList();
  }

  @Test
  void theLastCommitWinsWhateverTheRunIds() {
    assertThat(views.manifest().commitOrder()).containsExactly(FIRST, SECOND, THIRD);
    assertThat(pairs(views.latest("materials")))
        .containsExactlyInAnyOrder(
            "both " + SECOND,
            "only-first " + FIRST,
            "rejected-then-good " + THIRD,
            "only-third " + THIRD);
  }

  @Test
  void everyRowOfTheNewestResultIsThere() {
    assertThat(pairs(views.latest("sites")))
        .hasSize(8)
        .contains("both " + SECOND)
        .doesNotContain("both " + FIRST);
  }

  @Test
  void aNewerRejectHidesTheOlderResult() {
    assertThat(pairs(views.latest("rejects"))).containsExactly("then-rejected " + SECOND);
    assertThat(pairs(views.latest("grids"))).noneMatch(pair -> pair.startsWith("then-rejected"));
  }

  @Test
  void ofRunsAllAreShown() {
    assertThat(views.latest("runs").select("run_id").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
  }

  @Test
  void columnsStayAsTheTableHasThem() {
    for (FlatTable<?> table : FlatTable.all()) {
      assertThat(views.latest(table.name()).schema().fieldNames())
          .containsExactly(table.schema().fieldNames());
    }
  }

  /** What is read without Spark is the same rows. */
  @Test
  void rowsReadHereAreThoseOfTheTables() {
    VisibleRows here =
        VisibleRows.committed(folder.resolve("results").toString(), new Configuration());
    for (FlatTable<?> table : FlatTable.all()) {
      assertThat(here.latest(table))
          .as(table.name())
          .containsExactlyInAnyOrderElementsOf(views.latest(table.name()).collectAsList());
      assertThat(here.ofRuns(table, Set.of(FIRST, THIRD)))
          .as(table.name())
          .containsExactlyInAnyOrderElementsOf(
              views.table(table.name()).where(col("run_id").isin(FIRST, THIRD)).collectAsList());
    }
    assertThat(here.ofMaterials(SitesTable.TABLE, Set.of(FIRST, SECOND), Set.of("both", "other")))
        .extracting(row -> row.getAs("material_id") + " " + row.getAs("run_id"))
        .containsExactlyInAnyOrder(
            "both " + FIRST, "both " + FIRST, "both " + SECOND, "both " + SECOND);
    assertThat(here.ofMaterials(SitesTable.TABLE, Set.of(FIRST), Set.of())).isEmpty();
  }

  /** Most runs reject nothing, and an output of many runs has as many such files. */
  @Test
  void filesWithoutRowsAreNotOpened() throws IOException {
    ResultFolder results = new ResultFolder(spark, folder.resolve("no-rejects"));
    screened(results.run(FIRST), "a").commit();
    RunViews fresh = RunViews.committed(spark, results.output());
    List<TableFile> empty = fresh.manifest().files("rejects");

    assertThat(empty).isNotEmpty().allMatch(file -> file.rows() == 0);
    for (TableFile file : empty) {
      Files.delete(Path.of(results.output(), file.path()));
    }
    assertThat(fresh.table("rejects").collectAsList()).isEmpty();
    assertThat(fresh.table("rejects").schema()).isEqualTo(RejectsTable.TABLE.schema().asNullable());
    assertThat(pairs(fresh.latest("grids"))).containsExactly("a " + FIRST);
  }

  @Test
  void aCommitAfterwardsChangesNothing() {
    ResultFolder results = new ResultFolder(spark, folder.resolve("growing"));
    screened(results.run(FIRST), "a").commit();
    RunViews before = RunViews.committed(spark, results.output());
    screened(results.run(SECOND), "a", "b").commit();

    assertThat(pairs(before.latest("materials"))).containsExactly("a " + FIRST);
    assertThat(pairs(RunViews.committed(spark, results.output()).latest("materials")))
        .containsExactlyInAnyOrder("a " + SECOND, "b " + SECOND);
  }

  @Test
  void whereNothingIsCommittedTheMessageSaysWhatToDo() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> RunViews.committed(spark, folder + "/none"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot read results in %s/none: expected a screening's output folder, found nothing"
                + " there; check the path",
            folder);
    assertThatThrownBy(() -> RunViews.committed(spark, file.toString()))
        .hasMessageContaining("found a file; give the folder that the campaign's output names");
    assertThatThrownBy(() -> RunViews.committed(spark, empty.toString()))
        .hasMessageContaining("nothing is committed there yet; run epdi screen first");
  }
}
