package io.github.epdi.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.github.epdi.model.network.Network;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Changes the weights of a block, epoch by epoch, so that its output follows the targets. It uses
 * L1 loss and Adam and keeps the best epoch by validation. From a {@link TrainingState} it
 * continues bit by bit as if it had not stopped, on the same machine with the same number of
 * threads.
 */
public final class TrainingLoop {
  private final NDManager manager;
  private final Block block;
  private final BlockWeights weights;
  private final Schedule schedule;
  private final TrainingImages images;
  private final Validation validation;
  private final double scaleEv;
  private final ParameterStore store;
  private final Adam adam;
  private final AugmentationPlan plan;

  private final List<EpochRecord> history = new ArrayList<>();
  private Map<String, float[]> best;
  private int bestEpoch;

  /**
   * Makes a loop at its beginning, with the same rate for all layers and any turns.
   *
   * @param manager holds the block's tensors
   * @param block initialised block that maps images (N, 3, P, P) to (N, K), where K is the number
   *     of targets
   * @param scaleEv eV of one unit of the targets
   */
  public TrainingLoop(
      NDManager manager,
      Block block,
      Schedule schedule,
      TrainingImages images,
      Validation validation,
      double scaleEv) {
    this(manager, block, schedule, images, validation, scaleEv, 1, Turns.ANY);
  }

  /**
   * Makes a loop at its beginning whose first layers may learn more slowly.
   *
   * @param firstLayerShare rate of the first tensor as a share of the last one's, see {@link Adam}
   * @param turns angles by which images are turned
   */
  public TrainingLoop(
      NDManager manager,
      Block block,
      Schedule schedule,
      TrainingImages images,
      Validation validation,
      double scaleEv,
      double firstLayerShare,
      Turns turns) {
    this.manager = manager;
    this.block = block;
    this.weights = new BlockWeights(block);
    this.schedule = schedule;
    this.images = images;
    this.validation = validation;
    this.scaleEv = scaleEv;
    this.store = new ParameterStore(manager, false);
    this.adam = new Adam(manager, weights, schedule.weightDecay(), firstLayerShare);
    this.plan = new AugmentationPlan(schedule.seed(), images.members(), images.repeats(), turns);
  }

  /** Restores a state that {@link #run} handed out. */
  public void restore(TrainingState state) {
    weights.restore(state.weights());
    adam.restore(state.moments(), state.steps());
    history.clear();
    history.addAll(state.history());
    best = state.best();
    bestEpoch = state.bestEpoch();
  }

  /**
   * Trains the remaining epochs, then sets the block to the best epoch's weights.
   *
   * @param afterEpoch is given the state, which it should keep, and the report
   */
  public TrainingState run(BiConsumer<TrainingState, EpochReport> afterEpoch) {
    int first = history.size();
    long begin = System.nanoTime();
    for (int epoch = first; epoch < schedule.epochs(); epoch++) {
      long start = System.nanoTime();
      double lossEv = scaleEv * train(epoch);
      double maeEv = validation.maeEv(block);
      history.add(new EpochRecord(epoch + 1, lossEv, Double.isNaN(maeEv) ? null : maeEv));
      keepIfBest(maeEv);
      double pace = seconds(begin) / (epoch + 1 - first);
      double left = pace * (schedule.epochs() - epoch - 1);
      afterEpoch.accept(
          state(),
          new EpochReport(
              epoch + 1, schedule.epochs(), lossEv, maeEv, bestEpoch, seconds(start), left));
    }
    TrainingState end = state();
    weights.restore(best);
    return end;
  }

  private TrainingState state() {
    return new TrainingState(
        history, adam.steps(), weights.copy(), adam.moments(), best, bestEpoch);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) * 1e-9;
  }

  private void keepIfBest(double maeEv) {
    int epoch = history.size();
    // At high rates a network is good by chance now and then, so settled epochs replace all others.
    boolean settles = schedule.isSettled(epoch) && !schedule.isSettled(bestEpoch);
    if (best == null
        || settles
        || Double.isNaN(maeEv)
        || maeEv < history.get(bestEpoch - 1).validationMaeEv()) {
      best = weights.copy();
      bestEpoch = epoch;
    }
  }

  /** Trains one epoch and returns the mean loss in units of the targets. */
  private double train(int epoch) {
    int steps = schedule.stepsPerEpoch(plan.roundLength());
    List<View> views = plan.views(epoch, steps * schedule.batch());
    double loss = 0;
    for (int i = 0; i < steps; i++) {
      long step = (long) epoch * steps + i;
      List<View> batch = views.subList(i * schedule.batch(), (i + 1) * schedule.batch());
      if (block instanceof Network network) {
        network.dropoutSeed(Seeds.random(schedule.seed(), "dropout", step).nextLong());
      }
      loss += gradients(batch);
      adam.step(schedule.rate(step, (long) schedule.epochs() * steps));
    }
    return loss / steps;
  }

  private double gradients(List<View> batch) {
    Shape shape = images.shape();
    int length = Math.toIntExact(shape.size());
    float[] pixels = new float[batch.size() * length];
    int outputs = images.outputs();
    float[] targets = new float[batch.size() * outputs];
    for (int i = 0; i < batch.size(); i++) {
      images.render(batch.get(i), pixels, i * length);
      images.target(batch.get(i).sample(), targets, i * outputs);
    }
    try (NDManager scratch = manager.newSubManager();
        Gradients gradients = new Gradients()) {
      NDArray input =
          scratch.create(FloatBuffer.wrap(pixels), new Shape(batch.size()).addAll(shape));
      NDArray wanted = scratch.create(FloatBuffer.wrap(targets), new Shape(batch.size(), outputs));
      NDArray output = block.forward(store, new NDList(input), true).singletonOrThrow();
      NDArray loss = output.sub(wanted).abs().mean();
      gradients.backward(loss);
      return loss.getFloat();
    }
  }
}
