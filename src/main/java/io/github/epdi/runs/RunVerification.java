package io.github.epdi.runs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Holds the files of an output folder against what its manifests say of them, for example after the
 * folder was copied: whether each is there, its length, the digest of its content and its number of
 * rows. Every file is read as a whole.
 */
public final class RunVerification {
  private static final int AT_A_TIME = 8;

  private final RunLayout layout;
  private final Configuration configuration;

  /** Of one output folder. */
  public RunVerification(RunLayout layout, Configuration configuration) {
    this.layout = layout;
    this.configuration = configuration;
  }

  /**
   * What was found.
   *
   * @param manifests number of manifests
   * @param files number of different files that they name
   * @param bytes length of these files together, as the manifests have it
   * @param faults one line for each manifest or file that is not as it should be; empty if all are
   */
  public record Report(int manifests, int files, long bytes, List<String> faults) {
    /** Copies the list. */
    public Report {
      faults = List.copyOf(faults);
    }
  }

  /** Checks all files of all manifests; each file has one fault at most, the first that shows. */
  public Report check() {
    List<Long> numbers = new Manifests(layout, configuration).all();
    Set<TableFile> named = new LinkedHashSet<>();
    List<String> faults = new ArrayList<>();
    for (long number : numbers) {
      try {
        new Manifests(layout, configuration).read(number).tables().values().forEach(named::addAll);
      } catch (IOException e) {
        faults.add("manifest " + number + ": expected one that can be read, found " + said(e));
      }
    }
    List<SideBySide.Work<String, RuntimeException>> work = new ArrayList<>();
    named.forEach(file -> work.add(() -> fault(file)));
    SideBySide.all(AT_A_TIME, work).stream().flatMap(Stream::ofNullable).forEach(faults::add);
    long bytes = named.stream().mapToLong(TableFile::bytes).sum();
    return new Report(numbers.size(), named.size(), bytes, faults);
  }

  /** What is wrong with a file; null if nothing is. */
  private String fault(TableFile file) {
    String found;
    try {
      found = difference(file);
    } catch (FileNotFoundException e) {
      found = "expected a file, found none";
    } catch (IOException | RuntimeException e) { // the Parquet reader throws both
      found = "expected a file that can be read, found " + said(e);
    }
    return found == null ? null : file.path() + ": " + found;
  }

  private String difference(TableFile file) throws IOException {
    Path path = layout.file(file.path());
    FileSystem files = path.getFileSystem(configuration);
    FileStatus status = files.getFileStatus(path);
    if (status.getLen() != file.bytes()) {
      return "expected " + file.bytes() + " bytes, found " + status.getLen();
    }
    String digest = TableFiles.sha256(files, path);
    if (!digest.equals(file.sha256())) {
      return "expected content of SHA-256 " + file.sha256() + ", found " + digest;
    }
    long rows = TableFiles.rows(status, configuration);
    return rows == file.rows() ? null : "expected " + file.rows() + " rows, found " + rows;
  }

  private static String said(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
