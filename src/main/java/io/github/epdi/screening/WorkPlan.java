package io.github.epdi.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Spreads grids over pieces and tasks by their stored bytes. Each grid, largest first, goes to the
 * bin that has the fewest bytes. The same grids are always spread in the same way.
 */
final class WorkPlan {
  /** The largest number of pieces, so that a piece is about a twentieth of a large run. */
  private static final int MOST_PIECES = 20;

  /**
   * Each task opens the network and writes a file of its own, which is not worth it for fewer
   * grids.
   */
  private static final int LEAST_GRIDS_PER_SLOT = 4;

  private static final Comparator<PlannedGrid> LARGEST_FIRST =
      Comparator.comparingLong(PlannedGrid::lengthBytes).reversed().thenComparing(PlannedGrid::uri);

  private final int slots;
  private final long maxTaskBytes;

  /**
   * Makes a plan for given measures.
   *
   * @param slots number of tasks that run at a time
   * @param maxTaskBytes bytes of one task, unless one grid alone has more
   */
  WorkPlan(int slots, long maxTaskBytes) {
    this.slots = slots;
    this.maxTaskBytes = maxTaskBytes;
  }

  /** Spreads grids over pieces, and returns the tasks of each piece. */
  List<List<TaskInputs>> pieces(List<PlannedGrid> inputs) {
    int wanted = Math.max(1, inputs.size() / (slots * LEAST_GRIDS_PER_SLOT));
    return spread(inputs, Math.min(MOST_PIECES, wanted)).stream()
        .map(piece -> tasks(piece.grids()))
        .toList();
  }

  private List<TaskInputs> tasks(List<PlannedGrid> grids) {
    int count = Math.min(slots, grids.size());
    List<TaskInputs> tasks = spread(grids, count);
    while (count < grids.size() && tasks.stream().anyMatch(this::isTooLarge)) {
      count = Math.min(2 * count, grids.size());
      tasks = spread(grids, count);
    }
    return tasks;
  }

  private boolean isTooLarge(TaskInputs task) {
    return task.grids().size() > 1 && task.bytes() > maxTaskBytes;
  }

  private static List<TaskInputs> spread(List<PlannedGrid> grids, int count) {
    PriorityQueue<Bin> queue = new PriorityQueue<>();
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      bins.add(new Bin(i));
    }
    queue.addAll(bins);
    for (PlannedGrid grid : grids.stream().sorted(LARGEST_FIRST).toList()) {
      Bin least = queue.remove();
      least.add(grid);
      queue.add(least);
    }
    return bins.stream().map(bin -> new TaskInputs(bin.grids)).toList();
  }

  /**
   * A bin of grids. The one with the fewest bytes comes first, then the one with the fewest grids,
   * then the one with the lowest number.
   */
  private static final class Bin implements Comparable<Bin> {
    private static final Comparator<Bin> LEAST_FIRST =
        Comparator.<Bin>comparingLong(bin -> bin.bytes)
            .thenComparingInt(bin -> bin.grids.size())
            .thenComparingInt(bin -> bin.number);

    private final int number;
    private final List<PlannedGrid> grids = new ArrayList<>();
    private long bytes;

    Bin(int number) {
      this.number = number;
    }

    void add(PlannedGrid grid) {
      grids.add(grid);
      bytes += grid.lengthBytes();
    }

    @Override
    public int compareTo(Bin other) {
      return LEAST_FIRST.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bin bin && bin.number == number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }
}
