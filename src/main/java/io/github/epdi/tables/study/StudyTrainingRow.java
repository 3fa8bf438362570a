package io.github.epdi.tables.study;

import io.github.epdi.tables.encoding.TableColumn;

/** One training of a study, which is a row of {@link StudyTable#TRAININGS}. */
public record StudyTrainingRow(
    @TableColumn(name = "cell", meaning = "Unique name of the training.", key = true) String cell,
    @TableColumn(name = "architecture", meaning = "Network: vgg16, resnet50 or densenet121.")
        @TableColumn(name = "start", meaning = "Initial weights: random, or a name of the plan.")
        @TableColumn(
            name = "encoding",
            meaning = "How potentials become images: colormap or planes.")
        @TableColumn(name = "pixels", meaning = "Pixels along a side of the images.")
        @TableColumn(
            name = "target",
            meaning = "What is predicted: direct (the binding energy) or bridge-residual.")
        @TableColumn(name = "split", meaning = "How saddles are divided: random or by-material.")
        @TableColumn(
            name = "saddle_fraction",
            meaning = "Share of the unique saddles that are trained on.")
        StudySettingValue setting,
    DrawColumns draw,
    SiteColumns sites,
    AccuracyColumns accuracy,
    EffortColumns effort,
    ProvenanceColumns provenance) {
  /** The columns of what was drawn at random. */
  public record DrawColumns(
      @TableColumn(
              name = "fold",
              meaning = "Which materials are held out, from 0; 0 for a random split.")
          int fold,
      @TableColumn(name = "seed", meaning = "Seed of split, weights, order and frames.")
          long seed) {}

  /** The columns that say how many sites there were. */
  public record SiteColumns(
      @TableColumn(name = "training_sites", meaning = "Labels that the training saw.") int trained,
      @TableColumn(
              name = "tested_saddles",
              meaning = "Saddles that it did not see: what the errors are of.")
          int tested) {}

  /** The columns of the errors of single sites. */
  public record ErrorColumns(
      @TableColumn(
              name = "mae_ev",
              unit = "eV",
              meaning = "Mean absolute error of the tested saddles.")
          double maeEv,
      @TableColumn(
              name = "rmse_ev",
              unit = "eV",
              meaning = "Root mean squared error of the tested saddles.")
          double rmseEv,
      @TableColumn(
              name = "r2",
              meaning = "Coefficient of determination; null where all labels are equal.",
              nullable = true)
          Double r2,
      @TableColumn(
              name = "max_error_ev",
              unit = "eV",
              meaning = "Largest absolute error of the tested saddles.")
          double maxErrorEv,
      @TableColumn(
              name = "training_mae_ev",
              unit = "eV",
              meaning = "Mean absolute error of the sites that it was trained on.")
          double trainingMaeEv) {}

  /** The columns of the errors of barriers. */
  public record PathColumns(
      @TableColumn(
              name = "barriers",
              meaning = "Paths with a tested saddle whose five points are labelled.")
          int count,
      @TableColumn(
              name = "barrier_mae_ev",
              unit = "eV",
              meaning = "Mean absolute error of their forward barriers.",
              nullable = true)
          Double maeEv) {}

  /** The columns of the errors of the baselines. */
  public record BaselineColumns(
      @TableColumn(
              name = "mean_mae_ev",
              unit = "eV",
              meaning = "Mean absolute error of a baseline: mean of the training labels.")
          double meanMaeEv,
      @TableColumn(
              name = "esp_line_mae_ev",
              unit = "eV",
              meaning =
                  "Mean absolute error of a baseline: lines through the mean local potential.")
          double espLineMaeEv,
      @TableColumn(
              name = "bridge_rule_mae_ev",
              unit = "eV",
              meaning = "Mean absolute error of a baseline: the bridge rule.",
              nullable = true)
          Double bridgeRuleMaeEv,
      @TableColumn(
              name = "profile_ridge_mae_ev",
              unit = "eV",
              meaning =
                  "Mean absolute error of a baseline: ridge regression on the radial profile.")
          double profileRidgeMaeEv) {}

  /** The columns that say what the training cost. */
  public record EffortColumns(
      @TableColumn(name = "epochs", meaning = "Rounds over the training sites.") int epochs,
      @TableColumn(name = "best_epoch", meaning = "Round whose weights were kept.") int bestEpoch,
      @TableColumn(name = "seconds", unit = "s", meaning = "Time of the training.") double seconds,
      @TableColumn(
              name = "images_per_second",
              unit = "1/s",
              meaning =
                  "Images that went through the network and back in a second; null where only the"
                      + " last layer was fitted.",
              nullable = true)
          Double imagesPerSecond) {}

  /** The columns that say what the numbers depend on. */
  public record ProvenanceColumns(
      @TableColumn(name = "labels_sha256", meaning = "Digest of the table of labels.")
          String labelsSha256,
      @TableColumn(
              name = "start_sha256",
              meaning = "Digest of the initial weights; null for random ones.",
              nullable = true)
          String startSha256,
      @TableColumn(name = "settings_json", meaning = "All that the numbers depend on.")
          String settingsJson) {}

  /** The columns that say how accurate the training is. */
  public record AccuracyColumns(ErrorColumns sites, PathColumns paths, BaselineColumns baselines) {}
}
