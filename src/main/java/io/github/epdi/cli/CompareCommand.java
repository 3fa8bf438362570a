package io.github.epdi.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.OutputFolder;
import io.github.epdi.cli.shell.OwnSession;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.dataset.DatasetTableFiles;
import io.github.epdi.dataset.LabelTable;
import io.github.epdi.screening.GridScreening;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.SiteRow;
import io.github.epdi.tables.dataset.NebRow;
import io.github.epdi.training.accuracy.PathComparison;
import io.github.epdi.training.accuracy.ReferencePath;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares predicted curves with those of transition-state searches. */
@Command(
    name = "compare",
    description = "Compares a model's curves with the NEB calculations of a data set.",
    footer = {
      "",
      "Energies of both curves are relative to their start. Curve RMSE: over the images, the first",
      "left out. Barrier: highest image, or site, minus the start. Saddle: where that is along the",
      "way over the sites. Seconds of ours: wall time of the whole grid (reading, images, network;",
      "the model loaded before) over its unique paths. Seconds of the search: those that the"
          + " OUTCARs",
      "of the images between the ends state, summed, on the machine that it ran on.",
      "Example: epdi compare --dataset data --bundle my-bundle"
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private static final double NANOS = 1e-9;

  @Spec private CommandSpec spec;

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "DIR",
      description = "Data set with NEB paths (epdi dataset).")
  private String dataset;

  @Option(names = "--bundle", required = true, paramLabel = "DIR", description = "Model bundle.")
  private String bundle;

  @Mixin private PotentialOptions potential;

  @Option(names = "--json", description = "Print JSON: the paths and a summary.")
  private boolean json;

  /** The prediction of a grid, which serves all paths on it. */
  private record Predicted(Map<String, Double> energiesEv, double secondsPerPath) {}

  @Override
  public Integer call() throws IOException {
    List<ReferencePath> paths = paths();
    List<PathComparison> comparisons = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Map<String, GridScreening> bySide = new HashMap<>();
    try {
      Map<String, Predicted> grids = new HashMap<>();
      for (ReferencePath path : paths) {
        NebRow first = path.first();
        GridScreening screening = bySide.computeIfAbsent(first.side(), this::open);
        notes.addAll(TheoryNotes.of(screening.model(), first.source().theory().levelOfTheory()));
        Predicted predicted =
            grids.computeIfAbsent(
                first.side() + " " + first.source().gridUri(), key -> predict(screening, first));
        comparisons.add(
            PathComparison.of(path, predicted.energiesEv(), predicted.secondsPerPath()));
      }
    } finally {
      bySide.values().forEach(GridScreening::close);
    }
    print(comparisons, notes.stream().distinct().toList());
    return ExitCodes.DONE;
  }

  private List<ReferencePath> paths() throws IOException {
    List<NebRow> rows;
    try (OwnSession session = OwnSession.open("epdi compare")) {
      SparkSession spark = session.spark();
      rows = new DatasetTableFiles(spark, OutputFolder.location(dataset)).neb();
      requireSameGrids(rows, new LabelTable(spark));
    }
    if (rows.isEmpty()) {
      throw new InputException(
          "Cannot compare with " + dataset + ": expected NEB paths in it, found none");
    }
    return ReferencePath.of(rows);
  }

  private static void requireSameGrids(List<NebRow> rows, LabelTable files) {
    Map<String, String> digests = new HashMap<>();
    rows.forEach(row -> digests.put(row.source().gridUri(), row.source().gridSha256()));
    digests.forEach(
        (uri, sha256) -> {
          if (!files.sha256(uri).equals(sha256)) {
            throw new InputException(
                "Cannot predict " + uri + ": it has changed since the data set was made of it");
          }
        });
  }

  private GridScreening open(String side) {
    List<String> settings = new ArrayList<>(List.of("side=" + side));
    settings.addAll(potential.settings(spec.commandLine().getParseResult()));
    String here =
        bundle.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
            ? bundle
            : Path.of(bundle).toAbsolutePath().toString();
    return GridScreening.with(here, settings.toArray(String[]::new));
  }

  private static Predicted predict(GridScreening screening, NebRow path) {
    long start = System.nanoTime();
    GridResult result = screening.screen(path.source().gridUri());
    double seconds = (System.nanoTime() - start) * NANOS;
    if (result.reject() != null) {
      throw new InputException(
          "Cannot predict " + path.source().gridUri() + ": " + result.reject().reason().message());
    }
    Map<String, Double> energies = new HashMap<>();
    for (SiteRow site : result.sites()) {
      energies.put(site.siteId(), site.bindingEnergyEv().value());
    }
    for (HopRow hop : result.hops()) {
      energies.put(hop.hopId(), hop.energies().bridgeEv().value());
    }
    return new Predicted(energies, seconds / result.barriers().size());
  }

  private void print(List<PathComparison> comparisons, List<String> notes) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("paths", comparisons.stream().map(ComparisonText::values).toList());
      object.put("summary", ComparisonText.summary(comparisons));
      object.put("notes", notes);
      out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(object));
    } else {
      ComparisonText.lines(comparisons).forEach(out::println);
      notes.forEach(note -> out.println(Terminal.plain(note)));
    }
    out.flush();
  }
}
