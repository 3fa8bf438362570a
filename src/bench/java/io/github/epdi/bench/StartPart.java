package io.github.epdi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What people do all day, as whole processes of the packaged program in turn: the demo's four
 * grids, the same again, a query, a report, one grid. Each is held against the floor, which is an
 * empty program with an embedded Spark. Then sixteen LOCPOTs, against plain threads and Python.
 */
final class StartPart implements Part {
  private static final int CORES = 2;
  private static final int FEW = 4;
  private static final int LOCPOTS = 16;
  private static final String QUERY =
      "SELECT material_id, percolation_2d_ev FROM materials ORDER BY percolation_2d_ev";

  /**
   * A short command.
   *
   * @param what for the table
   * @param arguments of jobs/epdi
   * @param target of its share of the floor
   */
  private record Short(String what, double target, List<String> arguments) {}

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Measurement> measure(Bench bench) throws IOException {
    List<Measurement> rows = new ArrayList<>(commands(bench));
    rows.addAll(locpots(bench));
    return rows;
  }

  private static List<Measurement> commands(Bench bench) throws IOException {
    Path folder = bench.folder("start");
    Path demo = bench.root().resolve("jobs/demo");
    String results = folder.resolve("results").toString();
    String pristine = demo.resolve("grids/MoS2-pristine.cube.gz").toString();
    List<String> screen = screen(demo.resolve("campaign.yaml"), results);
    epdi(bench, screen);
    List<Short> commands =
        List.of(
            new Short("the same command again, nothing to do", 0.2, screen),
            new Short("query, one SELECT", 0.3, List.of("query", "--output", results, QUERY)),
            new Short("report of the demo", 0.4, List.of("report", "--output", results)),
            new Short("inspect of one cube", 0.1, List.of("inspect", pristine)),
            new Short(
                "predict of the pristine cube by the demo's images",
                0.167,
                List.of("predict", pristine, "--bundle", demo.resolve("bundle").toString())),
            new Short(
                "predict of the pristine slab by the demo's levels",
                0.167,
                List.of(
                    "predict",
                    demo.resolve("slabs/MoS2-pristine.cube.gz").toString(),
                    "--campaign",
                    demo.resolve("campaign.yaml").toString())));
    Rounds rounds = new Rounds(bench.quickOrFull(3, 7));
    rounds.add(() -> ChildProcess.java(folder, List.of(), FloorMain.class, List.of()).seconds());
    rounds.add(
        () ->
            epdi(
                bench,
                screen(
                    demo.resolve("campaign.yaml"),
                    folder.resolve("once/" + UUID.randomUUID()).toString())));
    commands.forEach(command -> rounds.add(() -> epdi(bench, command.arguments())));
    double[] seconds = rounds.medians();
    List<Measurement> rows = new ArrayList<>();
    rows.add(row("screen of the demo's four grids", 0.65, seconds[1], seconds[0]));
    for (int i = 0; i < commands.size(); i++) {
      rows.add(row(commands.get(i).what(), commands.get(i).target(), seconds[i + 2], seconds[0]));
    }
    return rows;
  }

  private static List<String> screen(Path campaign, String output) {
    return List.of("screen", "--campaign", campaign.toString(), "--set", "output=" + output);
  }

  private static Measurement row(String what, double target, double ours, double floor) {
    return new Measurement(
        what + ", whole process",
        text("%.2f s", ours),
        "the floor: Spark starts, counts, writes and reads a table",
        text("%.2f s", floor),
        ours / floor,
        Target.atMost(target));
  }

  private static List<Measurement> locpots(Bench bench) throws IOException {
    CampaignFiles files = CampaignFiles.large(bench, LOCPOTS);
    CampaignFiles few = CampaignFiles.large(bench, FEW);
    Path affinity = bench.root().resolve("jobs/demo/affinity");
    double[] seconds =
        new Rounds(bench.quickOrFull(1, 3))
            .add(() -> files.packaged(bench, CORES).seconds())
            .add(() -> files.plainThreads(CORES, "float32").seconds())
            .add(() -> files.with(affinity).packaged(bench, CORES).seconds())
            .add(() -> few.with(affinity).packaged(bench, CORES).seconds())
            .medians();
    List<Measurement> rows = new ArrayList<>();
    rows.add(
        new Measurement(
            LOCPOTS + " LOCPOTs of 25 MB, images of 224 pixels, 2 cores, whole process",
            text("%.1f s", seconds[0]),
            "its own reading, rendering and predicting on 2 plain threads",
            text("%.1f s", seconds[1]),
            seconds[0] / seconds[1],
            Target.atMost(1.35)));
    MaterialCost cost =
        MaterialCost.of("the demo's levels", seconds[2], seconds[3], CORES, LOCPOTS, FEW);
    PythonPipeline python = new PythonPipeline(bench);
    rows.add(cost.against(python.measure(PythonPipeline.Sites.ALL, 32), Target.atLeast(1.5)));
    rows.add(cost.against(python.measure(PythonPipeline.Sites.UNIQUE, 32), null));
    return rows;
  }

  /** Runs the packaged program as a shell starts it, and returns its seconds. */
  private static double epdi(Bench bench, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(bench.root().resolve("jobs/epdi").toString());
    command.addAll(arguments);
    return ChildProcess.run(Files.createDirectories(bench.folder("start")), command).seconds();
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
