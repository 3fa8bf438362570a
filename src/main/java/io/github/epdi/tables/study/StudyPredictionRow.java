package io.github.epdi.tables.study;

import io.github.epdi.tables.encoding.TableColumn;

/**
 * The prediction of one site by one training of a study. It is a row of {@link
 * StudyTable#PREDICTIONS}.
 */
public record StudyPredictionRow(
    SiteColumns site,
    @TableColumn(name = "label_ev", unit = "eV", meaning = "Calculated binding energy.")
        double labelEv,
    @TableColumn(name = "network_ev", unit = "eV", meaning = "Predicted by the network.")
        double networkEv,
    BaselineColumns baselines) {
  /** The columns that say which site of which training it is. */
  public record SiteColumns(
      @TableColumn(name = "cell", meaning = "The training.", key = true) String cell,
      @TableColumn(name = "material_id", meaning = "The material.", key = true) String materialId,
      @TableColumn(name = "site_id", meaning = "Id of the site.", key = true) String siteId,
      @TableColumn(
              name = "kind",
              meaning = "T (above a metal), H (hollow) or B (bridge, a saddle).")
          String kind,
      @TableColumn(name = "part", meaning = "What the site served for: training or test.")
          String part) {}

  /** The columns of what the baselines predict. */
  public record BaselineColumns(
      @TableColumn(
              name = "mean_ev",
              unit = "eV",
              meaning = "Baseline: mean of the training labels.")
          double meanEv,
      @TableColumn(
              name = "esp_line_ev",
              unit = "eV",
              meaning = "Baseline: lines through the mean local potential.")
          double espLineEv,
      @TableColumn(
              name = "bridge_rule_ev",
              unit = "eV",
              meaning = "Baseline: the bridge rule; null where it does not apply.",
              nullable = true)
          Double bridgeRuleEv,
      @TableColumn(
              name = "profile_ridge_ev",
              unit = "eV",
              meaning = "Baseline: ridge regression on the radial profile.")
          double profileRidgeEv) {}
}
