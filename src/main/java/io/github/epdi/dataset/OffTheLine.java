package io.github.epdi.dataset;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Judges which materials have labels that lie off the line of the others. */
public final class OffTheLine {
  /** The flag of labels of such materials. */
  public static final String FLAG = "label_off_line";

  /** What is most often behind such labels. */
  public static final String CAUSES =
      "unconverged slab, other reference, other magnetic state, wrong cell, or a level on the dopant"
          + " alone?";

  private static final int FEWEST_MATERIALS = 6;
  private static final double MOST_DEVIATIONS = 4;
  private static final double SMALLEST_EV = 0.06;

  private OffTheLine() {}

  /**
   * Finds the materials whose error is more than four median deviations, and more than 0.06 eV,
   * away from the median of all materials. Fewer than six materials are not judged.
   *
   * @param errorsEv mean error of each material's labels, prediction minus label, where the
   *     prediction did not use them
   * @return the error of each such material, largest first
   */
  public static Map<String, Double> of(Map<String, Double> errorsEv) {
    Map<String, Double> off = new LinkedHashMap<>();
    if (errorsEv.size() < FEWEST_MATERIALS) {
      return off;
    }
    double[] all = errorsEv.values().stream().mapToDouble(Double::doubleValue).toArray();
    double middle = new Median().evaluate(all);
    double deviation =
        new Median().evaluate(Arrays.stream(all).map(e -> Math.abs(e - middle)).toArray());
    double most = Math.max(MOST_DEVIATIONS * deviation, SMALLEST_EV);
    errorsEv.entrySet().stream()
        .filter(entry -> Math.abs(entry.getValue() - middle) > most)
        .sorted((a, b) -> Double.compare(Math.abs(b.getValue()), Math.abs(a.getValue())))
        .forEach(entry -> off.put(entry.getKey(), entry.getValue()));
    return off;
  }
}
