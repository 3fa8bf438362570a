package io.github.epdi.report;

import io.github.epdi.pes.PercolationRoute;
import io.github.epdi.pes.PercolationRoutes;
import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.report.figure.Digits;
import io.github.epdi.report.figure.RankedMaterial;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.tables.LevelColumns;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.MaterialsTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says in plain words why a material has the barrier that it has, and compares it with its pristine
 * host.
 */
final class Reasons {
  private final Map<String, RankedMaterial> pristine = new HashMap<>();
  private final String ion;

  /**
   * Prepares reasons for some materials.
   *
   * @param ion symbol of the ion that diffuses
   */
  Reasons(List<RankedMaterial> materials, String ion) {
    this.ion = ion;
    materials.stream()
        .filter(RankedMaterial::isPristine)
        .sorted(Comparator.comparing(RankedMaterial::row, MaterialsTable.bestFirst()))
        .forEach(material -> pristine.putIfAbsent(key(material), material));
  }

  /**
   * Returns the best pristine material of the same host, phase, number of layers and side. It is
   * null for pristine materials and where there is none.
   */
  RankedMaterial reference(RankedMaterial material) {
    return material.isPristine() ? null : pristine.get(key(material));
  }

  /**
   * Returns the 2D barrier minus that of the pristine host, or null if one of them is not known.
   */
  Double change(RankedMaterial material) {
    RankedMaterial reference = reference(material);
    boolean known =
        reference != null
            && reference.row().percolation2dEv() != null
            && material.row().percolation2dEv() != null;
    return known ? material.row().percolation2dEv() - reference.row().percolation2dEv() : null;
  }

  /** Returns a few sentences on a material. */
  String because(ScreenedMaterial material) {
    PercolationRoutes routes = material.surface().routes();
    SurfaceEnergies energies = material.surface().energies();
    StringBuilder text = new StringBuilder();
    if (routes.across2d() != null) {
      text.append("To cross the surface in both directions, ").append(ion).append(" climbs ");
      climb(text, routes.across2d(), energies);
    } else if (routes.along1d() != null) {
      text.append(ion).append(" travels in one direction only: it climbs ");
      climb(text, routes.along1d(), energies);
    } else {
      text.append("No hop energy connects the surface in any direction.");
    }
    compare(text, material.ranked());
    return text.toString();
  }

  private static void climb(StringBuilder text, PercolationRoute route, SurfaceEnergies energies) {
    text.append(Digits.energy(route.thresholdEv() - route.lowestEv()))
        .append(" eV, from ")
        .append(route.lowestKind())
        .append(route.lowestNumber())
        .append(" (")
        .append(Digits.energy(route.lowestEv()))
        .append(" eV) to ")
        .append(highest(route, energies))
        .append(" (")
        .append(Digits.energy(route.thresholdEv()))
        .append(" eV).");
  }

  /** Names the highest place of the highest hop, which is its bridge or one of its sites. */
  private static String highest(PercolationRoute route, SurfaceEnergies energies) {
    Hop hop = route.highestHop();
    if (!energies.saddleBelowSite(hop)) {
      return "bridge " + hop.id();
    }
    boolean top = energies.energyEv(SiteKind.T, hop.top()) == route.thresholdEv();
    return top ? "site T" + hop.top() : "site H" + hop.hollow();
  }

  private void compare(StringBuilder text, RankedMaterial material) {
    RankedMaterial reference = reference(material);
    if (reference == null) {
      text.append(
          material.isPristine() ? " This is a pristine host." : " Its pristine host is not here.");
      return;
    }
    Double change = change(material);
    if (change != null) {
      text.append(" That is ")
          .append(Digits.energy(Math.abs(change)))
          .append(change <= 0 ? " eV less than in pristine " : " eV more than in pristine ")
          .append(material.hostLabel())
          .append(" (")
          .append(Digits.energy(reference.row().percolation2dEv()))
          .append(" eV).");
    }
    double binding =
        material.row().energies().adsorption().lowestEv().value()
            - reference.row().energies().adsorption().lowestEv().value();
    text.append(' ')
        .append(ion)
        .append(" is bound ")
        .append(Digits.energy(Math.abs(binding)))
        .append(binding <= 0 ? " eV more strongly" : " eV more weakly")
        .append(change == null ? " than on pristine " + material.hostLabel() + "." : ".");
    level(text, material.row().levels(), reference.row().levels(), binding);
  }

  /**
   * Divides a difference of binding into what follows from the level that takes the ion's electron
   * and what is left. A slab with an affinity higher by 1 eV binds the ion by about as much more.
   */
  private void level(
      StringBuilder text, LevelColumns levels, LevelColumns reference, double binding) {
    if (levels == null || reference == null) {
      return;
    }
    double affinity = levels.electronAffinityEv() - reference.electronAffinityEv();
    double left = binding + affinity;
    text.append(" A state ")
        .append(Digits.energy(Math.abs(affinity)))
        .append(affinity >= 0 ? " eV lower takes " : " eV higher takes ")
        .append(ion)
        .append("'s electron, which accounts for as much ")
        .append(affinity >= 0 ? "more" : "less")
        .append(" binding; the local field and the metal layer make it ")
        .append(Digits.energy(Math.abs(left)))
        .append(left <= 0 ? " eV stronger." : " eV weaker.");
  }

  private static String key(RankedMaterial material) {
    MaterialRow row = material.row();
    return material.hostLabel() + "|" + row.host().layers() + "|" + row.side();
  }
}
