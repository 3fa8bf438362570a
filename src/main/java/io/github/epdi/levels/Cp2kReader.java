package io.github.epdi.levels;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads CP2K's output with {@code MO|} tables of eigenvalues and occupations. CP2K appends to an
 * existing output, so a file may hold several runs. The last run that ended and whose last SCF
 * converged is used.
 */
final class Cp2kReader {
  private static final Pattern TITLE =
      Pattern.compile(
          "MO\\|\\s+(?:(ALPHA|BETA)\\s+)?.*EIGENVALUES.*OCCUPATION NUMBERS"
              + "(?:.*FOR K[ -]POINT:?\\s*(\\d{1,7})\\b)?.*");

  private final LevelText text;
  private Cp2kRun run = new Cp2kRun(1);
  private Cp2kRun whole;
  private String unfinished = "no run of CP2K";

  Cp2kReader(LevelText text) {
    this.text = text;
  }

  /** Tells whether a text begins like an output of CP2K. */
  static boolean recognises(String head) {
    return head.contains("PROGRAM STARTED AT")
        || head.contains("CP2K|")
        || head.contains("DBCSR|")
        || head.contains("MO|");
  }

  LevelsDraft read() throws IOException {
    while (text.next()) {
      try {
        line();
      } catch (BadLevelsException e) {
        run.spoil(e);
      }
    }
    end(false);
    if (whole == null) {
      throw new BadLevelsException("a run that has ended and converged", unfinished, text.line());
    }
    return whole.draft();
  }

  private void line() throws IOException {
    switch (text.first()) {
      case 'M' -> {
        if (text.take("MO|")) {
          table();
        }
      }
      case '*' -> stars();
      case 'B' -> {
        if (text.take("BRILLOUIN|")) {
          run.brillouin(text);
        }
      }
      case 'S' -> {
        if (text.take("SCF WAVEFUNCTION OPTIMIZATION")) {
          run.startScf();
        }
      }
      case 'N' -> {
        if (text.take("Number of electrons:")) {
          run.electrons(electrons());
        } else if (text.take("Number of orbital functions:")) {
          run.allElectrons();
        }
      }
      case 'F' -> {
        if (text.take("Fermi energy:")) {
          run.fermiHartree(text.number());
        }
      }
      case 'D' -> {
        if (text.take("DFT| Number of spin states")) {
          run.spins(text.number());
        }
      }
      case '-' -> {
        if (text.take("- Atoms:")) {
          run.atoms(text.number());
        }
      }
      case 'o' -> outerLoop();
      default -> kind();
    }
  }

  private double electrons() {
    double electrons = text.number();
    if (Double.isNaN(electrons)) {
      throw text.bad("a number of electrons");
    }
    return electrons;
  }

  /** Reads the banners of the program and the lines that tell whether the SCF converged. */
  private void stars() {
    String line = text.rest();
    if (line.contains("PROGRAM STARTED AT")) {
      end(false);
    } else if (line.contains("PROGRAM ENDED AT")) {
      end(true);
    } else if (line.contains("SCF run NOT converged")) {
      run.converged(false);
    } else if (line.contains("SCF run converged")) {
      run.converged(true);
    }
  }

  private void outerLoop() {
    if (text.take("outer SCF loop converged")) {
      run.converged(true);
    } else if (text.take("outer SCF loop FAILED to converge")) {
      run.converged(false);
    }
  }

  /** Reads an entry of a numbered list such as "1. Atomic kind: Mo Number of atoms: 1". */
  private void kind() {
    byte first = text.first();
    if (first >= '0' && first <= '9') {
      Matcher kind = Cp2kRun.KIND.matcher(text.rest());
      if (kind.matches()) {
        run.kind(kind.group(1), Integer.parseInt(kind.group(2)));
      }
    }
  }

  /** Ends a run. Text after its banner belongs to no run until the next one starts. */
  private void end(boolean ended) {
    if (run.isEmpty()) {
      run = new Cp2kRun(text.line());
      return;
    }
    String why = run.whyNotWhole(ended);
    if (why == null) {
      whole = run;
    } else {
      unfinished = why;
    }
    run = new Cp2kRun(text.line());
  }

  private void table() throws IOException {
    if (text.take("E(Fermi):")) {
      run.ownFermiHartree(text.number());
      return;
    }
    Matcher title = TITLE.matcher("MO| " + text.rest());
    if (!title.matches() || title.group().contains("AFTER SCF STEP")) {
      return;
    }
    int channel = "BETA".equals(title.group(1)) ? 1 : 0;
    int point = title.group(2) == null ? 1 : Integer.parseInt(title.group(2));
    Cp2kTable table = new Cp2kTable();
    while (text.next()) {
      if (!text.take("MO|")) {
        if (text.more()) {
          throw text.bad("a whole table MO| of k-point " + point);
        }
      } else if (table.takes(text)) {
        run.table(channel, point, table, text.line());
        return;
      }
    }
  }
}
