package io.github.epdi.cli;

import io.github.epdi.structure.Side;
import java.util.List;

/** The sides of a slab that a user can ask a command for. */
enum SideOption {
  TOP,
  BOTTOM,
  BOTH;

  List<Side> sides() {
    return switch (this) {
      case TOP -> List.of(Side.TOP);
      case BOTTOM -> List.of(Side.BOTTOM);
      case BOTH -> List.of(Side.TOP, Side.BOTTOM);
    };
  }
}
