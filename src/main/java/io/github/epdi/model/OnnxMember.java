package io.github.epdi.model;

import io.github.epdi.image.Encoding;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.onnx.OnnxGraph;
import io.github.epdi.model.onnx.OnnxModel;
import io.github.epdi.theory.TheoryPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One network of a bundle as a model of ONNX, from an image in its own unit, (N, 3, P, P), to the
 * energy in eV that this network predicts for it, (N). The image's normalisation and the target's
 * scale are part of the graph. What the bundle averages over, turned images and members, is not.
 */
final class OnnxMember {
  static final String INPUT = "images";
  static final String OUTPUT = "energies_ev";

  private final ModelBundle bundle;
  private final BundleMetadata metadata;
  private final int member;
  private final String programVersion;

  /**
   * Takes a network of a bundle.
   *
   * @param member from 0
   * @param programVersion version of this program
   */
  OnnxMember(ModelBundle bundle, int member, String programVersion) {
    this.bundle = bundle;
    this.metadata = bundle.metadata();
    this.member = member;
    this.programVersion = programVersion;
  }

  /** Writes the model to a new local path. It is on the disk when this returns. */
  void write(Path file) throws IOException {
    new OnnxModel(graph(), programVersion, meaning(), facts()).write(file);
  }

  private OnnxGraph graph() {
    OnnxGraph graph = new OnnxGraph(metadata.architecture());
    int pixels = metadata.image().pixels();
    graph.input(INPUT, inputMeaning(metadata.image()), List.of("N", 3, pixels, pixels));
    String outputs =
        bundle
            .architecture()
            .add(
                graph,
                bundle.tensors(),
                ModelBundle.prefix(member, metadata.members()),
                normalised(graph),
                pixels);
    String scaled =
        graph.node(
            "target.scaled",
            "Mul",
            List.of(outputs, scalar(graph, "scale_ev", metadata.target().scaleEv())));
    String energies =
        graph.node(
            "target.energies",
            "Add",
            List.of(scaled, scalar(graph, "mean_ev", metadata.target().meanEv())));
    graph.node(OUTPUT, "Squeeze", List.of(energies, graph.integers("target.squeezed_axes", 1)));
    graph.output(OUTPUT, "energy that this network predicts for each image, eV", List.of("N"));
    return graph;
  }

  private String normalised(OnnxGraph graph) {
    ImageSpec image = metadata.image();
    String less =
        graph.node("image.centred", "Sub", List.of(INPUT, perChannel(graph, "mean", image.mean())));
    return graph.node(
        "image.normalised", "Div", List.of(less, perChannel(graph, "std", image.std())));
  }

  private static String perChannel(OnnxGraph graph, String name, List<Double> values) {
    return graph.weights("image." + name, List.of(1, values.size(), 1, 1), () -> floats(values));
  }

  private static String scalar(OnnxGraph graph, String name, double value) {
    return graph.weights("target." + name, List.of(1), () -> floats(List.of(value)));
  }

  private static float[] floats(List<Double> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return floats;
  }

  /** Says in which unit an image's channels are before they are normalised. */
  static String inputMeaning(ImageSpec image) {
    return image.encoding() == Encoding.PLANES
        ? "potential in eV at the heights " + image.heightsAngstrom() + " Angstrom"
        : "RGB of the colour map, 0 to 1, at the height "
            + image.heightsAngstrom().get(0)
            + " Angstrom";
  }

  private String meaning() {
    return String.format(
        Locale.ROOT,
        "%s: binding energy of %s on TMD surfaces, eV, by network %d of %d of a bundle whose"
            + " predictions are means over its networks and over %d copies of each image that"
            + " symmetry makes equal. README.md beside this file says how an image is made.",
        metadata.architecture(),
        metadata.ion(),
        member,
        metadata.members(),
        metadata.averagedCopies());
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("architecture", metadata.architecture());
    facts.put("averaged_copies", "" + metadata.averagedCopies());
    facts.put("bundle_sha256", bundle.digest());
    facts.put("epdi_version", programVersion);
    facts.put("ion", metadata.ion());
    facts.put("licence", metadata.licence());
    facts.put("member", "" + member);
    facts.put("members", "" + metadata.members());
    for (TheoryPart part : TheoryPart.values()) {
      String said = part.of(metadata.theory());
      if (said != null) {
        facts.put("theory." + part.key(), said);
      }
    }
    return facts;
  }
}
