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

/** What a careful Python script takes for a material of the campaign, with one thread. */
record PythonPipeline(Bench bench) {
  /** Which sites it predicts. */
  enum Sites {
    /** As without symmetry. */
    ALL("all sites"),
    /** Those that we predict: all others follow from symmetry. */
    UNIQUE("given our symmetry-unique sites");

    private final String words;

    Sites(String words) {
      this.words = words;
    }
  }

  /**
   * What it takes for a material.
   *
   * @param missing why it was not measured, or null
   */
  record Peer(String name, double seconds, String missing) {}

  Peer measure(Sites sites, int pixels) throws IOException {
    String name = "Python pipeline, one thread, " + sites.words + ", " + pixels + " pixels";
    String missing =
        bench.python().missing("pymatgen", "scipy", "matplotlib", "torch", "torchvision");
    if (missing != null) {
      return new Peer(name, Double.NaN, missing);
    }
    int materials = bench.quickOrFull(1, 5);
    List<String> arguments = new ArrayList<>(List.of(String.valueOf(pixels)));
    for (int i = 0; i < materials; i++) {
      Path grid = bench.folder("campaign").resolve("distinct/" + i + ".LOCPOT");
      Path places = bench.folder("campaign").resolve("places-" + sites + "-" + i + ".csv");
      Files.write(places, places(SyntheticLocpot.ofCampaign(SyntheticLocpot.dopant(i), i), sites));
      arguments.addAll(List.of(grid.toString(), places.toString()));
    }
    double seconds =
        bench.python().run("pipeline.py", arguments).answer().get("seconds").asDouble();
    return new Peer(name, seconds, null);
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
}
