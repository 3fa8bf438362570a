package io.github.epdi.model;

import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.theory.LevelOfTheory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Writes what people and model hubs need to know of exported weights, as Markdown with YAML front
 * matter as on the Hugging Face hub. Values come from the bundle and are escaped.
 */
public final class ModelCard {
  /** Licences whose identifiers on the hub are SPDX's in lower case. */
  private static final Set<String> LICENCES =
      Set.of(
          "apache-2.0",
          "mit",
          "bsd-2-clause",
          "bsd-3-clause",
          "cc0-1.0",
          "cc-by-4.0",
          "cc-by-sa-4.0",
          "cc-by-nc-4.0",
          "gpl-3.0",
          "lgpl-3.0",
          "mpl-2.0");

  private static final Map<String, String> SHOWN =
      new TreeMap<>(
          Map.of(
              "test.all.mae_ev", "MAE, all sites held out (eV)",
              "test.saddles.mae_ev", "MAE, saddles held out (eV)",
              "test.barriers.mae_ev", "MAE, barriers held out (eV)"));

  private final String digest;
  private final BundleMetadata metadata;
  private final List<ExportedFile> files;
  private final ExportFormat format;
  private final Markdown out = new Markdown();

  ModelCard(ModelBundle bundle, List<ExportedFile> files, ExportFormat format) {
    this(bundle.metadata(), bundle.digest(), files, format);
  }

  private ModelCard(
      BundleMetadata metadata, String digest, List<ExportedFile> files, ExportFormat format) {
    this.metadata = metadata;
    this.digest = digest;
    this.files = files;
    this.format = format;
  }

  /**
   * Returns the card of a model that predicted and whose weights are not beside the card.
   *
   * @param bundleJson its bundle.json
   * @throws ModelFormatException naming the key that cannot be used
   */
  public static String ofRun(String bundleJson) {
    return new ModelCard(
            BundleMetadata.parse(bundleJson),
            DigestUtils.sha256Hex(bundleJson),
            List.of(),
            ExportFormat.SAFETENSORS)
        .text();
  }

  String text() {
    frontMatter();
    out.line("# " + title()).line("");
    purpose();
    new ModelCardUse(metadata, files, format).write(out);
    data();
    accuracy();
    limits();
    licence();
    return out.toString();
  }

  private String title() {
    return Markdown.text(
        metadata.needsLevels()
            ? "Binding energy of "
                + metadata.ion()
                + " on TMD surfaces from electronic levels and the electrostatic potential"
            : metadata.architecture()
                + ": binding energy of "
                + metadata.ion()
                + " on TMD surfaces from images of the electrostatic potential");
  }

  private void frontMatter() {
    String licence = metadata.licence().toLowerCase(Locale.ROOT);
    out.line("---");
    if (LICENCES.contains(licence)) {
      out.line("license: " + licence);
    } else {
      out.line("license: other").line("license_name: " + Markdown.yaml(metadata.licence()));
    }
    if (!metadata.needsLevels()) {
      out.line("library_name: " + (format == ExportFormat.ONNX ? "onnx" : "pytorch"));
    }
    out.line("tags:");
    List.of("materials-science", "batteries", "diffusion", "regression", method())
        .forEach(tag -> out.line("- " + Markdown.yaml(tag)));
    results();
    out.line("---").line("");
  }

  private String method() {
    return metadata.needsLevels() ? "gaussian-process" : metadata.architecture();
  }

  /** Writes the figures that a hub shows. */
  private void results() {
    if (SHOWN.keySet().stream().noneMatch(metadata.metrics()::containsKey)) {
      return;
    }
    out.line("model-index:")
        .line("- name: " + Markdown.yaml("epdi-" + method()))
        .line("  results:")
        .line("  - task:")
        .line("      type: regression")
        .line("    dataset:")
        .line("      name: " + Markdown.yaml("labels " + metadata.trainingData().labelsSha256()))
        .line("      type: " + Markdown.yaml(metadata.target().column()))
        .line("    metrics:");
    SHOWN.forEach(
        (key, name) -> {
          Double value = metadata.metrics().get(key);
          if (value != null) {
            out.line("    - type: mae")
                .line("      name: " + Markdown.yaml(name))
                .line("      value: " + Markdown.number(value));
          }
        });
  }

  private void purpose() {
    String ion = Markdown.text(metadata.ion());
    out.line(
        "Predicts the column `"
            + metadata.target().column().replaceAll("[^A-Za-z0-9_.-]", "_")
            + "` of its labels: E_b = E(slab + "
            + ion
            + ") - E(slab) - E("
            + ion
            + ") in eV, negative");
    out.line(
        "where the ion is bound, for one place of the ion above the surface of a transition-metal");
    out.line(
        metadata.needsLevels()
            ? "dichalcogenide (TMD), from the bare slab's electronic levels and electrostatic"
                + " potential around that"
            : "dichalcogenide (TMD), from an image of the bare slab's electrostatic potential around"
                + " that");
    out.line(
        "place. Barriers and diffusion paths follow from several such predictions. Made with EPDI");
    out.line("Screen; bundle SHA-256 `" + digest + "`.");
  }

  private void data() {
    BundleMetadata.TrainingData data = metadata.trainingData();
    out.section("Data");
    out.item("labels", data.labels());
    out.line("- SHA-256 of their table: `" + hexadecimal(data.labelsSha256()) + "`");
    out.section("Level of theory")
        .line("Of labels and grids; what nobody stated is left out.")
        .line("");
    theory(metadata.theory());
    if (metadata.calibration() != null) {
      calibration(metadata.calibration());
    }
    BundleMetadata.Split split = data.split();
    out.section("Split")
        .item("kind", split.kind())
        .item("seed", split.seed())
        .line("- training: " + Markdown.text(split.training()))
        .line("- validation, which chose the epoch: " + Markdown.text(split.validation()))
        .line("- test, which nothing saw: " + Markdown.text(split.test()));
  }

  private void theory(LevelOfTheory theory) {
    out.item("code", theory.code())
        .item("functional", theory.functional())
        .item("pseudopotentials", theory.pseudopotentials())
        .item("k-points", theory.kPoints())
        .item("spin", theory.spin())
        .item("ion", theory.ion())
        .item("reference of the ion's energy", theory.reference())
        .item("geometry of the labels", theory.labelKind());
  }

  private void calibration(Calibration calibration) {
    Calibration.Errors errors = calibration.errors();
    Calibration.Labels labels = calibration.labels();
    out.section("Calibration")
        .line("Trained at one level of theory and fitted to labels of the one above by the line")
        .line(
            "energy = "
                + Markdown.number(calibration.offsetEv())
                + " eV + "
                + Markdown.number(calibration.slope())
                + " * the energy of the bundle before. The figures of accuracy below are of the")
        .line("bundle before, at its own level.")
        .line("")
        .item("labels", labels.count())
        .line("- SHA-256 of their table: `" + hexadecimal(labels.sha256()) + "`")
        .line("- their materials: " + Markdown.text(labels.materials()))
        .item("mean absolute error of the bundle before, eV", Markdown.number(errors.beforeEv()));
    if (errors.leftOutEv() != null) {
      out.item(
          "mean absolute error of labels left out of the fit, eV",
          Markdown.number(errors.leftOutEv()));
    }
    out.line("- bundle before: `" + hexadecimal(calibration.base().bundleSha256()) + "`")
        .line("")
        .line("The level of theory of the bundle before:")
        .line("");
    theory(calibration.base().theory());
  }

  private static String hexadecimal(String digest) {
    return digest.replaceAll("[^0-9a-fA-F]", "");
  }

  private void accuracy() {
    out.section("Accuracy");
    out.line(
            metadata.needsLevels()
                ? "In brackets: 95 %"
                : "Of the whole bundle ("
                    + metadata.members()
                    + " of "
                    + metadata.members()
                    + " members, "
                    + metadata.averagedCopies()
                    + " averaged copies of each image). In brackets: 95 %")
        .line("bootstrap intervals, clustered by material.")
        .line("");
    new AccuracyTable(metadata.metrics()).write(out);
  }

  private void limits() {
    out.section("Limits")
        .line("- Hosts and dopants that are not among the training materials are extrapolation:")
        .line(
            metadata.needsLevels()
                    || metadata.trainingData().split().kind().startsWith("by-material")
                ? "  the figures of held-out materials above are what to expect at best."
                : "  the test's sites may be of materials that the training knows; expect worse.")
        .line("- Only for potentials of the level of theory above, read by the conventions above.")
        .line(
            "- Bridges are geometric midpoints, not optimised saddles; the substrate's relaxation,"
                + " spin")
        .line("  and dipole corrections are as good as the calculations of the labels.")
        .line(
            metadata.needsLevels()
                ? "- No image is read. On our own set networks on images did not make unseen"
                    + " materials better once the levels were known."
                : "- Not equivariant: copies of an image that symmetry makes equal differ a little.");
  }

  private void licence() {
    out.section("Licence")
        .line("Weights: " + Markdown.text(metadata.licence()) + ".")
        .line("")
        .line(
            "The idea is that of J. Chen, Y. Kang, X. Wang, H. Huang, M. Yao, J. Zhejiang Univ."
                + " Sci. A")
        .line(
            "26(10) 1010-1020 (2025), doi 10.1631/jzus.A2400503; these weights and data are not"
                + " theirs.");
  }
}
