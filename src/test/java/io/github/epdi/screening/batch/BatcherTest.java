package io.github.epdi.screening.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatcherTest {
  static final Duration SHORT = Duration.ofMillis(2);
  private static final Duration FOR_EVER = Duration.ofDays(1);

  /** A network of two members: an image's only value, and its negative. */
  static final class Values implements ImageBatches.Networks {
    private final List<Integer> counts = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger predicted = new AtomicInteger();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch mayGoOn;

    Values(CountDownLatch mayGoOn) {
      this.mayGoOn = mayGoOn;
    }

    Values() {
      this(new CountDownLatch(0));
    }

    @Override
    public double[][] predict(float[] images, int count) {
      entered.countDown();
      await(mayGoOn);
      double[][] energies = new double[2][count];
      for (int i = 0; i < count; i++) {
        energies[0][i] = images[i];
        energies[1][i] = -images[i];
      }
      counts.add(count);
      predicted.addAndGet(count);
      return energies;
    }
  }

  static Batcher batcher(
      ImageBatches.Networks networks, int batchSize, int batches, Duration patience) {
    return new Batcher(
        "prediction of a test",
        networks,
        new Batcher.Measures(1, batchSize, batches, patience),
        () -> {});
  }

  static ImageBatches.Drawing drawing(float value) {
    return (out, offset) -> out[offset] = value;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, tasks.size()));
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Whatever the interleaving: everyone's own energies, in order; and never more images. */
  @Property(tries = 60)
  void eachTaskGetsItsOwnEnergiesAndNoMoreImagesAreHeld(
      @ForAll @IntRange(min = 1, max = 6) int tasks,
      @ForAll @IntRange(max = 40) int images,
      @ForAll @IntRange(min = 1, max = 5) int batchSize,
      @ForAll @IntRange(min = 1, max = 3) int batches,
      @ForAll long seed)
      throws Exception {
    Values network = new Values();
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Callable<List<double[]>>> all = new ArrayList<>();
    try (Batcher batcher = batcher(network, batchSize, batches, SHORT)) {
      for (int task = 0; task < tasks; task++) {
        int first = 1000 * task;
        all.add(
            () -> {
              SharedBatches mine = new SharedBatches(batcher);
              List<double[]> found = new ArrayList<>();
              for (int i = 0; i < images; i++) {
                int number = first + i;
                mine.add(
                    (out, offset) -> {
                      int held = begun.incrementAndGet() - network.predicted.get();
                      most.accumulateAndGet(held, Math::max);
                      LockSupport.parkNanos(Math.floorMod(seed * number, 50_000));
                      out[offset] = number;
                    },
                    found::add);
              }
              mine.predict();
              return found;
            });
      }
      List<List<double[]>> found = atOnce(all);
      for (int task = 0; task < tasks; task++) {
        assertThat(found.get(task)).hasSize(images);
        for (int i = 0; i < images; i++) {
          double expected = 1000 * task + i;
          assertThat(found.get(task).get(i)).containsExactly(expected, -expected);
        }
      }
    }
    assertThat(network.predicted).hasValue(tasks * images);
    assertThat(network.counts).allMatch(count -> count >= 1 && count <= batchSize);
    assertThat(most.get()).isLessThanOrEqualTo(batches * batchSize);
  }

  @Test
  void tasksFillBatchesTogether() throws Exception {
    Values network = new Values();
    try (Batcher batcher = batcher(network, 6, 2, FOR_EVER)) {
      List<Callable<List<Double>>> tasks = new ArrayList<>();
      for (int task = 0; task < 3; task++) {
        tasks.add(
            () -> {
              SharedBatches mine = new SharedBatches(batcher);
              List<Double> found = new ArrayList<>();
              for (int i = 0; i < 4; i++) {
                mine.add(drawing(i), energies -> found.add(energies[0]));
              }
              mine.predict();
              return found;
            });
      }
      assertThat(atOnce(tasks)).allMatch(List.of(0.0, 1.0, 2.0, 3.0)::equals);
    }
    assertThat(network.counts).containsExactly(6, 6);
  }

  @Test
  void aBatchIsPredictedAsItIsOnceNothingElseComes() {
    Values network = new Values();
    List<Double> found = new ArrayList<>();
    try (Batcher batcher = batcher(network, 8, 2, SHORT)) {
      SharedBatches mine = new SharedBatches(batcher);
      for (int i = 0; i < 3; i++) {
        mine.add(drawing(i), energies -> found.add(energies[0]));
      }
      mine.predict();
      mine.predict();
    }
    assertThat(found).containsExactly(0.0, 1.0, 2.0);
    assertThat(network.counts.stream().mapToInt(count -> count).sum()).isEqualTo(3);
  }

  @Test
  void aBatchIsPredictedAsItIsAsSoonAsAllTasksWait() throws Exception {
    Values network = new Values();
    Batchers<String> batchers = new Batchers<>();
    List<Callable<Double>> tasks = new ArrayList<>();
    for (int task = 0; task < 3; task++) {
      float value = task;
      Batcher batcher = batchers.take("a", () -> batcher(network, 8, 2, FOR_EVER));
      tasks.add(
          () -> {
            double[] energies = batcher.energies(batcher.add(drawing(value)));
            batchers.letGo("a", batcher);
            return energies[0];
          });
    }
    assertThat(atOnce(tasks)).containsExactly(0.0, 1.0, 2.0);
    assertThat(network.counts).containsExactly(3);
  }

  @Test
  void whoeverHasOneImageTooManyWaits() throws Exception {
    CountDownLatch mayGoOn = new CountDownLatch(1);
    Values network = new Values(mayGoOn);
    AtomicInteger drawn = new AtomicInteger();
    try (Batcher batcher = batcher(network, 2, 2, FOR_EVER)) {
      FutureTask<Integer> task =
          new FutureTask<>(
              () -> {
                SharedBatches mine = new SharedBatches(batcher);
                for (int i = 0; i < 6; i++) {
                  mine.add((out, offset) -> drawn.incrementAndGet(), energies -> {});
                }
                mine.predict();
                return drawn.get();
              });
      Thread thread = new Thread(task);
      thread.start();
      await(network.entered);
      untilWaitingForNews(thread);
      assertThat(drawn).hasValue(4);
      mayGoOn.countDown();
      assertThat(task.get(30, TimeUnit.SECONDS)).isEqualTo(6);
    }
  }

  /** Waits until a thread waits for a condition. One that waits for the lock only goes on soon. */
  private static void untilWaitingForNews(Thread thread) {
    while (thread.getState() != Thread.State.WAITING
        || !(LockSupport.getBlocker(thread) instanceof Condition)) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void itsFailureFailsAllWhoWaitAndAllWhoCome() throws Exception {
    CountDownLatch mayFail = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    ImageBatches.Networks network =
        (images, count) -> {
          await(mayFail);
          throw new ArithmeticException("device lost");
        };
    Batcher batcher =
        new Batcher(
            "prediction of a test",
            network,
            new Batcher.Measures(1, 2, 2, FOR_EVER),
            ended::countDown);
    List<FutureTask<Object>> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) { // two images fill each of two batches, one waits for room
      int images = i < 2 ? 2 : 1;
      tasks.add(
          new FutureTask<>(
              () -> {
                SharedBatches mine = new SharedBatches(batcher);
                for (int k = 0; k < images; k++) {
                  mine.add(drawing(k), energies -> {});
                }
                mine.predict();
                return null;
              }));
    }
    for (FutureTask<Object> task : tasks) {
      Thread thread = new Thread(task);
      thread.start();
      untilWaitingForNews(thread);
    }
    assertThat(batcher.hasEnded()).isFalse();
    mayFail.countDown();
    for (FutureTask<Object> task : tasks) {
      assertThatThrownBy(() -> task.get(30, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .rootCause()
          .isInstanceOf(ArithmeticException.class)
          .hasMessage("device lost");
    }
    await(ended);
    assertThat(batcher.hasEnded()).isTrue();
    assertThatThrownBy(() -> batcher.add(drawing(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("prediction of a test failed")
        .hasRootCauseMessage("device lost");
    batcher.close();
  }

  @Test
  void anErrorOfTheMachineReachesThoseWhoWaitAsWhatItIs() {
    try (Batcher batcher =
        batcher(
            (images, count) -> {
              throw new OutOfMemoryError("of the device");
            },
            1,
            1,
            SHORT)) {
      SharedBatch.Place place = batcher.add(drawing(1));
      assertThatThrownBy(() -> batcher.energies(place))
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessage("of the device");
      assertThatThrownBy(() -> batcher.add(drawing(2))).isInstanceOf(OutOfMemoryError.class);
    }
  }

  /** Killed tasks: one that waits for room, one that waits for energies. */
  @Test
  void anInterruptedTaskEndsAndTheOthersGoOn() throws Exception {
    CountDownLatch mayGoOn = new CountDownLatch(1);
    Values network = new Values(mayGoOn);
    try (Batcher batcher = batcher(network, 1, 1, SHORT)) {
      SharedBatch.Place first = batcher.add(drawing(7));
      FutureTask<Boolean> forRoom = new FutureTask<>(() -> endsInterrupted(batcher, null));
      FutureTask<Boolean> forEnergies = new FutureTask<>(() -> endsInterrupted(batcher, first));
      for (FutureTask<Boolean> task : List.of(forRoom, forEnergies)) {
        Thread thread = new Thread(task);
        thread.start();
        untilWaitingForNews(thread);
        thread.interrupt();
        assertThat(task.get(30, TimeUnit.SECONDS)).isTrue();
      }
      mayGoOn.countDown();
      assertThat(batcher.energies(first)).containsExactly(7, -7);
      assertThat(batcher.energies(batcher.add(drawing(8)))).containsExactly(8, -8);
    }
    assertThat(network.predicted).hasValue(2);
  }

  private static boolean endsInterrupted(Batcher batcher, SharedBatch.Place place) {
    try {
      if (place == null) {
        batcher.add(drawing(1));
      } else {
        batcher.energies(place);
      }
      return false;
    } catch (IllegalStateException e) {
      return Thread.currentThread().isInterrupted()
          && e.getMessage().equals("Cannot wait for the network: interrupted");
    }
  }

  @Test
  void aDrawingThatFailsHarmsNobodyElse() {
    List<Float> rows = new ArrayList<>();
    ImageBatches.Networks network =
        (images, count) -> {
          for (int i = 0; i < count; i++) {
            rows.add(images[i]);
          }
          return new double[1][count];
        };
    try (Batcher batcher = batcher(network, 3, 1, FOR_EVER)) {
      batcher.add(drawing(5));
      assertThatThrownBy(
              () ->
                  batcher.add(
                      (out, offset) -> {
                        out[offset] = Float.NaN;
                        throw new ArithmeticException("cannot draw");
                      }))
          .isInstanceOf(ArithmeticException.class)
          .hasMessage("cannot draw");
      batcher.energies(batcher.add(drawing(6)));
    }
    assertThat(rows).containsExactly(5f, 0f, 6f);
  }

  /** The network is closed by the thread that uses it, after the last batch. */
  @Test
  void closingWaitsForTheBatchThatIsPredictedAndFailsTheRest() throws Exception {
    CountDownLatch mayGoOn = new CountDownLatch(1);
    Values network = new Values(mayGoOn);
    List<Object> ends = Collections.synchronizedList(new ArrayList<>());
    Batcher batcher =
        new Batcher(
            "prediction of a test",
            network,
            new Batcher.Measures(1, 1, 2, SHORT),
            () -> ends.add(network.predicted.get()));
    batcher.add(drawing(1));
    SharedBatch.Place second = batcher.add(drawing(2));
    await(network.entered);
    Thread closing = new Thread(batcher::close);
    closing.start();
    while (!batcher.hasEnded()) {
      LockSupport.parkNanos(1_000_000);
    }
    closing.interrupt();
    assertThat(ends).isEmpty();
    mayGoOn.countDown();
    closing.join(30_000);
    assertThat(closing.isAlive()).isFalse();
    assertThat(ends).containsExactly(1);
    assertThatThrownBy(() -> batcher.energies(second)).hasMessageContaining("is closed");
    assertThatThrownBy(() -> batcher.add(drawing(3))).hasMessageContaining("is closed");
  }
}
