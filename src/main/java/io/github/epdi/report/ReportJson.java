package io.github.epdi.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.ranking.Place;
import io.github.epdi.report.figure.EnergyColors;
import io.github.epdi.report.figure.HeatMap;
import io.github.epdi.report.figure.LabelAccuracy;
import io.github.epdi.report.figure.RankedMaterial;
import io.github.epdi.tables.DopantValue;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.RejectRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the rows that the page filters and sorts, as JSON that is safe within a script element.
 */
final class ReportJson {
  private static final int COLORS = 33;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private ReportJson() {}

  /**
   * Returns the data of the page.
   *
   * @param odds what draws say of the materials' places
   * @param links addresses of details by rank; null for those in the page itself; a rank that is
   *     not among them has no details
   */
  static String of(ReportInput input, Reasons reasons, Odds odds, Map<Integer, String> links) {
    ObjectNode root = JSON.createObjectNode();
    HeatMap map = HeatMap.of(input.materials());
    ArrayNode hosts = root.putArray("hosts");
    map.hosts().forEach(hosts::add);
    ArrayNode dopants = root.putArray("dopants");
    map.dopants().forEach(dopants::add);
    ArrayNode colors = root.putArray("colors");
    ArrayNode inks = root.putArray("inks");
    for (int i = 0; i < COLORS; i++) {
      colors.add(EnergyColors.at(i / (COLORS - 1.0)));
      inks.add(EnergyColors.inkAt(i / (COLORS - 1.0)));
    }
    Map<String, BundleMetadata> models = new HashMap<>();
    input.runs().forEach(run -> models.put(run.runId(), run.model()));
    ArrayNode materials = root.putArray("materials");
    for (int rank = 0; rank < input.materials().size(); rank++) {
      RankedMaterial material = input.materials().get(rank);
      ObjectNode node = materials.addObject();
      material(node, material);
      node.put("change", reasons.change(material));
      odds(node, material.row(), odds.of(material.row()));
      node.put(
          "part", LabelAccuracy.part(material.row().materialId(), models.get(material.runId())));
      node.put("link", links.get(rank));
      if (!links.containsKey(rank)) {
        node.put("bare", true);
      }
    }
    ArrayNode rejects = root.putArray("rejects");
    for (RejectedGrid reject : input.rejects()) {
      reject(rejects.addObject(), reject.row());
    }
    return write(root);
  }

  private static void material(ObjectNode node, RankedMaterial material) {
    MaterialRow row = material.row();
    node.put("id", row.materialId())
        .put("side", row.side())
        .put("formula", row.host().formula())
        .put("host", material.hostLabel())
        .put("group", row.host().hostGroup())
        .put("dopants", material.dopantLabel())
        .put("p2", row.percolation2dEv())
        .put("p2s", row.percolation2dStdEv())
        .put("p1", row.percolation1dEv())
        .put("p1s", row.percolation1dStdEv())
        .put("low", row.energies().lowestBarrier().barrierEv().value())
        .put("lows", row.energies().lowestBarrier().barrierEv().std())
        .put("ads", row.energies().adsorption().lowestEv().value())
        .put("adss", row.energies().adsorption().lowestEv().std())
        .put("site", row.energies().adsorption().siteId());
    if (row.levels() != null) {
      node.put("ea", row.levels().electronAffinityEv()).put("wf", row.levels().workFunctionEv());
    }
    texts(
        node.putArray("elements"),
        row.host().dopants().stream().map(DopantValue::element).toList());
    texts(node.putArray("flags"), row.remarks().flags());
    texts(node.putArray("theory"), row.remarks().levelOfTheoryMismatch());
  }

  private static void odds(ObjectNode node, MaterialRow row, Place.Odds odds) {
    if (odds != null) {
      node.put("top", odds.amongTop()).put("rl", odds.lowRank()).put("rh", odds.highRank());
    }
    if (row.percolation2dInterval() != null) {
      node.put("p2l", row.percolation2dInterval().lowEv())
          .put("p2h", row.percolation2dInterval().highEv());
    }
    if (row.doubt() != null && row.doubt().reasons() != null && !row.doubt().reasons().isEmpty()) {
      node.put("doubt", String.join(" ", row.doubt().reasons()));
    }
  }

  private static void reject(ObjectNode node, RejectRow row) {
    node.put("code", row.reason().code())
        .put("id", row.key().materialId())
        .put("uri", row.key().inputUri())
        .put("message", row.reason().message())
        .put("line", row.reason().line());
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  /**
   * Writes JSON in which no "<" is left that could end the script element. Everything that is not
   * ASCII, such as U+2028, is escaped.
   */
  private static String write(ObjectNode root) {
    try {
      return JSON.writeValueAsString(root).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the report's data", e);
    }
  }
}
