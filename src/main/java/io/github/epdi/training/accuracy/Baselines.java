package io.github.epdi.training.accuracy;

import io.github.epdi.image.MeanLocalPotential;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.examples.LabelledGrid;
import io.github.epdi.training.examples.LabelledSite;
import io.github.epdi.training.examples.SiteValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Predicts without a network. The baselines are fitted to the training part alone. They are the
 * mean of its labels, a line through the mean local potential for each kind of site and host group,
 * and the bridge rule E_B = (E_T + E_H) / 2 + constant with predicted E_T and E_H.
 */
public final class Baselines {
  private final double meanEv;
  private final Map<String, SimpleRegression> lines = new TreeMap<>();
  private final double bridgeEv;

  public Baselines(List<LabelledSite> training) {
    this(training, new SiteValues(training, LabelledSite::labelEv));
  }

  /**
   * Fits baselines whose bridge rule may look at more neighbours than were trained on.
   *
   * @param labels labels of stable sites
   */
  public Baselines(List<LabelledSite> training, SiteValues labels) {
    meanEv = training.stream().mapToDouble(LabelledSite::labelEv).average().orElseThrow();
    for (LabelledSite site : training) {
      double potential = potentialEv(site);
      // The line of the kind alone serves where the training part has fewer than two labels of the
      // host group.
      for (String group : List.of(group(site), site.kind().name())) {
        lines
            .computeIfAbsent(group, g -> new SimpleRegression())
            .addData(potential, site.labelEv());
      }
    }
    List<Double> excess = new ArrayList<>();
    for (LabelledSite site : training) {
      neighboursMeanEv(site, labels).ifPresent(mean -> excess.add(site.labelEv() - mean));
    }
    bridgeEv = excess.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Returns the mean of the training labels in eV. */
  public double meanEv() {
    return meanEv;
  }

  /** Returns the line's value for a site in eV, or the mean where no line can be drawn. */
  public double lineEv(LabelledSite site) {
    double potential = potentialEv(site);
    for (String group : List.of(group(site), site.kind().name())) {
      SimpleRegression line = lines.get(group);
      if (line != null && Double.isFinite(line.predict(potential))) {
        return line.predict(potential);
      }
    }
    return meanEv;
  }

  /**
   * Returns the bridge rule's value for a saddle in eV. It is empty for other sites and where a
   * neighbour has no energy among the given ones.
   */
  public OptionalDouble bridgeEv(LabelledSite site, SiteValues energies) {
    OptionalDouble mean = neighboursMeanEv(site, energies);
    return mean.isPresent() && Double.isFinite(bridgeEv)
        ? OptionalDouble.of(mean.getAsDouble() + bridgeEv)
        : OptionalDouble.empty();
  }

  /**
   * Returns the mean energy of the two sites that a saddle joins. It is empty for other sites and
   * where one of the two has no energy.
   */
  public static OptionalDouble neighboursMeanEv(LabelledSite site, SiteValues energies) {
    if (site.kind() != SiteKind.B) {
      return OptionalDouble.empty();
    }
    LabelledGrid grid = site.grid();
    Hop hop = grid.graph().hops().get(site.match().site().number());
    AdsorptionSite top = grid.graph().tops().get(hop.top());
    AdsorptionSite hollow = grid.graph().hollows().get(hop.hollow());
    OptionalDouble first = energies.of(grid, top);
    OptionalDouble second = energies.of(grid, hollow);
    return first.isPresent() && second.isPresent()
        ? OptionalDouble.of((first.getAsDouble() + second.getAsDouble()) / 2)
        : OptionalDouble.empty();
  }

  private static String group(LabelledSite site) {
    return site.kind() + " of " + site.grid().reading().slab().hostGroup();
  }

  private static double potentialEv(LabelledSite site) {
    LabelledGrid grid = site.grid();
    return MeanLocalPotential.DEFAULT.ofSite(grid.potential(), site.representative());
  }
}
