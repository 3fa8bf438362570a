package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells how chalcogens surround the metals of one layer: completely or not, and as prisms or
 * octahedra.
 */
final class Coordination {
  /** Twist that divides prismatic metals (0 degrees) from octahedral ones (60 degrees). */
  private static final double TWIST_LIMIT = Math.toRadians(30);

  /**
   * A metal counts as distorted if (longest - shortest) / mean of the distances to its six metal
   * neighbours is above this. A dimerised 1T' has 0.3.
   */
  private static final double DISTORTION_LIMIT = 0.15;

  /** Distance in Angstrom within which a metal has its six metal neighbours. */
  private static final double NEIGHBOUR_REACH = 7;

  private final SlabAtoms atoms;
  private final MetalLayer layer;
  private final Map<Integer, List<Bond>> above = new HashMap<>();
  private final Map<Integer, List<Bond>> below = new HashMap<>();

  Coordination(SlabAtoms atoms, MetalLayer layer, List<Bond> bonds) {
    this.atoms = atoms;
    this.layer = layer;
    for (int metal : layer.metals()) {
      above.put(metal, new ArrayList<>());
      below.put(metal, new ArrayList<>());
    }
    for (Bond bond : bonds) {
      List<Bond> list = (bond.dz() > 0 ? above : below).get(bond.metal());
      if (list != null) {
        list.add(bond);
      }
    }
  }

  /**
   * Tells whether this is a layer of a dichalcogenide: at least half of its metals have two
   * chalcogens or more on either side. Without vacancies they have three.
   */
  boolean isSandwiched() {
    long complete = layer.metals().stream().filter(this::isSandwiched).count();
    return 2 * complete >= layer.metals().size();
  }

  private boolean isSandwiched(int metal) {
    return above.get(metal).size() >= 2 && below.get(metal).size() >= 2;
  }

  int prismaticCount() {
    return (int) sandwiched().filter(metal -> twist(metal) < TWIST_LIMIT).count();
  }

  int octahedralCount() {
    return (int) sandwiched().filter(metal -> twist(metal) >= TWIST_LIMIT).count();
  }

  /** Shape of the layer. */
  LayerShape shape() {
    int octahedral = octahedralCount();
    int complete = octahedral + prismaticCount();
    double period =
        layer.metals().stream().mapToInt(m -> atoms.elements[m].period()).average().orElseThrow();
    double spacing = layer.metals().stream().mapToDouble(this::nearest).average().orElseThrow();
    return new LayerShape(spacing, (double) octahedral / complete, period);
  }

  private double nearest(int metal) {
    double[] distances = distances(metal);
    return distances.length == 0 ? NEIGHBOUR_REACH : distances[0];
  }

  private Stream<Integer> sandwiched() {
    return layer.metals().stream().filter(this::isSandwiched);
  }

  /** Mean angle from a chalcogen above to the nearest one below, seen along the normal, radian. */
  private double twist(int metal) {
    double sum = 0;
    for (Bond up : above.get(metal)) {
      double nearest = Math.PI;
      for (Bond down : below.get(metal)) {
        double turn = Math.IEEEremainder(up.azimuth() - down.azimuth(), 2 * Math.PI);
        nearest = Math.min(nearest, Math.abs(turn));
      }
      sum += nearest;
    }
    return sum / above.get(metal).size();
  }

  /** Tells whether metals have moved together, as they do in 1T'. */
  boolean isDistorted() {
    return layer.metals().stream().mapToDouble(this::spread).average().orElse(0) > DISTORTION_LIMIT;
  }

  private double spread(int metal) {
    double[] nearest = Arrays.copyOf(distances(metal), 6);
    double mean = Arrays.stream(nearest).average().orElse(1);
    return nearest[5] == 0 ? 0 : (nearest[5] - nearest[0]) / mean;
  }

  /**
   * Returns the distances of a metal to other metals of the layer and to its own images, in
   * Angstrom, ascending.
   */
  private double[] distances(int metal) {
    List<Double> distances = new ArrayList<>();
    for (int other : layer.metals()) {
      double dz = atoms.z[other] - atoms.z[metal];
      atoms.images.within(
          atoms.x[other] - atoms.x[metal],
          atoms.y[other] - atoms.y[metal],
          NEIGHBOUR_REACH,
          (dx, dy) -> {
            double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
            if (distance > 1e-6) {
              distances.add(distance);
            }
          });
    }
    return distances.stream().mapToDouble(d -> d).sorted().toArray();
  }
}
