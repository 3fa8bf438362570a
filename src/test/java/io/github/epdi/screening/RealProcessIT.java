package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.model.ScreeningBundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a process of its own shows: its locale, and what it has said when it ends. */
@ExtendWith(SparkExtension.class)
class RealProcessIT {
  private static final int GRIDS = 2;

  @TempDir private Path folder;

  private ManyGrids grids() throws IOException {
    Path bundle = folder.resolve("bundle");
    ScreeningBundles.write(bundle, 1);
    return new ManyGrids(folder.resolve("grids"), bundle, GRIDS);
  }

  /** Arabic digits, Turkish cases (no I becomes i), Devanagari digits. */
  @ParameterizedTest
  @CsvSource({"ar, EG, ''", "tr, TR, ''", "hi, IN, nu-deva"})
  void noLocaleChangesNamesTablesOrAnswers(
      String language, String country, String extensions, SparkSession spark) throws Exception {
    ManyGrids grids = grids();
    Path output = folder.resolve("out");
    List<String> locale =
        List.of(
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "-Duser.extensions=" + (extensions.isEmpty() ? "" : "u-" + extensions));

    try (DriverProcess process =
        DriverProcess.start(
            locale,
            SeveralCommands.class.getName(),
            List.of(
                "screen --master local[1] --campaign " + grids.campaignFile(output),
                "runs --output " + output,
                "runs verify --output " + output,
                "query --format csv --output " + output + " --file " + query()),
            folder.resolve("log"))) {
      assertThat(process.exitCode()).as(process.output()).isZero();
      assertThat(process.output())
          .matches("(?s)[\\x00-\\x7f]*")
          .contains("Run ", "2 grids screened, 0 rejected", "visible     2 grids, 0 rejects")
          .contains("7 files of 1 manifests")
          .contains("THREE,2");
    }
    assertThat(output.resolve("_manifests/00000001.json")).exists();
    try (Stream<Path> files = Files.walk(output)) {
      assertThat(files.map(Path::toString)).allMatch(name -> name.matches("[\\x00-\\x7f]*"));
    }
    spark
        .sparkContext()
        .hadoopConfiguration()
        .set("fs." + FaultyFileSystem.SCHEME + ".impl", FaultyFileSystem.class.getName());
    ScreeningResult here = new ScreeningJob(spark, grids.campaign(output), 1).run();
    assertThat(here.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(ManyGrids.rows(here))
        .isEqualTo(
            ManyGrids.rows(
                new ScreeningJob(spark, grids.campaign(folder.resolve("here")), 1).run()));
  }

  private Path query() throws IOException {
    return Files.writeString(
        folder.resolve("query.sql"),
        "SELECT upper('three') AS word, count(*) AS TIMES FROM materials WHERE HOST IS NOT NULL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--quiet", "--verbose"})
  void aBugPrintsItsWholeTraceBeforeTheProcessEnds(String verbosity) throws Exception {
    Path bundle = folder.resolve("bundle");
    ScreeningBundles.write(bundle, 1);
    FaultyFileSystem.plant(bundle.resolve("bundle.json"), "bug");

    try (DriverProcess process =
        DriverProcess.start(
            List.of(),
            "io.github.epdi.cli.Main",
            List.of(
                "predict",
                verbosity,
                folder.resolve("grid").toString(),
                "--bundle",
                FaultyFileSystem.SCHEME + "://" + bundle),
            folder.resolve("log"))) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(3);
      assertThat(process.output())
          .contains("This is a bug in epdi; please report it with what follows.")
          .contains("java.lang.IllegalStateException: on purpose")
          .contains("at io.github.epdi.screening.FaultyFileSystem.open(")
          .contains("at io.github.epdi.cli.Main.main(Main.java:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--quiet", "--verbose"})
  void whereNothingCouldBeScreenedForABugTheCodeIsThree(String verbosity) throws Exception {
    ManyGrids grids = grids();
    for (int i = 0; i < GRIDS; i++) {
      FaultyFileSystem.plant(grids.file(i), "bug");
    }

    try (DriverProcess process =
        DriverProcess.screen(
            grids.campaignFile(folder.resolve("out")), folder.resolve("log"), verbosity)) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(3);
      assertThat(process.output())
          .contains("0 grids screened, 2 rejected")
          .contains("At 2 of the rejected grids the program failed (code FAILED)")
          .contains("(on purpose) at io.github.epdi.screening.");
      assertThat(process.output().contains("\tat io.github.epdi.screening.FaultyFileSystem.open("))
          .as("its trace")
          .isEqualTo(verbosity.equals("--verbose"));
    }
  }
}
