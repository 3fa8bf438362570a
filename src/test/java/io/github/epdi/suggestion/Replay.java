package io.github.epdi.suggestion;

import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.model.physics.AffinityPart;
import io.github.epdi.model.physics.LabelledDescriptors;
import io.github.epdi.model.physics.SiteDescriptors;
import io.github.epdi.structure.SiteKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Labels of a set as if they were calculated one after another. All labels of six materials are
 * known at first. After each step the model is fitted to what is known, and what it says of every
 * material is compared with all labels: for known sites the label itself, for others the
 * prediction, whatever the order was made by.
 */
final class Replay {
  /** Materials whose labels are all known at first. */
  static final int STARTED = 6;

  /** Places of the ranking that count. */
  static final int BEST = 10;

  /** How the next labels are chosen. */
  enum Order {
    /** As the command does: two sites of a material, by the open places that they close. */
    SUGGESTED,
    /** The same two sites of a material drawn at random. */
    RANDOM_MATERIALS,
    /** Sites drawn at random. */
    RANDOM_SITES
  }

  /**
   * What is measured at one number of labels.
   *
   * @param maeEv mean absolute error of the range (highest bridge less lowest other site), eV
   * @param spearman rank correlation of the range over all materials
   * @param found materials of the true best that are among the predicted best
   */
  record Measured(double maeEv, double spearman, double found) {}

  /** What is thought of a material's labelled sites. */
  private record Belief(List<Integer> sites, RealVector ev, RealMatrix covariance) {
    int extreme(List<Site> all, boolean bridge) {
      int extreme = -1;
      for (int s = 0; s < sites.size(); s++) {
        boolean isBridge = all.get(sites.get(s)).row.site().kind() == SiteKind.B;
        double above = extreme < 0 ? 0 : ev.getEntry(s) - ev.getEntry(extreme);
        boolean further = extreme < 0 || (bridge ? above > 0 : above < 0);
        if (isBridge == bridge && further) {
          extreme = s;
        }
      }
      return extreme;
    }
  }

  private record Site(LabelledDescriptors row) {}

  private final List<Site> sites;
  private final Map<String, List<Integer>> materials = new LinkedHashMap<>();
  private final boolean[] known;
  private final Random random;
  private final Order order;

  /** Starts with all labels of six materials, which depend on the seed alone. */
  Replay(List<AffinityPart.Row> rows, Order order, long seed) {
    this.order = order;
    this.sites =
        rows.stream()
            .map(
                row ->
                    new Site(
                        new LabelledDescriptors(
                            row.materialId(),
                            new SiteDescriptors(
                                row.kind(),
                                row.values().stream().mapToDouble(Double::doubleValue).toArray()),
                            row.energyEv())))
            .toList();
    for (int i = 0; i < sites.size(); i++) {
      materials.computeIfAbsent(sites.get(i).row().materialId(), id -> new ArrayList<>()).add(i);
    }
    this.known = new boolean[sites.size()];
    this.random = new Random(seed);
    List<String> names = new ArrayList<>(materials.keySet());
    Collections.sort(names);
    Collections.shuffle(names, random);
    names.subList(0, STARTED).forEach(name -> materials.get(name).forEach(i -> known[i] = true));
  }

  int labels() {
    return (int) IntStream.range(0, known.length).filter(i -> known[i]).count();
  }

  int unknown() {
    return known.length - labels();
  }

  private AffinityModel fit(String without) {
    return new AffinityModel(
        IntStream.range(0, sites.size())
            .filter(i -> known[i] && !sites.get(i).row().materialId().equals(without))
            .mapToObj(i -> sites.get(i).row())
            .toList());
  }

  /** Measures what is known by now against all labels. */
  Measured measure() {
    AffinityModel model = fit("");
    List<Double> said = new ArrayList<>();
    List<Double> labelled = new ArrayList<>();
    materials.forEach(
        (name, own) -> {
          List<SiteDescriptors> described =
              own.stream().map(i -> sites.get(i).row().site()).toList();
          boolean touched = own.stream().anyMatch(i -> known[i]);
          double[] ev = touched ? model.energiesEv(described, name) : model.energiesEv(described);
          double[] label = own.stream().mapToDouble(i -> sites.get(i).row().energyEv()).toArray();
          for (int s = 0; s < ev.length; s++) {
            ev[s] = known[own.get(s)] ? label[s] : ev[s];
          }
          said.add(range(own, ev));
          labelled.add(range(own, label));
        });
    double mae =
        IntStream.range(0, said.size())
            .mapToDouble(m -> Math.abs(said.get(m) - labelled.get(m)))
            .average()
            .orElseThrow();
    double[] one = said.stream().mapToDouble(Double::doubleValue).toArray();
    double[] other = labelled.stream().mapToDouble(Double::doubleValue).toArray();
    List<Integer> best = lowest(one);
    best.retainAll(lowest(other));
    return new Measured(mae, new SpearmansCorrelation().correlation(one, other), best.size());
  }

  private static List<Integer> lowest(double[] values) {
    return new ArrayList<>(
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .limit(BEST)
            .toList());
  }

  private double range(List<Integer> own, double[] ev) {
    double highest = Double.NEGATIVE_INFINITY;
    double lowest = Double.POSITIVE_INFINITY;
    for (int s = 0; s < ev.length; s++) {
      if (sites.get(own.get(s)).row().site().kind() == SiteKind.B) {
        highest = Math.max(highest, ev[s]);
      } else {
        lowest = Math.min(lowest, ev[s]);
      }
    }
    return highest - lowest;
  }

  /** Reveals so many labels, or all that are left. */
  void reveal(int labels) {
    int left = Math.min(labels, unknown());
    int before = labels();
    if (order == Order.SUGGESTED) {
      revealSuggested(left);
    } else if (order == Order.RANDOM_MATERIALS) {
      revealMaterials(left);
    }
    revealAtRandom(left - (labels() - before));
  }

  private void revealAtRandom(int labels) {
    List<Integer> left =
        new ArrayList<>(IntStream.range(0, known.length).filter(i -> !known[i]).boxed().toList());
    Collections.shuffle(left, random);
    left.subList(0, labels).forEach(i -> known[i] = true);
  }

  private void revealMaterials(int labels) {
    Map<String, Belief> beliefs = beliefs();
    List<String> names = new ArrayList<>(materials.keySet());
    Collections.shuffle(names, random);
    int left = labels;
    for (String name : names) {
      left -= reveal(beliefs.get(name), left);
    }
  }

  private void revealSuggested(int labels) {
    int left = labels;
    while (left > 0) {
      Map<String, Belief> beliefs = beliefs();
      List<Contender> contenders = new ArrayList<>();
      beliefs.forEach((name, belief) -> contenders.add(contender(name, belief)));
      Selection selection = new Selection(contenders, BEST, Math.max(2, left));
      int revealed = 0;
      for (Choice choice : selection.choices()) {
        revealed += reveal(beliefs.get(selection.contender(choice).name()), left - revealed);
      }
      left -= revealed;
      if (revealed == 0) {
        return; // nothing is worth calculating: the rest is drawn at random
      }
    }
  }

  /** Reveals the sites that set a material's range as far as the labels go; returns how many. */
  private int reveal(Belief belief, int most) {
    int revealed = 0;
    for (boolean bridge : new boolean[] {false, true}) {
      int site = belief.sites().get(belief.extreme(sites, bridge));
      if (!known[site] && revealed < most) {
        known[site] = true;
        revealed++;
      }
    }
    return revealed;
  }

  private Contender contender(String name, Belief belief) {
    int low = belief.extreme(sites, false);
    int high = belief.extreme(sites, true);
    RealMatrix covariance = belief.covariance();
    double variance =
        covariance.getEntry(high, high)
            + covariance.getEntry(low, low)
            - 2 * covariance.getEntry(low, high);
    double ev = belief.ev().getEntry(high) - belief.ev().getEntry(low);
    String host = "host " + name.replaceFirst("-.*", "");
    String dopant = name.replaceFirst(".*-", "");
    return new Contender(
        name,
        Barrier.of(ev, Math.sqrt(Math.max(0, variance)), null),
        dopant.equals("pristine") ? Set.of(host) : Set.of(host, "dopant " + dopant),
        Contender.Trained.INSIDE,
        2,
        1);
  }

  /**
   * Returns what is thought of each material: what a model without its labels says, conditioned on
   * its labels that are known.
   */
  private Map<String, Belief> beliefs() {
    AffinityModel all = fit("");
    Map<String, Belief> beliefs = new LinkedHashMap<>();
    materials.forEach(
        (name, own) -> {
          boolean touched = own.stream().anyMatch(i -> known[i]);
          AffinityModel model = touched ? fit(name) : all;
          List<SiteDescriptors> described =
              own.stream().map(i -> sites.get(i).row().site()).toList();
          beliefs.put(
              name,
              conditioned(own, model.energiesEv(described), model.errorCovariance(described)));
        });
    return beliefs;
  }

  private Belief conditioned(List<Integer> own, double[] ev, double[][] covariance) {
    int[] seen = IntStream.range(0, own.size()).filter(s -> known[own.get(s)]).toArray();
    RealMatrix all = new Array2DRowRealMatrix(covariance);
    if (seen.length == 0) {
      return new Belief(own, new ArrayRealVector(ev), all);
    }
    int[] every = IntStream.range(0, own.size()).toArray();
    RealMatrix cross = all.getSubMatrix(every, seen);
    RealMatrix inner = all.getSubMatrix(seen, seen);
    RealMatrix gain =
        new CholeskyDecomposition(inner, 1e-9, 1e-14)
            .getSolver()
            .solve(cross.transpose())
            .transpose();
    double[] missing =
        Arrays.stream(seen)
            .mapToDouble(s -> sites.get(own.get(s)).row().energyEv() - ev[s])
            .toArray();
    double[] shift = gain.operate(missing);
    double[] moved = IntStream.range(0, ev.length).mapToDouble(s -> ev[s] + shift[s]).toArray();
    return new Belief(
        own, new ArrayRealVector(moved), all.subtract(gain.multiply(cross.transpose())));
  }
}
