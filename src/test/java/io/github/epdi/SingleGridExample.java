package io.github.epdi;

import io.github.epdi.screening.GridScreening;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.MaterialRow;

/**
 * The example of jobs/java.md, of the Java API, compiled; {@link SingleGridExampleTest} runs it.
 */
final class SingleGridExample {
  private SingleGridExample() {}

  static void run() {
    // jobs/java.md: begin
    try (GridScreening screening = GridScreening.with("jobs/demo/bundle", "side=both")) {
      GridResult result = screening.screen("jobs/demo/grids/MoS2-pristine.cube.gz");
      if (result.reject() != null) {
        throw new IllegalStateException(result.reject().reason().message());
      }
      for (MaterialRow side : result.materials()) {
        System.out.println(
            side.host().host() + ", " + side.side() + ": " + side.percolation2dEv() + " eV");
      }
    }
    // jobs/java.md: end
  }
}
