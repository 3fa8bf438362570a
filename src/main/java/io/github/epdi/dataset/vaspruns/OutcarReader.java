package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.Place;
import io.github.epdi.dataset.calculation.UnusableException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an OUTCAR of VASP 5 or 6 line by line and keeps only the last ionic step. If the file has
 * the output of several runs, only the last run counts.
 */
final class OutcarReader {
  private static final Pattern VERSION = Pattern.compile("^\\s*vasp\\.(\\d+\\.\\d+(?:\\.\\d+)?)");

  /**
   * Settings of dispersion corrections, some of which VASP prints after the first electronic loop.
   */
  private static final Set<String> DISPERSION = Set.of("IVDW", "LVDW", "LUSE_VDW");

  private final NumberedLines in;
  private OutcarHeader header = new OutcarHeader();
  private OutcarSteps steps = new OutcarSteps();
  private Set<VaspOutput.Milestone> milestones = EnumSet.noneOf(VaspOutput.Milestone.class);
  private String version;
  private Double elapsed;

  private OutcarReader(NumberedLines in) {
    this.in = in;
  }

  /**
   * Reads a whole OUTCAR.
   *
   * @throws UnusableException BAD_FILE if it is not an OUTCAR
   */
  static VaspOutput read(NumberedLines in) throws IOException {
    return new OutcarReader(in).read();
  }

  /** Reads a file of POTCARs. The species are in order and without numbers of ions. */
  static OutcarHeader potcar(NumberedLines in) throws IOException {
    OutcarHeader header = new OutcarHeader();
    for (String line = in.next(); line != null; line = in.next()) {
      if (line.contains("=")) {
        header.take(line, in.place());
      }
    }
    return header;
  }

  private VaspOutput read() throws IOException {
    String first = in.next();
    if (first == null || !VERSION.matcher(first).find()) {
      throw UnusableException.of(
          ImportCode.BAD_FILE,
          "an OUTCAR that begins with VASP's version",
          first == null ? "an empty file" : "\"" + Place.printable(first) + "\"");
    }
    for (String line = first; line != null; line = in.next()) {
      Matcher begun = VERSION.matcher(line);
      if (begun.find()) {
        begin(begun.group(1));
      } else {
        take(line);
      }
    }
    String ions = header.parameters().getOrDefault("NIONS", "0");
    return new VaspOutput(
        VaspRuns.OUTCAR,
        version,
        in.place().integer(ions, "the number of ions (NIONS)"),
        header.parameters(),
        header.species(),
        header.exchange(),
        header.mesh(),
        milestones,
        steps.last(),
        steps.forceField(header.parameters().get("ML_LMLFF")),
        elapsed,
        List.of());
  }

  private void begin(String found) {
    header = new OutcarHeader();
    steps = new OutcarSteps();
    milestones = EnumSet.noneOf(VaspOutput.Milestone.class);
    version = found;
    elapsed = null;
  }

  private void take(String line) throws IOException {
    if (!steps.begun()) {
      header.take(line, in.place());
    }
    if (line.contains("VDW")) {
      header.takeSettings(line, DISPERSION);
    } else if (line.contains("Edisp (eV)")) {
      header.parameters().putIfAbsent("IVDW", "stated nowhere");
    } else if (line.contains("aborting loop because EDIFF is reached")) {
      milestones.add(VaspOutput.Milestone.ELECTRONS_CONVERGED);
    } else if (line.contains("reached required accuracy")) {
      milestones.add(VaspOutput.Milestone.IONS_CONVERGED);
    } else if (line.contains("General timing and accounting")) {
      milestones.add(VaspOutput.Milestone.FINISHED);
    } else if (line.contains("Elapsed time (sec)")) {
      elapsed = lastNumber(line);
    } else if (steps.take(line, in)) {
      milestones.remove(VaspOutput.Milestone.ELECTRONS_CONVERGED);
    }
  }

  private static Double lastNumber(String line) {
    String[] words = line.strip().split("\\s+", -1);
    String last = words[words.length - 1];
    return last.matches("\\d+\\.?\\d*") ? Double.valueOf(last) : null;
  }
}
