package io.github.epdi.dataset.vasp;

import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The energies of the last ionic step of an OSZICAR, eV, eight digits. */
final class Oszicar {
  private static final Pattern STEP =
      Pattern.compile("^\\s*\\d+\\s+.*?\\bF=\\s*([-+.\\dEe]+)\\s+E0=\\s*([-+.\\dEe]+)");

  private Oszicar() {}

  /**
   * Reads all of it.
   *
   * @throws UnusableException TRUNCATED if no ionic step was finished
   */
  static Map<EnergyKind, Double> read(BufferedReader in) throws IOException {
    Map<EnergyKind, Double> energies = new EnumMap<>(EnergyKind.class);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Matcher step = STEP.matcher(line);
      if (step.find()) {
        energies.put(EnergyKind.FREE, Double.valueOf(step.group(1)));
        energies.put(EnergyKind.SIGMA0, Double.valueOf(step.group(2)));
      }
    }
    if (energies.isEmpty()) {
      throw UnusableException.of(
          ImportCode.TRUNCATED, "an OSZICAR with a whole ionic step (F= ... E0= ...)", "none");
    }
    return energies;
  }
}
