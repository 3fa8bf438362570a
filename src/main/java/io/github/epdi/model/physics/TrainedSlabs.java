package io.github.epdi.model.physics;

import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The slabs that a model was fitted to. What another slab has that none of them had was not learnt,
 * and is named.
 *
 * @param hosts metal spacings of the slabs of each host, by its formula
 * @param elements symbols of all metals and chalcogens
 * @param dopants symbols of those that were dopants in some slab
 * @param phases group of the host metal and phase, such as "VIB 2H"
 * @param layers numbers of metal-chalcogen layers
 */
public record TrainedSlabs(
    Map<String, Spacing> hosts,
    List<String> elements,
    List<String> dopants,
    List<String> phases,
    List<Integer> layers) {
  /** By how much the metal spacing of a known host may lie beyond that of the training. */
  private static final double STRAIN = 0.02;

  /** Stands for the group of a host metal that has none of IVB, VB and VIB. */
  private static final String OTHER_GROUP = "other";

  /** Copies the collections. */
  public TrainedSlabs {
    hosts = Collections.unmodifiableMap(new TreeMap<>(hosts));
    elements = List.copyOf(elements);
    dopants = List.copyOf(dopants);
    phases = List.copyOf(phases);
    layers = List.copyOf(layers);
  }

  /**
   * The metal spacings of several slabs.
   *
   * @param lowAngstrom smallest
   * @param highAngstrom largest
   */
  public record Spacing(double lowAngstrom, double highAngstrom) {
    private Spacing with(Spacing other) {
      return new Spacing(
          Math.min(lowAngstrom, other.lowAngstrom), Math.max(highAngstrom, other.highAngstrom));
    }
  }

  /**
   * Collects what slabs have.
   *
   * @param slabs the slabs, each with the side that labels are on
   */
  public static TrainedSlabs of(Collection<Map.Entry<Slab, Side>> slabs) {
    Map<String, Spacing> hosts = new TreeMap<>();
    TreeSet<String> elements = new TreeSet<>();
    TreeSet<String> dopants = new TreeSet<>();
    TreeSet<String> phases = new TreeSet<>();
    TreeSet<Integer> layers = new TreeSet<>();
    for (Map.Entry<Slab, Side> entry : slabs) {
      Slab slab = entry.getKey();
      double spacing = rounded(slab.layerShape(entry.getValue()).metalSpacingAngstrom());
      hosts.merge(slab.host(), new Spacing(spacing, spacing), Spacing::with);
      elements.addAll(elements(slab));
      dopants.addAll(dopants(slab));
      phases.add(phase(slab));
      layers.add(slab.layers());
    }
    return new TrainedSlabs(
        hosts,
        List.copyOf(elements),
        List.copyOf(dopants),
        List.copyOf(phases),
        List.copyOf(layers));
  }

  /**
   * Names what of a slab was not trained on: {@code dopant_unseen}, {@code element_unseen}, {@code
   * host_group_unseen}, {@code host_unseen}, {@code layers_unseen}, {@code phase_unseen}, {@code
   * strained}, {@code two_chalcogens_unseen}.
   *
   * @param side the side that is predicted
   * @return empty if nothing is new
   */
  public List<Doubt> doubts(Slab slab, Side side) {
    List<Doubt> doubts = new ArrayList<>();
    host(slab, side, doubts);
    unseen(doubts, "element_unseen", "element", elements(slab), elements);
    unseen(
        doubts,
        "dopant_unseen",
        "dopant",
        dopants(slab).stream().filter(elements::contains).toList(),
        dopants);
    unseen(doubts, "layers_unseen", "number of layers", List.of(slab.layers()), layers);
    return doubts;
  }

  private void host(Slab slab, Side side, List<Doubt> doubts) {
    Spacing known = hosts.get(slab.host());
    if (known == null) {
      doubts.add(new Doubt("host_unseen", "The host " + slab.host() + " was not in the training."));
      if (hosts.keySet().stream().noneMatch(host -> chalcogens(host) > 1)
          && chalcogens(slab.host()) > 1) {
        doubts.add(
            new Doubt(
                "two_chalcogens_unseen",
                "No host of the training has two chalcogens, as " + slab.host() + " has."));
      }
    } else {
      double spacing = slab.layerShape(side).metalSpacingAngstrom();
      double beyond =
          Math.max(known.lowAngstrom() / spacing - 1, spacing / known.highAngstrom() - 1);
      if (beyond > STRAIN) {
        doubts.add(
            new Doubt(
                "strained",
                String.format(
                    Locale.ROOT,
                    "Its metals are %.3f Angstrom apart, those of %s in the training %.3f to %.3f.",
                    spacing,
                    slab.host(),
                    known.lowAngstrom(),
                    known.highAngstrom())));
      }
    }
    String group = group(slab);
    if (phases.stream().noneMatch(phase -> phase.startsWith(group + " "))) {
      doubts.add(
          new Doubt(
              "host_group_unseen",
              "No host of the training has a metal of the group of " + slab.host() + "."));
    } else if (!phases.contains(phase(slab))) {
      doubts.add(
          new Doubt(
              "phase_unseen",
              "The phase "
                  + slab.phase()
                  + " of group "
                  + group
                  + " was not in the training, which had "
                  + String.join(", ", phases)
                  + "."));
    }
  }

  private static <T> void unseen(
      List<Doubt> doubts, String flag, String what, List<T> found, List<T> trained) {
    String unseen =
        found.stream()
            .filter(one -> !trained.contains(one))
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    if (!unseen.isEmpty()) {
      doubts.add(new Doubt(flag, "The " + what + " " + unseen + " was not in the training."));
    }
  }

  private static List<String> elements(Slab slab) {
    return slab.structure().elementCounts().symbols();
  }

  private static List<String> dopants(Slab slab) {
    return slab.dopants().stream().map(dopant -> dopant.element().symbol()).sorted().toList();
  }

  private static double rounded(double spacingAngstrom) {
    return Math.rint(spacingAngstrom * 1e4) / 1e4;
  }

  private static String phase(Slab slab) {
    return group(slab) + " " + slab.phase();
  }

  private static String group(Slab slab) {
    return slab.hostGroup() == null ? OTHER_GROUP : slab.hostGroup();
  }

  private static long chalcogens(String host) {
    return List.of("S", "Se", "Te").stream()
        .filter(symbol -> host.matches(".*" + symbol + "([A-Z0-9].*)?"))
        .count();
  }
}
