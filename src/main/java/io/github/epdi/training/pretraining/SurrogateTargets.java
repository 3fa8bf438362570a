package io.github.epdi.training.pretraining;

import io.github.epdi.image.LocalProfile;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.examples.ImageSite;
import io.github.epdi.training.examples.LabelledGrid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What pretraining asks of an image. The targets are numbers that the potential itself determines,
 * without any calculation of lithium. They are, for each of three heights, the means over rings
 * around the site and the strengths of the waves around them ({@link LocalProfile}), and then the
 * kind of the site. Each is centred and scaled over the training sites, and cut at four deviations.
 */
public final class SurrogateTargets {
  /** Heights of the planes above the anchor in Angstrom. */
  public static final List<Double> HEIGHTS_ANGSTROM = List.of(1.5, 2.0, 3.0);

  /** Number of targets. */
  public static final int COUNT =
      HEIGHTS_ANGSTROM.size() * (LocalProfile.RINGS + LocalProfile.WAVES)
          + SiteKind.values().length;

  private static final double MOST_DEVIATIONS = 4;

  private final double[] mean = new double[COUNT];
  private final double[] deviation = new double[COUNT];
  private final Map<String, LocalProfile> profiles = new HashMap<>();

  /** Scales the targets over the training sites, of which there must be at least one. */
  SurrogateTargets(List<? extends ImageSite> training) {
    List<double[]> all = new ArrayList<>();
    training.forEach(site -> all.add(raw(site)));
    for (int i = 0; i < COUNT; i++) {
      double sum = 0;
      double squares = 0;
      for (double[] values : all) {
        sum += values[i];
        squares += values[i] * values[i];
      }
      mean[i] = sum / all.size();
      double variance = squares / all.size() - mean[i] * mean[i];
      // A number that is the same everywhere teaches nothing and is left at zero.
      deviation[i] = variance > 1e-18 ? Math.sqrt(variance) : Double.POSITIVE_INFINITY;
    }
  }

  /** Returns the targets of a site, {@link #COUNT} of them. */
  float[] of(ImageSite site) {
    double[] values = raw(site);
    float[] scaled = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      double z = (values[i] - mean[i]) / deviation[i];
      scaled[i] = (float) Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, z));
    }
    return scaled;
  }

  private double[] raw(ImageSite site) {
    LabelledGrid grid = site.grid();
    LocalProfile profile =
        profiles.computeIfAbsent(grid.materialId(), id -> new LocalProfile(grid.potential()));
    AdsorptionSite at = site.representative();
    double[] values = new double[COUNT];
    int next = 0;
    for (double height : HEIGHTS_ANGSTROM) {
      for (double[] part : List.of(profile.rings(at, height), profile.waves(at, height))) {
        System.arraycopy(part, 0, values, next, part.length);
        next += part.length;
      }
    }
    if (site.kind() != null) {
      values[next + site.kind().ordinal()] = 1;
    }
    return values;
  }
}
