package io.github.epdi.cli.suggest;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.LabelTableOptions;
import io.github.epdi.cli.shell.OutputFolder;
import io.github.epdi.cli.shell.OwnSession;
import io.github.epdi.cli.shell.SparkSessions;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.dataset.LabelTable;
import io.github.epdi.dataset.RunList;
import io.github.epdi.report.ReportTables;
import io.github.epdi.report.WantedDetails;
import io.github.epdi.runs.VisibleRows;
import io.github.epdi.suggestion.IonHeight;
import io.github.epdi.suggestion.KnownSites;
import io.github.epdi.suggestion.Purpose;
import io.github.epdi.suggestion.SuggestionOptions;
import io.github.epdi.suggestion.Suggestions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Chooses the calculations that would narrow a ranking most, and writes inputs for them. */
@Command(
    name = "suggest",
    description = "Chooses the next calculations: those that would narrow the ranking most.",
    footer = {
      "",
      "Each line says which site, and why: the barrier with its 80 %% interval, the probability of",
      "being among the best, and the open places that the run is expected to close. The folder of",
      "a run holds POSCAR, hints for the INCAR, and an input of CP2K. Make the level of theory that",
      "of the bare slab; the input of CP2K has it if the slab's own lies beside its grid. Calculate",
      "in these folders, then give the whole folder to epdi dataset: it knows slab and site by the",
      "list " + RunList.NAME + ".",
      "",
      "Example: epdi suggest --output results --labels data/labels --budget 12 --out next",
      "Example: epdi suggest --output results --budget 6 --for saddles --neb 5 --out next"
    },
    mixinStandardHelpOptions = true)
public final class SuggestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Output folder of a campaign.")
  private String output;

  @Option(
      names = "--budget",
      required = true,
      paramLabel = "N",
      description = "Calculations at most; bands are not counted.")
  private int budget;

  @Option(
      names = "--for",
      paramLabel = "WHAT",
      defaultValue = "MATERIALS",
      description =
          "sites (the lowest site of a material), saddles (its highest), materials (both, two"
              + " calculations each); default: materials.")
  private Purpose purpose;

  @Option(
      names = "--top",
      paramLabel = "K",
      description =
          "Places of the ranking that matter (default: 10, or half of the materials if there are"
              + " fewer than 20).")
  private Integer top;

  @Option(
      names = "--height",
      paramLabel = "HOW",
      defaultValue = "FIXED",
      description =
          "fixed (the ion does not move) or relaxed (it moves along c alone); the slab is frozen in"
              + " both; default: fixed.")
  private IonHeight height;

  @Option(
      names = "--neb",
      paramLabel = "IMAGES",
      defaultValue = "0",
      description = "Also write a band of VASP over each saddle, with so many images between.")
  private int images;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "Energies that are calculated already, CSV or Parquet, as epdi train; their sites are not"
              + " suggested again.")
  private String labels;

  @Mixin private LabelTableOptions labelTable;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A new local folder for the inputs; it appears whole or not at all.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    SuggestionOptions options = options();
    Suggestions.requireNew(out);
    String location = OutputFolder.location(output);
    VisibleRows visible = VisibleRows.committed(location, SparkSessions.files());
    KnownSites known = labels == null ? KnownSites.NONE : labels();
    print(new Suggestions(ReportTables.latest(visible, output, WantedDetails.ALL), known, options));
    return ExitCodes.DONE;
  }

  /** Reads the table of labels, which is the one thing here that Spark is started for. */
  private KnownSites labels() {
    try (OwnSession session = OwnSession.open("epdi suggest")) {
      return new KnownSites(
          new LabelTable(session.spark()).read(labels, labelTable.target()), labelTable.side());
    }
  }

  private SuggestionOptions options() {
    try {
      return new SuggestionOptions(budget, purpose, top, height, images);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void print(Suggestions suggestions) throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    console.println(suggestions.headline());
    if (!suggestions.isEmpty()) {
      suggestions.lines().forEach(line -> console.println("  " + Terminal.plain(line)));
      int folders = suggestions.write(out);
      console.println(
          Terminal.plain("Inputs: " + folders + " folders and " + RunList.NAME + " in " + out));
      console.println("Then: epdi dataset " + Terminal.plain(out.toString()) + " --ion-run ...");
    }
    console.flush();
  }
}
