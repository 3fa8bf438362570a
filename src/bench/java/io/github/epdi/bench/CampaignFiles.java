package io.github.epdi.bench;

import io.github.epdi.model.BenchmarkBundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A campaign of synthetic grids on disk, and the processes that screen it.
 *
 * @param folder scratch
 * @param grids folder of the grids
 * @param bundle folder of the model
 */
record CampaignFiles(Path folder, Path grids, Path bundle) {
  /** Files that differ; the others are links to them, so that disks stay small. */
  private static final int DISTINCT = 10;

  /**
   * LOCPOTs of 25 MB, each a 4x4 cell with 80 sites of which 20 are unique; images of 224 pixels.
   */
  static CampaignFiles large(Bench bench, int count) throws IOException {
    Path folder = bench.folder("campaign");
    return files(folder, count, 224, i -> SyntheticLocpot.ofCampaign(SyntheticLocpot.dopant(i), i));
  }

  /** LOCPOTs of 24 x 24 x 24 points, a 1x1 cell with 5 sites; images of 32 pixels. */
  static CampaignFiles small(Bench bench, int count) throws IOException {
    Path folder = bench.folder("scale");
    return files(
        folder, count, 32, i -> SyntheticLocpot.small(io.github.epdi.structure.Element.Mo, i));
  }

  private static CampaignFiles files(
      Path folder, int count, int pixels, java.util.function.IntFunction<SyntheticLocpot> file)
      throws IOException {
    Path grids = Files.createDirectories(folder.resolve("grids-" + count));
    Path distinct = folder.resolve("distinct");
    for (int i = 0; i < count; i++) {
      Path original =
          file.apply(i % DISTINCT).writeIfAbsent(distinct.resolve(i % DISTINCT + ".LOCPOT"));
      Path link = grids.resolve(String.format(Locale.ROOT, "grid-%04d.LOCPOT", i));
      if (!Files.exists(link)) {
        Files.createLink(link, original);
      }
    }
    Path bundle = BenchmarkBundles.writeIfAbsent(folder.resolve("bundle-" + pixels), pixels);
    return new CampaignFiles(folder, grids, bundle);
  }

  /** The same grids for another model. */
  CampaignFiles with(Path otherBundle) {
    return new CampaignFiles(folder, grids, otherBundle);
  }

  private Path campaign(String precision) throws IOException {
    Path file =
        folder.resolve(
            grids.getFileName() + "-" + bundle.getFileName() + "-" + precision + ".yaml");
    return Files.writeString(
        file,
        "name: bench\ninputs: ['"
            + grids
            + "/*']\nmodel: {bundle: '"
            + bundle
            + "', precision: "
            + precision
            + "}\noutput: '"
            + folder.resolve("results/" + UUID.randomUUID())
            + "'\n");
  }

  /** The whole program, embedded Spark. */
  ChildProcess.Outcome screen(int cores, String precision) throws IOException {
    return ChildProcess.run(folder, screening(cores, precision, List.of()));
  }

  private List<String> screening(int cores, String precision, List<String> options)
      throws IOException {
    List<String> all = new ArrayList<>(options);
    all.add("-Xmx2g");
    List<String> arguments =
        List.of(
            "screen",
            "--campaign",
            campaign(precision).toString(),
            "--master",
            "local[" + cores + "]");
    return ChildProcess.onCores(
        cores, ChildProcess.javaCommand(all, ScreeningMain.class, arguments));
  }

  /** The packaged program, as a shell starts it; levels are declared, for models that need them. */
  ChildProcess.Outcome packaged(Bench bench, int cores) throws IOException {
    List<String> command =
        List.of(
            bench.root().resolve("jobs/epdi").toString(),
            "screen",
            "--campaign",
            campaign("float32").toString(),
            "--master",
            "local[" + cores + "]",
            "--set",
            "levels.electron_affinity_ev=4.3",
            "--set",
            "levels.work_function_ev=5.1");
    return ChildProcess.run(folder, ChildProcess.onCores(cores, command));
  }

  /** The same work without Spark and tables. */
  ChildProcess.Outcome plainThreads(int threads, String precision) throws IOException {
    return ChildProcess.run(folder, plain(threads, precision));
  }

  private List<String> plain(int threads, String precision) throws IOException {
    List<String> arguments =
        List.of(campaign(precision).toString(), "" + threads, grids.toString());
    try {
      Class<?> main = Class.forName("io.github.epdi.screening.PlainThreads");
      return ChildProcess.onCores(
          threads, ChildProcess.javaCommand(List.of("-Xmx2g"), main, arguments));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs that are not measured: what the threads of Spark's tasks do, what all threads take. */
  void profile(Profiles profiles, String name, int cores) throws IOException {
    Path recording = folder.resolve("profile.jfr");
    List<String> options = new ArrayList<>(Profiles.JVM_OPTIONS);
    options.add("-XX:StartFlightRecording=settings=profile,filename=" + recording);
    ChildProcess.run(folder, screening(cores, "float32", options));
    profiles.add(name, recording, Pattern.compile("Executor task launch worker"));
    ThreadTimes times = new ThreadTimes();
    ChildProcess.run(folder, screening(cores, "float32", List.of()), times::watch);
    profiles.add(name, times.markdown());
  }

  /** What the threads of {@link #plainThreads} take. */
  void profilePlainThreads(Profiles profiles, String name, int threads) throws IOException {
    ThreadTimes times = new ThreadTimes();
    ChildProcess.run(folder, plain(threads, "float32"), times::watch);
    profiles.add(name, times.markdown());
  }
}
