package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.epdi.SparkExtension;
import io.github.epdi.SparkSuite;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.model.torch.GraphicsProcessors;
import io.github.epdi.runs.TableFiles;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.InputListing;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RejectRow;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.ResultTable;
import io.github.epdi.tables.RunRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ScreeningJobTest {
  private static final int MEMBERS = 2;

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path bundle;
  private static GridFolder good;
  private static ScreeningResult reference;

  @BeforeAll
  static void screenOnce(SparkSession spark) throws IOException {
    bundle = shared.resolve("bundle");
    ScreeningBundles.write(bundle, MEMBERS);
    good = new GridFolder(shared.resolve("grids")).withGoodGrids();
    reference = run(spark, good.campaign(bundle, shared.resolve("out")), 2);
  }

  private static ScreeningResult run(SparkSession spark, Campaign campaign, int slots) {
    return new ScreeningJob(spark, campaign, slots).run();
  }

  private static Dataset<Row> ordered(ScreeningResult result, FlatTable<?> table) {
    Column[] key =
        table.key().stream()
            .filter(name -> !name.equals(FlatTable.RUN_ID))
            .map(functions::col)
            .toArray(Column[]::new);
    return result
        .visible()
        .views(SparkSession.active())
        .table(table.name(), result.runId())
        .orderBy(key);
  }

  @Test
  void everyGridGivesItsRows() throws IOException {
    RunRow run = reference.run();

    assertThat(reference.outcome()).isEqualTo(ScreeningResult.Outcome.SCREENED);
    assertThat(run.execution().costs().grids()).isEqualTo(5);
    assertThat(run.execution().costs().rejects()).isZero();
    assertThat(run.execution().costs().images()).isEqualTo(GridFolder.UNIQUE_SITES);
    assertThat(run.execution().costs().networkEvaluations())
        .isEqualTo((long) GridFolder.UNIQUE_SITES * MEMBERS);
    assertThat(run.model().members()).isEqualTo(MEMBERS);
    assertThat(run.added().schemaVersion()).isEqualTo(FlatTable.SCHEMA_VERSION);
    assertThat(run.added().modelJson()).isEqualTo(Files.readString(bundle.resolve("bundle.json")));
    assertThat(reference.best(10))
        .extracting(MaterialRow::materialId)
        .containsExactlyInAnyOrder("MoS2", "MoS2-Ti", "TiS2", "WS2", "WS2-Nb");
    assertThat(reference.best(10)).isSortedAccordingTo(MaterialsTable.bestFirst());
    assertThat(reference.best(2)).isEqualTo(reference.best(10).subList(0, 2));
    assertThat(
            NamesInManifests.of(
                new org.apache.hadoop.fs.Path(shared.resolve("out").toUri()), new Configuration()))
        .hasSize(FlatTable.all().size());
  }

  @Test
  void howTheWorkIsSpreadChangesNoBit(SparkSession spark, SparkSuite suite) throws IOException {
    for (int slots : new int[] {1, 5}) {
      ScreeningResult other =
          run(spark, good.campaign(bundle, folder.resolve("out" + slots)), slots);

      assertThat(other.runId()).isEqualTo(reference.runId());
      for (FlatTable<?> table : ResultTable.projections()) {
        suite.assertDataFrameEquals(ordered(reference, table), ordered(other, table));
      }
    }
  }

  /** Nothing is listed, let alone read: the job is not even made. */
  @Test
  void aDeviceThatIsNotThereIsSaidAtOnce(SparkSession spark) throws IOException {
    assumeFalse(GraphicsProcessors.areUsable(), "skipped: there is a graphics processor");
    Campaign onGraphics = good.campaign(bundle, folder.resolve("out"), "model.device=gpu");

    assertThatThrownBy(() -> new ScreeningJob(spark, onGraphics))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot predict on gpu 0");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whateverDeviceThereIsGivesTheRowsOfThatDevice(SparkSession spark) throws IOException {
    assumeFalse(GraphicsProcessors.areUsable(), "skipped: there is a graphics processor");
    ScreeningResult again =
        run(spark, good.campaign(bundle, shared.resolve("out"), "model.device=auto"), 2);

    assertThat(again.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(again.runId()).isEqualTo(reference.runId());
    assertThat(again.run().execution().platform().device()).isEqualTo("cpu");
  }

  @Test
  void aBatchSizeThatNobodySaidIsAmongTheRunsSettings(SparkSession spark) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("campaign.yaml"),
            "name: test\ninputs: ['"
                + String.join("', '", good.campaign(bundle, folder.resolve("out")).inputs())
                + "']\nmodel: {bundle: '"
                + bundle
                + "'}\noutput: out\n");

    ScreeningResult result =
        run(spark, Campaign.read(file.toString(), List.of(), new Configuration()), 2);

    assertThat(result.run().campaign().json()).contains("\"model.batch_size\":32,");
    assertThat(reference.run().campaign().json()).contains("\"model.batch_size\":4,");
    assertThat(result.best(10)).hasSameSizeAs(reference.best(10));
  }

  /** A task that finds no device: what it says is found in what Spark throws. */
  @Test
  void aDeviceThatOnlyATaskMissesIsBadInput(SparkSession spark) throws IOException {
    assumeFalse(GraphicsProcessors.areUsable(), "skipped: there is a graphics processor");
    ModelBundle model = ModelBundle.read(bundle);
    ScreeningSpec spec =
        ScreeningSpec.of(good.campaign(bundle, folder.resolve("out"), "model.device=gpu"), model);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    ScreeningTask task =
        new ScreeningTask(
            spec,
            new Guard(Care.SHARED, 1, null),
            context.broadcast(model.bundleJson()),
            context.broadcast(model.weights()),
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()),
            new ProgressCounters(spark.sparkContext()));
    JavaRDD<Row> rows =
        context.parallelize(List.of(new TaskInputs(List.of())), 1).mapPartitions(task);

    assertThatThrownBy(
            () ->
                TableFiles.write(
                    spark.createDataFrame(rows, ResultTable.schema()),
                    new org.apache.hadoop.fs.Path(folder.resolve("piece").toString())))
        .isInstanceOf(SparkException.class)
        .hasStackTraceContaining("InputException: Cannot predict on gpu 0")
        .satisfies(
            thrown ->
                assertThat(
                        Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                            .filter(InputException.class::isInstance))
                    .hasSize(1));
  }

  @Test
  void brokenFilesAreRejectedAndChangeNothingElse(SparkSession spark, SparkSuite suite)
      throws IOException {
    GridFolder mixed =
        new GridFolder(shared.resolve("grids-and-broken")).withBrokenFiles().withGoodGrids();

    ScreeningResult result = run(spark, mixed.campaign(bundle, folder.resolve("out")), 2);

    assertThat(result.run().execution().costs().rejects()).isEqualTo(4);
    assertThat(result.run().execution().costs().images()).isEqualTo(GridFolder.UNIQUE_SITES);
    List<RejectRow> rejects =
        ordered(result, RejectsTable.TABLE).collectAsList().stream()
            .map(RejectsTable.TABLE::fromRow)
            .toList();
    assertThat(rejects)
        .extracting(row -> row.key().materialId(), row -> row.reason().code())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("broken-density", "NOT_A_POTENTIAL"),
            org.assertj.core.groups.Tuple.tuple("broken-empty", "BAD_HEADER"),
            org.assertj.core.groups.Tuple.tuple("broken-garbage", "BAD_HEADER"),
            org.assertj.core.groups.Tuple.tuple("broken-half", "TRUNCATED"));
    assertThat(rejects)
        .allSatisfy(reject -> assertThat(reject.reason().message()).startsWith("Cannot "));
    suite.assertDataFrameEquals(
        ordered(reference, MaterialsTable.TABLE).drop(FlatTable.RUN_ID),
        ordered(result, MaterialsTable.TABLE).drop(FlatTable.RUN_ID));
  }

  @Test
  void aSecondSubmitComputesNothingAndShowsTheFirst(SparkSession spark) throws IOException {
    long filesBefore = files(shared.resolve("out"));

    ScreeningResult again = run(spark, good.campaign(bundle, shared.resolve("out")), 2);

    assertThat(again.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(again.run()).isEqualTo(reference.run());
    assertThat(again.best(10)).isEqualTo(reference.best(10));
    assertThat(files(shared.resolve("out"))).isEqualTo(filesBefore);
    assertThat(again.visible().views(SparkSession.active()).manifest().number()).isEqualTo(1);
  }

  @Test
  void runsOfOneOutputAreVisibleTogetherAndApart(SparkSession spark) throws IOException {
    Path output = folder.resolve("out");
    String one = "inputs=" + shared.resolve("grids/MoS2.locpot");
    ScreeningResult top = run(spark, good.campaign(bundle, output, one), 1);
    ScreeningResult both = run(spark, good.campaign(bundle, output, one, "side=both"), 1);

    String materials = MaterialsTable.TABLE.name();
    assertThat(both.runId()).isNotEqualTo(top.runId());
    assertThat(both.visible().views(SparkSession.active()).table(materials).count()).isEqualTo(3);
    assertThat(both.visible().views(SparkSession.active()).table(materials, top.runId()).count())
        .isEqualTo(1);
    assertThat(both.best(10))
        .extracting(MaterialRow::side)
        .containsExactlyInAnyOrder("top", "bottom");
    // Pristine 2H: the bottom is the top's mirror image.
    assertThat(both.run().execution().costs().images()).isEqualTo(6);
    assertThat(output.resolve("_manifests")).isDirectoryContaining("glob:**/00000002.json");
  }

  @Test
  void anotherLevelOfTheoryIsAFlagOrAnError(SparkSession spark) throws IOException {
    String one = "inputs=" + shared.resolve("grids/MoS2.locpot");
    String level = "level_of_theory.functional=SCAN";
    ScreeningResult flagged =
        run(spark, good.campaign(bundle, folder.resolve("out"), one, level), 1);

    assertThat(flagged.best(1).get(0).remarks().levelOfTheoryMismatch())
        .containsExactly("functional");
    Campaign strict =
        good.campaign(
            bundle, folder.resolve("out"), one, level, "level_of_theory.on_mismatch=error");
    assertThatThrownBy(() -> run(spark, strict, 1))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("expected level_of_theory.functional SCAN as declared, found PBE");
  }

  @Test
  void whatCannotBeListedOrLoadedIsNamed(SparkSession spark) throws IOException {
    Path output = folder.resolve("out");
    Path grids = shared.resolve("grids");
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("a/x.cube"), "x");
    Files.writeString(folder.resolve("a/x.xsf.gz"), "x");

    assertFails(spark, output, "inputs=/none/LOCPOT", "Cannot list file:/none/LOCPOT: expected a");
    assertFails(spark, output, "inputs=" + grids + "/*.none", "expected at least one file, found");
    assertFails(spark, output, "inputs=" + grids, "expected a file, found a directory");
    assertFails(
        spark,
        output,
        "inputs=" + folder + "/a/*",
        "expected one file for each material id, found");
    assertFails(
        spark, output, "model.bundle=/none", "Cannot use model file:/none: expected bundle");
    assertThat(output).doesNotExist();
  }

  @Test
  void globsOfFoldersTakeNamesAsTheyAre(SparkSession spark) throws IOException {
    Path root = Files.createDirectories(folder.resolve("g"));
    String text = Files.readString(shared.resolve("grids/MoS2.locpot"));
    for (String name : List.of("a", "b[1]", "c{2}", "d")) {
      Files.writeString(Files.createDirectories(root.resolve(name)).resolve("LOCPOT"), text);
    }
    Files.writeString(root.resolve("a-file"), "no folder");

    assertThat(listed(spark, root + "/*/LOCPOT")).containsExactly("a", "b[1]", "c{2}", "d");
    assertThat(listed(spark, root + "/{a,d}/LOC*")).containsExactly("a", "d");
    assertThat(listed(spark, root + "/{a/LOCPOT,d/LOCPOT}")).containsExactly("a", "d");
    assertThat(listed(spark, root + "/[ab]*/LOCPOT")).containsExactly("a", "b[1]");
  }

  /** Listed in another way than by Hadoop's own glob, which takes twice as long. */
  @Test
  void globsOfOneFolderFindWhatHadoopFinds(SparkSession spark) throws IOException {
    Path root = Files.createDirectories(folder.resolve("flat[1]"));
    for (String name : List.of("a", "b[1]", "c{2}", "d d", ".e", "a%20", "\u00e4")) {
      Files.writeString(root.resolve(name + ".locpot"), name);
    }
    Files.createLink(root.resolve("f"), root.resolve("a.locpot"));

    for (String start : List.of(root.toString().replaceAll("[\\[\\]]", "\\\\$0"), linked(root))) {
      for (String name :
          List.of("*", "*.locpot", "?.locpot", "[ab]*.locpot", "{a,c*}.locpot", "b\\[1\\]*")) {
        var pattern = new org.apache.hadoop.fs.Path("file:" + start + "/" + name);
        List<String> expected =
            Stream.of(pattern.getFileSystem(new Configuration()).globStatus(pattern))
                .map(
                    file -> file.getPath() + " " + file.getLen() + " " + file.getModificationTime())
                .toList();

        assertThat(expected).isNotEmpty();
        assertThat(
                InputListing.of(
                    () -> spark,
                    spark.sparkContext().hadoopConfiguration(),
                    good.campaign(bundle, root, "inputs=" + start + "/" + name)))
            .as(name)
            .extracting(grid -> grid.uri() + " " + grid.lengthBytes() + " " + grid.modifiedMillis())
            .containsExactlyElementsOf(expected);
      }
    }
  }

  /** A name of the folder that needs no escapes. */
  private String linked(Path root) throws IOException {
    return Files.createSymbolicLink(folder.resolve("link"), root).toString();
  }

  private List<String> listed(SparkSession spark, String glob) throws IOException {
    Campaign campaign = good.campaign(bundle, folder.resolve("out"), "inputs=" + glob);
    return InputListing.of(() -> spark, spark.sparkContext().hadoopConfiguration(), campaign)
        .stream()
        .map(GridInput::uri)
        .map(uri -> new org.apache.hadoop.fs.Path(uri).getParent().getName())
        .toList();
  }

  private static void assertFails(SparkSession spark, Path output, String setting, String message)
      throws IOException {
    Campaign campaign = good.campaign(bundle, output, setting);
    assertThatThrownBy(() -> run(spark, campaign, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aManifestNamesGridsAndWhatIsDeclaredOfThem(SparkSession spark) throws IOException {
    Path table =
        Files.writeString(
            shared.resolve("inputs.csv"),
            "uri,material_id,sign\ngrids/MoS2.locpot,moly,electron\ngrids/WS2/LOCPOT,,\n");
    Path file =
        Files.writeString(
            shared.resolve("manifest.yaml"),
            "name: m\nmanifest: inputs.csv\nmodel: {bundle: bundle}\noutput: '"
                + folder.resolve("out")
                + "'\n");
    Campaign campaign =
        Campaign.read(file.toString(), List.of(), spark.sparkContext().hadoopConfiguration());

    assertThat(run(spark, campaign, 1).best(10))
        .extracting(MaterialRow::materialId)
        .containsExactlyInAnyOrder("moly", "WS2");
    Files.writeString(table, "uri,materialid\na,b\n");
    assertThatThrownBy(() -> run(spark, campaign, 1))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("no such column materialid; the nearest is material_id");
    Files.writeString(table, "uri,unit\ngrids/MoS2.locpot,Ha\n");
    assertThatThrownBy(() -> run(spark, campaign, 1))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "inputs.csv row 1, column unit: expected one of eV, hartree, rydberg, found \"Ha\"");
  }

  private static long files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
