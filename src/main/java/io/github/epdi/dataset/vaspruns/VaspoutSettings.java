package io.github.epdi.dataset.vaspruns;

import io.github.epdi.grid.hdf5.DamagedHdf5Exception;
import io.github.epdi.grid.hdf5.Hdf5Data;
import io.github.epdi.grid.hdf5.StoredHdf5;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings in a vaspout.h5. The file has the INCAR as the user wrote it, without the values
 * that VASP derived from it.
 *
 * @param version version of VASP
 * @param parameters parameters by INCAR name, with VASP's defaults for those that are compared
 * @param mesh mesh of k-points; null if there is none
 */
record VaspoutSettings(String version, Map<String, String> parameters, String mesh) {
  private static final String INCAR = "input/incar";
  private static final String KPOINTS = "input/kpoints/";
  private static final Set<String> LOGICAL =
      Set.of(
          "LNONCOLLINEAR",
          "LSORBIT",
          "LASPH",
          "LHFCALC",
          "LDAU",
          "LUSE_VDW",
          "LVDW",
          "LDIPOL",
          "ML_LMLFF");

  static VaspoutSettings read(StoredHdf5 file) throws IOException {
    Map<String, String> parameters = new HashMap<>();
    for (String name : file.names(INCAR)) {
      parameters.put(name, text(name, file.data(INCAR + "/" + name)));
    }
    if (!parameters.getOrDefault("LDAU", "F").equals("T")) {
      parameters.remove("LDAUTYPE");
      parameters.remove("LDAUU");
    } else {
      parameters.putIfAbsent("LDAUTYPE", "2");
    }
    if (parameters.getOrDefault("LHFCALC", "F").equals("T")) {
      parameters.putIfAbsent("AEXX", "0.25");
      parameters.putIfAbsent("HFSCREEN", "0");
    }
    String points = "results/electron_eigenvalues/kpoint_coords";
    if (file.holds(points)) {
      parameters.put("NKPTS", Long.toString(file.data(points).shape()[0]));
    }
    boolean moves = IonicCriterion.number(parameters, "NSW", 0) > 0;
    parameters.putIfAbsent("IBRION", moves ? "0" : "-1");
    parameters.putIfAbsent("NELM", "60");
    return new VaspoutSettings(version(file), parameters, mesh(file));
  }

  private static String text(String name, Hdf5Data data) throws IOException {
    try {
      return Arrays.stream(data.numbers())
          .mapToObj(
              value ->
                  LOGICAL.contains(name)
                      ? value == 0 ? "F" : "T"
                      : value == Math.rint(value) && Math.abs(value) < 1e9
                          ? Long.toString((long) value)
                          : Double.toString(value))
          .collect(Collectors.joining(" "));
    } catch (DamagedHdf5Exception e) {
      return String.join(" ", data.words());
    }
  }

  private static String version(StoredHdf5 file) throws IOException {
    StringBuilder version = new StringBuilder();
    for (String part : new String[] {"major", "minor", "patch"}) {
      version
          .append(version.isEmpty() ? "" : ".")
          .append((int) file.data("version/" + part).number());
    }
    return version.toString();
  }

  /**
   * Returns the mesh of modes Gamma and Monkhorst-Pack. Other modes have explicit points and give
   * null.
   */
  private static String mesh(StoredHdf5 file) throws IOException {
    if (!file.holds(KPOINTS + "nkpx") || !file.holds(KPOINTS + "mode")) {
      return null;
    }
    String mode = file.data(KPOINTS + "mode").words()[0].toLowerCase(Locale.ROOT);
    return !mode.isEmpty() && "mg".indexOf(mode.charAt(0)) >= 0
        ? (int) file.data(KPOINTS + "nkpx").number()
            + "x"
            + (int) file.data(KPOINTS + "nkpy").number()
            + "x"
            + (int) file.data(KPOINTS + "nkpz").number()
        : null;
  }

  /** Sets the cutoff. If the INCAR states none, VASP takes the largest one that a POTCAR wants. */
  void cutoff(OutcarHeader potcar) {
    String stated = parameters.getOrDefault("ENMAX", potcar.largestCutoff());
    if (stated != null) {
      parameters.putIfAbsent("ENCUT", stated);
    }
  }
}
