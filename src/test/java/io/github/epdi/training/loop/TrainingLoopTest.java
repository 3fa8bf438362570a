package io.github.epdi.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopTest {
  private static final Schedule SCHEDULE = new Schedule(6, 4, 4, 0.02, 1e-4, 7);
  private static final StripeImages IMAGES = new StripeImages(-1f, -0.5f, 0f, 0.4f, 1.1f);

  @Test
  void errorFalls() {
    Schedule longer = new Schedule(30, 4, 4, 0.02, 1e-4, 7);
    TrainingState end = train(longer, Validation.NONE, Optional.empty(), 30, new ArrayList<>());
    double first = end.history().get(0).trainingLossEv();
    double last = end.history().get(29).trainingLossEv();
    // The mean of the labels alone has an error of 1.2 eV, at best.
    assertThat(first).isGreaterThan(0.8);
    assertThat(last).isLessThan(0.4);
  }

  @Test
  void sameSeedGivesSameWeights() {
    TrainingState one = train(SCHEDULE, Validation.NONE, Optional.empty(), 6, new ArrayList<>());
    TrainingState two = train(SCHEDULE, Validation.NONE, Optional.empty(), 6, new ArrayList<>());
    assertSame(one, two);
    Schedule other = new Schedule(6, 4, 4, 0.02, 1e-4, 8);
    TrainingState three = train(other, Validation.NONE, Optional.empty(), 6, new ArrayList<>());
    assertThat(three.weights().values())
        .anySatisfy(values -> assertThat(one.weights().values()).doesNotContain(values));
    assertThat(three.history()).isNotEqualTo(one.history());
  }

  @Test
  void resumedRunEndsAsAnUndisturbedOne(@TempDir Path directory) {
    TrainingState whole = train(SCHEDULE, maeByWeights(), Optional.empty(), 6, new ArrayList<>());
    Checkpoint checkpoint = new Checkpoint(directory, "{}");
    List<TrainingState> states = new ArrayList<>();
    train(SCHEDULE, maeByWeights(), Optional.empty(), 3, states);
    checkpoint.write(states.get(2));
    TrainingState kept = checkpoint.read().orElseThrow();
    assertSame(kept, states.get(2));
    TrainingState resumed =
        train(SCHEDULE, maeByWeights(), Optional.of(kept), 6, new ArrayList<>());
    assertSame(resumed, whole);
  }

  @Test
  void keepsTheBestEpochOfTheSecondHalf() {
    double[] errors = {0.9, 0.2, 0.7, 0.5, 0.3, 0.3};
    int[] epoch = {0};
    List<TrainingState> states = new ArrayList<>();
    TrainingState end = train(SCHEDULE, block -> errors[epoch[0]++], Optional.empty(), 6, states);
    assertThat(end.bestEpoch()).isEqualTo(5);
    assertThat(states.stream().map(TrainingState::bestEpoch)).containsExactly(1, 2, 2, 4, 5, 5);
    assertThat(end.best()).usingRecursiveComparison().isEqualTo(states.get(4).weights());
    assertThat(end.best()).usingRecursiveComparison().isNotEqualTo(end.weights());
  }

  private static Validation maeByWeights() {
    return block -> Math.abs(new BlockWeights(block).copy().values().iterator().next()[0]);
  }

  /** Trains until so many epochs are over, then stops as a kill would. */
  private static TrainingState train(
      Schedule schedule,
      Validation validation,
      Optional<TrainingState> from,
      int until,
      List<TrainingState> states) {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Block block = ToyNetwork.create(manager, schedule.seed());
      TrainingLoop loop = new TrainingLoop(manager, block, schedule, IMAGES, validation, 2);
      from.ifPresent(loop::restore);
      try {
        return loop.run(
            (state, report) -> {
              states.add(state);
              assertThat(report.epoch()).isEqualTo(state.history().size());
              if (report.epoch() == until && until < schedule.epochs()) {
                throw new Killed();
              }
            });
      } catch (Killed e) {
        return states.get(until - 1);
      }
    }
  }

  private static void assertSame(TrainingState one, TrainingState two) {
    assertTensors(one.weights(), two.weights());
    assertTensors(one.moments(), two.moments());
    assertTensors(one.best(), two.best());
    assertThat(one.history()).isEqualTo(two.history());
    assertThat(one.steps()).isEqualTo(two.steps()).isPositive();
    assertThat(one.bestEpoch()).isEqualTo(two.bestEpoch());
  }

  private static void assertTensors(Map<String, float[]> one, Map<String, float[]> two) {
    assertThat(one.keySet()).isEqualTo(two.keySet()).isNotEmpty();
    one.forEach((name, values) -> assertThat(two.get(name)).as(name).containsExactly(values));
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
