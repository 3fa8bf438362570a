package io.github.epdi.model;

import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.XcDeclaration;
import io.github.epdi.image.Encoding;
import io.github.epdi.image.ImageSpec;
import java.util.List;
import java.util.Locale;

/** Writes the part of a model card that says how to load the weights and how to make an input. */
final class ModelCardUse {
  private final BundleMetadata metadata;
  private final ImageSpec image;
  private final List<ExportedFile> files;
  private final ExportFormat format;

  ModelCardUse(BundleMetadata metadata, List<ExportedFile> files, ExportFormat format) {
    this.metadata = metadata;
    this.image = metadata.image();
    this.files = files;
    this.format = format;
  }

  void write(Markdown out) {
    if (metadata.needsLevels()) {
      regressions(out);
    } else {
      if (files.isEmpty()) {
        elsewhere(out);
      } else {
        loading(out);
      }
      input(out);
    }
  }

  private void regressions(Markdown out) {
    out.section("Use")
        .line(
            "There are no weights to export. Two Gaussian-process regressions are solved from the")
        .line("rows that `bundle.json` holds, of which each has these columns:")
        .line("");
    metadata.affinity().descriptors().forEach(column -> out.line("- `" + column.label() + "`"));
    out.line("")
        .line("The potential is the electron's potential energy of the bare slab in eV, less the")
        .line("vacuum level of the ion's side; the levels are those of the run that wrote it.");
    conventions(out);
    out.line("").line("```").line("epdi predict LOCPOT --bundle DIR").line("```");
  }

  private void elsewhere(Markdown out) {
    out.section("Use")
        .line("The weights are not beside this card: they are those of the bundle of this digest.")
        .line("");
    averages(out);
  }

  private void loading(Markdown out) {
    out.section("Use");
    out.header(List.of("file", "member", "bytes", "SHA-256"));
    for (ExportedFile file : files) {
      out.row(
          List.of(
              "`" + file.name() + "`",
              file.member() + " of " + metadata.members(),
              Long.toString(file.bytes()),
              "`" + file.sha256() + "`"));
    }
    out.line("").line("```python");
    if (format == ExportFormat.ONNX) {
      onnxRuntime(out);
    } else {
      torchvision(out);
    }
    out.line("```").line("");
    averages(out);
  }

  private void onnxRuntime(Markdown out) {
    out.line("import onnxruntime")
        .line("network = onnxruntime.InferenceSession(\"" + files.get(0).name() + "\")")
        .line(
            "energies_ev = network.run([\""
                + OnnxMember.OUTPUT
                + "\"], {\""
                + OnnxMember.INPUT
                + "\": images})[0]");
  }

  private void torchvision(Markdown out) {
    BundleMetadata.Target target = metadata.target();
    out.line("import torchvision")
        .line("from safetensors.torch import load_file")
        .line("network = torchvision.models." + metadata.architecture() + "(num_classes=1).eval()")
        .line("network.load_state_dict(load_file(\"" + files.get(0).name() + "\"))")
        .line(
            "energies_ev = "
                + target.meanEv()
                + " + "
                + target.scaleEv()
                + " * network(images)[:, 0]");
  }

  private void averages(Markdown out) {
    if (metadata.members() > 1) {
      out.line(
          "The bundle's prediction is the mean over its "
              + metadata.members()
              + " members, its uncertainty their spread.");
    }
    if (metadata.averagedCopies() > 1) {
      out.line(
          "Each prediction is the mean over "
              + metadata.averagedCopies()
              + " copies of each image that symmetry makes equal: the image turned by even parts of");
      out.line("the full angle, and as many mirrored ones, each sampled anew from the potential.");
    }
  }

  private void input(Markdown out) {
    out.section("Input")
        .line(
            "`images`: float32 (N, 3, "
                + image.pixels()
                + ", "
                + image.pixels()
                + "). An image for this network can only be made as its training's were:")
        .line("")
        .line(
            "1. The electron's potential energy of the bare slab in eV, less the vacuum level of the")
        .line("   ion's side.");
    conventions(out);
    out.line(
            "2. On planes parallel to the surface, the mean height of the site's own chalcogens plus")
        .line(
            "   "
                + image.heightsAngstrom()
                + " Angstrom outward, by periodic Catmull-Rom in all three axes.")
        .line(
            "3. On a square window of "
                + image.windowAngstrom()
                + " Angstrom centred on the site: x along a projected on the surface,")
        .line("   y = n x x, row 0 at the largest y, samples at the middles of the pixels.");
    if (image.encoding() == Encoding.COLORMAP) {
      colours(out);
    } else {
      out.line("4. The three heights are the three channels.");
    }
    out.line(
        (format == ExportFormat.ONNX ? "5. Not by you, the file does it: each" : "5. Each")
            + " channel less "
            + image.mean()
            + ", divided by "
            + image.std()
            + (image.encoding() == Encoding.PLANES ? " (eV)." : "."));
  }

  private void conventions(Markdown out) {
    PotentialConventions potential = metadata.potential();
    out.line(
            "   The vacuum's potential is flat to "
                + potential.vacuumFlatnessEv()
                + " eV over a gap of at least "
                + potential.vacuumGapAngstrom()
                + " Angstrom.")
        .line("   The potential " + exchangeCorrelation(potential.xc()) + ".");
  }

  private static String exchangeCorrelation(XcDeclaration xc) {
    return switch (xc) {
      case CHECK, NONE -> "is ionic and Hartree, without exchange-correlation";
      case CHECK_AND_ALLOW -> "may hold exchange-correlation in some of the training's files";
      case INCLUDED -> "holds exchange-correlation";
    };
  }

  private void colours(Markdown out) {
    out.line(
            "4. Through the colour map "
                + image.colormap().label()
                + ": t = (V - vmin) / (vmax - vmin) cut to 0 to 1, vmin = "
                + image.vminEv()
                + ", vmax = "
                + image.vmaxEv()
                + " eV;")
        .line("   entry min(255, floor(256 t)) of 256; its 8-bit RGB divided by 255.")
        .line("   Steps 1 to 4 by program:")
        .line(
            String.format(
                Locale.ROOT,
                "   `epdi render LOCPOT --out pictures --height %s --window %s --pixels %d"
                    + " --colormap %s --vmin %s --vmax %s`",
                image.heightsAngstrom().get(0),
                image.windowAngstrom(),
                image.pixels(),
                image.colormap().label(),
                image.vminEv(),
                image.vmaxEv()));
  }
}
