package io.github.epdi.runs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What is stored under a name after a publication that storage answered with an error. The request
 * may have been carried out although its reply was lost. Two publications never have equal content,
 * because a manifest names files of its own run and a lease names its owner. Equal content is
 * therefore one's own.
 */
enum PublishedContent {
  /** Nothing is stored there. */
  NONE,
  /** The content that was to be published. */
  OWN,
  /** Other content, so the name was taken. */
  OF_ANOTHER;

  static PublishedContent under(Path name, byte[] content, FileSystem files) throws IOException {
    try (InputStream in = files.open(name)) {
      byte[] found = in.readNBytes(content.length + 1);
      return Arrays.equals(found, content) ? OWN : OF_ANOTHER;
    } catch (FileNotFoundException e) {
      return NONE;
    }
  }
}
