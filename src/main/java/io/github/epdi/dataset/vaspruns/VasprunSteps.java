package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ionic steps of a vasprun.xml. The last one whose electrons were calculated is kept. A step
 * without electronic steps is a force field's.
 */
final class VasprunSteps {
  private static final String FREE = "e_fr_energy";
  private static final String SIGMA0 = "e_0_energy";

  private final Map<String, List<double[]>> rows = new HashMap<>();
  private final List<boolean[]> free = new ArrayList<>();
  private final Map<String, Double> energies = new HashMap<>();
  private final Map<String, Double> electronic = new HashMap<>();
  private VaspStep last = new VaspStep(Map.of(), null, List.of(), List.of(), 0, null);
  private Place energyPlace;
  private Double freeBefore;
  private Double stepBefore;
  private int electronicSteps;
  private int steps;
  private boolean predictedLast;
  private List<double[]> predictedPositions = List.of();

  void begin() {
    steps++;
    electronicSteps = 0;
    freeBefore = null;
    stepBefore = energies.get(FREE);
    energies.clear();
    electronic.clear();
    rows.clear();
  }

  void beginElectronic() {
    electronicSteps++;
    freeBefore = electronic.get(FREE);
    electronic.clear();
  }

  void beginRows(String name) {
    if (name.equals("selective")) {
      free.clear();
    } else {
      rows.put(name, new ArrayList<>());
    }
  }

  void energy(String name, String text, Place place, boolean ofElectronicStep) {
    if (name.equals(FREE) || name.equals(SIGMA0)) {
      double value = place.real(text, "an energy (" + name + ")");
      (ofElectronicStep ? electronic : energies).put(name, value);
      energyPlace = place;
    }
  }

  void row(String name, String text, Place place) {
    String[] words = text.split("\\s+", -1);
    if (words.length != 3) {
      throw place.bad("three columns in " + name, text);
    }
    if (name.equals("selective")) {
      free.add(new boolean[] {isFree(words[0]), isFree(words[1]), isFree(words[2])});
    } else if (rows.containsKey(name)) {
      rows.get(name)
          .add(
              new double[] {
                place.real(words[0], "a number in " + name),
                place.real(words[1], "a number in " + name),
                place.real(words[2], "a number in " + name)
              });
    }
  }

  private static boolean isFree(String word) {
    return word.startsWith("T");
  }

  /** Ends an ionic step. */
  void end() {
    List<double[]> positions = cartesian();
    predictedLast = electronicSteps == 0;
    if (predictedLast) {
      predictedPositions = positions;
      return;
    }
    predictedPositions = List.of();
    Double change =
        freeBefore == null || electronic.get(FREE) == null
            ? null
            : Double.valueOf(Math.abs(electronic.get(FREE) - freeBefore));
    last =
        new VaspStep(
            energies(),
            energyPlace == null ? null : energyPlace.toString(),
            positions,
            List.copyOf(rows.getOrDefault("forces", List.of())),
            electronicSteps,
            change);
  }

  /**
   * Returns the free energy and the one with smearing extrapolated to zero, eV. The difference
   * between them is taken from the last electronic step, because some versions print a wrong number
   * for the ionic step.
   */
  private Map<EnergyKind, Double> energies() {
    Map<EnergyKind, Double> found = new EnumMap<>(EnergyKind.class);
    Double total = energies.get(FREE);
    if (total != null) {
      found.put(EnergyKind.FREE, total);
      Double first = electronic.get(FREE);
      Double extrapolated = electronic.get(SIGMA0);
      if (first != null && extrapolated != null) {
        found.put(EnergyKind.SIGMA0, total + (extrapolated - first));
      } else if (energies.get(SIGMA0) != null) {
        found.put(EnergyKind.SIGMA0, energies.get(SIGMA0));
      }
    }
    return found;
  }

  private List<double[]> cartesian() {
    List<double[]> basis = rows.getOrDefault("basis", List.of());
    List<double[]> found = new ArrayList<>();
    if (basis.size() == 3) {
      for (double[] f : rows.getOrDefault("positions", List.of())) {
        double[] r = new double[3];
        for (int x = 0; x < 3; x++) {
          r[x] = f[0] * basis.get(0)[x] + f[1] * basis.get(1)[x] + f[2] * basis.get(2)[x];
        }
        found.add(r);
      }
    }
    return found;
  }

  VaspStep last() {
    return last;
  }

  ForceFieldSteps forceField(boolean switched) {
    return steps == 0
        ? new ForceFieldSteps(switched, false, List.of())
        : new ForceFieldSteps(switched || predictedLast, predictedLast, predictedPositions);
  }

  /**
   * Adds what was reached, as a vasprun.xml does not say it in words. The electrons must have taken
   * fewer steps than NELM, the ions fewer than NSW, and the ions must meet EDIFFG.
   */
  void milestones(Map<String, String> parameters, Set<VaspOutput.Milestone> milestones) {
    double most = IonicCriterion.number(parameters, "NELM", 60);
    if (last.electronicSteps() > 0 && last.electronicSteps() < most) {
      milestones.add(VaspOutput.Milestone.ELECTRONS_CONVERGED);
    }
    if (new IonicCriterion(steps, moved(), last.forces(), free).isMet(parameters)) {
      milestones.add(VaspOutput.Milestone.IONS_CONVERGED);
    }
  }

  private double moved() {
    Double now = energies.get(FREE);
    return now == null || stepBefore == null ? Double.NaN : Math.abs(now - stepBefore);
  }
}
