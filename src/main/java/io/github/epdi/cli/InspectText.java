package io.github.epdi.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.cli.shell.Terminal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a reading for people in a few lines, the most important first. */
final class InspectText {
  private final JsonNode node;
  private final PrintWriter out;

  private InspectText(JsonNode node, PrintWriter out) {
    this.node = node;
    this.out = out;
  }

  /** Prints one reading as {@link InspectJson} describes it. */
  static void print(ObjectNode node, PrintWriter out) {
    new InspectText(node, out).print();
  }

  private void print() {
    out.println(Terminal.plain(node.get("file").asText()));
    JsonNode reject = node.get("reject");
    if (!reject.isNull()) {
      String line = reject.get("line").isNull() ? "" : " (line " + reject.get("line") + ")";
      line("REJECTED", reject.get("code").asText() + line);
      line("", reject.get("message").asText());
    }
    if (!node.get("format").isNull()) {
      line("format", node.get("format").asText() + ", grid " + joined(node.get("dims"), " x "));
    }
    if (!node.get("formula").isNull()) {
      line("formula", node.get("formula").asText());
    }
    if (!node.get("host").isNull()) {
      line("slab", slab());
    }
    if (!node.get("sites").isNull()) {
      line("sites", counts("sites") + "; unique " + counts("unique_sites"));
    }
    if (!node.get("min").isNull()) {
      line("values", values());
    }
    node.get("vacuum_level_ev").properties().forEach(level -> line("vacuum", vacuum(level)));
    if (!node.get("levels").isNull()) {
      levels(node.get("levels"));
    }
    if (!node.get("flags").isEmpty()) {
      line("flags", joined(node.get("flags"), ", "));
    }
    out.println();
  }

  private void levels(JsonNode levels) {
    if (!levels.get("code").isNull()) {
      line("levels", levels.get("code").asText() + ": " + levels.get("message").asText());
      return;
    }
    line("levels", levels.get("uri").asText());
    levels
        .get("electron_affinity_ev")
        .properties()
        .forEach(
            side ->
                line(
                    "",
                    String.format(
                        Locale.ROOT,
                        "%s electron affinity %.4f eV, work function %.4f eV, gap %.4f eV",
                        side.getKey(),
                        side.getValue().asDouble(),
                        levels.get("work_function_ev").get(side.getKey()).asDouble(),
                        levels.get("gap_ev").asDouble())));
  }

  private String vacuum(Map.Entry<String, JsonNode> level) {
    return String.format(
        Locale.ROOT,
        "%s %.4f eV, flat within %.4f eV",
        level.getKey(),
        level.getValue().asDouble(),
        node.get("vacuum_flatness_ev").get(level.getKey()).asDouble());
  }

  private String slab() {
    List<String> dopants = new ArrayList<>();
    for (JsonNode dopant : node.get("dopants")) {
      dopants.add(
          String.format(
              Locale.ROOT,
              "%s %.3g",
              dopant.get("element").asText(),
              dopant.get("frac").asDouble()));
    }
    String group =
        node.get("host_group").isNull() ? "" : " (" + node.get("host_group").asText() + ")";
    return node.get("host").asText()
        + group
        + ", "
        + node.get("phase").asText()
        + ", layers "
        + node.get("layers")
        + ", dopants "
        + (dopants.isEmpty() ? "none" : String.join(", ", dopants));
  }

  private String values() {
    return String.format(
        Locale.ROOT,
        "%.6g to %.6g, mean %.6g, first plane %.6g %s; sign %s",
        node.get("min").asDouble(),
        node.get("max").asDouble(),
        node.get("mean").asDouble(),
        node.get("first_plane_mean").asDouble(),
        node.get("file_unit").asText("(unit unknown)"),
        node.get("sign").asText("unknown"));
  }

  private String counts(String key) {
    JsonNode counts = node.get(key);
    return counts.get("T") + " T, " + counts.get("H") + " H, " + counts.get("B") + " B";
  }

  private static String joined(JsonNode array, String separator) {
    List<String> parts = new ArrayList<>();
    array.forEach(part -> parts.add(part.asText()));
    return String.join(separator, parts);
  }

  private void line(String key, String value) {
    out.println(String.format(Locale.ROOT, "  %-9s %s", key, Terminal.plain(value)));
  }
}
