package io.github.epdi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One graphics processor and many tasks, with a stub of the device: how well it is used. */
final class DevicePart implements Part {
  @Override
  public String name() {
    return "device";
  }

  @Override
  public List<Measurement> measure(Bench bench) throws IOException {
    List<String> tasks =
        bench.effort() == Bench.Effort.QUICK
            ? List.of("1", "8")
            : List.of("1", "2", "4", "8", "16");
    JsonNode answer =
        ChildProcess.java(bench.folder("device"), List.of("-Xmx256m"), main(), tasks).answer();
    List<Measurement> rows = new ArrayList<>();
    for (String grids : List.of("large", "small")) {
      double batcher = answer.get(grids + "-batcher-8").asDouble();
      rows.add(row(grids, batcher, "the stub's limit", answer.get("most").asDouble()));
      rows.add(
          row(
              grids,
              batcher,
              "one task that draws and predicts alone",
              answer.get(grids + "-turns-1").asDouble()));
      rows.add(
          row(
              grids,
              batcher,
              "8 tasks that predict their own batches in turn",
              answer.get(grids + "-turns-8").asDouble()));
    }
    return rows;
  }

  private static Measurement row(String grids, double figure, String peer, double peerFigure) {
    return new Measurement(
        "stub device, 8 tasks of " + grids + " grids and one batcher",
        text(figure),
        peer,
        text(peerFigure),
        figure / peerFigure,
        null);
  }

  private static String text(double imagesPerSecond) {
    return String.format(Locale.ROOT, "%.0f images/s", imagesPerSecond);
  }

  private static Class<?> main() {
    try {
      return Class.forName("io.github.epdi.screening.batch.SharedDevice");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
