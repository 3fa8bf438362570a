package io.github.epdi.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Many small grids through the whole program: more cores, more grids. Start and end of the process
 * are taken out by differences of whole runs.
 */
final class ScalePart implements Part {
  @Override
  public String name() {
    return "scale";
  }

  @Override
  public List<Measurement> measure(Bench bench) throws IOException {
    int few = bench.quickOrFull(200, 1000);
    int many = bench.quickOrFull(1200, 5000);
    int middle = (few + many) / 2;
    CampaignFiles small = CampaignFiles.small(bench, few);
    CampaignFiles medium = CampaignFiles.small(bench, middle);
    CampaignFiles large = CampaignFiles.small(bench, many);
    long[] heaps = new long[2];
    double[] seconds =
        new Rounds(bench.quickOrFull(1, 2))
            .add(() -> remember(heaps, 0, small.screen(2, "float32")))
            .add(() -> medium.screen(2, "float32").seconds())
            .add(() -> remember(heaps, 1, large.screen(2, "float32")))
            .add(() -> small.screen(1, "float32").seconds())
            .add(() -> large.screen(1, "float32").seconds())
            .medians();
    double first = (seconds[1] - seconds[0]) / (middle - few);
    double second = (seconds[2] - seconds[1]) / (many - middle);
    double twoCores = seconds[2] - seconds[0];
    double oneCore = seconds[4] - seconds[3];
    return List.of(
        new Measurement(
            "efficiency of 2 cores, " + (many - few) + " small grids more",
            text("%.1f s", twoCores),
            "1 core",
            text("%.1f s", oneCore),
            oneCore / (2 * twoCores),
            Target.atLeast(0.9)),
        new Measurement(
            "time per grid, from " + middle + " to " + many + " small grids",
            text("%.2f ms", 1e3 * second),
            "from " + few + " to " + middle,
            text("%.2f ms", 1e3 * first),
            second / first,
            Target.atMost(1.1)),
        new Measurement(
            "heap in use at the end, " + many + " grids",
            heaps[1] + " MiB",
            few + " grids",
            heaps[0] + " MiB",
            heaps[1] / (double) heaps[0],
            Target.atMost(1.1)));
  }

  private static double remember(long[] heaps, int at, ChildProcess.Outcome outcome) {
    heaps[at] = outcome.answer().get("heapMebibytes").asLong();
    return outcome.seconds();
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
