package io.github.epdi.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.StatusLine;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.cli.shell.Verbosity;
import io.github.epdi.screening.GridScreening;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.encoding.ColumnValues;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Screens single grids in this JVM, without Spark. */
@Command(
    name = "predict",
    description = "Predicts the barriers of single grids, without a campaign and without Spark.",
    footer = {
      "",
      "The values are those that 'epdi screen' writes, bit by bit. JSON has the tables' columns.",
      "Conventions are a campaign's keys: --campaign takes them (and the bundle) from a file,",
      "--set, --side, --unit, --sign and --xc go over it.",
      "Exit code 0 if every grid was screened, 2 if one was rejected or cannot be opened, 3 if the",
      "program failed at one; the others are screened all the same.",
      "Example: epdi predict runs/*/LOCPOT --bundle my-bundle --out pictures",
      "Example: epdi predict a.cube --campaign campaign.yaml --set side=both --json"
    },
    mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Grid files, local or by URI.")
  private List<String> files;

  @Option(
      names = "--bundle",
      paramLabel = "DIR",
      description = "Model bundle; jobs/demo/bundle is one to try. Needed without a campaign.")
  private String bundle;

  @Option(
      names = "--campaign",
      paramLabel = "FILE",
      description = "Campaign whose conventions and bundle hold; its inputs are not screened.")
  private String campaign;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets a key of a campaign; may be repeated (epdi screen --list-keys).")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--side",
      paramLabel = "SIDE",
      description = "Side of the slab: top, bottom, both (default: the campaign's, or top).")
  private SideOption side;

  @Mixin private PotentialOptions potential;

  @Option(names = "--json", description = "Print JSON: an object for one file, an array for more.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Draw pictures into this folder: curves and a map of the surface as SVG, EPD images along"
              + " the lowest path as PNG.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    StatusLine status = new StatusLine(err(), Terminal.isInteractive(), Verbosity.of(spec));
    List<Map<String, Object>> objects = new ArrayList<>();
    int exit = ExitCodes.DONE;
    try (GridScreening screening = open()) {
      PredictionPictures pictures = out == null ? null : new PredictionPictures(screening, out);
      for (int i = 0; i < files.size(); i++) {
        if (files.size() > 1 && status.isTerminal()) {
          status.show((i + 1) + "/" + files.size() + " " + Terminal.plain(files.get(i)));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", files.get(i));
        exit = Math.max(exit, predict(files.get(i), screening, pictures, status, object));
        objects.add(object);
      }
      status.clear();
    }
    if (json) {
      printJson(objects);
    }
    return exit;
  }

  private static int exitCode(GridResult result) {
    if (result.reject() == null) {
      return ExitCodes.DONE;
    }
    return result.reject().reason().code().equals(RejectCode.FAILED.name())
        ? ExitCodes.BUG
        : ExitCodes.BAD_INPUT;
  }

  private int predict(
      String file,
      GridScreening screening,
      PredictionPictures pictures,
      StatusLine status,
      Map<String, Object> object)
      throws IOException {
    try {
      GridResult result = screening.screen(file);
      if (pictures != null && result.reject() == null) {
        pictures.draw(file, result);
      }
      object.putAll(ColumnValues.of(result));
      status.clear();
      if (!json) {
        text().print(file, result);
      }
      return exitCode(result);
    } catch (InputException e) {
      status.clear();
      object.put("error", ExitCodes.oneLine(e));
      err().println(ExitCodes.oneLine(e));
      if (Verbosity.of(spec) == Verbosity.VERBOSE) {
        e.printStackTrace(err());
      }
      return ExitCodes.BAD_INPUT;
    }
  }

  private GridScreening open() {
    List<String> all = new ArrayList<>(settings);
    if (side != null) {
      all.add("side=" + side.name().toLowerCase(Locale.ROOT));
    }
    all.addAll(potential.settings(spec.commandLine().getParseResult()));
    if (bundle != null) {
      all.add("model.bundle=" + bundleHere());
    }
    if (campaign != null) {
      Configuration configuration = new Configuration();
      return GridScreening.of(Campaign.read(campaign, all, configuration), configuration);
    }
    if (all.stream().noneMatch(setting -> setting.startsWith("model.bundle="))) {
      throw new InputException(
          "Cannot predict without a model: expected --bundle DIR or --campaign FILE, found none"
              + " (jobs/demo/bundle is one to try; epdi train makes your own)");
    }
    return GridScreening.with(all);
  }

  /**
   * Returns the place of the bundle as an absolute path or a URI. Paths in a campaign are relative
   * to its folder, but those of the command line are relative to the working directory.
   */
  private String bundleHere() {
    return bundle.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
        ? bundle
        : Path.of(bundle).toAbsolutePath().toString();
  }

  private PredictionText text() {
    return new PredictionText(
        spec.commandLine().getOut(),
        spec.commandLine().getColorScheme().ansi(),
        Terminal.showsUnicode() ? CurvePlot.Characters.UNICODE : CurvePlot.Characters.ASCII);
  }

  private void printJson(List<Map<String, Object>> objects) throws JsonProcessingException {
    Object shown = objects.size() == 1 ? objects.get(0) : objects;
    spec.commandLine()
        .getOut()
        .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(shown));
    spec.commandLine().getOut().flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
