package io.github.epdi.cli.doctor;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Writes a small file into an output folder and deletes it again, with the folders that were made
 * for it.
 */
final class WriteProbe {
  private static final long LEAST_FREE_BYTES = 1L << 30;

  private final Configuration configuration;

  WriteProbe(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Probes a folder, which need not exist. */
  Finding probe(Path folder) throws IOException {
    try (FileSystem files = FileSystem.newInstance(folder.toUri(), configuration)) {
      Deque<Path> made = missing(files, folder);
      Path file = new Path(folder, "_epdi-doctor-" + UUID.randomUUID());
      try {
        try (OutputStream out = files.create(file, false)) {
          out.write('x');
        }
        if (files.getFileStatus(file).getLen() != 1) {
          throw new IOException("what was written to " + folder + " is not there");
        }
      } finally {
        files.delete(file, false);
        for (Path one : made) {
          if (files.exists(one)) {
            files.delete(one, false);
          }
        }
      }
      return room(files, folder);
    }
  }

  /** Returns the folders that a file in this one would make, innermost first. */
  private static Deque<Path> missing(FileSystem files, Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path p = folder; p != null && !files.exists(p); p = p.getParent()) {
      missing.add(p);
    }
    return missing;
  }

  private static Finding room(FileSystem files, Path folder) throws IOException {
    Path existing = folder;
    while (!files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    long free = files.getStatus(existing).getRemaining();
    if (!files.getScheme().equals("file") && !files.getScheme().equals("hdfs")) {
      return Finding.ok(folder + " can be written");
    }
    String found = folder + " can be written, " + Sizes.text(free) + " free";
    return free >= LEAST_FREE_BYTES ? Finding.ok(found) : Finding.warn(found, "make room");
  }
}
