package io.github.epdi.cli.query;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats in which the answer to a query is written. */
enum QueryFormat {
  /** The first rows in aligned columns, for people. */
  TABLE,
  /** Comma-separated values by RFC 4180. */
  CSV,
  /** One array of objects. */
  JSON,
  /** One Parquet file, which can only be written with {@code --to}. */
  PARQUET;

  /** Returns the format that the end of a file's name stands for. */
  static Optional<QueryFormat> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> name.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
