package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.structure.Side;
import java.util.List;

/**
 * What a reading is for: which sides and heights it must serve, and how strict it is.
 *
 * @param sides the sides that must be usable, in the order of {@link Side}; a defect on any of them
 *     rejects the grid
 * @param heightsAngstrom heights of image planes above the anchors of sites; the four grid planes
 *     around each are kept, as periodic Catmull-Rom interpolation needs them
 * @param conventions what is declared of the values
 * @param limits largest sizes that a file may have
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
  /** How far a reading goes on once the grid is known to be rejected. */
  public enum Depth {
    /** Stops at the first reject, as screening and training do. */
    STOP_AT_REJECT,
    /** Reads whatever can be read, for a person who inspects the file. */
    ALL_THAT_CAN_BE_READ
  }

  /** Copies the lists. */
  public ReadingRequest {
    sides = List.copyOf(sides);
    heightsAngstrom = List.copyOf(heightsAngstrom);
  }
}
