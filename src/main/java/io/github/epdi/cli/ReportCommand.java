package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.LabelTableOptions;
import io.github.epdi.cli.shell.OwnSession;
import io.github.epdi.cli.shell.SparkSessions;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.dataset.Label;
import io.github.epdi.dataset.LabelTable;
import io.github.epdi.report.DetailChoice;
import io.github.epdi.report.Report;
import io.github.epdi.report.ReportInput;
import io.github.epdi.report.ReportOptions;
import io.github.epdi.report.ReportTables;
import io.github.epdi.report.StaticFigures;
import io.github.epdi.report.WantedDetails;
import io.github.epdi.report.figure.Chromium;
import io.github.epdi.report.figure.FigureFormat;
import io.github.epdi.runs.VisibleRows;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the results of an output folder as one HTML page for people. */
@Command(
    name = "report",
    description = "Writes the results of an output folder as one HTML page for people.",
    footer = {
      "",
      "The page needs no network. It shows the newest result of each material: ranking, heat map,",
      "curves, surface maps, EPD images, rejects, provenance. Grids are read again for the images",
      "of the best materials; where a grid is gone or changed, the page says so. Maps, curves and",
      "numbers of materials beyond --details and --pages are left out, and the page says so.",
      "Example: epdi report --output results --labels labels.csv",
      "Example: epdi report --output results --figures paper --figure-format png"
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  private static final String STANDARD_NAME = "report.html";

  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Output folder of a campaign.")
  private String output;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The page (default: report.html in the output folder).")
  private Path to;

  @Option(
      names = "--run",
      paramLabel = "RUN_ID",
      description = "One run only (default: the newest result of each material).")
  private String runId;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "Title of the page (default: the campaign's name).")
  private String title;

  @Option(
      names = "--threshold",
      paramLabel = "EV",
      defaultValue = "0.25",
      description = "2D barrier below which a material counts as conducting, eV (default: 0.25).")
  private double thresholdEv;

  @Option(
      names = "--details",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "Best materials whose details and pictures are in the page itself (default: 50).")
  private int details;

  @Option(
      names = "--pages",
      paramLabel = "N|all",
      defaultValue = "1000",
      converter = CountOrAll.class,
      description =
          "Next materials whose details are in pages beside it, without pictures (default: 1000).")
  private int pages;

  @Option(
      names = "--material",
      paramLabel = "ID",
      description =
          "A material whose details and pictures are in the page too, whatever its rank; may be"
              + " repeated.")
  private Set<String> materials = new LinkedHashSet<>();

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "Calculated binding energies to compare with, CSV or Parquet, as epdi train.")
  private String labels;

  @Mixin private LabelTableOptions labelTable;

  @Option(
      names = "--figures",
      paramLabel = "DIR",
      description = "Also write each figure as a file of its own, for papers.")
  private Path figures;

  @Option(
      names = "--figure-format",
      paramLabel = "FORMAT",
      defaultValue = "SVG",
      description = "svg, or png (needs Chromium: CHROME_BIN, or on the PATH; default: svg).")
  private FigureFormat figureFormat;

  @Override
  public Integer call() throws IOException {
    ReportOptions options = options();
    Path page = page();
    boolean png = figures != null && figureFormat == FigureFormat.PNG;
    Chromium chromium = png ? Chromium.find(System.getenv()) : null;
    Configuration configuration = SparkSessions.files();
    ReportInput input = input(configuration, options);
    Report report = Report.of(configuration, input, options);
    report.write(page);
    if (figures != null) {
      StaticFigures files = new StaticFigures(input, options);
      out()
          .printf(
              Locale.ROOT, "Figures: %d files in %s%n", files.write(figures, chromium), figures);
    }
    out()
        .printf(
            Locale.ROOT,
            "Report of %d materials, %d rejects, pictures of %d grids%s: %s%n",
            input.materials().size(),
            input.rejects().size(),
            report.pictured(),
            details(report, input),
            Terminal.plain(page.toAbsolutePath().toString()));
    return ExitCodes.DONE;
  }

  /** Says how many materials have details where some have none. */
  private static String details(Report report, ReportInput input) {
    return report.detailed() == input.materials().size()
        ? ""
        : ", details of " + report.detailed() + " materials (--pages all, --material ID for more)";
  }

  private ReportInput input(Configuration configuration, ReportOptions options) {
    VisibleRows visible = VisibleRows.committed(output, configuration);
    List<Label> given = labels == null ? List.of() : labels();
    WantedDetails wanted = options.details().wanted(given.stream().map(Label::materialId).toList());
    ReportInput input =
        runId == null
            ? ReportTables.latest(visible, output, wanted)
            : ReportTables.ofRun(visible, output, runId, wanted);
    return labels == null ? input : ReportLabels.match(input, given, labelTable.side());
  }

  /** Reads the table of labels, which is the one thing here that Spark is started for. */
  private List<Label> labels() {
    try (OwnSession session = OwnSession.open("epdi report")) {
      return new LabelTable(session.spark()).read(labels, labelTable.target());
    }
  }

  private ReportOptions options() {
    try {
      return new ReportOptions(title, new DetailChoice(details, pages, materials), thresholdEv);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Returns where the page goes. It must be a local file outside of the tables' own folders. */
  private Path page() {
    if (to == null && output.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") && !output.startsWith("file:")) {
      throw new InputException(
          "Cannot write the report to "
              + output
              + ": expected a local file; name one with --to FILE.html");
    }
    Path page = to == null ? Path.of(output.replaceFirst("^file:(//)?", ""), STANDARD_NAME) : to;
    for (Path part : page.toAbsolutePath().normalize()) {
      if (part.toString().equals("_data") || part.toString().equals("_manifests")) {
        throw new InputException(
            "Cannot write the report to "
                + page
                + ": expected a place outside of the tables' own folders, found "
                + part);
      }
    }
    if (!page.getFileName().toString().matches("(?i).*\\.html?")) {
      throw new InputException(
          "Cannot write the report to " + page + ": expected a name that ends in .html");
    }
    return page;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
