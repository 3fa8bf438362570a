package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.Place;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.grid.EnergyUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads numbers with units in brackets, such as {@code [bohr] 1.0 2.0}. A unit applies to all
 * numbers after it. Numbers without a unit are in the usual one of their quantity.
 */
final class Cp2kUnits {
  static final double BOHR_ANGSTROM = 0.529177210903;
  private static final double HARTREE_EV = EnergyUnit.HARTREE.electronvolts();

  /** Lengths in Angstrom. */
  static final Cp2kUnits LENGTH =
      new Cp2kUnits(
          "a length",
          Map.of(
              "ANGSTROM",
              1.0,
              "BOHR",
              BOHR_ANGSTROM,
              "NM",
              10.0,
              "PM",
              0.01,
              "M",
              1e10,
              "AU_L",
              BOHR_ANGSTROM,
              "INTERNAL_CP2K",
              BOHR_ANGSTROM));

  /** Angles in degrees. */
  static final Cp2kUnits ANGLE =
      new Cp2kUnits("an angle", Map.of("DEG", 1.0, "RAD", 180 / Math.PI));

  private static final Map<String, Double> ENERGIES_EV =
      Map.of(
          "HARTREE",
          HARTREE_EV,
          "RY",
          HARTREE_EV / 2,
          "EV",
          1.0,
          "KEV",
          1000.0,
          "AU_E",
          HARTREE_EV,
          "INTERNAL_CP2K",
          HARTREE_EV);

  private final String what;
  private final Map<String, Double> factors;

  private Cp2kUnits(String what, Map<String, Double> factors) {
    this.what = what;
    this.factors = factors;
  }

  /**
   * Makes an instance for energies. They are converted to the usual unit, which also applies where
   * there is no bracket.
   *
   * @param usual name of that unit
   */
  static Cp2kUnits energy(String usual) {
    double one = ENERGIES_EV.get(usual.toUpperCase(Locale.ROOT));
    Map<String, Double> factors = new HashMap<>();
    ENERGIES_EV.forEach((name, ev) -> factors.put(name, ev / one));
    return new Cp2kUnits("an energy", factors);
  }

  /**
   * Reads the numbers of a line.
   *
   * @param words numbers and units
   * @param count how many numbers are expected
   * @param place place of the line, for messages
   * @throws UnusableException BAD_FILE for another number of them, UNSUPPORTED for an unknown unit
   */
  double[] numbers(List<String> words, int count, Place place) {
    double[] numbers = new double[count];
    double factor = 1;
    int n = 0;
    for (String word : words) {
      if (word.startsWith("[") && word.endsWith("]")) {
        factor = factor(word.substring(1, word.length() - 1), place);
      } else if (n < count) {
        numbers[n++] = factor * number(word, what, place);
      } else {
        n++;
      }
    }
    if (n != count) {
      throw place.bad(count + " numbers, " + what + " each,", String.join(" ", words));
    }
    return numbers;
  }

  /**
   * Returns the value of a unit in the usual unit.
   *
   * @throws UnusableException UNSUPPORTED if it is not known
   */
  double factor(String unit, Place place) {
    Double factor = factors.get(unit.strip().toUpperCase(Locale.ROOT));
    if (factor == null) {
      throw UnusableException.of(
          ImportCode.UNSUPPORTED,
          "a unit of " + what + " such as " + String.join(", ", new TreeSet<>(factors.keySet())),
          "[" + Place.printable(unit) + "] (" + place + ")");
    }
    return factor;
  }

  /** Reads a number as CP2K does, which may be a fraction such as 1/3. */
  static double number(String word, String what, Place place) {
    int slash = word.indexOf('/');
    if (slash > 0) {
      double divisor = place.real(word.substring(slash + 1), what);
      if (divisor == 0) {
        throw place.bad(what, word);
      }
      return place.real(word.substring(0, slash), what) / divisor;
    }
    return place.real(word, what);
  }
}
