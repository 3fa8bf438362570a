package io.github.epdi.report.figure;

import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.BarrierRow;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.SiteRow;
import java.util.Comparator;
import java.util.List;

/**
 * One side of one material with its rows of all tables.
 *
 * @param runId id of the run that the rows belong to
 * @param row the side as a whole
 * @param grid the grid that it was screened from
 * @param sites its T and H sites
 * @param hops its hops
 * @param paths its symmetry-unique paths
 */
public record ScreenedMaterial(
    String runId,
    MaterialRow row,
    GridRow grid,
    List<SiteRow> sites,
    List<HopRow> hops,
    List<BarrierRow> paths) {
  /** Copies the lists. */
  public ScreenedMaterial {
    sites = List.copyOf(sites);
    hops = List.copyOf(hops);
    paths = List.copyOf(paths);
  }

  /** Returns sites, hops and energies, for maps and for finding the sites of labels. */
  public ScreenedSurface surface() {
    return ScreenedSurface.of(lattice(), sites, hops);
  }

  /** Returns the cell. */
  public Lattice lattice() {
    return Lattice.of(
        grid.file().cell().stream()
            .map(vector -> vector.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new));
  }

  /** Returns the same side without its rows of other tables, as it stands in a ranking. */
  public RankedMaterial ranked() {
    return new RankedMaterial(runId, row);
  }

  /** Returns the side. */
  public Side side() {
    return ranked().side();
  }

  /** Returns the name for figures and links, which is material and side. */
  public String name() {
    return ranked().name();
  }

  /** Returns the path with the lowest barrier. */
  public BarrierRow lowestPath() {
    return paths.stream()
        .filter(path -> path.pathId().equals(row.energies().lowestBarrier().pathId()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot report "
                        + name()
                        + ": expected path "
                        + row.energies().lowestBarrier().pathId()
                        + ", found no such row"));
  }

  /** Returns all paths, those with the lowest barrier of either direction first. */
  public List<BarrierRow> pathsByBarrier() {
    return paths.stream()
        .sorted(
            Comparator.comparingDouble(
                    (BarrierRow p) ->
                        Math.min(
                            p.barriers().forwardEv().value(), p.barriers().reverseEv().value()))
                .thenComparing(BarrierRow::pathId))
        .toList();
  }
}
