package io.github.epdi.runs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Durable marks of starts without an end: set before a suspect's work begins, gone when it has come
 * to an end, however it ended, unless its process died. So the marks of one result count how often
 * it took its worker with it, or was near one that died.
 */
public final class StartMarks implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String folder;
  private final SerializableConfiguration configuration;

  /** The marks of an output folder. */
  public StartMarks(RunLayout layout, Configuration configuration) {
    this.folder = layout.starts().toString();
    this.configuration = new SerializableConfiguration(configuration);
  }

  /** One start that has not come to its end. */
  public final class Mark {
    private final Path file;

    private Mark(Path file) {
      this.file = file;
    }

    /** The work has come to its end. */
    public void end() {
      try {
        files().delete(file, false);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot remove " + file, e);
      }
    }
  }

  /**
   * Marks a start; the mark is on the disk when this returns.
   *
   * @param identity of the result
   * @param remark for people
   */
  public Mark begin(String identity, String remark) {
    Path file = new Path(of(identity), UUID.randomUUID().toString());
    try (OutputStream out = files().create(file, false)) {
      out.write(remark.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
    return new Mark(file);
  }

  /** Number of starts without an end of one result. */
  public int count(String identity) {
    try {
      return (int) Pieces.list(files(), of(identity)).stream().filter(FileStatus::isFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + of(identity), e);
    }
  }

  /** Those of some identities that have a start without an end, in order. */
  public Set<String> among(Collection<String> identities) {
    try {
      Set<String> marked = new TreeSet<>();
      for (FileStatus status : Pieces.list(files(), new Path(folder))) {
        marked.add(status.getPath().getName());
      }
      marked.retainAll(identities);
      marked.removeIf(identity -> count(identity) == 0);
      return marked;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  /** Removes all marks of some identities: their results are settled. */
  public void forget(Collection<String> identities) {
    try {
      for (FileStatus status : Pieces.list(files(), new Path(folder))) {
        if (identities.contains(status.getPath().getName())) {
          files().delete(status.getPath(), true);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clear " + folder, e);
    }
  }

  private Path of(String identity) {
    return new Path(folder, identity);
  }

  private FileSystem files() throws IOException {
    return new Path(folder).getFileSystem(configuration.value());
  }
}
