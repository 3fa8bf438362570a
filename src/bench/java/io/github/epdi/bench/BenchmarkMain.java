package io.github.epdi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the parts and prints one table. */
@Command(
    name = "jobs/bench.sh",
    description = "Measures this program against its peers and prints one table in Markdown.",
    mixinStandardHelpOptions = true)
final class BenchmarkMain implements Callable<Integer> {
  @Option(names = "--full", description = "As long as it takes (default: a quarter of an hour).")
  private boolean full;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Only these parts; --list names them.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--list", description = "Print the names of the parts and end.")
  private boolean list;

  @Option(names = "--save", description = "Write the table to src/bench/results too.")
  private boolean save;

  @Option(
      names = "--profile",
      description = "Record profiles too, to src/bench/results/profiles.md; slower figures.")
  private boolean profile;

  @Option(
      names = "--python",
      paramLabel = "FILE",
      description = "Interpreter with the Python peers (default: ${DEFAULT-VALUE}).")
  private String interpreter = "/usr/bin/python3";

  private BenchmarkMain() {}

  /** Runs from the repository's root. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchmarkMain()).execute(arguments));
  }

  /** Every part, in the order of the table. */
  private static List<Part> parts() {
    return List.of(
        new ReadingPart(),
        new LevelsPart(),
        new RenderingPart(),
        new NetworkPart(),
        new CampaignPart(),
        new ScalePart(),
        new StartPart(),
        new DevicePart());
  }

  @Override
  public Integer call() throws IOException {
    if (list) {
      parts().forEach(part -> System.out.println(part.name()));
      return 0;
    }
    List<Part> chosen = chosen();
    Path root = Path.of("").toAbsolutePath();
    Path work = Files.createDirectories(root.resolve("target/bench/work"));
    Python python = Python.find(interpreter, root.resolve("src/bench/python"), work);
    Profiles profiles = profile ? new Profiles() : null;
    Bench.Effort effort = full ? Bench.Effort.FULL : Bench.Effort.QUICK;
    Bench bench = new Bench(effort, root, work, python, profiles);
    List<Measurement> measurements = new ArrayList<>();
    for (Part part : chosen) {
      long start = System.nanoTime();
      measurements.addAll(part.measure(bench));
      System.err.printf(
          Locale.ROOT, "%s: %.0f s%n", part.name(), (System.nanoTime() - start) / 1e9);
    }
    Report report = new Report(Machine.facts(bench), measurements);
    System.out.print(report.markdown());
    Path results = root.resolve("src/bench/results");
    if (save) {
      report.save(results);
    }
    if (profile) {
      profiles.save(results, report.machine());
    }
    return 0;
  }

  private List<Part> chosen() {
    List<String> known = parts().stream().map(Part::name).toList();
    for (String name : only) {
      if (!known.contains(name)) {
        throw new CommandLine.ParameterException(
            new CommandLine(this),
            "Cannot run part " + name + ": expected one of " + String.join(", ", known));
      }
    }
    return parts().stream()
        .filter(part -> only.isEmpty() || only.contains(part.name()))
        .collect(Collectors.toList());
  }
}
