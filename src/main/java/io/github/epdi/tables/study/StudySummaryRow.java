package io.github.epdi.tables.study;

import io.github.epdi.tables.columns.TableColumn;

/**
 * Trainings of a study that differ in seed and fold alone, pooled: a row of {@link
 * StudyTable#SUMMARY}.
 */
public record StudySummaryRow(
    @TableColumn(
            name = "architecture",
            meaning = "Network: vgg16, resnet50 or densenet121.",
            key = true)
        String architecture,
    @TableColumn(
            name = "start",
            meaning = "Initial weights: random, or a name of the plan.",
            key = true)
        String start,
    @TableColumn(
            name = "encoding",
            meaning = "How potentials become images: colormap or planes.",
            key = true)
        String encoding,
    @TableColumn(name = "pixels", meaning = "Pixels along a side of the images.", key = true)
        int pixels,
    @TableColumn(
            name = "target",
            meaning = "What is predicted: direct (the binding energy) or bridge-residual.",
            key = true)
        String target,
    @TableColumn(
            name = "split",
            meaning = "How saddles are divided: random or by-material.",
            key = true)
        String split,
    @TableColumn(
            name = "saddle_fraction",
            meaning = "Share of the unique saddles that are trained on.",
            key = true)
        double saddleFraction,
    @TableColumn(name = "trainings", meaning = "Trainings pooled: seeds and folds.") int trainings,
    @TableColumn(name = "tested_saddles", meaning = "Tested saddles of all trainings.")
        int testedSaddles,
    @TableColumn(name = "materials", meaning = "Materials that they are of.") int materials,
    @TableColumn(
            name = "mae_ev",
            unit = "eV",
            meaning = "Mean absolute error of the tested saddles.")
        double maeEv,
    @TableColumn(
            name = "mae_low_ev",
            unit = "eV",
            meaning = "Lower end of its 95 % interval: bootstrap over materials.",
            nullable = true)
        Double maeLowEv,
    @TableColumn(
            name = "mae_high_ev",
            unit = "eV",
            meaning = "Upper end of its 95 % interval.",
            nullable = true)
        Double maeHighEv,
    @TableColumn(name = "rmse_ev", unit = "eV", meaning = "Root mean squared error.") double rmseEv,
    @TableColumn(name = "r2", meaning = "Coefficient of determination.", nullable = true) Double r2,
    @TableColumn(name = "max_error_ev", unit = "eV", meaning = "Largest absolute error.")
        double maxErrorEv,
    @TableColumn(name = "lowest_training_mae_ev", unit = "eV", meaning = "The best training alone.")
        double lowestTrainingMaeEv,
    @TableColumn(
            name = "highest_training_mae_ev",
            unit = "eV",
            meaning = "The worst training alone.")
        double highestTrainingMaeEv,
    @TableColumn(
            name = "barrier_mae_ev",
            unit = "eV",
            meaning = "Mean absolute error of forward barriers of paths with a tested saddle.",
            nullable = true)
        Double barrierMaeEv,
    @TableColumn(
            name = "barrier_mae_low_ev",
            unit = "eV",
            meaning = "Lower end of its 95 % interval: bootstrap over materials.",
            nullable = true)
        Double barrierMaeLowEv,
    @TableColumn(
            name = "barrier_mae_high_ev",
            unit = "eV",
            meaning = "Upper end of its 95 % interval.",
            nullable = true)
        Double barrierMaeHighEv,
    @TableColumn(
            name = "mean_mae_ev",
            unit = "eV",
            meaning =
                "Mean absolute error of a baseline, mean of the training labels, on the same"
                    + " saddles.",
            nullable = true)
        Double meanMaeEv,
    @TableColumn(
            name = "mean_mae_low_ev",
            unit = "eV",
            meaning = "Lower end of its 95 % interval: bootstrap over materials.",
            nullable = true)
        Double meanMaeLowEv,
    @TableColumn(
            name = "mean_mae_high_ev",
            unit = "eV",
            meaning = "Upper end of its 95 % interval.",
            nullable = true)
        Double meanMaeHighEv,
    @TableColumn(
            name = "mean_difference_ev",
            unit = "eV",
            meaning = "Mean absolute error of the network less that of the baseline.",
            nullable = true)
        Double meanDifferenceEv,
    @TableColumn(
            name = "mean_difference_low_ev",
            unit = "eV",
            meaning = "Lower end of its 95 % interval: bootstrap over materials.",
            nullable = true)
        Double meanDifferenceLowEv,
    @TableColumn(
            name = "mean_difference_high_ev",
            unit = "eV",
            meaning = "Upper end of its 95 % interval.",
            nullable = true)
        Double meanDifferenceHighEv,
    @TableColumn(
            name = "esp_line_mae_ev",
            unit = "eV",
            meaning =
                "Mean absolute error of a baseline, lines through the mean local potential, on the"
                    + " same saddles.",
            nullable = true)
        Double espLineMaeEv,
    @TableColumn(
            name = "esp_line_mae_low_ev",
            unit = "eV",
            meaning = "Lower end of its 95 % interval: bootstrap over materials.",
            nullable = true)
        Double espLineMaeLowEv,
    @TableColumn(
            name = "esp_line_mae_high_ev",
            unit = "eV",
            meaning = "Upper end of its 95 % interval.",
            nullable = true)
        Double espLineMaeHighEv,
    @TableColumn(
            name = "esp_line_difference_ev",
            unit = "eV",
            meaning = "Mean absolute error of the network less that of the baseline.",
            nullable = true)
        Double espLineDifferenceEv,
    @TableColumn(
            name = "esp_line_difference_low_ev",
            unit = "eV",
            meaning = "Lower end of its 95 % interval: bootstrap over materials.",
            nullable = true)
        Double espLineDifferenceLowEv,
    @TableColumn(
            name = "esp_line_difference_high_ev",
            unit = "eV",
            meaning = "Upper end of its 95 % interval.",
            nullable = true)
        Double espLineDifferenceHighEv,
    @TableColumn(
            name = "bridge_rule_mae_ev",
            unit = "eV",
            meaning = "Mean absolute error of a baseline, the bridge rule, on the same saddles.",
            nullable = true)
        Double bridgeRuleMaeEv,
    @TableColumn(
            name = "bridge_rule_mae_low_ev",
            unit = "eV",
            meaning = "Lower end of its 95 % interval: bootstrap over materials.",
            nullable = true)
        Double bridgeRuleMaeLowEv,
    @TableColumn(
            name = "bridge_rule_mae_high_ev",
            unit = "eV",
            meaning = "Upper end of its 95 % interval.",
            nullable = true)
        Double bridgeRuleMaeHighEv,
    @TableColumn(
            name = "bridge_rule_difference_ev",
            unit = "eV",
            meaning = "Mean absolute error of the network less that of the baseline.",
            nullable = true)
        Double bridgeRuleDifferenceEv,
    @TableColumn(
            name = "bridge_rule_difference_low_ev",
            unit = "eV",
            meaning = "Lower end of its 95 % interval: bootstrap over materials.",
            nullable = true)
        Double bridgeRuleDifferenceLowEv,
    @TableColumn(
            name = "bridge_rule_difference_high_ev",
            unit = "eV",
            meaning = "Upper end of its 95 % interval.",
            nullable = true)
        Double bridgeRuleDifferenceHighEv,
    @TableColumn(
            name = "profile_ridge_mae_ev",
            unit = "eV",
            meaning =
                "Mean absolute error of a baseline, ridge regression on the radial profile, on the"
                    + " same saddles.",
            nullable = true)
        Double profileRidgeMaeEv,
    @TableColumn(
            name = "profile_ridge_mae_low_ev",
            unit = "eV",
            meaning = "Lower end of its 95 % interval: bootstrap over materials.",
            nullable = true)
        Double profileRidgeMaeLowEv,
    @TableColumn(
            name = "profile_ridge_mae_high_ev",
            unit = "eV",
            meaning = "Upper end of its 95 % interval.",
            nullable = true)
        Double profileRidgeMaeHighEv,
    @TableColumn(
            name = "profile_ridge_difference_ev",
            unit = "eV",
            meaning = "Mean absolute error of the network less that of the baseline.",
            nullable = true)
        Double profileRidgeDifferenceEv,
    @TableColumn(
            name = "profile_ridge_difference_low_ev",
            unit = "eV",
            meaning = "Lower end of its 95 % interval: bootstrap over materials.",
            nullable = true)
        Double profileRidgeDifferenceLowEv,
    @TableColumn(
            name = "profile_ridge_difference_high_ev",
            unit = "eV",
            meaning = "Upper end of its 95 % interval.",
            nullable = true)
        Double profileRidgeDifferenceHighEv) {}
