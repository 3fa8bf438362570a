package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the slab that a calculation belongs to. A run that was suggested belongs to the slab that
 * the list of suggested runs names. For others only slabs that share the longest part of the path
 * are considered. If there are several, the one with the same cell and atoms is taken.
 */
final class SlabChooser {
  private final List<BareSlab> slabs;
  private final Element ion;
  private final ListedSlabs listed;

  SlabChooser(List<BareSlab> slabs, Element ion, ListedSlabs listed) {
    this.slabs = List.copyOf(slabs);
    this.ion = ion;
    this.listed = listed;
  }

  /**
   * Returns the slab of a structure with ions.
   *
   * @throws UnusableException NO_SLAB, REJECTED_SLAB or AMBIGUOUS_SLAB
   */
  BareSlab of(RunFolder folder, CrystalStructure structure) {
    BareSlab own = listed.of(folder);
    if (own != null) {
      return usable(own);
    }
    List<BareSlab> near = nearest(folder);
    if (near.isEmpty()) {
      String grid = listed.gridUri(folder);
      throw UnusableException.of(
          ImportCode.NO_SLAB,
          "a bare slab with a potential grid above or beside it"
              + (grid == null
                  ? " (or --slab)"
                  : ", or " + grid + " that " + RunList.NAME + " names"),
          "none");
    }
    if (near.size() == 1) {
      return usable(near.get(0));
    }
    List<BareSlab> fitting = new ArrayList<>();
    UnusableException mismatch = null;
    for (BareSlab slab : near) {
      try {
        usable(slab).surface().requireSlabOf(structure, ion);
        fitting.add(slab);
      } catch (UnusableException e) {
        mismatch = e;
      }
    }
    if (fitting.isEmpty()) {
      throw new UnusableException(
          ImportCode.NO_SLAB,
          "Cannot import it: expected one of "
              + near.size()
              + " slabs beside it to fit, found none; of the last: "
              + mismatch.getMessage());
    }
    if (fitting.size() > 1) {
      throw UnusableException.of(
          ImportCode.AMBIGUOUS_SLAB,
          "one slab that fits (--slab names it)",
          String.join(" and ", fitting.stream().map(BareSlab::materialId).toList()));
    }
    return fitting.get(0);
  }

  private static BareSlab usable(BareSlab slab) {
    if (!slab.isUsable()) {
      throw new UnusableException(
          ImportCode.REJECTED_SLAB,
          "Cannot import it: its slab "
              + slab.materialId()
              + " is rejected, "
              + slab.problem().code()
              + ": "
              + slab.problem().getMessage());
    }
    return slab;
  }

  private List<BareSlab> nearest(RunFolder folder) {
    List<BareSlab> nearest = new ArrayList<>();
    int most = -1;
    for (BareSlab slab : slabs) {
      int shared = shared(slab.folder().uri(), folder.uri());
      if (shared > most) {
        nearest.clear();
        most = shared;
      }
      if (shared == most) {
        nearest.add(slab);
      }
    }
    return nearest;
  }

  /** Returns how many leading folders two paths have in common. */
  private static int shared(String one, String other) {
    String[] first = one.split("/", -1);
    String[] second = other.split("/", -1);
    int n = 0;
    while (n < first.length && n < second.length && first[n].equals(second[n])) {
      n++;
    }
    return n;
  }
}
