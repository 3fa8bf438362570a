package io.github.epdi.runs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Durable marks of work that was started and has not ended. A mark is set before the work on a
 * result begins and removed when the work ends in any way, unless its process dies. The marks of a
 * result thus count how often a worker died while computing it.
 *
 * <p>A mark names its worker. Marks of a worker that was taken away or that a person stopped are
 * forgiven and do not count, unless a result has so many of them that it may be the cause after
 * all.
 */
public final class StartMarks implements Serializable {
  private static final long serialVersionUID = 2L;
  private static final String FORGIVEN = "forgiven-";

  /**
   * Number of forgiven marks of one result that do not count. More of them count, because a worker
   * can also be called lost when a grid keeps it from answering.
   */
  private static final int MOST_FORGIVEN = 8;

  private final String folder;
  private final SerializableConfiguration configuration;

  /** Takes the marks of an output folder. */
  public StartMarks(RunLayout layout, Configuration configuration) {
    this.folder = layout.starts().toString();
    this.configuration = new SerializableConfiguration(configuration);
  }

  /**
   * A worker as a cluster knows it.
   *
   * @param application id of the Spark application
   * @param executor id of the executor, unique in the application
   */
  public record Worker(String application, String executor) {
    private String line() {
      return application + " " + executor;
    }
  }

  /** The mark of one start that has not ended. */
  public final class Mark {
    private final Path file;

    private final String remark;

    private Mark(Path file, String remark) {
      this.file = file;
      this.remark = remark;
    }

    /**
     * Rewrites this mark without its worker, so that it can never be forgiven. Called when the
     * worker dies of this work.
     */
    public void blame() {
      try (OutputStream out = files().create(file, true)) {
        out.write(remark.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
      }
    }

    /** Removes the mark because the work has ended. */
    public void end() {
      try {
        files().delete(file, false);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot remove " + file, e);
      }
    }
  }

  /**
   * Marks a start. The mark is stored when this returns.
   *
   * @param identity identity of the result
   * @param worker the worker that begins
   * @param remark one line for people
   */
  public Mark begin(String identity, Worker worker, String remark) {
    Path file = new Path(of(identity), UUID.randomUUID().toString());
    try (OutputStream out = files().create(file, false)) {
      out.write((remark + "\n" + worker.line()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
    return new Mark(file, remark);
  }

  /** Returns the number of marks of one result that count. */
  public int count(String identity) {
    try {
      int count = 0;
      int forgiven = 0;
      for (FileStatus mark : Pieces.list(files(), of(identity))) {
        if (mark.getPath().getName().startsWith(FORGIVEN)) {
          forgiven++;
        } else if (mark.isFile()) {
          count++;
        }
      }
      return count + Math.max(0, forgiven - MOST_FORGIVEN);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + of(identity), e);
    }
  }

  /** Returns those of the given identities that have a mark that counts, in order. */
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

  /** Forgives all marks of the chosen workers. */
  public void forgive(Predicate<Worker> chosen) {
    try {
      for (FileStatus identity : Pieces.list(files(), new Path(folder))) {
        for (FileStatus mark : Pieces.list(files(), identity.getPath())) {
          Path file = mark.getPath();
          if (!file.getName().startsWith(FORGIVEN) && isOf(chosen, file)) {
            files().rename(file, new Path(file.getParent(), FORGIVEN + file.getName()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot forgive marks in " + folder, e);
    }
  }

  private boolean isOf(Predicate<Worker> chosen, Path mark) throws IOException {
    try (InputStream in = files().open(mark)) {
      String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
      String[] worker = lines.length == 2 ? lines[1].split(" ", -1) : new String[0];
      return worker.length == 2 && chosen.test(new Worker(worker[0], worker[1]));
    } catch (FileNotFoundException e) {
      return false; // the work has ended meanwhile
    }
  }

  /** Removes all marks of some identities, whose results are settled. */
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
