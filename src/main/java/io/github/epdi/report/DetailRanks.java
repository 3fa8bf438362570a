package io.github.epdi.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ranks, from 0, of the materials of a report that have details.
 *
 * @param inPage those whose details are in the page itself, ascending
 * @param beside those whose details are in pages beside it, ascending
 */
record DetailRanks(List<Integer> inPage, List<Integer> beside) {
  /** Copies the lists. */
  DetailRanks {
    inPage = List.copyOf(inPage);
    beside = List.copyOf(beside);
  }

  /** Returns the ranks of all materials with details, ascending. */
  Set<Integer> all() {
    Set<Integer> all = new TreeSet<>(inPage);
    all.addAll(beside);
    return all;
  }

  /** Returns how many materials have details. */
  int count() {
    return inPage.size() + beside.size();
  }
}
