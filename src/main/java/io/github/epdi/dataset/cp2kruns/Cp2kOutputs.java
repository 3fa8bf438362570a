package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.UnusableException;
import java.io.IOException;
import java.util.Locale;

/** Separates the runs in one output of CP2K. The last one counts. */
final class Cp2kOutputs {
  private Cp2kOutput run = new Cp2kOutput();
  private int runs = 1;

  /** Whether any line of the current run was read. */
  private boolean begun;

  private boolean isCp2k;

  private Cp2kOutputs() {}

  /**
   * Returns the last run of a file.
   *
   * @throws UnusableException BAD_FILE if the file is not CP2K's, TRUNCATED or UNCONVERGED
   */
  static Cp2kOutput last(NumberedLines in) throws IOException {
    Cp2kOutputs outputs = new Cp2kOutputs();
    for (String line = in.next(); line != null; line = in.next()) {
      outputs.take(line, in);
    }
    if (!outputs.isCp2k) {
      throw UnusableException.of(ImportCode.BAD_FILE, "an output of CP2K", "none of its lines");
    }
    outputs.run.check(
        outputs.runs == 1
            ? ""
            : String.format(
                Locale.ROOT, " (run %d of %d in the file)", outputs.runs, outputs.runs));
    return outputs.run;
  }

  private void take(String line, NumberedLines in) throws IOException {
    boolean version = line.startsWith(" CP2K| version string:");
    boolean banner =
        line.contains("PROGRAM STARTED AT") || line.contains("DBCSR| CPU Multiplication driver");
    boolean another =
        (version && run.hasVersion())
            || (banner && (run.hasVersion() || run.isFinished()))
            || (run.isFinished() && isWork(line));
    if (another && begun) {
      run = new Cp2kOutput();
      runs++;
    }
    begun = true;
    isCp2k |= version;
    run.take(line, in);
  }

  /** Tells whether a line is one that a run no longer writes after its end. */
  private static boolean isWork(String line) {
    return line.contains("SCF WAVEFUNCTION OPTIMIZATION")
        || line.contains("SCF run")
        || line.contains("ENERGY| Total FORCE_EVAL");
  }
}
