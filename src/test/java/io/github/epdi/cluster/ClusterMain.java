package io.github.epdi.cluster;

import io.github.epdi.model.ScreeningBundles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code jobs/test/cluster.sh} needs of the test classes. */
public final class ClusterMain {
  private ClusterMain() {}

  /**
   * {@code bundle DIR}: writes a small bundle. {@code compare REFERENCE OUTPUT same|good}: whether
   * an output holds the rows of another one. {@code watch GRIDS STOP OUTPUT...}: reads outputs
   * until the file STOP is there.
   */
  public static void main(String[] arguments) throws Exception {
    List<String> complaints = new ArrayList<>();
    switch (arguments[0]) {
      case "bundle" -> ScreeningBundles.write(Path.of(arguments[1]), 1);
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
