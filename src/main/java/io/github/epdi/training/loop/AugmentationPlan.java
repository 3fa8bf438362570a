package io.github.epdi.training.loop;

import io.github.epdi.image.Frame;
import io.github.epdi.image.Frame.Handedness;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Decides which image is shown when. The energy of a site does not change when it is turned,
 * mirrored, or replaced by an equivalent site, so each view shows any member of the orbit, turned
 * by any angle that is allowed, mirrored or not. The views depend on seed and epoch alone, so
 * nothing has to be kept to continue after a kill.
 */
public final class AugmentationPlan {
  private final long seed;
  private final int[] members;
  private final int[] round;
  private final Turns turns;

  /**
   * Makes a plan whose images are turned by any angle.
   *
   * @param members number of equivalent sites of each sample
   * @param repeats how often each sample is shown in a round, at least 1
   */
  public AugmentationPlan(long seed, int[] members, int[] repeats) {
    this(seed, members, repeats, Turns.ANY);
  }

  /**
   * Makes a plan for samples.
   *
   * @param members number of equivalent sites of each sample
   * @param repeats how often each sample is shown in a round, at least 1
   * @param turns angles by which images are turned
   */
  public AugmentationPlan(long seed, int[] members, int[] repeats, Turns turns) {
    this.turns = turns;
    this.seed = seed;
    this.members = members.clone();
    this.round =
        IntStream.range(0, repeats.length)
            .flatMap(sample -> IntStream.range(0, repeats[sample]).map(i -> sample))
            .toArray();
  }

  /** Returns the number of images in a round. */
  int roundLength() {
    return round.length;
  }

  /**
   * Returns the views of an epoch in order. They are whole rounds over all samples, each in an
   * order of its own.
   *
   * @param epoch number of the epoch; those of a training begin at 0
   * @param count number of views; the last round may be cut short
   */
  public List<View> views(int epoch, int count) {
    Random random = Seeds.random(seed, "views", epoch);
    List<View> views = new ArrayList<>(count);
    while (views.size() < count) {
      int[] order = shuffled(random);
      for (int i = 0; i < order.length && views.size() < count; i++) {
        views.add(view(order[i], random));
      }
    }
    return views;
  }

  private View view(int sample, Random random) {
    int member = random.nextInt(members[sample]);
    double angle = turns.angleRadians(random);
    Handedness handedness = random.nextBoolean() ? Handedness.MIRRORED : Handedness.NATIVE;
    return new View(sample, member, new Frame(angle, handedness));
  }

  private int[] shuffled(Random random) {
    int[] order = new int[round.length];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = round[i];
    }
    return order;
  }
}
