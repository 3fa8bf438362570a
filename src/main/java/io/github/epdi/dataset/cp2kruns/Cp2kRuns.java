package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.Place;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.ScfLimits;
import io.github.epdi.dataset.calculation.SourceFiles;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.tables.dataset.SourceFileValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Reads calculations of CP2K, each from an output NAME.out and its input NAME.inp beside it. */
public final class Cp2kRuns {
  private static final int LINES_OF_BANNER = 200;
  private static final Set<String> READ = Set.of("ENERGY", "ENERGY_FORCE");

  private final SourceFiles files;
  private final ScfLimits limits;

  /**
   * Makes a reader.
   *
   * @param files opens the files
   * @param limits how much the energy may still change in the last step
   */
  public Cp2kRuns(SourceFiles files, ScfLimits limits) {
    this.files = files;
    this.limits = limits;
  }

  /** Returns the outputs of CP2K in a folder. Those of other programs are left out. */
  public List<FileStatus> outputs(RunFolder folder) throws IOException {
    List<FileStatus> outputs = new ArrayList<>();
    for (FileStatus file : folder.files()) {
      if (stem(file) != null && isCp2k(folder, file)) {
        outputs.add(file);
      }
    }
    return outputs;
  }

  /**
   * Tells whether a file is an output of CP2K. If it cannot be decompressed, an input beside it
   * decides.
   */
  private boolean isCp2k(RunFolder folder, FileStatus file) throws IOException {
    try (NumberedLines lines = files.lines(file)) {
      for (int i = 0; i < LINES_OF_BANNER; i++) {
        String line = lines.next();
        if (line == null) {
          return false;
        }
        if (line.contains("CP2K| version string:")) {
          return true;
        }
      }
      return false;
    } catch (UnusableException e) {
      return folder.file(stem(file) + ".inp") != null;
    }
  }

  /**
   * Returns the name without ".out" and an ending of compression, or null if it is not an output.
   */
  public static String stem(FileStatus file) {
    String name = file.getPath().getName().replaceFirst("\\.(gz|bz2|zst)$", "");
    return name.endsWith(".out") ? name.substring(0, name.length() - 4) : null;
  }

  /**
   * Returns the potential grid of a folder: the only cube with "hartree" in its name, or else the
   * only cube. Null if there is none or several.
   */
  public static FileStatus cube(RunFolder folder) {
    List<FileStatus> cubes =
        folder.files().stream()
            .filter(f -> f.getPath().getName().matches(".*\\.cube(\\.(gz|bz2|zst))?"))
            .toList();
    List<FileStatus> named =
        cubes.stream()
            .filter(f -> f.getPath().getName().toLowerCase(Locale.ROOT).contains("hartree"))
            .toList();
    List<FileStatus> found = named.isEmpty() ? cubes : named;
    return found.size() == 1 ? found.get(0) : null;
  }

  /** An input with all files that it was read from. */
  private record Read(Cp2kInput input, List<SourceFileValue> sources) {}

  private Read input(RunFolder folder, FileStatus output) throws IOException {
    String name = stem(output) + ".inp";
    FileStatus file = folder.file(name);
    if (file == null) {
      throw UnusableException.of(
          ImportCode.MISSING_FILE, name + " with cell and coordinates beside the output", "none");
    }
    List<SourceFileValue> sources = new ArrayList<>(List.of(files.source("input", file)));
    Cp2kFiles named =
        (other, from) -> {
          FileStatus found = beside(folder, other, from);
          sources.add(files.source("input", found));
          return files.lines(found);
        };
    try (NumberedLines lines = files.lines(file)) {
      return new Read(Cp2kInput.read(lines, named), sources);
    }
  }

  /** Returns a file that an input names by its path relative to the input's folder. */
  private FileStatus beside(RunFolder folder, String name, Place from) throws IOException {
    FileStatus own = folder.file(name);
    if (own != null) {
      return own;
    }
    if (!name.isEmpty() && !name.startsWith("/") && !name.contains(":")) {
      Path path = new Path(new Path(folder.uri()), name);
      if (files.system(path).exists(path) && files.status(path.toString()).isFile()) {
        return files.status(path.toString());
      }
    }
    throw UnusableException.of(
        ImportCode.MISSING_FILE,
        Place.printable(name) + ", which the input takes in (" + from + ")",
        "none");
  }

  /** Returns the structure of a calculation. */
  public CrystalStructure structure(RunFolder folder, FileStatus output) throws IOException {
    return input(folder, output).input().structure();
  }

  /**
   * Reads a calculation.
   *
   * @throws UnusableException if it cannot be used
   */
  public Calculation read(RunFolder folder, FileStatus file) throws IOException {
    Read read = input(folder, file);
    Cp2kInput input = read.input();
    if (!READ.contains(input.runType())) {
      throw UnusableException.of(
          ImportCode.UNSUPPORTED,
          "RUN_TYPE ENERGY or ENERGY_FORCE, whose coordinates are in the input",
          input.runType() + " (calculate the energy once more at the final geometry)");
    }
    Cp2kOutput output;
    try (NumberedLines lines = files.lines(file)) {
      output = Cp2kOutputs.last(lines);
    }
    output.requireOf(input);
    List<SourceFileValue> sources = new ArrayList<>(List.of(files.source("output", file)));
    sources.addAll(read.sources());
    return new Calculation(
        file.getPath().toString(),
        input.structure(),
        output.energy(),
        output.forces().size() == output.atoms() ? output.forces() : List.of(),
        output.elapsedSeconds(),
        input.theory(output.version()),
        "single point",
        sources,
        limits.remarks(output.energy()));
  }
}
