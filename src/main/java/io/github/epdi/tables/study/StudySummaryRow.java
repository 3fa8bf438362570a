package io.github.epdi.tables.study;

import io.github.epdi.tables.encoding.TableColumn;

/**
 * Pools the trainings of a study that differ in seed and fold alone. It is a row of {@link
 * StudyTable#SUMMARY}.
 */
public record StudySummaryRow(
    @TableColumn(
            name = "architecture",
            meaning = "Network: vgg16, resnet50 or densenet121.",
            key = true)
        @TableColumn(
            name = "start",
            meaning = "Initial weights: random, or a name of the plan.",
            key = true)
        @TableColumn(
            name = "encoding",
            meaning = "How potentials become images: colormap or planes.",
            key = true)
        @TableColumn(name = "pixels", meaning = "Pixels along a side of the images.", key = true)
        @TableColumn(
            name = "target",
            meaning = "What is predicted: direct (the binding energy) or bridge-residual.",
            key = true)
        @TableColumn(
            name = "split",
            meaning = "How saddles are divided: random or by-material.",
            key = true)
        @TableColumn(
            name = "saddle_fraction",
            meaning = "Share of the unique saddles that are trained on.",
            key = true)
        StudySettingValue setting,
    CountColumns counts,
    ErrorColumns errors,
    @TableColumn(
            name = "barrier_mae_ev",
            unit = "eV",
            meaning = "Mean absolute error of forward barriers of paths with a tested saddle.",
            nullable = true)
        @TableColumn(
            name = "barrier_mae_low_ev",
            unit = "eV",
            meaning = "Lower end of its 95 % interval: bootstrap over materials.",
            nullable = true)
        @TableColumn(
            name = "barrier_mae_high_ev",
            unit = "eV",
            meaning = "Upper end of its 95 % interval.",
            nullable = true)
        ErrorInterval barrierMae,
    BaselineColumns baselines) {
  /** Replaces a missing interval by one without numbers. */
  public StudySummaryRow {
    barrierMae = ErrorInterval.orNone(barrierMae);
  }

  /** The columns that say how much was pooled. */
  public record CountColumns(
      @TableColumn(name = "trainings", meaning = "Trainings pooled: seeds and folds.")
          int trainings,
      @TableColumn(name = "tested_saddles", meaning = "Tested saddles of all trainings.")
          int testedSaddles,
      @TableColumn(name = "materials", meaning = "Materials that they are of.") int materials) {}

  /** The columns of the errors of the tested saddles. */
  public record ErrorColumns(
      @TableColumn(
              name = "mae_ev",
              unit = "eV",
              meaning = "Mean absolute error of the tested saddles.")
          @TableColumn(
              name = "mae_low_ev",
              unit = "eV",
              meaning = "Lower end of its 95 % interval: bootstrap over materials.",
              nullable = true)
          @TableColumn(
              name = "mae_high_ev",
              unit = "eV",
              meaning = "Upper end of its 95 % interval.",
              nullable = true)
          ErrorInterval mae,
      @TableColumn(name = "rmse_ev", unit = "eV", meaning = "Root mean squared error.")
          double rmseEv,
      @TableColumn(name = "r2", meaning = "Coefficient of determination.", nullable = true)
          Double r2,
      @TableColumn(name = "max_error_ev", unit = "eV", meaning = "Largest absolute error.")
          double maxErrorEv,
      @TableColumn(
              name = "lowest_training_mae_ev",
              unit = "eV",
              meaning = "The best training alone.")
          double lowestTrainingMaeEv,
      @TableColumn(
              name = "highest_training_mae_ev",
              unit = "eV",
              meaning = "The worst training alone.")
          double highestTrainingMaeEv) {}

  /** The columns of the baselines. They are null where a baseline does not apply. */
  public record BaselineColumns(
      @TableColumn(
              name = "mean_mae_ev",
              unit = "eV",
              meaning =
                  "Mean absolute error of a baseline, mean of the training labels, on the same"
                      + " saddles.",
              nullable = true)
          @TableColumn(
              name = "mean_mae_low_ev",
              unit = "eV",
              meaning = "Lower end of its 95 % interval: bootstrap over materials.",
              nullable = true)
          @TableColumn(
              name = "mean_mae_high_ev",
              unit = "eV",
              meaning = "Upper end of its 95 % interval.",
              nullable = true)
          @TableColumn(
              name = "mean_difference_ev",
              unit = "eV",
              meaning = "Mean absolute error of the network less that of the baseline.",
              nullable = true)
          @TableColumn(
              name = "mean_difference_low_ev",
              unit = "eV",
              meaning = "Lower end of its 95 % interval: bootstrap over materials.",
              nullable = true)
          @TableColumn(
              name = "mean_difference_high_ev",
              unit = "eV",
              meaning = "Upper end of its 95 % interval.",
              nullable = true)
          BaselineComparison mean,
      @TableColumn(
              name = "esp_line_mae_ev",
              unit = "eV",
              meaning =
                  "Mean absolute error of a baseline, lines through the mean local potential, on"
                      + " the same saddles.",
              nullable = true)
          @TableColumn(
              name = "esp_line_mae_low_ev",
              unit = "eV",
              meaning = "Lower end of its 95 % interval: bootstrap over materials.",
              nullable = true)
          @TableColumn(
              name = "esp_line_mae_high_ev",
              unit = "eV",
              meaning = "Upper end of its 95 % interval.",
              nullable = true)
          @TableColumn(
              name = "esp_line_difference_ev",
              unit = "eV",
              meaning = "Mean absolute error of the network less that of the baseline.",
              nullable = true)
          @TableColumn(
              name = "esp_line_difference_low_ev",
              unit = "eV",
              meaning = "Lower end of its 95 % interval: bootstrap over materials.",
              nullable = true)
          @TableColumn(
              name = "esp_line_difference_high_ev",
              unit = "eV",
              meaning = "Upper end of its 95 % interval.",
              nullable = true)
          BaselineComparison espLine,
      @TableColumn(
              name = "bridge_rule_mae_ev",
              unit = "eV",
              meaning = "Mean absolute error of a baseline, the bridge rule, on the same saddles.",
              nullable = true)
          @TableColumn(
              name = "bridge_rule_mae_low_ev",
              unit = "eV",
              meaning = "Lower end of its 95 % interval: bootstrap over materials.",
              nullable = true)
          @TableColumn(
              name = "bridge_rule_mae_high_ev",
              unit = "eV",
              meaning = "Upper end of its 95 % interval.",
              nullable = true)
          @TableColumn(
              name = "bridge_rule_difference_ev",
              unit = "eV",
              meaning = "Mean absolute error of the network less that of the baseline.",
              nullable = true)
          @TableColumn(
              name = "bridge_rule_difference_low_ev",
              unit = "eV",
              meaning = "Lower end of its 95 % interval: bootstrap over materials.",
              nullable = true)
          @TableColumn(
              name = "bridge_rule_difference_high_ev",
              unit = "eV",
              meaning = "Upper end of its 95 % interval.",
              nullable = true)
          BaselineComparison bridgeRule,
      @TableColumn(
              name = "profile_ridge_mae_ev",
              unit = "eV",
              meaning =
                  "Mean absolute error of a baseline, ridge regression on the radial profile, on"
                      + " the same saddles.",
              nullable = true)
          @TableColumn(
              name = "profile_ridge_mae_low_ev",
              unit = "eV",
              meaning = "Lower end of its 95 % interval: bootstrap over materials.",
              nullable = true)
          @TableColumn(
              name = "profile_ridge_mae_high_ev",
              unit = "eV",
              meaning = "Upper end of its 95 % interval.",
              nullable = true)
          @TableColumn(
              name = "profile_ridge_difference_ev",
              unit = "eV",
              meaning = "Mean absolute error of the network less that of the baseline.",
              nullable = true)
          @TableColumn(
              name = "profile_ridge_difference_low_ev",
              unit = "eV",
              meaning = "Lower end of its 95 % interval: bootstrap over materials.",
              nullable = true)
          @TableColumn(
              name = "profile_ridge_difference_high_ev",
              unit = "eV",
              meaning = "Upper end of its 95 % interval.",
              nullable = true)
          BaselineComparison profileRidge) {
    /** Replaces missing comparisons by comparisons without numbers. */
    public BaselineColumns {
      mean = BaselineComparison.orNone(mean);
      espLine = BaselineComparison.orNone(espLine);
      bridgeRule = BaselineComparison.orNone(bridgeRule);
      profileRidge = BaselineComparison.orNone(profileRidge);
    }
  }
}
