package io.github.epdi.cluster;

import io.github.epdi.model.FormulaBundles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the scripts of {@code jobs/test} need of the test classes. */
public final class ClusterMain {
  private static final int SMALL_PIXELS = 32;

  private ClusterMain() {}

  /**
   * {@code bundle DIR [PIXELS]}: writes a bundle, of small images if nothing is said. {@code
   * compare REFERENCE OUTPUT same|good}: whether an output holds the rows of another one. {@code
   * watch GRIDS STOP OUTPUT...}: reads outputs until the file STOP is there.
   */
  public static void main(String[] arguments) throws Exception {
    List<String> complaints = new ArrayList<>();
    switch (arguments[0]) {
      case "bundle" ->
          FormulaBundles.bundle(
                  arguments.length > 2 ? Integer.parseInt(arguments[2]) : SMALL_PIXELS, 1)
              .write(Path.of(arguments[1]));
      case "compare" ->
          complaints.addAll(
              RowComparison.of(arguments[1], arguments[2], RowComparison.Extent.of(arguments[3])));
      case "watch" ->
          complaints.addAll(
              new RunWatcher(
                      Long.parseLong(arguments[1]),
                      Path.of(arguments[2]),
                      List.of(arguments).subList(3, arguments.length))
                  .watch());
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    complaints.forEach(System.err::println);
    System.exit(complaints.isEmpty() ? 0 : 1);
  }
}
