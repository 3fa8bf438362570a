package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParseResult;

/**
 * The examples of {@code jobs/schedule}: each parses, never lets two runs meet, and starts a
 * command that the program understands. That those for Kubernetes have only fields that it knows is
 * tested in {@code cluster}.
 */
class SchedulesTest {
  private static final Path SCHEDULES = Path.of("jobs/schedule");

  @TempDir Path folder;

  private static JsonNode yaml(String name) throws IOException {
    return new YAMLMapper().readTree(Files.readString(SCHEDULES.resolve(name)));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** The command line understands it, and it is a quiet screening of a campaign. */
  private static void assertScreens(List<String> arguments) {
    ParseResult parsed = Main.commandLine().parseArgs(arguments.toArray(String[]::new));
    assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("screen");
    assertThat(parsed.subcommand().hasMatchedOption("--campaign")).isTrue();
    assertThat(arguments).contains("--quiet");
  }

  @Test
  void theCronJobOfKubernetes() throws IOException {
    JsonNode job = yaml("cronjob.yaml");

    assertThat(job.at("/apiVersion").asText()).isEqualTo("batch/v1");
    assertThat(job.at("/kind").asText()).isEqualTo("CronJob");
    assertThat(job.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(job.at("/spec/schedule").asText()).matches("(\\S+ ){4}\\S+");
    JsonNode pod = job.at("/spec/jobTemplate/spec/template/spec");
    assertThat(pod.at("/restartPolicy").asText()).isIn("Never", "OnFailure");
    JsonNode container = pod.at("/containers/0");
    assertThat(texts(container.at("/command"))).containsExactly("/opt/epdi/jobs/epdi");
    assertScreens(texts(container.at("/args")));
    List<String> declared = new ArrayList<>();
    container.at("/env").forEach(variable -> declared.add(variable.at("/name").asText()));
    Matcher used = Pattern.compile("\\$\\((\\w+)\\)").matcher(container.at("/args").toString());
    while (used.find()) {
      assertThat(declared).contains(used.group(1));
    }
  }

  @Test
  void theScheduledSparkApplicationOfKubeflow() throws IOException {
    JsonNode application = yaml("scheduled-spark-application.yaml");

    assertThat(application.at("/apiVersion").asText()).isEqualTo("sparkoperator.k8s.io/v1beta2");
    assertThat(application.at("/kind").asText()).isEqualTo("ScheduledSparkApplication");
    assertThat(application.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
    JsonNode template = application.at("/spec/template");
    assertThat(template.at("/type").asText()).isEqualTo("Java");
    assertThat(template.at("/mainClass").asText()).isEqualTo(Main.class.getName());
    assertThat(template.at("/sparkVersion").asText()).isEqualTo(versionOfSpark());
    assertScreens(texts(template.at("/arguments")));
  }

  /** The one that the program is built with. */
  private static String versionOfSpark() throws IOException {
    Matcher version =
        Pattern.compile("<spark.version>(.*)</spark.version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  @Test
  void theLineOfACrontab() throws IOException {
    List<String> lines =
        Files.readAllLines(SCHEDULES.resolve("crontab")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();

    assertThat(lines).hasSize(1);
    Matcher line = Pattern.compile("(\\S+\\s+){5}(.*)").matcher(lines.get(0));
    assertThat(line.matches()).isTrue();
    assertThat(line.group(2)).contains("flock -n").doesNotContain("%");
    assertScreens(arguments(line.group(2)));
  }

  @Test
  void theUnitsOfSystemd() throws IOException, InterruptedException {
    String service = Files.readString(SCHEDULES.resolve("epdi-screen.service"));
    String timer = Files.readString(SCHEDULES.resolve("epdi-screen.timer"));

    assertScreens(
        arguments(service.lines().filter(l -> l.startsWith("ExecStart=")).findFirst().get()));
    assertThat(service).contains("Type=oneshot");
    assertThat(timer).contains("Unit=epdi-screen.service", "Persistent=true");

    assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "no systemd-analyze");
    String home = Path.of("").toAbsolutePath().toString();
    Path copy = folder.resolve("epdi-screen.service");
    Files.writeString(copy, service.replace("/opt/epdi", home));
    Files.writeString(folder.resolve("epdi-screen.timer"), timer);
    assertThat(said("systemd-analyze", "verify", copy.toString())).isEmpty();
    assertThat(said("systemd-analyze", "verify", folder.resolve("epdi-screen.timer").toString()))
        .isEmpty();
  }

  /** Loads the DAG with classes in Airflow's place that keep what they are given. */
  @Test
  void theDagOfAirflow() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no python3");
    Path script =
        Files.writeString(
            folder.resolve("load.py"),
            """
            import runpy, sys, types
            class DAG:
                def __init__(self, **given): self.given = given
                def __enter__(self): return self
                def __exit__(self, *error): return False
            class BashOperator:
                def __init__(self, **given): self.given = given
            def module(name, **content):
                sys.modules[name] = types.ModuleType(name)
                vars(sys.modules[name]).update(content)
            for name in ("airflow", "airflow.providers", "airflow.providers.standard",
                         "airflow.providers.standard.operators"):
                module(name)
            module("airflow.sdk", DAG=DAG)
            module("airflow.providers.standard.operators.bash", BashOperator=BashOperator)
            found = runpy.run_path(sys.argv[1])
            assert found["dag"].given["catchup"] is False
            assert found["dag"].given["max_active_runs"] == 1
            print(found["screen"].given["bash_command"])
            """);

    String command =
        said("python3", "-B", script.toString(), SCHEDULES.resolve("airflow_dag.py").toString());

    assertScreens(arguments(command.strip()));
  }

  /** What follows the program in a command, without the shell's redirections and quotes. */
  private static List<String> arguments(String command) {
    String behind = command.substring(command.indexOf("jobs/epdi ") + "jobs/epdi ".length());
    return List.of(behind.replaceFirst("\\s*>>.*", "").replace("\"", "").split("\\s+"));
  }

  private String said(String... command) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    return Files.readString(said);
  }
}
