package io.github.epdi.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Whether the bonds of a surface's metals hold together in two directions, as a sheet does. In a
 * ribbon or a tube they do so in one, in a flake in none, and between its copies lies vacuum over
 * which no lithium hops.
 */
final class SheetCheck {
  private final SlabAtoms atoms;
  private final List<List<Bond>> bondsOf = new ArrayList<>();
  private final int[][] cell;
  private final List<int[]> windings = new ArrayList<>();

  private SheetCheck(SlabAtoms atoms, SideLayer layer) {
    this.atoms = atoms;
    cell = new int[atoms.size()][];
    for (int i = 0; i < atoms.size(); i++) {
      bondsOf.add(new ArrayList<>());
    }
    MetalLayer metals = new MetalLayer(layer.metals(), 0, 0);
    for (Bond bond : Bond.of(atoms, List.of(metals))) {
      bondsOf.get(bond.metal()).add(bond);
      bondsOf.get(bond.chalcogen()).add(bond);
    }
  }

  /**
   * Makes sure that a surface is one sheet.
   *
   * @throws RejectException SURFACE_DEFECT, naming the side and the gap
   */
  static void require(SlabAtoms atoms, SideLayer layer) {
    SheetCheck check = new SheetCheck(atoms, layer);
    for (int metal : layer.metals()) {
      if (check.cell[metal] == null) {
        check.windings.clear();
        check.walk(metal);
        int directions = check.directions();
        if (directions < 2) {
          LateralGap gap = LateralGap.widest(atoms);
          throw SurfaceDefect.of(
              layer.side(),
              "bonds that hold it together along two directions",
              String.format(
                  Locale.ROOT,
                  "a %s with a gap of %.2f Angstrom %s",
                  directions == 1 ? "ribbon or tube" : "flake",
                  gap.widthAngstrom(),
                  gap.rows()));
        }
      }
    }
  }

  /** Numbers the cells of all atoms that hang together with one, and notes what winds around. */
  private void walk(int start) {
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    cell[start] = new int[2];
    while (!open.isEmpty()) {
      int from = open.remove();
      for (Bond bond : bondsOf.get(from)) {
        boolean forward = bond.metal() == from;
        int to = forward ? bond.chalcogen() : bond.metal();
        int[] step = step(bond);
        int sign = forward ? 1 : -1;
        int[] there = {cell[from][0] + sign * step[0], cell[from][1] + sign * step[1]};
        if (cell[to] == null) {
          cell[to] = there;
          open.add(to);
        } else if (there[0] != cell[to][0] || there[1] != cell[to][1]) {
          windings.add(new int[] {there[0] - cell[to][0], there[1] - cell[to][1]});
        }
      }
    }
  }

  /** Cells from the metal's to the bonded copy of the chalcogen. */
  private int[] step(Bond bond) {
    double x = bond.dx() - (atoms.x[bond.chalcogen()] - atoms.x[bond.metal()]);
    double y = bond.dy() - (atoms.y[bond.chalcogen()] - atoms.y[bond.metal()]);
    return new int[] {(int) Math.rint(atoms.plane.u(x, y)), (int) Math.rint(atoms.plane.v(x, y))};
  }

  private int directions() {
    if (windings.isEmpty()) {
      return 0;
    }
    int[] first = windings.get(0);
    return windings.stream().anyMatch(w -> first[0] * w[1] != first[1] * w[0]) ? 2 : 1;
  }
}
