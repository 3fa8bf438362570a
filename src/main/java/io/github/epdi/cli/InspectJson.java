package io.github.epdi.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.grid.GridHeader;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.GridStatistics;
import io.github.epdi.grid.VacuumLevel;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.SurfaceGraph;
import java.util.Map;

/** One reading as JSON; what was not reached is null, never left out. */
final class InspectJson {
  private final ObjectNode node;

  private InspectJson(ObjectNode node) {
    this.node = node;
  }

  /** All that a reading holds, under the documented keys. */
  static ObjectNode of(ObjectMapper mapper, String file, GridReading reading) {
    InspectJson json = new InspectJson(mapper.createObjectNode());
    json.node.put("file", file);
    json.header(reading.header());
    json.values(reading);
    json.slab(reading.slab());
    json.graphs(reading.graphs());
    json.node.put("cell_check", reading.cellCheck());
    json.node.put("bytes_read", reading.bytesRead());
    ArrayNode flags = json.node.putArray("flags");
    reading.flags().forEach(flags::add);
    json.reject(reading.reject());
    return json.node;
  }

  private void header(GridHeader header) {
    node.put("format", header == null ? null : header.format().label());
    if (header == null) {
      node.putNull("dims").putNull("cell").putNull("formula");
      return;
    }
    node.putArray("dims").add(header.nx()).add(header.ny()).add(header.nz());
    ArrayNode cell = node.putArray("cell");
    for (double[] row : header.structure().lattice().rows()) {
      cell.addArray().add(row[0]).add(row[1]).add(row[2]);
    }
    node.put("formula", header.structure().formula());
  }

  private void values(GridReading reading) {
    node.put("file_unit", reading.unit() == null ? null : reading.unit().label());
    node.put("sign", reading.sign() == null ? null : reading.sign().label());
    node.put("spin_blocks", reading.spinBlocks());
    GridStatistics statistics = reading.statistics();
    number("min", statistics == null ? null : statistics.min());
    number("max", statistics == null ? null : statistics.max());
    number("mean", statistics == null ? null : statistics.mean());
    number("first_plane_mean", statistics == null ? null : statistics.firstPlaneMean());
    node.put("xc_included", reading.xcIncluded());
    node.put("xc_check", reading.xcCheck());
    ObjectNode levels = node.putObject("vacuum_level_ev");
    ObjectNode flatness = node.putObject("vacuum_flatness_ev");
    if (reading.vacuum() != null) {
      for (Map.Entry<Side, VacuumLevel> entry : reading.vacuum().entrySet()) {
        levels.put(entry.getKey().label(), entry.getValue().levelEv());
        flatness.put(entry.getKey().label(), entry.getValue().flatnessEv());
      }
    }
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
    if (graphs == null || graphs.isEmpty()) {
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
