package io.github.epdi.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.image.Encoding;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.report.figure.Digits;
import io.github.epdi.report.figure.Markup;
import io.github.epdi.tables.RunRow;
import io.github.epdi.theory.LevelOfTheory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes where the numbers come from, which is runs, their settings, and the models' cards. */
final class ProvenanceHtml {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final List<String> PARTS = List.of("test", "validation", "training");
  private static final List<String> GROUPS = List.of("all", "stable", "saddles", "barriers");

  private ProvenanceHtml() {}

  /** Returns one folded block for each run. */
  static String of(ReportInput input) {
    Markup html = new Markup();
    for (ScreenedRun run : input.runs()) {
      RunRow row = run.row();
      html.add(
          "<details class='run'?><summary>Run ? of campaign ?, ?: ? grids screened, ? rejected"
              + "</summary>",
          input.runs().size() == 1 ? " open" : "",
          run.runId(),
          row.campaign().name(),
          TIME.format(Instant.ofEpochMilli(row.execution().period().finishedMillis())),
          row.execution().costs().grids(),
          row.execution().costs().rejects());
      html.add("<div class='duo'><div><h3>Run</h3><dl class='facts'>");
      run(html, run);
      html.add("</dl><details><summary>Settings of the campaign</summary>");
      settings(html, row);
      html.add("</details></div><div><h3>Model card</h3>");
      BundleMetadata model = run.model();
      if (model == null) {
        html.add("<p class='note'>Not recorded by this run.</p>");
      } else {
        card(html, model);
        metrics(html, model.metrics());
      }
      html.add("</div></div></details>");
    }
    return html.toString();
  }

  private static void run(Markup html, ScreenedRun run) {
    RunRow row = run.row();
    fact(
        html,
        "started",
        TIME.format(Instant.ofEpochMilli(row.execution().period().startedMillis())));
    fact(
        html,
        "took",
        Digits.fixed(
                (row.execution().period().finishedMillis()
                        - row.execution().period().startedMillis())
                    / 1000.0,
                1)
            + " s");
    fact(html, "network evaluations", Long.toString(row.execution().costs().networkEvaluations()));
    fact(
        html,
        "epdi",
        row.execution().program().applicationVersion()
            + ", algorithm "
            + row.execution().program().algorithmVersion());
    fact(
        html,
        "Spark",
        row.execution().platform().sparkVersion()
            + " on "
            + row.execution().platform().sparkMaster());
    fact(
        html,
        "Java",
        row.execution().platform().javaVersion()
            + ", "
            + row.execution().platform().operatingSystem());
    fact(html, "device", row.execution().platform().device());
    if (!row.flags().isEmpty()) {
      fact(html, "flags", String.join(", ", row.flags()));
    }
  }

  private static void settings(Markup html, RunRow row) {
    JsonNode settings;
    try {
      settings = new ObjectMapper().readTree(row.campaign().json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read the settings of a run", e);
    }
    html.add(
        "<div class='scroll' tabindex='0' role='region' aria-label='Settings'><table class='keys'>"
            + "<caption class='hidden'>Settings of the campaign</caption><thead class='hidden'><tr>"
            + "<th scope='col'>key</th><th scope='col'>value</th></tr></thead><tbody>");
    for (Map.Entry<String, JsonNode> entry : settings.properties()) {
      JsonNode value = entry.getValue();
      html.add(
          "<tr><th scope='row'>?</th><td>?</td></tr>",
          entry.getKey(),
          value.isTextual() ? value.textValue() : value.toString());
    }
    html.add("</tbody></table></div>");
  }

  private static void card(Markup html, BundleMetadata model) {
    html.add("<dl class='facts'>");
    fact(
        html,
        "network",
        model.architecture()
            + ", "
            + model.members()
            + (model.members() == 1 ? " member" : " members")
            + ", averaged over "
            + model.averagedCopies()
            + " copies");
    fact(html, "weights (SHA-256)", model.weightsSha256());
    fact(html, "licence", model.licence());
    fact(html, "images", image(model.image()));
    fact(html, "level of theory", theory(model.theory()));
    BundleMetadata.Split split = model.trainingData().split();
    fact(html, "labels", model.trainingData().labels() + ", split " + split.kind());
    fact(html, "trained on", String.join(", ", split.training()));
    fact(html, "epoch chosen by", String.join(", ", split.validation()));
    fact(html, "held out", String.join(", ", split.test()));
    html.add("</dl>");
  }

  private static String image(ImageSpec spec) {
    String size =
        spec.pixels() + " pixels over " + Digits.fixed(spec.windowAngstrom(), 1) + " \u00c5";
    return spec.encoding() == Encoding.COLORMAP
        ? size
            + ", "
            + spec.heightsAngstrom().get(0)
            + " \u00c5 above the chalcogens, "
            + spec.colormap().label()
            + " from "
            + Digits.fixed(spec.vminEv(), 2)
            + " to "
            + Digits.fixed(spec.vmaxEv(), 2)
            + " eV"
        : size + ", planes at " + spec.heightsAngstrom() + " \u00c5";
  }

  private static String theory(LevelOfTheory level) {
    StringBuilder text = new StringBuilder();
    for (String part :
        new String[] {
          level.code(),
          level.functional(),
          level.pseudopotentials(),
          level.kPoints(),
          level.spin(),
          level.reference(),
          level.labelKind()
        }) {
      if (part != null) {
        text.append(text.isEmpty() ? "" : "; ").append(part);
      }
    }
    return text.isEmpty() ? "not stated" : text.toString();
  }

  private static void metrics(Markup html, Map<String, Double> metrics) {
    html.add(
        "<div class='scroll' tabindex='0' role='region' aria-label='Errors of the model'><table>"
            + "<caption>Mean absolute errors of the model by its card (eV)</caption><thead><tr>"
            + "<th scope='col'>part</th><th scope='col'>of</th><th scope='col'>n</th>"
            + "<th scope='col'>network</th><th scope='col'>line through mean potential</th>"
            + "<th scope='col'>mean of labels</th></tr></thead><tbody>");
    for (String part : PARTS) {
      for (String group : GROUPS) {
        String key = part + "." + group + ".";
        if (metrics.containsKey(key + "mae_ev")) {
          html.add(
              "<tr><th scope='row'>?</th><td>?</td><td>?</td><td>?</td><td>?</td><td>?</td></tr>",
              part.equals("test") ? "held out" : part,
              group,
              Digits.fixed(metrics.getOrDefault(key + "count", 0.0), 0),
              metric(metrics, key + "mae_ev"),
              metric(metrics, key + "baseline_esp_line.mae_ev"),
              metric(metrics, key + "baseline_mean.mae_ev"));
        }
      }
    }
    html.add("</tbody></table></div>");
  }

  private static String metric(Map<String, Double> metrics, String key) {
    return metrics.containsKey(key) ? Digits.energy(metrics.get(key)) : "\u2013";
  }

  private static void fact(Markup html, String name, String value) {
    html.add("<div><dt>?</dt><dd>?</dd></div>", name, value);
  }
}
