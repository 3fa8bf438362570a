package io.github.epdi.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonConfigurationKeysPublic;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;
import org.apache.hadoop.yarn.server.resourcemanager.scheduler.fifo.FifoScheduler;

/**
 * An HDFS of one DataNode and a YARN of two NodeManagers in a process of their own, for {@code
 * jobs/test/yarn.sh}. Ends when it is killed.
 */
public final class HadoopMain {
  private static final int NODES = 2;
  private static final int NODE_MEGABYTES = 6144;

  private HadoopMain() {}

  /**
   * {@code FOLDER}: keeps everything in it, and writes the settings of clients to {@code
   * FOLDER/conf} when all of it runs. Its containers' logs are aggregated to {@code /logs} of the
   * HDFS.
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    System.setProperty("test.build.data", folder.resolve("nodes").toString());
    Configuration configuration = new YarnConfiguration();
    configuration.set("hadoop.tmp.dir", folder.resolve("tmp").toString());
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("dfs").toString());
    MiniDFSCluster storage = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    storage.waitActive();
    configuration.set("fs.defaultFS", storage.getURI().toString());

    configuration.setClass(YarnConfiguration.RM_SCHEDULER, FifoScheduler.class, Object.class);
    configuration.setInt(YarnConfiguration.YARN_MINICLUSTER_NM_PMEM_MB, NODE_MEGABYTES);
    configuration.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, 256);
    configuration.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
    configuration.setFloat(YarnConfiguration.NM_MAX_PER_DISK_UTILIZATION_PERCENTAGE, 100);
    configuration.setBoolean(YarnConfiguration.LOG_AGGREGATION_ENABLED, true);
    configuration.set(YarnConfiguration.NM_REMOTE_APP_LOG_DIR, "/logs");
    MiniYARNCluster nodes = new MiniYARNCluster("yarn", NODES, 1, 1);
    nodes.init(configuration);
    nodes.start();
    Configuration clients = new Configuration(nodes.getConfig());
    // A class of the cluster's own tests, which no client has.
    clients.unset(CommonConfigurationKeysPublic.NET_TOPOLOGY_NODE_SWITCH_MAPPING_IMPL_KEY);
    write(clients, folder.resolve("conf"));
    Thread.currentThread().join();
  }

  /** Each file appears whole, and the one that is waited for is the last. */
  private static void write(Configuration configuration, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : new String[] {"core-site.xml", "hdfs-site.xml", "yarn-site.xml"}) {
      Path part = folder.resolve(name + ".part");
      try (OutputStream out = Files.newOutputStream(part)) {
        configuration.writeXml(out);
      }
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
