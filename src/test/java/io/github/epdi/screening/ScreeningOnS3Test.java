package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.S3Server;
import io.github.epdi.SparkExtension;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(onS3.run().grids()).isEqualTo(5);
    assertThat(onS3.run().rejects()).isEqualTo(4);
    assertThat(ComparableRows.of(onS3)).isEqualTo(expected);
  }

  @Test
  void piecesAndTablesAreWrittenByTheMagicCommitter() throws IOException {
    List<String> committers = new ArrayList<>();
    FileSystem files = ROOT.getFileSystem(configuration);
    RemoteIterator<LocatedFileStatus> found = files.listFiles(new Path(ROOT, "results"), true);
    while (found.hasNext()) {
      Path file = found.next().getPath();
      if (file.getName().equals("_SUCCESS")) {
        try (InputStream in = files.open(file)) {
          committers.add(new ObjectMapper().readTree(in).path("committer").asText());
        }
      }
    }
    assertThat(committers).hasSizeGreaterThanOrEqualTo(8).containsOnly("magic");
  }

  @Test
  void aSecondSubmitIsANoOp(SparkSession spark) {
    ScreeningResult again =
        new ScreeningJob(spark, CampaignFolder.read(ROOT, configuration), 1).run();

    assertThat(again.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(again.views().manifest().number()).isEqualTo(1);
  }
}
