package io.github.epdi.cluster;

import io.github.epdi.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;

/** A server of the S3 protocol in a process of its own, for {@code jobs/test/cluster.sh}. */
public final class StoreMain {
  private static final String BUCKET = "campaigns";

  /** What clients need to find the bucket; who they are stands in their environment. */
  private static final List<String> SETTINGS =
      List.of("endpoint", "endpoint.region", "path.style.access", "connection.ssl.enabled");

  private StoreMain() {}

  /**
   * {@code serve SETTINGS FOLDER...}: a bucket "campaigns" with copies of these folders; writes
   * Spark's settings for it, then serves until it is killed. {@code fetch SETTINGS PREFIX FOLDER}:
   * copies what has the prefix from the bucket.
   */
  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    Path settings = Path.of(words.get(1));
    switch (words.get(0)) {
      case "serve" -> serve(settings, words.subList(2, words.size()));
      case "fetch" -> fetch(settings, words.get(2), Path.of(words.get(3)));
      default -> throw new IllegalArgumentException(words.get(0));
    }
  }

  private static void serve(Path settings, List<String> folders) throws Exception {
    Configuration configuration = new Configuration();
    S3Server.start().bucket(BUCKET, configuration);
    org.apache.hadoop.fs.Path bucket = new org.apache.hadoop.fs.Path("s3a://" + BUCKET + "/");
    FileSystem store = bucket.getFileSystem(configuration);
    for (String folder : folders) {
      store.copyFromLocalFile(
          new org.apache.hadoop.fs.Path(folder),
          new org.apache.hadoop.fs.Path(bucket, Path.of(folder).getFileName().toString()));
    }
    String prefix = "fs.s3a.bucket." + BUCKET + ".";
    Path part = settings.resolveSibling(settings.getFileName() + ".part");
    Files.writeString(
        part,
        SETTINGS.stream()
            .map(name -> "spark.hadoop." + prefix + name + "  " + configuration.get(prefix + name))
            .collect(Collectors.joining("\n", "", "\n")));
    Files.move(part, settings, StandardCopyOption.ATOMIC_MOVE);
    Thread.currentThread().join();
  }

  private static void fetch(Path settings, String prefix, Path folder) throws IOException {
    Configuration configuration = new Configuration();
    try (Stream<String> lines = Files.lines(settings)) {
      lines
          .map(line -> line.split("\\s+"))
          .forEach(pair -> configuration.set(pair[0].replace("spark.hadoop.", ""), pair[1]));
    }
    org.apache.hadoop.fs.Path from =
        new org.apache.hadoop.fs.Path("s3a://" + BUCKET + "/" + prefix);
    FileUtil.copy(from.getFileSystem(configuration), from, folder.toFile(), false, configuration);
  }
}
