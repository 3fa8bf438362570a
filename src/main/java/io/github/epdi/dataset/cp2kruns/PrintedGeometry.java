package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.CellDistance;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.Place;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.CrystalStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cell and atoms in Angstrom, as far as an output prints them. They show whether the input was
 * changed after the run.
 */
final class PrintedGeometry {
  private static final double SAME_ANGSTROM = 0.01;
  private static final Pattern VECTOR =
      Pattern.compile(
          "^ CELL\\| Vector ([abc]) \\[angstrom\\]:\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADING =
      Pattern.compile(".*ATOMIC COORDINATES IN ANGSTROM.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ATOM =
      Pattern.compile(
          "^\\s+\\d+\\s+\\d+\\s+[A-Z][a-z]?\\s+\\d+\\s+(-?\\d+\\.\\d+)\\s+(-?\\d+\\.\\d+)"
              + "\\s+(-?\\d+\\.\\d+)\\s.*");

  private final double[][] vectors = new double[3][];
  private final List<double[]> atoms = new ArrayList<>();
  private boolean listing;

  /** Takes a line and tells whether it was part of cell or atoms. */
  boolean take(String line, Place place) {
    Matcher vector = line.startsWith(" CELL|") ? VECTOR.matcher(line) : null;
    if (vector != null && vector.matches()) {
      vectors["abc".indexOf(vector.group(1).toLowerCase(Locale.ROOT))] = numbers(vector, 2, place);
      return true;
    }
    if (HEADING.matcher(line).matches()) {
      atoms.clear();
      listing = true;
      return true;
    }
    Matcher atom = listing ? ATOM.matcher(line) : null;
    if (atom != null && atom.matches()) {
      atoms.add(numbers(atom, 1, place));
      return true;
    }
    listing &= atoms.isEmpty();
    return false;
  }

  private static double[] numbers(Matcher found, int from, Place place) {
    double[] numbers = new double[3];
    for (int x = 0; x < 3; x++) {
      numbers[x] = place.real(found.group(from + x), "a length");
    }
    return numbers;
  }

  /**
   * Checks that cell and atoms are those of an input.
   *
   * @throws UnusableException MIXED_RUN if they are not
   */
  void require(CrystalStructure structure) {
    for (int i = 0; i < 3; i++) {
      double[] expected = structure.lattice().vector(i);
      if (vectors[i] != null && !(distance(expected, vectors[i]) <= SAME_ANGSTROM)) {
        throw UnusableException.of(
            ImportCode.MIXED_RUN,
            "one cell in output and input",
            String.format(
                Locale.ROOT,
                "vector %c %.3f Angstrom away",
                "abc".charAt(i),
                distance(expected, vectors[i])));
      }
    }
    List<double[]> expected = structure.cartesianPositions();
    for (int i = 0; atoms.size() == expected.size() && i < atoms.size(); i++) {
      double moved = CellDistance.angstrom(structure.lattice(), expected.get(i), atoms.get(i));
      if (!(moved <= SAME_ANGSTROM)) {
        throw UnusableException.of(
            ImportCode.MIXED_RUN,
            "the same atoms in output and input",
            String.format(Locale.ROOT, "atom %d %.3f Angstrom away", i + 1, moved));
      }
    }
  }

  private static double distance(double[] one, double[] other) {
    return CellDistance.length(
        new double[] {one[0] - other[0], one[1] - other[1], one[2] - other[2]});
  }
}
