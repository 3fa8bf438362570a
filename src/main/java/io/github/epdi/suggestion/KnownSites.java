package io.github.epdi.suggestion;

import io.github.epdi.dataset.Label;
import io.github.epdi.dataset.SiteMatch;
import io.github.epdi.dataset.SiteMatcher;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.report.figure.ScreenedSurface;
import io.github.epdi.structure.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sites whose energies are calculated already, found by place as in a training. */
public final class KnownSites {
  /** Says that nothing is calculated yet. */
  public static final KnownSites NONE = new KnownSites(List.of(), Side.TOP);

  private final Map<String, List<Label>> byMaterial;
  private final Side side;

  /** Takes labels of one side of materials that are named as in the screening. */
  public KnownSites(List<Label> labels, Side side) {
    this.byMaterial = labels.stream().collect(Collectors.groupingBy(Label::materialId));
    this.side = side;
  }

  /** Returns the known energies of a material's sites in eV, by the first site of each orbit. */
  Map<String, Double> of(ScreenedMaterial material, ScreenedSurface surface) {
    Map<String, Double> known = new HashMap<>();
    List<Label> labels = byMaterial.getOrDefault(material.row().materialId(), List.of());
    if (material.side() == side && !labels.isEmpty()) {
      SiteMatcher matcher = new SiteMatcher(surface.lattice(), surface.graph());
      for (Label label : labels) {
        SiteMatch match = matcher.match(label);
        if (match.isMatched()) {
          known.put(match.representative().id(), label.energyEv());
        }
      }
    }
    return known;
  }
}
