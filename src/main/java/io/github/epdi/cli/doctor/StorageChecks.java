package io.github.epdi.cli.doctor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Checks whether storage answers. It lists and reads, and writes only where results are to go. */
final class StorageChecks {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String ADVICE =
      "check the address, the network and the credentials (HADOOP_CONF_DIR, fs.s3a.* there)";

  private final Configuration configuration;

  /**
   * Takes the user's configuration with few and short retries, because nobody waits for minutes
   * here.
   */
  StorageChecks(Configuration users) {
    configuration = new Configuration(users);
    configuration.setInt("fs.s3a.attempts.maximum", 1);
    configuration.setInt("fs.s3a.retry.limit", 1);
    configuration.set("fs.s3a.connection.establish.timeout", "5s");
    configuration.setInt("ipc.client.connect.max.retries", 1);
    configuration.setInt("ipc.client.connect.timeout", 5000);
    configuration.setInt("ipc.client.connect.max.retries.on.timeouts", 1);
  }

  /** Makes a check of whether a file or folder can be read. */
  Check readable(String name, String uri) {
    return new Check(name, LIMIT, ADVICE, () -> read(new Path(uri)));
  }

  /** Makes a check of whether a pattern names files that can be read. */
  Check inputs(String pattern) {
    return new Check("inputs", LIMIT, ADVICE, () -> readMatches(new Path(pattern)));
  }

  /**
   * Makes a check of whether results can be written. It writes a file, looks for it and deletes it.
   */
  Check writable(String folder) {
    String advice = "choose an output that you can write (--set output=FOLDER)";
    return new Check(
        "output", LIMIT, advice, () -> new WriteProbe(configuration).probe(new Path(folder)));
  }

  private Finding read(Path path) throws IOException {
    try (FileSystem files = FileSystem.newInstance(uri(path), configuration)) {
      FileStatus status = files.getFileStatus(path);
      if (!status.isDirectory()) {
        readFirstByte(files, status);
        return Finding.ok(path + " can be read");
      }
      FileStatus[] listed = files.listStatus(path);
      for (FileStatus file : listed) {
        if (file.isFile()) {
          readFirstByte(files, file);
          return Finding.ok(path + ": " + listed.length + " entries, the first file can be read");
        }
      }
      return Finding.ok(path + ": " + listed.length + " entries, no file right in it");
    } catch (FileNotFoundException e) {
      return Finding.fail(path + ": nothing there", "check the address");
    }
  }

  private Finding readMatches(Path pattern) throws IOException {
    try (FileSystem files = FileSystem.newInstance(uri(pattern), configuration)) {
      FileStatus[] found = files.globStatus(pattern);
      if (found == null || found.length == 0) {
        return Finding.fail(
            pattern + ": no file matches",
            "check inputs in the campaign: paths are relative to it");
      }
      readFirstByte(files, found[0]);
      return Finding.ok(pattern + ": " + found.length + " files, the first can be read");
    }
  }

  private java.net.URI uri(Path path) {
    return path.toUri().getScheme() == null
        ? FileSystem.getDefaultUri(configuration)
        : path.toUri();
  }

  private static void readFirstByte(FileSystem files, FileStatus file) throws IOException {
    if (file.isDirectory()) {
      throw new IOException(file.getPath() + " is a directory, expected a file");
    }
    try (InputStream in = files.open(file.getPath())) {
      in.read();
    }
  }
}
