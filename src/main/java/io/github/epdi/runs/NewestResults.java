package io.github.epdi.runs;

import io.github.epdi.runs.scan.HiddenRows;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.encoding.SharedColumns;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the results that newer ones hide. Of all runs that screened or rejected a material, the one
 * that was committed last holds its newest result, whole.
 */
final class NewestResults {
  private NewestResults() {}

  /**
   * Returns the rows that no table of newest results shows. Of each grid and reject the material's
   * id is read here, by the order of commits from the last one on; an output of one run needs none.
   */
  static HiddenRows hidden(VisibleRows visible) {
    List<String> order = visible.manifest().commitOrder();
    if (order.size() < 2) {
      return HiddenRows.none();
    }
    Set<String> newer = new HashSet<>();
    Set<String> wholeRuns = new HashSet<>();
    Map<String, Set<String>> hidden = new HashMap<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      Set<String> shown = new HashSet<>();
      Set<String> hiddenHere = new HashSet<>();
      for (String id : materials(visible, order.get(i))) {
        (newer.contains(id) ? hiddenHere : shown).add(id);
      }
      if (shown.isEmpty()) {
        wholeRuns.add(order.get(i));
      } else if (!hiddenHere.isEmpty()) {
        hidden.put(order.get(i), hiddenHere);
      }
      newer.addAll(shown);
    }
    return new HiddenRows(SharedColumns.MATERIAL_ID, wholeRuns, hidden);
  }

  private static Set<String> materials(VisibleRows visible, String runId) {
    Set<String> ids =
        new HashSet<>(visible.texts(GridsTable.TABLE, SharedColumns.MATERIAL_ID, runId));
    ids.addAll(visible.texts(RejectsTable.TABLE, SharedColumns.MATERIAL_ID, runId));
    return ids;
  }
}
