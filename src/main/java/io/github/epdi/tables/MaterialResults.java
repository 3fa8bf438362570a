package io.github.epdi.tables;

import io.github.epdi.pes.SurfaceResult;
import io.github.epdi.structure.SurfaceGraph;
import java.util.List;

/**
 * The rows of one side of one material.
 *
 * @param sites T, then H sites by number
 * @param hops hops by number
 * @param barriers paths in the order of the graph
 * @param material the side as a whole
 */
public record MaterialResults(
    List<SiteRow> sites, List<HopRow> hops, List<BarrierRow> barriers, MaterialRow material) {
  /** Copies the lists. */
  public MaterialResults {
    sites = List.copyOf(sites);
    hops = List.copyOf(hops);
    barriers = List.copyOf(barriers);
  }

  /**
   * Formats what was computed for a side as rows.
   *
   * @param levels electronic levels seen from the side; null where the model needs none
   * @param doubts why the model was not trained for this side
   */
  public static MaterialResults of(
      MaterialDescription material,
      SurfaceResult result,
      LevelColumns levels,
      Remarks remarks,
      Doubts doubts) {
    SurfaceGraph graph = result.graph();
    return new MaterialResults(
        result.sites().stream()
            .map(site -> SiteRow.of(material, graph, site, doubts.flags(site.site())))
            .toList(),
        result.hops().stream()
            .map(hop -> HopRow.of(material, graph, hop, doubts.flags(hop.bridge().site())))
            .toList(),
        result.paths().stream()
            .map(path -> BarrierRow.of(material, graph, path, doubts.flags()))
            .toList(),
        MaterialRow.of(material, result, levels, remarks.with(doubts.flags()), doubts.reasons()));
  }
}
