package io.github.epdi.dataset.cp2k;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.SourceFiles;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.CrystalStructure;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;

/** Reads calculations of CP2K: an output NAME.out with its input NAME.inp beside it. */
public final class Cp2kRuns {
  private static final int LINES_OF_BANNER = 200;
  private static final Set<String> READ = Set.of("ENERGY", "ENERGY_FORCE");

  private final SourceFiles files;

  public Cp2kRuns(SourceFiles files) {
    this.files = files;
  }

  /** The outputs of CP2K in a folder; those of other programs are not looked at. */
  public List<FileStatus> outputs(RunFolder folder) throws IOException {
    List<FileStatus> outputs = new ArrayList<>();
    for (FileStatus file : folder.files()) {
      if (stem(file) != null && isCp2k(file)) {
        outputs.add(file);
      }
    }
    return outputs;
  }

  private boolean isCp2k(FileStatus file) throws IOException {
    try (BufferedReader lines = files.lines(file)) {
      for (int i = 0; i < LINES_OF_BANNER; i++) {
        String line = lines.readLine();
        if (line == null) {
          return false;
        }
        if (line.contains("CP2K| version string:")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Name without ".out" and a compression's ending; null if it is no output. */
  public static String stem(FileStatus file) {
    String name = file.getPath().getName().replaceFirst("\\.(gz|bz2|zst)$", "");
    return name.endsWith(".out") ? name.substring(0, name.length() - 4) : null;
  }

  /** The potential grid of a folder: the cube with "hartree" in its name, or the only one. */
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

  private Cp2kInput input(RunFolder folder, FileStatus output) throws IOException {
    String name = stem(output) + ".inp";
    FileStatus file = folder.file(name);
    if (file == null) {
      throw UnusableException.of(
          ImportCode.MISSING_FILE, name + " with cell and coordinates beside the output", "none");
    }
    try (BufferedReader lines = files.lines(file)) {
      return Cp2kInput.read(lines);
    }
  }

  /** The structure of a calculation. */
  public CrystalStructure structure(RunFolder folder, FileStatus output) throws IOException {
    return input(folder, output).structure();
  }

  /**
   * A calculation.
   *
   * @throws UnusableException if it cannot be used
   */
  public Calculation read(RunFolder folder, FileStatus file) throws IOException {
    Cp2kInput input = input(folder, file);
    if (!READ.contains(input.runType())) {
      throw UnusableException.of(
          ImportCode.UNSUPPORTED,
          "RUN_TYPE ENERGY or ENERGY_FORCE, whose coordinates are in the input",
          input.runType() + " (calculate the energy once more at the final geometry)");
    }
    Cp2kOutput output;
    try (BufferedReader lines = files.lines(file)) {
      output = Cp2kOutput.read(lines);
    }
    CrystalStructure structure = input.structure();
    if (output.atoms() != structure.atoms().size()) {
      throw UnusableException.of(
          ImportCode.MIXED_RUN,
          "as many atoms in output and input",
          output.atoms() + " and " + structure.atoms().size());
    }
    return new Calculation(
        file.getPath().toString(),
        structure,
        output.energyEv(),
        "total",
        output.forces().size() == output.atoms() ? output.forces() : List.of(),
        output.elapsedSeconds(),
        input.theory(output.version()),
        "single point",
        List.of(
            files.source("output", file), files.source("input", folder.file(stem(file) + ".inp"))),
        List.of());
  }
}
