package io.github.epdi.training.pretraining;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.epdi.model.network.Network;
import io.github.epdi.training.accuracy.RidgeRegression;
import io.github.epdi.training.loop.AugmentationPlan;
import io.github.epdi.training.loop.TrainingImages;
import io.github.epdi.training.loop.Turns;
import io.github.epdi.training.loop.View;
import java.util.Arrays;

/**
 * The first step of a transfer. The last layer becomes the ridge regression of the targets on what
 * the other layers give, which stay as they are. Each sample's features are averaged over some
 * views.
 */
public final class HeadFit {
  private static final int VIEWS = 8;

  private HeadFit() {}

  /**
   * Sets the network's last layer.
   *
   * @param before last layer of the pretraining, on whose outputs the regression is fitted; null to
   *     fit it on the features themselves
   */
  public static void fit(
      NDManager manager,
      Network network,
      TrainingImages images,
      long seed,
      Turns turns,
      PretrainedHead before) {
    double[][] features = features(manager, network, images, seed, turns);
    double[] values = new double[features.length];
    float[] target = new float[1];
    for (int sample = 0; sample < values.length; sample++) {
      images.target(sample, target, 0);
      values[sample] = target[0];
    }
    double[][] rows =
        before == null
            ? features
            : Arrays.stream(features).map(before::outputs).toArray(double[][]::new);
    RidgeRegression ridge = RidgeRegression.fit(rows, values);
    double[] weights = before == null ? ridge.weights() : before.back(ridge.weights());
    double bias = ridge.intercept() + (before == null ? 0 : before.bias(ridge.weights()));
    float[] weight = new float[weights.length];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = (float) weights[i];
    }
    network.setHead(weight, (float) bias);
  }

  /** Returns the features of each sample, averaged over some views of it. */
  private static double[][] features(
      NDManager manager, Network network, TrainingImages images, long seed, Turns turns) {
    int samples = images.members().length;
    int[] once = new int[samples];
    Arrays.fill(once, 1);
    AugmentationPlan plan = new AugmentationPlan(seed, images.members(), once, turns);
    int length = Math.toIntExact(images.shape().size());
    double[][] means = new double[samples][];
    float[] pixels = new float[samples * length];
    for (int round = 0; round < VIEWS; round++) {
      // Epochs before the first are used, so that no view of the training is used twice.
      for (View view : plan.views(-1 - round, samples)) {
        images.render(view, pixels, view.sample() * length);
      }
      float[] features =
          network.features(manager, pixels, new Shape(samples).addAll(images.shape()));
      add(means, features, samples);
    }
    return means;
  }

  private static void add(double[][] means, float[] features, int samples) {
    int width = features.length / samples;
    for (int sample = 0; sample < samples; sample++) {
      if (means[sample] == null) {
        means[sample] = new double[width];
      }
      for (int i = 0; i < width; i++) {
        means[sample][i] += features[sample * width + i] / (double) VIEWS;
      }
    }
  }
}
