package io.github.epdi.cli.publish;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.publish.Publisher;
import io.github.epdi.publish.Publishing;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.structure.InputException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Registers the visible runs of a campaign's output folder in its catalog. */
@Command(
    name = "publish",
    description = "Registers visible runs in the campaign's Iceberg catalog.",
    footer = {
      "",
      "'epdi screen' does the same after each commit where publish.iceberg.catalog is set. Runs that",
      "are registered already are left as they are, so this command makes good what failed or was",
      "killed, and may be repeated. No file is copied.",
      "Exit code 2 if the catalog or a table of it cannot be used.",
      "Example: epdi publish --campaign campaign.yaml"
    },
    mixinStandardHelpOptions = true)
public final class PublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--campaign",
      paramLabel = "FILE",
      required = true,
      description = "The campaign, a YAML file; its output folder is published.")
  private String campaignFile;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets a key of the campaign over what the file says; may be repeated.")
  private List<String> settings = new ArrayList<>();

  @Override
  public Integer call() {
    Configuration configuration = new Configuration();
    Campaign campaign = Campaign.read(campaignFile, settings, configuration);
    if (campaign.publish() == null) {
      throw new InputException(
          "Cannot publish campaign "
              + campaign.name()
              + ": expected the key publish.iceberg.catalog, found none");
    }
    publish(
        Publishing.to(campaign.publish(), configuration), campaign, spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  /**
   * Publishes after a run.
   *
   * @throws InputException if the catalog or a table of it cannot be used, which says that the run
   *     is committed all the same
   */
  public static void afterCommit(Publishing publishing, Campaign campaign, PrintWriter out) {
    try {
      publish(publishing, campaign, out);
    } catch (InputException e) {
      throw new InputException(
          e.getMessage() + " (the run is committed; 'epdi publish' makes it good)", e);
    }
  }

  /**
   * Publishes a campaign's output folder and says what was done.
   *
   * @throws InputException if the catalog or a table of it cannot be used
   */
  private static void publish(Publishing publishing, Campaign campaign, PrintWriter out) {
    Publisher.Published published = publishing.publish(campaign.output());
    out.println(
        Terminal.plain(
            String.format(
                Locale.ROOT,
                "Published: %s in %d tables of the %s, as of manifest %d",
                published.runs() == 0
                    ? "nothing new"
                    : published.runs() + (published.runs() == 1 ? " run" : " runs"),
                published.tables(),
                campaign.publish().place(),
                published.manifest())));
    out.flush();
  }
}
