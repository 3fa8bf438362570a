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
 * Compares the files of an output folder with what its manifests say about them, for example after
 * the folder was copied. It checks that each file exists and has the right length, digest and
 * number of rows. Every file is read completely.
 */
public final class RunVerification {
  private static final int AT_A_TIME = 8;

  private final RunLayout layout;
  private final Configuration configuration;

  /** Takes one output folder. */
  public RunVerification(RunLayout layout, Configuration configuration) {
    this.layout = layout;
    this.configuration = configuration;
  }

  /**
   * The outcome of a verification.
   *
   * @param manifests number of manifests
   * @param files number of different files that they name
   * @param bytes length of these files together according to the manifests
   * @param faults one line for each faulty manifest or file; empty if there are none
   */
  public record Report(int manifests, int files, long bytes, List<String> faults) {
    /** Copies the list. */
    public Report {
      faults = List.copyOf(faults);
    }
  }

  /** Checks all files of all manifests. For each file only the first fault is reported. */
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

  /** Returns what is wrong with a file, or null. */
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
