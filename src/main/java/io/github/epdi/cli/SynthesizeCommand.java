package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.SparkSessions;
import io.github.epdi.synthetic.Synthesis;
import io.github.epdi.synthetic.SynthesisRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes synthetic grids for pretraining and for tests of scale. */
@Command(
    name = "synthesize",
    description =
        "Makes LOCPOT files of doped TMD monolayers by formula: for pretraining and scale.",
    footer = {
      "",
      "Nothing in them was calculated: good to learn what potentials look like and to try a"
          + " cluster",
      "with, worth nothing as results. Files that exist are kept, so a run that was killed goes"
          + " on.",
      "Example: epdi synthesize --out synthetic/ --count 1000"
    },
    showDefaultValues = true,
    mixinStandardHelpOptions = true)
final class SynthesizeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, description = "Directory (any Hadoop path).")
  private String out;

  @Option(names = "--count", defaultValue = "1000", description = "How many grids.")
  private int count;

  @Option(names = "--seed", defaultValue = "1", description = "Same seed, same grids.")
  private long seed;

  @Option(
      names = "--spacing",
      defaultValue = "0.25",
      description = "Greatest distance of grid points, Angstrom.")
  private double spacingAngstrom;

  @Option(names = "--master", description = "Spark master (local[*] without spark-submit).")
  private String master;

  @Override
  public Integer call() throws IOException {
    SynthesisRequest request = new SynthesisRequest(out, count, seed, spacingAngstrom);
    try (SparkSession spark = SparkSessions.open("epdi synthesize", master, List.of())) {
      int written = new Synthesis(spark, request).run();
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "Wrote %d synthetic grids to %s (%d were there).%n",
              written,
              out,
              count - written);
    }
    return ExitCodes.DONE;
  }
}
