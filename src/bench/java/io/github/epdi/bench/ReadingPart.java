package io.github.epdi.bench;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialGrid;
import io.github.epdi.grid.XcDeclaration;
import io.github.epdi.structure.Element;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;

/** Reading a LOCPOT of 144 MB: planes, whole, compressed. */
final class ReadingPart implements Part {
  private static final String PYMATGEN = "pymatgen's Locpot";

  @Override
  public String name() {
    return "reading";
  }

  @Override
  public List<Measurement> measure(Bench bench) throws IOException {
    SyntheticLocpot large = SyntheticLocpot.large(Element.W, 1);
    Path file = large.writeIfAbsent(bench.folder("reading").resolve("LOCPOT"));
    compressIfAbsent(file);
    SyntheticVaspout.writeIfAbsent(large, hdf5(file));
    Map<String, Double> ms =
        Jmh.run(ReadingBenchmark.class, bench, "-D" + ReadingBenchmark.FILE + "=" + file);
    List<Measurement> rows = new ArrayList<>(planes(file, ms));
    rows.add(pymatgen(bench, file, ms));
    rows.add(
        row(
            "full parse with all checks, one core",
            ms.get("whole"),
            "FastDoubleParser on the same tokens, nothing else",
            ms.get("fastDoubleParser"),
            ms.get("fastDoubleParser") / ms.get("whole"),
            Target.atLeast(0.8)));
    rows.add(gzip(bench, file, ms));
    rows.add(
        row(
            "the same values in a vaspout.h5: planes, whatever is declared",
            ms.get("hdf5Planes"),
            "the LOCPOT as it must be read without a declaration: whole",
            ms.get("whole"),
            ms.get("whole") / ms.get("hdf5Planes"),
            Target.atLeast(10)));
    return rows;
  }

  /** The vaspout.h5 beside a LOCPOT. */
  static Path hdf5(Path locpot) {
    return locpot.resolveSibling("vaspout.h5");
  }

  /** Bytes and time of planes, after a look that both ways give the same bits. */
  private static List<Measurement> planes(Path file, Map<String, Double> ms) {
    GridFiles files = new GridFiles(new Configuration(false));
    GridReading.Accepted whole =
        files.read(file.toString(), ReadingBenchmark.request(XcDeclaration.CHECK)).accepted();
    GridReading.Accepted planes =
        files.read(file.toString(), ReadingBenchmark.request(XcDeclaration.NONE)).accepted();
    checkSame(planes.values().grid(), whole.values().grid());
    double percent = 100.0 * planes.trace().bytesRead() / whole.trace().bytesRead();
    Measurement bytes =
        new Measurement(
            "what a screening needs of a 144 MB LOCPOT: bytes, % of the file",
            String.format(Locale.ROOT, "%.2f MB", planes.trace().bytesRead() / 1e6),
            "reading it whole",
            String.format(Locale.ROOT, "%.2f MB", whole.trace().bytesRead() / 1e6),
            percent,
            Target.atMost(5));
    return List.of(
        bytes,
        row(
            "the same: time, all bits equal",
            ms.get("planes"),
            "reading it whole",
            ms.get("whole"),
            ms.get("whole") / ms.get("planes"),
            Target.atLeast(15)));
  }

  private static void checkSame(PotentialGrid planes, PotentialGrid whole) {
    for (int k = 0; k < whole.nz(); k++) {
      boolean same = planes.holds(k) == whole.holds(k);
      if (!same || (whole.holds(k) && !Arrays.equals(planes.plane(k), whole.plane(k)))) {
        throw new IllegalStateException("plane " + k + " differs between read modes");
      }
    }
  }

  private static Measurement pymatgen(Bench bench, Path file, Map<String, Double> ms)
      throws IOException {
    String part = "full parse of it, one core";
    Target target = Target.atLeast(20);
    String missing = bench.python().missing("pymatgen");
    if (missing != null) {
      return Measurement.withoutPeer(
          part, milliseconds(ms.get("whole")), PYMATGEN, missing, target);
    }
    double[] seconds =
        new Rounds(bench.quickOrFull(3, 7)).add(() -> pymatgen(bench, file)).medians();
    double peer = seconds[0] * 1000;
    return row(part, ms.get("whole"), PYMATGEN, peer, peer / ms.get("whole"), target);
  }

  private static double pymatgen(Bench bench, Path file) throws IOException {
    return bench
        .python()
        .run("read_locpot.py", List.of(file.toString()))
        .answer()
        .get("s")
        .asDouble();
  }

  private static Measurement gzip(Bench bench, Path file, Map<String, Double> ms)
      throws IOException {
    List<String> command = List.of("sh", "-c", "exec gzip -dc \"$0\" > /dev/null", file + ".gz");
    Path folder = file.getParent();
    double[] seconds =
        new Rounds(bench.quickOrFull(3, 7))
            .add(() -> ChildProcess.run(folder, command).seconds())
            .medians();
    double beyond = ms.get("gzipWhole") - ms.get("whole");
    return row(
        "the same as .gz, beyond the parse",
        beyond,
        "gzip -dc > /dev/null",
        seconds[0] * 1000,
        beyond / (seconds[0] * 1000),
        Target.atMost(1.3));
  }

  private static Measurement row(
      String part, double ours, String peer, double theirs, double ratio, Target target) {
    return new Measurement(part, milliseconds(ours), peer, milliseconds(theirs), ratio, target);
  }

  private static String milliseconds(double ms) {
    return String.format(Locale.ROOT, "%.1f ms", ms);
  }

  private static void compressIfAbsent(Path file) throws IOException {
    Path compressed = file.resolveSibling(file.getFileName() + ".gz");
    if (!Files.exists(compressed)) {
      Path temporary = file.resolveSibling("gz.tmp");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
        Files.copy(file, out);
      }
      Files.move(temporary, compressed, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
