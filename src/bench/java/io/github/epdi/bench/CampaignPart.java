package io.github.epdi.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A campaign of LOCPOTs of 25 MB by the whole program on two cores, against the same reading,
 * rendering and predicting on two plain threads, and against a Python pipeline, material by
 * material. Whole processes in turn, start and end included on all sides but Python's imports; what
 * further grids add is the difference of two campaigns.
 */
final class CampaignPart implements Part {
  private static final int CORES = 2;
  private static final int LARGE_PIXELS = 224;
  private static final int DEMO_PIXELS = 32;
  private static final int PROFILED = 60;

  @Override
  public String name() {
    return "campaign";
  }

  @Override
  public List<Measurement> measure(Bench bench) throws IOException {
    int few = bench.quickOrFull(4, 20);
    int count = bench.quickOrFull(16, 500);
    CampaignFiles small = CampaignFiles.large(bench, few);
    CampaignFiles files = CampaignFiles.large(bench, count);
    Rounds rounds =
        new Rounds(1)
            .add(() -> files.screen(CORES, "float32").seconds())
            .add(() -> files.plainThreads(CORES, "float32").seconds())
            .add(() -> small.screen(CORES, "float32").seconds())
            .add(() -> small.plainThreads(CORES, "float32").seconds());
    Path demo = bench.root().resolve("jobs/demo/bundle");
    rounds
        .add(() -> files.with(demo).screen(CORES, "float32").seconds())
        .add(() -> small.with(demo).screen(CORES, "float32").seconds());
    if (Machine.hasBfloat16()) {
      rounds
          .add(() -> files.screen(CORES, "bfloat16").seconds())
          .add(() -> small.screen(CORES, "bfloat16").seconds());
    }
    double[] seconds = rounds.medians();
    if (bench.profiles() != null) {
      profile(bench, demo);
    }
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
    PythonPipeline python = new PythonPipeline(bench);
    PythonPipeline.Peer all = python.measure(PythonPipeline.Sites.ALL, LARGE_PIXELS);
    PythonPipeline.Peer unique = python.measure(PythonPipeline.Sites.UNIQUE, LARGE_PIXELS);
    PythonPipeline.Peer allSmall = python.measure(PythonPipeline.Sites.ALL, DEMO_PIXELS);
    MaterialCost float32 = MaterialCost.of("224 pixels", seconds[0], seconds[2], CORES, count, few);
    MaterialCost shipped =
        MaterialCost.of(
            "the demo's model: 32 pixels, 12 copies", seconds[4], seconds[5], CORES, count, few);
    rows.add(float32.against(all, Target.atLeast(10)));
    rows.add(float32.against(unique, null));
    if (seconds.length > 6) {
      MaterialCost half =
          MaterialCost.of("224 pixels in bfloat16", seconds[6], seconds[7], CORES, count, few);
      rows.add(half.against(all, Target.atLeast(10)));
    }
    rows.add(shipped.against(all, Target.atLeast(10)));
    rows.add(shipped.against(allSmall, null));
    return rows;
  }

  private static void profile(Bench bench, Path demo) throws IOException {
    CampaignFiles files = CampaignFiles.large(bench, PROFILED);
    String name = "campaign of " + PROFILED + " LOCPOTs, ";
    files.profile(bench.profiles(), name + "224 pixels", CORES);
    files.profilePlainThreads(bench.profiles(), name + "224 pixels, on plain threads", CORES);
    files.with(demo).profile(bench.profiles(), name + "the demo's model", CORES);
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

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
