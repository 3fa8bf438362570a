package io.github.epdi.cli.query;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the answer to a query is written. */
enum QueryFormat {
  /** Aligned columns for people, the first rows. */
  TABLE,
  /** RFC 4180. */
  CSV,
  /** One array of objects. */
  JSON,
  /** One file, in file only. */
  PARQUET;

  /** The format that a file's name ends in. */
  static Optional<QueryFormat> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> name.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
