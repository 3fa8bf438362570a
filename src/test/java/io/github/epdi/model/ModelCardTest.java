package io.github.epdi.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.theory.LevelOfTheory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a model card says, and that values cannot say anything else. */
class ModelCardTest {
  private static final List<ExportedFile> FILES =
      List.of(new ExportedFile("model.safetensors", 0, 123, "ab".repeat(32)));

  @Test
  void saysWhatTheDemoBundleIs() throws IOException {
    ModelBundle bundle = ModelBundle.read(Path.of("jobs/demo/bundle"));
    BundleMetadata metadata = bundle.metadata();
    String card = new ModelCard(bundle, FILES, ExportFormat.SAFETENSORS).text();
    JsonNode front = front(card);
    assertThat(front.path("license").textValue()).isEqualTo("apache-2.0");
    assertThat(front.path("library_name").textValue()).isEqualTo("pytorch");
    JsonNode results = front.path("model-index").path(0).path("results").path(0);
    assertThat(results.path("metrics").findValuesAsText("value"))
        .contains(Markdown.number(metadata.metrics().get("test.saddles.mae_ev")));
    assertThat(card)
        .contains("## Use\n", "## Input\n", "## Data\n", "## Level of theory\n", "## Split\n")
        .contains("## Accuracy\n", "## Limits\n", "## Licence\n")
        .contains("torchvision.models." + metadata.architecture() + "(num_classes=1)")
        .contains("energies_ev = " + metadata.target().meanEv() + " + ")
        .contains("- functional: " + metadata.theory().functional())
        .contains("- SHA-256 of their table: `" + metadata.trainingData().labelsSha256() + "`")
        .contains("divided by " + metadata.image().std())
        .contains("bundle SHA-256 `" + bundle.digest() + "`");
    for (String material : metadata.trainingData().split().test()) {
      assertThat(card).contains(material);
    }
    double mae = metadata.metrics().get("test.saddles.mae_ev");
    double low = metadata.metrics().get("test.saddles.mae_ev_low");
    double high = metadata.metrics().get("test.saddles.mae_ev_high");
    assertThat(card)
        .contains(
            String.format(
                Locale.ROOT,
                "| test saddles | %.0f | %.4f \\[%.4f, %.4f\\] |",
                metadata.metrics().get("test.saddles.count"),
                mae,
                low,
                high))
        .containsSubsequence("| test saddles | ", "| test saddles, baseline ", "| training all | ")
        .contains("| test saddles, baseline bridge\\_rule | ")
        .doesNotContain("null");
  }

  /** Markup, front matter, table cells and control characters in a bundle's texts. */
  @Test
  void valuesAreEscaped() throws IOException {
    String evil = "a | b\n---\n# <script>x</script> [y](z) `c` \u0085\u2028 \u001b[1m";
    BundleMetadata plain = FormulaBundles.metadata(64, 1);
    BundleMetadata metadata =
        new BundleMetadata(
            plain.formatVersion(),
            plain.architecture(),
            1,
            evil,
            plain.image(),
            4,
            plain.potential(),
            new LevelOfTheory(evil, evil, evil, evil, evil, evil, evil, evil),
            new BundleMetadata.Target(evil, -1.5, 0.25),
            new BundleMetadata.TrainingData(
                evil,
                12,
                new BundleMetadata.Split(evil, 7, List.of(evil), List.of(evil), List.of())),
            Map.of(evil, 0.5, evil + ".mae_ev", 0.25, "test.all.mae_ev", 0.125),
            evil,
            "");
    ModelBundle bundle = ModelBundle.of(metadata, FormulaBundles.weights(1, TensorType.F16));
    String card = new ModelCard(bundle, FILES, ExportFormat.SAFETENSORS).text();
    JsonNode front = front(card);
    assertThat(front.path("license").textValue()).isEqualTo("other");
    assertThat(front.path("license_name").textValue()).isEqualTo(evil);
    String dataset = front.at("/model-index/0/results/0/dataset/type").textValue();
    assertThat(dataset).isEqualTo(evil);
    String body = card.substring(card.indexOf("\n---\n") + 5);
    assertThat(body)
        .contains("a \\| b --- \\# &lt;script&gt;x&lt;/script&gt; \\[y\\](z) \\`c\\`")
        .doesNotContain("<script", "\n---", "\u001b", "\u0085", "\u2028");
    assertThat(body.lines().filter(line -> line.startsWith("# "))).hasSize(1);
    assertThat(body).contains("| test all |  | 0.1250 |");
  }

  @Test
  void figuresOfNoPatternAreListed() {
    Markdown out = new Markdown();
    new AccuracyTable(Map.of("mae_ev", 0.1, "a_rmse_ev", 0.2)).write(out);
    assertThat(out.toString())
        .contains("| all |  | 0.1000 |  |  |  |\n")
        .contains("- a\\_rmse\\_ev: 0.2000\n");
    Markdown none = new Markdown();
    new AccuracyTable(Map.of()).write(none);
    assertThat(none.toString()).isEqualTo("No figures were recorded.\n");
  }

  private static JsonNode front(String card) throws IOException {
    assertThat(card).startsWith("---\n");
    return new YAMLMapper().readTree(card.substring(4, card.indexOf("\n---\n")));
  }
}
