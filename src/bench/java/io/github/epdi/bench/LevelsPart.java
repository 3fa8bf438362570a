package io.github.epdi.bench;

import io.github.epdi.structure.Element;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Electronic levels: reading a file of them, and what they add to a grid. */
final class LevelsPart implements Part {
  /** K-points and bands as a relaxed run of a 4x4 cell has them. */
  static final String OF_A_LARGE_CELL = "5x200";

  /** K-points and bands of a run for densities of states. */
  static final String MANY = "100x300";

  @Override
  public String name() {
    return "levels";
  }

  @Override
  public List<Measurement> measure(Bench bench) throws IOException {
    SyntheticLocpot grid = SyntheticLocpot.ofCampaign(Element.W, 1);
    Path locpot = grid.writeIfAbsent(bench.folder("levels").resolve("LOCPOT"));
    int atoms = grid.structure().atoms().size();
    new SyntheticEigenval(atoms, 5, 200)
        .writeIfAbsent(LevelsBenchmark.eigenval(locpot, OF_A_LARGE_CELL));
    new SyntheticEigenval(atoms, 100, 300).writeIfAbsent(LevelsBenchmark.eigenval(locpot, MANY));
    Map<String, Double> ms =
        Jmh.run(LevelsBenchmark.class, bench, "-D" + LevelsBenchmark.GRID + "=" + locpot);
    double read = ms.get("read size=" + MANY);
    return List.of(
        new Measurement(
            "a synthetic EIGENVAL of 100 k-points and 300 bands, ms",
            milliseconds(read),
            "(an absolute time)",
            "",
            read,
            Target.atMost(5)),
        added("5 k-points and 200 bands", OF_A_LARGE_CELL, ms),
        added("100 k-points and 300 bands", MANY, ms));
  }

  private static Measurement added(String levels, String size, Map<String, Double> ms) {
    double added = ms.get("all size=" + size);
    double grid = ms.get("grid");
    return new Measurement(
        "what synthetic levels (" + levels + ") add to a LOCPOT of 25 MB, % of its time",
        milliseconds(added),
        "the grid by the demo's affinity model, levels declared",
        milliseconds(grid),
        100 * added / grid,
        Target.atMost(3));
  }

  private static String milliseconds(double ms) {
    return String.format(Locale.ROOT, "%.2f ms", ms);
  }
}
