package io.github.epdi.spark;

import static io.github.epdi.spark.SessionTables.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.S3Server;
import io.github.epdi.SparkExtension;
import io.github.epdi.runs.ExampleRuns;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.statistics.IOStatisticsSupport;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Catalog and data source on storage that the session knows by its configuration alone. */
@ExtendWith(SparkExtension.class)
class RemoteTablesTest {
  private static final String NEWEST =
      "SELECT material_id, run_id, percolation_2d_ev FROM %s WHERE percolation_2d_ev < 0.3 ORDER BY 1";

  @TempDir private static java.nio.file.Path folder;

  private static SparkSession shared;
  private static List<String> expected;

  @BeforeAll
  static void local(SparkSession spark) {
    shared = spark;
    String results = ExampleRuns.write(spark, folder.resolve("results")).output();
    SparkSession session = SessionTables.catalog(spark, results);
    expected = texts(session.sql(NEWEST.formatted("screening.materials")));
    assertThat(expected).hasSize(5);
  }

  private static void copy(Path target, Configuration configuration) throws IOException {
    FileUtil.copy(
        folder.resolve("results").toFile(),
        target.getFileSystem(configuration),
        target,
        false,
        configuration);
  }

  private static void showsTheSame(SparkSession session, Path results) {
    assertThat(texts(session.sql(NEWEST.formatted("screening.materials")))).isEqualTo(expected);
    session.sql(
        "CREATE OR REPLACE TEMPORARY VIEW m USING epdi OPTIONS (table 'materials', path '%s')"
            .formatted(results));
    assertThat(texts(session.sql(NEWEST.formatted("m")))).isEqualTo(expected);
  }

  @Test
  void onHdfs() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("dfs").toString());
    try (MiniDFSCluster cluster =
        new MiniDFSCluster.Builder(configuration).numDataNodes(1).build()) {
      Path results = new Path(cluster.getFileSystem().getUri().toString(), "/results");
      copy(results, configuration);

      showsTheSame(SessionTables.catalog(shared, results.toString()), results);
    }
  }

  private static long requests(FileSystem files, String name) {
    return IOStatisticsSupport.retrieveIOStatistics(files).counters().get(name);
  }

  @Test
  void onS3WhereOnlyManifestsAreListed() throws Exception {
    S3Server server = S3Server.start();
    try {
      Configuration configuration = new Configuration(false);
      server.bucket("session-tables", configuration);
      Path results = new Path("s3a://session-tables/results");
      SparkSession session = SessionTables.catalog(shared, results.toString());
      configuration.forEach(entry -> session.conf().set(entry.getKey(), entry.getValue()));
      Configuration known = new Configuration();
      configuration.forEach(entry -> known.set(entry.getKey(), entry.getValue()));
      copy(results, known);
      showsTheSame(session, results);

      // Of this very file system: statistics by scheme stay those of the first one of a process.
      FileSystem files = FileSystem.get(results.toUri(), known);
      long listed = requests(files, "op_list_status");
      long opened = requests(files, "op_open");
      assertThat(session.sql("SELECT count(*) FROM screening.all_materials").head().getLong(0))
          .isEqualTo(11);
      assertThat(requests(files, "op_list_status") - listed).as("the manifests").isOne();
      assertThat(requests(files, "op_open") - opened)
          .as("the manifest and the two files of the table")
          .isBetween(3L, 5L);
    } finally {
      server.stop();
    }
  }
}
