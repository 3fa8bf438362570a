package io.github.epdi.dataset;

import io.github.epdi.structure.SiteKind;
import io.github.epdi.tables.dataset.LabelRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The line of binding energies through electron affinity and work function, with a constant for
 * each kind of site. It is fitted by least squares in which each of the n labels of a material
 * counts 1/n.
 */
final class LabelLine {
  private static final int KINDS = SiteKind.values().length;
  private static final int COLUMNS = KINDS + 2;

  /** A share of the largest singular value, below which a direction was not seen. */
  private static final double UNSEEN = 1e-10;

  private final double[] coefficients;

  private LabelLine(Map<String, List<LabelRow>> materials) {
    int count = materials.values().stream().mapToInt(List::size).sum();
    double[][] rows = new double[count][];
    double[] energies = new double[count];
    int next = 0;
    for (List<LabelRow> labels : materials.values()) {
      double root = Math.sqrt(1.0 / labels.size());
      for (LabelRow label : labels) {
        rows[next] = columns(label);
        for (int c = 0; c < COLUMNS; c++) {
          rows[next][c] *= root;
        }
        energies[next++] = root * label.energy().bindingEnergyEv();
      }
    }
    coefficients = solve(rows, energies);
  }

  private static double[] solve(double[][] rows, double[] energies) {
    SingularValueDecomposition parts =
        new SingularValueDecomposition(new Array2DRowRealMatrix(rows, false));
    double[] singular = parts.getSingularValues();
    double[] along = parts.getUT().operate(new ArrayRealVector(energies)).toArray();
    for (int k = 0; k < along.length; k++) {
      along[k] = singular[k] > UNSEEN * singular[0] ? along[k] / singular[k] : 0;
    }
    return parts.getV().operate(along);
  }

  private static double[] columns(LabelRow label) {
    double[] columns = new double[COLUMNS];
    columns[SiteKind.valueOf(label.site().kind()).ordinal()] = 1;
    columns[KINDS] = label.levels().electronAffinityEv();
    columns[KINDS + 1] = label.levels().workFunctionEv();
    return columns;
  }

  private double energyEv(LabelRow label) {
    double[] columns = columns(label);
    double sum = 0;
    for (int c = 0; c < COLUMNS; c++) {
      sum += coefficients[c] * columns[c];
    }
    return sum;
  }

  /**
   * Finds the materials whose labels lie off the line that is fitted to the labels of all others.
   * Labels without levels are not looked at.
   *
   * @return mean error of each such material in eV, prediction minus label, largest first
   */
  static Map<String, Double> offTheLineEv(List<LabelRow> labels) {
    Map<String, List<LabelRow>> materials =
        labels.stream()
            .filter(LabelLine::hasLevels)
            .collect(
                Collectors.groupingBy(
                    LabelRow::materialId, LinkedHashMap::new, Collectors.toList()));
    Map<String, Double> errors = new LinkedHashMap<>();
    if (materials.size() > 1) {
      for (String left : materials.keySet()) {
        Map<String, List<LabelRow>> others = new LinkedHashMap<>(materials);
        List<LabelRow> own = others.remove(left);
        LabelLine line = new LabelLine(others);
        errors.put(
            left,
            own.stream()
                .mapToDouble(label -> line.energyEv(label) - label.energy().bindingEnergyEv())
                .average()
                .orElseThrow());
      }
    }
    return OffTheLine.of(errors);
  }

  private static boolean hasLevels(LabelRow label) {
    LabelRow.LevelColumns levels = label.levels();
    return levels != null && levels.electronAffinityEv() != null && levels.workFunctionEv() != null;
  }
}
