package io.github.epdi.grid.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The data sets that add up to the local potential in VASP's vaspout.h5 or vaspwave.h5, eV,
 * electron sign, (component, z, y, x). Component 0 is the mean of the spins; others, where there
 * are any, couple to the magnetisation.
 *
 * @param parts what is to be added
 * @param withXc whether exchange-correlation is in their sum
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

  /** The group that holds potentials; null if there is none. */
  public static String group(StoredHdf5 file) throws IOException {
    for (String group : GROUPS) {
      if (!file.names(group).isEmpty()) {
        return group;
      }
    }
    return null;
  }

  /**
   * The electrostatic potential, or the total one if that is asked for or alone there.
   *
   * @param group as {@link #group} found it
   * @param preferTotal ask for exchange-correlation where the file has it
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
    /** Ionic and Hartree potential. */
    ELECTROSTATIC,
    /** With exchange-correlation. */
    TOTAL
  }

  /** Lengths along a, b and c. */
  public long[] points() {
    long[] shape = parts.get(0).shape();
    int last = shape.length - 1;
    return new long[] {shape[last], shape[last - 1], shape[last - 2]};
  }

  /** Number of components: 1, 2 with collinear spins, 4 noncollinear. */
  public int components() {
    long most = 1;
    for (Hdf5Data part : parts) {
      most = Math.max(most, part.shape().length == 4 ? part.shape()[0] : 1);
    }
    return (int) Math.min(most, Integer.MAX_VALUE);
  }

  /**
   * Checks that all parts are float64 values on three axes, or four, of the same lengths.
   *
   * @throws DamagedHdf5Exception with the part that is not
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
