package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.SparkSessions;
import io.github.epdi.cli.shell.StatusLine;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.cli.shell.Verbosity;
import io.github.epdi.report.figure.Chromium;
import io.github.epdi.report.figure.StudyFigure;
import io.github.epdi.tables.study.StudySummaryRow;
import io.github.epdi.training.study.Study;
import io.github.epdi.training.study.StudySummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a study of accuracy. */
@Command(
    name = "study",
    description = "Runs a study of accuracy: many trainings, their errors beside four baselines.",
    footer = {
      "",
      "Each training is a task of Spark with a result of its own; what has one is not done again,"
          + " so",
      "a study goes on, over days, when the same command is given. --out must be a directory that"
          + " all",
      "workers see.",
      "Example: epdi study --plan jobs/study/study.yaml --out study/"
    },
    showDefaultValues = true,
    mixinStandardHelpOptions = true)
final class StudyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--plan", required = true, description = "YAML file.")
  private Path plan;

  @Option(names = "--out", required = true, description = "Directory of the results.")
  private Path out;

  @Option(names = "--tables", description = "Train nothing: write the tables of what is done.")
  private boolean tables;

  @Option(
      names = "--recheck",
      defaultValue = "0",
      description = "Train so many finished cells again; all numbers must be the same.")
  private int recheck;

  @Option(names = "--recheck-seed", defaultValue = "1", description = "Which ones.")
  private long recheckSeed;

  @Option(
      names = "--bundle",
      description = "Make a bundle of the trainings with split all: a new directory.")
  private Path bundle;

  @Option(names = "--png", description = "Draw the figure as PNG too (needs Chromium).")
  private boolean png;

  @Option(names = "--master", description = "Spark master (local[*] without spark-submit).")
  private String master;

  @Override
  public Integer call() throws IOException {
    CommandLine console = spec.commandLine();
    TrainingPrinter printer =
        new TrainingPrinter(
            console.getOut(),
            new StatusLine(console.getErr(), Terminal.isInteractive(), Verbosity.of(spec)));
    try (SparkSession spark = SparkSessions.open("epdi study", master, List.of())) {
      Study study = new Study(spark, plan, out, printer);
      if (recheck > 0) {
        for (String cell : study.recheck(recheck, recheckSeed)) {
          console.getOut().println("Reproduced to the last bit: " + cell);
        }
      } else {
        StudySummary summary = study.run(tables ? Study.Missing.LEAVE_OUT : Study.Missing.TRAIN);
        print(console.getOut(), summary);
        if (bundle != null) {
          study.writeBundle(bundle, summary);
          console.getOut().println("Bundle " + bundle);
        }
        StudyFigure figure = new StudyFigure(summary.rows());
        figure.write(out.resolve("mae.svg"));
        if (png) {
          figure.writePng(Chromium.find(System.getenv()), out.resolve("mae.png"));
        }
      }
    }
    return ExitCodes.DONE;
  }

  private static void print(PrintWriter out, StudySummary summary) {
    out.println("Mean absolute error of tested saddles, eV [95 %]:");
    for (StudySummaryRow row : summary.rows()) {
      out.printf(
          Locale.ROOT,
          "%-11s %-9s %-8s %3d %-15s %-11s f=%.2f  %.4f%s  barriers %s  mean %s  ESP line %s"
              + "  bridge rule %s  profile ridge %s  (%d trainings)%n",
          row.setting().network().architecture(),
          row.setting().network().start(),
          row.setting().image().encoding(),
          row.setting().image().pixels(),
          row.setting().task().target(),
          row.setting().task().split(),
          row.setting().task().saddleFraction(),
          row.errors().mae().valueEv(),
          row.errors().mae().lowEv() == null
              ? ""
              : String.format(
                  Locale.ROOT,
                  " [%.4f, %.4f]",
                  row.errors().mae().lowEv(),
                  row.errors().mae().highEv()),
          text(row.barrierMae().valueEv()),
          text(row.baselines().mean().mae().valueEv()),
          text(row.baselines().espLine().mae().valueEv()),
          text(row.baselines().bridgeRule().mae().valueEv()),
          text(row.baselines().profileRidge().mae().valueEv()),
          row.counts().trainings());
    }
    out.flush();
  }

  private static String text(Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }
}
