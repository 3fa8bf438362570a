package io.github.epdi.structure;

import java.util.List;

/**
 * The path T-B-H-B'-T' that represents one symmetry orbit of paths. It consists of two of the three
 * hops of an H site.
 *
 * @param hollow number of the H in the middle
 * @param startTop number of the T that it starts from
 * @param startHop number of the hop from the start to the H
 * @param endHop number of the hop from the H to the end
 * @param endTop number of the T that it ends at
 * @param positionsAngstrom cumulative lateral distance at T, B, H, B', T'; five values, first 0
 * @param multiplicity number of paths in the orbit, reversal included
 */
public record DiffusionPath(
    int hollow,
    int startTop,
    int startHop,
    int endHop,
    int endTop,
    List<Double> positionsAngstrom,
    int multiplicity) {
  /** Copies the positions. */
  public DiffusionPath {
    positionsAngstrom = List.copyOf(positionsAngstrom);
  }

  /** Returns its id within its side, from start to end, such as "B0-H1-B5". */
  public String id() {
    return "B" + startHop + "-H" + hollow + "-B" + endHop;
  }
}
