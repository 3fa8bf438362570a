package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.OwnSession;
import io.github.epdi.cli.shell.StatusLine;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.cli.shell.Verbosity;
import io.github.epdi.dataset.LevelOfTheoryFile;
import io.github.epdi.model.Calibration;
import io.github.epdi.structure.Side;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.calibration.BundleCalibration;
import io.github.epdi.training.calibration.CalibrationRequest;
import io.github.epdi.training.examples.GridSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits a bundle to a handful of labels of another level of theory. */
@Command(
    name = "calibrate",
    description = {
      "Fits a bundle to a handful of labels of another code, functional or reference.",
      "",
      "One label fixes an offset. From six labels of three materials on a slope is fitted too, if"
          + " left-out labels are predicted better with it. Networks and regressions stay as they"
          + " are. The new bundle names both levels of theory."
    },
    footer = {
      "",
      "Says how wrong labels were predicted before, and when they were left out of the fit.",
      "Example: epdi calibrate --labels scan.csv --grids grids/ --bundle jobs/demo/affinity \\",
      "           --level-of-theory scan.yaml --out scan-bundle"
    },
    showDefaultValues = true,
    mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--labels", required = true, description = "Table of labels: CSV or Parquet.")
  private String labels;

  @Option(names = "--target", defaultValue = "binding_energy_ev", description = "Its column, eV.")
  private String target;

  @Option(
      names = "--grids",
      description = "Directory of the potential grids; without it each label's own grid_uri.")
  private String grids;

  @Option(
      names = "--grid-pattern",
      defaultValue = GridSource.MATERIAL + ".cube.gz",
      description = "File name of a material's grid.")
  private String gridPattern;

  @Option(names = "--side", defaultValue = "TOP", description = "Side of the labels: top, bottom.")
  private Side side;

  @Option(
      names = "--levels",
      description =
          "Names of the file of levels beside a grid, tried in this order ({name}.out, EIGENVAL,"
              + " OUTCAR, vasprun.xml, vaspout.h5, data-file-schema.xml).")
  private String levels;

  @Option(names = "--level-of-theory", description = "YAML or JSON file on the labels.")
  private Path levelOfTheory;

  @Mixin private PotentialOptions potential;

  @Option(names = "--bundle", required = true, description = "Bundle to start from; it stays.")
  private String bundle;

  @Option(names = "--out", required = true, description = "Bundle to write: a new directory.")
  private Path out;

  @Option(names = "--skip-unusable", description = "Go on without unusable labels and grids.")
  private boolean skipUnusable;

  @Override
  public Integer call() throws IOException {
    PrintWriter printer = spec.commandLine().getOut();
    StatusLine status =
        new StatusLine(spec.commandLine().getErr(), Terminal.isInteractive(), Verbosity.of(spec));
    CalibrationRequest request = request();
    try (OwnSession session = OwnSession.open("epdi calibrate")) {
      Calibration fitted =
          new BundleCalibration(
                  session.spark(),
                  request,
                  note -> {
                    status.show(Terminal.plain(note));
                    status.end();
                  })
              .run();
      print(fitted, printer);
    }
    return ExitCodes.DONE;
  }

  private CalibrationRequest request() throws IOException {
    List<String> settings = potential.settings(spec.commandLine().getParseResult());
    List<String> all = new ArrayList<>(settings);
    if (levels != null) {
      all.add("levels.files=" + levels);
    }
    return new CalibrationRequest(
        new CalibrationRequest.Labels(
            labels,
            target,
            levelOfTheory == null ? LevelOfTheory.UNSAID : LevelOfTheoryFile.read(levelOfTheory),
            skipUnusable ? CalibrationRequest.Unusable.SKIP : CalibrationRequest.Unusable.STOP),
        new GridSource(grids, gridPattern, side, potential.conventions()),
        bundle,
        all,
        out);
  }

  private void print(Calibration fitted, PrintWriter printer) {
    int materials = fitted.labels().materials().size();
    printer.printf(
        Locale.ROOT,
        "Bundle %s: E_b = %+.4f eV + %.4f x the energy of %s, by %d label%s of %d material%s%n",
        Terminal.plain(out.toString()),
        fitted.offsetEv(),
        fitted.slope(),
        Terminal.plain(bundle),
        fitted.labels().count(),
        fitted.labels().count() == 1 ? "" : "s",
        materials,
        materials == 1 ? "" : "s");
    printer.printf(
        Locale.ROOT, "  MAE of the labels before   %.4f eV%n", fitted.errors().beforeEv());
    if (fitted.errors().leftOutEv() == null) {
      printer.println("  MAE when left out          not known from one label");
    } else {
      printer.printf(
          Locale.ROOT,
          "  MAE when left out          %.4f eV (%s)%n",
          fitted.errors().leftOutEv(),
          materials > 1 ? "by material" : "by label; expect more on other materials");
    }
    printer.flush();
  }
}
