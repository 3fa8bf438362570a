package io.github.epdi.cli;

import io.github.epdi.dataset.Label;
import io.github.epdi.dataset.SiteMatch;
import io.github.epdi.dataset.SiteMatcher;
import io.github.epdi.report.ReportInput;
import io.github.epdi.report.figure.LabelledPair;
import io.github.epdi.report.figure.RankedMaterial;
import io.github.epdi.report.figure.ScreenedSurface;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs labels with the predictions for their sites. The sites are found by place as in a training.
 */
final class ReportLabels {
  private ReportLabels() {}

  /**
   * Returns the input with all labels of its materials on a side. Labels without a site are counted
   * as unmatched. The input has the details of the materials that have labels.
   */
  static ReportInput match(ReportInput input, List<Label> labels, Side side) {
    Map<String, RankedMaterial> materials = new HashMap<>();
    for (RankedMaterial material : input.materials()) {
      if (material.side() == side) {
        materials.putIfAbsent(material.row().materialId(), material);
      }
    }
    Map<String, ScreenedSurface> surfaces = new HashMap<>();
    List<LabelledPair> pairs = new ArrayList<>();
    int unmatched = 0;
    for (Label label : labels) {
      RankedMaterial material = materials.get(label.materialId());
      SiteMatch match = null;
      if (material != null) {
        ScreenedSurface surface =
            surfaces.computeIfAbsent(label.materialId(), id -> input.details(material).surface());
        match = new SiteMatcher(surface.lattice(), surface.graph()).match(label);
      }
      if (match != null && match.isMatched()) {
        pairs.add(pair(label, match.site(), surfaces.get(label.materialId())));
      } else {
        unmatched++;
      }
    }
    return input.withLabels(pairs, unmatched);
  }

  private static LabelledPair pair(Label label, AdsorptionSite site, ScreenedSurface surface) {
    double predicted = surface.energies().energyEv(site.kind(), site.number());
    return new LabelledPair(label.materialId(), site.id(), label.energyEv(), predicted);
  }
}
