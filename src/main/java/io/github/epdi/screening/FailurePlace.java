package io.github.epdi.screening;

import io.github.epdi.grid.Credentials;
import java.util.Arrays;

/** Describes in one line what an exception is and where in the program it came from. */
final class FailurePlace {
  private static final String OURS = "io.github.epdi.";

  private FailurePlace() {}

  /**
   * Returns the innermost cause with its message and the place that threw it. If that place is not
   * in this program, the line also names the place in this program that had called it. Control
   * characters and credentials are taken out.
   */
  static String described(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    StringBuilder text = new StringBuilder(root.getClass().getName());
    if (root.getMessage() != null) {
      text.append(" (").append(root.getMessage()).append(')');
    }
    StackTraceElement[] places = root.getStackTrace();
    if (places.length > 0) {
      text.append(" at ").append(places[0]);
      Arrays.stream(places)
          .filter(place -> place.getClassName().startsWith(OURS))
          .findFirst()
          .filter(place -> !place.equals(places[0]))
          .ifPresent(place -> text.append(", called from ").append(place));
    }
    return Credentials.hidden(text.toString().replaceAll("\\p{Cntrl}+", " "));
  }
}
