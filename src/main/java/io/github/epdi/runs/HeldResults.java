package io.github.epdi.runs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Durable notes of results by an older version of the program that were held against their files
 * and still hold. Each note is a file of its own with one identity in a line, so that drivers that
 * note at the same time do not disturb each other. Without its notes a result is only looked at
 * again.
 */
public final class HeldResults {
  private final Path folder;
  private final Configuration configuration;

  /** Takes the notes of an output folder. */
  public HeldResults(RunLayout layout, Configuration configuration) {
    this.folder = layout.held();
    this.configuration = configuration;
  }

  /**
   * Returns the identities of all notes.
   *
   * @throws UncheckedIOException if storage fails
   */
  public Set<String> identities() {
    Set<String> identities = new HashSet<>();
    try {
      FileSystem files = folder.getFileSystem(configuration);
      for (FileStatus note : Pieces.list(files, folder)) {
        try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(files.open(note.getPath()), StandardCharsets.UTF_8))) {
          in.lines().forEach(identities::add);
        }
      }
      return identities;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * Notes further identities.
   *
   * @throws UncheckedIOException if storage fails
   */
  public void note(Collection<String> identities) {
    Path file = new Path(folder, UUID.randomUUID().toString());
    try (OutputStream out = file.getFileSystem(configuration).create(file, false)) {
      out.write((String.join("\n", identities) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
