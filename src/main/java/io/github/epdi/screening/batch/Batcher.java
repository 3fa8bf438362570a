package io.github.epdi.screening.batch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Predicts the images of many tasks with one network on one thread. Tasks draw their images side by
 * side into the batch that is open, and the thread predicts full batches, one after another. A
 * batch that is not full is predicted as soon as all tasks wait for energies, or once nothing was
 * drawn for as long as a pass takes, so that at most half of the time is lost by waiting or by
 * empty rows. There are never more than a few batches of images, and a task that needs one more
 * waits until one is predicted.
 *
 * <p>Thread-safe. If the network fails, all who wait and all who come later get its failure. A task
 * that ends early need not take back its images, because they are predicted and forgotten.
 */
final class Batcher implements AutoCloseable {
  /** The time that a batch that is not full waits for more images, if passes are shorter. */
  static final Duration PATIENCE = Duration.ofMillis(5);

  /** The longest such wait, even if passes are longer, as the first one on a device may be. */
  private static final Duration MOST_PATIENCE = Duration.ofMillis(100);

  /** The usual number of batches: one is predicted, one is full, and one is drawn. */
  static final int BATCHES = 3;

  /**
   * The sizes and times with which a batcher works.
   *
   * @param imageLength floats of an image
   * @param batchSize images of a full batch
   * @param batches the largest number of batches
   * @param patience how long nothing may be drawn, at least, before a batch is predicted as it is
   */
  record Measures(int imageLength, int batchSize, int batches, Duration patience) {}

  private final ImageBatches.Networks networks;
  private final Measures measures;
  private final Runnable atEnd;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition work = lock.newCondition();
  private final Condition news = lock.newCondition();
  private final Deque<float[]> free = new ArrayDeque<>();
  private final Deque<SharedBatch> waiting = new ArrayDeque<>();
  private int allocated;
  private int tasks;
  private int tasksThatWait;
  private long shortestPassNanos;
  private SharedBatch open;
  private Throwable failure;

  /**
   * Starts a batcher and its thread.
   *
   * @param name name of the thread
   * @param networks called by the batcher's thread only
   * @param atEnd called by the same thread as its last action
   */
  Batcher(String name, ImageBatches.Networks networks, Measures measures, Runnable atEnd) {
    this.networks = networks;
    this.measures = measures;
    this.atEnd = atEnd;
    this.thread = new Thread(this::work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Draws an image into the open batch on the caller's thread, after a wait for room if all batches
   * are in use.
   *
   * @return its place
   * @throws NetworkFailure if the network failed with an exception; an error is thrown as it is
   * @throws IllegalStateException if the thread is interrupted
   */
  SharedBatch.Place add(ImageBatches.Drawing drawing) {
    SharedBatch.Place place = reserve();
    int offset = place.row() * measures.imageLength();
    boolean drawn = false;
    try {
      drawing.draw(place.batch().images(), offset);
      drawn = true;
    } finally {
      drawn(place, drawn);
    }
    return place;
  }

  private SharedBatch.Place reserve() {
    locked();
    try {
      while (open == null) {
        requireRunning();
        if (!free.isEmpty() || allocated < measures.batches()) {
          open = new SharedBatch(buffer());
          waiting.add(open);
        } else {
          news.await();
        }
      }
      requireRunning();
      SharedBatch.Place place = open.reserve();
      if (open.size() == measures.batchSize()) {
        seal();
      }
      return place;
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  private float[] buffer() {
    if (!free.isEmpty()) {
      return free.remove();
    }
    float[] images = new float[Math.multiplyExact(measures.imageLength(), measures.batchSize())];
    allocated++;
    return images;
  }

  private void seal() {
    open = null;
    news.signalAll();
  }

  private void drawn(SharedBatch.Place place, boolean well) {
    lock.lock();
    try {
      place.batch().drawn(place.row(), well, measures.imageLength());
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for an image's energies.
   *
   * @return one energy for each member, eV
   * @throws NetworkFailure if the network failed with an exception; an error is thrown as it is
   * @throws IllegalStateException if the thread is interrupted
   */
  double[] energies(SharedBatch.Place place) {
    if (place.batch().isPredicted()) {
      return place.energies();
    }
    locked();
    tasksThatWait++;
    try {
      work.signal();
      while (!place.batch().isPredicted()) {
        requireRunning();
        news.await();
      }
      return place.energies();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      tasksThatWait--;
      lock.unlock();
    }
  }

  private void locked() {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Cannot wait for the network: interrupted", e);
  }

  private void requireRunning() {
    if (failure instanceof Error error) {
      throw error; // An error such as out of memory ends the worker, whichever thread met it.
    }
    if (failure != null) {
      throw new NetworkFailure(failure.getMessage(), failure);
    }
  }

  /** Counts tasks that come, or, with a negative number, that go. */
  void countTasks(int more) {
    lock.lock();
    try {
      tasks += more;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Tells whether nothing will be predicted any more. */
  boolean hasEnded() {
    lock.lock();
    try {
      return failure != null;
    } finally {
      lock.unlock();
    }
  }

  /** Predicts batches until the end. The thread runs this. */
  private void work() {
    try {
      for (SharedBatch batch = next(); batch != null; batch = next()) {
        long start = System.nanoTime();
        double[][] energies = networks.predict(batch.images(), batch.size());
        predicted(batch, energies, System.nanoTime() - start);
      }
    } catch (InterruptedException e) {
      end(new IllegalStateException(thread.getName() + " was interrupted", e));
    } catch (RuntimeException e) {
      end(new IllegalStateException(thread.getName() + " failed: " + e, e));
    } catch (Error e) {
      end(e);
    } finally {
      atEnd.run();
    }
  }

  /**
   * Waits for the oldest batch to be full, or to have waited long enough, and returns it. Returns
   * null at the end.
   */
  private SharedBatch next() throws InterruptedException {
    lock.lock();
    try {
      while (failure == null) {
        SharedBatch oldest = waiting.peek();
        if (oldest == null || oldest.isBeingDrawn()) {
          work.await();
        } else if (oldest != open) {
          return waiting.remove();
        } else {
          long left = patienceNanos() - oldest.idleNanos();
          if (left > 0 && !allTasksWait()) {
            work.awaitNanos(left);
          } else {
            seal();
          }
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private boolean allTasksWait() {
    return tasks > 0 && tasksThatWait >= tasks;
  }

  private long patienceNanos() {
    return Math.max(
        measures.patience().toNanos(), Math.min(shortestPassNanos, MOST_PATIENCE.toNanos()));
  }

  private void predicted(SharedBatch batch, double[][] energies, long nanos) {
    lock.lock();
    try {
      shortestPassNanos = shortestPassNanos == 0 ? nanos : Math.min(shortestPassNanos, nanos);
      free.add(batch.predicted(energies));
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void end(Throwable reason) {
    lock.lock();
    try {
      if (failure == null) {
        failure = reason;
      }
      open = null;
      waiting.clear();
      free.clear();
      news.signalAll();
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread and waits until the batch that it is predicting is done. */
  @Override
  public void close() {
    end(new IllegalStateException(thread.getName() + " is closed"));
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // The network must not be freed while it works.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
