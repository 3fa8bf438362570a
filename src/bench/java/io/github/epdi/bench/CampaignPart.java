package io.github.epdi.bench;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteFinder;
import io.github.epdi.structure.Slab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A campaign of LOCPOTs of 25 MB by the whole program on two cores, against the same reading,
 * rendering and predicting on two plain threads, and against a Python pipeline, material by
 * material. Whole processes in turn, start and end included on all sides but Python's imports.
 */
final class CampaignPart implements Part {
  private static final int CORES = 2;
  private static final int SITES = 80;

  @Override
  public String name() {
    return "campaign";
  }

  @Override
  public List<Measurement> measure(Bench bench) throws IOException {
    int few = bench.quickOrFull(4, 20);
    int count = bench.quickOrFull(16, 100);
    CampaignFiles small = CampaignFiles.large(bench, few);
    CampaignFiles files = CampaignFiles.large(bench, count);
    double[] seconds =
        new Rounds(bench.quickOrFull(1, 5))
            .add(() -> files.screen(CORES, "float32").seconds())
            .add(() -> files.plainThreads(CORES, "float32").seconds())
            .add(() -> small.screen(CORES, "float32").seconds())
            .add(() -> small.plainThreads(CORES, "float32").seconds())
            .medians();
    List<Measurement> rows = new ArrayList<>();
    rows.add(
        overhead(
            count + " LOCPOTs of 25 MB, embedded Spark, 2 cores, whole process",
            seconds[0],
            seconds[1]));
    rows.add(
        overhead(
            "the same, what " + (count - few) + " of them add (start and end taken out)",
            seconds[0] - seconds[2],
            seconds[1] - seconds[3]));
    double perMaterial = seconds[0] * CORES / count;
    rows.add(pipeline(bench, perMaterial, Sites.ALL, Target.atLeast(10)));
    rows.add(pipeline(bench, perMaterial, Sites.UNIQUE, null));
    return rows;
  }

  private static Measurement overhead(String part, double spark, double threads) {
    return new Measurement(
        part,
        text("%.1f s", spark),
        "its own reading, rendering and predicting on 2 plain threads",
        text("%.1f s", threads),
        spark / threads,
        Target.atMost(1.1));
  }

  private enum Sites {
    ALL,
    UNIQUE
  }

  private static Measurement pipeline(Bench bench, double perMaterial, Sites sites, Target target)
      throws IOException {
    String part = "the same, core seconds per material (" + SITES + " sites)";
    String figure = text("%.2f s", perMaterial);
    String missing =
        bench.python().missing("pymatgen", "scipy", "matplotlib", "torch", "torchvision");
    String peer =
        "Python pipeline, one thread, "
            + (sites == Sites.ALL ? "all sites" : "given our symmetry-unique sites");
    if (missing != null) {
      return Measurement.withoutPeer(part, figure, peer, missing, target);
    }
    int materials = bench.quickOrFull(1, 5);
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < materials; i++) {
      Path grid = bench.folder("campaign").resolve("distinct/" + i + ".LOCPOT");
      Path places = bench.folder("campaign").resolve("places-" + sites + "-" + i + ".csv");
      Files.write(places, places(SyntheticLocpot.ofCampaign(SyntheticLocpot.dopant(i), i), sites));
      arguments.addAll(List.of(grid.toString(), places.toString()));
    }
    double seconds =
        bench.python().run("pipeline.py", arguments).answer().get("seconds").asDouble();
    return new Measurement(
        part, figure, peer, text("%.2f s", seconds), seconds / perMaterial, target);
  }

  private static List<String> places(SyntheticLocpot grid, Sites wanted) {
    Slab slab = Slab.of(grid.structure(), 6.0);
    List<String> lines = new ArrayList<>();
    for (AdsorptionSite site : new SiteFinder(0.05).find(slab, Side.TOP).all()) {
      if (wanted == Sites.ALL || site.isRepresentative()) {
        lines.add(site.u() + "," + site.v() + "," + site.anchorAngstrom());
      }
    }
    return lines;
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
