package io.github.epdi.training.accuracy;

import io.github.epdi.dataset.SiteMatch;
import io.github.epdi.image.MeanLocalPotential;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.tables.study.StudyCorrelationRow;
import io.github.epdi.training.examples.LabelledGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Tests the first conclusion of the paper's abstract on our data. It correlates mean local
 * potential and binding energy for each kind of site, within each material and over the materials
 * of a host group.
 */
public final class PotentialCorrelations {
  private static final String ALL = "(all)";
  private static final int FEWEST = 3;

  private record Point(String materialId, double potentialEv, double energyEv) {}

  private PotentialCorrelations() {}

  /** Returns the correlations within each material and over all materials of each host group. */
  public static List<StudyCorrelationRow> of(List<LabelledGrid> grids) {
    Map<List<String>, List<Point>> points = new TreeMap<>(PotentialCorrelations::compare);
    for (LabelledGrid grid : grids) {
      String group = String.valueOf(grid.reading().slab().hostGroup());
      for (SiteMatch match : grid.matches()) {
        double potential =
            MeanLocalPotential.DEFAULT.ofSite(grid.potential(), match.representative());
        Point point = new Point(grid.materialId(), potential, match.label().energyEv());
        String kind = match.site().kind().name();
        for (String material : List.of(ALL, grid.materialId())) {
          points.computeIfAbsent(List.of(group, material, kind), k -> new ArrayList<>()).add(point);
        }
      }
    }
    return points.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
  }

  /** Orders keys by group, then all materials before single ones, then T, H, B. */
  private static int compare(List<String> one, List<String> two) {
    int byGroup = one.get(0).compareTo(two.get(0));
    int byMaterial = byGroup != 0 ? byGroup : one.get(1).compareTo(two.get(1));
    return byMaterial != 0
        ? byMaterial
        : SiteKind.valueOf(one.get(2)).compareTo(SiteKind.valueOf(two.get(2)));
  }

  private static StudyCorrelationRow row(List<String> key, List<Point> points) {
    double[] x = points.stream().mapToDouble(Point::potentialEv).toArray();
    double[] y = points.stream().mapToDouble(Point::energyEv).toArray();
    boolean enough = points.size() >= FEWEST;
    return new StudyCorrelationRow(
        key.get(1),
        key.get(0),
        key.get(2),
        (int) points.stream().map(Point::materialId).distinct().count(),
        points.size(),
        enough ? new PearsonsCorrelation().correlation(x, y) : null,
        enough ? new SpearmansCorrelation().correlation(x, y) : null);
  }
}
