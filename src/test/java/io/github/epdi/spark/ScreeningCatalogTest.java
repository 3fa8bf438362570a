package io.github.epdi.spark;

import static io.github.epdi.spark.SessionTables.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.SparkExtension;
import io.github.epdi.runs.ExampleRuns;
import io.github.epdi.runs.ResultFolder;
import io.github.epdi.runs.RunQueries;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.MaterialsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The catalog, from SQL text alone. */
@ExtendWith(SparkExtension.class)
class ScreeningCatalogTest {
  /** Its name has what addresses must escape. */
  @TempDir private static Path folder;

  private static SparkSession shared;
  private static SparkSession session;

  @BeforeAll
  static void twoRuns(SparkSession spark) {
    shared = spark;
    Path results = folder.resolve("a results=1 %41 #");
    ExampleRuns.write(spark, results);
    session = SessionTables.catalog(spark, results.toString());
    session.conf().set("spark.sql.maxMetadataStringLength", 1000);
  }

  private static List<String> sql(String text) {
    return texts(session.sql(text));
  }

  private static String plan(Dataset<Row> query) {
    return query.queryExecution().executedPlan().toString();
  }

  @Test
  void theTablesAreThoseOfQueries() {
    assertThat(sql("SHOW TABLES IN screening"))
        .containsExactlyInAnyOrderElementsOf(
            RunQueries.tables().stream().map(name -> " " + name + " false").toList());
    assertThat(sql("SHOW TABLES IN screening LIKE 'all_m*'"))
        .containsExactly(" all_materials false");
  }

  @Test
  void aTableShowsTheNewestResultOfEachMaterial() {
    assertThat(sql("SELECT material_id, run_id FROM screening.materials ORDER BY 1"))
        .containsExactly(
            "MoS2-Ti " + ExampleRuns.SECOND,
            "MoS2-W " + ExampleRuns.FIRST,
            "MoS2-pristine " + ExampleRuns.SECOND,
            "NbS2-pristine " + ExampleRuns.FIRST,
            "PtS2-pristine " + ExampleRuns.FIRST,
            "TiS2-V " + ExampleRuns.FIRST,
            "TiS2-pristine " + ExampleRuns.FIRST,
            "mended " + ExampleRuns.SECOND);
    assertThat(sql("SELECT count(*) FROM screening.materials")).containsExactly("8");
    assertThat(sql("SELECT count(*) FROM screening.all_materials")).containsExactly("11");
    assertThat(sql("SELECT material_id FROM screening.rejects ORDER BY 1"))
        .containsExactly("lvtot", "short-a", "short-b", "then-rejected");
    assertThat(sql("SELECT count(*) FROM screening.runs")).containsExactly("2");
  }

  @Test
  void filtersAndColumnsGoDownIntoTheFiles() {
    String filtered =
        "SELECT material_id FROM screening.%s WHERE percolation_2d_ev < 0.25 AND side = 'top'";
    for (String table : List.of("materials", "all_materials")) {
      String plan = plan(session.sql(filtered.formatted(table)));
      assertThat(plan)
          .contains("PushedFilters: [IsNotNull(percolation_2d_ev), IsNotNull(side)")
          .contains("LessThan(percolation_2d_ev,0.25), EqualTo(side,top)]")
          .contains("ReadSchema: struct<material_id:string,side:string,percolation_2d_ev:double>");
    }
    assertThat(plan(session.sql("SELECT percolation_2d_ev FROM screening.all_materials")))
        .contains("ReadSchema: struct<percolation_2d_ev:double>");
    assertThat(plan(session.sql("SELECT percolation_2d_ev FROM screening.materials")))
        .as("the hidden rows are told by their material")
        .contains("ReadSchema: struct<percolation_2d_ev:double,material_id:string>")
        .contains("HiddenBy: material_id");
    assertThat(sql(filtered.formatted("materials") + " ORDER BY 1"))
        .containsExactly("MoS2-W", "MoS2-pristine", "TiS2-V");
  }

  @Test
  void aVersionIsTheNumberOfAManifest() {
    assertThat(
            sql("SELECT count(*), count(DISTINCT run_id) FROM screening.materials VERSION AS OF 1"))
        .containsExactly("8 1");
    assertThat(sql("SELECT run_id FROM screening.runs VERSION AS OF 1"))
        .containsExactly(ExampleRuns.FIRST);
    assertThat(
            texts(
                session
                    .read()
                    .option("versionAsOf", 1)
                    .table("screening.all_rejects")
                    .select("code")))
        .hasSize(4);
    assertThat(
            sql(
                "SELECT n.material_id, o.percolation_2d_ev, n.percolation_2d_ev FROM"
                    + " screening.materials VERSION AS OF 1 o JOIN screening.materials n"
                    + " USING (material_id) WHERE n.run_id <> o.run_id ORDER BY 1"))
        .containsExactly("MoS2-Ti 0.36 0.31", "MoS2-pristine 0.2 0.23");
  }

  @Test
  void countsFromFootersDoNotCountHiddenRows() {
    SparkSession counting =
        SessionTables.catalog(shared, folder.resolve("a results=1 %41 #").toString());
    counting.conf().set("spark.sql.parquet.aggregatePushdown", true);

    Dataset<Row> all = counting.sql("SELECT count(*) FROM screening.all_materials");
    assertThat(plan(all)).contains("PushedAggregation: [COUNT(*)]");
    assertThat(texts(all)).containsExactly("11");
    assertThat(texts(counting.sql("SELECT count(*) FROM screening.materials")))
        .containsExactly("8");
  }

  private static ResultFolder.Run screened(ResultFolder.Run run, String... materials) {
    for (String material : materials) {
      run.with(GridsTable.TABLE, Map.of("material_id", material, "input_uri", "file:/" + material));
      run.with(MaterialsTable.TABLE, Map.of("material_id", material, "side", "top"));
    }
    return run;
  }

  @Test
  void aQueryKeepsItsManifestWhileRunsCommit() {
    ResultFolder results = new ResultFolder(shared, folder.resolve("growing"));
    screened(results.run("aaaaaaaaaaaaaaaa"), "a", "b").commit();
    SparkSession growing = SessionTables.catalog(shared, results.output());
    String text = "SELECT material_id, run_id FROM screening.materials ORDER BY 1";
    Dataset<Row> before = growing.sql(text);
    growing.sql(
        "CREATE TEMPORARY VIEW pinned AS SELECT * FROM screening.materials VERSION AS OF 1");

    screened(results.run("bbbbbbbbbbbbbbbb"), "b", "c").commit();

    List<String> first = List.of("a aaaaaaaaaaaaaaaa", "b aaaaaaaaaaaaaaaa");
    assertThat(texts(before)).isEqualTo(first);
    assertThat(texts(growing.sql("SELECT material_id, run_id FROM pinned ORDER BY 1")))
        .isEqualTo(first);
    assertThat(texts(growing.sql(text)))
        .containsExactly("a aaaaaaaaaaaaaaaa", "b bbbbbbbbbbbbbbbb", "c bbbbbbbbbbbbbbbb");
  }

  @Test
  void allTablesOfOneQueryShowTheSameManifest() {
    ResultFolder results = new ResultFolder(shared, folder.resolve("meanwhile"));
    screened(results.run("aaaaaaaaaaaaaaaa"), "a", "b").commit();
    SparkSession meanwhile = SessionTables.catalog(shared, results.output());
    meanwhile.conf().set("spark.sql.catalog.spark_catalog", CommittingCatalog.class.getName());
    String text =
        "SELECT (SELECT count(*) FROM screening.materials), one, (SELECT count(*) FROM"
            + " screening.all_grids), (SELECT count(*) FROM screening.runs VERSION AS OF %d)"
            + " FROM (SELECT count(*) AS n FROM screening.grids), in_between,"
            + " (SELECT count(*) AS m FROM screening.all_runs) WHERE n = 2 AND m = 1";
    CommittingCatalog.commit =
        () -> {
          CommittingCatalog.commit = () -> {};
          screened(results.run("bbbbbbbbbbbbbbbb"), "b", "c").commit();
        };
    try {
      assertThat(texts(meanwhile.sql(text.formatted(2)))).containsExactly("2 1 2 2");
    } finally {
      CommittingCatalog.commit = () -> {};
    }

    assertThat(texts(meanwhile.sql(text.formatted(1)))).as("n is 3 now").isEmpty();
    assertThat(texts(meanwhile.sql("SELECT count(*) FROM screening.materials")))
        .containsExactly("3");
  }

  @Test
  void whatIsCachedHoldsForItsManifestOnly() {
    ResultFolder results = new ResultFolder(shared, folder.resolve("cached"));
    screened(results.run("aaaaaaaaaaaaaaaa"), "a").commit();
    SparkSession caching = SessionTables.catalog(shared, results.output());
    String text = "SELECT * FROM screening.materials";
    Dataset<Row> cached = caching.sql(text).cache();
    assertThat(cached.count()).isOne();
    assertThat(plan(caching.sql(text))).contains("InMemoryTableScan");

    screened(results.run("bbbbbbbbbbbbbbbb"), "b").commit();

    assertThat(caching.sql(text).count()).isEqualTo(2);
    cached.unpersist();
  }

  @Test
  void filesOfRunsThatShowNothingAreNotOpened() throws IOException {
    ResultFolder results = new ResultFolder(shared, folder.resolve("superseded"));
    screened(results.run("aaaaaaaaaaaaaaaa"), "a", "b").commit();
    screened(results.run("bbbbbbbbbbbbbbbb"), "a", "b", "c").commit();
    SparkSession later = SessionTables.catalog(shared, results.output());
    FileUtils.deleteDirectory(
        folder.resolve("superseded/_data/aaaaaaaaaaaaaaaa/tables/materials").toFile());

    assertThat(texts(later.sql("SELECT material_id FROM screening.materials ORDER BY 1")))
        .containsExactly("a", "b", "c");
    assertThatThrownBy(() -> later.sql("SELECT * FROM screening.all_materials").collect())
        .hasMessageContaining("aaaaaaaaaaaaaaaa/tables/materials");
  }

  @Test
  void columnsOfLaterVersionsAreNullInOlderRuns() {
    SparkSession old =
        SessionTables.catalog(
            shared, Path.of("src/test/resources/version-1").toAbsolutePath().toString());
    assertThat(old.table("screening.materials").columns())
        .containsExactly(MaterialsTable.TABLE.schema().fieldNames());
    assertThat(
            texts(
                old.sql(
                    "SELECT count(*) > 0, count(percolation_2d_ev) > 0,"
                        + " count(percolation_2d_low_ev) FROM screening.materials")))
        .containsExactly("true true 0");
  }

  @Test
  void aTableThatNoRunHasWrittenYetIsEmpty() throws IOException {
    Path manifests = Files.createDirectories(folder.resolve("few-tables/_manifests"));
    Files.writeString(
        manifests.resolve("00000001.json"), "{\"format\": 1, \"number\": 1, \"tables\": {}}");
    SparkSession few = SessionTables.catalog(shared, folder.resolve("few-tables").toString());
    for (FlatTable<?> table : FlatTable.all()) {
      Dataset<Row> rows = few.table("screening." + table.name());
      assertThat(rows.columns()).containsExactly(table.schema().fieldNames());
      assertThat(rows.collectAsList()).isEmpty();
    }
    assertThat(few.table("screening.ranking").collectAsList()).isEmpty();
  }

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> session.sql(text).collect())
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }

  @Test
  void nothingCanBeChanged() {
    String why = ": the catalog is for reading; runs write its tables";
    refuses("DROP TABLE screening.materials", "Cannot drop screening.materials" + why);
    refuses("CREATE TABLE screening.mine (a INT)", "Cannot create screening.mine" + why);
    refuses(
        "ALTER TABLE screening.materials ADD COLUMN a INT",
        "Cannot alter screening.materials" + why);
    refuses(
        "ALTER TABLE screening.materials RENAME TO screening.mine",
        "Cannot rename screening.materials" + why);
    assertThatThrownBy(() -> session.sql("INSERT INTO screening.runs SELECT * FROM screening.runs"))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("append");
    assertThatThrownBy(() -> session.sql("DELETE FROM screening.runs"))
        .isInstanceOf(AnalysisException.class);
  }

  @Test
  void whatIsNotThereIsSaid() {
    String results = folder.resolve("a results=1 %41 #").toString();
    refuses(
        "SELECT * FROM screening.runs VERSION AS OF 3",
        "Cannot read manifest 3 of "
            + results
            + ": expected a number from 1 to 2, found no manifest of that number");
    refuses(
        "SELECT * FROM screening.runs VERSION AS OF 'first'",
        "Cannot read manifest first of "
            + results
            + ": expected the number of a manifest, for example 1");
    refuses(
        "SELECT * FROM screening.runs TIMESTAMP AS OF '2026-01-01'",
        "Cannot read screening.runs by a time: expected VERSION AS OF the number of a manifest");
    assertThatThrownBy(() -> session.sql("SELECT * FROM screening.materails"))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("`screening`.`materails` cannot be found");
    assertThatThrownBy(() -> session.sql("SELECT * FROM screening.deep.materials"))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("cannot be found");
    assertThatThrownBy(() -> session.sql("SHOW TABLES IN screening.deep"))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("deep");
  }

  private static void fails(String output, String message) {
    for (String text : List.of("SELECT * FROM screening.materials", "SHOW TABLES IN screening")) {
      SparkSession wrong = SessionTables.catalog(shared, output);
      assertThatThrownBy(() -> wrong.sql(text).collect())
          .isInstanceOf(InputException.class)
          .hasMessage(message);
    }
  }

  @Test
  void anOutputThatIsNoneIsSaid() throws IOException {
    Path none = folder.resolve("none");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path future = folder.resolve("future");
    Files.createDirectories(future.resolve("_manifests"));
    Files.writeString(
        future.resolve("_manifests/00000001.json"),
        "{\"format\": 2, \"number\": 1, \"parts\": []}");
    String expected = ": expected a screening's output folder, found ";
    fails(
        none.toString(),
        "Cannot read results in " + none + expected + "nothing there; check the path");
    fails(
        empty.toString(),
        "Cannot read results in "
            + empty
            + expected
            + "no manifest in it: nothing is committed there yet; run epdi screen first, or give the"
            + " folder that the campaign's output names");
    fails(
        future.toString(),
        "Cannot read manifest file:"
            + future
            + "/_manifests/00000001.json: expected format 1, found 2; a newer epdi-screen wrote it,"
            + " use that one");
    fails(
        "s3a://key:secret@bucket/results",
        "Cannot use spark.sql.catalog.screening.output s3a:...: expected none with credentials in"
            + " it (configure the file system instead)");
    fails(
        "",
        "Cannot use catalog screening: expected spark.sql.catalog.screening.output to be the output"
            + " folder of a campaign, found nothing");
  }

  @Test
  void anUnknownSettingIsSaid() {
    SparkSession odd = SessionTables.catalog(shared, "results");
    odd.conf().set("spark.sql.catalog.screening.path", "results");
    assertThatThrownBy(() -> odd.sql("SHOW TABLES IN screening"))
        .hasMessage(
            "Cannot use spark.sql.catalog.screening.path: there is only"
                + " spark.sql.catalog.screening.output");
  }
}
