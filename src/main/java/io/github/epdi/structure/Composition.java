package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Host and dopants of a slab. The host metal is the most frequent one of the metal layers, and the
 * host chalcogen of a side is the most frequent one of its chalcogen layer. Where several are
 * equally frequent, the slab is an alloy of them.
 */
final class Composition {
  private static final Comparator<Element> BY_SYMBOL = Comparator.comparing(Element::symbol);

  private final SortedMap<Element, Integer> metals = new TreeMap<>(BY_SYMBOL);
  private final SortedMap<Element, Integer> chalcogens = new TreeMap<>(BY_SYMBOL);
  private final SortedMap<Element, Integer> chalcogenDopants = new TreeMap<>(BY_SYMBOL);
  private final Set<Element> hostMetals;
  private final List<Set<Element>> hostChalcogens = new ArrayList<>();

  private Composition(SlabAtoms atoms, List<MetalLayer> layers) {
    layers.forEach(layer -> count(metals, atoms, layer.metals()));
    hostMetals = mostFrequent(metals);
    for (Element element : atoms.elements) {
      if (element.isChalcogen()) {
        chalcogens.merge(element, 1, Integer::sum);
      }
    }
  }

  /** Derives the composition of a slab from its layers and its two surfaces. */
  static Composition of(SlabAtoms atoms, List<MetalLayer> layers, List<SideLayer> sides) {
    Composition composition = new Composition(atoms, layers);
    composition.addChalcogens(atoms, sides);
    return composition;
  }

  private void addChalcogens(SlabAtoms atoms, List<SideLayer> sides) {
    SortedMap<Element, Integer> inner = new TreeMap<>(chalcogens);
    Set<Element> hosts = new TreeSet<>(BY_SYMBOL);
    for (SideLayer side : sides) {
      SortedMap<Element, Integer> counts = new TreeMap<>(BY_SYMBOL);
      count(counts, atoms, side.chalcogens());
      Set<Element> host = mostFrequent(counts);
      hostChalcogens.add(host);
      hosts.addAll(host);
      counts.forEach((element, n) -> inner.merge(element, -n, Integer::sum));
      counts.keySet().removeAll(host);
      counts.forEach((element, n) -> chalcogenDopants.merge(element, n, Integer::sum));
    }
    inner.forEach(
        (element, n) -> {
          if (n > 0 && !hosts.contains(element)) {
            chalcogenDopants.merge(element, n, Integer::sum);
          }
        });
  }

  /**
   * Returns the host's formula, such as "MoS2" or, for a Janus slab, "MoSSe". An alloy has smallest
   * whole numbers, such as "MoWS4".
   */
  String host() {
    int unit = 1;
    for (Set<Element> side : hostChalcogens) {
      int perSide = Math.max(1, side.size());
      while (unit * hostMetals.size() % perSide != 0) {
        unit++;
      }
    }
    SortedMap<Element, Integer> counts = new TreeMap<>(BY_SYMBOL);
    for (Set<Element> side : hostChalcogens) {
      for (Element chalcogen : side) {
        counts.merge(chalcogen, unit * hostMetals.size() / side.size(), Integer::sum);
      }
    }
    StringBuilder formula = new StringBuilder();
    for (Element metal : hostMetals) {
      append(formula, metal, unit);
    }
    counts.forEach((chalcogen, n) -> append(formula, chalcogen, n));
    return formula.toString();
  }

  /** Returns "IVB", "VB" or "VIB" if all host metals are of that group, otherwise null. */
  String hostGroup() {
    int[] groups = hostMetals.stream().mapToInt(Element::group).distinct().toArray();
    if (groups.length != 1) {
      return null;
    }
    return switch (groups[0]) {
      case 4 -> "IVB";
      case 5 -> "VB";
      case 6 -> "VIB";
      default -> null;
    };
  }

  /** Returns the metals that are not the host's, then such chalcogens, each in order of symbols. */
  List<Slab.Dopant> dopants() {
    List<Slab.Dopant> dopants = new ArrayList<>();
    double metalCount = total(metals);
    metals.forEach(
        (element, n) -> {
          if (!hostMetals.contains(element)) {
            dopants.add(new Slab.Dopant(element, n / metalCount));
          }
        });
    double chalcogenCount = total(chalcogens);
    chalcogenDopants.forEach(
        (element, n) -> dopants.add(new Slab.Dopant(element, n / chalcogenCount)));
    return List.copyOf(dopants);
  }

  private static void count(
      SortedMap<Element, Integer> counts, SlabAtoms atoms, List<Integer> indices) {
    for (int i : indices) {
      counts.merge(atoms.elements[i], 1, Integer::sum);
    }
  }

  private static Set<Element> mostFrequent(SortedMap<Element, Integer> counts) {
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Set<Element> elements = new TreeSet<>(BY_SYMBOL);
    counts.forEach(
        (element, n) -> {
          if (n == most) {
            elements.add(element);
          }
        });
    return elements;
  }

  private static int total(SortedMap<Element, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static void append(StringBuilder formula, Element element, int n) {
    formula.append(element.symbol()).append(n == 1 ? "" : n);
  }
}
