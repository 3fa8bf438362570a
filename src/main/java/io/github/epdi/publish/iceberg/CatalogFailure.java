package io.github.epdi.publish.iceberg;

import io.github.epdi.publish.PublishSettings;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** Says in one line what is wrong with a catalog, its network or its storage. */
final class CatalogFailure {
  private CatalogFailure() {}

  /**
   * Returns what is to be thrown: an input error for what Iceberg, a database or storage says, and
   * everything else as it is.
   */
  static RuntimeException of(PublishSettings settings, RuntimeException thrown) {
    if (thrown instanceof InputException || !isOutside(thrown)) {
      return thrown;
    }
    return new InputException(
        "Cannot publish to the " + settings.place() + ": " + InputException.reason(thrown), thrown);
  }

  private static boolean isOutside(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || cause instanceof UncheckedIOException
          || cause instanceof SQLException
          || cause.getClass().getName().startsWith("org.apache.iceberg.")) {
        return true;
      }
    }
    return false;
  }
}
