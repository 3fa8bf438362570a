package io.github.epdi.levels;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names under which the levels of a grid's calculation may lie beside the grid. */
public final class LevelsNames {
  /** Placeholder for the name of a cube without its endings. */
  public static final String NAME = "{name}";

  /** The names that are tried in this order unless others are given. */
  public static final List<String> DEFAULTS =
      List.of(
          NAME + ".out", "EIGENVAL", "OUTCAR", "vasprun.xml", "vaspout.h5", "data-file-schema.xml");

  private static final List<String> ENDINGS = List.of("", ".gz", ".bz2", ".zst");

  /**
   * Matches CP2K's cube {@code NAME-v_hartree-1_0.cube} and any {@code NAME.cube}, compressed or
   * not.
   */
  private static final Pattern CUBE =
      Pattern.compile("(.+?)(-v_hartree-1_\\d+)?\\.(cube|cub)(\\.(gz|bz2|zst))?");

  private static final Pattern HDF5 = Pattern.compile(".*\\.(h5|hdf5)");

  private LevelsNames() {}

  /**
   * Returns the places to look at in order: each name beside the grid, plain and compressed. A name
   * with {@value #NAME} is tried only for grids called {@code ....cube}. A grid in an HDF5 file is
   * itself the first place, because it may hold levels too.
   *
   * @param gridUri path of the grid
   * @param names file names like {@link #DEFAULTS}
   */
  public static List<String> beside(String gridUri, List<String> names) {
    int slash = gridUri.lastIndexOf('/');
    String folder = gridUri.substring(0, slash + 1);
    List<String> places = new ArrayList<>();
    if (HDF5.matcher(gridUri).matches()) {
      places.add(gridUri);
    }
    for (String name : of(gridUri.substring(slash + 1), names)) {
      for (String ending : ENDINGS) {
        String place = folder + name + ending;
        if (!place.equals(gridUri)) {
          places.add(place);
        }
      }
    }
    return List.copyOf(places);
  }

  /** Returns the names that apply to a grid of this name, without endings of compression. */
  static List<String> of(String grid, List<String> names) {
    Matcher cube = CUBE.matcher(grid);
    boolean isCube = cube.matches();
    return names.stream()
        .filter(name -> isCube || !name.contains(NAME))
        .map(name -> isCube ? name.replace(NAME, cube.group(1)) : name)
        .distinct()
        .toList();
  }
}
