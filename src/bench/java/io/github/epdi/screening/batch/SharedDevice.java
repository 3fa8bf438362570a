package io.github.epdi.screening.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How well ways of feeding one device use it, with a stub of a device: a pass takes a fixed time
 * and a time for each of its rows, filled or not. Tasks read grids and draw images by waiting as
 * long as that takes, so that the machine's cores do not matter; nothing is copied.
 */
final class SharedDevice {
  private static final int BATCH_SIZE = 64;
  private static final long PASS_NANOS = 5_000_000;
  private static final long ROW_NANOS = 250_000;
  private static final long DRAWING_NANOS = 400_000;
  private static final int GRIDS_OF_TASK = 4;

  /** What grids are like: a large cell with twelve copies of 20 sites, or a small one with one. */
  private enum Grids {
    LARGE(100_000_000, 240),
    SMALL(10_000_000, 20);

    private final long readingNanos;
    private final int images;

    Grids(long readingNanos, int images) {
      this.readingNanos = readingNanos;
      this.images = images;
    }
  }

  /** Ways that tasks come to the device. */
  private enum Way {
    /** Each predicts its own batches, when it is its turn. */
    TURNS,
    /** All draw into the batches of one thread. */
    BATCHER
  }

  private SharedDevice() {}

  /**
   * Arguments: numbers of tasks; the last line is JSON: images per second by way and number of
   * tasks.
   */
  public static void main(String[] arguments) throws Exception {
    double most = BATCH_SIZE / ((PASS_NANOS + BATCH_SIZE * ROW_NANOS) / 1e9);
    StringJoiner answer = new StringJoiner(", ", "{", "}");
    answer.add(String.format(Locale.ROOT, "\"most\": %.0f", most));
    for (Grids grids : Grids.values()) {
      for (Way way : Way.values()) {
        for (String argument : arguments) {
          int tasks = Integer.parseInt(argument);
          String name = (grids + "-" + way + "-" + tasks).toLowerCase(Locale.ROOT);
          double figure = imagesPerSecond(grids, way, tasks);
          answer.add(String.format(Locale.ROOT, "\"%s\": %.0f", name, figure));
        }
      }
    }
    System.out.println(answer);
  }

  private static double imagesPerSecond(Grids grids, Way way, int slots) throws Exception {
    int tasks = slots * (grids == Grids.LARGE ? 2 : 10);
    Work pass = new Work();
    ReentrantLock turn = new ReentrantLock(true);
    ImageBatches.Networks device =
        (images, count) -> {
          turn.lock();
          try {
            pass.spend(PASS_NANOS + BATCH_SIZE * ROW_NANOS);
            return new double[1][count];
          } finally {
            turn.unlock();
          }
        };
    AtomicInteger predicted = new AtomicInteger();
    Batchers<Way> batchers = new Batchers<>();
    List<Callable<Boolean>> work = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(slots);
    long start = System.nanoTime();
    try {
      for (int task = 0; task < tasks; task++) {
        work.add(
            () -> {
              if (way == Way.TURNS) {
                return task(grids, new OwnBatches(device, 1, BATCH_SIZE), predicted);
              }
              Batcher batcher = batchers.take(way, () -> batcher(device));
              try {
                return task(grids, new SharedBatches(batcher), predicted);
              } finally {
                batchers.letGo(way, batcher);
              }
            });
      }
      for (Future<Boolean> done : pool.invokeAll(work)) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (predicted.get() != tasks * GRIDS_OF_TASK * grids.images) {
      throw new IllegalStateException("an image was lost");
    }
    return predicted.get() / seconds;
  }

  private static Batcher batcher(ImageBatches.Networks device) {
    return new Batcher(
        "stub",
        device,
        new Batcher.Measures(1, BATCH_SIZE, Batcher.BATCHES, Batcher.PATIENCE),
        () -> {});
  }

  private static boolean task(Grids grids, ImageBatches batches, AtomicInteger predicted) {
    Work work = new Work();
    for (int grid = 0; grid < GRIDS_OF_TASK; grid++) {
      work.spend(grids.readingNanos);
      for (int image = 0; image < grids.images; image++) {
        batches.add(
            (out, offset) -> work.spend(DRAWING_NANOS), energies -> predicted.incrementAndGet());
      }
    }
    batches.predict();
    return true;
  }

  /** Time that a thread spends; what it slept too long is taken off the next. */
  private static final class Work {
    private static final long MOST_OVERSLEPT_NANOS = 2_000_000;

    private long due = System.nanoTime();

    void spend(long nanos) {
      long now = System.nanoTime();
      due = (now - due > MOST_OVERSLEPT_NANOS ? now : due) + nanos;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
    }
  }
}
