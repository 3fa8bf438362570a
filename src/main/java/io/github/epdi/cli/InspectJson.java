package io.github.epdi.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.grid.GridHeader;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.GridStatistics;
import io.github.epdi.grid.PotentialSign;
import io.github.epdi.grid.ReachedParts;
import io.github.epdi.grid.ValueSummary;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.cell.CellCheck;
import java.util.Map;
import java.util.Optional;

/** Writes one reading as JSON. Keys of what was not reached are null rather than left out. */
final class InspectJson {
  private final ObjectNode node;

  private InspectJson(ObjectNode node) {
    this.node = node;
  }

  /** Returns everything that a reading holds, under the documented keys. */
  static ObjectNode of(ObjectMapper mapper, String file, GridReading reading) {
    InspectJson json = new InspectJson(mapper.createObjectNode());
    json.node.put("file", file);
    ReachedParts reached = reading.reached();
    json.header(reached.header());
    json.structure(reached.structure());
    json.values(reached.values());
    json.slab(reached.slab().orElse(null));
    json.graphs(reached.graphs());
    json.node.put("cell_check", reached.cellCheck().map(CellCheck::label).orElse(null));
    json.node.put("bytes_read", reading.trace().bytesRead());
    ArrayNode flags = json.node.putArray("flags");
    reading.trace().flags().forEach(flags::add);
    json.reject(reading.either(accepted -> null, GridReading.Rejected::reject));
    return json.node;
  }

  private void header(Optional<GridHeader> header) {
    node.put("format", header.map(h -> h.format().label()).orElse(null));
    if (header.isEmpty()) {
      node.putNull("dims");
      return;
    }
    node.putArray("dims").add(header.get().nx()).add(header.get().ny()).add(header.get().nz());
  }

  private void structure(Optional<CrystalStructure> structure) {
    if (structure.isEmpty()) {
      node.putNull("cell").putNull("formula");
      return;
    }
    ArrayNode cell = node.putArray("cell");
    for (double[] row : structure.get().lattice().rows()) {
      cell.addArray().add(row[0]).add(row[1]).add(row[2]);
    }
    node.put("formula", structure.get().formula());
  }

  private void values(ReachedParts.Values values) {
    Optional<ValueSummary> summary = values.summary();
    Optional<GridStatistics> statistics = summary.map(ValueSummary::statistics);
    node.put("file_unit", values.unit().map(EnergyUnit::label).orElse(null));
    node.put("sign", values.sign().map(PotentialSign::label).orElse(null));
    node.put("spin_blocks", summary.map(ValueSummary::spinBlocks).orElse(null));
    number("min", statistics.map(GridStatistics::min).orElse(null));
    number("max", statistics.map(GridStatistics::max).orElse(null));
    number("mean", statistics.map(GridStatistics::mean).orElse(null));
    number("first_plane_mean", statistics.map(GridStatistics::firstPlaneMean).orElse(null));
    node.put("xc_included", summary.flatMap(s -> s.xc().included()).orElse(null));
    node.put("xc_check", summary.map(s -> s.xc().check()).orElse(null));
    ObjectNode levels = node.putObject("vacuum_level_ev");
    ObjectNode flatness = node.putObject("vacuum_flatness_ev");
    values
        .vacuum()
        .forEach(
            (side, level) -> {
              levels.put(side.label(), level.levelEv());
              flatness.put(side.label(), level.flatnessEv());
            });
  }

  private void number(String key, Double value) {
    node.put(key, value == null || !Double.isFinite(value) ? null : value);
  }

  private void slab(Slab slab) {
    node.put("host", slab == null ? null : slab.host());
    node.put("host_group", slab == null ? null : slab.hostGroup());
    node.put("phase", slab == null ? null : slab.phase());
    node.put("layers", slab == null ? null : Integer.valueOf(slab.layers()));
    if (slab == null) {
      node.putNull("dopants");
      return;
    }
    ArrayNode dopants = node.putArray("dopants");
    for (Slab.Dopant dopant : slab.dopants()) {
      dopants.addObject().put("element", dopant.element().symbol()).put("frac", dopant.fraction());
    }
  }

  private void graphs(Map<Side, SurfaceGraph> graphs) {
    if (graphs.isEmpty()) {
      node.putNull("side").putNull("sites").putNull("unique_sites");
      return;
    }
    SurfaceGraph first = graphs.values().iterator().next();
    node.put("side", first.side().label());
    counts(node, first);
    if (graphs.size() > 1) {
      ObjectNode sides = node.putObject("by_side");
      graphs.forEach((side, graph) -> counts(sides.putObject(side.label()), graph));
    }
  }

  private static void counts(ObjectNode target, SurfaceGraph graph) {
    ObjectNode sites = target.putObject("sites");
    ObjectNode unique = target.putObject("unique_sites");
    for (SiteKind kind : SiteKind.values()) {
      sites.put(kind.name(), graph.sites(kind).size());
      unique.put(kind.name(), graph.uniqueCount(kind));
    }
  }

  private void reject(Reject reject) {
    if (reject == null) {
      node.putNull("reject");
      return;
    }
    ObjectNode said = node.putObject("reject");
    said.put("code", reject.code().name()).put("message", reject.message());
    said.put("line", reject.line() == 0 ? null : Long.valueOf(reject.line()));
  }
}
