package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.Place;
import io.github.epdi.dataset.calculation.UnusableException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last ionic step of an OSZICAR whose electrons were calculated.
 *
 * @param energiesEv its energies in eV, as printed with eight digits
 * @param place where they were read
 * @param lastChangeEv size of the energy's change in the last electronic step, eV; null if there is
 *     none
 * @param predictedLast whether steps of a force field follow, which have no electronic steps
 */
record Oszicar(
    Map<EnergyKind, Double> energiesEv, Place place, Double lastChangeEv, boolean predictedLast) {
  private static final Pattern STEP =
      Pattern.compile("^\\s*\\d+\\s+.*?\\bF=\\s*(\\S+)\\s+E0=\\s*(\\S+)");
  private static final Pattern ELECTRONS =
      Pattern.compile("^\\s*[A-Z]{2,4}\\s*:\\s*(\\d+|\\*+)\\s+(\\S+)\\s+(\\S+)");

  /**
   * Reads a whole OSZICAR.
   *
   * @throws UnusableException TRUNCATED if it has no complete ionic step
   */
  static Oszicar read(NumberedLines in) throws IOException {
    Oszicar last = null;
    boolean electrons = false;
    boolean anyElectrons = false;
    Double change = null;
    for (String line = in.next(); line != null; line = in.next()) {
      Matcher electronic = ELECTRONS.matcher(line);
      Matcher step = STEP.matcher(line);
      if (electronic.find()) {
        electrons = true;
        anyElectrons = true;
        change =
            electronic.group(1).equals("1")
                ? null
                : Double.valueOf(
                    Math.abs(in.place().real(electronic.group(3), "a change of the energy")));
      } else if (step.find()) {
        boolean predicted = line.contains("ML") || (anyElectrons && !electrons);
        last = predicted ? predicted(last) : of(step, in.place(), change);
        electrons = false;
        change = null;
      }
    }
    if (last == null) {
      throw UnusableException.of(
          ImportCode.TRUNCATED, "an OSZICAR with a whole ionic step (F= ... E0= ...)", "none");
    }
    return last;
  }

  private static Oszicar of(Matcher step, Place place, Double change) {
    Map<EnergyKind, Double> energies = new EnumMap<>(EnergyKind.class);
    energies.put(EnergyKind.FREE, place.real(step.group(1), "an energy (F=)"));
    energies.put(EnergyKind.SIGMA0, place.real(step.group(2), "an energy (E0=)"));
    return new Oszicar(energies, place, change, false);
  }

  private static Oszicar predicted(Oszicar before) {
    return before == null
        ? new Oszicar(Map.of(), null, null, true)
        : new Oszicar(before.energiesEv, before.place, before.lastChangeEv, true);
  }

  Double energyEv(EnergyKind kind) {
    return energiesEv.get(kind);
  }
}
