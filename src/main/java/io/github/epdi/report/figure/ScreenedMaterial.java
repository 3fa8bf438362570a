package io.github.epdi.report.figure;

import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.BarrierRow;
import io.github.epdi.tables.DopantValue;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.SiteRow;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One side of one material with all its rows.
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
  private static final String PRISTINE = "pristine";

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

  /** Returns the side. */
  public Side side() {
    return row.side().equals(Side.TOP.label()) ? Side.TOP : Side.BOTTOM;
  }

  /** Returns the name for figures and links, which is material and side. */
  public String name() {
    return row.materialId() + ", " + row.side() + " side";
  }

  /** Returns host and phase, within which dopants are compared. */
  public String hostLabel() {
    return row.host().host() + " " + row.host().phase();
  }

  /**
   * Returns the elements of the dopants in the order of the periodic table, joined by +, or
   * "pristine" if there are none.
   */
  public String dopantLabel() {
    return row.host().dopants().isEmpty()
        ? PRISTINE
        : row.host().dopants().stream()
            .map(DopantValue::element)
            .sorted(Comparator.comparingInt(ScreenedMaterial::number))
            .collect(Collectors.joining("+"));
  }

  public boolean isPristine() {
    return row.host().dopants().isEmpty();
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

  private static int number(String symbol) {
    return Element.ofSymbol(symbol).map(Element::atomicNumber).orElse(0);
  }
}
