package io.github.epdi.training.finetuning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.training.accuracy.AccuracyReport;
import io.github.epdi.training.accuracy.EvaluationCsv;
import io.github.epdi.training.accuracy.EvaluationRow;
import io.github.epdi.training.examples.LabelledSite;
import io.github.epdi.training.examples.MaterialSplit;
import io.github.epdi.training.examples.SiteEnergies;
import io.github.epdi.training.loop.EpochRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a bundle and loads what was written. Beside it go {@code evaluation.csv}, with the loaded
 * bundle's prediction of every labelled site, and {@code training.json}, with settings and history.
 */
public final class FinishedBundle {
  private static final List<String> FILES =
      List.of("bundle.json", "model.safetensors", "evaluation.csv", "training.json");

  private final FineTuningRequest request;

  FinishedBundle(FineTuningRequest request) {
    this.request = request;
  }

  FineTuningResult write(FineTuningData data, FineTuning.Trained trained, String settings)
      throws IOException {
    // The figures are part of the bundle, so they are worked out from a bundle that lacks only
    // them. That is valid because predictions depend on weights, image and target alone.
    ModelBundle bare = ModelBundle.of(metadata(data, Map.of()), trained.weights());
    Map<String, Double> figures = figures(data, evaluate(bare, data.sites()));
    ModelBundle.of(metadata(data, figures), trained.weights()).write(request.out());
    List<EvaluationRow> rows = evaluate(ModelBundle.read(request.out()), data.sites());
    EvaluationCsv.write(request.out().resolve("evaluation.csv"), rows);
    Files.write(request.out().resolve("training.json"), history(data, trained, settings));
    return new FineTuningResult(rows, figures, trained.end().bestEpoch());
  }

  /**
   * Removes the files that this program writes and then the directory. It fails if the directory
   * holds anything else.
   */
  void delete() throws IOException {
    Path out = request.out();
    if (Files.exists(out)) {
      for (String name : FILES) {
        Files.deleteIfExists(out.resolve(name));
      }
      Files.delete(out);
    }
  }

  /** Returns a bundle's prediction of every site. */
  public static List<EvaluationRow> evaluate(ModelBundle bundle, List<LabelledSite> sites) {
    List<EvaluationRow> rows = new ArrayList<>();
    try (BindingEnergyModel model = new BindingEnergyModel(bundle, ComputeDevice.CPU);
        SiteEnergies energies = new SiteEnergies(model)) {
      for (LabelledSite site : sites) {
        rows.add(
            new EvaluationRow(
                site.materialId(),
                site.grid().side().label(),
                site.match().site().id(),
                site.kind(),
                site.label().fracA(),
                site.label().fracB(),
                site.part(),
                site.labelEv(),
                energies.energyEv(site)));
      }
    }
    return rows;
  }

  private Map<String, Double> figures(FineTuningData data, List<EvaluationRow> rows) {
    IdentityHashMap<LabelledSite, Double> predictions = new IdentityHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      predictions.put(data.sites().get(i), rows.get(i).predictionEv());
    }
    return new AccuracyReport(data.grids(), data.sites(), data.split(), request.schedule().seed())
        .figures(predictions::get);
  }

  private BundleMetadata metadata(FineTuningData data, Map<String, Double> figures) {
    MaterialSplit split = data.split();
    return new BundleMetadata(
        BundleMetadata.FORMAT_VERSION,
        request.architecture().id(),
        1,
        request.ion(),
        data.image(),
        request.copies(),
        request.grids().conventions(),
        request.theory(),
        data.target(),
        new BundleMetadata.TrainingData(
            data.labelsSha256(),
            data.sites().size(),
            new BundleMetadata.Split(
                "by-material",
                request.schedule().seed(),
                split.training(),
                split.validation(),
                split.test())),
        figures,
        request.licence(),
        "");
  }

  private static byte[] history(FineTuningData data, FineTuning.Trained trained, String settings)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode();
    root.set("settings", json.readTree(settings));
    root.put("best_epoch", trained.end().bestEpoch());
    root.set("skipped", json.valueToTree(data.problems()));
    root.set(
        "history",
        json.valueToTree(trained.end().history().stream().map(FinishedBundle::epoch).toList()));
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private static Map<String, Object> epoch(EpochRecord record) {
    Map<String, Object> epoch = new TreeMap<>();
    epoch.put("epoch", record.epoch());
    epoch.put("training_loss_ev", record.trainingLossEv());
    epoch.put("validation_mae_ev", record.validationMaeEv());
    return epoch;
  }
}
