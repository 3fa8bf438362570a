package io.github.epdi.model;

import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.Safetensors;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.model.safetensors.TensorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Exports a bundle for other programs. It writes a file for each member, in a format of {@link
 * ExportFormat}, and a model card, {@code README.md}, that says how to use them and how far to
 * trust them.
 */
public final class BundleExport {
  private static final String CARD = "README.md";

  private final ModelBundle bundle;
  private final ExportFormat format;
  private final TensorType precision;
  private final String programVersion;

  /**
   * Makes an export as safetensors.
   *
   * @param precision type of tensors with two or more axes, F32 or F16; null for the bundle's own
   */
  public BundleExport(ModelBundle bundle, TensorType precision) {
    this(bundle, ExportFormat.SAFETENSORS, precision, null);
  }

  private BundleExport(
      ModelBundle bundle, ExportFormat format, TensorType precision, String programVersion) {
    this.bundle = bundle;
    this.format = format;
    this.precision = precision;
    this.programVersion = programVersion;
  }

  /**
   * Makes an export as ONNX, where weights are float32.
   *
   * @param programVersion version of this program, which the files name
   * @throws ModelFormatException if the bundle has no network
   */
  public static BundleExport ofOnnx(ModelBundle bundle, String programVersion) {
    if (bundle.metadata().members() == 0) {
      throw new ModelFormatException(
          "Cannot export as ONNX: expected networks, found a bundle of regressions");
    }
    return new BundleExport(bundle, ExportFormat.ONNX, null, programVersion);
  }

  /**
   * Writes all members. The file of a single member is named {@code model}, those of several {@code
   * member0} and so on, with the format's extension.
   *
   * @param directory must not exist yet; it appears whole or not at all
   * @return the files
   */
  public List<Path> write(Path directory) throws IOException {
    int members = bundle.metadata().members();
    return write(directory, IntStream.range(0, members).boxed().toList());
  }

  /**
   * Writes one member, in a file named {@code model}.
   *
   * @param member from 0
   * @param directory must not exist yet; it appears whole or not at all
   * @return the files
   * @throws ModelFormatException if there is no such member
   */
  public List<Path> writeMember(int member, Path directory) throws IOException {
    int last = bundle.metadata().members() - 1;
    if (last < 0) {
      throw new ModelFormatException(
          "Cannot export member " + member + ": expected networks, found a bundle of regressions");
    }
    if (member < 0 || member > last) {
      throw new ModelFormatException(
          "Cannot export member " + member + ": expected 0 to " + last + " of this bundle");
    }
    return write(directory, List.of(member));
  }

  private List<Path> write(Path directory, List<Integer> members) throws IOException {
    WholeDirectory.write(
        "export",
        directory,
        temporary -> {
          List<ExportedFile> files = new ArrayList<>();
          for (int member : members) {
            Path file = temporary.resolve(name(member, members.size()));
            write(member, file);
            files.add(ExportedFile.of(file, member));
          }
          byte[] card =
              new ModelCard(bundle, files, format).text().getBytes(StandardCharsets.UTF_8);
          WholeDirectory.write(temporary.resolve(CARD), card);
        });
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private void write(int member, Path file) throws IOException {
    switch (format) {
      case SAFETENSORS -> writer(member).write(file);
      case ONNX -> new OnnxMember(bundle, member, programVersion).write(file);
    }
  }

  private String name(int member, int count) {
    return (count == 1 ? "model" : "member" + member) + "." + format.extension();
  }

  private SafetensorsWriter writer(int member) {
    Safetensors tensors = bundle.tensors();
    String prefix = ModelBundle.prefix(member, bundle.metadata().members());
    SafetensorsWriter writer =
        new SafetensorsWriter()
            .metadata("format", "pt")
            .metadata("architecture", bundle.architecture().id())
            .metadata("bundle_sha256", bundle.digest());
    for (TensorSpec spec : bundle.architecture().tensors()) {
      String name = prefix + spec.name();
      writer.add(spec, () -> tensors.floats(name), type(spec, tensors.type(name)));
    }
    return writer;
  }

  private TensorType type(TensorSpec spec, TensorType own) {
    if (precision == null) {
      // What is read as BF16 is written as F32, which holds it exactly.
      return own == TensorType.F16 ? TensorType.F16 : TensorType.F32;
    }
    return spec.shape().size() > 1 ? precision : TensorType.F32;
  }
}
