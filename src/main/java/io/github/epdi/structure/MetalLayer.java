package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The metals of a slab that lie at about one height.
 *
 * @param metals indices of atoms
 * @param low lowest height, Angstrom
 * @param high highest height, Angstrom
 */
record MetalLayer(List<Integer> metals, double low, double high) {
  /**
   * Metals that are further apart along the normal than this many Angstrom belong to different
   * layers.
   */
  private static final double BREAK = 1.5;

  /**
   * An ion that is at most this far beyond the metals of a layer belongs to it. The chalcogens are
   * well beyond.
   */
  private static final double MARGIN = 1.0;

  /**
   * Finds the layers of a slab, from the lowest to the highest.
   *
   * @throws RejectException ION_PRESENT for a mobile ion that is in no metal layer
   */
  static List<MetalLayer> of(SlabAtoms atoms) {
    List<Integer> metals = indices(atoms, e -> e.isLayerMetal() && !e.isMobileIon());
    if (metals.isEmpty()) {
      metals = indices(atoms, Element::isLayerMetal);
    }
    List<MetalLayer> layers = stack(atoms, metals);
    boolean joined = false;
    for (int ion : indices(atoms, Element::isMobileIon)) {
      double z = atoms.z[ion];
      if (layers.stream().noneMatch(l -> z >= l.low - MARGIN && z <= l.high + MARGIN)) {
        throw new RejectException(
            RejectCode.ION_PRESENT,
            "Cannot screen the slab: expected no mobile ion outside its metal layers, found "
                + atoms.elements[ion]
                + " as atom "
                + (ion + 1));
      }
      if (!metals.contains(ion)) {
        metals.add(ion);
        joined = true;
      }
    }
    return joined ? stack(atoms, metals) : layers;
  }

  private static List<Integer> indices(SlabAtoms atoms, Predicate<Element> wanted) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < atoms.size(); i++) {
      if (wanted.test(atoms.elements[i])) {
        indices.add(i);
      }
    }
    return indices;
  }

  private static List<MetalLayer> stack(SlabAtoms atoms, List<Integer> metals) {
    List<Integer> sorted =
        metals.stream().sorted(Comparator.comparingDouble(i -> atoms.z[i])).toList();
    List<MetalLayer> layers = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      double high = atoms.z[sorted.get(i - 1)];
      if (i == sorted.size() || atoms.z[sorted.get(i)] - high > BREAK) {
        layers.add(new MetalLayer(sorted.subList(from, i), atoms.z[sorted.get(from)], high));
        from = i;
      }
    }
    return layers;
  }
}
