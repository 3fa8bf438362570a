package io.github.epdi.report;

import io.github.epdi.report.figure.RankedMaterial;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says which materials of a report have details, which are map, curves and numbers. In a large
 * campaign those of all materials are files of hundreds of megabytes that nobody looks at.
 *
 * @param inPage how many of the best have details in the page itself, with pictures of their grids
 * @param beside how many of the next have details in pages beside it
 * @param named ids of further materials that have details in the page itself
 */
public record DetailChoice(int inPage, int beside, Set<String> named) {
  /** A number of materials that no report reaches. */
  public static final int ALL = Integer.MAX_VALUE;

  /** Chooses the best 50 for the page and the next 1000 for pages beside it. */
  public static final DetailChoice DEFAULT = new DetailChoice(50, 1000, Set.of());

  /** Refuses negative numbers. */
  public DetailChoice {
    if (inPage < 0 || beside < 0) {
      throw new IllegalArgumentException(
          "Cannot make a report: expected details of at least 0 materials, found "
              + inPage
              + " in the page and "
              + beside
              + " beside it");
    }
    named = Set.copyOf(named);
  }

  /**
   * Returns the ranks of the chosen materials.
   *
   * @param ranking all materials, best first
   * @throws InputException if a named material is not among them, naming the nearest
   */
  DetailRanks of(List<RankedMaterial> ranking) {
    List<Integer> page = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    Set<String> missing = new TreeSet<>(named);
    for (int rank = 0; rank < ranking.size(); rank++) {
      String id = ranking.get(rank).row().materialId();
      missing.remove(id);
      if (rank < inPage || named.contains(id)) {
        page.add(rank);
      } else if (others.size() < beside) {
        others.add(rank);
      }
    }
    if (!missing.isEmpty()) {
      String id = missing.iterator().next();
      throw new InputException(
          "Cannot show details of material "
              + id
              + ": expected a material of the ranking, found none of that id (rejected grids and"
              + " materials without energies have no details); the nearest is "
              + NearestName.of(id, ranking.stream().map(m -> m.row().materialId()).toList()));
    }
    return new DetailRanks(page, others);
  }

  /**
   * Returns the materials whose rows a report of this choice needs. These are the chosen ones, the
   * five best, whose reasons are given, and those with labels.
   *
   * @param labelled ids of materials that have labels
   */
  public WantedDetails wanted(Collection<String> labelled) {
    Set<String> ids = new HashSet<>(labelled);
    return ranking -> {
      Set<Integer> ranks = new TreeSet<>(of(ranking).all());
      ranks.addAll(ReportSummary.best(ranking));
      for (int rank = 0; rank < ranking.size(); rank++) {
        if (ids.contains(ranking.get(rank).row().materialId())) {
          ranks.add(rank);
        }
      }
      return ranks.stream().map(ranking::get).toList();
    };
  }
}
