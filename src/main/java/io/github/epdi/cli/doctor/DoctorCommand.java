package io.github.epdi.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.cli.shell.Verbosity;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.StoredBundle;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks whether this machine can do the work, and says what to do where it cannot. */
@Command(
    name = "doctor",
    description = "Checks Java, Spark, PyTorch, storage and a campaign; says what to do.",
    footer = {
      "",
      "One line for each check: ok, warn or FAIL; with --quiet only what is not ok. Each has an",
      "answer within 10 to 60 s. Nothing is written but a probe in the campaign's output, which is",
      "taken away again. Exit code 0, or 2 if a check failed.",
      "Example: epdi doctor --campaign campaign.yaml --storage s3a://grids/2026/"
    },
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--campaign",
      paramLabel = "FILE",
      description = "Also check a campaign: its file, bundle, inputs and output.")
  private String campaignFile;

  @Option(
      names = "--storage",
      paramLabel = "URI",
      description = "Also list or read this file or folder; may be repeated.")
  private List<String> storage = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON: an array, one object a check.")
  private boolean json;

  private record Answer(Check check, Finding finding) {}

  @Override
  public Integer call() throws InterruptedException, JsonProcessingException {
    List<Answer> answers = new ArrayList<>();
    StorageChecks stored = new StorageChecks(new Configuration());
    ask(machine(stored), answers);
    if (campaignFile != null) {
      AtomicReference<Campaign> campaign = new AtomicReference<>();
      ask(List.of(campaignFile(campaign)), answers);
      if (campaign.get() != null) {
        ask(ofCampaign(campaign.get(), stored), answers);
      }
    }
    if (json) {
      printJson(answers);
    }
    boolean failed =
        answers.stream().anyMatch(answer -> answer.finding().status() == Finding.Status.FAIL);
    return failed ? ExitCodes.BAD_INPUT : ExitCodes.DONE;
  }

  private void ask(List<Check> checks, List<Answer> answers) throws InterruptedException {
    for (Check check : checks) {
      Answer answer = new Answer(check, check.answer());
      answers.add(answer);
      if (!json) {
        print(answer);
      }
    }
  }

  private List<Check> machine(StorageChecks stored) {
    List<Check> checks = new ArrayList<>(JavaChecks.all());
    checks.add(ArchiveCheck.check());
    checks.add(Disks.temporary());
    checks.addAll(TorchChecks.all());
    checks.addAll(SparkChecks.all());
    storage.forEach(uri -> checks.add(stored.readable("storage", uri)));
    return checks;
  }

  private Check campaignFile(AtomicReference<Campaign> found) {
    return new Check(
        "campaign",
        Check.LONG,
        "every key is in jobs/campaign.md and epdi screen --list-keys",
        () -> {
          Campaign campaign = Campaign.read(campaignFile, List.of(), new Configuration());
          found.set(campaign);
          return Finding.ok(campaignFile + " can be read, campaign " + campaign.name());
        });
  }

  private static List<Check> ofCampaign(Campaign campaign, StorageChecks stored) {
    List<Check> checks = new ArrayList<>();
    checks.add(
        new Check(
            "bundle",
            Check.LONG,
            "name a bundle: jobs/demo/bundle is one, epdi train makes your own",
            () -> bundle(campaign)));
    checks.add(TorchChecks.device(campaign.device()));
    checks.add(TorchChecks.precision(campaign.precision()));
    if (campaign.inputTable() == null) {
      campaign.inputs().forEach(pattern -> checks.add(stored.inputs(pattern)));
    } else {
      checks.add(stored.readable("input table", campaign.inputTable()));
    }
    checks.add(stored.writable(campaign.output()));
    return checks;
  }

  private static Finding bundle(Campaign campaign) {
    ModelBundle bundle = StoredBundle.read(campaign.bundle(), new Configuration());
    BundleMetadata model = bundle.metadata();
    return Finding.ok(
        campaign.bundle() + ", " + model.architecture() + ", members " + model.members());
  }

  private void print(Answer answer) {
    Finding finding = answer.finding();
    if (finding.status() == Finding.Status.OK && Verbosity.of(spec) == Verbosity.QUIET) {
      return;
    }
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    String line =
        String.format(
            Locale.ROOT,
            "%s %-12s %s%s",
            Terminal.styled(
                ansi, colour(finding.status()), String.format("%-5s", finding.status().label())),
            answer.check().name(),
            Terminal.plain(finding.found()),
            finding.advice().isEmpty() ? "" : ": " + Terminal.plain(finding.advice()));
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private static Ansi.Style colour(Finding.Status status) {
    return switch (status) {
      case OK -> Ansi.Style.fg_green;
      case WARN -> Ansi.Style.fg_yellow;
      case FAIL -> Ansi.Style.fg_red;
    };
  }

  private void printJson(List<Answer> answers) throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    ArrayNode array = mapper.createArrayNode();
    for (Answer answer : answers) {
      array
          .addObject()
          .put("check", answer.check().name())
          .put("status", answer.finding().status().label().toLowerCase(Locale.ROOT))
          .put("found", answer.finding().found())
          .put("advice", answer.finding().advice());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(array));
    out.flush();
  }
}
