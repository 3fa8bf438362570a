package io.github.epdi.cli.export;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.OutputFolder;
import io.github.epdi.cli.shell.OwnSession;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.model.BundleExport;
import io.github.epdi.model.ExportFormat;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.publication.Imprint;
import io.github.epdi.publication.ResultPackage;
import io.github.epdi.runs.RunViews;
import io.github.epdi.screening.ProgramVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a model bundle's networks, or the newest results, for other programs and people. */
@Command(
    name = "export",
    description = "Writes a bundle's networks for other programs, or results as a package to cite.",
    footer = {
      "",
      "Of a bundle it writes DIR/model.safetensors, or member0.safetensors and so on of an",
      "ensemble, and DIR/README.md: what the model predicts, of what data, how well, and how to",
      "make an input. Without --precision every bit stays as it is; weights come back by",
      "epdi train --start. --format onnx writes model.onnx: from images before their normalisation",
      "to energies in eV.",
      "Of results it writes the newest of each material as Parquet and OPTIMADE JSON Lines, with",
      "Croissant, RO-Crate, CITATION.cff, the models' cards, and what Zenodo and the Hugging Face",
      "hub need. Paths of your machine are in some columns: look before you upload.",
      "Example: epdi export --bundle jobs/demo/bundle --out exported",
      "Example: epdi export --bundle jobs/demo/bundle --format onnx --out exported",
      "Example: epdi export --bundle my-ensemble --member 0 --precision float32 --out exported",
      "Example: epdi export --results results --to package --title \"Li on my dopants\" \\",
      "    --author \"Family, Given; 0000-0002-1825-0097\" --license CC-BY-4.0"
    },
    mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
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

  @Option(
      names = "--bundle",
      paramLabel = "DIR",
      description = "Model bundle whose networks are written.")
  private Path bundle;

  @Option(
      names = "--results",
      paramLabel = "OUTPUT",
      description = "Output folder of a campaign whose newest results are packaged.")
  private String results;

  @Option(
      names = {"--out", "--to"},
      required = true,
      paramLabel = "DIR",
      description = "Local folder to write; must be new.")
  private Path out;

  @Option(
      names = "--member",
      paramLabel = "N",
      description = "One member of an ensemble, from 0 (default: all).")
  private Integer member;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "safetensors or onnx (default: safetensors).")
  private ExportFormat format;

  @Option(
      names = "--precision",
      paramLabel = "TYPE",
      description = "float32 or float16, vectors always float32 (default: as in the bundle).")
  private Weights precision;

  @Mixin private ImprintOptions imprint;

  @Override
  public Integer call() throws IOException {
    if ((bundle == null) == (results == null)) {
      throw usage("Expected either --bundle or --results");
    }
    if (results == null) {
      exportBundle();
    } else {
      exportResults();
    }
    return ExitCodes.DONE;
  }

  private void exportBundle() throws IOException {
    if (!imprint.isEmpty()) {
      throw usage("--title, --author, --license, --url and --date are for --results");
    }
    if (format == ExportFormat.ONNX && precision != null) {
      throw usage("Cannot use --precision with --format onnx, which is float32");
    }
    ModelBundle read = ModelBundle.read(bundle);
    BundleExport export =
        format == ExportFormat.ONNX
            ? BundleExport.ofOnnx(read, ProgramVersion.current())
            : new BundleExport(read, precision == null ? null : precision.type);
    print(member == null ? export.write(out) : export.writeMember(member, out));
  }

  private void exportResults() throws IOException {
    if (member != null || format != null || precision != null) {
      throw usage("--member, --format and --precision are for --bundle");
    }
    Imprint stated = imprint.imprint(spec.commandLine());
    ResultPackage.requireNew(out);
    String location = OutputFolder.location(results);
    try (OwnSession session = OwnSession.open("epdi export")) {
      session.silence();
      RunViews views = RunViews.committed(session.spark(), location);
      List<String> names =
          new ResultPackage(session.spark(), views, stated, ProgramVersion.current()).write(out);
      print(names.stream().map(out::resolve).toList());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void print(List<Path> files) throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    for (Path file : files) {
      console.printf(
          Locale.ROOT, "%s, %.1f MB%n", Terminal.plain(file.toString()), Files.size(file) * 1e-6);
    }
  }
}
