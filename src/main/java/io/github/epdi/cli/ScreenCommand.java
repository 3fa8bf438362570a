package io.github.epdi.cli;

import io.github.epdi.cli.publish.PublishCommand;
import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.LongStart;
import io.github.epdi.cli.shell.SparkOnDemand;
import io.github.epdi.cli.shell.StatusLine;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.cli.shell.Verbosity;
import io.github.epdi.publish.Publishing;
import io.github.epdi.screening.ScreeningJob;
import io.github.epdi.screening.ScreeningResult;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.LevelsSettings;
import io.github.epdi.tables.MaterialRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Screens a campaign, which turns grids into tables of barriers. */
@Command(
    name = "screen",
    description = "Screens a campaign: potential grids in, barrier tables out.",
    footer = {
      "",
      "Exit code 0 if the run is done (with rejects or without), 2 if the campaign or its input",
      "cannot be used or every grid is rejected, 3 if nothing could be screened because of a bug.",
      "Where publish.iceberg.catalog is set and publishing fails, the code is 2 too; the run is",
      "committed all the same, and 'epdi publish' makes it good.",
      "What was done before is not done again, and a run that was killed goes on where it was:"
          + " give",
      "the same command.",
      "Example: epdi screen --campaign campaign.yaml --set side=both"
    },
    mixinStandardHelpOptions = true)
final class ScreenCommand implements Callable<Integer> {
  private static final int BEST = 10;

  @Spec private CommandSpec spec;

  @Option(names = "--campaign", paramLabel = "FILE", description = "The campaign, a YAML file.")
  private String campaignFile;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets a key of the campaign over what the file says; may be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master (default: spark-submit's, else local[*]).")
  private String master;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark (spark.*); may be repeated.")
  private List<String> sparkSettings = new ArrayList<>();

  @Option(names = "--dry-run", description = "Say what would be done, write nothing and end.")
  private boolean dryRun;

  @Option(names = "--list-keys", description = "Print every key of a campaign and end.")
  private boolean listKeys;

  @Override
  public Integer call() throws IOException {
    if (listKeys) {
      out().print(Campaign.keys());
      out().flush();
      return ExitCodes.DONE;
    }
    if (campaignFile == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: '--campaign=FILE'");
    }
    Campaign campaign = Campaign.read(campaignFile, settings, new Configuration());
    try (SparkOnDemand spark =
            SparkOnDemand.of("epdi screen " + campaign.name(), master, sparkSettings, anew());
        Interruption interruption = Interruption.watch(spark, spec.commandLine().getErr())) {
      return interruption.orQuiet(() -> screen(spark, campaign));
    }
  }

  private int screen(SparkOnDemand spark, Campaign campaign) {
    ScreeningJob job = new ScreeningJob(spark, campaign);
    if (dryRun) {
      RunSummary.printOutlook(job.outlook(), out());
      return ExitCodes.DONE;
    }
    Publishing publishing =
        campaign.publish() == null
            ? null
            : Publishing.to(campaign.publish(), spark.configuration());
    ScreeningResult result;
    StatusLine status =
        new StatusLine(spec.commandLine().getErr(), Terminal.isInteractive(), Verbosity.of(spec));
    try (ProgressLine line = ProgressLine.start(job, status)) {
      result = job.run();
      line.finish();
    }
    RunSummary.printOutcome(result, out());
    RunSummary.printRejects(result, out());
    List<MaterialRow> best = result.best(BEST);
    RunSummary.printBest(best, out());
    long withoutEnergies =
        campaign.levels().withoutLevels() == LevelsSettings.WithoutLevels.ABSTAIN
            ? result.withoutEnergies()
            : 0;
    if (withoutEnergies > 0) {
      out()
          .println(
              "Without energies: "
                  + withoutEnergies
                  + " rows of the table materials; their flags say why");
    }
    out().println("Tables: " + Terminal.plain(campaign.output()));
    if (publishing != null) {
      PublishCommand.afterCommit(publishing, campaign, out());
    }
    if (best.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "Cannot screen campaign "
                  + campaign.name()
                  + (withoutEnergies > 0
                      ? ": no grid got energies; see the tables rejects and materials"
                      : ": every grid is rejected; see the table rejects"));
      return result.hasFailed() ? ExitCodes.BUG : ExitCodes.BAD_INPUT;
    }
    return ExitCodes.DONE;
  }

  private LongStart anew() {
    return new LongStart(spec.root().commandLine().getParseResult().originalArgs());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
