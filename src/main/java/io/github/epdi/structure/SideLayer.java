package io.github.epdi.structure;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The surface of one side: its outermost metal layer and the chalcogens bonded to it outward.
 *
 * @param side the side
 * @param metals indices of the metals
 * @param chalcogens indices of the chalcogens, ascending
 */
record SideLayer(Side side, List<Integer> metals, List<Integer> chalcogens) {
  static SideLayer of(Side side, List<MetalLayer> layers, List<Bond> bonds) {
    List<Integer> metals = layers.get(side == Side.TOP ? layers.size() - 1 : 0).metals();
    Set<Integer> outermost = Set.copyOf(metals);
    SortedSet<Integer> chalcogens = new TreeSet<>();
    for (Bond bond : bonds) {
      if (outermost.contains(bond.metal()) && bond.dz() * side.sign() > 0) {
        chalcogens.add(bond.chalcogen());
      }
    }
    return new SideLayer(side, metals, List.copyOf(chalcogens));
  }
}
