package io.github.epdi.screening.batch;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Holds the batchers that tasks share. Each is made by the first task that wants it and closed when
 * the last one lets go of it. Thread-safe.
 *
 * @param <K> the key that tasks with the same batcher share
 */
final class Batchers<K> {
  private static final class Held {
    private final Batcher batcher;
    private int users;

    Held(Batcher batcher) {
      this.batcher = batcher;
    }
  }

  private final Map<K, Held> batchers = new HashMap<>();

  /**
   * Returns the batcher of a key, which the caller must let go of once. One that has failed is
   * replaced.
   */
  synchronized Batcher take(K key, Supplier<Batcher> maker) {
    Held held = batchers.get(key);
    if (held == null || held.batcher.hasEnded()) {
      held = new Held(maker.get());
      batchers.put(key, held);
    }
    held.users++;
    held.batcher.countTasks(1);
    return held.batcher;
  }

  /** Lets go of a batcher that was taken, and closes it if nobody else uses it. */
  void letGo(K key, Batcher batcher) {
    if (isLast(key, batcher)) {
      batcher.close();
    }
  }

  private synchronized boolean isLast(K key, Batcher batcher) {
    Held held = batchers.get(key);
    if (held == null || held.batcher != batcher) {
      return false; // It failed and was replaced, so its thread has ended.
    }
    held.users--;
    batcher.countTasks(-1);
    if (held.users > 0) {
      return false;
    }
    batchers.remove(key);
    return true;
  }
}
