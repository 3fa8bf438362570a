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
 * Exports a bundle for other programs. It writes a safetensors file with torchvision's names for
 * each member, and a model card, {@code README.md}, that says how to use them and how far to trust
 * them.
 */
public final class BundleExport {
  private static final String CARD = "README.md";

  private final ModelBundle bundle;
  private final TensorType precision;

  /**
   * Makes an export.
   *
   * @param precision type of tensors with two or more axes, F32 or F16; null for the bundle's own
   */
  public BundleExport(ModelBundle bundle, TensorType precision) {
    this.bundle = bundle;
    this.precision = precision;
  }

  /**
   * Writes all members. A single member is {@code model.safetensors}, several are {@code
   * member0.safetensors} and so on.
   *
   * @param directory must not exist yet; it appears whole or not at all
   * @return the files
   */
  public List<Path> write(Path directory) throws IOException {
    int members = bundle.metadata().members();
    return write(directory, IntStream.range(0, members).boxed().toList());
  }

  /**
   * Writes one member as {@code model.safetensors}.
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
            writer(member).write(file);
            files.add(ExportedFile.of(file, member));
          }
          byte[] card = new ModelCard(bundle, files).text().getBytes(StandardCharsets.UTF_8);
          WholeDirectory.write(temporary.resolve(CARD), card);
        });
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static String name(int member, int count) {
    return count == 1 ? "model.safetensors" : "member" + member + ".safetensors";
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
