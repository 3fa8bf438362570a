package io.github.epdi.screening.batch;

import java.util.ArrayDeque;
import java.util.Deque;

/** A task's images in the batches that it shares with other tasks. Used by one thread only. */
final class SharedBatches implements ImageBatches {
  private record Asked(SharedBatch.Place place, EnergySink sink) {}

  private final Batcher batcher;
  private final Deque<Asked> asked = new ArrayDeque<>();

  SharedBatches(Batcher batcher) {
    this.batcher = batcher;
  }

  @Override
  public void add(Drawing drawing, EnergySink sink) {
    asked.add(new Asked(batcher.add(drawing), sink));
    while (!asked.isEmpty() && asked.peek().place().batch().isPredicted()) {
      deliver();
    }
  }

  @Override
  public void predict() {
    while (!asked.isEmpty()) {
      deliver();
    }
  }

  private void deliver() {
    Asked first = asked.remove();
    first.sink().accept(batcher.energies(first.place()));
  }
}
