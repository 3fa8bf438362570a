package io.github.epdi.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file of the package that is written.
 *
 * @param name its path in the package, parts divided by "/"
 * @param mediaType its type
 * @param meaning what is in it, in one sentence
 * @param bytes its length
 * @param sha256 its digest, hexadecimal
 */
record PackagedFile(String name, String mediaType, String meaning, long bytes, String sha256) {
  static final String PARQUET = "application/vnd.apache.parquet";
  static final String JSON_LINES = "application/jsonlines";
  static final String JSON_LD = "application/ld+json";
  static final String JSON = "application/json";
  static final String YAML = "application/yaml";
  static final String MARKDOWN = "text/markdown";

  static PackagedFile of(Path folder, String name, String mediaType, String meaning)
      throws IOException {
    Path file = folder.resolve(name);
    try (InputStream stream = Files.newInputStream(file)) {
      return new PackagedFile(
          name, mediaType, meaning, Files.size(file), DigestUtils.sha256Hex(stream));
    }
  }
}
