package io.github.epdi.screening;

import io.github.epdi.grid.GridReading;
import io.github.epdi.levels.ElectronicLevels;
import io.github.epdi.levels.SpinTreatment;
import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.model.physics.Doubt;
import io.github.epdi.model.physics.SiteDescriptors;
import io.github.epdi.model.physics.Trust;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.Doubts;
import io.github.epdi.theory.LevelOfTheory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects what of one side of a grid a model was not trained for. */
final class SideDoubts {
  /** Share of clipped pixels above which an image no longer shows what it should. */
  private static final double CLIPPED = 0.05;

  private final List<Doubt> ofMaterial = new ArrayList<>();
  private final Map<String, List<Doubt>> ofSites = new LinkedHashMap<>();

  /** Says that exchange-correlation is in the potential, which no training has had. */
  SideDoubts potential(GridReading.Accepted reading) {
    if (reading.values().summary().xc().included().orElse(false)) {
      ofMaterial.add(
          new Doubt("xc_included", "The potential holds exchange-correlation, which was allowed."));
    }
    return this;
  }

  /**
   * Says where the grid's level of theory is not that of the labels: what the campaign declares
   * otherwise, and the code that wrote the files.
   *
   * @param declared names of the parts that are declared otherwise
   * @param levels levels of the slab; null if they were given as numbers
   */
  SideDoubts theory(
      LevelOfTheory labels,
      List<String> declared,
      GridReading.Accepted reading,
      ElectronicLevels levels) {
    String code = code(reading, levels);
    String trained = labels.code();
    if (!declared.isEmpty()) {
      ofMaterial.add(
          new Doubt(
              "level_of_theory_differs",
              "Declared otherwise than for the labels: " + String.join(", ", declared) + "."));
    } else if (code != null && trained != null && !sameCode(trained, code)) {
      ofMaterial.add(
          new Doubt(
              "level_of_theory_differs",
              "The files are of " + code + ", the labels of " + trained + "."));
    }
    if (levels != null
        && levels.spin() != SpinTreatment.RESTRICTED
        && "restricted".equals(labels.spin())) {
      ofMaterial.add(
          new Doubt(
              "spin_differs",
              "The levels are of a "
                  + (levels.spin() == SpinTreatment.POLARIZED ? "spin-polarised" : "spin-orbit")
                  + " run, the labels of spin-restricted ones."));
    }
    return this;
  }

  private static boolean sameCode(String trained, String code) {
    return trained.toLowerCase(Locale.ROOT).startsWith(code.toLowerCase(Locale.ROOT));
  }

  /** Returns the program that wrote the files, or null if they do not tell. */
  private static String code(GridReading.Accepted reading, ElectronicLevels levels) {
    if (levels != null) {
      return switch (levels.format()) {
        case CP2K -> "CP2K";
        case QUANTUM_ESPRESSO -> "Quantum ESPRESSO";
        default -> "VASP";
      };
    }
    return switch (reading.header().format()) {
      case VASP, VASPOUT -> "VASP";
      case FILPLOT -> "Quantum ESPRESSO";
      case CUBE -> reading.header().title().contains("-Quickstep-") ? "CP2K" : null;
      case XSF -> null;
    };
  }

  /** Says what the slab has that no slab of the training had. */
  SideDoubts slab(Trust trust, GridReading.Accepted reading, Side side) {
    if (trust != null) {
      ofMaterial.addAll(trust.slabs().doubts(reading.slab(), side));
    }
    return this;
  }

  /** Says which numbers of the sites lie outside of the training's. */
  SideDoubts sites(
      AffinityModel affinity, List<AdsorptionSite> unique, List<SiteDescriptors> described) {
    for (int s = 0; s < unique.size(); s++) {
      ofSites.put(unique.get(s).id(), affinity.doubts(described.get(s)));
    }
    return this;
  }

  /** Says that a side is far from all that was trained on, by the largest spread of its sites. */
  SideDoubts spread(Trust trust, double spreadEv) {
    if (trust != null && spreadEv > trust.farSpreadEv()) {
      ofMaterial.add(
          new Doubt(
              "far_from_training",
              String.format(
                  Locale.ROOT,
                  "Energies may be off by %.3f eV (one standard deviation), more than the %.3f eV"
                      + " of 19 in 20 materials that were left out of the training.",
                  spreadEv,
                  trust.farSpreadEv())));
    }
    return this;
  }

  /**
   * Returns all of it. One sentence stands for each word, the first that was found.
   *
   * @param clipped share of the pixels of the side's images that the colour range cuts off
   */
  Doubts all(double clipped) {
    List<Doubt> ofSide = new ArrayList<>(ofMaterial);
    if (clipped > CLIPPED) {
      ofSide.add(
          new Doubt(
              "pixels_clipped",
              String.format(
                  Locale.ROOT,
                  "The colour range of the model's images cuts off %.1f %% of the pixels.",
                  100 * clipped)));
    }
    Map<String, String> reasons = new LinkedHashMap<>();
    ofSide.forEach(doubt -> reasons.putIfAbsent(doubt.flag(), doubt.reason()));
    ofSites
        .values()
        .forEach(
            doubts -> doubts.forEach(doubt -> reasons.putIfAbsent(doubt.flag(), doubt.reason())));
    return new Doubts(
        flags(ofSide),
        ofSites.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> flags(entry.getValue()))),
        List.copyOf(reasons.values()));
  }

  private static List<String> flags(List<Doubt> doubts) {
    return doubts.stream().map(Doubt::flag).distinct().sorted().toList();
  }
}
