package io.github.epdi.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file of weights that was written.
 *
 * @param name name of the file
 * @param member from 0
 * @param bytes its length
 * @param sha256 its digest, hexadecimal
 */
record ExportedFile(String name, int member, long bytes, String sha256) {
  static ExportedFile of(Path file, int member) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return new ExportedFile(
          file.getFileName().toString(), member, Files.size(file), DigestUtils.sha256Hex(stream));
    }
  }
}
