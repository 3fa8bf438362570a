package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.model.BundleExport;
import io.github.epdi.model.ExportFormat;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.screening.ProgramVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a model bundle's weights and a model card for other programs. */
@Command(
    name = "export",
    description = "Writes a bundle's networks for other programs, and a model card.",
    footer = {
      "",
      "Writes DIR/model.safetensors, or member0.safetensors and so on of an ensemble, and",
      "DIR/README.md: what the model predicts, of what data, how well, and how to make an input.",
      "Without --precision every bit stays as it is; weights come back by epdi train --start.",
      "--format onnx writes model.onnx: from images before their normalisation to energies in eV.",
      "Example: epdi export --bundle jobs/demo/bundle --out exported",
      "Example: epdi export --bundle jobs/demo/bundle --format onnx --out exported",
      "Example: epdi export --bundle my-ensemble --member 0 --precision float32 --out exported"
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  /** The number formats in which weights are written. */
  enum Weights {
    FLOAT32(TensorType.F32),
    FLOAT16(TensorType.F16);

    private final TensorType type;

    Weights(TensorType type) {
      this.type = type;
    }
  }

  @Spec private CommandSpec spec;

  @Option(names = "--bundle", required = true, paramLabel = "DIR", description = "Model bundle.")
  private Path bundle;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder to write; must be new.")
  private Path out;

  @Option(
      names = "--member",
      paramLabel = "N",
      description = "One member of an ensemble, from 0 (default: all).")
  private Integer member;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "safetensors",
      description = "safetensors or onnx (default: safetensors).")
  private ExportFormat format;

  @Option(
      names = "--precision",
      paramLabel = "TYPE",
      description = "float32 or float16, vectors always float32 (default: as in the bundle).")
  private Weights precision;

  @Override
  public Integer call() throws IOException {
    if (format == ExportFormat.ONNX && precision != null) {
      throw new ParameterException(
          spec.commandLine(), "Cannot use --precision with --format onnx, which is float32");
    }
    ModelBundle read = ModelBundle.read(bundle);
    BundleExport export =
        format == ExportFormat.ONNX
            ? BundleExport.ofOnnx(read, ProgramVersion.current())
            : new BundleExport(read, precision == null ? null : precision.type);
    List<Path> files = member == null ? export.write(out) : export.writeMember(member, out);
    for (Path file : files) {
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%s, %.1f MB%n",
              Terminal.plain(file.toString()),
              Files.size(file) * 1e-6);
    }
    return ExitCodes.DONE;
  }
}
