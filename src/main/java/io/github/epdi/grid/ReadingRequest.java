package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.structure.Side;
import java.util.List;

/**
 * What a reading is for: which sides, which heights, how strict.
 *
 * @param sides the sides that must be usable, in the order of {@link Side}; a defect on any of them
 *     rejects the grid
 * @param heightsAngstrom heights of image planes above sites' anchors; the four grid planes around
 *     each (for periodic Catmull-Rom) are kept
 * @param conventions what is declared of the values
 * @param limits what the file may cost
 * @param symmetryToleranceAngstrom see {@link io.github.epdi.structure.SiteFinder}
 * @param depth how far to read on after a reject
 */
public record ReadingRequest(
    List<Side> sides,
    List<Double> heightsAngstrom,
    PotentialConventions conventions,
    GridLimits limits,
    double symmetryToleranceAngstrom,
    Depth depth) {
  /** How far a reading goes once the grid is known to be rejected. */
  public enum Depth {
    /** Stop at the first reject: screening, training. */
    STOP_AT_REJECT,
    /** Read whatever can be read, for a person to look at: inspect. */
    ALL_THAT_CAN_BE_READ
  }

  /** Copies the lists. */
  public ReadingRequest {
    sides = List.copyOf(sides);
    heightsAngstrom = List.copyOf(heightsAngstrom);
  }
}
