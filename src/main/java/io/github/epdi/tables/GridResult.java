package io.github.epdi.tables;

import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;

/**
 * Everything that one grid gives a run, which is either its rows of all tables or why it was
 * rejected.
 *
 * @param inputUri the file that the grid was read from
 * @param grid row of grids; null if rejected
 * @param reject row of rejects; null if screened
 * @param sites T, then H sites by number, one side after the other
 * @param hops hops by number, one side after the other
 * @param barriers paths in the order of the graph, one side after the other
 * @param materials one row for each side
 */
public record GridResult(
    @TableColumn(name = INPUT_URI, meaning = "File that the result is of.", key = true)
        String inputUri,
    @TableColumn(name = "grid", meaning = "Row of grids; null if rejected.", nullable = true)
        GridRow grid,
    @TableColumn(name = "reject", meaning = "Row of rejects; null if screened.", nullable = true)
        RejectRow reject,
    @TableColumn(name = "sites", meaning = "Rows of sites.") List<SiteRow> sites,
    @TableColumn(name = "hops", meaning = "Rows of hops.") List<HopRow> hops,
    @TableColumn(name = "barriers", meaning = "Rows of barriers.") List<BarrierRow> barriers,
    @TableColumn(name = "materials", meaning = "Rows of materials.") List<MaterialRow> materials) {
  /** The name of the column that says which file a result, a grid or a reject is from. */
  public static final String INPUT_URI = "input_uri";

  /** The name of the column with the digest of everything that determines a result. */
  public static final String IDENTITY = "identity";

  /** Copies the lists, and refuses a result that is not of either a screened or a rejected grid. */
  public GridResult {
    if ((grid == null) == (reject == null)) {
      throw new IllegalArgumentException(
          "Cannot make a result of " + inputUri + ": expected either a grid or a reject");
    }
    sites = List.copyOf(sites);
    hops = List.copyOf(hops);
    barriers = List.copyOf(barriers);
    materials = List.copyOf(materials);
  }

  /** Makes the result of a screened grid. */
  public static GridResult screened(GridRow grid, List<MaterialResults> sides) {
    return new GridResult(
        grid.key().inputUri(),
        grid,
        null,
        sides.stream().flatMap(side -> side.sites().stream()).toList(),
        sides.stream().flatMap(side -> side.hops().stream()).toList(),
        sides.stream().flatMap(side -> side.barriers().stream()).toList(),
        sides.stream().map(MaterialResults::material).toList());
  }

  /** Makes the result of a rejected grid. */
  public static GridResult rejected(RejectRow reject) {
    return new GridResult(
        reject.key().inputUri(), null, reject, List.of(), List.of(), List.of(), List.of());
  }
}
