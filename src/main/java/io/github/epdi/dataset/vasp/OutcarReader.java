package io.github.epdi.dataset.vasp;

import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an OUTCAR of VASP 5 or 6 line by line; holds the last ionic step only. */
final class OutcarReader {
  private static final Pattern VERSION = Pattern.compile("^\\s*vasp\\.(\\d+\\.\\d+(?:\\.\\d+)?)");
  private static final Pattern SETTING = Pattern.compile("(\\w+)\\s*=\\s*([^\\s;]+)");
  private static final Pattern ITERATION =
      Pattern.compile("Iteration\\s+[\\d*]+\\(\\s*(\\d+|\\*+)\\s*\\)");
  private static final Pattern TITLE = Pattern.compile("TITEL\\s*=\\s*(\\S.*\\S)");
  private static final Pattern MESH =
      Pattern.compile("generate k-points for:\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)");
  private static final Set<String> KNOWN =
      Set.of(
          "ISPIN",
          "LNONCOLLINEAR",
          "ENCUT",
          "NELM",
          "NSW",
          "IBRION",
          "GGA",
          "METAGGA",
          "LHFCALC",
          "AEXX",
          "HFSCREEN",
          "LDAUTYPE",
          "NIONS",
          "NKPTS");

  /** What VASP prints of dispersion corrections, partly behind the first electronic loop. */
  private static final Set<String> DISPERSION = Set.of("IVDW", "LVDW", "LUSE_VDW");

  private final BufferedReader in;
  private final Map<String, String> parameters = new HashMap<>();
  private final TreeMap<String, String> titles = new TreeMap<>();
  private final Set<Outcar.Milestone> milestones = EnumSet.noneOf(Outcar.Milestone.class);
  private final Map<EnergyKind, Double> energies = new EnumMap<>(EnergyKind.class);
  private List<double[]> positions = List.of();
  private List<double[]> forces = List.of();
  private String exchange;
  private String mesh;
  private int electronicSteps;
  private Double elapsed;
  private boolean iterating;

  private OutcarReader(BufferedReader in) {
    this.in = in;
  }

  /**
   * Reads all of it.
   *
   * @throws UnusableException BAD_FILE if it is no OUTCAR
   */
  static Outcar read(BufferedReader in) throws IOException {
    return new OutcarReader(in).read();
  }

  private Outcar read() throws IOException {
    String first = in.readLine();
    Matcher version = VERSION.matcher(first == null ? "" : first);
    if (!version.find()) {
      throw UnusableException.of(
          ImportCode.BAD_FILE,
          "an OUTCAR that begins with VASP's version",
          first == null ? "an empty file" : "\"" + printable(first) + "\"");
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      take(line);
    }
    String ions = parameters.getOrDefault("NIONS", "0");
    return new Outcar(
        version.group(1),
        Integer.parseInt(ions),
        parameters,
        titles,
        exchange,
        mesh,
        electronicSteps,
        milestones,
        energies,
        positions,
        forces,
        elapsed);
  }

  private void take(String line) throws IOException {
    if (!iterating) {
      takeSetting(line);
    }
    if (line.contains("VDW")) {
      takeSettings(line, DISPERSION);
    } else if (line.contains("Iteration")) {
      takeIteration(line);
    } else if (line.contains("aborting loop because EDIFF is reached")) {
      milestones.add(Outcar.Milestone.ELECTRONS_CONVERGED);
    } else if (line.contains("reached required accuracy")) {
      milestones.add(Outcar.Milestone.IONS_CONVERGED);
    } else if (line.startsWith("  free  energy")) {
      put(EnergyKind.FREE, line, "TOTEN");
    } else if (line.startsWith("  energy  without entropy")) {
      put(EnergyKind.SIGMA0, line, "energy(sigma->0)");
    } else if (line.contains("TOTAL-FORCE (eV/Angst)")) {
      takeForces();
    } else if (line.contains("Edisp (eV)")) {
      parameters.putIfAbsent("IVDW", "stated nowhere");
    } else if (line.contains("General timing and accounting")) {
      milestones.add(Outcar.Milestone.FINISHED);
    } else if (line.contains("Elapsed time (sec)")) {
      elapsed = lastNumber(line);
    }
  }

  private void takeSetting(String line) {
    Matcher title = TITLE.matcher(line);
    if (title.find()) {
      String[] words = title.group(1).split("\\s+", -1);
      titles.put(words.length < 2 ? words[0] : symbol(words[1]), title.group(1));
    } else if (line.contains("LEXCH")) {
      Matcher setting = SETTING.matcher(line);
      if (setting.find() && setting.group(2).matches("[A-Z]+|91")) {
        exchange = setting.group(2);
      }
    } else if (line.contains("generate k-points for:")) {
      Matcher found = MESH.matcher(line);
      mesh = found.find() ? found.group(1) + "x" + found.group(2) + "x" + found.group(3) : null;
    } else if (line.contains("LDAUU")) {
      parameters.put("LDAUU", line.substring(line.indexOf('=') + 1).strip());
    } else if (line.indexOf('=') > 0) {
      takeSettings(line, KNOWN);
    }
  }

  /** What stands last before the first iteration is what VASP made of the INCAR. */
  private void takeSettings(String line, Set<String> names) {
    for (Matcher setting = SETTING.matcher(line); setting.find(); ) {
      if (names.contains(setting.group(1))) {
        parameters.put(setting.group(1), setting.group(2));
      }
    }
  }

  private void takeIteration(String line) {
    Matcher found = ITERATION.matcher(line);
    if (found.find()) {
      iterating = true;
      String step = found.group(1);
      electronicSteps = step.startsWith("*") ? Integer.MAX_VALUE : Integer.parseInt(step);
      milestones.remove(Outcar.Milestone.ELECTRONS_CONVERGED);
    }
  }

  private void put(EnergyKind kind, String line, String name) {
    String value = line.substring(line.lastIndexOf(name) + name.length());
    Matcher number = Pattern.compile("=\\s*([-+.\\dEe]+)").matcher(value);
    if (number.find()) {
      energies.put(kind, Double.parseDouble(number.group(1)));
    }
  }

  /** Rows of six numbers between two rulers; a step that is cut off counts as none. */
  private void takeForces() throws IOException {
    List<double[]> at = new ArrayList<>();
    List<double[]> on = new ArrayList<>();
    in.readLine();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.strip().split("\\s+", -1);
      if (words.length != 6) {
        break;
      }
      at.add(numbers(words, 0));
      on.add(numbers(words, 3));
    }
    positions = at;
    forces = on;
  }

  private static double[] numbers(String[] words, int from) {
    double[] numbers = new double[3];
    for (int i = 0; i < 3; i++) {
      try {
        numbers[i] = Double.parseDouble(words[from + i]);
      } catch (NumberFormatException e) {
        throw new UnusableException(
            ImportCode.BAD_FILE,
            "Cannot import it: expected positions and forces in the OUTCAR, found \""
                + printable(words[from + i])
                + "\"");
      }
    }
    return numbers;
  }

  private static Double lastNumber(String line) {
    String[] words = line.strip().split("\\s+", -1);
    String last = words[words.length - 1];
    return last.matches("[\\d.]+") ? Double.valueOf(last) : null;
  }

  private static String symbol(String name) {
    return name.replaceFirst("[_./].*", "");
  }

  private static String printable(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() <= 60 ? clean : clean.substring(0, 60) + "...";
  }
}
