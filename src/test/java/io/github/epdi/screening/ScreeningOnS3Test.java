package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.FaultyProxy;
import io.github.epdi.S3Server;
import io.github.epdi.SparkExtension;
import io.github.epdi.runs.Manifests;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.ResultTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A campaign whose inputs, bundle and output are objects of an S3 server. */
@ExtendWith(SparkExtension.class)
class ScreeningOnS3Test {
  private static final Path ROOT = new Path("s3a://clean/campaign");

  @TempDir private static java.nio.file.Path folder;

  private static S3Server server;
  private static Configuration configuration;
  private static CampaignFolder campaign;
  private static Map<String, List<String>> expected;
  private static ScreeningResult onS3;

  @BeforeAll
  static void screenHereAndThere(SparkSession spark) throws Exception {
    configuration = spark.sparkContext().hadoopConfiguration();
    server = S3Server.start();
    server.bucket("clean", configuration);
    campaign = CampaignFolder.write(folder.resolve("campaign"));
    campaign.copyTo(ROOT, configuration);
    expected = ComparableRows.of(new ScreeningJob(spark, campaign.campaign(), 1).run());
    onS3 = new ScreeningJob(spark, CampaignFolder.read(ROOT, configuration), 1).run();
  }

  @AfterAll
  static void stop() throws Exception {
    ROOT.getFileSystem(configuration).close();
    server.stop();
  }

  @Test
  void theRowsAreThoseOfLocalFiles() {
    assertThat(onS3.outcome()).isEqualTo(ScreeningResult.Outcome.SCREENED);
    assertThat(onS3.run().execution().costs().grids()).isEqualTo(5);
    assertThat(onS3.run().execution().costs().rejects()).isEqualTo(4);
    assertThat(ComparableRows.of(onS3)).isEqualTo(expected);
  }

  /** Tables of a small run are one object each, which appears whole; no committer is needed. */
  @Test
  void piecesAreWrittenByTheMagicCommitterAndFewRowsWithoutOne() throws IOException {
    List<String> committers =
        Successes.committers(ROOT.getFileSystem(configuration), new Path(ROOT, "results"));

    assertThat(committers).filteredOn("magic"::equals).isNotEmpty();
    assertThat(committers)
        .filteredOn(""::equals)
        .hasSizeGreaterThanOrEqualTo(FlatTable.all().size());
    assertThat(committers).containsOnly("magic", "");
  }

  @Test
  void aSecondSubmitIsANoOp(SparkSession spark) {
    Manifests manifests = new Manifests(new RunLayout(new Path(ROOT, "results")), configuration);
    long number = manifests.newest().number();

    ScreeningResult again =
        new ScreeningJob(spark, CampaignFolder.read(ROOT, configuration), 1).run();

    assertThat(again.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(again.runId()).isEqualTo(onS3.runId());
    assertThat(manifests.newest().number()).isEqualTo(number);
  }

  @Test
  void namesInManifestsAreRelative() {
    assertThat(NamesInManifests.of(new Path(ROOT, "results"), configuration))
        .hasSize(FlatTable.all().size());
  }

  /** A bucket without a path: its root has no name of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"s3a://whole-a", "s3a://whole-b/"})
  void aBucketIsAnOutputFolderToo(String bucket, SparkSession spark) throws IOException {
    server.bucket(new Path(bucket).toUri().getAuthority(), configuration);

    ScreeningResult result =
        new ScreeningJob(spark, CampaignFolder.read(ROOT, configuration, "output=" + bucket), 1)
            .run();

    assertThat(ComparableRows.of(result)).isEqualTo(expected);
    assertThat(NamesInManifests.of(new Path(bucket), configuration))
        .hasSize(FlatTable.all().size());
    assertThat(
            new ScreeningJob(spark, CampaignFolder.read(ROOT, configuration, "output=" + bucket), 1)
                .run()
                .outcome())
        .isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
  }

  @Test
  void planesAreReadInPartsAndGiveTheSame(SparkSession spark) {
    String declared = "potential.xc=none";
    ScreeningResult planes =
        new ScreeningJob(spark, CampaignFolder.read(ROOT, configuration, declared), 1).run();

    assertThat(modes(planes)).containsEntry("MoS2", "planes").containsEntry("WS2-Nb", "planes");
    Map<String, List<String>> rows = ComparableRows.of(planes);
    for (FlatTable<?> table : ResultTable.projections()) {
      if (table != GridsTable.TABLE) { // says how much was read
        assertThat(rows.get(table.name())).isEqualTo(expected.get(table.name()));
      }
    }
  }

  private static Map<String, String> modes(ScreeningResult result) {
    return result
        .visible()
        .views(SparkSession.active())
        .table(GridsTable.TABLE.name(), result.runId())
        .collectAsList()
        .stream()
        .map(GridsTable.TABLE::fromRow)
        .collect(Collectors.toMap(row -> row.key().materialId(), row -> row.file().readMode()));
  }

  @Test
  void errorsAndSlownessOfTheServerChangeNoRow(SparkSession spark) throws IOException {
    FaultyProxy proxy =
        server.bucket("faulty", (number, request) -> number % 7 == 0, 25, configuration);
    // Requests of several threads mix: one may be the seventh again and again, but not so often.
    configuration.set("fs.s3a.bucket.faulty.retry.limit", "8");
    configuration.set("fs.s3a.bucket.faulty.retry.throttle.limit", "8");
    try {
      Path root = new Path("s3a://faulty/campaign");
      campaign.copyTo(root, configuration);
      Campaign ofFaulty =
          CampaignFolder.read(root, configuration, "model.bundle=" + new Path(ROOT, "bundle"));

      ScreeningResult result = new ScreeningJob(spark, ofFaulty, 1).run();

      assertThat(proxy.refused()).isGreaterThan(20);
      assertThat(ComparableRows.of(result)).isEqualTo(expected);
    } finally {
      proxy.stop();
    }
  }

  @Test
  @Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aServerThatIsDownIsAnErrorAndNoHang(SparkSession spark) throws IOException {
    FaultyProxy proxy = server.bucket("down", (number, request) -> true, 0, configuration);
    try {
      assertFailsSoon(spark, "Cannot list s3a://down/grids/*: ", "inputs=s3a://down/grids/*");
      assertFailsSoon(spark, "Cannot read model s3a://down/b: ", "model.bundle=s3a://down/b");
      assertFailsSoon(spark, "Cannot read manifests in s3a://down/", "output=s3a://down/results");
    } finally {
      proxy.stop();
    }
  }

  @Test
  @Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aServerThatGoesDownDuringARunEndsItAndNothingIsVisible(SparkSession spark)
      throws IOException {
    AtomicBoolean down = new AtomicBoolean();
    FaultyProxy proxy = server.bucket("dying", (number, request) -> down.get(), 0, configuration);
    try {
      Path output = new Path("s3a://dying/results");
      Campaign ofDying = CampaignFolder.read(ROOT, configuration, "output=" + output);
      ScreeningJob job = new ScreeningJob(spark, ofDying, 1);
      spark.sparkContext().setLogLevel("OFF"); // Spark has much to say of it

      assertThatThrownBy(() -> FirstOutput.during(spark, job::run, () -> down.set(true)))
          .isInstanceOfAny(
              SparkException.class, IOException.class, UncheckedIOException.class) // exit code 2
          .satisfies(thrown -> assertThat(causes(thrown)).anyMatch(IOException.class::isInstance));

      down.set(false);
      assertThat(new Manifests(new RunLayout(output), configuration).newest().tables()).isEmpty();
    } finally {
      spark.sparkContext().setLogLevel("WARN");
      proxy.stop();
    }
  }

  private static void assertFailsSoon(SparkSession spark, String message, String setting) {
    Campaign ofDown = CampaignFolder.read(ROOT, configuration, setting);
    assertThatThrownBy(() -> new ScreeningJob(spark, ofDown, 1).run())
        .isInstanceOfAny(InputException.class, UncheckedIOException.class)
        .hasMessageStartingWith(message);
  }

  private static List<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).toList();
  }
}
