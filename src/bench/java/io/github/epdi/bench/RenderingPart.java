package io.github.epdi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Images per second on one core, against scipy and matplotlib on the same plane. */
final class RenderingPart implements Part {
  private static final String PEER = "scipy map_coordinates order 1 + matplotlib colour map";
  private static final Target FASTER = Target.atLeast(15);
  private static final Target RATE = Target.atLeast(2000);

  @Override
  public String name() {
    return "rendering";
  }

  @Override
  public List<Measurement> measure(Bench bench) throws IOException {
    Path grid =
        SyntheticLocpot.ofCampaign(SyntheticLocpot.dopant(0), 0)
            .writeIfAbsent(bench.folder("campaign").resolve("grid-0000.LOCPOT"));
    String missing = bench.python().missing("numpy", "scipy", "matplotlib");
    Double before = missing == null ? peerSeconds(bench) : null;
    Map<String, Double> rates =
        Jmh.run(RenderingBenchmark.class, bench, "-D" + RenderingBenchmark.GRID + "=" + grid);
    Double after = missing == null ? peerSeconds(bench) : null;
    List<Measurement> rows = new ArrayList<>();
    for (String frame : List.of("untouched", "turned")) {
      String part =
          "one image of 224 pixels, Catmull-Rom, colour map, " + frame + " frame, one core";
      String figure = text("%.0f images/s", rates.get(frame));
      if (missing != null) {
        rows.add(Measurement.withoutPeer(part, figure, PEER, missing, FASTER));
      } else {
        double peer = Rounds.median(before, after);
        String theirs = text("%.2f ms", 1e3 * peer);
        rows.add(new Measurement(part, figure, PEER, theirs, rates.get(frame) * peer, FASTER));
      }
    }
    rows.add(
        new Measurement(
            "the same, images/s", "", "(an absolute rate)", "", rates.get("untouched"), RATE));
    return rows;
  }

  private static double peerSeconds(Bench bench) throws IOException {
    JsonNode answer =
        bench.python().run("rendering.py", List.of("" + bench.quickOrFull(40, 200))).answer();
    return answer.get("seconds").asDouble();
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
