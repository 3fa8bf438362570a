package io.github.epdi.screening;

import java.io.Serializable;
import java.util.List;

/**
 * The grids of one task, in the order in which it screens them.
 *
 * @param grids at least one
 */
record TaskInputs(List<PlannedGrid> grids) implements Serializable {
  TaskInputs {
    grids = List.copyOf(grids);
  }

  long bytes() {
    return grids.stream().mapToLong(PlannedGrid::lengthBytes).sum();
  }
}
