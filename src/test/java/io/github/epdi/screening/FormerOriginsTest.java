package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.SparkExtension;
import io.github.epdi.grid.TestGrids;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.runs.ResultMaker;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.structure.Element;
import io.github.epdi.tables.GridsTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of results of version 0.1, which counted from the first point of cubes and XSFs. */
@ExtendWith(SparkExtension.class)
class FormerOriginsTest {
  private static final String ZERO = "     0.000000000     0.000000000     0.000000000";
  private static final String SHIFTED = "     0.750000000     0.500000000     0.000000000";
  private static final String ZERO_OF_XSF = "  0.0  0.0  0.0";

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path bundle;

  private Path grids;
  private Path output;

  @BeforeAll
  static void writeBundle(SparkSession spark) throws IOException {
    FaultyFileSystem.addTo(spark.sparkContext().hadoopConfiguration());
    bundle = shared.resolve("bundle");
    ScreeningBundles.write(bundle, 1);
  }

  @BeforeEach
  void makeFolders() throws IOException {
    grids = Files.createDirectories(folder.resolve("grids"));
    output = folder.resolve("out");
  }

  private static TestGrids grid(Element metal) {
    return TestGrids.of(GridFolder.pristine(metal));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(grids.resolve(name), text);
  }

  private void writeCompressed(String name, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(grids.resolve(name)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String shifted(String cube) {
    assertThat(cube).containsOnlyOnce(ZERO);
    return cube.replace(ZERO, SHIFTED);
  }

  private ScreeningJob job(SparkSession spark) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("campaign.yaml"),
            "name: origins\ninputs: ['"
                + FaultyFileSystem.SCHEME
                + "://"
                + grids
                + "/*.{cube,xsf,locpot,gz}']\nmodel: {bundle: '"
                + bundle
                + "', batch_size: 4}\noutput: '"
                + output
                + "'\n");
    Campaign campaign = Campaign.read(file.toString(), List.of(), new Configuration());
    return new ScreeningJob(spark, campaign, 1);
  }

  /** Makes every visible run one of another version of the program. */
  private void asOf(SparkSession spark, String version) throws IOException {
    List<Path> runs;
    try (Stream<Path> files = Files.walk(output.resolve("_data"))) {
      runs =
          files
              .filter(file -> file.toString().contains("/tables/runs/"))
              .filter(file -> file.toString().endsWith(".parquet"))
              .toList();
    }
    for (Path run : runs) {
      Path rewritten = Files.createTempDirectory(folder, "runs").resolve("table");
      spark
          .read()
          .parquet(run.toString())
          .withColumn("application_version", functions.lit(version))
          .coalesce(1)
          .write()
          .parquet(rewritten.toString());
      Files.deleteIfExists(run.resolveSibling("." + run.getFileName() + ".crc"));
      try (Stream<Path> files = Files.list(rewritten)) {
        Path part =
            files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
        Files.move(part, run, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private ScreeningResult run(SparkSession spark) throws IOException {
    return job(spark).run();
  }

  private static List<String> screened(ScreeningResult by) {
    return by
        .visible()
        .views(SparkSession.active())
        .table(GridsTable.TABLE.name(), by.runId())
        .collectAsList()
        .stream()
        .map(row -> row.<String>getAs("material_id"))
        .sorted()
        .toList();
  }

  @Test
  void onlyGridsWithAnOriginAreScreenedAgainAndOnce(SparkSession spark) throws IOException {
    List<Path> ordinary =
        List.of(
            write("a.cube", grid(Element.Mo).cube()),
            write("d.xsf", grid(Element.Mo).xsf()),
            write("f.locpot", grid(Element.Nb).locpot()));
    write("b.cube", shifted(grid(Element.W).cube()));
    writeCompressed("c.cube.gz", shifted(grid(Element.Nb).cube()));
    write("e.xsf", grid(Element.W).xsf().replace(ZERO_OF_XSF, "  0.4  0.0  0.0"));
    ScreeningResult first = run(spark);
    assertThat(first.rejects(10)).isEmpty();
    asOf(spark, "0.1.0");
    FaultyFileSystem.plant(ordinary.get(2), "error");

    RunOutlook outlook = job(spark).outlook();
    assertThat(output.resolve("_held")).as("a look at the outlook").doesNotExist();
    ScreeningResult second = run(spark);

    assertThat(outlook)
        .extracting(RunOutlook::grids, RunOutlook::visible, RunOutlook::missing)
        .containsExactly(6, 3, 3);
    assertThat(second.runId()).isEqualTo(outlook.runId()).isNotEqualTo(first.runId());
    assertThat(second.outcome()).isEqualTo(ScreeningResult.Outcome.SCREENED);
    assertThat(screened(second)).hasSize(3).noneMatch(id -> id.matches("[adf].*"));
    assertThat(second.best(10)).hasSize(6);
    assertThat(
            second.visible().views(SparkSession.active()).latest(GridsTable.TABLE.name()).count())
        .isEqualTo(6);

    for (Path file : ordinary) { // whoever opens one of them fails
      FaultyFileSystem.plant(file, "error");
    }
    assertThat(job(spark).outlook().missing()).isZero();
    assertThat(run(spark).outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
  }

  @Test
  void aFileThatCannotBeReadKeepsItsResultUntilItCan(SparkSession spark) throws IOException {
    Path file = write("b.cube", shifted(grid(Element.W).cube()));
    run(spark);
    asOf(spark, "0.1.0");
    FaultyFileSystem.plant(file, "unreadable");
    ScreeningResult unreadable = run(spark);
    FaultyFileSystem.heal(file);
    ScreeningResult readable = run(spark);

    assertThat(unreadable.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(screened(readable)).hasSize(1);
    assertThat(run(spark).outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
  }

  /** No file is looked at for a run that did not come to its end. */
  @Test
  void aPieceOfAnOlderVersionThatHasACubeIsNotUsed(SparkSession spark) throws IOException {
    for (char name = 'a'; name < 'h'; name++) {
      write(name + ".cube", grid(Element.Mo).cube());
    }
    FaultyFileSystem.plant(write("h.cube", grid(Element.Mo).cube()), "error");
    assertThatThrownBy(() -> run(spark)).hasMessageContaining("Job aborted");
    assertThat(job(spark).outlook().resumed()).isEqualTo(4);

    try (Stream<Path> files = Files.walk(output.resolve("_data"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".json")).toList()) {
        String announced = Files.readString(file);
        assertThat(announced).contains("\"development\"");
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        Files.writeString(file, announced.replace("\"development\"", "\"0.1.0\""));
      }
    }

    assertThat(job(spark).outlook().resumed()).isZero();
    assertThat(job(spark).outlook().missing()).isEqualTo(8);
  }

  @Test
  void resultsOfThisVersionAreInNoDoubt(SparkSession spark) throws IOException {
    Path file = write("b.cube", shifted(grid(Element.W).cube()));
    run(spark);
    asOf(spark, "0.2.0");
    FaultyFileSystem.plant(file, "error");

    assertThat(run(spark).outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(output.resolve("_held")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "cube, 0.1.0, true",
    "xsf, 0.1.3, true",
    "cube, , true",
    "cube, 0.2.0, false",
    "xsf, 0.10.0, false",
    "cube, development, false",
    "vasp, 0.1.0, false",
    "vaspout, , false",
    "filplot, 0.1.0, false",
    ", 0.1.0, false"
  })
  void formatAndVersionTellWhatMayDiffer(String format, String version, boolean may) {
    ResultMaker maker = version == null ? null : new ResultMaker(version, "{}");
    assertThat(FormerOrigins.mayDiffer(format, maker)).isEqualTo(may);
  }
}
