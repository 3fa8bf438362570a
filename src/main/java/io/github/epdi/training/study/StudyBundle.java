package io.github.epdi.training.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.safetensors.Safetensors;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.study.StudySummaryRow;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.accuracy.ErrorStatistics;
import io.github.epdi.training.accuracy.EvaluationCsv;
import io.github.epdi.training.accuracy.EvaluationRow;
import io.github.epdi.training.accuracy.Pair;
import io.github.epdi.training.examples.LabelledGrid;
import io.github.epdi.training.examples.LabelledSite;
import io.github.epdi.training.examples.Part;
import io.github.epdi.training.finetuning.FinishedBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes a bundle of those weights of a study that were trained on all labels, with one member for
 * each seed. Its errors are those that the same settings had where they were tested.
 */
final class StudyBundle {
  private final StudyPlan plan;
  private final StudySetting setting;
  private final List<StudyResult> members;

  /**
   * Prepares a bundle of all results of split {@code all}.
   *
   * @throws InputException if there is none, or they do not belong together
   */
  StudyBundle(StudyPlan plan, StudySetting setting, List<StudyResult> results) {
    this.plan = plan;
    this.setting = setting;
    this.members = results.stream().filter(r -> r.cell().split() == StudySplit.ALL).toList();
    if (members.isEmpty()) {
      throw new InputException(
          "Cannot make a bundle: expected trainings with split all in the study, found none");
    }
    for (StudyResult member : members) {
      for (String key : List.of("image", "target_mean_ev", "target_scale_ev")) {
        if (!member.settings().path(key).equals(members.get(0).settings().path(key))) {
          throw new InputException(
              "Cannot make a bundle: expected members with the same "
                  + key
                  + ", found "
                  + members.get(0).cell().id()
                  + " and "
                  + member.cell().id());
        }
      }
    }
  }

  /**
   * Writes the bundle to a directory that must not exist yet, with its prediction of every label
   * beside it.
   *
   * @param grids all labelled grids
   */
  void write(
      Path directory, LevelOfTheory theory, List<StudySummaryRow> summary, List<LabelledGrid> grids)
      throws IOException {
    byte[] weights = weights();
    Map<String, Double> metrics = metrics(summary);
    List<LabelledSite> sites = new ArrayList<>();
    for (LabelledGrid grid : grids) {
      grid.matches().forEach(match -> sites.add(new LabelledSite(grid, match, Part.TRAINING)));
    }
    List<EvaluationRow> trained =
        FinishedBundle.evaluate(ModelBundle.of(metadata(theory, metrics), weights), sites);
    ErrorStatistics errors =
        ErrorStatistics.of(
            trained.stream()
                .map(row -> new Pair(row.materialId(), row.labelEv(), row.predictionEv()))
                .toList());
    metrics.put("training.all.count", (double) errors.count());
    metrics.put("training.all.mae_ev", errors.maeEv());
    metrics.put("training.all.rmse_ev", errors.rmseEv());
    metrics.put("training.all.max_error_ev", errors.maxErrorEv());
    ModelBundle.of(metadata(theory, metrics), weights).write(directory);
    EvaluationCsv.write(
        directory.resolve("evaluation.csv"),
        FinishedBundle.evaluate(ModelBundle.read(directory), sites));
  }

  private byte[] weights() throws IOException {
    SafetensorsWriter writer = new SafetensorsWriter();
    for (int i = 0; i < members.size(); i++) {
      Path file = StudyTraining.weightsFile(Path.of(setting.directory()), members.get(i).cell());
      Safetensors tensors = Safetensors.parse(Files.readAllBytes(file));
      String prefix = ModelBundle.prefix(i, members.size());
      for (String name : tensors.names()) {
        TensorSpec spec = new TensorSpec(prefix + name, tensors.spec(name).shape());
        writer.add(spec, tensors.floats(name), tensors.type(name));
      }
    }
    return writer.toBytes();
  }

  private BundleMetadata metadata(LevelOfTheory theory, Map<String, Double> metrics) {
    StudyResult first = members.get(0);
    JsonNode settings = first.settings();
    List<String> materials =
        List.copyOf(
            new TreeSet<>(first.predictions().stream().map(StudyPrediction::materialId).toList()));
    return new BundleMetadata(
        BundleMetadata.FORMAT_VERSION,
        first.cell().architecture().id(),
        members.size(),
        plan.ion(),
        StudyResult.value(settings.path("image"), ImageSpec.class),
        setting.copies(),
        PotentialConventions.DEFAULT,
        theory,
        new BundleMetadata.Target(
            plan.target(),
            settings.path("target_mean_ev").asDouble(),
            settings.path("target_scale_ev").asDouble()),
        new BundleMetadata.TrainingData(
            setting.labelsSha256(),
            first.predictions().size(),
            new BundleMetadata.Split(
                "by-material cross-validation, then all",
                first.cell().seed(),
                materials,
                List.of(),
                List.of())),
        metrics,
        plan.licence(),
        "");
  }

  /**
   * Returns the errors of the same settings where something was tested. Those of the split by
   * material are named test, those of random splits by their share of saddles.
   */
  private Map<String, Double> metrics(List<StudySummaryRow> summary) {
    StudyCell cell = members.get(0).cell();
    Map<String, Double> metrics = new TreeMap<>();
    for (StudySummaryRow row : summary) {
      boolean same =
          row.setting().network().architecture().equals(cell.architecture().id())
              && row.setting().network().start().equals(cell.start())
              && row.setting().image().encoding().equals(cell.encoding().label())
              && row.setting().image().pixels() == cell.pixels()
              && row.setting().task().target().equals(cell.target().label());
      if (same) {
        String part =
            row.setting().task().split().equals(StudySplit.BY_MATERIAL.label())
                ? "test"
                : "random_" + Math.round(100 * row.setting().task().saddleFraction()) + "_percent";
        add(metrics, part, row);
      }
    }
    return metrics;
  }

  private static void add(Map<String, Double> metrics, String part, StudySummaryRow row) {
    String saddles = part + ".saddles.";
    metrics.put(saddles + "count", (double) row.counts().testedSaddles());
    put(metrics, saddles + "mae_ev", row.errors().mae().valueEv());
    put(metrics, saddles + "mae_ev_low", row.errors().mae().lowEv());
    put(metrics, saddles + "mae_ev_high", row.errors().mae().highEv());
    put(metrics, saddles + "rmse_ev", row.errors().rmseEv());
    put(metrics, saddles + "r2", row.errors().r2());
    put(metrics, saddles + "max_error_ev", row.errors().maxErrorEv());
    put(metrics, saddles + "baseline_mean.mae_ev", row.baselines().mean().mae().valueEv());
    put(metrics, saddles + "baseline_esp_line.mae_ev", row.baselines().espLine().mae().valueEv());
    put(
        metrics,
        saddles + "baseline_bridge_rule.mae_ev",
        row.baselines().bridgeRule().mae().valueEv());
    put(
        metrics,
        saddles + "baseline_profile_ridge.mae_ev",
        row.baselines().profileRidge().mae().valueEv());
    put(metrics, part + ".barriers.mae_ev", row.barrierMae().valueEv());
    put(metrics, part + ".barriers.mae_ev_low", row.barrierMae().lowEv());
    put(metrics, part + ".barriers.mae_ev_high", row.barrierMae().highEv());
  }

  private static void put(Map<String, Double> metrics, String name, Double value) {
    if (value != null) {
      metrics.put(name, value);
    }
  }
}
