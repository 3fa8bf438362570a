package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.Verbosity;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Goes once through what people do all day, on the demo's grids, while Java notes which classes
 * that takes. {@code jobs/epdi archive} starts it with {@code -XX:ArchiveClassesAtExit}, and later
 * starts find those classes loaded and linked. Half of a short command's time is loading classes.
 */
@Command(
    name = "archive",
    description = "Makes the class-data archive, by which every later start is faster.",
    footer = {
      "",
      "Runs the demo once, in a temporary folder, and writes epdi-screen.jsa beside",
      "epdi-screen.jar (180 MB, under a minute). The archive fits the Java and the jars that it was",
      "made with: Java looks at their sizes and times and ignores it where they differ, which",
      "'epdi doctor' says. 'mvn package' makes it, so this is for an unpacked archive of the",
      "program, or after another Java was installed.",
      "Example: epdi archive"
    },
    mixinStandardHelpOptions = true)
final class ArchiveCommand implements Callable<Integer> {
  /** System property by which jobs/epdi names the folder that it lies in. */
  private static final String HOME = "epdi.home";

  /** System property by which it names a file to write when all commands were run. */
  private static final String MADE = "epdi.archive.made";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    String home = System.getProperty(HOME);
    String made = System.getProperty(MADE);
    if (home == null || made == null) {
      throw new InputException(
          "Cannot make the class-data archive: expected to be started by jobs/epdi, which has Java"
              + " write it");
    }
    Path work = Files.createTempDirectory("epdi-archive");
    try {
      for (List<String> command : commands(Path.of(home, "jobs", "demo"), work)) {
        run(command);
      }
    } finally {
      FileUtil.fullyDelete(work.toFile());
    }
    Files.createFile(Path.of(made));
    return ExitCodes.DONE;
  }

  private static List<List<String>> commands(Path demo, Path work) {
    String campaign = demo.resolve("campaign.yaml").toString();
    String results = work.resolve("results").toString();
    String grid = demo.resolve("grids").resolve("MoS2-pristine.cube.gz").toString();
    String slab = demo.resolve("slabs").resolve("MoS2-pristine.cube.gz").toString();
    String images = demo.resolve("bundle").toString();
    List<String> screen = List.of("screen", "--campaign", campaign, "--set", "output=" + results);
    return List.of(
        screen,
        screen, // when there is nothing to do
        List.of(
            "screen",
            "--campaign",
            campaign,
            "--set",
            "output=" + work.resolve("images"),
            "--set",
            "model.bundle=" + images,
            "--set",
            "inputs=" + demo.resolve("grids") + "/*"),
        List.of("runs", "--output", results),
        List.of("query", "--output", results, "SELECT * FROM materials ORDER BY percolation_2d_ev"),
        List.of(
            "query",
            "--output",
            results,
            "SELECT m.host_group, count(*) n, avg(s.binding_energy_ev) e, max(s.material_id) FROM"
                + " materials m JOIN sites s USING (material_id, side) WHERE s.site_id LIKE 'T%'"
                + " GROUP BY 1 HAVING n > 1 ORDER BY 2"),
        List.of("query", "--output", results, "--format", "json", "SELECT * FROM ranking LIMIT 3"),
        List.of("report", "--output", results),
        List.of("inspect", grid),
        List.of("inspect", grid, "--json"),
        List.of("predict", grid, "--bundle", images),
        List.of("predict", slab, "--campaign", campaign, "--json"),
        List.of("--version"));
  }

  private void run(List<String> command) {
    List<String> words = new ArrayList<>(command);
    words.add("--quiet");
    StringWriter said = new StringWriter();
    int code =
        Main.run(
            words.toArray(String[]::new),
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(said));
    if (code != ExitCodes.DONE) {
      throw new IllegalStateException(
          "epdi " + String.join(" ", command) + " ended with exit code " + code + ": " + said);
    }
    if (Verbosity.of(spec) == Verbosity.VERBOSE) {
      spec.commandLine().getErr().println("epdi " + String.join(" ", command));
    }
  }
}
