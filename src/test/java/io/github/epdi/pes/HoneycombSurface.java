package io.github.epdi.pes;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The sites and hops of an ideal n x m surface written down by hand, T at the corners of a cell of
 * 120 degrees and H at (2/3, 1/3) of it: what a site finder must find, without one.
 */
public final class HoneycombSurface {
  private static final double T_T_ANGSTROM = 3.16;
  private static final int[][] STEPS = {{0, 0}, {-1, 0}, {-1, -1}};
  private static final double[][] BRIDGES = {
    {1 / 3.0, 1 / 6.0}, {-1 / 6.0, 1 / 6.0}, {-1 / 6.0, -1 / 3.0}
  };

  private record Place(double u, double v) {
    Place wrapped() {
      return new Place(wrap(u), wrap(v));
    }

    private static double wrap(double x) {
      double rounded = Math.rint(x * 1e4) / 1e4;
      return rounded - Math.floor(rounded);
    }
  }

  private HoneycombSurface() {}

  /** An n x m surface on which no two sites are equivalent; all three paths of each H. */
  public static SurfaceGraph of(int n, int m) {
    return of(n, m, List.of());
  }

  /** An n x n surface with the symmetry of one dopant below T0: a threefold axis and mirrors. */
  public static SurfaceGraph doped(int n) {
    UnaryOperator<Place> turn = p -> new Place(-p.v(), p.u() - p.v());
    UnaryOperator<Place> mirror = p -> new Place(p.u(), p.u() - p.v());
    return of(n, n, List.of(turn, mirror));
  }

  private static SurfaceGraph of(int n, int m, List<UnaryOperator<Place>> generators) {
    List<AdsorptionSite> tops = sites(SiteKind.T, n, m, new double[][] {{0, 0}}, generators);
    List<AdsorptionSite> hollows =
        sites(SiteKind.H, n, m, new double[][] {{2 / 3.0, 1 / 3.0}}, generators);
    List<AdsorptionSite> bridges = sites(SiteKind.B, n, m, BRIDGES, generators);
    List<Hop> hops = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        for (int k = 0; k < 3; k++) {
          int hi = i + STEPS[k][0];
          int hj = j + STEPS[k][1];
          hops.add(
              new Hop(
                  find(bridges, place(n, m, i, j, BRIDGES[k])),
                  find(tops, place(n, m, i, j, new double[] {0, 0})),
                  find(hollows, place(n, m, hi, hj, new double[] {2 / 3.0, 1 / 3.0})),
                  Math.floorDiv(hi, n),
                  Math.floorDiv(hj, m)));
        }
      }
    }
    hops.sort(Comparator.comparingInt(Hop::number));
    return new SurfaceGraph(
        Side.TOP, tops, hollows, bridges, hops, paths(hollows.size(), hops), T_T_ANGSTROM);
  }

  private static List<DiffusionPath> paths(int hollows, List<Hop> hops) {
    double half = T_T_ANGSTROM / Math.sqrt(3) / 2;
    List<DiffusionPath> paths = new ArrayList<>();
    for (int h = 0; h < hollows; h++) {
      int hollow = h;
      List<Hop> own = hops.stream().filter(hop -> hop.hollow() == hollow).toList();
      for (int p = 0; p < own.size(); p++) {
        for (int q = p + 1; q < own.size(); q++) {
          paths.add(
              new DiffusionPath(
                  h,
                  own.get(p).top(),
                  own.get(p).number(),
                  own.get(q).number(),
                  own.get(q).top(),
                  List.of(0.0, half, 2 * half, 3 * half, 4 * half),
                  1));
        }
      }
    }
    return paths;
  }

  private static List<AdsorptionSite> sites(
      SiteKind kind, int n, int m, double[][] basis, List<UnaryOperator<Place>> generators) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        for (double[] offset : basis) {
          places.add(place(n, m, i, j, offset));
        }
      }
    }
    places.sort(Comparator.comparingDouble(Place::v).thenComparingDouble(Place::u));
    int[] first = orbits(places, generators);
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (int f : first) {
      sizes.merge(f, 1, Integer::sum);
    }
    List<AdsorptionSite> sites = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      sites.add(
          new AdsorptionSite(
              kind,
              i,
              places.get(i).u(),
              places.get(i).v(),
              1.56,
              kind.name() + first[i],
              sizes.get(first[i])));
    }
    return sites;
  }

  /** For each place the first place that the generators lead to it from. */
  private static int[] orbits(List<Place> places, List<UnaryOperator<Place>> generators) {
    int[] first = new int[places.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = i;
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < first.length; i++) {
        for (UnaryOperator<Place> generator : generators) {
          int image = nearest(places, generator.apply(places.get(i)));
          int lower = Math.min(first[i], first[image]);
          changed |= lower != first[i] || lower != first[image];
          first[i] = lower;
          first[image] = lower;
        }
      }
    }
    return first;
  }

  private static Place place(int n, int m, int i, int j, double[] offset) {
    return new Place((i + offset[0]) / n, (j + offset[1]) / m).wrapped();
  }

  private static int find(List<AdsorptionSite> sites, Place place) {
    return nearest(sites.stream().map(s -> new Place(s.u(), s.v())).toList(), place);
  }

  private static int nearest(List<Place> places, Place place) {
    for (int i = 0; i < places.size(); i++) {
      double du = places.get(i).u() - place.u();
      double dv = places.get(i).v() - place.v();
      if (Math.abs(du - Math.rint(du)) < 1e-3 && Math.abs(dv - Math.rint(dv)) < 1e-3) {
        return i;
      }
    }
    throw new IllegalArgumentException("no site at " + place);
  }

  /** The number of the site at lateral fractional coordinates (u, v), within 1e-3. */
  public static int numberAt(List<AdsorptionSite> sites, double u, double v) {
    return find(sites, new Place(u, v));
  }
}
