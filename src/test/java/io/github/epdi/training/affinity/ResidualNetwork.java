package io.github.epdi.training.affinity;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.Network;
import io.github.epdi.training.examples.LabelledSite;
import io.github.epdi.training.examples.Part;
import io.github.epdi.training.examples.SiteTrainingImages;
import io.github.epdi.training.examples.SiteValidation;
import io.github.epdi.training.finetuning.FineTuningData;
import io.github.epdi.training.loop.HeInitialisation;
import io.github.epdi.training.loop.Schedule;
import io.github.epdi.training.loop.StartWeights;
import io.github.epdi.training.loop.TrainingLoop;
import io.github.epdi.training.loop.Turns;
import io.github.epdi.training.loop.Validation;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/** A network that is fine-tuned through all layers on what the regressions leave. */
final class ResidualNetwork {
  private static final int COPIES = 12;

  private final List<LabelledSite> sites;
  private final ImageSpec spec;
  private final StartWeights start;
  private final Schedule schedule;

  ResidualNetwork(
      List<DescribedSite> sites, ImageSpec spec, StartWeights start, Schedule schedule) {
    this.sites =
        sites.stream().map(s -> new LabelledSite(s.grid(), s.match(), Part.TRAINING)).toList();
    this.spec = spec;
    this.start = start;
    this.schedule = schedule;
  }

  /**
   * Trains and predicts.
   *
   * @param trained sites whose values are learnt
   * @param valueEv value of each site; only those of trained sites are used
   * @param asked sites that are predicted
   * @return predicted values by number of the site, NaN where none was asked for
   */
  double[] predict(int[] trained, double[] valueEv, int[] asked) {
    IdentityHashMap<LabelledSite, Double> values = new IdentityHashMap<>();
    for (int i : trained) {
      values.put(sites.get(i), valueEv[i]);
    }
    List<LabelledSite> learned = Arrays.stream(trained).mapToObj(sites::get).toList();
    BundleMetadata.Target target = FineTuningData.target("residual", learned, values::get);
    SiteTrainingImages images =
        new SiteTrainingImages(
            learned, spec, target, SiteTrainingImages.Weighting.SITES, values::get);
    Network network = Architecture.DENSENET121.newNetwork();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      start.load(manager, network);
      Shape input = new Shape(schedule.batch()).addAll(images.shape());
      new HeInitialisation(schedule.seed()).fill(manager, network, input);
      new TrainingLoop(
              manager,
              network,
              schedule,
              images,
              Validation.NONE,
              target.scaleEv(),
              1,
              Turns.HEXAGONAL)
          .run((state, report) -> System.out.println(report));
      SiteValidation prediction = new SiteValidation(manager, learned, spec, COPIES, target);
      double[] predicted = new double[sites.size()];
      Arrays.fill(predicted, Double.NaN);
      for (int i : asked) {
        predicted[i] = prediction.predict(network, sites.get(i));
      }
      return predicted;
    }
  }
}
