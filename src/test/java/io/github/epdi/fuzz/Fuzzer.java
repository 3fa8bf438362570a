package io.github.epdi.fuzz;

import io.github.epdi.SparkSuite;
import io.github.epdi.cli.InspectedFile;
import io.github.epdi.dataset.ImportedRuns;
import io.github.epdi.grid.XcDeclaration;
import io.github.epdi.screening.ScreenedFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Pushes mutated files through {@code inspect}, the screening of a grid and {@code dataset}. An
 * exception, an energy outside the plausible range and a reject without a code are complaints. Each
 * file is a function of its own seed alone.
 */
final class Fuzzer {
  /** Imports take longer than all else. */
  private static final int FILES_A_DATASET = 10;

  private final List<byte[]> grids = Originals.grids();
  private final Path folder;
  private final SparkSession spark;
  private final Map<String, Integer> codes = new TreeMap<>();
  private final List<String> complaints = new ArrayList<>();

  Fuzzer(Path folder) {
    this.folder = folder;
    this.spark = SparkSuite.started().spark();
  }

  /** Tries one file for each seed from the first on. */
  void run(long firstSeed, int count) throws IOException {
    for (long seed = firstSeed; seed < firstSeed + count; seed++) {
      one(seed);
    }
  }

  private void one(long seed) throws IOException {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    byte[] text = Mutation.some(grids.get(random.nextInt(grids.size())), random);
    Path file = Files.write(folder.resolve("grid"), text);
    note(seed, "inspect", () -> InspectedFile.of(file));
    note(seed, "screen", () -> ScreenedFile.of(file, XcDeclaration.CHECK));
    note(seed, "planes", () -> ScreenedFile.of(file, XcDeclaration.INCLUDED));
    if (seed % FILES_A_DATASET == 0) {
      Path root = Files.createDirectories(folder.resolve("runs"));
      note(seed, "dataset", () -> ImportedRuns.of(spark, root, random, Mutation::some));
      delete(root);
    }
  }

  /** One part of the program at work. */
  private interface Part {
    Outcome outcome() throws IOException;
  }

  private void note(long seed, String part, Part work) {
    Outcome outcome;
    try {
      outcome = work.outcome();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      outcome = Outcome.complaint("an exception: " + trace);
    }
    codes.merge(part + " " + outcome.code(), 1, Integer::sum);
    if (outcome.complaint() != null) {
      complaints.add("seed " + seed + ", " + part + ": " + outcome.complaint());
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** How often each part ended with each code. */
  Map<String, Integer> codes() {
    return codes;
  }

  /** What must not be, each with its seed. */
  List<String> complaints() {
    return complaints;
  }
}
