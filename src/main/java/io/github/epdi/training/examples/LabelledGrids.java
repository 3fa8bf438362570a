package io.github.epdi.training.examples;

import io.github.epdi.dataset.Label;
import io.github.epdi.dataset.SiteMatch;
import io.github.epdi.dataset.SiteMatcher;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.ReadingRequest.Depth;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.image.MeanLocalPotential;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the grids of labelled materials and gives each label its site.
 *
 * @param grids the materials that can be used, by name
 * @param problems labels and grids that could not be used, one line each
 */
public record LabelledGrids(List<LabelledGrid> grids, List<String> problems) {
  private static final double SYMMETRY_TOLERANCE_ANGSTROM = 0.05;
  private static final int PROBLEMS_SHOWN = 5;

  public LabelledGrids {
    grids = List.copyOf(grids);
    problems = List.copyOf(problems);
  }

  /**
   * Reads all materials, in the order of their names. What cannot be used is named in the problems.
   */
  public static LabelledGrids read(
      List<Label> labels, GridFiles files, GridSource source, List<Double> heightsAngstrom) {
    Map<String, List<Label>> byMaterial = new TreeMap<>();
    labels.forEach(l -> byMaterial.computeIfAbsent(l.materialId(), m -> new ArrayList<>()).add(l));
    ReadingRequest request =
        request(
            source.side(),
            source.conventions(),
            heightsAngstrom,
            List.of(MeanLocalPotential.DEFAULT.heightAngstrom()));
    List<LabelledGrid> grids = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, List<Label>> entry : byMaterial.entrySet()) {
      String uri = source.uri(entry.getKey(), entry.getValue());
      try {
        GridReading reading = files.read(uri, request);
        if (reading instanceof GridReading.Rejected rejected) {
          problems.add(rejected.reject().message() + " [" + uri + "]");
          continue;
        }
        List<SiteMatch> matches = match(reading.accepted(), source, entry.getValue(), problems);
        if (!matches.isEmpty()) {
          grids.add(new LabelledGrid(entry.getKey(), reading.accepted(), source.side(), matches));
        }
      } catch (UncheckedIOException e) {
        problems.add("Cannot read the grid of " + entry.getKey() + ": " + e.getMessage());
      }
    }
    return new LabelledGrids(grids, problems);
  }

  /**
   * Returns the request by which training reads grids.
   *
   * @param heightsAngstrom heights of the images
   * @param moreAngstrom heights at which the potential is needed for something else
   */
  public static ReadingRequest request(
      Side side,
      PotentialConventions conventions,
      List<Double> heightsAngstrom,
      List<Double> moreAngstrom) {
    TreeSet<Double> heights = new TreeSet<>(heightsAngstrom);
    heights.addAll(moreAngstrom);
    return new ReadingRequest(
        List.of(side),
        List.copyOf(heights),
        conventions,
        GridLimits.DEFAULT,
        SYMMETRY_TOLERANCE_ANGSTROM,
        Depth.STOP_AT_REJECT);
  }

  /** Throws an {@link InputException} that names the first problems, if there are any. */
  public void requireNoProblems() {
    requireNone(problems, "--skip-unusable goes on without them");
  }

  /**
   * Throws an {@link InputException} that names the first of some problems, if there are any.
   *
   * @param advice what a person can do
   */
  public static void requireNone(List<String> problems, String advice) {
    if (problems.isEmpty()) {
      return;
    }
    int shown = Math.min(PROBLEMS_SHOWN, problems.size());
    String rest = problems.size() > shown ? "; and " + (problems.size() - shown) + " more" : "";
    throw new InputException(
        String.join("; ", problems.subList(0, shown)) + rest + " (" + advice + ")");
  }

  /**
   * Gives each label of a material its site. A label of the other side, one without a site, and a
   * second one of the same site are added to the problems.
   */
  public static List<SiteMatch> match(
      GridReading.Accepted reading, GridSource source, List<Label> labels, List<String> problems) {
    SiteMatcher matcher =
        new SiteMatcher(reading.structure().lattice(), reading.graph(source.side()));
    Map<String, Label> taken = new HashMap<>();
    List<SiteMatch> matches = new ArrayList<>();
    for (Label label : labels) {
      if (label.side() != null && label.side() != source.side()) {
        problems.add(
            "Cannot use label of "
                + label.place()
                + ": expected one of the "
                + source.side().label()
                + " side, found "
                + label.side().label()
                + " (--side)");
        continue;
      }
      SiteMatch match = matcher.match(label);
      if (!match.isMatched()) {
        problems.add(match.problem());
        continue;
      }
      Label first = taken.putIfAbsent(match.site().id(), label);
      if (first == null) {
        matches.add(match);
      } else {
        problems.add(
            "Cannot use label of "
                + label.place()
                + ": its site "
                + match.site().id()
                + " has the label of "
                + first.place()
                + " already");
      }
    }
    return matches;
  }
}
