package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.tables.FlatTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A campaign whose inputs, bundle and output are on HDFS, of which one DataNode stops. */
@ExtendWith(SparkExtension.class)
class ScreeningOnHdfsTest {
  private static final int DATA_NODES = 2;

  @TempDir private static java.nio.file.Path folder;

  private static MiniDFSCluster cluster;
  private static Configuration configuration;
  private static CampaignFolder campaign;

  @BeforeAll
  static void start(SparkSession spark) throws IOException {
    campaign = CampaignFolder.write(folder.resolve("campaign"));
    configuration = spark.sparkContext().hadoopConfiguration();
    Configuration ofCluster = new Configuration(configuration);
    ofCluster.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("dfs").toString());
    cluster = new MiniDFSCluster.Builder(ofCluster).numDataNodes(DATA_NODES).build();
    cluster.waitActive();
    configuration.setInt("dfs.replication", DATA_NODES);
    // Of two nodes none can stand in for a stopped one.
    configuration.set("dfs.client.block.write.replace-datanode-on-failure.policy", "NEVER");
  }

  @AfterAll
  static void stop() {
    configuration.unset("dfs.replication");
    configuration.unset("dfs.client.block.write.replace-datanode-on-failure.policy");
    cluster.shutdown();
  }

  @Test
  void aDataNodeThatStopsInTheMiddleChangesNoRow(SparkSession spark) throws IOException {
    Path root = new Path(cluster.getURI() + "/campaign");
    campaign.copyTo(root, configuration);
    Map<String, List<String>> expected =
        ComparableRows.of(new ScreeningJob(spark, campaign.campaign(), 1).run());
    ScreeningJob job = new ScreeningJob(spark, CampaignFolder.read(root, configuration), 1);

    FirstOutput.during(spark, job::run, () -> cluster.stopDataNode(0));

    assertThat(cluster.getDataNodes()).hasSize(DATA_NODES - 1);
    ScreeningResult result =
        new ScreeningJob(spark, CampaignFolder.read(root, configuration), 1).run();
    assertThat(result.outcome()).isEqualTo(ScreeningResult.Outcome.ALREADY_SCREENED);
    assertThat(result.run().execution().costs().grids()).isEqualTo(5);
    assertThat(result.run().execution().costs().rejects()).isEqualTo(4);
    assertThat(ComparableRows.of(result)).isEqualTo(expected);
    assertThat(NamesInManifests.of(new Path(root, "results"), configuration))
        .hasSize(FlatTable.all().size());
    assertThat(Successes.committers(cluster.getFileSystem(), new Path(root, "results")))
        .hasSizeGreaterThanOrEqualTo(8)
        .containsOnly("");
  }
}
