package io.github.epdi.screening;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** What the markers of completely written folders say of their committer. */
final class Successes {
  private Successes() {}

  /** Of each marker below a folder the committer's name; the file committer leaves none. */
  static List<String> committers(FileSystem files, Path folder) throws IOException {
    List<String> committers = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> found = files.listFiles(folder, true);
    while (found.hasNext()) {
      Path file = found.next().getPath();
      if (file.getName().equals("_SUCCESS")) {
        try (InputStream in = files.open(file)) {
          committers.add(new ObjectMapper().readTree(in).path("committer").asText());
        }
      }
    }
    return committers;
  }
}
