package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ionic steps of an OUTCAR. The last one whose electrons were calculated is kept. Predictions
 * of a force field are on lines with "ML" and have no electronic steps.
 */
final class OutcarSteps {
  private static final Pattern ITERATION =
      Pattern.compile("Iteration\\s+([\\d*]+)\\(\\s*(\\d+|\\*+)\\s*\\)");
  private static final Pattern CHANGE =
      Pattern.compile("total energy-change \\(2\\. order\\)\\s*:\\s*([^\\s(]+)");
  private static final Pattern VALUE = Pattern.compile("=\\s*(\\S+)");
  private static final String FORCES = "TOTAL-FORCE (eV/Angst)";

  private final Map<EnergyKind, Double> energies = new EnumMap<>(EnergyKind.class);
  private String ionicStep;
  private int electronicSteps;
  private Double change;
  private Place energyPlace;
  private List<double[]> positions = List.of();
  private List<double[]> forces = List.of();
  private boolean predicted;
  private boolean predictedLast;
  private List<double[]> predictedPositions = List.of();

  /** Tells whether a step was reached. */
  boolean begun() {
    return ionicStep != null || predicted;
  }

  /** Takes a line and tells whether it began an electronic step. */
  boolean take(String line, NumberedLines in) throws IOException {
    Matcher iteration = line.contains("Iteration") ? ITERATION.matcher(line) : null;
    if (iteration != null && iteration.find()) {
      iterate(iteration.group(1), iteration.group(2), in.place());
      return true;
    }
    if (line.contains(FORCES)) {
      takeForces(in, line.contains("(ML)"));
    } else if (line.contains("ML TOTEN") || line.contains("ML energy")) {
      predicted = true;
      predictedLast = true;
    } else if (line.startsWith("  free  energy")) {
      put(EnergyKind.FREE, line, "TOTEN", in.place());
    } else if (line.startsWith("  energy  without entropy")) {
      put(EnergyKind.SIGMA0, line, "energy(sigma->0)", in.place());
    } else if (line.contains("total energy-change (2. order)")) {
      Matcher found = CHANGE.matcher(line);
      change =
          electronicSteps > 1 && found.find()
              ? Math.abs(in.place().real(found.group(1), "a change of the energy"))
              : null;
    }
    return false;
  }

  /** Starts an electronic step. The first one of an ionic step drops the ionic step before. */
  private void iterate(String ionic, String electronic, Place place) {
    int step =
        electronic.startsWith("*")
            ? Integer.MAX_VALUE
            : place.integer(electronic, "the number of an electronic step");
    if (!ionic.equals(ionicStep) || step <= electronicSteps) {
      energies.clear();
      energyPlace = null;
      positions = List.of();
      forces = List.of();
    }
    ionicStep = ionic;
    electronicSteps = step;
    change = null;
    predictedLast = false;
    predictedPositions = List.of();
  }

  private void put(EnergyKind kind, String line, String name, Place place) {
    int at = line.lastIndexOf(name);
    Matcher number = VALUE.matcher(at < 0 ? "" : line.substring(at + name.length()));
    if (number.find()) {
      energies.put(kind, place.real(number.group(1), "an energy (" + name + ")"));
      energyPlace = place;
    }
  }

  /** Reads rows of six numbers between two rulers: positions and forces. */
  private void takeForces(NumberedLines in, boolean ofForceField) throws IOException {
    List<double[]> at = new ArrayList<>();
    List<double[]> on = new ArrayList<>();
    in.next();
    for (String line = in.next(); line != null; line = in.next()) {
      String[] words = line.strip().split("\\s+", -1);
      if (words.length != 6) {
        break;
      }
      at.add(numbers(words, 0, in.place()));
      on.add(numbers(words, 3, in.place()));
    }
    if (ofForceField) {
      predicted = true;
      predictedLast = true;
      predictedPositions = at;
    } else {
      positions = at;
      forces = on;
    }
  }

  private static double[] numbers(String[] words, int from, Place place) {
    double[] numbers = new double[3];
    for (int i = 0; i < 3; i++) {
      numbers[i] = place.real(words[from + i], "positions and forces in the OUTCAR");
    }
    return numbers;
  }

  /** Returns the last ionic step whose electrons were calculated. */
  VaspStep last() {
    return new VaspStep(
        energies,
        energyPlace == null ? null : energyPlace.toString(),
        positions,
        forces,
        electronicSteps,
        change);
  }

  /**
   * Returns what the force field did.
   *
   * @param switched value of ML_LMLFF; null if it is not stated
   */
  ForceFieldSteps forceField(String switched) {
    String value = switched == null ? "F" : switched.replace(".", "").toUpperCase(Locale.ROOT);
    return new ForceFieldSteps(
        predicted || value.startsWith("T"), predictedLast, predictedPositions);
  }
}
