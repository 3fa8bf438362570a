package io.github.epdi.training.accuracy;

import io.github.epdi.image.LocalProfile;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.examples.LabelledGrid;
import io.github.epdi.training.examples.LabelledSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A baseline without images. It is a ridge regression on the radial profile of the potential (means
 * over rings at the heights of the images) and on the kind of site.
 */
public final class ProfileRidge {
  private final List<Double> heightsAngstrom;
  private final Map<String, LocalProfile> profiles = new HashMap<>();
  private final RidgeRegression ridge;

  /** Fits the regression, which is to be given the training part alone. */
  public ProfileRidge(
      List<LabelledSite> training, double[] valuesEv, List<Double> heightsAngstrom) {
    this.heightsAngstrom = List.copyOf(heightsAngstrom);
    this.ridge =
        RidgeRegression.fit(training.stream().map(this::row).toArray(double[][]::new), valuesEv);
  }

  /** Returns the value for any site in eV. */
  public double valueEv(LabelledSite site) {
    return ridge.value(row(site));
  }

  private double[] row(LabelledSite site) {
    LabelledGrid grid = site.grid();
    LocalProfile profile =
        profiles.computeIfAbsent(grid.materialId(), id -> new LocalProfile(grid.potential()));
    int rings = heightsAngstrom.size() * LocalProfile.RINGS;
    double[] row = new double[rings + SiteKind.values().length];
    for (int i = 0; i < heightsAngstrom.size(); i++) {
      System.arraycopy(
          profile.rings(site.representative(), heightsAngstrom.get(i)),
          0,
          row,
          i * LocalProfile.RINGS,
          LocalProfile.RINGS);
    }
    row[rings + site.kind().ordinal()] = 1;
    return row;
  }
}
