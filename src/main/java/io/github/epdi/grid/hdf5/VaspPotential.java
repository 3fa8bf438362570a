package io.github.epdi.grid.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The data sets that add up to the local potential in VASP's vaspout.h5 or vaspwave.h5, in eV and
 * with an electron's sign. Their axes are (component, z, y, x). Component 0 is the mean of the
 * spins, and others couple to the magnetisation.
 *
 * @param parts data sets to be added
 * @param withXc whether their sum includes exchange-correlation
 */
public record VaspPotential(List<Hdf5Data> parts, boolean withXc) {
  private static final List<String> GROUPS = List.of("results/potential", "potential", "locpot");
  private static final List<String> ELECTROSTATIC = List.of("hartree", "ionic");
  private static final List<String> TOTAL = List.of("total");
  private static final List<String> ALL_PARTS = List.of("hartree", "ionic", "xc");

  /** Copies the list. */
  public VaspPotential {
    parts = List.copyOf(parts);
  }

  /** Returns the group that holds potentials, or null if there is none. */
  public static String group(StoredHdf5 file) throws IOException {
    for (String group : GROUPS) {
      if (!file.names(group).isEmpty()) {
        return group;
      }
    }
    return null;
  }

  /**
   * Returns the electrostatic potential. The total one is returned if it is preferred or the only
   * one.
   *
   * @param file the opened file
   * @param group the group that {@link #group} found
   * @param preferTotal which potential is taken where the file has both
   * @return null if the group holds neither
   */
  public static VaspPotential of(StoredHdf5 file, String group, Preference preferTotal)
      throws IOException {
    Set<String> names = file.names(group);
    List<List<String>> ways =
        preferTotal == Preference.TOTAL
            ? List.of(TOTAL, ALL_PARTS, ELECTROSTATIC)
            : List.of(ELECTROSTATIC, TOTAL);
    for (List<String> way : ways) {
      if (names.containsAll(way)) {
        List<Hdf5Data> parts = new ArrayList<>();
        for (String name : way) {
          parts.add(file.data(group + "/" + name));
        }
        return new VaspPotential(parts, way != ELECTROSTATIC);
      }
    }
    return null;
  }

  /** Which potential is taken where a file has several. */
  public enum Preference {
    /** The ionic and Hartree potential. */
    ELECTROSTATIC,
    /** The potential with exchange-correlation. */
    TOTAL
  }

  /** Returns the numbers of points along a, b and c. */
  public long[] points() {
    long[] shape = parts.get(0).shape();
    int last = shape.length - 1;
    return new long[] {shape[last], shape[last - 1], shape[last - 2]};
  }

  /** Returns the number of components: 1, or 2 with collinear spins, or 4 if noncollinear. */
  public int components() {
    long most = 1;
    for (Hdf5Data part : parts) {
      most = Math.max(most, part.shape().length == 4 ? part.shape()[0] : 1);
    }
    return (int) Math.min(most, Integer.MAX_VALUE);
  }

  /**
   * Checks that all parts are float64 values on three or four axes with equal numbers of points.
   *
   * @throws DamagedHdf5Exception naming the part that is not
   */
  public void check() throws IOException {
    long[] points = points();
    for (Hdf5Data part : parts) {
      long[] shape = part.shape();
      boolean fits = part.isFloat64() && (shape.length == 4 || shape.length == 3);
      int last = shape.length - 1;
      if (!fits
          || shape[last] != points[0]
          || shape[last - 1] != points[1]
          || shape[last - 2] != points[2]
          || shape[0] < 1) {
        throw new DamagedHdf5Exception(
            "float64 values of ("
                + Arrays.stream(points)
                    .mapToObj(Long::toString)
                    .reduce((p, q) -> q + ", " + p)
                    .get()
                + ") points in "
                + part.path(),
            part.shapeText() + (part.isFloat64() ? "" : " of another type"));
      }
    }
  }
}
